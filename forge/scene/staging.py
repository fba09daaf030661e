"""Where everybody stands: sizes, places, who is before whom, and what they sit on."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..avatar.line import LineStyle
from .actor import Actor, posed
from .company import INDOORS, Company, Cue
from .costume import holding
from .faces import freed
from .furniture import CLOTHS, WOOD, Furniture
from .part import Part
from .settings import Place, Seat
from .ties import tied

_ADULT = 650.0
"""What a grown person is tall in the figure's units: what shares of the frame are given for."""
_TALL = (0.0, 0.74, 0.71, 0.66, 0.62, 0.60, 0.58)
"""A grown person standing, as a share of the frame's height, by how many they are."""
_LEVELS = {"seat": 1.16, "floor": 1.18, "table": 1.30, "water": 1.30, "bed": 1.12, "air": 0.92}
_DEEP = frozenset({"feet", "table", "air", "water", "floor"})
"""Where many stand in two rows."""
_ROOM = 0.95  # of the frame's width
_STEP_BACK = 0.055  # of the frame's height: where the second row stands
_FURTHER = 0.94  # how much smaller it looks
_PITCH = 0.62  # of their widths: how close two rows stand side by side
_EDGE = 0.14  # of the width: nobody sits half outside the picture
_SMALLEST = 0.6  # of their size: where legs are hidden people are not shrunk for them
_SPREAD = 1.22
"""How much further apart than they need people stand where there is room."""
_UNDER = 1.12  # from the neck down to a table's top, in heads


@dataclass(frozen=True, slots=True)
class Staged:
    """`actors` from the furthest to the nearest."""

    actors: tuple[Actor, ...]
    behind: str
    before: str


def stage(
    company: Company, cue: Cue, floor: Place, width: int, height: int, line: LineStyle
) -> Staged:
    """Places all parts of the cue in a picture of `width` x `height` pixels."""
    actors = _cast(company, cue)
    level = cue.parts[0].level
    rows = 2 if len(actors) > 4 and level in _DEEP and not _tied_row(cue) else 1
    scale = _scale(cue, level, rows, width, height)
    ground = floor.ground * height
    places = _across(cue.parts, scale, rows, width, company)
    further = _second_row(company, cue) if rows == 2 else frozenset()
    for index, actor in enumerate(actors):
        back = index in further
        actor.scale = scale * (_FURTHER if back else 1.0)
        actor.x = places[index]
        actor.ground = ground - (_STEP_BACK * height if back else 0.0)
        _uneven(actor, company, index, level, height)
    for kind, left, right in cue.ties:
        tied(kind, actors[left], actors[right])
    if level != "seat":
        _centred(actors, width, company)
    unit = _head(scale)
    behind, before = Furniture("b-", unit, line), Furniture("f-", unit, line)
    _SETS.get(level, _on_feet)(_Set(company, cue, actors, floor, width, height, behind, before))
    order = [actor for index, actor in enumerate(actors) if index in further]
    order += [actor for index, actor in enumerate(actors) if index not in further]
    if level in ("feet", "air"):
        freed(order)
    return Staged(tuple(order), behind.markup, before.markup)


def _cast(company: Company, cue: Cue) -> list[Actor]:
    actors = []
    said = company.scene.props
    for index, (person, part) in enumerate(zip(company.people, cue.parts, strict=True)):
        props = part.props
        if not props and said and index < len(said) and not cue.ties and part.level != "bed":
            props = (said[index],)
            if part.view != "front" and not part.reach:
                part = replace(part, reach=(("right", (0.50, 0.80)),))
        person = holding(person, props)
        if part.expression:
            person = replace(person, face=replace(person.face, expression=part.expression))
        actor = Actor(person, part, posed(person, part), index)
        if props and part.view != "front":
            actor.near = frozenset({"right"})
        actors.append(actor)
    return actors


def _tied_row(cue: Cue) -> bool:
    return any(kind in ("row", "hands") for kind, _, _ in cue.ties)


