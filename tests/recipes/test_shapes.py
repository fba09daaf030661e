"""Characters by Hunyuan3D on a real ComfyUI, over HTTP: its loaders, its image encoder, its
sampler and its VAE, with small weights; our repair, texture, bones and files behind them.
"""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import ufbx
from avatarforge.forge.mesh.camera import rig_around
from avatarforge.forge.mesh.glb import read_glb
from avatarforge.forge.mesh.mesh import topology
from avatarforge.forge.mesh.raster import render
from avatarforge.forge.recipes.recipe import Recipe, shipped
from avatarforge.tests.contract.servers import Client, wait_until
from avatarforge.tests.hosts.real_comfyui import NOT_FOUND, find_comfyui, start_comfyui
from PIL import Image

from .random_shapes import picture_of_the_person, write_shape_model, write_shape_vae

MODEL = "hunyuan3d-small.safetensors"
ENDPOINT = "/avatarforge/recipes/character"
STAGES = [
    *("preprocessing", "mesh_generation", "generating_multiview_texture"),
    *("texture_baking", "rigging"),
]
FIELDS = {"mesh_input_size": "512", "image_size": "512", "outline_size": "64", "steps": "2"}
_LONG_S = 600.0

Graph = dict[str, dict[str, Any]]


class Asked:
    def inputs(self) -> Mapping[str, Any]:
        return {}


def recipe(name: str) -> Recipe:
    return next(each for each in shipped() if each.name == name)


def small(vae: str = "") -> Graph:
    """The shipped graph, its sizes such that a CPU is done with it in a minute or two."""
    whole = recipe("hunyuan3d-character")
    (slot,) = (slot for slot in whole.models if not slot.part)
    graph: Graph = dict(whole.fill(Asked(), {slot: (MODEL, "")}, frozenset(whole.parts())))  # type: ignore[arg-type]
    for where, value in {
        "latent.resolution": 32,
        "voxels.octree_resolution": 26,
        "voxels.num_chunks": 500_000,
        "body.faces": 6000,
        "unwrap.size": 512,
        "bake.size": 512,
        "turn.frames": 4,
    }.items():
        node, name = where.split(".")
        assert name in graph[node]["inputs"]
        graph[node]["inputs"][name] = value
    if vae:
        graph["other"] = {
            "class_type": "VAELoader",
            "_meta": {"title": "Another VAE", "stage": "mesh_generation"},
            "inputs": {"vae_name": vae},
        }
        graph["voxels"]["inputs"]["vae"] = ["other", 0]
    return graph


@pytest.fixture(scope="module")
def admin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    if find_comfyui() is None:
        pytest.skip(NOT_FOUND)
    base = tmp_path_factory.mktemp("shapes")
    models = base / "models"
    write_shape_model(models / "checkpoints" / MODEL, "person")
    for kind in ("noise", "nothing"):
        write_shape_vae(models / "vae" / f"{kind}.safetensors", kind)
    server = start_comfyui(
        base,
        environment={"OMP_WAIT_POLICY": "PASSIVE"},
        arguments=("--use-pytorch-cross-attention",),
    )
    private = base / "user" / "__avatarforge"
    key = (private / "admin.key").read_text().strip()
    yield Client(server.base_url, private, "comfyui").with_headers(X_API_Key=key)
    server.stop()


@pytest.fixture(scope="module")
def picture() -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(picture_of_the_person()).save(buffer, "PNG")
    return buffer.getvalue()


def begun(client: Client, picture: bytes, **fields: str) -> str:
    answer = client.post(
        "/generate_character",
        files={"image": ("a.png", picture, "image/png")},
        data={**FIELDS, **fields},
    )
    assert answer.status_code == 202, answer.text
    return str(answer.json()["job_id"])


