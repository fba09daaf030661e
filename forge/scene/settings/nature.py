"""Sky, clouds, hills, trees, grass: what outdoors is made of."""

from __future__ import annotations

import math

from ...avatar.paint import ellipse, luminance, mix, number, polygon
from ..light import Air
from .sheet import Sheet
from .stage import Stage

SNOW = "#f1f6fa"


def sky(
    stage: Stage,
    bottom: float,
    *,
    sheet: Sheet | None = None,
    high: float = 190.0,
    size: float = 46.0,
    clouds: int = 4,
    low: float | None = None,
) -> None:
    """The whole width down to `bottom`; the sun or moon at `high`, or low at dawn and dusk."""
    air, paint = stage.out, sheet or stage.back
    first, second, third = air.sky
    paint.strips(0, 0, stage.w, bottom, ((0, first), (0.5, second), (0.92, third), (1, third)))
    x = stage.w * stage.sun
    y = bottom - size * 1.5 if air.time in ("dawn", "sunset") else high
    if low is not None and air.time in ("dawn", "sunset"):
        y = low
    if air.night and air.bright:
        stars(stage, paint, bottom * 0.85)
    if air.bright:
        if air.night:
            moon(paint, x, y, size * 0.85, air)
        else:
            wide = size * (1.25 if air.time != "day" else 1.0)
            paint.glow(x, y, wide * (4.2 if air.time != "day" else 3.2), air.sun, 0.55)
            paint.oval(x, y, wide, wide, air.sun)
    cover(stage, paint, bottom, clouds)


def moon(paint: Sheet, x: float, y: float, size: float, air: Air) -> None:
    paint.glow(x, y, size * 3.4, "#cfdcff", 0.34)
    paint.oval(x, y, size, size, air.sun)
    paint.ovals(
        (
            (x - size * 0.3, y - size * 0.2, size * 0.24, size * 0.22),
            (x + size * 0.3, y + size * 0.3, size * 0.18, size * 0.16),
            (x + size * 0.25, y - size * 0.45, size * 0.12, size * 0.1),
        ),
        mix(air.sun, "#9fa8c4", 0.35),
    )


def stars(stage: Stage, paint: Sheet, bottom: float, *, count: int = 70) -> None:
    small: list[tuple[float, float, float, float]] = []
    large: list[tuple[float, float, float, float]] = []
    for k in range(count):
        x = stage.dice(f"star x{k}") * stage.w
        y = stage.dice(f"star y{k}") ** 1.3 * bottom
        r = 1.3 + 1.9 * stage.dice(f"star r{k}") ** 2
        (large if r > 2.3 else small).append((x, y, r, r))
    paint.ovals(small, "#dfe8ff", 0.7)
    paint.ovals(large, "#ffffff")


def cover(stage: Stage, paint: Sheet, bottom: float, count: int) -> None:
    """Clouds, as many and as heavy as the weather has."""
    air = stage.out
    if air.weather == "fog":
        return
    heavy = air.weather in ("cloudy", "rain", "storm", "snow")
    light = mix("#ffffff", air.sky[2], 0.12)
    if air.time == "night":
        light = mix(air.sky[2], "#8fa6d8", 0.12)
    elif air.time == "sunset":
        light = mix("#ffd0a8", air.sky[1], 0.25)
    elif air.time == "dawn":
        light = mix("#fff0ea", air.sky[1], 0.2)
    shade = mix(light, air.sky[1], 0.55)
    if heavy:
        light = mix(air.sky[2], air.sky[1], 0.15)
        shade = mix(air.sky[1], air.sky[0], 0.55)
        if air.weather == "storm":
            shade = mix(air.sky[0], "#1a1f30", 0.35)
        _ceiling(stage, paint, bottom, light, shade)
        if air.weather == "storm":
            _lightning(stage, paint, bottom)
        return
    if air.night and not heavy:
        light, shade = mix(light, air.sky[1], 0.4), mix(shade, air.sky[1], 0.4)
        count = min(count, 2)
    for k in range(count):
        far = k / max(1, count)
        x = stage.w * ((k * 0.37 + stage.dice(f"cloud {k}") * 0.22 + 0.08) % 1.0)
        y = bottom * (0.72 - 0.52 * (1 - far) * stage.between(f"cloud y{k}", 0.7, 1.0))
        width = stage.between(f"cloud w{k}", 190, 300) * (1 - 0.45 * far)
        cloud(paint, x, y, width, light, shade, bumps=stage.dice(f"cloud b{k}"))


