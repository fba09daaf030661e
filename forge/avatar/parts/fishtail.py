"""A mermaid's tail: over both legs, from the hips to the ground."""

from __future__ import annotations

from ..features import Accessory
from ..figure import Figure, Layer
from ..paint import Point, chain, glow, shadow, smooth
from .hat_shapes import tone

_STATIONS = (0.12, 0.35, 0.6, 0.85, 1.1, 1.35, 1.6, 1.82)


def fishtail(figure: Figure, item: Accessory) -> None:
    body, size = figure.body, figure.size
    colour = tone(item, "#2f9a8f")
    brush = figure.brush(Layer.SKIRT + 1.5)
    trunk = body.trunk(size * 0.03)
    legs = [body.leg(side, size * 0.03) for side in ("right", "left")]
    left: list[Point] = [trunk.at(-1, 0.80)]
    right: list[Point] = [trunk.at(1, 0.80)]
    for t in _STATIONS:
        edge = [leg.at(u, t) for leg in legs for u in (-1.0, 1.0)]
        swell = size * max(0.0, 0.13 - abs(t - 0.4) * 0.26)
        (ax, ay), (bx, by) = min(edge), max(edge)
        left.append((ax - swell, ay))
        right.append((bx + swell, by))
    waist = [trunk.at(-0.6, 0.84), trunk.at(0, 0.88), trunk.at(0.6, 0.84)]
    (ax, ay), (bx, by) = left[-1], right[-1]
    x, y = (ax + bx) / 2, (ay + by) / 2
    half = (bx - ax) / 2
    ground = max(leg.at(0, 2.06)[1] for leg in legs) + body.measures.ankle_height * 0.9
    fin = [
        (ax + half * 0.5, y - size * 0.10), (x - half - size * 0.34, ground - size * 0.30),
        (x - half - size * 0.62, ground + size * 0.02), (x - size * 0.30, ground - size * 0.03),
        (x, ground - size * 0.12), (x + size * 0.30, ground - size * 0.03),
        (x + half + size * 0.62, ground + size * 0.02),
        (x + half + size * 0.34, ground - size * 0.30), (bx - half * 0.5, y - size * 0.10),
    ]  # fmt: skip
    brush.shape(chain(fin), glow(colour, 0.5))
    for k in (-0.8, -0.45, -0.15, 0.15, 0.45, 0.8):
        end = (x + k * (half + size * 0.55), ground - size * 0.10)
        brush.stroke([(x + k * half, y), ((x + k * half + end[0]) / 2, (y + end[1]) / 2), end],
                     shadow(colour, 1.0), width=1.8)  # fmt: skip
    brush.shape(chain([*waist], right, [(x, y + size * 0.16)], left[::-1]), colour)
    shade = [(p[0] * 0.62 + q[0] * 0.38, p[1]) for p, q in zip(right, left, strict=True)]
    brush.tone(chain(right, shade[::-1]), shadow(colour))
    ink, light = shadow(colour, 2.0), glow(colour, 1.3)
    for row in range(1, 8):
        p, q = left[row], right[row]
        count = 5 if row % 2 else 4
        for k in range(count):
            share = (k + 0.5) / count
            sx, sy = p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share
            wide, deep = (q[0] - p[0]) / count * 0.5, size * 0.11
            brush.line(
                smooth([(sx - wide, sy - deep), (sx, sy), (sx + wide, sy - deep)]), ink, width=1.9
            )
            if k == 1:
                brush.stroke([(sx - wide * 0.5, sy - deep), (sx, sy - deep * 0.4)], light, width=2)
