"""TypeScript to JavaScript, as far as the documents' clients go: what is a type is left out.

They have interfaces, and annotations of parameters and of what a function returns; no casts,
generics, enums or decorators, which this does not know.
"""

from __future__ import annotations

import re

_INTERFACE = re.compile(r"^interface \w+ \{.*?^\}\n", re.MULTILINE | re.DOTALL)
_SIGNATURE = re.compile(r"function\s+\w+\s*\(|(?<==\s)(?:async\s*)?\((?=[^()]*\)\s*(?::|=>))")
_OPENING, _CLOSING = "([{<", ")]}>"


def to_javascript(source: str) -> str:
    source = _INTERFACE.sub("", source)
    made, at = [], 0
    while (found := _SIGNATURE.search(source, at)) is not None:
        made.append(source[at : found.end()])
        end = _matching(source, found.end() - 1)
        made.append(_without_types(source[found.end() : end]))
        at = end + 1
        made.append(")")
        annotated = re.match(r"\s*:\s*", source[at:])
        if annotated is not None:  # what it returns
            at = _end_of_type(source, at + annotated.end(), "{=")
            made.append(" ")
    return "".join([*made, source[at:]])


def _without_types(parameters: str) -> str:
    """Of `image: File, more?: {a: number}` the names."""
    names, at = [], 0
    while at < len(parameters):
        end = _end_of_type(parameters, at, ",")
        name, _, _ = parameters[at:end].partition(":")
        names.append(name.strip().removesuffix("?"))
        at = end + 1
    return ", ".join(names)


def _end_of_type(text: str, at: int, ends: str) -> int:
    """Where one of `ends` comes outside of all brackets; a `{` that begins a type is none."""
    start = at
    while at < len(text):
        if text[at] in ends and (at > start or text[at] != "{"):
            return at
        if text[at] in _OPENING:
            at = _matching(text, at)
        at += 1
    return at


def _matching(text: str, at: int) -> int:
    """The bracket that closes the one at `at`; the arrow's is none."""
    depth = 0
    for place in range(at, len(text)):
        if text[place] in _OPENING:
            depth += 1
        elif text[place] in _CLOSING and text[place - 1] != "=":
            depth -= 1
            if depth == 0:
                return place
    raise ValueError("a bracket is never closed")
