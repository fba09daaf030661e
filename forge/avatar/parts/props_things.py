"""Papers, devices, treasures and the odd weapon."""

from __future__ import annotations

import math

from ..figure import metallic
from ..paint import Brush, ellipse, glow, mix, polygon, shadow
from .props_weapons import GOLD, LEATHER, WOOD


def _halo(brush: Brush, x: float, y: float, r: float, colour: str) -> None:
    paint = brush.canvas.radial(x, y, r, [(0, colour, 0.7), (0.5, colour, 0.3), (1, colour, 0.0)])
    brush.fill(ellipse(x, y, r, r), paint)


def shuriken(brush: Brush, colour: str) -> None:
    points = []
    for k in range(8):
        reach = 52 if k % 2 == 0 else 16
        a = math.pi * k / 4 - 0.3
        points.append((math.cos(a) * reach, -44 + math.sin(a) * reach))
    brush.shape(
        polygon(points), colour, paint=metallic(brush.canvas, colour, (-40, -80), (40, -10))
    )
    brush.shape(ellipse(0, -44, 7, 7), "#2a2c33", line=0.7)


def crossbow(brush: Brush, colour: str) -> None:
    brush.line("M-62 -66L0 -26L62 -66", "#efe9da", width=1.2)
    brush.shape("M-10 64L12 70L9 -120L-9 -120Z", colour)
    brush.tone("M2 66L12 70L9 -120L3 -120Z", shadow(colour))
    brush.shape("M-66 -66C-44 -110 -20 -112 0 -112C20 -112 44 -110 66 -66L60 -64C40 -96 20 -98"
                " 0 -98"
                "C-20 -98 -40 -96 -60 -64Z", "#8e97a3")  # fmt: skip
    brush.line("M0 -26L0 -150", "#6b4a2a", width=3.4)
    brush.shape("M0 -168L7 -148L-7 -148Z", "#c3cad2", line=0.7)
    brush.shape("M8 -10L24 4L20 14L6 4Z", LEATHER, line=0.8)


def whip(brush: Brush, colour: str) -> None:
    path = (
        "M0 -30C-6 -90 60 -120 74 -70C84 -30 30 -20 40 20C52 70 110 40 112 90C112 120 80 130 66 116"
    )
    brush.line(path, shadow(colour, 1.6), width=4.6)
    brush.line(path, colour, width=3.0)
    brush.line(path, glow(colour, 1.0), width=0.8)
    brush.shape("M-6 40L6 40L5 -36L-5 -36Z", LEATHER, line=0.9)
    brush.shape(ellipse(0, 42, 8, 6), GOLD, line=0.8)


def lightning(brush: Brush, colour: str) -> None:
    _halo(brush, 4, -60, 84, colour)
    brush.shape(
        "M14 -150L-30 -66L-4 -66L-22 -4L38 -86L10 -86L36 -150Z", mix(colour, "#fff27a", 0.55)
    )
    brush.fill("M14 -142L-18 -72L4 -72L-8 -30L24 -80L2 -80L24 -142Z", "#fffbe0", opacity=0.85)
    brush.line(
        "M-40 -30L-54 -20L-46 -12M48 -120L62 -132L58 -142M44 -40L58 -34",
        glow(colour, 1.0),
        width=1.8,
    )


def scroll(brush: Brush, colour: str) -> None:
    brush.shape("M-40 -100L40 -100L36 18L-36 18Z", colour)
    brush.tone("M20 -100L40 -100L36 18L18 18Z", shadow(colour))
    brush.line(
        "M-26 -82L22 -82M-26 -68L26 -68M-26 -54L14 -54M-26 -40L24 -40M-24 -8L10 -8",
        "#7a5a3a",
        width=1.3,
    )
    brush.shape(ellipse(20, -14, 8, 8), "#b8303a", line=0.7)
    for y in (-104, 20):
        brush.shape(f"M-46 {y - 8}L46 {y - 8}C52 {y - 8} 52 {y + 8} 46 {y + 8}L-46 {y + 8}C-52"
                    f" {y + 8} -52 {y - 8} -46 {y - 8}Z",
                    shadow(colour, 0.4))  # fmt: skip
        brush.shape(ellipse(-50, y, 5, 9) + ellipse(50, y, 5, 9), WOOD, line=0.8)


