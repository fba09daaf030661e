"""The recipe files of the pack: each is whole, and says what is in it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from avatarforge.forge.avatar.features import VIEWS
from avatarforge.forge.motion.poses import ANGLES
from avatarforge.forge.recipes import recipe as recipe_module
from avatarforge.forge.recipes.models import FOLDERS
from avatarforge.forge.recipes.published import check_shape
from avatarforge.forge.recipes.recipe import (
    REQUEST_NODE,
    REQUEST_NODES,
    RESULT_NODE,
    RESULT_NODES,
    ModelSlot,
    Recipe,
    part_of,
    read_recipe,
    shipped,
    with_addition,
)
from avatarforge.forge.recipes.request import GenerationRequest
from avatarforge.nodes.pack import NODES

GRAPHS = Path(recipe_module.__file__).parent / "graphs"
FILES = sorted(GRAPHS.glob("*.json"))
ADDITIONS = sorted((GRAPHS / "with").glob("*.json"))
RECIPES = shipped()
NAMES = [recipe.name for recipe in RECIPES]
each_recipe = pytest.mark.parametrize("recipe", RECIPES, ids=NAMES)

OURS = {node.GET_SCHEMA().node_id: node.GET_SCHEMA() for node in NODES}
POSE, REFERENCE = 13, 14  # outputs of the Request node


def links(graph: Any) -> list[tuple[str, str, str, int]]:
    """(node, input, source, output) of every link."""
    return [
        (node_id, name, *value)
        for node_id, node in graph.items()
        for name, value in node["inputs"].items()
        if isinstance(value, list)
    ]


def test_a_recipe_is_named_as_its_file_and_every_name_is_another() -> None:
    assert [json.loads(path.read_text("utf-8"))["name"] for path in FILES] == [
        path.stem for path in FILES
    ]
    assert [json.loads(path.read_text("utf-8"))["name"] for path in ADDITIONS] == [
        path.stem for path in ADDITIONS
    ]
    added = [json.loads(path.read_text("utf-8")).get("with", []) for path in FILES]
    assert {name for names in added for name in names} == {path.stem for path in ADDITIONS}
    assert len(set(NAMES)) == len(NAMES) == len(FILES) + sum(map(len, added))
    titles = Counter(recipe.title for recipe in RECIPES)
    assert max(titles.values()) == 1, titles.most_common(1)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_file_holds_nothing_that_is_not_read(path: Path) -> None:
    data = json.loads(path.read_text("utf-8"))
    assert data.keys() <= {*Recipe.__dataclass_fields__, "with"}
    for slot in data.get("models", ()):
        assert slot.keys() <= set(ModelSlot.__dataclass_fields__)
    assert len(read_recipe(data).tasks) == len(data["tasks"]) > 0


@each_recipe
def test_a_graph_is_whole(recipe: Recipe) -> None:
    check_shape(recipe.graph)
    types = Counter(node["class_type"] for node in recipe.graph.values())
    assert sum(types[node] for node in REQUEST_NODES) == 1
    for node_id, name, source, output in links(recipe.graph):
        assert source in recipe.graph, (node_id, name)
        assert isinstance(output, int)
        schema = OURS.get(recipe.graph[source]["class_type"])
        if schema is not None:
            assert output < len(schema.outputs), (node_id, name)
    for node_id, node in recipe.graph.items():
        assert node["_meta"]["title"], node_id
        schema = OURS.get(node["class_type"])
        if schema is not None:
            assert node["inputs"].keys() <= {given.id for given in schema.inputs}, node_id


@each_recipe
def test_no_node_is_there_for_nothing(recipe: Recipe) -> None:
    sources: dict[str, set[str]] = {}
    for node_id, _, source, _ in links(recipe.graph):
        sources.setdefault(node_id, set()).add(source)
    results = [
        node_id for node_id, node in recipe.graph.items() if node["class_type"] in RESULT_NODES
    ]
    needed, waiting = set(results), list(results)
    while waiting:
        new = sources.get(waiting.pop(), set()) - needed
        needed |= new
        waiting += new
    assert needed == recipe.graph.keys()


@each_recipe
def test_a_slot_is_an_open_input_of_the_graph(recipe: Recipe) -> None:
    places = [(slot.node, slot.input) for slot in recipe.models]
    assert len(set(places)) == len(places)
    open_inputs = {
        (node_id, name)
        for node_id, node in recipe.graph.items()
        if node["class_type"].startswith("Load")
        or node["class_type"].endswith(("Loader", "LoaderSimple", "LoaderGen1"))
        for name, value in node["inputs"].items()
        if value == ""
    }
    assert open_inputs == set(places)
    for slot in recipe.models:
        assert recipe.graph[slot.node]["inputs"][slot.input] == ""
        assert slot.folder in FOLDERS, "a folder that is not looked into"
        assert slot.family in (recipe.family, None) or "character" in recipe.tasks
        assert slot.part in ("", *recipe.parts())
        assert slot.example.endswith(".safetensors")
    needs_a_model = any(not slot.part for slot in recipe.models)
    assert needs_a_model == (recipe.engine == "diffusion") == (recipe.family is not None)


@each_recipe
def test_what_a_part_leaves_open_is_taken_from_elsewhere(recipe: Recipe) -> None:
    for without in ({part} for part in recipe.parts()):
        kept = recipe.fill(Asked(), {}, frozenset(without))
        assert all(part_of(node) not in without for node in kept.values())
        for node_id, name, source, _ in links(kept):
            assert source in kept, (node_id, name)
        for node_id, node in kept.items():
            schema = OURS.get(node["class_type"])
            needed = () if schema is None else (each for each in schema.inputs if not each.optional)
            gone = {each.id for each in needed} - node["inputs"].keys()
            assert not gone & recipe.graph[node_id]["inputs"].keys(), node_id
            for name in node["_meta"].get("else", {}):
                assert name in node["inputs"], (node_id, name)
            if schema is None:  # which of its inputs may stay empty is not known here
                assert node["inputs"].keys() == recipe.graph[node_id]["inputs"].keys(), node_id
        results = {k for k, node in recipe.graph.items() if node["class_type"] in RESULT_NODES}
        assert results <= kept.keys()


class Asked:
    def inputs(self) -> dict[str, Any]:
        return {}


def test_an_addition_gives_a_recipes_nodes_its_own_inputs() -> None:
    graph = {"a": {"class_type": "A", "inputs": {"x": 1, "y": 2}}}
    more = {
        "name": "more", "title": "and more", "technique": "edit", "family": "flux2",
        "models": [], "graph": {"a": {"inputs": {"y": 3}}, "b": {"class_type": "B", "inputs": {}}},
    }  # fmt: skip
    made = with_addition({"name": "it", "title": "It", "technique": "drawn", "graph": graph}, more)
    assert (made["name"], made["title"], made["family"]) == ("it-more", "It, and more", "flux2")
    assert made["graph"]["a"]["inputs"] == {"x": 1, "y": 3}
    assert graph["a"]["inputs"] == {"x": 1, "y": 2}, "the recipe itself stays as it is"
    mesh = {"name": "it", "title": "It", "technique": "mesh", "family": "sd15", "graph": graph}
    made = with_addition(mesh, more)
    assert (made["technique"], made["family"], made["engine"]) == ("mesh", "sd15", "diffusion")


@each_recipe
def test_every_scene_may_be_told_by_a_language_model(recipe: Recipe) -> None:
    if "scenes" not in recipe.tasks:
        return
    graph = recipe.graph
    assert recipe.parts() == ("language",)
    assert graph["caption"]["inputs"]["suggestion"] == ["caption_text", 0]
    told = graph["expand"]["inputs"].get("suggestion")
    assert (told == ["scene_text", 0]) == (recipe.engine == "diffusion")
    # What it wrote is judged by the policy that the caller's own words were judged by.
    policy = ["request", [output.id for output in OURS[REQUEST_NODE].outputs].index("policy_out")]
    assert graph["expand"]["inputs"]["policy"] == graph["caption"]["inputs"]["policy"] == policy
    without = recipe.fill(
        GenerationRequest(prompt="x", seed=1, width=64, height=64),
        {slot: (slot.example, "") for slot in recipe.models if not slot.part},
        frozenset({"language"}),
    )
    assert "TextGenerate" not in {node["class_type"] for node in without.values()}
    assert "suggestion" not in without["caption"]["inputs"]


@each_recipe
def test_a_recipe_gives_back_what_its_tasks_promise(recipe: Recipe) -> None:
    roles = [
        node["inputs"]["role"]
        for node in recipe.graph.values()
        if node["class_type"] == RESULT_NODE
    ]
    if "character" in recipe.tasks:
        delivered = {
            node["inputs"].get("role")
            for node in recipe.graph.values()
            if node["class_type"] in RESULT_NODES
        }
        assert {"raw_mesh", "textured_mesh", "preview_mesh", "preview_texture"} <= delivered
    elif "selfie" in recipe.tasks:
        results = [
            n["inputs"]["role"] for n in recipe.graph.values() if n["class_type"] in RESULT_NODES
        ]
        assert results == ["avatar_features", "reason"]
    elif "poses" in recipe.tasks:
        assert sorted(roles) == sorted((*VIEWS, "sheet"))
    elif "character-sheet" in recipe.tasks:
        assert sorted(roles) == sorted((*ANGLES, "sheet"))
    elif set(recipe.tasks) & {"anime-video", "animation-loop", "full-video"}:
        videos = [
            node["inputs"]["role"]
            for node in recipe.graph.values()
            if node["class_type"] == "AvatarForgeVideoResult"
        ]
        assert (videos, roles) == (["output"], [])
    else:
        assert roles == ["output"]


@each_recipe
def test_pictures_are_used_as_the_recipe_says(recipe: Recipe) -> None:
    """A link to a reader of colours is no use of a reference: all recipes have that."""
    taken = {
        output
        for node_id, _, source, output in links(recipe.graph)
        if recipe.graph[source]["class_type"] == REQUEST_NODE
        and recipe.graph[node_id]["class_type"] != "AvatarForgeFeatures"
    }
    assert (POSE in taken) == ("pose" in recipe.uses)
    if recipe.engine == "diffusion":
        assert (REFERENCE in taken) == ("reference" in recipe.uses)
        # A node that gets no picture where it needs one would fail; Illustrate draws one then.
        draws = "AvatarForgeIllustrate" in recipe.node_types()
        assert ("reference" in recipe.needs) == ("reference" in recipe.uses and not draws)
    assert recipe.needs <= recipe.uses


@each_recipe
def test_presets_are_inputs_of_the_request(recipe: Recipe) -> None:
    inputs = {given.id for given in OURS[REQUEST_NODE].inputs}
    variants = {variant for slot in recipe.models for variant in slot.variants}
    for variant, preset in recipe.presets.items():
        assert variant in variants
        for where in preset:
            node_id, dot, name = where.partition(".")
            assert name in recipe.graph[node_id]["inputs"] if dot else where in inputs
    assert recipe.packs.keys() <= recipe.node_types()


@pytest.mark.parametrize("recipe", [each for each in shipped() if "character" not in each.tasks])
def test_what_the_caller_says_stands_and_the_rest_is_the_graphs(recipe: Recipe) -> None:
    (request_id,) = (k for k, node in recipe.graph.items() if node["class_type"] == REQUEST_NODE)
    own = recipe.graph[request_id]["inputs"]
    silent = GenerationRequest(prompt="a knight", seed=7, width=640, height=448)
    models = {slot: (slot.example, "") for slot in recipe.models}
    filled = recipe.fill(silent, models)
    inputs = filled[request_id]["inputs"]
    assert (inputs["prompt"], inputs["seed"], inputs["width"]) == ("a knight", 7, 640)
    for name in ("steps", "cfg"):
        assert inputs.get(name) == own.get(name)
        if recipe.engine == "diffusion":
            assert own[name] > 0, "a sampler cannot do with 0"
    for slot in recipe.models:
        assert filled[slot.node]["inputs"][slot.input] == slot.example
    said = GenerationRequest(prompt="x", seed=1, width=512, height=512, steps=3, cfg=1.5)
    inputs = recipe.fill(said, models)[request_id]["inputs"]
    assert (inputs["steps"], inputs["cfg"]) == (3, 1.5)
    for variant, preset in recipe.presets.items():
        varied = {slot: (slot.example, variant) for slot in recipe.models}
        inputs = recipe.fill(silent, varied)[request_id]["inputs"]
        assert preset.items() <= inputs.items()
        assert recipe.fill(said, varied)[request_id]["inputs"]["steps"] == 3
    assert recipe.graph[request_id]["inputs"] == own, "the recipe itself stays as it is"


def test_another_object_is_no_recipe() -> None:
    good = json.loads(FILES[0].read_text("utf-8"))
    assert read_recipe(good).name == FILES[0].stem
    with pytest.raises(ValueError, match="no technique"):
        read_recipe({**good, "technique": "magic"})
    for lacking in ("name", "title", "engine", "technique", "tasks", "graph"):
        with pytest.raises(KeyError):
            read_recipe({name: value for name, value in good.items() if name != lacking})
    with pytest.raises(TypeError):
        read_recipe({**good, "models": [{"node": "x"}]})
