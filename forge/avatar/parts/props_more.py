"""Sacks and cases, food and plants, a gardener's, a maker's and a sailor's things."""

from __future__ import annotations

from ..figure import metallic
from ..paint import Brush, chain, ellipse, glow, mix, shadow, smooth
from .props_weapons import GOLD, WOOD


def sack(brush: Brush, colour: str) -> None:
    """Over the shoulder, its neck in the hand."""
    body = [(-6, 4), (-40, 24), (-86, 70), (-96, 130), (-66, 176), (-6, 186), (52, 168),
            (70, 116), (46, 50), (8, 6)]  # fmt: skip
    brush.shape(smooth(body, closed=True), colour)
    brush.tone(smooth([(20, 24), (46, 50), (70, 116), (52, 168), (-6, 186), (-40, 182), (18, 150),
                       (34, 96)], closed=True), shadow(colour))  # fmt: skip
    for points in ([(-8, 12), (-40, 50), (-62, 96)], [(0, 14), (-8, 60), (-14, 104)],
                   [(6, 12), (26, 56), (34, 92)]):  # fmt: skip
        brush.stroke(points, shadow(colour, 1.5), width=2.6)
    brush.stroke([(-70, 84), (-82, 124), (-62, 160)], glow(colour, 0.9), width=5)
    brush.shape("M-11 -16C-4 -20 4 -20 11 -16L10 6L-9 6Z", shadow(colour, 0.6), line=0.9)
    brush.shape("M-14 0C-6 5 6 5 14 -1L14 9C6 14 -6 14 -14 9Z", GOLD, line=0.8)


def suitcase(brush: Brush, colour: str) -> None:
    brush.line("M-18 30L-18 8C-18 2 18 2 18 8L18 30", shadow(colour, 1.6), width=5.0)
    brush.shape("M-62 30C-62 26 62 26 62 30L64 112C64 118 -64 118 -64 112Z", colour)
    brush.tone("M20 28L62 30L64 112C64 117 30 117 24 117Z", shadow(colour))
    brush.line("M-63 62L63 62", shadow(colour, 1.8), width=1.4)
    brush.stroke([(-54, 38), (-56, 100)], glow(colour, 0.9), width=3)
    for x in (-34, 34):
        brush.shape(f"M{x - 8} 54L{x + 8} 54L{x + 8} 72L{x - 8} 72Z", GOLD, line=0.7)
    for x, y in ((-60, 32), (60, 32), (-62, 110), (62, 110)):
        brush.fill(ellipse(x, y, 6, 6), shadow(colour, 1.2))


def basket(brush: Brush, colour: str) -> None:
    brush.line("M-44 44C-40 -16 40 -16 44 44", shadow(colour, 1.0), width=6.5)
    brush.line("M-44 44C-40 -16 40 -16 44 44", glow(colour, 0.3), width=3.4)
    for x, y, tone in ((-26, 34, "#e4506e"), (-2, 26, "#f2c14a"), (24, 34, "#e98bb0"),
                       (-40, 40, "#7fae5a"), (12, 38, "#6d9c4e"), (38, 42, "#f4efe4")):  # fmt: skip
        brush.shape(ellipse(x, y, 15, 14), tone, line=0.8)
        brush.fill(ellipse(x - 4, y - 4, 4, 4), glow(tone, 0.9))
    brush.shape("M-56 44L56 44L44 104C40 112 -40 112 -44 104Z", colour)
    brush.tone("M16 44L56 44L44 104C40 110 24 110 18 110Z", shadow(colour))
    for y in (60, 76, 92):
        w = 54 - (y - 44) * 0.2
        brush.line(f"M{-w} {y}C{-w / 2} {y + 7} {w / 2} {y + 7} {w} {y}", shadow(colour, 1.4),
                   width=1.2)  # fmt: skip
    for x in (-32, -12, 8, 28):
        brush.line(f"M{x} 48L{x * 0.84:.1f} 106", shadow(colour, 1.2), width=1.0)
    rim = "M-58 40C-30 47 30 47 58 40L58 50C30 57 -30 57 -58 50Z"
    brush.shape(rim, glow(colour, 0.3), line=0.9)


