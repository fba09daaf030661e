"""How good a picture of a face is, for reading off what the person looks like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .faces import Box
from .pixels import Picture, cut, grey_of

LEAST = 0.35
"""Below this score a picture is refused."""

_SIDE = 160  # pixels to which a larger face is brought
_SHARP = 90.0  # variance of the Laplacian of a face that is sharp enough for everything
_SIZE = (28.0, 96.0)  # pixels of the face: of no use, and as good as any


@dataclass(frozen=True, slots=True)
class Quality:
    """Each 0 (useless) to 1."""

    sharpness: float
    exposure: float
    size: float
    pose: float

    @property
    def score(self) -> float:
        """The parts together; one that is bad is not made good by the others."""
        worst = min(self.sharpness, self.exposure, self.size)
        mean = 0.4 * self.sharpness + 0.25 * self.exposure + 0.2 * self.size + 0.15 * self.pose
        return round(mean * min(1.0, worst / 0.4), 3)


def quality_of(picture: Picture, box: Box) -> Quality:
    """`picture` is (H, W, 3) uint8."""
    side = round(max(16.0, min(float(_SIDE), box.side)))
    grey = grey_of(cut(picture, (box.x, box.y), box.side, box.tilt, side))
    inner = grey[1:-1, 1:-1]
    laplacian = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:] - 4 * inner
    dark, bright = np.quantile(grey, [0.05, 0.97])
    # Not by the mean: a dark skin in good light is well exposed.
    lit = float(np.clip((bright - 35) / 60, 0, 1))
    burnt = float((grey > 252).mean())
    contrast = float(np.clip((bright - dark) / 45, 0, 1))
    # A dim picture has weaker edges, which are no less sharp.
    strength = float(np.clip(bright / 200, 0.4, 1.0)) ** 2
    return Quality(
        sharpness=float(np.clip(laplacian.var() / (_SHARP * strength), 0, 1)) ** 0.8,
        exposure=lit * contrast * float(np.clip(1.6 - 1.6 * burnt, 0, 1)),
        size=float(np.clip((box.side - _SIZE[0]) / (_SIZE[1] - _SIZE[0]), 0, 1)),
        pose=float(np.clip(1 - max(0.0, abs(box.tilt) - 8) / 50, 0, 1)),
    )
