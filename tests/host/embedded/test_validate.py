"""Graphs that cannot run are refused as ComfyUI refuses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from avatarforge.forge.host.embedded.comfy_api import io
from avatarforge.forge.host.embedded.validate import validate
from avatarforge.forge.host.port import Directories, Finished, Graph, InvalidGraphError
from hypothesis import given
from hypothesis import strategies as st

from .support import Add, Bench, Number, Show, node

NOWHERE = Directories(Path("private"), Path("input"), Path("output"), Path("temp"))
Colour = io.Custom("COLOUR")


class Kinds(io.ComfyNode):
    """One input of every kind."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Kinds",
            inputs=[
                io.Int.Input("int", default=5, min=1, max=9, optional=True),
                io.Float.Input("float", default=0.5, min=0.0, max=1.0, optional=True),
                io.String.Input("string", optional=True),
                io.Boolean.Input("boolean", optional=True),
                io.Combo.Input("combo", ["a", "b"], optional=True),
                io.Combo.Input("long", [str(i) for i in range(30)], optional=True),
                Colour.Input("colour", optional=True),
                io.AnyType.Input("any", optional=True),
            ],
            outputs=[Colour.Output("colour"), io.Int.Output("int")],
            is_output_node=True,
        )

    @classmethod
    def execute(cls, **given: Any) -> io.NodeOutput:
        return io.NodeOutput("red", 1, ui={"given": [given]})


class Judges(io.ComfyNode):
    """Has a mind of its own about "even" and none about "free"."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            "Judges",
            inputs=[
                io.Int.Input("even", min=0, max=10),
                io.Int.Input("free", min=0, max=10, optional=True),
            ],
            is_output_node=True,
        )

    @classmethod
    def validate_inputs(cls, even: int | None) -> bool | str:
        if even == 13:
            raise LookupError("thirteen is not for me")
        if even == 15:
            return False
        return even is None or even % 2 == 0 or f"{even} is odd"

    @classmethod
    def execute(cls, even: int, free: int = 0) -> io.NodeOutput:
        return io.NodeOutput(ui={"even": [even]})


class Welcomes(io.ComfyNode):
    """Checks the types of its links itself."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Welcomes", inputs=[io.String.Input("text")], is_output_node=True)

    @classmethod
    def validate_inputs(cls, input_types: dict[str, str]) -> bool | str:
        return input_types in ({}, {"text": "INT"}) or f"not {input_types}"

    @classmethod
    def execute(cls, text: object) -> io.NodeOutput:
        return io.NodeOutput(ui={"text": [text]})


CLASSES: dict[str, type[io.ComfyNode]] = {
    cls.GET_SCHEMA().node_id: cls for cls in (Number, Add, Show, Kinds, Judges, Welcomes)
}


def refused(graph: Any) -> InvalidGraphError:
    with pytest.raises(InvalidGraphError) as caught:
        validate("prompt", graph, CLASSES, NOWHERE)
    json.dumps([caught.value.error, caught.value.node_errors])  # goes out over HTTP
    return caught.value


def reason(graph: Graph, node_id: str = "1") -> dict[str, Any]:
    """The only error of the only bad node."""
    error = refused(graph)
    assert error.error["type"] == "prompt_outputs_failed_validation"
    assert set(error.node_errors) == {node_id}
    [only] = error.node_errors[node_id]["errors"]
    assert isinstance(only, dict)
    return only


@pytest.mark.parametrize(
    "broken", [{"inputs": {}}, {"class_type": None}, {"class_type": ["Show"]}, 5, None, [], "x"]
)
def test_a_node_without_a_type(broken: Any) -> None:
    error = refused({"1": node("Show"), "2": broken})
    assert error.error["type"] == "missing_node_type"
    assert error.error["extra_info"]["node_id"] == "2"
    assert error.node_errors == {}


def test_a_node_of_an_unknown_type_is_named_by_its_title() -> None:
    graph = {"9": {"class_type": "KSampler", "inputs": {}, "_meta": {"title": "The sampler"}}}
    error = refused(graph).error
    assert error["type"] == "missing_node_type"
    assert "The sampler" in error["message"]
    assert error["details"] == "Node ID '#9'"
    assert error["extra_info"] == {
        "node_id": "9",
        "class_type": "KSampler",
        "node_title": "The sampler",
    }


@pytest.mark.parametrize("graph", [{}, {"1": node("Number", value=1)}])
def test_a_graph_without_outputs(graph: Graph) -> None:
    assert refused(graph).error["type"] == "prompt_no_outputs"


def test_a_required_input_that_is_missing_although_it_has_a_default() -> None:
    error = reason({"1": node("Show", value=["2", 0]), "2": node("Number")}, "2")
    assert error["type"] == "required_input_missing"
    assert error["details"] == "value"
    assert error["extra_info"] == {"input_name": "value"}


