"""A drawn person that can be moved a little: breath, head, hair, cloth, arms, lids.

What moves is weighed once for every point of the drawing; a frame is a few sums over them.
Larger movements are drawings of their own (`gait`), moved by the same weights.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np

from ..avatar.body import Body
from ..avatar.drawing import HAIR_COLOUR, PEN, SKIN
from ..avatar.features import Features, View
from ..avatar.figure import Figure, Layer
from ..avatar.line import LineStyle
from ..avatar.outfit import dress
from ..avatar.paint import Canvas
from ..avatar.parts.scene import draw_person
from .artwork import Artwork, Floats
from .curves import eased, wave

_RADIUS = 96.0  # of the head as a cylinder, in its own units
_HAIR = ((Layer.HAIR_BACK - 2.0, Layer.FAR_ARM), (Layer.HAIR - 0.8, Layer.HAT))
_LOOSE = (  # what hangs and how freely
    (Layer.SKIRT, Layer.BELT, 1.0),
    (Layer.COAT, Layer.ARMOUR, 0.8),
    (Layer.CAPE, Layer.BACK_ITEM, 1.35),
    (Layer.TAIL, Layer.CAPE, 1.2),
)
_OVER_HEAD = Layer.HEAD - 0.45


@dataclass(frozen=True, slots=True)
class Moment:
    """What the body does in one frame, beside its drawing.

    Lengths are in heads, angles in degrees clockwise in the picture, `turn` of the head in
    degrees towards the picture's right. `breath` is 0 (out) to 1 (in), `lids` 0 (shut) to 1.
    `phase` (turns) drives the wind, whose strength is `wind`; `hair` and `cloth` are how far
    what hangs has been left behind, across, and `bounce` and `lift` the same, upwards.
    """

    breath: float = 0.0
    sway: float = 0.0
    sink: float = 0.0
    tilt: float = 0.0
    turn: float = 0.0
    nod: float = 0.0
    arms: float = 0.0
    lids: float = 1.0
    phase: float = 0.0
    wind: float = 0.0
    hair: float = 0.0
    bounce: float = 0.0
    cloth: float = 0.0
    lift: float = 0.0


STILL = Moment()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A person in one pose, with everything that does not change while they hold it."""

    person: Features
    body: Body
    view: View
    seed: int
    line: LineStyle
    doing: str = ""

    def figure(self, lids: float = 1.0) -> Figure:
        hair = self.person.hair.colour.hex if self.person.hair.colour else HAIR_COLOUR
        skin = SKIN[self.person.skin_tone or "light"]
        if self.person.skin_colour:
            skin = self.person.skin_colour.hex
        return Figure(
            features=self.person,
            outfit=dress(self.person),
            body=self.body,
            canvas=Canvas(PEN, "p", self.line),
            view=self.view,
            seed=self.seed,
            skin=skin,
            hair=hair,
            doing=self.doing,
            lids=lids,
        )


