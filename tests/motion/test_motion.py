"""The engine: drawings whose points move, timing, the walk, loops and films."""

from __future__ import annotations

import itertools
from dataclasses import fields

import numpy as np
import pytest
from avatarforge.forge.avatar.body import GROUND
from avatarforge.forge.avatar.casting import cast
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.avatar.line import LineStyle
from avatarforge.forge.avatar.parts.scene import draw_person
from avatarforge.forge.avatar.raster import rasterise
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.motion.acts import MOTIONS, standing
from avatarforge.forge.motion.camera import Treadmill, View, document
from avatarforge.forge.motion.curves import BLINK, blinks, ease, followed, wave
from avatarforge.forge.motion.film import FilmWish, film
from avatarforge.forge.motion.gait import stride, walk
from avatarforge.forge.motion.loop import LoopWish, animate, motion_of
from avatarforge.forge.motion.poses import ANGLES, SheetWish, character_sheet, eight_poses, sheet_of
from avatarforge.forge.motion.puppet import STILL, Drawn, Moment, Puppet
from avatarforge.forge.motion.quality import judge_sheet
from avatarforge.forge.motion.retime import JOINTS, PACES, places
from avatarforge.forge.scene.actor import posed
from avatarforge.forge.scene.part import Part
from avatarforge.forge.story.reading import read_scene

GIRL = "anime girl with very long blue hair, a red dress, round glasses and a sword"
BOX = (-256.0, 0.0, 512.0, 768.0)


def drawn(words: str, view: str = "front") -> Drawn:
    person = cast(read_words(words).features, 3)
    part = Part(view=view)  # type: ignore[arg-type]
    return Drawn(person, posed(person, part), part.view, 3, LineStyle())


@pytest.mark.parametrize("view", ["front", "quarter", "side", "back"])
def test_who_does_not_move_is_drawn_as_ever(view: str) -> None:
    who = drawn(GIRL, view)
    figure = who.figure()
    draw_person(figure)
    usual = rasterise(figure.canvas.svg(256, 384, BOX), 256, 384).astype(int)
    still = rasterise(document(Puppet(who).markup(STILL), BOX, 256, 384), 256, 384).astype(int)
    assert np.abs(usual - still).mean() < 0.5
    assert np.quantile(np.abs(usual - still), 0.995) <= 40


@pytest.mark.parametrize("name", [f.name for f in fields(Moment)])
def test_every_part_of_a_moment_moves_something(name: str) -> None:
    value = {"lids": 0.0, "phase": 0.3}.get(name, 0.5)
    base = Moment(wind=1.0) if name == "phase" else STILL
    moved = Moment(**{"wind": 1.0, name: value}) if name == "phase" else Moment(**{name: value})
    who = Puppet(drawn(GIRL))
    assert who.markup(moved) != who.markup(base)


def test_feet_stay_where_they_are() -> None:
    puppet = Puppet(drawn(GIRL))
    one, other = (
        rasterise(document(puppet.markup(moment), BOX, 256, 384), 256, 384)
        for moment in (STILL, Moment(breath=1.0, sway=0.05, sink=0.02, tilt=3, turn=12, arms=2))
    )
    feet = np.s_[int((GROUND - 18) / 2) :]
    assert np.abs(one[feet].astype(int) - other[feet]).mean() < 1.0
    assert np.abs(one.astype(int) - other).mean() > 2.0


def test_the_head_turns_in_depth() -> None:
    """What is near the viewer goes further than what is behind."""
    puppet = Puppet(drawn("man with short hair"))
    puppet.markup(STILL)
    (cel,) = puppet._cels.values()
    moved = cel._moved(Moment(turn=10.0)) - cel._moved(STILL)
    size = puppet.body.measures.head
    assert 0.05 < moved[:, 0].max() / size < 0.15
    assert abs(moved[:, 1]).max() == 0


def test_a_spring_follows_late_and_comes_round() -> None:
    drive = [np.sin(2 * np.pi * index / 48) for index in range(48)]
    trail = followed(drive, 24.0, hertz=1.5, damping=0.4, loops=True)
    assert np.argmax(trail) > np.argmax(drive)
    steps = np.abs(np.diff([*trail, trail[0]]))
    assert steps[-1] <= steps.max()
    again = followed([*drive, *drive], 24.0, hertz=1.5, damping=0.4, loops=True)
    assert again[48:] == pytest.approx(trail, abs=1e-3)