def _lightning(stage: Stage, paint: Sheet, bottom: float) -> None:
    x = stage.w * stage.pick("bolt", 0.3, 0.66)
    h = bottom * 0.62
    top = bottom * 0.2
    paint.glow(x, top + h * 0.25, 120, "#dfe6ff", 0.5)
    steps = ((0.0, 0.0), (-26.0, 0.34), (4.0, 0.36), (-30.0, 0.70), (-4.0, 0.72), (-44.0, 1.0))
    back = ((10.0, 0.62), (-12.0, 0.60), (22.0, 0.27), (-4.0, 0.25), (18.0, 0.0))
    paint.poly([(x + dx, top + h * share) for dx, share in (*steps, *back)], "#fdf6d0")


def _ceiling(stage: Stage, paint: Sheet, bottom: float, light: str, shade: str) -> None:
    """Three banks from above, the lowest and lightest behind."""
    for row, (height, share) in enumerate(((0.30, 0.12), (0.18, 0.5), (0.07, 0.9))):
        base = bottom * height
        step = stage.w / (5 - row * 0.7)
        colour = mix(light, shade, share)
        paint.rect(-5, -5, stage.w + 10, base + 8, colour)
        paint.ovals(
            (
                (
                    step * (k + stage.between(f"bank x{row}.{k}", -0.2, 0.2)),
                    base,
                    step * stage.between(f"bank r{row}.{k}", 0.5, 0.74),
                    bottom * stage.between(f"bank h{row}.{k}", 0.035, 0.10),
                )
                for k in range(-1, 7)
            ),
            colour,
        )


def cloud(
    paint: Sheet, x: float, y: float, width: float, light: str, shade: str, *, bumps: float = 0.5
) -> None:
    """A flat-footed cumulus with its middle at x and its foot at y."""
    parts = (
        (-0.36, 0.10),
        (-0.17, 0.17 + 0.05 * bumps),
        (0.06, 0.22 - 0.04 * bumps),
        (0.26, 0.15),
        (0.40, 0.08),
    )
    puffs = [(x + dx * width, y - r * width * 0.55, r * width, r * width) for dx, r in parts]
    foot = [(x, y - width * 0.035, width * 0.5, width * 0.05)]
    paint.ovals(
        [*((px, py + width * 0.035, rx, ry * 0.9) for px, py, rx, ry in puffs), *foot], shade
    )
    paint.ovals(((px, py - width * 0.012, rx * 0.94, ry * 0.78) for px, py, rx, ry in puffs), light)


def ridge(
    stage: Stage,
    name: str,
    y: float,
    height: float,
    *,
    peaks: int,
    bottom: float,
    colour: str,
    side: str,
    snow: str | None = None,
) -> None:
    """A chain of sharp mountains with a lit and a shaded side, and snow on the tops."""
    paint = stage.back
    step = stage.w / peaks
    order = sorted(range(-1, peaks + 1), key=lambda k: stage.dice(f"{name} order {k}"))
    for k in order:
        top = y - height * stage.between(f"{name} top {k}", 0.55, 1.0)
        x = step * (k + 0.5) + stage.between(f"{name} x {k}", -0.2, 0.2) * step
        half = step * stage.between(f"{name} half {k}", 0.8, 1.1)
        paint.poly(((x, top), (x + half, bottom), (x - half, bottom)), colour)
        fall = bottom - top
        paint.poly(
            (
                (x, top),
                (x - half * 0.10, top + fall * 0.22),
                (x + half * 0.02, top + fall * 0.34),
                (x - half * 0.22, top + fall * 0.62),
                (x - half * 0.12, bottom),
                (x - half, bottom),
            ),
            side,
        )
        if snow:
            cut = 0.27
            left, right = x - half * cut, x + half * cut
            level = top + fall * cut
            paint.poly(
                (
                    (x, top),
                    (right, level),
                    (x + half * 0.13, level - fall * 0.05),
                    (x + half * 0.06, level + fall * 0.04),
                    (x - half * 0.03, level - fall * 0.05),
                    (x - half * 0.12, level + fall * 0.03),
                    (left, level),
                ),
                snow,
            )
            paint.poly(
                (
                    (x, top),
                    (x - half * 0.05, level - fall * 0.06),
                    (x - half * 0.12, level + fall * 0.03),
                    (left, level),
                ),
                mix(snow, side, 0.45),
            )


