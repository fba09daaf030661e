"""Companions, carried on the arm."""

from __future__ import annotations

from ..paint import Brush, ellipse, glow, mix, shadow

PINK, DARK = "#e79aa6", "#231b1d"


def _eyes(brush: Brush, left: float, right: float, y: float, iris: str = DARK) -> None:
    for x in (left, right):
        brush.fill(ellipse(x, y, 5.5, 6.5), DARK if iris == DARK else iris)
        if iris != DARK:
            brush.fill(ellipse(x, y, 2.2, 5.5), DARK)
        brush.fill(ellipse(x - 1.6, y - 2.2, 1.8, 1.8), "#ffffff")


def _body(brush: Brush, colour: str) -> None:
    brush.shape("M-30 4C-40 -30 -26 -58 6 -58C38 -58 50 -28 42 4C30 18 -18 18 -30 4Z", colour)
    brush.tone("M14 -56C40 -54 50 -28 42 4C34 14 16 16 4 15C30 0 32 -30 14 -56Z", shadow(colour))
    brush.shape("M-20 -2C-26 14 -10 18 -6 6Z M12 2C12 18 28 18 28 4Z", glow(colour, 0.4), line=0.8)


def _head(brush: Brush, colour: str) -> None:
    brush.shape("M4 -124C34 -124 46 -106 44 -86C42 -66 24 -58 4 -58C-16 -58 -34 -66 -36 -86"
                "C-38 -106 -26 -124 4 -124Z",
                colour)  # fmt: skip
    brush.tone(
        "M22 -121C42 -114 46 -100 44 -86C42 -66 24 -58 4 -58C28 -70 34 -96 22 -121Z", shadow(colour)
    )


def cat(brush: Brush, colour: str) -> None:
    brush.shape("M36 0C70 -4 74 -44 60 -64C54 -70 48 -62 54 -54C62 -40 54 -20 32 -14Z", colour)
    _body(brush, colour)
    brush.shape("M-32 -96L-34 -146L-4 -120Z M40 -96L42 -146L12 -120Z", colour, line=0.9)
    brush.fill("M-27 -108L-28 -134L-12 -120Z M35 -108L36 -134L20 -120Z", PINK)
    _head(brush, colour)
    brush.line("M4 -122L4 -108M-6 -120L-4 -109M14 -120L12 -109", shadow(colour, 1.8), width=2.0)
    _eyes(brush, -13, 21, -90, "#8fcf5a")
    brush.fill("M0 -78L8 -78L4 -73Z", PINK)
    brush.line("M4 -73C0 -66 -6 -66 -8 -69M4 -73C8 -66 14 -66 16 -69", DARK, width=0.9)
    brush.line("M-16 -76L-46 -80M-16 -72L-44 -68M24 -76L54 -80M24 -72L52 -68", "#ffffff", width=0.7)


def dog(brush: Brush, colour: str) -> None:
    brush.shape("M36 -6C62 -14 68 -40 56 -50C50 -48 52 -32 30 -22Z", colour)
    _body(brush, colour)
    brush.fill("M-12 -54C-8 -20 16 -20 20 -54Z", mix(colour, "#ffffff", 0.75))
    _head(brush, colour)
    ear = shadow(colour, 1.3)
    brush.shape("M-28 -112C-56 -116 -60 -74 -46 -62C-34 -66 -34 -92 -20 -114Z", ear)
    brush.shape("M36 -112C64 -116 68 -74 54 -62C42 -66 42 -92 28 -114Z", ear)
    brush.shape(ellipse(4, -74, 20, 16), mix(colour, "#ffffff", 0.75), line=0.7)
    _eyes(brush, -13, 21, -96)
    brush.fill(ellipse(4, -82, 8, 6), DARK)
    brush.fill("M0 -66C-2 -50 12 -50 10 -66Z", "#e8606c")
    brush.line("M4 -76L4 -68M-8 -69C-2 -64 10 -64 16 -69", DARK, width=1.0)


def rabbit(brush: Brush, colour: str) -> None:
    for x, lean in ((-14, -8), (20, 8)):
        brush.shape(f"M{x - 11} -112C{x - 18 + lean} -160 {x - 8 + lean} -188 {x + lean} -188"
                    f"C{x + 10 + lean} -188 {x + 16 + lean} -160 {x + 11} -112Z",
                    colour)  # fmt: skip
        brush.fill(f"M{x - 4} -118C{x - 8 + lean} -156 {x - 3 + lean} -176 {x + lean} -176"
                   f"C{x + 5 + lean} -176 {x + 8 + lean} -156 {x + 5} -118Z", PINK)  # fmt: skip
    _body(brush, colour)
    brush.shape(ellipse(44, 0, 13, 13), mix(colour, "#ffffff", 0.6), line=0.8)
    _head(brush, colour)
    _eyes(brush, -13, 21, -92)
    brush.fill("M0 -78L8 -78L4 -73Z", PINK)
    brush.line(
        "M4 -73L4 -68M4 -68C-2 -64 -6 -66 -8 -68M4 -68C10 -64 14 -66 16 -68", DARK, width=0.9
    )
    brush.fill("M1 -66L7 -66L7 -59L1 -59Z", "#ffffff")


