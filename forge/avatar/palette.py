"""The colours of a person in a picture: hair, skin, clothes, found without any model.

Where scikit-image's LBP cascade finds a face, its box says where the three are; elsewhere
(a drawing, a figure seen from behind) the foreground is split by height. Colours come
from a small k-means in L*a*b* with fixed starts, so the same pixels give the same palette.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from . import colours
from .features import Colour, Features, Garment

_Array = npt.NDArray[np.float64]
_Mask = npt.NDArray[np.bool_]

WORKING_SIDE = 192
"""Longest side, in pixels, of the picture that is looked at."""
_FACE_SIDE = 256  # the cascade's own scale: smaller faces are missed


@dataclass(frozen=True, slots=True)
class Palette:
    """What was found; a confidence is 0 (nothing) to 1 (sure)."""

    hair: Colour | None = None
    skin: Colour | None = None
    clothes: Colour | None = None
    hair_confidence: float = 0.0
    skin_confidence: float = 0.0
    clothes_confidence: float = 0.0
    face: tuple[float, float, float, float] | None = None
    """Left, top, width, height of the face, each 0..1 of the picture's width or height."""


def read_palette(rgb: npt.NDArray[np.uint8]) -> Palette:
    """The palette of the most prominent person of a picture, (H, W, 3) uint8.

    ValueError for an array of another shape or type. A picture without contrast gives an
    empty palette.
    """
    if rgb.ndim != 3 or rgb.shape[2] != 3 or rgb.dtype != np.uint8 or 0 in rgb.shape:
        raise ValueError(f"Expected (H, W, 3) uint8, got {rgb.shape} {rgb.dtype}")
    small = _shrunk(rgb, WORKING_SIDE)
    if float(small.std()) < 1.5:
        return Palette()
    lab = _lab(small)
    face = find_face(rgb)
    return _around_face(lab, face) if face is not None else _by_height(lab)


def apply_palette(features: Features, palette: Palette, least: float = 0.25) -> Features:
    """Fill what words left open with colours of at least this confidence; words win."""
    hair = features.hair
    if palette.hair is not None and hair.colour is None and palette.hair_confidence >= least:
        hair = replace(hair, colour=palette.hair)
    skin = features.skin_colour
    open_skin = skin is None and features.skin_tone is None
    if palette.skin is not None and open_skin and palette.skin_confidence >= least:
        skin = palette.skin
    garments = features.garments
    if palette.clothes is not None and palette.clothes_confidence >= least:
        garments = _dyed(garments, palette.clothes)
    return replace(features, hair=hair, skin_colour=skin, garments=garments)


_MAIN_SLOTS = ("torso", "full", "over", "generic")


def _dyed(garments: Sequence[Garment], colour: Colour) -> tuple[Garment, ...]:
    from .vocabulary.wardrobe import GARMENTS

    main = [g for g in garments if g.kind in GARMENTS and GARMENTS[g.kind].slot in _MAIN_SLOTS]
    if not main:
        return (*garments, Garment(kind="outfit", colour=colour))
    return tuple(
        replace(g, colour=colour) if g is main[0] and g.colour is None else g for g in garments
    )


def find_face(rgb: npt.NDArray[np.uint8]) -> tuple[float, float, float, float] | None:
    """Left, top, width, height of the largest upright face, each 0..1; None without one."""
    from skimage.data import lbp_frontal_face_cascade_filename
    from skimage.feature import Cascade

    grey = _shrunk(rgb, _FACE_SIDE).mean(axis=2)
    height, width = grey.shape
    least = max(24, min(height, width) // 9)
    if min(height, width) < 32:
        return None
    found: list[dict[str, Any]] = Cascade(lbp_frontal_face_cascade_filename()).detect_multi_scale(
        img=grey.astype(np.uint8),
        scale_factor=1.2,
        step_ratio=1.3,
        min_size=(least, least),
        max_size=(min(height, width), min(height, width)),
    )
    if not found:
        return None
    box = max(found, key=lambda b: (b["width"] * b["height"], -b["r"], -b["c"]))
    return (
        float(box["c"]) / width,
        float(box["r"]) / height,
        float(box["width"]) / width,
        float(box["height"]) / height,
    )


# Pictures ----------------------------------------------------------------------------------


def _shrunk(rgb: npt.NDArray[np.uint8], side: int) -> npt.NDArray[np.uint8]:
    from PIL import Image

    height, width = rgb.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return rgb
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(Image.fromarray(rgb).resize(size, Image.Resampling.BOX, reducing_gap=2.0))


def _lab(rgb: npt.NDArray[np.uint8]) -> _Array:
    """(H, W, 3) L*a*b*, as `colours.lab_of`."""
    encoded = rgb.astype(np.float64) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    matrix = np.array([
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ])  # fmt: skip
    xyz = linear @ matrix.T / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    lab = np.stack(
        [116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])],
        axis=-1,
    )
    return np.asarray(lab, dtype=np.float64)