def _second_row(company: Company, cue: Cue) -> frozenset[int]:
    """Every other one, but no child and nobody who holds somebody."""
    held = {index for _, *pair in cue.ties for index in pair}
    rows = [
        frozenset(
            index for index in range(len(company))
            if index % 2 == first and company.people[index].age != "child" and index not in held
        )
        for first in (0, 1)
    ]  # fmt: skip
    return max(rows, key=len)


def _head(scale: float) -> float:
    return _ADULT / 6.3 * scale


def _scale(cue: Cue, level: str, rows: int, width: int, height: int) -> float:
    count = len(cue.parts)
    tall = _TALL[min(count, 6)] * height * _LEVELS.get(level, 1.0)
    if level == "table":
        tall *= (1.0, 1.12, 1.12, 1.0, 1.0, 1.0, 1.0)[min(count, 6)]
    heads = sum(part.wide for part in cue.parts) * (_PITCH if rows == 2 else 1.0)
    if rows == 2:
        heads += 0.8
    return min(tall / _ADULT, width * _ROOM / (heads * _ADULT / 6.3))


def _across(
    parts: Sequence[Part], scale: float, rows: int, width: int, company: Company
) -> list[float]:
    unit = _head(scale) * (_PITCH if rows == 2 else 1.0)
    total = sum(part.wide for part in parts) * unit
    if rows == 1 and not any(part.wide < 1.7 for part in parts):
        spread = min(_SPREAD, max(1.0, width * _ROOM / total))
        unit, total = unit * spread, total * spread
    at = (width - total) / 2
    places = []
    for part in parts:
        places.append(at + part.wide * unit / 2)
        at += part.wide * unit
    return places


def _uneven(actor: Actor, company: Company, index: int, level: str, height: int) -> None:
    """Nobody stands on a ruled line."""
    if level in ("feet", "air") and len(company) > 1:
        actor.ground += (company.chance("uneven", index) - 0.5) * 0.016 * height
    actor.ground -= actor.part.lift * actor.head


def _centred(actors: Sequence[Actor], width: int, company: Company) -> None:
    """A little aside of the middle, and no face outside the picture."""
    xs = [(actor.at(point)[0], actor.head * 0.5) for actor in actors
          for point in actor.body.joints.values()]  # fmt: skip
    if actors[0].part.level == "bed":
        xs = [(actor.face[0], actor.head * actor.part.wide * 0.48) for actor in actors]
    left, right = min(x - pad for x, pad in xs), max(x + pad for x, pad in xs)
    faces = [actor.face[0] for actor in actors]
    room = max(0.0, width - (right - left))
    aside = (company.chance("aside") - 0.5) * min(0.10 * width, room)
    move = width / 2 + aside - (min(faces) + max(faces)) / 2
    if room:
        move = min(max(move, -left), width - right)
    for actor in actors:
        actor.x += move


# What carries them -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Set:
    company: Company
    cue: Cue
    actors: list[Actor]
    floor: Place
    width: int
    height: int
    behind: Furniture
    before: Furniture

    @property
    def ground(self) -> float:
        return self.floor.ground * self.height

    @property
    def unit(self) -> float:
        return self.behind.unit

    def tone(self, what: str, index: int = 0) -> str:
        start = int(self.company.chance(what) * len(CLOTHS))
        return CLOTHS[(start + index) % len(CLOTHS)]


