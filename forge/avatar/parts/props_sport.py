"""Boards, bats and weights."""

from __future__ import annotations

from ..figure import metallic
from ..paint import Brush, ellipse, glow, mix, shadow
from .props_weapons import WOOD


def surfboard(brush: Brush, colour: str) -> None:
    """Standing on its tail beside the person."""
    brush.shape("M0 -262C34 -214 44 -120 42 -30C42 70 30 140 0 196C-30 140 -42 70 -42 -30C-44"
                " -120 -34 -214 0 -262Z",
                colour)  # fmt: skip
    brush.tone("M6 -254C36 -210 44 -120 42 -30C42 70 30 140 0 196C22 120 28 40 26 -40C26 -130"
               " 22 -200 6 -254Z",
               shadow(colour))  # fmt: skip
    pale = mix(colour, "#ffffff", 0.8)
    brush.fill("M-42 -60C-20 -90 20 -20 42 -60L42 -24C20 14 -20 -56 -42 -24Z", pale)
    brush.fill("M-42 10C-20 -20 20 50 42 10L41 30C20 68 -20 -2 -41 30Z", "#f08a4a")
    brush.line("M0 -258L0 192", shadow(colour, 1.5), width=1.0)


def skateboard(brush: Brush, colour: str) -> None:
    for y in (-92, 62):
        brush.shape(f"M-30 {y - 10}L-18 {y - 10}L-18 {y + 10}L-30 {y + 10}Z", "#f0ede4", line=0.9)
        brush.shape(f"M18 {y - 10}L30 {y - 10}L30 {y + 10}L18 {y + 10}Z", "#f0ede4", line=0.9)
    brush.shape("M-22 -112C-22 -146 22 -146 22 -112L22 84C22 118 -22 118 -22 84Z", colour)
    brush.tone(
        "M4 -137C20 -134 22 -124 22 -112L22 84C22 104 12 112 0 112C14 80 14 -100 4 -137Z",
        shadow(colour),
    )
    brush.fill("M-14 -60L0 -84L14 -60L4 -60L4 -20L-4 -20L-4 -60Z", mix(colour, "#ffffff", 0.75))
    for y in (-92, 62):
        brush.line(f"M-22 {y}L22 {y}", "#8d959e", width=3.0)


def bat(brush: Brush, colour: str) -> None:
    brush.shape(
        "M-5 44L5 44L6 -20C10 -70 18 -110 16 -166C14 -182 -14 -182 -16 -166C-18 -110 -10 -70"
        " -6 -20Z",
        colour,
    )
    brush.tone(
        "M2 44L5 44L6 -20C10 -70 18 -110 16 -166C14 -176 8 -178 4 -178C8 -110 4 -60 2 44Z",
        shadow(colour),
    )
    brush.shape("M-6 20L6 20L6 -14L-6 -14Z", "#3a2d28", line=0.7)
    brush.shape("M-9 42L9 42L9 50L-9 50Z", colour, line=0.8)


def racket(brush: Brush, colour: str) -> None:
    strings = "".join(f"M{x} -168L{x} -64" for x in range(-28, 30, 8))
    strings += "".join(f"M-36 {y}L36 {y}" for y in range(-158, -68, 9))
    brush.line(strings, "#f4f2ea", width=0.8)
    brush.line(ellipse(0, -116, 40, 54), shadow(colour, 1.8), width=6.6)
    brush.line(ellipse(0, -116, 40, 54), colour, width=4.8)
    brush.shape("M-22 -72L0 -30L22 -72L14 -66L0 -50L-14 -66Z", colour, line=0.8)
    brush.shape("M-6 46L6 46L6 -34L-6 -34Z", "#2f3138", line=0.9)
    brush.line("M-6 36L6 28M-6 22L6 14M-6 8L6 0", glow("#2f3138", 1.0), width=0.9)


def dumbbell(brush: Brush, colour: str) -> None:
    brush.shape("M-30 -6L30 -6L30 6L-30 6Z", "#c3cad2", line=0.9)
    for sign in (-1, 1):
        for x, tall in ((34, 34), (50, 26)):
            a, b = sorted((sign * x, sign * (x + 14)))
            brush.shape(f"M{a} {-tall}L{b} {-tall}L{b} {tall}L{a} {tall}Z", colour,
                        paint=metallic(brush.canvas, colour, (a, -tall), (a, tall)))  # fmt: skip


