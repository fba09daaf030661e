"""Photographs of animals for the tests, good and bad ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import skimage.data
from avatarforge.forge.portrait.stand_ins import photograph
from PIL import Image

Picture = np.ndarray[Any, Any]


def cat() -> Picture:
    picture: Picture = skimage.data.chelsea()
    return picture


def resized(picture: Picture, width: int, height: int) -> Picture:
    return np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.BICUBIC))


def noisy() -> Picture:
    noise = np.random.default_rng(1).normal(0, 28, cat().shape)
    return np.clip(cat() + noise, 0, 255).astype(np.uint8)


def grey() -> Picture:
    return np.repeat(cat().mean(axis=2, keepdims=True).astype(np.uint8), 3, axis=2)


def cut_out() -> Picture:
    """The dog on a transparent ground."""
    dog = photograph("dog")
    height, width = dog.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    inside = np.hypot((x - 300) / 150, (y - 250) / 170) < 1
    return np.dstack([dog, (inside * 255).astype(np.uint8)])


ODD: Mapping[str, Callable[[], Picture]] = {
    "noisy": noisy,
    "tiny": lambda: resized(cat(), 64, 42),
    "huge": lambda: resized(cat(), 5200, 3500),
    "transparent": cut_out,
    "grey": grey,
    "tall": lambda: photograph("dog", width=300, height=900),
    "broad": lambda: photograph("rabbit", width=900, height=240),
    "flat": lambda: np.full((120, 160, 3), 90, np.uint8),
    "black": lambda: np.zeros((90, 90, 3), np.uint8),
    "noise alone": lambda: np.random.default_rng(2).integers(0, 256, (200, 200, 3), np.uint8),
    "a pixel": lambda: np.full((1, 1, 3), 200, np.uint8),
    "a line": lambda: np.full((3, 700, 3), 30, np.uint8),
    "all transparent": lambda: np.zeros((80, 80, 4), np.uint8),
}
