"""Puts joints that were seen together into people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from .skeleton import JOINTS, LIMBS


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a joint may be, in pixels; `weight` is 1 for a dot that is wholly seen."""

    x: float
    y: float
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """A limb from one joint's candidate to another's, by their places in the lists."""

    start: int
    end: int
    score: float


class Links(Protocol):
    def __call__(
        self, limb: int, starts: Sequence[Candidate], ends: Sequence[Candidate]
    ) -> list[Link]: ...


Person: TypeAlias = Mapping[int, Candidate]
"""By joint number."""

LIMB_ENDS = tuple((JOINTS.index(start), JOINTS.index(end)) for start, end in LIMBS)
_HEAD = frozenset({0, 14, 15, 16, 17})
_MIN_LIMBS = 3
_MOST_STRAYS = 3  # more dots of one joint's colour are something else: OpenPose's hands are blue


def assembled(found: Sequence[Sequence[Candidate]], links: Links) -> list[Person]:
    """People, the largest first; `found` lists the candidates of each joint.

    Limbs are taken in their order and, of one kind, the best seen first; a candidate is an
    end of at most one limb of a kind. What hangs together with no one, a leg whose hip
    is covered or a single dot, goes to the nearest person who lacks it.
    """
    people: list[dict[int, int]] = []
    limbs: list[int] = []
    for number, (start, end) in enumerate(LIMB_ENDS):
        used: set[tuple[str, int]] = set()
        for link in sorted(
            links(number, found[start], found[end]), key=lambda link: link.score, reverse=True
        ):
            if ("start", link.start) in used or ("end", link.end) in used:
                continue
            if _join(people, limbs, (start, link.start), (end, link.end)):
                used |= {("start", link.start), ("end", link.end)}
    placed = [
        ({joint: found[joint][place] for joint, place in person.items()}, count)
        for person, count in zip(people, limbs, strict=True)
    ]
    whole = [person for person, count in placed if count >= _MIN_LIMBS]
    for part in (part for part, count in placed if count < _MIN_LIMBS):
        _attach(whole, part)
    _add_strays(whole, found)
    return sorted(whole, key=_size, reverse=True)


def _join(
    people: list[dict[int, int]], limbs: list[int], start: tuple[int, int], end: tuple[int, int]
) -> bool:
    """Enters one limb; False where it would give a person the same joint twice."""
    first = _owner(people, start)
    second = _owner(people, end)
    if first is None and second is None:
        people.append(dict([start, end]))
        limbs.append(1)
        return True
    if first is not None and second is not None and first != second:
        if people[first].keys() & people[second].keys():
            return False
        people[first].update(people[second])
        limbs[first] += limbs[second] + 1
        del people[second], limbs[second]
        return True
    owner = first if first is not None else second
    assert owner is not None
    for joint, place in (start, end):
        if people[owner].get(joint, place) != place:
            return False
    people[owner].update([start, end])
    limbs[owner] += 1
    return True


def _owner(people: Sequence[Mapping[int, int]], joint: tuple[int, int]) -> int | None:
    number, place = joint
    for index, person in enumerate(people):
        if person.get(number) == place:
            return index
    return None


def _size(person: Person) -> float:
    across = [joint.x for joint in person.values()]
    down = [joint.y for joint in person.values()]
    return (max(across) - min(across)) + (max(down) - min(down))


def _add_strays(
    people: Sequence[dict[int, Candidate]], found: Sequence[Sequence[Candidate]]
) -> None:
    taken = {(j, c.x, c.y) for person in people for j, c in person.items()}
    for joint, candidates in enumerate(found):
        strays = [c for c in candidates if c.weight > 0.5 and (joint, c.x, c.y) not in taken]
        if len(strays) > _MOST_STRAYS:
            continue
        # Arms and legs may be covered; on the head there would be a limb to a joint that is known.
        next_to = {a if b == joint else b for a, b in LIMB_ENDS if joint in (a, b)}
        if joint not in _HEAD:
            next_to = set()
        free = [person for person in people if not next_to & person.keys()]
        for stray in strays:
            _attach(free, {joint: stray})


def _attach(people: Sequence[dict[int, Candidate]], part: Person) -> None:
    """Gives a part to the nearest person who lacks it, if one is near."""
    near = [
        (away, number)
        for number, person in enumerate(people)
        if not person.keys() & part.keys()
        and (away := min(_away(person, joint) for joint in part.values())) < _size(person) / 4
    ]
    if near:
        people[min(near)[1]].update(part)


def _away(person: Person, stray: Candidate) -> float:
    """To the nearest joint of the person, in pixels across plus down."""
    return min(abs(c.x - stray.x) + abs(c.y - stray.y) for c in person.values())
