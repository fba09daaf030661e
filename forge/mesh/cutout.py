"""Which part of a picture is its subject: by its alpha channel, else without any model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from ..portrait.eyes import find_eyes
from ..portrait.matting import head_odds, resized
from .segmentation import Lab, alpha_matte, lab, on_plain_ground, probability, shadow

Picture: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]
Plane: TypeAlias = NDArray[np.float32]

_OPAQUE = 250  # from this alpha on a pixel hides what is behind it
_CLEAR = 0.005  # of the picture: fewer clear pixels are no cut-out
_COARSE = 160  # pixels to the longer side, for the question of what is where
_FINE = 512  # and for where its edge runs
_LEAST = 0.003  # of the picture
_MOST = 0.97
_THIN = 0.0035  # of the subject's longer side: the least radius somewhere
_HOLE = 0.003  # of the subject: smaller holes are filled, whatever shows through
_ALIKE = 4.0  # dE: a larger hole stays where it looks like the ground nearby
_NEARBY = 0.15  # of the picture
_FEET = 0.1  # of the subject's height, where its shadow lies on the ground
_FLAT = 2.2  # times as wide as high is what lies on the ground
_CONTRAST = 6.0  # dE between subject and ground, below which nothing stands out


class CutoutError(ValueError):
    """No subject can be told from its ground; the message says why."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A square picture (S, S, 3) uint8, the subject in the middle on white, and where it is.

    `mask` (S, S) bool. `notes` say what could not be done as asked. What was at (x, y) of the
    given picture is at `scale * (x, y) + shift`.
    """

    picture: Picture
    mask: Mask
    notes: tuple[str, ...] = ()
    scale: tuple[float, float] = (1.0, 1.0)
    shift: tuple[float, float] = (0.0, 0.0)


def subject(picture: Picture) -> Mask:
    """(H, W) bool: where the subject of a picture (H, W, 3 or 4) uint8 is, in one piece.

    An alpha channel decides where it has something to say. Else colours like those at the
    picture's border, joined to it, and far from its middle, are ground (see `segmentation`);
    an animal's two eyes say where its head is. Raises
    CutoutError where nothing stands out, everything does, or only something thin.
    """
    if picture.ndim != 3 or picture.shape[2] not in (3, 4) or picture.dtype != np.uint8:
        raise ValueError(f"a picture is uint8 (H, W, 3 or 4), not {picture.dtype} {picture.shape}")
    if min(picture.shape[:2]) < 16:
        raise CutoutError("the picture is too small: each side needs 16 pixels")
    if picture.shape[2] == 4 and (picture[..., 3] < _OPAQUE).mean() >= _CLEAR:
        mask = picture[..., 3] > 127
        if not mask.any():
            raise CutoutError("the picture is empty: all of it is transparent")
        return _checked(_largest(mask))
    return _checked(_segmented(np.ascontiguousarray(picture[..., :3])))


def prepared(picture: Picture, *, size: int = 1024, outline: int = 128) -> Prepared:
    """The subject in a square of `size` pixels, with `outline` pixels of ground around it.

    An outline that would leave the subject less than a quarter of the side is narrowed, and
    the notes say so. Raises CutoutError as `subject` does, ValueError for values out of range.
    """
    if not 64 <= size <= 4096 or not 0 <= outline <= 4096:
        raise ValueError("size must be within 64..4096 and outline within 0..4096")
    mask = subject(picture)
    notes: tuple[str, ...] = ()
    most = (size - max(size // 4, 32)) // 2
    if outline > most:
        notes = (f"the outline of {outline} pixels was narrowed to {most} of {size}",)
        outline = most
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    crop, within = picture[box][..., :3], mask[box]
    high, wide = within.shape
    scale = (size - 2 * outline) / max(high, wide)
    new = max(1, round(wide * scale)), max(1, round(high * scale))
    # The ground takes the nearest of the subject's colours first, or it would be mixed into
    # the edge when the size changes.
    nearest = ndimage.distance_transform_edt(~within, return_distances=False, return_indices=True)
    filled = Image.fromarray(np.ascontiguousarray(crop[tuple(nearest)]))
    alpha = Image.fromarray(within.astype(np.uint8) * 255)
    filter_ = Image.Resampling.LANCZOS if scale < 1 else Image.Resampling.BICUBIC
    colours = np.asarray(filled.resize(new, filter_))
    inside = np.asarray(alpha.resize(new, Image.Resampling.BILINEAR)) > 127
    top, left = (size - new[1]) // 2, (size - new[0]) // 2
    square = np.full((size, size, 3), 255, np.uint8)
    place = slice(top, top + new[1]), slice(left, left + new[0])
    square[place] = np.where(inside[..., None], colours, 255)
    whole = np.zeros((size, size), bool)
    whole[place] = inside
    exact = new[0] / wide, new[1] / high
    shift = left - exact[0] * int(columns[0]), top - exact[1] * int(rows[0])
    return Prepared(square, whole, notes, exact, shift)


def _segmented(picture: Picture) -> Mask:
    high, wide = picture.shape[:2]
    coarse = resized(picture, _COARSE)
    colours = lab(coarse)
    likely = probability(colours)
    if likely is None:
        raise CutoutError("nothing stands out: the picture looks like its border all over")
    if not on_plain_ground(colours):
        eyes = find_eyes(picture, likely) or find_eyes(picture, np.ones_like(likely))
        if eyes is not None:
            rows, columns = likely.shape
            known, _ = head_odds(eyes, rows, columns, rows / high)
            again = probability(colours, known)
            likely = likely if again is None else again
    mask = likely > 0.5
    share = float(mask.mean())
    if share < _LEAST:
        raise CutoutError("nothing stands out from the picture's ground")
    if share > _MOST:
        raise CutoutError("the subject fills the picture: no ground can be told from it")
    _contrasting(colours, mask)
    kept = _filled(_largest(mask), colours)
    likely = np.where(kept, np.maximum(likely, 0.55), np.minimum(likely, 0.45))
    likely = np.where(kept & ~mask, 1.0, likely)
    fine = resized(picture, _FINE)
    shades = lab(fine)
    matte = _without_shadow(alpha_matte(shades, likely.astype(np.float32)), shades)
    grown = Image.fromarray(matte).resize((wide, high), Image.Resampling.BICUBIC)
    mask = ndimage.gaussian_filter(np.asarray(grown), max(high, wide) / 700) > 0.5
    mask = _largest(mask)
    # Holes of the matte's own, that the coarse answer did not have.
    holes, count = ndimage.label(~mask)
    sizes = np.bincount(holes.ravel(), minlength=count + 1)
    small = sizes < _HOLE * max(int(mask.sum()), 1)
    small[0] = False
    return mask | small[holes]


def _without_shadow(matte: Plane, colours: Lab) -> Plane:
    """Without what the subject throws on a plain ground around its feet, which would join them."""
    rows = np.flatnonzero((matte > 0.5).any(axis=1))
    if not len(rows):
        return matte
    feet = rows[-1] + 1 - max(3, round(_FEET * (rows[-1] + 1 - rows[0])))
    dark = shadow(colours)
    dark[:feet] = False
    # A speck of it is a light in a shoe, or a crease; what is less wide is a shoe.
    pieces, _ = ndimage.label(ndimage.binary_opening(dark, iterations=2))
    for number, (down, across) in enumerate(ndimage.find_objects(pieces), 1):
        if across.stop - across.start < _FLAT * (down.stop - down.start):
            pieces[pieces == number] = 0
    dark = ndimage.binary_dilation(pieces > 0, iterations=6, mask=dark)
    dark |= _deeper(dark, colours)
    return np.where(dark, 0, matte).astype(np.float32)


def _deeper(dark: Mask, colours: Lab) -> Mask:
    """(H, W): the darker spots of a shadow, under the feet, that reach no higher than it does."""
    out = np.zeros_like(dark)
    rows = np.flatnonzero(dark.any(axis=1))
    if not len(rows):
        return out
    pieces, _ = ndimage.label(ndimage.binary_opening(shadow(colours, deep=True) & ~dark))
    beside = np.unique(pieces[ndimage.binary_dilation(dark, iterations=2)])
    for number, (down, _) in enumerate(ndimage.find_objects(pieces), 1):
        if number in beside and down.start > rows[0] and down.stop <= rows[-1] + 1:
            out |= pieces == number
    return out


def _contrasting(colours: Lab, mask: Mask) -> None:
    apart = np.linalg.norm(colours[mask].mean(axis=0) - colours[~mask].mean(axis=0))
    spread = float(colours.reshape(-1, 3).std(axis=0).sum())
    if apart < _CONTRAST and spread < _CONTRAST:
        raise CutoutError("nothing stands out from the picture's ground")


def _filled(mask: Mask, colours: Lab) -> Mask:
    holes, count = ndimage.label(~mask)
    edge = np.unique(np.concatenate([holes[0], holes[-1], holes[:, 0], holes[:, -1]]))
    out = mask.copy()
    for number in range(1, count + 1):
        if number in edge:
            continue
        hole = holes == number
        near = ndimage.distance_transform_edt(~hole) < _NEARBY * max(mask.shape)
        outside = (holes > 0) & np.isin(holes, edge)
        outside = outside & near if (outside & near).any() else outside
        seen = np.median(colours[hole], axis=0)
        nearby = colours[outside]
        unlike = (
            not len(nearby) or np.quantile(np.linalg.norm(nearby - seen, axis=1), 0.25) > _ALIKE
        )
        if unlike or hole.sum() < _HOLE * mask.sum():
            out |= hole
    return out


def _largest(mask: Mask) -> Mask:
    labels, count = ndimage.label(mask)
    if count < 2:
        return mask
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    largest: Mask = labels == int(sizes.argmax())
    return largest


def _checked(mask: Mask) -> Mask:
    share = float(mask.mean())
    if share > _MOST:
        raise CutoutError("the subject fills the picture: no ground can be told from it")
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        raise CutoutError("nothing stands out from the picture's ground")
    tall, wide = rows[-1] + 1 - rows[0], columns[-1] + 1 - columns[0]
    radius = float(ndimage.distance_transform_edt(np.pad(mask, 1)).max())
    if radius < max(2.0, _THIN * max(tall, wide)):
        raise CutoutError(f"the subject is too thin: {2 * radius:.0f} pixels at its thickest place")
    if share < _LEAST:
        raise CutoutError("the subject is too small: it covers less than 0.3 % of the picture")
    edges = (mask[0].mean(), mask[-1].mean(), mask[:, 0].mean(), mask[:, -1].mean())
    if min(edges) > 0.5:
        raise CutoutError("the subject reaches over all four edges of the picture")
    return mask