@pytest.mark.parametrize(
    "link",
    [
        [],
        ["1"],
        ["2", 0, 0],
        ["nobody", 0],
        [2, 0],
        [None, 0],
        [["2", 0], 0],
        ["2", 1],
        ["2", -1],
        ["2", "0"],
        ["2", 0.0],
        ["2", True],
        ["2", None],
    ],
)
def test_a_link_to_nothing(link: list[Any]) -> None:
    error = reason({"1": node("Show", value=link), "2": node("Number", value=1)})
    assert error["type"] == "bad_linked_input"
    assert error["extra_info"]["received_value"] == link


def test_a_link_between_different_types() -> None:
    error = reason({"1": node("Kinds", colour=["2", 0]), "2": node("Number", value=1)})
    assert error["type"] == "return_type_mismatch"
    assert error["details"] == "colour, received_type(INT) mismatch input_type(COLOUR)"
    assert error["extra_info"]["linked_node"] == ["2", 0]


def test_every_type_links_to_itself_and_to_any() -> None:
    graph = {"1": node("Kinds", colour=["2", 0], int=["2", 1], any=["2", 0]), "2": node("Kinds")}
    assert set(validate("prompt", graph, CLASSES, NOWHERE).nodes) == {"1", "2"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("int", "five"),
        ("int", None),
        ("int", {}),
        ("int", float("inf")),
        ("int", float("nan")),
        ("float", "half"),
        ("float", float("nan")),
        ("float", None),
        ("float", {"__value__": [1]}),
    ],
)
def test_a_value_of_another_type(name: str, value: Any) -> None:
    error = reason({"1": node("Kinds", **{name: value})})
    assert error["type"] == "invalid_input_type"
    assert error["extra_info"]["input_name"] == name
    assert error["extra_info"]["exception_message"]


@pytest.mark.parametrize(
    ("name", "value", "kind", "message"),
    [
        ("int", 0, "value_smaller_than_min", "Value 0 smaller than min of 1"),
        ("int", 10, "value_bigger_than_max", "Value 10 bigger than max of 9"),
        ("float", -0.1, "value_smaller_than_min", "Value -0.1 smaller than min of 0.0"),
        ("float", 1.5, "value_bigger_than_max", "Value 1.5 bigger than max of 1.0"),
    ],
)
def test_a_value_out_of_range(name: str, value: float, kind: str, message: str) -> None:
    error = reason({"1": node("Kinds", **{name: value})})
    assert (error["type"], error["message"], error["details"]) == (kind, message, name)
    assert error["extra_info"]["received_value"] == value


@pytest.mark.parametrize("value", ["c", "", None, 1, {"__value__": ["a"]}])
def test_a_value_that_is_not_in_the_list(value: Any) -> None:
    error = reason({"1": node("Kinds", combo=value)})
    assert error["type"] == "value_not_in_list"
    assert error["extra_info"]["input_config"][1]["options"] == ["a", "b"]


def test_a_long_list_is_not_sent_back() -> None:
    error = reason({"1": node("Kinds", long="31")})
    assert error["details"] == "long: '31' not in (list of length 30)"
    assert error["extra_info"]["input_config"] is None


@pytest.mark.parametrize(
    ("graph", "cycle"),
    [
        ({"1": node("Show", value=["2", 0]), "2": node("Add", a=["2", 0], b=1)}, ["2"]),
        (
            {
                "1": node("Show", value=["2", 0]),
                "2": node("Add", a=["3", 0], b=1),
                "3": node("Add", a=1, b=["4", 0]),
                "4": node("Add", a=["2", 0], b=1),
            },
            ["2", "3", "4"],
        ),
    ],
)
def test_a_cycle(graph: Graph, cycle: list[str]) -> None:
    error = refused(graph)
    assert set(error.node_errors) == set(cycle)
    for node_id in cycle:
        [one] = error.node_errors[node_id]["errors"]
        assert one["type"] == "dependency_cycle"
        assert one["extra_info"] == {"node_id": node_id, "cycle_nodes": cycle}
        path = [f"{name} (Add)" for name in [*cycle, cycle[0]]]
        assert one["details"] == " -> ".join(path)
        assert error.node_errors[node_id]["dependent_outputs"] == ["1"]


def test_a_node_that_refuses_its_inputs() -> None:
    error = reason({"1": node("Judges", even=3)})
    assert error["type"] == "custom_validation_failed"
    assert error["details"] == "even - 3 is odd"
    assert error["extra_info"] == {"input_name": "even"}
    assert reason({"1": node("Judges", even=15)})["details"] == "even"