def test_a_blink_takes_four_frames_and_closes_the_eyes() -> None:
    assert 3 <= len(BLINK) <= 4 and min(BLINK) == 0
    lids = blinks(48, [46], loops=True)
    assert [lids[at] for at in (46, 47, 0, 1)] == list(BLINK)
    assert sum(level < 1 for level in lids) == len(BLINK)


def test_timing_is_eased() -> None:
    values = [ease(index / 20) for index in range(21)]
    steps = np.diff(values)
    assert (values[0], values[-1]) == (0.0, 1.0)
    assert steps[0] < steps[9] / 5 and steps[-1] < steps[9] / 5
    assert wave(np.array([0.0, 0.25, 0.5, 0.75])) == pytest.approx([0, 1, 0, -1])


@pytest.mark.parametrize("motion", [motion for motion in MOTIONS if motion != "walk"])
def test_what_is_done_standing_comes_round(motion: str) -> None:
    moments = standing(motion, 48, 24.0, seed=4, loops=True)  # type: ignore[arg-type]
    for name in ("breath", "sway", "tilt", "turn", "hair", "cloth"):
        values = [getattr(moment, name) for moment in moments]
        steps = np.abs(np.diff([*values, values[0]]))
        assert steps[-1] <= steps.max() + 1e-9, name


def test_a_foot_on_the_ground_goes_as_fast_as_the_ground() -> None:
    standing_ = posed(cast(Features(), 1), Part(view="side"))
    way = stride(standing_)
    down = [index / 96 for index in range(4, 50)]
    feet = [walk(standing_, phase).body.joints["right_ankle"] for phase in down]
    speeds = np.diff([x for x, _ in feet]) * 96
    assert speeds == pytest.approx(np.full(len(speeds), -way), rel=1e-6)


def test_bones_keep_their_lengths_and_joints_do_not_jump() -> None:
    standing_ = posed(cast(Features(), 2), Part(view="side"))
    bodies = [walk(standing_, index / 48).body for index in range(48)]
    thigh = standing_.measures.hip_height - standing_.measures.knee_height
    for body in bodies:
        hip, knee = body.joints["left_hip"], body.joints["left_knee"]
        assert np.hypot(hip[0] - knee[0], hip[1] - knee[1]) == pytest.approx(thigh, rel=0.02)
        assert max(body.joints[f"{side}_ankle"][1] for side in ("right", "left")) <= GROUND  # type: ignore[index]
    for one, other in itertools.pairwise([*bodies, bodies[0]]):
        for joint, (x, y) in one.joints.items():
            there = other.joints[joint]
            assert np.hypot(x - there[0], y - there[1]) < 0.4 * standing_.measures.head


def test_the_hips_are_low_at_the_contact_and_high_at_the_passing() -> None:
    standing_ = posed(cast(Features(), 1), Part(view="side"))
    bobs = {phase: walk(standing_, phase).bob for phase in (0.0, 0.09, 0.28, 0.36)}
    assert bobs[0.09] < bobs[0.0] < bobs[0.28] < bobs[0.36]


@pytest.mark.parametrize(
    ("words", "motion"),
    [
        ("a girl walking in the park", "walk"), ("she turns her head", "head turn"),
        ("hair blowing in the wind", "wind"), ("standing calmly", "breathing"),
        ("anime girl", "idle"), ("a sidewalk", "idle"),
    ],
)  # fmt: skip
def test_motions_are_read_from_words(words: str, motion: str) -> None:
    assert motion_of(words) == motion


@pytest.mark.parametrize("motion", ["idle", "walk"])
def test_a_loop_is_the_same_every_time(motion: str) -> None:
    wish = LoopWish(motion=motion, width=128, height=192, frames=12, fps=12.0, seed=9)  # type: ignore[arg-type]
    told: list[int] = []
    one = animate(Features(), wish, scene=read_scene("in the rain in the city"), told=told.append)
    again = animate(Features(), wish, scene=read_scene("in the rain in the city"))
    assert told == list(range(1, 13))
    assert all(np.array_equal(a, b) for a, b in zip(one, again, strict=True))
    assert one[0].shape == (192, 128, 4)
    assert all((picture[..., 3] == 255).all() for picture in one)


