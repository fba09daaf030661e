"""Rooms: walls with windows to look out of, floors, lamps, and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from ...avatar.paint import mix, number
from .nature import moon, pine
from .sheet import arch, box
from .stage import Stage

Hole = tuple[float, float, float, float]


def outlook(stage: Stage, hole: Hole, kind: str, *, name: str = "view") -> None:
    """What is seen through a hole in the wall: "town", "green" or "sky". It is painted
    before the wall, which covers what is too much."""
    x, y, w, h = hole
    b, air = stage.back, stage.out
    first, second, third = air.sky
    b.strips(x, y, w, h, ((0, mix(first, second, 0.4)), (0.6, second), (1, third)))
    if air.bright:
        sx, sy = x + w * 0.7, y + h * (0.6 if air.time in ("dawn", "sunset") else 0.25)
        size = min(w, h) * 0.07
        if air.night:
            moon(b, sx, sy, size, air)
            b.ovals(
                (
                    (
                        x + w * stage.dice(f"{name} s{k}"),
                        y + h * 0.6 * stage.dice(f"{name} t{k}"),
                        1.6,
                        1.6,
                    )
                    for k in range(14)
                ),
                "#dfe8ff",
                0.8,
            )
        else:
            b.glow(sx, sy, size * 2.6, air.sun, 0.5)
            b.oval(sx, sy, size, size, air.sun)
    elif air.weather != "fog":
        pale = mix(second, first, 0.35)
        b.ovals(
            (
                (x + w * (0.1 + 0.2 * k), y + h * (0.05 + 0.05 * (k % 2)), w * 0.16, h * 0.09)
                for k in range(5)
            ),
            pale,
        )
    if kind == "town":
        _town(stage, hole, name)
    elif kind == "green":
        _green(stage, hole, name)
    if air.wet or air.snowy:
        falling_outside(stage, hole, name)


def _town(stage: Stage, hole: Hole, name: str) -> None:
    x, y, w, h = hole
    b = stage.back
    for row, (low, high, colour) in enumerate(((0.35, 0.7, "#8fa3bd"), (0.18, 0.5, "#6d7f9c"))):
        count = max(3, round(w / (46 + 20 * row)))
        wide = w / count
        far = 0.6 - 0.3 * row
        towers, lit = [], []
        for k in range(count):
            tall = h * stage.between(f"{name} b{row}.{k}", low, high) * 0.85
            towers.append((x + wide * k, y + h - tall, wide * 0.92, tall + 4))
            for cell in range(int(tall / 24)):
                for side in (0.2, 0.6):
                    if stage.dice(f"{name} w{row}.{k}.{cell}.{side}") < 0.5:
                        lit.append(
                            (
                                x + wide * (k + side) - 1,
                                y + h - tall + 9 + cell * 24,
                                wide * 0.16,
                                9,
                            )
                        )
        b.boxes(towers, stage.o(colour, far))
        if stage.out.lamps > 0.3:
            b.boxes(lit, mix("#ffd98a", stage.out.haze, 0.25 * (1 - row)), stage.out.lamps)
        else:
            b.boxes(lit, mix(stage.o(colour, far), "#ffffff", 0.22))


def _green(stage: Stage, hole: Hole, name: str) -> None:
    x, y, w, h = hole
    b = stage.back
    snow = "#eef4f8" if stage.out.snowy else None
    b.fill(
        f"M{number(x)} {number(y + h)}V{number(y + h * 0.62)}Q{number(x + w * 0.3)} "
        f"{number(y + h * 0.45)} {number(x + w * 0.6)} {number(y + h * 0.62)}T{number(x + w)} "
        f"{number(y + h * 0.58)}V{number(y + h)}Z",
        stage.o(snow or "#86b98c", 0.5),
    )
    b.fill(
        f"M{number(x)} {number(y + h)}V{number(y + h * 0.82)}Q{number(x + w * 0.5)} "
        f"{number(y + h * 0.66)} {number(x + w)} {number(y + h * 0.8)}V{number(y + h)}Z",
        stage.o(snow or "#6aa566", 0.25),
    )
    for k, at in enumerate((0.12, 0.3, 0.86)):
        tall = h * stage.between(f"{name} tree{k}", 0.3, 0.45)
        cx = x + w * at
        if stage.dice(f"{name} kind") < 0.5:
            pine(b, cx, y + h * 0.86, tall, stage.o("#3f7a58", 0.2), snow=snow, tiers=3)
        else:
            b.rect(cx - 3, y + h * 0.6, 6, h * 0.26, stage.o("#6b4a35", 0.2))
            b.oval(cx, y + h * 0.6, tall * 0.36, tall * 0.42, stage.o(snow or "#4e9256", 0.2))


def falling_outside(stage: Stage, hole: Hole, name: str) -> None:
    """Rain or snow within a rectangle."""
    x, y, w, h = hole
    many = max(8, min(40, round(w * h / 5000)))
    places = [
        (
            x + w * (0.02 + 0.96 * stage.dice(f"{name} f{k}")),
            y + h * 0.92 * stage.dice(f"{name} g{k}"),
        )
        for k in range(many)
    ]
    if stage.out.snowy:
        stage.back.ovals(((a, c, 3.2, 3.2) for a, c in places), "#ffffff", 0.9)
    else:
        data = "".join(f"M{number(a)} {number(c)}l-3 22" for a, c in places)
        stage.back.line(data, mix(stage.out.sky[2], "#ffffff", 0.4), 2, 0.7)


def wall(
    stage: Stage,
    colour: str,
    bottom: float,
    *,
    holes: Sequence[Hole] = (),
    round_holes: Sequence[Hole] = (),
    skirting: str | None = None,
) -> None:
    """The back wall down to `bottom`, lighter in its middle, with holes for windows."""
    b = stage.back
    tone = stage.t(colour)
    openings = sorted([*holes, *round_holes])
    if not openings:
        top, low = stage.t(mix(colour, "#241a30", 0.12)), stage.t(mix(colour, "#fff4dc", 0.10))
        b.strips(0, 0, stage.w, bottom, ((0, top), (0.55, tone), (1, low)), count=28)
    else:  # round the holes, in rectangles: a path of this size is dear
        at = -5.0
        for x, y, w, h in openings:
            b.boxes_apart(
                (
                    (at, -5, x - at + 0.5, bottom + 5),
                    (x, -5, w + 0.5, y + 5.5),
                    (x, y + h, w + 0.5, bottom - y - h),
                ),
                tone,
            )
            at = x + w
        b.boxes_apart([(at, -5, max(1.0, stage.w + 5 - at), bottom + 5)], tone)
        for x, y, w, _ in round_holes:
            b.fill(box(x - 1, y - 1, w + 2, w / 2 + 1) + arch(x, y, w, w / 2), tone, holes=True)
    if skirting:
        b.rect(0, bottom - 20, stage.w, 20, stage.t(skirting))
        b.rect(0, bottom - 20, stage.w, 4, stage.t(mix(skirting, "#ffffff", 0.35)))


def floor(
    stage: Stage, colour: str, top: float, *, kind: str = "boards", mark: str | None = None
) -> None:
    """From the wall's foot to the lower edge: "boards", "tiles", "plain"."""
    b = stage.back
    near = stage.t(mix(colour, "#1d1630", 0.14))
    b.strips(
        0,
        top,
        stage.w,
        1000 - top,
        ((0, stage.t(mix(colour, "#201830", 0.10))), (0.35, stage.t(colour)), (1, near)),
    )
    line = stage.t(mark or mix(colour, "#2a1c20", 0.22))
    deep = 1000 - top
    if kind == "plain":
        return
    b.line(stage.rays(top, 70, 224), line, 2.2, 0.7)
    if kind == "tiles":
        rows = "".join(
            f"M0 {number(top + deep * share)}H{number(stage.w)}"
            for share in (0.12, 0.3, 0.55, 0.86)
        )
        b.line(rows, line, 2.2, 0.7)


