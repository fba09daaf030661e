"""The nodes around models of shapes and of views, and keypoints that come with a picture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from avatarforge.forge.avatar.words import read_words
from avatarforge.forge.host.embedded.context import Execution, entered
from avatarforge.forge.host.port import Directories
from avatarforge.forge.mesh.camera import rig_around
from avatarforge.forge.mesh.mesh import Mesh, MeshError, topology
from avatarforge.forge.mesh.raster import render
from avatarforge.forge.pose.keypoints import read_keypoints
from avatarforge.nodes.character import CharacterViews, PrepareCharacterImage
from avatarforge.nodes.drawing import DrawAvatar
from avatarforge.nodes.mesh_making import MeshFromSilhouette, UnwrapCharacter
from avatarforge.nodes.mesh_models import FitCamera, MeshFromVoxels, PlaceViews, RepairMesh
from avatarforge.nodes.mesh_rigging import FitSkeleton
from avatarforge.nodes.pose import AvatarPose
from avatarforge.nodes.solids import from_mesh, to_cameras, to_mesh


@pytest.fixture(autouse=True)
def turn(tmp_path: Path) -> Iterator[None]:
    names = ("private", "input", "output", "temp")
    with entered(Execution("prompt", "1", Directories(*(tmp_path / name for name in names)))):
        yield


def lattice(size: int) -> Any:
    """x, y, z of a field's places."""
    steps = np.linspace(-1, 1, size)
    z, y, x = np.meshgrid(steps, steps, steps, indexing="ij")
    return x, y, z


def body(size: int = 49) -> torch.Tensor:
    """(1, D, H, W) a trunk with a head, one arm to its left, and a crumb beside it."""
    x, y, z = lattice(size)
    parts = [
        1 - np.sqrt((x / 0.25) ** 2 + (y / 0.6) ** 2 + (z / 0.2) ** 2),
        1 - np.sqrt((x / 0.15) ** 2 + ((y - 0.65) / 0.2) ** 2 + (z / 0.15) ** 2),
        1 - np.sqrt(((x - 0.35) / 0.4) ** 2 + ((y - 0.3) / 0.12) ** 2 + (z / 0.12) ** 2),
        0.045 - np.sqrt((x + 0.8) ** 2 + (y + 0.8) ** 2 + z**2),
    ]
    return torch.from_numpy(np.max(parts, axis=0).astype(np.float32))[None]


def voxels(values: torch.Tensor) -> Any:
    return SimpleNamespace(data=values)


def test_voxels_become_a_closed_mesh_that_lies_as_they_do() -> None:
    mesh = to_mesh(MeshFromVoxels.execute(voxels(body()), 0.0).args[0])
    found = topology(mesh)
    assert found.closed and found.components == 2 and found.volume > 0
    _low, high = mesh.bounds()
    assert high == pytest.approx((0.75, 0.85, 0.2), abs=0.02), "the arm is at +x, the head up"


@pytest.mark.parametrize(("value", "said"), [(-1.0, "empty"), (1.0, "full")])
def test_voxels_without_a_surface_say_so(value: float, said: str) -> None:
    with pytest.raises(MeshError, match=said):
        MeshFromVoxels.execute(voxels(torch.full((1, 9, 9, 9), value)), 0.6)


def test_values_that_are_no_numbers_are_outside() -> None:
    values = body()
    values[0, :, :, 24:] = float("nan")
    mesh = to_mesh(MeshFromVoxels.execute(voxels(values), 0.0).args[0])
    assert np.isfinite(mesh.vertices).all() and mesh.bounds()[1][0] < 0.05


