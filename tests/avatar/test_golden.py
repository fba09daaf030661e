"""Sixty requests, the same bytes on every platform and Python.

A change to what is drawn changes the table, and is to be looked at before it is accepted:

    AVATARFORGE_WRITE_GOLDEN=1 python -m pytest tests/avatar/test_golden.py
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from avatarforge.forge.avatar.artist import Wish, paint
from avatarforge.forge.avatar.features import VIEWS
from avatarforge.forge.avatar.framing import Framing
from avatarforge.forge.avatar.showcase import PROMPTS
from avatarforge.forge.avatar.styles import STYLES
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.pose.library import POSES, pose

TABLE = Path(__file__).with_name("golden.json")
WRITING = bool(os.environ.get("AVATARFORGE_WRITE_GOLDEN"))
REQUESTS = 60
FRAMINGS: tuple[Framing, ...] = get_args(Framing)
SIZES = ((192, 256), (256, 256), (160, 240), (320, 192))


def request(number: int) -> tuple[str, str, Wish]:
    """Its name, its words, and how it is to be shown; each turns at a pace of its own."""
    words = PROMPTS[number * 7 % len(PROMPTS)]
    view = VIEWS[number % len(VIEWS)]
    framing = FRAMINGS[number % 5 == 0]
    style = STYLES[number % len(STYLES)]
    named = list(POSES)[number * 3 % len(POSES)] if number % 2 else None
    width, height = SIZES[number // 4 % len(SIZES)]
    wish = Wish(
        view=view,
        framing=framing,
        style=style,
        pose=pose(named, view) if named else None,
        width=width,
        height=height,
        seed=number * number,
        transparent=number % 3 == 0,
    )
    return f"{number:02} {view} {framing} {style} {named or 'as told'}: {words}", words, wish


@pytest.fixture(scope="module")
def table() -> Iterator[dict[str, str]]:
    if not WRITING:
        yield json.loads(TABLE.read_text("ascii"))
        return
    written: dict[str, str] = {}
    yield written
    TABLE.write_text(json.dumps(written, indent=1) + "\n", "ascii")


@pytest.mark.parametrize("number", range(REQUESTS))
def test_the_same_bytes_everywhere(number: int, table: dict[str, str]) -> None:
    name, words, wish = request(number)
    painting = paint(read_words(words).features, wish)
    digest = hashlib.sha256(painting.picture.tobytes() + painting.svg.encode()).hexdigest()[:24]
    if WRITING:
        table[name] = digest
        pytest.skip("the table is being written")
    assert table[name] == digest


def test_the_requests_are_varied() -> None:
    wishes = [request(number)[2] for number in range(REQUESTS)]
    assert {wish.view for wish in wishes} == set(VIEWS)
    assert {wish.framing for wish in wishes} == set(FRAMINGS)
    assert {wish.style for wish in wishes} == set(STYLES)
    assert len({request(number)[1] for number in range(REQUESTS)}) == len(PROMPTS)
    assert len({wish.pose.name for wish in wishes if wish.pose}) >= 20
    assert {wish.transparent for wish in wishes} == {True, False}
