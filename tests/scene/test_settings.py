"""Every place in every light: it renders, it is its own, and it leaves room for people."""

from __future__ import annotations

import io
import re
import time as clock

import numpy as np
import numpy.typing as npt
import pytest
from avatarforge.forge.avatar.raster import rasterise
from avatarforge.forge.scene.settings import Place, place
from avatarforge.forge.story.scene import SETTINGS, TIMES, WEATHERS, Setting, Time, Weather
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

ALL: tuple[Setting | None, ...] = (*SETTINGS, None)
OUTDOORS: tuple[Setting, ...] = (
    "beach", "forest", "mountains", "city", "stadium", "park", "castle", "garden", "desert",
)  # fmt: skip
Pixels = npt.NDArray[np.uint8]


def made(
    setting: Setting | None,
    when: Time | None = None,
    weather: Weather | None = None,
    *,
    seed: int = 0,
    width: int = 128,
    height: int = 128,
) -> Place:
    return place(setting, time=when, weather=weather, width=width, height=height, seed=seed)


def document(of: Place, width: int = 128, height: int = 128) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{of.behind}{of.before}{of.weather_before}</svg>'
    )


def painted(of: Place, width: int = 128, height: int = 128) -> Pixels:
    return rasterise(document(of, width, height), width, height)


def far_apart(one: Pixels, two: Pixels) -> float:
    """Mean difference of a channel, 0 to 255."""
    return float(np.abs(one[..., :3].astype(int) - two[..., :3].astype(int)).mean())


@pytest.mark.parametrize("setting", ALL)
@pytest.mark.parametrize("seed", range(4))
def test_a_place_covers_the_whole_picture(setting: Setting | None, seed: int) -> None:
    behind = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">'
        f"{made(setting, seed=seed).behind}</svg>"
    )
    assert (rasterise(behind, 128, 128)[..., 3] == 255).all()


@pytest.mark.parametrize("setting", ALL)
def test_places_keep_to_plain_svg_of_moderate_size(setting: Setting | None) -> None:
    for seed in range(6):
        for when in TIMES:
            svg = document(made(setting, when, "storm", seed=seed))
            assert len(svg) < 64_000, (seed, when)
            assert not re.search(r"<(filter|text|image|style|script)|url\(|href|nan|inf", svg)


@pytest.mark.parametrize("setting", ALL)
def test_the_same_wish_gives_the_same_text(setting: Setting | None) -> None:
    assert made(setting, "sunset", "rain", seed=5) == made(setting, "sunset", "rain", seed=5)


@pytest.mark.parametrize("setting", ALL)
def test_seeds_compose_a_place_differently(setting: Setting | None) -> None:
    assert len({made(setting, seed=seed).behind for seed in range(8)}) >= 4


def test_every_setting_looks_like_no_other() -> None:
    pictures = {s: painted(made(s, "day", seed=1, width=64, height=64), 64, 64) for s in ALL}
    for one, first in pictures.items():
        for two, second in pictures.items():
            if one != two:
                assert far_apart(first, second) > 14, (one, two)


@pytest.mark.parametrize("setting", OUTDOORS)
def test_night_is_darker_and_sunset_warmer_outdoors(setting: Setting) -> None:
    day, night, dusk = (
        painted(made(setting, when, seed=2))[..., :3].astype(float).mean(axis=(0, 1))
        for when in ("day", "night", "sunset")
    )
    assert night.mean() < day.mean() * 0.72
    assert dusk[0] - dusk[2] > day[0] - day[2] + 15  # redder, less blue


@pytest.mark.parametrize("setting", ["cafe", "bedroom", "living room", "library", "office", "car"])
def test_a_window_tells_the_time(setting: Setting) -> None:
    day = painted(made(setting, "day", seed=2))
    assert far_apart(day, painted(made(setting, "night", seed=2))) > 12
    assert far_apart(day, painted(made(setting, "day", "storm", seed=2))) > 3


@pytest.mark.parametrize("setting", OUTDOORS)
@pytest.mark.parametrize("weather", [each for each in WEATHERS if each != "clear"])
def test_weather_is_seen_outdoors(setting: Setting, weather: Weather) -> None:
    clear, other = made(setting, "day", seed=3), made(setting, "day", weather, seed=3)
    assert far_apart(painted(clear), painted(other)) > 6  # a forest shows little sky
    assert bool(other.weather_before) == (weather != "cloudy")
    assert clear.weather_before == ""


