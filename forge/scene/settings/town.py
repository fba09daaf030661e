"""Streets: city, castle."""

from __future__ import annotations

from functools import partial

from ...avatar.paint import mix, number, polygon
from .nature import hills, leafy, pine, sky
from .sheet import arch
from .stage import Stage

WARM = "#ffd27a"


def city(stage: Stage) -> None:
    w = stage.w
    stage.horizon = 0.64
    sky(stage, 720, high=130, size=40, clouds=3, low=520)
    _skyline(stage, 0, 700, 24, (180, 330), "#8ea4c4", 0.62)
    _skyline(stage, 1, 710, 14, (220, 430), "#6f86ac", 0.38)
    kind = stage.pick("kind", "avenue", "river", "avenue", "roof")
    if kind == "avenue":
        _avenue(stage)
    elif kind == "river":
        _river(stage)
    else:
        _roof(stage)
    stage.seat(w * 0.16, 800)


def _skyline(
    stage: Stage,
    row: int,
    foot: float,
    count: int,
    tall: tuple[float, float],
    colour: str,
    far: float,
) -> None:
    b, w, air = stage.back, stage.w, stage.out
    wide = w / count
    body = stage.t(colour, far)
    towers, lit, roofs = [], [], ""
    for k in range(count):
        high = stage.between(f"tower {row}.{k}", *tall)
        edge = abs((k + 0.5) / count - 0.5) * 2
        high *= 0.75 + 0.45 * edge
        x = wide * k + wide * 0.08 * stage.dice(f"tower x{row}.{k}")
        towers.append((x, foot - high, wide * 0.94, high))
        top = stage.dice(f"top {row}.{k}")
        if top < 0.22:
            roofs += polygon(
                (
                    (x + wide * 0.2, foot - high),
                    (x + wide * 0.47, foot - high - 60),
                    (x + wide * 0.74, foot - high),
                )
            )
        elif top < 0.42:
            roofs += polygon(
                (
                    (x + wide * 0.45, foot - high),
                    (x + wide * 0.47, foot - high - 80),
                    (x + wide * 0.49, foot - high),
                )
            )
        elif top < 0.6:
            roofs += polygon(
                (
                    (x, foot - high),
                    (x + wide * 0.94, foot - high - 40),
                    (x + wide * 0.94, foot - high),
                )
            )
        cells, floors = max(2, int(wide / 17)), int((high - 26) / 26)
        for i in range(cells):
            for j in range(min(floors, 15)):
                if stage.dice(f"win {row}.{k}.{i}.{j}") < 0.42:
                    lit.append(
                        (
                            x + wide * 0.94 * (i + 0.25) / cells,
                            foot - high + 16 + 26 * j,
                            wide * 0.45 / cells,
                            12,
                        )
                    )
    b.boxes(towers, body)
    if roofs:
        b.fill(roofs, body)
    if air.lamps > 0.3:
        half = len(lit) * 2 // 3
        b.boxes(lit[:half], mix(WARM, air.haze, far * 0.45), air.lamps)
        b.boxes(lit[half:], mix("#ffeec8", air.haze, far * 0.45), air.lamps * 0.8)
    else:
        b.boxes(lit, mix(body, "#ffffff", 0.28))


def _block(
    stage: Stage,
    side: int,
    name: str,
    inner: float,
    outer: float,
    far: float,
    colour: str,
    top: float,
) -> None:
    """A street front going away: `inner` and `outer` are distances from the edge."""
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    at = partial(stage.at, side)

    def level(x: float, y: float) -> float:
        """Lines run together at the eye's height."""
        share = x / (w * 0.5)
        return y + (690 - y) * share * 0.8

    b.poly(
        (
            (at(outer), level(outer, top)),
            (at(inner), level(inner, top)),
            (at(inner), level(inner, 905)),
            (at(outer), level(outer, 905)),
        ),
        t(colour, far),
    )
    lit, dark = "", ""
    columns = max(1, round((inner - outer) / 44))
    for i in range(columns):
        x1 = outer + (inner - outer) * (i + 0.22) / columns
        x2 = outer + (inner - outer) * (i + 0.74) / columns
        y = top + 50
        while y < 640:
            cell = polygon(
                (
                    (at(x1), level(x1, y)),
                    (at(x2), level(x2, y)),
                    (at(x2), level(x2, y + 56)),
                    (at(x1), level(x1, y + 56)),
                )
            )
            if stage.dice(f"{name}.{i}.{y}") < 0.5:
                lit += cell
            else:
                dark += cell
            y += 104
    glass = mix(t("#a9c8e0", far), air.sky[2], 0.25)
    if dark:
        b.fill(dark, t(mix(colour, "#22304c", 0.5), far))
    if lit:
        b.fill(lit, mix(glass, WARM, air.lamps))
    shop = mix(t("#5f7f98"), "#ffdf9a", air.lamps)
    b.poly(
        (
            (at(outer), level(outer, 735)),
            (at(inner - 8), level(inner, 735)),
            (at(inner - 8), level(inner, 880)),
            (at(outer), level(outer, 880)),
        ),
        shop,
    )
    shade = stage.pick(f"{name} awning", "#d9574a", "#3f8a78", "#e0a03e", "#4f74b0")
    stripes = 8
    for i in range(stripes):
        x1 = outer + (inner - outer) * i / stripes
        x2 = outer + (inner - outer) * (i + 1) / stripes
        b.poly(
            (
                (at(x1), level(x1, 690)),
                (at(x2), level(x2, 690)),
                (at(x2 + 14), level(x2, 758)),
                (at(x1 + 14), level(x1, 758)),
            ),
            t(shade if i % 2 == 0 else "#fbf4e6"),
        )