def window(
    stage: Stage,
    hole: Hole,
    frame: str = "#f4efe6",
    *,
    panes: tuple[int, int] = (2, 2),
    sill: bool = True,
    thick: float = 12.0,
) -> None:
    """The frame round a hole in the wall."""
    x, y, w, h = hole
    b = stage.back
    colour = stage.t(frame)
    data = "".join(
        f"M{number(x + w * k / panes[0])} {number(y)}v{number(h)}" for k in range(1, panes[0])
    )
    data += "".join(
        f"M{number(x)} {number(y + h * k / panes[1])}h{number(w)}" for k in range(1, panes[1])
    )
    if data:
        b.line(data, colour, thick * 0.6)
    b.fill(
        box(x - thick, y - thick, w + 2 * thick, h + 2 * thick) + box(x, y, w, h),
        colour,
        holes=True,
    )
    b.rect(x, y, w, thick * 0.5, stage.t("#3a3448"), opacity=0.28)
    if sill:
        b.rect(
            x - thick * 2,
            y + h + thick * 0.4,
            w + thick * 4,
            thick * 1.3,
            stage.t(mix(frame, "#5a4a48", 0.12)),
        )


def sunlight(stage: Stage, x: float, width: float, top: float, *, lean: float = 90.0) -> None:
    """Where the sun of a window falls on the floor."""
    air = stage.out
    if not air.bright or air.night:
        return
    stage.back.poly(
        ((x, top), (x + width, top), (x + width + lean * 2, 1000), (x + lean - width * 0.4, 1000)),
        air.sun if air.time == "day" else mix(air.sun, air.sky[2], 0.5),
        0.26,
    )


