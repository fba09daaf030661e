"""Fewer faces, the same shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from avatarforge.forge.mesh.decimate import decimate
from avatarforge.forge.mesh.mesh import Mesh, MeshError, topology
from avatarforge.tests.mesh.fixtures import (
    cube,
    empty,
    humanoid,
    icosphere,
    nonmanifold,
    open_cylinder,
    sheet,
    torus,
    two_islands,
    with_nan,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree


@pytest.mark.parametrize(
    ("make", "faces", "euler"),
    [
        (lambda: icosphere(5), 2000, 2),
        (torus, 1000, 0),
        (lambda: humanoid("A").mesh, 12_000, 2),
    ],
    ids=["sphere", "torus", "figure"],
)
def test_what_is_closed_stays_closed_and_where_it_was(
    make: Callable[[], Mesh], faces: int, euler: int
) -> None:
    mesh = make()
    before = topology(mesh)
    less = decimate(mesh, faces)
    after = topology(less)
    assert after.closed and after.components == before.components and after.euler == euler
    assert len(less.faces) <= faces
    assert after.volume == pytest.approx(before.volume, rel=0.01)
    size = np.linalg.norm(np.ptp(mesh.vertices, axis=0))
    corners = mesh.corners
    dense = np.concatenate([corners, (corners + np.roll(corners, 1, 1)) / 2], axis=1).reshape(-1, 3)
    away = np.asarray(cKDTree(dense).query(less.corners.mean(axis=1))[0])
    assert away.max() < 0.015 * size and away.mean() < 0.006 * size


def test_a_flat_sheet_needs_few_faces_and_keeps_its_border() -> None:
    plane = sheet(2.0, 1.0, cells=24)
    less = decimate(plane, 60)
    assert len(less.faces) <= 60
    corners = less.corners
    area = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    ).sum()
    assert area / 2 == pytest.approx(2.0, rel=0.01)
    assert topology(less).euler == 1


def test_open_borders_stay() -> None:
    mesh = open_cylinder()
    less = decimate(mesh, len(mesh.faces) // 3)
    assert topology(less).euler == topology(mesh).euler == 0
    assert np.allclose(less.bounds(), mesh.bounds(), atol=0.02)


def test_pieces_stay_apart() -> None:
    less = decimate(two_islands(), 200)
    assert topology(less).components == 2 and topology(less).closed


def test_colours_are_kept_and_the_rest_goes() -> None:
    ball = icosphere(4)
    red = np.zeros((len(ball.vertices), 3), np.float32)
    red[:, 0] = 0.25
    less = decimate(replace(ball, colours=red, uvs=np.zeros((len(red), 2), np.float32)), 500)
    assert less.colours is not None and np.allclose(less.colours, [0.25, 0, 0])
    assert less.uvs is None and less.texture is None


def test_what_is_small_enough_is_left_alone() -> None:
    box = cube()
    assert decimate(box, 12).faces.tobytes() == box.faces.tobytes()


def test_damaged_and_odd_meshes() -> None:
    less = decimate(with_nan(icosphere(4)), 800)
    assert np.isfinite(less.vertices).all() and len(less.faces) <= 800
    assert len(decimate(nonmanifold(), 4).faces) <= len(nonmanifold().faces)
    with pytest.raises(MeshError):
        decimate(empty(), 100)
    with pytest.raises(ValueError, match="at least 4"):
        decimate(cube(), 3)


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10_000), faces=st.integers(4, 1200))
def test_a_rough_ball_stays_a_ball(seed: int, faces: int) -> None:
    ball = icosphere(3)
    rough = 1 + 0.15 * np.random.default_rng(seed).standard_normal((len(ball.vertices), 1))
    less = decimate(Mesh((ball.vertices * rough).astype(np.float32), ball.faces), faces)
    found = topology(less)
    assert found.closed and found.euler == 2 and found.components == 1
