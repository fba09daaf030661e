"""Glasses, goggles, masks, patches: in the head's own space."""

from __future__ import annotations

from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, ellipse, glow, mix, shadow, smooth
from .masks import draw_special
from .patterns import heart_shape, star_shape

# (middle of the lens, share of its width) by view; the last is the far one.
_LENSES: dict[str, tuple[tuple[float, float], ...]] = {
    "front": ((-35, 1.0), (35, 1.0)), "quarter": ((-6, 0.92), (51, 0.60)), "side": ((53, 0.42),),
}  # fmt: skip


def draw_glasses(figure: Figure, item: Accessory) -> None:
    if figure.view == "back":
        return
    style = (item.style or "").lower()
    dark = "sun" in style or "sun" in item.kind or "shade" in style or "aviator" in style
    shape = next(
        (
            k
            for k in ("round", "cat", "aviator", "rect", "square", "heart", "star", "half", "3d")
            if k in style
        ),
        "rect" if not dark else "square",
    )
    colour = item.colour.hex if item.colour else "#2a2730"
    brush = figure.head_brush(Layer.EYEWEAR)
    lenses = _LENSES[figure.view]
    paint = figure.canvas.linear(0, -8, 0, 38, [(0, "#20202c", 0.95), (1, "#4a4860", 0.88)])
    if "sci" in style or item.kind in ("goggles",):
        _goggles(figure, brush, colour)
        return
    for index, (x, wide) in enumerate(lenses):
        data = _lens(shape, x, wide, -1 if (index == 0 and len(lenses) > 1) else 1)
        if dark:
            brush.fill(data, paint)
        else:
            brush.fill(data, "#dff0ff", opacity=0.22)
        if shape == "3d":
            brush.fill(data, ("#e8343f", "#2f7be0")[index % 2], opacity=0.6)
        elif shape in ("heart", "star"):
            brush.fill(data, "#ff6f9c" if shape == "heart" else "#f4c542", opacity=0.6)
        if style == "rimless":
            brush.line(data, mix(colour, "#ffffff", 0.35), width=1.0)
        else:
            brush.line(data, colour, width=2.3 if shape in ("round", "half") else 3.0)
        brush.stroke([(x - 14 * wide, 22), (x - 4 * wide, 2)], "#ffffff", width=2.4)
    if figure.view == "front":
        brush.line("M-11 10C-5 5 5 5 11 10", colour, width=2.6)
        brush.line("M-60 8L-74 4M60 8L74 4", colour, width=2.6)
    elif figure.view == "quarter":
        brush.line("M18 10C24 5 30 5 34 10M-32 8L-56 10", colour, width=2.6)
    else:
        brush.line("M43 10L-6 8", colour, width=2.6)


def _lens(shape: str, x: float, wide: float, outer: int) -> str:
    w, y = 25 * wide, 15.0
    if shape == "heart":
        return heart_shape(x, y, 27 * wide)
    if shape == "star":
        return star_shape(x, y + 1, 30 * wide)
    if shape == "half":
        return chain(
            [(x - w, y), (x - w * 0.9, y + 12), (x, y + 21), (x + w * 0.9, y + 12), (x + w, y)]
        )
    if shape == "round":
        return ellipse(x, y, 23.5 * wide, 23.5)
    if shape == "cat":
        o = outer
        return chain(
            [(x - o * w, y - 10), (x + o * w * 0.4, y - 15), (x + o * w * 1.22, y - 23)],
            [
                (x + o * w * 1.0, y + 6),
                (x + o * w * 0.3, y + 17),
                (x - o * w * 0.7, y + 14),
                (x - o * w, y - 10),
            ],
        )
    if shape == "aviator":
        return smooth([(x - w, y - 12), (x, y - 15), (x + w, y - 12), (x + w * 0.92, y + 10), (x,
                      y + 20),
                       (x - w * 0.92, y + 10)], closed=True)  # fmt: skip
    r = 5
    return (f"M{x - w + r:.2f} {y - 16}L{x + w - r:.2f} {y - 16}"
            f"Q{x + w:.2f} {y - 16} {x + w:.2f} {y - 11}"
            f"L{x + w:.2f} {y + 11}Q{x + w:.2f} {y + 16} {x + w - r:.2f} {y + 16}"
            f"L{x - w + r:.2f} {y + 16}"
            f"Q{x - w:.2f} {y + 16} {x - w:.2f} {y + 11}L{x - w:.2f} {y - 11}Q{x - w:.2f} {y - 16} "
            f"{x - w + r:.2f} {y - 16}Z")  # fmt: skip


