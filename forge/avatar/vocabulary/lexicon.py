"""All tables as one dictionary from a phrase to what it can mean, built on first use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from . import archetypes, body, colour_names, hairdo, held, scenes, small_words, wardrobe, worn
from .tables import listed, word_set

Topic = Literal[
    "colour", "modifier", "material", "pattern", "manner", "trim", "garment", "accessory",
    "prop", "hair", "hair_style", "hair_manner", "hair_type", "hair_length", "fringe",
    "highlights", "eyes", "eye_shape", "odd_eyes", "skin", "skin_tone", "undertone", "face",
    "face_shape", "facial_hair", "mark", "expression", "gender", "gender_hint", "age", "build",
    "height", "role", "background", "backdrop", "stance", "holding", "wearing", "negation",
    "joint", "copula", "break", "filler", "part",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    topic: Topic
    value: str  # canonical
    style: str | None = None  # of an accessory whose name says it


_HAIR_NOUNS = word_set(
    "afro|bed|bedhead|beehive|bob|bobcut|bouffant|bowlcut|boy|braid|braids|bun|bunches|buns"
    "|buzzcut|chignon|chonmage|coils|combover|cornrow|cornrows|crewcut|curls|curtains|cut|down"
    "|dreadlocks|dreads|drills|elvis|fade|fauxhawk|flattop|girl|haircut|hairline|half|hawk|head"
    "|hime|knot|layers|lob|locs|manbun|mohawk|mohican|mop|mullet|mulletstyle|natural|odango|ojou"
    "|pageboy|part|parting|perm|pigtail|pigtails|pixie|pixiecut|plait|plaits|pompadour|pony"
    "|ponytail|ponytails|puff|puffs|queue|quiff|ringlets|shag|side|sidecut|sides|spikes|spot"
    "|tail|tails|tonsure|top|topknot|twintail|twintails|twist|undercut|updo|waves"
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
    "hair": "hair|wig|haired|hairs|locks|mane|tresses|hairstyle|haircut|hairdo|hair style"
    "|hair colour|head of hair|coloured hair|hair colored",
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
}


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
        bare = "".join(
            c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
        )
        word = bare if bare.isascii() else word
    return tuple(small_words.SPELLING.get(word, word).split())


def tokens(text: str) -> list[str]:
    """The words of normalised text, spelt as the tables spell them."""
    return [part for word in _WORD.findall(text) for part in spelt(word)]


class _Builder:
    def __init__(self) -> None:
        self.entries: dict[str, tuple[Term, ...]] = {}

    def add(
        self,
        topic: Topic,
        canonical: str,
        words: Iterable[str],
        *,
        plurals: bool = False,
        style: str | None = None,
    ) -> None:
        term = Term(topic, canonical, style)
        for phrase in words:
            base = " ".join(tokens(normalised(phrase)))
            for form in (base, plural(base)) if plurals else (base,):
                known = self.entries.get(form, ())
                if all(term.topic != other.topic for other in known):
                    self.entries[form] = (*known, term)

    def drop_described(self) -> None:
        """Forget "plaid skirt" where "skirt" alone means the same: the plaid is to be heard."""
        looks = {"colour", "material", "pattern", "modifier"}
        for phrase in [p for p in self.entries if " " in p]:
            first, _, rest = phrase.partition(" ")
            if any(t.topic in looks for t in self.entries.get(first, ())):
                kept = tuple(t for t in self.entries[phrase] if t not in self.entries.get(rest, ()))
                if kept:
                    self.entries[phrase] = kept
                else:
                    del self.entries[phrase]

    def fallback(self, words: str) -> None:
        for phrase in listed(words):
            base = " ".join(tokens(normalised(phrase)))
            self.entries.setdefault(base, (Term("filler", ""),))


def _named(
    builder: _Builder,
    topic: Topic,
    table: Mapping[str, str],
    *,
    plurals: bool = False,
    own: bool = True,
) -> None:
    for name, words in table.items():
        builder.add(topic, name, [*([name] if own else []), *listed(words)], plurals=plurals)


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
    names = dict.fromkeys(
        [*colour_names.COLOUR_HEX, *colour_names.HAIR_HEX, *colour_names.EYE_HEX], ""
    )
    _named(builder, "colour", {**names, **colour_names.COLOUR_WORDS})
    _named(builder, "material", wardrobe.MATERIALS)
    _named(builder, "pattern", wardrobe.PATTERNS)
    for topic, words in _SINGLE.items():
        builder.add(topic, topic, listed(words))


def _add_clothes(builder: _Builder) -> None:
    for kind, wear in wardrobe.GARMENTS.items():
        builder.add("garment", kind, [kind, *listed(wear.words)], plurals=True)
    for kind, thing in worn.ACCESSORIES.items():
        builder.add("accessory", kind, [kind, *listed(thing.words)], plurals=True)
        for style, words in (thing.styles or {}).items():
            builder.add("accessory", kind, listed(words), plurals=True, style=style)
        for words in (thing.manner or {}).values():
            builder.add("manner", "", listed(words))
    _named(builder, "prop", held.PROPS, plurals=True)


def _add_body(builder: _Builder) -> None:
    for name, style in hairdo.HAIR_STYLES.items():
        for phrase in [name, *listed(style.words)]:
            noun = phrase.split()[-1] in _HAIR_NOUNS or phrase.endswith("hair")
            builder.add("hair_style" if noun else "hair_manner", name, [phrase])
    for type_, words in hairdo.HAIR_TYPES.items():
        builder.add("hair_type", type_, [type_, *listed(words)])
    for length, words in hairdo.HAIR_LENGTHS.items():
        builder.add("hair_length", length, [length, *listed(words)])
    _named(builder, "fringe", hairdo.FRINGES, own=False)
    for gender, words in body.GENDERS.items():
        builder.add("gender", gender, [gender, *listed(words)])
    for gender, words in body.GENDER_HINTS.items():
        builder.add("gender_hint", gender, listed(words))
    for age, words in body.AGES.items():
        builder.add("age", age, [age, *listed(words)])
    for build, words in body.BUILDS.items():
        builder.add("build", build, [build, *listed(words)])
    for height, words in body.HEIGHTS.items():
        builder.add("height", height, [height, *listed(words)])
    for tone, words in body.SKIN_TONES.items():
        builder.add("skin_tone", tone, [tone, *listed(words)])
    for undertone, words in body.UNDERTONES.items():
        builder.add("undertone", undertone, listed(words))
    for shape, words in body.FACE_SHAPES.items():
        builder.add("face_shape", shape, [shape, *listed(words)])
    for shape_, words in body.EYE_SHAPES.items():
        builder.add("eye_shape", shape_, [shape_, *listed(words)])
    for mood, words in body.EXPRESSIONS.items():
        builder.add("expression", mood, [mood, *listed(words)])
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
    builder.drop_described()
    for name, archetype in archetypes.ARCHETYPES.items():
        builder.add("role", name, [name, *listed(archetype.words)], plurals=True)
    _named(builder, "background", scenes.BACKGROUNDS)
    _named(builder, "stance", scenes.STANCES)
    builder.add("part", "", listed(small_words.PARTS))
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
