"""Costumes of the court and the town."""

from __future__ import annotations

from math import cos, pi, sin

from ..avatar.paint import Point, chain, ellipse, mix, polygon, smooth
from .cloth import Cloth, Sheet, damask, fur_trim, garment, seam, shadow
from .lace import LINEN, bow, collar, jabot, ruff, ruffle, stock
from .metal import GOLD, braid, button, crest, gem, pearl
from .metal import chain as links
from .uniforms import arms, torso


def _at(side: int, x: float, y: float) -> Point:
    return 416 + side * x, y


def _folds(count: int, top: float, spread_: float) -> list[list[Point]]:
    """Long ones, from the shoulders down and apart."""
    return [
        [
            (416 + side * (60 + 74 * k), top + 26 * k),
            (416 + side * (72 + (84 + spread_) * k), top + 210 + 20 * k),
            (416 + side * (66 + (98 + spread_) * k), 1240),
        ]
        for k in range(count)
        for side in (-1, 1)
    ]


def royal(under: Sheet, over: Sheet, colours: dict[str, str]) -> None:
    robe = Cloth(colours["cloth"], 0.3)
    garment(under, torso(), robe, _folds(5, 790, 14), width=46, edge=70)
    tunic = Cloth(colours["facing"], 0.55)
    sheet = over
    front = chain([(330, 740), (322, 900), (300, 1240)], [(532, 1240), (510, 900), (502, 740)])
    pattern = damask(sheet, mix(GOLD[1], GOLD[2], 0.3), 78, 0.75)
    garment(
        sheet,
        front,
        tunic,
        [[(380, 860), (372, 1030), (366, 1240)], [(456, 860), (464, 1030), (470, 1240)]],
        width=20,
        edge=44,
        pattern=pattern,
    )
    braid(sheet, [(416, 860), (416, 1050), (416, 1240)], 12)
    for row in range(5):
        gem(sheet, 416, 960 + 62 * row, 13, colours["gem"])
    for side in (-1, 1):
        edge = [_at(side, 96, 830), _at(side, 118, 980), _at(side, 140, 1110), _at(side, 168, 1250)]
        fur_trim(sheet, edge, 62, "#e9dfcc", spots=True, name=f"edge {side}")
    cape = [(200, 770), (232, 850), (312, 900), (416, 916), (520, 900), (600, 850), (632, 770)]
    whole = chain(
        [(262, 690), (190, 740), (150, 800)],
        [(150, 800), (190, 884), (296, 944), (416, 962), (536, 944), (642, 884), (682, 800)],
        [(682, 800), (642, 740), (570, 690)],
        [(570, 690), (500, 742), (416, 756), (332, 742), (262, 690)],
    )
    shadow(sheet, whole, 20)
    garment(sheet, whole, Cloth("#e4d9c4", 0.5), edge=50)
    fur_trim(sheet, [(196, 792), *cape[1:-1], (636, 792)], 104, "#e9dfcc", spots=True, name="cape")
    fur_trim(
        sheet,
        [(252, 716), (316, 776), (416, 800), (516, 776), (580, 716)],
        92,
        "#efe6d6",
        spots=True,
        name="neck",
    )
    links(
        sheet,
        [(208, 800), (280, 896), (416, 990), (552, 896), (624, 800)],
        19,
        (colours["gem"], "#e8e2d0"),
    )
    gem(sheet, 416, 985, 20, colours["gem"])
    pearl(sheet, 416, 1024, 12)


