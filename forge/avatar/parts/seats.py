"""What a sitting person sits on where the picture names nothing: a stool, a chair or a cube."""

from __future__ import annotations

from dataclasses import dataclass

from ..body import GROUND
from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, shadow
from ..posing import PITCH

BEHIND = Layer.BACK_ITEM + 1
BEFORE = Layer.BOOTS + 2
"""Seen from behind it hides the shins; what is worn at the seat hangs over it."""
_WOOD = "#a9764c"
_CLOTHS = ("#8c4f5a", "#47697e", "#5d7a5a", "#c09a55")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a seat stands: its top's middle, half width and half depth, and its foot."""

    x: float
    top: float
    half: float
    deep: float
    ground: float


def draw_seat(figure: Figure) -> None:
    """Behind the legs; part of the figure, so that nobody cut out of the picture floats."""
    place = _place(figure)
    layer = BEFORE if figure.view == "back" else BEHIND
    brush = figure.brush(layer)
    shade = figure.brush(Layer.GROUND)
    shade.fill(
        ellipse(place.x, place.ground + place.deep * 0.4, place.half * 1.15, place.deep * 1.1),
        "#2a2440",
        opacity=0.24,
    )
    kinds = (_stool, _chair, _cube)
    kinds[int(figure.chance("seat") * len(kinds)) % len(kinds)](figure, brush, place)


def _place(figure: Figure) -> Place:
    body, size = figure.body, figure.size
    x, y = body.hips
    forward = {"side": 0.30, "quarter": 0.16}.get(figure.view, 0.0) * body.facing
    half = {"side": 0.66, "quarter": 0.72, "back": 0.60}.get(figure.view, 0.80)
    half = max(half * size, sum(body.extent(1.0)) / 2 * (0.9 if figure.view == "back" else 1.06))
    feet = (body.depths.get("right_ankle", 0.0) + body.depths.get("left_ankle", 0.0)) / 2
    ground = GROUND - max(-0.05 * size, min(0.4 * size, feet * PITCH[figure.view]))
    deep = {"side": 0.09}.get(figure.view, 0.15) * size
    return Place(x + forward * size, y + body.measures.leg * 0.74, half, deep, ground)


def _cloth_of(figure: Figure) -> str:
    """A cushion that what is worn stands out from."""
    worn = figure.outfit.legs or figure.outfit.skirt or figure.outfit.full
    first = int(figure.chance("cushion") * len(_CLOTHS)) % len(_CLOTHS)
    if worn is None:
        return _CLOTHS[first]
    ranked = sorted(_CLOTHS, key=lambda tone: abs(luminance(tone) - luminance(worn.colour)))
    return ranked[1 + first % 3]


def _post(brush: Brush, top: Point, foot: Point, width: float, tone: str) -> None:
    (ax, ay), (bx, by) = top, foot
    brush.shape(
        chain([(ax - width, ay)], [(ax + width, ay)], [(bx + width * 0.7, by)],
              [(bx - width * 0.7, by)]),
        tone, line=0.85,
    )  # fmt: skip
    brush.tone(
        chain([(ax + width * 0.2, ay)], [(ax + width, ay)], [(bx + width * 0.7, by)],
              [(bx + width * 0.1, by)]),
        shadow(tone),
    )  # fmt: skip


def _legs(figure: Figure, brush: Brush, place: Place, splay: float) -> None:
    size = figure.size
    under = place.top + place.deep * 0.6
    far = mix(_WOOD, shadow(_WOOD), 0.9)
    for sign in (-1.0, 1.0):
        x = place.x + sign * place.half * 0.50
        _post(brush, (x, under), (x + sign * splay * 0.4, place.ground - place.deep * 0.9),
              size * 0.05, far)  # fmt: skip
    y = under + (place.ground - under) * 0.56
    bar = size * 0.032
    brush.shape(
        chain([(place.x - place.half * 0.86, y - bar)], [(place.x + place.half * 0.86, y - bar)],
              [(place.x + place.half * 0.86, y + bar)], [(place.x - place.half * 0.86, y + bar)]),
        shadow(_WOOD, 0.6), line=0.8,
    )  # fmt: skip
    for sign in (-1.0, 1.0):
        x = place.x + sign * place.half * 0.80
        _post(brush, (x, under), (x + sign * splay, place.ground + place.deep * 0.5),
              size * 0.062, _WOOD)  # fmt: skip


