"""What is held. The shapes are in the prop's own space: 100 units are a head, the grip is
at (0, 0), the tip of a sword is towards -y.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..body import GROUND, Body
from ..features import Features, Prop
from ..figure import Figure
from ..geometry import between, turned, unit
from ..paint import Brush, Frame, Point
from . import props_animals as animals
from . import props_food as food
from . import props_more as more
from . import props_music as music
from . import props_sport as sport
from . import props_things as things
from . import props_tools as tools
from . import props_weapons as weapons
from .hands import grip


@dataclass(frozen=True, slots=True)
class Kind:
    """`hold` decides how it is turned, `stance` what the arm does when nothing is said."""

    paint: Callable[[Brush, str], None]
    colour: str
    hold: str = "blade"  # blade, upright, pole, hang, gun, shield, both, front, shoulder, ...
    stance: str = "raised"
    hand: str = "right"
    reach: tuple[float, float, float] = (230, 40, 40)  # up, down and to each side of the grip


BOTH = frozenset({"both", "sax"})
"""Holds that take both hands, whatever they do besides."""
KINDS: Mapping[str, Kind] = {
    "sword": Kind(weapons.sword, "#c9d1da", "blade", "low"),
    "katana": Kind(weapons.katana, "#ccd3da", "blade", "low"),
    "lightsaber": Kind(weapons.lightsaber, "#4fd8ff", "blade", "low"),
    "dagger": Kind(weapons.dagger, "#c9d1da", "blade", "low", reach=(100, 40, 25)),
    "axe": Kind(weapons.axe, "#aab3bd", "shoulder", "before", reach=(190, 60, 70)),
    "hammer": Kind(weapons.hammer, "#8e97a3", "shoulder", "before", reach=(180, 60, 60)),
    "mace": Kind(weapons.mace, "#8e97a3", "blade", "low", reach=(180, 50, 45)),
    "spear": Kind(weapons.spear, "#c3cbd3", "pole", "guard", reach=(290, 310, 25)),
    "scythe": Kind(weapons.scythe, "#c3cbd3", "pole", "guard", reach=(250, 310, 130)),
    "bow": Kind(weapons.bow, "#7b4f2c", "bow", "guard", "left", reach=(146, 146, 40)),
    "shield": Kind(weapons.shield, "#3f62a8", "shield", "guard", "left", reach=(84, 92, 70)),
    "gun": Kind(weapons.blaster, "#4d5666", "gun", "low", reach=(140, 20, 40)),
    "rifle": Kind(weapons.rifle, "#454c58", "both", "strum", reach=(190, 80, 30)),
    "staff": Kind(tools.staff, "#7d5433", "pole", "guard", reach=(235, 330, 50)),
    "wand": Kind(tools.wand, "#5d3b26", "blade", "raised", reach=(130, 25, 30)),
    "sceptre": Kind(tools.sceptre, "#d9b04a", "upright", "raised", reach=(150, 60, 30)),
    "cane": Kind(tools.cane, "#4a3226", "pole", "low", reach=(20, 190, 30)),
    "broom": Kind(tools.broom, "#8a6238", "pole", "guard", reach=(190, 206, 35)),
    "flag": Kind(tools.flag, "#c8343c", "pole", "guard", reach=(262, 320, 116)),
    "book": Kind(things.open_book, "#8a3040", "front", "read", reach=(84, 30, 74)),
    "cup": Kind(tools.cup, "#f0ede4", "upright", "read", reach=(90, 25, 40)),
    "potion": Kind(tools.potion, "#6fd06a", "upright", "read", reach=(90, 20, 40)),
    "flower": Kind(tools.flower, "#e4506e", "upright", "read", reach=(116, 44, 40)),
    "umbrella": Kind(tools.umbrella, "#c8434f", "over", "before", reach=(264, 60, 128)),
    "guitar": Kind(tools.guitar, "#b5652c", "both", "strum"),
    "bag": Kind(tools.bag, "#8a5a3a", "hang", "low", reach=(10, 124, 50)),
    "phone": Kind(tools.phone, "#262a33", "upright", "before", reach=(72, 20, 20)),
    "tablet": Kind(tools.tablet, "#2d3340", "upright", "before", reach=(84, 20, 40)),
    "lantern": Kind(tools.lantern, "#54432c", "hang", "raised", reach=(10, 112, 45)),
    "magic orb": Kind(tools.orb, "#7ac8ff", "float", "raised", reach=(100, 10, 45)),
    "fireball": Kind(tools.fireball, "#ff8a2a", "float", "raised", reach=(116, 10, 45)),
    "ball": Kind(tools.ball, "#e0703a", "float", "guard", reach=(70, 10, 40)),
    "microphone": Kind(tools.microphone, "#3a3f4a", "upright", "read", reach=(66, 30, 20)),
    "camera": Kind(tools.camera, "#333842", "front", "read", reach=(68, 10, 45)),
    "paintbrush": Kind(tools.paintbrush, "#a8763e", "blade", "before", reach=(106, 40, 10)),
    "wrench": Kind(tools.wrench, "#9aa4b0", "upright", "before", reach=(92, 44, 20)),
    "balloon": Kind(tools.balloon, "#e8505a", "upright", "before", reach=(250, 20, 45)),
    "teddy bear": Kind(tools.teddy, "#b07a4a", "front", "read", reach=(110, 30, 45)),
    "heart": Kind(tools.heart, "#ec4a64", "front", "read", reach=(90, 5, 50)),
    # arms
    "shuriken": Kind(things.shuriken, "#6a727e", "upright", "raised", reach=(100, 10, 55)),
    "crossbow": Kind(things.crossbow, "#7b5230", "both", "strum", reach=(170, 75, 70)),
    "whip": Kind(things.whip, "#5d3b26", "upright", "low", reach=(120, 130, 115)),
    "lightning": Kind(things.lightning, "#5ab8ff", "float", "raised", reach=(155, 5, 65)),
    "torch": Kind(things.torch, "#6b4428", "upright", "raised", reach=(165, 75, 40)),
    # papers and devices
    "scroll": Kind(things.scroll, "#efe0b8", "front", "read", reach=(115, 30, 55)),
    "newspaper": Kind(things.newspaper, "#e8e8e4", "front", "read", reach=(90, 15, 62)),
    "cards": Kind(things.cards, "#f7f3e6", "upright", "before", reach=(95, 10, 55)),
    "pen": Kind(things.pen, "#2b3a6b", "upright", "before", reach=(142, 40, 35)),
    "laptop": Kind(things.laptop, "#b4bcc6", "front", "read", reach=(98, 14, 72)),
    "gamepad": Kind(things.gamepad, "#3a3f4a", "front", "read", reach=(60, 20, 62)),
    "drone": Kind(things.drone, "#b4bcc6", "float", "before", reach=(125, 5, 92)),
    "magnifying glass": Kind(things.magnifier, "#c9a24a", "upright", "before", reach=(126, 50, 42)),
    "fan": Kind(things.fan, "#b8303a", "upright", "before", reach=(116, 8, 112)),
    "key": Kind(things.key, "#d9b04a", "upright", "before", reach=(114, 42, 36)),
    "compass": Kind(things.compass, "#c9a24a", "float", "before", reach=(74, 5, 40)),
    "syringe": Kind(things.syringe, "#c3cad2", "upright", "before", reach=(128, 54, 20)),
    "cigarette": Kind(things.cigarette, "#f6f3ec", "upright", "before", reach=(146, 10, 10)),
    # treasures
    "gem": Kind(things.gem, "#35b978", "float", "raised", reach=(95, 8, 48)),
    "skull": Kind(things.skull, "#eee6d2", "float", "before", reach=(106, 8, 48)),
    "gift": Kind(things.gift, "#d8434f", "front", "read", reach=(112, 12, 56)),
    "trophy": Kind(sport.trophy, "#e0b347", "upright", "before", reach=(114, 10, 60)),
    "pumpkin lantern": Kind(things.pumpkin, "#ea8327", "hang", "raised", reach=(5, 98, 58)),
    "anchor": Kind(sport.anchor, "#5b636f", "pole", "planted", reach=(152, 64, 80)),
    # instruments
    "lute": Kind(music.lute, "#b5763a", "both", "strum"),
    "violin": Kind(music.violin, "#a5562c", "both", "strum"),
    "harp": Kind(music.harp, "#d9b04a", "upright", "before", reach=(138, 46, 56)),
    "flute": Kind(music.flute, "#b4bcc6", "blade", "before", reach=(120, 60, 8)),
    "trumpet": Kind(music.trumpet, "#d9ac3f", "upright", "before", reach=(135, 52, 42)),
    "drum": Kind(music.drum, "#c8434f", "front", "read", reach=(118, 16, 62)),
    # sport
    "bat": Kind(sport.bat, "#c99a5a", "shoulder", "before", reach=(180, 50, 20)),
    "racket": Kind(sport.racket, "#d8434f", "blade", "low", reach=(172, 46, 44)),
    "dumbbell": Kind(sport.dumbbell, "#4a4f58", "upright", "before", reach=(36, 36, 66)),
    "surfboard": Kind(sport.surfboard, "#3fb6c4", "pole", "guard", reach=(262, 198, 46)),
    "skateboard": Kind(sport.skateboard, "#2f9c93", "pole", "low", reach=(140, 118, 32)),
    "fishing rod": Kind(sport.fishing_rod, "#8a6238", "shoulder", "guard", reach=(250, 62, 90)),
    "bouquet": Kind(sport.bouquet, "#e4506e", "front", "read", reach=(134, 46, 64)),
    # garden and kitchen
    "shovel": Kind(sport.shovel, "#7b5230", "pole", "guard", reach=(192, 206, 34)),
    "watering can": Kind(things.watering_can, "#3f9a94", "hang", "low", reach=(5, 120, 106)),
    "ladle": Kind(food.ladle, "#c3cad2", "upright", "before", reach=(148, 46, 40)),
    "frying pan": Kind(food.frying_pan, "#3a3d45", "upright", "before", reach=(168, 46, 56)),
    "tray": Kind(food.tray, "#c3cad2", "float", "before", reach=(102, 6, 74)),
    "glass": Kind(food.glass, "#a8283c", "upright", "read", reach=(74, 30, 28)),
    "bottle": Kind(food.bottle, "#3f7d4f", "upright", "before", reach=(124, 28, 22)),
    "apple": Kind(food.apple, "#d8383c", "float", "read", reach=(76, 5, 40)),
    "fruit": Kind(food.fruit, "#f08a2a", "float", "before", reach=(80, 6, 58)),
    "bread": Kind(food.bread, "#d09048", "float", "before", reach=(64, 6, 70)),
    "pizza": Kind(food.pizza, "#f2c14a", "upright", "before", reach=(98, 12, 54)),
    "cake": Kind(food.cake, "#f29ab5", "front", "read", reach=(86, 14, 40)),
    "ice cream": Kind(food.ice_cream, "#f29ab5", "upright", "before", reach=(118, 32, 32)),
    "burger": Kind(more.burger, "#d09a50", "front", "read", reach=(82, 12, 54)),
    "bowl": Kind(more.bowl, "#c8434f", "front", "read", reach=(106, 16, 80)),
    # bags and baskets, plants, lights, tools
    "sack": Kind(more.sack, "#9a6b42", "back", "before", reach=(26, 190, 98)),
    "suitcase": Kind(more.suitcase, "#7c4f30", "hang", "low", reach=(10, 120, 66)),
    "basket": Kind(more.basket, "#b98a4e", "hang", "low", reach=(10, 112, 60)),
    "plant": Kind(more.plant, "#4f9a55", "front", "read", reach=(152, 16, 64)),
    "candle": Kind(more.candle, "#f4ecd8", "upright", "read", reach=(150, 26, 66)),
    "telescope": Kind(more.telescope, "#c9a24a", "upright", "before", reach=(130, 36, 22)),
    "knitting": Kind(more.knitting, "#c8647a", "front", "read", reach=(54, 120, 90)),
    "pom poms": Kind(more.pom_poms, "#d8434f", "float", "before", reach=(62, 62, 60)),
    "cauldron": Kind(more.cauldron, "#3a3d45", "hang", "low", reach=(60, 128, 66)),
    "trident": Kind(more.trident, "#d9ac3f", "pole", "guard", reach=(308, 302, 42)),
    "halberd": Kind(more.halberd, "#aab3bd", "pole", "guard", reach=(306, 302, 68)),
    "pitchfork": Kind(more.pitchfork, "#8e97a3", "pole", "guard", reach=(258, 282, 32)),
    "pickaxe": Kind(more.pickaxe, "#8e97a3", "shoulder", "before", reach=(188, 68, 96)),
    "saxophone": Kind(more.saxophone, "#d9ac3f", "sax", "read", reach=(124, 90, 100)),
    "lasso": Kind(more.lasso, "#b98a4e", "hang", "low", reach=(10, 140, 52)),
    "placard": Kind(more.placard, "#f4efe4", "upright", "before", reach=(244, 122, 90)),
    # companions
    "cat": Kind(animals.cat, "#e08f3c", "front", "read", reach=(148, 18, 74)),
    "dog": Kind(animals.dog, "#c99a5a", "front", "read", reach=(126, 18, 68)),
    "rabbit": Kind(animals.rabbit, "#f4f0ea", "front", "read", reach=(190, 18, 58)),
    "fox companion": Kind(animals.fox, "#e07b35", "front", "read", reach=(152, 18, 92)),
    "bird": Kind(animals.bird, "#8a6442", "float", "raised", reach=(108, 72, 40)),
    "snake": Kind(animals.snake, "#5a9c4a", "upright", "raised", reach=(152, 95, 50)),
    "baby dragon": Kind(animals.dragon, "#2fa877", "front", "read", reach=(144, 18, 96)),
}

ALIASES: Mapping[str, str] = {
    "blade": "sword", "knife": "dagger", "blaster": "gun", "pistol": "gun", "trident": "spear",
    "halberd": "spear", "mug": "cup", "coffee": "cup", "rose": "flower", "backpack": "bag",
    "handbag": "bag", "smartphone": "phone",
}  # fmt: skip


def find_kind(word: str) -> tuple[Kind | None, bool]:
    """The nearest kind, and whether it is the one asked for."""
    name = word.strip().lower()
    if name in KINDS:
        return KINDS[name], True
    if name in ALIASES:
        return KINDS[ALIASES[name]], False
    for part in reversed(name.split()):
        if part in KINDS:
            return KINDS[part], True
        if part in ALIASES:
            return KINDS[ALIASES[part]], False
    return None, False


def assign(features: Features) -> dict[str, tuple[Prop, Kind]]:
    """Which hand holds what; a third prop has no hand."""
    held: dict[str, tuple[Prop, Kind]] = {}
    for prop in features.props:
        kind, _ = find_kind(prop.kind)
        if kind is None:
            continue
        other = "left" if kind.hand == "right" else "right"
        side = kind.hand if kind.hand not in held else other
        if side in held or (held and kind.hold in BOTH):
            continue
        held[side] = (prop, kind)
        if kind.hold in BOTH:
            break
    return held


def hold_of(features: Features, kind: Kind) -> str:
    """What takes both hands is held in one while the other is busy."""
    if kind.hold == "front" and len(assign(features)) > 1:
        return "float"
    return kind.hold


def not_held(features: Features) -> list[str]:
    drawn = {prop.kind for prop, _ in assign(features).values()}
    return [
        prop.kind for prop in features.props
        if prop.kind not in drawn or not find_kind(prop.kind)[1]
    ]  # fmt: skip


def draw_props(figure: Figure) -> frozenset[str]:
    """Paint what is held; the sides whose hands are closed round it."""
    held = assign(figure.features)
    sides = set(held)
    for side, (prop, kind) in held.items():
        colour = prop.colour.hex if prop.colour else kind.colour
        hold = hold_of(figure.features, kind)
        frame = _frame(figure.body, side, kind, hold)
        layer = figure.arm_layer(side) + (3.5 if hold != "shield" else 5.0)
        if hold == "front" and _together(figure.body):
            layer = 63.5 if figure.view != "back" else 21.5
            sides |= {"right", "left"}
        if hold == "back":
            layer = 21.0 if figure.view != "back" else 67.0
        if hold in ("both", "sax"):
            layer = 61.5 if figure.view != "back" else 21.5
            sides |= {"right", "left"}
        if hold == "shield" and figure.view == "back":
            layer = figure.arm_layer(side) - 1.0
        kind.paint(figure.canvas.brush(layer, frame), colour)
    return frozenset(sides)


def reach(body: Body, features: Features) -> list[Point]:
    """Places in the picture that what is held extends to."""
    found: list[Point] = []
    for side, (_, kind) in assign(features).items():
        if kind.hold in BOTH:
            continue
        frame = _frame(body, side, kind, hold_of(features, kind))
        up, down, aside = kind.reach
        found += [frame(x, y) for x in (-aside, aside) for y in (-up, down)]
    return found


def _together(body: Body) -> bool:
    """Whether both hands can hold one thing."""
    a, b = grip(body, "right"), grip(body, "left")
    return math.dist(a, b) < 1.5 * body.measures.head


def _frame(body: Body, side: str, kind: Kind, hold: str) -> Frame:
    scale = body.measures.head / 100
    at = grip(body, side)
    _, elbow, wrist = body.bones(side, "shoulder", "elbow", "wrist")
    fore = unit(elbow, wrist)
    out = 1.0 if wrist[0] >= body.joints["neck"][0] else -1.0
    if body.view == "side":
        out = body.facing
    elif hold in _BY_SIDE:
        out = 1.0 if elbow[0] >= body.joints["neck"][0] else -1.0
    up = _direction(fore, out, hold, profile=body.view == "side")
    mirror = out
    if hold == "both":
        at = body.trunk().at(body.middle(0.66) if body.view != "back" else 0.0, 0.70)
        up = turned((0.0, -1.0), 62 * (1.0 if body.view != "back" else -1.0))
        mirror = 1.0 if body.view != "back" else -1.0
        if body.view == "side":
            up = turned((0.0, -1.0), 40 * body.facing)
            mirror = body.facing * 0.6
    if hold == "front" and _together(body):
        x, y = between(at, grip(body, "left" if side == "right" else "right"), 0.5)
        at = (x, y + max(0.0, kind.reach[0] - 70) * 0.62 * scale)  # the chin stays free
        mirror = body.facing
    if hold == "sax":
        x, y = body.trunk().at(body.middle(0.5), 0.5)
        at, mirror = (x, y), (1.0 if body.view != "side" else body.facing)
    if hold == "shield":
        at = ((elbow[0] + wrist[0] * 2) / 3, (elbow[1] + wrist[1] * 2) / 3)
    if hold == "pole":
        at = _planted(at, up, kind, scale)
    if kind.paint is tools.cane and hold == "pole" and up[1] < -0.8:
        # as long as its owner needs, the hand on its crook
        at = grip(body, side)
        tall = (GROUND - 2 - at[1]) / -up[1] / kind.reach[1]
        if 0.6 * scale < tall < 1.8 * scale:
            wide = scale * mirror
            return Frame(at, (-up[1] * wide, up[0] * wide), (-up[0] * tall, -up[1] * tall))
    wide = scale * mirror
    return Frame(at, (-up[1] * wide, up[0] * wide), (-up[0] * scale, -up[1] * scale))


_BY_SIDE = frozenset({"shoulder", "over", "front", "back", "bow"})
"""Held before the body, where the hand does not tell the side."""
_SLIDE = (-210.0, 130.0)  # how far a pole goes through the hand, up and down


def _planted(at: Point, up: Point, kind: Kind, scale: float) -> Point:
    """A pole stands on the ground where the hand can hold it so."""
    if up[1] > -0.8:
        return at
    end = kind.reach[1] * scale
    slide = (GROUND - 2 - at[1]) / -up[1] - end
    if not _SLIDE[0] <= slide / scale <= _SLIDE[1]:
        return at
    return (at[0] - up[0] * slide, at[1] - up[1] * slide)


def _direction(fore: Point, out: float, hold: str, *, profile: bool) -> Point:
    """Where the prop's tip points."""
    if hold in ("hang", "float", "shield", "front", "back"):
        return (0.0, -1.0)
    if hold == "bow":
        return turned((0.0, -1.0), 16 * out)
    if hold == "sax":
        return turned((0.0, -1.0), -14.0)
    if hold == "upright":
        return turned((0.0, -1.0), 5 * out)
    if hold == "pole":
        return turned((0.0, -1.0), 3 * out)
    if hold == "shoulder":
        return turned((0.0, -1.0), (-38 if profile else 16) * out)
    if hold == "over":
        return turned((0.0, -1.0), (-6 if profile else -21) * out)
    if hold == "gun":
        return fore if fore[1] < 0.55 else turned(fore, -18 * out)
    if fore[1] > 0.72:
        return turned(fore, -30 * out)
    up = turned(fore, -78)
    other = turned(fore, 78)
    best = up if up[1] < other[1] else other
    lean = best[0] * out
    if profile:
        return unit((0.0, 0.0), (0.42 * out, -0.9))
    if lean < 0.04 and best[1] < 0:
        return unit((0.0, 0.0), (0.14 * out, -1.0))
    return turned(best, -10 * out) if lean > 0.5 else best


_LONG = frozenset({"pole", "shoulder", "over", "blade"})


def cut_off(body: Body, features: Features, box: tuple[float, float, float, float]) -> list[str]:
    """What is held that a picture of this box would show only a piece of."""
    left, top, wide, tall = box
    found = []
    for side, (prop, kind) in assign(features).items():
        if kind.hold in BOTH or kind.hold == "back":
            continue
        frame = _frame(body, side, kind, hold_of(features, kind))
        up, down, aside = kind.reach
        corners = [frame(x, y) for x in (-aside, aside) for y in (-up, down)]
        x0, x1 = min(x for x, _ in corners), max(x for x, _ in corners)
        y0, y1 = min(y for _, y in corners), max(y for _, y in corners)
        seen = (min(y1, top + tall) - max(y0, top)) / (y1 - y0)
        if seen <= 0.1 or x1 < left or x0 > left + wide:
            continue  # out of the picture, as the legs are
        slack = 0.06 * (x1 - x0)
        is_whole = x0 >= left - slack and x1 <= left + wide + slack and y0 >= top
        if not is_whole or seen < (0.25 if kind.hold in _LONG else 0.7):
            found.append(prop.kind)
    return found
