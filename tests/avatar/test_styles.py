"""The seven styles: told apart at a glance, the same bytes everywhere."""

from __future__ import annotations

import hashlib
import threading
import time
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.avatar.artist import Wish, cut_out, paint
from avatarforge.forge.avatar.line import LineStyle
from avatarforge.forge.avatar.styles import (
    STYLES,
    Style,
    apply_style,
    head_in,
    line_for,
    nearest_style,
)
from avatarforge.forge.avatar.words import read_words
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage
from skimage import data

Picture = npt.NDArray[np.uint8]


def opaque(rgb: Picture) -> Picture:
    return np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)])


@pytest.fixture(scope="module")
def photograph() -> Picture:
    return opaque(data.astronaut())


@pytest.fixture(scope="module")
def figure() -> Picture:
    """A head with eyes on a body, on a transparent ground, with soft edges."""
    y, x = np.mgrid[0:384, 0:256].astype(np.float64)
    picture = np.zeros((384, 256, 4), np.uint8)
    for cx, cy, rx, ry, colour in (
        (128, 300, 80, 110, (60, 90, 170)),
        (128, 120, 60, 75, (240, 200, 165)),
        (128, 70, 66, 40, (110, 60, 40)),
        (105, 125, 9, 11, (30, 90, 60)),
        (151, 125, 9, 11, (30, 90, 60)),
    ):
        away = np.sqrt(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2)
        cover = np.clip((1 - away) * min(rx, ry) + 0.5, 0, 1)
        old = picture[..., 3:] / 255
        total = cover[..., None] + old * (1 - cover[..., None])
        mixed = np.array(colour) * cover[..., None] + picture[..., :3] * old * (
            1 - cover[..., None]
        )
        picture[..., :3] = np.where(total > 0, mixed / np.maximum(total, 1e-9), 0)
        picture[..., 3:] = np.round(total * 255)
    return picture


@pytest.mark.parametrize("style", STYLES)
def test_shape_and_transparency_stay(style: Style, figure: Picture) -> None:
    styled = apply_style(figure, style)
    assert styled.shape == figure.shape
    assert styled.dtype == np.uint8
    if style == "pixel_art":
        assert set(np.unique(styled[..., 3])) == {0, 255}
        changed = (styled[..., 3] > 127) != (figure[..., 3] > 127)
        assert changed.mean() < 0.03
    else:
        assert (styled[..., 3] == figure[..., 3]).all()
    assert not styled[styled[..., 3] == 0].any()


@pytest.mark.parametrize("style", STYLES)
def test_an_opaque_picture_stays_opaque(style: Style, photograph: Picture) -> None:
    assert (apply_style(photograph, style)[..., 3] == 255).all()


@pytest.mark.parametrize("style", STYLES)
def test_same_picture_and_seed_same_bytes(style: Style, figure: Picture) -> None:
    before = figure.copy()
    first = apply_style(figure, style, seed=5)
    assert (first == apply_style(np.asfortranarray(figure), style, seed=5)).all()
    assert (figure == before).all()


