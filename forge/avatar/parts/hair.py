"""Hair: a cap on the skull with a fringe, a mass behind, locks beside the face, what is tied.

Everything is in the head's own space (crown -100, chin 100). In profile +x is where the
face looks.
"""

from __future__ import annotations

import math

from ..figure import Figure, Layer
from ..paint import Brush, Point, chain, glow, number, shadow, smooth, spread
from .hair_edges import FRINGES, LINES, SIDE_FRINGES, SIDE_LINES, bent, bumps, wavy
from .hair_styles import Style
from .hair_tied import draw_tied


def draw_hair(figure: Figure, style: Style) -> None:
    if not style.cap:
        _shine(figure)
        return
    if style.reach > 0:
        _mass(figure, style)
    if style.tied == "mohawk" or style.sides in ("shaved", "buzz"):
        _shaved(figure, style)
    draw_tied(figure, style)
    if style.tied in ("mohawk",) or style.sides == "buzz":
        return
    _cap(figure, style)
    if style.locks > 34 and figure.view != "back":
        _locks(figure, style)


def _outer(figure: Figure, style: Style) -> list[Point]:
    """The cap's upper edge from the left (or the nape) to the right (or the forehead)."""
    v = style.volume
    shaved = style.sides == "shaved"
    if figure.view in ("front", "back"):
        w = 0.25 if shaved else 1.0
        half = [(73 + v * 0.35 * w, 10), (79 + v * w, -22), (74 + v * w, -58), (54 + v * 0.8,
                -88 - v * 0.5),
                (27 + v * 0.3, -104 - v * 0.9), (0, -106 - v)]  # fmt: skip
        if shaved:
            half[0], half[1] = (72, -34), (76, -46)
        return [(-x, y) for x, y in half] + [*half[-2::-1]]
    if figure.view == "quarter":
        points = [(-64 - v * 0.3, 40), (-82 - v * 0.7, 2), (-86 - v, -40), (-68 - v * 0.8,
                  -84 - v * 0.3),
                  (-36, -104 - v * 0.8), (4, -108 - v), (40, -100 - v * 0.9), (64 + v * 0.6,
                      -74 - v * 0.3),
                  (73 + v * 0.7, -38), (71 + v * 0.4, -2)]  # fmt: skip
        if shaved:
            points = [(-74, -46), (-72 - v * 0.3, -78), *points[4:8], (71 + v * 0.3, -40)]
        return points
    points = [(-56, 56), (-82 - v * 0.5, 34), (-96 - v, -10), (-92 - v, -52), (-62 - v * 0.6,
              -96 - v * 0.6),
              (-8, -110 - v), (36, -102 - v * 0.9), (64 + v * 0.5, -74 - v * 0.3),
              (70 + v * 0.4, -44)]  # fmt: skip
    if shaved:
        points = [(-90, -44), (-86 - v * 0.4, -68), *points[4:]]
    return points


