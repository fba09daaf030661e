"""Rooms behind a sitter, in a picture of 832x1216 that may be wider: curtains and a column, a
library, a palace's window, a throne."""

from __future__ import annotations

from ..avatar.paint import Point, chain, ellipse, mix, number, polygon, smooth, spread, taper
from .cloth import Sheet

_VELVETS = ("#5e1218", "#1d3a2c", "#3a1a44", "#1c2a4e", "#6a4a1c")
_STONES = ("#8a7c68", "#7c7468", "#94846c")
_BINDINGS = ("#5a2018", "#2c3a24", "#2a2c44", "#6a4a24", "#46301e", "#6e5a3a", "#401a20")


def _rect(x: float, y: float, wide: float, tall: float) -> str:
    return polygon(((x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)))


def _wall(sheet: Sheet, left: float, right: float, light: str, dark: str) -> None:
    paint = sheet.radial((360, 420), 1000, (0, light), (0.55, mix(light, dark, 0.65)), (1, dark))
    sheet.fill(_rect(left, 0, right - left, 1216), paint)


def _chosen(sheet: Sheet, options: tuple[str, ...], path: str) -> str:
    return options[int(sheet.random(path) * len(options))]


def _curtain(sheet: Sheet, edge: float, side: int, colour: str, reach: float) -> None:
    """Hangs from above at one side, gathered by a cord at two thirds of the height."""

    def at(x: float, y: float) -> Point:
        return edge - side * x, y

    shape = chain(
        [at(-40, -20), at(reach, -20)],
        [at(reach, -20), at(reach * 0.92, 200), at(reach * 0.7, 460), at(reach * 0.36, 690)],
        [at(reach * 0.36, 690), at(reach * 0.5, 860), at(reach * 0.62, 1240)],
        [at(reach * 0.62, 1240), at(-40, 1240)],
    )
    deep, light = mix(colour, "#050203", 0.72), mix(colour, "#ffcf9a", 0.34)
    sheet.fill(
        shape,
        "#000000",
        opacity=0.6,
        extra=f'transform="translate({-side * 22} 26)" {sheet.blur(22)}',
    )
    sheet.fill(
        shape,
        sheet.linear(at(0, 0), at(reach, 0), (0, deep), (0.45, colour), (0.8, light), (1, deep)),
    )
    marks = []
    for fold in range(7):
        share = (fold + 0.4 + 0.4 * sheet.random(f"fold {side} {fold}")) / 7
        upper = [
            at(reach * share, -20),
            at(reach * share * 0.94, 240),
            at(reach * share * 0.66, 500),
            at(reach * share * 0.36, 690),
        ]
        lower = [
            at(reach * share * 0.36, 690),
            at(reach * share * 0.46, 860),
            at(reach * share * 0.62, 1250),
        ]
        for run in (upper, lower):
            line = spread(run)
            marks.append(f'<path d="{taper(line, 44, peak=0.5)}" fill="{deep}" fill-opacity=".9"/>')
            lit = [(x - 20, y) for x, y in line]
            marks.append(
                f'<path d="{taper(lit, 22, peak=0.5)}" fill="{light}" fill-opacity=".75"/>'
            )
    sheet.group(sheet.clip(shape), [f"<g {sheet.blur(7)}>{''.join(marks)}</g>"])
    x, y = at(reach * 0.2, 690)
    cord = smooth([at(-20, 668), (x, y + 6), at(reach * 0.4, 690)])
    sheet.line(cord, "#3a240a", 22)
    sheet.line(cord, "#c4953c", 14)
    sheet.line(cord, "#f2d68a", 5, extra='stroke-dasharray="7 9" stroke-linecap="butt"')
    tassel = at(reach * 0.3, 700)
    for strand in range(9):
        dx = (strand - 4) * 3.4
        top = f"{number(tassel[0] + dx * 0.5)} {number(tassel[1] + 24)}"
        end = f"{number(tassel[0] + dx)} {number(tassel[1] + 108)}"
        sheet.line(f"M{top}L{end}", "#a87a2c", 4)
    sheet.fill(
        ellipse(tassel[0], tassel[1] + 18, 16, 18),
        sheet.radial(
            (tassel[0] - 5, tassel[1] + 10), 26, (0, "#f6dc94"), (0.5, "#b8862e"), (1, "#3f260b")
        ),
    )


