"""Sexual content with minors: refused on every route, in every mode, without an option.

Both must be there: somebody who is under 18, by the words or by the features, and something
sexual or sexual violence. Words are matched as words, so "Essex" and "nineteen" mean nothing
here. In doubt it refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .text import folded, readings

MESSAGE = "Sexual content with minors is refused"

_ADULT_AGE = 18
_AGES_IN_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
)


def _any_of(*terms: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^| )(?:{'|'.join(terms)})(?= |$)")


_MINOR = _any_of(
    "child(?:ren|s|ish|like)?", "kid(?:s|do|dies|dy)?(?! leather)", "minors?", "under ?age(?:d)?",
    "teen(?:s|ager|agers|aged?|y)?", "pre ?teens?", "tweens?", "toddlers?",
    "bab(?:y|ies)(?! (?:blue|pink|face|faced|blues|doll))", "infants?", "newborns?",
    "adolescents?", "juveniles?", "school ?(?:girl|boy|child|children|kid)s?",
    "(?:little|small|young|tiny) (?:girl|boy|one|lady)s?", "kindergart\\w*", "pre ?school\\w*",
    "(?:elementary|primary|middle|high|junior high) school\\w*",
    "(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    " graders?",
    "(?:pre)?pubescents?", "pre ?puberty", "under (?:18|eighteen|sixteen|16|15|14|12|10)",
    "barely legal", "jail ?bait",
)  # fmt: skip
_AGE = re.compile(
    r"(?:^| )(?:(?:aged?|age is|age of|is|girl|boy|girls|boys|female|male|daughter|son) )?"
    r"(\d{1,3}|" + "|".join(_AGES_IN_WORDS) + r")"
    r"(?: ?(?:years? old|yrs? old|years? of age|yo|y o|year olds?|yr olds?)|(?= |$))"
)
_AGE_SIGN = re.compile(
    r"(?:aged?|age is|age of|girls?|boys?|female|male|daughter|son) \w+$"
    r"|\w+ ?(?:years? old|yrs? old|years? of age|yo|y o|year olds?|yr olds?)$"
)
_SEXUAL = _any_of(
    "sex(?! (?:female|male|woman|man|f|m)(?: |$))",
    "sex(?:y|ual|ually|ualized|ualised|ier|iest|ting)", "nsfw", "xxx+", "x rated",
    "nud(?:e|es|ity|ist|ism)(?! (?:colou?red|colou?r|heels?|lipstick|tones?|shades?|shoes?))",
    "naked(?:ness)?(?! mole)", "porn\\w*", "erotic\\w*", "hentai", "ecchi", "topless",
    "bottomless", "undress(?:ed|ing)?", "unclothed", "bare (?:breasts?|chested girl|bottom)",
    "lewd", "lingerie", "thong", "g string", "bra and panties", "panties", "underwear only",
    "only (?:in )?underwear", "breasts?", "cleavage", "seductive(?:ly)?", "sensual(?:ly)?",
    "aroused", "horny", "orgasm\\w*", "masturbat\\w*", "genital\\w*", "penis(?:es)?", "vaginas?",
    "puss(?:y|ies)", "cocks", "dicks", "tits?", "titties", "boobs?", "nipples?", "fetish\\w*",
    "bdsm", "bondage", "intercourse", "making love", "make love", "blow ?jobs?", "hand ?jobs?",
    "cum(?:shots?|ming)?", "fuck\\w*", "sluts?", "slutty", "whores?", "strip(?:per|tease|ping)",
    "(?:without|no|wearing no|wearing nothing|nothing) (?:any )?(?:clothes|clothing|on)",
    "wearing nothing", "explicit (?:content|sex|scene|pose)", "rap(?:e|ed|es|ing|ist)",
    "molest\\w*", "non ?consensual", "sexual assault", "groom(?:ed|ing) (?:child|kid|girl|boy)\\w*",
)  # fmt: skip
_NAMED = _any_of(
    "loli(?:ta|s|con|kon)?", "shota(?:con|kon)?", "child ?porn\\w*", "kiddie porn\\w*",
    "p(?:a)?edo(?:s|phil\\w*)?", "csam", "toddlercon",
)  # fmt: skip

_YOUNG_WORDS = frozenset(
    {"child", "teen", "teenage", "teenager", "kid", "toddler", "baby", "infant", "boy", "girl"}
)
_NUMBER = re.compile(r"\d{1,3}")


def sexualises_minors(texts: Iterable[str], fields: Mapping[str, Any] | None = None) -> bool:
    """Whether the texts of one request and its explicit features ask for it together."""
    features = fields or {}
    whole = "\n".join([*texts, *_strings(features)])
    minor = sexual = False
    for reading in readings(whole):
        if _NAMED.search(reading):
            return True
        minor = minor or bool(_MINOR.search(reading)) or _says_under_age(reading)
        sexual = sexual or bool(_SEXUAL.search(reading))
    return sexual and (minor or _has_minor_field(features))


def _says_under_age(text: str) -> bool:
    for found in _AGE.finditer(text):
        age = found[1]
        years = _AGES_IN_WORDS.index(age) if age in _AGES_IN_WORDS else int(age)
        if years < _ADULT_AGE and _AGE_SIGN.search(found[0].strip()):
            return True
    return False


def _has_minor_field(fields: Mapping[str, Any]) -> bool:
    for name, value in fields.items():
        if isinstance(value, Mapping) and _has_minor_field(value):
            return True
        if not isinstance(value, str):
            continue
        plain = folded(value).strip()
        if name in ("age", "age_range") and any(
            int(number) < _ADULT_AGE for number in _NUMBER.findall(plain)
        ):
            return True
        if name in ("age", "age_range", "age_appearance") and _YOUNG_WORDS & set(
            re.split(r"\W+", plain)
        ):
            return True
    return False


def _strings(fields: Mapping[str, Any]) -> Iterable[str]:
    for value in fields.values():
        if isinstance(value, Mapping):
            yield from _strings(value)
        elif isinstance(value, str):
            yield value
