"""What is held. The shapes are in the prop's own space: 100 units are a head, the grip is
at (0, 0), the tip of a sword is towards -y.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..body import Body
from ..features import Features, Prop
from ..figure import Figure
from ..geometry import turned, unit
from ..paint import Brush, Frame, Point
from . import props_tools as tools
from . import props_weapons as weapons
from .hands import grip


@dataclass(frozen=True, slots=True)
class Kind:
    """`hold` decides how it is turned, `stance` what the arm does when nothing is said."""

    paint: Callable[[Brush, str], None]
    colour: str
    hold: str = "blade"  # blade, upright, pole, hang, gun, shield, both
    stance: str = "raised"
    hand: str = "right"
    reach: tuple[float, float, float] = (230, 40, 40)  # up, down and to each side of the grip


KINDS: Mapping[str, Kind] = {
    "sword": Kind(weapons.sword, "#c9d1da"),
    "katana": Kind(weapons.katana, "#ccd3da"),
    "lightsaber": Kind(weapons.lightsaber, "#4fd8ff"),
    "dagger": Kind(weapons.dagger, "#c9d1da", reach=(100, 40, 25)),
    "axe": Kind(weapons.axe, "#aab3bd", reach=(190, 60, 70)),
    "hammer": Kind(weapons.hammer, "#8e97a3", reach=(180, 60, 60)),
    "mace": Kind(weapons.mace, "#8e97a3", reach=(180, 50, 45)),
    "spear": Kind(weapons.spear, "#c3cbd3", "pole", "planted", reach=(290, 190, 25)),
    "scythe": Kind(weapons.scythe, "#c3cbd3", "pole", "planted", reach=(250, 190, 130)),
    "bow": Kind(weapons.bow, "#7b4f2c", "upright", "raised", "left", reach=(146, 146, 40)),
    "shield": Kind(weapons.shield, "#3f62a8", "shield", "guard", "left", reach=(84, 92, 70)),
    "gun": Kind(weapons.blaster, "#4d5666", "gun", "raised", reach=(140, 20, 40)),
    "rifle": Kind(weapons.rifle, "#454c58", "gun", "raised", reach=(190, 80, 30)),
    "staff": Kind(tools.staff, "#7d5433", "pole", "planted", reach=(235, 200, 50)),
    "wand": Kind(tools.wand, "#5d3b26", "blade", "raised", reach=(130, 25, 30)),
    "sceptre": Kind(tools.sceptre, "#d9b04a", "upright", "raised", reach=(150, 60, 30)),
    "cane": Kind(tools.cane, "#4a3226", "pole", "low", reach=(20, 190, 30)),
    "broom": Kind(tools.broom, "#8a6238", "pole", "planted", reach=(190, 206, 35)),
    "flag": Kind(tools.flag, "#c8343c", "pole", "planted", reach=(262, 200, 116)),
    "book": Kind(tools.book, "#8a3040", "upright", "before", reach=(70, 30, 45)),
    "cup": Kind(tools.cup, "#f0ede4", "upright", "before", reach=(90, 25, 40)),
    "potion": Kind(tools.potion, "#6fd06a", "upright", "before", reach=(90, 20, 40)),
    "flower": Kind(tools.flower, "#e4506e", "upright", "before", reach=(116, 44, 40)),
    "umbrella": Kind(tools.umbrella, "#c8434f", "upright", "before", reach=(264, 60, 128)),
    "guitar": Kind(tools.guitar, "#b5652c", "both", "strum"),
    "bag": Kind(tools.bag, "#8a5a3a", "hang", "low", reach=(10, 124, 50)),
    "phone": Kind(tools.phone, "#262a33", "upright", "before", reach=(72, 20, 20)),
    "tablet": Kind(tools.tablet, "#2d3340", "upright", "before", reach=(84, 20, 40)),
    "lantern": Kind(tools.lantern, "#54432c", "hang", "raised", reach=(10, 112, 45)),
    "magic orb": Kind(tools.orb, "#7ac8ff", "float", "raised", reach=(100, 10, 45)),
    "fireball": Kind(tools.fireball, "#ff8a2a", "float", "raised", reach=(116, 10, 45)),
    "ball": Kind(tools.ball, "#e0703a", "float", "before", reach=(70, 10, 40)),
    "microphone": Kind(tools.microphone, "#3a3f4a", "upright", "before", reach=(66, 30, 20)),
    "camera": Kind(tools.camera, "#333842", "upright", "before", reach=(68, 10, 45)),
    "paintbrush": Kind(tools.paintbrush, "#a8763e", "blade", "before", reach=(106, 40, 10)),
    "wrench": Kind(tools.wrench, "#9aa4b0", "upright", "before", reach=(92, 44, 20)),
    "balloon": Kind(tools.balloon, "#e8505a", "upright", "before", reach=(250, 20, 45)),
    "teddy bear": Kind(tools.teddy, "#b07a4a", "float", "before", reach=(110, 30, 45)),
    "heart": Kind(tools.heart, "#ec4a64", "float", "before", reach=(90, 5, 50)),
}

ALIASES: Mapping[str, str] = {
    "blade": "sword", "knife": "dagger", "shuriken": "dagger", "blaster": "gun", "pistol": "gun",
    "crossbow": "rifle", "trident": "spear", "halberd": "spear", "scroll": "book",
    "newspaper": "book", "cards": "book", "mug": "cup", "coffee": "cup", "glass": "cup",
    "bottle": "potion", "syringe": "potion", "rose": "flower", "bouquet": "flower",
    "violin": "guitar", "backpack": "bag", "handbag": "bag", "suitcase": "bag", "gift": "bag",
    "watering can": "bag", "drum": "ball", "laptop": "tablet", "gamepad": "phone",
    "smartphone": "phone", "torch": "lantern", "lightning": "fireball", "gem": "magic orb",
    "skull": "ball", "apple": "ball", "pumpkin lantern": "lantern", "compass": "ball",
    "whip": "wand", "flute": "wand", "trumpet": "wand", "pen": "paintbrush", "key": "wrench",
    "magnifying glass": "wrench", "ladle": "wrench", "shovel": "broom", "fishing rod": "spear",
    "bat": "mace", "racket": "mace", "dumbbell": "hammer", "anchor": "hammer", "fan": "flower",
    "ice cream": "cup", "cake": "cup", "pizza": "book", "trophy": "cup", "cat": "teddy bear",
    "dog": "teddy bear", "rabbit": "teddy bear", "fox companion": "teddy bear",
    "baby dragon": "teddy bear", "bird": "teddy bear", "snake": "staff", "drone": "magic orb",
    "skateboard": "shield", "cigarette": "wand",
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
        if side in held or (held and kind.hold == "both"):
            continue
        held[side] = (prop, kind)
        if kind.hold == "both":
            break
    return held


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
        frame = _frame(figure.body, side, kind)
        layer = figure.arm_layer(side) + (3.5 if kind.hold not in ("shield",) else 5.0)
        if kind.hold == "both":
            layer = 61.5 if figure.view != "back" else 21.5
            sides |= {"right", "left"}
        if kind.hold == "shield" and figure.view == "back":
            layer = figure.arm_layer(side) - 1.0
        kind.paint(figure.canvas.brush(layer, frame), colour)
    return frozenset(sides)


def reach(body: Body, features: Features) -> list[Point]:
    """Places in the picture that what is held extends to."""
    found: list[Point] = []
    for side, (_, kind) in assign(features).items():
        if kind.hold == "both":
            continue
        frame = _frame(body, side, kind)
        up, down, aside = kind.reach
        found += [frame(x, y) for x in (-aside, aside) for y in (-up, down)]
    return found


def _frame(body: Body, side: str, kind: Kind) -> Frame:
    scale = body.measures.head / 100
    at = grip(body, side)
    _, elbow, wrist = body.bones(side, "shoulder", "elbow", "wrist")
    fore = unit(elbow, wrist)
    out = 1.0 if wrist[0] >= body.joints["neck"][0] else -1.0
    if body.view == "side":
        out = body.facing
    up = _direction(fore, out, kind.hold, profile=body.view == "side")
    mirror = out
    if kind.hold == "both":
        at = body.trunk().at(body.middle(0.66) if body.view != "back" else 0.0, 0.70)
        up = turned((0.0, -1.0), 62 * (1.0 if body.view != "back" else -1.0))
        mirror = 1.0 if body.view != "back" else -1.0
        if body.view == "side":
            up = turned((0.0, -1.0), 40 * body.facing)
            mirror = body.facing * 0.6
    if kind.hold == "shield":
        at = ((elbow[0] + wrist[0] * 2) / 3, (elbow[1] + wrist[1] * 2) / 3)
    wide = scale * mirror
    return Frame(at, (-up[1] * wide, up[0] * wide), (-up[0] * scale, -up[1] * scale))


def _direction(fore: Point, out: float, hold: str, *, profile: bool) -> Point:
    """Where the prop's tip points."""
    if hold in ("hang", "float", "shield"):
        return (0.0, -1.0)
    if hold == "upright":
        return turned((0.0, -1.0), 5 * out)
    if hold == "pole":
        return turned((0.0, -1.0), 3 * out)
    if hold == "gun":
        return fore if fore[1] < 0.55 else turned(fore, -18 * out)
    if fore[1] > 0.72:
        return turned(fore, -24 * out)
    up = turned(fore, -78)
    other = turned(fore, 78)
    best = up if up[1] < other[1] else other
    lean = best[0] * out
    if profile:
        return unit((0.0, 0.0), (0.42 * out, -0.9))
    if lean < 0.04 and best[1] < 0:
        return unit((0.0, 0.0), (0.14 * out, -1.0))
    return turned(best, -10 * out) if lean > 0.5 else best
