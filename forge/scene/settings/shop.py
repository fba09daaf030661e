"""A shop for clothes and small things."""

from __future__ import annotations

import math

from ...avatar.paint import mix, number
from .furniture import plant
from .room import wall
from .stage import Stage


def shop(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.6
    foot = 720.0
    paint, accent = stage.pick(
        "paint", ("#f3dccf", "#d9705a"), ("#d5e6e2", "#3f8f88"), ("#e8def0", "#8a6ab0")
    )
    wall(stage, paint, foot, skirting="#fbf6ee")
    b.strips(0, foot, w, 281, ((0, t("#d9c6b0")), (1, t("#b99f88"))), count=16)
    b.line(
        stage.rays(foot, 80, 250),
        t("#b39a82"),
        3,
        0.7,
    )
    b.rect(0, 0, w, 60, t(accent))
    b.fill(
        "".join(
            f"M{number(80 * k)} 60h80v22a40 34 0 0 1 -80 0Z" for k in range(0, int(w / 80) + 1, 2)
        ),
        t(accent),
    )
    b.fill(
        "".join(
            f"M{number(80 * k)} 0h80v82a40 34 0 0 1 -80 0Z" for k in range(1, int(w / 80) + 1, 2)
        ),
        t("#fffaf2"),
    )
    _goods(stage, w * 0.36, 200, w * 0.30)
    _rack(stage, 40, 300, w * 0.29)
    _rack(stage, w * 0.70, 300, w * 0.27, name="rack 2") if stage.dice("kind") < 0.5 else _till(
        stage
    )
    _mannequin(stage, w - 96 if stage.dice("kind") < 0.5 else 60, 935, accent)
    for x in (w * 0.2, w * 0.5, w * 0.8):
        b.glow(x, 150, 120, "#fff0c8", 0.25 + 0.4 * stage.air.lamps)
        b.rect(x - 40, 120, 80, 16, t("#55505a"), round_=8)
        b.rect(x - 32, 134, 64, 7, "#fff4d0")
    _bags(stage, w - 130 if stage.dice("kind") >= 0.5 else 120, 985, accent)
    stage.seat(w * 0.5, 810)


def _goods(stage: Stage, x: float, y: float, width: float) -> None:
    b, t = stage.back, stage.t
    b.rect(x - 12, y - 12, width + 24, 480, t("#c9a078"))
    b.rect(x, y, width, 456, t("#a67c58"))
    colours = ("#e8705a", "#f2b84e", "#5fa69a", "#6f8fc4", "#d98ab0", "#fbf4e6")
    for row in range(4):
        foot = y + 108 * (row + 1)
        for k in range(5):
            wide = width / 5
            colour = t(colours[int(stage.dice(f"g {row}.{k}") * 6)])
            gx = x + wide * k
            kind = int(stage.dice(f"gk {row}.{k}") * 3)
            if kind == 0:
                b.rect(gx + 7, foot - 62, wide - 14, 62, colour, round_=4)
            elif kind == 1:
                b.boxes(((gx + 6, foot - 22 * (n + 1), wide - 12, 19) for n in range(3)), colour)
            else:
                b.fill(
                    f"M{number(gx + 12)} {foot}v-44q0 -14 {number(wide / 2 - 18)} -16v-18h12v18"
                    f"q{number(wide / 2 - 18)} 2 {number(wide / 2 - 18)} 16v44Z",
                    colour,
                )
        b.rect(x - 4, foot, width + 8, 10, t("#e0bb92"))


def _rack(stage: Stage, x: float, y: float, width: float, name: str = "rack") -> None:
    b, t = stage.back, stage.t
    b.line(
        f"M{number(x + 8)} {y}h{number(width - 16)}M{number(x + 18)} "
        f"{y}V860M{number(x + width - 18)} "
        f"{y}V860M{number(x - 6)} 860h48M{number(x + width - 42)} 860h48",
        t("#5c5660"),
        8,
    )
    colours = ("#d9574a", "#f4efe6", "#3f6f98", "#e8b04a", "#6a9a78", "#b57ab0", "#33384a")
    count = 7
    each = (width - 60) / count
    for k in range(count):
        cx = x + 30 + each * (k + 0.5)
        long = stage.between(f"{name} l{k}", 190, 330)
        colour = t(colours[int((stage.dice(f"{name} c") * 7 + k) % 7)])
        half = each * 0.62
        b.line(f"M{number(cx)} {y}v18", t("#5c5660"), 4)
        b.fill(
            f"M{number(cx - 10)} {y + 16}h20L{number(cx + half)} "
            f"{y + 46}L{number(cx + half * 0.9)} "
            f"{number(y + long)}H{number(cx - half * 0.9)}L{number(cx - half)} {y + 46}Z",
            colour,
        )
        b.rect(cx + half * 0.4, y + 50, half * 0.4, long - 50, mix(colour, "#20182c", 0.16))


def _till(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    x = w - 310
    b.rect(x, 650, 330, 210, t("#a8744c"))
    b.line(f"M{number(x + 20)} 690h270v140h-270Z", t("#84573a"), 6)
    b.rect(x - 14, 630, 350, 26, t("#f4e6d0"))
    b.poly(((x + 110, 630), (x + 122, 566), (x + 220, 566), (x + 236, 630)), t("#4a5262"))
    b.rect(x + 124, 510, 92, 52, t("#3a4252"), round_=6)
    b.rect(x + 132, 518, 76, 36, t("#9fe0c4"))
    b.ovals(
        ((x + 142 + 22 * k, 588 + 18 * j, 7, 5) for k in range(4) for j in range(2)), t("#e6eaf0")
    )
    plant(stage, x + 50, 630, 130)


def _mannequin(stage: Stage, x: float, y: float, accent: str) -> None:
    b, t = stage.back, stage.t
    b.oval(x, y, 62, 12, t("#6a5a58"))
    b.rect(x - 5, y - 200, 10, 200, t("#6a5a58"))
    b.oval(x, y - 520, 28, 36, t("#f0dcc4"))
    b.rect(x - 9, y - 492, 18, 40, t("#e2cab0"))
    b.fill(f"M{number(x - 62)} {y - 448}q62 -28 124 0l-16 130l34 190h-160l34 -190Z", t(accent))
    b.fill(f"M{number(x - 46)} {y - 324}h92v18h-92Z", t("#fff2dc"))


def _bags(stage: Stage, x: float, y: float, accent: str) -> None:
    f, t = stage.front, stage.t
    for dx, wide, tall, colour in ((-50, 84, 96, accent), (36, 66, 74, "#f4c25a")):
        f.line(f"M{number(x + dx - 18)} {y - tall}q0 -34 18 -34t18 34", t("#6a4a44"), 5)
        f.rect(x + dx - wide / 2, y - tall, wide, tall, t(colour))
        f.rect(x + dx + wide * 0.22, y - tall, wide * 0.28, tall, t(mix(colour, "#20182c", 0.18)))
        f.fill(
            "M"
            + "L".join(
                f"{number(x + dx - 8 + 13 * math.cos(a))} "
                f"{number(y - tall * 0.5 + 13 * math.sin(a))}"
                for a in (0, 1.57, 3.14, 4.71)
            )
            + "Z",
            t("#fff8ec"),
        )