def _column(sheet: Sheet, x: float, wide: float, colour: str) -> None:
    """Fluted, from its base out of the picture above."""
    light, dark = mix(colour, "#fff0d8", 0.35), mix(colour, "#0c0806", 0.75)
    shaft = _rect(x - wide / 2, -10, wide, 900)
    ends = (x - wide / 2, 0.0), (x + wide / 2, 0.0)
    sheet.fill(
        _rect(x - wide / 2 + 30, 0, wide + 30, 920), "#000000", opacity=0.5, extra=sheet.blur(24)
    )
    sheet.fill(
        shaft,
        sheet.linear(*ends, (0, mix(colour, dark, 0.3)), (0.28, light), (0.6, colour), (1, dark)),
    )
    flutes = 7
    for flute in range(flutes):
        share = (flute + 0.5) / flutes
        across = x + (share - 0.5) * wide * 0.94
        narrow = wide / flutes * 0.5 * (1 - 1.4 * (share - 0.5) ** 2)
        sheet.fill(_rect(across - narrow / 2, -10, narrow, 880), dark, opacity=0.42)
        sheet.fill(_rect(across + narrow / 2, -10, narrow * 0.35, 880), light, opacity=0.3)
    for step, (grow, y, tall) in enumerate(
        ((10, 884, 26), (26, 908, 34), (18, 940, 18), (44, 956, 300))
    ):
        block = _rect(x - wide / 2 - grow, y, wide + 2 * grow, tall)
        paint = sheet.linear(
            (x - wide / 2 - grow, y),
            (x + wide / 2 + grow, y),
            (0, mix(colour, dark, 0.35)),
            (0.3, mix(light, colour, 0.2 * step)),
            (1, dark),
        )
        sheet.fill(block, paint)


def drapery(sheet: Sheet, left: float, right: float) -> None:
    stone, velvet = _chosen(sheet, _STONES, "stone"), _chosen(sheet, _VELVETS, "velvet")
    _wall(sheet, left, right, "#6a5038", "#1a110b")
    if sheet.random("side") < 0.5:
        _column(sheet, left + 120, 150, stone)
        _curtain(sheet, right, 1, velvet, 330)
    else:
        _column(sheet, right - 120, 150, stone)
        _curtain(sheet, left, -1, velvet, 330)


def library(sheet: Sheet, left: float, right: float) -> None:
    wood = "#3e2615"
    _wall(sheet, left, right, "#2c1b10", "#120a06")
    bay = 300.0
    start = 416 - 1.5 * bay - bay * round((416 - left) / bay)
    column = 0
    x = start
    while x < right:
        for row in range(5):
            _shelf(sheet, x + 22, 262.0 * row - 60, bay - 44, 224, f"{column} {row}")
            board = _rect(x, 262.0 * row + 164, bay, 22)
            sheet.fill(
                board,
                sheet.linear(
                    (0, 262.0 * row + 164),
                    (0, 262.0 * row + 186),
                    (0, "#7a5230"),
                    (0.3, wood),
                    (1, "#170d06"),
                ),
            )
            sheet.fill(
                _rect(x, 262.0 * row + 186, bay, 30), "#000000", opacity=0.55, extra=sheet.blur(7)
            )
        post = _rect(x - 22, -10, 44, 1240)
        sheet.fill(
            post,
            sheet.linear(
                (x - 22, 0),
                (x + 22, 0),
                (0, "#241409"),
                (0.35, "#805632"),
                (0.6, wood),
                (1, "#120a05"),
            ),
        )
        for inset in (-9, 9):
            sheet.line(
                f"M{number(x + inset)} -10L{number(x + inset)} 1230", "#150b05", 2.5, opacity=0.7
            )
        x += bay
        column += 1
    glow = sheet.radial((330, 380), 760, (0, "#ffbe6a3a"), (0.5, "#ffbe6a10"), (1, "#00000000"))
    sheet.fill(_rect(left, 0, right - left, 1216), glow)


def _shelf(sheet: Sheet, x: float, y: float, wide: float, tall: float, name: str) -> None:
    sheet.fill(_rect(x, y, wide, tall), "#0d0704")
    at, book = x + 2, 0
    while at < x + wide - 16:
        key = f"book {name} {book}"
        thick = 17 + 24 * sheet.random(key + " w")
        thick = min(thick, x + wide - at)
        high = tall * (0.62 + 0.3 * sheet.random(key + " h"))
        colour = _chosen(sheet, _BINDINGS, key + " c")
        top = y + tall - high
        lean = sheet.random(key + " l") < 0.06
        extra = f'transform="rotate(7 {number(at)} {number(y + tall)})"' if lean else ""
        paint = sheet.linear(
            (at, 0),
            (at + thick, 0),
            (0, mix(colour, "#000000", 0.45)),
            (0.3, mix(colour, "#ffd9a0", 0.22)),
            (0.65, colour),
            (1, mix(colour, "#000000", 0.65)),
        )
        sheet.fill(_rect(at, top, thick - 1.5, high), paint, extra=extra)
        for band in (0.12, 0.2, 0.8):
            gold = "#c99a46" if sheet.random(key + " g") < 0.7 else "#7a5a2c"
            sheet.fill(
                _rect(at, top + high * band, thick - 1.5, 4), gold, opacity=0.75, extra=extra
            )
        if sheet.random(key + " t") < 0.5:
            label = _rect(at + 2, top + high * 0.28, thick - 5.5, high * 0.16)
            sheet.fill(label, "#2a0f0c", opacity=0.8, extra=extra)
            sheet.fill(
                _rect(at + 4, top + high * 0.34, thick - 9.5, 3),
                "#d2a650",
                opacity=0.8,
                extra=extra,
            )
        at += thick + (14 if lean else 0)
        book += 1