def _inner(figure: Figure, style: Style) -> str:
    """Commands from the cap's end back to its beginning: hairline and fringe."""
    fringe = style.fringe
    shaved = style.sides == "shaved"
    if figure.view == "back":
        low = 62 if style.reach == 0 else 80
        if shaved:
            return smooth([(72, -34), (40, -22), (0, -14), (-40, -22), (-72, -34)], start="L")
        run = [(72, 16), (62, 44), (40, low), (0, low + 8), (-40, low), (-62, 44), (-72, 16)]
        if style.reach == 0 and style.wave == "straight" and not style.tied:
            corners: list[Point] = [(70, 20), (58, 46), (48, 66), (36, 56), (24, 74), (10, 60),
                                    (-4, 78),
                                    (-18, 60), (-30, 72), (-42, 54), (-54, 62), (-70,
                                        20)]  # fmt: skip
            return f"L{number(70)} {number(20)}" + bent(corners, 0.1)
        return smooth(run, start="L")
    if figure.view == "side":
        tail: list[Point] = [(-2, 6), (-6, -14), (-24, -12), (-30, 14), (-26, 42), (-38, 62)]
        if shaved:
            points = SIDE_LINES.get(fringe, SIDE_LINES["quiff"])[:2]
            return smooth([*points, (20, -46), (-30, -40), (-90, -44)], start="L")
        if fringe in SIDE_FRINGES:
            corners = list(SIDE_FRINGES[fringe])
            return (
                f"L{number(corners[0][0])} {number(corners[0][1])}"
                + bent(corners)
                + smooth(tail, start="L")
            )
        side = SIDE_LINES.get(fringe, SIDE_LINES["back"])
        if fringe == "curls":
            return bumps(side, 17, start="L", sweep=0) + smooth(tail, start="L")
        return smooth(side, start="L") + smooth(tail, start="L")
    quarter = figure.view == "quarter"

    def place(point: Point) -> Point:
        if not quarter:
            return point
        x, y = point
        return (x * 0.84 + 25 * (1 - (x / 82) ** 2) + (4 if x > 0 else 0), y)

    end: list[Point] = []
    if quarter:
        end = [(-52, 18), (-50, -4), (-60, -10), (-68, 4), (-64, 30), (-58, 48)]
    if shaved:
        line = [place(p) for p in LINES.get(fringe, LINES["quiff"])][1:-1]
        if quarter:
            line[-1] = (-50, -44)
        return smooth(line, start="L")
    if fringe in FRINGES:
        corners = [place(p) for p in FRINGES[fringe]]
        first = f"L{number(corners[0][0])} {number(corners[0][1])}"
        return first + bent(corners) + (smooth(end, start="L") if end else "")
    line = [place(p) for p in LINES.get(fringe, LINES["back"])]
    if fringe == "curls":
        return bumps(line, 17, start="L", sweep=0) + (smooth(end, start="L") if end else "")
    return smooth(line, start="L") + (smooth(end, start="L") if end else "")


def _cap(figure: Figure, style: Style) -> None:
    colour = figure.hair
    brush = figure.head_brush(Layer.HAIR)
    outer = _outer(figure, style)
    if style.wave in ("curly", "coily"):
        upper = bumps(outer, 20 if style.wave == "curly" else 15)
    elif style.tied == "spikes":
        upper = _spikes(figure, outer)
    else:
        upper = smooth(outer)
    data = upper + _inner(figure, style) + "Z"
    brush.shape(data, colour, line=1.0)
    _gloss(figure, brush, style, outer)


def _spikes(figure: Figure, outer: list[Point]) -> str:
    points: list[Point] = []
    fine = spread(outer, 3)[2:-2]
    cx, cy = (0.0, -20.0)
    for index, (x, y) in enumerate(fine):
        length = math.hypot(x - cx, y - cy) or 1.0
        out = 22.0 if index % 2 else -6.0
        lean = 6.0 if index % 2 else 0.0
        points.append((x + (x - cx) / length * out + lean, y + (y - cy) / length * out - lean))
    del figure
    return f"M{number(points[0][0])} {number(points[0][1])}" + bent(points, 0.10)


