"""Comic book: black ink with weight, few flat printing colours, dots of the printing screen
on the side turned from the light and rising behind the figure, on paper not quite white."""

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
    ramp,
    saturated,
    smooth,
    thickest,
    wide,
)
from .relief import relief
from .scene import Scene

_PAPER = (255, 250, 238)
# directions of half a turn, evenly apart
_BEAMS = ((64, 12), (54, 36), (36, 54), (12, 64), (-12, 64), (-36, 54), (-54, 36), (-64, 12))
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


def render(colour: Plane, scene: Scene) -> tuple[Plane, Plane]:
    flat = mixed(kuwahara(colour, 2 + scene.zoom), colour, scene.fine)
    tone = luma(flat)
    # The steps are steps of brightness: each colour keeps its hue. A face keeps its own
    # tone, so that dark skin is dark and not black.
    step = curve(*_STEPS)[tone].astype(np.int16) - tone
    printed = clipped(flat.astype(np.int16) + scene.spared(step, 205))
    printed = saturated(printed, luma(printed), 92)
    picture = _screened(printed, flat, scene)
    paper = np.array(_PAPER, np.uint16)[:, np.newaxis, np.newaxis]
    picture = ((picture * paper + 128) >> 8).astype(np.uint8)
    black = np.array([18, 14, 22], np.uint8)[:, np.newaxis, np.newaxis]
    return mixed(picture, black, _ink(luma(colour), scene)), scene.alpha


def _screened(printed: Plane, flat: Plane, scene: Scene) -> Plane:
    """Dots on a grid turned by 45 degrees, larger where it is darker."""
    height, width = scene.shape
    pitch = scene.marks(4, 3)
    grid = _screen(height, width, pitch)
    if scene.apart:
        form = relief(flat, scene.body)
        turned = np.clip((114 - form.lit(0, 128).astype(np.int16)) * 6, 0, 176)
        # The face stays clean, and in black there is nothing to print.
        shade = scene.spared(turned, 216)
        shade = (shade * curve((0, 0), (40, 60), (90, 255), (255, 255))[luma(flat)]) >> 8
    else:
        # A picture of anything: its half tones are where it is neither light nor dark.
        shade = curve((0, 90), (70, 120), (150, 96), (205, 20), (225, 0), (255, 0))[
            smooth(luma(flat), 2)
        ].astype(np.int16)
    darker = (printed.astype(np.uint16) * 9 >> 4).astype(np.uint8)
    picture = mixed(printed, darker, clipped((shade - grid) * 5))
    if not scene.apart or scene.cut_out:
        return picture
    # Behind the figure coarser dots rise from below.
    ground = ramp(height, 20, 230).astype(np.int16)[:, np.newaxis] - 30
    coarse = _screen(height, width, pitch * 2)
    rising = clipped((ground - coarse) * 5)
    # Of the backdrop's ink as much as there is, half again, and more than twice as much; but
    # little of its black.
    ink = 255 - flat.astype(np.uint16)
    ink -= ink.min(axis=0) * 5 >> 3
    light = (255 - ink).astype(np.uint8)
    full = (255 - np.minimum(ink * 3 >> 1, 235)).astype(np.uint8)
    tint = (255 - np.minimum(ink * 9 >> 2, 235)).astype(np.uint8)
    backdrop = mixed(np.where(_rays(scene), full, light), tint, rising)
    return mixed(backdrop, picture, scene.body)


def _rays(scene: Scene) -> npt.NDArray[np.bool_]:
    """(H, W): every other one of sixteen beams from behind the figure."""
    height, width = scene.shape
    x = np.arange(width, dtype=np.int32)[np.newaxis, :] - width // 2
    y = np.arange(height, dtype=np.int32)[:, np.newaxis] - height * 2 // 5
    beam = np.zeros(scene.shape, np.bool_)
    for across, down in _BEAMS:
        beam ^= x * down > y * across
    return beam


def _ink(light: Plane, scene: Scene) -> Plane:
    """Lines where it is darker than around, solid black in the deepest shadows, and a bold
    contour; on the face only the drawn line."""
    narrow = smooth(light, 1).astype(np.int16) if scene.side >= 384 else light.astype(np.int16)
    broad = smooth(light, 3 + min(1, scene.zoom)).astype(np.int16)
    line = np.clip((broad - narrow - 12) * 12, 0, 255).astype(np.uint8)
    solid = np.clip((wide(light, 1, 1).astype(np.int16) * -1 + 34) * 16, 0, 255).astype(np.uint8)
    ink: Plane = scene.spared(np.maximum(line, solid), 234)
    if not scene.apart:
        return ink
    # A glow around something is no edge.
    solid = clipped((scene.body.astype(np.int16) - 128) * 4)
    edge = 255 - solid
    for _ in range(scene.marks(2)):
        edge = thickest(edge)
    rim = clipped((edge.astype(np.int16) - 100) * 3)
    drawn: Plane = np.maximum(ink, np.minimum(rim, solid))
    return drawn


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
