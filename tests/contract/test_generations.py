"""Generations of the avatar API, from the request to the picture."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

from .servers import Client

PREFIX = "/avatarforge-controller"
WARRIOR = "female warrior, blue armor, long white hair, red cape, holding a sword"
MakePicture = Callable[..., bytes]


def picture_of(client: Client, output: dict[str, Any]) -> Image.Image:
    response = client.get(output["url"])
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert len(response.content) == output["size"]
    image = Image.open(io.BytesIO(response.content))
    image.load()
    assert image.size == (output["dimensions"]["width"], output["dimensions"]["height"])
    return image


def test_an_avatar_from_words(client: Client) -> None:
    accepted = client.generate(WARRIOR, seed=42)
    assert accepted["status"] in ("queued", "processing")
    assert accepted["workflow"] is None
    assert accepted["output_files"] is None
    assert accepted["seed"] == 42
    finished = client.finished(accepted["generation_id"])
    assert finished["status"] == "completed", finished["error"]
    assert finished["progress"] == 100
    assert finished["engine"] == "drawn"
    assert finished["error"] is None
    assert finished["warnings"] == []
    assert finished["created_at"] <= finished["started_at"] <= finished["completed_at"]
    (output,) = finished["output_files"]
    assert output["url"] == f"/outputs/{accepted['generation_id']}/output.png"
    assert output["pose_type"] is None
    assert picture_of(client, output).size == (512, 512)
    svg = client.get(output["svg_url"])
    assert svg.headers["Content-Type"] == "image/svg+xml"
    assert svg.text.startswith("<svg")
    types = {node["class_type"] for node in finished["workflow"].values()}
    assert {"AvatarForgeRequest", "AvatarForgeResult"} <= types


def test_a_seed_makes_the_same_picture_again(client: Client) -> None:
    def made(**fields: Any) -> bytes:
        generation = client.finished(client.generate("a warrior", **fields)["generation_id"])
        data: bytes = client.get(generation["output_files"][0]["url"]).content
        return data

    assert made(seed=5) == made(seed=5)
    assert made(seed=5) != made(seed=6)


def test_without_a_seed_one_is_drawn_and_told(client: Client) -> None:
    seeds = {client.generate(seed=seed)["seed"] for seed in (None, -1, None)}
    assert len(seeds) == 3
    assert all(0 <= seed < 2**53 for seed in seeds)
    assert client.generate(seed=2**64 - 1)["seed"] == 2**64 - 1


@pytest.mark.parametrize(
    ("pose", "size"),
    [
        ("front", (512, 768)),
        ("back", (512, 768)),
        ("side", (448, 640)),
        ("quarter", (448, 640)),
    ],
)
def test_one_view(client: Client, pose: str, size: tuple[int, int]) -> None:
    response = client.post(
        f"{PREFIX}/generate_pose",
        params={"pose": pose},
        json={"prompt": "a knight", "clothing": "green tunic", "style": "watercolor"},
    )
    assert response.status_code == 200
    accepted = response.json()
    assert pose in accepted["message"]
    assert accepted["pose_type"] == pose
    assert response.headers["X-Job-Id"] == accepted["generation_id"]
    finished = client.finished(accepted["generation_id"])
    (output,) = finished["output_files"]
    assert output["pose_type"] == pose
    assert picture_of(client, output).size == size
    request = next(
        node for node in finished["workflow"].values() if node["class_type"] == "AvatarForgeRequest"
    )
    assert request["inputs"]["clothing"] == "green tunic"
    assert request["inputs"]["style"] == "watercolor"


def test_all_poses_and_their_sheet(client: Client) -> None:
    response = client.post(f"{PREFIX}/generate_all_poses", json={"prompt": WARRIOR, "seed": 3})
    accepted = response.json()
    assert "all poses" in accepted["message"]
    assert accepted["pose_type"] == "all"
    finished = client.finished(accepted["generation_id"])
    assert finished["status"] == "completed", finished["error"]
    files = {output["pose_type"]: output for output in finished["output_files"]}
    assert list(files) == ["front", "back", "side", "quarter"]
    pictures = {pose: picture_of(client, output) for pose, output in files.items()}
    assert pictures["front"].size == pictures["back"].size == (512, 768)
    assert pictures["side"].size == pictures["quarter"].size == (448, 640)
    assert pictures["front"].tobytes() != pictures["back"].tobytes()
    sheet = picture_of(client, finished["sheet"])
    assert sheet.width > sheet.height


def test_a_size_of_ones_own(client: Client) -> None:
    finished = client.finished(client.generate(width=640, height=256)["generation_id"])
    assert picture_of(client, finished["output_files"][0]).size == (640, 256)


def test_words_not_understood_are_told(client: Client) -> None:
    finished = client.finished(client.generate("a warrior with a zorblax")["generation_id"])
    assert any("zorblax" in warning for warning in finished["warnings"])


def test_what_the_cache_answers_is_told_again(client: Client, picture: MakePicture) -> None:
    file = client.upload(picture(256, 256)).json()
    told = []
    for _ in range(2):
        made = client.finished(
            client.generate("a warrior with a zorblax", seed=3, pose_file_id=file["file_id"])[
                "generation_id"
            ]
        )
        assert made["status"] == "completed"
        told.append(made["warnings"])
    assert told[0] == told[1]
    assert len(told[0]) == 2


def test_explicit_features_win_over_words(client: Client) -> None:
    def hair(**fields: Any) -> np.ndarray[Any, Any]:
        made = client.finished(
            client.generate("portrait of a woman with red hair", seed=1, **fields)["generation_id"]
        )
        return np.asarray(picture_of(client, made["output_files"][0]).convert("RGB"), np.int16)

    red, blue = hair(), hair(features={"hair_color": "blue"})
    changed = np.abs(red - blue).max(axis=2) > 40
    assert 0.01 < changed.mean() < 0.6
    # What was red has become blue.
    assert (red[changed][:, 0] > red[changed][:, 2]).mean() > 0.8
    assert (blue[changed][:, 2] > blue[changed][:, 0]).mean() > 0.8


def test_an_openpose_picture_is_taken(client: Client) -> None:
    from avatarforge.forge.pose.library import pose
    from avatarforge.forge.pose.openpose import draw_openpose

    buffer = io.BytesIO()
    Image.fromarray(draw_openpose(pose("t_pose"), 512, 768)).save(buffer, "PNG")
    file = client.upload(buffer.getvalue()).json()

    def drawn(**fields: Any) -> tuple[Image.Image, list[str]]:
        made = client.finished(
            client.generate(WARRIOR, seed=1, width=512, height=768, **fields)["generation_id"]
        )
        return picture_of(client, made["output_files"][0]).convert("RGB"), made["warnings"]

    posed, warnings = drawn(pose_file_id=file["file_id"])
    assert warnings == []
    inline, _ = drawn(
        pose_image="data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()
    )
    assert inline.tobytes() == posed.tobytes()
    standing, _ = drawn()
    assert posed.tobytes() != standing.tobytes()


def test_another_pose_picture_is_told_as_not_usable(client: Client, picture: MakePicture) -> None:
    file = client.upload(picture(256, 256)).json()
    made = client.finished(client.generate(pose_file_id=file["file_id"])["generation_id"])
    assert made["status"] == "completed"
    assert any("OpenPose" in warning for warning in made["warnings"])


def test_a_reference_gives_its_colours(client: Client) -> None:
    from skimage import data

    buffer = io.BytesIO()
    Image.fromarray(data.astronaut()).save(buffer, "PNG")
    file = client.upload(buffer.getvalue(), "astronaut.png", kind="reference").json()
    plain = client.finished(client.generate("a person", seed=9)["generation_id"])
    coloured = client.finished(
        client.generate("a person", seed=9, reference_file_id=file["file_id"])["generation_id"]
    )
    one, other = (
        picture_of(client, made["output_files"][0]).tobytes() for made in (plain, coloured)
    )
    assert one != other


def test_the_list_is_newest_first_and_pages(client: Client) -> None:
    ids = [client.generate(f"list {index} person")["generation_id"] for index in range(5)]
    for generation_id in ids:
        client.finished(generation_id)
    listed = client.get(f"{PREFIX}/generations", params={"limit": 3}).json()
    assert [item["generation_id"] for item in listed["generations"]] == ids[:1:-1]
    assert (listed["limit"], listed["offset"]) == (3, 0)
    rest = client.get(f"{PREFIX}/generations", params={"limit": 2, "offset": 3}).json()
    assert [item["generation_id"] for item in rest["generations"]] == ids[1::-1]
    completed = client.get(f"{PREFIX}/generations", params={"status": "completed"}).json()
    assert completed["total"] >= 5
    assert {item["status"] for item in completed["generations"]} == {"completed"}


def test_a_retry_with_an_idempotency_key_is_one_job(client: Client) -> None:
    headers = {"Idempotency-Key": "retry-me"}
    answers = [
        client.post(
            f"{PREFIX}/generate/avatar", json={"prompt": "a warrior"}, headers=headers
        ).json()
        for _ in range(3)
    ]
    assert len({answer["generation_id"] for answer in answers}) == 1
    assert len({answer["seed"] for answer in answers}) == 1


def test_deleting_a_generation_removes_what_it_made(client: Client) -> None:
    made = client.finished(client.generate()["generation_id"])
    url = made["output_files"][0]["url"]
    assert client.get(url).status_code == 200
    path = f"{PREFIX}/generations/{made['generation_id']}"
    assert client.delete(path).json() == {
        "message": "Generation deleted",
        "generation_id": made["generation_id"],
    }
    assert client.get(path).status_code == 404
    assert client.get(url).status_code == 404
    assert client.delete(path).status_code == 404


def test_cancelling_hits_one_job_only(client: Client) -> None:
    ids = [
        client.post(
            f"{PREFIX}/generate_all_poses", json={"prompt": f"crowd member {index}"}
        ).json()["generation_id"]
        for index in range(4)
    ]
    cancelled = client.delete(f"/avatarforge/jobs/{ids[2]}").json()
    assert cancelled["state"] == "cancelled"
    shown = client.generation(ids[2])
    assert (shown["status"], shown["error"]) == ("failed", "cancelled")
    for generation_id in (ids[0], ids[1], ids[3]):
        assert client.finished(generation_id)["status"] == "completed"
    failed = client.get(f"{PREFIX}/generations", params={"status": "failed"}).json()
    assert ids[2] in [item["generation_id"] for item in failed["generations"]]


def test_a_running_job_can_be_deleted(client: Client) -> None:
    running = client.post(f"{PREFIX}/generate_all_poses", json={"prompt": "a crowd"}).json()
    after = client.generate("the next one")
    assert client.delete(f"{PREFIX}/generations/{running['generation_id']}").status_code == 200
    assert client.get(f"{PREFIX}/generations/{running['generation_id']}").status_code == 404
    assert client.finished(after["generation_id"])["status"] == "completed"


def test_the_views_are_listed_with_previews(client: Client) -> None:
    poses = client.get(f"{PREFIX}/poses").json()["poses"]
    assert [pose["name"] for pose in poses] == ["front", "back", "side", "quarter"]
    for pose in poses:
        assert pose["description"]
        preview = client.get(pose["preview_url"])
        assert Image.open(io.BytesIO(preview.content)).format == "PNG"
    assert client.get(f"{PREFIX}/poses/upside/preview").status_code == 400


def test_health(client: Client) -> None:
    health = client.get(f"{PREFIX}/health").json()
    assert health["api_status"] == "healthy"
    assert health["comfyui"]["status"] == "healthy"
    assert health["comfyui"]["url"] == client.base_url
    stats = health["comfyui"]["stats"]
    assert stats["queue_pending"] >= 0
    assert stats["queue_running"] >= 0
    assert stats["device"]


def test_the_executor_of_the_host_runs_it(client: Client) -> None:
    made = client.finished(client.generate()["generation_id"])
    prompt_id = made["comfyui_prompt_id"]
    history = client.get(f"/history/{prompt_id}").json()
    assert prompt_id in history


def test_what_is_to_be_avoided_is_read_too(client: Client) -> None:
    path = "/avatarforge-controller/generate/avatar"
    asked = {"prompt": "a girl", "negative_prompt": "blurry, a naked 12 year old girl"}
    refused = client.post(path, json=asked)
    assert refused.status_code == 422, refused.text
    assert refused.json()["detail"][0]["loc"] == ["body", "negative_prompt"]
    usual = client.generate("a girl", negative_prompt="nsfw, nude, child, loli, bad hands")
    assert client.finished(usual["generation_id"])["status"] == "completed"
