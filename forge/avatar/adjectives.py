"""What an adjective says about the noun it belongs to: "long" of hair, "round" of glasses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from . import colours
from .features import Colour
from .vocabulary import archetypes, body, worn
from .vocabulary.colour_names import HAIR_HEX
from .vocabulary.lexicon import Term, Topic


class Strength(IntEnum):
    """Of two findings about one thing the stronger counts."""

    IMPLIED = 1  # by an archetype
    HINT = 2  # by a pronoun, or in passing
    NAMED = 3  # by a noun for something else: "queen" says female
    SAID = 4
    NUMBERED = 5  # "25 years old"


@dataclass(frozen=True, slots=True)
class Finding:
    """`value` of a feature path, or one item of "garments", "accessories", "props",
    "face.marks", "roles", "without"; `attributes` are an item's own values.

    Three paths are settled later, when all phrases are known: "length" (a bare "long"),
    "one_eye" (the colour of one of two) and "trim" (of whichever garment).
    """

    path: str
    value: str | Colour
    strength: Strength
    words: tuple[str, ...]
    attributes: tuple[tuple[str, str | Colour, str], ...] = ()  # name, value, word


@dataclass(slots=True)
class Adjective:
    words: str
    terms: tuple[Term, ...]
    colour: str | None = None  # its canonical name with its modifiers

    def value(self, topic: Topic) -> str | None:
        return next((term.value for term in self.terms if term.topic == topic), None)

    @property
    def modifier(self) -> str:
        return self.value("modifier") or ""


@dataclass(slots=True)
class Thing:
    """A noun of the phrase at hand, still open for adjectives behind it."""

    topic: Topic
    kind: str
    words: list[str]
    attributes: dict[str, tuple[str | Colour, str]] = field(default_factory=dict)


PERSON: frozenset[Topic] = frozenset({"gender", "role"})
ITEMS: Mapping[Topic, str] = {
    "garment": "garments",
    "accessory": "accessories",
    "prop": "props",
    "trim": "trim",
    "mark": "face.marks",
}
"""Nouns that gather attributes, and the path of their findings."""

_NATURAL = frozenset(
    {"red", "brown", "black", "grey", "white", "silver", "copper", "mahogany", "chestnut"}
) | {"jet black", "dark brown", "light brown"}
HAIR_ONLY = frozenset(HAIR_HEX) - _NATURAL
"""Colours that, of a person, are their hair's: "a blonde woman"."""

_HAIR_TINTS = {
    "dark": "dark brown",
    "light": "light brown",
    "pastel": "pastel pink",
    "neon": "neon pink",
    "pale": "ash blonde",
    "bright": "blonde",
}
_EYE_TINTS = {"dark": "dark brown", "light": "light blue", "pale": "ice blue", "neon": "neon blue"}
_CLOTH_TINTS = {"dark": "charcoal", "neon": "neon green", "pastel": "pastel pink"}


def said(path: str, value: str | Colour, words: str, strength: Strength = Strength.SAID) -> Finding:
    return Finding(path, value, strength, (words,))


def apply(thing: Thing, adjective: Adjective) -> list[Finding] | None:
    """What the two say together, or None where the adjective says nothing about the noun.

    Attributes of garments, accessories and props are noted in the thing itself.
    """
    if thing.topic in ITEMS:
        return list(_adorn(thing, adjective)) if _adorns(thing, adjective) else None
    if thing.topic in ("hair", "hair_style", "highlights", "fringe"):
        findings = list(_hair(thing, adjective))
    elif thing.topic == "facial_hair":
        findings = list(_beard(thing, adjective))
    elif thing.topic in ("eyes", "odd_eyes"):
        findings = list(_eyes(thing, adjective))
    elif thing.topic in ("skin", "face"):
        findings = list(_skin(thing, adjective))
    elif thing.topic == "backdrop":
        findings = list(_backdrop(adjective))
    elif thing.topic in PERSON:
        findings = list(_person(thing, adjective))
    else:
        return [] if thing.topic == "part" else None
    return findings or None


def _hair(thing: Thing, adjective: Adjective) -> Iterator[Finding]:
    words = adjective.words
    name = adjective.colour or _HAIR_TINTS.get(adjective.modifier)
    length, kind = adjective.value("hair_length"), adjective.value("hair_type")
    style = adjective.value("hair_manner")
    if name is not None:
        second = "colour" in thing.attributes or thing.topic == "highlights"
        path = "hair.highlights" if second else "hair.colour"
        thing.attributes["colour"] = (name, words)
        yield said(path, colours.hair_colour(name), words)
    elif length is not None and thing.topic != "fringe":
        yield said("hair.length", length, words)
    elif kind is not None:
        yield said("hair.type", kind, words)
    elif style is not None:
        yield said("hair.style", style, words)


def _beard(thing: Thing, adjective: Adjective) -> Iterator[Finding]:
    words = adjective.words
    if adjective.colour is not None:
        colour = colours.hair_colour(adjective.colour)
        yield said("face.facial_hair_colour", colour, words)
        return
    length = adjective.value("hair_length")
    style = {"long": "long beard", "short": "short beard"}.get(length or "")
    if "trim" in words or "neat" in words:
        style = "short beard"
    elif "braid" in words or "plait" in words:
        style = "braided beard"
    if style is not None and thing.kind == "full beard":
        thing.kind = style
        # More words than the bare "beard", so it is the finding that counts.
        yield said("face.facial_hair", style, f"{words} {thing.words[0]}")


