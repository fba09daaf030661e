"""One question for a model that sees, and its reply read strictly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .vocabulary import BELONGS, SECTIONS, allowed

LONGEST = 20_000  # characters of a reply that are read
_BRACES = 50  # at which an object is looked for


@dataclass(frozen=True, slots=True)
class Answers:
    """What a reply says in the documented words, by field, and what of it was dropped."""

    values: dict[str, str]
    dropped: tuple[str, ...] = ()


def question() -> str:
    """What to ask a vision model about a selfie. The reply goes to `read_answers`."""
    lines = [
        "Look at the person in the picture and answer with one JSON object and nothing else.",
        "Give each field one of its words, exactly as written, or null where the picture does "
        "not show it. Do not guess.",
        "",
    ]
    for fields in SECTIONS.values():
        lines += [f'"{name}": {" | ".join(allowed(name))} | null' for name in fields]
    return "\n".join(lines)


def read_answers(text: str) -> Answers:
    """The first JSON object of a reply, flat or in the documented sections.

    What is no documented field, no string, or none of the field's words is dropped and named;
    a null is an answer that was not given. No JSON object at all: nothing is told.
    """
    if not text.strip():
        return Answers({})
    found = _first_object(text[:LONGEST])
    if found is None:
        return Answers({}, ("the reply holds no JSON object",))
    values: dict[str, str] = {}
    dropped: list[str] = []
    for name, value in _flat(found):
        if name not in _FIELDS:
            dropped.append(f"{name[:64]}: no such field")
        elif isinstance(value, str):
            word = " ".join(value.split()).casefold()
            if word in allowed(name):
                values[name] = word
            else:
                dropped.append(f"{name}: {value[:64]!r} is not one of its words")
        elif value is not None:
            dropped.append(f"{name}: not a string")
    for name, of in BELONGS.items():
        if name in values and values.get(of) == "no":
            del values[name]
            dropped.append(f"{name}: {of} is no")
    return Answers(values, tuple(dropped))


_FIELDS = frozenset(name for fields in SECTIONS.values() for name in fields)


def _first_object(text: str) -> dict[str, Any] | None:
    decoder = json.JSONDecoder()
    at = text.find("{")
    for _ in range(_BRACES):
        if at < 0:
            break
        try:
            found, _ = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            pass  # a brace in a sentence before it
        else:
            return found if isinstance(found, dict) else None
        at = text.find("{", at + 1)
    return None


def _flat(found: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in found.items():
        if name in SECTIONS and isinstance(value, dict):
            yield from value.items()
        elif name != "meta":
            yield name, value