def test_a_models_mesh_is_made_fit() -> None:
    rough = MeshFromVoxels.execute(voxels(body()), 0.0).args[0]
    mesh, notes = RepairMesh.execute(rough, 2000, "large", "+z", 1.7, "before").args
    solid = to_mesh(mesh)
    found = topology(solid)
    assert found.closed and found.components == 1 and found.euler == 2
    assert len(solid.faces) <= 2000
    low, high = solid.bounds()
    assert (low[1], high[1]) == pytest.approx((0, 1.7), abs=1e-5)
    assert notes.splitlines() == ["before", "1 of 2 loose pieces of the mesh were left out"]
    every = to_mesh(RepairMesh.execute(rough, 2000, "all", "+z", 1.7).args[0])
    assert topology(every).components == 2
    turned = to_mesh(RepairMesh.execute(rough, 2000, "large", "-z", 1.7).args[0])
    reach = (abs(solid.bounds()[0][0]), solid.bounds()[1][0])
    assert reach[1] == pytest.approx(reach[0], abs=1e-4), "the middle is over the origin"
    assert turned.vertices[:, 0].mean() == pytest.approx(-solid.vertices[:, 0].mean(), abs=1e-3)


def test_faces_that_look_inside_are_turned() -> None:
    solid = to_mesh(MeshFromVoxels.execute(voxels(body()), 0.0).args[0])
    flipped = np.random.default_rng(1).random(len(solid.faces)) < 0.3
    faces = np.where(flipped[:, None], solid.faces[:, ::-1], solid.faces)
    for given, said in ((faces, "looked inside"), (solid.faces[:, ::-1], "inside out")):
        rough = from_mesh(Mesh(solid.vertices, given))
        mesh, notes = RepairMesh.execute(rough, 1_000_000, "all", "+z", 1.7).args
        found = topology(to_mesh(mesh))
        assert found.closed and found.volume > 0
        assert said in notes


def test_what_is_no_body_is_refused() -> None:
    flat = Mesh(
        np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0]], np.float32),
        np.array([[0, 1, 2], [1, 3, 2]] * 8),
    )
    nothing = SimpleNamespace(vertices=torch.zeros(1, 0, 3), faces=torch.zeros(1, 0, 3).long())
    for given, said in ((from_mesh(flat), "flat"), (nothing, "no faces")):
        with pytest.raises(MeshError, match=said):
            RepairMesh.execute(given, 1000, "all", "+z", 1.7)


def test_noise_is_no_body() -> None:
    values = np.random.default_rng(1).normal(size=(1, 27, 27, 27)).astype(np.float32)
    rough = MeshFromVoxels.execute(voxels(torch.from_numpy(values)), 0.2).args[0]
    with pytest.raises(MeshError, match=r"a sponge, with \d+ holes"):
        RepairMesh.execute(rough, 4000, "large", "+z", 1.7)


@pytest.fixture(scope="module")
def solid() -> Any:
    """A MESH that came without the camera of its picture."""
    rough = MeshFromVoxels.execute(voxels(body()), 0.0).args[0]
    return RepairMesh.execute(rough, 3000, "large", "+z", 1.7).args[0]


def seen(mesh: Any, camera: Any) -> torch.Tensor:
    return torch.from_numpy(render(to_mesh(mesh), camera, what="mask"))[None]


@pytest.mark.parametrize("shift", [(0.0, 0.0), (0.15, -0.1)])
def test_the_pictures_camera_is_found_by_its_outline(solid: Any, shift: tuple[float, ...]) -> None:
    from dataclasses import replace

    (front,) = rig_around(to_mesh(solid), ("front",), size=(240, 320))
    x, y, z = front.eye
    moved = (x + shift[0], y + shift[1])
    true = replace(front, eye=(*moved, z), target=(*moved, front.target[2]), ortho_scale=2.2)
    mask = seen(solid, true)
    mask[:, 60:75, 100:] = 0  # what the picture shows is never quite the mesh's outline
    rig, overlap, report, notes = FitCamera.execute(solid, mask, "before").args
    (found,) = to_cameras(rig)
    assert overlap > 0.93 and notes == "before"
    assert found.ortho_scale == pytest.approx(2.2, rel=0.01)
    assert found.eye[:2] == pytest.approx(true.eye[:2], abs=0.012)
    assert (found.width, found.height) == (240, 320)
    assert json.loads(report)["overlap"] == overlap


