"""What stands and hangs in rooms."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ...avatar.paint import ellipse, mix, number, polygon
from .room import Hole
from .sheet import Sheet
from .stage import Stage


def plant(
    stage: Stage,
    x: float,
    y: float,
    height: float,
    *,
    pot: str = "#c9754c",
    leaf: str = "#4d9460",
    sheet: Sheet | None = None,
) -> None:
    """A pot plant with its pot's foot at (x, y)."""
    b, h = sheet or stage.back, height
    top = y - h * 0.34
    dark, light = "", ""
    for k, (angle, long) in enumerate(
        ((-158, 0.5), (-22, 0.5), (-128, 0.62), (-52, 0.62), (-100, 0.72), (-78, 0.6))
    ):
        a = math.radians(angle)
        ex, ey = x + math.cos(a) * h * long * 0.75, top + math.sin(a) * h * long
        nx, ny = -math.sin(a) * h * 0.1, math.cos(a) * h * 0.1
        mx, my = (x + ex) / 2, (top + ey) / 2
        leaf_path = (
            f"M{number(x)} {number(top)}Q{number(mx + nx)} {number(my + ny)} {number(ex)} "
            f"{number(ey)}Q{number(mx - nx)} {number(my - ny)} {number(x)} {number(top)}Z"
        )
        if k % 2:
            light += leaf_path
        else:
            dark += leaf_path
    b.fill(dark, stage.t(mix(leaf, "#123048", 0.3)))
    b.fill(light, stage.t(leaf))
    w = h * 0.2
    b.poly(((x - w, top), (x + w, top), (x + w * 0.72, y), (x - w * 0.72, y)), stage.t(pot))
    b.rect(x - w * 1.1, top - h * 0.02, w * 2.2, h * 0.08, stage.t(mix(pot, "#ffffff", 0.15)))


def picture(
    stage: Stage, x: float, y: float, w: float, h: float, kind: str, *, frame: str = "#e9d8b8"
) -> None:
    """A framed picture on the wall: "hills", "shapes" or "flower"."""
    b = stage.back
    b.rect(x + 5, y + 7, w, h, stage.t("#2a2030"), opacity=0.18)
    b.rect(x, y, w, h, stage.t(frame))
    m = min(w, h) * 0.1
    ix, iy, iw, ih = x + m, y + m, w - 2 * m, h - 2 * m
    b.rect(ix, iy, iw, ih, stage.t("#f6efe2"))
    if kind == "hills":
        b.rect(ix, iy, iw, ih * 0.6, stage.t("#f3c9a0"))
        b.oval(ix + iw * 0.65, iy + ih * 0.35, iw * 0.12, iw * 0.12, stage.t("#fff0c8"))
        b.poly(
            ((ix, iy + ih * 0.6), (ix + iw * 0.35, iy + ih * 0.3), (ix + iw * 0.7, iy + ih * 0.6)),
            stage.t("#7d8fb8"),
        )
        b.rect(ix, iy + ih * 0.6, iw, ih * 0.4, stage.t("#7fae8a"))
    elif kind == "flower":
        b.line(
            f"M{number(ix + iw * 0.5)} {number(iy + ih * 0.9)}v{number(-ih * 0.5)}",
            stage.t("#5d9468"),
            4,
        )
        b.ovals(
            (
                (
                    ix + iw * (0.5 + 0.15 * math.cos(k * 1.257)),
                    iy + ih * 0.35 + iw * 0.15 * math.sin(k * 1.257),
                    iw * 0.12,
                    iw * 0.12,
                )
                for k in range(5)
            ),
            stage.t("#e0788a"),
        )
        b.oval(ix + iw * 0.5, iy + ih * 0.35, iw * 0.08, iw * 0.08, stage.t("#f5cf6a"))
    else:
        b.oval(ix + iw * 0.38, iy + ih * 0.4, iw * 0.26, iw * 0.26, stage.t("#d9785a"))
        b.rect(ix + iw * 0.48, iy + ih * 0.4, iw * 0.36, ih * 0.45, stage.t("#4f7f98"))


def books(
    stage: Stage,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    name: str,
    colours: Sequence[str] = ("#a8473f", "#3f6d8c", "#d6a550", "#4f7d5c", "#7a4f78", "#e4d6b8"),
) -> None:
    """A row of books that stands on y."""
    rows: dict[str, list[Hole]] = {}
    at, k = x, 0
    while at < x + width - height * 0.14:
        wide = height * stage.between(f"{name}{k}", 0.13, 0.28)
        tall = height * stage.between(f"{name} h{k}", 0.68, 0.96)
        if stage.dice(f"{name} gap{k}") > 0.08:
            colour = colours[int(stage.dice(f"{name} c{k}") * len(colours))]
            rows.setdefault(colour, []).append(
                (at, y - tall, min(wide, x + width - at) - 1.2, tall)
            )
        at += wide
        k += 1
    for colour, places in rows.items():
        stage.back.boxes(places, stage.t(colour))


