"""Meshes and pictures that are not as one would wish: baked, or refused with the reason."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from avatarforge.forge.mesh.bake import bake
from avatarforge.forge.mesh.camera import Camera, rig_around
from avatarforge.forge.mesh.mesh import Mesh, MeshError, joined
from avatarforge.tests.mesh import fixtures
from numpy.typing import NDArray

GREY = np.full((6, 96, 96, 3), 150, np.uint8)


def grey_all_over(mesh: Mesh, size: int = 128) -> dict[str, object]:
    sound = mesh.vertices[np.isfinite(mesh.vertices).all(axis=1)]
    around = Mesh(sound, np.zeros((0, 3), np.int64))
    baked = bake(mesh, GREY, rig_around(around, size=96), size=size)
    assert np.abs(baked.texture.astype(int) - 150).max() <= 1
    json.dumps(baked.report)
    return baked.report


def unwrapped(mesh: Mesh) -> Mesh:
    return fixtures.box_unwrapped(mesh, size=256)


@pytest.mark.parametrize(
    "mesh",
    [
        unwrapped(fixtures.cube()),
        unwrapped(fixtures.open_cylinder()),
        unwrapped(fixtures.torus()),
        unwrapped(fixtures.two_islands()),
        unwrapped(fixtures.nonmanifold()),
        fixtures.two_sheets(),
        fixtures.triangle(),
    ],
    ids=["cube", "open", "torus", "islands", "nonmanifold", "sheets", "triangle"],
)
def test_odd_meshes_are_baked(mesh: Mesh) -> None:
    report = grey_all_over(mesh)
    assert report["notes"] == []
    assert report["coverage"] > 0.4  # type: ignore[operator]


def test_faces_that_are_not_numbers_or_flat_are_left_out_and_named() -> None:
    sphere = unwrapped(fixtures.icosphere(3))
    flat = np.array([[0, 0, 1], [5, 5, 5]])
    mesh = fixtures.with_nan(replace(sphere, faces=np.concatenate([sphere.faces, flat])))
    notes = str(grey_all_over(mesh)["notes"])
    assert "not a number" in notes and "no area" in notes


def test_a_piece_that_nothing_sees_takes_the_colour_nearest_in_space() -> None:
    shell = unwrapped(fixtures.icosphere(3, 0.5))
    inner = unwrapped(fixtures.icosphere(2, 0.1))
    assert shell.uvs is not None and inner.uvs is not None
    half = np.array([0.5, 1], np.float32)
    mesh = joined(
        [
            replace(shell, uvs=shell.uvs * half),
            replace(inner, uvs=inner.uvs * half + np.array([0.5, 0], np.float32)),
        ]
    )
    grey_all_over(mesh, 256)


def test_half_a_million_faces() -> None:
    side = 500
    plane = fixtures.sheet(1.0, 1.0, cells=side)
    bent = plane.vertices.copy()
    bent[:, 2] = 0.1 * np.sin(9 * bent[:, 0]) * np.cos(7 * bent[:, 1])
    report = grey_all_over(replace(plane, vertices=bent), 512)
    assert report["faces"] == 2 * side * side
    assert report["coverage"] > 0.9  # type: ignore[operator]


@pytest.mark.parametrize(
    ("mesh", "reason"),
    [
        (fixtures.empty(), "no faces"),
        (fixtures.icosphere(1), "no texture coordinates: unwrap"),
        (fixtures.with_nan(fixtures.triangle(), 1), "not a number"),
        (replace(fixtures.triangle(), uvs=np.full((3, 2), 1.5)), "1.5; .*within 0..1"),
        (replace(fixtures.triangle(), uvs=np.full((3, 2), np.nan)), "no texture coordinates"),
        (replace(fixtures.triangle(), uvs=np.full((3, 2), 0.5)), "no texel"),
    ],
)
def test_meshes_that_cannot_be_baked_are_refused(mesh: Mesh, reason: str) -> None:
    camera = Camera((0, 0, 2), (0, 0, 0), ortho_scale=2.0, width=96, height=96)
    with pytest.raises(MeshError, match=reason):
        bake(mesh, GREY[:1], (camera,), size=64)


def test_cameras_that_see_nothing_are_an_error() -> None:
    away = Camera((0, 0, 2), (0, 0, 4), fov=40.0, width=96, height=96)
    with pytest.raises(MeshError, match="no picture shows"):
        bake(fixtures.triangle(), GREY[:1], (away,), size=64)


@pytest.mark.parametrize(
    ("images", "masks", "size", "reason"),
    [
        (GREY[:2], None, 64, "2 pictures for 1"),
        (GREY[:0], None, 64, "0 pictures"),
        (GREY[0], None, 64, "shape"),
        (GREY[:1, :48], None, 64, "other proportions"),
        (GREY[:1].astype(np.int32), None, 64, "uint8 or float"),
        (np.full((1, 96, 96, 3), np.nan), None, 64, "no numbers"),
        (GREY[:1], np.ones((1, 4, 4), bool), 64, "masks of the shape"),
        (GREY[:1], None, 4, "size must be"),
    ],
)
def test_pictures_that_do_not_fit_are_refused(
    images: NDArray[np.uint8], masks: NDArray[np.bool_] | None, size: int, reason: str
) -> None:
    camera = Camera((0, 0, 2), (0, 0, 0), ortho_scale=2.0, width=96, height=96)
    with pytest.raises(ValueError, match=reason):
        bake(fixtures.triangle(), images, (camera,), masks=masks, size=size)


def test_pictures_of_another_size_and_floats_are_taken() -> None:
    camera = Camera((0, 0, 2), (0, 0, 0), ortho_scale=1.2, width=96, height=96)
    images = np.full((1, 200, 200, 3), 0.5, np.float32)
    baked = bake(fixtures.triangle(), images, (camera,), size=64)
    assert np.abs(baked.texture.astype(int) - 128).max() <= 1
