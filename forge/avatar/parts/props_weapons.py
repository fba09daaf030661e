"""Arms: swords, axes, poles, bows, shields, blasters."""

from __future__ import annotations

from ..figure import metallic
from ..paint import Brush, ellipse, glow, mix, polygon, shadow

LEATHER, WOOD, GOLD = "#4a3022", "#7b5230", "#d8ae48"


def _steel(brush: Brush, colour: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return metallic(brush.canvas, colour, (x1, y1), (x2, y2))


def _hilt(brush: Brush, guard: str = GOLD) -> None:
    brush.shape("M-5 -14L5 -14L5 34L-5 34Z", LEATHER, line=0.8)
    for y in (-4, 6, 16, 26):
        brush.line(f"M-5 {y}L5 {y - 5}", glow(LEATHER, 0.8), width=0.7)
    brush.shape("M-34 -22C-30 -12 -14 -10 0 -10C14 -10 30 -12 34 -22C36 -16 34 -6 24 -4L-24 -4"
                "C-34 -6 -36 -16 -34 -22Z", guard, line=0.9)  # fmt: skip
    brush.shape(ellipse(0, 40, 9, 9), guard, line=0.8)
    brush.fill(ellipse(0, -10, 5, 5), "#c8343c")


def sword(brush: Brush, colour: str) -> None:
    brush.shape("M-11 -14L-10 -196C-8 -212 -4 -222 0 -232C4 -222 8 -212 10 -196L11 -14Z", colour)
    brush.tone("M1 -14L1 -230C5 -222 8 -212 10 -196L11 -14Z", shadow(colour, 1.3))
    brush.fill("M-9 -16L-8.4 -196C-7 -206 -5 -214 -3 -220L-4.5 -16Z", "#ffffff", opacity=0.75)
    brush.line("M0 -20L0 -180", shadow(colour, 2.2), width=0.9)
    _hilt(brush)


def katana(brush: Brush, colour: str) -> None:
    brush.shape(
        "M-6 -12C-2 -90 8 -160 26 -222C20 -216 12 -214 10 -206C-2 -160 -10 -90 -14 -12Z", colour
    )
    brush.tone("M-6 -12C-2 -90 8 -160 26 -222L20 -214C4 -150 -6 -90 -9 -12Z", shadow(colour, 1.1))
    brush.shape("M-6 -8L6 -8L8 50L-5 50Z", "#2a2a3a", line=0.8)
    for y in (0, 12, 24, 36):
        brush.line(f"M-5 {y}L7 {y + 8}M6 {y}L-5 {y + 8}", GOLD, width=0.6)
    brush.shape("M-18 -14C-18 -8 16 -8 16 -14C16 -18 -18 -18 -18 -14Z", GOLD, line=0.8)


def lightsaber(brush: Brush, colour: str) -> None:
    brush.fill("M-15 -16C-15 -120 -15 -210 0 -224C15 -210 15 -120 15 -16Z", colour, opacity=0.30)
    brush.fill("M-9 -16C-9 -120 -9 -204 0 -216C9 -204 9 -120 9 -16Z", colour, opacity=0.75)
    brush.fill("M-4.5 -16L-4.5 -196C-4 -206 4 -206 4.5 -196L4.5 -16Z", "#ffffff")
    brush.shape("M-8 -18L8 -18L7 38L-7 38Z", "#8a929c", line=0.8)
    brush.fill("M-7 -6L7 -6L7 2L-7 2Z", "#2c3038")


def dagger(brush: Brush, colour: str) -> None:
    brush.shape("M-9 -12L-8 -72C-6 -84 -3 -92 0 -98C3 -92 6 -84 8 -72L9 -12Z", colour)
    brush.tone("M1 -12L1 -97C4 -90 6 -84 8 -72L9 -12Z", shadow(colour, 1.2))
    brush.shape("M-4 -8L4 -8L4 28L-4 28Z", LEATHER, line=0.8)
    brush.shape("M-20 -14L20 -14L18 -7L-18 -7Z", GOLD, line=0.8)


def _pole(brush: Brush, top: float, bottom: float, colour: str = WOOD, wide: float = 5) -> None:
    brush.shape(f"M{-wide} {top}L{wide} {top}L{wide} {bottom}L{-wide} {bottom}Z", colour, line=0.9)
    brush.tone(f"M1 {top}L{wide} {top}L{wide} {bottom}L1 {bottom}Z", shadow(colour))


def axe(brush: Brush, colour: str) -> None:
    _pole(brush, -170, 60)
    for sign in (-1, 1):
        s = sign
        data = (f"M{s * 4} -156C{s * 26} -158 {s * 44} -172 {s * 56} -184"
                f"C{s * 70} -154 {s * 70} -122 "
                f"{s * 54} -94C{s * 42} -108 {s * 26} -120 {s * 4} -122Z")  # fmt: skip
        brush.shape(data, colour, paint=_steel(brush, colour, 0, -180, s * 66, -100))
        brush.line(
            f"M{s * 50} -172C{s * 60} -150 {s * 60} -126 {s * 48} -106",
            "#ffffff",
            width=1.4,
            opacity=0.7,
        )
    brush.shape("M-9 -166L9 -166L9 -114L-9 -114Z", shadow(colour, 1.2), line=0.8)


def hammer(brush: Brush, colour: str) -> None:
    _pole(brush, -150, 60)
    brush.shape("M-52 -178L52 -178L58 -166L58 -124L52 -112L-52 -112L-58 -124L-58 -166Z", colour,
                paint=_steel(brush, colour, -40, -178, 40, -112))  # fmt: skip
    brush.line("M-38 -178L-38 -112M38 -178L38 -112", shadow(colour, 1.8), width=1.2)
    brush.line("M-30 -168L30 -168", "#ffffff", width=1.4, opacity=0.6)


def mace(brush: Brush, colour: str) -> None:
    _pole(brush, -118, 50)
    for x, y in ((-32, 0), (32, 0), (0, -34), (-24, -24), (24, -24), (-24, 24), (24, 24)):
        base, tip = (x * 0.6, -142 + y * 0.6), (x * 1.25, -142 + y * 1.25)
        spike = [
            (base[0] - y * 0.2, base[1] + x * 0.2),
            tip,
            (base[0] + y * 0.2, base[1] - x * 0.2),
        ]
        brush.shape(polygon(spike), colour, line=0.8)
    brush.shape(ellipse(0, -142, 26, 26), colour, paint=_steel(brush, colour, -22, -166, 22, -118))


def spear(brush: Brush, colour: str) -> None:
    _pole(brush, -210, 310)
    brush.shape(
        "M0 -290C12 -262 18 -244 14 -226L6 -206L-6 -206L-14 -226C-18 -244 -12 -262 0 -290Z", colour
    )
    brush.tone("M0 -288C12 -262 18 -244 14 -226L6 -206L0 -206Z", shadow(colour, 1.2))
    brush.shape("M-9 -212L9 -212L8 -196L-8 -196Z", GOLD, line=0.8)
    brush.shape("M6 -196C22 -186 26 -168 22 -150C14 -160 8 -172 4 -192Z", "#b8343c", line=0.8)


def scythe(brush: Brush, colour: str) -> None:
    _pole(brush, -230, 310, "#4a382e")
    brush.shape("M-4 -226C40 -252 104 -236 138 -172C104 -204 54 -210 2 -196Z", colour)
    brush.tone("M2 -204C54 -218 104 -212 138 -172C104 -204 54 -210 2 -196Z", shadow(colour, 1.3))


def bow(brush: Brush, colour: str) -> None:
    brush.line("M-36 -140L-36 140", "#efe9da", width=0.9)
    data = ("M-38 -146C-20 -132 -4 -96 4 -50C8 -24 8 24 4 50C-4 96 -20 132 -38 146"
            "C-22 124 -12 90 -6 48"
            "C-3 22 -3 -22 -6 -48C-12 -90 -22 -124 -38 -146Z")  # fmt: skip
    brush.shape(data, colour)
    brush.shape("M-6 -20L7 -20L7 20L-6 20Z", LEATHER, line=0.8)
    brush.stroke([(-24, -122), (-6, -84), (2, -40)], glow(colour, 1.2), width=1.6)


def shield(brush: Brush, colour: str) -> None:
    rim = "#c9b06a"
    brush.shape(
        "M0 -84C26 -76 48 -74 66 -74C70 -10 52 54 0 92C-52 54 -70 -10 -66 -74"
        "C-48 -74 -26 -76 0 -84Z",
        rim,
    )
    brush.shape(
        "M0 -70C22 -63 40 -61 55 -61C58 -8 42 44 0 76C-42 44 -58 -8 -55 -61C-40 -61 -22 -63 0 -70Z",
        colour,
        line=0.8,
    )
    brush.tone("M2 -70C22 -63 40 -61 55 -61C58 -8 42 44 2 75Z", shadow(colour))
    brush.shape("M-7 -46L7 -46L7 -14L34 -14L34 0L7 0L7 50L-7 50L-7 0L-34 0L-34 -14L-7 -14Z",
                mix(rim, "#ffffff", 0.35), line=0.7)  # fmt: skip
    brush.stroke([(-52, -54), (-52, -10), (-38, 26)], glow(colour, 1.4), width=2.6)


def blaster(brush: Brush, colour: str) -> None:
    light = glow(colour, 1.0)
    brush.shape("M-10 -6L12 -8L14 -96L8 -112L-8 -112L-14 -96Z", colour)
    brush.tone("M2 -8L12 -8L14 -96L8 -112L2 -112Z", shadow(colour))
    brush.shape("M10 -18L34 8L24 22L4 6Z", shadow(colour, 0.8), line=0.9)
    brush.shape("M-8 -110L8 -110L6 -136L-6 -136Z", shadow(colour, 1.2), line=0.8)
    brush.fill("M-7 -40L-7 -92L-2 -92L-2 -40Z", "#53e6ff")
    brush.fill(ellipse(0, -138, 5, 4), "#bff6ff")
    brush.line("M9 -34L9 -88", light, width=1.2)
    brush.shape("M-14 -52L-20 -58L-20 -84L-14 -88Z", shadow(colour, 0.5), line=0.7)


def rifle(brush: Brush, colour: str) -> None:
    brush.shape("M-8 70L10 78L14 20L10 -30L-10 -30L-10 20Z", WOOD)
    brush.shape("M-9 -20L9 -20L8 -120L-8 -120Z", colour)
    brush.shape("M-4 -118L4 -118L4 -190L-4 -190Z", shadow(colour, 0.8), line=0.8)
    brush.shape("M8 -34L22 -30L20 -4L8 -8Z", shadow(colour, 1.0), line=0.8)
    brush.line("M-4 -30L-4 -110", glow(colour, 0.8), width=1.2)
