"""Things to eat and what they are cooked and served with."""

from __future__ import annotations

from ..figure import metallic
from ..paint import Brush, ellipse, glow, mix, shadow

STEEL, GREEN = "#c3cad2", "#4f9a48"


def apple(brush: Brush, colour: str) -> None:
    brush.shape("M2 -6C-26 0 -38 -24 -30 -44C-22 -60 -6 -56 2 -50C10 -56 28 -60 34 -44C42 -22"
                " 30 0 2 -6Z",
                colour)  # fmt: skip
    brush.tone("M2 -6C30 0 42 -22 34 -44C30 -52 24 -55 18 -55C30 -36 22 -14 -8 -6Z", shadow(colour))
    brush.line("M2 -50C2 -60 6 -66 10 -70", "#5a3a24", width=2.4)
    brush.shape("M6 -60C14 -74 28 -72 32 -66C26 -56 14 -54 6 -60Z", GREEN, line=0.8)
    brush.fill(ellipse(-16, -40, 6, 9), "#ffffff", opacity=0.65)


def fruit(brush: Brush, colour: str) -> None:
    """A bowl of them."""
    for x, y, r, hue in ((-26, -44, 20, "#d8433b"), (28, -44, 20, "#7db548"), (0, -54, 22, colour)):
        brush.shape(ellipse(x, y, r, r), hue, line=0.9)
        brush.fill(ellipse(x - r * 0.4, y - r * 0.4, r * 0.25, r * 0.3), "#ffffff", opacity=0.6)
    brush.shape("M-6 -44C10 -66 34 -78 50 -74C48 -58 26 -38 8 -34Z", "#f2cf3c", line=0.9)
    brush.shape("M-56 -38C-30 -28 30 -28 56 -38C54 -8 30 4 0 4C-30 4 -54 -8 -56 -38Z", "#b9854f")
    brush.tone(
        "M10 -31C30 -32 46 -34 56 -38C54 -8 30 4 0 4C20 -4 24 -16 10 -31Z", shadow("#b9854f")
    )
    brush.line("M-50 -20C-26 -10 26 -10 50 -20", shadow("#b9854f", 1.5), width=1.2)


def bread(brush: Brush, colour: str) -> None:
    """A loaf held from below, slashed on top."""
    brush.shape("M-60 -12C-72 -38 -50 -58 -20 -60C10 -64 50 -62 62 -40C72 -18 60 0 40 2L-40 4"
                "C-52 4 -58 -4 -60 -12Z",
                colour)  # fmt: skip
    brush.tone(
        "M-56 -4C-20 -14 30 -12 66 -22C68 -8 56 2 40 2L-40 4C-48 4 -54 0 -56 -4Z", shadow(colour)
    )
    for x in (-34, -8, 18, 42):
        brush.shape(f"M{x - 8} -26C{x - 2} -42 {x + 4} -50 {x + 12} -54C{x + 12} -44 {x + 6}"
                    f" -34 {x} -24Z",
                    glow(colour, 1.5), line=0.6)  # fmt: skip


def pizza(brush: Brush, colour: str) -> None:
    brush.shape("M-42 -78C-20 -92 24 -92 46 -78L4 10Z", colour)
    brush.shape("M-48 -76C-24 -100 28 -100 52 -76C50 -66 44 -66 40 -70C18 -82 -14 -82 -36 -70"
                "C-42 -66 -48 -68 -48 -76Z",
                "#c98a44")  # fmt: skip
    for x, y, r in ((-12, -60, 9), (18, -56, 9), (2, -32, 8)):
        brush.shape(ellipse(x, y, r, r), "#c23a30", line=0.6)
    brush.fill("M-8 -44L0 -48L2 -42Z M12 -38L20 -42L20 -34Z M-24 -66L-16 -70L-16 -62Z", GREEN)


def cake(brush: Brush, colour: str) -> None:
    brush.shape("M-28 -30L32 -30L22 12L-18 12Z", "#d9a35c")
    for x in (-18, -6, 8, 20):
        brush.line(f"M{x} -28L{x * 0.75:.1f} 10", shadow("#d9a35c", 1.4), width=1.0)
    brush.shape("M-34 -30C-40 -48 -20 -50 -16 -58C-10 -72 14 -72 20 -58C26 -50 46 -46 38 -30"
                "C20 -22 -16 -22 -34 -30Z",
                colour)  # fmt: skip
    brush.tone("M14 -28C20 -46 10 -60 6 -68C16 -66 20 -58 22 -56C30 -50 44 -46 38 -30C30 -26"
               " 22 -26 14 -28Z",
               shadow(colour))  # fmt: skip
    brush.line(
        "M-30 -36C-10 -30 12 -32 34 -40M-14 -56C-2 -50 10 -52 20 -56", glow(colour, 1.2), width=1.6
    )
    brush.shape(ellipse(2, -74, 9, 9), "#d8333f", line=0.8)