def pendant(
    stage: Stage, x: float, y: float, size: float, colour: str, *, shape: str = "cone"
) -> None:
    """A lamp on a cord, its shade's foot at y."""
    b, s = stage.back, size
    b.line(f"M{number(x)} 0V{number(y - s * 0.6)}", stage.t("#3a3138"), 3)
    b.glow(x, y + s * 0.2, s * 2.3, "#ffd88a", 0.55 * stage.air.lamps)
    lit = mix(stage.t("#fff0c8"), "#fff0c0", stage.air.lamps)
    if shape == "globe":
        b.oval(x, y - s * 0.2, s * 0.45, s * 0.45, mix(lit, colour, 0.12))
        b.rect(x - s * 0.14, y - s * 0.74, s * 0.28, s * 0.16, stage.t("#8a6a45"))
        return
    b.oval(x, y, s * 0.26, s * 0.2, lit)
    b.fill(
        f"M{number(x - s * 0.6)} {number(y)}Q{number(x - s * 0.5)} {number(y - s * 0.55)} "
        f"{number(x - s * 0.1)} {number(y - s * 0.65)}h{number(s * 0.2)}Q{number(x + s * 0.5)} "
        f"{number(y - s * 0.55)} {number(x + s * 0.6)} {number(y)}Z",
        stage.t(colour),
    )
    b.rect(x - s * 0.6, y - s * 0.05, s * 1.2, s * 0.07, lit)


def floor_lamp(stage: Stage, x: float, y: float, height: float, shade: str) -> None:
    b, h = stage.back, height
    b.glow(x, y - h * 0.88, h * 0.42, "#ffd890", 0.6 * stage.air.lamps)
    b.rect(x - 4, y - h * 0.85, 8, h * 0.85, stage.t("#5b4a44"))
    b.rect(x - h * 0.1, y - 10, h * 0.2, 10, stage.t("#5b4a44"), round_=5)
    lit = mix(stage.t(shade), "#ffe9b8", 0.75 * stage.air.lamps)
    b.poly(
        (
            (x - h * 0.08, y - h),
            (x + h * 0.08, y - h),
            (x + h * 0.14, y - h * 0.78),
            (x - h * 0.14, y - h * 0.78),
        ),
        lit,
    )


def table_lamp(stage: Stage, x: float, y: float, height: float, shade: str) -> None:
    b, h = stage.back, height
    b.glow(x, y - h * 0.7, h * 1.25, "#ffd890", 0.6 * stage.air.lamps)
    b.oval(x, y - h * 0.2, h * 0.13, h * 0.2, stage.t("#c98f5a"))
    lit = mix(stage.t(shade), "#ffe9b8", 0.75 * stage.air.lamps)
    b.poly(
        (
            (x - h * 0.2, y - h),
            (x + h * 0.2, y - h),
            (x + h * 0.36, y - h * 0.45),
            (x - h * 0.36, y - h * 0.45),
        ),
        lit,
    )
