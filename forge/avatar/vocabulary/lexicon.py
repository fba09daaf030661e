"""All tables as one dictionary from a phrase to what it can mean, built on first use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from . import archetypes, body, colour_names, hairdo, held, scenes, small_words, wardrobe, worn

Topic = Literal[
    "colour", "modifier", "material", "pattern", "manner", "trim", "garment", "accessory",
    "prop", "hair", "hair_style", "hair_manner", "hair_type", "hair_length", "fringe",
    "highlights", "eyes", "eye_shape", "odd_eyes", "skin", "skin_tone", "undertone", "face",
    "face_shape", "facial_hair", "mark", "expression", "gender", "gender_hint", "age", "build",
    "height", "role", "background", "backdrop", "stance", "holding", "wearing", "negation",
    "joint", "copula", "break", "filler",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    topic: Topic
    value: str  # canonical
    style: str | None = None  # of an accessory whose name says it


_HAIR_NOUNS = frozenset(
    "ponytail pony tail tails ponytails twintails pigtails pigtail twintail bunches bun buns odango"
    " topknot knot manbun chonmage braid braids plait plaits queue cornrows cornrow dreadlocks dreads"
    " locs bob bobcut lob pixie pixiecut afro puff puffs mohawk mohican hawk fauxhawk spikes undercut"
    " sidecut fade flattop top buzzcut crewcut cut head haircut pompadour quiff elvis mop bedhead bed"
    " shag bowlcut mullet updo beehive twist bouffant part parting curtains ringlets drills curls"
    " waves coils perm tonsure hairline chignon hime pageboy boy girl layers ojou down half sides"
    " side combover spot mulletstyle natural".split()
)
_COLOUR_MODIFIERS: Mapping[str, str] = {
    "dark": "darker|darkest",
    "deep": "rich",
    "light": "lighter|lightest",
    "pale": "paler",
    "bright": "brilliant coloured",
    "vivid": "vibrant|saturated|intense coloured",
    "neon": "fluoro|dayglo|day glo|glowing neon",
    "pastel": "",
    "muted": "dusty|faded|dull|desaturated|soft coloured|subdued|earthy",
    "warm": "",
    "cool": "",
    "metallic": "",
}
_SINGLE: Mapping[Topic, str] = {
    "hair": "hair|haired|hairs|locks|mane|tresses|hairstyle|haircut|hairdo|hair style|hair colour"
    "|head of hair|coloured hair|hair colored",
    "eyes": "eyes|eye|eyed|irises|iris|pupils|eye colour|eyes colour",
    "odd_eyes": "heterochromia|heterochromatic|odd eyes|different coloured eyes|mismatched eyes"
    "|odd eyed",
    "skin": "skin|skinned|complexion|flesh|skin tone|skin colour|skintone",
    "face": "face|faced|jaw|facial features|visage",
    "highlights": "highlights|streaks|tips|streak|ends|strands of hair|dyed tips|highlighted"
    "|streaked|roots|hair tips|hair streaks",
    "trim": "trim|trims|trimmed|accent|accents|trimming|lining|lined|details|edging|edges|piping"
    "|hem|embroidery|borders|stitching|buttons|cuffs|decorations|ornaments|seams|inlays|inlay"
    "|lapels|fur trim|detailing|highlights on",
    "build": "",
}


def _split(words: str) -> list[str]:
    return [word for word in words.split("|") if word]


def plural(phrase: str) -> str:
    head, _, last = phrase.rpartition(" ")
    if last.endswith("man") and last != "human":
        last = last[:-3] + "men"
    elif last.endswith(("s", "x", "ch", "sh", "z")):
        last += "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    else:
        last += "s"
    return f"{head} {last}" if head else last


_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_POSSESSIVE = re.compile(r"['\u2018\u2019\u02bc`]s\b")
_APOSTROPHE = re.compile(r"['\u2018\u2019\u02bc`]")


def normalised(text: str) -> str:
    """NFKC, case folded, without zero-width characters and possessives."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    text = text.replace("-less", "less").replace("&", " and ").replace("+", " and ")
    return _APOSTROPHE.sub("", _POSSESSIVE.sub("", text.replace("/", " and ")))


@lru_cache(maxsize=4096)
def spelt(word: str) -> tuple[str, ...]:
    """A word as the tables spell it; accents off Latin letters, British for American."""
    if not word.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        word = bare if bare.isascii() else word
    return tuple(small_words.SPELLING.get(word, word).split())


def tokens(text: str) -> list[str]:
    """The words of normalised text, spelt as the tables spell them."""
    return [part for word in _WORD.findall(text) for part in spelt(word)]


class _Builder:
    def __init__(self) -> None:
        self.entries: dict[str, tuple[Term, ...]] = {}

    def add(self, topic: Topic, canonical: str, words: Iterable[str], *, plurals: bool = False,
            style: str | None = None) -> None:
        term = Term(topic, canonical, style)
        for phrase in words:
            base = " ".join(tokens(normalised(phrase)))
            for form in (base, plural(base)) if plurals else (base,):
                known = self.entries.get(form, ())
                if all(term.topic != other.topic for other in known):
                    self.entries[form] = (*known, term)

    def fallback(self, words: str) -> None:
        for phrase in _split(words):
            base = " ".join(tokens(normalised(phrase)))
            self.entries.setdefault(base, (Term("filler", ""),))