def fan(brush: Brush, colour: str) -> None:
    """Spread, its rivet in the hand."""
    outer, inner = [], []
    for k in range(9):
        a = math.radians(-160 + k * 17.5)
        lift = 1.0 if k % 2 else 0.97
        outer.append((math.cos(a) * 112 * lift, math.sin(a) * 112 * lift))
        inner.append((math.cos(a) * 46, math.sin(a) * 46))
    ribs = "".join(f"M0 4L{x:.1f} {y:.1f}" for x, y in outer)
    brush.line(ribs, shadow("#c9a15a", 1.0), width=2.2)
    brush.shape(polygon([*outer, *inner[::-1]]), colour)
    brush.line("".join(f"M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}" for (a, b), (c, d) in zip(inner,
        outer, strict=True)),
               shadow(colour, 1.6), width=0.9)  # fmt: skip
    rim = [(x * 0.9, y * 0.9) for x, y in outer]
    brush.line(polygon(rim, closed=False), "#f3d98a", width=2.0)
    for k in (2, 4, 6):
        x, y = outer[k][0] * 0.68, outer[k][1] * 0.68
        for a in range(5):
            brush.fill(
                ellipse(x + math.cos(a * 1.257) * 6, y + math.sin(a * 1.257) * 6, 5, 5), "#ffe4ea"
            )
        brush.fill(ellipse(x, y, 3, 3), "#f4c542")


def laptop(brush: Brush, colour: str) -> None:
    """Open on the forearm."""
    brush.shape("M-58 -96L58 -96L54 -18L-54 -18Z", colour)
    brush.fill("M-51 -89L51 -89L48 -26L-48 -26Z", "#1f2a3d")
    brush.line(
        "M-40 -78L-10 -78M-34 -68L16 -68M-34 -58L2 -58M-40 -48L26 -48M-34 -38L-6 -38",
        "#6fe0a8",
        width=1.6,
    )
    brush.shape("M-54 -18L54 -18L70 6L-70 6Z", glow(colour, 0.4))
    brush.fill("M-46 -14L46 -14L54 -4L-54 -4Z", shadow(colour, 1.6))
    brush.shape("M-70 6L70 6L70 12L-70 12Z", shadow(colour, 0.6), line=0.8)


def pen(brush: Brush, colour: str) -> None:
    """A quill."""
    brush.shape("M0 34L-3 18C-26 -40 -20 -104 26 -142C34 -92 28 -36 4 18Z", "#f6f1e6")
    brush.tone("M4 18C28 -36 34 -92 26 -142C22 -90 14 -40 1 20Z", shadow("#f6f1e6"))
    brush.line(
        "M0 34C4 -30 12 -90 24 -134M-12 -40L4 -22M-14 -66L8 -48M20 -60L10 -46",
        shadow(colour, 0.4),
        width=1.0,
    )
    brush.shape("M-3 18L4 18L0 40Z", colour, line=0.7)


def magnifier(brush: Brush, colour: str) -> None:
    brush.shape("M-6 50L6 50L5 -44L-5 -44Z", "#5a3a26", line=0.9)
    brush.fill(ellipse(0, -86, 38, 38), "#dff1fb", opacity=0.55)
    brush.line(ellipse(0, -86, 38, 38), shadow(colour, 1.6), width=6.4)
    brush.line(ellipse(0, -86, 38, 38), colour, width=4.4)
    brush.stroke([(-24, -84), (-18, -104), (0, -112)], "#ffffff", width=5)
    brush.shape("M-8 -50L8 -50L8 -40L-8 -40Z", colour, line=0.8)


def key(brush: Brush, colour: str) -> None:
    brush.shape(ellipse(0, 16, 26, 26) + ellipse(0, 16, 13, 13), colour, holes=True)
    brush.shape(
        "M-6 -8L6 -8L6 -112L-6 -112Z", colour, paint=metallic(brush.canvas, colour, (-6, 0), (6, 0))
    )
    brush.shape("M6 -110L34 -110L34 -94L22 -94L22 -86L30 -86L30 -74L6 -74Z", colour, line=0.9)


