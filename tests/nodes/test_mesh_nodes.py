"""The nodes of 3D characters, as a graph runs them."""

from __future__ import annotations

import json
import struct
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from avatarforge.forge.host.embedded.context import Execution, entered
from avatarforge.forge.host.port import Directories
from avatarforge.forge.jobs import delivery
from avatarforge.forge.mesh.camera import rig_around
from avatarforge.forge.mesh.glb import read_glb, write_glb
from avatarforge.forge.mesh.mesh import Mesh, MeshError, topology
from avatarforge.forge.store.blobs import Blobs
from avatarforge.nodes.character import CharacterRequest, PrepareCharacterImage
from avatarforge.nodes.comfy import io
from avatarforge.nodes.mesh_baking import CameraRig, PreviewMesh, RenderViews, TextureBake
from avatarforge.nodes.mesh_files import MeshResult, PreviewResult, SaveRiggedCharacter
from avatarforge.nodes.mesh_making import (
    FRONTS,
    LoadMesh,
    MeshFromSilhouette,
    StandMesh,
    UnwrapCharacter,
)
from avatarforge.nodes.mesh_rigging import FitSkeleton, SkinMesh
from avatarforge.nodes.solids import from_mesh, to_mesh
from PIL import Image, ImageSequence

JOB = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path) -> Iterator[Directories]:
    """A node's turn, with folders of its own."""
    made = Directories(
        private=tmp_path / "private",
        input=tmp_path / "input",
        output=tmp_path / "output",
        temp=tmp_path / "temp",
    )
    made.input.mkdir()
    with entered(Execution("prompt", "1", made)):
        yield made


def person() -> torch.Tensor:
    """(1, 320, 320) a figure in the A-pose."""
    row, column = np.mgrid[:320, :320] + 0.5
    mask = np.hypot(row - 50, column - 160) < 26

    def limb(start: tuple[int, int], end: tuple[int, int], radius: float) -> None:
        nonlocal mask
        ahead = np.subtract(end, start)
        along = ((row - start[0]) * ahead[0] + (column - start[1]) * ahead[1]) / (ahead @ ahead)
        along = np.clip(along, 0, 1)
        off = np.hypot(row - start[0] - along * ahead[0], column - start[1] - along * ahead[1])
        mask |= off < radius

    limb((70, 160), (90, 160), 11)
    limb((105, 160), (170, 160), 28)
    for side in (-1, 1):
        limb((98, 160 + side * 28), (165, 160 + side * 90), 11)
        limb((180, 160 + side * 16), (295, 160 + side * 34), 14)
    return torch.from_numpy(mask.astype(np.float32))[None]


@pytest.fixture(scope="module")
def body() -> Any:
    """(mesh, camera rig, notes) of the figure, unwrapped."""
    mesh, cameras, notes = MeshFromSilhouette.execute(person(), 1.7, 3000, 64).args
    mesh, _ = UnwrapCharacter.execute(mesh, 256).args
    return mesh, cameras, notes


def in_a_job(node: type[io.ComfyNode]) -> Any:
    from avatarforge.forge.host.embedded.node import HiddenHolder, prepared

    extra = {delivery.JOB_KEY: {"job": JOB}}
    return prepared(node, HiddenHolder(prompt={}, extra_pnginfo=extra))


def test_a_figure_becomes_a_closed_body_that_its_camera_sees_as_it_was(body: Any) -> None:
    mesh, cameras, notes = body
    solid = to_mesh(mesh)
    assert topology(solid).closed and topology(solid).euler == 2
    assert "guesses" in notes
    seen = RenderViews.execute(mesh, cameras).args[4][0] > 0.5
    wanted = person()[0] > 0.5
    assert (seen & wanted).sum() / (seen | wanted).sum() > 0.97


def test_transparency_decides_what_the_character_is(folders: Directories) -> None:
    alpha = (person()[0].numpy() * 255).astype(np.uint8)
    noise = np.random.default_rng(1).integers(0, 255, (320, 320, 3), np.uint8)
    Image.fromarray(np.dstack([noise, alpha])).save(folders.input / "a.png")
    image, mask, *_, pose = CharacterRequest.execute("a.png").args
    assert mask is not None and torch.equal(mask, person())
    assert pose == "\u5927-pose"
    assert float(image[0][mask[0] == 0].min()) == 1.0
    square, cut, notes, _ = PrepareCharacterImage.execute(image, 256, 32, mask).args
    assert square.shape == (1, 256, 256, 3) and notes == ""
    rows = np.flatnonzero(cut[0].numpy().any(axis=1))
    assert (rows[0], rows[-1]) == (32, 223)


