"""Water and sand: beach, underwater, desert."""

from __future__ import annotations

import math
from collections.abc import Callable

from ...avatar.paint import mix, number, polygon, smooth
from .nature import palm, rock, sky, tuft
from .sheet import Sheet
from .stage import Stage


def beach(stage: Stage) -> None:
    b, t, w, air = stage.back, stage.t, stage.w, stage.out
    sea, shore = 545.0, 705.0
    stage.horizon = sea / 1000
    sky(stage, sea, high=150, size=48, clouds=3)
    if stage.dice("isle") < 0.7:
        x = w * stage.between("isle x", 0.12, 0.4)
        b.land(
            (
                (x - 150, sea),
                (x - 90, sea - 34),
                (x - 30, sea - 60),
                (x + 60, sea - 40),
                (x + 150, sea),
            ),
            sea + 2,
            t("#5f8f86", 0.55),
        )
    far, near = t("#2f86b8", 0.35), t("#46c3c4")
    b.strips(
        0, sea, w, shore - sea + 30, ((0, far), (0.5, t("#2ba3bf", 0.12)), (1, near)), count=16
    )
    _glitter(stage, sea, shore)
    if stage.dice("boat") < 0.6:
        _sail(stage, w * stage.between("boat x", 0.30, 0.42), sea + 10)
    sand = "#f3e2ba" if not air.snowy else "#eef2f6"
    edge = [
        (w * k / 6, shore + 16 * math.sin(k * 1.7 + stage.dice("edge") * 6)) for k in range(-1, 8)
    ]
    for lift, colour in (
        (-16, mix(near, "#ffffff", 0.75)),
        (-4, t("#cdb184" if not air.snowy else "#c8d2da")),
        (32, t(sand)),
    ):
        b.land([(x, y + lift) for x, y in edge], 1001, colour)
    low = t(mix(sand, "#c08a5a", 0.22) if not air.snowy else "#dde6ee")
    b.land([(w * k / 6, 905 + 22 * math.sin(k * 1.1 + 2)) for k in range(-1, 8)], 1001, low)
    b.ovals(
        (
            (w * stage.dice(f"grain {k}"), 770 + 220 * stage.dice(f"grain y{k}"), 3, 2)
            for k in range(50)
        ),
        t(mix(sand, "#8a6238", 0.4)),
    )
    kind = stage.pick("kind", "palms", "parasol", "hut")
    leaf, trunk = t("#3f9463"), t("#9a734e")
    if kind == "palms":
        palm(b, 70, 960, 800, 95, leaf, trunk)
        palm(b, -10, 900, 610, 40, t("#4fa36c", 0.1), trunk)
        _parasol(stage, w - 105, 830, 235)
    elif kind == "parasol":
        _parasol(stage, 150, 880, 420)
        palm(b, w - 20, 900, 720, -80, leaf, trunk)
    else:
        _hut(stage, 115, 800)
        palm(b, w - 30, 930, 760, -90, leaf, trunk)
    _beach_things(stage)


def _glitter(stage: Stage, sea: float, shore: float) -> None:
    b, air, x = stage.back, stage.out, stage.w * stage.sun
    light = mix(stage.t("#a8e4ea"), "#ffffff", 0.25)
    waves = ""
    for k in range(26):
        y = sea + 10 + (shore - sea - 26) * stage.dice(f"wave y{k}")
        long = 16 + 70 * (y - sea) / (shore - sea)
        waves += f"M{number(stage.w * stage.dice(f'wave x{k}'))} {number(y)}h{number(long)}"
    b.line(waves, light, 3, 0.45)
    if air.bright:
        path = ""
        for k in range(22):
            share = (k + 0.5) / 22
            half = (14 + 44 * share) * stage.between(f"glit {k}", 0.5, 1.1)
            off = (stage.dice(f"glit x{k}") - 0.5) * 50 * share
            path += (
                f"M{number(x + off - half)} {number(sea + 4 + (shore - sea - 30) * share)}"
                f"h{number(half * 2)}"
            )
        b.line(path, air.sun, 4, 0.8 if air.time != "day" else 0.5)


