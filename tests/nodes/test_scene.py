"""Draw Scene, as a graph runs it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from avatarforge.forge.host.embedded.context import Execution, entered
from avatarforge.forge.host.port import Directories
from avatarforge.forge.story.scene import Scene
from avatarforge.nodes.scene import DrawScene

SCENE = Scene(text="walking on the beach", setting="beach", actions=("walking",),
              people=("alice", "bob"))  # fmt: skip
PEOPLE = json.dumps(
    [
        {"handle": "bob", "avatar_features": {"observed": {"hair_color": "black"}}},
        {"handle": "alice", "avatar_features": {"observed": {"gender": "female"}}},
    ]
)


@pytest.fixture(autouse=True)
def run(tmp_path: Path) -> Iterator[None]:
    """A node's turn, with folders of its own for the preview."""
    folders = Directories(
        private=tmp_path / "private",
        input=tmp_path / "input",
        output=tmp_path / "output",
        temp=tmp_path / "temp",
    )
    with entered(Execution("prompt", "1", folders)):
        yield


def drawn(scene: Scene = SCENE, people: str = PEOPLE, **inputs: Any) -> tuple[Any, ...]:
    inputs = {"style": "anime", "realism": False, "seed": 3, "width": 320, "height": 256, **inputs}
    output = DrawScene.execute(scene, people=people, **inputs)
    found: tuple[Any, ...] = output.args
    return found


def test_a_scene_becomes_an_image_and_a_mask() -> None:
    image, mask, notes = drawn(notes="From before")
    assert image.shape == (1, 256, 320, 3) and image.dtype == torch.float32
    assert mask.shape == (1, 256, 320)
    assert 0.02 < float(mask.mean()) < 0.7
    assert notes == "From before"


def test_handles_find_their_people_in_any_order() -> None:
    image, *_ = drawn()
    turned, *_ = drawn(people=json.dumps(json.loads(PEOPLE)[::-1]))
    assert torch.equal(image, turned)


def test_who_is_not_described_is_told() -> None:
    _, mask, notes = drawn(people="")
    assert notes == "What alice looks like is not known\nWhat bob looks like is not known"
    assert float(mask.mean()) > 0.02


def test_a_scene_without_people() -> None:
    _, mask, notes = drawn(Scene(text="a beach", setting="beach"), people="")
    assert not mask.any() and notes == ""


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ("{", "no JSON"),
        ('{"handle": "alice"}', "list of objects"),
        ('[{"avatar_features": {}}]', "handle"),
        ('[{"handle": "alice", "avatar_features": 5}]', "avatar_features"),
        ('[{"handle": "alice", "avatar_features": {"observed": {"gender": 5}}}]', "gender"),
    ],
)
def test_bad_people_are_refused_in_words(people: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        drawn(people=people)


def test_what_is_not_understood_is_told() -> None:
    people = '[{"handle": "alice", "avatar_features": {"observed": {"hair_color": "qwrt"}}}]'
    *_, notes = drawn(people=people)
    assert "Features of alice not understood: hair_color: qwrt" in notes