def test_an_opaque_picture_has_no_mask(folders: Directories) -> None:
    Image.new("RGB", (40, 40), "red").save(folders.input / "a.png")
    assert CharacterRequest.execute("a.png").args[1] is None


@pytest.mark.parametrize("name", ["", "../secret.png", "/etc/passwd", "none.png", "0" * 64])
def test_a_file_that_is_not_the_inputs_is_refused(name: str, folders: Directories) -> None:
    (folders.input.parent / "secret.png").write_bytes(b"x")
    for node, args in ((CharacterRequest, ()), (LoadMesh, ("+z", 0.0))):
        with pytest.raises(ValueError, match=r"no such|input folder"):
            node.execute(name, *args)


def test_a_changed_file_is_read_again(folders: Directories) -> None:
    (folders.input / "a.png").write_bytes(b"x")
    first = CharacterRequest.fingerprint_inputs(image="a.png")
    assert first and CharacterRequest.fingerprint_inputs(image="a.png") == first
    (folders.input / "a.png").write_bytes(b"xyz")
    assert CharacterRequest.fingerprint_inputs(image="a.png") != first


@pytest.mark.parametrize("front", list(FRONTS))
def test_a_loaded_mesh_faces_forward(front: str, folders: Directories) -> None:
    axes = np.array(FRONTS[front], np.float32)
    assert np.linalg.det(axes) == pytest.approx(1), "no mirror"
    # An arrow: long to the front, shorter up, shortest to its left.
    points = np.array([[0, 0, 0], [0, 0, 3], [0, 2, 0], [1, 0, 0]], np.float32)
    faces = np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]])
    (folders.input / "a.glb").write_bytes(write_glb(Mesh(points @ axes, faces)))
    loaded, notes = LoadMesh.execute("a.glb", front, 0.0).args
    found = {tuple(np.round(point, 4)) for point in to_mesh(loaded).vertices}
    assert found == {tuple(point) for point in points}
    assert notes == ""
    tall = to_mesh(LoadMesh.execute("a.glb", front, 1.7).args[0])
    assert tall.bounds()[0][1] == pytest.approx(0)
    assert tall.bounds()[1][1] == pytest.approx(1.7)


def test_a_mesh_from_elsewhere_is_stood_on_the_ground() -> None:
    points = np.array([[0, 0, -4], [0, 5, -3], [1, 0, -3], [0, 0, -2]], np.float32)
    faces = np.array([[0, 1, 2], [0, 2, 3], [0, 3, 1], [1, 3, 2]])

    class LookAlike:
        """What other packs hand on: no more than this, the faces as floats."""

        vertices = torch.from_numpy(points)
        faces = torch.from_numpy(np.array([[0, 1, 2], [0, 2, 3], [0, 3, 1], [1, 3, 2]])).float()

    stood, notes = StandMesh.execute(LookAlike(), "-z", 2.0, "before").args
    low, high = to_mesh(stood).bounds()
    assert (low[1], high[1]) == pytest.approx((0, 2))
    assert np.allclose((low + high)[[0, 2]], 0)
    solid = to_mesh(stood)
    assert solid.vertices[2, 0] < solid.vertices[0, 0], "turned half around"
    assert np.array_equal(solid.faces, faces)
    assert notes == "before"


def test_an_obj_file_is_read_and_rubbish_refused(folders: Directories) -> None:
    (folders.input / "a.obj").write_text("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\nf 1 1 2\n")
    mesh, notes = LoadMesh.execute("a.obj", "+z", 0.0, "before").args
    assert mesh.faces.shape == (1, 1, 3)
    assert notes.splitlines()[0] == "before" and "dropped" in notes
    (folders.input / "b.glb").write_bytes(b"glTF nonsense")
    with pytest.raises(MeshError):
        LoadMesh.execute("b.glb", "+z", 0.0)


