"""One person of a scene: their body as it is posed, and the pieces of their drawing that go
before and behind somebody else."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import cast

from ..avatar.body import EYES, GROUND, HEIGHT, Body, measure
from ..avatar.drawing import HAIR_COLOUR, PEN, SKIN
from ..avatar.features import Features
from ..avatar.figure import Figure, Layer
from ..avatar.geometry import turned
from ..avatar.line import LineStyle
from ..avatar.outfit import dress
from ..avatar.paint import Canvas, Point, mix, number, shadow, smooth, spread
from ..avatar.parts.scene import draw_person, stances
from ..avatar.posing import stand, take
from ..avatar.styles import Head, head_in
from ..pose.library import pose
from ..pose.skeleton import Joint, Pose, mirrored
from .part import Part

OVER = 100.0
"""The layer of an arm that lies over somebody else."""
_HAND = OVER + 3.4
_FAR = (Layer.FAR_ARM - 1.0, Layer.FAR_ARM + 7.0)
_SHORTEST = 0.5  # an arm pointing at the viewer looks half as long
_UPPER: tuple[Joint, ...] = (
    "neck", "nose", "right_eye", "left_eye", "right_ear", "left_ear", "right_shoulder",
    "left_shoulder", "right_elbow", "left_elbow", "right_wrist", "left_wrist",
)  # fmt: skip


class Cel(Canvas):
    """A canvas of which ranges of layers can be had one by one."""

    def between(self, low: float, high: float) -> str:
        """The markup of the layers from `low` up to but without `high`."""
        return "".join(
            f'<g transform="{place}">{markup}</g>' if place else markup
            for layer in sorted(self._layers)
            if low <= layer < high
            for place, markup in self._layers[layer]
        )

    @property
    def defs(self) -> str:
        return "".join(
            f'<{key.split(" ", 1)[0]} id="{name}" {key.split(" ", 1)[1]}'
            for key, name in self._gradients.items()
        )


@dataclass
class Acting(Figure):
    over: frozenset[str] = frozenset()  # arms that lie over somebody else
    near: frozenset[str] = frozenset()  # arms that lie before the own trunk
    far: frozenset[str] = frozenset()  # and behind it

    def arm_layer(self, side: str) -> float:
        if side in self.over:
            return OVER
        if side in self.near:
            return Layer.NEAR_ARM
        if side in self.far:
            return Layer.FAR_ARM
        return super().arm_layer(side)


@dataclass
class Actor:
    """`x` is where the middle of the feet is and `ground` where they stand, in pixels;
    `scale` is pixels in a unit of the figure's space."""

    person: Features
    part: Part
    body: Body
    number: int  # from left to right, as the scene names them
    x: float = 0.0
    ground: float = 0.0
    scale: float = 1.0
    over: frozenset[str] = frozenset()
    wrapped: frozenset[str] = frozenset()  # arms behind the others, hands before them
    near: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()
    far_first: bool = False  # the far arm goes behind who is drawn before
    below: float | None = None  # what is lower in the picture is hidden and not drawn
    not_drawn: tuple[str, ...] = ()
    _cel: Cel | None = field(default=None, repr=False)
    _frame: str = ""

    @property
    def head(self) -> float:
        """Crown to chin in pixels."""
        return self.body.measures.head * self.scale

    def at(self, point: Point) -> Point:
        """In the picture."""
        return (self.x + point[0] * self.scale, self.ground + (point[1] - GROUND) * self.scale)

    def local(self, point: Point) -> Point:
        return ((point[0] - self.x) / self.scale, GROUND + (point[1] - self.ground) / self.scale)

    def joint(self, name: str) -> Point:
        return self.at(self.body.joints[cast(Joint, name)])

    @property
    def face(self) -> Point:
        """The middle of the head."""
        return self.at(self.body.head(0, 0))

    def reach(self, side: str, target: Point, *, up: bool = False) -> None:
        """Brings a wrist to a place in the picture, as far as the arm goes."""
        self.body = reached(self.body, side, self.local(target), up=up)

    def draw(self, layer: int, seed: int, line: LineStyle) -> None:
        person = self.person
        hair = person.hair.colour.hex if person.hair.colour else HAIR_COLOUR
        skin = SKIN[person.skin_tone or "light"]
        if person.skin_colour:
            skin = person.skin_colour.hex
        self._cel = Cel(PEN / min(1.0, self.scale), f"p{layer}-", line)
        figure = Acting(
            features=person,
            outfit=dress(person),
            body=self.body,
            canvas=self._cel,
            view=self.part.view,
            seed=seed,
            skin=skin,
            hair=hair,
            doing=self.part.doing,
            over=self.over | self.wrapped,
            near=self.near,
            far=self.far,
        )
        self.not_drawn = draw_person(figure)
        if self.part.eyes_shut:
            _shut_eyes(figure)
        left, top = self.x, self.ground - GROUND * self.scale
        self._frame = f"translate({number(left)} {number(top)}) scale({self.scale:.4f})"

    @property
    def defs(self) -> str:
        assert self._cel is not None
        if self.below is None:
            return self._cel.defs
        foot = number(self.local((0.0, self.below))[1])
        return (
            f'{self._cel.defs}<clipPath id="{self._cel.prefix}c">'
            f'<path d="M-1536 -1536H1536V{foot}H-1536Z"/></clipPath>'
        )

    def behind(self) -> str:
        """What goes behind everybody else of the group."""
        pieces = [self._piece(*_FAR)] if self.far_first else []
        if self.wrapped:
            pieces.append(self._piece(OVER - 1, _HAND))
        return "".join(pieces)

    def main(self) -> str:
        if self.far_first:
            return self._piece(-math.inf, _FAR[0]) + self._piece(_FAR[1], OVER - 1)
        return self._piece(-math.inf, OVER - 1)

    def before(self) -> str:
        """What lies over the others of the group."""
        return self._piece(_HAND if self.wrapped else OVER - 1, math.inf)

    def _piece(self, low: float, high: float) -> str:
        assert self._cel is not None
        markup = self._cel.between(low, high)
        if not markup:
            return ""
        if self.below is not None:
            markup = f'<g clip-path="url(#{self._cel.prefix}c)">{markup}</g>'
        return f'<g transform="{self._frame}">{markup}</g>'

    def head_in(self, width: int, height: int) -> Head | None:
        """For the styles, which keep marks fine on a face."""
        joints = {
            joint: ((x - width / 2) / height, y / height, 0.0)
            for joint, (x, y) in ((j, self.at(p)) for j, p in self.body.joints.items())
        }
        seen = self.body.pose().joints
        return head_in(Pose({j: p for j, p in joints.items() if j in seen}), width, height)


