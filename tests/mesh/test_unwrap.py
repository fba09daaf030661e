"""Texture coordinates: no texel twice, the atlas well filled, the front in large pieces."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from time import process_time

import numpy as np
import pytest
from avatarforge.forge.mesh.mesh import Mesh, MeshError, face_normals, topology, weld_map
from avatarforge.forge.mesh.packing import MANY, PackingError, covered
from avatarforge.forge.mesh.silhouette import mesh_from_mask
from avatarforge.forge.mesh.unwrap import unwrap
from avatarforge.tests.mesh.fixtures import (
    Stance,
    cube,
    empty,
    humanoid,
    icosphere,
    nonmanifold,
    open_cylinder,
    torus,
    triangle,
    two_islands,
    two_sheets,
    with_nan,
)
from avatarforge.tests.mesh.shapes import star, stick
from numpy.typing import NDArray
from scipy import ndimage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from skimage import measure


def _figure(stance: Stance) -> Mesh:
    return humanoid(stance, cell=0.015, unwrapped=False).mesh


@lru_cache(maxsize=1)
def _unwrapped_figure() -> Mesh:
    return unwrap(_figure("A"))


def _charts(mesh: Mesh) -> NDArray[np.int64]:
    edges = mesh.faces[:, [0, 1, 1, 2]].reshape(-1, 2)
    ones = np.ones(len(edges), np.int8)
    count = len(mesh.vertices)
    labels = connected_components(coo_matrix((ones, edges.T), (count, count)), False)[1]
    return np.asarray(labels[mesh.faces[:, 0]], np.int64)


def _texels(mesh: Mesh, size: int = 1024) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    assert mesh.uvs is not None
    which, row, column = covered(mesh.uvs[mesh.faces].astype(np.float64) * size)
    return which, row * size + column


@pytest.mark.parametrize(
    ("make", "fill"),
    [
        pytest.param(lambda: _figure("A"), 0.45, id="A"),
        pytest.param(lambda: _figure("T"), 0.45, id="T"),
        pytest.param(lambda: _figure("arms_in_front"), 0.45, id="arms in front"),
        pytest.param(
            lambda: mesh_from_mask(star(256), detail=80, faces=8000).mesh, 0.45, id="star"
        ),
        pytest.param(lambda: mesh_from_mask(stick(), detail=80, faces=4000).mesh, 0.45, id="stick"),
        pytest.param(lambda: icosphere(4), 0.45, id="sphere"),
        pytest.param(torus, 0.45, id="torus"),
        pytest.param(cube, 0.45, id="cube"),
        pytest.param(two_sheets, 0.3, id="two sheets"),
        pytest.param(open_cylinder, 0.3, id="open cylinder"),
        pytest.param(two_islands, 0.3, id="two islands"),
        pytest.param(triangle, 0.2, id="triangle"),
        pytest.param(nonmanifold, 0.2, id="nonmanifold"),
    ],
)
def test_no_texel_is_claimed_twice_and_the_atlas_is_filled(
    make: Callable[[], Mesh], fill: float
) -> None:
    mesh = make()
    made = unwrap(mesh)
    assert made.uvs is not None
    assert made.uvs.min() >= 0 and made.uvs.max() <= 1
    _, texel = _texels(made)
    taken, times = np.unique(texel, return_counts=True)
    assert (times > 1).sum() <= 0.001 * len(taken)
    assert len(taken) / 1024**2 >= fill
    # The surface is the same, face by face.
    assert np.array_equal(made.vertices[made.faces], mesh.vertices[mesh.faces])
    assert topology(made) == topology(mesh)


def test_charts_keep_their_distance() -> None:
    made = unwrap(_figure("A"), size=512, padding=6)
    chart = _charts(made)
    which, texel = _texels(made, 512)
    owner = np.full(512 * 512, -1, np.int64)
    owner[texel] = chart[which]
    square = owner.reshape(512, 512)
    assert (square[:2] < 0).all() and (square[:, :2] < 0).all()
    for number in np.unique(chart):
        near = ndimage.distance_transform_edt(square != number)
        others = (square >= 0) & (square != number)
        assert near[others].min() >= 5


def test_no_chart_is_mirrored() -> None:
    made = _unwrapped_figure()
    assert made.uvs is not None
    a, b, c = made.uvs[made.faces].astype(np.float64).swapaxes(0, 1)
    signed = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]
    # v runs down, so what is counterclockwise outside is negative here.
    assert (signed < 0).mean() > 0.999


def test_the_front_is_in_large_pieces() -> None:
    made = _unwrapped_figure()
    chart = _charts(made)
    front = face_normals(made)[:, 2] > 0.6
    corners = made.corners
    area = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    share = np.sort(np.bincount(chart[front], area[front]))[::-1] / area[front].sum()
    assert share[0] > 0.3 and share[:4].sum() > 0.7


def test_copies_at_a_seam_are_one_vertex_with_one_normal() -> None:
    made = unwrap(icosphere(4))
    assert made.normals is not None
    group = weld_map(made.vertices)
    assert len(group) > group.max() + 1
    first = np.unique(group, return_index=True)[1]
    assert np.allclose(made.normals, made.normals[first][group], atol=1e-6)


def test_colours_stay_and_an_old_texture_goes() -> None:
    ball = icosphere(3)
    made = unwrap(
        Mesh(
            ball.vertices,
            ball.faces,
            uvs=np.zeros((len(ball.vertices), 2), np.float32),
            colours=np.abs(ball.vertices),
            texture=np.zeros((4, 4, 3), np.uint8),
        )
    )
    assert made.texture is None and made.colours is not None
    assert np.array_equal(made.colours, np.abs(made.vertices))


def test_damaged_meshes_and_parameters() -> None:
    made = unwrap(with_nan(icosphere(4)))
    assert np.isfinite(made.vertices).all()
    with pytest.raises(MeshError):
        unwrap(empty())
    for size, padding in ((32, 2), (1024, 100), (1024, -1)):
        with pytest.raises(ValueError, match="size must be"):
            unwrap(cube(), size=size, padding=padding)


def _sponge(cells: int, holes: float) -> Mesh:
    """A gyroid in a cube: one piece full of holes, cut off at the cube's sides."""
    x, y, z = np.meshgrid(*[np.linspace(0, holes * 2 * np.pi, cells)] * 3, indexing="ij")
    field = np.sin(x) * np.cos(y) + np.sin(y) * np.cos(z) + np.sin(z) * np.cos(x)
    vertices, faces, _, _ = measure.marching_cubes(field.astype(np.float32), 0.2)
    return Mesh(vertices.astype(np.float32), faces.astype(np.int64))


