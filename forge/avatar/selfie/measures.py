"""What is measured on a mapped face: colours in white light, and shares of regions.

Every number is 0..1 or a little beyond, so that weights of one size fit them all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .face_map import FaceMap
from .light import Light
from .pixels import Floats, Mask

NUMBERS = (
    "crown share", "crown skin", "crown-side", "crown-brow", "crown chroma", "crown even",
    "side share", "brim", "bridge", "below eyes", "temples", "frame dark", "lip", "chin",
    "jaw", "chin dark", "lip dark", "jaw even", "beard-hair", "neck hair", "shoulder hair",
    "chest hair", "width brow", "width cheek", "width jaw", "width chin", "chin height",
)  # fmt: skip
"""The names of `Measures.numbers`."""

_SKIN = 11.0  # L*a*b* units from the skin's colour that still are skin
_GROUND = 9.0  # and from the ground's
_LEAST = 25  # pixels for a colour


@dataclass(frozen=True, slots=True)
class Sample:
    """A colour in white light, (3,) L*a*b*, and how clearly it is one, 0..1."""

    lab: Floats
    clear: float


@dataclass(frozen=True, slots=True)
class Measures:
    skin: Sample
    crown: Sample | None  # above the forehead: hair or what is worn
    sides: Sample | None  # of the head: hair, if it is long enough
    iris: Sample | None
    clothes: Sample | None
    frame: Sample | None  # around the eyes: glasses, if any
    numbers: Floats


def measure(face: FaceMap, light: Light) -> Measures:
    ground = _ground(face)
    crown_at, sides_at = _own(face, ground, _CROWN), _own(face, ground, *_SIDES)
    crown, sides = _sample(face, light, crown_at), _sample(face, light, sides_at)
    if crown is not None:
        share = float(crown_at[face.zone(*_CROWN)].mean())
        crown = Sample(crown.lab, crown.clear * min(1.0, share / 0.4))
    if sides is not None:
        share = sum(float(sides_at[face.zone(*zone)].mean()) for zone in _SIDES) / len(_SIDES)
        sides = Sample(sides.lab, sides.clear * min(1.0, share / 0.4))
    own = face.apart[face.zone(0.2, 0.48, 0.8, 0.66)]
    return Measures(
        skin=Sample(light.lab(face.skin[None])[0], float((own < _SKIN).mean())),
        crown=crown,
        sides=sides,
        iris=_iris(face, light),
        clothes=_sample(face, light, _clothes_at(face, ground)),
        frame=_sample(face, light, _frame_at(face)),
        numbers=_numbers(face, light, ground, crown_at, sides_at, crown, sides),
    )


_CROWN = (0.15, -0.34, 0.85, -0.02)
_SIDES = ((-0.14, 0.1, 0.04, 0.55), (0.96, 0.1, 1.14, 0.55))
_NECK = ((-0.2, 0.85, 0.08, 1.15), (0.92, 0.85, 1.2, 1.15))
_SHOULDERS = ((-0.3, 1.2, 0.1, 1.45), (0.9, 1.2, 1.3, 1.45))
_CHEST = ((-0.3, 1.5, 0.15, 1.95), (0.85, 1.5, 1.3, 1.95))


def _ground(face: FaceMap) -> Floats:
    """(N, 3) L*a*b* of what lies beside and above the head; empty where nothing is seen."""
    zones = [(-1, -0.85, -0.62, 0.5), (1.62, -0.85, 2, 0.5), (-1, -0.88, 2, -0.76)]
    pixels = np.concatenate([face.lab[face.zone(*z)][face.inside[face.zone(*z)]] for z in zones])
    if len(pixels) < 80:
        return np.zeros((0, 3), np.float32)
    chosen: Floats = pixels[np.linspace(0, len(pixels) - 1, 64).astype(int)]
    return chosen


def _is_ground(lab: Floats, ground: Floats) -> Mask:
    if not len(ground):
        return np.zeros(lab.shape[:-1], np.bool_)
    far = ((lab[..., None, :] - ground) ** 2).sum(axis=-1)
    # one of the 64 may have hit the hair
    return np.asarray(np.partition(far, 2, axis=-1)[..., 2] < _GROUND**2)


def _own(face: FaceMap, ground: Floats, *zones: tuple[float, float, float, float]) -> Mask:
    """(SIDE, SIDE): inside the zones what is seen and neither skin nor ground."""
    found = np.zeros(face.apart.shape, np.bool_)
    for zone in zones:
        at = face.zone(*zone)
        found[at] = face.inside[at] & (face.apart[at] > _SKIN) & ~_is_ground(face.lab[at], ground)
    return found


def _sample(face: FaceMap, light: Light, at: Mask) -> Sample | None:
    """The colour that most pixels there are near to."""
    if at.sum() < _LEAST:
        return None
    lab = light.lab(face.rgb[at])
    centre = np.median(lab, axis=0)
    near = np.zeros(len(lab), np.bool_)
    for _ in range(3):
        near = ((lab - centre) ** 2 * (0.5, 1.0, 1.0)).sum(axis=1) < 16.0**2
        if near.sum() < _LEAST:
            return Sample(np.asarray(centre, np.float32), 0.2)
        centre = np.median(lab[near], axis=0)
    return Sample(np.asarray(centre, np.float32), float(near.mean()))


def _iris(face: FaceMap, light: Light) -> Sample | None:
    """The most coloured of what is neither skin nor white nor pupil in the middles of the eyes."""
    pixels = np.concatenate([eye[13:37, 11:37].reshape(-1, 3) for eye in face.eyes])
    lab = light.lab(pixels)
    skin = light.lab(face.skin[None])[0]
    away = np.sqrt((((lab - skin) * (0.6, 1.0, 1.0)) ** 2).sum(axis=1))
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    white = (lab[:, 0] > 62) & (chroma < 18)
    ring = (away > 11) & ~white & (lab[:, 0] > 16) & (lab[:, 0] < 78)
    if ring.sum() < _LEAST:
        return None
    low, high = np.quantile(lab[ring, 0], [0.3, 0.85])
    lit = ring & (lab[:, 0] >= low) & (lab[:, 0] <= high)
    centre = np.median(lab[lit], axis=0)
    near = ((lab[lit] - centre) ** 2).sum(axis=1) < 16.0**2
    if near.sum() < 12:
        return None
    return Sample(np.asarray(np.median(lab[lit][near], axis=0), np.float32), float(near.mean()))


def _clothes_at(face: FaceMap, ground: Floats) -> Mask:
    found = np.zeros(face.apart.shape, np.bool_)
    at = face.zone(-0.3, 1.55, 1.3, 2.12)
    found[at] = face.inside[at] & (face.apart[at] > _SKIN)
    # A ground of the clothes' colour must not take them away.
    own = found[at] & ~_is_ground(face.lab[at], ground)
    if own.mean() > 0.4:
        found[at] = own
    return found


def _frame_at(face: FaceMap) -> Mask:
    """Between and beside the eyes, where there is nothing but skin without glasses."""
    found = np.zeros(face.apart.shape, np.bool_)
    for zone in ((0.44, 0.3, 0.56, 0.44), (0.12, 0.47, 0.42, 0.54), (0.58, 0.47, 0.88, 0.54)):
        at = face.zone(*zone)
        found[at] = face.apart[at] > 1.6 * _SKIN
    return found


def _numbers(
    face: FaceMap,
    light: Light,
    ground: Floats,
    crown_at: Mask,
    sides_at: Mask,
    crown: Sample | None,
    sides: Sample | None,
) -> Floats:
    def far(*zones: tuple[float, float, float, float], least: float = _SKIN) -> float:
        return float(np.mean([(face.apart[face.zone(*zone)] > least).mean() for zone in zones]))

    def dark(zone: tuple[float, float, float, float]) -> float:
        """By how much it is darker than the skin."""
        skin = float(np.median(face.lab[face.zone(0.2, 0.48, 0.8, 0.62)][..., 0]))
        return float(np.clip((skin - np.median(face.lab[face.zone(*zone)][..., 0])) / 40, -0.5, 1))

    def apart(one: Sample | None, other: Sample | None) -> float:
        if one is None or other is None:
            return 0.5
        return min(1.5, float(np.linalg.norm(one.lab - other.lab)) / 40)

    brow_at = np.zeros(face.apart.shape, np.bool_)
    for zone in ((0.15, 0.1, 0.42, 0.28), (0.58, 0.1, 0.85, 0.28)):
        brow_at[face.zone(*zone)] = face.apart[face.zone(*zone)] > _SKIN
    brow = _sample(face, light, brow_at)
    chin = (0.36, 0.9, 0.64, 1.06)
    jaws = ((0.12, 0.68, 0.24, 0.84), (0.76, 0.68, 0.88, 0.84))
    lip = (0.36, 0.655, 0.64, 0.705)
    beard_at = np.zeros(face.apart.shape, np.bool_)
    for zone in (chin, lip, *jaws):
        beard_at[face.zone(*zone)] = face.apart[face.zone(*zone)] > 0.8 * _SKIN
    beard = _sample(face, light, beard_at)
    top = face.lab[face.zone(0.2, -0.3, 0.8, 0.25)][..., 0]
    edges = np.abs(np.diff(top, axis=0))
    hair = crown if crown is not None and apart(crown, sides) < 0.6 else (sides or crown)
    below = (_NECK, _SHOULDERS, _CHEST)
    return np.array(
        [
            float(crown_at[face.zone(*_CROWN)].mean()),
            1 - far(_CROWN),
            apart(crown, sides),
            apart(crown, brow),
            0.0 if crown is None else min(1.5, float(np.hypot(*crown.lab[1:])) / 60),
            0.0 if crown is None else crown.clear,
            sum(float(sides_at[face.zone(*zone)].mean()) for zone in _SIDES) / 2,
            min(1.5, float(edges.mean(axis=1).max()) / 20),
            far((0.44, 0.3, 0.56, 0.44)),
            far((0.12, 0.49, 0.42, 0.56), (0.58, 0.49, 0.88, 0.56)),
            far((0.02, 0.32, 0.12, 0.42), (0.88, 0.32, 0.98, 0.42)),
            abs(dark((0.46, 0.33, 0.54, 0.41))),
            far(lip),
            far(chin),
            far(*jaws),
            abs(dark(chin)),
            abs(dark(lip)),
            float(np.mean([face.lab[face.zone(*jaw)][..., 0].std() for jaw in jaws])) / 15,
            apart(beard, hair),
            *(_hair_in(face, light, ground, hair, zones) for zones in below),
            *_widths(face),
        ],
        np.float32,
    )


def _hair_in(
    face: FaceMap,
    light: Light,
    ground: Floats,
    hair: Sample | None,
    zones: tuple[tuple[float, float, float, float], ...],
) -> float:
    """The share of the hair's colour; 0.3, which says nothing, where the picture ends before."""
    if hair is None:
        return 0.0
    shares = []
    for zone in zones:
        at = face.zone(*zone)
        seen = face.inside[at]
        if seen.mean() < 0.5:
            return 0.3
        near = np.linalg.norm((light.lab(face.rgb[at]) - hair.lab) * (0.6, 1, 1), axis=-1) < 15
        shares.append(float((near & seen & ~_is_ground(face.lab[at], ground)).mean()))
    return float(np.mean(shares))


def _widths(face: FaceMap) -> list[float]:
    """The skin's width at four heights of the face, of the box's, and how far down it goes."""
    skin = face.apart < 1.3 * _SKIN
    wide = []
    for low, high in ((0.2, 0.3), (0.5, 0.62), (0.74, 0.84), (0.9, 0.98)):
        rows = skin[face.zone(-0.2, low, 1.2, high)]
        wide.append(float(np.median(rows.sum(axis=1))) / 80)
    column = skin[face.zone(0.42, 0.6, 0.58, 1.5)].mean(axis=1) > 0.5
    gone = np.flatnonzero(~column[24:])
    return [*wide, (float(gone[0]) if len(gone) else 48.0) / 48]
