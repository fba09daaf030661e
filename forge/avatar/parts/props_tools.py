"""Things of magic, music and everyday."""

from __future__ import annotations

from ..figure import metallic
from ..paint import Brush, ellipse, glow, mix, shadow
from .props_weapons import GOLD, WOOD


def _glow_ball(brush: Brush, x: float, y: float, r: float, colour: str) -> None:
    paint = brush.canvas.radial(
        x, y, r * 2.0, [(0, colour, 0.75), (0.45, colour, 0.35), (1, colour, 0.0)]
    )
    brush.fill(ellipse(x, y, r * 2.0, r * 2.0), paint)


def staff(brush: Brush, colour: str) -> None:
    brush.shape("M-5 330L5 330L7 -150L-7 -150Z", colour)
    brush.tone("M1 330L5 330L7 -150L1 -150Z", shadow(colour))
    _glow_ball(brush, 0, -196, 28, "#7fdcff")
    brush.shape("M-7 -148C-34 -160 -46 -196 -34 -226C-32 -206 -24 -190 -8 -182L8 -182"
                "C24 -190 32 -206 34 -226"
                "C46 -196 34 -160 7 -148Z", colour)  # fmt: skip
    brush.shape("M0 -232L19 -200L0 -168L-19 -200Z", "#58c4f4")
    brush.fill("M0 -228L-15 -200L0 -202Z", "#d8f6ff")
    brush.tone("M0 -170L17 -200L0 -198Z", "#2a86c4")
    brush.shape("M-9 -152L9 -152L8 -138L-8 -138Z", GOLD, line=0.8)


def wand(brush: Brush, colour: str) -> None:
    _glow_ball(brush, 0, -104, 17, "#fff0a0")
    brush.shape("M-5 20L5 20L3 -96L-3 -96Z", colour, line=0.9)
    brush.shape("M-6 22L6 22L5 -4L-5 -4Z", shadow(colour, 0.8), line=0.8)
    brush.shape(
        "M0 -128L6 -111L24 -110L10 -99L15 -82L0 -92L-15 -82L-10 -99L-24 -110L-6 -111Z",
        "#ffe066",
        line=0.8,
    )


def sceptre(brush: Brush, colour: str) -> None:
    brush.shape("M-5 60L5 60L5 -90L-5 -90Z", colour, line=0.9)
    brush.shape(ellipse(0, -112, 24, 24), "#c8343c")
    brush.fill(ellipse(-8, -120, 7, 6), "#ffffff", opacity=0.7)
    brush.shape(
        "M-26 -98C-20 -84 20 -84 26 -98C20 -78 12 -72 0 -72C-12 -72 -20 -78 -26 -98Z",
        colour,
        line=0.8,
    )
    brush.shape("M0 -148L6 -136L-6 -136Z", colour, line=0.8)


def cane(brush: Brush, colour: str) -> None:
    brush.shape("M-4 -6L4 -6L3 190L-3 190Z", colour, line=0.9)
    brush.shape("M-6 -2C-8 -24 30 -28 34 -4C26 -14 8 -14 6 -2Z", GOLD, line=0.8)


def broom(brush: Brush, colour: str) -> None:
    brush.shape("M-4 120L4 120L4 -190L-4 -190Z", colour, line=0.9)
    brush.shape("M-12 118L12 118C26 150 34 180 34 206L-34 206C-34 180 -26 150 -12 118Z", "#d8b060")
    for x in (-20, -7, 7, 20):
        brush.line(f"M{x * 0.5} 132L{x} 200", shadow("#d8b060", 1.4), width=1.0)
    brush.shape("M-13 116L13 116L15 130L-15 130Z", "#8a3a30", line=0.8)


def flag(brush: Brush, colour: str) -> None:
    brush.shape("M-4 320L4 320L4 -250L-4 -250Z", WOOD, line=0.9)
    brush.shape("M4 -246C40 -262 70 -230 116 -246L108 -170C70 -156 40 -186 4 -172Z", colour)
    brush.tone(
        "M52 -240C70 -234 90 -238 116 -246L108 -170C86 -162 66 -166 46 -176Z", shadow(colour)
    )
    brush.shape(ellipse(0, -254, 7, 7), GOLD, line=0.8)