def test_every_machine_gives_these_bytes() -> None:
    """Recorded once; a change to a style's look changes its line, another machine must not."""
    y, x = np.mgrid[0:150, 0:110]
    picture = np.zeros((150, 110, 4), np.uint8)
    picture[..., 0] = (x * 7 + y * 3) % 256
    picture[..., 1] = (x * y // 5) % 256
    picture[..., 2] = (y * 11) % 256
    picture[..., 3] = np.clip(3000 - ((x - 55) ** 2 + (y - 75) ** 2), 0, 255)
    assert {
        style: hashlib.sha256(apply_style(picture, style, seed=4).tobytes()).hexdigest()[:16]
        for style in STYLES
    } == {
        "anime": "ddb0338467cc0f65",
        "realistic": "a2af82bca7da399f",
        "3d_cartoon": "1110d0b3ab05b5cf",
        "oil_painting": "1aeff80090b183af",
        "watercolor": "4ed962aefa00006b",
        "comic_book": "c092d96e7c9e91d3",
        "pixel_art": "f2d4fbaba9e64968",
    }


@pytest.mark.parametrize("style", ["realistic", "oil_painting", "watercolor"])
def test_the_seed_changes_grain_strokes_and_pools(style: Style, figure: Picture) -> None:
    assert (apply_style(figure, style, seed=1) != apply_style(figure, style, seed=2)).any()


def test_threads_do_not_disturb_each_other(figure: Picture) -> None:
    expected = {style: apply_style(figure, style, seed=3) for style in STYLES}
    found: dict[tuple[int, Style], Picture] = {}

    def work(number: int) -> None:
        for style in STYLES:
            found[number, style] = apply_style(figure, style, seed=3)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 * len(STYLES)
    assert all((picture == expected[style]).all() for (_, style), picture in found.items())


WEARERS = (
    "woman, white dress, white boots, blonde hair, fair skin",
    "man, black suit, black boots, black hair, dark skin",
)


@pytest.mark.parametrize("words", WEARERS)
@pytest.mark.parametrize("style", [style for style in STYLES if style != "pixel_art"])
def test_a_cut_out_has_no_fringe(style: Style, words: str) -> None:
    """An edge is not lighter than what it is the edge of; and, but for a line, not darker."""
    wish = Wish(style=style, width=256, height=384, seed=3, transparent=True)
    picture = paint(read_words(words).features, wish).picture
    light = picture[..., :3].astype(int) @ np.array([77, 150, 29]) // 256
    alpha = picture[..., 3]
    inside = alpha > 250
    most = ndimage.maximum_filter(np.where(inside, light, -1), 7)
    least = ndimage.minimum_filter(np.where(inside, light, 999), 7)
    edge = (alpha > 40) & (alpha < 220) & (most >= 0)
    edge[-40:] = False  # the shadow on the ground is dark and soft
    assert edge.sum() > 250
    assert (light - most > 24)[edge].mean() < 0.03
    if line_for(style).outline == "none":
        assert (least - light > 24)[edge].mean() < 0.03


@pytest.mark.parametrize("style", STYLES)
def test_the_mask_is_where_the_cut_out_is(style: Style) -> None:
    features = read_words(WEARERS[0]).features
    wish = Wish(style=style, width=192, height=256, seed=3)
    opaque_one, cut = paint(features, wish), cut_out(features, wish)
    assert (opaque_one.mask == cut.mask).all()
    shown = cut.picture[:230, :, 3]  # below there is the shadow, which is not the person
    cut_mask = cut.mask[:230]
    assert ((shown > 127) == (cut_mask > 127)).mean() > 0.97
    if style != "pixel_art":
        assert (shown == cut_mask).all()
    corner = cut.mask[246:, :40], cut.mask[240:, -40:]
    assert not any(part.any() for part in corner)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("skin", ["fair", "dark"])
def test_eyes_survive_every_style_in_a_whole_figure(style: Style, skin: str) -> None:
    words = f"woman, {skin} skin, bright green eyes, short black hair, white shirt"
    painting = paint(read_words(words).features, Wish(style=style, width=512, height=512, seed=3))
    head = head_in(painting.joints, 512, 512)
    assert head is not None and len(head.eyes) == 2
    reach = head.size // 9
    for x, y in head.eyes:
        # two cells of pixel art are as wide as an eye
        eye = painting.picture[y - reach : y + reach + 2, x - reach : x + reach + 1, :3].astype(int)
        cheek = painting.picture[y + 2 * reach : y + 3 * reach, x - reach : x + reach, :3]
        away = np.abs(eye - np.median(cheek.reshape(-1, 3), axis=0)).sum(axis=2)
        assert (away > 90).mean() > 0.15
        green = eye[..., 1] - np.maximum(eye[..., 0], eye[..., 2])
        assert green.max() > 15


def test_marks_grow_with_the_picture() -> None:
    """The same person twice as large, made small again, looks much the same."""
    for style in STYLES:
        small, large = (
            paint(
                read_words(WEARERS[0]).features,
                Wish(style=style, width=side, height=side, seed=3, transparent=True),
            ).picture
            for side in (384, 768)
        )
        halved = large.reshape(384, 2, 384, 2, 4).mean(axis=(1, 3))
        both = (small[..., 3] == 255) & (halved[..., 3] == 255)
        assert np.abs(small.astype(float) - halved)[both].mean() < 24, style


def test_a_face_is_no_place_for_printing_dots() -> None:
    words = "man, dark skin, short black hair, grey suit"
    wish = Wish(style="comic_book", width=512, height=512, seed=3)
    painting = paint(read_words(words).features, wish)
    head = head_in(painting.joints, 512, 512)
    assert head is not None
    nose = painting.joints.joints["nose"]
    x, y = round(nose[0] * 512 + 256), round(nose[1] * 512)
    side = head.size // 10
    for at in (x - 2 * side, x + 2 * side):
        cheek = painting.picture[y : y + side, at - side // 2 : at + side // 2, :3]
        assert cheek.std(axis=(0, 1)).mean() < 12


def thumbnail(picture: Picture) -> npt.NDArray[np.int64]:
    height, width = picture.shape[0] // 4, picture.shape[1] // 4
    means = picture[..., :3].astype(np.int64).reshape(height, 4, width, 4, 3).mean(axis=(1, 3))
    return np.asarray(means, np.int64)


def test_styles_differ_at_128_pixels(photograph: Picture) -> None:
    small = {style: thumbnail(apply_style(photograph, style)) for style in STYLES}
    for one, other in combinations(STYLES, 2):
        assert np.abs(small[one] - small[other]).mean() > 5, (one, other)


@pytest.mark.parametrize("style", STYLES)
def test_the_picture_is_still_what_it_was(style: Style, photograph: Picture) -> None:
    blocks = (32, 16, 32, 16, 3)
    before = photograph[..., :3].reshape(blocks).mean(axis=(1, 3)).ravel()
    after = apply_style(photograph, style)[..., :3].reshape(blocks).mean(axis=(1, 3)).ravel()
    assert np.corrcoef(before, after)[0, 1] > 0.85


def test_pixel_art_is_coarse_with_few_colours(photograph: Picture) -> None:
    styled = apply_style(photograph, "pixel_art")
    cells = styled.reshape(128, 4, 128, 4, 4)
    assert (cells == cells[:, :1, :, :1]).all()
    assert len(np.unique(cells[:, 0, :, 0].reshape(-1, 4), axis=0)) <= 24


def test_pixel_art_has_no_lone_pixels_in_calm_places() -> None:
    picture = opaque(np.full((512, 512, 3), (70, 120, 190), np.uint8))
    picture[::40, ::40, :3] = (250, 240, 30)
    picture[200:300, 200:300, :3] = (200, 40, 40)
    styled = apply_style(picture, "pixel_art")
    assert (styled[210:290, 210:290] == styled[250, 250]).all()
    assert (styled[:190] == styled[0, 1]).all()


@pytest.mark.parametrize("style", ["realistic", "3d_cartoon"])
def test_a_photograph_gets_no_halo(style: Style, photograph: Picture) -> None:
    """Beside the head the wall is no darker or lighter against the wall further off."""
    grey = photograph[..., :3].mean(axis=2)
    styled = apply_style(photograph, style)[..., :3].mean(axis=2)
    near, far = np.s_[60:120, 306:322], np.s_[60:120, 322:338]
    before = grey[near].mean() - grey[far].mean()
    assert abs(styled[near].mean() - styled[far].mean() - before) < 6


def test_light_comes_from_the_left_on_a_drawn_figure() -> None:
    y, x = np.mgrid[0:256, 0:256]
    body = np.where(((x - 128) / 50) ** 2 + ((y - 128) / 100) ** 2 < 1, 255, 0).astype(np.uint8)
    picture = opaque(np.full((256, 256, 3), 180, np.uint8))
    picture[body > 0, :3] = (120, 120, 120)
    for style in ("realistic", "3d_cartoon"):
        grey = apply_style(picture, style, subject=body)[128, :, :3].mean(axis=1)
        left, middle, right = grey[90:106].mean(), grey[122:134].mean(), grey[150:166].mean()
        assert left > right + 12
        # no glow in the middle of a garment
        assert middle < max(left, right) + 6


def test_a_comic_has_solid_ink_and_a_printing_screen(photograph: Picture) -> None:
    grey = apply_style(photograph, "comic_book")[..., :3].astype(int).sum(axis=2) // 3
    assert (grey < 30).mean() > 0.1
    flat = opaque(np.full((256, 256, 3), 140, np.uint8))
    tones = apply_style(flat, "comic_book")[64:192, 64:192, 0]
    assert tones.max() - tones.min() > 40


def test_paint_and_paper_have_texture_and_a_cel_has_none() -> None:
    flat = opaque(np.full((256, 256, 3), (200, 120, 90), np.uint8))
    rough = {
        style: apply_style(flat, style)[64:192, 64:192, :3].astype(float).std(axis=(0, 1)).mean()
        for style in STYLES
    }
    assert min(rough["oil_painting"], rough["watercolor"]) > 3
    assert rough["realistic"] > 0.5
    assert rough["pixel_art"] == 0


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (7, 5), (33, 65), (130, 67)])
@pytest.mark.parametrize("style", STYLES)
def test_any_size(shape: tuple[int, int], style: Style) -> None:
    rng = np.random.default_rng(shape[0])
    picture = rng.integers(0, 256, (*shape, 4), np.uint8)
    assert apply_style(picture, style, seed=9).shape == picture.shape
    assert not apply_style(np.zeros_like(picture), style).any()


