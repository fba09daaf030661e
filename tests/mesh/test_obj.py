"""OBJ files, small ones by hand and one by trimesh."""

from __future__ import annotations

import contextlib

import numpy as np
import pytest
import trimesh
from avatarforge.forge.mesh.exporting import encoded
from avatarforge.forge.mesh.mesh import MeshError, topology
from avatarforge.forge.mesh.obj import read_obj
from avatarforge.tests.mesh import characters
from hypothesis import given, settings
from hypothesis import strategies as st

SQUARE = "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n"
CUBE = (
    "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nv 0 0 1\nv 1 0 1\nv 1 1 1\nv 0 1 1\n"
    "f 4 3 2 1\nf 5 6 7 8\nf 1 2 6 5\nf 2 3 7 6\nf 3 4 8 7\nf 4 1 5 8\n"
)


def area(text: str) -> float:
    mesh = read_obj(text)
    corners = mesh.corners
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return float(cross[:, 2].sum() / 2)


def test_a_cube_of_quads_is_closed() -> None:
    mesh = read_obj(CUBE)
    assert len(mesh.vertices) == 8 and len(mesh.faces) == 12
    found = topology(mesh)
    assert found.closed and found.euler == 2
    assert found.volume == pytest.approx(1.0)


def test_negative_indices_count_from_the_last() -> None:
    assert np.array_equal(
        read_obj(SQUARE + "f -4 -3 -2 -1\nv 9 9 9\n").faces, read_obj(SQUARE + "f 1 2 3 4").faces
    )


def test_a_polygon_with_a_dent_is_cut_inside_its_outline() -> None:
    dart = "v 0 0 0\nv 2 1 0\nv 0 2 0\nv 1 1 0\nf 1 2 3 4\n"
    assert area(dart) == pytest.approx(1.0)
    mesh = read_obj(dart)
    assert {frozenset(face.tolist()) for face in mesh.faces} == {
        frozenset((0, 1, 3)), frozenset((1, 2, 3))
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.2, 1.0), min_size=3, max_size=14))
def test_a_star_of_any_shape_keeps_its_area_and_winding(radii: list[float]) -> None:
    angles = np.linspace(0, 2 * np.pi, len(radii), endpoint=False)
    x, y = np.array(radii) * np.cos(angles), np.array(radii) * np.sin(angles)
    expected = float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)
    lines = [f"v {a} {b} 0" for a, b in zip(x, y, strict=True)]
    text = "\n".join([*lines, "f " + " ".join(map(str, range(1, len(radii) + 1)))])
    mesh = read_obj(text)
    corners = mesh.corners
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[:, 2]
    assert len(mesh.faces) == len(radii) - 2
    assert cross.sum() / 2 == pytest.approx(expected, abs=1e-5)
    assert (cross > -1e-6).all()


def test_a_seam_doubles_its_vertices_and_v_is_turned() -> None:
    text = SQUARE + (
        "vt 0 0\nvt 0.5 0\nvt 0.5 1\nvt 0 1\nvt 0.75 0.25\nvt 1 0.25\n"
        "f 1/1 2/2 3/3\nf 1/5 3/3 4/6\n"
    )
    mesh = read_obj(text)
    assert len(mesh.vertices) == 5
    assert mesh.uvs is not None
    assert mesh.uvs[mesh.faces[1]].tolist() == [[0.75, 0.75], [0.5, 0.0], [1.0, 0.75]]
    assert mesh.vertices[mesh.faces[1]].tolist() == [[0, 0, 0], [1, 1, 0], [0, 1, 0]]


def test_normals_come_when_every_corner_has_one() -> None:
    full = read_obj(SQUARE + "vn 0 0 1\nvn 0 1 0\nf 1//1 2//1 3//2")
    assert full.normals is not None
    assert full.normals.tolist() == [[0, 0, 1], [0, 0, 1], [0, 1, 0]]
    assert full.uvs is None
    assert read_obj(SQUARE + "vn 0 0 1\nf 1//1 2//1 3").normals is None


def test_colours_become_linear() -> None:
    mesh = read_obj("v 0 0 0 1 0.5 0\nv 1 0 0 0 0 0\nv 0 1 0\nf 1 2 3")
    assert mesh.colours is not None
    assert mesh.colours.tolist() == [
        pytest.approx([1, 0.2140411, 0]), [0, 0, 0], [1, 1, 1]
    ]  # fmt: skip
    bytes_of = read_obj("v 0 0 0 255 0 0\nv 1 0 0 0 0 0\nv 0 1 0 0 0 255\nf 1 2 3").colours
    assert bytes_of is not None and bytes_of.tolist() == [[1, 0, 0], [0, 0, 0], [0, 0, 1]]


def test_names_materials_comments_and_continued_lines_do_no_harm() -> None:
    text = (
        "# a file\nmtllib nowhere.mtl\no thing\ng a b\ns off\nusemtl red\n"
        + SQUARE
        + "f 1 2 \\\n 3 # a corner\nl 1 2\np 1\nvp 0 0\n\n"
    )
    assert len(read_obj(text.replace("\n", "\r\n")).faces) == 1


def test_a_texture_is_put_on_where_its_bytes_are_given() -> None:
    data = encoded(characters.picture(), "png")
    mesh = read_obj(SQUARE + "vt 0 0\nf 1/1 2/1 3/1", texture=data)
    assert mesh.texture is not None and np.array_equal(mesh.texture, characters.picture())
    with pytest.raises(MeshError, match="texture"):
        read_obj(SQUARE + "f 1 2 3", texture=data[:60])


def test_trimeshs_file_comes_back() -> None:
    part = trimesh.creation.icosphere(subdivisions=2)
    mesh = read_obj(part.export(file_type="obj").encode())
    assert mesh.vertices[mesh.faces] == pytest.approx(part.triangles, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no faces"),
        (SQUARE, "no faces"),
        (SQUARE + "f 1 2", "Line 5|line 5"),
        (SQUARE + "f 1 2 5", "no vertex 5"),
        (SQUARE + "f 0 1 2", "no vertex 0"),
        (SQUARE + "f -5 1 2", "no vertex -5"),
        (SQUARE + "f 1/1 2/1 3/1", "no texture coordinate 1"),
        (SQUARE + "f 1//9 2//9 3//9", "no normal 9"),
        (SQUARE + "f 1/1/1/1 2 3", "no corner"),
        (SQUARE + "f a b c", "line 5"),
        ("v 0 0\nf 1 1 1", "line 1"),
        ("v 0 0 nan\nf 1 1 1", "bounds"),
        ("v 0 0 inf\nf 1 1 1", "bounds"),
        ("v 0 0 1e300\nf 1 1 1", "bounds"),
        (b"PK\x03\x04\0\0\0", "not text"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(text: str | bytes, reason: str) -> None:
    with pytest.raises(MeshError, match=reason):
        read_obj(text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.text("vfnt 0123456789./-\\#e\n", max_size=30) | st.sampled_from(SQUARE.split("\n")),
        max_size=20,
    )
)
def test_any_text_is_read_or_refused(lines: list[str]) -> None:
    with contextlib.suppress(MeshError):
        assert len(read_obj("\n".join(lines)).faces)