def fox(brush: Brush, colour: str) -> None:
    brush.shape("M30 6C84 10 92 -40 70 -78C64 -60 40 -54 34 -24Z", colour)
    brush.shape("M70 -78C84 -56 84 -40 76 -26C66 -34 62 -44 64 -62Z", "#fbf6ee", line=0.7)
    _body(brush, colour)
    brush.fill("M-12 -54C-10 -14 18 -14 20 -54Z", "#fbf6ee")
    brush.shape("M-34 -94L-40 -150L-2 -118Z M42 -94L48 -150L10 -118Z", colour, line=0.9)
    brush.fill("M-30 -108L-33 -134L-14 -118Z M38 -108L41 -134L22 -118Z", DARK)
    brush.shape(
        "M4 -122C34 -122 52 -96 48 -84C36 -72 18 -66 4 -54C-10 -66 -28 -72 -40 -84C-44 -96 -26"
        " -122 4 -122Z",
        colour,
    )
    brush.fill(
        "M-40 -84C-26 -92 -10 -84 4 -66C18 -84 34 -92 48 -84C36 -72 18 -66 4 -54C-10 -66 -28"
        " -72 -40 -84Z",
        "#fbf6ee",
    )
    _eyes(brush, -12, 20, -94)
    brush.fill(ellipse(4, -60, 6, 5), DARK)


def bird(brush: Brush, colour: str) -> None:
    """Perched on the fist."""
    brush.shape("M-10 8C-16 40 -6 64 4 70C14 64 20 40 16 8Z", shadow(colour, 0.9))
    brush.shape(
        "M2 -92C30 -92 40 -60 34 -24C28 6 14 16 2 16C-10 16 -24 6 -30 -24C-36 -60 -26 -92 2 -92Z",
        colour,
    )
    brush.fill("M2 -58C20 -58 22 -10 2 10C-18 -10 -16 -58 2 -58Z", mix(colour, "#fff4dc", 0.65))
    brush.line(
        "M-8 -44L-2 -40L4 -44L10 -40M-8 -30L-2 -26L4 -30L10 -26M-6 -16L0 -12L6 -16",
        shadow(colour, 1.2),
        width=1.0,
    )
    brush.shape("M26 -56C42 -40 40 -4 24 10C16 -6 16 -36 26 -56Z M-22 -56C-38 -40 -36 -4 -20"
                " 10C-12 -6 -12 -36 -22 -56Z",
                shadow(colour, 0.8), line=0.8)  # fmt: skip
    brush.shape("M-24 -84L-30 -106L-8 -94Z M28 -84L34 -106L12 -94Z", colour, line=0.8)
    for x in (-10, 14):
        brush.shape(ellipse(x, -76, 12, 12), mix(colour, "#fff4dc", 0.8), line=0.6)
        brush.fill(ellipse(x, -76, 8, 8), "#f0b429")
        brush.fill(ellipse(x, -76, 4.5, 4.5), DARK)
    brush.shape("M-3 -70L7 -70L2 -58Z", "#e08a2a", line=0.7)
    brush.line("M-8 16L-12 24M-4 16L-4 26M8 16L8 26M12 16L16 24", "#e08a2a", width=2.4)


def snake(brush: Brush, colour: str) -> None:
    path = (
        "M-20 90C-50 70 -10 50 10 40C34 26 -30 20 -26 -4C-22 -26 30 -20 28 -48C26 -70 -10"
        " -66 -12 -92"
    )
    brush.line(path, shadow(colour, 2.0), width=12.5)
    brush.line(path, colour, width=10.5)
    brush.line(path, glow(colour, 1.1), width=3.0, opacity=0.7)
    brush.shape(
        "M-26 -92C-34 -112 -18 -126 -8 -126C4 -126 14 -110 4 -92C-4 -84 -18 -84 -26 -92Z", colour
    )
    brush.line("M-10 -126L-12 -142L-18 -150M-12 -142L-6 -150", "#d8333f", width=1.6)
    for x in (-19, -3):
        brush.fill(ellipse(x, -108, 4, 4.5), "#f4d03c")
        brush.fill(ellipse(x, -108, 1.4, 4), DARK)


def dragon(brush: Brush, colour: str) -> None:
    wing = mix(colour, "#e8a04a", 0.55)
    for sign in (-1, 1):
        x = 4 + sign * 26
        brush.shape(f"M{x} -46L{x + sign * 34} -98L{x + sign * 64} -84C{x + sign * 56} -66"
                    f" {x + sign * 58} -54 {x + sign * 62} -40"
                    f"C{x + sign * 46} -44 {x + sign * 36} -36 {x + sign * 30} -24"
                    f"C{x + sign * 22} -32 {x + sign * 12} -30 {x} -22Z",
                    wing)  # fmt: skip
    brush.shape("M36 0C74 6 84 -30 70 -46L84 -54L64 -60C66 -40 60 -22 32 -16Z", colour)
    _body(brush, colour)
    brush.fill("M-10 -52C-10 -12 18 -12 18 -52Z", mix(colour, "#f6e6b0", 0.75))
    brush.line("M-9 -40L17 -40M-7 -28L15 -28", shadow(colour, 1.2), width=1.0)
    brush.shape("M-22 -112L-34 -142L-8 -122Z M30 -112L42 -142L16 -122Z", "#f0dfb6", line=0.8)
    _head(brush, colour)
    brush.shape(ellipse(4, -72, 24, 15), glow(colour, 0.5), line=0.8)
    brush.fill(ellipse(-4, -76, 3, 2.4), DARK)
    brush.fill(ellipse(12, -76, 3, 2.4), DARK)
    _eyes(brush, -14, 22, -98, "#f4d03c")
    brush.line("M-14 -66C-4 -60 12 -60 22 -66", DARK, width=1.0)