def _avenue(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    c = stage.c
    snow = air.snowy
    b.rect(0, 700, w, 301, t("#b9b6b8" if not snow else "#e6edf3"))
    b.poly(
        ((c - 60, 700), (c + 60, 700), (w * 0.98, 1001), (w * 0.02, 1001)),
        t("#6a6d7c" if not snow else "#aab4c2"),
    )
    dashes = "".join(
        polygon(
            ((c - s * 4, y), (c + s * 4, y), (c + s * 5.5, y + s * 22), (c - s * 5.5, y + s * 22))
        )
        for y, s in ((712, 0.5), (738, 0.8), (776, 1.2))
    )
    b.fill(dashes, t("#f2ead0"))
    bars = ""
    for k in range(-4, 5):
        x1, x2 = c + k * 64, c + k * 84
        bars += polygon(((x1 - 18, 858), (x1 + 18, 858), (x2 + 24, 925), (x2 - 24, 925)))
    b.fill(bars, t("#eeeae2"))
    if air.wet:
        b.ovals(
            ((c - 120, 960, 150, 14), (c + 200, 800, 60, 7)), mix(air.sky[2], t("#6a6d7c"), 0.4)
        )
    for side in (0, 1):
        far_front = stage.pick(f"fronts {side}", "#c7a58c", "#a8b0c0", "#b98f86")
        near_front = stage.pick(f"front {side}", "#d0866a", "#e0c49a", "#8f9cb4", "#a86a5c")
        _block(stage, side, f"a{side}", 330, 190, 0.2, far_front, 130)
        _block(stage, side, f"b{side}", 200, -10, 0.02, near_front, -40)
    _street_lamp(stage, min(236.0, w * 0.236), 900, 470, 1)
    _street_lamp(stage, w - min(236.0, w * 0.236), 900, 470, -1)


def _street_lamp(stage: Stage, x: float, y: float, height: float, face: int) -> None:
    b, air = stage.back, stage.out
    b.line(
        f"M{number(x)} {y}V{y - height + 40}q0 -40 {face * 44} -40h{face * 10}",
        stage.t("#343b4a"),
        8,
    )
    hx, hy = x + face * 58, y - height + 4
    b.glow(hx, hy + 8, 120, "#ffd88c", 0.6 * air.lamps)
    b.oval(hx, hy + 6, 26, 10, mix(stage.t("#f4efe0"), "#fff0c0", air.lamps))
    b.rect(hx - 30, hy - 8, 60, 12, stage.t("#343b4a"), round_=6)


def _river(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    water = mix(t("#5f93b8"), air.sky[1], 0.35)
    b.strips(0, 700, w, 130, ((0, mix(water, air.haze, 0.4)), (1, water)), count=14)
    lines, glints = "", ""
    for k in range(40):
        x, y = w * stage.dice(f"r{k}"), 708 + 110 * stage.dice(f"s{k}")
        line = f"M{number(x)} {number(y)}h{number(20 + 50 * stage.dice(f'q{k}'))}"
        if k % 2:
            lines += line
        else:
            glints += line
    b.line(lines, mix(water, "#ffffff", 0.4), 3, 0.6)
    b.line(glints, mix(mix(water, "#1c2a50", 0.2), WARM, air.lamps), 3, 0.7)
    deck = t("#b5553f", 0.12)
    left, right = w * 0.2, w * 0.8
    b.line(
        f"M-20 560Q{number(left * 0.5)} 640 {number(left)} 430Q{number(stage.c)} 760 "
        f"{number(right)} "
        f"430Q{number((right + w) / 2)} 640 {number(w + 20)} 560",
        deck,
        7,
    )
    ropes = ""
    for k in range(1, 20):
        s = k / 20
        x = left + (right - left) * s
        y = (1 - s) ** 2 * 430 + 2 * s * (1 - s) * 760 + s * s * 430
        ropes += f"M{number(x)} {number(y)}V682"
    b.line(ropes, deck, 2.5)
    b.rect(-5, 676, w + 10, 16, deck)
    b.boxes(((left - 15, 420, 30, 350), (right - 15, 420, 30, 350)), deck)
    snow = air.snowy
    b.strips(
        0,
        826,
        w,
        175,
        (
            (0, t("#c9bda8" if not snow else "#e4ebf2")),
            (1, t("#a99c8c" if not snow else "#d0dae4")),
        ),
        count=16,
    )
    b.line(
        stage.rays(832, 90, 170),
        t("#8c8078"),
        3,
        0.6,
    )
    posts = [(60.0 * k + 20, 752.0, 9.0, 86.0) for k in range(int(w / 60) + 1)]
    b.boxes([(0, 748, w, 10), (0, 796, w, 6), *posts], t("#3c4656"))
    _street_lamp(stage, 90, 880, 520, 1)
    _street_lamp(stage, w - 90, 880, 520, -1)


def _roof(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    _skyline(stage, 2, 790, 9, (170, 330), "#566c94", 0.16)
    snow = air.snowy
    b.rect(0, 770, w, 40, t("#c9836a"))
    b.line("".join(f"M{number(50 * k)} 776v28" for k in range(int(w / 50) + 1)), t("#9a5c4a"), 3)
    b.rect(0, 760, w, 14, t("#dcd2c4" if not snow else "#f4f8fb"))
    b.strips(
        0,
        808,
        w,
        193,
        (
            (0, t("#8f8e98" if not snow else "#e6edf3")),
            (1, t("#a9a6ac" if not snow else "#d6e0ea")),
        ),
        count=16,
    )
    b.boxes(((40, 560, 10, 280), (190, 560, 10, 280)), t("#5c4a44"))
    b.rect(24, 420, 190, 160, t("#a8714e"), round_=8)
    b.line("".join(f"M{34 + 24 * k} 424v152" for k in range(8)), t("#7d4f38"), 3)
    b.line("M24 460h190M24 540h190", t("#4a3a38"), 6)
    b.poly(((12, 424), (119, 340), (226, 424)), t("#6a4c48" if not snow else "#f4f8fb"))
    x = w - 150
    b.rect(x - 70, 690, 170, 160, t("#b9bcc4"), round_=6)
    b.oval(x + 15, 770, 56, 56, t("#5a616e"))
    b.line(f"M{number(x + 15)} 716v108m-54 -54h108", t("#8a919c"), 8)
    b.line(f"M0 600Q{number(w * 0.25)} 660 {number(w * 0.5)} 610T{number(w)} 570", t("#3a3440"), 3)
    bulbs = [(w * k / 16, 622 + 26 * (0.5 - abs((k % 8) / 8 - 0.5)), 9, 9) for k in range(17)]
    b.ovals(bulbs, mix(t("#f6e4b0"), "#ffe9b0", air.lamps))
    for bx, by, *_ in bulbs[::2]:
        b.glow(bx, by, 36, WARM, 0.5 * air.lamps)


def castle(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    stage.horizon = 0.6
    sky(stage, 680, high=130, size=42, clouds=4, low=480)
    grass = "#f1f6fa" if air.snowy else "#86b866"
    hills(stage, "far", 600, 40, t("#8fb0a0", 0.6), bottom=760)
    hills(stage, "mid", 650, 24, t(grass, 0.3), bottom=1001)
    x = w * stage.between("x", 0.47, 0.53)
    b.blob(
        (
            (x - 420, 780),
            (x - 300, 640),
            (x - 120, 590),
            (x + 120, 590),
            (x + 310, 640),
            (x + 430, 780),
            (x, 860),
        ),
        t(grass, 0.18),
    )
    stone = stage.pick("stone", "#c9c2bc", "#d9c7a8", "#b9bccb")
    roof = stage.pick("roof", "#4f6fae", "#b5524a", "#5c8a74")
    for dx, half, top, foot in ((-110, 40, 215, 560), (105, 46, 165, 560)):
        _tower(stage, x + dx, half, top, foot, stone, roof, 0.28)
    _tower(stage, x, 66, 250, 560, stone, roof, 0.2)
    b.rect(x - 200, 420, 400, 180, t(stone, 0.2))
    _teeth(stage, x - 200, 420, 400, stone, 0.2)
    for dx in (-265, 265):
        _tower(stage, x + dx, 62, 330, 650, stone, roof, 0.1)
    b.rect(x - 235, 500, 470, 150, t(stone, 0.08))
    _teeth(stage, x - 235, 500, 470, stone, 0.08)
    b.fill(arch(x - 62, 520, 124, 140), t(mix(stone, "#2a2438", 0.35)))
    b.fill(arch(x - 48, 538, 96, 122), t("#3a2a2c"))
    b.line(
        f"M{number(x - 24)} 546v112m24 -120v122m24 -114v112m-72 -70h96m-96 36h96", t("#7a5c46"), 4
    )
    bricks = "".join(
        f"M{number(x - 215 + 430 * stage.dice(f'br {k}'))} "
        f"{number(528 + 110 * stage.dice(f'bs {k}'))}h22"
        for k in range(26)
    )
    b.line(bricks, t(mix(stone, "#2a2438", 0.25), 0.08), 5)
    b.fill(
        f"M{number(x - 48)} 658C{number(x - 60)} 740 {number(x + 90)} 780 {number(x - 30)} 850"
        f"S{number(x - 260)} 960 {number(x - 260)} 1001H{number(x + 260)}C{number(x + 250)} 940 "
        f"{number(x + 150)} 900 {number(x + 130)} 830S{number(x + 40)} 740 {number(x + 48)} 658Z",
        t("#dcc69a" if not air.snowy else "#d5dfe9", 0.04),
    )
    snow = t("#f4f8fb") if air.snowy else None
    if stage.dice("wood") < 0.5:
        for px, h in ((20, 460), (110, 330), (w - 30, 500), (w - 126, 300)):
            pine(b, px, 935, h, t("#2f6a54"), trunk=t("#5c4034"), snow=snow)
    else:
        for px, h in ((30, 560), (w - 40, 600)):
            leafy(b, px, 930, h, t("#4f9456" if not snow else "#eef4f8"), t("#6a4a38"), snow=snow)
    for px in (190, w - 200):
        b.rect(px - 6, 560, 12, 370, t("#6a4a38"))
        b.poly(((px, 566), (px + 74, 574), (px + 74, 730), (px + 37, 700), (px, 730)), t(roof))
        b.oval(px + 37, 640, 20, 24, t("#f0c860"))
        b.oval(px, 556, 11, 11, t("#e8bb55"))
    stage.seat(120, 820)


def _teeth(stage: Stage, x: float, y: float, width: float, stone: str, far: float) -> None:
    count = max(3, round(width / 40))
    each = width / count
    stage.back.boxes(
        ((x + each * k + each * 0.2, y - 24, each * 0.6, 26) for k in range(count)),
        stage.t(stone, far),
    )
    stage.back.rect(x, y + 8, width, 8, stage.t(mix(stone, "#2a2438", 0.22), far))


def _tower(
    stage: Stage, x: float, half: float, top: float, foot: float, stone: str, roof: str, far: float
) -> None:
    b, t, air = stage.back, stage.t, stage.out
    b.rect(x - half, top, 2 * half, foot - top, t(stone, far))
    b.rect(x - half, top, half * 0.7, foot - top, t(mix(stone, "#2a2850", 0.24), far))
    b.rect(x - half - 8, top, 2 * half + 16, 26, t(mix(stone, "#ffffff", 0.15), far))
    cap = "#eef4f8" if air.snowy else roof
    b.poly(((x - half - 14, top + 4), (x, top - half * 2.3), (x + half + 14, top + 4)), t(cap, far))
    b.poly(
        ((x - half - 14, top + 4), (x, top - half * 2.3), (x - half * 0.2, top + 4)),
        t(mix(cap, "#1c2450", 0.25), far),
    )
    tip = top - half * 2.3
    b.line(f"M{number(x)} {number(tip)}v-40", t("#5c4a50", far), 4)
    b.poly(((x, tip - 40), (x + 42, tip - 28), (x, tip - 15)), t("#e8564c", far))
    lit = mix(t("#4a4660", far), WARM, air.lamps)
    for k in range(2):
        y = top + 54 + 84 * k
        if y + 40 < foot:
            b.fill(arch(x - half * 0.2, y, half * 0.4, half * 0.85), lit)
