"""What is behind the animal: a studio's dark ground, a room, a landscape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from ..avatar.choice import pick
from .pet import PetKind

Picture: TypeAlias = NDArray[np.uint8]

SettingName = Literal["studio", "drapery", "library", "palace", "landscape", "throne"]

SETTINGS: tuple[SettingName, ...] = get_args(SettingName)

WORDS: Mapping[SettingName, str] = {
    "studio": "a dark umber studio ground",
    "drapery": "heavy velvet drapery and a marble column",
    "library": "a library with leather-bound books",
    "palace": "a palace interior with a tall window",
    "landscape": "a classical landscape under a glowing evening sky",
    "throne": "a carved golden throne with red velvet",
}

_USUAL: Mapping[SettingName, int] = dict.fromkeys(SETTINGS, 2)
_FITTING: Mapping[PetKind, Mapping[SettingName, int]] = {
    "dog": {"landscape": 3, "library": 3},
    "cat": {"drapery": 3, "throne": 3},
    "bird": {"landscape": 4},
    "rabbit": {"landscape": 3, "library": 3},
    "horse": {"landscape": 4, "library": 1, "throne": 1},
    "other": {},
}


def choose_setting(kind: PetKind, seed: int) -> SettingName:
    chosen = pick(seed, "portrait setting", {**_USUAL, **_FITTING[kind]})
    return next(known for known in SETTINGS if known == chosen)


def paint_setting(name: SettingName, seed: int, width: int, height: int) -> Picture:
    """(height, width, 3) uint8."""
    y, x = np.mgrid[0:height, 0:width]
    away = np.hypot(x / width - 0.4, (y / height - 0.35) * 1.2)
    light = np.clip(1 - away, 0.15, 1)[..., None]
    ground: Picture = (np.array([120, 86, 54]) * light).astype(np.uint8)
    return ground