def _clusters(pixels: _Array, count: int = 4) -> list[tuple[_Array, float]]:
    """Centres (L*a*b*) with their share, largest first. `pixels` is (N, 3), N > 0."""
    order = np.argsort(pixels[:, 0], kind="stable")
    starts = order[np.linspace(0, len(order) - 1, count * 2 + 1).astype(int)[1::2]]
    centres = pixels[starts].copy()
    weights = np.array([0.7, 1.0, 1.0])  # shadows belong to what they fall on
    labels = np.zeros(len(pixels), dtype=np.intp)
    for _ in range(8):
        distances = (((pixels[:, None] - centres[None]) * weights) ** 2).sum(axis=2)
        labels = distances.argmin(axis=1)
        for index in range(count):
            members = pixels[labels == index]
            if len(members):
                centres[index] = members.mean(axis=0)
    shares = np.bincount(labels, minlength=count) / len(pixels)
    groups = [
        (np.median(pixels[labels == i], axis=0), float(shares[i]))
        for i in range(count)
        if shares[i] > 0
    ]
    return sorted(groups, key=lambda group: -group[1])


def _skin_like(lab: _Array) -> _Mask:
    """Hues of human skin, from dark to fair: a warm, moderate chroma."""
    lightness, a, b = lab[..., 0], lab[..., 1], lab[..., 2]
    chroma = np.hypot(a, b)
    hue = np.degrees(np.arctan2(b, a))
    return np.asarray(
        (lightness > 18) & (chroma > 9) & (chroma < 48) & (hue > 18) & (hue < 82), dtype=np.bool_
    )


def _far(lab: _Array, centre: _Array, least: float) -> _Mask:
    return np.asarray(
        (((lab - centre) * np.array([0.7, 1, 1])) ** 2).sum(axis=-1) > least * least,
        dtype=np.bool_,
    )


def _colour(centre: _Array, among: str = "any") -> Colour:
    code = colours.hex_of_lab((float(centre[0]), float(centre[1]), float(centre[2])))
    return colours.nearest(code, among)


def _skin_colour(centre: _Array) -> Colour:
    code = _colour(centre).hex
    return Colour(colours.nearest_tone(code), code)


def _crop(lab: _Array, left: float, top: float, right: float, bottom: float) -> _Array:
    """(N, 3) pixels of a box given in 0..1; empty where it lies outside."""
    height, width = lab.shape[:2]
    x0, x1 = (int(np.clip(v, 0, 1) * width) for v in (left, right))
    y0, y1 = (int(np.clip(v, 0, 1) * height) for v in (top, bottom))
    return lab[y0:y1, x0:x1].reshape(-1, 3)


# With and without a face -------------------------------------------------------------------


def _around_face(lab: _Array, face: tuple[float, float, float, float]) -> Palette:
    left, top, width, height = face
    right, bottom = left + width, top + height
    cheeks = _crop(lab, left + 0.2 * width, top + 0.3 * height, right - 0.2 * width,
                   bottom - 0.15 * height)  # fmt: skip
    likely = cheeks[_skin_like(cheeks)] if len(cheeks) else cheeks
    if len(likely) < 12:
        return replace(_by_height(lab), face=face)
    # Skin is what is lit: the upper half by lightness, without highlights.
    low, high = np.quantile(likely[:, 0], [0.45, 0.95])
    lit = likely[(likely[:, 0] >= low) & (likely[:, 0] <= high)]
    skin = np.median(lit if len(lit) else likely, axis=0)
    skin_confidence = min(1.0, 0.4 + 0.6 * len(likely) / len(cheeks))
    backdrop = _backdrop(lab, face)

    crown = _crop(lab, left + 0.1 * width, top - 0.35 * height, right - 0.1 * width,
                  top + 0.08 * height)  # fmt: skip
    sides = [
        _crop(lab, left - 0.15 * width, top + 0.05 * height, left + 0.06 * width,
              top + 0.6 * height),
        _crop(lab, right - 0.06 * width, top + 0.05 * height, right + 0.15 * width,
              top + 0.6 * height),
    ]  # fmt: skip
    hair, hair_confidence = _dominant(np.concatenate([crown, crown, *sides]), [skin], backdrop)
    clothes, clothes_confidence = _dominant(
        _crop(lab, left - 0.9 * width, bottom + 0.45 * height, right + 0.9 * width,
              bottom + 2.6 * height),
        [skin], backdrop,
    )  # fmt: skip
    return Palette(
        hair=_colour(hair, "hair") if hair is not None else None,
        skin=_skin_colour(skin),
        clothes=_colour(clothes) if clothes is not None else None,
        hair_confidence=round(hair_confidence, 3),
        skin_confidence=round(skin_confidence, 3),
        clothes_confidence=round(clothes_confidence, 3),
        face=face,
    )