def _top(brush: Brush, place: Place, thick: float, tone: str) -> None:
    x, y, half, deep = place.x, place.top, place.half, place.deep
    side = chain(
        [(x - half, y), (x - half * 0.72, y + deep * 0.72), (x, y + deep),
         (x + half * 0.72, y + deep * 0.72), (x + half, y)],
        [(x + half, y + thick), (x + half * 0.72, y + deep * 0.72 + thick), (x, y + deep + thick),
         (x - half * 0.72, y + deep * 0.72 + thick), (x - half, y + thick)],
    )  # fmt: skip
    brush.shape(side, shadow(tone, 0.8))
    brush.shape(ellipse(x, y, half, deep), tone)
    brush.tone(ellipse(x - half * 0.1, y - deep * 0.1, half * 0.82, deep * 0.72), glow(tone, 0.5))


def _stool(figure: Figure, brush: Brush, place: Place) -> None:
    _legs(figure, brush, place, figure.size * 0.10)
    _top(brush, place, figure.size * 0.09, _WOOD)
    raised = Place(place.x, place.top - figure.size * 0.04, place.half * 0.94, place.deep * 0.9, 0)
    _top(brush, raised, figure.size * 0.06, _cloth_of(figure))


def _chair(figure: Figure, brush: Brush, place: Place) -> None:
    size = figure.size
    behind = figure.view == "back"
    back = figure.brush(Layer.STRAP + 0.5) if behind else figure.brush(BEHIND - 0.5)
    high = place.top - size * 1.25
    if figure.view == "side":
        x = place.x - figure.body.facing * place.half * 0.94
        _post(back, (x - figure.body.facing * size * 0.16, high), (x, place.top + size * 0.1),
              size * 0.065, _WOOD)  # fmt: skip
    else:
        shift = -figure.body.facing * size * 0.22 if figure.view == "quarter" else 0.0
        half = place.half * (0.80 if figure.view == "quarter" else 0.92)
        for sign in (-1.0, 1.0):
            x = place.x + shift + sign * half * 0.94
            _post(back, (x, high), (x, place.top + size * 0.05), size * 0.055, _WOOD)
        for lift, tall in ((0.0, 0.24), (0.50, 0.16)):
            y = high + lift * size
            x0, x1 = place.x + shift - half, place.x + shift + half
            rail = chain(
                [(x0, y + size * 0.03), (place.x + shift, y - size * 0.03),
                 (x1, y + size * 0.03)],
                [(x1, y + tall * size), (place.x + shift, y + (tall - 0.06) * size),
                 (x0, y + tall * size)],
            )  # fmt: skip
            back.shape(rail, glow(_WOOD, 0.2), line=0.9)
    _legs(figure, brush, place, size * 0.03)
    _top(brush, place, size * 0.08, _cloth_of(figure))


def _cube(figure: Figure, brush: Brush, place: Place) -> None:
    x, y, half, deep = place.x, place.top, place.half, place.deep
    low = place.ground + deep * 0.4
    tone = _cloth_of(figure)
    front = chain(
        [(x - half, y)], [(x + half, y)],
        [(x + half * 1.02, (y + low) / 2), (x + half * 0.98, low - deep * 0.4)],
        [(x + half * 0.94, low), (x, low + deep * 0.15), (x - half * 0.94, low)],
        [(x - half * 0.98, low - deep * 0.4), (x - half * 1.02, (y + low) / 2), (x - half, y)],
    )  # fmt: skip
    brush.shape(front, tone)
    brush.tone(
        chain([(x + half * 0.45, y)], [(x + half, y)], [(x + half, low)],
              [(x + half * 0.35, low)]),
        shadow(tone),
    )  # fmt: skip
    rim = chain(
        [(x - half, y + deep * 0.5), (x - half * 0.8, y - deep * 0.7), (x, y - deep),
         (x + half * 0.8, y - deep * 0.7), (x + half, y + deep * 0.5)],
        [(x + half * 0.8, y + deep), (x, y + deep * 1.2), (x - half * 0.8, y + deep)],
    )  # fmt: skip
    brush.shape(rim, glow(tone, 0.6))
