"""Bakes pictures of a mesh into its texture."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .atlas import Atlas, check_uvs, lay_out
from .bake_views import View, look
from .camera import Camera
from .device import NUMPY, Device
from .device_torch import chosen
from .exposure import Levelling, level_exposure
from .inpaint import fill, gutters
from .mesh import Floats, Mesh, MeshError, cleaned
from .seams import find_seams, level_seams
from .sharpen import sharpen

log = logging.getLogger(__name__)

_FINE = 60_000  # faces up to which a coarse mesh is divided: the fill works on its vertices
_SIZES = (16, 8192)
_FIT = 0.06  # of the detail: views that differ more do not fit each other to a pixel
_AGREE, _DIFFER = 0.02, 0.06  # how far views may differ before only the best gives the detail


@dataclass(frozen=True, slots=True, eq=False)
class Baked:
    """`texture` (T, T, 3) uint8 sRGB, every texel filled. `coverage` (T, T) float32: 1 where a
    picture painted, 0 where it was filled in or is no chart. `confidence` (T, T) float32 in
    0..1: how squarely, and how far from an outline, the best picture sees it. `report` is
    ready for JSON."""

    texture: NDArray[np.uint8]
    coverage: Floats
    confidence: Floats
    report: dict[str, Any]


def bake(
    mesh: Mesh,
    images: ArrayLike,
    cameras: Sequence[Camera],
    *,
    masks: ArrayLike | None = None,
    size: int = 1024,
    level: bool = True,
    seam_levelling: bool = True,
    sharp: bool = True,
    device: str | None = None,
) -> Baked:
    """The texture (size, size) that makes the mesh look like the pictures.

    `images` (K, H, W, 3) are uint8, or float in 0..1, sRGB, one for each camera; a camera of
    another size with the same proportions is taken for theirs. `masks` (K, H, W), bool or in
    0..1, say where a picture counts. With `level` the pictures are brought to the
    exposure of the first; with `seam_levelling` the two sides of each seam are made equal; with
    `sharp` edges stay short where they are seen at a slant only, given views that fit each
    other. `device` is where the pictures are looked at: None for a GPU where torch finds one
    and else numpy, "numpy", or torch's name of a device; the report's `device` says which it
    was. The same call gives the same bytes with numpy; a GPU's are the same but for rounding.

    What is turned away, hidden, seen from beyond 80 degrees or in an outline's own pixels is
    not painted but filled: two views of an A-pose person see 86 % of it and paint 77 % in
    pictures of 512 pixels, 83 % in those of 1024, where outlines are finer.

    Raises MeshError for a mesh that has no usable faces or UVs, or that no picture sees, and
    ValueError for pictures, masks or a size that do not fit, and for a device that there is not.
    """
    clock = _Clock()
    if not _SIZES[0] <= size <= _SIZES[1]:
        raise ValueError(f"the texture's size must be {_SIZES[0]} to {_SIZES[1]}, not {size}")
    pictures, cameras, shown = _checked(images, cameras, masks)
    on = chosen(device)
    mesh, notes = cleaned(mesh)
    mesh = replace(mesh, uvs=check_uvs(mesh))
    given = len(mesh.faces)
    mesh = _divided(mesh)
    low, high = mesh.bounds()
    radius = float(np.linalg.norm(high - low)) / 2
    atlas = lay_out(mesh, size)
    clock.lap("atlas")

    def look_at(number: int, on: Device = NUMPY) -> View:
        mask = None if shown is None else shown[number]
        return look(mesh, atlas, cameras[number], _unit(pictures[number]), mask, radius, on)

    views, lack = _looked(look_at, len(cameras), on)
    if lack:
        notes = (*notes, lack)
    clock.lap("views")
    count = len(atlas.texel)
    levelling: Levelling | None = None
    if level and len(views) > 1:
        levelling = level_exposure(views, count)
        views = [
            replace(
                view,
                colour=levelling.apply(view.colour, k),
                low=levelling.apply(view.low, k),
                pixel=levelling.apply(view.pixel, k),
            )
            for k, view in enumerate(views)
        ]
        clock.lap("levelling")
    blend = _blended(views, count)
    painted = blend.best >= 0
    if not painted[atlas.inner].any():
        raise MeshError("no picture shows any of the mesh's surface: look at the cameras")
    clock.lap("blend")
    colours, sharpened = blend.colours, 0
    if sharp and blend.disagreement < _FIT * blend.detail:
        colours, sharpened = sharpen(atlas, colours, painted, blend.pixel, blend.gap)
        clock.lap("sharpen")
    colours = fill(mesh, atlas, colours, painted)
    clock.lap("inpaint")
    texture = gutters(atlas, colours)
    seams = find_seams(mesh, size)
    before = after = seams.error(texture)
    if seam_levelling and len(seams.one):
        texture = gutters(atlas, level_seams(mesh, atlas, colours, seams, texture))
        after = seams.error(texture)
    clock.lap("seams")
    covered = painted & atlas.inner
    inner = int(atlas.inner.sum())
    if atlas.overlap > 0.001:
        notes = (*notes, f"charts overlap in {atlas.overlap:.1%} of their texels")
    report = {
        "device": NUMPY.name if lack else on.name,
        "faces": given,
        "size": size,
        "texels": inner,
        "coverage": int(covered.sum()) / inner,
        "filled": inner - int(covered.sum()),
        "overlap": atlas.overlap,
        "views": [
            {"painted": len(view.index), "best": int((blend.best == k).sum())}
            for k, view in enumerate(views)
        ],
        "levelling": None if levelling is None else levelling.to_mapping(),
        "disagreement": blend.disagreement,
        "detail": blend.detail,
        "sharpened": sharpened,
        "seam_points": len(seams.one),
        "seam_before": before * 255,
        "seam_after": after * 255,
        "notes": list(notes),
        "seconds": clock.laps,
    }
    return Baked(
        texture=np.round(np.clip(texture, 0, 1) * 255).astype(np.uint8),
        coverage=_full(atlas, covered.astype(np.float32)),
        confidence=_full(atlas, blend.confidence),
        report=report,
    )


def _looked(
    look_at: Callable[[int, Device], View], count: int, on: Device
) -> tuple[list[View], str | None]:
    """The views, and a sentence where numpy had to take over for lack of a GPU's memory."""
    views: list[View] = []
    lack: str | None = None
    if on is not NUMPY:
        try:
            while len(views) < count:  # one after the other: the memory is for one
                views.append(look_at(len(views), on))
        except Exception as error:
            if not on.out_of_memory(error):
                raise
            lack = (
                f"{on.name} had too little memory for the bake: numpy went on, which takes longer"
            )
            log.warning("AvatarForge: %s (%s)", lack, error)
    with ThreadPoolExecutor(2) as pool:
        rest = range(len(views), count)
        views += pool.map(look_at, rest, [NUMPY] * len(rest))
    return views, lack


