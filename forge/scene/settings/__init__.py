"""The places that scenes are set in, drawn as SVG fragments behind and before the people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ...avatar.paint import number
from ...story.scene import Setting, Time, Weather
from .. import weather as falling_matter
from ..light import Light, falling, indoors, outdoors
from .garden import garden
from .home import bedroom, kitchen, living_room
from .quiet import quiet
from .shop import shop
from .shore import beach, desert, underwater
from .shows import concert, gym, stadium
from .stage import Seat, Stage
from .tables import bar, cafe, restaurant
from .town import castle, city
from .travel import car, space, train
from .wild import forest, mountains, park
from .work import library, office, school, studio

__all__ = ["Place", "Seat", "place"]


@dataclass(frozen=True, slots=True)
class Place:
    """`behind`, `before` and `weather_before` are SVG fragments for a viewBox "0 0 W H" in
    pixels: behind the people, before them, and over everything. `ground` is where the feet
    of the nearest row stand, `horizon` the height of the eye, both in shares of the height
    from the top. `seats` are where somebody can sit, from the likeliest on."""

    behind: str
    before: str
    ground: float
    horizon: float
    seats: tuple[Seat, ...]
    light: Light
    weather_before: str


@dataclass(frozen=True, slots=True)
class _Spec:
    draw: Callable[[Stage], None]
    inside: bool = False
    time: Time = "day"  # where none is said
    dim: float = 0.0
    bright: float = 0.0
    lit: bool = False  # by itself: neither time of day nor weather reach it


_PLACES: Mapping[Setting | None, _Spec] = {
    None: _Spec(quiet),
    "beach": _Spec(beach),
    "forest": _Spec(forest),
    "mountains": _Spec(mountains),
    "city": _Spec(city),
    "cafe": _Spec(cafe, inside=True),
    "bar": _Spec(bar, inside=True, time="night", dim=0.7),
    "stadium": _Spec(stadium),
    "kitchen": _Spec(kitchen, inside=True, bright=0.2),
    "bedroom": _Spec(bedroom, inside=True),
    "living room": _Spec(living_room, inside=True),
    "office": _Spec(office, inside=True, bright=0.6),
    "school": _Spec(school, inside=True, bright=0.5),
    "park": _Spec(park),
    "space": _Spec(space, time="night", lit=True),
    "castle": _Spec(castle),
    "concert": _Spec(concert, inside=True, time="night", dim=0.6, lit=True),
    "gym": _Spec(gym, inside=True, bright=0.55),
    "car": _Spec(car, inside=True),
    "train": _Spec(train, inside=True, bright=0.45),
    "library": _Spec(library, inside=True),
    "garden": _Spec(garden),
    "underwater": _Spec(underwater, lit=True),
    "desert": _Spec(desert),
    "restaurant": _Spec(restaurant, inside=True, time="night", dim=0.2),
    "shop": _Spec(shop, inside=True, bright=0.55),
    "studio": _Spec(studio, inside=True, lit=True, bright=0.9),
}


def place(
    setting: Setting | None,
    *,
    time: Time | None,
    weather: Weather | None,
    width: int,
    height: int,
    seed: int,
) -> Place:
    """The place for a picture of `width` x `height` pixels; `seed` chooses its composition.

    The same arguments give the same text. ValueError where the size is not positive,
    KeyError where the setting is not one of SETTINGS.
    """
    if width < 1 or height < 1:
        raise ValueError(f"A picture cannot be {width}x{height} pixels")
    spec = _PLACES[setting]
    when: Time = time or spec.time
    sky: Weather = weather or "clear"
    out = outdoors(when, sky)
    air = indoors(when, sky, dim=spec.dim, bright=spec.bright) if spec.inside else out
    wide = 1000 * width / height
    stage = Stage(w=wide, seed=seed, name=setting or "quiet", out=out, air=air)
    stage.back.rect(-5, -5, wide + 10, 1010, out.haze)
    spec.draw(stage)
    turned = stage.dice("turned") < 0.5
    direction = (stage.sun - 0.5) * 2.4 * (-1 if turned else 1)
    light = falling(stage.air, inside=spec.inside, direction=max(-1.0, min(1.0, direction)))
    if stage.tint is not None:
        light = replace(light, tint=stage.tint)
    if stage.rim is not None:
        light = replace(light, rim=stage.rim, rim_strength=max(light.rim_strength, 0.5))
    open_air = not spec.inside and not spec.lit
    over = falling_matter.before(out, wide, seed=seed) if open_air else ""
    seats = (replace(seat, x=1 - seat.x) if turned else seat for seat in stage.seats)
    return Place(
        behind=_framed(stage.back.markup, wide, height, turned=turned),
        before=_framed(stage.front.markup, wide, height, turned=turned),
        ground=stage.ground,
        horizon=stage.horizon,
        seats=tuple(seats),
        light=light,
        weather_before=_framed(over, wide, height, turned=False),
    )


def _framed(markup: str, wide: float, height: int, *, turned: bool) -> str:
    """In pixels, and mirrored where the picture is turned."""
    if not markup:
        return ""
    scale = f"{height / 1000:.6f}"
    turn = f" translate({number(wide)} 0) scale(-1 1)" if turned else ""
    return (
        f'<g transform="scale({scale}){turn}" stroke-linecap="round" '
        f'stroke-linejoin="round">{markup}</g>'
    )