def test_the_overlap_is_no_worse_than_that_of_the_boxes(solid: Any) -> None:
    (front,) = rig_around(to_mesh(solid), ("front",), size=256)
    mask = seen(solid, front)
    mask[:, 90:110, 128:] = 0
    mask[:, :30] = 0  # without the top of the head
    told = json.loads(FitCamera.execute(solid, mask).args[2])
    assert told["overlap"] > told["overlap_of_boxes"] + 0.02


def test_a_picture_that_fits_badly_is_told(solid: Any) -> None:
    square = torch.zeros(1, 200, 200)
    square[:, 20:180, 20:180] = 1
    assert "lies badly" in FitCamera.execute(solid, square).args[3]
    with pytest.raises(ValueError, match="empty"):
        FitCamera.execute(solid, torch.zeros(1, 64, 64))


@pytest.fixture
def views(solid: Any) -> Any:
    (front,) = rig_around(to_mesh(solid), ("front",), size=256)
    mask = seen(solid, front)
    image = torch.ones(1, 256, 256, 3)
    image[mask > 0.5] = torch.tensor([0.2, 0.4, 0.8])
    rig = FitCamera.execute(solid, mask).args[0]
    return CharacterViews.execute(image, mask, 256, rig, None, "before", True).args


def made(solid: Any, views: Any, number: int, colour: tuple[float, ...]) -> torch.Tensor:
    """What a model might give: the right side, elsewhere in the picture and of another size."""
    from dataclasses import replace

    camera = to_cameras(views[2])[number]
    x, y, z = camera.eye
    camera = replace(
        camera,
        eye=(x, y + 0.2, z),
        target=(camera.target[0], y + 0.2, camera.target[2]),
        ortho_scale=3.0,
        width=300,
        height=300,
    )
    image = torch.ones(1, 300, 300, 3)
    image[seen(solid, camera) > 0.5] = torch.tensor(colour)
    return image


def test_a_models_views_are_laid_onto_the_mesh(solid: Any, views: Any) -> None:
    images, masks, rig, notes = views
    assert images.shape[0] == len(rig) == 4 and "synthetic" in notes
    assert float(masks[2:].max()) == 0
    given = [made(solid, views, at, colour) for at, colour in
             ((1, (0.9, 0.1, 0.1)), (2, (0.1, 0.8, 0.1)), (3, (0.8, 0.8, 0.1)))]  # fmt: skip
    back, left, right = given
    out = PlaceViews.execute(images, masks, rig, solid, back, left, right, notes).args
    placed, shown, same, report, told = out
    assert all(each > 0.9 for each in json.loads(report)["overlaps"]), report
    assert same == rig
    cameras = to_cameras(rig)
    for at, colour in ((1, (0.9, 0.1, 0.1)), (2, (0.1, 0.8, 0.1)), (3, (0.8, 0.8, 0.1))):
        outline = seen(solid, cameras[at])[0] > 0.5
        inside = shown[at] > 0.5
        assert (inside & ~outline).sum() == 0
        assert inside.sum() > 0.8 * outline.sum()
        assert (placed[at][inside] - torch.tensor(colour)).abs().max() < 0.05
    assert torch.equal(placed[0], images[0]), "the front is the picture"
    assert "synthetic" not in told and told.startswith("before")
    assert "the back is a guess, made by a model from the front" in told
    assert "the left side is a guess" in told


def test_what_does_not_fit_is_not_used(solid: Any, views: Any) -> None:
    images, masks, rig, notes = views
    bar = torch.ones(1, 200, 200, 3)
    bar[:, 95:105, 10:190] = 0.3
    blank = torch.ones(1, 200, 200, 3)
    placed, shown, _, report, told = PlaceViews.execute(
        images, masks, rig, solid, bar, blank, blank, notes
    ).args
    assert torch.equal(placed, images) and torch.equal(shown, masks)
    assert "the back that the model made does not fit the mesh" in told
    assert "the left side that the model made shows no figure" in told
    assert "synthetic" in told
    assert json.loads(report)["overlaps"][1:] == [0, 0]
    with pytest.raises(ValueError, match="Both sides"):
        PlaceViews.execute(images, masks, rig, solid, bar, blank)