@pytest.mark.parametrize("shape", [(4, 4, 3), (4, 4), (0, 4, 4)])
def test_other_arrays_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="RGBA"):
        apply_style(np.zeros(shape, np.uint8), "anime")


@pytest.mark.parametrize("style", STYLES)
def test_a_style_takes_little_of_the_time_of_a_drawing(style: Style, photograph: Picture) -> None:
    apply_style(photograph, style)
    times = []
    for _ in range(3):
        start = time.thread_time()
        apply_style(photograph, style)
        times.append(time.thread_time() - start)
    assert min(times) < 0.08


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("cel-shaded", "anime"),
        ("Manga", "anime"),
        ("photo", "realistic"),
        ("photo-realistic portrait", "realistic"),
        ("Pixar style", "3d_cartoon"),
        ("3D Cartoon", "3d_cartoon"),
        ("3d_cartoon", "3d_cartoon"),
        ("in the style of Van Gogh", "oil_painting"),
        ("Water-Colour", "watercolor"),
        ("pencil sketch", "watercolor"),
        ("superhero comic", "comic_book"),
        ("8-bit", "pixel_art"),
        ("retro game sprite", "pixel_art"),
    ],
)
def test_words_are_understood(words: str, style: Style) -> None:
    choice = nearest_style(words)
    assert (choice.name, choice.exact) == (style, True)