def book(brush: Brush, colour: str) -> None:
    brush.shape("M-44 -66L40 -66L40 26L-44 26Z", colour)
    brush.fill("M34 -62L40 -62L40 22L34 22Z", "#f3ead6")
    brush.shape("M-44 -66L34 -66L34 26L-44 26Z", colour, line=0.9)
    brush.tone("M-44 -66L-32 -66L-32 26L-44 26Z", shadow(colour))
    brush.line("M-26 -58L28 -58L28 18L-26 18Z", GOLD, width=1.2)
    brush.shape("M1 -40L16 -20L1 0L-14 -20Z", GOLD, line=0.7)


def cup(brush: Brush, colour: str) -> None:
    brush.line("M20 -30C44 -34 44 4 19 2", shadow(colour, 0.8), width=4.0)
    brush.shape("M-24 -44L24 -44L20 18C18 26 -18 26 -20 18Z", colour)
    brush.tone("M6 -44L24 -44L20 18C18 23 8 25 4 25Z", shadow(colour))
    brush.shape(ellipse(0, -44, 24, 7), mix(colour, "#ffffff", 0.4), line=0.8)
    brush.fill(ellipse(0, -43, 19, 5), "#5a3524")
    for x in (-8, 6):
        brush.line(
            f"M{x} -56C{x + 8} -66 {x - 6} -74 {x + 3} -86", "#ffffff", width=1.6, opacity=0.75
        )


def potion(brush: Brush, colour: str) -> None:
    _glow_ball(brush, 0, -26, 26, colour)
    brush.shape(
        "M-9 -76L9 -76L9 -54C30 -44 36 -26 32 -8C28 10 -28 10 -32 -8C-36 -26 -30 -44 -9 -54Z",
        "#dfeef2",
    )
    brush.fill("M-31 -28C-12 -22 12 -34 31 -28C34 -10 30 5 0 5C-30 5 -34 -10 -31 -28Z", colour)
    brush.fill(ellipse(-14, -30, 4, 9), "#ffffff", opacity=0.8)
    brush.shape("M-11 -88L11 -88L9 -72L-9 -72Z", "#a8743e", line=0.8)


def flower(brush: Brush, colour: str) -> None:
    brush.line("M0 44C-4 10 4 -20 0 -58", "#3f7d3a", width=2.6)
    brush.shape("M0 -6C14 -22 30 -20 36 -12C26 0 12 2 0 -2Z", "#4c9446", line=0.8)
    for x, y in ((0, -98), (23, -82), (15, -56), (-15, -56), (-23, -82)):
        brush.shape(ellipse(x, y, 18, 18), colour, line=0.9)
    brush.tone(ellipse(6, -66, 20, 14), shadow(colour))
    brush.shape(ellipse(0, -76, 12, 12), "#f6cf4a", line=0.8)


def umbrella(brush: Brush, colour: str) -> None:
    brush.shape("M-3 40L3 40L3 -200L-3 -200Z", "#4a3a34", line=0.8)
    brush.line("M0 40C0 60 20 60 20 44", "#4a3a34", width=3.2)
    brush.shape("M-128 -130C-116 -200 -60 -240 0 -244C60 -240 116 -200 128 -130"
                "C108 -144 84 -144 66 -130"
                "C46 -146 20 -146 0 -130C-20 -146 -46 -146 -66 -130"
                "C-84 -144 -108 -144 -128 -130Z", colour)  # fmt: skip
    brush.tone(
        "M0 -244C60 -240 116 -200 128 -130C108 -144 84 -144 66 -130C58 -180 36 -220 0 -244Z",
        shadow(colour),
    )
    brush.line("M0 -243C-36 -220 -58 -180 -66 -130M0 -243L0 -132M0 -243C36 -220 58 -180 66 -130",
               shadow(colour, 1.7), width=0.9)  # fmt: skip
    brush.shape("M-4 -244L4 -244L0 -264Z", "#4a3a34", line=0.8)