def _on_feet(s: _Set) -> None:
    light = s.floor.light
    for actor in s.actors:
        feet = [actor.joint("right_ankle"), actor.joint("left_ankle")]
        x = (feet[0][0] + feet[1][0]) / 2
        half = abs(feet[0][0] - feet[1][0]) / 2 + actor.head * 0.5
        on = min(actor.ground + actor.part.lift * actor.head, s.height - 1.0)
        reach = actor.head * 6.2 * light.shadow_length
        if light.shadow_opacity > 0.05:
            away = (-light.direction * reach * 0.75, -reach * 0.16)
            s.behind.cast(x, on, half * 0.72, away, light.shadow_opacity * 0.55)
        s.behind.shadow(x, on, half, actor.head * 0.17, 0.25 + light.shadow_opacity)
        if actor.part.pose in ("jumping", "flying"):
            continue
        for px, _ in feet:
            s.behind.shadow(px, on, actor.head * 0.34, actor.head * 0.09, 0.35)


def _hips(actor: Actor) -> float:
    """The surface they sit on, in the picture."""
    return actor.at((0.0, actor.body.hips[1] + actor.body.measures.leg * 0.74))[1]


def _on_seats(s: _Set) -> None:
    """On the place's own seats where it has enough, else on a sofa or stools brought in."""
    within = [seat for seat in s.floor.seats if _EDGE < seat.x < 1 - _EDGE]
    seats = sorted(within[: len(s.actors)], key=lambda seat: seat.x)
    if len(seats) == len(s.actors) and _apart(seats, s):
        legs = max(actor.ground - _hips(actor) for actor in s.actors)
        fits = min((s.ground - seat.y * s.height) / legs for seat in seats)
        for actor, seat in zip(s.actors, seats, strict=True):
            if _SMALLEST < fits < 1.0:  # feet on the floor that is there
                actor.scale *= fits
            actor.x += seat.x * s.width - actor.at(actor.body.hips)[0]
            actor.ground += seat.y * s.height - _hips(actor)
        return
    top = min(_hips(actor) for actor in s.actors)
    for actor in s.actors:
        s.behind.shadow(actor.x, s.ground, actor.head * 1.1, actor.head * 0.2, 0.4)
    if s.company.scene.setting in ("living room", "bedroom", "cafe", None):
        left = min(actor.x for actor in s.actors) - s.unit * 1.45
        right = max(actor.x for actor in s.actors) + s.unit * 1.45
        s.behind.shadow((left + right) / 2, s.ground, (right - left) * 0.54, s.unit * 0.25, 0.5)
        s.behind.bench(left, right, top, s.ground + s.unit * 0.05, s.tone("sofa"))
        for actor in s.actors:
            actor.ground -= _hips(actor) - top
        return
    for index, actor in enumerate(s.actors):
        s.behind.stool(actor.x, _hips(actor), s.ground + s.unit * 0.05, s.tone("stool", index))


def _apart(seats: Sequence[Seat], s: _Set) -> bool:
    """Whether heads of people on neighbouring seats have room."""
    gaps = [(b.x - a.x) * s.width for a, b in pairwise(seats)]
    return all(gap > 1.25 * s.unit for gap in gaps)


def _on_floor(s: _Set) -> None:
    inside = s.company.scene.setting in INDOORS
    for index, actor in enumerate(s.actors):
        xs = [actor.joint(f"{side}_{part}")[0] for side in ("right", "left")
              for part in ("ankle", "knee", "hip")]  # fmt: skip
        middle, half = (min(xs) + max(xs)) / 2, (max(xs) - min(xs)) / 2 + s.unit * 0.5
        if not inside:
            s.behind.mat(middle, actor.ground - s.unit * 0.1, half * 1.15, s.tone("mat", index))
        s.behind.shadow(middle, actor.ground - s.unit * 0.05, half, s.unit * 0.2, 0.5)


