"""The light of a place: what time of day and weather do to the colours of all that is there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..avatar.paint import Rgb, hex_of, luminance, mix, rgb
from ..story.scene import Time, Weather

Sky = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """What falls on the people of a place.

    `tint` multiplies their colours (linear shares of sRGB values), `strength` (0..1) is how
    much of it they take. `direction` is where the light comes from, -1 left to 1 right.
    `rim` ("#rrggbb") edges them on that side, as strongly as `rim_strength` (0..1) says.
    Their shadow on the ground is `shadow_length` times their height, `shadow_opacity` dark.
    `darkness` (0..1) is how dark the place is round them.
    """

    tint: Rgb = (1.0, 1.0, 1.0)
    strength: float = 0.6
    direction: float = 0.6
    rim: str = "#fff6dc"
    rim_strength: float = 0.3
    shadow_length: float = 0.35
    shadow_opacity: float = 0.28
    darkness: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Air:
    """The colours between the eye and a thing. `haze` is what far things fade into,
    `thick` how soon; `grey` (0..1) takes colour out of everything; `lamps` (0..1) is how
    much lamps and lit windows show."""

    time: Time
    weather: Weather
    sky: Sky  # from the zenith to the horizon
    sun: str
    haze: str
    tint: Rgb
    grey: float
    thick: float
    lamps: float

    def tone(self, colour: str, far: float = 0.0) -> str:
        """The colour of a thing in this air; `far` is 0 at hand and 1 at the horizon."""
        return _toned(colour, self.tint, self.grey, self.haze, min(1.0, far * self.thick))

    @property
    def night(self) -> bool:
        return self.time == "night"

    @property
    def snowy(self) -> bool:
        return self.weather == "snow"

    @property
    def wet(self) -> bool:
        return self.weather in ("rain", "storm")

    @property
    def bright(self) -> bool:
        """The sun or the moon is to be seen."""
        return self.weather == "clear"


@lru_cache(maxsize=8192)
def _toned(colour: str, tint: Rgb, grey: float, haze: str, far: float) -> str:
    level = luminance(colour)
    red, green, blue = (part + (level - part) * grey for part in rgb(colour))
    lit = hex_of((red * tint[0], green * tint[1], blue * tint[2]))
    return mix(lit, haze, far)


_SKIES: dict[Time, Sky] = {
    "dawn": ("#8391d6", "#d9b4da", "#ffdcc0"),
    "day": ("#3d8fe2", "#79c1f3", "#d8f1fb"),
    "sunset": ("#4d4a9c", "#e8738a", "#ffc477"),
    "night": ("#0c1540", "#1b2f68", "#40609c"),
}
_SUNS: dict[Time, str] = {
    "dawn": "#fff1cf",
    "day": "#fff7da",
    "sunset": "#fff0b0",
    "night": "#f6f3dc",
}
_TINTS: dict[Time, Rgb] = {
    "dawn": (0.94, 0.85, 0.93),
    "day": (1.0, 1.0, 1.0),
    "sunset": (0.98, 0.74, 0.68),
    "night": (0.36, 0.45, 0.70),
}
_GREYS: dict[Weather, Sky] = {
    "clear": ("#ffffff", "#ffffff", "#ffffff"),
    "cloudy": ("#9aaabb", "#bcc8d2", "#dce3e6"),
    "rain": ("#66768a", "#8595a5", "#aebac4"),
    "snow": ("#a3b2c4", "#c6d1dc", "#eaf0f4"),
    "fog": ("#bcc6ca", "#cdd5d7", "#dde2e2"),
    "storm": ("#353d52", "#525d72", "#7d8899"),
}
# how far the sky is covered, what is left of the light, how grey it is, how thick the air
_COVERS: dict[Weather, tuple[float, Rgb, float, float]] = {
    "clear": (0.0, (1.0, 1.0, 1.0), 0.0, 1.0),
    "cloudy": (0.72, (0.93, 0.94, 0.95), 0.18, 1.1),
    "rain": (0.90, (0.72, 0.78, 0.84), 0.30, 1.3),
    "snow": (0.86, (0.92, 0.95, 1.0), 0.22, 1.25),
    "fog": (0.90, (0.94, 0.95, 0.95), 0.35, 2.1),
    "storm": (0.95, (0.56, 0.61, 0.70), 0.36, 1.3),
}
_LAMPS: dict[Time, float] = {"dawn": 0.45, "day": 0.0, "sunset": 0.55, "night": 1.0}
_GREY_LIGHT: dict[Time, Rgb] = {
    "dawn": (0.93, 0.85, 0.92),
    "day": (1.0, 1.0, 1.0),
    "sunset": (0.96, 0.76, 0.74),
    "night": (0.24, 0.30, 0.46),
}
_ROOM: dict[Time, Rgb] = {
    "dawn": (0.92, 0.87, 0.95),
    "day": (1.0, 1.0, 1.0),
    "sunset": (1.0, 0.85, 0.76),
    "night": (0.84, 0.68, 0.60),
}


def _times(colour: str, tint: Rgb) -> str:
    red, green, blue = rgb(colour)
    return hex_of((red * tint[0], green * tint[1], blue * tint[2]))


@lru_cache(maxsize=64)
def outdoors(time: Time, weather: Weather) -> Air:
    cover, left, grey, thick = _COVERS[weather]
    first, second, third = (
        mix(clear, _times(dull, _GREY_LIGHT[time]), cover)
        for clear, dull in zip(_SKIES[time], _GREYS[weather], strict=True)
    )
    red, green, blue = _TINTS[time]
    if time == "night":  # dark enough: shapes have to be told apart
        left = (left[0] * 0.4 + 0.6, left[1] * 0.4 + 0.6, left[2] * 0.4 + 0.6)
    return Air(
        time=time,
        weather=weather,
        sky=(first, second, third),
        sun=_SUNS[time],
        haze=mix(second, third, 0.6),
        tint=(red * left[0], green * left[1], blue * left[2]),
        grey=grey,
        thick=thick,
        lamps=max(_LAMPS[time], {"storm": 0.6, "rain": 0.35, "fog": 0.25}.get(weather, 0.0)),
    )


@lru_cache(maxsize=64)
def indoors(time: Time, weather: Weather, *, dim: float = 0.0, bright: float = 0.0) -> Air:
    """`dim` (0..1) is for rooms that live by their lamps, `bright` for those whose ceiling
    lights make day of any hour."""
    outside = outdoors(time, weather)
    red, green, blue = (part + (0.98 - part) * bright for part in _ROOM[time])
    dull = {"rain": 0.92, "storm": 0.84, "cloudy": 0.97, "fog": 0.97}.get(weather, 1.0)
    if time == "night":
        dull = 1.0
    share = dull * (1 - 0.42 * dim)
    return Air(
        time=time,
        weather=weather,
        sky=outside.sky,
        sun=outside.sun,
        haze=mix(_times("#fff4e6", (red, green, blue)), outside.sky[2], 0.2),
        tint=(red * share, green * share, blue * share),
        grey=0.0 if time == "night" else outside.grey * 0.4,
        thick=0.6,
        lamps=max(outside.lamps, dim, 0.15),
    )


_SHADOWS: dict[Time, tuple[float, float]] = {
    "dawn": (0.8, 0.20),
    "day": (0.3, 0.28),
    "sunset": (1.0, 0.28),
    "night": (0.45, 0.30),
}


def falling(air: Air, *, inside: bool, direction: float) -> Light:
    """What of this air falls on people."""
    length, opacity = (0.22, 0.24) if inside else _SHADOWS[air.time]
    soft = 1.0 if inside or air.weather == "clear" else 0.45
    # people are lifted out of the dark: faces have to be read
    red, green, blue = (1 - (1 - part) * 0.75 for part in air.tint)
    return Light(
        tint=(red, green, blue),
        strength=0.45 if inside else 0.65,
        direction=round(direction, 2),
        rim="#ffd9a0" if inside and air.lamps > 0.4 else mix(air.sun, air.sky[2], 0.25),
        rim_strength=round((0.2 if inside else 0.45) * soft + 0.1, 2),
        shadow_length=length * (1.0 if soft == 1.0 else 0.5),
        shadow_opacity=round(opacity * soft, 3),
        darkness=round(1 - sum(air.tint) / 3, 3),
    )