@dataclass(frozen=True, slots=True, eq=False)
class _Blend:
    """`colours` (P, 3), `confidence` (P,), `best` (P,) the view that counts most, -1 none;
    `pixel` (P, 3) and `gap` (P,) are that view's."""

    colours: Floats
    pixel: Floats
    gap: Floats
    confidence: Floats
    best: NDArray[np.int16]
    disagreement: float
    detail: float


def _blended(views: Sequence[View], count: int) -> _Blend:
    """The weighted mean; where views differ only its low band, and the detail of the best
    (Baumberg 2002), for the mean of detail that is not aligned is a ghost."""
    total = np.zeros(count, np.float32)
    mean, detail = (np.zeros((count, 3), np.float32) for _ in range(2))
    square = np.zeros(count, np.float32)
    best = np.full(count, -1, np.int16)
    most = np.zeros(count, np.float32)
    own, pixel = (np.zeros((count, 3), np.float32) for _ in range(2))
    gap = np.full(count, np.inf, np.float32)
    confidence = np.zeros(count, np.float32)
    for number, view in enumerate(views):
        at, weight = view.index, view.weight
        high = view.colour - view.low
        total[at] += weight
        mean[at] += weight[:, None] * view.colour
        detail[at] += weight[:, None] * high
        square[at] += weight * (view.colour**2).sum(axis=1)
        confidence[at] = np.maximum(confidence[at], view.quality)
        better = weight > most[at]
        most[at[better]] = weight[better]
        best[at[better]] = number
        own[at[better]] = high[better]
        pixel[at[better]] = view.pixel[better]
        gap[at[better]] = view.gap[better]
    share = np.divide(1, total, out=np.zeros_like(total), where=total > 0)[:, None]
    mean *= share
    detail *= share
    variance = square * share[:, 0] - (mean**2).sum(axis=1)
    differ = np.sqrt(np.maximum(variance, 0) / 3)
    part = np.clip((differ - _AGREE) / (_DIFFER - _AGREE), 0, 1)
    mean += (part * part * (3 - 2 * part))[:, None] * (own - detail)
    painted = best >= 0
    return _Blend(
        colours=mean,
        pixel=pixel,
        gap=gap,
        confidence=np.minimum(confidence, 1),
        best=best,
        disagreement=float(differ[painted].mean()) if painted.any() else 0.0,
        detail=float(np.abs(own[painted]).mean()) if painted.any() else 0.0,
    )