def gamepad(brush: Brush, colour: str) -> None:
    brush.shape("M-40 -52C-20 -60 20 -60 40 -52C60 -46 66 0 56 14C46 20 34 2 26 -6L-26 -6C-34"
                " 2 -46 20 -56 14"
                "C-66 0 -60 -46 -40 -52Z", colour)  # fmt: skip
    brush.fill("M-42 -36L-34 -36L-34 -44L-26 -44L-26 -36L-18 -36L-18 -28L-26 -28L-26 -20L-34"
               " -20L-34 -28L-42 -28Z",
               glow(colour, 1.6))  # fmt: skip
    for x, y, hue in (
        (30, -44, "#f0c33c"),
        (40, -32, "#d8433b"),
        (20, -32, "#4a8fe0"),
        (30, -20, "#5ab85a"),
    ):
        brush.fill(ellipse(x, y, 5, 5), hue)
    for x in (-14, 14):
        brush.shape(ellipse(x, -14, 8, 8), shadow(colour, 1.2), line=0.7)


def skull(brush: Brush, colour: str) -> None:
    brush.shape("M2 -104C38 -104 48 -76 44 -54C42 -40 30 -36 28 -28L28 -8L-24 -8L-24 -28C-26"
                " -36 -38 -40 -40 -54"
                "C-44 -76 -34 -104 2 -104Z", colour)  # fmt: skip
    brush.tone(
        "M22 -100C44 -92 48 -76 44 -54C42 -40 30 -36 28 -28L28 -8L14 -8C18 -40 36 -60 22 -100Z",
        shadow(colour),
    )
    dark = "#2a2228"
    brush.fill(ellipse(-15, -60, 12, 13) + ellipse(20, -60, 12, 13), dark)
    brush.fill("M2 -46L8 -34L-4 -34Z", dark)
    brush.line(
        "M-14 -24L-14 -9M-4 -24L-4 -9M7 -24L7 -9M17 -24L17 -9M-22 -24L26 -24", dark, width=1.2
    )


def gem(brush: Brush, colour: str) -> None:
    _halo(brush, 2, -52, 70, colour)
    brush.shape("M-40 -66L-20 -92L24 -92L44 -66L2 -8Z", colour)
    brush.fill("M-40 -66L-14 -66L-20 -92Z M-14 -66L18 -66L24 -92L-20 -92Z", glow(colour, 1.3))
    brush.fill("M18 -66L44 -66L2 -8Z", shadow(colour, 1.2))
    brush.line(
        "M-40 -66L44 -66M-14 -66L2 -8L18 -66M-20 -92L-14 -66L2 -92L18 -66L24 -92",
        "#ffffff",
        width=0.8,
        opacity=0.8,
    )


def pumpkin(brush: Brush, colour: str) -> None:
    _halo(brush, 0, 60, 84, "#ffd76a")
    brush.line("M-40 30C-40 -24 40 -24 40 30", "#4a3226", width=2.0)
    for x, r in ((-30, 26), (30, 26), (0, 32)):
        brush.shape(ellipse(x, 58, r, 36), colour, line=0.9)
    brush.shape("M-6 26L8 26L12 8L2 10Z", "#5c7a3a", line=0.8)
    light = "#ffe27a"
    brush.fill("M-30 50L-10 50L-20 36Z M10 50L30 50L20 36Z M-4 60L6 60L1 52Z", light)
    brush.fill(
        "M-36 64L-22 68L-16 62L-8 70L0 64L8 70L16 62L22 68L36 64C28 90 -28 90 -36 64Z", light
    )