@pytest.mark.parametrize("setting", ["kitchen", "concert", "underwater", "space", "train"])
def test_it_does_not_rain_where_it_cannot(setting: Setting) -> None:
    assert made(setting, "day", "rain").weather_before == ""


@pytest.mark.parametrize("setting", OUTDOORS)
def test_snow_lies_on_the_ground(setting: Setting) -> None:
    white = painted(made(setting, "day", "snow", seed=1))[110:126, 30:98, :3].astype(int)
    bare = painted(made(setting, "day", "cloudy", seed=1))[110:126, 30:98, :3].astype(int)
    assert np.median(white.min(axis=-1)) > np.median(bare.min(axis=-1)) + 12


@pytest.mark.parametrize("setting", ALL)
def test_the_numbers_of_a_place_are_usable(setting: Setting | None) -> None:
    for seed in range(6):
        of = made(setting, seed=seed)
        assert 0.9 <= of.ground <= 0.98
        assert 0.3 < of.horizon < of.ground
        assert all(0 < seat.x < 1 and 0.5 < seat.y < of.ground for seat in of.seats)
        light = of.light
        assert all(0.3 < part <= 1.05 for part in light.tint)
        assert -1 <= light.direction <= 1
        assert 0 <= light.darkness <= 1 and 0 <= light.shadow_opacity <= 1
        assert re.fullmatch("#[0-9a-f]{6}", light.rim)


def test_light_follows_the_day() -> None:
    day, night, dusk = (made("park", when).light for when in ("day", "night", "sunset"))
    assert night.darkness > day.darkness + 0.3
    assert dusk.shadow_length > 2 * day.shadow_length
    assert dusk.tint[0] > dusk.tint[2]
    assert made("park", "day", "fog").light.shadow_opacity < day.shadow_opacity


def test_a_turned_picture_turns_seats_and_light() -> None:
    sides = {(round(of.seats[0].x) == 0, of.light.direction > 0)
             for of in (made("park", seed=seed) for seed in range(12))}  # fmt: skip
    assert sides == {(True, True), (False, False)}


def test_what_stands_before_people_leaves_the_middle_free() -> None:
    for setting in ALL:
        if setting == "car":  # its dashboard is before everybody
            continue
        front = made(setting, seed=3).before
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128" width="128" ' \
              f'height="128">{front}</svg>'  # fmt: skip
        alpha = rasterise(svg, 128, 128)[..., 3]
        assert (alpha[:115, 30:98] == 0).all(), setting
        assert (alpha > 0).mean() < 0.12, setting


def test_an_unknown_setting_is_quiet() -> None:
    """No edges to speak of: it cannot be taken for a place."""
    quiet = painted(made(None, seed=1))[..., :3].astype(int)
    place_ = painted(made("library", seed=1))[..., :3].astype(int)

    def edges(picture: npt.NDArray[np.int64]) -> float:
        return float((np.abs(np.diff(picture, axis=1)).max(axis=-1) > 24).mean())

    assert edges(quiet) < 0.01 < edges(place_)


@settings(max_examples=60, deadline=None)
@given(
    setting=st.sampled_from(ALL),
    when=st.sampled_from([None, *TIMES]),
    weather=st.sampled_from([None, *WEATHERS]),
    width=st.integers(1, 400),
    height=st.integers(1, 400),
    seed=st.integers(0, 2**63),
)
def test_any_size_and_seed_is_drawn(
    setting: Setting | None,
    when: Time | None,
    weather: Weather | None,
    width: int,
    height: int,
    seed: int,
) -> None:
    of = made(setting, when, weather, seed=seed, width=width, height=height)
    pixels = painted(of, width, height)
    assert (pixels[..., 3] == 255).all()


@pytest.mark.parametrize("size", [(0, 10), (10, 0), (-1, 5)])
def test_a_picture_has_a_size(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="pixels"):
        made("beach", width=size[0], height=size[1])


def test_a_place_is_written_quickly() -> None:
    made("garden", seed=9)
    seconds = []
    for seed in range(5):
        start = clock.process_time()
        made("stadium", "night", "storm", seed=seed, width=1024, height=1024)
        seconds.append(clock.process_time() - start)
    assert min(seconds) < 0.05, seconds


def test_a_place_is_no_noise_as_png() -> None:
    """Flat colours: a picture of 512x512 stays small on the wire."""
    for setting in ("beach", "cafe"):
        pixels = painted(made(setting, seed=1, width=512, height=512), 512, 512)
        out = io.BytesIO()
        Image.fromarray(pixels).save(out, "PNG")
        assert len(out.getvalue()) < 260_000