def guitar(brush: Brush, colour: str) -> None:
    brush.shape("M-9 20L-7 -176L7 -176L9 20Z", "#5d3a24")
    for y in range(-160, -30, 18):
        brush.line(f"M-7 {y}L7 {y}", "#d9c7a0", width=0.7)
    brush.shape("M-12 -176L12 -176L14 -214L-14 -214Z", "#4a2d1c", line=0.9)
    data = ("M0 -40C30 -46 52 -32 48 -4C46 14 44 20 54 38C72 72 52 118 0 120C-52 118 -72 72 -54 38"
            "C-44 20 -46 14 -48 -4C-52 -32 -30 -46 0 -40Z")  # fmt: skip
    brush.shape(data, colour)
    brush.tone("M16 -40C36 -42 52 -28 48 -4C46 14 44 20 54 38C72 72 52 118 0 120C40 100 44 70 32 44"
               "C22 20 34 -10 16 -40Z", shadow(colour))  # fmt: skip
    brush.shape(ellipse(0, 20, 19, 19), "#2a1a14", line=0.8)
    brush.shape("M-22 78L22 78L22 88L-22 88Z", "#3b2418", line=0.8)
    for x in (-5, -1.6, 1.6, 5):
        brush.line(f"M{x} -200L{x} 82", "#f1ead8", width=0.5)


def bag(brush: Brush, colour: str) -> None:
    brush.line("M-26 46C-26 -14 26 -14 26 46", shadow(colour, 1.2), width=3.4)
    brush.shape("M-44 40L44 40L50 116C50 124 -50 124 -50 116Z", colour)
    brush.tone("M14 40L44 40L50 116C50 122 20 122 16 122Z", shadow(colour))
    brush.shape("M-45 40L45 40L42 74C20 84 -20 84 -42 74Z", glow(colour, 0.3), line=0.8)
    brush.shape("M-9 70L9 70L9 88L-9 88Z", GOLD, line=0.8)


def phone(brush: Brush, colour: str) -> None:
    brush.shape("M-20 -66C-20 -72 20 -72 20 -66L20 14C20 20 -20 20 -20 14Z", colour)
    brush.fill("M-16 -62L16 -62L16 8L-16 8Z", "#7fc8f0")
    brush.fill("M-16 -62L16 -62L-16 -16Z", "#c8ebfb")
    brush.fill(ellipse(0, 13, 3, 2), "#d8dde4")


def tablet(brush: Brush, colour: str) -> None:
    brush.shape("M-40 -84L40 -84L40 20L-40 20Z", colour)
    brush.fill("M-34 -78L34 -78L34 12L-34 12Z", "#86cdf0")
    brush.fill("M-34 -78L34 -78L-34 -14Z", "#cdeefb")


def lantern(brush: Brush, colour: str) -> None:
    _glow_ball(brush, 0, 74, 44, "#ffd76a")
    brush.line("M-16 36C-16 -10 16 -10 16 36", shadow(colour, 0.8), width=2.2)
    brush.fill("M-22 44L22 44L26 100L-26 100Z", "#fff0b0")
    brush.shape("M0 58C10 70 13 82 0 92C-13 82 -10 70 0 58Z", "#ff9d2e", line=0.5)
    brush.line("M-22 44L-26 100M22 44L26 100M0 44L0 56", colour, width=2.4)
    brush.shape("M-26 46L26 46L14 28L-14 28Z", colour)
    brush.shape("M-30 98L30 98L30 110L-30 110Z", colour)


def orb(brush: Brush, colour: str) -> None:
    _glow_ball(brush, 4, -44, 40, colour)
    brush.shape(ellipse(4, -44, 32, 32), colour, paint=brush.canvas.radial(
        -6, -56, 44, [(0, "#ffffff"), (0.35, glow(colour, 1.0)), (1, shadow(colour,
                      0.8))]))  # fmt: skip
    brush.fill(ellipse(-8, -58, 9, 7), "#ffffff", opacity=0.85)


def fireball(brush: Brush, colour: str) -> None:
    _glow_ball(brush, 2, -46, 40, colour)
    brush.shape("M0 -6C-34 -10 -40 -50 -22 -74C-20 -60 -12 -58 -8 -66C-8 -88 0 -102 12 -112"
                "C10 -92 34 -76 36 -46"
                "C36 -20 22 -6 0 -6Z", colour, line=0.7)  # fmt: skip
    brush.fill("M2 -10C-16 -12 -20 -34 -8 -50C-4 -40 4 -44 8 -62C22 -48 26 -14 2 -10Z", "#ffd95a")
    brush.fill(ellipse(3, -22, 8, 10), "#fff6cf")


