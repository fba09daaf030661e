"""Subjects told from their ground."""

from __future__ import annotations

import io

import numpy as np
import pytest
from avatarforge.forge.avatar.artist import Wish, cut_out, paint
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.mesh.cutout import CutoutError, prepared, subject
from avatarforge.forge.pose.library import pose
from avatarforge.tests.mesh.shapes import Mask, disk, star, stick
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy import ndimage
from skimage import data

Picture = NDArray[np.uint8]

# Outlines by hand, (x, y) in pixels. Where the blurred things beside the cat's chin end, and
# it begins, the picture does not say.
CAT = (
    (40, 0), (37, 25), (33, 45), (31, 75), (31, 100), (26, 112), (14, 118), (0, 126), (0, 300),
    (280, 300), (300, 285), (312, 230), (320, 212), (338, 198), (350, 181), (361, 155), (363, 140),
    (363, 115), (358, 90), (355, 72), (360, 68), (371, 52), (381, 27), (401, 0),
)  # fmt: skip
BESIDE_THE_CAT = (
    (300, 232), (312, 222), (325, 205), (345, 205), (400, 230), (400, 300), (255, 300), (262, 278),
    (290, 262),
)  # fmt: skip
ASTRONAUT = (
    (153, 75), (156, 62), (170, 48), (190, 35), (205, 22), (230, 16), (255, 18), (280, 32),
    (298, 58), (301, 85), (296, 108), (280, 130), (270, 135), (262, 155), (256, 173), (275, 185),
    (293, 208), (303, 232), (304, 243), (330, 255), (345, 275), (354, 300), (360, 330), (363, 348),
    (400, 344), (430, 350), (465, 372), (485, 400), (496, 435), (497, 453), (502, 470), (506, 490),
    (508, 512), (42, 512), (32, 500), (25, 480), (20, 410), (22, 390), (28, 340), (33, 310),
    (45, 270), (60, 250), (90, 228), (110, 212), (117, 205), (113, 195), (118, 185), (125, 165),
    (150, 152), (185, 149), (183, 130), (172, 125), (165, 110), (155, 100),
)  # fmt: skip


def _iou(a: Mask, b: Mask) -> float:
    return float((a & b).sum() / (a | b).sum())


def _within(outline: tuple[tuple[int, int], ...], shape: tuple[int, ...]) -> Mask:
    image = Image.new("1", (shape[1], shape[0]))
    ImageDraw.Draw(image).polygon(outline, fill=1)
    return np.asarray(image)


def _jpeg(picture: Picture) -> Picture:
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "JPEG", quality=25)
    return np.asarray(Image.open(file))


def _changed(picture: Picture, change: str) -> Picture:
    if change == "mirrored":
        return np.ascontiguousarray(picture[:, ::-1])
    if change == "as JPEG":
        return _jpeg(picture)
    if change == "darker":
        return np.asarray(picture * 0.7, np.uint8)
    if change == "lighter":
        return np.asarray(np.clip(picture * 1.25, 0, 255), np.uint8)
    if change == "noisy":
        noise = np.random.default_rng(3).normal(0, 12, picture.shape)
        return np.clip(picture + noise, 0, 255).astype(np.uint8)
    return picture


@pytest.mark.parametrize(
    "words",
    [
        "woman, teal jacket, dark trousers, brown boots, auburn bob",
        "girl in long red dress, long blonde hair",
        "old wizard in purple robe, white beard",
        "boy, green t-shirt, shorts, sneakers, cap",
        "man with beard, blue suit, short black hair",
    ],
)
def test_drawn_people_before_their_backdrop(words: str) -> None:
    features, wish = read_words(words).features, Wish(width=400, height=600, seed=5)
    mask = subject(paint(features, wish).picture[..., :3])
    assert _iou(mask, cut_out(features, wish).mask > 127) > 0.9


def test_the_shadow_between_the_feet_is_no_part_of_a_drawn_person() -> None:
    features = read_words("boy, green t-shirt, shorts, sneakers, cap").features
    wish = Wish(width=512, height=512, seed=5)
    mask, whole = subject(paint(features, wish).picture[..., :3]), cut_out(features, wish).mask
    lowest = np.flatnonzero((whole > 127).any(axis=1))[-1]
    feet = np.s_[lowest - 20 : lowest - 4]
    assert _iou(mask[feet], whole[feet] > 127) > 0.85
    assert (np.diff(mask[lowest - 8].astype(int)) == 1).sum() == 2  # two feet


@pytest.mark.parametrize(
    ("words", "seed"),
    [
        ("boy, green t-shirt, shorts, white sneakers, cap", 5),
        ("old man with a white beard, red sweater, jeans", 3),
    ],
)
def test_where_two_shadows_meet_at_a_shoe_they_are_no_part_of_it(words: str, seed: int) -> None:
    features = read_words(words).features
    wish = Wish(width=640, height=640, seed=seed, pose=pose("a_pose"))
    mask, whole = (
        subject(paint(features, wish).picture[..., :3]),
        cut_out(features, wish).mask > 127,
    )
    lowest = np.flatnonzero(whole.any(axis=1))[-1]
    feet = np.s_[lowest - 14 : lowest - 2]
    extra = mask[feet] & ~ndimage.binary_dilation(whole, iterations=2)[feet]
    assert extra.sum() < 0.01 * whole[feet].sum()
    assert (mask & whole)[feet].sum() > 0.9 * whole[feet].sum()


def test_the_astronaut_has_her_head_and_no_flag() -> None:
    mask = subject(data.astronaut())
    assert mask[60:180, 195:250].mean() > 0.95  # the head
    assert mask[260:480, 120:300].mean() > 0.95  # the suit
    assert mask[:250, :60].mean() < 0.05  # the flag
    assert mask[:150, 300:].mean() < 0.05  # the shuttle


