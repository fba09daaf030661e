"""The rasteriser against rays, and the pictures made with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from avatarforge.forge.mesh.camera import Camera, rig_around
from avatarforge.forge.mesh.mesh import Mesh
from avatarforge.forge.mesh.raster import (
    What,
    depth_buffer,
    rasterise,
    render,
    to_linear,
    to_srgb,
)
from avatarforge.forge.mesh.scan import Scan
from avatarforge.tests.mesh import fixtures, pictures
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize("fov", [None, 45.0])
@pytest.mark.parametrize("view", ["front", "bottom", (35.0, 20.0)])
def test_it_sees_what_rays_see(view: str | tuple[float, float], fov: float | None) -> None:
    mesh = fixtures.humanoid("arms_in_front", cell=0.016).mesh
    (camera,) = rig_around(mesh, [view], fov=fov, size=(200, 240))
    buffers = rasterise(mesh, camera)
    truth = pictures.trace(mesh, camera)
    assert (buffers.mask != truth.mask).sum() <= 2
    assert (buffers.face_id != truth.face).mean() < 1e-3
    both = buffers.mask & truth.mask
    place = np.zeros((*both.shape, 3), np.float32)
    place[buffers.mask] = buffers.interpolate(mesh.faces, mesh.vertices)
    assert np.abs(place - truth.point)[both].max() < 1e-4
    assert np.allclose(buffers.depth[both], camera.project(truth.point[both])[:, 2], atol=1e-4)
    assert np.allclose(depth_buffer(mesh, camera), buffers.depth, atol=1e-5)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_triangles_that_share_edges_neither_overlap_nor_leave_gaps(seed: int) -> None:
    rng = np.random.default_rng(seed)
    side = 6
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side)), axis=-1) * 8.0 - 4
    inner = grid[1:-1, 1:-1]
    # Some on pixels' centres, where ties have to be decided.
    inner += np.round(rng.uniform(-1.5, 1.5, inner.shape) * 2) / 2
    at = (np.arange(side - 1)[:, None] * side + np.arange(side - 1)).ravel()
    faces = np.concatenate(
        [np.stack([at, at + 1, at + side], 1), np.stack([at + 1, at + side + 1, at + side], 1)]
    )
    scan = Scan(32, 32)
    scan.draw(grid.reshape(-1, 2)[faces], None)
    assert (scan.claims == 1).all()


def test_a_floor_that_runs_under_the_camera_is_cut_at_it() -> None:
    floor = Mesh(
        np.array([(-50, 0, -50), (50, 0, -50), (50, 0, 50), (-50, 0, 50)], np.float32),
        np.array([(0, 2, 1), (0, 3, 2)]),
    )
    camera = Camera((0, 1, 0), (0, 1, -1), fov=90, width=64, height=64)
    buffers = rasterise(floor, camera)
    assert not buffers.mask[:32].any()
    assert buffers.mask[34:].all()
    place = buffers.interpolate(floor.faces, floor.vertices)
    x, y, _ = camera.project(place).T
    rows, columns = np.nonzero(buffers.mask)
    assert np.allclose(x, columns + 0.5, atol=1e-2) and np.allclose(y, rows + 0.5, atol=1e-2)


def test_the_nearer_of_two_sheets_is_seen() -> None:
    mesh = fixtures.two_sheets()
    camera = Camera((0, 0, 2), (0, 0, 0), ortho_scale=1.0, width=50, height=50)
    face = rasterise(mesh, camera).face_id
    assert (face[15:35, 15:35] >= 128).all()
    assert (face[:14] < 128).all() and (face >= 0).all()


def test_vertices_that_are_not_numbers_are_not_drawn() -> None:
    mesh = fixtures.with_nan(fixtures.icosphere(3), 7)
    (camera,) = rig_around(fixtures.icosphere(3), ["front"], size=64)
    face = rasterise(mesh, camera).face_id
    assert (face >= 0).any()
    assert np.isfinite(mesh.vertices[mesh.faces[face[face >= 0]]]).all()


def test_texture_rows_run_down_with_v() -> None:
    texture = np.zeros((2, 2, 3), np.uint8)
    texture[0, 0], texture[1, 1] = (255, 0, 0), (0, 0, 255)
    mesh = replace(fixtures.sheet(1, 1), texture=texture)
    camera = Camera((0, 0, 2), (0, 0, 0), ortho_scale=1.0, width=8, height=8)
    picture = render(mesh, camera)
    assert picture[0, 0] == pytest.approx([1, 0, 0])
    assert picture[-1, -1] == pytest.approx([0, 0, 1])


def test_each_kind_of_picture() -> None:
    mesh = fixtures.icosphere(4, 0.5)
    camera = Camera((0, 0, 2), (0, 0, 0), ortho_scale=1.25, width=40, height=40)
    kinds: tuple[What, ...] = ("colour", "normal", "position", "depth", "mask", "shaded")
    made = {kind: render(mesh, camera, what=kind) for kind in kinds}
    for kind, picture in made.items():
        assert picture.shape == ((40, 40) if kind in ("depth", "mask") else (40, 40, 3))
        assert picture.dtype == np.float32
        assert picture.min() >= 0 and picture.max() <= 1
        assert (picture[0, 0] == 0).all()
    assert made["normal"][20, 20] == pytest.approx([0.5, 0.5, 1.0], abs=0.03)
    assert made["normal"][20, 34][0] > 0.9
    assert made["position"][20, 20] == pytest.approx([0.5, 0.5, 1.0], abs=0.03)
    assert made["depth"].max() == 1 and made["depth"][made["mask"] > 0].min() >= 0.099
    assert made["shaded"][20, 20, 0] > made["shaded"][20, 34, 0] + 0.1
    assert made["mask"].mean() == pytest.approx(np.pi * 0.25 / 1.25**2, rel=0.02)


def test_supersampling_makes_an_outline_of_parts() -> None:
    mesh = fixtures.icosphere(3, 0.5)
    camera = Camera((0, 0, 2), (0, 0, 0), ortho_scale=1.25, width=20, height=20)
    mask = render(mesh, camera, what="mask", supersample=4)
    assert mask.shape == (20, 20)
    assert ((mask > 0.1) & (mask < 0.9)).any()


def test_vertex_colours_are_linear_and_pictures_are_srgb() -> None:
    mesh = fixtures.sheet(1, 1)
    mesh = replace(mesh, colours=np.full((len(mesh.vertices), 3), 0.2140, np.float32))
    camera = Camera((0, 0, 2), (0, 0, 0), ortho_scale=0.5, width=4, height=4)
    assert np.allclose(render(mesh, camera), 0.5, atol=1e-3)
    values = np.linspace(0, 1, 256, dtype=np.float32)
    assert np.allclose(to_srgb(to_linear(values)), values, atol=1e-5)