def status(client: Client, job: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/job/{job}/status").json()
    return found


def ended(client: Client, job: str) -> dict[str, Any]:
    deadline = time.monotonic() + _LONG_S
    while (now := status(client, job))["status"] in ("accepted", "processing"):
        assert time.monotonic() < deadline, now
        time.sleep(0.2)
    return now


def published(client: Client, graph: Graph) -> None:
    answer = client.request("PUT", ENDPOINT, json={"graph": graph})
    assert answer.status_code == 200, answer.text


def test_an_installed_model_makes_the_mesh(admin: Client, picture: bytes) -> None:
    assert admin.get("/models").json() == {"diffusion_models": [], "3d_models": [MODEL]}
    job = begun(admin, picture)
    try:
        now = status(admin, job)
        assert (now["engine"], now["recipe"]) == ("diffusion", "hunyuan3d-character")
    finally:
        admin.delete(f"/job/{job}")
    wait_until(lambda: admin.get("/queue").json()["queue_running"] == [], 60)


@pytest.fixture(scope="module")
def made(admin: Client, picture: bytes) -> dict[str, Any]:
    published(admin, small())
    final = ended(admin, begun(admin, picture, seed="7", guidance_scale="3.5"))
    assert final["status"] == "completed", final
    return final


def test_a_picture_becomes_a_textured_rigged_character(
    admin: Client, made: dict[str, Any], tmp_path: Path
) -> None:
    assert [stage["name"] for stage in made["stages"]] == STAGES
    assert {stage["status"] for stage in made["stages"]} == {"completed"}
    files = {name: admin.get(url).content for name, url in made["downloads"].items()}
    raw, textured = read_glb(files["raw_mesh"]), read_glb(files["textured_mesh"])
    found = topology(raw)
    assert found.closed and found.components == 1 and found.euler == 2
    low, high = raw.bounds()
    assert (low[1], high[1]) == pytest.approx((0, 1.7), abs=1e-3)
    assert textured.texture is not None
    # The picture lies where it belongs: the right arm is red and the left one green.
    (camera,) = rig_around(textured, ("front",), size=256)
    red, green, blue = np.moveaxis(render(textured, camera, background=1.0), -1, 0)
    right = (red > 2 * green) & (red > 2 * blue)
    left = (green > 1.5 * red) & (green > 1.5 * blue)
    assert right.sum() > 300 and left.sum() > 300
    assert np.median(np.flatnonzero(right.any(axis=0))) < 110
    assert np.median(np.flatnonzero(left.any(axis=0))) > 146
    assert not any("lies badly" in warning for warning in made["warnings"]), made["warnings"]
    assert any("guess" in warning or "synthetic" in warning for warning in made["warnings"])
    for name in ("preview_mesh", "preview_texture", "preview_turntable", "preview_rig"):
        Image.open(io.BytesIO(files[name])).load()
    path = tmp_path / "a.fbx"
    path.write_bytes(files["rigged_character"])
    scene = ufbx.load_file(str(path))
    assert len(scene.skin_clusters) == 19


def test_what_was_asked_reaches_the_sampler(
    admin: Client, made: dict[str, Any], picture: bytes
) -> None:
    history = admin.get("/history").json()
    (entry,) = (
        each for each in history.values() if any("raw_mesh" in json.dumps(out)
                                                 for out in each["outputs"].values())
    )  # fmt: skip
    graph = entry["prompt"][2]
    names = admin.get("/object_info/AvatarForgeCharacterRequest").json()
    outputs = names["AvatarForgeCharacterRequest"]["output_name"]
    for name, wanted in (("seed", 7), ("steps", 2), ("cfg", 3.5)):
        source, output = graph["sampler"]["inputs"][name]
        said = outputs[output].replace(" ", "_")
        assert graph[source]["inputs"][said] == wanted
    raw = admin.get(made["downloads"]["raw_mesh"]).content
    other = ended(admin, begun(admin, picture, seed="8", enable_rigging="false"))
    assert admin.get(other["downloads"]["raw_mesh"]).content != raw


def test_a_model_that_makes_nothing_of_it_says_so(admin: Client, picture: bytes) -> None:
    published(admin, small("nothing.safetensors"))
    final = ended(admin, begun(admin, picture))
    assert (final["status"], final["failed_stage"]) == ("failed", "mesh_generation")
    assert final["error"] == "Mesh generation failed"
    assert "the voxels are empty" in final["error_details"]


def test_noise_ends_as_files_or_as_a_reason(admin: Client, picture: bytes) -> None:
    """Which of the two hangs on the last digits of the field, so on the machine."""
    published(admin, small("noise.safetensors"))
    final = ended(admin, begun(admin, picture))
    if final["status"] == "failed":
        assert final["failed_stage"] == "mesh_generation", final
        assert "a sponge" in final["error_details"]
        return
    assert any("lies badly" in warning for warning in final["warnings"]), final
    raw = read_glb(admin.get(final["downloads"]["raw_mesh"]).content)
    assert np.isfinite(raw.vertices).all() and len(raw.faces) > 12
    assert admin.get(final["downloads"]["rigged_character"]).content.startswith(b"Kaydara FBX")


def test_comfyuis_own_polygoniser_is_taken_too(admin: Client, picture: bytes) -> None:
    """Its surface nets leave edges of more than two faces, and quads inside."""
    graph = small()
    graph["surface"] = {
        "class_type": "VoxelToMesh",
        "_meta": {"title": "Surface", "stage": "mesh_generation"},
        "inputs": {"voxel": ["voxels", 0], "algorithm": "surface net", "threshold": 0.6},
    }
    published(admin, graph)
    final = ended(admin, begun(admin, picture, seed="7", guidance_scale="3.5"))
    assert final["status"] == "completed", final
    assert not any("lies badly" in warning for warning in final["warnings"])