def ball(brush: Brush, colour: str) -> None:
    brush.shape(ellipse(4, -34, 34, 34), colour)
    brush.tone("M4 0C38 0 46 -40 30 -56C34 -30 20 -10 -18 -8C-12 -2 -4 0 4 0Z", shadow(colour))
    brush.line(
        "M-30 -34C-10 -46 20 -46 38 -34M4 -68C-6 -46 -6 -20 4 0", shadow(colour, 1.8), width=1.0
    )
    brush.fill(ellipse(-8, -48, 8, 6), "#ffffff", opacity=0.6)


def microphone(brush: Brush, colour: str) -> None:
    brush.shape("M-7 30L7 30L10 -30L-10 -30Z", colour, line=0.9)
    brush.shape(
        ellipse(0, -46, 19, 20),
        "#b9c0ca",
        paint=metallic(brush.canvas, "#aab2bd", (-16, -62), (16, -30)),
    )
    brush.line("M-17 -46L17 -46M-14 -54L14 -54M-14 -38L14 -38", "#6a7280", width=0.7)


def camera(brush: Brush, colour: str) -> None:
    brush.shape("M-44 -56L44 -56L44 8L-44 8Z", colour)
    brush.shape("M-16 -68L16 -68L20 -56L-20 -56Z", colour, line=0.8)
    brush.shape(ellipse(0, -24, 25, 25), shadow(colour, 0.8))
    brush.fill(ellipse(0, -24, 17, 17), "#3b5f88")
    brush.fill(ellipse(-6, -30, 5, 5), "#d6ecff")
    brush.fill(ellipse(32, -46, 4, 4), "#e8504a")


def paintbrush(brush: Brush, colour: str) -> None:
    brush.shape("M-4 40L4 40L5 -50L-5 -50Z", colour, line=0.8)
    brush.shape("M-7 -48L7 -48L7 -66L-7 -66Z", "#c0c6cf", line=0.8)
    brush.shape("M-8 -66C-10 -84 -4 -94 0 -106C4 -94 10 -84 8 -66Z", "#3f7fd8", line=0.8)


def wrench(brush: Brush, colour: str) -> None:
    brush.shape(
        "M-8 44L8 44L8 -52C22 -60 24 -80 14 -92L12 -72L0 -66L-12 -72L-14 -92"
        "C-24 -80 -22 -60 -8 -52Z",
        colour,
    )
    brush.tone("M1 44L8 44L8 -52L1 -50Z", shadow(colour))


def balloon(brush: Brush, colour: str) -> None:
    brush.line("M0 20C-6 -30 8 -80 0 -130", "#e9e6e0", width=0.9)
    brush.shape(
        "M0 -132C-34 -150 -48 -190 -42 -222C-34 -258 34 -258 42 -222C48 -190 34 -150 0 -132Z",
        colour,
    )
    brush.tone(
        "M0 -132C34 -150 48 -190 42 -222C38 -240 28 -246 20 -248C34 -200 22 -160 0 -132Z",
        shadow(colour),
    )
    brush.fill(ellipse(-18, -216, 8, 14), "#ffffff", opacity=0.6)
    brush.shape("M0 -134L6 -124L-6 -124Z", colour, line=0.8)


def teddy(brush: Brush, colour: str) -> None:
    for x in (-24, 32):
        brush.shape(ellipse(x, -94, 13, 13), colour, line=0.9)
    brush.shape(ellipse(4, -10, 34, 36), colour)
    brush.shape(ellipse(4, -66, 36, 32), colour)
    brush.fill(ellipse(4, -56, 16, 12), glow(colour, 1.3))
    for x in (-9, 17):
        brush.fill(ellipse(x, -72, 4, 5), "#241a1a")
    brush.fill(ellipse(4, -60, 5, 4), "#241a1a")
    brush.fill(ellipse(4, -6, 19, 22), glow(colour, 1.0))


def heart(brush: Brush, colour: str) -> None:
    brush.shape(
        "M4 -6C-44 -34 -48 -84 -16 -88C-4 -88 2 -80 4 -72C6 -80 12 -88 24 -88C56 -84 52 -34 4 -6Z",
        colour,
    )
    brush.fill(ellipse(-16, -70, 8, 7), "#ffffff", opacity=0.7)
