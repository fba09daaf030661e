"""What is behind the animal: a studio's dark ground, a room, a landscape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..avatar.choice import draw, pick
from ..avatar.paint import rgb
from ..avatar.raster import rasterise
from ..avatar.styles.planes import clouds, smooth
from . import interiors, outdoors
from .cloth import HEIGHT, WIDTH, Sheet
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

_GROUNDS = (
    ("#1c120c", "#7a5636"),
    ("#141816", "#586048"),
    ("#1a0f10", "#74443a"),
    ("#12161c", "#4e5c66"),
    ("#1e160a", "#8a6a36"),
)
_DRAWN: Mapping[SettingName, Callable[[Sheet, float, float], None]] = {
    "drapery": interiors.drapery,
    "library": interiors.library,
    "palace": interiors.palace,
    "landscape": outdoors.landscape,
    "throne": interiors.throne,
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
    weights: dict[str, int] = {
        name: _FITTING[kind].get(name, usual) for name, usual in _USUAL.items()
    }
    chosen = pick(seed, "portrait setting", weights)
    return next(known for known in SETTINGS if known == chosen)


def paint_setting(name: SettingName, seed: int, width: int, height: int) -> Picture:
    """(height, width, 3) uint8: darker than the figure will be, lighter behind its head."""
    if name == "studio":
        return toned(_ground(seed, width, height), seed, 30)
    sheet = Sheet("s", seed)
    wide = HEIGHT * width / height
    box = ((WIDTH - wide) / 2, 0.0, wide, float(HEIGHT))
    _DRAWN[name](sheet, box[0], box[0] + wide)
    # It is out of focus: half the size is drawn sixteen times as fast, blurs and all.
    half = max(1, (width + 1) // 2), max(1, (height + 1) // 2)
    drawn = Image.fromarray(rasterise(sheet.svg(*half, box), *half)[..., :3])
    return toned(np.asarray(drawn.resize((width, height), Image.Resampling.BICUBIC)), seed, 14)


def _ground(seed: int, width: int, height: int) -> Picture:
    """Of one colour, out of the dark into a glow behind the head."""
    dark, light = _GROUNDS[int(draw(seed, "portrait ground") * len(_GROUNDS))]
    y, x = np.ogrid[:height, :width]
    away = np.hypot((x - 0.44 * width) / (0.75 * height), (y - 0.4 * height) / (0.72 * height))
    glow = np.clip(1 - away, 0, 1).astype(np.float32) ** 1.3
    ends = [np.array(rgb(colour), np.float32) * 255 for colour in (dark, light)]
    out: Picture = (ends[0] + (ends[1] - ends[0]) * glow[..., None]).astype(np.uint8)
    return out


def toned(picture: Picture, seed: int, mottle: int) -> Picture:
    """Out of focus a little, uneven as thin paint is, and falling off from the left above."""
    height, width = picture.shape[:2]
    planes = np.ascontiguousarray(picture.transpose(2, 0, 1))
    level = max(1, min(2, round(np.log2(max(height, 1) / 300))))
    soft = smooth(planes, level).astype(np.int16)
    lumps = max(3, min(7, round(np.log2(max(height, 1) / 10))))
    broad = clouds(height, width, lumps, (seed + 5) & 0x7FFFFFFF).astype(np.int16) - 128
    fine = clouds(height, width, lumps - 2, (seed + 6) & 0x7FFFFFFF).astype(np.int16) - 128
    shade = (broad * 2 + fine) * mottle // 384
    light = soft.max(axis=0) // 2 + 40
    soft += shade * light // 128
    soft[0] += broad // 24
    soft[2] -= broad // 24
    y, x = np.ogrid[:height, :width]
    away = np.hypot((x - 0.4 * width) / width, (y - 0.36 * height) / height)
    fall = np.clip(1.08 - 0.75 * away, 0.3, 1.0).astype(np.float32)
    toned_ = np.clip(soft, 0, 255).transpose(1, 2, 0) * fall[..., None]
    return np.ascontiguousarray(toned_.astype(np.uint8))
