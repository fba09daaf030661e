"""What a stage puts under, behind and before people: benches, tables with things, bedding,
water, shadows on the ground. All as SVG in pixels of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from ..avatar.figure import contrast
from ..avatar.line import LineStyle
from ..avatar.paint import Brush, Frame, Point, chain, ellipse, glow, mix, polygon, shadow, smooth
from ..avatar.parts.props import find_kind
from .actor import Cel

WOOD = "#9a6a42"
CLOTHS = ("#8c4f5a", "#47697e", "#5d7a5a", "#c09a55", "#6d5a86", "#b56a52")
_SHADE = "#241f3d"


class Furniture:
    """Collects markup; `unit` is a head of the people in pixels."""

    def __init__(self, prefix: str, unit: float, line: LineStyle) -> None:
        self.unit = unit
        self.cel = Cel(max(1.0, unit * 0.016), prefix, line)
        self.brush = self.cel.brush(0)

    @property
    def markup(self) -> str:
        body = self.cel.between(-1, 1000)
        if not body:
            return ""
        return f'<defs>{self.cel.defs}</defs><g stroke-linejoin="round">{body}</g>'

    def shadow(self, x: float, y: float, half: float, deep: float, opacity: float) -> None:
        """Contact with the ground: darkest in the middle."""
        for share, part in ((1.0, 0.35), (0.72, 0.4), (0.45, 0.5)):
            data = ellipse(x, y, half * share, deep * share)
            self.brush.fill(data, _SHADE, opacity=round(opacity * part, 3))

    def cast(self, x: float, y: float, half: float, reach: Point, opacity: float) -> None:
        """The shadow that the light throws along the ground."""
        dx, dy = reach
        data = smooth(
            [(x - half, y), (x - half * 0.6 + dx, y + dy), (x + dx, y + dy * 1.15),
             (x + half * 0.6 + dx, y + dy), (x + half, y), (x, y + half * 0.25)],
            closed=True,
        )  # fmt: skip
        self.brush.fill(data, _SHADE, opacity=opacity)

    def bench(self, left: float, right: float, top: float, ground: float, tone: str) -> None:
        """A sofa as long as it has to be: back, seat and arms."""
        unit, brush = self.unit, self.brush
        back = top - unit * 1.15
        low = ground - unit * 0.05
        arm = unit * 0.34
        brush.shape(
            chain([(left, low), (left - arm * 0.2, back + unit * 0.3), (left + unit * 0.3, back)],
                  [(right - unit * 0.3, back), (right + arm * 0.2, back + unit * 0.3),
                   (right, low)]),
            shadow(tone, 0.5),
        )  # fmt: skip
        brush.tone(
            polygon([(left + arm, back + unit * 0.12), (right - arm, back + unit * 0.12),
                     (right - arm, back + unit * 0.22), (left + arm, back + unit * 0.22)]),
            glow(tone, 0.6), opacity=0.5,
        )  # fmt: skip
        brush.shape(
            polygon([(left + arm * 0.5, top - unit * 0.12), (right - arm * 0.5, top - unit * 0.12),
                     (right - arm * 0.5, low), (left + arm * 0.5, low)]),
            tone,
        )  # fmt: skip
        brush.fill(
            polygon([(left + arm * 0.5, top + unit * 0.26), (right - arm * 0.5, top + unit * 0.26),
                     (right - arm * 0.5, low), (left + arm * 0.5, low)]),
            shadow(tone, 0.9),
        )  # fmt: skip
        for side, sign in ((left, 1.0), (right, -1.0)):
            x = side + sign * arm * 0.3
            brush.shape(
                chain([(x - arm * 0.6, low), (x - arm * 0.62, top - unit * 0.35),
                       (x, top - unit * 0.62), (x + arm * 0.62, top - unit * 0.35),
                       (x + arm * 0.6, low)]),
                glow(tone, 0.25),
            )  # fmt: skip

    def stool(self, x: float, top: float, ground: float, tone: str) -> None:
        unit, brush = self.unit, self.brush
        for sign in (-1.0, 1.0):
            foot, at = x + sign * unit * 0.62, x + sign * unit * 0.45
            brush.shape(
                polygon([(at - unit * 0.05, top), (at + unit * 0.05, top),
                         (foot + unit * 0.05, ground), (foot - unit * 0.05, ground)]),
                WOOD,
            )  # fmt: skip
        brush.shape(ellipse(x, top + unit * 0.05, unit * 0.74, unit * 0.16), shadow(tone))
        brush.shape(ellipse(x, top, unit * 0.74, unit * 0.16), tone)

    def table(self, left: float, right: float, top: float, foot: float, tone: str) -> None:
        """Seen from a little above; people sit or stand behind it."""
        unit, brush = self.unit, self.brush
        deep, thick = unit * 0.42, unit * 0.16
        inset = unit * 0.18
        low = top + deep + thick
        brush.shape(
            polygon([(left + inset, low - 1), (right - inset, low - 1), (right - inset, foot),
                     (left + inset, foot)]),
            shadow(tone, 1.1),
        )  # fmt: skip
        for share in (0.34, 0.67):
            x = left + (right - left) * share
            brush.line(f"M{x:.1f} {low:.1f}V{foot:.1f}", shadow(tone, 1.9), width=1.2)
        brush.shape(
            polygon([(left + inset, top), (right - inset, top), (right, top + deep),
                     (left, top + deep)]),
            tone,
        )  # fmt: skip
        brush.tone(
            polygon([(left + inset * 1.5, top + deep * 0.15),
                     (right - inset * 3, top + deep * 0.15),
                     (right - inset * 5, top + deep * 0.45),
                     (left + inset * 1.2, top + deep * 0.45)]),
            glow(tone, 0.7), opacity=0.5,
        )  # fmt: skip
        brush.shape(
            polygon([(left, top + deep), (right, top + deep), (right, low), (left, low)]),
            shadow(tone, 0.6),
        )  # fmt: skip

    def thing(self, kind: str, x: float, y: float, size: float = 1.0, colour: str = "") -> None:
        """Something of the hand-held things, standing on a table."""
        if kind == "pot":
            self.pot(x, y)
            return
        found, _ = find_kind(kind)
        if found is None:
            return
        scale = self.unit / 100 * size
        frame = Frame((x, y - found.reach[1] * 0.35 * scale), (scale, 0.0), (0.0, scale))
        tone = colour or found.colour
        found.paint(Brush(self.cel, 0, frame), tone)

    def pot(self, x: float, y: float) -> None:
        unit, brush, tone = self.unit, self.brush, "#8a95a3"
        wide, tall = unit * 0.46, unit * 0.52
        for sign in (-1.0, 1.0):
            brush.shape(
                ellipse(x + sign * wide, y - tall * 0.62, unit * 0.12, unit * 0.06), "#3a3d45"
            )
        brush.shape(
            chain([(x - wide, y - tall)],
                  [(x - wide * 0.96, y - unit * 0.06), (x - wide * 0.8, y)],
                  [(x + wide * 0.8, y), (x + wide * 0.96, y - unit * 0.06)],
                  [(x + wide, y - tall)]),
            tone,
        )  # fmt: skip
        brush.shape(ellipse(x, y - tall, wide, unit * 0.11), shadow(tone, 0.7))
        brush.fill(ellipse(x, y - tall, wide * 0.84, unit * 0.08), "#c9793c")
        for shift in (-0.4, 0.1, 0.5):
            at = x + wide * shift
            brush.stroke(
                [(at, y - tall * 1.25), (at + unit * 0.09, y - tall * 1.6), (at, y - tall * 1.95)],
                "#ffffff", width=2.2,
            )  # fmt: skip

    def plate(self, x: float, y: float) -> None:
        unit = self.unit
        self.brush.shape(ellipse(x, y, unit * 0.42, unit * 0.12), "#f2efe8")
        self.brush.fill(ellipse(x, y - unit * 0.01, unit * 0.28, unit * 0.07), "#dcd8ce")

    def laptop(self, x: float, y: float) -> None:
        """From behind: the lid with a mark on it."""
        unit, brush = self.unit, self.brush
        wide, tall, tone = unit * 0.62, unit * 0.80, "#aab3be"
        brush.shape(
            polygon([(x - wide * 1.05, y), (x + wide * 1.05, y), (x + wide * 1.15, y + unit * 0.09),
                     (x - wide * 1.15, y + unit * 0.09)]),
            shadow(tone, 0.8),
        )  # fmt: skip
        brush.shape(
            chain([(x - wide, y)], [(x - wide * 0.97, y - tall * 0.95), (x - wide * 0.9, y - tall)],
                  [(x + wide * 0.9, y - tall), (x + wide * 0.97, y - tall * 0.95)],
                  [(x + wide, y)]),
            tone,
        )  # fmt: skip
        brush.fill(ellipse(x, y - tall * 0.5, unit * 0.07, unit * 0.07), contrast(tone))

    def bedhead(self, x: float, y: float, ground: float) -> None:
        """What is behind a head on its pillow, which is at `y`."""
        unit, brush = self.unit, self.brush
        half, top = unit * 1.30, y - unit * 0.92
        brush.shape(
            chain([(x - half, ground)], [(x - half, top + unit * 0.3), (x - half * 0.86, top)],
                  [(x, top - unit * 0.14)], [(x + half * 0.86, top), (x + half, top + unit * 0.3)],
                  [(x + half, ground)]),
            WOOD,
        )  # fmt: skip
        brush.tone(
            chain([(x - half * 0.8, y), (x - half * 0.78, top + unit * 0.2)],
                  [(x, top + unit * 0.06)],
                  [(x + half * 0.78, top + unit * 0.2), (x + half * 0.8, y)]),
            shadow(WOOD, 0.8),
        )  # fmt: skip

    def pillow(self, x: float, y: float, tone: str) -> None:
        wide, tall = self.unit * 1.06, self.unit * 0.60
        self.brush.shape(
            smooth([(x - wide, y - tall), (x, y - tall * 0.9), (x + wide, y - tall),
                    (x + wide * 0.95, y), (x + wide, y + tall), (x, y + tall * 0.95),
                    (x - wide, y + tall), (x - wide * 0.95, y)], closed=True),
            tone,
        )  # fmt: skip

    def mattress(self, x: float, top: float, foot: float) -> None:
        unit = self.unit
        half, deep = unit * 1.22, unit * 1.42
        self.brush.shape(
            polygon([(x - half, top), (x + half, top), (x + deep, foot), (x - deep, foot)]),
            "#efe9df",
        )  # fmt: skip

    def duvet(self, x: float, top: float, foot: float, tone: str) -> None:
        """Over somebody who lies with their feet towards the viewer."""
        unit, brush = self.unit, self.brush
        near, far = unit * 1.46, unit * 1.20
        lip: list[Point] = [
            (x - far, top + unit * 0.10), (x - far * 0.45, top - unit * 0.08),
            (x + far * 0.45, top - unit * 0.08), (x + far, top + unit * 0.10),
        ]  # fmt: skip
        middle = (top + foot) / 2
        right: list[Point] = [(x + far, top + unit * 0.10), (x + (near + far) / 2, middle),
                              (x + near, foot)]  # fmt: skip
        left = [(2 * x - px, py) for px, py in right[::-1]]
        hem: list[Point] = [(x + near, foot), (x + near * 0.5, foot + unit * 0.10),
                            (x, foot), (x - near * 0.5, foot + unit * 0.10),
                            (x - near, foot)]  # fmt: skip
        brush.shape(chain(lip, right, hem, left), tone)
        # the body under it: lit along one side, with the knees' and feet's rise
        for sign, colour, opacity in ((-1.0, glow(tone, 0.7), 0.55), (1.0, shadow(tone), 0.9)):
            brush.tone(
                smooth(
                    [(x + sign * far * 0.30, top + unit * 0.4),
                     (x + sign * far * 0.72, top + unit * 0.5),
                     (x + sign * far * 0.62, middle), (x + sign * far * 0.56, foot - unit * 0.34),
                     (x + sign * far * 0.30, foot - unit * 0.42), (x + sign * far * 0.34, middle)],
                    closed=True,
                ),
                colour, opacity=opacity,
            )  # fmt: skip
        for shift, to in ((-0.8, -0.98), (0.82, 1.0), (0.02, 0.0)):
            brush.stroke(
                [(x + far * shift, top + unit * 0.5),
                 (x + far * (shift + to) / 2, middle),
                 (x + near * to * 0.86, foot - unit * 0.12)],
                shadow(tone, 1.6), width=2.6,
            )  # fmt: skip
        fold = [(px, py + unit * 0.32) for px, py in lip]
        brush.shape(chain(lip, fold[::-1]), glow(tone, 1.1))

    def footboard(self, x: float, top: float, ground: float) -> None:
        unit, brush = self.unit, self.brush
        half = unit * 1.56
        brush.shape(
            chain([(x - half, ground)], [(x - half, top)], [(x, top - unit * 0.10)],
                  [(x + half, top)], [(x + half, ground)], [(x + half * 0.88, ground)],
                  [(x + half * 0.88, ground - unit * 0.12)],
                  [(x - half * 0.88, ground - unit * 0.12)], [(x - half * 0.88, ground)]),
            WOOD,
        )  # fmt: skip
        brush.tone(
            polygon([(x - half * 0.84, top + unit * 0.12), (x + half * 0.84, top + unit * 0.12),
                     (x + half * 0.84, ground - unit * 0.22),
                     (x - half * 0.84, ground - unit * 0.22)]),
            shadow(WOOD, 0.6),
        )  # fmt: skip

    def water(
        self, width: float, top: float, foot: float, tone: str, chests: Sequence[float]
    ) -> None:
        """Over who swims: see-through at its edge, with ripples round everybody."""
        brush, unit = self.brush, self.unit
        step = unit * 0.8
        count = int(width / step) + 3
        wave: list[Point] = [
            (i * step - step, top + (unit * 0.06 if i % 2 else -unit * 0.05)) for i in range(count)
        ]
        below: list[Point] = [(width + step, foot), (-step, foot)]
        for down, opacity in ((0.0, 0.55), (0.22, 0.6), (0.6, 0.85)):
            line = [(x + down * unit, y + down * unit) for x, y in wave]
            brush.fill(
                smooth([(-2 * step, line[0][1]), *line])
                + "L" + " ".join(f"{x:.1f} {y:.1f}" for x, y in below) + "Z",
                mix(tone, shadow(tone), down), opacity=opacity,
            )  # fmt: skip
        for x in chests:
            for reach, opacity in ((1.05, 0.75), (1.5, 0.45)):
                brush.line(
                    ellipse(x, top + unit * 0.04 * reach, unit * reach, unit * 0.11 * reach),
                    "#ffffff", width=1.3, opacity=opacity,
                )  # fmt: skip
        for i in range(count):
            y = top + unit * (0.7 + 0.33 * (i * 7 % 5))
            x = (i * 2.9 * unit) % (width + unit)
            brush.stroke([(x, y), (x + unit * 0.5, y - unit * 0.05), (x + unit, y)],
                         "#e9fbff", width=1.6)  # fmt: skip

    def mat(self, x: float, y: float, half: float, tone: str) -> None:
        deep = self.unit * 0.42
        data = polygon([(x - half * 0.9, y - deep), (x + half * 0.9, y - deep),
                        (x + half, y + deep * 0.6), (x - half, y + deep * 0.6)])  # fmt: skip
        self.brush.shape(data, tone)