def _checked(
    images: ArrayLike, cameras: Sequence[Camera], masks: ArrayLike | None
) -> tuple[NDArray[Any], list[Camera], NDArray[np.bool_] | None]:
    pictures = np.asarray(images)
    if pictures.ndim != 4 or pictures.shape[3] != 3:
        raise ValueError(f"pictures of the shape (K, H, W, 3) are needed, not {pictures.shape}")
    if not len(pictures) or len(pictures) != len(cameras):
        raise ValueError(f"{len(pictures)} pictures for {len(cameras)} cameras")
    if pictures.dtype != np.uint8:
        if pictures.dtype.kind != "f":
            raise ValueError(f"pictures must be uint8 or float, not {pictures.dtype}")
        if not np.isfinite(pictures).all():
            raise ValueError("the pictures hold values that are no numbers")
    height, width = pictures.shape[1:3]
    fitted = []
    for number, camera in enumerate(cameras):
        if abs(camera.width * height - camera.height * width) > max(width, height):
            raise ValueError(
                f"camera {number} is {camera.width} x {camera.height}, "
                f"its picture {width} x {height}: other proportions"
            )
        fitted.append(replace(camera, width=width, height=height))
    if masks is None:
        return pictures, fitted, None
    shown = np.asarray(masks)
    if shown.shape != pictures.shape[:3]:
        raise ValueError(f"masks of the shape {pictures.shape[:3]} are needed, not {shown.shape}")
    return pictures, fitted, shown if shown.dtype == np.bool_ else shown > 0.5


def _unit(picture: NDArray[Any]) -> Floats:
    if picture.dtype == np.uint8:
        return picture.astype(np.float32) / np.float32(255)
    return np.clip(picture.astype(np.float32), 0, 1)


def _divided(mesh: Mesh) -> Mesh:
    """Each face in four, as long as that stays within what a fine mesh has."""
    while len(mesh.faces) * 4 <= _FINE:
        assert mesh.uvs is not None
        pairs = np.sort(mesh.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
        edges, number = np.unique(pairs, axis=0, return_inverse=True)
        ab, bc, ca = (number.reshape(-1, 3) + len(mesh.vertices)).T
        a, b, c = mesh.faces.T
        quarters = ((a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca))
        mesh = Mesh(
            np.concatenate([mesh.vertices, _middles(mesh.vertices, edges)]),
            np.concatenate([np.stack(each, axis=1) for each in quarters]),
            uvs=np.concatenate([mesh.uvs, _middles(mesh.uvs, edges)]),
        )
    return mesh


def _middles(values: Floats, edges: NDArray[np.int64]) -> Floats:
    return np.asarray((values[edges[:, 0]] + values[edges[:, 1]]) / 2, np.float32)


def _full(atlas: Atlas, values: Floats) -> Floats:
    return np.asarray(atlas.full(values, 0.0), np.float32)


class _Clock:
    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = round(now - self._last, 3)
        self._last = now
