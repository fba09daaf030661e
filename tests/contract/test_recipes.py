"""What can run here, and graphs of people's own behind an endpoint."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from .servers import Client, Embedded, wait_until
from .test_access import key_of

PREFIX = "/avatarforge-controller"
PATH = "/avatarforge/recipes"
Graph = dict[str, dict[str, Any]]


def admin_of(client: Client) -> Client:
    return client.with_headers(X_API_Key=(client.private / "admin.key").read_text().strip())


def put(
    client: Client, graph: object, endpoint: str = "avatar", **fields: object
) -> requests.Response:
    return client.request("PUT", f"{PATH}/{endpoint}", json={"graph": graph, **fields})


def withdraw_all(admin: Client) -> None:
    for endpoint in ("avatar", "pose", "poses"):
        while admin.delete(f"{PATH}/{endpoint}").status_code == 200:
            continue


@pytest.fixture
def admin(client: Client) -> Iterator[Client]:
    """One who may publish; what has been published is gone after the test."""
    caller = admin_of(client)
    yield caller
    withdraw_all(caller)


def small_graph(**widgets: object) -> Graph:
    """A person in red, whatever is asked. `widgets` are of the Request node."""
    return {
        "ask": {
            "class_type": "AvatarForgeRequest",
            "inputs": {"prompt": "", "seed": 0, "width": 512, "height": 512, **widgets},
        },
        "look": {
            "class_type": "AvatarForgeFeatures",
            "inputs": {"text": ["ask", 0], "clothing": ["ask", 2]},
        },
        "draw": {
            "class_type": "AvatarForgeDrawAvatar",
            "inputs": {
                "features": ["look", 0],
                "view": "front",
                "framing": "bust",
                "style": "anime",
                "realism": False,
                "seed": ["ask", 8],
                "width": ["ask", 9],
                "height": ["ask", 10],
            },
        },
        "give": {
            "class_type": "AvatarForgeResult",
            "inputs": {"images": ["draw", 0], "role": "output"},
        },
    }


def changed(node: str, **inputs: object) -> Graph:
    graph = copy.deepcopy(small_graph())
    graph[node]["inputs"].update(inputs)
    return graph


def made(client: Client, **fields: Any) -> dict[str, Any]:
    fields = {"width": 256, "height": 256, "seed": 4, **fields}
    generation = client.finished(client.generate(**fields)["generation_id"])
    assert generation["status"] == "completed", generation["error"]
    return generation


def test_the_list_says_what_runs_and_what_the_rest_lacks(client: Client) -> None:
    listed = client.get(PATH).json()
    by_name = {each["name"]: each for each in listed["recipes"]}
    assert len(by_name) == len(listed["recipes"]) > 50
    drawn = by_name["drawn-avatar"]
    assert drawn["runs"] and drawn["missing"] == [] == drawn["models"]
    assert (drawn["engine"], drawn["technique"], drawn["family"]) == ("drawn", "drawn", None)
    assert drawn["endpoints"] == ["avatar", "pose", "profile"] and drawn["takes"] == [
        "pose",
        "reference",
    ]
    text = by_name["sd15-text"]
    assert not text["runs"] and text["engine"] == "diffusion" and text["family"] == "sd15"
    assert text["missing"][-1] == (
        "a checkpoint for Stable Diffusion 1.5, with its text encoder and VAE, in "
        "models/checkpoints, such as v1-5-pruned-emaonly-fp16.safetensors"
    )
    (slot,) = text["models"]
    assert (slot["kind"], slot["folder"], slot["uses"]) == ("checkpoint", "checkpoints", None)
    assert by_name["sd15-image"]["needs"] == ["reference"]
    comfyui = "ComfyUI, with this pack among its custom nodes"
    assert (comfyui in text["missing"]) == (client.host == "embedded")
    lacks_pack = by_name["sd15-ipadapter"]["missing"]
    assert any("the pack ComfyUI_IPAdapter_plus" in line for line in lacks_pack)
    served = {each["endpoint"]: each for each in listed["endpoints"]}
    assert {"avatar", "pose", "poses"} <= served.keys()
    for each in listed["endpoints"]:
        assert (each["recipe"], each["title"], each["published_at"], each["earlier"]) == (
            *(None, None, None, 0),
        )
    # A ComfyUI that does not know a folder that some pack would add has no trouble.
    assert listed["troubles"] == {} and listed["unusable"] == []


def test_ready_counts_those_that_run(client: Client) -> None:
    runs = {each["name"]: each["runs"] for each in client.get(PATH).json()["recipes"]}
    ready = client.get("/avatarforge/ready").json()
    assert ready["recipes"] == runs
    assert ready["recipes_that_run"] == sum(runs.values()) >= 2


def test_one_recipe_has_its_graph(client: Client) -> None:
    listed = {each["name"]: each for each in client.get(PATH).json()["recipes"]}
    for name in ("drawn-avatar", "sd15-openpose"):
        one = client.get(f"{PATH}/{name}").json()
        graph = one.pop("graph")
        assert one == listed[name]
        types = [node["class_type"] for node in graph.values()]
        assert "AvatarForgeRequest" in types and "AvatarForgeResult" in types
    missing = client.get(f"{PATH}/nonsense")
    assert (missing.status_code, missing.json()["detail"]) == (404, "Recipe not found")


def test_a_shipped_graph_can_be_had_changed_and_put_back(client: Client, admin: Client) -> None:
    graph = client.get(f"{PATH}/drawn-avatar").json()["graph"]
    answer = put(admin, graph)
    assert answer.status_code == 200, answer.text
    assert made(client)["recipe"] == "custom-avatar"


def test_a_graph_of_ones_own_serves_its_endpoint(client: Client, admin: Client) -> None:
    answer = put(admin, small_graph(), title="  Red, always ")
    assert answer.status_code == 200, answer.text
    endpoint = answer.json()
    assert endpoint["published_at"].endswith("Z")
    assert (endpoint["endpoint"], endpoint["recipe"], endpoint["title"], endpoint["earlier"]) == (
        *("avatar", "custom-avatar", "Red, always", 0),
    )
    own = made(client, prompt="a warrior")
    assert (own["recipe"], own["engine"]) == ("custom-avatar", "custom")
    assert [file["filename"] for file in own["output_files"]] == ["output.png"]
    assert own["output_files"][0]["dimensions"] == {"width": 256, "height": 256}
    assert client.get(own["output_files"][0]["url"]).content.startswith(b"\x89PNG")
    assert own["workflow"].keys() == small_graph().keys()
    drawn = made(client, prompt="a warrior", engine="drawn")
    assert (drawn["recipe"], drawn["engine"]) == ("drawn-avatar", "drawn")
    forced = made(client, recipe="custom-avatar")
    assert forced["engine"] == "custom"
    view = client.post(f"{PREFIX}/generate_pose?pose=side", json={"prompt": "a warrior"}).json()
    assert view["recipe"] == "drawn-avatar", "another endpoint"
    listed = client.get(PATH).json()
    assert listed["recipes"][0]["name"] == "custom-avatar"
    assert endpoint in listed["endpoints"]
    assert client.get(f"{PATH}/custom-avatar").json()["graph"] == small_graph()
    client.finished(view["generation_id"])


def test_pictures_that_the_graph_leaves_out_are_a_warning(
    client: Client, admin: Client, picture: Any
) -> None:
    put(admin, small_graph())
    file = client.upload(picture()).json()
    generation = made(client, reference_file_id=file["file_id"])
    assert generation["warnings"][0] == (
        "The reference picture was not used: recipe custom-avatar takes none"
    )
    taking = changed("look", reference=["ask", 14])
    assert put(admin, taking).status_code == 200
    generation = made(client, reference_file_id=file["file_id"])
    assert not any("reference" in warning for warning in generation["warnings"])


def test_deleting_goes_back_step_by_step(client: Client, admin: Client) -> None:
    first = put(admin, small_graph(), title="one").json()
    second = put(admin, changed("draw", style="comic_book"), title="two").json()
    assert (first["earlier"], second["earlier"], second["title"]) == (0, 1, "two")
    assert made(client)["workflow"]["draw"]["inputs"]["style"] == "comic_book"
    back = admin.delete(f"{PATH}/avatar")
    assert back.status_code == 200 and back.json() == first
    assert made(client)["workflow"]["draw"]["inputs"]["style"] == "anime"
    none = admin.delete(f"{PATH}/avatar").json()
    assert (none["recipe"], none["title"], none["earlier"]) == (None, None, 0)
    assert made(client)["recipe"] == "drawn-avatar"
    gone = admin.delete(f"{PATH}/avatar")
    assert (gone.status_code, gone.json()["detail"]) == (404, "Nothing was published for avatar")


def test_the_graphs_own_words_stand_where_the_caller_says_none(
    client: Client, admin: Client
) -> None:
    own = {"negative": "hats", "clothing": "a red cloak", "steps": 12, "cfg": 3.5, "realism": True}
    assert put(admin, small_graph(**own, prompt="for trying", seed=99)).status_code == 200
    silent = made(client, prompt="a monk")["workflow"]["ask"]["inputs"]
    assert {name: silent[name] for name in own} == own
    assert (silent["prompt"], silent["seed"], silent["width"]) == ("a monk", 4, 256)
    said = made(
        client, prompt="a monk", negative_prompt="rain", clothing="a robe", steps=7, cfg=1.0
    )["workflow"]["ask"]["inputs"]
    assert (said["negative"], said["clothing"]) == ("rain", "a robe")
    assert (said["steps"], said["cfg"]) == (7, 1.0)


EDITORS = {"nodes": [{"id": 1, "type": "AvatarForgeRequest"}], "links": [], "version": 0.4}
WITHOUT_RESULT = {name: node for name, node in small_graph().items() if name != "give"}
WITHOUT_REQUEST = {
    **changed("draw", seed=1, width=256, height=256),
    "ask": {"class_type": "AvatarForgePose", "inputs": {}},
}
TEXT_ALONE = {
    "ask": small_graph()["ask"],
    "give": {
        "class_type": "AvatarForgeTextResult",
        "inputs": {"text": ["ask", 0], "role": "caption"},
    },
}
UNKNOWN = {**small_graph(), "x": {"class_type": "NoSuchNode", "inputs": {}}}

BAD: dict[str, tuple[object, str]] = {
    "no Result": (WITHOUT_RESULT, "the graph has no AvatarForge Result node"),
    "no Request": (WITHOUT_REQUEST, "the graph has no AvatarForge Request node"),
    "no picture": (TEXT_ALONE, "avatar answers with a picture, and the graph gives none"),
    "unknown node type": (UNKNOWN, "NoSuchNode"),
    "no such choice": (changed("draw", style="crayon"), "Value not in list"),
    "link to nowhere": (changed("draw", features=["nobody", 0]), "nobody"),
    "link to no output": (changed("draw", features=["look", 99]), "AvatarForgeDrawAvatar"),
    "link of another type": (changed("draw", features=["ask", 0]), "AVATARFORGE_FEATURES"),
    "link that is none": (changed("draw", features=[["look"], {}]), ""),
    "input left out": (
        {
            **small_graph(),
            "give": {"class_type": "AvatarForgeResult", "inputs": {"role": "output"}},
        },
        "images",
    ),
    "out of range": (changed("draw", width=9999), "4096"),
    "a circle": (
        changed("look", text=["echo", 0])
        | {
            "echo": {
                "class_type": "AvatarForgeFeaturePrompter",
                "inputs": {"features": ["look", 0]},
            }
        },
        "ycle",
    ),
    "editor's format": (EDITORS, "export the graph as API format"),
    "no inputs": ({**small_graph(), "x": {"class_type": "AvatarForgePose"}}, "no inputs object"),
    "nothing": ({}, "no object of nodes"),
    "a list": ([], ""),
    "null": (None, ""),
}


@pytest.mark.parametrize(("graph", "words"), BAD.values(), ids=BAD)
def test_a_graph_that_cannot_run_is_refused_and_says_why(
    client: Client, admin: Client, graph: object, words: str
) -> None:
    assert put(admin, small_graph(), title="good").status_code == 200
    answer = put(admin, graph)
    assert answer.status_code == 422, answer.text
    detail = answer.json()["detail"]
    for reason in detail:
        assert reason["loc"][:2] == ["body", "graph"]
        assert reason["msg"] and reason["type"]
    assert any(words in reason["msg"] for reason in detail), detail
    assert str(client.private) not in answer.text and "Traceback" not in answer.text
    listed = {each["endpoint"]: each for each in client.get(PATH).json()["endpoints"]}
    assert listed["avatar"]["title"] == "good" and listed["avatar"]["earlier"] == 0


def test_a_reason_names_its_node_and_input(admin: Client) -> None:
    detail = put(admin, changed("draw", style="crayon", width=9999)).json()["detail"]
    assert sorted(reason["loc"][2:] for reason in detail) == [
        ["draw", "inputs", "style"],
        ["draw", "inputs", "width"],
    ]
    assert all(reason["msg"].startswith("AvatarForgeDrawAvatar: ") for reason in detail)


def test_an_unknown_model_is_named(client: Client, admin: Client) -> None:
    graph = client.get(f"{PATH}/sd15-text").json()["graph"]
    graph["checkpoint"]["inputs"]["ckpt_name"] = "missing.safetensors"
    (reason,) = put(admin, graph).json()["detail"]
    if client.host == "embedded":  # which has no node for models at all
        assert reason["type"] == "missing_node_type"
        return
    assert reason["loc"] == ["body", "graph", "checkpoint", "inputs", "ckpt_name"]
    assert "CheckpointLoaderSimple: Value not in list" in reason["msg"]
    assert "missing.safetensors" in reason["msg"]


def test_inputs_that_no_node_has_harm_nobody(client: Client, admin: Client) -> None:
    deep: list[Any] = []
    for _ in range(100):
        deep = [deep]
    strange = changed("look", a=[["ask"], 14], b=["ask", {}], c=deep, d=["ask", "14"])
    assert put(admin, strange).status_code == 200
    assert client.get(PATH).status_code == 200
    assert made(client)["recipe"] == "custom-avatar"


def test_only_an_admin_may_publish(client: Client, admin: Client) -> None:
    for method, body in (("PUT", {"graph": small_graph()}), ("DELETE", None)):
        without = client.request(method, f"{PATH}/avatar", json=body)
        assert without.status_code in (401, 403), without.text
    with key_of(client, "somebody") as somebody, key_of(client, "root", "admin") as root:
        assert put(client, small_graph()).status_code == 401
        assert put(somebody, small_graph()).status_code == 403
        assert somebody.delete(f"{PATH}/avatar").status_code == 403
        assert somebody.get(PATH).status_code == 200
        assert put(root, small_graph()).status_code == 200
        assert root.delete(f"{PATH}/avatar").status_code == 200
    assert client.get(PATH).json()["endpoints"][0]["recipe"] is None


def test_what_is_no_endpoint_cannot_be_published(admin: Client) -> None:
    for name in ("nonsense", "drawn-avatar", "custom-avatar"):
        answer = put(admin, small_graph(), endpoint=name)
        assert answer.status_code == 404
        assert "avatar, pose, poses" in answer.json()["detail"]
        assert admin.delete(f"{PATH}/{name}").status_code == 404


def test_a_body_that_is_none_is_refused(admin: Client) -> None:
    for body in (b"", b"{", b"[]", b'{"title": "x"}', b"[" * 100_000):
        answer = admin.request("PUT", f"{PATH}/avatar", data=body)
        assert answer.status_code == 422, (body[:20], answer.status_code, answer.text[:200])
    for title in ("\u0000", "a\u001bb", "x" * 201, "\ud800"):
        answer = put(admin, small_graph(), title=title)
        assert answer.status_code == 422, (title, answer.text)
        assert answer.json()["detail"][0]["loc"][:1] == ["body"]
    long = put(admin, small_graph(), title="x" * 201)
    assert long.status_code == 422 and long.json()["detail"][0]["loc"] == ["body", "title"]


def test_views_and_all_views_can_be_served_too(client: Client, admin: Client) -> None:
    view = changed("draw", view=["ask", 6], framing=["ask", 7], width=256, height=384)
    assert put(admin, view, endpoint="pose").status_code == 200
    started = client.post(f"{PREFIX}/generate_pose?pose=side", json={"prompt": "a warrior"}).json()
    side = client.finished(started["generation_id"])
    assert (side["recipe"], side["status"]) == ("custom-pose", "completed"), side["error"]
    assert side["workflow"]["ask"]["inputs"]["view"] == "side"
    sheet = changed("draw", width=256, height=256)
    sheet["more"] = {
        "class_type": "AvatarForgeResult",
        "inputs": {"images": ["draw", 0], "role": "front"},
    }
    sheet["give"]["inputs"]["role"] = "sheet"
    assert put(admin, sheet, endpoint="poses").status_code == 200
    started = client.post(f"{PREFIX}/generate_all_poses", json={"prompt": "a warrior"}).json()
    every = client.finished(started["generation_id"])
    assert (every["recipe"], every["status"]) == ("custom-poses", "completed"), every["error"]
    assert [file["pose_type"] for file in every["output_files"]] == ["front"]
    assert every["sheet"]["filename"] == "sheet.png"
    assert made(client)["recipe"] == "drawn-avatar"


def test_diffusion_without_a_model_names_what_would_do(client: Client) -> None:
    answer = client.post(
        f"{PREFIX}/generate/avatar", json={"prompt": "a warrior", "engine": "diffusion"}
    )
    assert answer.status_code == 422
    (reason,) = answer.json()["detail"]
    assert reason["loc"] == ["body", "engine"]
    assert "models/checkpoints/v1-5-pruned-emaonly-fp16.safetensors" in reason["msg"]
    assert ("install ComfyUI" in reason["msg"]) == (client.host == "embedded")
    for name, words in (("nonsense", "No recipe 'nonsense'"), ("sd15-text", "cannot run here")):
        answer = client.post(
            f"{PREFIX}/generate/avatar", json={"prompt": "a warrior", "recipe": name}
        )
        assert answer.status_code == 422
        (reason,) = answer.json()["detail"]
        assert reason["loc"] == ["body", "recipe"] and words in reason["msg"]


def test_a_published_graph_survives_a_restart(tmp_path: Path) -> None:
    private = tmp_path / "user" / "__avatarforge"
    server = Embedded(tmp_path)
    try:
        admin = admin_of(Client(server.base_url, private, "embedded"))
        first = put(admin, small_graph(), title="one").json()
        second = put(admin, changed("draw", style="comic_book"), title="two").json()
    finally:
        server.kill()
    newest = private / "recipes" / "avatar" / "000003.json"
    newest.write_bytes(b"{")  # as a failing disk might leave it
    server = Embedded(tmp_path)
    try:
        client = Client(server.base_url, private, "embedded")
        assert second in client.get(PATH).json()["endpoints"]
        generation = made(client)
        assert generation["recipe"] == "custom-avatar"
        assert generation["workflow"]["draw"]["inputs"]["style"] == "comic_book"
        assert admin_of(client).delete(f"{PATH}/avatar").json() == first
        assert "000003.json" in server.log() and "passed over" in server.log()
    finally:
        server.stop()


def test_models_that_cannot_be_used_are_named(client: Client) -> None:
    broken = {
        "old.ckpt": b"\x80\x04cos\nsystem\n",
        "cut.safetensors": (10_000).to_bytes(8, "little") + b"{",
        "long.safetensors": (100_000_001).to_bytes(8, "little") + b"{",
    }
    place = client.private.parents[1] / "models" / "checkpoints"
    place.mkdir(parents=True, exist_ok=True)

    def unusable() -> dict[str, dict[str, str]]:
        return {each["name"]: each for each in client.get(PATH).json()["unusable"]}

    try:
        for name, content in broken.items():
            (place / name).write_bytes(content)
        wait_until(lambda: unusable().keys() == broken.keys())
        told = unusable()
        assert {each["folder"] for each in told.values()} == {"checkpoints"}
        assert "pickle" in told["old.ckpt"]["problem"]
        assert "not opened" in told["old.ckpt"]["problem"]
        assert told["cut.safetensors"]["problem"].startswith("cut short")
        assert "100000001 bytes" in told["long.safetensors"]["problem"]
        assert str(place) not in client.get(PATH).text
        assert made(client)["recipe"] == "drawn-avatar"
    finally:
        for name in broken:
            (place / name).unlink()
        wait_until(lambda: not unusable())
