"""The nodes in graphs that no route of ours has sent, as the graph editor runs them."""

from __future__ import annotations

import io
import time
import uuid
from typing import Any

import numpy as np
import pytest
from PIL import Image

from .servers import Client

WARRIOR = "female warrior, blue armor, long white hair, red cape, holding a sword"


@pytest.fixture
def comfyui(comfyui_server: Client) -> Client:
    return comfyui_server


def run(comfyui: Client, graph: dict[str, Any]) -> dict[str, Any]:
    """The outputs of a graph by node id, as ComfyUI's history has them."""
    prompt_id = str(uuid.uuid4())
    response = comfyui.post("/prompt", json={"prompt": graph, "prompt_id": prompt_id})
    assert response.status_code == 200, response.text
    assert response.json()["node_errors"] == {}
    deadline = time.monotonic() + 60
    while not (history := comfyui.get(f"/history/{prompt_id}").json()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    entry: dict[str, Any] = history[prompt_id]
    assert entry["status"]["status_str"] == "success", entry["status"]
    outputs: dict[str, Any] = entry["outputs"]
    return outputs


def shown(comfyui: Client, output: dict[str, Any], index: int = 0) -> np.ndarray[Any, Any]:
    response = comfyui.get("/view", params=output["images"][index])
    assert response.status_code == 200
    return np.asarray(Image.open(io.BytesIO(response.content)).convert("RGB"))


def node(kind: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": kind, "inputs": inputs}


FEATURES = node("AvatarForgeFeatures", text=WARRIOR)
DRAW: dict[str, Any] = {
    "features": ["1", 0],
    "view": "front",
    "framing": "figure",
    "style": "anime",
    "realism": False,
    "seed": 5,
    "width": 0,
    "height": 0,
}


def test_words_become_a_picture_a_mask_and_vectors(comfyui: Client) -> None:
    outputs = run(
        comfyui,
        {
            "1": FEATURES,
            "2": node("AvatarForgeDrawAvatar", **DRAW),
            "3": node("PreviewImage", images=["2", 0]),
            "4": node("MaskToImage", mask=["2", 1]),
            "5": node("PreviewImage", images=["4", 0]),
            "6": node("SaveSVGNode", svg=["2", 2], filename_prefix="svg/avatar"),
        },
    )
    picture, mask = shown(comfyui, outputs["3"]), shown(comfyui, outputs["5"])
    assert picture.shape == mask.shape == (768, 512, 3)
    assert 0.1 < (mask > 127).mean() < 0.7
    assert mask[:20].max() == 0, "nobody stands above the picture"
    # The node itself shows what it drew, and what it read.
    assert np.array_equal(shown(comfyui, outputs["2"]), picture)
    assert "warrior" in outputs["1"]["text"][0]
    assert outputs["6"]["images"][0]["filename"].endswith(".svg")


def test_poses_are_drawn_for_controlnet_and_taken_by_the_figure(comfyui: Client) -> None:
    outputs = run(
        comfyui,
        {
            "1": FEATURES,
            "2": node("AvatarForgePose", name="t_pose", view="front"),
            "3": node("AvatarForgeDrawPose", pose=["2", 0], width=512, height=768, stick_width=4),
            "4": node("AvatarForgePose", name="from image", view="front", image=["3", 0]),
            "5": node("AvatarForgeDrawAvatar", **DRAW, pose=["4", 0]),
            "6": node("AvatarForgeDrawAvatar", **DRAW, pose=["2", 0]),
            "7": node("PreviewImage", images=["5", 0]),
            "8": node("PreviewImage", images=["6", 0]),
            "9": node("PreviewImage", images=["3", 0]),
        },
    )
    read, named = shown(comfyui, outputs["7"]), shown(comfyui, outputs["8"])
    # Read back from the picture the pose is the same to within a pixel or two.
    assert np.abs(read.astype(int) - named.astype(int)).mean() < 6
    skeleton = shown(comfyui, outputs["9"])
    assert {tuple(colour) for colour in skeleton.reshape(-1, 3)} >= {(0, 0, 0), (255, 0, 0)}


def test_the_keypoints_are_those_of_other_packs(comfyui: Client) -> None:
    outputs = run(
        comfyui,
        {
            "1": node("AvatarForgePose", name="waving", view="front"),
            "2": node(
                "SDPoseDrawKeypoints",
                keypoints=["1", 0],
                draw_body=True,
                draw_hands=False,
                draw_face=False,
                draw_feet=False,
                draw_head=True,
                stick_width=4,
                face_point_size=3,
                score_threshold=0.3,
            ),
            "3": node("PreviewImage", images=["2", 0]),
        },
    )
    assert (shown(comfyui, outputs["3"]) > 0).mean() > 0.005


def test_styles_are_laid_over_any_picture_and_batch(comfyui: Client) -> None:
    outputs = run(
        comfyui,
        {
            "1": node("EmptyImage", width=128, height=96, batch_size=3, color=0x3366AA),
            "2": node("AvatarForgeStyle", image=["1", 0], style="oil_painting", seed=1),
            "3": node("PreviewImage", images=["2", 0]),
        },
    )
    assert len(outputs["3"]["images"]) == 3
    assert shown(comfyui, outputs["3"], 2).shape == (96, 128, 3)


def test_a_sheet_and_prompts(comfyui: Client) -> None:
    outputs = run(
        comfyui,
        {
            "1": FEATURES,
            "2": node(
                "AvatarForgePoseSheet",
                features=["1", 0],
                style="anime",
                realism=False,
                seed=1,
                title="Warrior",
                width=1200,
            ),
            "3": node("PreviewImage", images=["2", 0]),
            "4": node("AvatarForgeFeaturePrompter", features=["1", 0], style="watercolor"),
            "5": node("PreviewAny", source=["4", 0]),
        },
    )
    assert shown(comfyui, outputs["3"]).shape[1] == 1200
    prompt = outputs["5"]["text"][0]
    assert "watercolor art style" in prompt
    assert "white" in prompt


def test_a_graph_for_an_endpoint_can_be_tried(comfyui: Client) -> None:
    outputs = run(
        comfyui,
        {
            "0": node("AvatarForgeRequest", prompt=WARRIOR, seed=3, width=320, height=480),
            "1": node("AvatarForgeFeatures", text=["0", 0]),
            "2": node(
                "AvatarForgeDrawAvatar",
                **{
                    **DRAW,
                    "seed": ["0", 8],
                    "width": ["0", 9],
                    "height": ["0", 10],
                    "style": ["0", 3],
                    "view": ["0", 6],
                },
            ),
            "3": node("AvatarForgeResult", images=["2", 0], role="output", svg=["2", 2]),
        },
    )
    assert shown(comfyui, outputs["3"]).shape == (480, 320, 3)


def test_what_is_wrong_is_told_by_comfyui(comfyui: Client) -> None:
    for broken in (
        node("AvatarForgePose", name="no such pose", view="front"),
        node("AvatarForgeResult", images=["1", 0], role="../up"),
    ):
        graph = {
            "1": node("EmptyImage", width=64, height=64, batch_size=1, color=0),
            "2": broken,
            "3": node("PreviewAny", source=["2", 0]),
        }
        response = comfyui.post("/prompt", json={"prompt": graph})
        errors = response.json()["node_errors"]
        assert "2" in errors, response.text