def test_a_models_cutout_is_used_where_it_finds_somebody() -> None:
    image = torch.full((1, 200, 200, 3), 0.9)
    image[:, 40:160, 60:140] = torch.tensor([0.7, 0.2, 0.2])
    half = torch.zeros(1, 200, 200)
    half[:, 40:100, 60:140] = 0.9
    _, cut, notes, _ = PrepareCharacterImage.execute(image, 256, 16, None, "", half).args
    assert notes == "" and cut[0].any(dim=1).sum() < cut[0].any(dim=0).sum()
    _, cut, notes, _ = PrepareCharacterImage.execute(
        image, 256, 16, None, "", torch.zeros(1, 200, 200)
    ).args
    assert "found no figure" in notes
    assert cut[0].any(dim=1).sum() > cut[0].any(dim=0).sum(), "by its colours, then"
    whole = torch.zeros(1, 200, 200)
    whole[:, 40:160, 60:140] = 1.0
    _, cut, *_ = PrepareCharacterImage.execute(image, 256, 16, whole, "", half).args
    assert cut[0].any(dim=1).sum() > cut[0].any(dim=0).sum(), "transparency comes first"


PEOPLE = (
    ("woman, red hoodie, blue jeans, black ponytail", "standing"),
    ("old wizard, purple robe, white beard", "standing"),
    ("girl, short yellow dress, blonde braids", "waving"),
    ("man, suit, tie, brown hair", "walking"),
)
BONES = {"shoulder": "UpperArm", "elbow": "LowerArm", "wrist": "Hand",
         "hip": "UpperLeg", "knee": "LowerLeg", "ankle": "Foot"}  # fmt: skip


@pytest.mark.parametrize(("words", "pose"), PEOPLE)
def test_the_joints_of_a_drawn_person_make_the_skeleton_right(words: str, pose: str) -> None:
    """By shape alone the worst joint is off by a fifth of the height and more."""
    keypoints, _ = AvatarPose.execute(pose, "front").args
    image, mask, _, _, drawn = DrawAvatar.execute(
        read_words(words).features, "front", "figure", "anime", False, 3, 320, 480, keypoints
    ).args
    _square, cut, _, moved = PrepareCharacterImage.execute(
        image, 320, 32, mask, "", None, drawn
    ).args
    mesh, rig, _ = MeshFromSilhouette.execute(cut, 1.7, 6000, 96).args
    mesh, _ = UnwrapCharacter.execute(mesh, 256).args
    (frame,) = read_keypoints(moved)
    assert (frame.width, frame.height) == (320, 320)
    rows = np.flatnonzero(cut[0].numpy().any(axis=1))
    tall = rows[-1] - rows[0]
    (person,) = frame.poses
    camera = to_cameras(rig)[0]

    def errors(hint: Any) -> list[float]:
        skeleton = FitSkeleton.execute(mesh, "vrm", "auto", hint, rig).args[0]
        places = camera.project(skeleton.heads)
        found = dict(zip(skeleton.names, places * (320 / camera.height), strict=True))
        return [
            float(
                np.hypot(found[side + bone][0] - (x * 320 + 160), found[side + bone][1] - y * 320)
            )
            / tall
            for side in ("left", "right")
            for part, bone in BONES.items()
            for x, y, _ in [person.joints[f"{side}_{part}"]]  # type: ignore[index]
        ]

    with_hint, without = errors(moved), errors(None)
    assert max(with_hint) < 0.03 and np.mean(with_hint) < 0.01
    assert np.mean(with_hint) < np.mean(without) / 4


@pytest.mark.parametrize("keypoints", [[], "nonsense", [{"canvas_width": 9, "canvas_height": 9,
                                                         "people": []}]])  # fmt: skip
def test_keypoints_that_show_nobody_are_told_and_not_used(solid: Any, keypoints: Any) -> None:
    skeleton, _, notes = FitSkeleton.execute(solid, "vrm", "auto", keypoints).args
    assert len(skeleton.names) == 19
    assert "the keypoints were not used" in notes
