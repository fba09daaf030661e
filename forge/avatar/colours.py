"""Colours as people say them: names, modifiers, and the nearest name of a painted colour.

Comparing and shading happen in CIE L*a*b* (D65), where equal steps look equal.
Conversion: IEC 61966-2-1 (sRGB) and CIE 15:2004.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

from .features import Colour, SkinTone, Undertone
from .vocabulary.colour_names import COLOUR_HEX, EYE_HEX, HAIR_HEX, SKIN_HEX

Lab: TypeAlias = tuple[float, float, float]
RGB: TypeAlias = tuple[int, int, int]

_WHITE = (0.95047, 1.0, 1.08883)  # D65, 2 degree observer
_EPSILON = 216 / 24389
_KAPPA = 24389 / 27


def rgb_of(hex_code: str) -> RGB:
    """The channels, 0..255, of "#rrggbb". ValueError where it is not that."""
    digits = hex_code.removeprefix("#")
    if len(digits) != 6 or not all(c in "0123456789abcdefABCDEF" for c in digits):
        raise ValueError(f"Not a colour of the form #rrggbb: {hex_code!r}")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def hex_of(rgb: tuple[float, float, float]) -> str:
    """ "#rrggbb" of channels in 0..255, clipped to that range."""
    red, green, blue = (min(255, max(0, round(channel))) for channel in rgb)
    return f"#{red:02x}{green:02x}{blue:02x}"


def lab_of(hex_code: str) -> Lab:
    """L* in 0..100, a* and b* roughly in -110..110."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in rgb_of(hex_code))
    ]
    red, green, blue = linear
    xyz = (
        0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        0.0193339 * red + 0.1191920 * green + 0.9503041 * blue,
    )
    fx, fy, fz = (_forward(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _forward(t: float) -> float:
    return t ** (1 / 3) if t > _EPSILON else (_KAPPA * t + 16) / 116


def hex_of_lab(lab: Lab) -> str:
    """The nearest sRGB colour; what lies outside the gamut loses chroma, not lightness."""
    lightness, a, b = min(100.0, max(0.0, lab[0])), lab[1], lab[2]
    scale = 1.0
    for _ in range(24):
        channels = _linear_of_lab((lightness, a * scale, b * scale))
        if all(-0.0005 <= c <= 1.0005 for c in channels):
            break
        scale *= 0.92
    encoded = [
        12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055
        for c in (min(1.0, max(0.0, c)) for c in channels)
    ]
    return hex_of((encoded[0] * 255, encoded[1] * 255, encoded[2] * 255))


def _linear_of_lab(lab: Lab) -> tuple[float, float, float]:
    fy = (lab[0] + 16) / 116
    x, y, z = (
        white * (f**3 if f**3 > _EPSILON else (116 * f - 16) / _KAPPA)
        for f, white in zip((fy + lab[1] / 500, fy, fy - lab[2] / 200), _WHITE, strict=True)
    )
    return (
        3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
        -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
        0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
    )


def distance(one: str, other: str) -> float:
    """CIE 1976 colour difference of two "#rrggbb"; 2.3 is about just noticeable."""
    return math.dist(lab_of(one), lab_of(other))


# Modifiers ---------------------------------------------------------------------------------


def _scaled(lightness: float, towards: float, chroma: float) -> Callable[[Lab], Lab]:
    """L* drawn by `lightness` (0..1) towards `towards`, chroma times `chroma`."""

    def change(lab: Lab) -> Lab:
        return (lab[0] + (towards - lab[0]) * lightness, lab[1] * chroma, lab[2] * chroma)

    return change


_MODIFIERS: Mapping[str, Callable[[Lab], Lab]] = {
    "dark": _scaled(0.42, 0, 0.85),
    "deep": _scaled(0.28, 0, 1.1),
    "light": _scaled(0.45, 100, 0.8),
    "pale": _scaled(0.62, 100, 0.5),
    "bright": _scaled(0.15, 75, 1.35),
    "vivid": _scaled(0.1, 65, 1.5),
    "neon": _scaled(0.4, 75, 2.0),
    "pastel": _scaled(0.75, 86, 0.5),
    "muted": _scaled(0.15, 55, 0.5),
    "warm": lambda lab: (lab[0], lab[1] + 4, lab[2] + 10),
    "cool": lambda lab: (lab[0], lab[1] - 2, lab[2] - 10),
    "metallic": _scaled(0.1, 70, 0.8),
}


MODIFIERS: tuple[str, ...] = tuple(_MODIFIERS)


# Names -------------------------------------------------------------------------------------


def named(name: str) -> Colour:
    """The colour of a canonical name ("teal", "dark teal"). KeyError where there is none."""
    return _named(name, _table("any"))


def hair_colour(name: str) -> Colour:
    """As `named`, but red hair is not fire-engine red."""
    return _named(name, _table("hair"))


def eye_colour(name: str) -> Colour:
    return _named(name, _table("eyes"))


@lru_cache(maxsize=3)
def _table(domain: str) -> Mapping[str, str]:
    everything = {**EYE_HEX, **HAIR_HEX, **COLOUR_HEX}
    return {**everything, **{"any": {}, "hair": HAIR_HEX, "eyes": EYE_HEX}[domain]}


def _named(name: str, table: Mapping[str, str]) -> Colour:
    if name in table:
        return Colour(name, table[name])
    modifier, _, rest = name.partition(" ")
    if modifier not in _MODIFIERS or not rest:
        raise KeyError(name)
    base = _named(rest, table)
    return Colour(name, hex_of_lab(_MODIFIERS[modifier](lab_of(base.hex))))


def skin_colour(tone: SkinTone, undertone: Undertone | None = None) -> Colour:
    """How a tone is painted; the undertone shifts its hue a little."""
    lightness, a, b = lab_of(SKIN_HEX[tone])
    shift = {"warm": (0.5, 4.0), "cool": (2.5, -4.0), "neutral": (0.0, 0.0)}[undertone or "neutral"]
    return Colour(tone, hex_of_lab((lightness, a + shift[0], b + shift[1])))


def nearest_tone(hex_code: str) -> SkinTone:
    """The tone that a skin of this colour would be called; lightness counts most."""
    lightness, a, b = lab_of(hex_code)

    def far(tone: SkinTone) -> float:
        other = lab_of(SKIN_HEX[tone])
        return math.dist((lightness, a * 0.4, b * 0.4), (other[0], other[1] * 0.4, other[2] * 0.4))

    return min(SKIN_HEX, key=far)


@lru_cache(maxsize=4)
def _lab_table(which: str) -> tuple[tuple[str, Lab], ...]:
    table = {"any": COLOUR_HEX, "hair": HAIR_HEX, "eyes": EYE_HEX}[which]
    return tuple((name, lab_of(code)) for name, code in table.items())


def nearest(hex_code: str, among: str = "any") -> Colour:
    """The given colour under the closest known name; `among` is "any", "hair" or "eyes"."""
    lab = lab_of(hex_code)
    name = min(_lab_table(among), key=lambda entry: math.dist(entry[1], lab))[0]
    return Colour(name, hex_code.lower())


# Shading -----------------------------------------------------------------------------------


def lightness(hex_code: str) -> float:
    """L*, 0 (black) to 100 (white)."""
    return lab_of(hex_code)[0]


def is_dark(hex_code: str) -> bool:
    return lightness(hex_code) < 50


def lighter(hex_code: str, amount: float = 0.3) -> str:
    """Towards white by `amount` (0..1), keeping the hue."""
    lab = lab_of(hex_code)
    return hex_of_lab((lab[0] + (100 - lab[0]) * amount, lab[1] * (1 - amount / 3), lab[2]))


def darker(hex_code: str, amount: float = 0.3) -> str:
    """Towards black by `amount` (0..1), a touch bluer, as shade is outdoors."""
    lab = lab_of(hex_code)
    return hex_of_lab((lab[0] * (1 - amount), lab[1] * (1 - amount / 4), lab[2] - 6 * amount))


def mixed(one: str, other: str, share: float = 0.5) -> str:
    """`share` (0..1) of `other` in `one`, mixed in L*a*b*."""
    first, second = lab_of(one), lab_of(other)
    blend = [a + (b - a) * share for a, b in zip(first, second, strict=True)]
    return hex_of_lab((blend[0], blend[1], blend[2]))


def apart(hex_code: str, ground: str, least: float = 18.0) -> str:
    """The colour, moved in lightness until it stands out from `ground` by `least` (L* units)."""
    lab, base = lab_of(hex_code), lightness(ground)
    if abs(lab[0] - base) >= least:
        return hex_code
    up = base + least
    target = up if (lab[0] >= base and up <= 98) or base - least < 4 else base - least
    return hex_of_lab((target, lab[1], lab[2]))
