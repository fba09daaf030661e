"""Where people watch and move: stadium, concert, gym."""

from __future__ import annotations

import math
from dataclasses import replace

from ...avatar.paint import ellipse, mix, number, polygon
from .nature import sky
from .room import floor, outlook, sunlight, wall, window
from .stage import Stage

CROWD = ("#e8574f", "#f6efe2", "#3f74b8", "#f2c04a", "#e0a07a", "#3a3f54")


def stadium(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    if air.lamps > 0.3:  # floodlit
        red, green, blue = (part + (0.92 - part) * 0.62 * air.lamps for part in air.tint)
        stage.air = replace(air, tint=(red, green, blue))
    stage.horizon = 0.6
    sky(stage, 400, high=90, size=34, clouds=3, low=110)
    one, two = stage.pick(
        "colours", ("#d9473f", "#f6efe2"), ("#2f6fb8", "#f4c83e"), ("#2f8a5c", "#f6efe2")
    )
    tiers = ((250.0, 400.0, "#6f7c98", 0.3), (396.0, 590.0, "#5c6a88", 0.12))
    for row, (top, foot, colour, far) in enumerate(tiers):
        b.fill(
            f"M0 {top - 60}Q{number(stage.c)} {top + 60} {number(w)} {top - 60}V{foot + 40}H0Z",
            t(colour, far),
        )
        for index, colour_ in enumerate((one, two, *CROWD[3:])):
            heads = []
            for k in range(70):
                x = w * stage.dice(f"head x{row}.{index}.{k}")
                dip = 60 - 120 * ((x / w - 0.5) * 2) ** 2
                level = int(stage.dice(f"head y{row}.{index}.{k}") * 8)
                heads.append((x, top + dip + 12 + level * (foot - top) / 8.5, 6.0, 7.0))
            b.ovals(heads, t(colour_, far))
        b.fill(
            f"M0 {foot - 26}Q{number(stage.c)} {foot + 8} {number(w)} {foot - 26}V{foot + 30}H0Z",
            t("#e6e9ee", far),
        )
    b.fill(
        f"M0 110Q{number(stage.c)} 240 {number(w)} 110V160Q{number(stage.c)} 276 0 160Z",
        t("#d9dee6", 0.2),
    )
    b.line(
        "".join(
            f"M{number(w * k / 12)} {number(150 + 78 * (1 - ((k / 6) - 1) ** 2))}v40"
            for k in range(13)
        ),
        t("#a4aebc", 0.2),
        5,
    )
    sx = stage.c
    b.rect(sx - 120, 196, 240, 120, t("#262c3c"), round_=8)
    b.rect(sx - 108, 206, 216, 100, mix("#2f7fd0", one, 0.35))
    b.oval(sx, 256, 32, 32, "#ffffff")
    b.fill(
        polygon(
            [
                (sx + 13 * math.cos(k * 1.257 - 1.57), 256 + 13 * math.sin(k * 1.257 - 1.57))
                for k in range(5)
            ]
        ),
        "#262c3c",
    )
    panels = [(w * k / 8, 566.0, w / 8 - 4, 40.0) for k in range(8)]
    b.boxes(panels[::2], t(one, 0.06))
    b.boxes(panels[1::2], t(two, 0.06))
    snow = air.snowy
    for k, (y1, y2) in enumerate(
        ((604, 630), (630, 664), (664, 712), (712, 780), (780, 872), (872, 1001))
    ):
        b.rect(
            0,
            y1,
            w,
            y2 - y1 + 1,
            t(
                ("#6fbf58" if k % 2 else "#5fae4c")
                if not snow
                else ("#f0f5f9" if k % 2 else "#e2eaf2")
            ),
        )
    chalk = t("#ffffff") if not snow else t("#5fae4c")
    c = stage.c
    b.line(
        f"M0 622H{number(w)}M{number(c - 250)} 622L{number(c - 330)} 700H{number(c + 330)}"
        f"L{number(c + 250)} 622M{number(c - 110)} 700q110 50 220 0M-5 830H{number(w + 5)}",
        chalk,
        6,
    )
    b.line(ellipse(c, 830, 230, 62), chalk, 6)
    net = "".join(f"M{number(c - 96 + 24 * k)} 534V622" for k in range(9))
    net += "".join(f"M{number(c - 96)} {550 + 18 * k}h192" for k in range(4))
    b.line(net, t("#ffffff"), 2, 0.5)
    b.line(f"M{number(c - 100)} 624V532h200v92", t("#ffffff"), 8)
    for side in (0.07, 0.93):
        x = w * side
        b.rect(x - 8, 60, 16, 200, t("#5c6678", 0.1))
        b.rect(x - 62, 20, 124, 76, t("#4a5264", 0.1), round_=6)
        for i in range(4):
            for j in range(2):
                lx, ly = x - 44 + 29 * i, 42 + 32 * j
                b.oval(lx, ly, 11, 11, mix(t("#e8eef4"), "#fffce8", max(air.lamps, 0.5)))
        b.glow(x, 58, 210, "#fff6d8", 0.55 * max(0.1, air.lamps))
    for x, colour, face in ((70.0, one, 1), (w - 70, two, -1)):
        b.rect(x - 4, 640, 8, 300, t("#f4f4f0"))
        b.fill(
            f"M{number(x)} 644q{60 * face} -20 {110 * face} 6v80q{-50 * face} -26 "
            f"{-110 * face} -6Z",
            t(colour),
        )
    ball = stage.front
    x = w - 110
    ball.oval(x, 982, 36, 9, "#1f3a28", 0.35)
    ball.oval(x, 950, 34, 34, t("#ffffff"))
    ball.fill(
        polygon(
            [
                (x + 14 * math.cos(k * 1.257 - 1.57), 950 + 14 * math.sin(k * 1.257 - 1.57))
                for k in range(5)
            ]
        ),
        t("#2a2e3a"),
    )
    stage.rim = "#fff6dc" if air.night else None


def concert(stage: Stage) -> None:
    b, w = stage.back, stage.w
    stage.horizon = 0.62
    one, two, deep = stage.pick(
        "lights",
        ("#ff4fa0", "#3fc8ff", "#1a1038"),
        ("#ff8a3c", "#b05cff", "#20102c"),
        ("#4ff0c0", "#5a6cff", "#0c1a3a"),
    )
    stage.tint, stage.rim = (0.95, 0.84, 0.98), one
    b.strips(
        0,
        0,
        w,
        760,
        ((0, mix(deep, "#05040c", 0.4)), (0.6, mix(deep, two, 0.22)), (1, mix(deep, one, 0.42))),
    )
    if stage.dice("show") < 0.5:
        b.oval(stage.c, 420, 205, 205, mix(deep, two, 0.42))
        b.oval(stage.c, 420, 168, 168, mix(deep, two, 0.62))
        rays = "".join(
            polygon(
                (
                    (stage.c + 200 * math.cos(a - 0.06), 420 + 200 * math.sin(a - 0.06)),
                    (stage.c + 300 * math.cos(a), 420 + 300 * math.sin(a)),
                    (stage.c + 200 * math.cos(a + 0.06), 420 + 200 * math.sin(a + 0.06)),
                )
            )
            for a in (k * math.pi / 12 for k in range(12, 25))
        )
        b.fill(rays, mix(two, "#ffffff", 0.3), 0.7)
    else:  # a wall of screens
        b.rect(stage.c - 330, 236, 660, 410, mix(deep, "#000000", 0.3))
        for k in range(16):
            tall = 60 + 320 * stage.dice(f"bar {k}") * (1 - abs(k - 7.5) / 14)
            b.rect(stage.c - 316 + 40 * k, 640 - tall, 30, tall, mix(one, two, k / 15), round_=4)
    lamps = [w * (0.08 + 0.84 * k / 6) for k in range(7)]
    for k, x in enumerate(lamps):
        colour = one if k % 2 == 0 else two
        swing = (stage.dice(f"beam {k}") - 0.5) * 300 + (stage.c - x) * 0.55
        b.poly(
            ((x - 9, 96), (x + 9, 96), (x + swing + 56, 790), (x + swing - 56, 790)), colour, 0.20
        )
        b.poly(
            ((x - 5, 96), (x + 5, 96), (x + swing + 18, 790), (x + swing - 18, 790)),
            mix(colour, "#ffffff", 0.5),
            0.18,
        )
    steel = mix("#5a5870", deep, 0.35)
    b.boxes(((0, 40, w, 9), (0, 88, w, 9)), steel)
    b.line("".join(f"M{number(44 * k)} 46l22 46l22 -46" for k in range(int(w / 44) + 1)), steel, 4)
    for k, x in enumerate(lamps):
        b.rect(x - 20, 84, 40, 36, "#16121f", round_=8)
        b.oval(x, 120, 17, 8, mix(one if k % 2 == 0 else two, "#ffffff", 0.55))
    for x in (26.0, w - 166):
        b.rect(x, 330, 140, 440, "#14101d")
        for j in range(4):
            b.oval(x + 70, 390 + 106 * j, 44, 44, "#2a2438")
            b.oval(x + 70, 390 + 106 * j, 20, 20, "#4a4260")
    _drums(stage, stage.c, 700, one)
    b.strips(
        0,
        740,
        w,
        261,
        ((0, mix(deep, one, 0.34)), (0.25, mix(deep, "#000000", 0.1)), (1, mix(deep, two, 0.16))),
        count=20,
    )
    b.line(
        stage.rays(742, 90, 250),
        mix(deep, two, 0.35),
        2,
        0.6,
    )
    b.oval(stage.c, 900, w * 0.34, 64, mix(two, "#ffffff", 0.4), 0.16)
    b.oval(stage.c, 900, w * 0.22, 42, mix(one, "#ffffff", 0.5), 0.18)
    for x, face in ((225.0, 1), (w - 225, -1)):
        b.poly(
            ((x - 60, 880), (x + 60, 880), (x + 44 - 20 * face, 826), (x - 44 - 20 * face, 826)),
            "#100c18",
        )
    mx = w * 0.2
    b.line(f"M{number(mx)} 880V560l44 -24M{number(mx - 46)} 884h92", "#0c0912", 8)
    b.oval(mx + 48, 532, 16, 13, "#6a6480")
    _crowd(stage, deep)


def _drums(stage: Stage, x: float, y: float, colour: str) -> None:
    b = stage.back
    dark = "#1c1628"
    b.line(
        f"M{number(x - 150)} {y + 40}L{number(x - 130)} {y - 130}M{number(x + 150)} {y + 40}"
        f"L{number(x + 130)} {y - 130}",
        "#8a86a0",
        5,
    )
    for dx in (-130, 130):
        b.oval(x + dx, y - 132, 72, 12, "#e8b84a")
    for dx in (-58, 58):
        b.rect(x + dx - 46, y - 104, 92, 62, colour, round_=8)
        b.oval(x + dx, y - 104, 46, 13, "#efeaf6")
    b.oval(x, y + 10, 88, 84, colour)
    b.oval(x, y + 10, 72, 68, "#efeaf6")
    b.oval(x, y + 10, 22, 21, dark)
    for dx in (-150, 150):
        b.rect(x + dx - 46, y - 10, 92, 76, mix(colour, dark, 0.25), round_=8)
        b.oval(x + dx, y - 10, 46, 12, "#efeaf6")


def _crowd(stage: Stage, deep: str) -> None:
    """The first rows, from behind, higher at the sides."""
    f, w = stage.front, stage.w
    dark = mix(deep, "#000000", 0.55)
    heads, arms = [], ""
    count = max(8, round(w / 74))
    for k in range(count):
        x = w * (k + 0.5) / count
        edge = abs(x / w - 0.5) * 2
        y = 996 - 56 * edge**2 + 14 * stage.dice(f"fan {k}")
        heads.append((x, y, 28, 32))
        heads.append((x, y + 56, 54, 40))
        if edge > 0.5 and stage.dice(f"arm {k}") < 0.75:
            lean = 26 if stage.dice(f"lean {k}") < 0.5 else -26
            arms += f"M{number(x + 34)} {number(y + 36)}L{number(x + 36 + lean)} {number(y - 64)}"
            if edge > 0.75:
                arms += (
                    f"M{number(x - 34)} {number(y + 36)}L{number(x - 36 + lean)} {number(y - 72)}"
                )
    f.ovals(heads, dark)
    f.line(arms, dark, 18)


def gym(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.6
    foot = 725.0
    paint, accent = stage.pick(
        "paint", ("#d3d9de", "#e8573f"), ("#c6d6d8", "#2f9fb0"), ("#dcd6cc", "#f0a52e")
    )
    hole = (w * 0.36, 120.0, w * 0.62, 330.0)
    outlook(stage, hole, "town")
    wall(stage, paint, foot, holes=[hole])
    window(stage, hole, "#4a525e", panes=(4, 2), thick=10, sill=False)
    b.rect(0, 470, w, 44, t(accent))
    b.rect(0, 520, w, 10, t(accent))
    floor(stage, "#5c6470", foot, kind="tiles", mark="#525964")
    sunlight(stage, w * 0.42, w * 0.34, foot)
    b.boxes(
        ((w * 0.1, 30, w * 0.3, 16), (w * 0.6, 30, w * 0.3, 16)), mix(t("#ffffff"), "#fffbe8", 0.8)
    )
    for k in range(2):
        _treadmill(stage, w * (0.50 + 0.19 * k), 790, accent)
    if stage.dice("kit") < 0.5:
        _bag(stage, 100, accent)
    else:
        _mats(stage, 110, accent)
    _rack(stage, w - 170, 880, accent)
    _dumbbells(stage, 250, 850)
    f = stage.front
    for x, s in ((66.0, 1.0), (150.0, 0.78)):
        f.line(
            f"M{number(x - 22 * s)} {number(950 - 6 * s)}q{number(-6 * s)} {number(-52 * s)} "
            f"{number(22 * s)} {number(-52 * s)}t{number(22 * s)} {number(52 * s)}",
            t("#2c3038"),
            12 * s,
        )
        f.oval(x, 958, 40 * s, 36 * s, t("#2c3038"))
        f.oval(x, 956, 20 * s, 17 * s, t(accent))
    stage.seat(w - 170, 810)


def _treadmill(stage: Stage, x: float, y: float, accent: str) -> None:
    b, t = stage.back, stage.t
    b.poly(((x - 70, y), (x + 66, y), (x + 52, y - 26), (x - 56, y - 26)), t("#33383f"))
    b.line(
        f"M{number(x - 58)} {y - 12}L{number(x - 46)} {y - 210}M{number(x + 56)} {y - 12}"
        f"L{number(x + 46)} {y - 210}",
        t("#6a7280"),
        11,
    )
    b.rect(x - 66, y - 236, 132, 50, t("#2c3038"), round_=10)
    b.rect(x - 40, y - 228, 80, 32, mix(t(accent), "#9ff0e0", 0.55))
    b.line(f"M{number(x - 52)} {y - 140}h24M{number(x + 52)} {y - 140}h-24", t("#2c3038"), 10)


def _mats(stage: Stage, x: float, accent: str) -> None:
    """Wall bars, an exercise ball and rolled mats."""
    b, t = stage.back, stage.t
    b.boxes(((x - 100, 200, 18, 590), (x + 82, 200, 18, 590)), t("#b98a5a"))
    b.boxes(((x - 84, 226 + 48 * k, 168, 13) for k in range(11)), t("#dcb684"))
    b.oval(x + 30, 828, 92, 90, t(accent))
    b.oval(x + 6, 796, 36, 28, t(mix(accent, "#ffffff", 0.35)))
    for k, colour in enumerate(("#6f5fa8", "#3f9a88")):
        b.rect(x - 116 + 34 * k, 720, 30, 200, t(colour), round_=14)
        b.oval(x - 101 + 34 * k, 730, 14, 8, t(mix(colour, "#ffffff", 0.4)))


def _bag(stage: Stage, x: float, accent: str) -> None:
    b, t = stage.back, stage.t
    b.line(
        f"M{number(x)} 0V200M{number(x - 30)} 270L{number(x)} 200L{number(x + 30)} 270",
        t("#4a525e"),
        6,
    )
    b.rect(x - 62, 262, 124, 420, t(accent), round_=34)
    b.rect(x + 18, 266, 42, 412, t(mix(accent, "#201828", 0.25)), round_=24)
    b.boxes(((x - 62, 330, 124, 24), (x - 62, 590, 124, 24)), t("#2c3038"))


def _rack(stage: Stage, x: float, y: float, accent: str) -> None:
    b, t = stage.back, stage.t
    b.boxes(
        ((x - 116, 250, 20, y - 250), (x + 96, 250, 20, y - 250), (x - 116, 250, 232, 18)),
        t("#3a4048"),
    )
    b.boxes(((x - 136, y - 14, 60, 16), (x + 76, y - 14, 60, 16)), t("#3a4048"))
    b.rect(x - 210, 556, 420, 10, t("#b9c0c8"))
    for side in (-1, 1):
        for k, (tall, colour) in enumerate(((150, "#2c3038"), (126, accent), (92, "#2c3038"))):
            at = x + side * (136 + 22 * k) - 9
            b.rect(at, 561 - tall / 2, 18, tall, t(colour), round_=7)
    b.rect(x - 90, y - 76, 180, 24, t("#2c3038"), round_=8)
    b.boxes(((x - 76, y - 52, 14, 52), (x + 62, y - 52, 14, 52)), t("#4a525e"))


def _dumbbells(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.line(f"M{number(x - 110)} {y}V{y - 200}M{number(x + 110)} {y}V{y - 200}", t("#4a525e"), 10)
    for row in range(3):
        level = y - 30 - 74 * row
        b.rect(x - 120, level, 240, 12, t("#6a7280"))
        for k in range(4):
            cx = x - 88 + 58 * k
            b.boxes(((cx - 14, level - 16, 28, 8),), t("#b9c0c8"))
            b.boxes(((cx - 24, level - 28, 14, 30), (cx + 10, level - 28, 14, 30)), t("#2c3038"))