def test_a_rig_has_the_named_views_and_angles(body: Any) -> None:
    (rig,) = CameraRig.execute(body[0], "front, 45:20,back", 128, 0.0, weights="1,0.5,2").args
    assert json.loads(json.dumps(rig)) == rig
    assert [camera["weight"] for camera in rig] == [1, 0.5, 2]
    assert rig[0]["eye"][2] > 0 > rig[2]["eye"][2]
    for views, weights in (("", ""), ("sideways", ""), ("1:x", ""), ("front", "1,2")):
        with pytest.raises(ValueError, match=r"view|weights"):
            CameraRig.execute(body[0], views, 128, 0.0, weights=weights)


def test_views_of_a_mesh(body: Any) -> None:
    (rig,) = CameraRig.execute(body[0], "front, left", 96, 0.0).args
    colour, normal, position, depth, mask = RenderViews.execute(body[0], rig).args
    for image in (colour, normal, position, depth):
        assert image.shape == (2, 96, 96, 3) and image.dtype == torch.float32
        assert float(image.min()) >= 0 and float(image.max()) <= 1
    assert mask.shape == (2, 96, 96)
    middle = normal[0, 45, 48]
    assert middle[2] > 0.9, "the chest faces +z"
    assert float(depth[0][mask[0] == 0].max()) == 0.0


def test_what_is_baked_is_seen_again(body: Any) -> None:
    mesh, *_ = body
    solid = to_mesh(mesh)
    cameras = rig_around(solid, ("front", "back"), size=192)
    (rig,) = CameraRig.execute(mesh, "front, back", 192, 0.0).args
    ramp = torch.linspace(0.2, 0.8, 192)
    image = torch.stack([ramp[None].expand(192, 192), ramp[:, None].expand(192, 192),
                         torch.full((192, 192), 0.5)], dim=-1)  # fmt: skip
    images = torch.stack([image, image])
    baked, texture, coverage, confidence, report, notes = TextureBake.execute(
        mesh, images, rig, 256, False, True
    ).args
    assert texture.shape == (1, 256, 256, 3)
    assert coverage.shape == confidence.shape == (1, 256, 256)
    assert 0.5 < json.loads(report)["coverage"] < 1
    assert notes == ""
    seen, *_, mask = RenderViews.execute(baked, rig).args
    inner = torch.from_numpy(np.asarray(mask[0] > 0.5))
    error = (seen[0] - image).abs().amax(-1)[inner]
    assert float(error.median()) < 0.01
    assert len(cameras) == len(rig)
    with pytest.raises(ValueError, match="1 pictures for 2 cameras"):
        TextureBake.execute(mesh, images[:1], rig, 256, True, True)
    with pytest.raises(MeshError):
        TextureBake.execute(
            from_mesh(Mesh(solid.vertices, solid.faces)), images, rig, 256, True, True
        )


def test_what_no_picture_shows_is_told(body: Any) -> None:
    (rig,) = CameraRig.execute(body[0], "top", 96, 0.0).args
    notes = TextureBake.execute(body[0], torch.rand(1, 96, 96, 3), rig, 128, True, True).args[5]
    assert "guesses" in notes


def test_a_turn_shows_all_sides_and_the_bones(body: Any) -> None:
    (turn,) = PreviewMesh.execute(body[0], 4, 96, "shaded", 0.0, 0.0).args
    assert turn.shape == (4, 96, 96, 3)
    wide = [(frame < 0.9).any(-1).any(0).sum() for frame in turn]
    assert wide[0] > 1.5 * wide[1] and wide[2] > 1.5 * wide[3], "from the side it is slim"
    skeleton, confidence, _ = FitSkeleton.execute(body[0], "vrm", "A-pose").args
    assert 0 <= confidence <= 1
    rig, _ = SkinMesh.execute(body[0], skeleton).args
    (still,) = PreviewMesh.execute(body[0], 1, 96, "shaded", 0.0, 0.0, rig).args
    warm = (still[0, ..., 0] - still[0, ..., 2]) > 0.25
    cold = (still[0, ..., 2] - still[0, ..., 0]) > 0.25
    assert warm[:, 48:].sum() > warm[:, :44].sum(), "its left is to the right of the picture"
    assert cold[:, :48].sum() > cold[:, 52:].sum()


@pytest.fixture(scope="module")
def rig(body: Any) -> Any:
    skeleton, *_ = FitSkeleton.execute(body[0], "mixamo", "auto").args
    return SkinMesh.execute(body[0], skeleton).args[0]