def palace(sheet: Sheet, left: float, right: float) -> None:
    tint = _chosen(sheet, ("#7a6a4c", "#5c6658", "#6e5648"), "wall")
    _wall(sheet, left, right, tint, mix(tint, "#0a0705", 0.82))
    side = -1 if sheet.random("side") < 0.5 else 1
    x = (left + 190) if side < 0 else (right - 190)
    _window(sheet, x)
    other = (right - 130) if side < 0 else (left + 130)
    _pilaster(sheet, other, tint)
    _pilaster(sheet, x + side * 175, tint)
    _pilaster(sheet, x - side * 175, tint)
    for y, tall in ((40, 30), (92, 10), (930, 18), (956, 8)):
        moulding = _rect(left, y, right - left, tall)
        sheet.fill(
            moulding,
            sheet.linear((0, y), (0, y + tall), (0, "#d8b46a"), (0.4, "#7a5a26"), (1, "#2a1a0a")),
            opacity=0.55,
        )
    _curtain(sheet, left if side < 0 else right, side, _chosen(sheet, _VELVETS, "velvet"), 190)


def _window(sheet: Sheet, x: float) -> None:
    frame = chain(
        [(x - 118, 900), (x - 118, 330)],
        [(x - 118, 330), (x - 84, 214), (x, 168), (x + 84, 214), (x + 118, 330)],
        [(x + 118, 330), (x + 118, 900)],
    )
    sheet.fill(frame, "#ffcf8a", opacity=0.35, extra=sheet.blur(40))
    sheet.fill(frame, "#3a2a16")
    pane = chain(
        [(x - 104, 890), (x - 104, 336)],
        [(x - 104, 336), (x - 74, 230), (x, 188), (x + 74, 230), (x + 104, 336)],
        [(x + 104, 336), (x + 104, 890)],
    )
    sheet.fill(
        pane,
        sheet.linear(
            (x, 180), (x, 900), (0, "#7f97a6"), (0.45, "#d9c6a0"), (0.7, "#f0b86a"), (1, "#6a5a38")
        ),
    )
    inside = sheet.clip(pane)
    hills = smooth(
        [
            (x - 110, 760),
            (x - 40, 716),
            (x + 30, 744),
            (x + 110, 700),
            (x + 110, 900),
            (x - 110, 900),
        ],
        closed=True,
    )
    clouds = "".join(ellipse(x - 80 + 60 * k, 360 + 70 * (k % 3), 70, 16) for k in range(4))
    sheet.group(
        inside,
        [
            f'<path d="{clouds}" fill="#fff0d6" fill-opacity=".6" {sheet.blur(9)}/>',
            f'<path d="{hills}" fill="#4c5438" fill-opacity=".9" {sheet.blur(4)}/>',
        ],
    )
    for bar in (-36, 36):
        sheet.fill(_rect(x + bar - 3, 180, 6, 715), "#4a3820")
    for bar in (330, 470, 610, 750):
        sheet.fill(_rect(x - 106, bar - 3, 212, 6), "#4a3820")
    sheet.line(pane, "#b08a46", 5, opacity=0.7)


def _pilaster(sheet: Sheet, x: float, tint: str) -> None:
    light, dark = mix(tint, "#ffe6bc", 0.3), mix(tint, "#0a0604", 0.7)
    sheet.fill(
        _rect(x - 34, 100, 68, 1130),
        sheet.linear((x - 34, 0), (x + 34, 0), (0, dark), (0.25, light), (0.7, tint), (1, dark)),
    )
    sheet.line(_rect(x - 20, 190, 40, 700), dark, 4, opacity=0.7)
    for y, half in ((104, 46), (126, 40), (148, 36)):
        sheet.fill(
            _rect(x - half, y, 2 * half, 16),
            sheet.linear((0, y), (0, y + 16), (0, "#e8c884"), (0.5, "#8a682e"), (1, "#2e1d0b")),
            opacity=0.85,
        )