def plant(brush: Brush, colour: str) -> None:
    for a, b, c in (((0, -44), (-44, -70), (-56, -112)), ((0, -44), (-22, -96), (-18, -140)),
                    ((0, -44), (22, -92), (30, -134)), ((0, -44), (44, -66), (60, -100)),
                    ((0, -44), (2, -100), (6, -150))):  # fmt: skip
        x, y = c
        sx, sy = (b[0] + c[0]) / 2, (b[1] + c[1]) / 2
        leaf = chain([a, (b[0] - 15, b[1]), c], [c, (b[0] + 15, b[1] + 6), a], closed=True)
        brush.shape(leaf, colour, line=0.9)
        brush.line(f"M{a[0]} {a[1]}Q{sx:.1f} {sy:.1f} {x} {y}", glow(colour, 1.0), width=1.2)
    pot = "#c5694a"
    brush.shape("M-32 -46L32 -46L24 8C22 14 -22 14 -24 8Z", pot)
    brush.tone("M8 -46L32 -46L24 8C22 13 12 13 8 13Z", shadow(pot))
    brush.shape("M-37 -56L37 -56L36 -42L-36 -42Z", glow(pot, 0.3), line=0.9)


def candle(brush: Brush, colour: str) -> None:
    paint = brush.canvas.radial(0, -88, 66, [(0, "#ffd76a", 0.8), (0.4, "#ffd76a", 0.3),
                                             (1, "#ffd76a", 0.0)])  # fmt: skip
    brush.fill(ellipse(0, -88, 66, 66), paint)
    brush.shape("M-12 -62C-6 -68 6 -68 12 -62L12 8L-12 8Z", colour)
    brush.tone("M3 -64C8 -66 12 -62 12 -62L12 8L3 8Z", shadow(colour))
    brush.shape("M-12 -60C-14 -40 -6 -36 -6 -50C-2 -44 4 -48 4 -60Z", glow(colour, 0.5), line=0.6)
    brush.shape("M0 -116C14 -98 12 -78 0 -74C-12 -78 -14 -98 0 -116Z", "#ff9d2e", line=0.6)
    brush.fill("M0 -102C7 -92 6 -80 0 -77C-6 -80 -7 -92 0 -102Z", "#fff3b0")
    brush.shape("M-34 6C-16 14 16 14 34 6L30 18C14 24 -14 24 -30 18Z", GOLD)


def burger(brush: Brush, colour: str) -> None:
    brush.shape("M-44 -18L44 -18L42 0C38 10 -38 10 -42 0Z", colour)
    brush.shape("M-48 -30L48 -30L46 -16L-46 -16Z", "#6b3f28", line=0.9)
    brush.shape("M-50 -38L50 -38L30 -30L18 -22L2 -32L-20 -30Z", "#f4c542", line=0.7)
    brush.shape(smooth([(-52, -40), (-36, -48), (-18, -40), (0, -48), (18, -40), (36, -48),
                        (52, -40), (36, -34), (0, -36), (-36, -34)], closed=True), "#6fae4a",
                line=0.8)  # fmt: skip
    brush.shape("M-48 -46C-46 -82 46 -82 48 -46Z", glow(colour, 0.2))
    brush.tone("M12 -73C36 -70 47 -60 48 -46L22 -46C26 -58 20 -68 12 -73Z", shadow(colour))
    for x, y in ((-24, -60), (-8, -68), (8, -60), (24, -62), (-14, -54)):
        brush.fill(ellipse(x, y, 3.2, 2.2), "#fdf3d8")


def bowl(brush: Brush, colour: str) -> None:
    brush.line("M22 -44L66 -104M30 -44L78 -98", "#8a5a34", width=3.0)
    brush.shape(ellipse(0, -38, 54, 15), "#f0d9a0")
    for y, x in ((-44, -26), (-38, -6), (-44, 14)):
        noodle = f"M{x - 14} {y}C{x - 4} {y - 8} {x + 6} {y + 8} {x + 16} {y}"
        brush.line(noodle, "#d9b060", width=2.2)
    brush.shape(ellipse(-24, -42, 14, 8), "#fffaf0", line=0.7)
    brush.fill(ellipse(-24, -42, 6, 4), "#f5a623")
    brush.fill(ellipse(24, -36, 12, 6), "#6fae4a")
    brush.shape("M-56 -38C-40 -24 40 -24 56 -38C54 0 34 12 20 14L-20 14C-34 12 -54 0 -56 -38Z",
                colour)  # fmt: skip
    brush.tone("M16 -28C36 -30 50 -34 56 -38C54 0 34 12 20 14L0 14C20 4 22 -14 16 -28Z",
               shadow(colour))  # fmt: skip
    for x in (-14, 4):
        brush.line(f"M{x} -60C{x + 10} -74 {x - 8} -84 {x + 4} -100", "#ffffff", width=2.0,
                   opacity=0.7)  # fmt: skip


