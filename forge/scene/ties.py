"""What joins two people: arms round each other, hands that meet."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

from ..avatar.geometry import between
from ..avatar.paint import Point
from .actor import Actor, leaned, nodded

_BEND = 26.0  # degrees that a tall one bows to a short one, at most


def tied(kind: str, left: Actor, right: Actor) -> None:
    """Changes both, who have their places: `left` is left of `right` in the picture."""
    _TIES[kind](left, right)


def _bowed(left: Actor, right: Actor, share: float) -> None:
    """The taller one leans down until the faces are nearly level."""
    tall, short = (left, right) if left.face[1] < right.face[1] else (right, left)
    gap = short.face[1] - tall.face[1]
    if gap < 0.12 * tall.head:
        return
    trunk = tall.head * 2.6
    degrees = min(_BEND, share * gap / trunk * 57.3 * 1.2)
    tall.body = leaned(tall.body, degrees * tall.part.turn)
    short.body = nodded(short.body, -8 * short.part.turn)


def _close(left: Actor, right: Actor, gap: float) -> None:
    """Faces brought to `gap` heads from each other, both moving."""
    now = right.face[0] - left.face[0]
    move = (now - gap * (left.head + right.head) / 2) / 2
    left.x += move
    right.x -= move


def _on_trunk(actor: Actor, u: float, v: float) -> Point:
    return actor.at(actor.body.trunk().at(u, v))


def _hug(left: Actor, right: Actor) -> None:
    _bowed(left, right, 0.7)
    _close(left, right, 0.94)
    for actor, other, v in ((left, right, 0.30), (right, left, 0.52)):
        sign = 1.0 if actor is left else -1.0
        near, far = actor.body.near, "left" if actor.body.near == "right" else "right"
        actor.reach(near, _on_trunk(other, sign * 0.42, v))
        actor.reach(far, _on_trunk(other, sign * 0.5, v + 0.12))
        actor.over = frozenset({near})
        actor.part = replace(actor.part, hands="salute")
    right.far_first = True
    left.body = nodded(left.body, 6)
    right.body = nodded(right.body, -6)


def _kiss(left: Actor, right: Actor) -> None:
    _bowed(left, right, 0.95)
    _close(left, right, 0.80)
    left.body, right.body = nodded(left.body, 7), nodded(right.body, -7)
    for actor, other in ((left, right), (right, left)):
        near, far = actor.body.near, "left" if actor.body.near == "right" else "right"
        sign = 1.0 if actor is left else -1.0
        v = 0.30 if actor is left else 0.62
        actor.reach(near, _on_trunk(other, sign * 0.25, v))
        actor.reach(far, _on_trunk(other, sign * 0.3, v + 0.1))
        actor.over = frozenset({near})
        actor.part = replace(actor.part, hands="salute")
    right.far_first = True


def _hands(left: Actor, right: Actor) -> None:
    """Hand in hand: fingers of both at one place between them."""
    a, b = left.joint("left_shoulder"), right.joint("right_shoulder")
    x = (a[0] + b[0]) / 2
    hand = min(left.body.measures.hand * left.scale, right.body.measures.hand * right.scale)
    y = min(_lowest(left, a, x), _lowest(right, b, x))
    left.reach("left", (x - hand * 0.10, y))
    right.reach("right", (x + hand * 0.10, y))
    for actor in (left, right):
        actor.part = replace(actor.part, hands="salute")
    right.over = right.over | {"right"}


def _lowest(actor: Actor, shoulder: Point, x: float) -> float:
    """How low the hand comes at x with an arm that is nearly straight."""
    measures = actor.body.measures
    arm = (measures.upper_arm + measures.forearm) * actor.scale * 0.95
    return shoulder[1] + math.sqrt(max(0.0, arm * arm - (x - shoulder[0]) ** 2))


def _waltz(left: Actor, right: Actor) -> None:
    """Joined hands out at one side, the others at waist and shoulder."""
    _close(left, right, 1.3)
    left_near, right_near = left.body.near, right.body.near
    left_far = "left" if left_near == "right" else "right"
    right_far = "left" if right_near == "right" else "right"
    (x, y), unit = between(left.face, right.face, 0.5), left.head
    left.reach(left_near, _on_trunk(right, 0.2, 0.66))
    right.reach(right_near, _on_trunk(left, -0.25, 0.10))
    together = (x, y - unit * 1.12)
    left.reach(left_far, together, up=True)
    right.reach(right_far, together, up=True)
    left.over, right.over = frozenset({left_near}), frozenset({right_near})
    for actor in (left, right):
        actor.part = replace(actor.part, hands="salute")


def _row(left: Actor, right: Actor) -> None:
    """Arms behind each other, hands on each other's far shoulders."""
    for actor, other, side in ((left, right, "left"), (right, left, "right")):
        x, y = other.joint(f"{side}_shoulder")
        sign = 1.0 if side == "left" else -1.0
        if other.joint("neck")[1] - actor.joint("neck")[1] > 0.8 * actor.head:
            near = "right" if side == "left" else "left"
            x, y = other.joint(f"{near}_shoulder")  # down to a child's
        elif actor.joint("neck")[1] - other.joint("neck")[1] > 0.8 * actor.head:
            x, y = _on_trunk(other, -0.2 * sign, 0.75)  # and a child's round the waist
        actor.reach(side, (x - 0.10 * sign * other.head, y + 0.08 * other.head), up=True)
        actor.wrapped = actor.wrapped | {side}
        actor.part = replace(actor.part, hands="salute")


_TIES: Mapping[str, Callable[[Actor, Actor], None]] = {
    "hug": _hug,
    "kiss": _kiss,
    "hands": _hands,
    "waltz": _waltz,
    "row": _row,
}
