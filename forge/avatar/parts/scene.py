"""Puts the person together: which parts are drawn for these features."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..features import Accessory, Features
from ..figure import Figure, Layer
from ..outfit import CUTS, Worn
from ..paint import luminance, mix, shadow
from ..vocabulary.archetypes import ARCHETYPES
from . import eyewear
from .aprons import draw_apron, draw_bib
from .armour import draw_armour
from .beards import draw_beard
from .bottoms import draw_legs, draw_skirt, draw_socks, draw_waist
from .extras import EXTRAS
from .eyes import draw_brows, draw_eyes
from .face import draw_mouth, draw_nose
from .garments import draw_top
from .gloves import draw_gloves
from .hair import draw_hair
from .hair_styles import Style, style_of
from .hands import draw_hands
from .hats import COVERING, HATS, hat_of
from .head import draw_head
from .limbs import draw_limbs
from .marks import draw_marks
from .outer import draw_cape, draw_neckwear, draw_over
from .props import BOTH, assign, draw_props, hold_of, not_held
from .shoes import draw_shoes
from .tattoos import draw_tattoos

FACEWEAR: Mapping[str, Callable[[Figure, Accessory], None]] = {
    "glasses": eyewear.draw_glasses, "sunglasses": eyewear.draw_glasses,
    "goggles": eyewear.draw_glasses, "visor": eyewear.draw_visor,
    "monocle": eyewear.draw_monocle, "eyepatch": eyewear.draw_eyepatch,
    "blindfold": eyewear.draw_blindfold, "mask": eyewear.draw_mask,
    "face veil": eyewear.draw_mask,
}  # fmt: skip
_UNDER_HATS = frozenset(
    {
        "",
        "braid",
        "braids",
        "cornrows",
        "dreads",
        "drills",
        "ponytail",
        "side ponytail",
        "twintails",
    }
)
"""What is tied and shows below a hat."""
_PLAYING = {"right": "strum", "left": "fret"}
EARS = frozenset({"elf ears", "pointed ears"})  # drawn with the head


def stances(features: Features) -> tuple[str, str]:
    """What the right and the left arm do while nothing is said about the pose."""
    held = assign(features)
    arms = {side: kind.stance for side, (_, kind) in held.items()}
    if any(kind.hold in BOTH for _, kind in held.values()):
        sax = any(kind.hold == "sax" for _, kind in held.values())
        arms = {side: "read" if sax else arm for side, arm in _PLAYING.items()}
    if any(hold_of(features, kind) == "front" for _, kind in held.values()):
        arms = {"right": "read", "left": "read"}
    return arms.get("right", "hang"), arms.get("left", "hang")


def draw_person(figure: Figure) -> tuple[str, ...]:
    """Paint everybody and everything; the words that were drawn as something near."""
    features = figure.features
    not_drawn = list(figure.outfit.not_drawn)
    holding = draw_props(figure)
    draw_limbs(figure)
    draw_tattoos(figure)
    _clothes(figure)
    draw_hands(figure, holding)
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
    draw_hair(figure, _under_hat(style, features))
    for accessory in features.accessories:
        if not _accessory(figure, accessory):
            not_drawn.append(accessory.kind)
    not_drawn += not_held(features)
    not_drawn += _place_asked(features)
    return tuple(dict.fromkeys(not_drawn))


_WALLS = (None, "plain", "studio", "gradient")


def _place_asked(features: Features) -> list[str]:
    """A place that was asked for gives the backdrop its colour, no more."""
    place = features.background
    known = (ARCHETYPES[role].implies for role in features.roles if role in ARCHETYPES)
    if place in _WALLS or any(f"{place} background" in implies for implies in known):
        return []
    return [f"{place} background"]


def _clothes(figure: Figure) -> None:
    outfit = figure.outfit
    if outfit.cape:
        draw_cape(figure, outfit.cape)
    if outfit.socks:
        draw_socks(figure, outfit.socks)
    if outfit.feet:
        draw_shoes(figure, outfit.feet)
    if outfit.full:
        _full(figure, outfit.full)
    skirt = outfit.skirt or outfit.full
    if skirt and skirt.cut.length > 0 and not outfit.legs:
        _under_skirt(figure, skirt)
    if outfit.legs:
        draw_legs(figure, outfit.legs)
    if outfit.skirt:
        draw_skirt(figure, outfit.skirt)
    if outfit.top:
        covered = outfit.over is not None and outfit.over.cut.sleeve >= outfit.top.cut.sleeve
        top = outfit.top
        if outfit.full and outfit.full.cut.front == "bib":  # tucked in
            top = replace(top, cut=replace(top.cut, hem=0.84))
        draw_top(figure, top, Layer.TOP, sleeves=not covered)
    if outfit.full and outfit.full.cut.front == "bib":
        draw_bib(figure, outfit.full)
    if outfit.over:
        draw_over(figure, outfit.over)
    if outfit.armour:
        draw_armour(figure, outfit.armour)
    if outfit.apron:
        draw_apron(figure, outfit.apron)
    for worn in outfit.waist:
        draw_waist(figure, worn)
    for worn in outfit.neck:
        draw_neckwear(figure, worn)
    if outfit.hands:
        draw_gloves(figure, outfit.hands)


def _under_skirt(figure: Figure, worn: Worn) -> None:
    """Shorts: a skirt can fall open when its wearer sits."""
    tutu = worn.cut.fall == "tutu"
    shorts = Worn(
        "shorts",
        replace(CUTS["shorts"], sleeve=0.12 if tutu else 0.4, loose=0.01, cuff=0.0),
        shadow(worn.colour, 0.6 if tutu else 1.4),
    )
    draw_legs(figure, shorts, layer=Layer.NECK + 0.1, waist=False)


def _full(figure: Figure, worn: Worn) -> None:
    if worn.cut.place == "suit":
        end = 0.34 if worn.kind in ("swimsuit", "undersuit") else 1.96
        draw_legs(figure, replace(worn, cut=replace(worn.cut, sleeve=end)), waist=False)
        if worn.cut.front == "bib":  # goes over the top
            return
        draw_top(figure, worn, Layer.TOP)
        if worn.cut.detail == "belt":
            draw_waist(figure, _sash(worn, "belt"))
        return
    draw_top(figure, replace(worn, cut=replace(worn.cut, hem=0.84)), Layer.TOP)
    draw_skirt(figure, worn)
    if worn.cut.detail in ("sash", "obi"):
        draw_waist(figure, _sash(worn, worn.cut.detail))


def _sash(worn: Worn, detail: str) -> Worn:
    dark = shadow(worn.colour, 1.7)
    colour = {"belt": "#5a3d28", "obi": mix(dark, "#2a2440", 0.3)}.get(detail)
    if colour is None:
        colour = dark if luminance(worn.colour) > 0.35 else mix(worn.colour, "#d8b560", 0.7)
    return Worn(detail, replace(CUTS["sash"], detail=detail), colour)


def _under_hat(style: Style, features: Features) -> Style:
    """Hair that a hat leaves room for."""
    hats = {hat_of(item) for item in features.accessories}
    if not hats & COVERING:
        return style
    tied = style.tied if style.tied in _UNDER_HATS else ""
    fringe = "short" if style.fringe in ("quiff", "none") and style.cap else style.fringe
    sides = "hair" if style.tied == "tonsure" else style.sides
    return replace(
        style, volume=min(style.volume, 6.0), tied=tied, fringe=fringe, edge="", sides=sides
    )


def _accessory(figure: Figure, item: Accessory) -> bool:
    if item.kind in EARS:
        return True
    hat = hat_of(item)
    if hat:
        HATS[hat](figure, item)
        return True
    paint = FACEWEAR.get(item.kind) or EXTRAS.get(item.kind)
    if paint is None:
        last = item.kind.split()[-1]
        paint = FACEWEAR.get(last) or EXTRAS.get(last)
    if paint is None:
        return False
    paint(figure, item)
    return True