def hills(
    stage: Stage, name: str, y: float, swing: float, colour: str, *, bottom: float, waves: int = 3
) -> None:
    points = [
        (stage.w * k / (waves * 2), y + swing * (stage.dice(f"{name}{k}") - 0.5) * 2)
        for k in range(-1, waves * 2 + 2)
    ]
    stage.back.land(points, bottom, colour)


def leafy(
    paint: Sheet,
    x: float,
    y: float,
    height: float,
    crown: str,
    trunk: str,
    *,
    turn: float = 0.5,
    snow: str | None = None,
) -> None:
    """A broad tree with its foot at (x, y)."""
    h = height
    paint.poly(
        (
            (x - h * 0.045, y),
            (x - h * 0.025, y - h * 0.5),
            (x + h * 0.025, y - h * 0.5),
            (x + h * 0.05, y),
        ),
        trunk,
    )
    paint.line(
        f"M{number(x)} {number(y - h * 0.4)}L{number(x + h * 0.14)} {number(y - h * 0.56)}",
        trunk,
        h * 0.022,
    )
    lobes = [
        (x - 0.20 * h, y - 0.54 * h, 0.17 * h, 0.15 * h),
        (x + 0.20 * h, y - 0.56 * h, 0.18 * h, 0.15 * h),
        (x - 0.15 * h, y - 0.72 * h, 0.18 * h, 0.16 * h),
        (x + (0.12 + 0.06 * turn) * h, y - 0.75 * h, 0.19 * h, 0.16 * h),
        (x, y - 0.86 * h, 0.17 * h, 0.14 * h),
        (x, y - 0.6 * h, 0.2 * h, 0.17 * h),
    ]
    paint.ovals(((a, b + 0.02 * h, rx, ry) for a, b, rx, ry in lobes), mix(crown, "#14284a", 0.28))
    paint.ovals(
        ((a + 0.015 * h, b - 0.02 * h, rx * 0.88, ry * 0.8) for a, b, rx, ry in lobes), crown
    )
    tops = [lobes[3], lobes[4], lobes[1]]
    paint.ovals(
        ((a + 0.03 * h, b - 0.05 * h, rx * 0.6, ry * 0.45) for a, b, rx, ry in tops),
        snow or mix(crown, "#fff3b0", min(0.22, 0.42 * luminance(crown))),
    )


def pine(
    paint: Sheet,
    x: float,
    y: float,
    height: float,
    colour: str,
    *,
    trunk: str = "",
    snow: str | None = None,
    tiers: int = 4,
) -> None:
    """A fir with its foot at (x, y)."""
    h = height
    if trunk:
        paint.rect(x - h * 0.025, y - h * 0.14, h * 0.05, h * 0.14, trunk)
    lit, caps = [], []
    whole = ""
    for k in range(tiers):
        top = y - h + h * 0.2 * k
        half = h * (0.11 + 0.17 * (k + 1) / tiers)
        low = top + h * (0.25 + 0.05 * k / tiers)
        whole += (
            f"M{number(x)} {number(top)}Q{number(x + half * 0.35)} {number(low - h * 0.07)} "
            f"{number(x + half)} {number(low)}Q{number(x)} {number(low + h * 0.05)} "
            f"{number(x - half)} {number(low)}Q{number(x - half * 0.35)} {number(low - h * 0.07)} "
            f"{number(x)} {number(top)}Z"
        )
        lit.append(
            (
                (x, top + h * 0.02),
                (x + half * 0.85, low - h * 0.005),
                (x + half * 0.15, low + h * 0.015),
            )
        )
        caps.append(
            (
                (x, top),
                (x + half * 0.5, low - h * 0.075),
                (x + half * 0.1, low - h * 0.09),
                (x - half * 0.2, low - h * 0.06),
                (x - half * 0.5, low - h * 0.075),
            )
        )
    paint.fill(whole, mix(colour, "#10223e", 0.25))
    paint.fill("".join(polygon(each) for each in lit), colour)
    if snow:
        paint.fill("".join(polygon(each) for each in caps), snow)


