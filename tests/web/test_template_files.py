"""The workflow templates against the nodes' own schemas, with no editor at hand."""

from __future__ import annotations

import itertools
from typing import Any
from urllib.parse import urlsplit

import pytest
from avatarforge.nodes.comfy import io
from avatarforge.nodes.pack import NODES
from PIL import Image

from . import templates

SCHEMAS = {node.GET_SCHEMA().node_id: node.GET_SCHEMA() for node in NODES}
TASKS = {
    "Avatar from features",
    "Avatar with pose ControlNet",
    "Bring your own graph",
    "Drawn guidance",
    "Pet portrait",
    "Pose sheet of four views",
}
WIDGET_TYPES = {"STRING", "INT", "FLOAT", "BOOLEAN", "COMBO"}
MODEL_HOSTS = {"huggingface.co"}
LARGEST_THUMBNAIL = 100_000  # bytes

each_template = pytest.mark.parametrize("name", templates.NAMES)


def has_widget(given: io.Input) -> bool:
    return given.get_io_type() in WIDGET_TYPES and not getattr(given, "force_input", None)


def widget_names(schema: io.Schema) -> list[str]:
    """In the order of `widgets_values`: a seed is followed by what becomes of it."""
    names = []
    for given in filter(has_widget, schema.inputs):
        names.append(given.id)
        if getattr(given, "control_after_generate", None):
            names.append("control_after_generate")
    return names


