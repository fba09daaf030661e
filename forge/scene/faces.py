"""Faces stay free: an arm that would lie over one goes up or down beside its owner."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..avatar.geometry import between
from ..avatar.paint import Point
from .actor import Actor

_NEAR = 0.62  # heads from the middle of a face
_SIDES = ("right", "left")


def freed(order: Sequence[Actor]) -> None:
    """`order` is that of drawing: who comes later lies over who came before."""
    for index, actor in enumerate(order):
        others = [other for other in order[:index] if other is not actor]
        bound = actor.over | actor.wrapped
        for side in _SIDES:
            if side not in bound and _covers(actor, side, others):
                _aside(actor, side, others)


def _covers(actor: Actor, side: str, others: Sequence[Actor]) -> bool:
    points = _along(actor, side)
    return any(
        math.dist(point, other.face) < _NEAR * other.head for other in others for point in points
    )


def _along(actor: Actor, side: str) -> list[Point]:
    shoulder, elbow, wrist = (
        actor.joint(f"{side}_{part}") for part in ("shoulder", "elbow", "wrist")
    )
    beyond = between(elbow, wrist, 1.55)
    ends = ((shoulder, elbow), (elbow, beyond))
    return [between(a, b, share) for a, b in ends for share in (0.35, 0.7, 1.0)]


def _aside(actor: Actor, side: str, others: Sequence[Actor]) -> None:
    x, y = actor.joint(f"{side}_shoulder")
    wrist = actor.joint(f"{side}_wrist")
    measures = actor.body.measures
    arm = (measures.upper_arm + measures.forearm) * actor.scale
    out = 1.0 if x > actor.joint("neck")[0] else -1.0
    before = actor.body
    ways = [(out * 0.16 * arm, 0.95 * arm)]
    if wrist[1] < y:
        ways.insert(0, (out * 0.12 * arm, -0.95 * arm))
    for dx, dy in ways:
        actor.body = before
        actor.reach(side, (x + dx, y + dy), up=dy < 0)
        if not _covers(actor, side, others):
            return
