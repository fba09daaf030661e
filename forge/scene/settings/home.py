"""At home: kitchen, bedroom, living room."""

from __future__ import annotations

from ...avatar.paint import mix, number
from .furniture import books, curtain, picture, plant, rug
from .room import floor, floor_lamp, outlook, pendant, sunlight, table_lamp, wall, window
from .stage import Stage


def kitchen(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.6
    foot = 770.0
    cupboard, paint = stage.pick(
        "paint",
        ("#7fae9e", "#f4ead8"),
        ("#e9e2d6", "#c9dbe0"),
        ("#5f84a8", "#f3e6d2"),
        ("#d98f6a", "#f6ecda"),
    )
    hole = (w * 0.35, 190.0, w * 0.30, 270.0)
    outlook(stage, hole, "green")
    wall(stage, paint, foot, holes=[hole])
    tiles = mix(paint, "#ffffff", 0.5)
    b.fill(f"M0 480H{number(w)}V600H0Z", t(tiles))
    grout = "".join(f"M0 {y}H{number(w)}" for y in (480, 520, 560))
    grout += "".join(f"M{number(50 * k)} 480v120" for k in range(int(w / 50) + 1))
    b.line(grout, t(mix(tiles, "#7a7a86", 0.3)), 2)
    window(stage, hole, "#fffaf0", panes=(2, 1))
    b.fill(
        f"M{number(w * 0.33)} 170H{number(w * 0.67)}V230q{number(-w * 0.0425)} 36 "
        f"{number(-w * 0.085)} 0"
        f"t{number(-w * 0.085)} 0t{number(-w * 0.085)} 0t{number(-w * 0.085)} 0Z",
        t("#e8806a"),
    )
    plant(stage, w * 0.41, 462, 90, pot="#f4efe6")
    floor(stage, "#d9c4a6", foot, kind="tiles")
    sunlight(stage, w * 0.36, w * 0.24, foot)
    _upper(stage, 0, w * 0.27, cupboard)
    _upper(stage, w * 0.84, w * 0.17, cupboard)
    _fridge(stage, -20, foot)
    x0 = 190.0
    b.rect(x0, 630, w - x0 + 5, 190, t(cupboard))
    b.rect(x0, 806, w - x0 + 5, 18, t(mix(cupboard, "#20182c", 0.5)))
    doors = [(x0 + 12 + 130 * k, 650.0) for k in range(int((w - x0) / 130) + 1)]
    b.line(
        "".join(f"M{number(x)} {y}h106v140h-106Z" for x, y in doors),
        t(mix(cupboard, "#20182c", 0.22)),
        5,
    )
    b.boxes(((x + 40, y + 14, 26, 7) for x, y in doors), t("#d9b25a"))
    b.rect(x0 - 8, 600, w - x0 + 20, 32, t("#e8d3b0"))
    b.rect(x0 - 8, 600, w - x0 + 20, 8, t("#f8ead0"))
    _stove(stage, w - 240)
    cx = w * 0.5
    b.line(f"M{number(cx)} 600v-56q0 -26 26 -26t26 26v8", t("#b4bcc6"), 9)
    pendant(stage, w * 0.30, 150, 76, "#e0a23e")
    pendant(stage, w * 0.72, 150, 76, "#e0a23e")
    _on_top(stage, 240)
    f = stage.front
    f.fill("M-5 1001V946Q110 940 250 1001Z", t("#c9965f"))
    f.ovals(((52, 944, 34, 32), (112, 952, 30, 28)), t("#e2574a"))
    f.line("M52 914q2 -16 16 -20M112 926q2 -14 14 -16", t("#4f8a48"), 7)
    stage.seat(w * 0.5, 800)


def _upper(stage: Stage, x: float, width: float, colour: str) -> None:
    b, t = stage.back, stage.t
    b.rect(x, 90, width, 270, t(colour))
    count = max(1, round(width / 130))
    each = width / count
    b.line(
        "".join(
            f"M{number(x + each * k + 12)} 106h{number(each - 24)}v238h{number(24 - each)}Z"
            for k in range(count)
        ),
        t(mix(colour, "#20182c", 0.2)),
        5,
    )
    b.rect(x, 356, width, 14, t(mix(colour, "#20182c", 0.4)))
    b.ovals(((x + each * (k + 0.82), 300, 8, 8) for k in range(count)), t("#d9b25a"))


def _fridge(stage: Stage, x: float, foot: float) -> None:
    b, t = stage.back, stage.t
    colour = stage.pick("fridge", "#f6efe2", "#d9e4e8", "#e8705f")
    b.rect(x, 330, 206, foot - 330 + 55, t(colour), round_=22)
    b.rect(x + 160, 340, 40, foot - 330 + 35, t(mix(colour, "#3a3048", 0.12)), round_=16)
    b.rect(x, 520, 206, 7, t(mix(colour, "#3a3048", 0.35)))
    b.boxes(((x + 168, 420, 13, 80), (x + 168, 550, 13, 110)), t("#98a2ac"))
    b.rect(x + 50, 400, 60, 70, t("#fff6d8"))
    b.ovals(((x + 80, 396, 8, 8), (x + 60, 570, 10, 10), (x + 104, 590, 10, 10)), t("#d9574a"))


def _stove(stage: Stage, x: float) -> None:
    b, t = stage.back, stage.t
    b.poly(((x + 30, 250), (x + 130, 250), (x + 176, 410), (x - 16, 410)), t("#b8c0c8"))
    b.rect(x + 48, 60, 64, 195, t("#a8b0ba"))
    b.rect(x - 20, 404, 200, 20, t("#d9dfe4"))
    b.rect(x, 612, 160, 200, t("#4a505c"))
    b.rect(x + 18, 680, 124, 96, t("#2a2e3a"), round_=8)
    b.rect(x + 28, 692, 104, 60, mix(t("#5a4440"), "#ff9a4a", 0.35))
    b.rect(x + 18, 660, 124, 10, t("#c8ced6"))
    b.ovals(((x + 28 + 35 * k, 640, 8, 8) for k in range(4)), t("#e2e6ea"))
    b.rect(x - 4, 594, 168, 18, t("#363b48"))
    b.rect(x + 14, 524, 90, 70, t("#c9503f"), round_=10)
    b.rect(x + 8, 516, 102, 13, t("#a83c34"), round_=6)
    b.oval(x + 59, 511, 9, 7, t("#2a2430"))
    b.line(
        f"M{number(x + 44)} 498q-12 -16 0 -32t0 -30M{number(x + 76)} 498q-12 -16 0 -32t0 -26",
        "#ffffff",
        5,
        0.5,
    )
    b.line(f"M{number(x + 128)} 580h54", t("#33303a"), 10)
    b.rect(x + 112, 572, 46, 22, t("#5a5f6a"), round_=6)


def _on_top(stage: Stage, x: float) -> None:
    b, t = stage.back, stage.t
    b.rect(x + 6, 534, 46, 66, t("#f4efe4"), round_=8)
    b.line(
        f"M{number(x + 18)} 534l-12 -54M{number(x + 28)} 534v-62M{number(x + 40)} 534l12 -56",
        t("#a06a42"),
        7,
    )
    b.ovals(((x + 6, 478, 9, 14), (x + 28, 466, 9, 14), (x + 53, 474, 9, 14)), t("#a06a42"))
    b.fill(f"M{number(x + 76)} 562h110q-6 38 -55 38t-55 -38Z", t("#6f9fb8"))
    b.ovals(((x + 102, 554, 19, 17), (x + 136, 548, 20, 19), (x + 164, 556, 17, 15)), t("#f0a23e"))


def bedroom(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.58
    foot = 710.0
    paint, spread, drape = stage.pick(
        "paint",
        ("#b9c6e0", "#5f76b4", "#8fa4d4"),
        ("#f0d4cc", "#d97f7a", "#e6a8a0"),
        ("#cfdccb", "#6f9a84", "#a4c2a8"),
        ("#d6c8e2", "#8a6fb0", "#b59fd4"),
    )
    hole = (w * 0.08, 170.0, w * 0.27, 340.0)
    outlook(stage, hole, stage.pick("view", "town", "green"))
    wall(stage, paint, foot, holes=[hole], skirting="#fbf6ee")
    window(stage, hole, "#fffaf2", panes=(2, 2))
    b.rect(w * 0.02, 132, w * 0.39, 12, t("#8a6248"), round_=6)
    curtain(stage, w * 0.035, 140, w * 0.065, 540, drape)
    curtain(stage, w * 0.335, 140, w * 0.065, 540, drape)
    floor(stage, "#c99e78", foot, kind="boards")
    sunlight(stage, w * 0.1, w * 0.2, foot)
    rug(stage, w * 0.40, 915, w * 0.34, 76, mix(paint, "#fff6ea", 0.4))
    if stage.dice("lights") < 0.6:
        y = 96
        b.line(
            f"M{number(w * 0.44)} {y}q{number(w * 0.14)} 80 {number(w * 0.28)} "
            f"0t{number(w * 0.28)} 0",
            t("#5a4a50"),
            3,
        )
        for k in range(11):
            s = (k % 6 + 0.2) / 6
            x = w * (0.44 + (0.28 if k > 5 else 0.0) + 0.28 * s)
            yy = y + (40 if k <= 5 else -40) * 4 * s * (1 - s) * (0.98 if k <= 5 else 0.4) + 8
            b.glow(x, yy, 34, "#ffd890", 0.6 * stage.air.lamps)
            b.oval(x, yy, 7, 9, "#ffe6a8")
    kind = stage.pick("pictures", ("hills", "flower"), ("shapes", "hills"), ("flower", "shapes"))
    picture(stage, w * 0.58, 200, 120, 150, kind[0])
    picture(stage, w * 0.74, 224, 150, 116, kind[1])
    x, right = w * 0.50, w + 10
    b.rect(x + 10, 430, right - x, 330, t("#8a5c40"), round_=30)
    b.rect(x + 26, 448, right - x, 300, t("#a3714e"), round_=24)
    for px in (x + 60, x + 240):
        b.rect(px, 540, 168, 110, t("#fffaf4"), round_=40)
        b.rect(px + 8, 600, 152, 48, t(mix("#fffaf4", paint, 0.35)), round_=30)
    b.rect(x + 130, 576, 130, 90, t(drape), round_=34)
    b.rect(x - 12, 636, right - x + 20, 210, t("#fdf6ec"), round_=34)
    b.fill(
        f"M{number(x - 24)} 720q0 -54 60 -54H{number(right + 10)}V890H{number(x - 24)}Z", t(spread)
    )
    b.fill(
        f"M{number(x - 24)} 720q0 -54 60 -54H{number(right + 10)}V712H{number(x + 30)}"
        f"q-34 0 -54 60Z",
        t(mix(spread, "#ffffff", 0.4)),
    )
    dent = "".join(f"M{number(x + 90 + 120 * k)} 740q-26 60 -10 140" for k in range(4))
    b.line(dent, t(mix(spread, "#20184a", 0.25)), 5)
    b.boxes(((x - 8, 888, 22, 36), (right - 40, 888, 22, 36)), t("#6a4430"))
    nx = x - 130
    b.rect(nx, 650, 116, 150, t("#a3714e"), round_=6)
    b.boxes(((nx + 10, 672, 96, 50), (nx + 10, 732, 96, 50)), t("#8a5c40"))
    b.ovals(((nx + 58, 697, 8, 8), (nx + 58, 757, 8, 8)), t("#e6c07a"))
    b.boxes(((nx + 12, 798, 12, 28), (nx + 92, 798, 12, 28)), t("#6a4430"))
    table_lamp(stage, nx + 60, 650, 130, "#fff0d0")
    plant(stage, 70, 905, 250, pot="#f4ece0")
    for k in range(3):
        stage.seat(x + 70 + 140 * k, 760)


def living_room(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.6
    foot = 730.0
    paint, sofa = stage.pick(
        "paint",
        ("#e9d8bf", "#4f8a88"),
        ("#c8d6cf", "#d9845a"),
        ("#ecd0c4", "#5f73a4"),
        ("#d8d2e4", "#b3655f"),
    )
    hole = (w * 0.64, 150.0, w * 0.28, 380.0)
    outlook(stage, hole, stage.pick("view", "green", "town"))
    wall(stage, paint, foot, holes=[hole], skirting="#fbf5ea")
    window(stage, hole, "#fffaf0", panes=(2, 2))
    b.rect(w * 0.57, 116, w * 0.42, 12, t("#7a563e"), round_=6)
    curtain(stage, w * 0.585, 122, w * 0.07, 580, mix(sofa, "#fff2e0", 0.55))
    curtain(stage, w * 0.905, 122, w * 0.07, 580, mix(sofa, "#fff2e0", 0.55))
    floor(stage, "#b98a62", foot, kind="boards")
    sunlight(stage, w * 0.62, w * 0.22, foot, lean=-60)
    rug(stage, stage.c, 920, w * 0.42, 74, stage.pick("rug", "#c9705a", "#6f8fa8", "#d9b27a"))
    if stage.dice("hearth") < 0.5:
        _hearth(stage, 170, foot)
    else:
        _television(stage, 170, foot)
    _sofa(stage, w * 0.36, w * 0.50, sofa)
    floor_lamp(stage, w * 0.325, 790, 520, "#fff0d2")
    plant(stage, w - 70, 900, 330, pot="#e9dcc8")
    picture(stage, w * 0.40, 210, 130, 160, stage.pick("art", "hills", "flower", "shapes"))
    f = stage.front
    f.rect(-10, 952, 190, 26, t("#8a5a3c"), round_=8)
    f.boxes(((20, 974, 14, 30), (140, 974, 14, 30)), t("#6a4430"))
    f.rect(30, 938, 84, 14, t("#c9574a"))
    f.rect(38, 926, 72, 12, t("#f0e4cc"))
    pendant(stage, stage.c, 120, 90, "#f6e7c8", shape="globe")


def _sofa(stage: Stage, x: float, width: float, colour: str) -> None:
    b, t = stage.back, stage.t
    dark = mix(colour, "#1d1838", 0.28)
    b.boxes(((x + 30, 856, 18, 34), (x + width - 48, 856, 18, 34)), t("#5a3a2a"))
    b.rect(x + 20, 540, width - 40, 230, t(colour), round_=46)
    b.rect(x + 20, 640, width - 40, 130, t(mix(colour, dark, 0.5)), round_=30)
    b.line(f"M{number(x + width / 2)} 560v130", t(dark), 5)
    b.rect(x + 30, 716, width - 60, 76, t(mix(colour, "#ffffff", 0.10)), round_=26)
    b.line(f"M{number(x + width / 2)} 722v64", t(dark), 5)
    b.rect(x + 10, 780, width - 20, 80, t(dark), round_=18)
    for ax in (x - 22, x + width - 68):
        b.rect(ax, 640, 90, 222, t(colour), round_=42)
        b.rect(ax + 10, 650, 70, 60, t(mix(colour, "#ffffff", 0.14)), round_=30)
    for px, tone in ((x + 76, "#f2c25c"), (x + width - 170, "#f6efe4")):
        b.rect(px, 622, 104, 100, t(tone), round_=24)
        b.line(f"M{number(px + 20)} 640l64 64m0 -64l-64 64", t(mix(tone, "#8a5a3c", 0.3)), 4)
    for k in range(3):
        stage.seat(x + width * (0.24 + 0.26 * k), 735)


def _hearth(stage: Stage, x: float, foot: float) -> None:
    b, t = stage.back, stage.t
    stone = "#b96a52"
    b.rect(x - 80, 0, 160, 400, t(stone))
    b.rect(x - 140, 400, 280, foot - 380, t(stone))
    marks = "".join(
        f"M{number(x - 130 + 44 * (k % 6) + 20 * (k // 6 % 2))} {420 + 36 * (k // 6)}h30"
        for k in range(52)
    )
    b.line(marks, t(mix(stone, "#3a1c20", 0.3)), 4)
    b.rect(x - 162, 380, 324, 28, t("#7a4f38"))
    b.fill(f"M{number(x - 90)} {foot + 10}v-180a90 80 0 0 1 180 0v180Z", "#2a1a1e")
    b.glow(x, foot - 60, 150, "#ff9a3c", 0.5)
    for half, tall, colour in ((56, 130, "#f2692e"), (38, 96, "#ffab3a"), (20, 60, "#ffe48a")):
        b.fill(
            f"M{number(x)} {foot - tall - 16}q{half * 0.3} {tall * 0.4} {half * 0.8} {tall * 0.55}"
            f"t{-half * 0.2} {tall * 0.5}h{-half * 1.2}q{-half * 0.7} {-tall * 0.3} 0 {-tall * 0.6}"
            f"q{half * 0.5} {-tall * 0.1} {half * 0.6} {-tall * 0.45}Z",
            colour,
        )
    b.line(f"M{number(x - 56)} {foot - 8}l112 -16m0 16l-112 -16", t("#5a3424"), 16)
    b.rect(x - 160, foot + 6, 320, 22, t("#8f8a8c"))
    picture(stage, x - 62, 200, 124, 140, "hills")
    b.fill(f"M{number(x + 100)} 380v-50q12 -20 24 0v50Z", t("#6f9fb0"))


def _television(stage: Stage, x: float, foot: float) -> None:
    b, t = stage.back, stage.t
    b.rect(x - 150, foot - 110, 310, 130, t("#8a5f42"), round_=8)
    b.line(f"M{number(x - 130)} {foot - 90}h128v90h-128Zm142 0h128v90h-128Z", t("#6a4430"), 5)
    b.rect(x - 140, foot - 340, 290, 190, t("#24242e"), round_=10)
    b.rect(x - 130, foot - 330, 270, 168, mix(t("#4f86b0"), "#6fb4e6", 0.4))
    b.fill(
        f"M{number(x - 130)} {foot - 162}v-50l80 -60l70 60l50 -30l70 60v20Z",
        mix("#2f5f84", "#4f9a78", 0.4),
    )
    b.boxes(((x - 10, foot - 150, 20, 30), (x - 60, foot - 122, 120, 12)), t("#24242e"))
    b.boxes(((x - 140, 240, 290, 12),), t("#7a5238"))
    books(stage, x - 130, 240, 170, 84, name="over")
    plant(stage, x + 100, 240, 110, pot="#f4ece0")
