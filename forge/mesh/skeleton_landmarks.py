"""Shoulders, elbows, hips, knees, feet and the neck, from the shape of the limbs."""

from __future__ import annotations

import math

import numpy as np

from .skeleton_limbs import Limb, joins_at
from .skeleton_template import (
    ANKLE_HEIGHT,
    BALL,
    ELBOW,
    KNEE,
    TOES_HEIGHT,
    WRIST,
    Landmarks,
)
from .voxels import Doubles, Mask, Voxels, connected

_BENT = math.radians(10)
_HIP_ABOVE_GROOVE = 0.028
_SHORTEST_ARM = 0.18
"""Of the height: what is shorter is the hand of an arm that is one with the body, or a shoulder."""
_HANGS = 0.4  # the sine of the angle below the horizontal


def arm(side: str, limb: Limb, tall: float, shoulders: float | None = None) -> Landmarks | None:
    """From the shoulder to the fingers' tips; None where the arm never becomes body, or where
    too little of it stands alone.

    The slices lean into the body below the shoulder of an arm that hangs, so the upper arm's
    axis is drawn on from before that: to the y `shoulders` where that is known, else farther
    the more the arm hangs.
    """
    join = joins_at(limb)
    if join is None or join < 8:
        return None
    first, last = int(0.5 * join), int(0.85 * join)
    lengths = limb.lengths
    if lengths[join] < _SHORTEST_ARM * tall:
        return None
    direction = _direction(limb.middles[first : last + 1])
    hang = max(0.0, float(direction[1]))  # the axis points up the arm
    reach = float(lengths[join] - lengths[last]) + (0.5 + 7.0 * hang) * limb.pitch
    if shoulders is not None and hang > _HANGS:
        rise = (shoulders - float(limb.middles[last][1])) / float(direction[1])
        reach = min(max(rise, 0.5 * reach), reach + 0.06 * tall)
    shoulder = limb.middles[last] + direction * reach
    # A bent elbow leans the axis forwards or back; the body's shoulders hardly do.
    shoulder[2] = (shoulder[2] + limb.middles[last][2]) / 2
    line = np.concatenate([shoulder[None], limb.middles[last::-1]])
    elbow = _bend(line, ELBOW / WRIST, until=WRIST)
    return {
        f"{side}UpperArm": shoulder,
        f"{side}LowerArm": elbow,
        f"{side}Hand": _along(line, WRIST),
        f"{side}HandTip": line[-1],
    }


