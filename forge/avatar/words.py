"""Free text to features: "old wizard with a long grey beard" and what that implies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from .adjectives import Finding, Strength
from .dressing import clashes, covers_shirt, fits, has_room, hides
from .features import Accessory, Colour, Face, Features, Garment, Hair, Prop
from .phrases import Phrase, read_phrase
from .vocabulary import body, wardrobe, worn
from .vocabulary.archetype import Archetype
from .vocabulary.archetypes import ARCHETYPES
from .vocabulary.lexicon import normalised, spelt

MAX_WORDS = 2000
"""Words beyond this are not read; a request holds at most 2,000 characters."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says about a person.

    `sources` maps a feature path ("hair.colour", "garments[0].kind") to the words it came
    from. `implied` are the paths that rest on an archetype or a hint alone ("knight" brings
    a sword). `unknown` are content words that were not understood, in order of appearance.
    """

    features: Features
    sources: Mapping[str, tuple[str, ...]]
    unknown: tuple[str, ...]
    implied: frozenset[str] = frozenset()


def read_words(text: str) -> Reading:
    """Read a description of one person; never raises, whatever the text.

    The order of the phrases, between commas or line ends, does not matter; neither do
    letter case, width or American spelling. What is said outweighs what is implied.
    """
    phrases = list(_phrases(text))
    findings = [finding for _, phrase in phrases for finding in phrase.findings]
    unknown = dict.fromkeys(word for _, phrase in phrases for word in phrase.unknown)
    return _Assembly(findings).reading(tuple(unknown))


_BORDERS = re.compile(
    r"[,;!?\n\r\t|()\[\]{}<>\"\u201c\u201d\u2013\u2014\u2026\u3001\u3002]+|\.(?!\d)"
)
_HALVES = re.compile(r"\bhalf (\w+)(?: and)? half (\w+)")  # "half pink half black hair"
_LABEL = re.compile(r"\s*:\s*(?!\d)")  # "hair: black"; not the weight in "(black hair:1.2)"
_WORD = re.compile(r"[^\W_]+")


def _phrases(text: str) -> Iterable[tuple[tuple[str, ...], Phrase]]:
    left = MAX_WORDS
    for piece in _BORDERS.split(_LABEL.sub(" is ", _HALVES.sub(r"\1 and \2", normalised(text)))):
        words: list[str] = []
        surfaces: list[str] = []
        for surface in _WORD.findall(piece)[:left]:
            for word in spelt(surface):
                words.append(word)
                surfaces.append(surface)
        left -= len(words)
        if words:
            key = tuple(words)
            yield key, read_phrase(key, tuple(surfaces))
        if left <= 0:
            return


# From findings to features -----------------------------------------------------------------

_Rank = tuple[Any, ...]


@dataclass(slots=True)
class _Item:
    """A garment, accessory or prop in the making."""

    kind: str
    words: tuple[str, ...]
    strength: Strength
    attributes: dict[str, tuple[str | Colour, str]]


class _Assembly:
    def __init__(self, findings: list[Finding]) -> None:
        # Sorted, so that the order of the phrases leaves no trace.
        self.findings = sorted(findings, key=_sort_key)
        self.scalars: dict[str, Finding] = {}
        self.items: dict[str, dict[str, _Item]] = {"garments": {}, "accessories": {}, "props": {}}
        self.marks: dict[str, Finding] = {}
        self.refused = {str(f.value): f for f in self.findings if f.path == "without"}
        self.roles = {str(f.value): f for f in self.findings if f.path == "roles"}

    def reading(self, unknown: tuple[str, ...]) -> Reading:
        for finding in self.findings:
            self._add(finding)
        self._settle_length()
        self._settle_eyes()
        self._imply()
        self._settle_outfit()
        self._settle_trim()
        return self._build(unknown)

    def _add(self, finding: Finding) -> None:
        path = finding.path
        if path in self.items:
            self._add_item(path, finding)
        elif path == "face.marks":
            self.marks.setdefault(str(finding.value), finding)
        elif path not in ("without", "roles", "trim", "one_eye"):
            known = self.scalars.get(path)
            if known is None or finding.strength > known.strength:
                self.scalars[path] = finding

    def _add_item(self, path: str, finding: Finding) -> None:
        kind = str(finding.value)
        item = self.items[path].get(kind)
        if item is None:
            item = _Item(kind, finding.words, finding.strength, {})
            self.items[path][kind] = item
        for name, value, word in finding.attributes:
            item.attributes.setdefault(name, (value, word))

    def _settle_length(self) -> None:
        """A bare "long" or "short" is about the hair where hair is spoken of."""
        bare = self.scalars.pop("length", None)
        if bare is None:
            return
        if any(path.startswith("hair.") for path in self.scalars) or bare.value == "long":
            self.scalars.setdefault("hair.length", replace(bare, path="hair.length"))
        else:
            self.scalars.setdefault("height", replace(bare, path="height"))

    def _settle_eyes(self) -> None:
        """One eye of this colour, one of that."""
        ones = {str(f.value): f for f in self.findings if f.path == "one_eye"}
        paths = ["face.eye_colour", "face.second_eye_colour"]
        both = self.scalars.get(paths[0])
        if len(ones) == 1 and both is not None and both.strength >= Strength.SAID:
            paths.pop(0)
        for path, finding in zip(paths, ones.values(), strict=False):
            self.scalars[path] = replace(finding, path=path)

    # what roles imply --------------------------------------------------------------------

    def _imply(self) -> None:
        order = {"calling": 0, "look": 1, "being": 2, "people": 3}
        bodily = {"being": 0, "calling": 1, "people": 2, "look": 3}
        roles = {name: ARCHETYPES[name] for name in self.roles}
        for name in sorted(roles, key=lambda n: (bodily[roles[n].rank], n)):
            role = roles[name]
            for text in self._implications(role):
                for finding in _implied(text):
                    if finding.path in self.items or self._is_open(role, text, finding):
                        continue
                    self._weaken_in(finding, name)
        for name in sorted(roles, key=lambda n: (order[roles[n].rank], n)):
            for text in (*self._implications(roles[name]), roles[name].dress):
                self._dress(name, _implied(text))

    def _implications(self, role: Archetype) -> Iterable[str]:
        gender, age = self._value("gender"), self._value("age")
        if gender == "female" and role.woman:
            yield role.woman
        elif gender != "female" and role.man and age not in ("child", "teen"):
            yield role.man
        # A wizard is thought of as old, a dragon or a devil that casts spells is not.
        being = any(ARCHETYPES[name].rank == "being" for name in self.roles)
        old = age == "senior" or (age is None and not being)
        if role.elder and gender != "female" and old:
            yield role.elder
        yield role.implies

    def _is_open(self, role: Archetype, text: str, finding: Finding) -> bool:
        """A calling's beard waits until casting has decided who is a man."""
        return (
            text == role.man
            and role.rank == "calling"
            and finding.path == "face.facial_hair"
            and role.gender is None
            and self._value("gender") is None
        )

    def _value(self, path: str) -> object:
        finding = self.scalars.get(path)
        return finding.value if finding is not None else None

    def _weaken_in(self, finding: Finding, role: str) -> None:
        """Add what a role says of the body, unless it clashes with what was said."""
        if finding.path == "length":
            meant = "height" if finding.value == "short" else "hair.length"
            finding = replace(finding, path=meant)
        path = finding.path
        weak = replace(finding, strength=Strength.IMPLIED, words=self.roles[role].words)
        if path == "face.marks":
            if str(finding.value) not in self.refused:
                self.marks.setdefault(str(finding.value), weak)
        elif not self._contradicts(finding, role):
            beard = self.scalars.get("face.facial_hair_colour")
            if path == "hair.colour" and beard is not None and beard.strength >= Strength.SAID:
                weak = replace(weak, value=beard.value)
            self._add(weak)

    def _contradicts(self, finding: Finding, role: str) -> bool:
        path = finding.path
        if path.startswith("face.facial_hair"):
            return "beard" in self.refused or self._value("face.facial_hair") == "none"
        if path in ("skin_tone", "skin_colour"):
            return "skin_tone" in self.scalars or "skin_colour" in self.scalars
        if path.startswith("hair."):
            bald = finding.value == "bald"
            said = any(p.startswith("hair.") and f.strength >= Strength.SAID
                       for p, f in self.scalars.items())  # fmt: skip
            of_origin = ARCHETYPES[role].rank == "people" and path == "hair.colour"
            return (
                self._value("hair.length") == "bald"
                or (bald and said)
                or (of_origin and self._value("age") == "senior")
            )
        return False

    def _dress(self, role: str, findings: Iterable[Finding]) -> None:
        """Add implied things where nothing spoken or implied before takes their place."""
        words = self.roles[role].words
        free = {path: dict(items) for path, items in self.items.items()}
        for finding in findings:
            kind, path = str(finding.value), finding.path
            if path == "garments":
                self._specialise(kind)
            if path not in self.items or kind in self.refused or kind in self.items[path]:
                item = self.items.get(path, {}).get(kind)
                if item is not None and kind not in self.refused:
                    for name, value, _ in finding.attributes:
                        item.attributes.setdefault(name, (value, words[0]))
                continue
            if path == "garments" and not fits(kind, free["garments"]):
                continue
            if self._gives_way(role, path, kind):
                continue
            if path == "accessories" and not has_room(kind, free["accessories"], self.refused):
                continue
            if path == "props" and free["props"]:
                continue
            self._add_item(path, replace(finding, strength=Strength.IMPLIED, words=words))

    def _gives_way(self, role: str, path: str, kind: str) -> bool:
        """Whether it would cover hair, ears or a shirt that were asked for."""
        if path == "accessories":
            hair = self.scalars.get("hair.style")
            spoken = hair is not None and hair.strength >= Strength.SAID
            style = str(hair.value) if hair is not None and spoken else ""
            return hides(kind, style, self._said("accessories"))
        if path != "garments":
            return False
        garments = self._said("garments")
        own = {name for found in self.roles.values() for name in found.words}
        described = {
            name
            for name in garments
            for attribute, (_, word) in self.items["garments"][name].attributes.items()
            if attribute in ("colour", "pattern") and word not in own
        }
        signs = ARCHETYPES[role].rank == "calling"
        garments |= {"blouse"} & set(self.items["garments"])
        return clashes(kind, garments) or covers_shirt(kind, described, signs)

    def _said(self, path: str) -> set[str]:
        return {k for k, item in self.items[path].items() if item.strength >= Strength.SAID}

    def _specialise(self, kind: str) -> None:
        """A samurai's "red armour" is samurai armour, an astronaut's suit a spacesuit."""
        garments = self.items["garments"]
        for general, kinds in _SPECIAL.items():
            if kind in kinds and general in garments and kind not in garments:
                item = garments.pop(general)
                if item.strength is Strength.IMPLIED:
                    garments[general] = item
                    continue
                item.kind = kind
                garments[kind] = item

    def _settle_outfit(self) -> None:
        """ "In black" colours what a role wears; without a role, casting finds the clothes."""
        garments = self.items["garments"]
        outfit = garments.get("outfit")
        if outfit is None:
            return
        bare = [
            item
            for item in garments.values()
            if item.strength is Strength.IMPLIED
            and wardrobe.GARMENTS[item.kind].slot in ("torso", "full", "over", "legs", "back")
        ]
        if bare:
            for item in bare:
                item.attributes |= {
                    name: given for name, given in outfit.attributes.items() if name != "style"
                }
        if bare or not outfit.attributes:
            del garments["outfit"]

    def _settle_trim(self) -> None:
        trims = [
            (value, word)
            for finding in self.findings
            if finding.path == "trim"
            for name, value, word in finding.attributes
            if name == "colour"
        ]
        garments = sorted(self.items["garments"].values(), key=lambda i: -i.strength)
        for given, item in zip(trims, garments, strict=False):
            item.attributes.setdefault("trim", given)

    # the result --------------------------------------------------------------------------

    def _build(self, unknown: tuple[str, ...]) -> Reading:
        sources: dict[str, tuple[str, ...]] = {}
        implied: set[str] = set()

        def note(path: str, words: tuple[str, ...], strength: Strength) -> None:
            sources[path] = words
            if strength < Strength.NAMED:
                implied.add(path)

        for path, finding in self.scalars.items():
            note(path, finding.words, finding.strength)
        lists = {path: _sorted(path, items.values()) for path, items in self.items.items()}
        for path, items in lists.items():
            for index, item in enumerate(items):
                note(f"{path}[{index}].kind", item.words, item.strength)
                for name, (_, word) in item.attributes.items():
                    note(f"{path}[{index}].{name}", (word,), item.strength)
        for name, finding in self.marks.items():
            note(f"face.marks.{name}", finding.words, finding.strength)
        for kind, finding in self.refused.items():
            note(f"without.{kind}", finding.words, finding.strength)
        for index, (_, finding) in enumerate(sorted(self.roles.items())):
            note(f"roles[{index}]", finding.words, finding.strength)
        return Reading(
            self._features(lists), MappingProxyType(sources), unknown, frozenset(implied)
        )

    def _features(self, lists: Mapping[str, list[_Item]]) -> Features:
        values: dict[str, dict[str, Any]] = {"": {}, "hair": {}, "face": {}}
        for path, finding in self.scalars.items():
            group, _, name = path.rpartition(".")
            values[group][name] = finding.value
        marks = tuple(name for name in body.MARKS if name in self.marks)
        shown = {
            path: [i for i in items if i.kind not in self.refused] for path, items in lists.items()
        }
        return Features(
            **values[""],
            hair=Hair(**values["hair"]),
            face=Face(**values["face"], marks=tuple(m for m in marks if m not in self.refused)),
            garments=tuple(_made(Garment, item) for item in shown["garments"]),
            accessories=tuple(_made(Accessory, item) for item in shown["accessories"]),
            props=tuple(_made(Prop, item) for item in shown["props"]),
            without=frozenset(self.refused),
            roles=tuple(sorted(self.roles)),
        )


