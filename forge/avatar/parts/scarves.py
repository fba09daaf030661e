"""Cloth wound round the head: the hijab and the turban, in the head's own space."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, glow, luminance, mix, shadow, smooth
from .hat_shapes import tone
from .head import jaw_of

Run = Sequence[Point]


def _folds(brush: Brush, colour: str, dark: Sequence[Run], light: Sequence[Run]) -> None:
    for line in dark:
        brush.stroke(line, shadow(colour, 1.3), width=3.2, peak=0.4)
    for line in light:
        brush.stroke(line, glow(colour, 0.6), width=3.6)


def _under(colour: str) -> str:
    """The cap under the scarf: a tone that shows beside it."""
    return shadow(colour, 1.8) if luminance(colour) > 0.3 else mix(colour, "#ffffff", 0.25)


def hijab(figure: Figure, item: Accessory) -> None:
    """A scarf pinned under the chin: close round the face, one end laid over the chest."""
    colour = tone(item, "#4f6f8f")
    brush = figure.head_brush(Layer.HAT)
    if figure.view == "back":
        _hijab_back(brush, colour)
        return
    below = figure.head_brush(Layer.HEAD - 0.5)  # on the chest, behind the chin
    low = jaw_of(figure).low
    draw = {"front": _hijab_front, "quarter": _hijab_quarter, "side": _hijab_side}[figure.view]
    draw(brush, below, colour, low)


def _hijab_front(brush: Brush, below: Brush, colour: str, low: float) -> None:
    dark, deep = shadow(colour), shadow(colour, 1.5)
    drape: list[Point] = [
        (-74, 70), (-98, 112), (-134, 148), (-128, 186), (-84, 214), (-18, 226), (34, 212),
        (92, 192), (132, 170), (130, 142), (98, 112), (74, 70),
    ]  # fmt: skip
    below.shape(smooth(drape, closed=True), colour)
    below.tone(chain([(46, 100), (92, 116), (130, 146), (132, 170)],
                     [(132, 170), (92, 192), (40, 210)], [(40, 210), (70, 160), (46, 100)]),
               dark)  # fmt: skip
    _folds(below, colour, (
        ((-62, 112), (-92, 140), (-112, 172)), ((-40, 124), (-58, 168), (-72, 206)),
        ((-10, 130), (-14, 176), (-22, 218)), ((84, 122), (104, 144), (116, 164)),
    ), (((-84, 116), (-104, 138), (-120, 160)),))  # fmt: skip
    # the end that crosses under the chin, from the right cheek over to the left shoulder
    end: list[Point] = [(72, 40), (62, 84), (30, 116), (-14, 134), (-64, 138), (-104, 132)]
    back: list[Point] = [(-104, 132), (-116, 158), (-96, 172), (-40, 176), (24, 166), (66, 140),
                         (88, 100), (90, 44)]  # fmt: skip
    below.shape(chain(end, back), mix(colour, glow(colour, 0.3), 0.6))
    _folds(below, colour, (
        ((84, 78), (48, 130), (-20, 152)), ((78, 110), (40, 146), (-30, 164)),
        ((70, 62), (52, 102), (18, 126)),
    ), (((56, 106), (16, 136), (-44, 146)),))  # fmt: skip
    outer: list[Point] = [
        (0, -126), (42, -120), (76, -92), (92, -44), (92, 12), (84, 62), (66, 98), (34, 118),
        (0, 123), (-34, 118), (-66, 98), (-84, 62), (-92, 12), (-92, -44), (-76, -92), (-42, -120),
    ]  # fmt: skip
    hole: list[Point] = [
        (0, -64), (30, -58), (53, -36), (62, 2), (60, 36), (50, 66), (32, low - 10), (12, low - 2),
        (0, low - 1), (-12, low - 2), (-32, low - 10), (-50, 66), (-60, 36), (-62, 2), (-53, -36),
        (-30, -58),
    ]  # fmt: skip
    opening = smooth(hole, closed=True)
    under: list[Point] = [
        (0, -78), (56, -60), (66, -10), (50, -34), (28, -52), (0, -57), (-28, -52), (-50, -34),
        (-66, -10), (-56, -60),
    ]  # fmt: skip
    brush.fill(smooth(under, closed=True), _under(colour))
    brush.shape(smooth(outer, closed=True) + opening, colour, holes=True)
    brush.tone(chain(outer[1:8], [(40, 108), (60, 84), (72, 40), (74, -20), (62, -70), (42, -120)]),
               dark)  # fmt: skip
    brush.line(smooth(hole[9:] + hole[:4]), glow(colour, 0.5), width=2.4)
    _folds(brush, colour, (
        ((-66, 92), (-78, 40), (-72, -40)), ((-58, 100), (-70, 60), (-71, 16)),
        ((-30, 116), (-52, 98), (-64, 70)), ((30, 114), (56, 92), (68, 58)),
        ((62, 88), (80, 30), (76, -40)), ((-48, -104), (0, -96), (52, -78)),
        ((-20, -118), (30, -108), (66, -80)),
    ), (((-78, -48), (-62, -86), (-30, -108)), ((-40, -92), (0, -84), (34, -76))))  # fmt: skip
    brush.line(smooth([(-24, 120), (0, 124), (30, 118)]), deep, width=1.4)


def _hijab_quarter(brush: Brush, below: Brush, colour: str, low: float) -> None:
    drape: list[Point] = [
        (-62, 70), (-98, 116), (-122, 152), (-110, 192), (-56, 212), (20, 216), (84, 196),
        (108, 166), (100, 132), (66, 90),
    ]  # fmt: skip
    below.shape(smooth(drape, closed=True), colour)
    below.tone(chain([(-60, 74), (-98, 116), (-122, 152), (-110, 192)],
                     [(-110, 192), (-92, 150), (-40, 104), (-60, 74)]), shadow(colour))  # fmt: skip
    _folds(below, colour, (
        ((-50, 112), (-78, 152), (-84, 196)), ((-20, 126), (-34, 168), (-36, 206)),
        ((20, 132), (22, 172), (20, 208)), ((84, 120), (96, 146), (94, 170)),
    ), ())  # fmt: skip
    end: list[Point] = [(66, 60), (58, 92), (30, 114), (-14, 132), (-64, 138), (-98, 134)]
    back: list[Point] = [(-98, 134), (-106, 158), (-80, 172), (-20, 172), (40, 160), (76, 134),
                         (88, 98), (80, 66)]  # fmt: skip
    below.shape(chain(end, back), mix(colour, glow(colour, 0.3), 0.6))
    _folds(below, colour, (((76, 96), (36, 138), (-34, 154)), ((70, 120), (30, 150), (-40, 163))),
           (((58, 104), (16, 134), (-44, 146)),))  # fmt: skip
    outer: list[Point] = [
        (6, -126), (46, -117), (74, -88), (83, -46), (80, 6), (76, 50), (66, 88), (44, 112),
        (14, 120), (-26, 114), (-62, 92), (-84, 52), (-96, 4), (-98, -48), (-80, -94), (-40, -120),
    ]  # fmt: skip
    hole: list[Point] = [
        (26, -64), (52, -56), (66, -36), (68, -6), (64, 24), (61, 50), (50, 78), (38, low - 4),
        (22, low - 1), (2, low - 9), (-20, 74), (-37, 48), (-44, 14), (-36, -30), (-10, -56),
    ]  # fmt: skip
    brush.fill(smooth([(26, -76), (62, -60), (70, -20), (52, -46), (26, -57), (-6, -48), (-30, -24),
                       (-46, 4), (-44, -44), (-14, -70)], closed=True), _under(colour))  # fmt: skip
    brush.shape(smooth(outer, closed=True) + smooth(hole, closed=True), colour, holes=True)
    brush.tone(chain(outer[9:15], [(-80, -94), (-66, -50), (-66, 10), (-52, 60), (-26, 94),
                                   (-26, 114)]), shadow(colour))  # fmt: skip
    brush.line(smooth(hole[8:] + hole[:3]), glow(colour, 0.5), width=2.4)
    _folds(brush, colour, (
        ((-46, 100), (-66, 48), (-62, -30)), ((-30, 110), (-56, 72), (-58, 20)),
        ((-70, 78), (-84, 24), (-78, -44)), ((0, 116), (-24, 98), (-42, 66)),
        ((-40, -104), (8, -96), (56, -78)), ((-14, -118), (36, -108), (66, -80)),
    ), (((-60, -72), (-30, -96), (10, -104)),))  # fmt: skip


def _hijab_side(brush: Brush, below: Brush, colour: str, low: float) -> None:
    drape: list[Point] = [
        (-66, 60), (-92, 108), (-116, 156), (-100, 196), (-40, 206), (30, 200), (76, 178),
        (88, 142), (64, 104), (40, 90),
    ]  # fmt: skip
    below.shape(smooth(drape, closed=True), colour)
    below.tone(chain([(-66, 60), (-92, 108), (-116, 156), (-100, 196)],
                     [(-100, 196), (-84, 150), (-50, 104), (-66, 60)]), shadow(colour))  # fmt: skip
    _folds(below, colour, (
        ((-46, 100), (-66, 150), (-70, 192)), ((-20, 110), (-30, 158), (-28, 200)),
        ((20, 120), (24, 160), (20, 196)),
    ), ())  # fmt: skip
    end: list[Point] = [(62, 96), (44, 116), (0, 132), (-54, 134), (-94, 126)]
    back: list[Point] = [(-94, 126), (-104, 154), (-70, 168), (-6, 168), (46, 152), (76, 124),
                         (74, 100)]  # fmt: skip
    below.shape(chain(end, back), mix(colour, glow(colour, 0.3), 0.6))
    _folds(below, colour, (((66, 116), (20, 144), (-44, 150)), ((54, 136), (10, 156), (-50, 160))),
           (((40, 122), (0, 138), (-50, 142)),))  # fmt: skip
    face: list[Point] = [
        (66, -72), (50, -54), (36, -26), (28, 10), (26, 46), (34, 78), (50, low - 2), (62, low + 4),
    ]  # fmt: skip
    outer: list[Point] = [
        (62, low + 4), (60, low + 16), (24, 124), (-28, 112), (-66, 84), (-90, 44), (-106, -10),
        (-102, -60), (-76, -102), (-34, -124), (12, -126), (48, -110), (66, -72),
    ]  # fmt: skip
    brush.fill(chain([(68, -66), (56, -44), (44, -18), (36, 12)],
                     [(24, 20), (36, -40), (56, -74), (68, -66)]), _under(colour))  # fmt: skip
    brush.shape(chain(face, outer), colour)
    brush.tone(chain(outer[3:8], [(-102, -60), (-78, -40), (-78, 10), (-60, 56), (-28, 84),
                                  (-28, 112)]), shadow(colour))  # fmt: skip
    brush.line(smooth(face), glow(colour, 0.5), width=2.4)
    _folds(brush, colour, (
        ((44, 106), (14, 60), (14, -10)), ((26, 116), (-6, 66), (-4, -30)),
        ((0, 116), (-30, 66), (-30, -50)), ((-34, 104), (-60, 50), (-62, -40)),
        ((44, -60), (0, -90), (-50, -84)),
    ), (((20, 80), (4, 30), (8, -40)), ((30, -96), (-10, -106), (-50, -92))))  # fmt: skip


def _hijab_back(brush: Brush, colour: str) -> None:
    drape: list[Point] = [
        (-70, 60), (-100, 112), (-134, 150), (-116, 186), (-60, 206), (0, 236), (60, 206),
        (116, 186), (134, 150), (100, 112), (70, 60),
    ]  # fmt: skip
    brush.shape(smooth(drape, closed=True), colour)
    brush.tone(chain([(60, 100), (100, 112), (134, 150), (116, 186)],
                     [(116, 186), (60, 206), (6, 232)], [(6, 232), (60, 160), (60, 100)]),
               shadow(colour))  # fmt: skip
    _folds(brush, colour, (
        ((-66, 104), (-96, 140), (-104, 182)), ((-36, 112), (-50, 162), (-40, 208)),
        ((0, 116), (4, 170), (0, 228)), ((36, 112), (54, 162), (44, 206)),
        ((66, 104), (98, 140), (104, 178)),
    ), (((-84, 110), (-112, 140), (-120, 164)),))  # fmt: skip
    head: list[Point] = [
        (0, -126), (46, -118), (82, -86), (95, -36), (90, 22), (72, 76), (40, 112), (0, 122),
        (-40, 112), (-72, 76), (-90, 22), (-95, -36), (-82, -86), (-46, -118),
    ]  # fmt: skip
    brush.shape(smooth(head, closed=True), colour)
    brush.tone(chain(head[1:7], [(40, 112), (56, 60), (68, 0), (64, -60), (46, -118)]),
               shadow(colour))  # fmt: skip
    _folds(brush, colour, (
        ((-70, 70), (-20, 96), (52, 84)), ((-82, 34), (-20, 70), (66, 58)),
        ((-88, -4), (-30, 40), (60, 26)), ((30, 112), (62, 60), (74, 0)),
    ), (((-78, -52), (-58, -90), (-20, -108)), ((-70, 48), (-24, 78), (40, 72))))  # fmt: skip


_TURBANS: Mapping[str, tuple[Run, Run]] = {  # the outline from rim to rim, and the rim back
    "front": (((-80, 4), (-97, -26), (-107, -66), (-101, -106), (-74, -140), (-34, -163),
               (2, -170), (38, -162), (76, -138), (102, -104), (107, -66), (97, -26), (80, 4)),
              ((80, 4), (70, -18), (50, -40), (24, -60), (0, -76), (-24, -60), (-50, -40),
               (-70, -18), (-80, 4))),
    "quarter": (((-62, 22), (-92, -22), (-110, -66), (-102, -110), (-68, -146), (-20, -166),
                 (24, -168), (66, -146), (94, -112), (98, -72), (86, -34), (74, -8)),
                ((74, -8), (66, -32), (48, -56), (28, -76), (-2, -56), (-34, -30), (-52, -2),
                 (-62, 22))),
    "side": (((-58, 40), (-92, 6), (-116, -44), (-114, -94), (-82, -136), (-28, -162), (24, -164),
              (66, -142), (88, -104), (84, -74), (72, -52)),
             ((72, -52), (58, -50), (36, -38), (10, -16), (-24, 8), (-58, 40))),
    "back": (((-80, 14), (-98, -36), (-107, -76), (-94, -120), (-52, -154), (0, -166), (52, -154),
              (94, -120), (107, -76), (98, -36), (80, 14)),
             ((80, 14), (46, 44), (0, 54), (-46, 44), (-80, 14))),
}  # fmt: skip
_WINDINGS: Mapping[str, tuple[tuple[Run, ...], tuple[Run, ...]]] = {  # dark folds, light ones
    "front": (
        (((6, -86), (48, -62), (86, -12)), ((-2, -98), (54, -78), (96, -32)),
         ((-12, -111), (54, -96), (103, -54)), ((-20, -124), (52, -114), (105, -78)),
         ((-26, -138), (46, -134), (98, -104)), ((-22, -152), (34, -150), (80, -130)),
         ((-8, -88), (-52, -60), (-90, -18)), ((-14, -106), (-62, -82), (-100, -44)),
         ((-22, -122), (-66, -104), (-104, -72)), ((-28, -138), (-62, -128), (-94, -104)),
         ((-24, -153), (-46, -150), (-68, -138))),
        (((-14, -96), (-54, -70), (-84, -36)), ((-28, -130), (-62, -116), (-92, -88)),
         ((2, -105), (40, -92), (70, -68))),
    ),
    "quarter": (
        (((32, -84), (58, -66), (78, -26)), ((26, -98), (60, -84), (86, -48)),
         ((20, -113), (62, -104), (95, -74)), ((14, -128), (58, -124), (94, -100)),
         ((8, -143), (44, -144), (76, -132)),
         ((22, -88), (-22, -62), (-64, 4)), ((16, -106), (-38, -82), (-82, -22)),
         ((10, -122), (-50, -104), (-98, -50)), ((4, -138), (-54, -128), (-104, -82)),
         ((4, -153), (-40, -150), (-84, -122))),
        (((14, -97), (-26, -76), (-58, -30)), ((4, -130), (-46, -116), (-84, -74))),
    ),
    "side": (
        (((72, -64), (20, -62), (-48, 26)), ((80, -80), (10, -84), (-66, 16)),
         ((84, -98), (0, -106), (-84, 2)), ((76, -120), (-10, -128), (-98, -20)),
         ((56, -142), (-20, -148), (-110, -52))),
        (((62, -84), (16, -86), (-40, -24)), ((40, -118), (-10, -118), (-66, -44))),
    ),
    "back": (
        (((-92, -56), (-10, -22), (78, 18)), ((-98, -84), (0, -50), (90, -16)),
         ((-92, -114), (0, -80), (97, -48)), ((-72, -138), (0, -112), (100, -80)),
         ((-86, -24), (-30, 6), (50, 40))),
        (((-84, -70), (-20, -42), (40, -20)), ((-70, -110), (-10, -90), (50, -70))),
    ),
}  # fmt: skip


def turban(figure: Figure, item: Accessory) -> None:
    """Wound from a peak over the forehead, each turn laid over the one before."""
    colour = tone(item, "#e8dcc0")
    brush = figure.head_brush(Layer.HAT)
    outer, rim = _TURBANS[figure.view]
    if figure.view in ("front", "quarter"):  # the band beneath shows in the peak
        x = 0.0 if figure.view == "front" else 30.0
        flat = 1.0 if figure.view == "front" else 0.8
        under = [[(x - 42 * flat, -38)], [(x, -46)], [(x + 42 * flat, -38)], [(x, -84)]]
        brush.shape(chain(*under), _under(colour), line=0.8)
    if figure.view == "back":  # the end hangs down
        tail: list[Point] = [(20, 30), (34, 80), (28, 128), (58, 132), (64, 84), (50, 28)]
        brush.shape(chain(tail), shadow(colour, 0.5))
        brush.stroke([(38, 40), (48, 84), (44, 126)], shadow(colour, 1.6), width=2.4)
    brush.shape(chain(outer, rim), colour)
    far = list(outer[len(outer) // 2 :])
    inner = [(x * 0.80, y * 0.93 - 4) for x, y in far]
    brush.tone(chain(far, inner[::-1]), shadow(colour), opacity=0.9)
    dark, light = _WINDINGS[figure.view]
    for line in dark:
        brush.stroke(line, shadow(colour, 1.6), width=2.8, peak=0.5)
    for line in light:
        brush.stroke(line, glow(colour, 0.7), width=4.4)