def telescope(brush: Brush, colour: str) -> None:
    brush.shape("M-9 34L9 34L9 -18L-9 -18Z", "#5a3a26", line=0.9)
    brush.shape("M-12 -18L12 -18L13 -64L-13 -64Z", colour,
                paint=metallic(brush.canvas, colour, (-12, 0), (12, 0)))  # fmt: skip
    brush.shape("M-16 -64L16 -64L18 -118L-18 -118Z", "#6b4428")
    for y in (-64, -118, -18):
        wide = 19 if y < -64 else 17 if y < -18 else 13
        ring = f"M{-wide} {y - 5}L{wide} {y - 5}L{wide} {y + 5}L{-wide} {y + 5}Z"
        brush.shape(ring, GOLD, line=0.7)
    brush.fill(ellipse(0, -123, 17, 5), "#bfe6f5")


def knitting(brush: Brush, colour: str) -> None:
    """Two needles, a scarf in the making and its ball of wool."""
    brush.line("M10 -12C40 20 46 60 62 74", colour, width=1.8)
    brush.shape("M-36 -14C-12 -20 14 -20 38 -14L34 58C12 66 -14 66 -34 58Z", colour)
    for y in (0, 16, 32, 48):
        brush.line("".join(f"M{x} {y}l6 7l6 -7" for x in (-31, -17, -3, 11)), shadow(colour, 1.3),
                   width=1.5)  # fmt: skip
    brush.line("M-64 -46L40 -10M64 -46L-40 -10", shadow("#d9c59a", 1.5), width=5.4)
    brush.line("M-64 -46L40 -10M64 -46L-40 -10", "#e9d9b4", width=3.6)
    for x in (-66, 66):
        brush.shape(ellipse(x, -47, 6, 6), "#c8434f", line=0.7)
    brush.shape(ellipse(62, 92, 27, 26), colour)
    brush.line("M42 82C58 70 76 80 84 94M38 94C56 82 78 96 78 110M48 112C52 92 68 78 84 84",
               shadow(colour, 1.3), width=1.6)  # fmt: skip


def pom_poms(brush: Brush, colour: str) -> None:
    for k in range(16):
        x, y = ((0, -52), (20, -48), (37, -36), (48, -18), (52, 2), (48, 22), (37, 40), (20, 51),
                (0, 55), (-20, 51), (-37, 40), (-48, 22), (-52, 2), (-48, -18), (-37, -36),
                (-20, -48))[k]  # fmt: skip
        tone = (colour, "#fbf7ee", shadow(colour, 0.8))[k % 3]
        strand = chain([(x * 0.2 - y * 0.12, y * 0.2 + x * 0.12)], [(x * 1.12, y * 1.12)],
                       [(x * 0.86 + y * 0.22, y * 0.86 - x * 0.22)])  # fmt: skip
        brush.shape(strand, tone, line=0.6)
    for k in range(9):
        x, y = ((0, -28), (20, -20), (29, 0), (20, 22), (0, 30), (-20, 22), (-29, 0), (-20, -20),
                (4, 2))[k]  # fmt: skip
        brush.fill(ellipse(x, y, 11, 9), (glow(colour, 0.5), "#ffffff", colour)[k % 3])


def cauldron(brush: Brush, colour: str) -> None:
    for x, y, r in ((-22, -4, 12), (6, -16, 16), (28, 0, 9), (-2, -40, 8), (20, -44, 6)):
        brush.shape(ellipse(x, y, r, r), "#8fe06a", line=0.6)
        brush.fill(ellipse(x - r * 0.3, y - r * 0.3, r * 0.3, r * 0.3), "#e6ffd6")
    brush.line("M-50 14C-46 -46 46 -46 50 14", shadow(colour, 1.2), width=3.4)
    brush.shape("M-50 12C-74 50 -62 100 -30 112L30 112C62 100 74 50 50 12Z", colour)
    brush.tone("M24 14L50 12C74 50 62 100 30 112L4 112C40 90 44 50 24 14Z", shadow(colour, 1.2))
    brush.stroke([(-46, 34), (-52, 64), (-36, 96)], glow(colour, 1.2), width=4)
    brush.shape("M-58 6C-30 16 30 16 58 6L58 20C30 30 -30 30 -58 20Z", glow(colour, 0.4))
    brush.shape("M-34 106L-22 112L-30 126Z M34 106L22 112L30 126Z", colour, line=0.8)


def _shaft(brush: Brush, top: float, bottom: float, colour: str = WOOD) -> None:
    brush.shape(f"M-5 {top}L5 {top}L5 {bottom}L-5 {bottom}Z", colour, line=0.9)
    brush.tone(f"M1 {top}L5 {top}L5 {bottom}L1 {bottom}Z", shadow(colour))


