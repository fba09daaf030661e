"""What hangs from the shoulders behind: capes, cloaks, mantles, and ponchos all round."""

from __future__ import annotations

from dataclasses import replace

from ...pose.skeleton import Joint
from ..figure import Figure, Layer
from ..geometry import Strip, between, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, shadow, smooth
from .collars import COLLAR
from .folds import fold_lines, fold_tone
from .hair_edges import bumps
from .materials import material_on
from .patterns import pattern_on
from .skirts import hang_strip


def draw_cape(figure: Figure, worn: Worn) -> None:
    cut, colour = worn.cut, worn.colour
    if cut.detail == "poncho":
        _poncho(figure, worn)
        return
    body, size, view = figure.body, figure.size, figure.view
    fur = cut.detail == "fur"
    trunk = body.trunk(size * 0.05)
    if view == "side":
        strip = hang_strip(figure, start=0.10, length=max(cut.length, 0.0), flare=cut.flare,
                           ease=size * 0.12)  # fmt: skip
        _side_cape(figure, worn, strip, trunk)
    else:
        _spread_cape(figure, worn, trunk)
    if worn.trim and luminance(worn.trim) > 0.75 and not fur:  # ermine
        _cape_collar(figure, replace(worn, colour=worn.trim), trunk, fur=True)
    else:
        _cape_collar(figure, worn, trunk, fur=fur)
    if cut.detail == "hooded" and view != "back":
        brush = figure.brush(Layer.HAIR_BACK - 1)
        x, y = body.head(0, 60)
        brush.shape(
            ellipse(x - body.yaw[1] * size * 0.3, y + size * 0.16, size * 0.56, size * 0.30),
            shadow(colour, 0.5),
        )


_FOLDS = 5


def _cape_strip(figure: Figure, worn: Worn, trunk: Strip) -> Strip:
    """From the shoulders to the hem, wider than the body and swung aside a little."""
    body, size, view = figure.body, figure.size, figure.view
    strip = hang_strip(figure, start=0.10, length=max(worn.cut.length, 0.0),
                       flare=worn.cut.flare, ease=size * 0.12)  # fmt: skip
    shoulder = body.measures.arm * 0.9
    grow = 1.14 if view != "back" else 1.04
    aside = size * 0.22 * (2 * figure.chance("cape") - 1)
    lean = -body.facing * size * 0.28 if view == "quarter" else 0.0
    left: list[Point] = []
    right: list[Point] = []
    for u, side in ((-1.0, left), (1.0, right)):
        x, y = trunk.at(u, 0.03)
        side.append((x + u * shoulder * 0.5, y))
    for t in (0.12, 0.3, 0.5, 0.75, 1.0):
        a, b = strip.at(-1, t), strip.at(1, t)
        middle = (a[0] + b[0]) / 2
        swing = aside * t**2 + lean * t
        left.append((middle + (a[0] - middle) * grow - shoulder * 0.9 + swing, a[1]))
        right.append((middle + (b[0] - middle) * grow + shoulder * 0.9 + swing, b[1]))
    return Strip((0.0, 0.12, 0.3, 0.5, 0.75, 1.0), tuple(left), tuple(right))


def _spread_cape(figure: Figure, worn: Worn, trunk: Strip) -> None:
    size, behind = figure.size, figure.view == "back"
    brush = figure.brush(Layer.CAPE_COLLAR if behind else Layer.CAPE)
    strip = _cape_strip(figure, worn, trunk)
    hem = _scallops(strip, size)
    neck_l, neck_r = trunk.at(-0.96, COLLAR), trunk.at(0.96, COLLAR)
    top_l, top_r = strip.at(-1, 0), strip.at(1, 0)
    knot_r = (lerp(neck_r[0], top_r[0], 0.55), lerp(neck_r[1], top_r[1], 0.35))
    knot_l = (lerp(neck_l[0], top_l[0], 0.55), lerp(neck_l[1], top_l[1], 0.35))
    data = chain([neck_r, knot_r, *strip.right], *hem[::-1], [*strip.left[::-1], knot_l, neck_l])
    tone = worn.colour if behind else shadow(worn.colour, 0.75)
    brush.shape(data, tone)
    _cape_folds(brush, strip, tone, behind=behind)
    woven = replace(worn, colour=tone, material="fur" if worn.cut.detail == "fur"
                    else worn.material)  # fmt: skip
    pattern_on(figure, brush, strip, woven, 0.1, 0.95)
    material_on(figure, brush, strip, woven, 0.1, 0.95)
    if behind:
        gathers = []
        for u in (-0.62, -0.3, 0.05, 0.38, 0.68):
            gathers.append((trunk.at(u * 0.8, -0.02), strip.at(u * 0.86, 0.06),
                            strip.at(u * 0.9, 0.22)))  # fmt: skip
        fold_lines(brush, gathers, fold_tone(tone), 3.4)
        brush.tone(strip.shade(0.02, 0.97, side=1, depth=0.12), shadow(tone))
    else:
        _turned_edges(figure, brush, strip, worn)
    if worn.trim:
        low = [strip.at(lerp(-0.98, 0.98, k / 10), 0.955) for k in range(11)]
        brush.line(smooth(low), worn.trim, width=4.0)
    if not behind:
        brush.edge(data, tone)


