"""Two things joined by "and": what the first lends to the second.

"A red scarf and gloves" are both red, "a chef hat and jacket" both a chef's. Lent is only
between things of one make (cloth, metal, jewels), and never to what has a look of its own:
jeans are denim, whatever the colour of the shirt before them.
"""

from __future__ import annotations

from collections.abc import Iterable

from .adjectives import Thing
from .vocabulary import wardrobe
from .vocabulary.lexicon import Term, lexicon
from .vocabulary.tables import word_set

AND = frozenset({"and", "plus", "as well as", "along with", "together with"})

_CLOTH = word_set(
    "hat|hood|turban|hijab|veil|bandana|headband|hair bow|mask|face veil|backpack|headdress"
)
_JEWELS = word_set("crown|tiara|circlet|choker|earrings|necklace|bracelet|ring|watch|piercings")
_OWN = word_set("jeans|bare feet|outfit|belt|suspenders|harness|overalls")
_ON_SHIRTS = word_set("tie|bow tie|suspenders")
_SHIRTS = word_set("shirt|blouse|t-shirt|hawaiian shirt|polo shirt|vest")


def lend_colours(pairs: Iterable[tuple[Thing, Thing]]) -> None:
    """Give each second thing the first one's colour where it has none; in spoken order."""
    for one, other in pairs:
        colour = one.attributes.get("colour")
        if colour is not None and "colour" not in other.attributes and _lends(one, other):
            other.attributes["colour"] = colour


def shared_kind(before: str, word: str) -> Term | None:
    """What `word` means in "chef hat and jacket": a chef's jacket; None where no such is known.

    `before` is the first noun with what stands before it, in the spelling of the tables.
    """
    head = before.rpartition(" ")[0]
    for term in lexicon().get(f"{head} {word}", ()) if head else ():
        if term.topic in ("garment", "accessory"):
            return term
    return None


def _lends(one: Thing, other: Thing) -> bool:
    if one.kind == "jeans" or (one.kind in _SHIRTS and other.kind in _ON_SHIRTS):
        return False
    wear = wardrobe.GARMENTS.get(other.kind)
    if wear is not None and wear.colour is not None and other.kind != "chef jacket":
        return False
    makes = _make(one), _make(other)
    return makes[0] == makes[1] and makes[0] != ""


def _make(thing: Thing) -> str:
    if thing.kind in _OWN:
        return ""
    if thing.topic == "accessory":
        if thing.kind == "helmet":
            return "metal"
        return "cloth" if thing.kind in _CLOTH else "jewels" if thing.kind in _JEWELS else ""
    if thing.topic != "garment":
        return ""
    return "metal" if wardrobe.GARMENTS[thing.kind].material == "metal" else "cloth"
