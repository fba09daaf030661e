"""Reads an OpenPose picture back into joints.

The picture is known by its colours: on black ground, limbs and dots whose hues are the
wheel of `skeleton.COLOURS`. Dots give the places of joints; a limb between two of them is
believed when the line between them has the limb's colour, and limbs that share a joint
make a person, as in part affinity fields (Cao et al. 2017), where colours take the place
of a network's fields. Pictures of ControlNet's annotators, comfyui_controlnet_aux and
ComfyUI's SDPose nodes (limbs as bright as dots) are read, whatever their size and line
width, resized or after JPEG. The first annotators painted limbs half transparent over the
dots: of theirs poses seen from the front are read, but not all others.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from .assembly import LIMB_ENDS, Candidate, Link, Person, assembled
from .skeleton import COLOURS, JOINTS, Joint, Pose

Picture: TypeAlias = npt.NDArray[np.uint8]

MIN_JOINTS = 5
"""A figure with fewer joints says too little about a pose."""

_BLACK = 56  # brightest channel of what counts as ground: JPEG leaves shadows around lines
_GROUND_SHARE = 0.5  # of the picture; the thickest lines on the smallest figure leave 0.7
_PURE_SHARE = 0.5  # of the lines' pixels that lie near a hue of the wheel, fully saturated
_BRIGHT = 204  # between a limb at 60 % (153) and a dot at 100 % (255)
_HUE_STEP = 85  # sixths of 255: the wheel has 6 * 255 hues, every 85th is one of its 18
_NO_COLOUR = 255
_SAMPLES = 16  # along a limb
_LEAST = 0.6  # share of the coloured pixels that lie on the limbs that were read
_COVERERS: Mapping[int, tuple[tuple[int, ...], ...]] = {
    JOINTS.index("neck"): ((2, 5), (3, 4, 6, 7)),  # shoulders; arms held sideways
    **{
        JOINTS.index(joint): ((number,),)
        for number, other in enumerate(JOINTS)
        if other.startswith("left_")
        for joint in JOINTS
        if joint == other.replace("left_", "right_")
    },
}  # dots are drawn in order, so what is covered is the neck and the right side
_FIRST_OF_FACE = 13  # number of the limb from nose to right eye: these are as short as dots


@dataclass(frozen=True, slots=True)
class Reading:
    """`people` counts the figures in the picture; `pose` is the largest of them.

    Joints that another covers or that lie outside are left out; depths are 0.
    """

    pose: Pose
    people: int


def read_openpose(rgb: Picture) -> Reading | None:
    """The joints in an OpenPose picture, (H, W, 3) uint8; None for any other picture.

    Raises ValueError for an array of another shape or type.
    """
    if rgb.ndim != 3 or rgb.shape[2] != 3 or rgb.dtype != np.uint8:
        raise ValueError(f"Not an RGB picture of 8 bits: {rgb.shape} {rgb.dtype}")
    ink = _ink(rgb)
    if ink is None:
        return None
    dots, slivers = ink.dots()
    people = assembled(_with_covered(ink, dots, slivers), ink.links)
    if not people or ink.explained(people) < _LEAST:
        return None
    height, width = rgb.shape[:2]
    largest = people[0]
    joints: dict[Joint, tuple[float, float, float]] = {
        JOINTS[number]: ((dot.x - width / 2) / height, dot.y / height, 0.0)
        for number, dot in sorted(largest.items())
    }
    return Reading(Pose(joints), len(people)) if len(joints) >= MIN_JOINTS else None


def _with_covered(
    ink: _Ink, seen: Sequence[Sequence[Candidate]], slivers: Sequence[Sequence[Candidate]]
) -> list[Sequence[Candidate]]:
    """Adds joints that lie under the dot of another, as the neck and the far side do in
    profile.

    Such a joint shows by its limbs, which run from that dot to where they should.
    """
    found = list(seen)
    for joint, groups in _COVERERS.items():
        for coverers in groups:
            if not found[joint]:
                places = [
                    Candidate(*_under(dot, slivers[joint], ink.radius), 0.0)
                    for coverer in coverers
                    for dot in seen[coverer]
                ]
                found[joint] = _proven(ink, joint, places, seen)
    return found


def _proven(
    ink: _Ink, joint: int, places: Sequence[Candidate], seen: Sequence[Sequence[Candidate]]
) -> list[Candidate]:
    """Of these places those where limbs of the joint end, at most one a person."""
    proofs: dict[Candidate, float] = {}
    people = 1
    for limb, (start, end) in enumerate(LIMB_ENDS):
        if joint == start:
            people = max(people, len(seen[end]))
            links = ink.links(limb, places, seen[end], proof=True)
            met = [(places[link.start], link.score) for link in links]
        elif joint == end:
            people = max(people, len(seen[start]))
            links = ink.links(limb, seen[start], places, proof=True)
            met = [(places[link.end], link.score) for link in links]
        else:
            continue
        for place, score in met:
            proofs[place] = proofs.get(place, 0.0) + score
    best = sorted(proofs, key=lambda c: proofs[c], reverse=True)[:people]
    return [place for place in best if proofs[place] > 0]


def _under(dot: Candidate, slivers: Sequence[Candidate], radius: float) -> tuple[float, float]:
    """Where a joint is that this dot covers: by the edge of its own that still looks out,
    else in the middle."""
    near = [
        sliver
        for sliver in slivers
        if (sliver.x - dot.x) ** 2 + (sliver.y - dot.y) ** 2 <= (2 * radius) ** 2
    ]
    best = max(near, key=lambda sliver: sliver.weight, default=dot)
    return best.x, best.y


def _ink(rgb: Picture) -> _Ink | None:
    """The coloured lines, or None where the picture cannot be an OpenPose picture."""
    height, width = rgb.shape[:2]
    brightest = np.maximum(np.maximum(rgb[..., 0], rgb[..., 1]), rgb[..., 2])
    place = np.flatnonzero(brightest > _BLACK)
    if not 0 < place.size <= (1 - _GROUND_SHARE) * brightest.size:
        return None
    pixels = rgb.reshape(-1, 3)[place].astype(np.int32)
    red, green, blue = pixels.T
    high, low = pixels.max(axis=1), pixels.min(axis=1)
    chroma = high - low
    span = np.maximum(chroma, 1)
    hue = np.where(
        high == red,
        (green - blue) * 255 // span,
        np.where(
            high == green, 510 + (blue - red) * 255 // span, 1020 + (red - green) * 255 // span
        ),
    )
    number = (hue + _HUE_STEP // 2) // _HUE_STEP
    near = np.abs(hue - number * _HUE_STEP) <= _HUE_STEP // 3
    full = chroma * 10 >= high * 6
    strong = high >= 96
    if np.count_nonzero(near & full & strong) < _PURE_SHARE * np.count_nonzero(strong):
        return None
    number = np.where(full, number % len(COLOURS), _NO_COLOUR).astype(np.uint8)
    colours = np.full(height * width, _NO_COLOUR, np.uint8)
    colours[place] = number
    lined = np.zeros(height * width, np.bool_)
    lined[place] = True
    bright = high >= _BRIGHT
    rows, columns = place[bright] // width, place[bright] % width
    spots = [_spots(rows, columns, number[bright] == wheel) for wheel in range(len(COLOURS))]
    even = bool(np.count_nonzero(bright & full) > 0.7 * np.count_nonzero(full & strong))
    limb = full & strong & (bright == even)
    areas = sorted(
        max((len(spot.x) for spot in group if not spot.long), default=0) for group in spots
    )
    # Most dots are whole; specks where colours blend are smaller, limbs are not round.
    usual = areas[len(areas) * 7 // 10]
    if usual == 0:
        return None
    return _Ink(
        colours.reshape(height, width),
        lined.reshape(height, width),
        rows,
        columns,
        spots,
        usual,
        even,
        place[limb] // width,
        place[limb] % width,
        number[limb],
    )


def _spots(
    rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], mine: npt.NDArray[np.bool_]
) -> list[_Spot]:
    """The connected groups of the pixels of one colour."""
    rows, columns = rows[mine], columns[mine]
    if rows.size == 0:
        return []
    top, left = int(rows.min()), int(columns.min())
    mask = np.zeros((int(rows.max()) - top + 1, int(columns.max()) - left + 1), np.bool_)
    mask[rows - top, columns - left] = True
    labels, _ = ndimage.label(mask, np.ones((3, 3), np.int8))
    marks = labels[rows - top, columns - left]
    order = np.argsort(marks, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(marks[order])) + 1)
    x, y = columns.astype(np.float64) + 0.5, rows.astype(np.float64) + 0.5
    return [_Spot(x[part], y[part]) for part in parts]


@dataclass(frozen=True, slots=True)
class _Ink:
    """`colours` numbers the wheel's colour of each pixel; `rows` and `columns` list the
    bright ones, `spots` groups them by colour. `usual` is a dot's area in pixels. `even`
    says that limbs are as bright as dots. `limb_rows`, `limb_columns` and `limb_numbers`
    list the pixels of limbs and their colours."""

    colours: Picture
    lined: npt.NDArray[np.bool_]
    rows: npt.NDArray[np.intp]
    columns: npt.NDArray[np.intp]
    spots: list[list[_Spot]]
    usual: int
    even: bool
    limb_rows: npt.NDArray[np.intp]
    limb_columns: npt.NDArray[np.intp]
    limb_numbers: Picture

    @property
    def radius(self) -> float:
        """Of a dot, in pixels."""
        return math.sqrt(self.usual / math.pi)

    def dots(self) -> tuple[list[Sequence[Candidate]], list[Sequence[Candidate]]]:
        """For each joint the places where its dot may be, and those where so little of it
        is seen that a blend of other colours might look the same."""
        dots: list[Sequence[Candidate]] = []
        slivers: list[Sequence[Candidate]] = []
        for spots in self.spots:
            mine: list[Candidate] = []
            less: list[Candidate] = []
            for spot in spots:
                share = len(spot.x) / self.usual
                if self.even and spot.long:
                    mine += spot.ends(self.radius)
                elif share >= 0.6 or (share >= 0.3 and not spot.long):
                    mine.append(self._candidate(spot))
                elif share >= 0.06:
                    less.append(self._candidate(spot))
            dots.append(mine)
            slivers.append(less)
        return dots, slivers

    def _candidate(self, spot: _Spot) -> Candidate:
        x, y = float(spot.x.mean()), float(spot.y.mean())
        share = len(spot.x) / self.usual
        if share < 0.85 and self.radius >= 1.5:
            x, y = self._completed(spot, self.radius)
        # Where limbs are as bright as dots, a spot alone proves nothing.
        return Candidate(x, y, min(share, 0.5) if self.even else share)

    def _completed(self, spot: _Spot, radius: float) -> tuple[float, float]:
        """Where the middle of a partly covered dot must be.

        The disc that holds the most of what is seen of it, and the least of what it cannot
        hold: ground, or a limb, over which it would have been drawn.
        """
        height, width = self.colours.shape
        x, y = float(spot.x.mean()), float(spot.y.mean())
        reach = math.ceil(radius * 2) + 1
        left, right = max(0, int(x) - reach), min(width, int(x) + reach + 1)
        top, bottom = max(0, int(y) - reach), min(height, int(y) + reach + 1)
        value = np.full((bottom - top, right - left), -0.7)
        bright = ((self.rows >= top) & (self.rows < bottom) & (self.columns >= left)) & (
            self.columns < right
        )
        value[self.rows[bright] - top, self.columns[bright] - left] = 0.0
        mine_y, mine_x = spot.y.astype(np.intp) - top, spot.x.astype(np.intp) - left
        close = (mine_y >= 0) & (mine_y < bottom - top) & (mine_x >= 0) & (mine_x < right - left)
        value[mine_y[close], mine_x[close]] = 1.0
        rows, columns = np.indices(value.shape)
        step = max(0.5, radius / 8)
        offsets = np.arange(-radius, radius + step / 2, step)
        middle_x = (x + offsets)[np.newaxis, :].repeat(offsets.size, 0).ravel()
        middle_y = (y + offsets)[:, np.newaxis].repeat(offsets.size, 1).ravel()
        across = (columns.ravel() + left + 0.5)[np.newaxis, :] - middle_x[:, np.newaxis]
        down = (rows.ravel() + top + 0.5)[np.newaxis, :] - middle_y[:, np.newaxis]
        inside = across * across + down * down <= radius * radius
        scores = (inside * value.ravel()).sum(axis=1)
        best = scores >= scores.max() - 0.25
        return float(middle_x[best].mean()), float(middle_y[best].mean())

    def explained(self, people: Sequence[Person]) -> float:
        """The share of the limbs' pixels that lie on a limb of their colour."""
        if not self.limb_rows.size:
            return 0.0
        reach = 3 * self.radius + 2
        total = 0
        for number, (start, end) in enumerate(LIMB_ENDS):
            mine = self.limb_numbers == number
            x, y = self.limb_columns[mine] + 0.5, self.limb_rows[mine] + 0.5
            near = np.zeros(x.shape, np.bool_)
            for person in people:
                if start in person and end in person:
                    near |= _distance(x, y, person[start], person[end]) <= reach
            total += int(np.count_nonzero(near))
        return total / self.limb_rows.size

    def links(
        self,
        limb: int,
        starts: Sequence[Candidate],
        ends: Sequence[Candidate],
        *,
        proof: bool = False,
    ) -> list[Link]:
        """The pairs between which this limb is drawn, with how well it is seen.

        Dots that touch hide the limb between them; with `proof` that is not enough, and the
        score is the length of which the limb's colour is seen, less what is not.
        """
        if not starts or not ends:
            return []
        x0, y0 = np.array([[c.x, c.y] for c in starts]).T[:, :, np.newaxis, np.newaxis]
        x1, y1 = np.array([[c.x, c.y] for c in ends]).T[:, np.newaxis, :, np.newaxis]
        share = (np.arange(_SAMPLES) + 0.5) / _SAMPLES
        height, width = self.colours.shape
        column = np.clip((x0 + (x1 - x0) * share).astype(np.intp), 0, width - 1)
        row = np.clip((y0 + (y1 - y0) * share).astype(np.intp), 0, height - 1)
        own = self.colours[row, column] == limb
        lined = self.lined[row, column]
        # Another limb or dot may lie over this one, the ground may not.
        seen = own.mean(axis=2) * 0.5 + lined.mean(axis=2) * 0.5
        share_own = own.mean(axis=2)
        length = np.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)[..., 0]
        start_weight = np.array([[c.weight for c in starts]]).T
        end_weight = np.array([[c.weight for c in ends]])
        weight = np.minimum(1.0, np.minimum(start_weight, end_weight))
        covered = weight == 0
        enough = np.where(covered, 0.4, 0.2)
        touching = max(3 * self.radius, height / 40)
        touch = length < np.where(
            covered, 1.5, np.where((weight > 0.3) & (limb >= _FIRST_OF_FACE), touching, 0.0)
        )
        believed = (lined.mean(axis=2) > 0.8) & ((share_own >= enough) | (touch & (not proof)))
        score = seen + 0.2 * weight - 0.1 * length / height
        if proof:
            # The whole limb, but nothing beyond it.
            score = (share_own * 2.5 - 1.5) * length / height
        return [Link(int(a), int(b), float(score[a, b])) for a, b in np.argwhere(believed)]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Connected pixels of one colour, by their centres."""

    x: npt.NDArray[np.float64]
    y: npt.NDArray[np.float64]

    @property
    def long(self) -> bool:
        """At least two and a half times as long as wide."""
        long, short, _ = self._axes()
        return long > 6.25 * short

    def _axes(self) -> tuple[float, float, tuple[float, float]]:
        """Variances along and across, and the direction along."""
        x, y = self.x - self.x.mean(), self.y - self.y.mean()
        xx, yy, xy = float((x * x).mean()), float((y * y).mean()), float((x * y).mean())
        middle, half = (xx + yy) / 2, math.sqrt(((xx - yy) / 2) ** 2 + xy * xy)
        angle = math.atan2(2 * xy, xx - yy) / 2
        return middle + half, max(middle - half, 1 / 12), (math.cos(angle), math.sin(angle))

    def ends(self, inset: float) -> list[Candidate]:
        """Both ends of an elongated spot, a dot's radius inwards."""
        _, _, (across, down) = self._axes()
        x, y = float(self.x.mean()), float(self.y.mean())
        along = (self.x - x) * across + (self.y - y) * down
        return [
            Candidate(x + across * place, y + down * place, 0.3)
            for place in (float(along.min()) + inset, float(along.max()) - inset)
        ]


def _distance(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], start: Candidate, end: Candidate
) -> npt.NDArray[np.float64]:
    """From points to the line between two joints."""
    across, down = end.x - start.x, end.y - start.y
    square = max(across * across + down * down, 1e-9)
    share = np.clip(((x - start.x) * across + (y - start.y) * down) / square, 0, 1)
    away: npt.NDArray[np.float64] = np.sqrt(
        (x - start.x - share * across) ** 2 + (y - start.y - share * down) ** 2
    )
    return away