def _scallops(strip: Strip, size: float) -> list[list[Point]]:
    """The hem from left to right, one run a fold, with points between the folds."""
    runs = []
    for k in range(_FOLDS):
        a, b = lerp(-1, 1, k / _FOLDS), lerp(-1, 1, (k + 1) / _FOLDS)
        bow = size * 0.10 * (1 - (a + b) ** 2 / 4)
        (ax, ay), (mx, my), (bx, by) = (strip.at(u, 1.0) for u in (a, (a + b) / 2, b))
        drop = size * (0.10 if k % 2 else 0.07)
        end_a = 0.0 if k == 0 else bow * 0.8
        end_b = 0.0 if k == _FOLDS - 1 else bow * 0.8
        runs.append([(bx, by + end_b), (mx, my + bow + drop), (ax, ay + end_a)])
    return runs


def _cape_folds(brush: Brush, strip: Strip, tone: str, *, behind: bool) -> None:
    """Between every two folds of the hem a valley that narrows upwards, with a lit ridge by it."""
    dark = light = ""
    top = 0.16 if behind else 0.22
    for k in range(1, _FOLDS):
        u = lerp(-1, 1, k / _FOLDS)
        start = top + 0.14 * ((k * 2) % 3)
        wide = 0.15 if k % 2 else 0.11
        foot = 1.0 + 0.02 * (1 - u * u)
        dark += chain(
            [strip.at(u * 0.90, start), strip.at(u * 0.95 - wide * 0.4, 0.62),
             strip.at(u - wide, foot)],
            [strip.at(u + wide * 0.45, foot)],
            [strip.at(u * 0.95 + wide * 0.2, 0.62), strip.at(u * 0.90, start)],
        )  # fmt: skip
        light += chain(
            [strip.at(u * 0.90 + 0.05, start + 0.10), strip.at(u * 0.95 + wide * 0.75, 0.66),
             strip.at(u + wide * 1.25, foot)],
            [strip.at(u + wide * 1.75, foot)],
            [strip.at(u * 0.95 + wide * 0.95, 0.66), strip.at(u * 0.90 + 0.05, start + 0.10)],
        )  # fmt: skip
    brush.tone(dark, fold_tone(tone, 1.15))
    brush.tone(light, glow(tone, 0.45 if behind else 0.25), opacity=0.8)


