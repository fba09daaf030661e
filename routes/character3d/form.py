"""The form of `POST /generate_character` as one typed value."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .problems import CharacterProblem, invalid

IMAGE_SIZES = (512, 768, 1024)
POSE_TYPES = ("\u5927-pose", "A-pose", "T-pose")
DEFAULT_MODEL = "dreamshaper.safetensors"

_LONGEST_TEXT = 2000  # characters
_LARGEST_SEED = 2**64 - 1
_TRUE = frozenset({"true", "1", "yes", "on"})
_FALSE = frozenset({"false", "0", "no", "off"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterForm:
    prompt: str = "Highly Detailed"
    negative_prompt: str = "watermark, ugly, deformed, noisy, blurry, low contrast"
    image_size: int = 768  # pixels of a view
    mesh_input_size: int = 1024  # pixels
    outline_size: int = 128  # pixels
    steps: int = 10
    guidance_scale: float = 5.5
    cfg_scale: float = 2.0
    seed: int = -1  # -1 draws one
    model_name: str = DEFAULT_MODEL
    pose_type: str = POSE_TYPES[0]
    enable_rigging: bool = True


def read_form(fields: Mapping[str, str], models: Sequence[str]) -> CharacterForm:
    """Unknown fields are ignored, empty ones keep the default. Raises CharacterProblem 400."""
    given = {name: value.strip() for name, value in fields.items() if value.strip()}
    values: dict[str, Any] = {}
    for name in ("prompt", "negative_prompt"):
        if name in given:
            values[name] = _text(name, given[name])
    for name, least, most in (
        ("mesh_input_size", 512, 2048),
        ("outline_size", 0, 512),
        ("steps", 1, 100),
        ("seed", -1, _LARGEST_SEED),
    ):
        if name in given:
            values[name] = _whole(name, given[name], least, most)
    for name, lower, upper in (("guidance_scale", 1.0, 20.0), ("cfg_scale", 1.0, 30.0)):
        if name in given:
            values[name] = _real(name, given[name], lower, upper)
    if "image_size" in given:
        size = _whole("image_size", given["image_size"], -math.inf, math.inf)
        if size not in IMAGE_SIZES:
            raise invalid(
                *("image_size", size, list(IMAGE_SIZES)),
                "Invalid image size. Must be 512, 768, or 1024",
            )
        values["image_size"] = size
    if "model_name" in given:
        known = list(dict.fromkeys([DEFAULT_MODEL, *models]))
        values["model_name"] = _one_of("model_name", given["model_name"], known)
    if "pose_type" in given:
        values["pose_type"] = _one_of("pose_type", given["pose_type"], POSE_TYPES)
    if "enable_rigging" in given:
        values["enable_rigging"] = _flag("enable_rigging", given["enable_rigging"])
    return CharacterForm(**values)


def _text(name: str, value: str) -> str:
    if len(value) > _LONGEST_TEXT:
        allowed = f"at most {_LONGEST_TEXT} characters"
        raise invalid(name, len(value), allowed, f"{name} is too long")
    if any(unicodedata.category(each) == "Cc" and each not in "\t\r\n" for each in value):
        raise invalid(name, "control characters", "text", f"{name} has control characters")
    return value


def _whole(name: str, value: str, least: float, most: float) -> int:
    try:
        number = int(value)
    except ValueError as error:
        raise _misfit(name, value, least, most, "a whole number") from error
    if not least <= number <= most:
        raise _misfit(name, number, least, most, "a whole number")
    return number


def _real(name: str, value: str, least: float, most: float) -> float:
    try:
        number = float(value)
    except ValueError as error:
        raise _misfit(name, value, least, most, "a number") from error
    if not least <= number <= most:  # NaN is no more than anything
        raise _misfit(name, value, least, most, "a number")
    return number


def _misfit(name: str, value: Any, least: float, most: float, what: str) -> CharacterProblem:
    if math.isinf(least):
        return invalid(name, value, what, f"Invalid {name}. Must be {what}")
    allowed = {"min": least, "max": most}
    return invalid(name, value, allowed, f"Invalid {name}. Must be {what} from {least} to {most}")


def _one_of(name: str, value: str, allowed: Sequence[str]) -> str:
    if value not in allowed:
        message = f"Invalid {name}. Must be one of: {', '.join(allowed)}"
        raise invalid(name, value[:200], list(allowed), message)
    return value


def _flag(name: str, value: str) -> bool:
    word = value.lower()
    if word in _TRUE | _FALSE:
        return word in _TRUE
    raise invalid(name, value[:200], [True, False], f"Invalid {name}. Must be true or false")