def test_every_style_understands_its_own_name() -> None:
    for style in STYLES:
        assert nearest_style(style) == nearest_style(style.replace("_", " ").upper())
        assert nearest_style(style).name == style


def test_words_that_mean_nothing_are_admitted() -> None:
    assert not nearest_style("wibble").exact
    assert not nearest_style("filmography").exact  # only whole words count
    assert nearest_style(None).exact
    assert nearest_style("   ").exact
    assert nearest_style("watercolor", realism=True).name == "realistic"


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_words_give_a_style(words: str) -> None:
    assert nearest_style(words).name in STYLES


def test_every_style_has_a_line() -> None:
    assert all(isinstance(line_for(style), LineStyle) for style in STYLES)
    assert line_for("3d_cartoon").width_scale < line_for("anime").width_scale
    assert line_for("comic_book").outline == "dark"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "size", [(1, 1), (3, 700), (64, 64), (2048, 256), (1536, 1536), (2048, 2048)]
)
def test_every_size_can_be_styled(style: Style, size: tuple[int, int]) -> None:
    height, width = size
    picture = np.full((height, width, 4), 255, np.uint8)
    picture[height // 4 : height // 2 + 1, width // 4 : width // 2 + 1, :3] = 90
    subject = (picture[..., 0] < 255).astype(np.uint8) * 255
    assert apply_style(picture, style, subject=subject).shape == picture.shape
