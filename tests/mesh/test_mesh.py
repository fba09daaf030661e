"""The mesh type: what is refused, what is dropped, how it hangs together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from avatarforge.forge.mesh.mesh import (
    Mesh,
    MeshError,
    Topology,
    cleaned,
    components,
    face_normals,
    joined,
    topology,
    vertex_normals,
    welded,
)
from avatarforge.tests.mesh import fixtures
from hypothesis import given, settings
from hypothesis import strategies as st


def test_arrays_are_converted_on_the_way_in() -> None:
    mesh = Mesh(np.eye(3), np.array([[0.0, 1.0, 2.0]]))  # type: ignore[arg-type]
    assert mesh.vertices.dtype == np.float32
    assert mesh.faces.dtype == np.int64


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"vertices": np.zeros((4, 2))}, "vertices have the shape"),
        ({"faces": np.zeros((4, 4), int)}, "faces have the shape"),
        ({"faces": np.full((1, 3), np.nan)}, "no numbers"),
        ({"uvs": np.zeros((2, 2))}, "uvs have the shape"),
        ({"texture": np.zeros((4, 4, 3))}, "the texture is float64"),
    ],
)
def test_wrong_shapes_are_refused_with_the_reason(change: dict[str, object], reason: str) -> None:
    arrays = {"vertices": np.eye(3), "faces": np.array([[0, 1, 2]]), **change}
    with pytest.raises(MeshError, match=reason):
        Mesh(**arrays)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mesh", "expected"),
    [
        (fixtures.icosphere(3), Topology(0, 0, 0, 1, 2, 0.0)),
        (fixtures.torus(), Topology(0, 0, 0, 1, 0, 0.0)),
        (fixtures.cube(), Topology(0, 0, 0, 1, 2, 0.0)),
        (fixtures.open_cylinder(), Topology(96, 0, 0, 1, 0, 0.0)),
        (fixtures.two_islands(), Topology(0, 0, 0, 2, 4, 0.0)),
        (fixtures.nonmanifold(), Topology(6, 1, 1, 1, 1, 0.0)),
        (fixtures.triangle(), Topology(3, 0, 0, 1, 1, 0.0)),
    ],
)
def test_topology_of_known_shapes(mesh: Mesh, expected: Topology) -> None:
    assert replace(topology(mesh), volume=0.0) == expected


def test_a_cubes_volume_and_a_cube_inside_out() -> None:
    cube = fixtures.cube(2.0)
    assert topology(cube).volume == pytest.approx(8.0)
    inside_out = replace(cube, faces=cube.faces[:, ::-1])
    assert topology(inside_out).volume == pytest.approx(-8.0)


@pytest.mark.parametrize("stance", ["A", "T", "arms_in_front"])
def test_the_humanoid_is_closed_and_unwrapping_does_not_change_that(
    stance: fixtures.Stance,
) -> None:
    found = topology(fixtures.humanoid(stance, cell=0.016).mesh)
    assert found.closed and found.components == 1 and found.euler == 2 and found.volume > 0


def test_cleaning_drops_what_cannot_be_drawn_and_says_so() -> None:
    sphere = fixtures.icosphere(2)
    bad = np.array([[0, 1, 9999], [3, 3, 4], [-1, 2, 5]])
    mesh = fixtures.with_nan(replace(sphere, faces=np.concatenate([sphere.faces, bad])))
    clean, notes = cleaned(mesh)
    assert np.isfinite(clean.vertices).all()
    assert clean.faces.min() >= 0 and clean.faces.max() < len(clean.vertices)
    assert len(clean.faces) < len(sphere.faces)
    said = "; ".join(notes)
    for reason in ("2 of 323 faces dropped: an index", "not a number", "no area", "vertices"):
        assert reason in said


def test_a_clean_mesh_comes_back_as_it_is() -> None:
    cube = fixtures.cube()
    assert cleaned(cube) == (cube, ())


def test_uvs_that_are_not_numbers_go_as_a_whole() -> None:
    triangle = fixtures.triangle()
    assert triangle.uvs is not None
    uvs = triangle.uvs.copy()
    uvs[1] = np.nan
    clean, notes = cleaned(replace(triangle, uvs=uvs))
    assert clean.uvs is None and "texture coordinates" in notes[0]


def test_nothing_left_is_an_error() -> None:
    with pytest.raises(MeshError, match="no faces"):
        cleaned(fixtures.empty())
    with pytest.raises(MeshError, match="not a number"):
        cleaned(fixtures.with_nan(fixtures.triangle(), 1))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_welding_joins_equal_positions_and_no_others(seed: int) -> None:
    rng = np.random.default_rng(seed)
    places = rng.integers(-1, 2, (40, 3)).astype(np.float32) * np.float32(0.5)
    places[::7] = -0.0
    mesh = Mesh(places, rng.integers(0, 40, (20, 3)))
    whole, group = welded(mesh)
    assert (whole.vertices[group] == mesh.vertices).all()
    assert len(np.unique(whole.vertices + np.float32(0), axis=0)) == len(whole.vertices)
    assert (whole.faces == group[mesh.faces]).all()


def test_normals_of_a_sphere_point_outward_and_agree_over_seams() -> None:
    sphere = fixtures.box_unwrapped(fixtures.icosphere(4, 1.0))
    normals = vertex_normals(sphere)
    assert ((normals * sphere.vertices).sum(axis=1) > 0.999).all()
    _, group = welded(sphere)
    first = np.zeros((group.max() + 1, 3), np.float32)
    first[group] = normals
    assert (first[group] == normals).all()
    assert (np.linalg.norm(face_normals(sphere), axis=1) > 0.999).all()


def test_angle_weights_ignore_how_a_flat_side_is_cut() -> None:
    normals = vertex_normals(fixtures.cube())
    assert np.allclose(np.abs(normals), 3**-0.5, atol=1e-6)


def test_components_are_numbered_by_size() -> None:
    small, large = fixtures.cube(), fixtures.icosphere(2)
    far = replace(small, vertices=small.vertices + np.array([5, 0, 0], np.float32))
    labels = components(joined([far, large]))
    assert (labels[:12] == 1).all() and (labels[12:] == 0).all()
