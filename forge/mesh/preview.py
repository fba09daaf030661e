"""Pictures of a mesh for people: stills, turns, and the bones inside."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from .camera import Camera, rig_around
from .device import NUMPY
from .device_torch import chosen, done_on
from .mesh import Mesh, vertex_normals
from .raster import What, render
from .rig import Rig

Picture: TypeAlias = NDArray[np.uint8]

GROUND = 0.93  # sRGB
_VEIL = 0.45  # of the ground's brightness laid over a mesh whose bones are shown
_LEFT, _RIGHT, _MIDDLE = (214, 92, 38), (38, 110, 214), (70, 70, 80)
_MARGIN = 0.06
_THREADS = 2
_SMALL = 768  # pixels up to which four samples make a pixel


def turntable(
    mesh: Mesh,
    *,
    frames: int = 1,
    size: int = 512,
    what: What = "shaded",
    azimuth: float = 25.0,
    elevation: float = 8.0,
    rig: Rig | None = None,
    told: Callable[[], None] = lambda: None,
    device: str | None = None,
) -> list[Picture]:
    """`frames` pictures (size, size, 3) uint8 of a full turn that begins at `azimuth`.

    All with one scale. `rig` shows its bones: the left's warm, the right's cold. `told` is
    called after each frame. `device` is where they are made, as for `bake`. Raises MeshError
    for a mesh without an extent, ValueError for a device that there is not.
    """
    on = chosen(device)
    turn = [(azimuth + 360 * number / frames, elevation) for number in range(frames)]
    if mesh.normals is None:
        mesh = replace(mesh, normals=vertex_normals(mesh))  # once for all frames

    def taken(camera: Camera) -> Picture:
        samples = 2 if size <= _SMALL else 1
        shown = partial(render, mesh, camera, what=what, background=GROUND, supersample=samples)
        picture = done_on(on, shown)
        pixels = np.rint(picture * 255).astype(np.uint8)
        return pixels if rig is None else _with_bones(pixels, rig, camera)

    cameras = rig_around(mesh, turn, margin=_MARGIN, size=size)
    pictures: list[Picture] = []
    threads = _THREADS if on is NUMPY else 1
    with ThreadPoolExecutor(threads) as pool:
        # A few at a time, so that `told` can put an end to it.
        for start in range(0, frames, threads):
            for picture in pool.map(taken, cameras[start : start + threads]):
                pictures.append(picture)
                told()
    return pictures


def _with_bones(picture: Picture, rig: Rig, camera: Camera) -> Picture:
    veiled = picture * (1 - _VEIL) + 255 * GROUND * _VEIL
    scale = 2  # drawn larger, for Pillow's lines have steps
    high, wide = picture.shape[:2]
    canvas = Image.fromarray(np.rint(veiled).astype(np.uint8))
    canvas = canvas.resize((wide * scale, high * scale), Image.Resampling.BILINEAR)
    draw = ImageDraw.Draw(canvas)
    heads = camera.project(rig.heads)[:, :2] * scale
    tails = camera.project(rig.tails)[:, :2] * scale
    thick = max(2, round(0.006 * wide * scale))
    for name, head, tail in zip(rig.names, heads, tails, strict=True):
        lower = name.lower()
        colour = _LEFT if "left" in lower else _RIGHT if "right" in lower else _MIDDLE
        draw.line([*head, *tail], fill=colour, width=thick)
        draw.ellipse([*(head - 1.4 * thick), *(head + 1.4 * thick)], fill=colour)
        draw.ellipse([*(tail - 0.7 * thick), *(tail + 0.7 * thick)], fill=colour)
    return np.asarray(canvas.resize((wide, high), Image.Resampling.BOX))