def throne(sheet: Sheet, left: float, right: float) -> None:
    velvet = _chosen(sheet, _VELVETS, "velvet")
    _wall(sheet, left, right, "#4a3424", "#120b08")
    _curtain(sheet, left, -1, mix(velvet, "#000000", 0.35), 190)
    _curtain(sheet, right, 1, mix(velvet, "#000000", 0.35), 190)
    back = chain(
        [(150, 1240), (150, 400)],
        [
            (150, 400),
            (176, 300),
            (260, 250),
            (330, 176),
            (416, 146),
            (502, 176),
            (572, 250),
            (656, 300),
            (682, 400),
        ],
        [(682, 400), (682, 1240)],
    )
    sheet.fill(back, "#000000", opacity=0.7, extra=f'transform="translate(20 26)" {sheet.blur(26)}')
    sheet.fill(
        back,
        sheet.linear(
            (150, 150),
            (682, 1100),
            (0, "#f4d890"),
            (0.3, "#b8862e"),
            (0.65, "#6e4a16"),
            (1, "#2a1706"),
        ),
    )
    pad = chain(
        [(206, 1240), (206, 420)],
        [
            (206, 420),
            (226, 346),
            (296, 302),
            (356, 240),
            (416, 220),
            (476, 240),
            (536, 302),
            (606, 346),
            (626, 420),
        ],
        [(626, 420), (626, 1240)],
    )
    light, deep = mix(velvet, "#ffc090", 0.3), mix(velvet, "#040202", 0.65)
    sheet.fill(pad, sheet.radial((350, 470), 620, (0, light), (0.5, velvet), (1, deep)))
    marks = []
    for row in range(12):
        for column in range(7):
            x = 218 + 66 * column + 33 * (row % 2)
            y = 300 + 74 * row
            marks.append(
                f'<path d="{ellipse(x, y + 6, 26, 30)}" fill="{deep}" fill-opacity=".55"/>'
            )
            marks.append(
                f'<path d="{ellipse(x + 33, y + 34, 20, 22)}" fill="{light}" fill-opacity=".5"/>'
            )
    sheet.group(sheet.clip(pad), [f"<g {sheet.blur(9)}>{''.join(marks)}</g>"])
    for row in range(12):
        for column in range(7):
            x, y = 218 + 66 * column + 33 * (row % 2), 300 + 74 * row
            if 226 < x < 606:
                sheet.fill(ellipse(x, y, 6, 6), "#c9983e")
    sheet.line(pad, "#2e1a08", 9)
    sheet.line(pad, "#e6bf66", 4)
    for share in range(30):
        y = 420 + 28 * share
        for x in (178, 654):
            bead = ellipse(x, y, 9, 9)
            sheet.fill(
                bead,
                sheet.radial((x - 3, y - 3), 14, (0, "#fff0bc"), (0.5, "#c4923a"), (1, "#3f260b")),
            )
    _finial(sheet, 416, 150)
    for x in (166, 666):
        sheet.fill(
            ellipse(x, 372, 34, 40),
            sheet.radial((x - 10, 358), 56, (0, "#fff0bc"), (0.45, "#c4923a"), (1, "#33200a")),
        )


def _finial(sheet: Sheet, x: float, y: float) -> None:
    """A carved crown at the top of the back."""
    base = chain(
        [
            (x - 74, y + 26),
            (x - 92, y - 54),
            (x - 48, y - 8),
            (x, y - 84),
            (x + 48, y - 8),
            (x + 92, y - 54),
            (x + 74, y + 26),
        ],
        [(x + 40, y + 40), (x, y + 46), (x - 40, y + 40)],
    )
    sheet.fill(
        base,
        sheet.linear(
            (x - 80, y - 70), (x + 80, y + 40), (0, "#fff0bc"), (0.4, "#c4923a"), (1, "#3f260b")
        ),
    )
    for dx, dy in ((-92, -60), (0, -92), (92, -60)):
        sheet.fill(
            ellipse(x + dx, y + dy, 13, 13),
            sheet.radial(
                (x + dx - 4, y + dy - 4), 20, (0, "#fff6d6"), (0.5, "#c4923a"), (1, "#3f260b")
            ),
        )
    sheet.fill(
        ellipse(x, y + 6, 17, 17),
        sheet.radial((x - 5, y), 26, (0, "#ff9a8a"), (0.4, "#a01424"), (1, "#2a0408")),
    )
