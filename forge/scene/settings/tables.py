"""Where people are served: cafe, bar, restaurant, shop."""

from __future__ import annotations

import math

from ...avatar.paint import ellipse, mix, number, polygon
from .furniture import chair, cup, round_table
from .room import floor, outlook, pendant, sunlight, wall, window
from .sheet import Sheet, arch
from .stage import Stage


def cafe(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.6
    foot = 735.0
    paint, wood = stage.pick(
        "paint", ("#e6d3b8", "#8a5a3c"), ("#b9cdbb", "#8f6444"), ("#d9b09a", "#74503c")
    )
    hole = (44.0, 190.0, w * 0.46, 360.0)
    outlook(stage, hole, "town")
    wall(stage, paint, foot, holes=[hole])
    b.rect(0, foot - 150, w, 150, t(wood))
    b.line(
        "".join(f"M{number(50 * k)} {foot - 146}v146" for k in range(int(w / 50) + 1)),
        t(mix(wood, "#1d1018", 0.3)),
        3,
    )
    b.rect(0, foot - 156, w, 12, t(mix(wood, "#ffffff", 0.15)))
    window(stage, hole, "#5b4034", panes=(3, 1), thick=14)
    _awning(stage, hole)
    floor(stage, "#b98d66", foot, kind="boards")
    sunlight(stage, 90, w * 0.3, foot)
    _menu(stage, w * 0.58, 120)
    _counter(stage, w - 330, foot)
    for k, x in enumerate((w * 0.30, w * 0.52, w * 0.74)):
        pendant(
            stage, x, 130 + 24 * (k % 2), 80, stage.pick("lamp", "#2f5f5c", "#c9583f", "#3a3a44")
        )
    chair(stage, 60, 915, 250, "#7a4e34")
    round_table(stage, 178, 925, 190, 170, "#d9a871")
    cup(stage, 150, 752, 46)
    b.fill("M196 752v-26q14 -12 28 0v26Z", t("#f0e6d8"))
    b.ovals(((203, 716, 9, 9), (218, 714, 9, 9), (210, 704, 9, 9)), t("#e88a94"))
    _corner(stage, "#c08a58")
    cup(stage, w - 120, 968, 62, "#fdf8ee", sheet=stage.front)
    steam = f"M{number(w - 136)} 912q-14 -18 0 -34t0 -34M{number(w - 106)} 914q-14 -18 0 -34t0 -30"
    stage.front.line(steam, "#ffffff", 5, 0.55)
    stage.seat(76, 790)
    stage.seat(w * 0.5, 800)


def _awning(stage: Stage, hole: tuple[float, float, float, float]) -> None:
    x, y, w, _ = hole
    count = 8
    each = w / count
    for k in range(count):
        a = x + each * k
        stage.back.fill(
            f"M{number(a)} {y}h{number(each)}v50a{number(each / 2)} 20 0 0 1 {number(-each)} 0Z",
            stage.t("#c9503f" if k % 2 == 0 else "#fbf0de"),
        )


def _corner(stage: Stage, colour: str) -> None:
    """The near edge of a table, in the right corner."""
    f, t, w = stage.front, stage.t, stage.w
    f.fill(
        f"M{number(w - 260)} 1001Q{number(w - 230)} 950 {number(w + 5)} 948V1001Z",
        t(mix(colour, "#2a1820", 0.3)),
    )
    f.fill(f"M{number(w - 262)} 994Q{number(w - 230)} 940 {number(w + 5)} 938V990Z", t(colour))


def _menu(stage: Stage, x: float, y: float) -> None:
    b, t, w = stage.back, stage.t, stage.w * 0.36
    b.rect(x - 10, y - 10, w + 20, 230, t("#7a4f34"))
    b.rect(x, y, w, 210, t("#2c3a38"))
    chalk = mix(t("#f2efe2"), "#2c3a38", 0.15)
    cx, cy = x + w * 0.24, y + 110
    b.line(
        f"M{number(cx - 42)} {cy - 26}h84q-2 62 -42 62t-42 -62ZM{number(cx + 42)} {cy - 14}"
        f"q34 -4 26 18t-38 16M{number(cx - 52)} {cy + 48}h104M{number(cx - 18)} "
        f"{cy - 42}q-10 -14 0 -26"
        f"M{number(cx + 14)} {cy - 42}q-10 -14 0 -26",
        chalk,
        5,
    )
    rows = "".join(
        f"M{number(x + w * 0.52)} {y + 46 + 32 * k}h{number(w * (0.2 + 0.08 * (k % 3)))}"
        f"M{number(x + w * 0.88)} {y + 46 + 32 * k}h{number(w * 0.05)}"
        for k in range(5)
    )
    b.line(rows, chalk, 5, 0.8)


def _counter(stage: Stage, x: float, foot: float) -> None:
    b, t, w = stage.back, stage.t, stage.w
    b.boxes(((x + 60, 420, w - x - 40, 12),), t("#6a4632"))
    for k in range(4):
        b.rect(
            x + 84 + 56 * k,
            384,
            34,
            36,
            t(("#fbf3e4", "#d97a5a", "#7fa89a", "#e6bd6a")[k]),
            round_=6,
        )
    b.rect(x, foot - 90, w - x + 5, 180, t("#70482f"))
    b.line(
        "".join(f"M{number(x + 34 + 66 * k)} {foot - 70}v140h44v-140Z" for k in range(5)),
        t("#55341f"),
        4,
    )
    b.rect(x - 14, foot - 112, w - x + 25, 26, t("#e8d2ae"))
    mx = w - 150
    b.rect(mx - 80, foot - 230, 180, 118, t("#b9c0c8"), round_=12)
    b.rect(mx - 80, foot - 230, 180, 34, t("#e4e8ec"), round_=12)
    b.rect(mx - 62, foot - 178, 144, 62, t("#4a5058"), round_=6)
    b.boxes(((mx - 40, foot - 184, 26, 20), (mx + 30, foot - 184, 26, 20)), t("#cfd5da"))
    b.boxes(((mx - 38, foot - 136, 22, 22), (mx + 32, foot - 136, 22, 22)), t("#fdf8ee"))
    b.ovals(((mx - 54 + 28 * k, foot - 212, 6, 6) for k in range(5)), t("#c9503f"))
    b.fill(
        f"M{number(x + 20)} {foot - 112}v-30a58 58 0 0 1 116 0v30Z",
        mix(t("#cfe4e6"), "#ffffff", 0.2),
    )
    b.ovals(
        ((x + 50, foot - 126, 24, 15), (x + 104, foot - 126, 24, 15), (x + 78, foot - 150, 22, 13)),
        t("#d99a56"),
    )


def bar(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon, stage.rim = 0.62, "#ffb46a"
    foot = 790.0
    paint, neon = stage.pick(
        "paint", ("#4a2f48", "#ff5fa8"), ("#2c3f4c", "#4fd8f0"), ("#5a2f32", "#ffb347")
    )
    wall(stage, paint, foot)
    b.line(
        "".join(f"M0 {60 + 48 * k}h{number(w)}" for k in range(14)),
        t(mix(paint, "#140c1c", 0.35)),
        3,
    )
    b.rect(w * 0.06, 210, w * 0.88, 450, t("#3a2420"))
    b.rect(w * 0.08, 228, w * 0.84, 414, t("#1f1620"))
    for row in range(3):
        y = 350 + 138 * row
        b.rect(w * 0.09, y - 108, w * 0.82, 108, mix("#7a4a2a", "#ffb45a", 0.35 - 0.1 * row))
        _bottles(stage, w * 0.10, y, w * 0.80, row)
        b.rect(w * 0.07, y, w * 0.86, 14, t("#7a4a2f"))
        b.rect(w * 0.07, y, w * 0.86, 4, "#ffce86")
    _neon(stage, w * 0.5, 112, neon)
    for x in (w * 0.14, w * 0.86):
        pendant(stage, x, 150, 96, "#b5533a")
    for x in (w * 0.32, w * 0.68):
        pendant(stage, x, 170, 70, "#f0c070", shape="globe")
    floor(stage, "#5a3a34", foot, kind="boards")
    b.rect(0, 660, w, 190, t("#6b3f28"))
    panels = "".join(f"M{number(24 + 120 * k)} 700h92v124h-92Z" for k in range(int(w / 120) + 1))
    b.line(panels, t("#4a2918"), 5)
    b.rect(0, 846, w, 12, t("#c9974a"))
    b.rect(0, 636, w, 30, t("#a0673c"))
    b.rect(0, 636, w, 8, mix(t("#e0a468"), "#ffd9a0", 0.3))
    _taps(stage, w - 190, 636)
    _drink(stage, b, 120, 636, "#f2709a")
    _drink(stage, b, 190, 636, "#f5c24a", tall=True)
    for k, x in enumerate((78.0, 196.0, w - 78, w - 196)):
        _stool(stage, x, 940 - 20 * (k % 2))
        stage.seat(x, 740 - 20 * (k % 2))


def _bottles(stage: Stage, x: float, y: float, width: float, row: int) -> None:
    b = stage.back
    colours = ("#3f8a5a", "#c9803a", "#a83a44", "#4f7fb0", "#e8dcc0", "#d9b23e", "#6a4a88")
    groups: dict[str, str] = {}
    labels = []
    at, k = x + 8, 0
    while at < x + width - 34:
        wide = stage.between(f"bo {row}.{k}", 22, 34)
        tall = stage.between(f"bt {row}.{k}", 66, 96)
        colour = colours[int(stage.dice(f"bc {row}.{k}") * len(colours))]
        n = wide * 0.3
        groups[colour] = groups.get(colour, "") + (
            f"M{number(at)} {y}v{number(-tall * 0.55)}q0 {number(-tall * 0.14)} "
            f"{number((wide - n) / 2)} "
            f"{number(-tall * 0.17)}V{number(y - tall)}h{number(n)}v{number(tall * 0.28)}"
            f"q{number((wide - n) / 2)} {number(tall * 0.03)} {number((wide - n) / 2)} "
            f"{number(tall * 0.17)}V{y}Z"
        )
        labels.append((at + 3, y - tall * 0.42, wide - 6, tall * 0.22))
        at += wide + 9
        k += 1
    for colour, data in groups.items():
        b.fill(data, mix(colour, "#ffb45a", 0.14))
    b.boxes(labels, "#f3e3c4", 0.75)


def _neon(stage: Stage, x: float, y: float, colour: str) -> None:
    """A sign of glass tubes: a cocktail, a note or a star."""
    b = stage.back
    b.glow(x, y, 190, colour, 0.45, flat=0.55)
    sign = stage.pick("sign", "glass", "note", "star")
    if sign == "glass":
        glass = (
            f"M{number(x - 52)} {y - 50}h104l-52 58ZM{number(x)} {y + 8}v50m-32 0h64"
            f"M{number(x + 16)} {y - 40}l34 -44M{number(x - 36)} {y - 32}h72"
        )
    elif sign == "note":
        glass = (
            f"M{number(x - 26)} {y + 38}v-84l64 -14v80{ellipse(x - 44, y + 40, 18, 13)}"
            f"{ellipse(x + 20, y + 22, 18, 13)}M{number(x - 26)} {y - 24}l64 -14"
        )
    else:
        star = [
            (
                x + (62 if k % 2 == 0 else 27) * math.sin(k * math.pi / 5),
                y - (62 if k % 2 == 0 else 27) * math.cos(k * math.pi / 5),
            )
            for k in range(10)
        ]
        glass = polygon(star)
    sides = f"M{number(x - 220)} {y}q40 -44 80 0t60 0M{number(x + 220)} {y}q-40 -44 -80 0t-60 0"
    for width, light, seen in ((16, colour, 0.35), (8, colour, 1.0), (3.5, "#ffffff", 0.9)):
        b.line(glass + sides, light, width, seen)


def _taps(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.rect(x - 62, y - 86, 124, 24, t("#d9b25a"), round_=10)
    b.rect(x - 10, y - 70, 20, 70, t("#c49a45"))
    for k, colour in enumerate(("#b03a3a", "#2f5f4c", "#2f4f80")):
        b.rect(x - 50 + 42 * k, y - 140, 16, 58, t(colour), round_=8)
        b.rect(x - 46 + 42 * k, y - 64, 8, 20, t("#e6c878"))


def _drink(
    stage: Stage, sheet: Sheet, x: float, y: float, colour: str, *, tall: bool = False
) -> None:
    t = stage.t
    if tall:
        sheet.rect(x - 22, y - 74, 44, 74, t(colour), round_=6)
        sheet.ovals(((x - 12, y - 76, 14, 10), (x + 8, y - 78, 16, 12)), t("#fff8e8"))
        sheet.line(f"M{number(x + 22)} {y - 56}q24 0 22 20t-22 20", t("#f2e2b0"), 6)
        return
    sheet.poly(((x - 36, y - 92), (x + 36, y - 92), (x, y - 46)), mix(t(colour), "#ffffff", 0.2))
    sheet.line(f"M{number(x)} {y - 46}v42m-20 2h40", "#e8eef4", 5)


def _stool(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.line(
        f"M{number(x - 12)} {y - 180}L{number(x - 42)} {y}M{number(x + 12)} {y - 180}"
        f"L{number(x + 42)} {y}M{number(x - 32)} {y - 60}h64",
        t("#2a2026"),
        9,
    )
    b.rect(x - 50, y - 204, 100, 30, t("#a03c3c"), round_=15)
    b.rect(x - 44, y - 202, 88, 9, t("#c9605a"), round_=5)


def restaurant(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.6
    foot = 720.0
    paint, cloth = stage.pick(
        "paint", ("#7a2f3c", "#a8394a"), ("#2f4f54", "#3f7a74"), ("#c9a482", "#8a3a44")
    )
    holes = [(w * at - 85, 190.0, 170.0, 400.0) for at in (0.24, 0.5, 0.76)]
    for k, hole in enumerate(holes):
        outlook(stage, hole, "town", name=f"view {k}")
    wall(stage, paint, foot, round_holes=holes)
    for x, y, wide, tall in holes:
        frame = t("#e6cf9a")
        b.line(arch(x - 6, y - 6, wide + 12, tall + 12), frame, 12)
        b.line(f"M{number(x + wide / 2)} {y}v{tall}M{number(x)} {y + 220}h{wide}", frame, 6)
        for side in (-1, 1):
            mid = x + wide / 2
            outer, inner = mid + side * (wide / 2 + 44), mid + side * (wide / 2 - 34)
            b.fill(
                f"M{number(mid)} {number(y - 24)}H{number(outer)}V{number(foot - 60)}"
                f"H{number(outer - side * 44)}Q{number(outer - side * 30)} {number(y + 330)} "
                f"{number(outer - side * 22)} {number(y + 290)}Q{number(inner)} {number(y + 180)} "
                f"{number(mid)} {number(y - 24)}Z",
                t(cloth),
            )
            b.rect(min(outer, outer - side * 36), y + 280, 36, 14, t("#e6cf9a"))
        b.rect(x - 50, y - 40, wide + 100, 16, t("#e0bd78"), round_=8)
    b.rect(0, foot - 110, w, 110, t(mix(paint, "#1c1018", 0.25)))
    b.rect(0, foot - 116, w, 9, t("#e0bd78"))
    floor(stage, "#8a5a44", foot, kind="tiles")
    b.fill(
        polygon(((w * 0.3, foot), (w * 0.7, foot), (w * 0.92, 1001), (w * 0.08, 1001))),
        t(mix(cloth, "#3a1420", 0.25)),
    )
    _chandelier(stage, stage.c, 150)
    for x in (w * 0.085, w * 0.915):
        b.glow(x, 330, 120, "#ffd890", 0.2 + 0.45 * stage.air.lamps)
        b.line(f"M{number(x)} 400v-40M{number(x - 26)} 360q0 20 26 20t26 -20", t("#d9b25a"), 6)
        b.poly(((x - 22, 312), (x + 22, 312), (x + 32, 356), (x - 32, 356)), "#ffeec4")
    for x, y, size in (
        (w * 0.34, 800.0, 0.72),
        (w * 0.66, 800.0, 0.72),
        (130.0, 930.0, 1.15),
        (w - 130, 930.0, 1.15),
    ):
        _dressed(stage, x, y, size, cloth)
    for x in (80.0, w - 80):
        stage.seat(x, 800)


def _chandelier(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.glow(x, y, 210, "#ffe0a0", 0.2 + 0.4 * stage.air.lamps)
    b.line(f"M{number(x)} 0v{y - 60}", t("#d9b25a"), 6)
    b.line(
        f"M{number(x - 150)} {y}q10 56 150 56t150 -56M{number(x - 80)} {y - 14}q10 60 80 60t80 -60"
        f"M{number(x)} {y - 70}v128",
        t("#d9b25a"),
        7,
    )
    for dx, dy in ((-150, 0), (-80, -14), (0, -66), (80, -14), (150, 0)):
        b.rect(x + dx - 8, y + dy - 36, 16, 36, t("#fff6e4"))
        b.oval(x + dx, y + dy - 48, 10, 18, "#fff0b8")
    b.ovals(((x + dx, y + 72 - abs(dx) * 0.22, 7, 11) for dx in (-110, -56, 0, 56, 110)), "#e4f0f6")


def _dressed(stage: Stage, x: float, y: float, size: float, cloth: str) -> None:
    """A laid table with two chairs."""
    b, t, s = stage.back, stage.t, size
    wood = "#5a3830"
    for side in (-1, 1):
        cx = x + side * 118 * s
        b.rect(cx - 26 * s, y - 250 * s, 52 * s, 150 * s, t(cloth), round_=22 * s)
        b.line(
            f"M{number(cx - 22 * s)} "
            f"{number(y)}V{number(y - 110 * s)}h{number(44 * s)}V{number(y)}",
            t(wood),
            8 * s,
        )
    top = y - 160 * s
    b.fill(
        f"M{number(x - 106 * s)} {number(top)}L{number(x - 122 * s)} {number(y - 20 * s)}"
        f"q{number(20 * s)} {number(14 * s)} {number(40 * s)} 0t{number(40 * s)} "
        f"0t{number(41 * s)} 0"
        f"t{number(41 * s)} 0t{number(41 * s)} 0t{number(41 * s)} 0L{number(x + 106 * s)} "
        f"{number(top)}Z",
        t("#efe6da"),
    )
    folds = "".join(
        f"M{number(x + dx * s)} {number(top + 24 * s)}l{number(dx * 0.1 * s)} {number(112 * s)}"
        for dx in (-70, -24, 24, 70)
    )
    b.line(folds, t("#cfc2b8"), 4 * s)
    b.oval(x, top, 108 * s, 20 * s, mix(t("#fffaf0"), "#fffaf0", 0.5))
    b.glow(x, top - 62 * s, 80 * s, "#ffd890", 0.4 + 0.4 * stage.air.lamps)
    b.rect(x - 6 * s, top - 46 * s, 12 * s, 46 * s, t("#fffaf0"))
    b.oval(x, top - 58 * s, 6 * s, 12 * s, "#ffd060")
    for dx in (-56, 56):
        gx = x + dx * s
        b.fill(
            f"M{number(gx - 14 * s)} {number(top - 62 * s)}q0 {number(40 * s)} {number(14 * s)} "
            f"{number(40 * s)}t{number(14 * s)} {number(-40 * s)}Z",
            t("#a83248"),
        )
        b.line(
            f"M{number(gx)} {number(top - 24 * s)}V{number(top)}m{number(-11 * s)} 0"
            f"h{number(22 * s)}",
            t("#dfe6ec"),
            3.5 * s,
        )