def _eyes(thing: Thing, adjective: Adjective) -> Iterator[Finding]:
    name = adjective.colour or _EYE_TINTS.get(adjective.modifier)
    shape = adjective.value("eye_shape")
    if name is not None:
        path = "face.second_eye_colour" if "colour" in thing.attributes else "face.eye_colour"
        if thing.kind == "one":
            path = "one_eye"
        thing.attributes["colour"] = (name, adjective.words)
        yield said(path, colours.eye_colour(name), adjective.words)
    elif shape is not None:
        yield said("face.eye_shape", shape, adjective.words)


def _skin(thing: Thing, adjective: Adjective) -> Iterator[Finding]:
    words, shape = adjective.words, adjective.value("face_shape")
    if thing.topic == "face" and shape is not None:
        yield said("face.shape", shape, words)
        return
    undertone = adjective.value("undertone")
    name = adjective.colour or adjective.modifier
    first, _, rest = name.partition(" ")
    if first in ("warm", "cool"):
        yield said("skin_undertone", first, words)
        name = rest
    if not name:
        tone = adjective.value("skin_tone")
        if tone is not None:
            yield said("skin_tone", tone, words)
        elif undertone is not None and first not in ("warm", "cool"):
            yield said("skin_undertone", undertone, words)
        return
    tone = body.SKIN_TONE_COLOURS.get(name) or _shaded_tone(name)
    if tone is not None:
        yield said("skin_tone", tone, words)
    elif adjective.colour is not None:
        yield said("skin_colour", colours.named(name), words)


def _shaded_tone(name: str) -> str | None:
    """ "light olive", "deep tan": the natural tone beside the named one."""
    shade, _, base = name.partition(" ")
    if shade in ("light", "pale"):
        return {"brown": "tan", "olive": "olive", "tan": "medium", "beige": "light"}.get(base)
    if shade in ("dark", "deep"):
        return {"brown": "dark", "olive": "olive", "tan": "brown", "bronze": "brown"}.get(base)
    return None


def _backdrop(adjective: Adjective) -> Iterator[Finding]:
    if adjective.colour is not None:
        yield said("background_colour", colours.named(adjective.colour), adjective.words)
        return
    pattern = adjective.value("pattern") or ""
    known = {"gradient": "gradient", "plain": "plain", "star": "night"}.get(pattern)
    if known is not None:
        yield said("background", known, adjective.words)


def _person(thing: Thing, adjective: Adjective) -> Iterator[Finding]:
    name = adjective.colour
    if name is None:
        return
    if name in HAIR_ONLY:
        yield said("hair.colour", colours.hair_colour(name), adjective.words)
    elif name in body.SKIN_TONE_COLOURS and _tells_origin(thing, name):
        yield said("skin_tone", body.SKIN_TONE_COLOURS[name], adjective.words)
    elif thing.topic == "gender" or thing.kind in archetypes.SKIN_COLOURED:
        yield said("skin_colour", colours.named(name), adjective.words)


def _tells_origin(thing: Thing, colour: str) -> bool:
    """Whether "black" is the skin's: of a boy or a nurse it is, a black knight is in black."""
    if thing.topic == "gender":
        return True
    return thing.kind in archetypes.PROFESSIONS and colour in ("black", "white", "brown")


def manner(thing: Thing, words: str) -> str | None:
    """The style of accessory that these words make of it."""
    for style, phrases in (worn.ACCESSORIES[thing.kind].manner or {}).items():
        if words in phrases.split("|"):
            return style
    return None


def _adorns(thing: Thing, adjective: Adjective) -> bool:
    if adjective.colour is not None or adjective.modifier:
        return True
    if thing.topic == "accessory":
        return manner(thing, adjective.words) is not None
    cloth = adjective.value("material") or adjective.value("pattern")
    return thing.topic == "garment" and cloth is not None


def _adorn(thing: Thing, adjective: Adjective) -> Iterator[Finding]:
    """Colour, material, pattern and style of clothes and things."""
    given, words = thing.attributes, adjective.words
    style = manner(thing, words) if thing.topic == "accessory" else None
    if style is not None:
        given.setdefault("style", (style, words))
    elif adjective.colour is not None:
        colour = (colours.named(adjective.colour), words)
        if "colour" not in given:
            given["colour"] = colour
        elif thing.topic == "garment":
            given.setdefault("trim", colour)
        if thing.kind == "scales":
            yield said("skin_colour", colour[0], words, Strength.HINT)
        elif thing.kind == "lipstick":
            yield said("face.lip_colour", colour[0], words)
    elif adjective.modifier:
        shade = _CLOTH_TINTS.get(adjective.modifier)
        if shade is not None and thing.topic == "garment":
            given.setdefault("colour", (colours.named(shade), words))
    else:
        for name in ("material", "pattern"):
            value = next((t.value for t in adjective.terms if t.topic == name), None)
            if value is not None:
                given.setdefault(name, (value, words))
                return