def _shut_eyes(figure: Figure) -> None:
    """Lids over the eyes that are drawn already, and lashes."""
    brush = figure.head_brush(Layer.FACE + 0.9)
    lash = mix(shadow(figure.skin, 2.6), "#2a1c24", 0.55)
    seen = dict.fromkeys(EYES[figure.view])
    for index, (x, y) in enumerate(seen):
        half = 23.0
        if figure.view == "quarter":
            half = 22.0 if index == 0 else 17.0
        elif figure.view == "side":
            half = 15.0
        lid = [(x - half - 5, y), (x, y - 24), (x + half + 5, y), (x, y + 19)]
        brush.fill(smooth(lid, closed=True), figure.skin)
        brush.tone(
            smooth([(x - half, y - 4), (x, y - 15), (x + half, y - 4), (x, y + 7)], closed=True),
            shadow(figure.skin, 0.4), opacity=0.5,
        )  # fmt: skip
        curve = [(x - half, y + 2), (x, y + 11), (x + half, y + 2)]
        brush.stroke(spread(curve), lash, width=3.6)


def posed(person: Features, part: Part) -> Body:
    """The body in its own space, standing on `GROUND` round x = 0."""
    measures = measure(person)
    if person.height in ("short", "tall"):
        measures = measures.scaled(0.955 if person.height == "short" else 1.045)
    right, left = stances(person)
    body = stand(
        measures, part.view, right=right, left=left, gender=person.gender,
        expression=person.face.expression,
    )  # fmt: skip
    if part.pose:
        adult = stand(measure(replace(person, age="young adult")), part.view)
        if person.age not in ("child", "teen"):
            adult = stand(measures, part.view)
        body = take(pose(part.pose, part.view), body, adult, top=-4 * HEIGHT, half_width=4 * HEIGHT)
    if part.turn < 0:
        body = flipped(body)
    if part.lean:
        body = leaned(body, part.lean * part.turn)
    for side, (x, y) in part.reach:
        named = side
        if side in ("near", "far"):
            other = "left" if body.near == "right" else "right"
            named = body.near if side == "near" else other
        head, neck = measures.head, body.joints["neck"]
        target = (neck[0] + x * part.turn * head, neck[1] + y * head)
        body = reached(body, named, target, up=part.elbows_up)
    return body