def ruff_doublet(under: Sheet, over: Sheet, colours: dict[str, str]) -> None:
    cloth = Cloth(colours["cloth"], 0.45)
    garment(under, torso(), cloth, _folds(4, 800, 0), width=30, edge=64)
    arms(under, cloth)
    ruff(under, front=False)
    sheet = over
    front = chain(
        [(310, 740), (276, 900), (300, 1080), (350, 1240)],
        [(482, 1240), (532, 1080), (556, 900), (522, 740)],
    )
    pattern = damask(sheet, mix(cloth.light, GOLD[1], 0.35), 64, 0.4)
    garment(
        sheet,
        front,
        cloth,
        [[(350, 850), (344, 1000), (380, 1230)], [(480, 850), (488, 1000), (452, 1230)]],
        pattern=pattern,
        width=24,
        edge=50,
    )
    for side in (-1, 1):
        crest(sheet, [_at(side, 24, 850), _at(side, 30, 1040), _at(side, 18, 1240)], 30)
        braid(sheet, [_at(side, 44, 850), _at(side, 52, 1040), _at(side, 36, 1240)], 7)
        # Slashes that show the lining.
        for row in range(4):
            start, end = (
                _at(side, 88 - 3 * row, 900 + 82 * row),
                _at(side, 108 - 5 * row, 962 + 82 * row),
            )
            slash = smooth(
                [
                    start,
                    _at(side, 108 - 4 * row, 926 + 82 * row),
                    end,
                    _at(side, 90 - 4 * row, 936 + 82 * row),
                ],
                closed=True,
            )
            sheet.fill(slash, mix(colours["facing"], "#000000", 0.2))
            sheet.line(slash, GOLD[1], 2.4)
    for row in range(7):
        button(sheet, 416, 870 + 52 * row, 10)
    if under.random("chain") < 0.7:
        links(
            sheet,
            [(214, 830), (300, 972), (416, 1030), (532, 972), (618, 830)],
            15,
            (colours["gem"],),
        )
        _pendant(sheet, 416, 1062, colours["gem"])
    ruff(sheet, front=True)


def _pendant(sheet: Sheet, x: float, y: float, colour: str) -> None:
    gem(sheet, x, y, 17, colour)
    pearl(sheet, x, y + 34, 10)


def velvet(under: Sheet, over: Sheet, colours: dict[str, str]) -> None:
    robe = Cloth(colours["cloth"], 0.28)
    garment(under, torso(), robe, _folds(5, 800, 10), width=42, edge=66)
    arms(under, robe)
    behind = [(256, 720), (300, 672), (416, 650), (532, 672), (576, 720)]
    fur_trim(under, behind, 96, colours["fur"], name="behind")
    sheet = over
    brocade = Cloth(colours["facing"], 0.5)
    front = chain([(316, 730), (306, 900), (292, 1240)], [(540, 1240), (526, 900), (516, 730)])
    pattern = damask(sheet, mix(GOLD[1], colours["facing"], 0.2), 96, 0.7)
    garment(
        sheet,
        front,
        brocade,
        [[(366, 840), (350, 1010), (356, 1240)], [(470, 840), (484, 1010), (478, 1240)]],
        pattern=pattern,
        width=22,
        edge=46,
    )
    band = chain(
        [(322, 690), (372, 716), (416, 722), (460, 716), (510, 690)],
        [(516, 742), (466, 776), (416, 784), (366, 776), (316, 742)],
    )
    shirt = chain([(330, 730), (366, 800), (416, 862)], [(466, 800), (502, 730)])
    pleats = [[(396 + 10 * k, 776), (404 + 6 * k, 850)] for k in range(5)]
    garment(sheet, shirt, Cloth(LINEN, 0.7), pleats, width=8, edge=14)
    shadow(sheet, band, 8)
    gathers = [[(332 + 24 * k, 700), (334 + 23.5 * k, 772)] for k in range(8)]
    garment(sheet, band, Cloth(LINEN, 0.8), gathers, width=10, edge=14)
    braid(sheet, [(320, 744), (368, 812), (416, 872), (464, 812), (512, 744)], 10)
    fur = colours["fur"]
    for side in (-1, 1):
        edge = [
            _at(side, 152, 712),
            _at(side, 158, 790),
            _at(side, 128, 920),
            _at(side, 122, 1080),
            _at(side, 140, 1250),
        ]
        fur_trim(sheet, edge, 96, fur, name=f"fur {side}")
    links(
        sheet,
        [(252, 810), (318, 930), (416, 982), (514, 930), (580, 810)],
        15,
        (colours["gem"], "#e8e2d0"),
    )
    _pendant(sheet, 416, 1020, colours["gem"])


