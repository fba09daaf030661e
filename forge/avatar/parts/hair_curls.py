"""A cap of curls: lumps along the outline, over the crown and along the forehead."""

from __future__ import annotations

import itertools
import math

from ..figure import Figure, Layer
from ..paint import Point, spread
from .hair_gloss import Puff, draw_puffs
from .hair_styles import Style

_PUSH = (1.0, 0.55, 1.2, 0.35, 0.85, 0.6)


def draw_curls(
    figure: Figure, style: Style, outer: list[Point], edge: list[Point], base: str
) -> None:
    """Lumps along the outline, over the crown and along the forehead.

    `outer` is the upper edge, `edge` the one on the forehead (none from behind), `base`
    the path of the whole cap.
    """
    brush = figure.head_brush(Layer.HAIR)
    r = {"curly": 14.5, "coily": 11.5}[style.wave]
    puffs: list[Puff] = []
    inside: list[Puff] = []
    if style.tied != "afro":
        for k, (x, y) in enumerate(_spaced(outer, r * 1.3)):
            deep = (0.95, 0.90, 0.97)[k % 3]
            puffs.append((x * deep, y * deep, r))
    cx, cy = {"quarter": (-6.0, -30.0), "side": (-16.0, -30.0)}.get(figure.view, (0.0, -26.0))
    half = 66.0 + style.volume * (0.7 if style.tied != "afro" else 0.95)
    bottom = min((y for _, y in edge), default=52.0)
    if style.sides == "shaved":
        edge = [point for point in edge if point[1] < -34]
        bottom = min(bottom, -46.0)
        edge = edge if len(edge) > 2 else []
    y = cy - half * 0.92
    row = 0
    while y < bottom - r * 0.4:
        reach = math.sqrt(max(0.0, 1 - ((y - cy) / half) ** 2)) * half
        x = cx - reach + r * (0.4 if row % 2 else 1.1)
        while x < cx + reach - r * 0.3:
            if not (figure.view == "side" and x > 44 and y > -50):
                shake = _PUSH[len(inside) % 6] - 0.75
                inside.append((x + shake * r * 0.9, y - shake * r * 0.9, r * (1.0 + shake / 3)))
            x += r * 1.9
        y += r * 1.5
        row += 1
    if edge:
        line = edge if figure.view != "side" else edge[:-1]
        for k, (x, y) in enumerate(_spaced(line, r * 1.1)):
            puffs.append((x * 0.97, y - r * 0.62, r * (0.8, 0.92)[k % 2]))
        if figure.view == "side" and style.sides == "hair":
            puffs += [(x, y, r * 0.85) for x, y in _spaced([(-34, -8), (-46, 20), (-46, 52)], r)]
    draw_puffs(brush, puffs, figure.hair, base=base, low=-42.0, inside=inside)


def _spaced(points: list[Point], step: float) -> list[Point]:
    """Points along the curve at even steps."""
    fine = spread(points, 8)
    # Exactly added, for Pythons before 3.12 add floats otherwise, and a step would fall elsewhere.
    total = math.fsum(math.dist(a, b) for a, b in itertools.pairwise(fine))
    wanted = total / max(1, round(total / step))
    found = [fine[0]]
    left = wanted
    for a, b in itertools.pairwise(fine):
        left -= math.dist(a, b)
        if left <= 0.01:
            found.append(b)
            left += wanted
    return found
