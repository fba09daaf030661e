"""Heads: what is wound round them hides the hair, hair has a silhouette of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.avatar.drawing import draw
from avatarforge.forge.avatar.features import (
    VIEWS,
    Accessory,
    Colour,
    Face,
    Features,
    Garment,
    Hair,
    View,
)
from avatarforge.forge.avatar.parts.hair_crown import EDGES, outline
from avatarforge.forge.avatar.raster import rasterise
from hypothesis import given
from hypothesis import strategies as st

GREEN = Colour("green", "#1f9e4a")
SIZE = 160
PLAIN = Features(
    gender="female",
    age="young adult",
    build="average",
    skin_tone="light",
    hair=Hair(style="loose", length="long", type="straight", colour=GREEN),
    face=Face(expression="neutral", shape="oval", eye_shape="almond",
              eye_colour=Colour("brown", "#6a4528")),
    garments=(Garment(kind="t-shirt", colour=Colour("white", "#f4f4f2")),),
)  # fmt: skip


def bust(features: Features, view: View = "front", seed: int = 0) -> npt.NDArray[np.int16]:
    drawing = draw(
        features, view=view, framing="bust", width=SIZE, height=SIZE, seed=seed, transparent=True
    )
    return rasterise(drawing.figure, SIZE, SIZE).astype(np.int16)


def greens(picture: npt.NDArray[np.int16]) -> int:
    red, green, blue = picture[..., 0], picture[..., 1], picture[..., 2]
    return int(((green > red + 24) & (green > blue + 24) & (picture[..., 3] > 128)).sum())


@pytest.mark.parametrize("view", VIEWS)
def test_no_hair_is_seen_round_a_hijab(view: View) -> None:
    scarf = Accessory(kind="hijab", colour=Colour("violet", "#6a3f9e"))
    worn, open_ = [], []
    for style in ("loose", "bangs", "afro", "high ponytail"):
        person = replace(PLAIN, hair=replace(PLAIN.hair, style=style))
        open_.append(greens(bust(person, view)))
        worn.append(bust(replace(person, accessories=(scarf,)), view))
    assert all(np.array_equal(picture, worn[0]) for picture in worn)
    assert greens(worn[0]) < 0.05 * min(open_)  # the brows


def test_a_turban_leaves_long_hair_and_the_temples() -> None:
    turban = Accessory(kind="turban", colour=Colour("red", "#b02a2a"))
    short = replace(PLAIN, hair=Hair(style="short", colour=GREEN), accessories=(turban,))
    long = replace(PLAIN, accessories=(turban,))
    assert 0 < greens(bust(short)) < greens(bust(long))


@pytest.mark.parametrize("view", ["front", "quarter", "side"])
def test_a_beard_leaves_a_smile_to_be_seen(view: View) -> None:
    bare = Face(expression="happy", shape="oval", facial_hair="none")
    old = replace(PLAIN, gender="male", age="senior", hair=Hair(length="bald"), face=bare)
    bearded = replace(old, face=replace(bare, facial_hair="full beard", facial_hair_colour=GREEN))

    def teeth(picture: npt.NDArray[np.int16]) -> int:
        lower = picture[SIZE // 3 : int(SIZE * 0.66), SIZE // 4 : int(SIZE * 0.8)]
        return int((lower[..., :3].min(axis=-1) > 235).sum())

    assert teeth(bust(bearded, view)) > 0.3 * teeth(bust(old, view)) > 0


def test_noses_differ_by_seed_and_stay_the_same_for_one() -> None:
    bald = replace(PLAIN, gender="male", hair=Hair(length="bald"))
    found = {bust(bald, seed=seed).tobytes() for seed in range(24)}
    assert 2 <= len(found) <= 5
    assert bust(bald, seed=5).tobytes() == bust(bald, seed=5).tobytes()


domes = st.tuples(st.floats(70, 110), st.floats(95, 150), st.floats(-20, 20))


@given(domes, st.sampled_from(sorted(EDGES)))
def test_an_outline_of_locks_runs_from_end_to_end(
    dome: tuple[float, float, float], kind: str
) -> None:
    wide, high, part = dome
    outer = [(-wide, 10.0), (-wide * 0.9, -high * 0.6), (-wide * 0.4, -high * 0.95), (0.0, -high),
             (wide * 0.4, -high * 0.95), (wide * 0.9, -high * 0.6), (wide, 10.0)]  # fmt: skip
    data, locks = outline(outer, kind, part)
    numbers = [float(word) for word in data[1:].replace("Q", " ").split()]
    assert numbers[:2] == pytest.approx(outer[0], abs=0.02)
    assert numbers[-2:] == pytest.approx(outer[-1], abs=0.02)
    assert len(locks) == 2 * (EDGES[kind][0] - 1)
