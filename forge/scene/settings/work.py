"""Where people learn and work: office, school, library, studio."""

from __future__ import annotations

from ...avatar.paint import ellipse, mix, number, polygon
from .furniture import plant, shelves
from .room import floor, outlook, pendant, sunlight, wall, window
from .sheet import arch
from .stage import Stage


def office(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.6
    foot = 720.0
    paint, accent = stage.pick(
        "paint", ("#dfe6ea", "#3f7fb0"), ("#e8e2da", "#d9784a"), ("#d6e2dc", "#3f8f78")
    )
    hole = (w * 0.30, 130.0, w * 0.72, 430.0)
    outlook(stage, hole, "town")
    wall(stage, paint, foot, holes=[hole])
    window(stage, hole, "#5a6472", panes=(4, 1), thick=10)
    blinds = "".join(f"M{number(w * 0.30)} {136 + 15 * k}H{number(w)}" for k in range(5))
    b.line(blinds, t("#f2f4f4"), 8)
    floor(stage, "#8f9aa8", foot, kind="plain")
    b.fill(polygon(((0, foot), (w, foot), (w, foot + 12), (0, foot + 12))), t("#5f6876"))
    sunlight(stage, w * 0.42, w * 0.34, foot)
    b.boxes(
        ((w * 0.14, 0, w * 0.26, 26), (w * 0.56, 0, w * 0.26, 26)),
        mix(t("#ffffff"), "#fffbe8", 0.8),
    )
    b.rect(30, 170, w * 0.22, 230, t("#7a828e"))
    b.rect(40, 180, w * 0.22 - 20, 210, t("#fcfdfd"))
    gw = w * 0.22 - 60
    b.boxes(
        (
            (60 + gw * 0.18 * k, 340 - tall, gw * 0.11, tall)
            for k, tall in enumerate((40, 66, 56, 96))
        ),
        t(accent),
    )
    b.line(
        f"M60 300l{number(gw * 0.25)} -34l{number(gw * 0.22)} 16l{number(gw * 0.32)} "
        f"-66m-22 0h22v22",
        t("#e0604f"),
        6,
    )
    b.line(f"M60 346h{number(gw * 0.8)}", t("#5a6472"), 4)
    for x, y, s in ((w * 0.46, 770.0, 0.62), (w * 0.74, 770.0, 0.62)):
        _desk(stage, x, y, s, accent)
    _desk(stage, w - 140, 905, 1.15, accent)
    plant(stage, 84, 900, 360, pot="#f4f4f0")
    _cooler(stage, 205, 840)
    stage.seat(w - 250, 790)
    stage.seat(w * 0.5, 800)


def _desk(stage: Stage, x: float, y: float, s: float, accent: str) -> None:
    b, t = stage.back, stage.t
    top = y - 180 * s
    b.rect(x + 30 * s, top - 90 * s, 74 * s, 130 * s, t(accent), round_=22 * s)
    b.line(
        f"M{number(x + 66 * s)} {number(top + 40 * s)}V{number(y - 20 * s)}m{number(-40 * s)} "
        f"{number(20 * s)}l{number(40 * s)} {number(-20 * s)}l{number(40 * s)} {number(20 * s)}",
        t("#3a404c"),
        9 * s,
    )
    b.boxes(
        ((x - 146 * s, top, 14 * s, 180 * s), (x + 132 * s, top, 14 * s, 180 * s)), t("#5a6270")
    )
    b.rect(x - 160 * s, top - 8 * s, 320 * s, 20 * s, t("#d9b48a"), round_=5)
    b.rect(x - 140 * s, top + 12 * s, 90 * s, 120 * s, t("#eef0f0"))
    b.line(
        f"M{number(x - 140 * s)} {number(top + 52 * s)}h{number(90 * s)}m{number(-90 * s)} "
        f"{number(40 * s)}h{number(90 * s)}",
        t("#a8b0b8"),
        4 * s,
    )
    b.rect(x - 100 * s, top - 150 * s, 170 * s, 112 * s, t("#2c323e"), round_=7)
    b.rect(x - 92 * s, top - 142 * s, 154 * s, 94 * s, mix(t("#8fc6e8"), "#a8dcf4", 0.5))
    b.boxes(
        (
            (x - 80 * s, top - 128 * s, 60 * s, 8 * s),
            (x - 80 * s, top - 110 * s, 90 * s, 8 * s),
            (x - 80 * s, top - 92 * s, 46 * s, 8 * s),
        ),
        t("#ffffff"),
    )
    b.boxes(
        ((x - 24 * s, top - 40 * s, 18 * s, 26 * s), (x - 54 * s, top - 16 * s, 78 * s, 8 * s)),
        t("#3a404c"),
    )
    b.rect(x - 142 * s, top - 46 * s, 26 * s, 38 * s, t(accent), round_=4)


def _cooler(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.rect(x - 36, y - 190, 72, 200, t("#f1f4f5"), round_=8)
    b.rect(x - 24, y - 150, 48, 40, t("#c3ccd4"))
    b.ovals(((x - 10, y - 140, 6, 6), (x + 10, y - 140, 6, 6)), t("#3f8fd0"))
    b.rect(x - 32, y - 300, 64, 112, mix(t("#8fd0ea"), "#ffffff", 0.2), round_=18)
    b.line(f"M{number(x - 32)} {y - 262}h64m-64 34h64", "#ffffff", 4, 0.6)


def school(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.6
    foot = 715.0
    paint = stage.pick("paint", "#f3e6c4", "#d6e6e4", "#f2d9c4")
    hole = (-60.0, 150.0, w * 0.22 + 60, 380.0)
    outlook(stage, hole, "green")
    wall(stage, paint, foot, holes=[hole])
    window(stage, hole, "#fffaf0", panes=(2, 2))
    b.rect(0, foot - 90, w, 90, t(mix(paint, "#7a8a5a", 0.35)))
    b.rect(0, foot - 96, w, 8, t("#a9815a"))
    floor(stage, "#c99a68", foot, kind="boards")
    sunlight(stage, 20, w * 0.14, foot, lean=160)
    x, wide = w * 0.28, w * 0.56
    b.rect(x - 16, 150, wide + 32, 366, t("#a8764a"))
    b.rect(x, 166, wide, 334, t("#2f6350"))
    b.rect(x, 166, wide, 120, t("#336a56"))
    chalk = mix(t("#f6f6ea"), "#2f6350", 0.12)
    b.line(f"M{number(x + 40)} 330l60 -104l60 104ZM{number(x + 100)} 226v104", chalk, 5)
    b.line(
        ellipse(x + wide - 90, 270, 54, 54) + f"M{number(x + wide - 144)} 270h108m-54 -54v108",
        chalk,
        5,
    )
    waves = (
        f"M{number(x + 60)} 440h{number(wide - 130)}M{number(x + 70)} 460v-70M{number(x + 70)} 440"
    )
    b.line(
        waves + f"q{number(wide * 0.1)} -90 {number(wide * 0.2)} 0t{number(wide * 0.2)} 0"
        f"t{number(wide * 0.2)} 0",
        chalk,
        5,
    )
    b.line(
        "".join(
            f"M{number(x + 200 + 44 * k)} {236 + 8 * (k % 2)}l20 20m0 -20l-20 20" for k in range(2)
        ),
        chalk,
        5,
    )
    b.rect(x - 10, 506, wide + 20, 16, t("#c99a68"))
    b.boxes(((x + 40, 498, 44, 9), (x + 110, 498, 26, 9)), t("#ffffff"))
    b.rect(x + wide - 110, 490, 66, 18, t("#d9605a"))
    _clock(stage, x + wide / 2, 86)
    _notes(stage, w - 130, 190)
    sx = w * 0.70
    b.rect(sx - 130, 640, 280, 24, t("#b5794a"))
    b.rect(sx - 116, 664, 252, 120, t("#96603a"))
    b.ovals(((sx - 84, 622, 20, 19), (sx - 72, 622, 18, 18)), t("#d9423c"))
    b.line(f"M{number(sx - 78)} 606q2 -12 12 -16", t("#4f7a3c"), 5)
    b.boxes(((sx - 30, 626, 80, 14), (sx - 22, 612, 66, 14)), t("#4f7fb0"))
    b.line(f"M{number(sx + 108)} 640v-18M{number(sx + 80)} 640h56", t("#8a5a34"), 6)
    b.oval(sx + 108, 584, 40, 40, t("#5fa8d8"))
    b.blob(
        ((sx + 86, 570), (sx + 104, 556), (sx + 122, 572), (sx + 112, 600), (sx + 96, 592)),
        t("#6fb560"),
    )
    for px, y, s in ((104.0, 930.0, 1.1), (w - 104, 930.0, 1.1), (w * 0.29, 830.0, 0.68)):
        _pupil_desk(stage, px, y, s)
    stage.seat(120, 800)
    stage.seat(w - 120, 800)


def _clock(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.oval(x, y, 50, 50, t("#5a4a44"))
    b.oval(x, y, 42, 42, t("#fffdf6"))
    b.line(f"M{number(x)} {y}v-30M{number(x)} {y}l20 12", t("#2a2a34"), 5)


def _notes(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.rect(x, y, 140, 250, t("#c9905a"))
    spots = (
        (14, 18, "#fff6d0"),
        (76, 30, "#bfe0f0"),
        (22, 100, "#f6c4c0"),
        (80, 124, "#d4ecc0"),
        (30, 182, "#fffaf0"),
    )
    for dx, dy, colour in spots:
        b.rect(x + dx, y + dy, 50, 58, t(colour))
        b.oval(x + dx + 25, y + dy + 5, 5, 5, t("#d9423c"))


def _pupil_desk(stage: Stage, x: float, y: float, s: float) -> None:
    b, t = stage.back, stage.t
    b.line(
        f"M{number(x - 90 * s)} {number(y)}V{number(y - 140 * s)}M{number(x + 90 * s)} {number(y)}"
        f"V{number(y - 140 * s)}",
        t("#5a6472"),
        9 * s,
    )
    b.rect(x - 110 * s, y - 160 * s, 220 * s, 26 * s, t("#e0b070"), round_=6)
    b.rect(x - 96 * s, y - 134 * s, 192 * s, 30 * s, t("#b98650"))
    b.poly(
        ((x - 60 * s, y - 160 * s), (x - 50 * s, y - 178 * s), (x, y - 168 * s), (x, y - 158 * s)),
        t("#fffdf4"),
    )
    b.poly(
        ((x + 60 * s, y - 160 * s), (x + 50 * s, y - 178 * s), (x, y - 168 * s), (x, y - 158 * s)),
        t("#eee8da"),
    )


def library(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.6
    foot = 720.0
    wood = stage.pick("wood", "#7a4a30", "#8f623e", "#5c4438")
    paint = stage.pick("paint", "#e6d2ac", "#c9d2c0", "#dcc0a4")
    hole = (stage.c - 120, 130.0, 240.0, 450.0)
    view = stage.dice("window") < 0.6
    if view:
        outlook(stage, hole, stage.pick("view", "green", "town"))
        wall(stage, paint, foot, round_holes=[hole])
        frame = t("#fbf3e2")
        b.line(arch(hole[0] - 4, 126, 248, 458), frame, 14)
        b.line(f"M{number(stage.c)} 130v450M{number(hole[0])} 290h240m-240 145h240", frame, 7)
        b.rect(hole[0] - 20, 584, 280, 18, frame)
    else:
        wall(stage, paint, foot, skirting=wood)
        shelves(stage, stage.c - 118, foot, 236, 470, rows=4, name="middle", wood=wood)
        b.oval(stage.c, 150, 62, 62, t(wood))
        b.oval(stage.c, 150, 52, 52, t("#fff8e6"))
        b.line(f"M{number(stage.c)} 150v-36M{number(stage.c)} 150l24 14", t("#3a2a28"), 6)
    floor(stage, "#96633f", foot, kind="boards")
    if view:
        sunlight(stage, hole[0], 240, foot, lean=40)
    b.fill(
        polygon(
            (
                (stage.c - 100, foot),
                (stage.c + 100, foot),
                (stage.c + 230, 1001),
                (stage.c - 230, 1001),
            )
        ),
        t(stage.pick("carpet", "#8a3440", "#3a5f56", "#44548a")),
    )
    side = max(120.0, stage.c - 175)
    shelves(stage, 24, foot, side - 30, 640, rows=6, name="left", wood=wood)
    shelves(stage, w - side + 6, foot, side - 30, 640, rows=6, name="right", wood=wood)
    b.rect(0, 40, side + 10, 26, t(mix(wood, "#ffffff", 0.15)))
    b.rect(w - side - 10, 40, side + 20, 26, t(mix(wood, "#ffffff", 0.15)))
    lx = w - side + 60
    rungs = "".join(f"M{number(lx + 4 - k * 7)} {150 + 88 * k}h70" for k in range(8))
    b.line(
        f"M{number(lx + 10)} 90L{number(lx - 54)} 830M{number(lx + 74)} "
        f"90L{number(lx + 18)} 830{rungs}",
        t("#d9a868"),
        12,
    )
    for x in (stage.c - 190, stage.c + 190):
        pendant(stage, x, 130, 70, "#f0d8a0", shape="globe")
    tx = 150.0
    b.rect(tx - 160, 780, 330, 24, t(mix(wood, "#ffffff", 0.22)))
    b.boxes(((tx - 140, 804, 20, 130), (tx + 134, 804, 20, 130)), t(wood))
    _green_lamp(stage, tx + 70, 780)
    for k, (colour, wide) in enumerate((("#a8473f", 120), ("#3f6d8c", 104), ("#d6a550", 112))):
        b.rect(tx - 120 + 6 * k, 758 - 22 * k, wide, 21, t(colour))
    gx = w - 96
    b.line(f"M{number(gx)} 930v-110M{number(gx - 54)} 930h108", t(wood), 13)
    b.oval(gx, 752, 80, 80, t("#d9b878"))
    b.oval(gx, 752, 68, 68, t("#6fa8b8"))
    b.blob(
        ((gx - 40, 730), (gx - 6, 706), (gx + 24, 726), (gx + 6, 776), (gx - 22, 764)), t("#b9b36a")
    )
    stage.seat(220, 810)
    stage.seat(w * 0.5, 810)


def _green_lamp(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.glow(x, y - 70, 150, "#ffe09a", 0.25 + 0.4 * stage.air.lamps)
    b.rect(x - 34, y - 12, 68, 12, t("#c9a04a"))
    b.rect(x - 5, y - 80, 10, 70, t("#c9a04a"))
    b.fill(f"M{number(x - 66)} {y - 70}q0 -48 66 -48t66 48Z", t("#2f8a5c"))
    b.rect(x - 60, y - 72, 120, 9, "#fff0b4")


def studio(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.72
    paper, wallc = stage.pick(
        "paper",
        ("#e9e4dc", "#6a6f7c"),
        ("#a9c8d6", "#4f5868"),
        ("#f0c4b4", "#6a5a62"),
        ("#d3c8e6", "#565068"),
    )
    wall(stage, wallc, 760)
    floor(stage, mix(wallc, "#201c28", 0.3), 760, kind="boards")
    left, right = w * 0.15, w * 0.85
    light = t(mix(paper, "#ffffff", 0.25))
    b.strips(
        left,
        70,
        right - left,
        700,
        ((0, t(mix(paper, "#3a3450", 0.14))), (0.6, light), (1, t(paper))),
    )
    b.fill(
        f"M{number(left)} 765C{number(left)} 860 {number(w * 0.03)} 960 {number(-w * 0.02)} 1001"
        f"H{number(w * 1.02)}C{number(w * 0.97)} 960 {number(right)} 860 {number(right)} 765Z",
        t(paper),
    )
    b.oval(stage.c, 900, w * 0.40, 74, light)
    b.rect(left - 50, 44, right - left + 100, 34, t("#3a3640"), round_=15)
    b.rect(left - 10, 40, right - left + 20, 42, t(mix(paper, "#3a3450", 0.2)), round_=18)
    _softbox(stage, 96, 250, 1)
    _softbox(stage, w - 96, 300, -1)
    if stage.dice("camera") < 0.6:
        x = w - 70
        stage.front.line(
            f"M{number(x)} 740L{number(x - 62)} 1001M{number(x)} 740L{number(x + 52)} 1001"
            f"M{number(x)} 740V1001",
            t("#26242c"),
            10,
        )
        stage.front.rect(x - 70, 668, 120, 78, t("#33313a"), round_=10)
        stage.front.rect(x - 40, 650, 46, 24, t("#33313a"), round_=6)
        stage.front.rect(x - 98, 682, 40, 50, t("#201f26"), round_=6)
        stage.front.oval(x - 98, 707, 9, 22, "#7fa8d0")
    b.rect(36, 868, 92, 18, t("#c9925c"), round_=6)
    b.line("M48 886L36 985M116 886L128 985M44 930h76", t("#8a5a38"), 9)
    stage.seat(82, 866)


def _softbox(stage: Stage, x: float, y: float, face: int) -> None:
    b, t = stage.back, stage.t
    b.line(f"M{number(x)} {y}V900M{number(x)} 860l-60 60M{number(x)} 860l60 60", t("#26242c"), 9)
    b.poly(
        (
            (x - face * 66, y - 34),
            (x - face * 66, y + 34),
            (x + face * 20, y + 128),
            (x + face * 20, y - 128),
        ),
        t("#2c2a34"),
    )
    b.glow(x + face * 60, y, 170, "#fffbe8", 0.5)
    b.poly(
        (
            (x + face * 16, y - 132),
            (x + face * 52, y - 112),
            (x + face * 52, y + 112),
            (x + face * 16, y + 132),
        ),
        "#fffdf2",
    )
