"""Contact sheets, and the command that draws them."""

from __future__ import annotations

import io
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.avatar import showcase
from avatarforge.forge.avatar.contact_sheet import Cell, contact_sheet
from avatarforge.forge.mesh import showcase as characters
from avatarforge.forge.motion import showcase as motion
from avatarforge.forge.portrait import showcase as portraits
from avatarforge.forge.pose.library import POSES
from avatarforge.forge.scene import showcase as scenes
from avatarforge.installer import cli
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]


def plain(colour: tuple[int, ...], width: int = 120, height: int = 90) -> npt.NDArray[np.uint8]:
    return np.full((height, width, len(colour)), colour, np.uint8)


def places(sheet: npt.NDArray[np.uint8], colour: tuple[int, int, int]) -> tuple[int, ...]:
    rows, columns = np.nonzero((sheet == colour).all(axis=2))
    return int(rows.min()), int(rows.max()), int(columns.min()), int(columns.max())


def test_pictures_stand_in_rows_with_their_labels_below() -> None:
    red, green, blue = (250, 0, 0), (0, 250, 0), (0, 0, 250)
    sheet = contact_sheet(
        "Three", [Cell("one", (plain(red),)), Cell("two", (plain(green),)),
                  Cell("three", (plain(blue),))], 2,
    )  # fmt: skip
    first, second, third = (places(sheet, colour) for colour in (red, green, blue))
    assert first[:2] == second[:2] and first[3] < second[2]
    assert third[0] > first[1] and third[2] == first[2]
    for top, bottom, left, right in (first, second, third):
        assert (bottom - top, right - left) == (89, 119)
        label = sheet[bottom + 4 : bottom + 24, left : right + 1].astype(int).sum(axis=2)
        assert label.min() < 300  # there is ink


def test_a_long_label_is_broken_and_stays_under_its_picture() -> None:
    words = "a very long label that says all that was asked for and a little more than that"
    red, white = (250, 0, 0), (246, 243, 238)
    sheet = contact_sheet("Long", [Cell(words, (plain(red),)), Cell("", (plain(red),))], 2)
    _, bottom, left, _ = places(sheet, red)
    beside = sheet[bottom + 2 :, left + 120 + 10 :]
    assert (beside == white).all()
    assert (sheet[bottom + 2 :].astype(int).sum(axis=2).min(axis=1) < 300).sum() > 18


def test_what_is_transparent_lies_on_white() -> None:
    cell = Cell("", (plain((0, 0, 0, 0)), plain((10, 20, 30))))
    sheet = contact_sheet("", [cell], 3)
    assert places(sheet, (255, 255, 255))[2] + 120 == places(sheet, (10, 20, 30))[2]


def test_a_sheet_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        contact_sheet("", [], 3)
    with pytest.raises(ValueError, match="at least one"):
        contact_sheet("", [Cell("", (plain((1, 2, 3)),))], 0)


def test_the_sheets_show_what_they_are_for() -> None:
    assert list(showcase.SHEETS) == ["prompts", "poses", "styles", "views", "hair"]
    assert len(set(showcase.PROMPTS)) == 40
    assert len(set(showcase.PEOPLE)) == 10
    assert len(set(showcase.HAIR)) == 20
    assert len(POSES) >= 24


def test_steps_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showcase, "PROMPTS", showcase.PROMPTS[:3])
    monkeypatch.setattr(showcase, "PEOPLE", showcase.PEOPLE[:1])
    monkeypatch.setattr(showcase, "POSES", {"waving": POSES["waving"]})
    monkeypatch.setattr(showcase, "HAIR", showcase.HAIR[:2])
    steps: dict[str, int] = {}
    for name, draw in showcase.SHEETS.items():
        steps[name] = 0

        def step(name: str = name) -> None:
            steps[name] += 1

        sheet = draw(step)
        assert sheet.dtype == np.uint8 and sheet.shape[2] == 3
        assert sheet.std() > 20
    assert steps == {"prompts": 3, "poses": 1, "styles": 1, "views": 1, "hair": 2}


def test_the_command_draws_into_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "pictures.py"), str(folder), "hair"],
        capture_output=True,
        text=True,
        check=True,
    )
    (line,) = done.stdout.splitlines()
    assert line.startswith("[1/1]") and "hair.png" in line
    assert [path.name for path in folder.iterdir()] == ["hair.png"]
    with Image.open(folder / "hair.png") as image:
        assert f"{image.width}x{image.height}" in line


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "pictures.py"), str(tmp_path), "cats"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "No such sheet: cats" in done.stderr and "prompts" in done.stderr
    assert not list(tmp_path.iterdir())


def test_what_is_asked_for_is_needed() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "pictures.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2 and "name a folder, or --docs" in done.stderr


@pytest.fixture(scope="module")
def program() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs" / "pictures.py"))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_for_the_documents_is_made_small_enough(
    program: dict[str, Any], kind: str
) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (160, 240, 3), np.uint8)
    image, data = program["small"](Image.fromarray(noise), kind, 20_000)
    assert len(data) <= 20_000
    with Image.open(io.BytesIO(data)) as saved:
        assert saved.format == kind and saved.size == image.size
        assert abs(saved.width / saved.height - 1.5) < 0.05
    whole, data = program["small"](Image.fromarray(noise), kind)
    assert whole.size == (240, 160)


def test_the_documents_pictures_are_small(
    program: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in (showcase, scenes, characters, motion, portraits):
        monkeypatch.setattr(each, "SHEETS", {})
    monkeypatch.setattr(showcase, "SHEETS", {"hair": lambda step: plain((9, 9, 9))})
    program["draw_documents"](tmp_path)
    drawn = {path.name for path in tmp_path.iterdir()}
    assert drawn == {f"{name}.png" for name in program["README"]} | {"sheet_hair.jpg"}
    assert all(path.stat().st_size <= 900_000 for path in tmp_path.iterdir())


def test_the_readme_shows_every_picture_there_is(program: dict[str, Any]) -> None:
    kept = {path.name: path.stat().st_size for path in (ROOT / "docs" / "images").iterdir()}
    pictures = {f"{name}.png" for name in program["README"]}
    assert kept.keys() == pictures | {f"sheet_{name}.jpg" for name in program["every_sheet"]()}
    assert all(size <= 900_000 for size in kept.values())
    shown = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in kept if f"docs/images/{name}" not in shown] == []


def test_the_installer_knows_the_command() -> None:
    options = cli.parser().parse_args(["sheets", "there", "poses"])
    assert (options.command, options.directory, options.name) == (
        "sheets", Path("there"), ["poses"],
    )  # fmt: skip
    with pytest.raises(SystemExit):
        cli.parser().parse_args(["sheets"])