def _behind_table(s: _Set) -> None:
    count = len(s.actors)
    # the table's top crosses the frame where faces above it have the most room
    top = s.height * (0.735 if count < 4 else 0.745)
    largest = max(actor.scale for actor in s.actors)
    for actor in s.actors:
        neck = actor.joint("neck")[1]
        down = actor.head * _UNDER if actor.person.age != "child" else actor.head * 0.72
        actor.ground += top - down - neck
        if actor.scale < largest:
            actor.ground -= actor.head * 0.62
        actor.below = top + s.unit * 0.3
    left = min(actor.x for actor in s.actors) - s.unit * 1.7
    right = max(actor.x for actor in s.actors) + s.unit * 1.7
    left, right = max(left, -s.unit), min(right, s.width + s.unit)
    tone = "#b98a5c" if s.company.chance("table") < 0.5 else WOOD
    if s.company.scene.setting == "office":
        tone = "#c9b79c"
    foot = max(s.ground + s.unit * 0.5, top + s.unit * 1.6)
    s.before.shadow((left + right) / 2, min(foot, s.height), (right - left) * 0.52,
                    s.unit * 0.22, 0.5)  # fmt: skip
    s.before.table(left, right, top, foot, tone)
    _laid(s, top)


def _laid(s: _Set, top: float) -> None:
    """Things on the table, before and between people."""
    y = top + s.unit * 0.2
    if s.cue.things and s.cue.things[0] == "laptop":
        for index, actor in enumerate(s.actors):
            if index % 2 == 0 or len(s.actors) < 4:
                s.before.laptop(actor.x, y + s.unit * 0.05)
        return
    front = s.actors
    spots = [(a.x + b.x) / 2 for a, b in pairwise(front)]
    spots += [front[0].x - s.unit * 1.15, front[-1].x + s.unit * 1.15]
    for index, x in enumerate(spots):
        if not s.cue.things or not 0.3 * s.unit < x < s.width - 0.3 * s.unit:
            continue
        kind = s.cue.things[index % len(s.cue.things)]
        if kind in ("pizza", "burger", "cake", "apple", "bread", "fruit", "bowl"):
            s.before.plate(x, y + s.unit * 0.1)
        s.before.thing(kind, x, y + s.unit * 0.05, 0.72)


def _in_water(s: _Set) -> None:
    top = s.height * 0.66
    largest = max(actor.scale for actor in s.actors)
    for actor in s.actors:
        further = actor.scale < largest
        actor.ground += top - actor.head * (1.05 if further else 0.5) - actor.joint("neck")[1]
    night = s.company.scene.time == "night"
    tone = "#2c5c8c" if night else "#3f9fc4"
    chests = [actor.joint("neck")[0] for actor in s.actors]
    s.before.water(s.width, top, s.height, tone, chests)


def _in_bed(s: _Set) -> None:
    """Everybody in a bed of their own; on a mat where there are no beds."""
    inside = s.company.scene.setting in INDOORS or s.company.scene.setting is None
    top, ground = s.height * 0.60, min(s.ground + s.unit * 0.25, s.height - 1.0)
    foot = ground - s.unit * (0.5 if inside else 0.05)
    for index, actor in enumerate(s.actors):
        actor.ground += top - actor.head * 0.5 - actor.joint("neck")[1]
        actor.below = foot - s.unit * 0.2
        (x, y), edge = actor.face, actor.joint("neck")[1] + actor.head * 0.5
        s.behind.shadow(x, ground, s.unit * 1.7, s.unit * 0.26, 0.5)
        if inside:
            s.behind.bedhead(x, y, foot)
        s.behind.mattress(x, y + s.unit * 0.4, foot)
        s.behind.pillow(x, y + s.unit * 0.10, "#f6f1e8")
        s.before.duvet(x, edge, foot, s.tone("duvet", index))
        if inside:
            s.before.footboard(x, foot - s.unit * 0.02, ground)


def _in_air(s: _Set) -> None:
    for index, actor in enumerate(s.actors):
        high = math.floor(s.company.chance("afloat", index) * 3) * 0.05 + 0.06
        actor.ground = min(actor.ground, s.height * (0.95 - high))


_SETS: dict[str, Callable[[_Set], None]] = {
    "feet": _on_feet,
    "seat": _on_seats,
    "floor": _on_floor,
    "table": _behind_table,
    "water": _in_water,
    "bed": _in_bed,
    "air": _in_air,
}