def _made(make: Callable[..., Any], item: _Item) -> Any:
    known = set(make.__dataclass_fields__)  # type: ignore[attr-defined]
    given = {name: value for name, (value, _) in item.attributes.items() if name in known}
    return make(kind=item.kind, **given)


def _sort_key(finding: Finding) -> _Rank:
    value = finding.value.name if isinstance(finding.value, Colour) else finding.value
    attributes = tuple(
        (n, v.name if isinstance(v, Colour) else v, w) for n, v, w in finding.attributes
    )
    return (
        finding.path,
        -finding.strength,
        -len(finding.words[0]),
        finding.words,
        value,
        attributes,
    )


@lru_cache(maxsize=256)
def _implied(text: str) -> tuple[Finding, ...]:
    return tuple(finding for _, phrase in _phrases(text) for finding in phrase.findings)


_SPECIAL: Mapping[str, frozenset[str]] = {
    "armour": frozenset({"samurai armour", "power armour"}),
    "suit": frozenset({"spacesuit", "superhero suit", "bodysuit"}),
    "uniform": frozenset({"military uniform", "school uniform", "scrubs", "jumpsuit"}),
}
"""What a general word means on somebody whose role implies the special kind."""


_SLOTS = ("full", "torso", "legs", "over", "back", "waist", "neck", "hands", "calves", "feet",
          "generic")  # fmt: skip
_GARMENT_ORDER = {kind: index for index, kind in enumerate(wardrobe.GARMENTS)}
_ACCESSORY_ORDER = {kind: index for index, kind in enumerate(worn.ACCESSORIES)}


def _sorted(path: str, items: Iterable[_Item]) -> list[_Item]:
    return sorted(items, key=lambda item: _place_order(path, item.kind))


def _place_order(path: str, kind: str) -> tuple[int, int, str]:
    if path == "garments":
        return _SLOTS.index(wardrobe.GARMENTS[kind].slot), _GARMENT_ORDER[kind], kind
    return 0, _ACCESSORY_ORDER.get(kind, 0), kind
