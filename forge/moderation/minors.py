"""Sexual content with minors: refused on every route, in every mode, without an option.

Both must be there: somebody who is under 18, by the words or by the features, and something
sexual. Words are matched as words, so "Essex" and "nineteen" mean nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .text import readings

MESSAGE = "Sexual content with minors is refused"

_ADULT_AGE = 18
_OLDEST_IN_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
)

_MINOR = re.compile(
    r"\b(child(ren|ish|like)?|kid(s|do|dies|dy)?|minors?|under-?\s?age(d)?|teen(s|ager|agers|aged)?"
    r"|pre-?\s?teens?|tweens?|toddlers?|bab(y|ies)|infants?|newborns?|adolescents?|juveniles?"
    r"|school-?\s?(girl|boy|child|children|kid)s?|(little|small|young) (girl|boy|one)s?"
    r"|kindergart\w*|pre-?\s?schoolers?|elementary school|middle school(er)?s?"
    r"|under (18|eighteen))\b"
)
_AGE = re.compile(
    r"\b(\d{1,3}|" + "|".join(_OLDEST_IN_WORDS) + r")\s*-?\s*(years?|yrs?|yo|y\s?/?\s?o)\b"
    r"|\b(?:aged?|age of)\s*:?\s*(\d{1,3}|" + "|".join(_OLDEST_IN_WORDS) + r")\b"
)
_SEXUAL = re.compile(
    r"\b(sex(y|ual|ually|ualized|ualised|ier|iest|ting)?|nsfw|nud(e|es|ity|ist)|naked(ness)?|porn\w*"
    r"|erotic\w*|hentai|ecchi|topless|bottomless|undress(ed|ing)|unclothed|lewd|lingerie"
    r"|seductive(ly)?|aroused|horny|orgasm\w*|masturbat\w*|genital\w*|penis(es)?|vaginas?"
    r"|pussy|cocks?|dicks?|tits?|titties|boobs?|nipples?|fetish\w*|bdsm|bondage|intercourse"
    r"|blow-?\s?jobs?|hand-?\s?jobs?|cum(shots?|ming)?|fuck\w*|slut\w*|whore\w*|strip(per|tease)"
    r"|without (any )?clothes|no clothes|explicit)\b"
)
_NAMED = re.compile(r"\b(loli(ta|s|con|kon)?|shota(con|kon)?|child porn\w*|cp porn|jailbait)\b")

_MINOR_FIELDS: Mapping[str, frozenset[str]] = {
    "age_appearance": frozenset({"child", "teen"}),
    "age_range": frozenset({"0-12", "13-19"}),
}


def sexualises_minors(texts: Iterable[str], fields: Mapping[str, Any] | None = None) -> bool:
    """Whether the texts of one request and its explicit features ask for it together."""
    whole = "\n".join(texts) + "\n" + "\n".join(_strings(fields or {}))
    minor = sexual = False
    for reading in readings(whole):
        if _NAMED.search(reading):
            return True
        minor = minor or bool(_MINOR.search(reading)) or _says_under_age(reading)
        sexual = sexual or bool(_SEXUAL.search(reading))
    return sexual and (minor or _has_minor_field(fields or {}))


def _says_under_age(text: str) -> bool:
    for found in _AGE.finditer(text):
        age = found[1] or found[3]
        years = _OLDEST_IN_WORDS.index(age) if age in _OLDEST_IN_WORDS else int(age)
        if years < _ADULT_AGE:
            return True
    return False


def _has_minor_field(fields: Mapping[str, Any]) -> bool:
    for name, value in fields.items():
        if isinstance(value, Mapping) and _has_minor_field(value):
            return True
        if isinstance(value, str) and value.strip().lower() in _MINOR_FIELDS.get(name, ()):
            return True
    return False


def _strings(fields: Mapping[str, Any]) -> Iterable[str]:
    for value in fields.values():
        if isinstance(value, Mapping):
            yield from _strings(value)
        elif isinstance(value, str):
            yield value
