"""On the way: car, train, space."""

from __future__ import annotations

import math

from ...avatar.paint import ellipse, mix, number, polygon
from .nature import hills, leafy, moon, pine, stars
from .room import falling_outside
from .sheet import box
from .stage import Stage


def car(stage: Stage) -> None:
    """Seen through the windscreen: seats and rear window behind, the dashboard before."""
    b, w, air = stage.back, stage.w, stage.out
    t, o = stage.t, stage.o
    stage.horizon, stage.ground = 0.45, 0.97
    body, leather = stage.pick(
        "paint",
        ("#c9473f", "#8a6248"),
        ("#3f7fb0", "#5c5f6c"),
        ("#4f8f74", "#a8876a"),
        ("#e0a53a", "#5a4a48"),
    )
    first, second, third = air.sky
    b.strips(0, 60, w, 420, ((0, first), (0.6, second), (1, third)))
    if air.bright:
        x = w * 0.72
        if air.night:
            moon(b, x, 190, 30, air)
        else:
            y = 360 if air.time != "day" else 190
            b.glow(x, y, 130, air.sun, 0.5)
            b.oval(x, y, 40, 40, air.sun)
    snow = air.snowy
    if stage.dice("where") < 0.5:
        for k in range(12):
            wide = w / 12
            tall = stage.between(f"house {k}", 70, 190)
            b.rect(wide * k, 450 - tall, wide * 0.9, tall + 60, o("#7f93b0", 0.4))
            if air.lamps > 0.3:
                b.boxes(
                    (
                        (wide * (k + 0.2), 470 - tall, wide * 0.2, 14),
                        (wide * (k + 0.55), 496 - tall, wide * 0.2, 14),
                    ),
                    "#ffd98a",
                    air.lamps,
                )
    else:
        hills(stage, "far", 410, 30, o("#8fb09c", 0.5), bottom=560)
        for k in range(8):
            x = w * (k + 0.4) / 8
            if abs(x - stage.c) > w * 0.12:
                pine(
                    b,
                    x,
                    470,
                    stage.between(f"pine {k}", 90, 170),
                    o("#3f7a58", 0.2),
                    snow=o("#f4f8fb") if snow else None,
                    tiers=3,
                )
    b.rect(0, 450, w, 300, o("#8fbf6a" if not snow else "#eef3f8", 0.15))
    b.poly(
        ((stage.c - 26, 450), (stage.c + 26, 450), (stage.c + 300, 760), (stage.c - 300, 760)),
        o("#6a6d7c" if not snow else "#b4bece", 0.1),
    )
    b.poly(
        ((stage.c - 3, 456), (stage.c + 3, 456), (stage.c + 12, 600), (stage.c - 12, 600)),
        o("#fff2c0"),
    )
    if air.wet or air.snowy:
        falling_outside(stage, (0, 190, w, 300), "window")
    # the cabin: pillars and roof round the rear and side windows
    trim = t(mix(leather, "#241e2a", 0.62))
    rear = f"M{number(w * 0.27)} 210H{number(w * 0.73)}L{number(w * 0.77)} 470H{number(w * 0.23)}Z"
    left = f"M-5 250Q{number(w * 0.12)} 190 {number(w * 0.215)} 206L{number(w * 0.165)} 500H-5Z"
    right = (
        f"M{number(w + 5)} 250Q{number(w * 0.88)} 190 {number(w * 0.785)} 206"
        f"L{number(w * 0.835)} 500H{number(w + 5)}Z"
    )
    b.fill(box(-5, -5, w + 10, 1010) + rear + left + right, trim, holes=True)
    lining = t(mix(leather, "#e8e0d4", 0.6))
    b.fill(
        f"M-5 -5H{number(w + 5)}V236Q{number(w * 0.88)} 178 {number(w * 0.76)} "
        f"186H{number(w * 0.24)}"
        f"Q{number(w * 0.12)} 178 -5 236Z",
        lining,
    )
    b.line(rear, t(mix(leather, "#14121c", 0.75)), 9)
    b.fill(
        f"M{number(w * 0.2)} 486H{number(w * 0.8)}L{number(w * 0.86)} 700H{number(w * 0.14)}Z",
        t(mix(leather, "#241e2a", 0.35)),
    )
    for x in (w * 0.4, w * 0.6):
        b.rect(x - 50, 424, 100, 80, t(mix(leather, "#241e2a", 0.35)), round_=24)
    for x in (w * 0.27, w * 0.73):
        _car_seat(stage, x, leather)
        stage.seat(x, 800)
    stage.seat(w * 0.5, 700)
    mx = stage.c
    b.rect(mx - 8, 0, 16, 60, trim)
    b.rect(mx - 112, 44, 224, 66, t("#2a2832"), round_=30)
    b.rect(mx - 102, 53, 204, 48, mix(second, third, 0.5), round_=22)
    b.poly(((mx - 20, 101), (mx + 20, 101), (mx + 4, 70), (mx - 4, 70)), o("#7a7d8c"))
    b.line(f"M{number(mx + 70)} 108v36", t("#3a3640"), 3)
    b.fill(polygon(((mx + 70, 136), (mx + 52, 184), (mx + 88, 184))), t("#4f9a5c"))
    for turn, x in ((1, -5.0), (-1, w + 5)):
        b.poly(((x, -5), (x + turn * 70, -5), (x + turn * 20, 560), (x, 600)), t(body))
    _dashboard(stage, body, leather)