def _backdrop(lab: _Array, face: tuple[float, float, float, float]) -> list[_Array]:
    """Colours of the picture's upper edges, away from the face."""
    left, top, width, _ = face
    strips = [
        _crop(lab, 0, 0, max(0.0, left - 0.5 * width), min(1.0, top + 0.3)),
        _crop(lab, min(1.0, left + 1.5 * width), 0, 1, min(1.0, top + 0.3)),
        _crop(lab, 0, 0, 1, 0.03),
    ]
    pixels = np.concatenate(strips)
    if not len(pixels):
        return []
    return [centre for centre, share in _clusters(pixels, 3) if share > 0.2]


def _dominant(
    pixels: _Array, apart_from: Sequence[_Array], backdrop: Sequence[_Array]
) -> tuple[_Array | None, float]:
    """The largest group that is neither skin nor backdrop, and how clearly it is that."""
    if len(pixels) < 12:
        return None, 0.0
    groups = _clusters(pixels, 4)

    def clear(centre: _Array, others: Sequence[_Array], least: float) -> bool:
        return all(bool(_far(centre[None], other, least)[0]) for other in others)

    own = [g for g in groups if clear(g[0], apart_from, 14) and clear(g[0], backdrop, 9)]
    doubtful = not own
    if doubtful:
        own = [g for g in groups if clear(g[0], apart_from, 14)]
    if not own:
        return None, 0.0
    centre = own[0][0]
    together = [g for g in own if not bool(_far(g[0][None], centre, 16)[0])]
    total = sum(g[1] for g in together)
    blended = sum((g[0] * g[1] for g in together), np.zeros(3)) / total
    return blended, min(1.0, (0.4 if doubtful else 1.0) * (0.2 + total))


def _by_height(lab: _Array) -> Palette:
    """For drawings and pictures without a face: what stands out from the edges, by height."""
    height, width = lab.shape[:2]
    rim = max(1, min(height, width) // 40)
    edge = np.concatenate([
        lab[:rim].reshape(-1, 3),
        lab[: height * 2 // 3, :rim].reshape(-1, 3),
        lab[: height * 2 // 3, -rim:].reshape(-1, 3),
    ])  # fmt: skip
    figure = np.ones((height, width), dtype=np.bool_)
    for centre, share in _clusters(edge, 3):
        if share > 0.15:
            figure &= _far(lab, centre, 12)
    if figure.mean() < 0.02:
        return Palette()
    rows, columns = np.nonzero(figure)
    top, bottom = np.quantile(rows, [0.01, 0.99])
    left, right = np.quantile(columns, [0.02, 0.98])
    tall = max(1.0, bottom - top)
    scale = (np.arange(height)[:, None] - top) / tall
    inside = figure & (np.arange(width)[None] >= left) & (np.arange(width)[None] <= right)
    figure_width = max(1.0, right - left)
    # A bust fills its box; a standing figure is much taller than wide.
    head = float(np.clip(0.5 * figure_width / tall, 0.16, 0.5))

    face = lab[inside & (scale < head * 1.1)]
    likely = face[_skin_like(face)] if len(face) else face
    skin = None
    skin_confidence = 0.0
    if len(likely) > max(12, 0.05 * len(face)):
        groups = _clusters(likely, 2)
        skin = max(groups, key=lambda g: (g[1] > 0.25) * float(g[0][0]))[0]
        skin_confidence = min(0.7, 0.2 + len(likely) / len(face))
    apart = [skin] if skin is not None else []
    hair, hair_confidence = _dominant(lab[inside & (scale < head * 0.45)], apart, [])
    clothes, clothes_confidence = _dominant(
        lab[inside & (scale > head * 1.25) & (scale < max(0.42, min(1.0, head * 2.4)))], apart, []
    )
    return Palette(
        hair=_colour(hair, "hair") if hair is not None else None,
        skin=_skin_colour(skin) if skin is not None else None,
        clothes=_colour(clothes) if clothes is not None else None,
        hair_confidence=round(0.7 * hair_confidence, 3),
        skin_confidence=round(skin_confidence, 3),
        clothes_confidence=round(0.8 * clothes_confidence, 3),
    )
