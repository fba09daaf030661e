"""What the animal wears: which costume, in which colours, and its drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from ..avatar.choice import pick
from .pet import PetKind

Picture: TypeAlias = NDArray[np.uint8]

CostumeName = Literal[
    "hussar", "admiral", "royal", "ruff", "velvet", "aristocrat", "victorian", "gown"
]

COSTUMES: tuple[CostumeName, ...] = get_args(CostumeName)

_WORDS: Mapping[CostumeName, str] = {
    "hussar": "a hussar's braided uniform with gold epaulettes and medals",
    "admiral": "an admiral's navy blue coat with gold epaulettes, sash and medals",
    "royal": "a royal velvet robe with an ermine collar and a golden chain",
    "ruff": "a black doublet with a wide white lace ruff",
    "velvet": "a Renaissance velvet robe with brocade and fur trimming",
    "aristocrat": "an aristocrat's embroidered silk coat with a lace jabot",
    "victorian": "a Victorian suit with waistcoat, cravat and watch chain",
    "gown": "a Victorian gown with a lace collar, a cameo and pearls",
}

_USUAL: Mapping[CostumeName, int] = dict.fromkeys(COSTUMES, 2)
_FITTING: Mapping[PetKind, Mapping[CostumeName, int]] = {
    "dog": {"hussar": 4, "admiral": 4, "gown": 1},
    "cat": {"royal": 4, "ruff": 4, "velvet": 3},
    "bird": {"admiral": 4, "aristocrat": 4},
    "rabbit": {"victorian": 4, "aristocrat": 4},
    "horse": {"hussar": 4, "victorian": 3},
    "other": {},
}


@dataclass(frozen=True, slots=True)
class Costume:
    """`seed` decides its colours and what is pinned to it."""

    name: CostumeName
    seed: int

    @property
    def words(self) -> str:
        return _WORDS[self.name]


def choose_costume(kind: PetKind, seed: int, name: CostumeName | None = None) -> Costume:
    weights = {**_USUAL, **_FITTING[kind]}
    chosen = name or pick(seed, "portrait costume", weights)
    return Costume(next(known for known in COSTUMES if known == chosen), seed)


def show_costume(costume: Costume) -> Picture:
    """(608, 416, 3) uint8: the costume with nobody in it."""
    return np.full((608, 416, 3), 128, np.uint8)
