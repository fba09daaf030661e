"""What hats are cut from: a dome over the skull, a band round it."""

from __future__ import annotations

from ..features import Accessory
from ..figure import Figure, metallic
from ..paint import Brush, Point, chain, glow, number, shadow, smooth


def dome(figure: Figure, low: float, extra: float = 0.0) -> list[Point]:
    """Over the skull from the left to the right, down to y = low."""
    e = extra
    if figure.view in ("front", "back"):
        half = [(88 + e, low), (87 + e, -58), (70 + e, -92 - e), (38, -114 - e), (0, -121 - e)]
        return [(-x, y) for x, y in half] + [*half[-2::-1]]
    if figure.view == "quarter":
        return [(-92 - e, low + 6), (-94 - e, -56), (-76 - e, -94 - e), (-40, -116 - e), (2,
                -122 - e), (44, -112 - e),
                (74 + e, -86), (83 + e, -54), (82 + e, low)]  # fmt: skip
    return [(-106 - e, low + 10), (-104 - e, -56), (-78 - e, -100 - e), (-36, -120 - e), (2,
            -124 - e), (44, -114 - e),
            (76 + e, -84), (82 + e, low - 4)]  # fmt: skip


def band(figure: Figure, y: float, deep: float, extra: float = 0.0) -> str:
    """A band round the head; it bows towards the viewer."""
    e = extra
    left, right, bow = {
        "front": (-88 - e, 88 + e, 10.0), "back": (-88 - e, 88 + e, 6.0), "quarter": (-93 - e,
            82 + e, 9.0),
        "side": (-105 - e, 82 + e, 2.0),
    }[figure.view]  # fmt: skip
    tilt = {"side": 12.0, "quarter": 5.0}.get(figure.view, 0.0)
    upper = [(left, y + tilt), (left * 0.5 + right * 0.5, y + bow + tilt * 0.4), (right, y)]
    lower = [
        (right, y + deep),
        (left * 0.5 + right * 0.5, y + bow + deep + tilt * 0.4),
        (left, y + deep + tilt),
    ]
    return chain(upper, lower)


def tone(item: Accessory, default: str) -> str:
    return item.colour.hex if item.colour else default


def shaded(
    figure: Figure, brush: Brush, curve: list[Point], colour: str, *, metal: bool = False
) -> None:
    data = smooth(curve)
    low_y = (curve[0][1] + curve[-1][1]) / 2
    (x, y), middle = curve[0], (curve[0][0] + curve[-1][0]) / 2
    data += f"Q{number(middle)} {number(low_y + 12)} {number(x)} {number(y)}Z"
    paint = metallic(figure.canvas, colour, curve[1], curve[-2]) if metal else None
    brush.shape(data, colour, paint=paint)
    right = curve[len(curve) // 2 :]
    inner = [(x * 0.72 + 6, y * 0.94 + 2) for x, y in right]
    brush.tone(chain(right, inner[::-1]), shadow(colour))
    lit = [(x * 0.78, y * 0.9) for x, y in curve[1 : len(curve) // 2]]
    if len(lit) > 1:
        brush.stroke(lit, glow(colour, 0.9), width=4.0)