def trophy(brush: Brush, colour: str) -> None:
    for sign in (-1, 1):
        brush.line(
            f"M{sign * 30} -92C{sign * 62} -92 {sign * 56} -48 {sign * 20} -44",
            shadow(colour, 1.4),
            width=5.4,
        )
        brush.line(
            f"M{sign * 30} -92C{sign * 62} -92 {sign * 56} -48 {sign * 20} -44", colour, width=3.6
        )
    brush.shape("M-36 -104L36 -104C36 -60 20 -36 7 -32L7 -10L-7 -10L-7 -32C-20 -36 -36 -60 -36"
                " -104Z", colour,
                paint=metallic(brush.canvas, colour, (-36, -80), (36, -80)))  # fmt: skip
    brush.shape(ellipse(0, -104, 36, 9), shadow(colour, 1.5), line=0.9)
    brush.shape("M-22 -10L22 -10L26 8L-26 8Z", "#4a3226", line=0.9)
    brush.fill(
        "M0 -90L6 -76L20 -75L9 -66L13 -52L0 -60L-13 -52L-9 -66L-20 -75L-6 -76Z", glow(colour, 1.6)
    )


def fishing_rod(brush: Brush, colour: str) -> None:
    brush.line("M0 60L0 -40L14 -250", shadow(colour, 1.2), width=4.0)
    brush.line("M0 60L0 -40L14 -250", colour, width=2.4)
    brush.shape("M-6 62L6 62L6 20L-6 20Z", "#3a2d28", line=0.8)
    brush.shape(ellipse(10, -8, 12, 12), "#8d959e", line=0.9)
    brush.line("M10 -8L28 2", "#5b636c", width=2.4)
    brush.line("M14 -250C60 -220 74 -120 76 -30", "#f4f2ea", width=0.8)
    brush.shape(ellipse(76, -22, 8, 8), "#d8433b", line=0.7)
    brush.fill("M68 -22A8 8 0 0 0 84 -22Z", "#ffffff")
    brush.line("M76 -14C76 2 88 4 88 -6", "#8d959e", width=1.4)


def bouquet(brush: Brush, colour: str) -> None:
    brush.shape("M-34 -46L36 -46L12 44L-10 44Z", "#f3ecdf")
    brush.tone("M8 -46L36 -46L12 44L0 44Z", shadow("#f3ecdf"))
    for x, y in ((-44, -56), (44, -58), (-20, -104), (28, -106)):
        brush.shape(ellipse(x, y, 15, 10), "#4c9446", line=0.7)
    tones = (colour, mix(colour, "#ffffff", 0.55), mix(colour, "#f6b0c0", 0.6))
    for index, (x, y) in enumerate(
        ((-30, -66), (32, -68), (0, -60), (-16, -92), (18, -94), (1, -114), (-40, -88), (42, -90))
    ):
        hue = tones[index % 3]
        brush.shape(ellipse(x, y, 19, 18), hue, line=0.8)
        brush.line(f"M{x - 9} {y + 2}C{x - 8} {y - 10} {x + 8} {y - 10} {x + 8} {y + 1}"
                   f"C{x + 6} {y + 8} {x - 4} {y + 6} {x - 2} {y - 1}",
                   shadow(hue, 1.5), width=1.0)  # fmt: skip
    brush.shape("M-16 2L18 2L17 14L-15 14Z", "#d8647c", line=0.8)
    brush.shape("M0 8L-22 30L-14 34Z M2 8L24 30L16 34Z", "#d8647c", line=0.7)


def anchor(brush: Brush, colour: str) -> None:
    brush.line(ellipse(0, -134, 16, 16), shadow(colour, 1.4), width=6)
    brush.line(ellipse(0, -134, 16, 16), colour, width=3.6)
    brush.shape("M-7 -118L7 -118L7 40L-7 40Z", colour)
    brush.shape("M-44 -96L44 -96L44 -82L-44 -82Z", colour, line=0.9)
    brush.shape("M-70 0L-78 -34L-44 -16L-56 -8C-46 22 -20 32 0 34C20 32 46 22 56 -8L44 -16L78"
                " -34L70 0C58 40 26 56 0 62"
                "C-26 56 -58 40 -70 0Z", colour)  # fmt: skip
    brush.tone("M2 34C20 32 46 22 56 -8L70 0C58 40 26 56 2 61Z", shadow(colour))


def shovel(brush: Brush, colour: str) -> None:
    brush.shape("M-4 120L4 120L4 -170L-4 -170Z", WOOD, line=0.9)
    brush.shape("M-24 -190L24 -190L24 -180L5 -166L-5 -166L-24 -180Z", WOOD, line=0.9)
    steel = "#aab3bd"
    brush.shape("M-30 112L30 112C34 160 18 190 0 206C-18 190 -34 160 -30 112Z", steel,
                paint=metallic(brush.canvas, steel, (-30, 150), (30, 150)))  # fmt: skip
    brush.line("M0 120L0 190", shadow(steel, 1.6), width=1.4)
    brush.shape("M-8 96L8 96L9 120L-9 120Z", shadow(colour, 0.6), line=0.8)