class Puppet:
    """One pose of a person, to be drawn in any number of moments."""

    def __init__(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self._cels: dict[float, _Cel] = {}

    @property
    def body(self) -> Body:
        return self.drawn.body

    def markup(self, moment: Moment) -> str:
        """SVG in the drawing's space, without a backdrop or the shadow on the ground."""
        return self._cel(moment).markup(moment)

    def box(self, moment: Moment) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in the drawing's space, with all that the person holds."""
        return self._cel(moment).box(moment)

    def _cel(self, moment: Moment) -> _Cel:
        cel = self._cels.get(moment.lids)
        if cel is None:
            figure = self.drawn.figure(moment.lids)
            draw_person(figure)
            cel = self._cels[moment.lids] = _Cel(figure)
        return cel


class _Cel:
    """The artwork of one pose with its lids at one height, and its weights."""

    def __init__(self, figure: Figure) -> None:
        art = Artwork(figure.canvas, low=Layer.GROUND + 1)
        self._art = art
        body = figure.body
        self._size = size = body.measures.head
        x, y = art.points[:, 0], art.points[:, 1]
        layers = art.layers
        self._weigh_body(body, x, y, layers)
        self._weigh_head(body, x, y, layers)
        self._weigh_cloth(figure, x, y, layers)
        self._far = x / size

    def _weigh_body(self, body: Body, x: Floats, y: Floats, layers: Floats) -> None:
        hips, neck = body.hips, body.joints["neck"]
        size, m = self._size, body.measures
        knees = hips[1] + (m.hip_height - m.knee_height)
        feet = hips[1] + (m.hip_height - m.ankle_height)
        self._standing = eased(y, feet, hips[1] - 0.2 * size)
        self._knees = eased(y, feet, knees) * 0.45 * eased(y, hips[1], knees) + eased(
            y, knees, hips[1]
        )
        self._raised = eased(y, hips[1], neck[1])
        chest = neck[1] + (hips[1] - neck[1]) * 0.36
        near = np.clip(1 - np.abs(y - chest) / (0.9 * size), 0.0, 1.0)
        trunk = (layers >= Layer.TRUNK) & (layers < Layer.UNDER_ARM + 5)
        arms = ~trunk & (layers >= Layer.FAR_ARM) & (layers < Layer.CAPE_COLLAR)
        middle = body.spine(0.36)[0]
        half = 0.8 * size
        across = np.clip((x - middle) / half, -1.2, 1.2)
        self._chest = near * near * (3 - 2 * near) * across * np.where(trunk, 1.0, 0.8)
        self._chest[~(trunk | arms)] = 0.0
        # arms hang on the shoulders
        limbs = (
            ((layers >= Layer.FAR_ARM) & (layers < Layer.FAR_LEG))
            | ((layers >= Layer.UNDER_ARM) & (layers < Layer.NECKWEAR))
            | ((layers >= Layer.NEAR_ARM) & (layers < Layer.CAPE_COLLAR))
        )
        right, left = body.joints["right_shoulder"], body.joints["left_shoulder"]
        if body.view in ("front", "back"):
            is_right = (x < neck[0]) == (right[0] < left[0])
        else:
            is_right = (layers >= Layer.UNDER_ARM) == (body.near == "right")
        sx, sy = np.where(is_right, right[0], left[0]), np.where(is_right, right[1], left[1])
        outward = np.where(sx < neck[0], -1.0, 1.0) if body.view in ("front", "back") else 1.0
        hang = eased(y, 0.0, 1.0) * 0 + eased((y - sy) / size, 0.15, 1.6)
        self._arm = np.where(limbs, hang * outward, 0.0)
        self._arm_at = (x - sx, y - sy)

    def _weigh_head(self, body: Body, x: Floats, y: Floats, layers: Floats) -> None:
        frame, neck = body.head, body.joints["neck"]
        size = self._size
        ox, oy = frame.origin
        det = frame.across[0] * frame.down[1] - frame.across[1] * frame.down[0]
        u = ((x - ox) * frame.down[1] - (y - oy) * frame.down[0]) / det
        v = ((y - oy) * frame.across[0] - (x - ox) * frame.across[1]) / det
        self._facing = 1.0 if det > 0 else -1.0
        hair = np.zeros(len(x), bool)
        for low, high in _HAIR:
            hair |= (layers >= low) & (layers < high)
        back = hair & (layers < Layer.FAR_ARM)
        over = (layers >= Layer.HAIR_BACK + 39.9) & (layers < Layer.NEAR_ARM)
        over &= v < 260
        strands = over & (layers < Layer.HAIR_BACK + 40.1)
        hair |= strands
        on_head = (layers >= _OVER_HEAD) | back | strands
        neck_part = (layers >= Layer.NECK) & (layers < Layer.SOCKS)
        chin = neck[1] - 0.30 * size
        self._head = np.where(on_head, 1.0, 0.0)
        self._head[neck_part] = eased(y, neck[1], chin)[neck_part]
        # a long tail of hair stays with the back that it lies on
        below = eased(v, 130.0, 330.0)
        self._head = np.where(hair, 1 - 0.75 * below, self._head)
        self._head_at = (x - neck[0], y - neck[1])
        depth = np.clip(1 - (u / _RADIUS) ** 2, 0.0, 1.0)
        depth = np.sqrt(depth)
        deep = np.where(layers >= Layer.FACE - 0.6, 1.06, 0.92)
        deep = np.where(hair & (layers >= Layer.HAIR - 0.8), 1.12, deep)
        deep = np.where(layers >= Layer.HAT, 1.10, deep)
        deep = np.where(back, -0.85, deep)
        deep = np.where(strands, 0.2, deep)
        deep = np.where(
            (layers >= Layer.FACE - 0.6)
            & (layers < Layer.HAIR - 0.8)
            & (np.abs(u) < 16)
            & (v > 20)
            & (v < 66),
            1.28,
            deep,
        )  # nose
        fading = eased(v, 330.0, 110.0)
        self._deep = np.where(on_head, depth * deep * fading, 0.0)
        self._deep[neck_part] = (0.5 * eased(y, neck[1], chin))[neck_part]
        length = np.clip((v + 30.0) / 200.0, 0.0, 3.0)
        side = 0.35 + 0.65 * np.clip(np.abs(u) / 70.0, 0.0, 1.0)
        free = length * (0.35 + 0.30 * length) * np.where(v < 100, side, 1.0)
        self._hair = np.where(hair, np.minimum(free, 2.4), 0.0)
        self._strand = length

    def _weigh_cloth(self, figure: Figure, x: Floats, y: Floats, layers: Floats) -> None:
        hips = figure.body.hips
        free = np.zeros(len(x))
        for low, high, much in _LOOSE:
            top = hips[1] - (0.2 if low > Layer.FAR_ARM else 1.6) * self._size
            below = np.clip((y - top) / (2.6 * self._size), 0.0, 1.5)
            here = (layers >= low) & (layers < high)
            free = np.where(here, below * below * (0.6 + 0.4 * below) * much, free)
        self._cloth = free
        self._hang = np.clip((y - hips[1]) / self._size, -2.0, 4.0)

    def markup(self, moment: Moment) -> str:
        return self._art.markup(self._moved(moment))

    def box(self, moment: Moment) -> tuple[float, float, float, float]:
        return self._art.box(self._moved(moment))

    def _moved(self, m: Moment) -> Floats:
        size = self._size
        x, y = self._art.points[:, 0].copy(), self._art.points[:, 1].copy()
        across = self._far
        # the parts, from the tips to the root
        gust = wave(m.phase - 0.30 * self._strand + 0.10 * across)
        small = wave(2 * m.phase - 0.46 * self._strand + 0.23 * across + 0.2)
        x += self._hair * size * (m.wind * (0.055 * gust + 0.022 * small + 0.02) + m.hair)
        y += self._hair * size * (m.bounce - 0.010 * m.wind * small)
        flow = wave(m.phase - 0.24 * self._hang + 0.16 * across)
        ripple = wave(2 * m.phase - 0.30 * self._hang + 0.42 * across + 0.3)
        x += self._cloth * size * (m.wind * (0.060 * flow + 0.022 * ripple + 0.02) + m.cloth)
        y += self._cloth * size * (m.lift + m.wind * 0.020 * ripple)
        if m.turn or m.nod:
            x += self._deep * size * 0.48 * m.turn / 57.3
            y += self._deep * size * 0.48 * m.nod / 57.3
        if m.tilt:
            turned = self._head * m.tilt / 57.3
            hx, hy = self._head_at
            x += -hy * turned - hx * turned * turned / 2
            y += hx * turned - hy * turned * turned / 2
        if m.arms:
            turned = self._arm * m.arms / 57.3
            ax, ay = self._arm_at
            x += -ay * turned
            y += ax * turned
        x += self._chest * size * 0.020 * m.breath
        y -= self._raised * size * 0.026 * m.breath
        x += self._standing * size * m.sway
        y += self._knees * size * m.sink
        return np.stack((x, y), axis=1)


def moments_equal(a: Moment, b: Moment) -> bool:
    return all(getattr(a, field.name) == getattr(b, field.name) for field in fields(a))


__all__ = ["STILL", "Drawn", "Moment", "Puppet", "replace"]
