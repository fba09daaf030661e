"""What is on the front of a garment: buttons, zips, pockets, emblems, drapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..figure import Figure, contrast
from ..geometry import Strip, lerp
from ..outfit import Worn
from ..paint import Brush, Point, chain, ellipse, glow, luminance, mix, shadow, smooth
from .patterns import star_shape
from .ribbon import corners, crease, ribbon, stitched

BRASS = "#d9b451"


@dataclass(frozen=True, slots=True)
class Front:
    """Places on the chest by height and angle from the middle, in degrees to the left."""

    figure: Figure
    brush: Brush
    strip: Strip
    worn: Worn

    def on(self, v: float, angle: float = 0.0) -> Point:
        return self.strip.at(self.figure.body.middle(v, angle), v)

    def row(self, start: float, end: float, angle: float = 0.0, steps: int = 8) -> list[Point]:
        return [self.on(lerp(start, end, k / steps), angle) for k in range(steps + 1)]

    def button(self, v: float, angle: float, tone: str, size: float = 0.020) -> None:
        x, y = self.on(v, angle)
        r = self.figure.size * size
        self.brush.shape(ellipse(x, y, r, r), tone, line=0.5)

    @property
    def line(self) -> str:
        return crease(self.worn.colour, 1.7)

    @property
    def hem(self) -> float:
        return self.worn.cut.hem


def draw_front(figure: Figure, brush: Brush, strip: Strip, worn: Worn) -> None:
    front = Front(figure, brush, strip, worn)
    if figure.view == "back":
        _behind(front)
        return
    if figure.view == "side":
        if worn.cut.front == "panels":
            brush.stroke([strip.at(0.0, 0.0), strip.at(0.1, 0.5), strip.at(0, 1.0)], front.line,
                         width=1.2)  # fmt: skip
        elif worn.cut.front == "drape":
            _drape(front)
        return
    paint = _FRONTS.get(worn.cut.front)
    if paint is not None:
        paint(front)
    if worn.cut.detail == "epaulettes":
        _shoulder_boards(front)
    if worn.kind == "police uniform":
        x, y = front.on(0.26, 30)
        brush.shape(star_shape(x, y, figure.size * 0.07), BRASS, line=0.7)


def _behind(front: Front) -> None:
    brush, strip, colour = front.brush, front.strip, front.worn.colour
    kind = front.worn.cut.front
    if front.worn.kind == "spacesuit":
        body = [
            strip.at(-0.55, 0.05),
            strip.at(0.55, 0.05),
            strip.at(0.6, 0.7),
            strip.at(-0.6, 0.7),
        ]
        brush.shape(corners(body), shadow(colour, 0.4))
        brush.shape(strip.band(-0.35, 0.35, 0.15, 0.4), "#9fb0be", line=0.7)
    elif kind == "laced":
        for index in range(6):
            v = 0.28 + index * 0.10
            brush.line(smooth([strip.at(-0.16, v), strip.at(0.16, v + 0.09)])
                       + smooth([strip.at(0.16, v), strip.at(-0.16, v + 0.09)]),
                       contrast(colour), width=0.9)  # fmt: skip
    elif kind == "drape":
        _drape(front)
    elif front.worn.kind in ("shirt", "police uniform", "military uniform"):
        brush.line(smooth(strip.cut(0.12, -0.03, -0.9, 0.9)), front.line, width=0.8)


def _buttons(front: Front) -> None:
    placket = front.worn.cut.front == "placket"
    end = 0.36 if placket else min(front.hem, 1.02)
    start = 0.06 if front.worn.cut.neck != "camp" else 0.22
    brush = front.brush
    brush.line(smooth(front.row(start, end, -5)) + smooth(front.row(start, end, 5)), front.line,
               width=0.6)  # fmt: skip
    count = 2 if placket else 6
    tone = mix(front.worn.colour, "#ffffff", 0.7)
    if luminance(front.worn.colour) > 0.75:
        tone = "#cfc8ba"
    for index in range(count):
        front.button(lerp(start + 0.07, end - 0.05, index / max(1, count - 1)), 0, tone)
    if front.worn.cut.detail in ("cuffs", "pocket") and front.worn.material != "silk":
        _patch(front, 0.27, 0.43, 20, 40)


def _patch(front: Front, top: float, low: float, a: float, b: float, *, flap: bool = False) -> None:
    points = [front.on(top, a), front.on(top, b), front.on(low - 0.025, b - 1),
              front.on(low, (a + b) / 2), front.on(low - 0.025, a + 1)]  # fmt: skip
    front.brush.line(corners(points), front.line, width=0.7)
    if flap:
        lid = [front.on(top - 0.015, a - 1), front.on(top - 0.015, b + 1), front.on(top + 0.05, b),
               front.on(top + 0.075, (a + b) / 2), front.on(top + 0.05, a)]  # fmt: skip
        front.brush.shape(corners(lid), glow(front.worn.colour, 0.15), line=0.7)
        front.button(top + 0.045, (a + b) / 2, BRASS if front.worn.kind == "police uniform"
                     else mix(front.worn.colour, "#1c1c20", 0.4), 0.014)  # fmt: skip


def _flap_pockets(front: Front) -> None:
    brush = front.brush
    brush.line(smooth(front.row(0.06, front.hem, 0)), front.line, width=0.8)
    for index in range(5):
        front.button(0.14 + index * 0.19, 3, mix(front.worn.colour, "#1c1c20", 0.45), 0.016)
    for sign in (-1.0, 1.0):
        a, b = (18.0, 42.0) if sign > 0 else (-42.0, -18.0)
        _patch(front, 0.25, 0.42, a, b, flap=True)
        if front.worn.kind == "military uniform":
            _patch(front, 0.80, 0.98, a * 1.1, b * 1.15, flap=True)


def _zip(front: Front) -> None:
    brush, colour = front.brush, front.worn.colour
    rail = smooth(front.row(-0.06, front.hem))
    brush.line(rail, shadow(colour, 2.0), width=2.2)
    brush.line(rail, mix(contrast(colour), "#d5dae0", 0.5), width=1.0)
    x, y = front.on(0.02)
    s = front.figure.size
    brush.shape(corners([(x - s * 0.018, y), (x + s * 0.018, y), (x + s * 0.014, y + s * 0.07),
                         (x - s * 0.014, y + s * 0.07)]), "#cfd5db", line=0.5)  # fmt: skip
    for angle in (-44.0, 44.0):
        a, b = front.on(0.78, angle * 0.7), front.on(0.92, angle)
        brush.line(smooth([a, b]), front.line, width=1.1)


def _pouch(front: Front) -> None:
    brush, colour = front.brush, front.worn.colour
    end = min(front.hem - 0.10, 0.96)
    brush.shape(
        chain([front.on(0.68, -22), front.on(0.67), front.on(0.68, 22)],
              [front.on(end - 0.04, 42), front.on(end + 0.02)], [front.on(end - 0.04, -42)]),
        shadow(colour, 0.3), line=0.8,
    )  # fmt: skip
    for sign in (-1, 1):
        brush.line(smooth([front.on(0.70, sign * 20), front.on(end - 0.05, sign * 38)]),
                   stitched(colour), width=0.6)  # fmt: skip
    for angle, length in ((-9, 0.24), (9, 0.20)):
        brush.line(smooth(front.row(0.03, length, angle, 3)), mix(colour, "#ffffff", 0.7),
                   width=1.5)  # fmt: skip
        x, y = front.on(length, angle)
        brush.fill(ellipse(x, y, front.figure.size * 0.014, front.figure.size * 0.022), "#d9dde2")


def _notch(front: Front) -> None:
    points = [front.on(-0.005, -9), front.on(-0.005, 9), front.on(0.07)]
    front.brush.shape(corners(points), shadow(front.worn.colour, 0.5), line=0.6)


def _double(front: Front) -> None:
    brush, colour = front.brush, front.worn.colour
    brush.line(smooth(front.row(0.0, front.hem, -17)), front.line, width=0.9)
    plain = front.worn.kind == "chef jacket"
    for angle in (-12, 19):
        for index in range(4):
            front.button(0.16 + index * 0.17, angle, mix(colour, "#30323a",
                                                         0.75) if plain else BRASS,
                         0.024)  # fmt: skip
    if not plain:
        brush.line(smooth(front.row(-0.06, -0.02, -20, 2)), BRASS, width=1.4)


def _stripe(front: Front) -> None:
    tone = front.worn.trim or contrast(front.worn.colour)
    brush, strip = front.brush, front.strip
    brush.fill(strip.band(-1.0, -0.86, 0.20, front.hem) + strip.band(0.86, 1.0, 0.20, front.hem),
               tone)  # fmt: skip
    brush.fill(strip.panel(0.33, 0.38, top=0.03, hem=0.03), tone)
    brush.fill(strip.panel(0.41, 0.43, top=0.03, hem=0.03), tone)
    x, y = front.on(0.22, 26)
    brush.shape(star_shape(x, y, front.figure.size * 0.055), tone, line=0.5)


def _emblem(front: Front) -> None:
    brush, colour = front.brush, front.worn.colour
    gold = front.worn.trim or ("#f1c232" if luminance(colour) < 0.72 else "#c8323f")
    points = [front.on(0.13), front.on(0.18, 19), front.on(0.28, 18), front.on(0.42),
              front.on(0.28, -18), front.on(0.18, -19)]  # fmt: skip
    brush.shape(chain(points, closed=True), gold, line=0.8)
    x, y = front.on(0.26)
    brush.fill(star_shape(x, y, front.figure.size * 0.085), shadow(colour, 0.4))
    for angle in (-58.0, 58.0):
        brush.line(smooth(front.row(0.16, 1.08, angle)), crease(colour, 1.4), width=1.0)
    brush.line(smooth(front.strip.cut(0.66, 0.04)), crease(colour, 1.2), width=1.0)


def _laced(front: Front) -> None:
    brush, colour = front.brush, front.worn.colour
    trim = front.worn.trim or contrast(colour)
    data = ""
    for index in range(6):
        v = 0.32 + index * 0.10
        for a, b in ((-8, 8), (8, -8)):
            data += smooth([front.on(v, a), front.on(v + 0.09, b)])
    brush.line(data, trim, width=0.9)
    for angle in (-52, -30, 30, 52):
        brush.line(smooth(front.row(0.24, front.hem, angle)), front.line, width=0.8)
    brush.line(smooth(front.strip.cut(front.hem - 0.02, 0.035)), trim, width=1.2)


def _pocket(front: Front) -> None:
    _patch(front, 0.28, 0.42, 18, 38)


def _panels(front: Front) -> None:
    accent = front.worn.trim or mix(front.worn.colour, "#ffffff", 0.22)
    for angle in (-48, 48):
        front.brush.line(smooth(front.row(0.02, 1.1, angle)), accent, width=1.6)
    front.brush.line(smooth(front.row(-0.05, 0.35)), front.line, width=0.9)


def _flashes(front: Front) -> None:
    tone = front.worn.trim or "#4fc3d9"
    for sign in (-1.0, 1.0):
        points = [front.on(0.08, sign * 58), front.on(0.4, sign * 34), front.on(0.62, sign * 48),
                  front.on(1.08, sign * 40), front.on(1.08, sign * 66), front.on(0.5,
                      sign * 74)]  # fmt: skip
        front.brush.fill(corners(points), tone)
    front.brush.line(smooth(front.row(-0.06, 0.4)), "#cfd5db", width=1.2)


def _pack(front: Front) -> None:
    brush, on = front.brush, front.on
    brush.shape(corners([on(0.30, -30), on(0.30, 30), on(0.52, 28), on(0.52, -28)]), "#c9d0d6",
                line=0.8)  # fmt: skip
    r = front.figure.size * 0.03
    for angle, hue in ((-16, "#d84b3f"), (0, "#3f9fd8"), (16, "#e9b93c")):
        x, y = on(0.41, angle)
        brush.shape(ellipse(x, y, r, r), hue, line=0.5)
    for sign in (-1.0, 1.0):
        hose = [on(0.12, sign * 16), on(0.22, sign * 40), on(0.40, sign * 34)]
        brush.line(smooth(hose), "#7f8c98", width=3.4)
        brush.line(smooth(hose), "#dfe5ea", width=1.6)
    x, y = on(0.22, 40)
    brush.fill(corners([(x - r, y - r), (x + r * 1.4, y - r), (x + r * 1.4, y + r), (x - r,
        y + r)]),
               "#d84b3f")  # fmt: skip
    for v in (0.62, 0.84):
        brush.line(smooth(front.strip.cut(v, 0.04)), crease(front.worn.colour, 1.3), width=1.6)


def _wrap(front: Front) -> None:
    points = [front.on(0.62, -30), front.on(0.85, -34), front.on(front.hem, -30)]
    front.brush.line(smooth(points), front.line, width=0.9)


def _bow(front: Front) -> None:
    """The soft tie of a blouse."""
    x, y = front.on(0.10)
    s = front.figure.size
    tone = glow(front.worn.colour, 0.3)
    for sign in (-1.0, 1.0):
        tail = [(x, y), (x + sign * s * 0.03, y + s * 0.36), (x + sign * s * 0.12, y + s * 0.34)]
        front.brush.shape(corners(tail), tone, line=0.7)
        loop = [(x, y), (x + sign * s * 0.13, y - s * 0.07), (x + sign * s * 0.15, y + s * 0.03),
                (x + sign * s * 0.08, y + s * 0.07)]  # fmt: skip
        front.brush.shape(smooth(loop, closed=True), tone, line=0.8)
    front.brush.shape(ellipse(x, y + s * 0.01, s * 0.035, s * 0.04), tone, line=0.8)


def _ribbon_tie(front: Front) -> None:
    """The long ribbon of a hanbok's jacket."""
    x, y = front.on(0.34, 10)
    s = front.figure.size
    tone = front.worn.trim or mix(front.worn.colour, "#5a2a78", 0.55)
    over = front.figure.brush(47.5)
    over.shape(ribbon([(x, y), (x + s * 0.05, y + s * 0.6), (x - s * 0.02, y + s * 1.5)],
                      s * 0.10, s * 0.14), tone, line=0.8)  # fmt: skip
    over.shape(ribbon([(x, y), (x - s * 0.12, y + s * 0.5), (x - s * 0.16, y + s * 1.2)],
                      s * 0.09, s * 0.13), shadow(tone, 0.4), line=0.8)  # fmt: skip
    over.shape(smooth([(x, y), (x - s * 0.24, y - s * 0.06), (x - s * 0.28, y + s * 0.05),
                       (x - s * 0.04, y + s * 0.06)], closed=True), tone, line=0.8)  # fmt: skip
    over.shape(ellipse(x, y, s * 0.05, s * 0.055), tone, line=0.8)