def _named(builder: _Builder, topic: Topic, table: Mapping[str, str], *, plurals: bool = False,
           own: bool = True) -> None:
    for name, words in table.items():
        builder.add(topic, name, [*([name] if own else []), *_split(words)], plurals=plurals)


def _add_links(builder: _Builder) -> None:
    for topic, words in (
        ("negation", small_words.NEGATIONS),
        ("holding", small_words.HOLDING),
        ("wearing", small_words.WEARING),
        ("joint", small_words.JOINTS),
        ("backdrop", small_words.BACKDROPS),
        ("copula", small_words.COPULAS),
        ("break", small_words.BREAKS),
    ):
        entries: dict[str, Topic] = {word: topic for word in sorted(words) if word}  # type: ignore[misc]
        for word, kind in entries.items():
            builder.add(kind, word, [word])


def _add_looks(builder: _Builder) -> None:
    _named(builder, "modifier", _COLOUR_MODIFIERS)
    names = dict.fromkeys([*colour_names.COLOUR_HEX, *colour_names.HAIR_HEX], "")
    _named(builder, "colour", {**names, **colour_names.COLOUR_WORDS})
    _named(builder, "material", wardrobe.MATERIALS)
    _named(builder, "pattern", wardrobe.PATTERNS)
    for topic, words in _SINGLE.items():
        builder.add(topic, topic, _split(words))


def _add_clothes(builder: _Builder) -> None:
    for kind, wear in wardrobe.GARMENTS.items():
        builder.add("garment", kind, [kind, *_split(wear.words)], plurals=True)
    for kind, thing in worn.ACCESSORIES.items():
        builder.add("accessory", kind, [kind, *_split(thing.words)], plurals=True)
        for style, words in (thing.styles or {}).items():
            builder.add("accessory", kind, _split(words), plurals=True, style=style)
        for words in (thing.manner or {}).values():
            builder.add("manner", "", _split(words))
    _named(builder, "prop", held.PROPS, plurals=True)


def _add_body(builder: _Builder) -> None:
    for name, style in hairdo.HAIR_STYLES.items():
        for phrase in [name, *_split(style.words)]:
            noun = phrase.split()[-1] in _HAIR_NOUNS or phrase.endswith("hair")
            builder.add("hair_style" if noun else "hair_manner", name, [phrase])
    for kind, words in hairdo.HAIR_TYPES.items():
        builder.add("hair_type", kind, [kind, *_split(words)])
    for length, words in hairdo.HAIR_LENGTHS.items():
        builder.add("hair_length", length, [length, *_split(words)])
    _named(builder, "fringe", hairdo.FRINGES, own=False)
    for gender, words in body.GENDERS.items():
        builder.add("gender", gender, [gender, *_split(words)])
    for gender, words in body.GENDER_HINTS.items():
        builder.add("gender_hint", gender, _split(words))
    for age, words in body.AGES.items():
        builder.add("age", age, [age, *_split(words)])
    for build, words in body.BUILDS.items():
        builder.add("build", build, [build, *_split(words)])
    for height, words in body.HEIGHTS.items():
        builder.add("height", height, [height, *_split(words)])
    for tone, words in body.SKIN_TONES.items():
        builder.add("skin_tone", tone, [tone, *_split(words)])
    for undertone, words in body.UNDERTONES.items():
        builder.add("undertone", undertone, _split(words))
    for shape, words in body.FACE_SHAPES.items():
        builder.add("face_shape", shape, [shape, *_split(words)])
    for shape_, words in body.EYE_SHAPES.items():
        builder.add("eye_shape", shape_, [shape_, *_split(words)])
    for mood, words in body.EXPRESSIONS.items():
        builder.add("expression", mood, [mood, *_split(words)])
    _named(builder, "facial_hair", body.FACIAL_HAIR, own=False)
    for kind in body.FACIAL_HAIR:
        if kind != "none":
            builder.add("facial_hair", kind, [kind])
    _named(builder, "mark", body.MARKS)


@lru_cache(maxsize=1)
def lexicon() -> Mapping[str, tuple[Term, ...]]:
    """Phrase (words of `tokens`, one blank between) to its meanings, likeliest first."""
    builder = _Builder()
    _add_links(builder)
    _add_looks(builder)
    _add_body(builder)
    _add_clothes(builder)
    for name, archetype in archetypes.ARCHETYPES.items():
        builder.add("role", name, [name, *_split(archetype.words)], plurals=True)
    _named(builder, "background", scenes.BACKGROUNDS)
    _named(builder, "stance", scenes.STANCES)
    for words in (small_words.TECHNIQUE, small_words.PRAISE, small_words.FILLER):
        builder.fallback(words)
    return builder.entries


@lru_cache(maxsize=1)
def longest() -> Mapping[str, int]:
    """First word to the number of words of the longest phrase that begins with it."""
    lengths: dict[str, int] = {}
    for phrase in lexicon():
        parts = phrase.split()
        lengths[parts[0]] = max(len(parts), lengths.get(parts[0], 0))
    return lengths


def find(words: list[str], start: int) -> tuple[int, tuple[Term, ...]]:
    """The longest known phrase at `start`: how many words, and its meanings; (1, ()) if none."""
    entries = lexicon()
    for length in range(min(longest().get(words[start], 0), len(words) - start), 0, -1):
        terms = entries.get(" ".join(words[start : start + length]))
        if terms:
            return length, terms
    return 1, ()