def _car_seat(stage: Stage, x: float, leather: str) -> None:
    b, t = stage.back, stage.t
    dark, light = t(mix(leather, "#241e2a", 0.3)), t(mix(leather, "#ffffff", 0.14))
    b.boxes(((x - 34, 420, 13, 60), (x + 21, 420, 13, 60)), t("#8f949c"))
    b.rect(x - 78, 330, 156, 108, t(leather), round_=38)
    b.rect(x - 62, 342, 124, 66, light, round_=28)
    b.fill(
        f"M{number(x - 118)} 1001V560Q{number(x - 118)} 466 {number(x - 40)} 460H{number(x + 40)}"
        f"Q{number(x + 118)} 466 {number(x + 118)} 560V1001Z",
        t(leather),
    )
    b.fill(
        f"M{number(x - 76)} 1001V580Q{number(x - 70)} 506 {number(x)} "
        f"506T{number(x + 76)} 580V1001Z",
        light,
    )
    b.line(f"M{number(x - 70)} 600h140M{number(x - 74)} 680h148", dark, 5)


def _dashboard(stage: Stage, body: str, leather: str) -> None:
    f, t, w = stage.front, stage.t, stage.w
    dash = mix(leather, "#241e2a", 0.68)
    f.fill(
        f"M-5 1001V838Q{number(w * 0.25)} 790 {number(stage.c)} 800T{number(w + 5)} 838V1001Z",
        t(dash),
    )
    f.fill(
        f"M-5 862V838Q{number(w * 0.25)} 790 {number(stage.c)} 800T{number(w + 5)} 838V862"
        f"Q{number(w * 0.75)} 820 {number(stage.c)} 824T-5 862Z",
        t(mix(dash, "#ffffff", 0.2)),
    )
    f.fill(f"M-5 1001V960Q{number(stage.c)} 916 {number(w + 5)} 960V1001Z", t(body))
    f.fill(
        f"M-5 976V960Q{number(stage.c)} 916 {number(w + 5)} 960V976Q{number(stage.c)} 932 -5 976Z",
        t(mix(body, "#ffffff", 0.35)),
    )
    x = w * 0.73
    ring = ellipse(x, 850, 118, 92)
    f.line(ring, t("#1f1c24"), 22)
    f.line(ring, t("#4a4652"), 6)
    f.line(
        f"M{number(x - 108)} 856Q{number(x)} 830 {number(x + 108)} 856M{number(x)} 850V930",
        t("#2a2630"),
        20,
    )
    f.oval(x, 852, 32, 26, t("#3a3642"))
    f.oval(x, 852, 12, 10, t(body))