def shelves(
    stage: Stage,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    rows: int,
    name: str,
    wood: str = "#8a5d3f",
) -> None:
    """A bookcase that stands on y."""
    b = stage.back
    b.rect(x - 10, y - height - 10, width + 20, height + 10, stage.t(wood))
    b.rect(x, y - height, width, height, stage.t(mix(wood, "#1e1420", 0.5)))
    each = height / rows
    for row in range(rows):
        foot = y - height + each * (row + 1) - 8
        books(stage, x + 3, foot, width - 6, each - 12, name=f"{name}{row}")
        b.rect(x, foot, width, 8, stage.t(mix(wood, "#ffffff", 0.12)))


def rug(stage: Stage, x: float, y: float, rx: float, ry: float, colour: str) -> None:
    b = stage.back
    b.oval(x, y, rx, ry, stage.t(colour))
    b.fill(
        ellipse(x, y, rx * 0.9, ry * 0.86) + ellipse(x, y, rx * 0.84, ry * 0.78),
        stage.t(mix(colour, "#fff4e0", 0.45)),
        holes=True,
    )


def curtain(stage: Stage, x: float, y: float, width: float, height: float, colour: str) -> None:
    """One half of a pair, hanging straight."""
    b = stage.back
    b.rect(x, y, width, height, stage.t(colour))
    folds = "".join(
        polygon(
            (
                (x + width * s, y),
                (x + width * (s + 0.12), y),
                (x + width * (s + 0.16), y + height),
                (x + width * s, y + height),
            )
        )
        for s in (0.08, 0.4, 0.72)
    )
    b.fill(folds, stage.t(mix(colour, "#281c38", 0.18)))


def chair(stage: Stage, x: float, y: float, height: float, colour: str, *, face: int = 1) -> None:
    """From the side, its feet on y; `face` 1 looks to the right."""
    b, h = stage.back, height
    seat = y - h * 0.5
    dark = stage.t(mix(colour, "#1d1420", 0.3))
    x1, x2 = x - face * h * 0.24, x + face * h * 0.24
    b.line(
        f"M{number(x1)} {number(y)}L{number(x1)} {number(seat)}M{number(x2)} {number(y)}"
        f"L{number(x2 - face * h * 0.03)} {number(seat)}",
        dark,
        h * 0.045,
    )
    b.line(
        f"M{number(x1)} {number(seat)}L{number(x1 - face * h * 0.06)} {number(y - h)}",
        stage.t(colour),
        h * 0.05,
    )
    b.rect(min(x1, x2) - h * 0.03, seat - h * 0.03, h * 0.54, h * 0.08, stage.t(colour), round_=8)


def round_table(stage: Stage, x: float, y: float, width: float, height: float, top: str) -> None:
    """On one leg, its foot on y."""
    b = stage.back
    dark = stage.t("#3b3036")
    b.rect(x - 6, y - height, 12, height, dark)
    b.oval(x, y, width * 0.24, 9, dark)
    b.oval(x, y - height + 7, width / 2, width * 0.085, stage.t(mix(top, "#2a1a20", 0.35)))
    b.oval(x, y - height, width / 2, width * 0.085, stage.t(top))


def cup(
    stage: Stage,
    x: float,
    y: float,
    size: float,
    colour: str = "#fbf6ec",
    *,
    sheet: Sheet | None = None,
    coffee: bool = True,
) -> None:
    """On its saucer, which lies on y."""
    b, s = sheet or stage.back, size
    b.oval(x, y, s * 0.85, s * 0.2, stage.t(mix(colour, "#40405a", 0.12)))
    b.line(ellipse(x + s * 0.5, y - s * 0.38, s * 0.2, s * 0.18), stage.t(colour), s * 0.09)
    b.fill(
        f"M{number(x - s * 0.5)} {number(y - s * 0.68)}Q{number(x - s * 0.46)} {number(y)} "
        f"{number(x)} {number(y)}T{number(x + s * 0.5)} {number(y - s * 0.68)}Z",
        stage.t(colour),
    )
    b.oval(x, y - s * 0.68, s * 0.5, s * 0.13, stage.t(mix(colour, "#40405a", 0.15)))
    if coffee:
        b.oval(x, y - s * 0.67, s * 0.42, s * 0.09, stage.t("#6b3f26"))