def aristocrat(under: Sheet, over: Sheet, colours: dict[str, str]) -> None:
    coat, vest = Cloth(colours["cloth"], 0.75), Cloth(colours["facing"], 0.75)
    garment(under, torso(), coat, _folds(4, 800, 0), width=36, edge=56)
    arms(under, coat)
    sheet = over
    front = chain([(320, 740), (310, 900), (318, 1240)], [(514, 1240), (522, 900), (512, 740)])
    pattern = damask(sheet, mix(vest.light, GOLD[0], 0.5), 46, 0.45)
    garment(
        sheet,
        front,
        vest,
        [[(360, 900), (352, 1040), (364, 1230)], [(474, 900), (482, 1040), (470, 1230)]],
        pattern=pattern,
        width=18,
        edge=40,
    )
    for row in range(6):
        button(sheet, 416, 1010 + 50 * row, 10)
    for side in (-1, 1):
        crest(sheet, [_at(side, 22, 950), _at(side, 26, 1090), _at(side, 22, 1240)], 22)
        edge = chain(
            [_at(side, 150, 698), _at(side, 112, 830), _at(side, 104, 980), _at(side, 124, 1240)],
            [_at(side, 226, 1240), _at(side, 222, 1000), _at(side, 214, 840), _at(side, 194, 716)],
        )
        shadow(sheet, edge, 14)
        garment(
            sheet,
            edge,
            coat,
            [[_at(side, 180, 800), _at(side, 176, 960), _at(side, 182, 1200)]],
            width=26,
            edge=26,
        )
        crest(
            sheet,
            [_at(side, 140, 800), _at(side, 128, 930), _at(side, 128, 1080), _at(side, 146, 1235)],
            46,
        )
        braid(sheet, [_at(side, 112, 830), _at(side, 104, 980), _at(side, 124, 1240)], 7)
        crest(
            sheet,
            [_at(side, 178, 790), _at(side, 172, 930), _at(side, 176, 1080), _at(side, 188, 1235)],
            30,
        )
        for row in range(5):
            button(sheet, *_at(side, 204, 868 + 78 * row), 12)
    stock(sheet)
    jabot(sheet, 778)
    gem(sheet, 416, 784, 14, colours["gem"])
    if under.random("order") < 0.6:
        _star_order(sheet, 560, 960, colours["gem"])


def _star_order(sheet: Sheet, x: float, y: float, colour: str) -> None:
    points = []
    for turn in range(32):
        reach = (46.0, 26.0, 38.0, 26.0)[turn % 4]
        points.append((x + reach * sin(turn * pi / 16), y - reach * cos(turn * pi / 16)))
    star = polygon(points)
    shadow(sheet, star, 10)
    sheet.fill(
        star, sheet.radial((x - 12, y - 14), 62, (0, "#ffffff"), (0.4, "#c9cbd0"), (1, "#4a4d58"))
    )
    sheet.fill(ellipse(x, y, 17, 17), GOLD[1])
    gem(sheet, x, y, 12, colour)


def victorian(under: Sheet, over: Sheet, colours: dict[str, str]) -> None:
    coat, vest = Cloth(colours["cloth"], 0.2), Cloth(colours["facing"], 0.55)
    garment(under, torso(), coat, _folds(3, 810, 0), width=34, edge=60)
    arms(under, coat)
    sheet = over
    shirt = chain([(318, 710), (340, 860), (416, 990)], [(492, 860), (514, 710)])
    garment(
        sheet,
        shirt,
        Cloth(LINEN, 0.6),
        [[(376, 800), (392, 860), (410, 930)], [(456, 800), (440, 860), (422, 930)]],
        width=10,
        edge=26,
    )
    waistcoat = chain(
        [(322, 820), (364, 900), (416, 966)], [(468, 900), (510, 820)], [(540, 1240), (292, 1240)]
    )
    pattern = damask(sheet, mix(vest.light, GOLD[1], 0.3), 40, 0.4)
    garment(
        sheet,
        waistcoat,
        vest,
        [[(360, 980), (350, 1100), (356, 1230)], [(476, 980), (484, 1100), (478, 1230)]],
        pattern=pattern,
        width=18,
        edge=40,
    )
    seam(sheet, [(416, 966), (420, 1090), (418, 1240)], vest, 3)
    for row in range(5):
        button(sheet, 432, 1000 + 52 * row, 10)
    links(sheet, [(430, 1056), (470, 1100), (520, 1104), (552, 1060)], 9)
    for side in (-1, 1):
        lapel = chain(
            [_at(side, 150, 704), _at(side, 100, 830), _at(side, 64, 990), _at(side, 84, 1240)],
            [_at(side, 220, 1240), _at(side, 214, 1010)],
            [
                _at(side, 214, 1010),
                _at(side, 232, 900),
                _at(side, 186, 880),
                _at(side, 224, 826),
                _at(side, 196, 722),
            ],
        )
        shadow(sheet, lapel, 18)
        garment(
            sheet,
            lapel,
            coat,
            [[_at(side, 170, 760), _at(side, 140, 900), _at(side, 112, 1080)]],
            width=26,
            edge=26,
        )
        braid_colour = (mix(coat.light, "#ffffff", 0.1), coat.light, coat.dark, "#08060a")
        braid(
            sheet,
            [_at(side, 146, 712), _at(side, 100, 830), _at(side, 64, 990), _at(side, 84, 1240)],
            5,
            braid_colour,
            fall=False,
        )
        wing = polygon(
            (_at(side, 134, 676), _at(side, 150, 734), _at(side, 66, 806), _at(side, 26, 772))
        )
        shadow(sheet, wing, 9)
        garment(sheet, wing, Cloth("#f2ebdc", 0.7), edge=14)
    bow(sheet, Cloth(colours["sash"], 0.7), 802, 0.95)
    gem(sheet, 416, 800, 11, colours["gem"])
    _flower(sheet, 596, 856, colours["sash"])