def train(stage: Stage) -> None:
    b, w, air = stage.back, stage.w, stage.out
    t, o = stage.t, stage.o
    stage.horizon = 0.5
    cloth, paint = stage.pick(
        "cloth",
        ("#3f7a8c", "#f0e6d4"),
        ("#b5504a", "#efe6d6"),
        ("#5f8a5a", "#eee6d8"),
        ("#54609c", "#ece8e4"),
    )
    first, second, third = air.sky
    top, low = 190.0, 530.0
    b.strips(0, top - 10, w, low - top + 20, ((0, first), (0.6, second), (1, third)))
    if air.bright:
        x = w * 0.6
        if air.night:
            moon(b, x, 270, 30, air)
        else:
            y = 400 if air.time != "day" else 270
            b.glow(x, y, 120, air.sun, 0.5)
            b.oval(x, y, 38, 38, air.sun)
    snow = air.snowy
    hills(stage, "far", 410, 44, o("#8fa8c0", 0.55), bottom=560)
    hills(stage, "mid", 460, 26, o("#7fae7a" if not snow else "#e4ecf3", 0.35), bottom=560)
    for k in range(7):
        x = w * (k + stage.dice(f"tree {k}") * 0.7) / 7
        leafy(
            b,
            x,
            510,
            stage.between(f"tall {k}", 60, 110),
            o("#5a9a58" if not snow else "#f0f5f9", 0.25),
            o("#6a4c3a", 0.25),
        )
    hills(stage, "near", 505, 8, o("#9ccb6e" if not snow else "#f2f6fa", 0.12), bottom=560)
    b.line(f"M-5 250H{number(w + 5)}", o("#3a4050", 0.3), 2.5)
    b.line(
        "".join(f"M{number(w * s)} 232V540M{number(w * s - 26)} 250h52" for s in (0.36, 0.86)),
        o("#4a4a54", 0.2),
        6,
    )
    holes = [
        (w * 0.035, top, w * 0.275, low - top),
        (w * 0.365, top, w * 0.27, low - top),
        (w * 0.69, top, w * 0.275, low - top),
    ]
    if air.wet or air.snowy:
        falling_outside(stage, (0, top, w, low - top), "window")
    cut = "".join(_rounded(*hole) for hole in holes)
    b.fill(box(-5, -5, w + 10, 790) + cut, t(paint), holes=True)
    for hole in holes:
        b.line(_rounded(*hole), t("#8f98a4"), 12)
        b.line(f"M{number(hole[0])} {top + 74}h{number(hole[2])}", t("#8f98a4"), 7)
    b.strips(0, -5, w, 70, ((0, t("#c9cfd4")), (1, t("#e8ebec"))), count=6)
    b.boxes(
        ((w * 0.08, 26, w * 0.34, 22), (w * 0.58, 26, w * 0.34, 22)),
        mix(t("#ffffff"), "#fff8dc", 0.85),
    )
    b.rect(0, 146, w, 10, t("#a8b0b8"))
    b.line(
        "".join(f"M{number(30 * k)} 156v-26h30" for k in range(int(w / 30) + 1)), t("#a8b0b8"), 3
    )
    for x, wide, tall, colour in (
        (w * 0.06, 104, 60, "#8a5a3c"),
        (w * 0.19, 84, 48, "#3f6f9a"),
        (w * 0.78, 120, 62, "#b5504a"),
    ):
        b.rect(x, 146 - tall, wide, tall, t(colour), round_=10)
        b.line(
            f"M{number(x + wide * 0.35)} {146 - tall}q0 -16 {number(wide * 0.15)} "
            f"-16t{number(wide * 0.15)} 16",
            t("#3a2a28"),
            5,
        )
    rail = "".join(f"M{number(w * s)} 62v84" for s in (0.35, 0.43, 0.51, 0.59, 0.67))
    b.line(f"M{number(w * 0.32)} 64H{number(w * 0.70)}", t("#b9c0c8"), 7)
    b.line(rail, t("#5a5a64"), 6)
    b.line(
        "".join(ellipse(w * s, 168, 20, 22) for s in (0.35, 0.43, 0.51, 0.59, 0.67)),
        t("#f4c84a"),
        8,
    )
    b.rect(0, 556, w, 16, t(mix(paint, "#5a5060", 0.25)))
    if stage.dice("doors") < 0.5:
        left, top, broad, deep = holes[1]
        door = t(mix(cloth, "#e8ecee", 0.35))
        outer = box(left - 16, top - 34, broad + 32, 616)
        panes = "".join(
            _rounded(left + 18 + side * broad / 2, top, broad / 2 - 36, deep) for side in (0, 1)
        )
        b.fill(outer + panes, door, holes=True)
        b.line(outer, t("#8f98a4"), 8)
        b.line(f"M{number(left + broad / 2)} {top - 34}v616", t("#5c636e"), 6)
        b.line(panes, t("#8f98a4"), 6)
    b.strips(0, 770, w, 231, ((0, t("#7f8792")), (1, t("#a8aeb6"))), count=14)
    b.line(f"M0 772H{number(w)}", t("#5c636e"), 8)
    b.poly(((w * 0.36, 772), (w * 0.64, 772), (w * 0.78, 1001), (w * 0.22, 1001)), t("#8b95a2"))
    for x, face in ((-20.0, 1), (w + 20, -1)):
        _bench(stage, x, face, cloth)
    b.rect(w * 0.315, 60, 10, 720, t("#d9c04a"))
    b.rect(w * 0.675, 60, 10, 720, t("#d9c04a"))


