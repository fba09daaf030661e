"""The head: skull and jaw by face shape, ears, the shade of hair and jaw."""

from __future__ import annotations

from dataclasses import dataclass

from ..figure import Figure, Layer
from ..paint import Point, chain, mix, shadow, smooth


@dataclass(frozen=True, slots=True)
class Jaw:
    """Half widths at temple, cheek, jaw and chin, and how low the chin is."""

    temple: float
    cheek: float
    jaw: float
    chin: float
    low: float = 100.0


_JAWS = {
    "oval": Jaw(74, 70, 46, 12),
    "round": Jaw(77, 77, 58, 18, 96),
    "square": Jaw(74, 72, 60, 25, 98),
    "heart": Jaw(77, 69, 40, 8, 102),
    "diamond": Jaw(70, 74, 45, 9, 102),
}


def jaw_of(figure: Figure) -> Jaw:
    jaw = _JAWS[figure.features.face.shape or "oval"]
    more, wide, low = 0.0, 0.0, 0.0
    if figure.features.gender == "male":
        more, wide = 4.0, 6.0
    if figure.age in ("child",):
        more, wide, low = 7.0, 1.0, -5.0
    if figure.features.build == "heavy":
        more, wide = more + 7, wide + 4
    return Jaw(jaw.temple, jaw.cheek + more * 0.5, jaw.jaw + more, jaw.chin + wide, jaw.low + low)


def contour(figure: Figure) -> list[list[Point]]:
    """Smooth runs round the head; they meet in corners."""
    jaw = jaw_of(figure)
    if figure.view in ("front", "back"):
        right = [
            (0, -101), (34, -95), (60, -74), (jaw.temple, -36), (jaw.temple + 1, -4),
            (jaw.cheek, 30), (lerp2(jaw.cheek, jaw.jaw), 54), (jaw.jaw, 72),
            (lerp2(jaw.jaw, jaw.chin), 89), (jaw.chin, jaw.low - 2), (0, jaw.low),
        ]  # fmt: skip
        left = [(-x, y) for x, y in reversed(right)][1:-1]
        return [[*right, *left, right[0]]]
    if figure.view == "quarter":
        d = jaw.jaw - 46
        c = jaw.cheek - 70
        return [[
            (0, -101), (34, -94), (56, -72), (67, -40), (68, -14), (63, 2), (65.5 + c, 24),
            (60 + c + d * 0.4, 48), (50 + d * 0.6, 72), (41 + jaw.chin * 0.5, 90),
            (30 + jaw.chin * 0.3, jaw.low), (16, jaw.low), (0 - jaw.chin * 0.4, 92),
            (-20 - d, 78), (-40 - d, 58), (-52, 30), (-58, 6), (-76, -10), (-80, -42), (-62, -78),
            (-34, -96), (0, -101),
        ]]  # fmt: skip
    d = (jaw.jaw - 46) * 0.5
    chin = (jaw.chin - 12) * 0.4
    nose = 0.0 if figure.age != "child" else -5.0
    brow = 3.0 if figure.features.gender == "male" else 0.0
    return [
        [(-4, -102), (36, -92), (60, -66), (66 + brow, -34), (67 + brow, -14), (62, 4),
         (70 + nose * 0.5, 24), (85 + nose, 43)],
        [(85 + nose, 43), (81 + nose, 49), (70, 53), (71, 59), (74, 64), (69, 69), (72, 75),
         (67, 82), (66 + chin, 92), (58 + chin, jaw.low + 1), (44, jaw.low + 1),
         (18, 92), (-6 - d, 78), (-20 - d, 54), (-40, 46), (-66, 36), (-86, 6), (-92, -28),
         (-80, -68), (-48, -95), (-4, -102)],
    ]  # fmt: skip


def lerp2(a: float, b: float) -> float:
    return a * 0.52 + b * 0.48


def draw_head(figure: Figure) -> None:
    skin = figure.skin
    brush = figure.head_brush(Layer.HEAD)
    dark = shadow(skin)
    if figure.view in ("front", "back", "quarter"):
        _ears(figure)
    brush.shape(chain(*contour(figure)), skin)
    if figure.view == "front":
        jaw = jaw_of(figure)
        side = [(jaw.temple + 1, -20), (jaw.cheek, 30), (lerp2(jaw.cheek, jaw.jaw), 54),
                (jaw.jaw, 72), (lerp2(jaw.jaw, jaw.chin), 89), (jaw.chin, jaw.low - 2),
                (2, jaw.low)]  # fmt: skip
        inner = [(2, jaw.low - 1), (jaw.jaw * 0.72, 82), (jaw.cheek * 0.84, 44), (jaw.temple - 5,
                 6),
                 (jaw.temple + 1, -20)]  # fmt: skip
        brush.tone(chain(side, inner), dark)
        _under_hair(
            figure, "M-72 -30C-60 -16 -40 -22 -20 -26C10 -31 40 -26 73 -16L76 -60L0 -96L-74 -62Z"
        )
    elif figure.view == "quarter":
        runs = contour(figure)[0]
        edge = runs[10:15]
        brush.tone(chain(edge, [(-38, 40), (-14, 68), (10, 86)]), dark)
        _under_hair(
            figure, "M-64 -26C-30 -14 0 -20 30 -26C50 -28 60 -22 68 -16L66 -56L0 -96L-70 -60Z"
        )
    elif figure.view == "side":
        brush.tone(
            smooth([(58, 101), (44, 101), (18, 92), (-8, 78), (-20, 54), (-30, 48), (-14, 44),
                    (0, 62), (24, 82), (46, 92)], closed=True), dark,
        )  # fmt: skip
        _under_hair(figure, "M62 -20C50 -24 38 -22 30 -8C24 4 8 8 0 10L-30 -40L20 -90L66 -50Z")
        _ears(figure)
    if figure.age == "child" or figure.is_female or figure.age == "teen":
        _blush(figure)


