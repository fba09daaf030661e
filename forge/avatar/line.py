"""How a style wants the figure drawn, before its filter is laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outline = Literal["dark", "coloured", "none"]
Shading = Literal["cel", "soft", "flat"]


@dataclass(frozen=True, slots=True)
class LineStyle:
    """`outline`: black-brown ink, a darker shade of each filled colour, or no line at all.
    `width_scale`: factor on the drawing's own line width. `shading`: hard-edged shadows,
    gradients, or plain fills."""

    outline: Outline = "coloured"
    width_scale: float = 1.0
    shading: Shading = "cel"
