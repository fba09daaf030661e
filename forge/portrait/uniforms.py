"""Costumes of officers: the hussar's and the admiral's."""

from __future__ import annotations

from ..avatar.paint import Point, chain, polygon, smooth
from .cloth import Cloth, Sheet, garment, seam, shadow
from .lace import LINEN, jabot, stock
from .metal import GOLD, SILVER, braid, button, cords, crest, epaulette, medal
from .metal import chain as links

_RIBBONS = (
    ("#8a1c22", "#e8dcc0", "#8a1c22"),
    ("#1c3a6e", "#d8b24a", "#1c3a6e"),
    ("#e8dcc0", "#1f5a3a", "#e8dcc0"),
    ("#5a2a6e", "#e8dcc0", "#c4982e"),
)


def torso() -> str:
    """Shoulders, arms and chest, out of the picture below and, where it is broad, aside."""
    left: list[Point] = [
        (300, 716), (226, 760), (136, 800), (66, 862), (26, 960), (-4, 1090), (-20, 1240)
    ]  # fmt: skip
    right = [(832 - x, y) for x, y in reversed(left)]
    return chain(left, [(-20, 1240), (852, 1240)], right)


def arms(sheet: Sheet, cloth: Cloth) -> None:
    """The lines that part the arms from the chest, and the sleeves' folds."""
    for side in (-1, 1):

        def at(x: float, y: float, side: int = side) -> Point:
            return 416 + side * x, y

        gap = [at(258, 900), at(244, 980), at(262, 1080), at(252, 1240)]
        wide = smooth(
            [
                at(258, 880),
                at(236, 980),
                at(258, 1090),
                at(244, 1250),
                at(286, 1250),
                at(282, 1080),
                at(268, 960),
            ],
            closed=True,
        )
        sheet.fill(wide, "#0a0506", opacity=0.6, extra=sheet.blur(9))
        seam(sheet, gap, cloth, 3)
        marks = []
        for k in range(5):
            y = 960 + 58 * k
            line = smooth([at(292, y), at(338, y + 22 + 6 * (k % 2)), at(396, y + 8)])
            marks.append(
                f'<path d="{line}" fill="none" stroke="{cloth.dark}" stroke-width="15" '
                'stroke-opacity=".75"/>'
            )
            lit = smooth([at(300, y - 15), at(340, y + 5), at(390, y - 9)])
            marks.append(
                f'<path d="{lit}" fill="none" stroke="{cloth.light}" stroke-width="8" '
                'stroke-opacity=".4"/>'
            )
        sheet.group(sheet.blur(6), marks)


def _chest_folds() -> list[list[Point]]:
    folds: list[list[Point]] = []
    for side in (-1, 1):
        folds += [
            [
                (416 + side * 120, 800),
                (416 + side * 150, 940),
                (416 + side * 140, 1100),
                (416 + side * 150, 1230),
            ],
            [(416 + side * 205, 850), (416 + side * 218, 980), (416 + side * 196, 1120)],
        ]
    return folds


def standing_collar(sheet: Sheet, cloth: Cloth, *, high: float = 694, half: float = 150) -> str:
    """Stiff, round the neck, open a little under the chin; gives its outline."""
    shape = chain(
        [(416 - half, high - 14), (416 - half * 0.55, high + 22), (416 - 14, high + 44)],
        [(416 + 14, high + 44), (416 + half * 0.55, high + 22), (416 + half, high - 14)],
        [
            (416 + half * 1.12, high + 66),
            (416 + half * 0.6, high + 122),
            (416, high + 140),
            (416 - half * 0.6, high + 122),
            (416 - half * 1.12, high + 66),
        ],
    )
    shadow(sheet, shape, 16)
    garment(sheet, shape, cloth, edge=20)
    return shape


def hussar(under: Sheet, over: Sheet, colours: dict[str, str]) -> None:
    cloth, facing = Cloth(colours["cloth"], 0.35), Cloth(colours["facing"], 0.35)
    metal = SILVER if under.random("metal") < 0.25 else GOLD
    garment(under, torso(), cloth, _chest_folds(), width=34, edge=60)
    arms(under, cloth)
    sheet = over
    front = chain(
        [(300, 760), (260, 900), (268, 1060), (300, 1240)],
        [(532, 1240), (564, 1060), (572, 900), (532, 760)],
    )
    garment(sheet, front, cloth, _chest_folds(), width=30, edge=44)
    # Rows of cord across the chest, with a loop at each end.
    for row in range(8):
        y = 838 + 54 * row
        reach = 178 - 6 * row
        for drop in (0, 17):
            braid(
                sheet,
                [
                    (416 - reach, y - 26 + drop),
                    (416 - reach * 0.5, y - 4 + drop),
                    (416, y + 4 + drop),
                    (416 + reach * 0.5, y - 4 + drop),
                    (416 + reach, y - 26 + drop),
                ],
                10,
                metal,
            )
        for side in (-1, 1):
            x = 416 + side * reach
            loop = [
                (x, y - 26),
                (x + side * 22, y - 44),
                (x + side * 36, y - 22),
                (x + side * 20, y - 2),
                (x, y - 10),
            ]
            braid(sheet, loop, 8, metal)
            button(sheet, x - side * 6, y - 16, 10, metal)
        button(sheet, 416, y + 12, 15, metal)
        for side in (-1, 1):
            button(sheet, 416 + side * reach * 0.52, y + 4, 11, metal)
    collar = standing_collar(sheet, facing)
    braid(sheet, [(268, 682), (334, 716), (402, 738)], 11, metal)
    braid(sheet, [(564, 682), (498, 716), (430, 738)], 11, metal)
    crest(sheet, [(274, 730), (340, 776), (404, 792)], 36, metal)
    crest(sheet, [(558, 730), (492, 776), (428, 792)], 36, metal)
    braid(sheet, [(250, 762), (326, 814), (416, 834), (506, 814), (582, 762)], 11, metal)
    del collar
    if under.random("pelisse") < 0.6:
        _sash(sheet, Cloth(colours["sash"], 0.7))
    for side in (-1, 1):
        epaulette(sheet, side, metal)
    cords(sheet, -1, metal)
    _medals(sheet, 2 + round(under.random("medals") * 2))


