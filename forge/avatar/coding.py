"""Features as plain JSON, and the documented `avatar_features` read into them."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from . import colours
from .casting import merge
from .features import Colour, Features
from .vocabulary import body
from .words import read_words


class FieldError(ValueError):
    """A value that cannot be read; `field` is its path ("observed.hair_color")."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


# Features as JSON --------------------------------------------------------------------------


def to_mapping(features: Features) -> dict[str, Any]:
    """Plain JSON values; what is open or empty is left out."""
    mapping = _plain(features)
    assert isinstance(mapping, dict)
    return mapping


def _plain(value: Any) -> Any:
    if isinstance(value, Colour):
        return {"name": value.name, "hex": value.hex}
    if is_dataclass(value):
        plain = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        return {name: entry for name, entry in plain.items() if entry not in (None, [], {})}
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else value


def from_mapping(mapping: Mapping[str, Any]) -> Features:
    """The inverse of `to_mapping`; a colour may also be a name or "#rrggbb".

    FieldError for an unknown field, a value of the wrong type or outside its vocabulary.
    """
    made = _made(Features, mapping, "features")
    assert isinstance(made, Features)
    return made


@lru_cache(maxsize=16)
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _made(kind: Any, value: Any, path: str) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _made(arguments[0], value, path)
    if origin is Literal:
        if value not in arguments or not isinstance(value, str):
            raise FieldError(path, f"must be one of {', '.join(arguments)}")
        return value
    if origin in (tuple, frozenset):
        if not isinstance(value, (list, tuple)):
            raise FieldError(path, "must be a list")
        return origin(_made(arguments[0], v, f"{path}[{i}]") for i, v in enumerate(value))
    if kind is Colour:
        return _colour(value, path)
    if is_dataclass(kind):
        return _record(kind, value, path)
    if not isinstance(value, str):
        raise FieldError(path, "must be a string")
    return value


def _record(kind: Any, value: Any, path: str) -> Any:
    if not isinstance(value, Mapping):
        raise FieldError(path, "must be an object")
    hints = _hints(kind)
    given = {}
    for name, entry in value.items():
        inner = f"{path}.{name}" if path != "features" else str(name)
        if name not in hints:
            raise FieldError(inner, "is not a known field")
        made = _made(hints[name], entry, inner)
        if made is not None:
            given[name] = made
    if "kind" in hints and "kind" not in given:
        raise FieldError(f"{path}.kind", "is missing")
    return kind(**given)


def _colour(value: Any, path: str) -> Colour:
    if isinstance(value, Mapping):
        name, code = value.get("name"), value.get("hex")
        if not isinstance(name, str) or not isinstance(code, str):
            raise FieldError(path, "must have the strings name and hex")
        return replace(_colour(code, f"{path}.hex"), name=name)
    if not isinstance(value, str):
        raise FieldError(path, "must be a colour's name, #rrggbb, or an object of both")
    if value.startswith("#"):
        try:
            return colours.nearest(value)
        except ValueError as error:
            raise FieldError(path, "must have the form #rrggbb") from error
    try:
        return colours.named(value.strip().lower())
    except KeyError as error:
        raise FieldError(path, f"is no known colour: {value[:64]!r}") from error


# The documented avatar_features ------------------------------------------------------------

_NOTHING = frozenset(
    {"", "none", "n/a", "na", "null", "unknown", "not visible", "not applicable", "unspecified"}
)
_YES = frozenset({"yes", "true", "y", "1", "present"})
_NO = frozenset({"no", "false", "n", "0", "absent", "none"})
_SECTIONS = ("observed", "dress", "accessories", "meta")

