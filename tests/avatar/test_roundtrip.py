"""What was asked for is what the pixels show: colours measured where the joints say they are.

Colours are compared in CIE Lab (CIE76 distance: 2 is just seen, 100 is black from white). A
drawing has light and shade, so what is asked is that a fair share of a region's pixels is
near the colour.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.drawing import Drawing, draw
from avatarforge.forge.avatar.features import (
    Accessory,
    Colour,
    Face,
    Features,
    Garment,
    Hair,
    Prop,
    View,
)
from avatarforge.forge.avatar.framing import Framing
from avatarforge.forge.avatar.raster import rasterise
from avatarforge.forge.avatar.styles import apply_style, head_in, line_for
from avatarforge.forge.pose.skeleton import Joint
from skimage.color import rgb2lab

Picture = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

PEOPLE = 300
NEAR = {"none": 16.0, "anime": 24.0}
"""The distance within which a colour counts as the one asked for, by style: anime pulls
tones together, tints its shade violet and lets light spill from above."""
SHARE = {"skin": 0.35, "hair": 0.20, "eyes": 0.02, "garment": 0.25}
"""Of a region's pixels that must be that near. An eye's region holds white, lash and lid."""
CHANGED = 0.01  # of a region's pixels that a part changes, at least
SIZES: dict[Framing, tuple[int, int]] = {"bust": (176, 176), "figure": (192, 288)}

SKINS = ("#f9dfcf", "#f2cbaf", "#e0ac84", "#c79a68", "#b98058", "#8a5837", "#573524", "#7fae6a",
         "#6f8fd0", "#d66a5a")  # fmt: skip
COLOURS = ("#b02a2a", "#2f6fb0", "#2f8f4f", "#e0b020", "#7a3fa0", "#e06aa0", "#20a0a0", "#d07020",
           "#804020", "#d8d8d8", "#303038", "#707078")  # fmt: skip
EYES = ("#2f6fb0", "#2f8f4f", "#7a4a20", "#c08020", "#b02a2a", "#7a3fa0", "#20a0a0", "#e06aa0")
HAIR = ("bob", "ponytail", "bun", "side part", "messy", "curtains", "twintails", "braid", "layered",
        "hime cut", "afro", "spiky", "slicked back", "bowl cut", "space buns")  # fmt: skip
GARMENTS = ("sweater", "hoodie", "t-shirt", "dress", "tunic", "robe")


@dataclass(frozen=True)
class Part:
    """Something to be worn or held, and near which joints it must be seen."""

    kind: str
    joints: tuple[Joint, ...]
    reach: float  # in heads
    framing: Framing = "bust"
    view: View = "front"
    bare: bool = False  # hair would cover it

    def worn_by(self, person: Features) -> Features:
        if self.kind in ("cape", "scarf", "gloves", "belt"):
            return replace(person, garments=(*person.garments, Garment(kind=self.kind, colour=RED)))
        if self.kind in ("sword", "book", "umbrella", "staff"):
            return replace(person, props=(Prop(kind=self.kind),))
        if self.kind in ("freckles", "scar"):
            return replace(person, face=replace(person.face, marks=(self.kind,)))
        if self.kind in ("full beard", "moustache"):
            return replace(person, face=replace(person.face, facial_hair=self.kind))
        return replace(person, accessories=(Accessory(kind=self.kind),))


RED = Colour("red", "#c01818")
PARTS = (
    Part("glasses", ("right_eye", "left_eye"), 0.25),
    Part("hat", ("nose",), 1.0),
    Part("crown", ("nose",), 1.0),
    Part("mask", ("nose",), 0.6),
    Part("earrings", ("right_ear", "left_ear"), 0.35, bare=True),
    Part("horns", ("nose",), 1.1),
    Part("cat ears", ("nose",), 1.1),
    Part("elf ears", ("right_ear", "left_ear"), 0.6, bare=True),
    Part("necklace", ("neck",), 0.7),
    Part("freckles", ("nose",), 0.25, bare=True),
    Part("scar", ("nose",), 0.5, bare=True),
    Part("full beard", ("nose",), 0.6),
    Part("moustache", ("nose",), 0.4),
    Part("scarf", ("neck",), 0.7),
    Part("cape", ("neck", "right_hip", "left_hip"), 1.0, "figure"),
    Part("gloves", ("right_wrist", "left_wrist"), 0.6, "figure"),
    Part("wings", ("right_shoulder", "left_shoulder"), 1.2, "figure"),
    Part("tail", ("right_hip", "left_hip"), 1.6, "figure", "back"),
    Part("sword", ("right_wrist", "left_wrist"), 1.2, "figure"),
    Part("staff", ("right_wrist", "left_wrist"), 1.2, "figure"),
    Part("book", ("right_wrist", "left_wrist"), 0.9, "figure"),
    Part("umbrella", ("right_wrist", "left_wrist"), 1.6, "figure"),
)


@dataclass(frozen=True)
class Person:
    number: int
    features: Features
    part: Part


def person(number: int) -> Person:
    rng = random.Random(number)

    def pick(colours: tuple[str, ...]) -> Colour:
        value = rng.choice(colours)
        return Colour(value, value)

    gender = rng.choice(("female", "male", "non-binary"))
    features = Features(
        gender=gender,  # type: ignore[arg-type]
        age=rng.choice(("teen", "young adult", "middle-aged")),
        build=rng.choice(("slim", "average", "athletic", "heavy")),
        skin_colour=pick(SKINS),
        hair=Hair(style=rng.choice(HAIR), colour=pick(COLOURS)),
        face=Face(
            eye_colour=pick(EYES),
            shape=rng.choice(("oval", "round", "square", "heart", "diamond")),
            expression=rng.choice(("neutral", "happy", "determined")),
            facial_hair="none",
        ),
        garments=(Garment(kind=rng.choice(GARMENTS), colour=pick(COLOURS)),),
        without=frozenset({"glasses", "hat", "cape", "scarf"}),
        stance="standing",
    )
    return Person(number, features, PARTS[number % len(PARTS)])


def drawn(
    features: Features, framing: Framing, seed: int, view: View = "front"
) -> tuple[Drawing, Picture]:
    width, height = SIZES[framing]
    drawing = draw(
        cast(features, seed),
        view=view,
        framing=framing,
        width=width,
        height=height,
        seed=seed,
        line=line_for("anime"),
        transparent=True,
    )
    return drawing, rasterise(drawing.figure, width, height)


@cache
def pictures(number: int, framing: Framing) -> tuple[Drawing, dict[str, Picture]]:
    drawing, picture = drawn(person(number).features, framing, number)
    height, width = picture.shape[:2]
    head = head_in(drawing.joints, width, height)
    return drawing, {"none": picture, "anime": apply_style(picture, "anime", head=head)}


def disc(picture: Picture, x: float, y: float, radius: float) -> Mask:
    rows, columns = np.mgrid[: picture.shape[0], : picture.shape[1]]
    here: Mask = (rows - y) ** 2 + (columns - x) ** 2 <= radius * radius
    return here & (picture[..., 3] > 200)


def at(drawing: Drawing, joint: Joint) -> tuple[float, float]:
    x, y, _ = drawing.joints.joints[joint]
    return x * drawing.height + drawing.width / 2, y * drawing.height


def regions(drawing: Drawing, framing: Framing, picture: Picture) -> dict[str, list[Mask]]:
    """By part of the body: where it is, as masks of which any may show the colour."""
    head = head_in(drawing.joints, drawing.width, drawing.height)
    assert head is not None
    found: dict[str, list[Mask]] = {}
    if framing == "bust":
        nose = at(drawing, "nose")
        cheeks = [
            disc(picture, nose[0] + side * 0.17 * head.size, nose[1] + 0.02 * head.size,
                 0.09 * head.size)
            for side in (-1, 1)
        ]  # fmt: skip
        top = nose[1] - 0.72 * head.size  # the crown
        crown = disc(picture, nose[0], top + 0.16 * head.size, 0.2 * head.size)
        found["skin"] = [cheeks[0] | cheeks[1]]
        found["hair"] = [crown]
        found["eyes"] = [disc(picture, x, y, 0.11 * head.size) for x, y in head.eyes]
        return found
    neck, right, left = (at(drawing, joint) for joint in ("neck", "right_hip", "left_hip"))
    middle = ((right[0] + left[0]) / 2, (right[1] + left[1]) / 2)
    chest = (neck[0] * 0.55 + middle[0] * 0.45, neck[1] * 0.55 + middle[1] * 0.45)
    found["garment"] = [disc(picture, *chest, 0.32 * head.size)]
    return found


def share_near(picture: Picture, mask: Mask, colour: Colour, distance: float) -> float:
    chosen = picture[..., :3][mask]
    if not len(chosen):
        return 0.0
    wanted = [int(colour.hex[at : at + 2], 16) for at in (1, 3, 5)]
    away = rgb2lab(chosen[np.newaxis]) - rgb2lab(np.array([[wanted]], np.uint8))
    return float((np.sqrt((away**2).sum(axis=2)) < distance).mean())


def asked(features: Features) -> dict[str, Colour]:
    colours = {
        "skin": features.skin_colour,
        "hair": features.hair.colour,
        "eyes": features.face.eye_colour,
        "garment": features.garments[0].colour,
    }
    return {name: colour for name, colour in colours.items() if colour is not None}


@pytest.mark.parametrize("style", list(NEAR))
@pytest.mark.parametrize("what", list(SHARE))
def test_a_colour_asked_for_is_seen(what: str, style: str) -> None:
    framing: Framing = "figure" if what == "garment" else "bust"
    missed = []
    for number in range(PEOPLE):
        features = person(number).features
        drawing, by_style = pictures(number, framing)
        picture = by_style[style]
        masks = regions(drawing, framing, picture)[what]
        colour = asked(features)[what]
        found = max(share_near(picture, mask, colour, NEAR[style]) for mask in masks)
        if found < SHARE[what]:
            kind = (features.hair.style, features.garments[0].kind)
            missed.append((number, colour.hex, kind, round(found, 3)))
    assert not missed


@pytest.mark.parametrize("what", list(SHARE))
def test_another_colour_is_not_seen_there(what: str) -> None:
    """The measure itself: where another colour was asked for, it finds that it was."""
    framing: Framing = "figure" if what == "garment" else "bust"
    fooled = 0
    tried = 0
    for number in range(0, PEOPLE, 5):
        drawing, by_style = pictures(number, framing)
        masks = regions(drawing, framing, by_style["none"])[what]
        mine, other = asked(person(number).features)[what], asked(person(number + 1).features)[what]
        if mine == other:
            continue
        tried += 1
        found = max(share_near(by_style["none"], mask, other, NEAR["none"]) for mask in masks)
        fooled += found >= SHARE[what]
    # Some colours are near each other: two skins, two greys.
    assert fooled <= tried // 4


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.kind)
def test_a_part_changes_its_region(part: Part) -> None:
    unchanged = []
    for number in range(PEOPLE):
        one = person(number)
        if one.part is not part:
            continue
        features = one.features
        if part.bare:
            features = replace(features, hair=replace(features.hair, style="slicked back"))
        if features is one.features and part.view == "front":
            before = pictures(number, part.framing)[1]["none"]
        else:
            _, before = drawn(features, part.framing, number, part.view)
        with_part, after = drawn(part.worn_by(features), part.framing, number, part.view)
        # What is held moves the arm: its region is where the hand is then.
        head = head_in(with_part.joints, with_part.width, with_part.height)
        assert head is not None
        whole = np.dstack([before[..., :3], np.full(before.shape[:2], 255, np.uint8)])
        region = np.zeros(before.shape[:2], np.bool_)
        for joint in part.joints:
            region |= disc(whole, *at(with_part, joint), part.reach * head.size)
        changed = (np.abs(before.astype(int) - after).max(axis=2) > 6)[region].mean()
        if changed < CHANGED:
            unchanged.append((number, round(float(changed), 4)))
    assert not unchanged
