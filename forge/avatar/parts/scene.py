"""Puts the person together: which parts are drawn for these features, and in what order."""

from __future__ import annotations

from ..features import Features
from ..figure import Figure, Layer
from .bottoms import draw_legs, draw_skirt, draw_socks, draw_waist
from .eyes import draw_brows, draw_eyes
from .face import draw_beard, draw_marks, draw_mouth, draw_nose
from .garments import draw_top
from .hair import draw_hair
from .hair_styles import style_of
from .hands import draw_hands
from .head import draw_head
from .limbs import draw_limbs
from .shoes import draw_shoes


def stances(features: Features) -> tuple[str, str]:
    return "hang", "hang"


def draw_person(figure: Figure) -> tuple[str, ...]:
    features, outfit = figure.features, figure.outfit
    not_drawn = list(outfit.not_drawn)
    draw_limbs(figure, feet_bare=False)
    if outfit.socks:
        draw_socks(figure, outfit.socks)
    if outfit.feet:
        draw_shoes(figure, outfit.feet)
    if outfit.full:
        if outfit.full.cut.length > 0:
            draw_skirt(figure, outfit.full)
        elif outfit.full.cut.place == "suit":
            draw_legs(figure, outfit.full, waist=False)
        draw_top(figure, outfit.full, Layer.TOP)
    if outfit.legs:
        draw_legs(figure, outfit.legs)
    if outfit.skirt:
        draw_skirt(figure, outfit.skirt)
    if outfit.top:
        draw_top(figure, outfit.top, Layer.TOP)
    for worn in outfit.waist:
        draw_waist(figure, worn)
    draw_hands(figure, frozenset())
    draw_head(figure)
    draw_eyes(figure)
    draw_brows(figure)
    draw_nose(figure)
    draw_mouth(figure)
    draw_marks(figure)
    draw_beard(figure)
    style, unknown = style_of(features.hair, gender=features.gender, age=figure.age)
    if unknown:
        not_drawn.append(unknown)
    draw_hair(figure, style)
    return tuple(not_drawn)
