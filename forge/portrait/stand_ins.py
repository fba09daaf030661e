"""Animals drawn as if photographed, for tests and contact sheets: where a real photograph has
an owner, these have none."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..avatar.choice import draw
from ..avatar.paint import Point, chain, ellipse, hair_line, mix, smooth
from ..avatar.raster import rasterise
from ..avatar.styles.planes import clouds, hashed
from .cloth import Sheet

Picture: TypeAlias = NDArray[np.uint8]

WIDTH, HEIGHT = 600, 520


def photograph(name: str, *, width: int = WIDTH, height: int = HEIGHT, seed: int = 1) -> Picture:
    """(height, width, 3) uint8; one of `STAND_INS`, with a little grain."""
    sheet = Sheet("p", seed)
    STAND_INS[name](sheet)
    drawn = rasterise(sheet.svg(width, height, (0, 0, WIDTH, HEIGHT)), width, height)
    level = max(1, min(4, round(math.log2(max(2, width / 60)))))
    lumps = clouds(height, width, level, seed).astype(np.int16) - 128
    grain = hashed(height, width, seed + 9).astype(np.int16) - 128
    noisy = drawn[..., :3].astype(np.int16) + (lumps // 14 + grain // 24)[..., None]
    return np.clip(noisy, 0, 255).astype(np.uint8)


def _ground(sheet: Sheet, above: str, below: str, spots: tuple[str, ...]) -> None:
    """Out of focus."""
    sheet.fill(
        f"M0 0H{WIDTH}V{HEIGHT}H0Z", sheet.linear((0, 0), (0, HEIGHT), (0, above), (1, below))
    )
    for spot in range(26 if spots else 0):
        x, y = WIDTH * sheet.random(f"spot {spot} x"), HEIGHT * sheet.random(f"spot {spot} y")
        size = 22 + 50 * sheet.random(f"spot {spot} r")
        colour = spots[spot % len(spots)]
        sheet.fill(ellipse(x, y, size, size * 0.7), colour, opacity=0.4, extra=sheet.blur(16))


def _furry(
    sheet: Sheet, shape: str, box: tuple[float, float, float, float], colour: str, middle: Point,
    *, length: float = 17, count: int = 900, name: str = "fur",
) -> None:  # fmt: skip
    """A shape with hairs that lie away from a middle."""
    left, top, right, bottom = box
    paint = sheet.radial(
        (middle[0] - 40, middle[1] - 60),
        max(right - left, bottom - top) * 0.7,
        (0, mix(colour, "#ffffff", 0.14)),
        (0.6, colour),
        (1, mix(colour, "#000000", 0.4)),
    )
    sheet.fill(shape, paint)
    hairs = []
    for hair in range(count):
        key = f"{sheet.seed} {name} {hair}"
        x = left + (right - left) * draw(1, key + "x")
        y = top + (bottom - top) * draw(1, key + "y")
        dx, dy = x - middle[0], y - middle[1]
        far = math.hypot(dx, dy) or 1.0
        reach = length * (0.6 + 0.7 * draw(1, key + "l"))
        bent = (draw(1, key + "b") - 0.5) * 0.5
        tip = (x + (dx / far + bent) * reach, y + (dy / far + 0.35) * reach)
        bend = ((x + tip[0]) / 2 + 1.5, (y + tip[1]) / 2)
        tone = mix(colour, "#fff4e0" if hair % 2 else "#120a06", 0.1 + 0.3 * draw(1, key + "c"))
        hairs.append(f'<path d="{hair_line(((x, y), bend, tip), 1.1)}" fill="{tone}"/>')
    sheet.group(sheet.clip(shape), hairs)


def _eye(sheet: Sheet, x: float, y: float, size: float, iris: str) -> None:
    sheet.fill(
        ellipse(x, y, size * 1.25, size * 1.12), "#1a0f0a", opacity=0.85, extra=sheet.blur(2)
    )
    sheet.fill(
        ellipse(x, y, size, size),
        sheet.radial((x, y), size, (0, iris), (0.75, mix(iris, "#000000", 0.3)), (1, "#0a0605")),
    )
    sheet.fill(ellipse(x, y, size * 0.55, size * 0.6), "#080505")
    sheet.fill(
        ellipse(x - size * 0.3, y - size * 0.36, size * 0.2, size * 0.2), "#ffffff", opacity=0.95
    )


def _snout(sheet: Sheet, x: float, y: float, size: float, colour: str) -> None:
    """A nose with its two holes, and the mouth below."""
    nose = smooth(
        [
            (x - size, y - size * 0.3),
            (x, y - size * 0.62),
            (x + size, y - size * 0.3),
            (x + size * 0.5, y + size * 0.5),
            (x, y + size * 0.7),
            (x - size * 0.5, y + size * 0.5),
        ],
        closed=True,
    )
    sheet.fill(
        nose,
        sheet.radial(
            (x - size * 0.3, y - size * 0.4),
            size * 1.6,
            (0, mix(colour, "#ffffff", 0.35)),
            (0.4, colour),
            (1, mix(colour, "#000000", 0.6)),
        ),
    )
    for side in (-1, 1):
        sheet.fill(
            ellipse(x + side * size * 0.45, y + size * 0.12, size * 0.2, size * 0.15), "#050303"
        )
        mouth = smooth(
            [
                (x, y + size * 0.7),
                (x + side * size * 0.15, y + size * 1.35),
                (x + side * size * 1.0, y + size * 1.5),
                (x + side * size * 1.5, y + size * 1.1),
            ]
        )
        sheet.line(mouth, "#1a0f0b", 3, opacity=0.8)


def _dog(sheet: Sheet) -> None:
    _ground(sheet, "#6f8a4a", "#3f6228", ("#8fae5a", "#35521f", "#a8b66e"))
    brown, cream = "#a8703a", "#e6cfa4"
    body = chain([(176, 530), (196, 400), (250, 340), (350, 340), (404, 400), (424, 530)])
    _furry(sheet, body, (170, 330, 430, 530), brown, (300, 300), length=24, name="body")
    chest = smooth(
        [(262, 380), (338, 380), (352, 470), (330, 540), (270, 540), (248, 470)], closed=True
    )
    _furry(
        sheet, chest, (240, 370, 360, 530), cream, (300, 330), length=22, count=300, name="chest"
    )
    head = smooth(
        [
            (300, 92),
            (380, 112),
            (418, 190),
            (404, 268),
            (356, 330),
            (300, 372),
            (244, 330),
            (196, 268),
            (182, 190),
            (220, 112),
        ],
        closed=True,
    )
    _furry(sheet, head, (170, 85, 430, 375), brown, (300, 215), name="head")
    blaze = smooth(
        [
            (300, 120),
            (322, 190),
            (372, 270),
            (350, 330),
            (300, 362),
            (250, 330),
            (228, 270),
            (278, 190),
        ],
        closed=True,
    )
    _furry(sheet, blaze, (220, 120, 380, 365), cream, (300, 210), count=420, name="blaze")
    for side in (-1, 1):
        ear = smooth(
            [
                (300 + side * 88, 112),
                (300 + side * 140, 140),
                (300 + side * 158, 240),
                (300 + side * 140, 330),
                (300 + side * 108, 310),
                (300 + side * 96, 210),
            ],
            closed=True,
        )
        box = (300 + side * 125 - 45, 100.0, 300 + side * 125 + 45, 340.0)
        _furry(sheet, ear, box, "#6e4220", (300, 120), length=20, count=320, name=f"ear {side}")
        _eye(sheet, 300 + side * 56, 204, 17, "#5a3416")
    _snout(sheet, 300, 280, 27, "#2a1d1a")


def _rabbit(sheet: Sheet) -> None:
    _ground(sheet, "#f1efec", "#dedad4", ())
    white = "#e9e4dc"
    sheet.fill(ellipse(320, 500, 190, 30), "#a8a29a", opacity=0.6, extra=sheet.blur(16))
    for side in (-1, 1):
        ear = smooth(
            [
                (300 + side * 22, 214),
                (300 + side * 34, 110),
                (300 + side * 62, 30),
                (300 + side * 84, 70),
                (300 + side * 80, 150),
                (300 + side * 64, 222),
            ],
            closed=True,
        )
        box = (300 + side * 54 - 40, 20.0, 300 + side * 54 + 40, 230.0)
        _furry(sheet, ear, box, white, (300, 260), count=260, name=f"ear {side}")
        pink = smooth(
            [
                (300 + side * 40, 200),
                (300 + side * 48, 112),
                (300 + side * 62, 56),
                (300 + side * 70, 110),
                (300 + side * 62, 200),
            ],
            closed=True,
        )
        sheet.fill(pink, "#d8a79c", opacity=0.85, extra=sheet.blur(3))
    body = smooth(
        [(190, 500), (200, 390), (260, 330), (350, 330), (440, 380), (462, 500), (330, 522)],
        closed=True,
    )
    _furry(sheet, body, (180, 320, 470, 525), "#d9d3c9", (310, 300), name="body")
    head = smooth(
        [
            (300, 182),
            (368, 206),
            (396, 272),
            (372, 344),
            (300, 376),
            (228, 344),
            (204, 272),
            (232, 206),
        ],
        closed=True,
    )
    _furry(sheet, head, (200, 180, 400, 380), white, (300, 262), name="head")
    for side in (-1, 1):
        _eye(sheet, 300 + side * 62, 264, 15, "#6a2c22")
    _snout(sheet, 300, 318, 13, "#cf8f88")


def _horse(sheet: Sheet) -> None:
    _ground(sheet, "#a9c3dc", "#7f9a58", ("#c6d8e6", "#6c8a4a"))
    dark = "#2e2019"
    neck = chain(
        [(330, 130), (420, 190), (520, 330), (610, 540)], [(300, 540), (292, 430), (300, 330)]
    )
    _furry(sheet, neck, (280, 120, 600, 530), dark, (320, 160), length=10, name="neck")
    head = smooth(
        [
            (336, 92),
            (384, 138),
            (372, 224),
            (322, 300),
            (262, 376),
            (214, 420),
            (164, 420),
            (148, 384),
            (182, 326),
            (226, 240),
            (264, 150),
            (300, 104),
        ],
        closed=True,
    )
    _furry(sheet, head, (140, 90, 390, 425), "#3a2a20", (310, 160), length=8, name="head")
    blaze = smooth(
        [(276, 150), (288, 170), (236, 282), (190, 370), (178, 350), (226, 250)], closed=True
    )
    sheet.fill(blaze, "#d9d0c2", opacity=0.92, extra=sheet.blur(2))
    for x, lean in ((318, -14), (362, 10)):
        ear = smooth([(x - 18, 112), (x + lean, 30), (x + 20, 110)], closed=True)
        _furry(
            sheet,
            ear,
            (x - 26, 25, x + 26, 115),
            dark,
            (x, 120),
            length=8,
            count=90,
            name=f"ear {x}",
        )
    mane = smooth(
        [
            (350, 60),
            (420, 140),
            (500, 260),
            (570, 420),
            (520, 400),
            (440, 280),
            (380, 190),
            (330, 110),
        ],
        closed=True,
    )
    _furry(sheet, mane, (320, 55, 575, 425), "#120c0a", (340, 60), length=44, name="mane")
    _eye(sheet, 292, 196, 15, "#3a2212")
    sheet.fill(ellipse(176, 392, 13, 9), "#0a0605")


def _parrot(sheet: Sheet) -> None:
    _ground(sheet, "#5c7a6a", "#3a5a44", ("#8aa87a", "#2c4636"))
    green, yellow = "#3f9a3c", "#e8c53a"
    body = smooth(
        [(250, 220), (330, 200), (392, 280), (410, 400), (372, 540), (250, 540), (226, 400)],
        closed=True,
    )
    _furry(sheet, body, (220, 200, 415, 530), green, (310, 200), length=20, name="body")
    wing = smooth([(330, 280), (400, 300), (424, 420), (380, 530), (330, 440)], closed=True)
    _furry(
        sheet, wing, (325, 275, 428, 530), "#2a6a4a", (340, 250), length=26, count=300, name="wing"
    )
    head = smooth(
        [
            (300, 82),
            (366, 104),
            (392, 172),
            (366, 240),
            (300, 262),
            (238, 232),
            (222, 164),
            (244, 104),
        ],
        closed=True,
    )
    _furry(sheet, head, (215, 80, 395, 265), yellow, (306, 160), length=13, name="head")
    beak = smooth(
        [(238, 134), (196, 150), (172, 204), (184, 238), (212, 214), (240, 206)], closed=True
    )
    sheet.fill(
        beak, sheet.linear((180, 140), (240, 230), (0, "#5a5450"), (0.5, "#37322f"), (1, "#141110"))
    )
    _eye(sheet, 282, 152, 13, "#d8842a")


def _hamster(sheet: Sheet) -> None:
    _ground(sheet, "#c7a988", "#8a6a4c", ("#d8bd9c", "#6e5238"))
    gold, cream = "#c98f4e", "#f0e2c8"
    body = smooth(
        [
            (300, 190),
            (420, 240),
            (458, 380),
            (400, 500),
            (300, 524),
            (200, 500),
            (142, 380),
            (180, 240),
        ],
        closed=True,
    )
    _furry(sheet, body, (140, 185, 460, 525), gold, (300, 280), name="body")
    for side in (-1, 1):
        ear = ellipse(300 + side * 92, 172, 34, 38)
        _furry(
            sheet,
            ear,
            (300 + side * 92 - 36, 130, 300 + side * 92 + 36, 212),
            "#9a6a4a",
            (300, 220),
            count=90,
            name=f"ear {side}",
        )
    head = smooth(
        [
            (300, 136),
            (386, 166),
            (424, 250),
            (392, 336),
            (300, 366),
            (208, 336),
            (176, 250),
            (214, 166),
        ],
        closed=True,
    )
    _furry(sheet, head, (170, 130, 430, 370), gold, (300, 250), name="head")
    muzzle = smooth(
        [(300, 262), (362, 282), (376, 330), (300, 358), (224, 330), (238, 282)], closed=True
    )
    _furry(sheet, muzzle, (220, 258, 380, 360), cream, (300, 270), count=380, name="muzzle")
    for side in (-1, 1):
        _eye(sheet, 300 + side * 66, 236, 17, "#1c120e")
    _snout(sheet, 300, 288, 11, "#c98a80")


STAND_INS: Mapping[str, Callable[[Sheet], None]] = {
    "dog": _dog,
    "rabbit": _rabbit,
    "horse": _horse,
    "bird": _parrot,
    "other": _hamster,
}
"""By the kind of animal. The rabbit is white on white, the horse is seen from its side."""