def flipped(body: Body) -> Body:
    """In a mirror: what the right did the left does, and who faced right faces left."""
    pose_of = Pose({j: (x, y, body.depths.get(j, 0.0)) for j, (x, y) in body.joints.items()})
    joints = mirrored(pose_of).joints
    turned_away = body.view in ("side", "quarter")
    return replace(
        body,
        joints={j: (x, y) for j, (x, y, _) in joints.items()},
        depths={j: depth for j, (_, _, depth) in joints.items()},
        facing=-body.facing if turned_away else body.facing,
        tilt=-body.tilt,
    )


def leaned(body: Body, degrees: float) -> Body:
    """The trunk bent at the hips, clockwise."""
    x0, y0 = body.hips
    joints = dict(body.joints)
    for joint in _UPPER:
        x, y = joints[joint]
        dx, dy = turned((x - x0, y - y0), degrees)
        joints[joint] = (x0 + dx, y0 + dy)
    return replace(body, joints=joints, tilt=body.tilt + degrees)


def nodded(body: Body, degrees: float) -> Body:
    """The head turned about the neck, clockwise."""
    x0, y0 = body.joints["neck"]
    joints = dict(body.joints)
    for joint in _UPPER[1:6]:
        x, y = joints[joint]
        dx, dy = turned((x - x0, y - y0), degrees)
        joints[joint] = (x0 + dx, y0 + dy)
    return replace(body, joints=joints, tilt=body.tilt + degrees)


def reached(body: Body, side: str, target: Point, *, up: bool = False) -> Body:
    """The elbow and wrist of one arm brought to a place in the figure's space.

    The elbow goes outwards and down, or `up`. An arm whose hand is near its shoulder is
    foreshortened rather than folded sharply.
    """
    measures = body.measures
    x0, y0 = body.joints[cast(Joint, f"{side}_shoulder")]
    dx, dy = target[0] - x0, target[1] - y0
    away = math.hypot(dx, dy) or 1.0
    upper, fore = measures.upper_arm, measures.forearm
    longest = (upper + fore) * 0.985
    if away > longest:
        dx, dy, away = dx * longest / away, dy * longest / away, longest
    short = max(_SHORTEST, min(1.0, away * 1.45 / (upper + fore)))
    upper, fore = upper * short, fore * short
    along = (away * away + upper * upper - fore * fore) / (2 * away)
    aside = math.sqrt(max(0.0, upper * upper - along * along))
    ux, uy = dx / away, dy / away
    outward = -1.0 if x0 < body.joints["neck"][0] else 1.0
    if body.view in ("side", "quarter"):
        outward = -body.facing
    options = [
        (x0 + ux * along - uy * aside * sign, y0 + uy * along + ux * aside * sign)
        for sign in (1.0, -1.0)
    ]
    elbow = max(options, key=lambda p: (-p[1] if up else p[1]) + outward * p[0] * 0.6)
    joints = dict(body.joints)
    joints[cast(Joint, f"{side}_elbow")] = elbow
    joints[cast(Joint, f"{side}_wrist")] = (x0 + dx, y0 + dy)
    depths = dict(body.depths)
    for part in ("elbow", "wrist"):
        depths[cast(Joint, f"{side}_{part}")] = 0.25 * measures.head
    return replace(body, joints=joints, depths=depths)