def _frogs(front: Front) -> None:
    """The slanting opening of a qipao, with knotted buttons."""
    trim = front.worn.trim or "#e6c15a"
    line = [front.on(-0.04), front.on(0.06, 12), front.on(0.13, 40), front.on(0.24, 64)]
    front.brush.line(smooth(line), trim, width=1.8)
    r = front.figure.size * 0.022
    for v, angle in ((-0.01, 4), (0.09, 22), (0.17, 48)):
        x, y = front.on(v, angle)
        front.brush.shape(ellipse(x, y, r, r), trim, line=0.5)
        front.brush.line(f"M{x - r * 2.4:.1f} {y:.1f}L{x + r * 2.4:.1f} {y:.1f}", trim, width=1.2)


def _drape(front: Front) -> None:
    """Cloth from the hip over the person's left shoulder."""
    figure, worn, size = front.figure, front.worn, front.figure.size
    strip = front.strip
    brush = figure.brush(54.0)
    gold = worn.trim or mix(worn.colour, "#e9c25a", 0.75)
    if figure.view == "side":
        f = figure.body.facing
        line = [strip.at(f * 0.2, -0.08), strip.at(f * 0.8, 0.3), strip.at(f * 0.7, 0.7)]
    elif figure.view == "back":
        line = [strip.at(-0.66, -0.10), strip.at(-0.45, 0.3), strip.at(0.1, 0.75),
                strip.at(0.7, 1.05)]  # fmt: skip
    else:
        line = [front.on(-0.08, 40), front.on(0.22, 18), front.on(0.55, -22), front.on(0.86, -66)]
    wide = size * (0.42 if worn.kind == "sari" else 0.56)
    band = ribbon(line, wide * 0.72, wide * 1.25)
    brush.shape(band, glow(worn.colour, 0.10), line=0.95)
    for off in (-0.28, -0.05, 0.18):
        shifted = [(x + off * wide, y + abs(off) * wide * 0.2) for x, y in line]
        brush.stroke(shifted, crease(worn.colour, 1.0), width=2.6)
    if worn.kind == "sari" or worn.trim:
        rim = [(x + wide * 0.42, y + wide * 0.16) for x, y in line]
        brush.line(smooth(rim), gold, width=3.0)
        if figure.view in ("back", "side"):
            x, y = line[0]
            out = -1.0 if figure.view == "back" else -figure.body.facing
            tail = ribbon([(x, y), (x + out * size * 0.1, y + size * 1.2),
                           (x + out * size * 0.22, y + size * 2.5)], wide * 0.7, wide)  # fmt: skip
            over = figure.brush(68.5)
            over.shape(tail, worn.colour)
            over.line(smooth([(x + out * size * 0.02 - wide * 0.3, y + size * 2.46),
                              (x + out * size * 0.25 + wide * 0.4, y + size * 2.46)]), gold,
                              width=4)  # fmt: skip


def _shoulder_boards(front: Front) -> None:
    strip = front.strip
    for sign in (-1.0, 1.0):
        line = [strip.at(sign * 0.62, -0.055), strip.at(sign * 0.96, 0.01)]
        front.brush.shape(ribbon(line, front.figure.size * 0.10),
                          BRASS if front.worn.kind == "uniform"
                          else shadow(front.worn.colour, 0.9), line=0.7)  # fmt: skip


_FRONTS: Mapping[str, Callable[[Front], None]] = {
    "buttons": _buttons, "placket": _buttons, "flap pockets": _flap_pockets, "zip": _zip,
    "pouch": _pouch, "notch": _notch, "double": _double, "stripe": _stripe, "emblem": _emblem,
    "laced": _laced, "pocket": _pocket, "panels": _panels, "flashes": _flashes, "pack": _pack,
    "wrap": _wrap, "bow": _bow, "ribbon": _ribbon_tie, "frogs": _frogs, "drape": _drape,
}  # fmt: skip
