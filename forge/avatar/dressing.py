"""Whether what a role wears finds room beside what was asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from .casting import covered
from .vocabulary import wardrobe, worn
from .vocabulary.tables import word_set

_HATS = frozenset({"hat", "helmet", "hood"})
_ON_TOP = word_set(
    "bun|top knot|space buns|high ponytail|mohawk|afro|spiky|dreadlocks|quiff|updo|crown braid"
    "|slicked back|cornrows|half up"
)
"""Hair that a hat would hide."""
_JACKETS = frozenset({"cardigan", "jacket", "coat", "blazer", "bomber jacket"})
_WITH_TIE = frozenset({"shirt", "suit", "vest"})


def hides(kind: str, hair: str, others: Collection[str]) -> bool:
    """Whether an accessory covers hair of this style ("" for none), or horns and ears."""
    return kind in _HATS and (hair in _ON_TOP or bool({"horns", "animal ears"} & set(others)))


def covers_shirt(kind: str, described: Iterable[str], sign: bool) -> bool:
    """Whether a garment goes over a shirt whose look was described.

    `sign`: the garment is what a calling is known by, as the doctor's coat is, unless it
    is any jacket.
    """
    if wardrobe.GARMENTS[kind].slot != "over" or (sign and kind not in _JACKETS):
        return False
    return any(wardrobe.GARMENTS[shirt].slot == "torso" for shirt in described)


def clashes(kind: str, said: Collection[str]) -> bool:
    """A tie over a turtleneck, a second jacket with the blazer."""
    if kind in ("tie", "bow tie"):
        tops = {name for name in said if "torso" in covered(name)}
        return bool(tops - _WITH_TIE) or "blouse" in said
    return kind in ("suit", "tuxedo") and "blazer" in said


def fits(kind: str, worn_before: Mapping[str, object]) -> bool:
    taken: set[str] = set()
    for other in worn_before:
        if other != "outfit":
            taken |= covered(other)
            if wardrobe.GARMENTS[other].slot == "full":
                taken.add("over")  # no implied jacket over a gown or a suit
    return not taken & covered(kind)


def has_room(kind: str, others: Mapping[str, object], refused: Iterable[str]) -> bool:
    place = worn.ACCESSORIES[kind].place
    if place == "head" and not {"hat", "helmet", "hood"}.isdisjoint(refused) and kind != "crown":
        return False
    return place == "body" or all(worn.ACCESSORIES[o].place != place for o in others)
