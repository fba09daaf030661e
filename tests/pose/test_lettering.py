"""The stroke alphabet."""

from __future__ import annotations

import re
import string

import pytest
from avatarforge.forge.avatar.raster import rasterise
from avatarforge.forge.pose.lettering import letter_path, text_width
from hypothesis import given
from hypothesis import strategies as st

ALPHABET = string.ascii_uppercase + string.digits + ".,:;!?'\"-_+=/\\|()[]<>*#%&@"


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+\.\d+", path)]


def test_every_letter_has_a_shape_of_its_own() -> None:
    shapes = {character: letter_path(character, 0, 6, 6) for character in ALPHABET}
    assert all(shapes.values())
    assert len(set(shapes.values())) == len(ALPHABET)


@given(st.text(max_size=30), st.floats(4, 100))
def test_any_text_gives_a_path_of_its_width(text: str, height: float) -> None:
    path = letter_path(text, 10, 200, height)
    assert re.fullmatch(r"(?:[MLCZ]|-?\d+\.\d+ )*", path)
    right = 10 + text_width(text, height)
    assert all(10 - height <= x <= right + height for x in numbers(path)[::2])


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 50), ("end", 0)])
def test_anchors(anchor: str, left: float) -> None:
    width = text_width("HIH", 12)
    path = letter_path("HIH", 100, 50, 12, anchor)  # type: ignore[arg-type]
    across = numbers(path)[::2]
    assert min(across) == pytest.approx(100 - width * (100 - left) / 100, abs=0.01)
    assert max(across) - min(across) == pytest.approx(width, abs=0.02)


def test_the_baseline_and_the_height_are_as_asked() -> None:
    down = numbers(letter_path("H", 0, 50, 12))[1::2]
    assert (min(down), max(down)) == (38, 50)


def test_small_and_accented_letters_are_written_as_capitals() -> None:
    assert letter_path("\u00e9l\u00e0n", 0, 0, 9) == letter_path("ELAN", 0, 0, 9)
    assert letter_path("\u65e5", 0, 0, 9) == letter_path("\u672c", 0, 0, 9) != ""
    assert letter_path("", 0, 0, 9) == ""


def test_it_can_be_rasterised() -> None:
    path = letter_path("A-Z & 0-9", 5, 40, 30)
    picture = rasterise(
        '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="50">'
        f'<path d="{path}" fill="none" stroke="#000" stroke-width="3"/></svg>',
        240,
        50,
    )
    assert (picture[..., 3] > 0).mean() > 0.05