def admiral(under: Sheet, over: Sheet, colours: dict[str, str]) -> None:
    cloth, facing = Cloth(colours["cloth"], 0.3), Cloth(colours["facing"], 0.4)
    garment(under, torso(), cloth, _chest_folds(), width=34, edge=60)
    arms(under, cloth)
    sheet = over
    waistcoat = chain([(326, 760), (318, 900), (330, 1240)], [(502, 1240), (514, 900), (506, 760)])
    white = Cloth(LINEN if under.random("waistcoat") < 0.6 else "#c9a45c", 0.6)
    garment(
        sheet,
        waistcoat,
        white,
        [[(360, 860), (352, 1000), (360, 1200)], [(470, 880), (482, 1010), (470, 1200)]],
        width=18,
        edge=40,
    )
    seam(sheet, [(416, 850), (418, 1000), (416, 1240)], white, 3)
    for row in range(6):
        button(sheet, 430, 940 + 56 * row, 11)
    stock(sheet)
    jabot(sheet, 786)
    for side in (-1, 1):

        def at(x: float, y: float, side: int = side) -> Point:
            return 416 + side * x, y

        lapel = chain(
            [at(150, 700), at(116, 800), at(94, 930), at(84, 1100), at(92, 1240)],
            [at(206, 1240), at(214, 1080), at(206, 930), at(206, 820), at(186, 726)],
        )
        shadow(sheet, lapel, 16)
        garment(
            sheet, lapel, facing, [[at(170, 780), at(160, 900), at(150, 1040)]], width=20, edge=24
        )
        braid(sheet, [at(116, 800), at(94, 930), at(84, 1100), at(92, 1240)], 13)
        crest(sheet, [at(140, 800), at(120, 930), at(110, 1090), at(118, 1230)], 34)
        braid(sheet, [at(206, 820), at(206, 930), at(214, 1080), at(206, 1240)], 8)
        for row in range(6):
            button(sheet, *at(182 - 2 * (row % 2), 850 + 66 * row), 14)
        high = chain(
            [at(150, 690), at(176, 676), at(196, 700), at(206, 770)],
            [at(206, 770), at(160, 800), at(128, 812), at(142, 740)],
        )
        shadow(sheet, high, 12)
        garment(sheet, high, facing, edge=18)
        braid(sheet, [at(152, 696), at(146, 750), at(130, 808), at(164, 798), at(202, 768)], 9)
    if under.random("sash") < 0.75:
        _sash(sheet, Cloth(colours["sash"], 0.7))
    for side in (-1, 1):
        epaulette(sheet, side)
    if under.random("chain") < 0.4:
        links(sheet, [(236, 800), (300, 930), (416, 986), (532, 930), (596, 800)], 13, ("#8a1c22",))
    _medals(sheet, 2 + round(under.random("medals") * 2))


def _sash(sheet: Sheet, cloth: Cloth) -> None:
    """From the right shoulder, on the picture's left, to the other hip."""
    shape = polygon(((176, 812), (262, 776), (700, 1240), (560, 1240)))
    shadow(sheet, shape, 12)
    lines: list[list[Point]] = [
        [(200 + 22 * k, 806 - 9 * k), (380 + 34 * k, 1010 - 4 * k), (580 + 32 * k, 1240)]
        for k in range(4)
    ]
    garment(sheet, shape, cloth, lines, width=13, edge=16)
    for start, middle, end in (
        ((182, 812), (370, 1020), (568, 1240)),
        ((258, 780), (466, 1000), (690, 1240)),
    ):
        braid(sheet, [start, middle, end], 6, fall=False)


def _medals(sheet: Sheet, count: int) -> None:
    for index in range(count):
        kind = round(sheet.random(f"medal {index}") * 2)
        ribbon = _RIBBONS[int(sheet.random(f"ribbon {index}") * len(_RIBBONS))]
        medal(sheet, 528 + 44 * index - 12 * count, 906 + 7 * index, kind, ribbon)