def test_the_cat_has_its_face() -> None:
    mask = subject(data.chelsea())
    assert mask[90:270, 150:330].mean() > 0.95
    assert mask[10:80, 80:230].mean() > 0.95  # its forehead, cut by the frame
    assert mask[:60, 400:].mean() < 0.05


CHANGES = ("as it is", "mirrored", "darker", "lighter", "noisy", "as JPEG")


@pytest.mark.parametrize("change", CHANGES)
def test_the_cat_has_both_ears_however_it_is_taken(change: str) -> None:
    picture = data.chelsea()
    told = ~_within(BESIDE_THE_CAT, picture.shape)
    truth, ear = _within(CAT, picture.shape), np.zeros(picture.shape[:2], bool)
    ear[:45, 330:370] = True
    mask = subject(_changed(picture, change))
    if change == "mirrored":
        mask = mask[:, ::-1]
    assert _iou(mask & told, truth & told) > 0.88
    assert mask[ear & truth].mean() > 0.9


@pytest.mark.parametrize("change", CHANGES)
def test_the_astronaut_has_her_helmet_however_she_is_taken(change: str) -> None:
    picture = data.astronaut()
    mask = subject(_changed(picture, change))
    if change == "mirrored":
        mask = mask[:, ::-1]
    # Lighter, half of the black visor is lost before the black cloth.
    assert _iou(mask, _within(ASTRONAUT, picture.shape)) > (0.79 if change == "lighter" else 0.89)
    if change not in ("lighter", "darker"):
        assert mask[370:500, 300:470].mean() > 0.95  # the visor


@pytest.mark.parametrize(
    ("texture", "tint"), [("gravel", (1, 0.95, 0.9)), ("grass", (0.6, 0.9, 0.45))]
)
def test_a_drawn_person_before_a_coarse_texture(
    texture: str, tint: tuple[float, float, float]
) -> None:
    features, wish = (
        read_words("girl in long red dress, long blonde hair").features,
        Wish(width=340, height=510, seed=6),
    )
    cut = cut_out(features, wish)
    ground = getattr(data, texture)()[:510, :340, None] * np.array(tint)
    alpha = cut.mask[..., None] / 255
    picture = (cut.picture[..., :3] * alpha + ground * (1 - alpha)).astype(np.uint8)
    assert _iou(subject(picture), cut.mask > 127) > 0.75


@pytest.mark.parametrize("tone", [(250, 250, 250), (30, 30, 40), (120, 140, 160)])
def test_a_subject_on_plain_noisy_ground(tone: tuple[int, int, int]) -> None:
    rng = np.random.default_rng(1)
    mask = star(400)
    picture = np.where(mask[..., None], (200, 60, 40), tone) + rng.normal(0, 4, (400, 400, 3))
    found = subject(np.clip(picture, 0, 255).astype(np.uint8))
    assert _iou(found, mask) > 0.95


def test_alpha_decides_where_it_says_something() -> None:
    mask = star(256)
    picture = np.full((256, 256, 4), 90, np.uint8)
    picture[..., 3] = mask * 255
    assert _iou(subject(picture), mask) > 0.999
    # An opaque one says nothing.
    picture[..., 3] = 255
    with pytest.raises(CutoutError, match="stands out"):
        subject(picture)


def test_a_small_bright_thing_and_a_hole_of_ground() -> None:
    ring = disk(300, 110) & ~disk(300, 50)
    picture = np.where(ring[..., None], (20, 90, 200), (240, 240, 235)).astype(np.uint8)
    found = subject(picture)
    assert not found[150, 150] and _iou(found, ring) > 0.95


def _clear(mask: Mask) -> Picture:
    picture = np.full((*mask.shape, 4), 128, np.uint8)
    picture[..., 3] = mask * 255
    return picture


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (np.full((128, 128, 3), 77, np.uint8), "stands out"),
        (np.zeros((8, 200, 3), np.uint8), "too small"),
        (_clear(np.zeros((128, 128), bool)), "empty"),
        (_clear(~disk(128, 8)), "fills the picture"),
        (_clear(~disk(128, 40)), "all four edges"),
        (_clear(stick(512, 2, 440)), "too thin"),
        (_clear(disk(512, 6)), "too small"),
    ],
)
def test_where_nothing_can_be_told(picture: Picture, reason: str) -> None:
    with pytest.raises(CutoutError, match=reason):
        subject(picture)


def test_what_is_no_picture() -> None:
    with pytest.raises(ValueError, match="uint8"):
        subject(np.zeros((64, 64, 3), np.float32))
    with pytest.raises(ValueError, match="uint8"):
        subject(np.zeros((64, 64), np.uint8))


def test_prepared_is_square_centred_and_on_white() -> None:
    picture = np.zeros((300, 200, 4), np.uint8)
    picture[40:260, 60:120] = (200, 30, 30, 255)
    made = prepared(picture, size=512, outline=56)
    rows, columns = np.flatnonzero(made.mask.any(1)), np.flatnonzero(made.mask.any(0))
    assert made.picture.shape == (512, 512, 3) and not made.notes
    assert abs(rows[0] - 56) <= 1 and abs(rows[-1] - 455) <= 1
    assert abs(columns[0] + columns[-1] - 511) <= 2
    assert (made.picture[~made.mask] == 255).all()
    assert (made.picture[made.mask] == (200, 30, 30)).all()  # no ground mixed into the edge


def test_too_wide_an_outline_is_narrowed() -> None:
    made = prepared(_clear(disk(128, 40)), size=512, outline=512)
    assert made.mask.any() and "narrowed" in made.notes[0]
    with pytest.raises(ValueError, match="size must be"):
        prepared(_clear(disk(128, 40)), size=16)
