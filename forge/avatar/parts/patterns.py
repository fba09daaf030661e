"""Stripes, checks, dots and other prints, laid along the cloth."""

from __future__ import annotations

from ..figure import Figure
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, ellipse, luminance, mix, smooth


def pattern_on(
    figure: Figure, brush: Brush, strip: Strip, worn: Worn, start: float, end: float,
    *, limb: bool = False,
) -> None:  # fmt: skip
    pattern = worn.pattern
    if not pattern or pattern in ("plain", "tattered", "gradient"):
        return
    light = luminance(worn.colour) > 0.62
    tint = mix(worn.colour, "#2c3350" if light else "#ffffff", 0.55)
    length = (strip.stations[-1] - strip.stations[0]) or 1
    rows = max(2, round((end - start) * (4 if limb else 9) * (1 if length < 3 else 0.7)))
    if pattern in ("striped", "stripes"):
        for row in range(rows):
            a = lerp(start, end, (row + 0.25) / rows)
            b = lerp(start, end, (row + 0.70) / rows)
            brush.fill(strip.panel(a, b, top=0.02, hem=0.02), tint)
    elif pattern in ("checked", "plaid", "tartan", "checkered"):
        for row in range(rows):
            a, b = lerp(start, end, (row + 0.2) / rows), lerp(start, end, (row + 0.65) / rows)
            brush.fill(strip.panel(a, b, top=0.02, hem=0.02), tint, opacity=0.5)
        columns = 3 if limb else 5
        for column in range(columns):
            u = lerp(-0.9, 0.9, (column + 0.25) / columns)
            brush.fill(strip.band(u, u + 0.9 / columns, start, end), tint, opacity=0.5)
    else:
        radius = figure.size * (0.022 if pattern in ("dotted", "dots", "polka dot") else 0.034)
        columns = 3 if limb else 6
        petals = pattern in ("floral", "leopard", "star", "heart", "camouflage")
        tints = (tint, mix(tint, "#f06a8a", 0.5), mix(tint, "#f3c04a", 0.5)) if petals else (tint,)
        for row in range(rows + 1):
            t = lerp(start, end, (row + 0.4) / (rows + 1))
            for column in range(columns):
                u = lerp(-0.88, 0.88, (column + (0.25 if row % 2 else 0.75)) / columns)
                x, y = strip.at(u, t)
                hue = tints[(row * 2 + column) % len(tints)]
                if pattern in ("circuit", "embroidered"):
                    p, q = strip.at(u, t), strip.at(min(0.95, u + 0.2), t)
                    brush.line(smooth([p, q, strip.at(min(0.95, u + 0.2), t + 0.05)]), hue)
                else:
                    brush.fill(ellipse(x, y, radius, radius * 0.92), hue)