def ours(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [node for node in workflow["nodes"] if node["type"].startswith("AvatarForge")]


def test_what_people_start_from_is_there() -> None:
    assert set(templates.NAMES) >= TASKS
    others = {path.suffix for path in templates.FOLDER.iterdir()} - {".json", ".jpg"}
    assert others == set(), "ComfyUI serves this folder, and lists every JSON in it"
    pictures = {path.stem for path in templates.FOLDER.glob("*.jpg")}
    assert pictures == set(templates.NAMES)


@each_template
def test_a_template_is_in_the_editors_save_format(name: str) -> None:
    workflow = templates.read(name)
    assert workflow["version"] in (0.4, 1)
    ids = [node["id"] for node in workflow["nodes"]]
    assert len(set(ids)) == len(ids)
    assert workflow["last_node_id"] >= max(ids)
    assert workflow["last_link_id"] >= max(link.id for link in templates.links(workflow))
    assert {node["mode"] for node in workflow["nodes"]} == {0}, "nothing is muted or bypassed"
    assert ours(workflow)


@each_template
def test_our_nodes_are_as_their_schemas_say(name: str) -> None:
    for node in ours(templates.read(name)):
        schema = SCHEMAS[node["type"]]
        known = {given.id: given for given in schema.inputs}
        sockets = [slot["name"] for slot in node["inputs"] if "widget" not in slot]
        # The editor adds at the end what a node has got since; what is moved breaks links.
        bare = [given.id for given in schema.inputs if not has_widget(given)]
        assert sockets == bare[: len(sockets)], node["type"]
        for slot in node["inputs"]:
            assert slot["type"] == known[slot["name"]].get_io_type(), (node["type"], slot)
            if "widget" in slot:
                assert slot["widget"]["name"] == slot["name"]
                assert has_widget(known[slot["name"]])
        given_out = [(slot["name"], slot["type"]) for slot in node["outputs"]]
        outputs = [(output.display_name, output.io_type) for output in schema.outputs]
        assert given_out == outputs[: len(given_out)], node["type"]


@each_template
def test_every_widget_has_a_value_that_its_node_takes(name: str) -> None:
    for node in ours(templates.read(name)):
        schema = SCHEMAS[node["type"]]
        names = widget_names(schema)
        values = node["widgets_values"]
        assert len(values) <= len(names), node["type"]
        named = dict(zip(names, values, strict=False))
        assert node.get("widgets_values_named", named) == named, node["type"]
        required = {given.id for given in schema.inputs if has_widget(given) and not given.optional}
        assert required <= set(named), node["type"]
        for given in schema.inputs:
            if given.id not in named:
                continue
            value, kind = named[given.id], given.get_io_type()
            if isinstance(given, io.Combo.Input):
                assert value in (given.options or ()), (node["type"], given.id)
            elif isinstance(given, (io.Int.Input, io.Float.Input)):
                assert given.min <= value <= given.max, (node["type"], given.id)
            else:
                assert type(value) is {"STRING": str, "BOOLEAN": bool}[kind]


@each_template
def test_links_are_known_at_both_ends(name: str) -> None:
    workflow = templates.read(name)
    nodes = {node["id"]: node for node in workflow["nodes"]}
    links = list(templates.links(workflow))
    assert len({link.id for link in links}) == len(links)
    for link in links:
        output = nodes[link.origin]["outputs"][link.origin_slot]
        taken = nodes[link.target]["inputs"][link.target_slot]
        assert link.id in output["links"]
        assert link.id == taken["link"]
        # Text that also fits a choice has both types; "*" takes any.
        assert link.type in output["type"].split(","), link
        assert link.type in taken["type"].split(",") or taken["type"] == "*", link
    there = {link.id for link in links}
    for node in workflow["nodes"]:
        for slot in node["inputs"]:
            assert slot["link"] is None or slot["link"] in there
        for slot in node["outputs"]:
            assert set(slot["links"] or ()) <= there


@each_template
def test_every_node_is_of_use(name: str) -> None:
    workflow = templates.read(name)
    linked = {end for link in templates.links(workflow) for end in (link.origin, link.target)}
    idle = [
        node["type"]
        for node in workflow["nodes"]
        if node["id"] not in linked and node["type"] != "MarkdownNote"
    ]
    assert idle == []
    (note,) = (node for node in workflow["nodes"] if node["type"] == "MarkdownNote")
    assert note["widgets_values"][0].startswith(f"## {name}\n")


@each_template
def test_it_is_laid_out_for_the_eye(name: str) -> None:
    workflow = templates.read(name)
    boxes, groups = templates.node_boxes(workflow), templates.group_boxes(workflow)
    crossing = [
        (one.name, other.name)
        for kind in (boxes, groups)
        for one, other in itertools.combinations(kind, 2)
        if one.overlaps(other)
    ]
    assert crossing == []
    outside = [
        box.name
        for box in boxes
        if not box.name.endswith("MarkdownNote") and not any(group.holds(box) for group in groups)
    ]
    assert outside == [], "every step belongs to a group with a title"
    assert all(group.name for group in groups)
    # What comes first stands further left, or above in the same column.
    place = {node["id"]: node["pos"] for node in workflow["nodes"]}
    backwards = [
        link
        for link in templates.links(workflow)
        if place[link.target][0] < place[link.origin][0]
        or (place[link.target][0] == place[link.origin][0])
        & (place[link.target][1] < place[link.origin][1])
    ]
    assert backwards == []


@each_template
def test_models_can_be_downloaded_under_the_name_that_is_loaded(name: str) -> None:
    for node in templates.read(name)["nodes"]:
        for model in node["properties"].get("models", ()):
            address = urlsplit(model["url"])
            assert (address.scheme, address.hostname in MODEL_HOSTS) == ("https", True)
            assert address.path.rpartition("/")[2] == model["name"]
            assert model["name"] in node["widgets_values"]
            assert model["directory"] in ("checkpoints", "controlnet")
        if "Loader" in node["type"]:
            assert node["properties"]["models"], node["type"]


@each_template
def test_the_thumbnail_is_a_small_picture(name: str) -> None:
    path = templates.thumbnail(name)
    assert path.stat().st_size < LARGEST_THUMBNAIL
    with Image.open(path) as picture:
        picture.load()
        assert picture.format == "JPEG"
        assert picture.size == (400, 400), "the template browser shows a square"
