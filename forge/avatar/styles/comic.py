"""Comic book: black ink with weight, few flat printing colours, dots of the printing screen
in the half tones, on paper that is not quite white."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .planes import (
    Plane,
    clipped,
    curve,
    kuwahara,
    luma,
    mixed,
    saturated,
    smooth,
    thickest,
    wide,
)

_PAPER = (255, 250, 238)
# Four printed strengths of each ink.
_STEPS = (
    (0, 8),
    (44, 20),
    (60, 92),
    (108, 108),
    (124, 166),
    (178, 184),
    (196, 224),
    (224, 240),
    (236, 255),
    (255, 255),
)


def render(colour: Plane, alpha: Plane, seed: int) -> tuple[Plane, Plane]:
    del seed
    height, width = alpha.shape
    flat = kuwahara(colour, 2)
    tone = luma(flat)
    # The steps are steps of brightness: each colour keeps its hue.
    step = curve(*_STEPS)[tone].astype(np.int16) - tone
    printed = clipped(flat.astype(np.int16) + step)
    printed = saturated(printed, luma(printed), 92)
    # Half tones: dots on a grid turned by 45 degrees, larger where the picture is darker.
    pitch = max(4, min(height, width) // 84)
    darkness = curve((0, 150), (70, 150), (150, 90), (205, 20), (225, 0), (255, 0))[smooth(tone, 2)]
    dot = clipped((darkness.astype(np.int16) - _screen(height, width, pitch)) * 5)
    shade = (printed.astype(np.uint16) * 9 >> 4).astype(np.uint8)
    picture = mixed(printed, shade, dot)
    paper = np.array(_PAPER, np.uint16)[:, np.newaxis, np.newaxis]
    picture = ((picture * paper + 128) >> 8).astype(np.uint8)
    # Ink: lines where it is darker than around, solid black in the deep shadows.
    light = luma(colour)
    narrow, broad = smooth(light, 1).astype(np.int16), smooth(light, 3).astype(np.int16)
    line = np.clip((broad - narrow - 9) * 14, 0, 255).astype(np.uint8)
    line = thickest(line) if min(height, width) >= 384 else line
    solid = np.clip((wide(light, 1, 1).astype(np.int16) * -1 + 42) * 16, 0, 255).astype(np.uint8)
    rim = np.clip((thickest(thickest(255 - alpha)).astype(np.int16) - 100) * 3, 0, 255)
    ink = np.maximum(np.maximum(line, solid), rim.astype(np.uint8))
    black = np.array([18, 14, 22], np.uint8)[:, np.newaxis, np.newaxis]
    return mixed(picture, black, ink), alpha


def _screen(height: int, width: int, pitch: int) -> npt.NDArray[np.int16]:
    """The printing screen: 0 in the middle of a dot, rising to 255 between four of them."""
    x, y = np.arange(width, dtype=np.int32), np.arange(height, dtype=np.int32)
    across = (x[np.newaxis, :] + y[:, np.newaxis]) % (2 * pitch) - pitch
    down = (x[np.newaxis, :] - y[:, np.newaxis]) % (2 * pitch) - pitch
    away = across * across + down * down
    result: npt.NDArray[np.int16] = np.minimum(away * 255 // (pitch * pitch * 2), 255).astype(
        np.int16
    )
    return result