@pytest.mark.parametrize(("frames", "fps"), [(24, 30.0), (36, 12.0), (50, 10.0), (120, 24.0)])
def test_a_film_has_as_many_frames_as_asked(frames: int, fps: float) -> None:
    told: list[int] = []
    wish = FilmWish(width=96, height=64, frames=frames, fps=fps, seed=2)
    pictures = film(Features(), read_scene("in a forest"), wish, told=told.append)
    assert len(pictures) == frames and told == list(range(1, frames + 1))
    assert {picture.shape for picture in pictures} == {(64, 96, 4)}


def test_a_camera_stays_within_its_place() -> None:
    home = View(256, 256, 512)
    for view in (View(0, 0, 300), View(600, 256, 100), View(256, 256, 900)):
        left, top, wide, tall = view.within(home, 1.0).box(1.0)
        assert min(left, top) >= -1e-9 and max(left + wide, top + tall) <= 512 + 1e-9


def test_a_treadmill_comes_round() -> None:
    picture = np.random.default_rng(1).integers(0, 255, (8, 64, 4), np.uint8)
    mill = Treadmill(picture, 50.0)
    assert np.array_equal(mill.at(0.0), mill.at(50.0))
    assert not np.array_equal(mill.at(0.0), mill.at(20.0))


def test_a_sheet_has_two_rows_of_four() -> None:
    sheet = character_sheet(Features(), SheetWish(width=64, height=96, sheet_width=640, seed=1))
    assert list(sheet.pictures) == list(ANGLES) == list(sheet.masks)
    assert sheet.sheet.shape[1] == 640 and sheet.sheet.shape[0] > 640
    whole = sheet_of([sheet.pictures[angle] for angle in ANGLES], width=640)
    assert whole.shape[1] == 640
    with pytest.raises(ValueError, match="8 pictures"):
        sheet_of([sheet.pictures["front"]])


@pytest.mark.parametrize("joint", JOINTS)
def test_retiming_takes_the_ends_as_they_are(joint: str) -> None:
    found = places(17, 48, joint)  # type: ignore[arg-type]
    assert len(found) == 48 and found[0] == (0, 1, 0.0)
    last = found[-1][0] + found[-1][2]
    assert {"open": last == 16, "last is first": 15 < last < 16, "closed": 16 < last < 17}[joint]
    assert all(0 <= a < 17 and 0 <= b < 17 and 0 <= share < 1 for a, b, share in found)


def test_models_are_asked_for_lengths_that_they_know() -> None:
    assert PACES["Wan"].length(5.0) == 81 and PACES["Wan"].length(2.0) == 33
    assert PACES["SVD"].length(2.0) == 25
    assert PACES["AnimateDiff"].length(2.0) == 16 and PACES["AnimateDiff"].length(5.0) == 40


@pytest.mark.parametrize(
    ("words", "seed", "size"),
    [
        ("a tall knight in armour with a sword and a wizard hat", 4, (128, 192)),  # cheering
        ("a wizard with a staff", 10, (160, 160)),  # jumping
        ("an archer with a bow", 0, (96, 192)),  # dancing
        ("anime girl in a red dress with a sword", 5, (128, 192)),  # fighting stance
    ],
)
def test_no_frame_of_a_sheet_cuts_a_hand_or_what_it_holds(
    words: str, seed: int, size: tuple[int, int]
) -> None:
    person = cast(read_words(words).features, seed)
    wish = SheetWish(width=size[0], height=size[1], seed=seed, sheet_width=640)
    pictures, masks = eight_poses(person, wish)
    for angle in set(ANGLES) - {"close_up"}:
        shown = masks[angle] > 60
        edges = np.concatenate([shown[0], shown[:, 0], shown[:, -1]])
        assert not edges.any(), angle
    quality = judge_sheet([pictures[each] for each in ANGLES], [masks[each] for each in ANGLES])
    assert quality.passed, quality


def test_a_view_that_shows_all_of_it_stays_as_it_is() -> None:
    view = View(50, 50, 100)
    assert view.holding((10, 0, 90, 100), 1.0) is view
    for box in ((-10.0, 0.0, 90.0, 100.0), (10.0, -50.0, 90.0, 90.0), (-60.0, -50.0, 160.0, 100.0)):
        left, top, wide, tall = view.holding(box, 1.0).box(1.0)
        assert left <= box[0] and top <= box[1]
        assert left + wide >= box[2] and top + tall >= box[3]
        assert top + tall == 100, "the feet stay where they are"