def gift(brush: Brush, colour: str) -> None:
    ribbon = "#f4d98a" if colour != "#f4d98a" else "#c8323f"
    brush.shape("M-44 -62L48 -62L48 10L-44 10Z", colour)
    brush.tone("M14 -62L48 -62L48 10L14 10Z", shadow(colour))
    brush.shape("M-50 -80L54 -80L54 -60L-50 -60Z", glow(colour, 0.3))
    brush.fill("M-8 -80L12 -80L12 10L-8 10Z", ribbon)
    for sign in (-1, 1):
        brush.shape(f"M2 -80C{2 + sign * 14} -112 {2 + sign * 46} -112 {2 + sign * 42} -92"
                    f"C{2 + sign * 38} -82 {2 + sign * 14} -80 2 -80Z",
                    ribbon, line=0.9)  # fmt: skip
    brush.shape(ellipse(2, -82, 8, 7), shadow(ribbon, 0.5), line=0.8)


def cigarette(brush: Brush, colour: str) -> None:
    brush.shape("M-4 10L4 10L4 -56L-4 -56Z", colour, line=0.7)
    brush.fill("M-4 10L4 10L4 -10L-4 -10Z", "#d99a4e")
    brush.fill("M-4 -50L4 -50L4 -58L-4 -58Z", "#f06a2a")
    brush.line(
        "M0 -62C10 -80 -10 -92 2 -112C10 -126 -2 -134 4 -146", "#ffffff", width=2.0, opacity=0.7
    )


def newspaper(brush: Brush, colour: str) -> None:
    brush.shape("M-58 -86L0 -78L60 -86L60 6L0 14L-58 6Z", colour)
    brush.tone("M0 -78L60 -86L60 6L0 14Z", shadow(colour, 0.6))
    brush.line("M-48 -70L-8 -65M10 -65L52 -71", "#3a3c44", width=3.2)
    rows = "".join(f"M-48 {y}L-8 {y + 5}M10 {y + 5}L50 {y}" for y in range(-54, -4, 10))
    brush.line(rows, "#8a8d96", width=1.2)
    brush.fill("M14 -46L46 -50L46 -24L14 -20Z", "#aeb4bd")
    brush.line("M0 -78L0 14", shadow(colour, 1.6), width=1.0)


def syringe(brush: Brush, colour: str) -> None:
    brush.line("M0 -84L0 -126", "#aab3bd", width=1.6)
    brush.fill("M-10 20L10 20L10 -70L-10 -70Z", "#e9f3f8")
    brush.fill("M-9 -20L9 -20L9 -69L-9 -69Z", "#6fc9e8")
    brush.line(
        "M-10 20L-10 -70L10 -70L10 20Z M-10 -50L-3 -50M-10 -34L-3 -34M-10 -18L-3 -18",
        shadow(colour, 1.8),
        width=1.2,
    )
    brush.shape("M-4 -84L4 -84L6 -70L-6 -70Z", colour, line=0.7)
    brush.shape(
        "M-3 48L3 48L3 20L-3 20Z M-14 54L14 54L14 46L-14 46Z M-18 24L18 24L18 17L-18 17Z",
        colour,
        line=0.8,
    )


def drone(brush: Brush, colour: str) -> None:
    """Hovers above the open hand."""
    _halo(brush, 4, -70, 80, "#59e0f2")
    for x in (-56, 64):
        brush.line(f"M{x} -98L4 -84", shadow(colour, 1.4), width=3.4)
        brush.fill(ellipse(x, -104, 34, 5), "#cfd8e0", opacity=0.75)
        brush.shape(
            f"M{x - 4} -106L{x + 4} -106L{x + 4} -92L{x - 4} -92Z", shadow(colour, 0.8), line=0.7
        )
    brush.shape(
        ellipse(4, -78, 36, 30), colour, paint=metallic(brush.canvas, colour, (-30, -96), (38, -60))
    )
    brush.shape(ellipse(4, -74, 17, 17), "#1f2a3d")
    brush.fill(ellipse(4, -74, 10, 10), "#59e0f2")
    brush.fill(ellipse(0, -78, 4, 4), "#ffffff")
    brush.line("M-14 -50L-20 -36M22 -50L28 -36", shadow(colour, 1.2), width=2.4)


