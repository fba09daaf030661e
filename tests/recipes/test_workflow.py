"""A graph as its user sees it: what can be set in it, and what it has."""

from __future__ import annotations

from typing import Any

import pytest
from avatarforge.forge.recipes.recipe import shipped
from avatarforge.forge.recipes.workflow import UnknownInputError, Workflow


def node(kind: str, title: str | None = None, meta: Any = None, **inputs: Any) -> dict[str, Any]:
    titled = {} if title is None else {"title": title}
    return {"class_type": kind, "_meta": {**titled, **(meta or {})}, "inputs": inputs}


def workflow(**nodes: Any) -> Workflow:
    return Workflow(nodes)


def test_the_shipped_portrait() -> None:
    (recipe,) = (each for each in shipped() if each.name == "drawn-portrait")
    whole = Workflow(recipe.graph)
    (given,) = whole.user_inputs()
    assert (given.node_id, given.title, given.default) == ("229", "Pet Type Input", "dog")
    assert "type of pet" in given.description
    assert whole.size(1, 1) == (832, 1216)
    assert whole.order_length() == len(recipe.graph), "nothing in it is idle"


@pytest.mark.parametrize(
    ("found", "default"),
    [
        (node("CLIPTextEncode", "Pet Type Input", text="dog", clip=["1", 0]), "dog"),
        (node("PrimitiveString", "the mood input", value="calm"), "calm"),
        (node("StringConstant", "Input", string=""), ""),
        (node("Any", "Costume", {"user_input": True}, prompt="ruff"), "ruff"),
        (node("Any", None, {"user_input": True}, text="x"), "x"),
    ],
)
def test_what_can_be_set(found: dict[str, Any], default: str) -> None:
    (given,) = workflow(a=found).user_inputs()
    assert given.default == default
    assert given.title and given.description
    changed = workflow(a=found).with_inputs({"a": "new"})
    assert changed.user_inputs()[0].default == "new"
    assert workflow(a=found).user_inputs()[0].default == default


@pytest.mark.parametrize(
    "other",
    [
        node("CLIPTextEncode", "Positive", text="dog"),
        node("CLIPTextEncode", "Inputs", text="dog"),
        node("CLIPTextEncode", "Pet Type Input", text=["1", 0]),
        node("LoadImage", "Photo Input", image="a.png"),
        node("AvatarForgeRequest", "Pet Input", prompt="dog"),
        node("AvatarForgeResult", "Portrait Input", text="dog"),
        {"class_type": "CLIPTextEncode", "inputs": {"text": "x"}, "_meta": "Pet Input"},
        {"class_type": "CLIPTextEncode", "inputs": {"text": "x"}, "_meta": {"title": 7}},
    ],
)
def test_what_cannot_be_set(other: dict[str, Any]) -> None:
    assert workflow(a=other).user_inputs() == ()
    with pytest.raises(UnknownInputError, match="those that do: none"):
        workflow(a=other).with_inputs({"a": "x"})


def test_the_description_is_the_files_own_or_its_titles() -> None:
    own = node("Any", "Pet Input", {"description": "Which pet?"}, text="")
    plain = node("Any", "Pet Type Input", text="")
    bare = node("Any", "Input", text="")
    found = workflow(a=own, b=plain, c=bare).user_inputs()
    described = [each.description for each in found]
    assert described == ["Which pet?", "Enter the pet type", "Enter a text"]


def test_its_nodes() -> None:
    whole = workflow(a=node("KSampler", "Sampler"), b=node("KSampler"), c=node("VAEDecode"))
    named = [(each.id, each.type, each.title) for each in whole.nodes()]
    assert named == [
        ("a", "KSampler", "Sampler"),
        ("b", "KSampler", "KSampler"),
        ("c", "VAEDecode", "VAEDecode"),
    ]
    assert whole.types() == {"KSampler": 2, "VAEDecode": 1}
    # A node that ComfyUI expands while it runs brings ids that no file has.
    assert whole.node("a.0.0.1").title == "Node a.0.0.1"


def test_only_what_a_result_needs_runs() -> None:
    whole = workflow(
        a=node("AvatarForgeRequest", seed=1),
        b=node("Draw", seed=["a", 8]),
        c=node("AvatarForgeResult", images=["b", 0], notes=["gone", 0]),
        d=node("Draw", seed=["a", 8]),
    )
    assert whole.order_length() == 3


def test_a_circle_has_an_end() -> None:
    whole = workflow(a=node("X", b=["b", 0]), b=node("AvatarForgeResult", a=["a", 0]))
    assert whole.order_length() == 2


@pytest.mark.parametrize("left_open", [0, -1, True, "832", None, ["1", 0]])
def test_a_size_that_the_file_leaves_open(left_open: Any) -> None:
    whole = workflow(a=node("AvatarForgeRequest", width=left_open, height=640))
    assert whole.size(832, 1216) == (832, 640)
    assert workflow(a=node("X")).size(832, 1216) == (832, 1216)


def test_the_words_of_its_request() -> None:
    assert workflow(a=node("AvatarForgeRequest", prompt="in gold")).prompt() == "in gold"
    assert workflow(a=node("AvatarForgeRequest", prompt=["b", 0])).prompt() == ""
    assert workflow(a=node("X", prompt="no")).prompt() == ""


def test_new_seeds_everywhere() -> None:
    whole = workflow(
        a=node("KSampler", seed=3, steps=20),
        b=node("RandomNoise", noise_seed=4),
        c=node("KSampler", seed=["b", 0]),
        d=node("X", seed=True),
    )
    graph = whole.reseeded(99).graph
    assert [graph[each]["inputs"] for each in "abcd"] == [
        {"seed": 99, "steps": 20},
        {"noise_seed": 99},
        {"seed": ["b", 0]},
        {"seed": True},
    ]
    assert whole.graph["a"]["inputs"]["seed"] == 3