def test_what_a_node_checks_itself_is_not_checked_for_it() -> None:
    graph = {"1": node("Judges", even=12, free=11)}
    assert reason(graph)["type"] == "value_bigger_than_max"
    graph = {"1": node("Judges", even=12, free=1)}
    assert validate("prompt", graph, CLASSES, NOWHERE).outputs == ("1",)


def test_a_node_is_not_asked_about_inputs_that_are_bad_already() -> None:
    assert reason({"1": node("Judges")})["type"] == "required_input_missing"
    assert reason({"1": node("Judges", even="x")})["type"] == "invalid_input_type"


def test_linked_inputs_are_unknown_to_the_node() -> None:
    graph = {"1": node("Judges", even=["2", 0]), "2": node("Number", value=3)}
    assert set(validate("prompt", graph, CLASSES, NOWHERE).nodes) == {"1", "2"}


def test_a_node_may_check_the_types_of_its_links() -> None:
    graph = {"1": node("Welcomes", text=["2", 0]), "2": node("Number", value=3)}
    assert set(validate("prompt", graph, CLASSES, NOWHERE).nodes) == {"1", "2"}
    graph["2"] = node("Kinds")
    assert reason(graph)["type"] == "custom_validation_failed"


@pytest.mark.parametrize(
    "broken",
    [node("Judges", even=13), {"class_type": "Judges", "inputs": [1, 2]}],
)
def test_a_node_whose_validation_raises(broken: dict[str, Any]) -> None:
    errors = refused({"1": broken}).node_errors["1"]["errors"]
    assert errors[0]["type"] == "exception_during_validation"
    assert errors[0]["details"]
    assert errors[0]["extra_info"]["traceback"] == []


def test_one_bad_output_refuses_the_graph_and_says_which_depend_on_what() -> None:
    graph = {
        "good": node("Show", value=1),
        "bad": node("Show", value=["sum", 0]),
        "worse": node("Show", value=["sum", 0]),
        "sum": node("Add", a=["n", 0], b="x"),
        "n": node("Number", value=-1),
    }
    error = refused(graph)
    assert {node_id: one["dependent_outputs"] for node_id, one in error.node_errors.items()} == {
        "sum": ["bad", "worse"],
        "n": ["bad", "worse"],
    }
    assert error.node_errors["n"]["class_type"] == "Number"
    assert "smaller than min" in error.error["details"]


def test_nodes_that_no_output_needs_are_not_looked_into() -> None:
    graph = {"1": node("Show"), "2": node("Number", value="x")}
    assert set(validate("prompt", graph, CLASSES, NOWHERE).nodes) == {"1"}


def test_the_graph_handed_in_is_not_changed() -> None:
    graph = {"1": node("Kinds", int="7", string=5)}
    valid = validate("prompt", graph, CLASSES, NOWHERE)
    assert graph == {"1": node("Kinds", int="7", string=5)}
    assert valid.prompt == {"1": node("Kinds", int=7, string="5")}


async def test_values_are_converted_and_wrapped_lists_arrive(
    bench_of: Callable[..., Bench],
) -> None:
    graph = {
        "1": node(
            "Kinds",
            int="7",
            float=1,
            string=5,
            boolean=0,
            colour={"__value__": [1, 2]},
            any={"x": 1},
            unknown=3,
        )
    }
    run = await bench_of(Kinds).run(graph)
    assert run.of(Finished)[0].outputs["1"]["given"] == [
        {
            "int": 7,
            "float": 1.0,
            "string": "5",
            "boolean": False,
            "colour": [1, 2],
            "any": {"x": 1},
        }
    ]


async def test_what_is_refused_sends_no_event_and_leaves_the_queue_empty(bench: Bench) -> None:
    heard: list[object] = []
    with pytest.raises(InvalidGraphError, match="Required input is missing"):
        await bench.host.submit(
            "1", {"1": node("Show", value=["2", 0]), "2": node("Add", a=1)}, heard.append
        )
    assert heard == []
    assert bench.host.queue().pending == bench.host.queue().running == 0


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from("1234"),
        st.fixed_dictionaries(
            {"class_type": st.sampled_from([*CLASSES, "Nothing"])},
            optional={
                "inputs": json_values
                | st.dictionaries(
                    st.sampled_from(["value", "a", "b", "int", "combo", "even", "text", "colour"]),
                    json_values | st.tuples(st.sampled_from("1234"), st.integers(-1, 2)).map(list),
                )
            },
        )
        | json_values,
    )
)
def test_any_json_is_either_good_or_refused(graph: dict[str, Any]) -> None:
    try:
        good = bool(validate("prompt", graph, CLASSES, NOWHERE).outputs)
    except InvalidGraphError as error:
        good = bool(error.error["type"])
    assert good
