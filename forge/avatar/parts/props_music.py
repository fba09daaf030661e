"""Instruments."""

from __future__ import annotations

from ..figure import metallic
from ..paint import Brush, ellipse, glow, shadow
from .props_weapons import GOLD, WOOD


def lute(brush: Brush, colour: str) -> None:
    brush.shape("M-8 10L-6 -168L6 -168L8 10Z", WOOD)
    brush.shape("M-7 -166L9 -170L36 -196L26 -206L-8 -178Z", "#4a2d1c", line=0.9)
    for k in range(4):
        brush.line(f"M{8 + k * 6} {-176 - k * 6}L{14 + k * 6} {-168 - k * 6}", GOLD, width=1.6)
    body = (
        "M0 -46C40 -34 62 10 60 50C58 96 30 118 0 118C-30 118 -58 96 -60 50C-62 10 -40 -34 0 -46Z"
    )
    brush.shape(body, colour)
    brush.tone("M10 -43C44 -30 62 10 60 50C58 96 30 118 0 118C34 96 44 60 36 20C30 -10 20 -32"
               " 10 -43Z",
               shadow(colour))  # fmt: skip
    brush.shape(ellipse(0, 30, 20, 20), "#2a1a14", line=0.8)
    brush.line("M-14 30L14 30M0 16L0 44M-10 20L10 40M10 20L-10 40", GOLD, width=1.0)
    brush.shape("M-24 84L24 84L24 92L-24 92Z", "#3b2418", line=0.8)
    brush.line("M-5 -166L-5 86M-2 -166L-2 86M2 -166L2 86M5 -166L5 86", "#f1ead8", width=0.5)


def harp(brush: Brush, colour: str) -> None:
    """A lyre-sized harp."""
    strings = "".join(
        f"M{-22 + k * 11} {-100 + k * 6}L{-22 + k * 11} {8 - k * 6}" for k in range(6)
    )
    brush.line(strings, "#fff6dc", width=0.9)
    brush.line(strings, shadow(colour, 1.8), width=0.4)
    brush.shape("M-40 20C-50 -30 -46 -90 -30 -124C-26 -132 -14 -130 -16 -120C-28 -84 -34 -30"
                " -28 10Z", colour,
                paint=metallic(brush.canvas, colour, (-46, -60), (-24, -60)))  # fmt: skip
    brush.shape(
        "M-32 -126C0 -100 30 -108 46 -86C54 -74 46 -62 38 -70C20 -90 -8 -86 -26 -112Z", colour
    )
    brush.shape("M-42 14C-10 30 30 0 42 -72L52 -68C50 10 -2 52 -40 30Z", colour)
    brush.tone("M-38 26C-2 44 46 10 50 -60L52 -68C50 10 -2 52 -40 30Z", shadow(colour))
    brush.shape(ellipse(-27, -126, 10, 10), glow(colour, 0.8), line=0.8)


def violin(brush: Brush, colour: str) -> None:
    brush.shape("M-5 0L-4 -140L4 -140L5 0Z", "#3a2418", line=0.9)
    brush.shape("M-7 -138C-10 -160 10 -164 8 -148C4 -152 0 -148 5 -138Z", "#4a2d1c", line=0.8)
    body = ("M0 -22C22 -24 36 -10 30 6C26 16 24 24 32 34C44 56 30 78 0 78C-30 78 -44 56 -32 34"
            "C-24 24 -26 16 -30 6C-36 -10 -22 -24 0 -22Z")  # fmt: skip
    brush.shape(body, colour)
    brush.tone("M8 -22C26 -22 34 -10 30 6C26 16 24 24 32 34C44 56 30 78 0 78C26 62 20 38 14 24"
               "C10 8 20 -8 8 -22Z",
               shadow(colour))  # fmt: skip
    brush.line("M-14 18C-20 26 -10 36 -16 46M14 18C20 26 10 36 16 46", "#2a1810", width=1.4)
    brush.shape("M-9 30L9 30L8 36L-8 36Z M-6 52L6 52L4 76L-4 76Z", "#241812", line=0.6)
    brush.line("M-3 -136L-3 56M0 -136L0 56M3 -136L3 56", "#f0e8d4", width=0.5)
    brush.line("M-64 40L66 -16", "#5a3a24", width=2.2)
    brush.line("M-62 46L66 -10", "#f6f0e0", width=1.0)


def flute(brush: Brush, colour: str) -> None:
    brush.shape("M-5 60L5 60L5 -120L-5 -120Z", colour,
                paint=metallic(brush.canvas, colour, (-5, 0), (5, 0)))  # fmt: skip
    for y in (-60, -44, -28, 26, 42):
        brush.shape(ellipse(0, y, 4, 4), shadow(colour, 1.2), line=0.5)
    brush.shape("M-7 -96L7 -96L7 -108L-7 -108Z", glow(colour, 0.8), line=0.7)
    for y in (-80, 8, 54):
        brush.line(f"M-6 {y}L6 {y}", GOLD, width=1.6)


def trumpet(brush: Brush, colour: str) -> None:
    brush.line("M-4 40L-4 -60", shadow(colour, 1.2), width=6.0)
    brush.line("M-4 40L-4 -60", colour, width=4.0)
    brush.line(
        "M-4 -40C-4 -62 26 -62 26 -40L26 16C26 38 -4 38 -4 16", shadow(colour, 1.4), width=6.0
    )
    brush.line("M-4 -40C-4 -62 26 -62 26 -40L26 16C26 38 -4 38 -4 16", colour, width=4.0)
    for y in (-22, -8, 6):
        brush.shape(f"M4 {y - 4}L18 {y - 4}L18 {y + 4}L4 {y + 4}Z", glow(colour, 0.6), line=0.6)
    brush.shape("M-9 -56C-10 -96 -20 -112 -38 -126L30 -126C12 -112 2 -96 1 -56Z", colour,
                paint=metallic(brush.canvas, colour, (-36, -100), (28, -100)))  # fmt: skip
    brush.shape(ellipse(-4, -126, 34, 8), shadow(colour, 1.6), line=0.9)
    brush.shape("M-10 40L2 40L4 52L-12 52Z", colour, line=0.8)


def drum(brush: Brush, colour: str) -> None:
    brush.shape("M-52 -70L52 -70L52 2C40 18 -40 18 -52 2Z", colour)
    brush.tone("M14 -70L52 -70L52 2C44 12 24 14 10 14Z", shadow(colour))
    brush.line("M-52 -62L-30 6L-8 -58L14 10L34 -60L52 0", "#f2e3b8", width=1.6)
    brush.shape(ellipse(0, -70, 54, 15), "#f6efdf")
    brush.line("M-53 2C-40 18 40 18 53 2", GOLD, width=3.0)
    brush.line("M-60 -112L-14 -74M58 -116L18 -76", WOOD, width=3.4)
    brush.shape(ellipse(-13, -74, 6, 5), "#e9d9b4", line=0.6)
    brush.shape(ellipse(17, -76, 6, 5), "#e9d9b4", line=0.6)