def test_a_sponge_is_laid_out_by_boxes_and_at_once() -> None:
    sponge = _sponge(40, 2.5)
    began = process_time()
    made = unwrap(sponge)
    assert process_time() - began < 20  # it took minutes
    assert len(np.unique(_charts(made))) > 500
    _, texel = _texels(made)
    taken, times = np.unique(texel, return_counts=True)
    assert (times > 1).sum() <= 0.001 * len(taken)
    assert len(taken) / 1024**2 >= 0.3
    again = unwrap(sponge)
    assert made.uvs is not None and again.uvs is not None
    assert np.array_equal(again.uvs, made.uvs)


def test_boxes_keep_their_distance() -> None:
    made = unwrap(_sponge(24, 2), size=512, padding=5)
    chart = _charts(made)
    assert len(np.unique(chart)) >= MANY
    which, texel = _texels(made, 512)
    owner = np.full(512 * 512, -1, np.int64)
    owner[texel] = chart[which]
    square = owner.reshape(512, 512)
    assert (square[:2] < 0).all() and (square[:, -2:] < 0).all()
    # No chart within five texels of another, whichever way.
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        for step in range(1, 5):
            moved = np.roll(square, (down * step, right * step), (0, 1))
            assert not ((square >= 0) & (moved >= 0) & (square != moved)).any()


def test_too_many_pieces_for_the_atlas_are_refused() -> None:
    rng = np.random.default_rng(0)
    soup = (rng.random((600, 1, 3)) + 0.02 * rng.random((600, 3, 3))).reshape(-1, 3)
    with pytest.raises(PackingError, match="do not fit"):
        unwrap(Mesh(soup.astype(np.float32), np.arange(1800).reshape(-1, 3)), size=64, padding=4)
