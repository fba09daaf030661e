"""What the animal wears: which costume, in which colours, and its drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..avatar.choice import draw, pick
from ..avatar.raster import rasterise
from . import uniforms, wardrobe
from .cloth import HEIGHT, WIDTH, Sheet
from .pet import PetKind

Picture: TypeAlias = NDArray[np.uint8]

CostumeName = Literal[
    "hussar", "admiral", "royal", "ruff", "velvet", "aristocrat", "victorian", "gown"
]

COSTUMES: tuple[CostumeName, ...] = get_args(CostumeName)

_FIGURE = 1.1  # the drawing's size in the picture; its lower edge stays
CHIN = 1 - (HEIGHT - 676) * _FIGURE / HEIGHT
"""How far down a head's chin goes, in heights of the picture; it is in the middle."""

_DRAWN: Mapping[CostumeName, Callable[[Sheet, Sheet, dict[str, str]], None]] = {
    "hussar": uniforms.hussar,
    "admiral": uniforms.admiral,
    "royal": wardrobe.royal,
    "ruff": wardrobe.ruff_doublet,
    "velvet": wardrobe.velvet,
    "aristocrat": wardrobe.aristocrat,
    "victorian": wardrobe.victorian,
    "gown": wardrobe.gown,
}

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

# Cloth, and facing or what is worn below it.
_CLOTHS: Mapping[CostumeName, tuple[tuple[str, str], ...]] = {
    "hussar": (
        ("#7c1a20", "#1c2444"), ("#1d2b52", "#8a1c22"), ("#1f3d2e", "#8a1c22"),
        ("#23222a", "#7c1a20"), ("#c9bea8", "#1d2b52"),
    ),
    "admiral": (
        ("#18234a", "#18234a"), ("#1b2a3e", "#d9ccb2"), ("#1f1d28", "#7c1a20"),
        ("#6e171d", "#d9ccb2"),
    ),
    "royal": (
        ("#7e1420", "#b98a34"), ("#221a56", "#c9a45c"), ("#3d1244", "#a87a2c"),
        ("#0f3a34", "#b08a3c"),
    ),
    "ruff": (
        ("#1c1a20", "#7c1a20"), ("#4a141c", "#c9a45c"), ("#1e2a44", "#c9a45c"),
        ("#2e3a22", "#c9a45c"), ("#6a4a1e", "#3a1416"),
    ),
    "velvet": (
        ("#4e1220", "#8a6428"), ("#173630", "#9a7430"), ("#2a1c48", "#8a6428"),
        ("#33201a", "#7c1a20"), ("#16284a", "#a8823a"),
    ),
    "aristocrat": (
        ("#6f8fa8", "#e0d2b4"), ("#a86a70", "#eadfc8"), ("#5e2440", "#d8c08a"),
        ("#3c5a4a", "#e0d2b4"), ("#b08c4a", "#e8dcc4"),
    ),
    "victorian": (
        ("#1e1c22", "#6a1a24"), ("#3a2a22", "#4a5a3a"), ("#20283a", "#8a6a34"),
        ("#2c3830", "#7a5a2e"),
    ),
    "gown": (
        ("#2c4a6e", "#2c4a6e"), ("#7c2434", "#7c2434"), ("#2f5a48", "#2f5a48"),
        ("#5c3a6e", "#5c3a6e"), ("#b8904c", "#b8904c"),
    ),
}  # fmt: skip
_SASHES = ("#8a1c26", "#24508c", "#2f6a4a", "#6a2a5a", "#9a3a22")
_GEMS = ("#a01424", "#1a4a9a", "#14703c", "#6a2a8a")
_FURS = ("#3a281c", "#6e4a2c", "#8c7660", "#241c18")

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
    def colours(self) -> dict[str, str]:
        """By the part that has it."""
        cloths = _CLOTHS[self.name]
        cloth, facing = cloths[int(draw(self.seed, "portrait cloth") * len(cloths))]
        return {
            "cloth": cloth,
            "facing": facing,
            "sash": _one_of(_SASHES, self.seed, "sash"),
            "gem": _one_of(_GEMS, self.seed, "gem"),
            "fur": _one_of(_FURS, self.seed, "fur"),
        }

    @property
    def words(self) -> str:
        return _WORDS[self.name]


def _one_of(options: Sequence[str], seed: int, path: str) -> str:
    return options[int(draw(seed, f"portrait {path}") * len(options))]


def choose_costume(kind: PetKind, seed: int, name: CostumeName | None = None) -> Costume:
    weights: dict[str, int] = {
        each: _FITTING[kind].get(each, usual) for each, usual in _USUAL.items()
    }
    chosen = name or pick(seed, "portrait costume", weights)
    return Costume(next(known for known in COSTUMES if known == chosen), seed)


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """Straight alpha, (H, W, 4) uint8 each: what is behind the head, and what is before it."""

    under: Picture
    over: Picture


def draw_costume(costume: Costume, width: int, height: int) -> Drawn:
    """For a head whose chin is at `CHIN`, in a picture of any size: the figure keeps its
    height's share of it and stands in the middle."""
    tall = HEIGHT / _FIGURE
    wide = tall * width / height
    box = ((WIDTH - wide) / 2, HEIGHT - tall, wide, tall)
    under = Sheet("u", costume.seed)
    over = Sheet("o", costume.seed)
    _DRAWN[costume.name](under, over, costume.colours)
    # What is behind is broad and soft: half its size is enough, and four times as fast.
    half = max(1, (width + 1) // 2), max(1, (height + 1) // 2)
    behind = Image.fromarray(rasterise(under.svg(*half, box), *half))
    grown = np.asarray(behind.resize((width, height), Image.Resampling.BICUBIC))
    return Drawn(grown, rasterise(over.svg(width, height, box), width, height))


def show_costume(costume: Costume) -> Picture:
    """(608, 416, 3) uint8: the costume with nobody in it."""
    drawn = draw_costume(costume, 416, 608)
    shown: NDArray[np.floating] = np.full((608, 416, 3), (92, 80, 70), np.float32)
    for layer in (drawn.under, drawn.over):
        share = layer[..., 3:].astype(np.float32) / 255
        shown = layer[..., :3] * share + shown * (1 - share)
    return shown.round().astype(np.uint8)