def _gloss(figure: Figure, brush: Brush, style: Style, outer: list[Point]) -> None:
    """Shade on the far side, strands and the ring of light."""
    colour = figure.hair
    dark, light = shadow(colour), glow(colour, 0.85)
    if style.wave in ("curly", "coily"):
        _curl_marks(figure, brush, style)
        return
    right = spread(outer[len(outer) // 2 :], 2)
    inner = []
    for index, (x, y) in enumerate(right):
        belly = math.sin(math.pi * min(1.0, index / (len(right) - 1) * 0.96 + 0.02)) * 0.26
        inner.append((x * (1 - belly), y * (1 - belly * 0.8) - belly * 18))
    if style.sides == "hair":
        brush.tone(chain(right, inner[::-1]), dark)
    strands: dict[str, tuple[tuple[Point, Point, Point], ...]] = {
        "front": (
            ((-14, -100), (-44, -80), (-60, -30)), ((-10, -98), (-20, -70), (-20, -34)),
            ((-2, -98), (10, -72), (18, -30)), ((4, -100), (34, -78), (44, -28)),
            ((12, -100), (54, -80), (68, -24)),
        ),
        "back": (
            ((-4, -80), (-40, -50), (-56, 20)), ((-2, -78), (-18, -30), (-26, 40)),
            ((2, -78), (14, -30), (16, 44)), ((4, -80), (42, -50), (54, 24)),
            ((0, -76), (-2, -20), (-4, 50)),
        ),
        "quarter": (
            ((-2, -102), (-48, -80), (-68, -16)), ((0, -100), (-26, -70), (-42, -10)),
            ((6, -100), (22, -74), (28, -32)), ((10, -102), (48, -82), (60, -28)),
            ((-6, -102), (-62, -72), (-78, -4)),
        ),
        "side": (
            ((-24, -96), (-66, -70), (-78, 4)), ((-20, -94), (-44, -50), (-52, 20)),
            ((-14, -96), (12, -74), (24, -26)), ((-10, -98), (40, -82), (58, -36)),
            ((-22, -92), (-20, -60), (-20, -18)),
        ),
    }  # fmt: skip
    for points in strands[figure.view]:
        if style.sides == "shaved" and points[2][1] > -20:
            points = (points[0], points[1], (points[2][0], -48))
        if figure.view in ("front", "quarter") and style.fringe in LINES:
            start, bend, _ = points
            points = (
                start,
                ((start[0] + bend[0]) / 2, -90),
                (bend[0] * 1.1, max(-82, bend[1] - 6)),
            )
        brush.stroke(points, shadow(colour, 1.5), width=1.9, peak=0.6)
    ring: dict[str, tuple[Point, ...]] = {
        "front": ((-70, -46), (-58, -64), (-36, -76), (-10, -81), (14, -80)),
        "back": ((-68, -40), (-44, -56), (-10, -62), (26, -58), (54, -46)),
        "quarter": ((-70, -46), (-44, -70), (-12, -80), (20, -80), (40, -72)),
        "side": ((-82, -40), (-54, -70), (-14, -82), (22, -78), (44, -66)),
    }
    band = spread(ring[figure.view], 3)
    low: list[Point] = []
    for index, (x, y) in enumerate(band):
        share = index / (len(band) - 1)
        swell = math.sin(math.pi * share)
        low.append((x + 2, y + swell * (17 if index % 2 else 8) + 1))
    data = (
        smooth(band) + f"L{number(low[-1][0])} {number(low[-1][1])}" + bent(low[::-1], 0.05) + "Z"
    )
    brush.tone(data, light)


def _curl_marks(figure: Figure, brush: Brush, style: Style) -> None:
    colour = figure.hair
    v = style.volume
    step = 22.0 if style.wave == "curly" else 17.0
    left = {"front": -74.0, "back": -74.0, "quarter": -76.0, "side": -86.0}[figure.view]
    row = 0
    y = -92.0 - v * 0.5
    low = 40.0 if figure.view == "back" else -48.0
    while y < low:
        half = math.sqrt(max(0.0, 1 - ((y + 15) / (98 + v)) ** 2)) * (70 + v * 0.9)
        x = -half + (step / 2 if row % 2 else step * 0.9)
        while x < half - step * 0.4:
            px = x + (left + 74) * 0.5
            lit = x < 0 and y < -44
            if figure.view == "side" and px > 20 and y > -60:
                x += step
                continue
            brush.line(
                f"M{number(px - step * 0.3)} {number(y + 3)}"
                f"a{number(step * 0.36)} {number(step * 0.36)} "
                f"0 1 1 {number(step * 0.5)} {number(step * 0.2)}",
                glow(colour, 0.55) if lit else shadow(colour, 1.0), width=1.3,
            )  # fmt: skip
            x += step * 1.25
        y += step * 0.9
        row += 1


def _locks(figure: Figure, style: Style) -> None:
    """Hair falling beside the face, in front of the shoulders."""
    colour, low = figure.hair, style.locks
    brush = figure.head_brush(Layer.HAIR - 0.3)
    v = style.volume * 0.7
    places: tuple[tuple[float, float, float], ...] = {
        "front": ((-1.0, 71.0, 1.0), (1.0, 71.0, 1.0)), "quarter": ((-1.0, 47.0, 1.0), (1.0, 66.0,
            0.7)),
        "side": ((-1.0, -14.0, 1.0),),
    }[figure.view]  # fmt: skip
    for sign, x, wide in places:
        top = -26.0
        out: list[Point] = [(sign * (x + 8 + v), top), (sign * (x + 12 + v), low * 0.25),
                            (sign * (x + 9 + v), low * 0.6),
               (sign * (x + 1), low)]  # fmt: skip
        back: list[Point] = [(sign * (x + 1), low), (sign * (x - 9 * wide), low * 0.62),
                             (sign * (x - 12 * wide), low * 0.2),
                (sign * (x - 8 * wide), top)]  # fmt: skip
        if figure.view == "side":
            out = [(24, top), (30, low * 0.3), (22, low * 0.65), (8, low)]
            back = [(8, low), (-4, low * 0.6), (2, low * 0.2), (4, top)]
        if style.wave == "wavy":
            out, back = wavy(out, 5, 60), wavy(back[::-1], 5, 60)[::-1]
        if style.wave in ("curly", "coily"):
            sweep = 1 if sign > 0 else 0
            data = bumps(out, 18, sweep=sweep) + bumps(back, 18, start="L", sweep=sweep) + "Z"
        else:
            data = chain(out, back)
        brush.shape(data, colour, line=0.9)
        if style.wave in ("straight", "wavy"):
            brush.tone(
                chain([out[-1], *out[-3:-1][::-1]], [back[1]], closed=True),
                shadow(colour),
                opacity=0.6,
            )
            middle = [
                ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
                for a, b in zip(out, back[::-1], strict=False)
            ]
            brush.stroke(middle, shadow(colour, 1.4), width=1.8)


def _mass(figure: Figure, style: Style) -> None:
    """The hair behind: under everything from the front, over the back from behind."""
    low, v = style.reach, style.volume
    view = figure.view
    spread_ = 0.10 if style.wave == "straight" else 0.16
    wide = 80 + v * 0.8
    bottom = wide * (0.88 if low > 150 else 1.0) + low * spread_ * 0.3
    if view in ("front", "back"):
        left: list[Point] = [
            (-wide * 0.8, -60),
            (-wide - 2, 0),
            (-wide - 3 - low * spread_ * 0.4, low * 0.5),
            (-bottom, low),
        ]
        right: list[Point] = [(-x, y) for x, y in left]
        layer: float = Layer.HAIR_BACK if view == "front" else Layer.HAIR + 0.1
    elif view == "quarter":
        left = [
            (-72, -60),
            (-86 - v * 0.6, 0),
            (-88 - v - low * spread_ * 0.3, low * 0.5),
            (-84 - v * 0.3, low),
        ]
        right = [(54, -40), (60, 20), (56, low * 0.5), (34, low)]
        layer = Layer.HAIR_BACK
    else:
        left = [
            (-78, -70),
            (-98 - v * 0.6, 0),
            (-100 - v - low * spread_ * 0.4, low * 0.5),
            (-92 - v * 0.4, low),
        ]
        right = [(-6, -30), (-14, 40), (-24, low * 0.5), (-34, low)]
        layer = Layer.STRAP + 1
    colour = figure.hair if view in ("back", "side") else shadow(figure.hair, 0.75)
    hem = _hem(left[-1], right[-1], low, style)
    brush = figure.head_brush(layer)
    if style.wave in ("curly", "coily"):
        size = 24.0 if style.wave == "curly" else 18.0
        data = bumps(left, size, sweep=0) + bumps(
            [left[-1], (left[-1][0] * 0.5 + right[-1][0] * 0.5, low + 12), right[-1]],
            size,
            start="L",
            sweep=0,
        )
        data += bumps(right[::-1], size, start="L", sweep=0) + "Z"
    else:
        if style.wave == "wavy":
            left, right = wavy(left, 6, 78), wavy(right, -6, 78)
        data = (
            smooth(left)
            + bent([left[-1], *hem, right[-1]], 0.10)
            + smooth(right[::-1], start="L")
            + "Z"
        )
    if view in ("back", "side"):
        brush.fill(data, colour)
        brush.edge(data.split("L", 1)[0] if style.wave == "straight" else data[:-1], colour)
        if style.wave == "straight":
            brush.edge(smooth(right[1:]), colour)
    else:
        brush.shape(data, colour)
    dark = shadow(colour, 0.9)
    count = 6
    for index in range(1, count):
        share = index / count
        a = (left[1][0] + (right[1][0] - left[1][0]) * share, 10.0)
        b = (left[-1][0] + (right[-1][0] - left[-1][0]) * share, low * 0.93)
        points = [a, ((a[0] * 0.4 + b[0] * 0.6), low * 0.5), b]
        if style.wave != "straight":
            points = wavy(points, 4, 70)[::4]
        brush.stroke(points, dark, width=2.8, peak=0.7)
    if view in ("back", "side") and style.wave in ("straight", "wavy"):
        glossy = [
            (left[1][0] + (right[1][0] - left[1][0]) * s, 34 + 10 * math.sin(math.pi * s))
            for s in (0.12, 0.3, 0.5, 0.64)
        ]
        brush.stroke(glossy, glow(colour, 0.6), width=5.0)
    edge = right[len(right) // 2 :]
    inner = [(x - (24 if view != "quarter" else 14), y) for x, y in edge]
    brush.tone(chain(edge, inner[::-1]), shadow(colour, 0.8), opacity=0.7)


def _hem(a: Point, b: Point, low: float, style: Style) -> list[Point]:
    tips = 9
    points = []
    for index in range(1, tips):
        share = index / tips
        x = a[0] + (b[0] - a[0]) * share
        deep = 16 if style.reach > 130 else 7
        points.append(
            (x, low + (deep if index % 2 else -deep * 0.4) * math.sin(math.pi * share) + 2)
        )
    return points


def _shaved(figure: Figure, style: Style) -> None:
    """Cropped hair as a tint of the skull."""
    tint = figure.hair
    brush = figure.head_brush(Layer.HAIR - 0.6)
    buzz = style.sides == "buzz"
    runs: dict[str, str] = {
        "front": smooth([(-74, 8), (-77, -30), (-62, -76), (-34, -97), (0, -103), (34, -97), (62,
                        -76), (77, -30),
                         (74, 8)]) + smooth([(66, -30), (46, -56), (18, -64), (0, -62), (-18,
                                            -64), (-46, -56),
                                             (-66, -30)], start="L") + "Z",
        "back": smooth([(-72, 20), (-77, -30), (-62, -76), (-34, -97), (0, -103), (34, -97), (62,
                       -76), (77, -30),
                        (72, 20), (46, 62), (0, 70), (-46, 62)], closed=True),
        "quarter": smooth([(-60, 42), (-78, 0), (-82, -42), (-63, -79), (-34, -98), (0, -103),
                          (34, -96), (57, -74),
                           (68, -40)]) + smooth([(58, -52), (30, -64), (0, -60), (-26, -44), (-40,
                               -14), (-44, 18),
                                                 (-52, 4), (-60, -8), (-62, 20)], start="L") + "Z",
        "side": smooth([(-52, 52), (-82, 20), (-93, -28), (-81, -69), (-48, -97), (-4, -104), (36,
                       -94),
                        (61, -66)]) + smooth([(44, -48), (30, -22), (20, 0), (8, 22), (-2, 4),
                            (-8, -12), (-24, -10),
                                              (-30, 20), (-36, 50)], start="L") + "Z",
    }  # fmt: skip
    brush.fill(runs[figure.view], shadow(tint, 0.5), opacity=0.86 if buzz else 0.62)
    if buzz:
        light: dict[str, list[Point]] = {
            "front": [(-60, -52), (-42, -78), (-12, -88)], "back": [(-60, -40), (-42, -70), (-12,
                -84)],
            "quarter": [(-64, -50), (-42, -82), (-10, -92)], "side": [(-74, -48), (-48, -82),
                (-10, -92)],
        }  # fmt: skip
        brush.stroke(light[figure.view], glow(tint, 1.0), width=5)


def _shine(figure: Figure) -> None:
    brush = figure.head_brush(Layer.HAIR - 0.6)
    skin = figure.skin
    light: dict[str, list[Point]] = {
        "front": [(-52, -62), (-34, -82), (-12, -88)], "back": [(-52, -60), (-34, -82), (-12, -88)],
        "quarter": [(-54, -64), (-34, -84), (-8, -90)], "side": [(-66, -62), (-44, -84), (-12,
            -92)],
    }  # fmt: skip
    brush.stroke(light[figure.view], glow(skin, 1.3), width=8)