def _flower(sheet: Sheet, x: float, y: float, colour: str) -> None:
    """In the buttonhole."""
    for turn in range(3):
        leaf = ellipse(x - 20 + 20 * turn, y + 24 - 6 * (turn % 2), 17, 9)
        sheet.fill(leaf, "#3c5230", extra=f'transform="rotate({40 - 40 * turn} {x} {y + 20})"')
    shadow(sheet, ellipse(x, y, 26, 24), 8)
    for ring, (radius, count) in enumerate(((24, 7), (15, 6), (7, 4))):
        for turn in range(count):
            angle = 360 * turn / count + 20 * ring
            shade = mix(mix(colour, "#ffffff", 0.25 + 0.12 * ring), "#000000", 0.25 * (turn % 2))
            sheet.fill(
                ellipse(x, y - radius * 0.55, radius * 0.55, radius * 0.5), shade,
                extra=f'transform="rotate({angle:.0f} {x} {y})"',
            )  # fmt: skip


def gown(under: Sheet, over: Sheet, colours: dict[str, str]) -> None:
    silk = Cloth(colours["cloth"], 0.9)
    garment(under, torso(), silk, _folds(4, 820, 4), width=44, edge=60)
    arms(under, silk)
    sheet = over
    bodice = chain(
        [(280, 770), (276, 900), (320, 1060), (352, 1240)],
        [(480, 1240), (512, 1060), (556, 900), (552, 770)],
    )
    pattern = damask(sheet, silk.light, 70, 0.35)
    garment(
        sheet,
        bodice,
        silk,
        [
            [(356, 880), (360, 1040), (388, 1230)],
            [(476, 880), (472, 1040), (444, 1230)],
            [(316, 880), (330, 1000), (360, 1180)],
            [(516, 880), (502, 1000), (472, 1180)],
        ],
        pattern=pattern,
        width=26,
        edge=44,
    )
    for row in range(4):
        bow(sheet, Cloth(colours["sash"], 0.85), 960 + 78 * row, 0.62 - 0.06 * row)
    for side in (-1, 1):
        for row in range(2):
            ruffle(
                sheet,
                _at(side, 232 - 18 * row, 812 + 46 * row),
                120,
                190,
                76,
                f"sleeve {side} {row}",
            )
    collar(sheet, Cloth(LINEN, 0.7))
    for row, (sag, size) in enumerate(((46, 10.0), (78, 9.0))):
        for index in range(15):
            share = index / 14
            x = 416 + (share - 0.5) * (268 - 10 * row)
            pearl(sheet, x, 722 + sag * (1 - (2 * share - 1) ** 2) + 12 * row, size)
    cameo = ellipse(416, 842, 27, 34)
    shadow(sheet, cameo, 10)
    sheet.fill(cameo, sheet.radial((404, 826), 60, (0, GOLD[0]), (0.4, GOLD[1]), (1, GOLD[3])))
    sheet.fill(ellipse(416, 842, 20, 26), mix(colours["gem"], "#000000", 0.25))
    profile = smooth(
        [
            (410, 826),
            (422, 828),
            (424, 838),
            (427, 844),
            (422, 848),
            (420, 856),
            (428, 864),
            (404, 864),
            (408, 852),
            (404, 838),
        ],
        closed=True,
    )
    sheet.fill(profile, "#f0e6d2")
