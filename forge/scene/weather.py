"""Rain, snow and fog before a whole picture."""

from __future__ import annotations

from ..avatar.choice import draw
from ..avatar.paint import mix, number
from .light import Air


def before(air: Air, width: float, *, seed: int) -> str:
    """SVG over everything, in a space 1000 units tall and `width` wide; "" in clear air."""
    if air.weather in ("rain", "storm"):
        return _rain(air, width, seed, heavy=air.weather == "storm")
    if air.weather == "snow":
        return _snow(width, seed)
    if air.weather == "fog":
        return _fog(air, width, seed)
    return ""


def _rain(air: Air, width: float, seed: int, *, heavy: bool) -> str:
    count = min(260, round((105 if heavy else 78) * max(0.5, width / 1000)))
    lean = 0.34 if heavy else 0.14
    colour = mix(air.sky[2], "#ffffff", 0.45)
    pieces = []
    for near, share in ((1.6, 0.45), (2.6, 0.35), (3.6, 0.2)):
        data = ""
        for k in range(round(count * share)):
            long = (34 + 26 * draw(seed, f"rain l{near}.{k}")) * (0.6 + near * 0.22)
            x = draw(seed, f"rain x{near}.{k}") * (width + 200) - 20
            y = draw(seed, f"rain y{near}.{k}") * 1060 - 60
            data += f"M{number(x)} {number(y)}l{number(-long * lean)} {number(long)}"
        pieces.append(
            f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{number(near)}" '
            f'stroke-opacity="{number(0.30 + 0.05 * near)}" stroke-linecap="round"/>'
        )
    drops = "".join(
        f"M{number(draw(seed, f'splash x{k}') * width)} "
        f"{number(945 + 50 * draw(seed, f'splash y{k}'))}q8 -7 16 0"
        for k in range(round(count * 0.2))
    )
    pieces.append(
        f'<path d="{drops}" fill="none" stroke="{colour}" stroke-width="2" stroke-opacity="0.5"/>'
    )
    return "".join(pieces)


def _snow(width: float, seed: int) -> str:
    count = min(240, round(90 * max(0.5, width / 1000)))
    pieces = []
    for size, share, seen in ((2.4, 0.5, 0.75), (4.2, 0.36, 0.85), (7.0, 0.14, 0.9)):
        data = ""
        for k in range(round(count * share)):
            x = draw(seed, f"snow x{size}.{k}") * width
            y = draw(seed, f"snow y{size}.{k}") * 1000
            r = size * (0.8 + 0.5 * draw(seed, f"snow r{size}.{k}"))
            data += (
                f"M{number(x - r)} {number(y)}a{number(r)} {number(r)} 0 1 0 "
                f"{number(2 * r)} 0a{number(r)} {number(r)} 0 1 0 {number(-2 * r)} 0Z"
            )
        pieces.append(f'<path d="{data}" fill="#ffffff" fill-opacity="{number(seen)}"/>')
    return "".join(pieces)


def _fog(air: Air, width: float, seed: int) -> str:
    """Banks, thickest in their middle. Rectangles, which cost a tenth of ellipses."""
    colour = mix(air.sky[2], "#ffffff", 0.12 if air.night else 0.3)
    pieces = []
    for k, (y, tall, seen) in enumerate(
        ((560.0, 120.0, 0.24), (740.0, 100.0, 0.24), (905.0, 130.0, 0.34))
    ):
        top = y + 40 * (draw(seed, f"fog {k}") - 0.5)
        for row in range(12):
            share = (row + 0.5) / 12
            pieces.append(
                f'<rect x="-5" y="{number(top + tall * row / 12)}" width="{number(width + 10)}" '
                f'height="{number(tall / 12)}" fill="{colour}" '
                f'fill-opacity="{number(seen * 4 * share * (1 - share))}"/>'
            )
    return f'<g shape-rendering="crispEdges">{"".join(pieces)}</g>'