def test_files_go_into_the_output_folder_with_a_new_number(
    body: Any, rig: Any, folders: Directories
) -> None:
    for number in (1, 2):
        ui = SaveRiggedCharacter.execute(body[0], rig, "people/ann", True, True, "T-pose").ui
        assert isinstance(ui, dict)
        shown = ui["3d"]
        assert [each["filename"] for each in shown] == [
            f"ann_0000{number}_{suffix}" for suffix in (".fbx", ".glb", ".vrm")
        ]
        assert {(each["subfolder"], each["type"]) for each in shown} == {("people", "output")}
    made = sorted(folders.output.rglob("*.*"))
    assert len(made) == 6
    assert made[0].read_bytes() == made[3].read_bytes(), "the same bytes again"
    assert made[0].read_bytes().startswith(b"Kaydara FBX Binary")
    vrm = made[2].read_bytes()
    head = json.loads(vrm[20 : 20 + struct.unpack_from("<I", vrm, 12)[0]])
    assert len(head["extensions"]["VRMC_vrm"]["humanoid"]["humanBones"]) >= 15
    for prefix in ("../ann", "/tmp/ann", "."):
        with pytest.raises(ValueError, match="folder"):
            SaveRiggedCharacter.execute(body[0], rig, prefix, True, False, "off")
    with pytest.raises(ValueError, match="format"):
        SaveRiggedCharacter.execute(body[0], rig, "ann", False, False, "off")


def test_without_a_t_pose_there_is_no_vrm_and_a_reason(body: Any, rig: Any) -> None:
    output = in_a_job(SaveRiggedCharacter).execute(body[0], rig, "ann", False, True, "if valid")
    assert [each["role"] for each in output.ui[delivery.OUTPUTS_KEY]] == ["rigged_glb"]
    assert "no VRM file" in "\n".join(output.ui[delivery.WARNINGS_KEY])
    with pytest.raises(ValueError, match="no VRM file"):
        SaveRiggedCharacter.execute(body[0], rig, "ann", False, False, "if valid")


@pytest.mark.parametrize("author", ["ann", " "])
def test_one_thing_is_said_of_the_vrm(body: Any, rig: Any, author: str) -> None:
    """Who has no author has no VRM file, for which the character was turned in vain."""
    save = in_a_job(SaveRiggedCharacter)
    ui = save.execute(body[0], rig, "ann", False, True, "T-pose", author=author).ui
    roles = [each["role"] for each in ui[delivery.OUTPUTS_KEY]]
    (said,) = (each for each in ui[delivery.WARNINGS_KEY] if "VRM" in each)
    assert ("rigged_vrm" in roles) == said.startswith("for the VRM file")
    assert ("rigged_vrm" in roles) != said.startswith("no VRM file")
    assert ("rigged_vrm" in roles) == (author == "ann")


def test_a_job_gets_the_files_under_names_of_its_own(body: Any, folders: Directories) -> None:
    mesh = in_a_job(MeshResult).execute(body[0], "textured_mesh", "a note").ui
    assert mesh[delivery.WARNINGS_KEY] == ["a note"]
    turn = in_a_job(PreviewResult).execute(torch.rand(3, 40, 48, 3), "preview_turntable", 10.0).ui
    still = in_a_job(PreviewResult).execute(torch.rand(1, 40, 48, 3), "preview_mesh", 10.0).ui
    outputs = {str(number): ui for number, ui in enumerate((mesh, turn, still))}
    staging = Blobs(folders.private).job_staging(str(uuid.UUID(JOB)))
    made = delivery.read(outputs, staging)
    assert [each.filename for each in made] == [
        "textured_mesh-0f8fad5b.glb", "preview_turntable-0f8fad5b.webp", "preview_mesh-0f8fad5b.png"
    ]  # fmt: skip
    solid = read_glb((staging / made[0].filename).read_bytes())
    assert len(solid.faces) == body[0].faces.shape[1]
    with Image.open(staging / made[1].filename) as opened:
        assert (opened.format, sum(1 for _ in ImageSequence.Iterator(opened)), opened.size) == (
            "WEBP",
            3,
            (48, 40),
        )
    assert (made[2].width, made[2].height) == (48, 40)


@pytest.mark.parametrize("node", [MeshResult, PreviewResult])
def test_a_role_that_is_no_name_is_refused(node: Any) -> None:
    assert node.validate_inputs(role="raw_mesh") is True
    assert isinstance(node.validate_inputs(role="../x"), str)