def _goggles(figure: Figure, brush: Brush, colour: str) -> None:
    runs: dict[str, list[Point]] = {
        "front": [(-68, -8), (0, -12), (68, -8), (70, 18), (60, 36), (14, 38), (0, 28), (-14, 38),
                  (-60, 36), (-70, 18)],
        "quarter": [(-48, -8), (20, -12), (70, -8), (69, 20), (60, 36), (36, 36), (26, 28), (14,
                    38), (-40, 36), (-50, 18)],
        "side": [(22, -10), (70, -10), (72, 14), (66, 34), (24, 34)],
    }  # fmt: skip
    brush.shape(smooth(runs[figure.view], closed=True), colour)
    for x, wide in _LENSES[figure.view]:
        lens = ellipse(x, 14, 25 * wide, 19)
        brush.fill(
            lens,
            brush.canvas.linear(
                x - 20, -4, x + 20, 34, [(0, "#aef0ff"), (0.5, "#3aa8d8"), (1, "#23507c")]
            ),
        )
        brush.line(lens, glow(colour, 0.8), width=1.2)
        brush.fill(ellipse(x - 9 * wide, 6, 7 * wide, 5), "#ffffff", opacity=0.7)


def draw_visor(figure: Figure, item: Accessory) -> None:
    if figure.view == "back":
        return
    colour = item.colour.hex if item.colour else "#38e0f0"
    brush = figure.head_brush(Layer.EYEWEAR)
    data = {
        "front": "M-76 -4C-40 -12 40 -12 76 -4L74 24C40 34 12 34 0 26C-12 34 -40 34 -74 24Z",
        "quarter": "M-56 -2C-20 -12 40 -12 72 -4L70 24C50 34 34 34 26 26C10 36 -30 34 -56 24Z",
        "side": "M-10 0L70 -8L73 16L64 30L-10 20Z",
    }[figure.view]
    brush.fill(data, colour, opacity=0.78)
    brush.line(data, shadow(colour, 1.6), width=1.6)
    brush.line(
        "M-40 2C-20 -2 0 -3 20 -2" if figure.view != "side" else "M10 6L50 1",
        "#ffffff",
        width=2.4,
        opacity=0.8,
    )


def draw_monocle(figure: Figure, item: Accessory) -> None:
    if figure.view == "back":
        return
    colour = item.colour.hex if item.colour else "#d4ac45"
    brush = figure.head_brush(Layer.EYEWEAR)
    x, wide = _LENSES[figure.view][-1]
    brush.fill(ellipse(x, 15, 23 * wide, 23), "#e4f2ff", opacity=0.3)
    brush.line(ellipse(x, 15, 23 * wide, 23), colour, width=2.6)
    brush.line(
        f"M{x + 20 * wide:.2f} 26C{x + 22:.2f} 60 {x + 10:.2f} 90 {x + 16:.2f} 120",
        colour,
        width=1.0,
    )


def draw_eyepatch(figure: Figure, item: Accessory) -> None:
    colour = item.colour.hex if item.colour else "#241f26"
    brush = figure.head_brush(Layer.EYEWEAR)
    if figure.view == "back":
        brush.line("M-76 -20C-30 -6 30 10 76 24", colour, width=3)
        return
    x, wide = _LENSES[figure.view][-1]
    brush.line({"front": "M-74 -42L16 -6M54 0L76 8", "quarter": "M-62 -40L42 -4M60 4L66 6",
               "side": "M-30 -30L44 0"}[figure.view],
               colour, width=3)  # fmt: skip
    brush.shape(smooth([(x - 24 * wide, -2), (x, -8), (x + 24 * wide, -2), (x + 18 * wide, 26),
                (x, 36), (x - 18 * wide, 26)],
                       closed=True), colour)  # fmt: skip
    brush.stroke([(x - 14 * wide, 2), (x, -2), (x + 10 * wide, 2)], glow(colour, 1.0), width=2)