_TEMPLATES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # field: phrases to read its value in, the paths it may speak about
    "face_shape": (("{} face",), ("face.shape",)),
    "hair_color": (("{} hair",), ("hair.colour", "hair.highlights")),
    "hair_type": (("{} hair",), ("hair.type",)),
    "hair_style": (
        ("{}", "{} hair"),
        ("hair.style", "hair.length", "hair.type", "hair.fringe", "hair.colour"),
    ),
    "hair_length": (("{} hair",), ("hair.length",)),
    "eye_color": (("{} eyes",), ("face.eye_colour", "face.second_eye_colour")),
    "eye_shape": (("{} eyes",), ("face.eye_shape",)),
    "skin_tone": (("{} skin",), ("skin_tone", "skin_colour", "skin_undertone")),
    "skin_undertone": (("{} undertone",), ("skin_undertone",)),
    "age_appearance": (("{}",), ("age",)),
    "gender": (("{}",), ("gender",)),
    "beard_style": (("{}", "{} beard"), ("face.facial_hair", "face.facial_hair_colour")),
    "facial_marks": (("{}",), ("face.marks",)),
    "expression": (("{}",), ("face.expression", "face.marks")),  # a wink is both
}
_DENSITY = {
    "light": "stubble",
    "medium": "short beard",
    "full": "full beard",
    "heavy": "full beard",
}
_QUIET = frozenset({"hairline_type", "balding_pattern", "facial_mark_position", "confidence",
                    "facial_hair_density"})  # fmt: skip
"""Documented fields that no feature stands for, beyond a receding hairline."""
_WORN = ("hat", "glasses", "mask")
_KNOWN = (
    frozenset(_TEMPLATES)
    | _QUIET
    | {"age_range", "facial_hair", "mustache_style", "dress_color", "dress_type"}
    | {f"{kind}_{part}" for kind in _WORN for part in ("present", "style", "type", "color")}
)
_SPELLINGS = {"hair_colour": "hair_color", "eye_colour": "eye_color", "dress_colour": "dress_color",
              "hat_colour": "hat_color", "glasses_colour": "glasses_color",
              "mask_colour": "mask_color", "moustache_style": "mustache_style"}  # fmt: skip


def from_fields(mapping: Mapping[str, Any]) -> tuple[Features, tuple[str, ...]]:
    """Read documented names, nested (observed, dress, accessories, meta) or flat.

    Values are free strings, read with the vocabulary of `read_words`. Also returns what was
    not understood: a field's name, or "name: value". FieldError for a value that is neither
    a string nor null (for the *_present fields a bool is one as well).
    """
    values, odd = _flattened(mapping)
    result = Features()
    for name, (templates, paths) in _TEMPLATES.items():
        if name in values:
            found = _read(values[name], templates, paths)
            if found is None:
                odd.append(f"{name}: {values[name]}")
            else:
                result = merge(result, found)
    result = _apply(result, _age_range(values, odd))
    result = _apply(result, _facial_hair(values, odd))
    if "recede" in values.get("hairline_type", "") or "receding" in values.get("hairline_type", ""):
        result = merge(read_words("receding hairline").features, result)
    result = _apply(result, _dress(values, odd))
    for kind in _WORN:
        result = _apply(result, _wear(kind, values, odd))
    return result, tuple(odd)


def _apply(base: Features, over: Features | None) -> Features:
    return base if over is None else merge(base, over)


def _flattened(mapping: Mapping[str, Any]) -> tuple[dict[str, str], list[str]]:
    values: dict[str, str] = {}
    odd: list[str] = []
    for name, value in mapping.items():
        if name in _SECTIONS:
            if value is None:
                continue
            if not isinstance(value, Mapping):
                raise FieldError(name, "must be an object")
            if name != "meta":
                _gather(value, f"{name}.", values, odd)
        else:
            _gather({name: value}, "", values, odd)
    return values, odd


def _gather(
    section: Mapping[str, Any], prefix: str, values: dict[str, str], odd: list[str]
) -> None:
    for given, value in section.items():
        name = _SPELLINGS.get(given, given)
        if name not in _KNOWN:
            odd.append(f"{prefix}{given}")
            continue
        if value is None:
            continue
        if isinstance(value, bool) and name.endswith("_present"):
            value = "yes" if value else "no"
        if not isinstance(value, str):
            raise FieldError(f"{prefix}{given}", "must be a string or null")
        text = value.strip().lower().replace("_", " ")
        if text not in _NOTHING or name.endswith("_present") or name in _BEARDS:
            values[name] = text


_BEARDS = frozenset({"facial_hair", "beard_style", "mustache_style"})
"""Here "none" says something."""


def _read(value: str, templates: Iterable[str], paths: tuple[str, ...]) -> Features | None:
    """Only what the field may speak about; None where nothing was understood."""
    if value in _NOTHING:
        return Features() if value != "none" else _shaven(paths)
    for template in templates:
        reading = read_words(template.format(value))
        if any(_holds(reading.sources, path) for path in paths):
            return _only(reading.features, paths)
    return None