def _rounded(x: float, y: float, w: float, h: float) -> str:
    r = 34
    return (
        f"M{number(x + r)} {y}h{number(w - 2 * r)}q{r} 0 {r} {r}v{number(h - 2 * r)}q0 {r} {-r} {r}"
        f"h{number(2 * r - w)}q{-r} 0 {-r} {-r}v{number(2 * r - h)}q0 {-r} {r} {-r}Z"
    )


def _bench(stage: Stage, x: float, face: int, cloth: str) -> None:
    b, t, w = stage.back, stage.t, stage.w
    wide = min(300.0, w * 0.3)

    def put(dx: float, y: float, width: float, height: float, colour: str, r: float) -> None:
        b.rect(x + dx if face > 0 else x - dx - width, y, width, height, t(colour), round_=r)

    put(0, 540, wide, 300, cloth, 30)
    for k in range(2):
        put(20 + k * (wide / 2 - 6), 560, wide / 2 - 20, 200, mix(cloth, "#ffffff", 0.14), 24)
        put(36 + k * (wide / 2 - 6), 556, wide / 2 - 52, 50, "#f6f0e4", 14)
    put(0, 770, wide + 16, 66, mix(cloth, "#ffffff", 0.08), 24)
    put(0, 826, wide + 6, 74, mix(cloth, "#1c1830", 0.5), 10)
    put(wide - 8, 660, 26, 150, "#5c636e", 12)
    for k in range(2):
        stage.seat(x + face * (90 + k * 125), 780)


def space(stage: Stage) -> None:
    b, w = stage.back, stage.w
    stage.horizon, stage.tint, stage.rim = 0.72, (0.92, 0.93, 1.0), "#bcd4ff"
    deep, cloud_, world, ring, soil = stage.pick(
        "look",
        ("#0c0d2e", "#5a2f8a", "#e8935a", "#f4cf9a", "#8f86a8"),
        ("#06122e", "#1f5f8a", "#5fb8c8", "#c4eef0", "#7f8ca8"),
        ("#150a28", "#8a2f6a", "#c96fb0", "#f6c4dc", "#a87c78"),
    )
    b.strips(
        0, 0, w, 800, ((0, deep), (0.7, mix(deep, cloud_, 0.45)), (1, mix(deep, cloud_, 0.75)))
    )
    for k in range(7):
        b.oval(
            w * (0.1 + 0.14 * k), 470 - 50 * k + 40 * stage.dice(f"neb {k}"), 150, 70, cloud_, 0.16
        )
        b.oval(
            w * (0.14 + 0.14 * k),
            460 - 50 * k + 40 * stage.dice(f"neb {k}"),
            80,
            34,
            mix(cloud_, "#ffffff", 0.3),
            0.12,
        )
    stars(stage, b, 720, count=130)
    glints = ((0.12, 120), (0.45, 70), (0.9, 330), (0.3, 300))
    b.fill(
        "".join(
            polygon(
                (
                    (w * x, y - 16),
                    (w * x + 3, y - 3),
                    (w * x + 16, y),
                    (w * x + 3, y + 3),
                    (w * x, y + 16),
                    (w * x - 3, y + 3),
                    (w * x - 16, y),
                    (w * x - 3, y - 3),
                )
            )
            for x, y in glints
        ),
        "#ffffff",
    )
    x, y, r = w * stage.between("planet", 0.70, 0.78), 215.0, 138.0
    b.line(
        f"M{number(x - 226)} {y + 66}A236 54 -16 0 1 {number(x + 226)} {y - 64}",
        mix(ring, deep, 0.35),
        17,
    )
    b.oval(x, y, r, r, world)
    for dy, half, tall, share in (
        (-70, 116, 15, 0.25),
        (-20, 134, 18, 0.4),
        (44, 128, 16, 0.25),
        (88, 102, 12, 0.4),
    ):
        b.oval(x, y + dy, half, tall, mix(world, ring, share))
    b.fill(
        f"M{number(x + 40)} {y - 132}A{r} {r} 0 0 1 {number(x - 60)} {y + 124}A170 170 0 "
        f"0 0 {number(x + 40)} {y - 132}Z"
        f"M{number(x + 40)} {y - 132}A138 138 0 0 1 {number(x - 60)} "
        f"{y + 124}Q{number(x + 120)} {y + 70} {number(x + 40)} {y - 132}Z",
        mix(world, deep, 0.6),
        0.6,
    )
    b.line(f"M{number(x - 226)} {y + 66}A236 54 -16 0 0 {number(x + 226)} {y - 64}", ring, 17)
    b.oval(w * 0.16, 250, 44, 44, "#d8dcec")
    b.ovals(
        ((w * 0.16 - 14, 240, 11, 10), (w * 0.16 + 14, 262, 9, 8), (w * 0.16 + 8, 230, 6, 5)),
        "#b0b6cc",
    )
    for row, (top, share) in enumerate(((690, 0.55), (740, 0.3), (800, 0.1))):
        b.land(
            [(w * k / 7, top + 36 * (stage.dice(f"land {row}.{k}") - 0.5)) for k in range(-1, 9)],
            1001,
            mix(soil, deep, share),
        )
    for cx, cy, rx in ((0.2, 880, 90), (0.62, 850, 70), (0.86, 960, 110), (0.38, 975, 70)):
        b.oval(w * cx, cy, rx, rx * 0.26, mix(soil, deep, 0.4))
        b.oval(w * cx, cy + 6, rx * 0.88, rx * 0.2, mix(soil, deep, 0.22))
    kind = stage.pick("ship", "rocket", "dome")
    if kind == "rocket":
        _rocket(stage, 140, 880)
    else:
        bx = 170.0
        b.fill(f"M{bx - 150} 860A150 150 0 0 1 {bx + 150} 860Z", "#a8d4ec")
        b.fill(
            f"M{bx - 150} 860A150 150 0 0 1 {bx - 20} 711Q{bx - 110} 770 {bx - 110} 860Z", "#d4f0fb"
        )
        b.line(
            f"M{bx} 710V860M{bx - 132} 790H{bx + 132}M{bx - 80} 732Q{bx - 100} 800 "
            f"{bx - 90} 860M{bx + 80} 732Q{bx + 100} 800 {bx + 90} 860",
            "#f4f6fa",
            6,
        )
        b.rect(bx - 166, 852, 332, 26, "#c4cad8", round_=10)
        b.rect(bx + 90, 800, 76, 66, "#e4e8f0", round_=12)
    b.rect(w - 80, 600, 7, 300, "#d8dce8")
    b.poly(((w - 74, 604), (w - 6, 604), (w - 6, 660), (w - 74, 660)), "#e8574f")
    b.fill(
        polygon(
            [
                (
                    w - 40 + (20 if k % 2 == 0 else 8) * math.sin(k * math.pi / 5),
                    632 - (20 if k % 2 == 0 else 8) * math.cos(k * math.pi / 5),
                )
                for k in range(10)
            ]
        ),
        "#ffffff",
    )