def _sail(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.poly(((x + 3, y - 92), (x + 3, y - 14), (x + 50, y - 14)), t("#ffffff", 0.1))
    b.poly(((x - 3, y - 76), (x - 3, y - 14), (x - 34, y - 14)), t("#f2a07a", 0.1))
    b.poly(((x - 44, y - 8), (x + 58, y - 8), (x + 40, y + 8), (x - 28, y + 8)), t("#8a4a3c", 0.15))


def _parasol(stage: Stage, x: float, y: float, height: float) -> None:
    b, t, h = stage.back, stage.t, height
    one, two = stage.pick(
        "parasol", ("#e8574f", "#fff3e0"), ("#2f8fb0", "#fff6e6"), ("#f2b23e", "#fff6e6")
    )
    b.oval(x + h * 0.25, y + 10, h * 0.55, h * 0.06, t("#7a5a50"), 0.25)
    b.poly(
        (
            (x - h * 0.36, y + 4),
            (x + h * 0.26, y - 4),
            (x + h * 0.42, y + 30),
            (x - h * 0.26, y + 38),
        ),
        t(mix(one, "#ffffff", 0.35)),
    )
    b.poly(
        ((x - h * 0.10, y), (x - h * 0.02, y - 1), (x + h * 0.12, y + 33), (x + h * 0.02, y + 35)),
        t(two),
    )
    b.rect(x - 5, y - h, 10, h + 10, t("#e9dcc6"))
    half, top, foot = h * 0.62, y - h, y - h * 0.66
    cuts = (-1.0, -0.62, -0.2, 0.2, 0.62, 1.0)
    for k in range(5):
        x1, x2 = x + cuts[k] * half, x + cuts[k + 1] * half
        b.fill(
            f"M{number(x)} {number(top - 8)}Q{number(x + cuts[k] * half * 0.85)} "
            f"{number(top + h * 0.06)} {number(x1)} {number(foot)}Q{number((x1 + x2) / 2)} "
            f"{number(foot + h * 0.055)} {number(x2)} {number(foot)}"
            f"Q{number(x + cuts[k + 1] * half * 0.85)} {number(top + h * 0.06)} {number(x)} "
            f"{number(top - 8)}Z",
            t(two if k % 2 else one),
        )
    b.oval(x, top - 10, 8, 10, t(one))


def _hut(stage: Stage, x: float, y: float) -> None:
    b, t = stage.back, stage.t
    b.line(
        f"M{x - 80} {y + 60}L{x - 66} {y - 130}M{x + 86} {y + 60}L{x + 72} {y - 130}"
        f"M{x - 80} {y + 50}L{x + 72} {y - 120}",
        t("#c9a77c"),
        12,
    )
    b.rect(x - 96, y - 140, 190, 18, t("#d9b98c"))
    b.rect(x - 78, y - 300, 154, 162, t("#f4efe2"))
    b.boxes(((x - 78 + 44 * k, y - 300, 22, 162) for k in range(4)), t("#e0685c"))
    b.rect(x - 40, y - 262, 80, 74, t("#3a5670"))
    b.poly(
        ((x - 112, y - 296), (x - 60, y - 372), (x + 60, y - 372), (x + 112, y - 296)), t("#3f8fa6")
    )
    b.line(f"M{x} {y - 372}v-80", t("#c9a77c"), 6)
    b.poly(((x, y - 452), (x + 70, y - 432), (x, y - 410)), t("#f2b23e"))


def _beach_things(stage: Stage) -> None:
    t, w, f = stage.t, stage.w, stage.front
    x = w - 88
    f.oval(x, 968, 52, 12, t("#7a5a50"), 0.25)
    f.oval(x, 930, 42, 42, t("#fff6ea"))
    for colour, turn in (("#e8574f", -1.0), ("#3f9fc0", 1.0)):
        f.fill(
            f"M{x} 888Q{number(x + 44 * turn)} 900 {number(x + 36 * turn)} 952"
            f"Q{number(x + 20 * turn)} 920 {x} 888Z",
            t(colour),
        )
    star = [
        (
            70 + 30 * (1 if k % 2 == 0 else 0.42) * math.sin(k * math.pi / 5),
            962 - 24 * (1 if k % 2 == 0 else 0.42) * math.cos(k * math.pi / 5),
        )
        for k in range(10)
    ]
    f.poly(star, t("#f08a5c"))
    f.ovals(((134, 978, 12, 8), (160, 966, 8, 6)), t("#fff0e4"))


def underwater(stage: Stage) -> None:
    b, w, air = stage.back, stage.w, stage.out
    dark = air.night
    top, middle, low = (
        ("#123f78", "#0d2f63", "#0a2050") if dark else ("#7be0ea", "#2f9fd0", "#1d62a8")
    )
    if air.time in ("sunset", "dawn"):
        top = mix(top, "#ffc9a0", 0.35)
    b.strips(0, 0, w, 1000, ((0, top), (0.35, middle), (1, low)), count=64)
    stage.horizon, stage.tint, stage.rim = 0.7, (0.72, 0.92, 1.0), "#b8f4ff"
    shine = mix(top, "#ffffff", 0.5)
    for k in range(4):
        x = w * (0.14 + 0.26 * k) + 60 * stage.dice(f"ray {k}")
        wide = 26 + 46 * stage.dice(f"ray w{k}")
        b.poly(
            ((x, 0), (x + wide, 0), (x + wide * 2 - 150, 760), (x - 190, 760)),
            shine,
            0.05 if dark else 0.11,
        )
    lines = "".join(f"M{number(w * k / 9 - 40)} {10 + 16 * (k % 3)}q45 18 95 0" for k in range(11))
    b.line(lines, shine, 6, 0.5)

    def deep(colour: str, far: float) -> str:
        return mix(mix(colour, low, 0.30 if dark else 0.0), mix(middle, low, 0.45), far)

    b.land(
        [(w * k / 6, 690 + 60 * stage.dice(f"reef {k}")) for k in range(-1, 8)],
        1001,
        deep("#2f7aa0", 0.75),
    )
    b.land(
        [(w * k / 8, 770 + 40 * stage.dice(f"reef2 {k}")) for k in range(-1, 10)],
        1001,
        deep("#3f7f98", 0.5),
    )
    b.land(
        [(w * k / 5, 850 + 20 * math.sin(k * 1.9)) for k in range(-1, 7)],
        1001,
        deep("#e2d2a4", 0.3),
    )
    b.land(
        [(w * k / 5, 915 + 14 * math.sin(k * 1.3 + 1)) for k in range(-1, 7)],
        1001,
        deep("#ecdcae", 0.16),
    )
    for k in range(3):
        _school(
            stage,
            w * (0.24 + 0.26 * k),
            170 + 130 * stage.dice(f"school {k}"),
            k,
            deep("#f4c04e" if k != 1 else "#f2785a", 0.25),
        )
    for side in (0, 1):
        _coral(stage, b, side, deep)
    if stage.dice("chest") < 0.5:
        x = w - 185
        b.rect(x - 60, 812, 120, 70, deep("#8a5a34", 0.15), round_=6)
        b.fill(f"M{x - 64} 812a64 46 0 0 1 128 0Z", deep("#a36c3e", 0.15))
        b.boxes(((x - 44, 770, 14, 112), (x + 30, 770, 14, 112)), deep("#e0b347", 0.15))
        b.rect(x - 12, 806, 24, 28, deep("#f2d070", 0.1))
    for k in range(20):
        x = (60 if k % 2 else w - 80) + 60 * stage.dice(f"bub x{k}")
        r = 4 + 10 * stage.dice(f"bub r{k}")
        y = 80 + 620 * stage.dice(f"bub y{k}")
        b.oval(x, y, r, r, shine, 0.35)
        b.oval(x - r * 0.3, y - r * 0.3, r * 0.3, r * 0.3, "#ffffff", 0.8)


def _school(stage: Stage, x: float, y: float, which: int, colour: str) -> None:
    size = 36 - 4 * which
    face = 1 if which % 2 else -1
    data = ""
    for k in range(5):
        fx = x + (stage.dice(f"fish {which} {k}") - 0.5) * 170
        fy = y + (k - 2) * size * 1.2
        data += (
            f"M{number(fx + face * size)} {number(fy)}Q{number(fx)} {number(fy - size * 0.7)} "
            f"{number(fx - face * size * 0.7)} {number(fy)}L{number(fx - face * size * 1.2)} "
            f"{number(fy - size * 0.45)}v{number(size * 0.9)}L{number(fx - face * size * 0.7)} "
            f"{number(fy)}Q{number(fx)} {number(fy + size * 0.7)} {number(fx + face * size)} "
            f"{number(fy)}Z"
        )
    stage.back.fill(data, colour)


def _coral(stage: Stage, b: Sheet, side: int, deep: Callable[[str, float], str]) -> None:
    w = stage.w
    sign = 1 if side == 0 else -1
    edge = 0.0 if side == 0 else w
    weeds = ((30, 470), (85, 390), (150, 250)) if side == 0 else ((24, 400), (80, 300))
    for k, (dx, tall) in enumerate(weeds):
        x = edge + sign * dx
        points = [(x + 20 * math.sin(s * 1.5 + k + side), 950 - tall * s / 6) for s in range(7)]
        back = [(px + 44 * (1 - s / 6) * sign + 2, py) for s, (px, py) in enumerate(points)]
        b.fill(
            smooth(points) + "L" + smooth(back[::-1])[1:] + "Z",
            deep("#2f9a72" if k % 2 else "#47b583", 0.12),
        )
    colours = ("#f2698a", "#f5944e", "#b56fd0")
    pick = int(stage.dice(f"coral {side}") * 3)
    x = edge + sign * 120
    data = ""
    for angle, long in ((-150, 90), (-120, 140), (-92, 170), (-64, 140), (-32, 92)):
        a = math.radians(angle)
        ex, ey = x + math.cos(a) * long, 920 + math.sin(a) * long
        data += (
            f"M{number(x)} 930Q{number((x + ex) / 2)} {number(ey + long * 0.4)} {number(ex)} "
            f"{number(ey)}"
        )
    b.line(data, deep(colours[pick], 0.08), 24)
    x = edge + sign * 30
    b.ovals(((x, 920, 66, 54), (x + sign * 50, 948, 50, 36)), deep(colours[(pick + 1) % 3], 0.1))
    b.ovals(((x - 20 + 20 * k, 896 + 12 * (k % 2), 6, 6) for k in range(4)), deep("#ffffff", 0.4))


def desert(stage: Stage) -> None:
    b, t, w = stage.back, stage.t, stage.w
    stage.horizon = 0.58
    stage.sun = 0.64
    sky(stage, 640, high=190, size=62, clouds=1, low=470)
    kind = stage.pick("kind", "mesas", "dunes", "pyramids")
    if kind == "mesas":
        for x, half, top, far in (
            (0.16, 120.0, 400.0, 0.42),
            (0.86, 150.0, 360.0, 0.36),
            (0.62, 70.0, 480.0, 0.6),
        ):
            cx = w * x
            b.poly(
                (
                    (cx - half * 1.35, 620),
                    (cx - half * 0.9, top + 60),
                    (cx - half * 0.8, top),
                    (cx + half * 0.75, top),
                    (cx + half * 0.9, top + 70),
                    (cx + half * 1.4, 620),
                ),
                t("#c9703f", far),
            )
            b.boxes(
                (
                    (cx - half * 0.82, top + 24, half * 1.6, 14),
                    (cx - half * 0.9, top + 70, half * 1.78, 10),
                ),
                t("#8f452c", far),
            )
    elif kind == "pyramids":
        for x, half, far in ((0.72, 120.0, 0.5), (0.20, 210.0, 0.3)):
            cx, top = w * x, 620 - half * 1.25
            b.poly(((cx, top), (cx + half, 620), (cx - half, 620)), t("#e2b474", far))
            b.poly(((cx, top), (cx - half * 0.25, 620), (cx - half, 620)), t("#b07c4c", far))
    snow = stage.out.snowy
    for k, (y, far) in enumerate(((600, 0.35), (680, 0.18), (790, 0.04))):
        colour = t("#edbb74" if not snow else "#eef0f2", far)
        shade = t("#c98a50" if not snow else "#cfd6e0", far)
        peak = w * stage.between(f"dune {k}", 0.15, 0.85)
        high = 60 + 20 * k
        b.fill(
            f"M-5 {y + 50}Q{number(peak * 0.5)} {y + 30} {number(peak)} {y - high}"
            f"Q{number((peak + w) / 2)} {y + 10} {number(w + 5)} {y + 20}V1001H-5Z",
            colour,
        )
        b.fill(
            f"M{number(peak)} {y - high}Q{number(peak - 30)} {y + 20} {number(peak + 60)} {y + 90}"
            f"Q{number(peak + 160)} {y + 160} {number(peak + 110)} {y + 240}L{number(w + 5)} "
            f"{y + 240}V{y + 20}Q{number((peak + w) / 2)} {y + 10} {number(peak)} {y - high}Z",
            mix(colour, shade, 0.55),
        )
    b.land(
        [(w * k / 5, 890 + 16 * math.sin(k * 2.1)) for k in range(-1, 7)],
        1001,
        t("#f0c684" if not snow else "#f4f6f8"),
    )
    ripples = "".join(
        f"M{number(w * stage.dice(f'rip {k}'))} "
        f"{number(915 + 70 * stage.dice(f'rip y{k}'))}q30 -9 64 0"
        for k in range(14)
    )
    b.line(ripples, t("#d09a58" if not snow else "#d5dde6"), 3, 0.7)
    _cactus(stage, 95, 905, 400)
    _cactus(stage, w - 120, 850, 240)
    rock(b, w - 60, 950, 130, 70, t("#b06a44"))
    tuft(stage.front, 60, 985, 40, t("#a89a50"))
    tuft(stage.front, w - 150, 992, 34, t("#a89a50"))


def _cactus(stage: Stage, x: float, y: float, height: float) -> None:
    b, h = stage.back, height
    body, light = stage.t("#3f8a5c"), stage.t("#63ad74")
    b.line(f"M{number(x)} {number(y)}V{number(y - h * 0.9)}", body, h * 0.17)
    b.line(
        f"M{number(x)} {number(y - h * 0.35)}h{number(-h * 0.2)}q{number(-h * 0.08)} 0 "
        f"{number(-h * 0.08)} {number(-h * 0.1)}v{number(-h * 0.14)}M{number(x)} "
        f"{number(y - h * 0.46)}h{number(h * 0.2)}q{number(h * 0.07)} 0 {number(h * 0.07)} "
        f"{number(-h * 0.1)}v{number(-h * 0.22)}",
        body,
        h * 0.11,
    )
    b.line(
        f"M{number(x + h * 0.035)} {number(y - 8)}V{number(y - h * 0.9)}M{number(x - h * 0.01)} "
        f"{number(y - 8)}V{number(y - h * 0.92)}",
        light,
        h * 0.018,
    )
    b.fill(
        polygon(
            (
                (x - 12, y - h - 12),
                (x, y - h * 0.96),
                (x + 12, y - h - 12),
                (x + 6, y - h * 0.95),
                (x - 6, y - h * 0.95),
            )
        ),
        stage.t("#f2698a"),
    )