def _shaven(paths: tuple[str, ...]) -> Features:
    return from_mapping({"face": {"facial_hair": "none"}} if "face.facial_hair" in paths else {})


def _holds(sources: Mapping[str, Any], path: str) -> bool:
    return path in sources or any(key.startswith(f"{path}.") for key in sources)


def _only(features: Features, paths: tuple[str, ...]) -> Features:
    kept = Features()
    for path in paths:
        group, _, name = path.rpartition(".")
        source = getattr(features, group) if group else features
        value = getattr(source, name)
        if group:
            kept = replace(kept, **{group: replace(getattr(kept, group), **{name: value})})
        else:
            kept = replace(kept, **{name: value})
    return kept


def _age_range(values: Mapping[str, str], odd: list[str]) -> Features | None:
    """ "20-30", "60+", "under-25": the middle, the bound."""
    text = values.get("age_range")
    if text is None or "age_appearance" in values:
        return None
    years = [int(number) for number in re.findall(r"\d{1,3}", text)]
    if not years:
        found = _read(text, ("{}",), ("age",))
        if found is None:
            odd.append(f"age_range: {text}")
        return found
    middle = years[0] if len(years) == 1 else (years[0] + years[1]) // 2
    if text.startswith("under"):
        middle -= 3
    return replace(Features(), age=body.age_of(max(1, middle)))


def _facial_hair(values: Mapping[str, str], odd: list[str]) -> Features | None:
    style, amount = values.get("beard_style"), values.get("facial_hair")
    moustache = values.get("mustache_style")
    if amount == "none":
        return from_mapping({"face": {"facial_hair": "none"}, "without": ["beard"]})
    if style is not None and style not in _NOTHING:
        return None  # the more exact of the two
    if moustache is not None and moustache not in _NOTHING:
        return from_mapping({"face": {"facial_hair": "moustache"}})
    if amount is None or amount in _NOTHING:
        return None
    density = _DENSITY.get(amount)
    if density is not None:
        return from_mapping({"face": {"facial_hair": density}})
    found = _read(amount, ("{}", "{} beard"), ("face.facial_hair", "face.facial_hair_colour"))
    if found is None:
        odd.append(f"facial_hair: {amount}")
    return found


def _dress(values: Mapping[str, str], odd: list[str]) -> Features | None:
    colour, kind = values.get("dress_color", ""), values.get("dress_type", "")
    if not colour and not kind:
        return None
    found = read_words(f"wearing {colour} {kind}" if kind else f"dressed in {colour}").features
    if kind and not read_words(f"wearing {kind}").features.garments:
        odd.append(f"dress_type: {kind}")
        found = read_words(f"dressed in {colour}").features if colour else Features()
    if colour and not read_words(f"dressed in {colour}").features.garments:
        odd.append(f"dress_color: {colour}")
    return replace(Features(), garments=found.garments, accessories=found.accessories)


def _wear(kind: str, values: Mapping[str, str], odd: list[str]) -> Features | None:
    present = values.get(f"{kind}_present")
    style = values.get(f"{kind}_style") or values.get(f"{kind}_type") or ""
    colour = values.get(f"{kind}_color", "")
    if present in _NO:
        return replace(Features(), without=frozenset({kind}))
    if present is not None and present not in _YES and present not in _NOTHING:
        odd.append(f"{kind}_present: {present}")
    if present not in _YES and not style and not colour:
        return None
    texts: tuple[Callable[[], str], ...] = (
        lambda: f"wearing {colour} {style}",
        lambda: f"wearing {colour} {style} {kind}",
    )
    for text in texts:
        found = read_words(text()).features.accessories
        if found:
            break
    else:
        found = read_words(f"wearing {colour} {kind}").features.accessories
    if style and not _names_style(style, kind):
        odd.append(f"{kind}_{'style' if f'{kind}_style' in values else 'type'}: {style}")
    return replace(Features(), accessories=found)


def _names_style(style: str, kind: str) -> bool:
    alone = read_words(f"wearing {style}")
    both = read_words(f"wearing {style} {kind}")
    return bool(alone.features.accessories) or (
        not both.unknown and any(a.style is not None for a in both.features.accessories)
    )
