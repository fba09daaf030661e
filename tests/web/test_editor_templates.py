"""The workflow templates in ComfyUI's own editor, in a browser."""

from __future__ import annotations

import io
import time
import uuid
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from avatarforge.tests.contract.servers import Client
from PIL import Image

from . import templates

if TYPE_CHECKING:
    from playwright.sync_api import Page

PACK = "avatarforge"
RUN_S = 120.0

DRAWN = [name for name in templates.NAMES if not templates.models(templates.read(name))]
BY_MODELS = [name for name in templates.NAMES if name not in DRAWN]
SIZES = {
    "Avatar from features": [(512, 768)],
    "Bring your own graph": [(512, 768)],
    "Pet portrait": [(832, 1216)],
    "Pose sheet of four views": [(1600, 1242), *[(512, 768)] * 4],
}
"""Width and height of what the output nodes show, in pixels."""

# The dialogs and messages of the editor that tell of something wrong.
COMPLAINTS = "[role=dialog], [role=alert], .p-toast-message-error, [data-testid=error-overlay]"

each_template = pytest.mark.parametrize("name", templates.NAMES)


def address(name: str) -> str:
    return f"/api/workflow_templates/{PACK}/{name}"


def test_comfyui_lists_and_serves_them(editor: Client) -> None:
    assert sorted(editor.get("/workflow_templates").json()[PACK]) == templates.NAMES
    for name in templates.NAMES:
        assert editor.get(f"{address(name)}.json").json() == templates.read(name)
        picture = editor.get(f"{address(name)}.jpg")
        assert picture.headers["Content-Type"] == "image/jpeg"
        assert picture.content == templates.thumbnail(name).read_bytes()


def test_the_template_browser_shows_them_and_opens_one(page: Page) -> None:
    page.evaluate("() => { app.extensionManager.command.execute('Comfy.BrowseTemplates') }")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text(PACK, exact=True).click()
    for name in templates.NAMES:
        card = dialog.get_by_test_id(f"template-workflow-{name}")
        card.scroll_into_view_if_needed()
        assert name in card.inner_text()
        picture = card.locator("img").first
        picture.wait_for(state="visible")
        assert picture.evaluate("async e => (await e.decode(), e.naturalWidth)") == 400
    name = templates.NAMES[0]
    dialog.get_by_test_id(f"template-workflow-{name}").click()
    dialog.wait_for(state="detached")
    page.wait_for_function("count => app.graph.nodes.length === count", arg=nodes_of(name))


def nodes_of(name: str) -> int:
    return len(templates.read(name)["nodes"])


def opened(page: Page, workflow: dict[str, Any]) -> dict[str, Any]:
    """A graph as the editor has it, `workflow` to save and `output` to run."""
    graph: dict[str, Any] = page.evaluate(
        "async workflow => {"
        " await app.loadGraphData(workflow);"
        " await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));"
        " return JSON.parse(JSON.stringify(await app.graphToPrompt())) }",
        workflow,
    )
    return graph


def complaints(page: Page) -> list[str]:
    return page.locator(COMPLAINTS).filter(visible=True).all_inner_texts()


def test_what_is_missing_would_be_seen(page: Page) -> None:
    for kind, change in (
        ("VAEDecode", {"type": "NoSuchNode"}),
        ("CheckpointLoaderSimple", {"widgets_values": ["no-such.safetensors"], "properties": {}}),
    ):
        workflow = templates.read("Drawn guidance")
        (node,) = (node for node in workflow["nodes"] if node["type"] == kind)
        node.update(change)
        opened(page, workflow)
        assert "no-such" in "".join(complaints(page)).lower().replace("nosuch", "no-such")


@each_template
def test_it_opens_as_it_is_and_nothing_is_missing(page: Page, name: str) -> None:
    template = templates.read(name)
    saved = opened(page, template)["workflow"]
    unknown = page.evaluate(
        "() => app.graph.nodes.map(node => node.type)"
        ".filter(type => !(type in LiteGraph.registered_node_types))"
    )
    assert unknown == []
    for part in ("links", "groups"):
        assert saved[part] == template[part]
    for now, then in zip(saved["nodes"], template["nodes"], strict=True):
        for part in ("id", "type", "pos"):
            assert now[part] == then[part]
        values = then.get("widgets_values", [])
        assert now.get("widgets_values", [])[: len(values)] == values, then["type"]
    assert complaints(page) == []


@each_template
def test_comfyui_takes_what_the_editor_would_run(editor: Client, page: Page, name: str) -> None:
    history = run(editor, opened(page, templates.read(name))["output"])
    if name in DRAWN:
        assert history["status"]["status_str"] == "success", history["status"]
        pictures = shown_pictures(editor, history)
        assert sorted(size(each) for each in pictures) == sorted(SIZES[name])
        for picture in pictures:
            assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 500, "somebody is drawn"
    else:
        # Every check is passed; what ends it is that the files hold no weights.
        (told,) = (data for what, data in history["status"]["messages"] if "error" in what)
        assert told["node_type"] in ("CheckpointLoaderSimple", "ControlNetLoader"), told


def size(picture: np.ndarray[Any, Any]) -> tuple[int, int]:
    return picture.shape[1], picture.shape[0]


def run(editor: Client, graph: dict[str, Any]) -> dict[str, Any]:
    """What ComfyUI's history has of it at its end."""
    prompt_id = str(uuid.uuid4())
    response = editor.post("/prompt", json={"prompt": graph, "prompt_id": prompt_id})
    assert response.status_code == 200, response.text
    assert response.json()["node_errors"] == {}
    deadline = time.monotonic() + RUN_S
    while not (history := editor.get(f"/history/{prompt_id}").json()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    entry: dict[str, Any] = history[prompt_id]
    return entry


def shown_pictures(editor: Client, history: dict[str, Any]) -> list[np.ndarray[Any, Any]]:
    """What the graph's ends show: nodes that only show what they pass on do not count."""
    graph = history["prompt"][2]
    ends = {"SaveImage", "AvatarForgeResult"}
    pictures = []
    for node_id, output in history["outputs"].items():
        if graph[node_id]["class_type"] in ends:
            for each in output["images"]:
                content = editor.get("/view", params=each).content
                pictures.append(np.asarray(Image.open(io.BytesIO(content)).convert("RGB")))
    return pictures


def test_a_graph_of_ones_own_is_published_as_its_note_tells(editor: Client, page: Page) -> None:
    graph = opened(page, templates.read("Bring your own graph"))["output"]
    key = (editor.private / "admin.key").read_text("utf-8").strip()
    admin = editor.with_headers(X_API_Key=key)
    path = "/avatarforge/recipes/avatar"
    published = admin.request("PUT", path, json={"title": "My graph", "graph": graph})
    assert published.status_code == 200, published.text
    try:
        made = editor.generate("knight with a red cape", seed=5, width=256, height=384)
        done = editor.finished(made["generation_id"])
        assert done["status"] == "completed", done
        assert {node["class_type"] for node in done["workflow"].values()} == {
            node["class_type"] for node in graph.values()
        }
        (output,) = done["output_files"]
        picture = Image.open(io.BytesIO(editor.get(output["url"]).content))
        assert picture.size == (256, 384)
    finally:
        assert admin.delete(path).status_code == 200
