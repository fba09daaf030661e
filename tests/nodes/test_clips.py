"""Films between nodes: many pictures, of which no more than needed are in memory at once."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
import numpy.typing as npt
import pytest
import torch
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.motion.film import FilmWish, filmed
from avatarforge.forge.motion.quality import judge_loop
from avatarforge.nodes.motion import _clip
from avatarforge.nodes.pictures import Pictures, to_image

Picture = npt.NDArray[np.uint8]


def noise(count: int, channels: int = 4) -> list[Picture]:
    generator = np.random.default_rng(4)
    shape = (24, 40, channels)
    return [generator.integers(0, 256, shape, np.uint8) for _ in range(count)]


def test_a_clip_is_what_its_pictures_were() -> None:
    pictures = noise(7)
    images = _clip(iter(pictures), 7, 24, 40)
    assert torch.equal(images, to_image(*pictures)) and images.dtype == torch.float32
    for count in (6, 8):
        with pytest.raises(ValueError, match="zip"):
            _clip(iter(pictures), count, 24, 40)


def test_a_films_frames_come_one_by_one() -> None:
    told: list[int] = []
    wish = FilmWish(width=64, height=64, frames=40, fps=8.0, seed=2)
    frames = filmed(Features(), None, wish, told=told.append)
    held = []
    for index, picture in enumerate(frames):
        assert told == list(range(1, index + 2))
        held.append(weakref.ref(picture))
        del picture
    # But for what the next shot is mixed with, nothing is kept.
    assert len(held) == 40 and not any(ref() is not None for ref in held)


def test_the_pictures_of_a_batch_are_a_sequence() -> None:
    made = noise(5, 3)
    seen = Pictures(to_image(*made))
    assert len(seen) == 5
    for index in (*range(5), -1):
        assert np.array_equal(seen[index], made[index])
    assert [np.array_equal(a, b) for a, b in zip(seen, made, strict=True)] == [True] * 5
    assert [picture.tolist() for picture in seen[1::2]] == [each.tolist() for each in made[1::2]]
    for index in (5, -6):
        with pytest.raises(IndexError):
            seen[index]


class Counted(Sequence[Picture]):
    """Makes each picture when it is asked for, and counts how many are held at once."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._held = 0
        self.most = 0

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Picture: ...

    @overload
    def __getitem__(self, index: slice) -> list[Picture]: ...

    def __getitem__(self, index: int | slice) -> Picture | list[Picture]:
        assert isinstance(index, int)
        if index >= self._count:
            raise IndexError(index)
        picture = np.full((200, 200, 3), index, np.uint8)
        self._held += 1
        self.most = max(self.most, self._held)
        weakref.finalize(picture, self._let_go)
        return picture

    def _let_go(self) -> None:
        self._held -= 1

    def __iter__(self) -> Iterator[Picture]:
        return (self[index] for index in range(self._count))


def test_a_film_is_judged_picture_by_picture() -> None:
    film = Counted(40)
    judge_loop(film, loops=False)
    assert film.most <= 2
