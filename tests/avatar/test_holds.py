"""Each kind of thing is held in its own way, not all at one height."""

from __future__ import annotations

from dataclasses import replace

import pytest
from avatarforge.forge.avatar.body import GROUND, Body, measure
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.features import Features, Prop
from avatarforge.forge.avatar.parts.props import KINDS, hold_of, reach
from avatarforge.forge.avatar.parts.scene import stances
from avatarforge.forge.avatar.posing import stand
from avatarforge.forge.avatar.words import read_words


def holding(*kinds: str, text: str = "woman") -> tuple[Features, Body]:
    person = replace(
        cast(read_words(text).features, 1), props=tuple(Prop(kind=kind) for kind in kinds)
    )
    right, left = stances(person)
    return person, stand(measure(person), "front", right=right, left=left)


CARRIED = {"cane", "anchor", "skateboard"}
PLANTED = [kind for kind, known in KINDS.items() if known.hold == "pole" and kind not in CARRIED]


@pytest.mark.parametrize("kind", PLANTED)
@pytest.mark.parametrize("text", ["woman", "man", "little girl"])
def test_a_pole_stands_on_the_ground(kind: str, text: str) -> None:
    person, body = holding(kind, text=text)
    low = max(y for _, y in reach(body, person))
    assert GROUND - 0.3 * body.measures.head < low < GROUND + 0.1 * body.measures.head


@pytest.mark.parametrize("kind", ["sword", "katana", "dagger", "racket"])
def test_a_blade_at_rest_points_down_and_outward(kind: str) -> None:
    person, body = holding(kind)
    x, y = body.joints["right_wrist"]
    points = reach(body, person)
    tip = max(points, key=lambda point: (point[0] - x) ** 2 + (point[1] - y) ** 2)
    assert tip[1] > y and tip[0] < x
    assert max(py for _, py in points) < GROUND


@pytest.mark.parametrize("kind", ["book", "teddy bear", "bouquet", "laptop", "cat"])
def test_what_takes_both_hands_is_before_the_chest(kind: str) -> None:
    person, body = holding(kind)
    xs = [x for x, _ in reach(body, person)]
    neck = body.joints["neck"][0]
    assert abs((min(xs) + max(xs)) / 2 - neck) < 0.3 * body.measures.head


def test_with_a_hand_busy_it_is_held_in_the_other() -> None:
    person, _ = holding("book", "staff")
    assert hold_of(person, KINDS["book"]) == "float"
    assert set(stances(person)) == {"read", "guard"}


def test_who_uses_a_wheelchair_sits() -> None:
    person = cast(read_words("wheelchair user, young woman").features, 2)
    assert person.stance == "sitting"
    assert "wheelchair" in {item.kind for item in person.accessories}