def compass(brush: Brush, colour: str) -> None:
    brush.shape("M-6 -72L10 -72L8 -62L-4 -62Z", colour, line=0.8)
    brush.shape(
        ellipse(2, -34, 36, 36), colour, paint=metallic(brush.canvas, colour, (-30, -60), (34, -8))
    )
    brush.shape(ellipse(2, -34, 27, 27), "#f7f1e0", line=0.8)
    brush.fill("M2 -58L8 -34L-4 -34Z", "#c8323f")
    brush.fill("M2 -10L8 -34L-4 -34Z", "#3a4a66")
    brush.line("M2 -60L2 -56M2 -12L2 -8M-24 -34L-20 -34M24 -34L28 -34", "#5a4a30", width=1.4)


def watering_can(brush: Brush, colour: str) -> None:
    brush.line("M-30 46C-30 -10 34 -10 34 46", shadow(colour, 1.4), width=4.0)
    brush.shape("M30 96L74 52L82 60L34 112Z", shadow(colour, 0.5))
    brush.shape("M66 44L90 62L94 52L76 38Z", colour, line=0.9)
    brush.shape("M-40 44L38 44L44 118L-46 118Z", colour)
    brush.tone("M10 44L38 44L44 118L12 118Z", shadow(colour))
    brush.line("M-41 60L39 60M-45 104L43 104", glow(colour, 0.9), width=1.6)
    brush.line("M88 64L92 84M96 62L106 78M84 70L82 88", "#6fc9f0", width=1.6)


def cards(brush: Brush, colour: str) -> None:
    for index, turn in enumerate((-26, -9, 9, 26)):
        a = math.radians(turn)
        cos, sin = math.cos(a), math.sin(a)

        def put(x: float, y: float, cos: float = cos, sin: float = sin) -> tuple[float, float]:
            return (x * cos - y * sin, x * sin + y * cos)

        brush.shape(
            polygon([put(-20, 0), put(20, 0), put(20, -84), put(-20, -84)]), colour, line=0.9
        )
        x, y = put(-9, -68)
        hue = "#c8323f" if index % 2 else "#26262e"
        brush.fill(polygon([(x, y - 9), (x + 7, y), (x, y + 9), (x - 7, y)]), hue)
        x, y = put(4, -36)
        brush.fill(polygon([(x, y - 14), (x + 10, y), (x, y + 14), (x - 10, y)]), hue)


def torch(brush: Brush, colour: str) -> None:
    _halo(brush, 0, -110, 90, "#ffb04a")
    brush.shape("M-6 70L6 70L12 -66L-12 -66Z", colour)
    brush.shape("M-15 -84L15 -84L12 -60L-12 -60Z", "#5b5f68", line=0.9)
    brush.shape("M-22 -82C-34 -116 -8 -124 -10 -160C18 -142 40 -116 22 -82Z", "#ff8a2a", line=0.7)
    brush.fill("M-11 -83C-18 -106 2 -112 0 -132C16 -116 22 -100 11 -83Z", "#ffd95a")
    brush.fill(ellipse(0, -90, 6, 9), "#fff6cf")


def open_book(brush: Brush, colour: str) -> None:
    """Read from the hand: the covers towards the viewer, pages fanned above them."""
    brush.shape("M0 -66C-20 -82 -50 -82 -68 -72L-68 14C-50 6 -20 6 0 20C20 6 50 6 68 14L68 -72"
                "C50 -82 20 -82 0 -66Z",
                "#f6efdc")  # fmt: skip
    brush.shape("M0 -58C-20 -74 -50 -74 -72 -64L-72 22C-50 12 -20 12 0 27C20 12 50 12 72 22L72"
                " -64C50 -74 20 -74 0 -58Z",
                colour)  # fmt: skip
    brush.tone("M0 -58C20 -74 50 -74 72 -64L72 22C50 12 20 12 0 27Z", shadow(colour))
    brush.line("M-60 -56C-44 -62 -24 -60 -10 -50L-10 10C-24 2 -44 2 -60 8Z", GOLD, width=1.2)
    brush.line("M60 -56C44 -62 24 -60 10 -50L10 10C24 2 44 2 60 8Z", GOLD, width=1.2)
    brush.shape("M-36 -38L-26 -26L-36 -12L-46 -26Z", GOLD, line=0.6)
    brush.line("M0 -58L0 27", shadow(colour, 1.6), width=1.4)