def trident(brush: Brush, colour: str) -> None:
    _shaft(brush, -200, 302, "#3f6f86")
    tines = ("M-7 -196L-9 -228C-34 -224 -40 -246 -38 -280L-30 -266L-26 -274C-26 -248 -20 -240 -9"
             " -242L-8 -286L0 -306L8 -286L9 -242C20 -240 26 -248 26 -274L30 -266L38 -280C40 -246"
             " 34 -224 9 -228L7 -196Z")  # fmt: skip
    brush.shape(tines, colour, paint=metallic(brush.canvas, colour, (-36, -290), (36, -220)))
    brush.shape("M-10 -204L10 -204L9 -190L-9 -190Z", GOLD, line=0.8)


def halberd(brush: Brush, colour: str) -> None:
    _shaft(brush, -200, 302)
    steel = metallic(brush.canvas, colour, (-50, -250), (50, -170))
    brush.shape("M-5 -196L-6 -262L0 -304L6 -262L5 -196Z", colour, paint=steel)
    brush.shape("M4 -246C26 -252 46 -250 62 -262C68 -232 62 -200 48 -178C36 -196 20 -204 4 -204Z",
                colour, paint=steel)  # fmt: skip
    hook = "M-4 -238C-20 -240 -34 -236 -52 -222C-32 -220 -18 -214 -4 -206Z"
    brush.shape(hook, colour, paint=steel)
    brush.line("M60 -252C64 -230 58 -204 48 -186", "#ffffff", width=1.6, opacity=0.7)
    brush.shape("M-9 -206L9 -206L8 -190L-8 -190Z", GOLD, line=0.8)


def pitchfork(brush: Brush, colour: str) -> None:
    _shaft(brush, -170, 282)
    tines = "M-26 -252L-26 -210C-26 -178 26 -178 26 -210L26 -252M0 -254L0 -180"
    brush.line(tines, shadow(colour, 1.8), width=6.2)
    brush.line(tines, colour, width=3.8)
    brush.shape("M-8 -184L8 -184L7 -162L-7 -162Z", shadow(colour, 0.8), line=0.8)


def pickaxe(brush: Brush, colour: str) -> None:
    _shaft(brush, -160, 66)
    data = "M-92 -120C-62 -168 -22 -180 0 -180C22 -180 62 -168 92 -120C62 -146 24 -152 0 -152" \
           "C-24 -152 -62 -146 -92 -120Z"  # fmt: skip
    brush.shape(data, colour, paint=metallic(brush.canvas, colour, (0, -182), (0, -140)))
    brush.shape("M-10 -186L10 -186L10 -146L-10 -146Z", shadow(colour, 1.0), line=0.8)


def saxophone(brush: Brush, colour: str) -> None:
    tube = [(-26, -112), (-8, -122), (2, -108), (6, -40), (10, 40), (30, 76), (56, 62), (60, 24),
            (64, -10)]  # fmt: skip
    path = smooth(tube)
    brush.line(path, shadow(colour, 2.2), width=15.5)
    brush.line(path, colour, width=13.0)
    brush.line(smooth([(x - 3, y) for x, y in tube[2:6]]), glow(colour, 1.2), width=3.0)
    brush.shape("M48 -6C58 0 70 0 82 -6L98 -42C76 -32 54 -32 36 -42Z", colour)
    brush.shape(ellipse(67, -42, 31, 8), shadow(colour, 1.4), line=0.9)
    for y in (-84, -60, -36, -12, 12):
        brush.shape(ellipse(8, y, 6.5, 6.5), mix(colour, "#ffffff", 0.5), line=0.7)
    brush.shape("M-42 -108L-22 -118L-20 -108L-40 -100Z", "#23252c", line=0.7)


def lasso(brush: Brush, colour: str) -> None:
    for grow, drop in ((1.0, 0.0), (0.9, 10.0), (1.06, 18.0)):
        ring = ellipse(0, 62 + drop, 44 * grow, 54 * grow)
        brush.line(ring, shadow(colour, 1.6), width=5.4)
        brush.line(ring, colour, width=3.6)
    brush.line("M-6 16C4 -10 18 10 10 30C4 60 30 90 22 132", shadow(colour, 1.4), width=4.4)
    brush.line("M-6 16C4 -10 18 10 10 30C4 60 30 90 22 132", glow(colour, 0.4), width=2.8)


def placard(brush: Brush, colour: str) -> None:
    _shaft(brush, -130, 120)
    brush.shape("M-84 -236L84 -242L86 -126L-82 -122Z", colour)
    brush.tone("M40 -240L84 -242L86 -126L46 -125Z", shadow(colour, 0.7))
    brush.shape("M0 -150C-40 -174 -40 -210 -16 -212C-6 -212 -2 -206 0 -198C2 -206 6 -212 16 -212"
                "C40 -210 40 -174 0 -150Z", "#d8434f", line=0.8)  # fmt: skip
