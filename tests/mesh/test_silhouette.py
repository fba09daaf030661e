"""A body from an outline: closed, on the picture's own outline, as deep as it should be."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest
from avatarforge.forge.avatar.artist import Wish, cut_out
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.mesh.camera import rig
from avatarforge.forge.mesh.mesh import MeshError, topology, welded
from avatarforge.forge.mesh.raster import rasterise
from avatarforge.forge.mesh.silhouette import SilhouetteMesh, mesh_from_mask
from avatarforge.forge.mesh.tetrahedra import march
from avatarforge.tests.mesh.fixtures import humanoid
from avatarforge.tests.mesh.shapes import Mask, disk, ring, star, stick
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import ndimage

_PEOPLE = (
    "woman, teal jacket, dark trousers, brown boots, auburn bob",
    "man with beard, blue suit, short black hair",
    "girl in long red dress, long blonde hair",
    "old wizard in purple robe, white beard",
    "boy, green t-shirt, shorts, sneakers, cap",
)


@lru_cache(maxsize=1)
def _figure() -> Mask:
    camera = rig(["front"], centre=(0, 0.85, 0), scale=1.9, size=640)[0]
    return rasterise(humanoid("A").mesh, camera).mask


@lru_cache(maxsize=4)
def _body(name: str) -> tuple[Mask, SilhouetteMesh]:
    drawn: dict[str, Callable[[], Mask]] = {
        "figure": _figure, "star": star, "disk": disk, "stick": stick, "ring": ring
    }  # fmt: skip
    mask = drawn[name]()
    return mask, mesh_from_mask(mask)


def _iou(a: Mask, b: Mask) -> float:
    return float((a & b).sum() / (a | b).sum())


def _largest(mask: Mask) -> Mask:
    labels, _ = ndimage.label(mask)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return np.asarray(labels == sizes.argmax())


@pytest.mark.parametrize(
    ("name", "euler"), [("figure", 2), ("star", 2), ("disk", 2), ("stick", 2), ("ring", 0)]
)
def test_it_is_closed_and_its_front_is_the_outline(name: str, euler: int) -> None:
    mask, made = _body(name)
    found = topology(made.mesh)
    assert found.closed and found.components == 1 and found.euler == euler and found.volume > 0
    assert len(made.mesh.faces) <= 40_000
    seen = rasterise(made.mesh, made.camera)
    assert seen.mask.shape == mask.shape and _iou(seen.mask, mask) >= 0.985
    low, high = made.mesh.bounds()
    assert low[1] == pytest.approx(0, abs=1e-5) and high[1] == pytest.approx(1.7, abs=1e-4)
    assert any("guess" in note for note in made.notes)


@pytest.mark.parametrize("words", _PEOPLE)
def test_drawn_people(words: str) -> None:
    mask = cut_out(read_words(words).features, Wish(width=400, height=600, seed=5)).mask > 127
    made = mesh_from_mask(mask, detail=112, faces=16_000)
    found = topology(made.mesh)
    assert found.closed and found.components == 1 and found.volume > 0
    assert _iou(rasterise(made.mesh, made.camera).mask, _largest(mask)) >= 0.97


def test_limbs_are_as_deep_as_wide_and_the_trunk_is_flatter() -> None:
    mask, made = _body("figure")
    human = humanoid("A")
    points = made.mesh.vertices.astype(np.float64)
    # The made body stands on 0 as the fixture does, at the same height within the outline.
    scale = 1.7 / (np.flatnonzero(mask.any(axis=1))[[0, -1]] @ [-1, 1] + 1) / (1.9 / 640)

    def extent(bone: str, part: float) -> tuple[float, float]:
        capsule = next(c for c in human.capsules if c.bone == bone)
        start, end = np.array(capsule.start), np.array(capsule.end)
        middle = (start + part * (end - start)) * scale
        middle[1] -= 0.0
        along = end - start
        along /= np.linalg.norm(along)
        off = points - middle
        near = (np.abs(off @ along) < 0.02) & (np.linalg.norm(off[:, :2], axis=1) < 0.12)
        across = np.cross(along, [0, 0, 1])
        return float(np.ptp(off[near] @ across)), float(np.ptp(off[near][:, 2]))

    for bone in ("leftLowerArm", "rightUpperArm", "leftLowerLeg", "rightLowerLeg"):
        wide, deep = extent(bone, 0.5)
        assert 0.8 <= deep / wide <= 1.2, (bone, wide, deep)
    trunk = np.abs(points[:, 1] - 1.2) < 0.02
    inner = trunk & (np.abs(points[:, 0]) < 0.15)
    assert 0.45 <= np.ptp(points[inner, 2]) / np.ptp(points[inner, 0]) <= 0.9


def test_without_anatomy_a_disk_is_a_ball_and_depth_multiplies_it() -> None:
    for depth in (1.0, 0.5):
        mesh = mesh_from_mask(disk(), anatomical=False, depth=depth, detail=96).mesh
        assert np.ptp(mesh.vertices[:, 2]) / np.ptp(mesh.vertices[:, 0]) == pytest.approx(
            depth, rel=0.03
        )


def test_the_rim_lies_on_the_very_outline() -> None:
    _, made = _body("disk")
    at = made.camera.project(made.mesh.vertices)[:, :2] - 256
    # In the disk's plane of symmetry, each within half a pixel of the circle.
    rim = np.abs(made.mesh.vertices[:, 2]) < 1e-6
    assert rim.sum() > 100
    assert np.abs(np.hypot(*at[rim].T) - 200).max() < 0.75


def test_what_the_picture_cuts_is_flat() -> None:
    mask = disk(256, 90)
    cut = np.pad(mask[:140], ((20, 0), (0, 0)))
    made = mesh_from_mask(cut, detail=96)
    assert topology(made.mesh).closed
    assert _iou(rasterise(made.mesh, made.camera).mask, cut) > 0.98
    floor = made.mesh.vertices[made.mesh.vertices[:, 1] < 0.02]
    assert np.ptp(floor[:, 2]) > 0.5 * np.ptp(made.mesh.vertices[:, 2])


def test_smaller_pieces_are_left_out_and_named() -> None:
    mask = disk(256, 60)
    mask[5:25, 5:25] = True
    made = mesh_from_mask(mask, detail=64)
    assert topology(made.mesh).components == 1
    assert any("left out" in note for note in made.notes)


@pytest.mark.parametrize(
    ("mask", "reason"),
    [
        (np.zeros((64, 64), bool), "empty"),
        (np.ones((64, 64), bool), "fills the whole picture"),
        (stick(512, 2, 440), "too thin"),
        (np.eye(64, dtype=bool), "too thin"),
    ],
)
def test_what_has_no_volume_is_refused(mask: Mask, reason: str) -> None:
    with pytest.raises(MeshError, match=reason):
        mesh_from_mask(mask)


@pytest.mark.parametrize("wrong", [{"height": 0}, {"detail": 8}, {"faces": 3}, {"depth": 9}])
def test_parameters_out_of_range(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must be"):
        mesh_from_mask(disk(64, 20), **wrong)  # type: ignore[arg-type]


def test_the_same_mask_gives_the_same_mesh() -> None:
    first, second = (mesh_from_mask(star(256), detail=64).mesh for _ in range(2))
    assert first.vertices.tobytes() == second.vertices.tobytes()
    assert first.faces.tobytes() == second.faces.tobytes()


@settings(deadline=None, max_examples=12)
@example(seed=1867, coarse=2.0)
@example(seed=3410, coarse=2.0)
@given(seed=st.integers(0, 10_000), coarse=st.floats(2.0, 9.0))
def test_any_blob_is_closed_or_refused(seed: int, coarse: float) -> None:
    noise = np.random.default_rng(seed).standard_normal((96, 96))
    mask = ndimage.gaussian_filter(noise, coarse) > 0.02
    try:
        made = mesh_from_mask(mask, detail=64, faces=4000)
    except MeshError:
        return
    found = topology(made.mesh)
    assert found.closed and found.components == 1 and found.volume > 0
    assert np.isfinite(made.mesh.vertices).all()
    joined_up, _ = welded(made.mesh)
    assert len(joined_up.vertices) == len(made.mesh.vertices)


@settings(deadline=None, max_examples=20)
@given(seed=st.integers(0, 10_000))
def test_marching_any_field_gives_a_closed_surface(seed: int) -> None:
    field = np.random.default_rng(seed).standard_normal((7, 8, 9)).astype(np.float32)
    field[[0, -1]] = field[:, [0, -1]] = -1
    field[..., [0, -1]] = -1
    points, faces = march(field)
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    ahead = np.unique(edges, axis=0)
    assert len(ahead) == len(edges)  # no directed edge twice
    assert (np.unique(edges[:, ::-1], axis=0) == ahead).all()  # each with its opposite
    a, b, c = points[faces].swapaxes(0, 1)
    assert (a * np.cross(b, c)).sum() > 0
