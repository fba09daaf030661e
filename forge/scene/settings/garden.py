"""Flower beds and a lawn."""

from __future__ import annotations

import math
from functools import partial

from ...avatar.paint import mix, number, smooth
from .nature import SNOW, bush, leafy, sky
from .stage import Stage


def garden(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    stage.horizon = 0.62
    sky(stage, 640, high=130, size=40, clouds=3, low=430)
    snow = air.snowy
    for k in range(7):
        x = w * (k + 0.5 * stage.dice(f"tree {k}")) / 6
        leafy(
            b,
            x,
            640,
            stage.between(f"tree h{k}", 190, 290),
            t(SNOW if snow else "#6aa862", 0.4),
            t("#7a5c48", 0.4),
        )
    kind = stage.pick("kind", "house", "greenhouse", "fountain")
    if kind == "house":
        _house(stage, w * 0.76, 700)
    elif kind == "greenhouse":
        _greenhouse(stage, w * 0.76, 700)
    b.rect(0, 610, w, 80, t(SNOW if snow else "#4e8f54", 0.15))
    b.ovals(
        ((w * k / 12, 612, w / 20, 20) for k in range(13)), t(SNOW if snow else "#4e8f54", 0.15)
    )
    boards = [(26 * k, 640.0, 17.0, 88.0) for k in range(int(w / 26) + 1)]
    b.boxes(((0, 656, w, 9), (0, 698, w, 9)), t("#e9e4da", 0.05))
    b.boxes(boards, t("#fbf8f0", 0.03))
    b.fill("".join(f"M{number(x)} 640l8.5 -14l8.5 14Z" for x, *_ in boards), t("#fbf8f0", 0.03))
    grass = SNOW if snow else "#90c866"
    b.strips(0, 726, w, 275, ((0, t(mix(grass, "#5a9a50", 0.3), 0.06)), (1, t(grass))))
    if kind == "fountain":
        _fountain(stage, stage.c, 770)
    c = stage.c
    stones = (
        (c + 30, 770, 46, 12),
        (c - 20, 806, 60, 16),
        (c + 34, 850, 78, 20),
        (c - 30, 905, 98, 25),
        (c + 40, 968, 120, 30),
    )
    b.ovals(
        ((x, y + 6, rx, ry) for x, y, rx, ry in stones), t("#6f8a58" if not snow else "#b9c6d4")
    )
    b.ovals(stones, t("#d9d2c4"))
    for side in (0, 1):
        _bed(stage, side)
    _pergola(stage, 130)
    stage.seat(w - 150, 800)


def _house(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.rect(x - 130, y - 270, 270, 280, t("#f5e8d0", 0.16))
    b.poly(
        ((x - 165, y - 262), (x, y - 420), (x + 175, y - 262)),
        t(SNOW if stage.out.snowy else "#c9604a", 0.16),
    )
    lit = mix(t("#8fb8d0", 0.1), "#ffd98a", stage.out.lamps)
    for dx in (-90, 50):
        b.rect(x + dx - 8, y - 218, 66, 86, t("#ffffff", 0.1))
        b.rect(x + dx, y - 210, 50, 70, lit)
        b.line(f"M{number(x + dx + 25)} {y - 210}v70m-25 -35h50", t("#ffffff", 0.1), 5)
    b.oval(x, y - 320, 24, 24, lit)


def _greenhouse(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    glass = mix(t("#bfe6e4", 0.2), "#ffe2a4", stage.out.lamps * 0.5)
    b.poly(
        ((x - 150, y), (x - 150, y - 190), (x, y - 310), (x + 150, y - 190), (x + 150, y)), glass
    )
    b.ovals(
        ((x - 90 + 45 * k, y - 100 - 20 * (k % 2), 34, 60) for k in range(5)), t("#5fa468", 0.3)
    )
    b.line(
        f"M{number(x - 150)} {y}v-190L{number(x)} {y - 310}l150 120v190M{number(x - 150)} "
        f"{y - 190}h300"
        f"M{number(x - 75)} {y}v-250M{number(x)} {y}v-310M{number(x + 75)} {y}v-250",
        t("#f6faf6", 0.05),
        7,
    )


def _fountain(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.line(
        f"M{number(x)} {y - 150}q-70 -30 -80 90M{number(x)} {y - 150}q70 -30 80 90M{number(x)} "
        f"{y - 150}q-30 -20 -34 90M{number(x)} {y - 150}q30 -20 34 90",
        t("#e4f6fb"),
        5,
        0.85,
    )
    b.rect(x - 13, y - 130, 26, 120, t("#b9b4b0"))
    b.oval(x, y - 68, 62, 13, t("#cfc9c2"))
    b.oval(x, y - 4, 150, 34, t("#b3aeaa"))
    b.oval(x, y - 12, 150, 32, t("#d6d0c8"))
    b.oval(x, y - 13, 132, 24, t("#74bfd8"))


def _bed(stage: Stage, side: int) -> None:
    b, t = stage.back, stage.t
    snow = stage.out.snowy
    at = partial(stage.at, side)
    b.fill(
        smooth(
            [
                (at(-20), 800),
                (at(120), 790),
                (at(230), 850),
                (at(250), 930),
                (at(150), 1010),
                (at(-20), 1010),
            ],
            closed=True,
        ),
        t("#7a5640" if not snow else "#dce5ee"),
    )
    for x, y, wide in ((30, 880, 130), (140, 870, 110), (70, 960, 160), (190, 945, 110)):
        bush(b, at(x), y, wide, wide * 0.6, t(SNOW if snow else "#4f9a54"))
    colours = stage.pick(
        f"bed {side}",
        ("#f2698a", "#fff0f4", "#f5b23e"),
        ("#e8574f", "#f9d65a", "#b06fd0"),
        ("#8f7be0", "#f6a0c0", "#ffffff"),
    )
    for index, colour in enumerate(colours):
        places = []
        for k in range(8):
            along = 10 + 225 * stage.dice(f"fl x{side}{index}{k}")
            down = 820 + 130 * stage.dice(f"fl y{side}{index}{k}")
            places.append((along, down))
        if not snow:
            b.ovals(
                (
                    (at(fx) + dx, fy + dy, 9, 9)
                    for fx, fy in places
                    for dx, dy in ((-8, 0), (8, 0), (0, -8), (0, 8))
                ),
                t(colour),
            )
            b.ovals(
                ((at(fx), fy, 6, 6) for fx, fy in places), t("#f8d45c" if index != 2 else "#8a5a30")
            )


def _pergola(stage: Stage, x: float) -> None:
    b, t = stage.back, stage.t
    b.boxes(((x - 118, 330, 20, 480), (x + 98, 330, 20, 480)), t("#f8f4ea"))
    b.line(f"M{x - 108} 420A108 130 0 0 1 {x + 108} 420", t("#f8f4ea"), 18)
    leaf = t(SNOW if stage.out.snowy else "#539c58")
    vine = []
    for k in range(17):
        a = math.pi * k / 16
        vine.append((x - 112 * math.cos(a), 420 - 142 * math.sin(a), 34, 28))
    for k in range(6):
        vine.append((x - 110, 440 + 56 * k, 24, 36))
        vine.append((x + 110, 440 + 42 * k, 22, 30))
    b.ovals(vine, leaf)
    if not stage.out.snowy:
        b.ovals(
            (
                (vx + 14 * math.sin(k * 2.3), vy + 12 * math.cos(k * 1.7), 11, 11)
                for k, (vx, vy, *_) in enumerate(vine)
            ),
            t("#ee6f8c"),
        )
