"""Clothes and things: each kind has a drawing of its own, in its colours and layers."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.cuts import CUTS
from avatarforge.forge.avatar.drawing import Drawing, draw
from avatarforge.forge.avatar.features import (
    VIEWS,
    Accessory,
    Colour,
    Features,
    Garment,
    Hair,
    Prop,
    View,
)
from avatarforge.forge.avatar.line import LineStyle
from avatarforge.forge.avatar.outfit import dress
from avatarforge.forge.avatar.parts.props import KINDS
from avatarforge.forge.avatar.raster import rasterise
from avatarforge.forge.avatar.vocabulary.held import PROPS
from avatarforge.forge.avatar.vocabulary.wardrobe import GARMENTS, MATERIALS, PATTERNS
from avatarforge.forge.avatar.vocabulary.worn import ACCESSORIES
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.pose.library import pose as library_pose

RED, WHITE, BLUE = (
    Colour("red", "#cf2b2b"),
    Colour("white", "#f7f6f2"),
    Colour("blue", "#2f63c4"),
)
PLAIN = Features(
    gender="female",
    age="young adult",
    skin_tone="light",
    hair=Hair(style="bob", length="medium", colour=Colour("brown", "#63402a")),
    garments=(Garment(kind="t-shirt"), Garment(kind="jeans")),
)
Picture = npt.NDArray[np.uint8]


def pixels(drawing: Drawing) -> Picture:
    return rasterise(drawing.figure, drawing.width, drawing.height)


def outline(*garments: str) -> npt.NDArray[np.bool_]:
    """The shape of the person in these clothes, without what is inside it."""
    worn = tuple(Garment(kind=kind, colour=RED) for kind in garments)
    person = replace(PLAIN, garments=worn, hair=replace(PLAIN.hair, style="buzz cut"))
    return pixels(draw(person, width=128, height=192))[..., 3] > 127


def drawn(features: Features) -> str:
    svg = draw(features, width=64, height=96).svg
    return re.sub(r"a[0-9a-f]{6}-", "", svg)


def test_every_kind_that_words_can_ask_for_is_drawn_as_itself() -> None:
    missing = [
        kind
        for kind, person in [
            *((k, replace(PLAIN, garments=(Garment(kind=k),))) for k in GARMENTS),
            *((k, replace(PLAIN, props=(Prop(kind=k),))) for k in PROPS),
            *((k, replace(PLAIN, accessories=(Accessory(kind=k),))) for k in ACCESSORIES),
        ]
        if draw(cast(person, 1), width=64, height=96).not_drawn
    ]
    assert missing == []


def test_props_do_not_share_a_drawing() -> None:
    assert set(PROPS) <= set(KINDS)
    painters = [kind.paint for kind in KINDS.values()]
    assert len(set(painters)) == len(painters)


@pytest.mark.parametrize("kind", ["hat", "helmet", "mask", "glasses"])
def test_each_style_of_headwear_has_a_shape(kind: str) -> None:
    styles = ACCESSORIES[kind].styles or {}
    seen = {
        style: drawn(replace(PLAIN, accessories=(Accessory(kind=kind, style=style, colour=BLUE),)))
        for style in styles
        if (kind, style) not in {("mask", "surgical")}
    }
    same = [pair for pair in combinations(seen, 2) if seen[pair[0]] == seen[pair[1]]]
    assert same == []


def test_thirty_silhouettes() -> None:
    """At least 30 kinds whose outlines alone tell them apart."""
    places = {"top", "over", "full", "suit", "tailored", "skirt", "cape", "armour"}
    kinds = [kind for kind, cut in CUTS.items() if cut.place in places]
    shapes: list[npt.NDArray[np.bool_]] = []
    for kind in kinds:
        shape = outline(kind)
        if all((shape ^ other).sum() > 0.012 * other.sum() for other in shapes):
            shapes.append(shape)
    assert len(shapes) >= 30


@pytest.mark.parametrize("table", [MATERIALS, PATTERNS])
def test_materials_and_patterns_show_on_trunk_and_sleeve(table: dict[str, str]) -> None:
    skipped = {"plain", "cotton"}
    for name in set(table) - skipped:
        is_pattern = table is PATTERNS
        shirt = Garment(
            kind="sweatshirt",
            colour=BLUE,
            pattern=name if is_pattern else None,
            material=None if is_pattern else name,
        )
        plain = draw(replace(PLAIN, garments=(replace(shirt, pattern=None, material=None),)))
        made = draw(replace(PLAIN, garments=(shirt,)))
        difference = (pixels(plain).astype(int) != pixels(made)).any(axis=-1)
        assert difference.mean() > 0.002, name


def test_a_suit_opens_on_shirt_and_tie() -> None:
    person = cast(read_words("man in a grey suit").features, 3)
    outfit = dress(person)
    assert outfit.over is not None and outfit.over.kind == "suit"
    assert outfit.top is not None and outfit.top.kind == "shirt"
    assert [worn.kind for worn in outfit.neck] == ["tie"]
    assert outfit.legs is not None and outfit.legs.kind == "suit trousers"
    without = dress(cast(read_words("man in a grey suit without a tie").features, 3))
    assert without.neck == ()


def test_layers_lie_over_each_other() -> None:
    """A vest under a jacket, a shirt under the vest; the cape keeps its own place."""
    garments = tuple(
        Garment(kind=kind, colour=colour)
        for kind, colour in (("shirt", WHITE), ("vest", RED), ("blazer", BLUE), ("cape", RED))
    )
    outfit = dress(replace(PLAIN, garments=garments))
    kinds = [
        worn.kind
        for worn in (outfit.top, outfit.vest, outfit.over, outfit.cape)
        if worn is not None
    ]
    assert kinds == ["shirt", "vest", "blazer", "cape"]
    assert drawn(replace(PLAIN, garments=garments)) != drawn(
        replace(PLAIN, garments=(garments[0], *garments[2:]))
    )


def test_a_raised_hood_has_the_colour_of_the_cloak() -> None:
    person = cast(read_words("elf archer with a brown cloak, hood up").features, 7)
    hood = next(item for item in person.accessories if item.kind == "hood")
    cloak = next(item for item in person.garments if item.kind == "cloak")
    assert hood.colour == cloak.colour and "brown" in (cloak.colour.name if cloak.colour else "")


def test_a_cape_stands_out_from_what_it_hangs_behind() -> None:
    for seed in range(12):
        person = cast(read_words("superhero").features, seed)
        colour = {garment.kind: garment.colour for garment in person.garments}
        assert colour["cape"] != colour["superhero suit"]


def test_callings_without_a_gender_are_either() -> None:
    genders = {cast(read_words("viking").features, seed).gender for seed in range(16)}
    assert genders == {"female", "male"}
    men = [cast(read_words("viking man").features, seed).face.facial_hair for seed in range(4)]
    assert "none" not in men


def test_children_are_covered() -> None:
    for kind in ("ball gown", "wedding dress", "gown", "corset"):
        child = replace(PLAIN, age="child", garments=(Garment(kind=kind),))
        outfit = dress(child)
        worn = outfit.full or outfit.top
        assert worn is not None and worn.cut.neck not in ("off", "sweetheart")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a chef", {"chef jacket", "ladle", "chef"}),
        ("police officer", {"police uniform", "police"}),
        ("firefighter", {"firefighter coat", "firefighter", "axe"}),
        ("bride with a bouquet", {"wedding dress", "veil", "bouquet"}),
        ("bard with a lute", {"lute", "tunic"}),
        ("ballerina in a pink tutu", {"tutu"}),
        ("surfer", {"wetsuit", "surfboard"}),
        ("waiter with a tray", {"tray", "vest"}),
        ("man in cargo pants and a puffer vest", {"cargo trousers", "puffer vest"}),
        ("schoolgirl in a sailor uniform", {"sailor uniform"}),
    ],
)
def test_requests_bring_what_a_stranger_expects(text: str, kinds: set[str]) -> None:
    person = cast(read_words(text).features, 5)
    found = {garment.kind for garment in person.garments} | {prop.kind for prop in person.props}
    found |= {name for item in person.accessories for name in (item.kind, item.style) if name}
    assert kinds <= found


def test_a_richly_dressed_person_stays_small() -> None:
    text = "woman in a blue embroidered silk ball gown, red cape, tiara, holding a bouquet"
    person = cast(read_words(text).features, 2)
    for view in VIEWS:
        assert len(draw(person, view=view).svg) < 125_000


HEAVY = (
    "woman in a pink floral hanbok, long black braid",
    "woman in a red floral kimono with gold obi, long curly hair",
    "man in a plaid coat, checked trousers, hat, long beard",
    "man in a checked suit",
    "woman in a leopard coat, long curly hair",
    "soldier in camouflage military uniform, backpack, rifle",
    "knight in chainmail and armour with cape, sword and shield",
    "woman in a floral trench coat and floral skirt",
    "star patterned robe, long white beard, staff",
    "long sequin gown, long wavy hair, crown",
    "king in an embroidered robe with crown and cape",
    "striped pyjamas, long curly hair",
)


@pytest.mark.parametrize("text", HEAVY)
def test_printed_clothes_stay_small(text: str) -> None:
    """A picture is sent with every answer: 125 KB are enough for the richest prints."""
    features = cast(read_words(text).features, 2)
    sizes = {view: len(draw(features, view=view, seed=2).svg) for view in VIEWS}
    assert max(sizes.values()) < 125_000, sizes


@pytest.mark.parametrize("kind", ["dress", "t-shirt", "gown", "skirt", "ball gown"])
def test_a_hijab_is_worn_with_long_sleeves_and_hems(kind: str) -> None:
    person = replace(PLAIN, garments=(Garment(kind=kind),), accessories=(Accessory(kind="hijab"),))
    outfit = dress(person)
    upper = outfit.full or outfit.top
    lower = outfit.full or outfit.skirt
    assert upper is not None and upper.cut.sleeve > 1.8
    assert upper.cut.neck not in ("off", "sweetheart", "straps")
    assert lower is None or lower.cut.length > 1.8
    assert outfit.legs is None or outfit.legs.cut.sleeve > 1.8


def test_a_bare_piece_that_was_named_stays_beside_a_hijab() -> None:
    named = (Garment(kind="tank top"), Garment(kind="miniskirt"))
    outfit = dress(replace(PLAIN, garments=named, accessories=(Accessory(kind="hijab"),)))
    assert outfit.skirt is not None and outfit.skirt.cut.length < 0.5


def test_an_obi_takes_the_colour_that_was_asked_for() -> None:
    outfit = dress(read_words("red kimono with a gold obi").features)
    (obi,) = outfit.waist
    assert obi.cut.detail == "obi" and obi.colour == "#d8a938"
    assert outfit.full is not None and outfit.full.cut.detail == ""


def test_kimono_sleeves_hang_wider_than_a_robes() -> None:
    kimono, tunic = outline("kimono"), outline("tunic")
    rows = slice(int(192 * 0.50), int(192 * 0.62))  # beside and below the hands
    assert kimono[rows].sum() > 1.15 * tunic[rows].sum()


def test_a_shirt_is_tucked_in_under_a_suit_and_not_under_a_jacket() -> None:
    def hem(*kinds: str) -> float:
        outfit = dress(replace(PLAIN, garments=tuple(Garment(kind=kind) for kind in kinds)))
        assert outfit.top is not None
        return outfit.top.cut.hem

    assert hem("shirt", "suit") < 0.85 < hem("shirt", "denim jacket", "jeans")


@pytest.mark.parametrize("view", VIEWS)
def test_a_coat_is_one_piece_from_the_shoulder_to_the_hem(view: View) -> None:
    """No line crosses the back at the waist: below the armpits its middle is one colour."""
    coat = (Garment(kind="coat", colour=BLUE), Garment(kind="trousers", colour=RED))
    person = replace(PLAIN, garments=coat, hair=replace(PLAIN.hair, style="buzz cut"))
    drawing = draw(person, view=view, width=256, height=384, line=LineStyle(shading="flat"))
    picture = pixels(drawing)
    hips = drawing.joints.joints
    x = (hips["right_hip"][0] + hips["left_hip"][0]) / 2 * 384 + 128
    y = int((hips["right_hip"][1] + hips["left_hip"][1]) / 2 * 384)
    column = picture[y - 8 : y + 24, int(x) + (0 if view == "back" else 14), :3].astype(int)
    dark = (column.sum(axis=1) < 160).sum()
    assert dark <= 4


@pytest.mark.parametrize("kind", ["skirt", "robe", "kimono", "gown"])
def test_skirts_lie_on_the_lap_of_who_sits(kind: str) -> None:
    """Between the thighs there is cloth, not the seat."""
    worn = (Garment(kind=kind, colour=RED),)
    person = replace(PLAIN, garments=worn)
    drawing = draw(person, pose=library_pose("sitting"), width=256, height=384)
    joints = drawing.joints.joints
    x = (joints["right_knee"][0] + joints["left_knee"][0]) / 2 * 384 + 128
    y = (joints["right_hip"][1] + joints["left_hip"][1] + joints["right_knee"][1]) / 3 * 384
    red, green, blue, alpha = pixels(drawing)[int(y), int(x)].astype(int)
    assert alpha > 200 and red > green + 40 and red > blue + 25