def leg(
    side: str, limb: Limb, crotch: float, hip_height: float, ground: float, tall: float
) -> Landmarks | None:
    """The hip joint, the knee and the ankle; None where too little of the leg stands alone.

    `crotch` and `hip_height` are y, `ground` the y of the soles, `tall` the height.
    """
    height = limb.middles[:, 1]
    chosen = (height > ground + 0.09 * tall) & (height < crotch - 0.01 * tall)
    # The way from the toes goes up only once it has left the foot.
    line = limb.middles[chosen]
    if len(line) < 8:
        return None
    upper = line[len(line) // 2 :]
    hip = _at_height(upper, hip_height)
    # Below the knee alone the axis says little of where the thigh goes.
    ankle = _at_height(line[: max(4, len(line) // 3)], ground + ANKLE_HEIGHT * tall)
    whole = np.concatenate([hip[None], line[line[:, 1] < hip_height][::-1], ankle[None]])
    return {
        f"{side}UpperLeg": hip,
        f"{side}LowerLeg": _bend(whole, KNEE),
        f"{side}Foot": ankle,
    }


def foot(side: str, ankle: Doubles, sole: Doubles, ground: float, tall: float) -> Landmarks:
    """The ball and the tip of the foot from the cells of the foot, `sole` (P, 3)."""
    around = sole[np.linalg.norm((sole - ankle)[:, [0, 2]], axis=1) < 0.25 * tall]
    ahead = around[around[:, 2] >= ankle[2]]
    tip = ankle + np.array([0.0, 0.0, 0.03 * tall])
    if len(ahead):
        away = np.linalg.norm((ahead - ankle)[:, [0, 2]], axis=1)
        end = ahead[away > 0.93 * away.max()].mean(axis=0)
        if end[2] - ankle[2] > 0.03 * tall:
            tip = end
    ball = ankle + BALL * (tip - ankle)
    ball[1] = tip[1] = ground + TOES_HEIGHT * tall
    return {f"{side}Toes": ball, f"{side}ToeTip": tip}


def hip_height_over(
    crotch: int, voxels: Voxels, middle: float, shoulders: float, ground: float, tall: float
) -> float:
    """The y of the hip joints, from the row of cells `crotch` at which the legs meet.

    Thighs that touch meet too low; a groove between them tells, in which the body is thinner
    than beside it. The hip joints are a little above its end.
    """
    solid = voxels.solid
    centre = int(voxels.cells(np.array([middle, 0.0, 0.0]))[0])
    reach = max(2, int(0.1 * tall / voxels.pitch))
    end = crotch
    while end < crotch + 0.12 * tall / voxels.pitch:
        thick = solid[:, end].sum(axis=1)
        groove = thick[max(0, centre - 1) : centre + 2].min()
        if groove >= 0.9 * thick[max(0, centre - reach) : centre + reach].max():
            break
        end += 1
    found = float(voxels.origin[1] + end * voxels.pitch) + _HIP_ABOVE_GROOVE * tall
    rise = shoulders - ground
    return min(max(found, ground + 0.5 * rise), ground + 0.78 * rise)


def neck(voxels: Voxels, solid: Mask, start: Doubles, shoulders: float) -> Landmarks | None:
    """The neck's base, the skull's base and the crown, from the narrowest level slice.

    `start` (3,) is the head's tip, `shoulders` the y below which the neck cannot be. None
    where nothing narrows, as under a hood or long hair.
    """
    top = int(voxels.cells(start)[1])
    bottom = int(voxels.cells(np.array([start[0], shoulders, start[2]]))[1])
    if top - bottom < 6:
        return None
    at = voxels.cells(start)
    sizes, middles = [], []
    for row in range(top, bottom - 1, -1):
        labels, count = connected(solid[:, row])
        if not count:
            return None
        places = np.argwhere(labels)
        near = places[np.abs(places - at[[0, 2]]).sum(axis=1).argmin()]
        chosen = np.argwhere(labels == labels[tuple(near)])
        sizes.append(len(chosen))
        middles.append([chosen[:, 0].mean(), row, chosen[:, 1].mean()])
        at = np.array([near[0], row, near[1]])
    size = np.array(sizes, np.float64)
    skull = int(size[: max(1, int(0.6 * len(size)))].argmax())
    narrow = skull + int(size[skull:].argmin())
    if size[narrow] > 0.75 * size[skull]:
        return None
    below = np.flatnonzero(size[narrow:] > 2.2 * size[narrow])
    base = narrow + int(below[0]) if len(below) else len(size) - 1
    above = np.flatnonzero(size[: narrow + 1][::-1] > 1.6 * size[narrow])
    throat = narrow - int(above[0]) if len(above) else narrow
    points = voxels.origin + np.array(middles) * voxels.pitch
    narrowest = points[narrow]
    return {
        "neck": np.array([narrowest[0], points[base, 1], narrowest[2]]),
        "head": np.array([narrowest[0], points[throat, 1], narrowest[2]]),
        "headTop": np.array([points[skull, 0], start[1], points[skull, 2]]),
    }


def torso_middle(voxels: Voxels, solid: Mask, height: float, middle: float, tall: float) -> float:
    """The z of the body's axis at the y `height`, near the x `middle`; NaN where nothing is."""
    row = int(voxels.cells(np.array([middle, height, 0.0]))[1])
    reach = 0.05 * tall
    first, last = (
        int(voxels.cells(np.array([middle + step, height, 0.0]))[0]) for step in (-reach, reach)
    )
    depths = np.nonzero(solid[first : last + 1, row])[1]
    return float(voxels.origin[2] + depths.mean() * voxels.pitch) if len(depths) else math.nan


def _direction(points: Doubles) -> Doubles:
    """Of the straight line through points in order, of length 1."""
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axis = axes[0]
    return np.asarray(axis * (1.0 if float(axis @ (points[-1] - points[0])) >= 0 else -1.0))


def _at_height(points: Doubles, height: float) -> Doubles:
    """Where the straight line through `points` is at the y `height`."""
    y = points[:, 1]
    spread = max(float(np.var(y)), 1e-12)
    slope = ((points - points.mean(axis=0)) * (y - y.mean())[:, None]).mean(axis=0) / spread
    # A slice that leans must not lead far away.
    slope[[0, 2]] = np.clip(slope[[0, 2]], -0.6, 0.6)
    found = points.mean(axis=0) + slope * (height - y.mean())
    found[1] = height
    return np.asarray(found)


def _along(line: Doubles, share: float) -> Doubles:
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    lengths = np.concatenate([[0.0], np.cumsum(steps)])
    at = share * lengths[-1]
    return np.array([np.interp(at, lengths, line[:, axis]) for axis in range(3)])


def _bend(line: Doubles, share: float, until: float = 1.0) -> Doubles:
    """Where the line bends most, if it bends by over 10 degrees; else at `share` of its length.

    Looked for is the corner of two straight pieces, within a sixth of `share`; `until` cuts
    the line off before its end.
    """
    cuts = np.linspace(0.0, until, 41)
    points = np.array([_along(line, cut) for cut in cuts])
    usual = points[round(share * 40)]
    best, corner = np.inf, usual
    for at in range(round((share - 0.15) * 40), round((share + 0.15) * 40) + 1):
        miss = _straightness(points[: at + 1]) + _straightness(points[at:])
        if miss < best:
            best, corner = miss, points[at]
    before, after = corner - points[0], points[-1] - corner
    cosine = float(before @ after) / max(
        float(np.linalg.norm(before) * np.linalg.norm(after)), 1e-12
    )
    bent = math.acos(min(1.0, max(-1.0, cosine))) > _BENT
    return np.asarray(corner if bent else usual, np.float64)


def _straightness(points: Doubles) -> float:
    """The sum of squared distances from the line between the first and the last."""
    axis = points[-1] - points[0]
    axis = axis / max(float(np.linalg.norm(axis)), 1e-12)
    away = points - points[0]
    return float((away**2).sum() - ((away @ axis) ** 2).sum())
