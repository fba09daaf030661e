"""Masks over the whole or the lower face, by what they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import Brush, ellipse, glow, mix, shadow, smooth

# middle of the face, share of its width
_FACE = {"front": (0.0, 1.0), "quarter": (24.0, 0.82), "side": (54.0, 0.48)}
_EYES = {
    "front": ((-35.0, 1.0), (35.0, 1.0)),
    "quarter": ((-6.0, 0.92), (51.0, 0.60)),
    "side": ((53.0, 0.42),),
}


def _strap(figure: Figure, colour: str) -> None:
    figure.head_brush(Layer.EYEWEAR).line("M-78 6C-40 18 40 18 78 6", colour, width=3.4)


def _plate(
    figure: Figure, brush: Brush, colour: str, *, low: float = 104.0, top: float = -46.0
) -> None:
    """A whole face with holes for the eyes."""
    x, wide = _FACE[figure.view]
    w = 70 * wide
    data = smooth([(x, top), (x + w * 0.7, top + 10), (x + w, 0), (x + w * 0.92, 48),
                   (x + w * 0.5, 88), (x, low),
                   (x - w * 0.5, 88), (x - w * 0.92, 48), (x - w, 0), (x - w * 0.7, top + 10)],
                   closed=True)  # fmt: skip
    holes = "".join(ellipse(ex, 15, 21 * ew, 13) for ex, ew in _EYES[figure.view])
    brush.shape(data + holes, colour, holes=True)
    brush.tone(smooth([(x + w * 0.55, top + 10), (x + w, 0), (x + w * 0.92, 48), (x + w * 0.5,
        88), (x + w * 0.1, low - 4),
                       (x + w * 0.6, 56), (x + w * 0.78, 34)], closed=True),
                       shadow(colour))  # fmt: skip
    brush.line(holes, shadow(colour, 1.8), width=1.4)


def gas(figure: Figure, brush: Brush, colour: str) -> None:
    x, w = _FACE[figure.view]
    brush.shape(
        smooth(
            [
                (x - 62 * w, 30),
                (x, 24),
                (x + 62 * w, 30),
                (x + 50 * w, 84),
                (x, 108),
                (x - 50 * w, 84),
            ],
            closed=True,
        ),
        colour,
    )
    for sign in (-1.0, 1.0) if figure.view == "front" else (1.0,):
        cx = x + sign * 42 * w
        brush.shape(ellipse(cx, 84, 25 * max(w, 0.6), 25), "#6d747e")
        brush.line(ellipse(cx, 84, 16 * max(w, 0.6), 16) + f"M{cx - 12:.1f} 84L{cx + 12:.1f}"
                                                           f" 84M{cx:.1f} 72L{cx:.1f} 96",
                   "#3a3f48", width=1.8)  # fmt: skip
    brush.shape(ellipse(x, 66, 15 * w, 13), shadow(colour, 0.8), line=0.9)


def kitsune(figure: Figure, brush: Brush, colour: str) -> None:
    x, w = _FACE[figure.view]
    for sign in (-1.0, 1.0):
        brush.shape(
            smooth(
                [(x + sign * 30 * w, -40), (x + sign * 62 * w, -108), (x + sign * 70 * w, -30)],
                closed=True,
            ),
            colour,
        )
        brush.fill(
            smooth(
                [(x + sign * 40 * w, -46), (x + sign * 59 * w, -88), (x + sign * 64 * w, -40)],
                closed=True,
            ),
            "#c8323f",
        )
    _plate(figure, brush, colour, low=100)
    red = "#c8323f"
    for ex, ew in _EYES[figure.view]:
        brush.line(
            f"M{ex - 24 * ew:.1f} 4C{ex:.1f} -8 {ex + 12 * ew:.1f} -6 {ex + 24 * ew:.1f} 2",
            red,
            width=3,
        )
    for sign in (-1.0, 1.0):
        for k in (0, 10, 20):
            brush.line(
                f"M{x + sign * 36 * w:.1f} {52 + k * 0.8:.1f}L{x + sign * 60 * w:.1f} {46 + k:.1f}",
                red,
                width=1.8,
            )
    brush.fill(ellipse(x, 62, 7 * w, 5), "#241a1a")
    brush.fill(ellipse(x, -26, 7 * w, 10), red)


def oni(figure: Figure, brush: Brush, colour: str) -> None:
    x, w = _FACE[figure.view]
    brush.shape(smooth([(x - 66 * w, 32), (x - 20 * w, 38), (x, 26), (x + 20 * w, 38),
                        (x + 66 * w, 32), (x + 54 * w, 86),
                        (x, 110), (x - 54 * w, 86)], closed=True), colour)  # fmt: skip
    brush.fill(
        smooth(
            [
                (x - 40 * w, 64),
                (x, 58),
                (x + 40 * w, 64),
                (x + 30 * w, 92),
                (x, 96),
                (x - 30 * w, 92),
            ],
            closed=True,
        ),
        "#2a1418",
    )
    ivory = "#f6eeda"
    brush.fill(
        f"M{x - 34 * w:.1f} 66L{x + 34 * w:.1f} 66L{x + 30 * w:.1f} 74L{x - 30 * w:.1f} 74Z", ivory
    )
    for sign in (-1.0, 1.0):
        a = x + sign * 28 * w
        brush.shape(f"M{a - 7 * w:.1f} 92L{a:.1f} 54L{a + 7 * w:.1f} 92Z", ivory, line=0.7)
        brush.line(f"M{x + sign * 44 * w:.1f} 44C{x + sign * 56 * w:.1f} 52"
                   f" {x + sign * 54 * w:.1f} 66 {x + sign * 48 * w:.1f} 78",
                   shadow(colour, 1.8), width=2.2)  # fmt: skip
    brush.line(
        f"M{x - 14 * w:.1f} 46C{x:.1f} 40 {x:.1f} 40 {x + 14 * w:.1f} 46",
        shadow(colour, 1.8),
        width=2.4,
    )


def venetian(figure: Figure, brush: Brush, colour: str) -> None:
    x, w = _FACE[figure.view]
    data = smooth([(x, -4), (x + 30 * w, -18), (x + 76 * w, -34), (x + 74 * w, 10), (x + 46 * w,
        42), (x + 14 * w, 34), (x, 46),
                   (x - 14 * w, 34), (x - 46 * w, 42), (x - 74 * w, 10), (x - 76 * w, -34),
                   (x - 30 * w, -18)], closed=True)  # fmt: skip
    holes = "".join(ellipse(ex, 14, 21 * ew, 13) for ex, ew in _EYES[figure.view])
    brush.shape(data + holes, colour, holes=True)
    brush.line(data, glow(colour, 1.3), width=1.6)
    for sign in (-1.0, 1.0):
        brush.line(
            smooth([(x + sign * 20 * w, -8), (x + sign * 44 * w, -18), (x + sign * 66 * w, -22)]),
            "#ffffff",
            width=1.4,
        )
    feather = x + 60 * w
    for k, hue in enumerate(("#7a3f9c", "#b8477a", "#4f6fc0")):
        brush.shape(smooth([(feather - 4, -26), (feather + 14 - k * 16, -78),
                            (feather + 22 - k * 24, -116), (feather - 6 - k * 14, -76)],
                           closed=True), hue, line=0.8)  # fmt: skip
    brush.shape(ellipse(feather - 4, -26, 9, 9), "#f4d98a", line=0.7)


def skull(figure: Figure, brush: Brush, colour: str) -> None:
    _plate(figure, brush, colour)
    x, w = _FACE[figure.view]
    dark = "#2a2228"
    for ex, ew in _EYES[figure.view]:
        brush.line(ellipse(ex, 15, 23 * ew, 15), dark, width=5)
    brush.fill(smooth([(x, 34), (x + 9 * w, 52), (x, 49), (x - 9 * w, 52)], closed=True), dark)
    brush.line(f"M{x - 34 * w:.1f} 72L{x + 34 * w:.1f} 72", dark, width=1.8)
    for k in range(-3, 4):
        brush.line(f"M{x + k * 9 * w:.1f} 63L{x + k * 9 * w:.1f} 82", dark, width=1.6)


def ninja(figure: Figure, brush: Brush, colour: str) -> None:
    x, w = _FACE[figure.view]
    left = {"front": -80.0, "quarter": -66.0, "side": -40.0}[figure.view]
    right = {"front": 80.0, "quarter": 74.0, "side": 82.0}[figure.view]
    brush.shape(
        smooth(
            [(left, 34), (x, 34), (right, 34), (right * 0.82, 86), (x, 112), (left * 0.82, 86)],
            closed=True,
        ),
        colour,
    )
    for lift in (0, 16, 32):
        brush.stroke([(left * 0.9, 46 + lift), (x, 54 + lift), (right * 0.86, 46 + lift)],
                     shadow(colour, 1.4)
                     if colour > "#3" else glow(colour, 0.6), width=2.4)  # fmt: skip
    over = figure.head_brush(Layer.HAIR + 1)
    over.shape(
        smooth(
            [(left, -50), (x, -42), (right, -50), (right, -26), (x, -16), (left, -26)], closed=True
        ),
        colour,
    )
    over.shape(
        f"M{x - 26 * w:.1f} -44L{x + 26 * w:.1f} -44L{x + 26 * w:.1f} -22L{x - 26 * w:.1f} -22Z",
        "#a8b3c0",
        line=0.8,
    )


def plague(figure: Figure, brush: Brush, colour: str) -> None:
    _plate(figure, brush, colour)
    x, w = _FACE[figure.view]
    for ex, ew in _EYES[figure.view]:
        brush.line(ellipse(ex, 15, 23 * ew, 17), "#c9a24a", width=3)
        brush.fill(ellipse(ex, 15, 21 * ew, 15), "#6a4a3a", opacity=0.35)
    tip = {"front": (0.0, 138.0), "quarter": (92.0, 124.0), "side": (170.0, 104.0)}[figure.view]
    beak = smooth(
        [
            (x - 22 * w, 30),
            (x + 22 * w, 30),
            ((x + tip[0]) / 2 + 18, 84),
            tip,
            ((x + tip[0]) / 2 - 22, 92),
        ],
        closed=True,
    )
    brush.shape(beak, glow(colour, 0.25))
    brush.stroke(
        [(x, 36), ((x + tip[0]) / 2, 76), (tip[0], tip[1] - 8)], shadow(colour, 1.5), width=3
    )


def cyber(figure: Figure, brush: Brush, colour: str) -> None:
    x, w = _FACE[figure.view]
    base = mix(colour, "#23262f", 0.6)
    brush.shape(smooth([(x - 68 * w, 30), (x - 24 * w, 40), (x, 30), (x + 24 * w, 40),
                        (x + 68 * w, 30), (x + 52 * w, 88),
                        (x + 18 * w, 106), (x - 18 * w, 106), (x - 52 * w, 88)], closed=True),
                        base)  # fmt: skip
    light = "#4ee6f4"
    brush.line(f"M{x - 30 * w:.1f} 64L{x + 30 * w:.1f} 64M{x - 24 * w:.1f} 76L{x + 24 * w:.1f}"
               f" 76M{x - 16 * w:.1f} 88L{x + 16 * w:.1f} 88",
               light, width=2.2)  # fmt: skip
    for sign in (-1.0, 1.0):
        brush.line(
            f"M{x + sign * 60 * w:.1f} 40L{x + sign * 44 * w:.1f} 56L{x + sign * 44 * w:.1f} 82",
            "#ff4fa0",
            width=1.8,
        )


def hockey(figure: Figure, brush: Brush, colour: str) -> None:
    _plate(figure, brush, colour)
    x, w = _FACE[figure.view]
    dark = shadow(colour, 2.6)
    dots = "".join(ellipse(x + dx * w, dy, 4 * w, 4) for dx, dy in
                   ((-16, 58), (0, 62), (16, 58), (-22, 74), (-7, 78), (7, 78), (22, 74), (-8,
                       92), (8, 92), (-20, -22), (20, -22)))  # fmt: skip
    brush.fill(dots, dark)
    brush.fill(f"M{x - 8 * w:.1f} -40L{x + 8 * w:.1f} -40L{x:.1f} -16Z", "#c8323f")


def full_face(figure: Figure, brush: Brush, colour: str) -> None:
    _plate(figure, brush, colour)
    x, w = _FACE[figure.view]
    brush.line(
        smooth([(x + 4 * w, 22), (x - 6 * w, 48), (x + 6 * w, 52)]), shadow(colour, 1.4), width=1.6
    )
    brush.shape(
        smooth([(x - 18 * w, 72), (x, 68), (x + 18 * w, 72), (x, 80)], closed=True),
        "#b8404e",
        line=0.7,
    )
    for ex, ew in _EYES[figure.view]:
        brush.line(
            f"M{ex - 18 * ew:.1f} -10C{ex:.1f} -20 {ex + 10 * ew:.1f} -18 {ex + 20 * ew:.1f} -10",
            shadow(colour, 2.2),
            width=2.2,
        )


MASKS: Mapping[str, Callable[[Figure, Brush, str], None]] = {
    "gas": gas, "kitsune": kitsune, "oni": oni, "venetian": venetian, "skull": skull,
    "ninja": ninja,
    "plague doctor": plague, "cyber": cyber, "hockey": hockey, "full face": full_face,
}  # fmt: skip
_COLOURS = {"gas": "#3f4650", "kitsune": "#f7f3ea", "oni": "#a8232f", "venetian": "#d9b04a",
            "skull": "#eee6d2",
            "ninja": "#23242c", "plague doctor": "#4a3226", "cyber": "#4a5160", "hockey": "#f2efe6",
            "full face": "#f7f5f0"}  # fmt: skip


def draw_special(figure: Figure, item: Accessory) -> bool:
    """The mask of this style; False where the style has no drawing of its own."""
    style = (item.style or "").lower()
    paint = MASKS.get(style)
    if paint is None:
        return False
    colour = item.colour.hex if item.colour else _COLOURS[style]
    if figure.view == "back":
        _strap(figure, colour)
    else:
        paint(figure, figure.head_brush(Layer.MASK), colour)
    return True
