"""Trees and hills: forest, mountains, park, garden."""

from __future__ import annotations

import math

from ...avatar.paint import mix, number
from .nature import SNOW, bush, hills, leafy, pine, ridge, rock, sky, tuft
from .stage import Stage


def forest(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    kind = stage.pick("kind", "green", "green", "autumn", "pines")
    snow = SNOW if air.snowy else None
    leaf = {"green": "#4f9a4e", "autumn": "#d8803a", "pines": "#3c7a56"}[kind]
    bark, moss = "#6a4a38", {"green": "#7fb35a", "autumn": "#c9a052", "pines": "#7a9a58"}[kind]
    stage.horizon = 0.6
    glow = mix(air.sky[2], t(mix(leaf, "#ffffc8", 0.5)), 0.3)
    if air.bright and not air.night:
        glow = mix(glow, air.sun, 0.4)
    b.strips(0, 0, w, 720, ((0, t(leaf, 0.35)), (0.55, glow), (1, mix(glow, "#ffffff", 0.15))))
    if air.bright:
        b.glow(w * 0.55, 420, 250, air.sun, 0.3 if air.night else 0.55)
    for row, (far, count, foot, wide) in enumerate(
        ((0.58, 13, 650, 22), (0.34, 9, 700, 34), (0.14, 7, 760, 50))
    ):
        for k in range(count):
            x = w * (k + 0.3 + 0.4 * stage.dice(f"trunk {row}.{k}")) / count
            if row == 2 and abs(x - stage.c) < w * 0.2:
                continue
            if kind == "pines":
                tall = (400, 560, 760)[row] * stage.between(f"pine {row}.{k}", 0.7, 1.15)
                pine(b, x, foot, tall, t(leaf, far), trunk=t(bark, far), snow=snow and t(snow, far))
            else:
                b.rect(x - wide / 2, -5, wide, foot + 35, t(bark, far))
        if kind != "pines":
            b.ovals(
                (
                    (
                        w * (k + 0.5) / 8 + 40 * stage.dice(f"crown {row}.{k}"),
                        30 + 60 * row * 0.3 + 50 * stage.dice(f"crown y{row}.{k}"),
                        110,
                        120 - 22 * row,
                    )
                    for k in range(-1, 9)
                ),
                t(leaf, far * 0.9),
            )
        hills(stage, f"floor {row}", foot, 16, t(snow or moss, far * 0.9), bottom=1001)
    if air.bright and not air.night:
        for k in range(3):
            x = w * (0.34 + 0.19 * k)
            b.poly(((x, 0), (x + 50, 0), (x - 60, 800), (x - 190, 800)), air.sun, 0.10)
    b.land(
        [(w * k / 6, 812 + 20 * math.sin(k * 1.4)) for k in range(-1, 8)],
        1001,
        t(snow or mix(moss, "#3a6a3a", 0.25)),
    )
    path = t("#c9a878" if not snow else "#dfe7ef")
    c = stage.c
    b.fill(
        f"M{number(c - 20)} 800Q{number(c + 20)} 822 {number(c - 60)} 850T{number(c - 250)} 1001"
        f"H{number(c + 250)}Q{number(c + 150)} 900 {number(c + 70)} 850Q{number(c + 40)} "
        f"822 {number(c + 22)} 800Z",
        path,
    )
    for side, x in ((1, 40.0), (-1, w - 46.0)):
        _trunk(stage, x, side, bark)
    top = t(mix(leaf, "#16304a", 0.22))
    b.ovals(
        (
            (x, y, rx, ry)
            for x, y, rx, ry in (
                (30, 40, 190, 110),
                (190, 5, 150, 80),
                (w - 40, 30, 200, 120),
                (w - 220, 0, 150, 78),
                (-20, 170, 110, 90),
                (w + 20, 180, 120, 90),
            )
        ),
        top,
    )
    b.ovals(
        ((70, 0, 120, 60), (w - 90, -6, 130, 66), (-20, 110, 80, 50), (w + 10, 120, 90, 56)),
        t(snow or leaf),
    )
    for x, size in ((150, 70), (95, 95), (w - 150, 76), (w - 96, 100), (210, 50), (w - 214, 52)):
        tuft(b, x, 945, size, t(mix(snow or leaf, "#1d4a3a", 0.2)))
    for x, s in ((188, 1.0), (w - 190, 0.8), (218, 0.6)):
        b.rect(x - 8 * s, 938 - 34 * s, 16 * s, 34 * s, t("#f5ead6"), round_=6)
        b.fill(
            f"M{number(x - 30 * s)} {number(938 - 30 * s)}a{number(30 * s)} {number(28 * s)} 0 0 1 "
            f"{number(60 * s)} 0Z",
            t("#d9483f"),
        )
        b.ovals(
            ((x - 10 * s, 938 - 42 * s, 5 * s, 4 * s), (x + 10 * s, 938 - 46 * s, 5 * s, 4 * s)),
            t("#fff6ea"),
        )
    for x in (40.0, 110.0, w - 60.0, w - 130.0):
        tuft(stage.front, x, 1003, 62, t(mix(snow or leaf, "#16384a", 0.35)))
    stage.seat(225, 812)


def _trunk(stage: Stage, x: float, side: int, bark: str) -> None:
    b, t = stage.back, stage.t
    b.fill(
        f"M{number(x - 70)} -5C{number(x - 52)} 300 {number(x - 58)} 700 {number(x - 130)} 965"
        f"H{number(x + 130)}C{number(x + 60)} 700 {number(x + 50)} 300 {number(x + 64)} -5Z",
        t(mix(bark, "#1a1830", 0.25)),
    )
    near = x + side * 14
    b.fill(
        f"M{number(near)} -5C{number(near + side * 14)} 300 {number(near + side * 10)} 700 "
        f"{number(near + side * 40)} 965H{number(x + side * 112)}C{number(x + side * 52)} 700 "
        f"{number(x + side * 44)} 300 {number(x + side * 56)} -5Z",
        t(bark),
    )
    lines = "".join(
        f"M{number(x - 34 + 24 * k)} {120 + 90 * (k % 3)}q10 120 -4 260" for k in range(4)
    )
    b.line(lines, t(mix(bark, "#140f20", 0.5)), 5)
    b.oval(x - 10, 430, 16, 26, t(mix(bark, "#140f20", 0.55)))


def mountains(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    stage.horizon = 0.62
    sky(stage, 640, high=130, size=42, clouds=3, low=330)
    snow = SNOW
    ridge(
        stage,
        "far",
        560,
        330,
        peaks=4,
        bottom=660,
        colour=t("#9db4d8", 0.45),
        side=t("#7d93c0", 0.45),
        snow=t(snow, 0.3),
    )
    ridge(
        stage,
        "near",
        590,
        460,
        peaks=3,
        bottom=690,
        colour=t("#7d90ae", 0.14),
        side=t("#566a90", 0.14),
        snow=t(snow, 0.08),
    )
    grass = SNOW if air.snowy else "#86b060"
    hills(stage, "woods", 640, 16, t(mix(grass, "#3f7a5c", 0.5), 0.3), bottom=1001)
    many = 18
    for k in range(many):
        x = w * (k + 0.5 * stage.dice(f"fir {k}")) / many
        edge = abs(x / w - 0.5) * 2
        pine(
            b,
            x,
            676 + 10 * stage.dice(f"fir y{k}"),
            56 + 70 * edge,
            t("#3f6f5c", 0.26),
            tiers=3,
            snow=t(SNOW, 0.2) if air.snowy else None,
        )
    kind = stage.pick("kind", "lake", "meadow", "cabin")
    if kind == "lake":
        b.strips(0, 676, w, 130, ((0, t("#5f9fc4", 0.3)), (1, t("#3f86b4"))), count=14)
        lines = "".join(
            f"M{number(w * stage.dice(f'l{k}'))} {number(690 + 100 * stage.dice(f'm{k}'))}"
            f"h{number(40 + 60 * stage.dice(f'n{k}'))}"
            for k in range(16)
        )
        b.line(lines, mix(air.sky[2], "#ffffff", 0.2), 3, 0.6)
    hills(stage, "meadow", 770 if kind == "lake" else 720, 20, t(grass, 0.08), bottom=1001)
    hills(
        stage,
        "slope",
        850,
        18,
        t(mix(grass, "#5f9448", 0.5) if not air.snowy else "#e2ebf3"),
        bottom=1001,
    )
    if kind == "cabin":
        _cabin(stage, w * 0.2, 800)
    c = stage.c
    b.fill(
        f"M{number(c + 40)} 800Q{number(c - 60)} 850 {number(c + 20)} 900T{number(c - 160)} 1001"
        f"H{number(c + 170)}Q{number(c + 150)} 930 {number(c + 90)} 890T{number(c + 62)} 800Z",
        t("#d8c49a" if not air.snowy else "#d3dee9"),
    )
    cap = t(SNOW) if air.snowy else None
    for x, y, h in ((30, 930, 620), (120, 950, 400), (w - 26, 940, 560), (w - 112, 930, 330)):
        pine(b, x, y, h, t("#2f6450"), trunk=t("#5c4034"), snow=cap)
    rock(b, w - 200, 950, 120, 66, t("#8c95a6"))
    rock(b, 190, 945, 90, 46, t("#8c95a6"))
    for x in (60.0, 215.0, w - 60.0, w - 240.0):
        tuft(stage.front, x, 1002, 44, t(SNOW if air.snowy else "#4f8a48"))
    if not air.snowy:
        stage.front.ovals(((80 + 37 * k, 968 + 9 * (k % 3), 7, 7) for k in range(4)), t("#f6d25a"))
        stage.front.ovals(
            ((w - 190 + 41 * k, 970 + 8 * (k % 2), 7, 7) for k in range(4)), t("#e87a9a")
        )
    stage.seat(w - 200, 890)


def _cabin(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.rect(x - 90, y - 100, 180, 110, t("#8c5c3c", 0.06))
    b.line("".join(f"M{number(x - 90)} {y - 84 + 20 * k}h180" for k in range(5)), t("#5f3c28"), 3)
    roof = SNOW if stage.out.snowy else "#b5523f"
    b.poly(
        ((x - 122, y - 92), (x - 60, y - 178), (x + 60, y - 178), (x + 122, y - 92)), t(roof, 0.05)
    )
    b.rect(x + 34, y - 216, 26, 60, t("#7a6a66", 0.06))
    b.rect(x - 22, y - 64, 44, 74, t("#4f3324"))
    lit = mix(t("#9cc4dc"), "#ffd98a", stage.out.lamps)
    b.boxes(((x - 72, y - 66, 34, 34), (x + 40, y - 66, 34, 34)), lit)
    b.glow(x - 55, y - 50, 70, "#ffd98a", 0.4 * stage.out.lamps)
    puffs = ((x + 48, y - 240, 14, 12), (x + 60, y - 270, 20, 16), (x + 82, y - 304, 27, 20))
    b.ovals(puffs, mix(stage.out.sky[2], "#ffffff", 0.3), 0.7)


def park(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    stage.horizon = 0.6
    sky(stage, 640, high=140, size=44, clouds=4, low=420)
    if stage.dice("town") < 0.7:
        wide = w / 12
        b.boxes(
            (
                (wide * k, 640 - 60 - 130 * stage.dice(f"tower {k}"), wide * 0.86, 220)
                for k in range(12)
            ),
            t("#8fa6c0", 0.62),
        )
    grass = SNOW if air.snowy else "#8cc463"
    season = stage.pick("season", "#5aa552", "#5aa552", "#e79ab4", "#d88a3e")
    crown = SNOW if air.snowy else season
    for k in range(9):
        x = w * (k + 0.2 + 0.5 * stage.dice(f"row {k}")) / 9
        leafy(
            b,
            x,
            680,
            stage.between(f"row h{k}", 130, 190),
            t(mix(crown, "#5aa552", 0.5) if not air.snowy else SNOW, 0.42),
            t("#6f5242", 0.4),
        )
    hills(stage, "lawn", 656, 8, t(grass, 0.18), bottom=1001)
    kind = stage.pick("kind", "pond", "path", "playground")
    if kind == "pond":
        b.oval(stage.c + 90, 742, 230, 40, t("#d7c89c", 0.1))
        b.oval(stage.c + 90, 740, 220, 34, t("#6fb8d4", 0.1))
        b.line(
            f"M{number(stage.c)} 735h90m40 12h70m-150 10h60",
            mix(air.sky[2], "#ffffff", 0.3),
            3,
            0.7,
        )
    elif kind == "playground":
        _swings(stage, w * 0.70, 770)
    hills(
        stage,
        "near lawn",
        800,
        12,
        t(mix(grass, "#5f9f48", 0.4) if not air.snowy else "#e4edf4"),
        bottom=1001,
    )
    b.fill(
        f"M{number(w * 0.62)} 668C{number(w * 0.55)} 720 {number(w * 0.78)} 780 {number(w * 0.6)} "
        f"850S{number(w * 0.2)} 940 {number(w * 0.16)} "
        f"1001H{number(w * 0.84)}C{number(w * 0.8)} 930 "
        f"{number(w * 0.86)} 860 {number(w * 0.82)} 800S{number(w * 0.62)} 710 {number(w * 0.645)} "
        f"668Z",
        t("#ead9b4" if not air.snowy else "#d3deea"),
    )
    leafy(b, 60, 900, 800, t(crown), t("#6f4c38"), turn=0.2, snow=t(SNOW) if air.snowy else None)
    leafy(
        b,
        w - 10,
        850,
        560,
        t(mix(crown, "#4f9a52", 0.4)),
        t("#6f4c38"),
        snow=t(SNOW) if air.snowy else None,
    )
    _bench(stage, 180, 880)
    _lamp(stage, w - 150, 900, 460)
    bush(b, w - 40, 940, 190, 96, t(SNOW if air.snowy else "#4f9456"))
    for x in (30.0, 95.0, w - 40.0, w - 110.0):
        tuft(stage.front, x, 1002, 46, t(SNOW if air.snowy else "#4d8f45"))
    if not air.snowy:
        f = stage.front
        f.ovals(((56 + 46 * k, 966 + 10 * (k % 2), 8, 8) for k in range(4)), t("#fff4f0"))
        f.ovals(((w - 180 + 44 * k, 970 + 9 * (k % 2), 8, 8) for k in range(4)), t("#f6cf56"))


def _bench(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.oval(x, y + 6, 150, 12, t("#2c4a34"), 0.3)
    b.line(
        f"M{x - 104} {y}v-72m208 72v-72M{x - 104} {y - 70}l-6 -96m220 96l6 -96", t("#3b3f4a"), 10
    )
    for k in range(3):
        b.rect(x - 128, y - 168 + 30 * k, 256, 20, t("#b5764a"), round_=6)
    b.rect(x - 132, y - 84, 264, 18, t("#c98a58"), round_=6)
    for dx in (-62, 62):
        stage.seat(x + dx, y - 80)


def _lamp(stage: Stage, x: float, y: float, height: float) -> None:
    b, t, air = stage.back, stage.t, stage.out
    b.glow(x, y - height + 10, 170, "#ffd88c", 0.6 * air.lamps)
    b.rect(x - 6, y - height + 40, 12, height - 40, t("#37404a"))
    b.rect(x - 20, y - 24, 40, 24, t("#37404a"), round_=4)
    b.oval(x, y - height + 10, 30, 34, mix(t("#f4f1e4"), "#ffe6a8", air.lamps))
    b.poly(
        ((x - 34, y - height - 16), (x, y - height - 44), (x + 34, y - height - 16)), t("#37404a")
    )


def _swings(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.line(
        f"M{number(x - 120)} {y}l40 -190h160l40 190M{number(x - 40)} {y}l-40 -190"
        f"M{number(x + 40)} {y}l40 -190",
        t("#d9574a", 0.1),
        9,
    )
    for dx in (-45, 25):
        b.line(f"M{number(x + dx)} {y - 190}v140m34 0v-140", t("#5a5a66", 0.1), 3)
        b.rect(x + dx - 6, y - 54, 46, 9, t("#3f6fa0", 0.1))