def _turned_edges(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    """The front edges, rolled so that the bright outside is seen; the inside dark by the body."""
    colour = worn.colour
    inside = chain(strip.edge(-0.50, 0.1, 0.96), strip.edge(0.56, 0.96, 0.1))
    brush.tone(inside, shadow(colour, 2.0), opacity=0.6)
    for sign in (-1.0, 1.0):
        roll = [strip.at(sign * (1 - w), t) for t, w in
                ((0.96, 0.13), (0.75, 0.20), (0.5, 0.10), (0.3, 0.15), (0.08, 0.06))]  # fmt: skip
        flap = chain(strip.edge(sign, 0.02, 1.0), roll)
        brush.shape(flap, colour if sign < 0 else mix(colour, shadow(colour), 0.6), line=0.7)


def _side_cape(figure: Figure, worn: Worn, strip: Strip, trunk: Strip) -> None:
    colour, size = worn.colour, figure.size
    back = -figure.body.facing
    brush = figure.brush(Layer.STRAP)
    neck = trunk.at(back * 0.9, COLLAR - 0.02)
    front = trunk.at(-back * 0.7, -0.02)
    outer: list[Point] = [neck]
    for t, more in ((0.05, 0.16), (0.3, 0.34), (0.6, 0.62), (1.0, 1.0)):
        x, y = strip.at(back, t)
        outer.append((x + back * size * (0.10 + more * 0.75), y))
    inner: list[Point] = []
    for t, more in ((1.0, 0.0), (0.6, 0.05), (0.3, 0.0)):
        x, y = strip.at(back * 0.1, t)
        inner.append((x + back * size * (0.25 + more + 0.35 * t), y))
    inner.append(trunk.at(back * 0.25, 0.12))
    hem: list[Point] = []
    for k in range(1, 6):
        x = lerp(outer[-1][0], inner[0][0], k / 6)
        hem.append((x, outer[-1][1] + (size * 0.05 if k % 2 else -size * 0.03)))
    brush.shape(chain(outer, hem, inner, [front, neck]), colour)
    valley = [between(outer[-1], inner[0], 0.62), between(outer[3], inner[1], 0.62),
              between(outer[2], inner[2], 0.55), inner[-1]]  # fmt: skip
    brush.tone(chain(valley, inner[::-1]), shadow(colour))
    gleam = [between(outer[-1], inner[0], 0.10), between(outer[3], inner[1], 0.14),
             between(outer[2], inner[2], 0.20)]  # fmt: skip
    wide = [between(outer[-1], inner[0], 0.26), between(outer[3], inner[1], 0.24),
            between(outer[2], inner[2], 0.20)]  # fmt: skip
    brush.tone(chain(gleam, wide[::-1]), glow(colour, 0.5), opacity=0.8)
    for share in (0.18, 0.36, 0.56):
        b = (lerp(outer[-1][0], inner[0][0], share), outer[-1][1])
        a = (lerp(outer[1][0], inner[-1][0], share), outer[2][1])
        brush.stroke(
            [a, (lerp(a[0], b[0], 0.45), lerp(a[1], b[1], 0.5)), b],
            fold_tone(colour, 1.1),
            width=4.4,
            peak=0.75,
        )


def _cape_collar(figure: Figure, worn: Worn, trunk: Strip, *, fur: bool) -> None:
    """What holds it at the throat."""
    colour, size, view = worn.colour, figure.size, figure.view
    brush = figure.brush(Layer.CAPE_COLLAR + 0.5)
    m = figure.body.middle
    if fur:
        points = [
            trunk.at(u, -0.02 + 0.10 * (1 - abs(u))) for u in (-1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2)
        ]
        up = [trunk.at(u, COLLAR - 0.03) for u in (0.9, 0.0, -0.9)]
        brush.shape(bumps(points, size * 0.14, sweep=0) + smooth(up, start="L") + "Z", colour)
        return
    if view == "back":
        brush.shape(
            trunk.panel(COLLAR - 0.05, COLLAR + 0.05, top=-0.01, hem=0.03),
            shadow(colour, 0.4),
            line=0.8,
        )
        return
    if view == "side":
        brush.shape(trunk.panel(COLLAR - 0.02, -0.03, top=0.02, hem=0.05), colour, line=0.8)
        return
    for sign in (-1.0, 1.0):
        data = chain(
            [
                trunk.at(sign * 0.98, COLLAR - 0.05),
                trunk.at(sign * 1.0, -0.03),
                trunk.at(sign * 0.99, 0.08),
            ],
            [trunk.at(lerp(sign, m(0.08), 0.45), 0.10), trunk.at(m(0.05, sign * 6), 0.055)],
            [trunk.at(lerp(sign, m(-0.05), 0.5), -0.03), trunk.at(sign * 0.80, COLLAR - 0.05)],
        )
        brush.shape(data, colour, line=0.9)
    if "vampire" in figure.features.roles:
        _high_collar(figure, worn, trunk)
    if figure.outfit.neck:  # a tie, a bow or a scarf is enough
        return
    x, y = trunk.at(m(0.05), 0.055)
    brush.shape(ellipse(x, y, size * 0.065, size * 0.065), "#dcb64c", line=0.8)
    brush.fill(ellipse(x - size * 0.015, y - size * 0.02, size * 0.02, size * 0.02), "#fff4c8")


def _high_collar(figure: Figure, worn: Worn, trunk: Strip) -> None:
    """Stands up behind the head to the ears, its lining towards the face."""
    head, size = figure.body.head, figure.size
    lining = worn.trim or mix("#b3202e", shadow(worn.colour), 0.15)
    inner, outer = figure.brush(Layer.HAIR_BACK + 0.6), figure.brush(Layer.CAPE_COLLAR + 0.6)
    for sign in (-1.0, 1.0):
        root, throat = trunk.at(sign * 0.99, 0.03), trunk.at(sign * 0.30, 0.06)
        tip, low = head(sign * 138, -22), head(sign * 116, 58)
        side = (root[0] + sign * size * 0.04, (root[1] + low[1]) / 2)
        wing = chain([root, side, tip], [tip, head(sign * 88, 36), head(sign * 50, 100), throat])
        inner.shape(wing, lining, line=0.9)
        inner.tone(chain([tip, head(sign * 88, 36), head(sign * 50, 100), throat],
                         [throat, head(sign * 70, 108), head(sign * 100, 44), tip]),
                   shadow(lining, 1.3))  # fmt: skip
        edge = chain([root, side, tip], [tip, low, head(sign * 88, 112), throat])  # fmt: skip
        outer.shape(edge, worn.colour, line=0.9)
        outer.stroke([(side[0] - sign * size * 0.03, side[1]), low, tip], glow(worn.colour, 0.8),
                     width=2.0)  # fmt: skip


def _elbows(figure: Figure) -> tuple[tuple[float, Joint], tuple[float, Joint]]:
    """The joint at each side of the picture."""
    if figure.view == "back":
        return ((-1.0, "left_elbow"), (1.0, "right_elbow"))
    return ((-1.0, "right_elbow"), (1.0, "left_elbow"))


def _poncho(figure: Figure, worn: Worn) -> None:
    """A blanket with a hole for the head: corners before and behind, bands and a fringe."""
    size, colour = figure.size, worn.colour
    trunk = figure.body.trunk(size * 0.06)
    brush = figure.brush(Layer.CAPE_COLLAR - 0.5)
    arm = figure.body.measures.arm
    elbows = {u: figure.body.joints[j] for u, j in _elbows(figure)}

    def at(u: float, share: float) -> Point:
        """From the shoulders (0) to the hem (1)."""
        low = lerp(0.82, 1.22, 1 - abs(u))
        x, y = trunk.at(u * 0.98, lerp(0.0, low, share))
        if figure.view == "side":
            return (x + u * arm * 1.3 * share**0.7, y)
        ex, ey = elbows[1.0 if u > 0 else -1.0]
        edge = trunk.at(1.0 if u > 0 else -1.0, 0.5)[0]
        out = abs(ex - edge) if ey > y - size else 0.0  # over an arm that hangs
        return (x + u * max(arm * 2.4, min(out + arm * 1.3, size)) * share**0.45, y)

    us = (1.0, 0.66, 0.33, 0.0, -0.33, -0.66, -1.0)
    hem = [at(u, 1.0) for u in us]
    sides = (0.06, 0.25, 0.5, 0.75)
    data = chain([trunk.at(0.94, COLLAR), *[at(1, t) for t in sides]], hem,
                 [*[at(-1, t) for t in sides[::-1]], trunk.at(-0.94, COLLAR)])  # fmt: skip
    trim = worn.trim or mix(colour, "#f2d9a0", 0.75)
    fringe = "".join(
        smooth([at(lerp(-0.98, 0.98, k / 26), t) for t in (1.0, 1.06)]) for k in range(27)
    )
    brush.line(fringe, trim, width=1.5)
    brush.shape(data, colour)
    brush.tone(chain([at(1, 0.1), at(1, 0.5), at(1, 0.99)],
                     [at(0.55, 0.99), at(0.62, 0.6), at(0.80, 0.1)]), shadow(colour))  # fmt: skip
    for share, width in ((0.66, 1.6), (0.76, 4.6), (0.86, 1.6)):
        brush.line(smooth([at(u * 0.99, share) for u in us]), trim, width=width)
    fold_lines(brush, [
        (at(u * 0.45, 0.06), at(u * 0.8, 0.45), at(u, 0.98))
        for u in (-0.72, -0.36, 0.1, 0.42, 0.76)
    ], fold_tone(colour), 4.0)  # fmt: skip