def ice_cream(brush: Brush, colour: str) -> None:
    brush.shape("M-20 -40L24 -40L2 30Z", "#dca05a")
    brush.line(
        "M-14 -24L18 -38M-8 -4L22 -30M-18 -34L14 -4M-4 -40L20 -22",
        shadow("#dca05a", 1.4),
        width=0.9,
    )
    brush.shape(ellipse(2, -56, 27, 24), colour)
    brush.shape(ellipse(2, -86, 21, 19), mix(colour, "#fff6e0", 0.6))
    brush.tone("M2 -32C24 -34 34 -50 26 -70C24 -52 12 -40 -8 -36Z", shadow(colour))
    brush.shape(
        "M-24 -50C-22 -34 -14 -30 -10 -40C-4 -30 6 -30 10 -40C16 -30 26 -34 28 -50Z",
        colour,
        line=0.7,
    )
    brush.shape(ellipse(4, -108, 7, 7), "#d8333f", line=0.7)


def ladle(brush: Brush, colour: str) -> None:
    brush.shape("M-3 44L4 44L3 -92L-2 -92Z", colour, line=0.9)
    brush.shape("M-8 -96C-40 -96 -46 -136 -20 -140L18 -140C24 -116 18 -96 -8 -96Z", colour,
                paint=metallic(brush.canvas, colour, (-40, -130), (20, -100)))  # fmt: skip
    brush.shape(ellipse(-3, -139, 26, 8), shadow(colour, 1.3), line=0.9)
    brush.shape("M-5 46L6 46L5 14L-4 14Z", "#3a2d28", line=0.8)


def frying_pan(brush: Brush, colour: str) -> None:
    dark = mix(colour, "#2b2d33", 0.75)
    brush.shape("M-6 44L6 44L5 -60L-5 -60Z", "#5a3a26", line=0.9)
    brush.shape(ellipse(0, -112, 54, 54), dark)
    brush.shape(ellipse(0, -112, 44, 44), shadow(dark, 0.8), line=0.8)
    brush.fill(
        "M-26 -118C-30 -140 4 -146 18 -132C34 -124 30 -96 10 -92C-10 -86 -26 -98 -26 -118Z",
        "#fbf8ee",
    )
    brush.shape(ellipse(0, -114, 13, 12), "#f4b732", line=0.6)


def tray(brush: Brush, colour: str) -> None:
    """Balanced on the hand, with glasses."""
    for x in (-34, 30):
        brush.fill(f"M{x - 11} -74L{x + 11} -74C{x + 12} -52 {x + 4} -46 {x} -46C{x - 4} -46"
                   f" {x - 12} -52 {x - 11} -74Z",
                   "#e9f2f6")  # fmt: skip
        brush.fill(f"M{x - 10} -62L{x + 10} -62C{x + 8} -50 {x + 4} -47 {x} -47C{x - 4} -47"
                   f" {x - 8} -50 {x - 10} -62Z",
                   "#a8283c")  # fmt: skip
        brush.line(
            f"M{x} -46L{x} -22M{x - 8} -20L{x + 8} -20M{x - 11} -74L{x + 11} -74",
            "#b9c6ce",
            width=1.3,
        )
    brush.shape("M-14 -22L-14 -66C-14 -74 -6 -76 -6 -84L-6 -100L4 -100L4 -84C4 -76 12 -74 12"
                " -66L12 -22Z",
                "#2f6b45", line=0.9)  # fmt: skip
    brush.shape("M-72 -16C-40 -26 40 -26 72 -16C60 -6 -60 -6 -72 -16Z", colour,
                paint=metallic(brush.canvas, STEEL, (-70, -16), (70, -10)))  # fmt: skip


def glass(brush: Brush, colour: str) -> None:
    brush.line("M0 -10L0 26M-16 28L16 28", "#b9c6ce", width=2.0)
    brush.fill(
        "M-24 -72L24 -72C28 -30 12 -10 0 -10C-12 -10 -28 -30 -24 -72Z", "#e6f1f6", opacity=0.75
    )
    brush.fill("M-24 -48L24 -48C22 -24 10 -13 0 -13C-10 -13 -22 -24 -24 -48Z", colour)
    brush.line("M-24 -72C-28 -30 -12 -10 0 -10C12 -10 28 -30 24 -72Z", "#9fb3bf", width=1.3)
    brush.fill(ellipse(-12, -44, 4, 12), "#ffffff", opacity=0.7)


def bottle(brush: Brush, colour: str) -> None:
    brush.shape(
        "M-20 26L20 26L20 -44C20 -62 9 -66 8 -82L8 -112L-8 -112L-8 -82C-9 -66 -20 -62 -20 -44Z",
        colour,
    )
    brush.tone(
        "M6 26L20 26L20 -44C20 -62 9 -66 8 -82L8 -112L2 -112L2 -80C4 -62 12 -60 8 -40Z",
        shadow(colour),
    )
    brush.shape("M-20 -34L20 -34L20 6L-20 6Z", "#efe3c4", line=0.7)
    brush.line("M-12 -22L12 -22M-12 -12L8 -12", "#8a6a3a", width=1.4)
    brush.shape("M-9 -122L9 -122L9 -106L-9 -106Z", "#a8743e", line=0.8)
    brush.fill(ellipse(-12, -48, 3, 9), "#ffffff", opacity=0.6)