def draw_blindfold(figure: Figure, item: Accessory) -> None:
    colour = item.colour.hex if item.colour else "#2c2a38"
    brush = figure.head_brush(Layer.EYEWEAR)
    brush.shape({
        "front": "M-78 -8C-40 -14 40 -14 78 -8L77 28C40 36 -40 36 -77 28Z",
        "quarter": "M-60 -8C-20 -14 40 -14 70 -8L66 28C40 36 -20 36 -58 28Z",
        "side": "M-40 -10L68 -12L70 24L-40 28Z", "back": "M-78 -8L78 -8L77 26L-77 26Z",
    }[figure.view], colour)  # fmt: skip
    if figure.view == "back":
        brush.shape("M-6 4L8 2L30 90L14 96L4 30L-14 92L-30 84Z", shadow(colour, 0.4), line=0.9)


def draw_mask(figure: Figure, item: Accessory) -> None:
    """Over nose and mouth, or over the eyes where the style says so."""
    if draw_special(figure, item):
        return
    style = (item.style or "").lower()
    colour = item.colour.hex if item.colour else "#e9eef2"
    brush = figure.head_brush(Layer.MASK)
    if any(word in style for word in ("eye", "masquerade", "domino", "carnival", "super")):
        if figure.view == "back":
            return
        colour = item.colour.hex if item.colour else "#2b2a3a"
        data = {
            "front": "M-72 -12C-40 -24 -14 -10 0 -4C14 -10 40 -24 72 -12C76 14 60 38 36 38"
                     "C18 38 8 28 0 26"
                     "C-8 28 -18 38 -36 38C-60 38 -76 14 -72 -12Z",
            "quarter": "M-48 -12C-20 -24 14 -10 28 -4C38 -10 56 -20 70 -14C70 14 62 36 50 38"
                       "C40 38 34 28 28 26"
                       "C18 30 10 38 -8 38C-34 38 -50 14 -48 -12Z",
            "side": "M20 -10C40 -22 60 -16 70 -10L66 24C56 38 34 36 24 24Z",
        }[figure.view]  # fmt: skip
        holes = "".join(ellipse(x, 13, 21 * wide, 15) for x, wide in _LENSES[figure.view])
        brush.shape(data + holes, colour, line=0.9, holes=True)
        return
    if figure.view == "back":
        brush.line("M-76 40C-40 46 40 46 76 40", colour, width=2.4)
        return
    data = {
        "front": "M-66 34C-40 36 -14 30 0 28C14 30 40 36 66 34C66 60 52 82 30 96"
        "C18 104 -18 104 -30 96C-52 82 -66 60 -66 34Z",
        "quarter": "M-46 36C-10 36 20 30 36 27C44 30 56 34 63 32C64 60 56 84 42 98"
        "C30 106 2 104 -12 94C-32 82 -44 60 -46 36Z",
        "side": "M0 34C30 34 56 26 74 22L88 42C84 66 76 86 68 102C50 108 20 98 4 84Z",
    }[figure.view]
    brush.shape(data, colour)
    folds = {"front": ("M-52 52C-20 58 20 58 52 52", "M-46 68C-18 76 18 76 46 68"),
             "quarter": ("M-34 52C0 58 40 56 58 50", "M-28 70C0 78 36 76 52 68"),
             "side": ("M10 52C36 54 60 52 82 48",
                      "M12 70C36 74 58 72 76 68")}[figure.view]  # fmt: skip
    for fold in folds:
        brush.line(fold, shadow(colour, 0.9), width=1.2)
    loop = {
        "front": "M-66 36L-76 24M66 36L76 24",
        "quarter": "M-46 38L-54 26",
        "side": "M0 36L-16 24M2 80L-14 36",
    }
    brush.line(loop[figure.view], mix(colour, "#8a90a0", 0.4), width=1.6)