def _rocket(stage: Stage, x: float, y: float) -> None:
    b = stage.back
    red = stage.pick("rocket", "#e8574f", "#f2a23e", "#3f9fd0")
    b.line(f"M{x - 40} {y - 60}l-60 66M{x + 40} {y - 60}l60 66", "#c4cad8", 12)
    b.poly(((x - 54, y - 190), (x - 104, y - 60), (x - 44, y - 84)), red)
    b.poly(((x + 54, y - 190), (x + 104, y - 60), (x + 44, y - 84)), mix(red, "#201838", 0.3))
    b.fill(
        f"M{x} {y - 500}C{x + 86} {y - 400} {x + 76} {y - 200} {x + 46} "
        f"{y - 70}H{x - 46}C{x - 76} {y - 200} {x - 86} {y - 400} {x} {y - 500}Z",
        "#f2f4fa",
    )
    b.fill(
        f"M{x} {y - 500}C{x + 86} {y - 400} {x + 76} {y - 200} {x + 46} "
        f"{y - 70}H{x + 10}C{x + 36} {y - 200} {x + 40} {y - 400} {x} {y - 500}Z",
        "#c0c8de",
    )
    b.fill(
        f"M{x} {y - 500}C{x + 34} {y - 462} {x + 50} {y - 420} {x + 58} "
        f"{y - 390}H{x - 58}C{x - 50} {y - 420} {x - 34} {y - 462} {x} {y - 500}Z",
        red,
    )
    b.oval(x, y - 300, 34, 34, red)
    b.oval(x, y - 300, 24, 24, "#8fd4f4")
    b.oval(x - 8, y - 308, 8, 8, "#ffffff")
    b.poly(((x - 40, y - 70), (x + 40, y - 70), (x + 30, y - 44), (x - 30, y - 44)), "#5a6078")
