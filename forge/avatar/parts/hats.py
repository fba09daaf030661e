"""What is worn on the head, in the head's own space; brims sit at y -40 or so."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from ..features import Accessory, Features
from ..figure import Figure, Layer
from ..paint import Point, chain, ellipse, glow, mix, shadow
from .crowns import crown, helmet, tiara
from .hat_shapes import band, dome, shaded, tone
from .hats_more import (
    beret,
    boater,
    bowler,
    bucket,
    cowboy,
    deerstalker,
    fez,
    graduation,
    nurse,
    party,
    peaked,
    pirate,
    ranger,
    santa,
    sombrero,
    sun_hat,
    toque,
)
from .headwear import bandana, circlet, flowers, hair_bow, halo, headband, headphones, hood
from .scarves import hijab, turban
from .veils import headdress, veil

GOLD = "#e0b347"


def cap(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#3662a8")
    brush = figure.head_brush(Layer.HAT)
    shaded(figure, brush, dome(figure, -38), colour)
    brim = shadow(colour, 0.35)
    if figure.view == "front":
        brush.shape(
            "M-72 -44C-40 -56 40 -56 72 -44C80 -34 70 -24 52 -26C20 -34 -20 -34 -52 -26"
            "C-70 -24 -80 -34 -72 -44Z",
            brim,
        )
        brush.line("M-58 -30C-20 -38 20 -38 58 -30", shadow(colour, 1.4), width=0.9)
    elif figure.view == "quarter":
        brush.shape(
            "M-30 -42C10 -54 60 -54 80 -46C104 -40 116 -28 104 -22C70 -34 20 -34 -20 -26"
            "C-36 -26 -38 -36 -30 -42Z",
            brim,
        )
    elif figure.view == "side":
        brush.shape(
            "M34 -46C60 -52 80 -48 100 -42C124 -36 128 -26 116 -22C90 -30 60 -32 36 -30"
            "C28 -34 28 -42 34 -46Z",
            brim,
        )
    else:
        brush.fill("M-24 -40C-14 -62 14 -62 24 -40L20 -36L-20 -36Z", figure.hair)
        brush.line("M-26 -38L26 -38", shadow(colour, 1.5), width=3)
    brush.shape(ellipse({"quarter": 4, "side": -6}.get(figure.view, 0), -121, 7, 4), brim, line=0.8)
    seams = {"front": "M0 -120C-4 -96 -4 -72 0 -50M-10 -119C-40 -104 -56 -76 -60 -48M10 -119"
                      "C40 -104 56 -76 60 -48",
             "quarter": "M6 -120C22 -96 30 -72 30 -50M-6 -119C-40 -104 -56 -76 -58 -42",
             "side": "M-6 -122C-4 -96 -4 -72 -4 -38",
             "back": "M0 -120C0 -100 0 -80 0 -62"}[figure.view]  # fmt: skip
    brush.line(seams, shadow(colour, 1.3), width=0.9)


def beanie(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#b5473c")
    brush = figure.head_brush(Layer.HAT)
    shaded(figure, brush, dome(figure, -46, 3), colour)
    brush.shape(band(figure, -58, 26, 5), glow(colour, 0.2))
    for k in range(-6, 7):
        x = k * 13.0 + (-8 if figure.view in ("side",) else 0)
        brush.line(
            f"M{x:.2f} {-48 - abs(k) * 0.9:.2f}L{x:.2f} {-27 - abs(k) * 0.9:.2f}",
            shadow(colour, 1.1),
            width=1.2,
        )
    brush.shape(
        ellipse({"quarter": 2, "side": -14}.get(figure.view, 0), -134, 17, 15),
        mix(colour, "#ffffff", 0.75),
    )


def wizard(figure: Figure, item: Accessory) -> None:
    _pointed(figure, tone(item, "#3d3f94"), GOLD, stars=True)


def witch(figure: Figure, item: Accessory) -> None:
    _pointed(figure, tone(item, "#2c2538"), "#8d4fc0", stars=False)


def _pointed(figure: Figure, colour: str, trim: str, *, stars: bool) -> None:
    brush = figure.head_brush(Layer.HAT)
    side = {"side": -1.0, "quarter": -0.6}.get(figure.view, 0.5)
    off = {"side": -10.0, "quarter": -5.0}.get(figure.view, 0.0)
    tip = (off + side * 58, -262)
    if figure.view in ("front", "quarter", "side"):
        under = figure.head_brush(Layer.HAIR_BACK + 1)
        under.shape(ellipse(off, -46, 150, 30), shadow(colour, 1.3))
    cone = chain(
        [
            (off - 84, -56),
            (off - 66, -110),
            (off - 34 + side * 10, -176),
            (off + side * 26, -228),
            tip,
        ],
        [tip, (off + side * 44 + 12, -214), (off + 40, -160), (off + 70, -104), (off + 84, -56)],
        [(off, -38)],
    )
    brush.shape(cone, colour)
    brush.tone(chain([tip, (off + side * 44 + 12, -214), (off + 40, -160), (off + 70, -104),
               (off + 84, -56)],
                     [(off + 30, -48), (off + 34, -110), (off + 14, -180)]),
                     shadow(colour))  # fmt: skip
    brush.stroke(
        [(off - 40, -96), (off - 10, -108), (off + 26, -100)], shadow(colour, 1.2), width=3
    )
    brush.stroke(
        [(off - 22 + side * 10, -170), (off + 4, -178), (off + 22, -170)],
        shadow(colour, 1.2),
        width=3,
    )
    front = chain(
        [(off - 152, -50), (off - 90, -64), (off - 78, -66)],
        [(off, -46), (off + 78, -66)],
        [
            (off + 90, -64),
            (off + 152, -50),
            (off + 84, -26),
            (off, -18),
            (off - 84, -26),
            (off - 152, -50),
        ],
    )
    brush.shape(front, colour)
    brush.tone(
        chain(
            [(off - 60, -24), (off, -18), (off + 84, -26), (off + 150, -50)],
            [(off + 70, -38), (off, -30)],
        ),
        shadow(colour),
    )
    brush.shape(
        chain(
            [(off - 80, -72), (off, -52), (off + 80, -72)],
            [(off + 76, -90), (off, -70), (off - 76, -90)],
        ),
        trim,
        line=0.9,
    )
    if stars:
        for x, y, r in ((-30, -118, 9), (22, -138, 7), (-2, -186, 6)):
            brush.fill(_star(off + x, y, r), GOLD)
    elif figure.view != "back":
        brush.shape(
            f"M{off - 14} -78L{off + 14} -78L{off + 14} -54L{off - 14} -54Z", GOLD, line=0.8
        )
        brush.fill(f"M{off - 7} -72L{off + 7} -72L{off + 7} -60L{off - 7} -60Z", trim)


def _star(x: float, y: float, r: float) -> str:
    points: list[list[Point]] = []
    for k in range(10):
        radius = r if k % 2 == 0 else r * 0.45
        angle = math.pi * k / 5 - math.pi / 2
        points.append([(x + math.cos(angle) * radius, y + math.sin(angle) * radius)])
    return chain(*points)


def fedora(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#5a4636")
    _brimmed(figure, colour, "#2a2020", top=-142.0, wide=132.0)


def tophat(figure: Figure, item: Accessory) -> None:
    colour = tone(item, "#25232c")
    _brimmed(figure, colour, "#8a2f3c", top=-205.0, wide=122.0, flat=True)


def _brimmed(
    figure: Figure, colour: str, band: str, *, top: float, wide: float, flat: bool = False
) -> None:
    brush = figure.head_brush(Layer.HAT)
    off = {"side": -10.0, "quarter": -5.0}.get(figure.view, 0.0)
    half = 84.0
    if flat:
        crown_ = chain(
            [(off - half + 4, -52), (off - half + 2, top * 0.6), (off - half - 4, top)],
            [(off, top - 8), (off + half + 4, top)],
            [(off + half - 2, top * 0.6), (off + half - 4, -52)],
            [(off, -40)],
        )
    else:
        crown_ = chain(
            [
                (off - half, -50),
                (off - 76, -96),
                (off - 56, top + 4),
                (off - 22, top - 4),
                (off, top + 10),
                (off + 24, top - 4),
                (off + 56, top + 4),
                (off + 76, -96),
                (off + half, -50),
            ],
            [(off, -38)],
        )
    brush.shape(crown_, colour)
    brush.tone(chain([(off + 30, top + 4), (off + 58, top + 8), (off + 78, -96), (off + half - 2,
               -52)],
                     [(off + 40, -46), (off + 44, -100)]), shadow(colour))  # fmt: skip
    brush.shape(
        chain(
            [(off - half, -58), (off, -44), (off + half, -58)],
            [(off + half - 6, -82), (off, -68), (off - half + 6, -82)],
        ),
        band,
        line=0.9,
    )
    brim = chain(
        [(off - wide, -52), (off - half, -60)],
        [(off, -42), (off + half, -60)],
        [(off + wide, -52), (off + half, -30), (off, -22), (off - half, -30), (off - wide, -52)],
    )
    brush.shape(brim, colour)
    brush.tone(
        chain(
            [(off - half, -30), (off, -22), (off + half, -30), (off + wide, -52)],
            [(off + 60, -40), (off, -33)],
        ),
        shadow(colour),
    )


HATS: Mapping[str, Callable[[Figure, Accessory], None]] = {
    "cap": cap, "beanie": beanie, "wizard": wizard, "witch": witch, "crown": crown,
    "tiara": tiara, "helmet": helmet,
    "fedora": fedora, "top hat": tophat, "straw": boater, "hood": hood, "bandana": bandana,
    "headband": headband,
    "circlet": circlet, "flower crown": flowers, "laurel wreath": flowers, "hair bow": hair_bow,
    "hair clip": hair_bow,
    "hair flower": hair_bow, "headphones": headphones, "turban": turban, "hijab": hijab,
    "veil": veil, "halo": halo, "bowler": bowler, "cowboy": cowboy, "sun hat": sun_hat,
    "beret": beret, "bucket": bucket, "pirate": pirate, "chef": toque, "police": peaked,
    "nurse": nurse, "santa": santa, "party": party, "graduation": graduation,
    "deerstalker": deerstalker, "fez": fez, "sombrero": sombrero, "ranger": ranger,
    "headdress": headdress,
}  # fmt: skip

_WORDS: Mapping[str, str] = {
    "baseball": "cap", "snapback": "cap", "knit": "beanie", "bobble": "beanie",
    "winter": "beanie", "mage": "wizard", "pointed": "wizard", "trilby": "fedora",
    "panama": "fedora", "top": "top hat", "captain": "pirate", "military": "police",
    "sailor": "police", "tricorn": "pirate", "detective": "fedora", "newsboy": "cap",
}  # fmt: skip

COVERING = frozenset(
    {
        "cap",
        "beanie",
        "wizard",
        "witch",
        "helmet",
        "fedora",
        "top hat",
        "straw",
        "hood",
        "bandana",
        "turban",
        "hijab",
        "bowler",
        "cowboy",
        "sun hat",
        "beret",
        "bucket",
        "pirate",
        "chef",
        "police",
        "santa",
        "graduation",
        "deerstalker",
        "sombrero",
        "ranger",
    }
)


def hat_of(item: Accessory) -> str | None:
    """The hat that is drawn for this accessory; None where it is no hat."""
    if item.kind == "hat":
        style = (item.style or "").lower()
        found = [name for name in HATS if name in style]
        if found:
            return max(found, key=len)
        return next((hat for word, hat in _WORDS.items() if word in style), "fedora")
    kind = item.kind.lower()
    if kind in HATS:
        return kind
    return next(
        (
            name
            for name in ("cap", "beanie", "wizard", "witch", "fedora", "top hat")
            if name in kind.split() or name == kind
        ),
        None,
    )


_ROOM: Mapping[str, float] = {
    "wizard": 266.0, "witch": 266.0, "top hat": 216.0, "chef": 216.0, "party": 236.0,
    "headdress": 230.0, "turban": 176.0, "sombrero": 188.0, "santa": 170.0, "fez": 178.0,
    "pirate": 172.0,
    "ranger": 200.0, "cowboy": 156.0, "graduation": 166.0, "police": 152.0,
}  # fmt: skip


def headroom(features: Features) -> float:
    """How far above the middle of the head what is on it reaches, in the head's units."""
    room = 122.0
    style = features.hair.style or ""
    covered = {hat_of(item) for item in features.accessories} & COVERING
    if not covered and any(word in style for word in ("afro", "hawk", "bun", "topknot")):
        room = 180.0
    for item in features.accessories:
        hat = hat_of(item)
        room = max(
            room,
            _ROOM.get(hat or "", 140.0 if hat else 0.0),
        )
        if hat == "helmet" and item.style in ("viking", "samurai", "roman"):
            room = max(room, 208.0 if item.style == "roman" else 186.0)
        if item.kind in ("animal ears", "horns", "halo", "antenna"):
            room = max(room, 216.0 if item.style in ("bunny", "rabbit") else 184.0)
    return room
