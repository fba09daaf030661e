"""The pose sheet."""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.pose.sheet import SheetFigure, compose_sheet, resized

Picture = npt.NDArray[np.uint8]


def column(height: int, left: int, right: int, top: int, bottom: int, colour: Picture) -> Picture:
    picture = np.zeros((height, 200, 4), np.uint8)
    picture[top:bottom, left:right] = colour
    return picture


RED, BLUE = np.array([255, 0, 0, 255], np.uint8), np.array([0, 0, 255, 255], np.uint8)


def find(sheet: Picture, colour: Picture) -> tuple[int, int, int, int]:
    """Top, bottom, left and right of what has this colour."""
    mask = np.asarray((np.abs(sheet.astype(int) - colour[:3]) < 12).all(axis=2))
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return rows[0], rows[-1], columns[0], columns[-1]


def test_figures_stand_on_one_line_at_one_scale() -> None:
    sheet = compose_sheet(
        [
            SheetFigure("Front", column(300, 60, 120, 40, 280, RED), 280),
            SheetFigure("Side", column(180, 20, 50, 30, 150, BLUE), 150, unit=0.5),
        ],
        title="Two views",
        palette=[("Skin", "#f4c9a5")],
        width=1000,
    )
    assert sheet.shape[1:] == (1000, 3)
    assert sheet.dtype == np.uint8
    red, blue = find(sheet, RED), find(sheet, BLUE)
    assert abs(red[1] - blue[1]) <= 1
    # half the unit and half the height: the same height on the sheet
    assert abs((red[1] - red[0]) - (blue[1] - blue[0])) <= 2
    assert red[3] < blue[2]


def test_what_reaches_below_the_ground_is_shown_below_the_line() -> None:
    standing = SheetFigure("A", column(300, 60, 120, 40, 240, RED), 240)
    hanging = SheetFigure("B", column(300, 60, 120, 40, 280, BLUE), 240)
    sheet = compose_sheet([standing, hanging], title="")
    assert find(sheet, BLUE)[0] == pytest.approx(find(sheet, RED)[0], abs=1)
    assert find(sheet, BLUE)[1] > find(sheet, RED)[1] + 50


def test_the_palette_is_on_it() -> None:
    figure = SheetFigure("A", column(300, 60, 120, 40, 280, RED), 280)
    many = [(f"Colour {number}", f"#{number:02x}8040") for number in range(0, 240, 20)]
    sheet = compose_sheet([figure], title="", palette=many, width=800)
    found = {tuple(map(int, colour)) for colour in np.unique(sheet.reshape(-1, 3), axis=0)}
    assert {(number, 128, 64) for number in range(0, 240, 20)} <= found


def test_same_input_same_bytes() -> None:
    figure = SheetFigure("A", column(300, 60, 120, 40, 280, RED), 280)
    first, second = (
        compose_sheet([figure] * 4, title="Twice <&> \u00e9", palette=[("A&B", "#123456")])
        for _ in range(2)
    )
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()


def test_titles_of_any_length_fit() -> None:
    figure = SheetFigure("W" * 80, column(300, 60, 120, 40, 280, RED), 280)
    sheet = compose_sheet([figure], title="M" * 200, subtitle="W" * 200, width=640)
    paper = sheet[0, 0]
    assert (sheet[:, :8] == paper).all()
    assert (sheet[:, -8:] == paper).all()


@pytest.mark.parametrize(
    ("figure", "palette", "width", "message"),
    [
        (None, [], 900, "at least one figure"),
        (SheetFigure("A", np.zeros((9, 9, 4), np.uint8), 9), [], 900, "nothing in the picture"),
        (SheetFigure("A", np.zeros((9, 9, 3), np.uint8), 9), [], 900, "RGBA"),
        (SheetFigure("A", column(9, 0, 9, 0, 9, RED), 9, unit=0), [], 900, "unit"),
        (SheetFigure("A", column(9, 0, 9, 0, 9, RED), 9), [("x", "red")], 900, "no colour"),
        (SheetFigure("A", column(9, 0, 9, 0, 9, RED), 9), [], 90, "320"),
    ],
)
def test_what_makes_no_sheet_is_refused(
    figure: SheetFigure | None, palette: list[tuple[str, str]], width: int, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        compose_sheet([figure] if figure else [], title="", palette=palette, width=width)


@pytest.mark.parametrize("size", [(50, 80), (200, 300), (333, 517)])
def test_resampling_keeps_what_is_there(size: tuple[int, int]) -> None:
    picture = column(300, 60, 120, 40, 280, np.array([200, 100, 50, 255], np.uint8))
    small = resized(picture, *size)
    assert small.shape == (size[1], size[0], 4)
    assert small[..., 3].mean() == pytest.approx(picture[..., 3].mean(), rel=0.02)
    whole = small[small[..., 3] > 0]
    assert (np.abs(whole[:, :3].astype(int) - [200, 100, 50]) <= 2).all()


def test_a_picture_of_its_own_size_is_unchanged() -> None:
    rng = np.random.default_rng(3)
    picture = rng.integers(0, 256, (40, 30, 4), np.uint8)
    picture[..., 3] = 255
    assert (resized(picture, 30, 40) == picture).all()