def _under_hair(figure: Figure, data: str) -> None:
    if figure.features.hair.length != "bald":
        figure.head_brush(Layer.HEAD).tone(data, shadow(figure.skin, 0.75), opacity=0.8)


def _blush(figure: Figure) -> None:
    if figure.view == "back":
        return
    brush = figure.head_brush(Layer.HEAD)
    rose = mix(figure.skin, "#e8556a", 0.42)
    places = {
        "front": ((-45, 44), (45, 44)), "quarter": ((-14, 44), (50, 44)), "side": ((42, 44),),
    }[figure.view]  # fmt: skip
    for x, y in places:
        wide = 15 if x < 50 or figure.view == "front" else 9
        paint = figure.canvas.radial(
            x, y, wide, [(0, rose, 0.75), (0.55, rose, 0.4), (1, rose, 0.0)]
        )
        brush.fill(f"M{x - wide} {y - 10}h{2 * wide}v20h{-2 * wide}Z", paint)


def _ears(figure: Figure) -> None:
    """A hidden ear is simply painted over by the hair."""
    skin = figure.skin
    elf = figure.is_worn("elf ears") or figure.is_worn("pointed ears")
    layer = Layer.HEAD - 0.2 if figure.view != "side" else Layer.HEAD + 0.2
    if elf:
        layer = Layer.HAIR + 0.5 if figure.view != "back" else Layer.HAIR - 2
    brush = figure.head_brush(layer)
    inner = shadow(skin)
    if figure.view in ("front", "back"):
        for sign in (-1, 1):
            if elf:
                outer: list[Point] = [(66, 6), (80, -8), (104, -34), (128, -48), (118, -18), (98,
                                      18),
                                      (80, 38), (68, 40)]  # fmt: skip
                fold: list[Point] = [(76, 12), (92, -8), (116, -36), (104, -6), (88, 18), (78, 26)]
            else:
                outer = [(68, 2), (80, -6), (88, 2), (87, 20), (80, 36), (70, 40)]
                fold = [(76, 6), (82, 6), (82, 18), (77, 28)]
            brush.shape(smooth([(x * sign, y) for x, y in outer], closed=True), skin, line=0.9)
            if figure.view == "front":
                brush.tone(smooth([(x * sign, y) for x, y in fold], closed=True), inner)
    elif figure.view == "quarter":
        if elf:
            outer = [(-40, 8), (-56, -8), (-84, -34), (-112, -46), (-98, -14), (-76, 20), (-54, 40),
                     (-44, 38)]  # fmt: skip
            fold = [(-50, 10), (-70, -10), (-98, -34), (-82, -4), (-64, 18), (-52, 26)]
        else:
            outer = [(-44, 4), (-54, -8), (-64, -4), (-66, 14), (-58, 34), (-48, 40), (-44, 26)]
            fold = [(-50, 4), (-58, 2), (-60, 16), (-52, 28)]
        top = figure.head_brush(Layer.HEAD + 0.2 if not elf else layer)
        top.shape(smooth(outer, closed=True), skin, line=0.9)
        top.tone(smooth(fold, closed=True), inner)
    else:
        if elf:
            outer = [
                (4, 6),
                (-8, -10),
                (-34, -36),
                (-66, -52),
                (-48, -14),
                (-26, 22),
                (-8, 42),
                (2, 36),
            ]
            fold = [(-4, 8), (-24, -14), (-52, -38), (-34, -6), (-16, 18), (-4, 28)]
        else:
            outer = [
                (0, 4),
                (-4, -9),
                (-18, -10),
                (-26, 2),
                (-22, 22),
                (-12, 38),
                (-3, 38),
                (1, 24),
            ]
            fold = [(-6, 2), (-16, -2), (-19, 8), (-12, 18), (-8, 30), (-3, 20)]
        brush.shape(smooth(outer, closed=True), skin, line=0.9)
        brush.tone(smooth(fold, closed=True), inner)
