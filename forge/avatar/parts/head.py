"""The head: skull and jaw by face shape, ears, the shades on the face."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..figure import Figure, Layer
from ..geometry import lerp
from ..paint import Brush, Point, chain, glow, mix, shadow, smooth, taper


@dataclass(frozen=True, slots=True)
class Jaw:
    """Half widths at temple, cheek, jaw and chin, and how low the chin is."""

    temple: float
    cheek: float
    jaw: float
    chin: float
    low: float = 100.0


_JAWS: Mapping[str, Jaw] = {
    "oval": Jaw(74, 68.5, 42, 9, 101),
    "round": Jaw(75, 76, 55, 19, 95),
    "square": Jaw(73, 70, 56, 26, 99.5),
    "heart": Jaw(78, 68, 33, 4, 102),
    "diamond": Jaw(67, 75, 38, 6, 104.5),
}


def jaw_of(figure: Figure) -> Jaw:
    jaw = _JAWS[figure.features.face.shape or "oval"]
    more, wide, low = 0.0, 0.0, 0.0
    if figure.features.gender == "male":
        more, wide, low = 4.5, 5.0, 1.5
    elif figure.features.gender == "non-binary":
        more, wide = 2.0, 2.0
    else:
        more = -2.0 if jaw.jaw < 50 else -4.0
    if figure.age == "child":  # cheeks, no jaw
        more, wide, low = (49 - jaw.jaw) * 0.6, (11 - jaw.chin) * 0.6, -6.0
    elif figure.age == "teen":
        more, wide, low = more * 0.5 + 1.5, wide * 0.4, low - 2.0
    elif figure.age == "senior":
        more = more + 3.0
    if figure.features.build == "heavy":
        more, wide = more + 8, wide + 5
    elif figure.features.build == "slim":
        more -= 2.0
    chin = max(9.5, jaw.chin * (0.75 if figure.is_female else 1.0) + wide)
    return Jaw(jaw.temple, jaw.cheek + more * 0.45, jaw.jaw + more, chin, jaw.low + low)


def side_of_face(figure: Figure) -> list[Point]:
    """The right half of the front contour, from the temple to the chin."""
    jaw = jaw_of(figure)
    return [
        (jaw.temple, -38), (jaw.temple + 0.6, -6), (jaw.cheek, 28),
        (lerp(jaw.cheek, jaw.jaw, 0.46), 53), (jaw.jaw, 72),
        (lerp(jaw.jaw, jaw.chin, 0.52 - max(0.0, 101 - jaw.low) * 0.015), jaw.low - 11.5),
        (jaw.chin, jaw.low - 2), (0, jaw.low),
    ]  # fmt: skip


def contour(figure: Figure) -> list[list[Point]]:
    """Smooth runs round the head; they meet in corners."""
    jaw = jaw_of(figure)
    if figure.view in ("front", "back"):
        right = [(0.0, -101.0), (34, -95), (60, -75), *side_of_face(figure)]
        left = [(-x, y) for x, y in reversed(right)][1:-1]
        return [[*right, *left, right[0]]]
    if figure.view == "quarter":
        d = jaw.jaw - 44
        c = jaw.cheek - 70
        return [[
            (0, -101), (34, -94), (57, -72), (68, -40), (68.5, -14), (63, 3), (65.5 + c * 0.6, 25),
            (60 + c * 0.6 + d * 0.3, 48), (50 + d * 0.45, 72), (40 + jaw.chin * 0.4, 89),
            (31 + jaw.chin * 0.3, jaw.low), (18, jaw.low), (2 - jaw.chin * 0.4, 92),
            (-18 - d, 78), (-39 - d, 57), (-52, 30), (-58, 6), (-76, -10), (-80, -42), (-62, -78),
            (-34, -96), (0, -101),
        ]]  # fmt: skip
    d = (jaw.jaw - 46) * 0.5
    chin = (jaw.chin - 12) * 0.4
    nose = {"child": -6.0, "teen": -2.0}.get(figure.age, 0.0)
    if figure.features.gender != "male":
        nose -= 3.0
    brow = 3.0 if figure.features.gender == "male" else 0.0
    return [
        [(-4, -102), (36, -92), (61, -66), (68 + brow, -34), (68 + brow, -13), (63, 5),
         (70 + nose * 0.5, 25), (85 + nose, 42)],
        [(85 + nose, 42), (82 + nose, 48), (71, 52), (71, 58), (74.5, 63), (70, 68.5), (72.5, 75),
         (67, 81), (66 + chin, 91), (58 + chin, jaw.low + 1), (44, jaw.low + 1),
         (18, 92), (-6 - d, 78), (-20 - d, 54), (-40, 46), (-66, 36), (-86, 6), (-92, -28),
         (-80, -68), (-48, -95), (-4, -102)],
    ]  # fmt: skip


def draw_head(figure: Figure) -> None:
    skin = figure.skin
    brush = figure.head_brush(Layer.HEAD)
    if figure.view in ("front", "back", "quarter"):
        _ears(figure)
    soft = figure.canvas.style.shading
    paint = None
    if soft != "flat":
        x = {"quarter": 6.0, "side": 40.0}.get(figure.view, -18.0)
        paint = figure.canvas.radial(
            x, 6, 118, [(0, glow(skin, 0.34)), (0.55, skin), (1, mix(skin, shadow(skin), 0.45))]
        )
    brush.shape(chain(*contour(figure)), skin, paint=paint)
    if figure.view == "front":
        _front_shades(figure, brush)
    elif figure.view == "quarter":
        runs = contour(figure)[0]
        brush.tone(
            chain(runs[10:16], [(-44, 20), (-33, 50), (-10, 74), (14, 90)]),
            shadow(skin), opacity=0.85,
        )  # fmt: skip
        _rim(figure, brush, runs[6:10], 1.4)
    elif figure.view == "side":
        brush.tone(
            _under_jaw(figure),
            shadow(skin),
            opacity=0.85,
        )
        _ears(figure)
    if figure.view != "back":
        _blush(figure)


def _under_jaw(figure: Figure) -> str:
    """The shade along the jaw in profile, inside the contour."""
    jaw = jaw_of(figure)
    d, low = (jaw.jaw - 46) * 0.5, jaw.low
    edge: list[Point] = [
        (56, low + 0.5), (44, low + 0.5), (18, 91), (-6 - d, 77), (-19 - d, 54), (-34, 47),
    ]  # fmt: skip
    return chain(edge, [(-34, 47), (-16, 45), (-2, 62), (22, 81), (44, low - 8), (56, low + 0.5)])


def _front_shades(figure: Figure, brush: Brush) -> None:
    skin = figure.skin
    side = side_of_face(figure)
    jaw = jaw_of(figure)
    inner: list[Point] = [
        (4, jaw.low - 1), (jaw.jaw * 0.62, jaw.low - 13), (jaw.jaw * 0.86, 66),
        (jaw.cheek - 9, 40), (jaw.cheek - 6, 18), (jaw.temple, -28),
    ]  # fmt: skip
    brush.tone(chain(side, inner), shadow(skin), opacity=0.9)
    _rim(figure, brush, side[2:6], 1.6)


def _rim(figure: Figure, brush: Brush, edge: list[Point], width: float) -> None:
    """A thread of light along the edge turned from the light."""
    moved = [(x - 2.0, y) for x, y in edge]
    brush.tone(taper(moved, brush.pen(width * 1.4)), glow(figure.skin, 0.4), opacity=0.6)


def _blush(figure: Figure) -> None:
    marked = "blush" in figure.features.face.marks
    male = figure.features.gender == "male" and figure.age not in ("child",)
    if male and not marked:
        return
    brush = figure.head_brush(Layer.HEAD)
    dark = mix(figure.skin, "#e4485e", 0.42)
    strength = 0.72 if marked else 0.62 if figure.age == "child" else 0.36
    places = {
        "front": ((-47, 45), (47, 45)), "quarter": ((-16, 45), (53, 45)), "side": ((42, 45),),
    }[figure.view]  # fmt: skip
    for x, y in places:
        wide = 18 if x < 50 or figure.view == "front" else 9
        paint = figure.canvas.radial(
            x, y, wide, [(0, dark, strength), (0.5, dark, strength * 0.55), (1, dark, 0.0)]
        )
        brush.fill(f"M{x - wide} {y - 11}h{2 * wide}v22h{-2 * wide}Z", paint)
        if marked:
            for k in (-1, 0, 1):
                a = x + k * wide * 0.4
                brush.line(f"M{a + 2:.1f} {y - 4}L{a - 2:.1f} {y + 4}", mix(dark, "#c02c48", 0.4),
                           width=0.8)  # fmt: skip


_EAR: Mapping[str, tuple[list[Point], list[Point], list[Point]]] = {  # edge, hollow, inner line
    "front": ([(66, 4), (76, -5), (86, -3), (89, 8), (86, 24), (79, 38), (69, 42)],
              [(75, 5), (82, 4), (83, 14), (78, 24), (76, 31), (73, 20)],
              [(74, 2), (82, 0), (85, 9), (82, 22)]),
    "quarter": ([(-44, 4), (-53, -7), (-64, -5), (-67, 10), (-61, 30), (-51, 41), (-45, 28)],
                [(-50, 5), (-58, 4), (-60, 15), (-54, 27), (-49, 20)],
                [(-49, 1), (-58, -1), (-63, 9), (-58, 24)]),
    "side": ([(0, 4), (-4, -9), (-18, -11), (-27, 1), (-23, 22), (-12, 39), (-2, 38), (1, 24)],
             [(-6, 3), (-15, -1), (-19, 8), (-12, 17), (-9, 29), (-3, 20)],
             [(-4, -2), (-16, -5), (-22, 5), (-18, 19), (-10, 30)]),
}  # fmt: skip
_ELF_EAR: Mapping[str, tuple[list[Point], list[Point], list[Point]]] = {
    "front": ([(66, 6), (80, -8), (106, -36), (132, -52), (120, -18), (99, 18), (80, 38), (68, 41)],
              [(75, 14), (92, -6), (115, -34), (104, -6), (88, 18), (77, 28)],
              [(76, 6), (96, -16), (120, -40)]),
    "quarter": ([(-40, 8), (-56, -8), (-86, -36), (-116, -49), (-100, -14), (-76, 20), (-54, 40),
                 (-44, 38)],
                [(-50, 12), (-70, -8), (-98, -33), (-82, -4), (-64, 18), (-52, 27)],
                [(-52, 4), (-76, -16), (-104, -38)]),
    "side": ([(4, 6), (-8, -10), (-34, -36), (-68, -54), (-50, -14), (-27, 22), (-8, 42), (2, 36)],
             [(-4, 10), (-24, -12), (-52, -38), (-34, -6), (-16, 18), (-4, 29)],
             [(-6, 2), (-28, -18), (-56, -42)]),
}  # fmt: skip


def _ears(figure: Figure) -> None:
    """A hidden ear is simply painted over by the hair."""
    skin = figure.skin
    elf = figure.is_worn("elf ears") or figure.is_worn("pointed ears")
    if figure.is_worn("hood") and figure.view != "side":
        if elf and figure.view == "front":
            _ear_tips(figure)
        return
    view = "front" if figure.view == "back" else figure.view
    edge, hollow, line = (_ELF_EAR if elf else _EAR)[view]
    layer: float = Layer.HEAD - 0.2 if view == "front" else Layer.HEAD + 0.2
    if elf:
        layer = Layer.HAIR + 0.5 if figure.view != "back" else Layer.HAIR - 2
    brush = figure.head_brush(layer)
    for sign in (-1, 1) if view == "front" else (1,):
        brush.shape(smooth([(x * sign, y) for x, y in edge], closed=True), skin, line=0.9)
        if figure.view == "back":
            continue
        brush.tone(smooth([(x * sign, y) for x, y in hollow], closed=True), shadow(skin, 0.9))
        brush.stroke([(x * sign, y) for x, y in line], shadow(skin, 2.2), width=1.3)
        if elf:
            brush.tone(smooth([(x * sign * 0.98, y + 2) for x, y in line]), glow(skin, 0.6),
                       opacity=0.5)  # fmt: skip


_TIP: list[Point] = [(96, -8), (108, -36), (134, -54), (124, -22), (102, 14)]


def _ear_tips(figure: Figure) -> None:
    """Of long ears, through the slits of a hood."""
    brush = figure.head_brush(Layer.HAT + 0.5)
    for sign in (-1, 1):
        tip = [(x * sign, y) for x, y in _TIP]
        brush.shape(smooth(tip, closed=True), figure.skin, line=0.9)
        brush.tone(smooth([(104 * sign, -8), (114 * sign, -32), (126 * sign, -44),
                           (116 * sign, -18)], closed=True), shadow(figure.skin, 0.9))  # fmt: skip
        brush.stroke([(95 * sign, -14), (98 * sign, 2), (101 * sign, 18)], shadow(figure.skin, 2.4),
                     width=2.0)  # fmt: skip
