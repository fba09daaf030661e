"""The bake against albedos known everywhere: 6 views of 1024 squared, a 1024 squared atlas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from avatarforge.forge.mesh.atlas import lay_out
from avatarforge.forge.mesh.bake import Baked, bake
from avatarforge.forge.mesh.camera import CameraRig, rig_around
from avatarforge.forge.mesh.mesh import Mesh
from avatarforge.forge.mesh.raster import render
from avatarforge.tests.mesh import fixtures, pictures
from numpy.typing import NDArray
from scipy import ndimage

SIZE = 1024
GAINS = np.array(
    [[1, 1, 1], [0.88, 0.95, 1.12], [1.12, 1.05, 0.9],
     [0.93, 0.88, 1.0], [1.08, 1.12, 1.0], [0.9, 1.1, 1.05]]
)  # fmt: skip
HELD_OUT = [(45.0, 15.0), (-130.0, -20.0), (135.0, 30.0), (-40.0, -10.0)]


@lru_cache(maxsize=1)
def person() -> tuple[Mesh, CameraRig, tuple[pictures.Seen, ...]]:
    mesh = fixtures.humanoid("T", fixtures.Proportions(stance=0.2, hip=0.08)).mesh
    cameras = rig_around(mesh, fov=40.0, size=SIZE)
    return mesh, cameras, tuple(pictures.trace(mesh, camera) for camera in cameras)


def views(
    seen: tuple[pictures.Seen, ...], albedo: pictures.Albedo, change: object = None
) -> NDArray[np.uint8]:
    """(K, H, W, 3); `change` is (K, 3) gains or a function of (colours, points, view)."""
    out = np.zeros((len(seen), *seen[0].face.shape, 3))
    for number, each in enumerate(seen):
        colours = albedo(each.point[each.mask])
        if isinstance(change, np.ndarray):
            colours = colours * change[number]
        elif callable(change):
            colours = change(colours, number)
        out[number][each.mask] = colours
    return np.round(np.clip(out, 0, 1) * 255).astype(np.uint8)


def texel_psnr(mesh: Mesh, baked: Baked, albedo: pictures.Albedo = pictures.trig) -> float:
    atlas = lay_out(mesh, len(baked.texture))
    found = baked.texture.reshape(-1, 3)[atlas.texel[atlas.inner]] / 255
    truth = albedo(atlas.position[atlas.inner].astype(np.float64))
    return float(-10 * np.log10(((found - truth) ** 2).mean()))


@lru_cache(maxsize=1)
def plain() -> Baked:
    mesh, cameras, seen = person()
    return bake(mesh, views(seen, pictures.trig), cameras, size=SIZE)


def test_coverage_texels_seams_and_time() -> None:
    mesh, _, _ = person()
    assert 45_000 < len(mesh.faces) < 65_000
    baked = plain()
    assert baked.report["coverage"] >= 0.97
    assert texel_psnr(mesh, baked) >= 50
    assert baked.report["seam_after"] <= 1.0
    assert baked.texture.shape == (SIZE, SIZE, 3) and baked.texture.dtype == np.uint8
    # 1.2 s on two quiet cores; the bound is for busy ones.
    assert sum(baked.report["seconds"].values()) < 30


def test_views_it_was_not_made_from() -> None:
    mesh, _, _ = person()
    worn = replace(mesh, texture=plain().texture)
    errors = []
    for camera in rig_around(mesh, HELD_OUT, fov=40.0, size=384):
        truth = pictures.trace(mesh, camera)
        shown = render(worn, camera)[truth.mask]
        errors.append(((shown - pictures.trig(truth.point[truth.mask])) ** 2).mean())
    assert -10 * np.log10(np.mean(errors)) >= 48


@pytest.mark.parametrize("space", ["srgb", "linear"])
def test_exposure_errors_are_levelled_in_the_space_they_are_of(space: str) -> None:
    mesh, cameras, seen = person()

    def in_light(colours: NDArray[np.float64], view: int) -> NDArray[np.float64]:
        light = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
        light = np.clip(light * GAINS[view] ** 2, 1e-4, 1)
        return np.asarray(1.055 * light ** (1 / 2.4) - 0.055)

    change: NDArray[np.float64] | Callable[..., object] = GAINS if space == "srgb" else in_light
    images = views(seen, pictures.trig, change)
    levelled = bake(mesh, images, cameras, size=SIZE)
    assert levelled.report["levelling"]["space"] == space
    assert texel_psnr(mesh, levelled) >= 45
    assert levelled.report["levelling"]["after"] < 0.1 * levelled.report["levelling"]["before"]
    if space == "srgb":
        gains = np.array(levelled.report["levelling"]["gains"])
        assert np.allclose(gains * GAINS, 1, atol=2e-3)
        assert texel_psnr(mesh, bake(mesh, images, cameras, size=SIZE, level=False)) < 32


def test_an_arm_in_front_does_not_bleed_onto_what_it_hides() -> None:
    mesh = fixtures.humanoid("arms_in_front").mesh
    person_ = fixtures.humanoid("arms_in_front")
    cameras = rig_around(mesh, fov=40.0, size=512)
    arms = [i for i, bone in enumerate(person_.bones) if "Arm" in bone or "Hand" in bone]

    def albedo(points: NDArray[np.float64]) -> NDArray[np.float64]:
        distances = fixtures.capsule_distances(points, list(person_.capsules))
        bones = np.array([person_.bones.index(c.bone) for c in person_.capsules])
        arm = np.isin(bones[distances.argmin(axis=0)], arms)
        return np.where(arm[:, None], (0.9, 0.2, 0.1), (0.1, 0.4, 0.8))

    seen = tuple(pictures.trace(mesh, camera) for camera in cameras)
    baked = bake(mesh, views(seen, albedo), cameras, size=512)
    atlas = lay_out(mesh, 512)
    painted = (baked.coverage.ravel()[atlas.texel] > 0) & atlas.inner
    at = atlas.position[painted].astype(np.float64)
    # Where arm and body join a texel has no one colour.
    sure = np.ones(len(at), bool)
    for axis in range(3):
        for step in (-0.012, 0.012):
            beside = at.copy()
            beside[:, axis] += step
            sure &= (albedo(beside) == albedo(at)).all(axis=1)
    found = baked.texture.reshape(-1, 3)[atlas.texel[painted]] / 255
    wrong = (np.abs(found - albedo(at)).max(axis=1) > 0.1)[sure]
    assert sure.mean() > 0.8
    assert wrong.mean() <= 0.005


def in_sight_psnr(mesh: Mesh, baked: Baked, albedo: pictures.Albedo) -> float:
    """Of painted texels that no edge of the albedo crosses."""
    atlas = lay_out(mesh, len(baked.texture))
    shown = atlas.inner & (baked.coverage.ravel()[atlas.texel] > 0)
    at = atlas.position[shown].astype(np.float64)
    truth, whole = albedo(at), np.ones(len(at), bool)
    for axis in range(3):
        for sign in (-1.5, 1.5):
            beside = at.copy()
            beside[:, axis] += sign * atlas.extent[shown]
            whole &= (np.abs(albedo(beside) - truth) < 0.1).all(axis=1)
    found = baked.texture.reshape(-1, 3)[atlas.texel[shown]] / 255
    return float(-10 * np.log10(((found - truth)[whole] ** 2).mean()))


def test_edges_seen_at_a_slant_stay_edges() -> None:
    mesh, cameras, seen = person()
    checker = pictures.checker(32)
    images = views(seen, checker)
    blurred = in_sight_psnr(mesh, bake(mesh, images, cameras, size=SIZE, sharp=False), checker)
    assert in_sight_psnr(mesh, bake(mesh, images, cameras, size=SIZE), checker) > blurred + 2


@pytest.mark.parametrize("shift", [1, 2])
def test_sharp_edges_are_no_worse_where_views_disagree(shift: int) -> None:
    """Each view off by so many pixels another way, and by its exposure."""
    mesh, cameras, seen = person()
    for albedo in (pictures.checker(32), pictures.noise(12)):
        images = views(seen, albedo, GAINS)
        for view in range(1, len(images)):
            way = shift * (-1) ** view
            images[view] = np.roll(images[view], (way, -way), axis=(0, 1))
        plain_ = in_sight_psnr(mesh, bake(mesh, images, cameras, size=SIZE, sharp=False), albedo)
        sharp = in_sight_psnr(mesh, bake(mesh, images, cameras, size=SIZE), albedo)
        assert sharp > plain_ - 0.02


def test_smooth_colours_are_left_alone_by_the_sharpening() -> None:
    assert plain().report["sharpened"] == 0


def test_misaligned_views_keep_the_detail_of_the_best() -> None:
    """Two views of a sheet, one shifted by half a stripe: the mean would be grey."""
    mesh = fixtures.sheet(1.0, 1.0)
    front, aside = rig_around(mesh, [(0, 0), (25, 0)], size=512)
    stripes = np.zeros((2, 512, 512, 3), np.float32)
    columns = np.arange(512) // 6
    stripes[0] = np.where(columns % 2, 0.8, 0.3)[None, :, None]
    stripes[1] = np.where((columns + 1) % 2, 0.8, 0.3)[None, :, None]
    baked = bake(mesh, stripes, (front, aside), size=256)
    inside = baked.texture[64:192, 64:192, 0]
    assert inside.std() / 255 > 0.15
    assert inside.mean() / 255 == pytest.approx(0.55, abs=0.04)


def test_all_that_two_views_truly_see_of_an_a_pose_is_painted() -> None:
    """Against rays: what is left is turned away, hidden, or in the pixels of an outline."""
    mesh = fixtures.humanoid("A", cell=0.02).mesh
    cameras = rig_around(mesh, ["front", "back"], size=320)
    images = np.full((2, 320, 320, 3), 200, np.uint8)
    baked = bake(mesh, images, cameras, size=96)
    atlas = lay_out(mesh, 96)
    covered = (baked.coverage.ravel()[atlas.texel] > 0)[atlas.inner]
    at, normal = atlas.position[atlas.inner].astype(np.float64), atlas.normal[atlas.inner]
    sight, squarely, whole = (np.zeros(len(at), bool) for _ in range(3))
    for camera in cameras:
        towards = camera.towards(at[:1])[0]
        free = pictures.unhidden(mesh, at, towards)
        cosine = normal @ towards
        sight |= free & (cosine > 0)
        square = free & (cosine > np.cos(np.radians(80)))
        squarely |= square
        # As well in all the nine pixels about it: an outline's hold a mixture.
        around = ndimage.minimum_filter(pictures.trace(mesh, camera).mask, 3)
        x, y, _ = camera.project(at).T
        whole |= square & around[y.astype(int), x.astype(int)]
    assert 0.97 < sight.mean() <= 1
    assert 0.8 < squarely.mean() < 0.92
    assert (covered & ~squarely).mean() < 0.01
    assert (whole & ~covered).mean() < 0.01
    assert covered.mean() > 0.65


def test_masks_say_where_a_picture_counts() -> None:
    mesh = fixtures.sheet(1.0, 1.0, cells=16)
    (camera,) = rig_around(mesh, ["front"], size=128)
    image = np.full((1, 128, 128, 3), 200, np.uint8)
    mask = np.zeros((1, 128, 128), bool)
    mask[:, :, :64] = True
    baked = bake(mesh, image, (camera,), masks=mask, size=128)
    assert baked.coverage[64, 10] == 1 and baked.coverage[64, 118] == 0
    assert baked.confidence[64, 10] > 0.9 and baked.confidence[64, 118] == 0
    assert (np.abs(baked.texture.astype(int) - 200) <= 1).all()


def test_what_no_view_sees_is_filled_over_the_surface() -> None:
    mesh = fixtures.box_unwrapped(fixtures.icosphere(5, 0.5))
    cameras = rig_around(mesh, ["left", "right"], size=256)
    seen = tuple(pictures.trace(mesh, camera) for camera in cameras)

    def halves(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.where(points[:, :1] > 0, (0.8, 0.2, 0.2), (0.2, 0.2, 0.8))

    baked = bake(mesh, views(seen, halves), cameras, size=512, level=False)
    assert 0.5 < baked.report["coverage"] < 0.85
    atlas = lay_out(mesh, 512)
    red = baked.texture.reshape(-1, 3)[atlas.texel, 0] / 255
    x = atlas.position[:, 0]
    middle = np.abs(x) < 0.02
    assert red[middle].mean() == pytest.approx(0.5, abs=0.03)
    assert np.corrcoef(red, x)[0, 1] > 0.85
    assert red.min() > 0.19 and red.max() < 0.81