def palm(
    paint: Sheet, x: float, y: float, height: float, lean: float, leaf: str, trunk: str
) -> None:
    """A palm with its foot at (x, y) and its head `lean` to the side."""
    h = height
    tx, ty = x + lean, y - h
    mx, my = x + lean * 0.25, y - h * 0.55
    paint.fill(
        f"M{number(x - h * 0.035)} {number(y)}Q{number(mx - h * 0.03)} {number(my)} "
        f"{number(tx - h * 0.014)} {number(ty)}L{number(tx + h * 0.016)} {number(ty + h * 0.01)}"
        f"Q{number(mx + h * 0.025)} {number(my)} {number(x + h * 0.035)} {number(y)}Z",
        trunk,
    )
    rings = ""
    for k in range(1, 9):
        s = k / 9
        px = (1 - s) ** 2 * x + 2 * s * (1 - s) * mx + s * s * tx
        py = (1 - s) ** 2 * y + 2 * s * (1 - s) * my + s * s * ty
        half = h * (0.03 - 0.016 * s)
        rings += (
            f"M{number(px - half)} {number(py)}q{number(half)} {number(h * 0.014)} "
            f"{number(2 * half)} 0"
        )
    paint.line(rings, mix(trunk, "#20180f", 0.35), h * 0.008)
    dark = mix(leaf, "#0f2a3c", 0.3)
    for k, (angle, long) in enumerate(
        ((-165, 0.42), (-15, 0.42), (-140, 0.38), (-40, 0.4), (168, 0.34), (12, 0.36), (-95, 0.28))
    ):
        a = math.radians(angle)
        ex, ey = tx + math.cos(a) * h * long, ty + math.sin(a) * h * long * 0.55 + h * 0.12
        qx, qy = tx + math.cos(a) * h * long * 0.6, ty + math.sin(a) * h * long * 0.6 - h * 0.08
        wide = h * 0.075
        paint.fill(
            f"M{number(tx)} {number(ty)}Q{number(qx)} {number(qy - wide * 0.7)} "
            f"{number(ex)} {number(ey)}Q{number(qx)} {number(qy + wide * 0.9)} "
            f"{number(tx)} {number(ty + h * 0.02)}Z",
            dark if k % 2 == 0 else leaf,
        )
    paint.ovals(
        (
            (tx - h * 0.02, ty + h * 0.02, h * 0.02, h * 0.02),
            (tx + h * 0.018, ty + h * 0.024, h * 0.02, h * 0.02),
        ),
        mix(trunk, "#20180f", 0.4),
    )


def bush(paint: Sheet, x: float, y: float, width: float, height: float, colour: str) -> None:
    lobes = [
        (x - width * 0.3, y - height * 0.32, width * 0.24, height * 0.4),
        (x, y - height * 0.5, width * 0.3, height * 0.5),
        (x + width * 0.3, y - height * 0.3, width * 0.24, height * 0.38),
    ]
    base = (
        f"M{number(x - width * 0.5)} {number(y)}h{number(width)}v{number(-height * 0.25)}"
        f"h{number(-width)}Z"
    )
    paint.fill("".join(ellipse(*lobe) for lobe in lobes) + base, mix(colour, "#14284a", 0.25))
    paint.ovals(
        ((a + width * 0.02, b - height * 0.08, rx * 0.8, ry * 0.7) for a, b, rx, ry in lobes),
        colour,
    )


def tuft(paint: Sheet, x: float, y: float, size: float, colour: str) -> None:
    """A tuft of grass with its foot at (x, y)."""
    blades = ((-0.5, 0.7), (-0.22, 1.0), (0.05, 1.15), (0.3, 0.9), (0.55, 0.62))
    data = "".join(
        f"M{number(x + dx * size * 0.4 - size * 0.06)} {number(y)}"
        f"Q{number(x + dx * size * 0.45)} {number(y - tall * size * 0.6)} "
        f"{number(x + dx * size)} {number(y - tall * size)}"
        f"Q{number(x + dx * size * 0.6)} {number(y - tall * size * 0.4)} "
        f"{number(x + dx * size * 0.4 + size * 0.08)} {number(y)}Z"
        for dx, tall in blades
    )
    paint.fill(data, colour)


def rock(paint: Sheet, x: float, y: float, width: float, height: float, colour: str) -> None:
    w, h = width, height
    paint.poly(
        (
            (x - w * 0.5, y),
            (x - w * 0.42, y - h * 0.5),
            (x - w * 0.12, y - h),
            (x + w * 0.22, y - h * 0.85),
            (x + w * 0.46, y - h * 0.4),
            (x + w * 0.5, y),
        ),
        mix(colour, "#1c2440", 0.3),
    )
    paint.poly(
        (
            (x - w * 0.12, y - h),
            (x + w * 0.22, y - h * 0.85),
            (x + w * 0.46, y - h * 0.4),
            (x + w * 0.14, y - h * 0.45),
            (x - w * 0.05, y - h * 0.62),
        ),
        colour,
    )
