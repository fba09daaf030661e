"""What runs round a portrait: a darkening, an oval of paint, a gilt frame."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..avatar.paint import number
from ..avatar.raster import rasterise

Picture: TypeAlias = NDArray[np.uint8]

Border = Literal["none", "vignette", "oval", "gilt frame"]

BORDERS: tuple[Border, ...] = get_args(Border)

_DARK = np.array([20, 12, 8], np.float32)
_FRAME = 0.075  # of the shorter side
# from the outer edge inwards: where a moulding ends, and its colours in the light and out of it
_MOULDINGS = (
    (0.10, "#5a3d14", "#2a1a08"),
    (0.22, "#e2b65a", "#7a5218"),
    (0.34, "#8a601e", "#4a2f0e"),
    (0.62, "#d9a94a", "#8a5e1c"),
    (0.72, "#7a5218", "#3a240a"),
    (0.88, "#f4d68a", "#a2742a"),
    (1.00, "#4a300e", "#1a0f05"),
)


def bordered(picture: Picture, border: Border) -> Picture:
    """(H, W, 3) uint8 of the same size."""
    if border == "none":
        return picture
    if border == "oval":
        return _oval(picture)
    if border == "gilt frame":
        return _framed(_vignette(picture, 0.35))
    return _vignette(picture, 0.45)


def _away(high: int, wide: int) -> NDArray[np.float32]:
    """0 in the middle, 1 where an oval touches the edges."""
    y, x = np.ogrid[:high, :wide]
    across = (x + 0.5 - wide / 2) / (wide / 2)
    down = (y + 0.5 - high * 0.48) / (high * 0.52)
    out: NDArray[np.float32] = np.sqrt(across * across + down * down).astype(np.float32)
    return out


def _vignette(picture: Picture, strength: float) -> Picture:
    share = np.clip((_away(*picture.shape[:2]) - 0.62) / 0.75, 0, 1)
    share = (share * share * (3 - 2 * share) * strength)[..., None]
    out: Picture = (picture * (1 - share) + _DARK * share + 0.5).astype(np.uint8)
    return out


def _oval(picture: Picture) -> Picture:
    high, wide = picture.shape[:2]
    away = _away(high, wide)
    edge = 1.5 / (wide / 2)
    inside = np.clip((0.955 - away) / edge, 0, 1)
    shade = np.clip((away - 0.72) / 0.26, 0, 1) ** 2 * 0.55
    line = np.clip((0.012 - np.abs(away - 0.965)) / edge, 0, 1) * 0.9
    y, x = np.ogrid[:high, :wide]
    lit = np.clip(0.6 - 0.5 * ((x / wide - 0.5) + (y / high - 0.5)), 0, 1)
    gold = np.array([226, 182, 96], np.float32) * lit[..., None].astype(np.float32)
    spandrel = np.array([58, 36, 22], np.float32) * (0.6 + 0.5 * lit[..., None])
    shown = picture * (1 - shade[..., None])
    shown = shown * inside[..., None] + spandrel * (1 - inside[..., None])
    shown = shown * (1 - line[..., None]) + gold * line[..., None]
    out: Picture = np.clip(shown + 0.5, 0, 255).astype(np.uint8)
    return out


def _framed(picture: Picture) -> Picture:
    """The picture a little smaller, in carved and gilded wood."""
    high, wide = picture.shape[:2]
    thick = max(4, round(_FRAME * min(high, wide)))
    inner = max(1, wide - 2 * thick), max(1, high - 2 * thick)
    small = np.asarray(Image.fromarray(picture).resize(inner, Image.Resampling.LANCZOS))
    frame = rasterise(_frame(wide, high, float(thick)), wide, high)
    framed = frame[..., :3].copy()
    # The rebate throws a shadow on the canvas.
    y, x = np.ogrid[: inner[1], : inner[0]]
    near = np.minimum(x * 0.8, y) / (0.45 * thick)
    share = (0.45 + 0.55 * np.clip(near, 0, 1))[..., None]
    framed[thick : thick + inner[1], thick : thick + inner[0]] = (small * share).astype(np.uint8)
    return framed


def _frame(wide: int, high: int, thick: float) -> str:
    pieces = []
    start = 0.0
    for end, light, dark in _MOULDINGS:
        a, b = start * thick, end * thick
        top = ((a, a), (wide - a, a), (wide - b, b), (b, b))
        left = ((a, a), (b, b), (b, high - b), (a, high - a))
        right = ((wide - a, a), (wide - a, high - a), (wide - b, high - b), (wide - b, b))
        low = ((a, high - a), (b, high - b), (wide - b, high - b), (wide - a, high - a))
        middle = _between(light, dark)
        for side, colour in (
            (top, light),
            (left, middle),
            (right, dark),
            (low, _between(middle, dark)),
        ):
            points = " ".join(f"{number(x)},{number(y)}" for x, y in side)
            pieces.append(f'<polygon points="{points}" fill="{colour}"/>')
        start = end
    pieces += _carving(wide, high, thick)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}"><defs><radialGradient id="bead" cx=".35" cy=".3" r=".8">'
        '<stop offset="0" stop-color="#fff2c4"/><stop offset=".45" stop-color="#d2a046"/>'
        '<stop offset="1" stop-color="#4a2f0e"/></radialGradient></defs>'
        f'<rect width="{wide}" height="{high}" fill="#3a240a"/>{"".join(pieces)}</svg>'
    )


def _carving(wide: int, high: int, thick: float) -> list[str]:
    """Leaves along the hollow, beads along the inner edge, and a shell in each corner."""
    pieces = []
    for along, across, turn in (
        (wide, high, 0), (wide, high, 180), (high, wide, 90), (high, wide, 270)
    ):  # fmt: skip
        place = f"translate({number(wide / 2)} {number(high / 2)}) rotate({turn})"
        marks = []
        count = max(4, round((along - 3.2 * thick) / (0.62 * thick)))
        step = (along - 3.2 * thick) / count
        y = -across / 2 + 0.48 * thick
        size = 0.19 * thick
        for index in range(count):
            x = -along / 2 + 1.6 * thick + (index + 0.5) * step
            lean = 1 if x < 0 else -1
            start, end = number(x - lean * step * 0.48), number(x + lean * step * 0.46)
            level, middle = number(y), number(x)
            leaf = (
                f"M{start} {level}Q{middle} {number(y - 1.5 * size)} {end} {level}"
                f"Q{middle} {number(y + 1.5 * size)} {start} {level}Z"
            )
            line = f'stroke="#4a2f0e" stroke-width="{number(0.03 * thick)}"'
            marks.append(f'<path d="{leaf}" fill="url(#bead)" {line}/>')
        beads = max(8, round((along - 1.7 * thick) / (0.2 * thick)))
        for index in range(beads + 1):
            x = -along / 2 + 0.85 * thick + index * (along - 1.7 * thick) / beads
            marks.append(
                f'<circle cx="{number(x)}" cy="{number(-across / 2 + 0.8 * thick)}" '
                f'r="{number(0.075 * thick)}" fill="url(#bead)"/>'
            )
        pieces.append(f'<g transform="{place}">{"".join(marks)}</g>')
    for x, y, turn in ((0, 0, 0), (wide, 0, 90), (wide, high, 180), (0, high, 270)):
        petals = "".join(
            f'<ellipse cx="{number(0.62 * thick)}" cy="0" rx="{number(0.52 * thick)}" '
            f'ry="{number(0.16 * thick)}" fill="url(#bead)" stroke="#4a2f0e" '
            f'stroke-width="{number(0.03 * thick)}" transform="rotate({angle})"/>'
            for angle in (0, 90, 15, 75, 30, 60, 45)
        )
        heart = f'<circle r="{number(0.2 * thick)}" fill="url(#bead)"/>'
        shift = f"translate({number(0.3 * thick)} {number(0.3 * thick)})"
        pieces.append(
            f'<g transform="translate({x} {y}) rotate({turn}) {shift}">{petals}{heart}</g>'
        )
    return pieces


def _between(first: str, second: str) -> str:
    parts = [(int(first[k : k + 2], 16) + int(second[k : k + 2], 16)) // 2 for k in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)
