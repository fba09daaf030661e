"""Graphs of people's own: kept, gone back from, and passed over where they are damaged."""

from __future__ import annotations

import json
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from avatarforge.forge.recipes.published import (
    GraphError,
    PublishedRecipes,
    check_serves,
    check_shape,
    linked_pictures,
    recipe_name,
)
from avatarforge.forge.recipes.recipe import Recipe, Task, shipped
from avatarforge.forge.store.errors import StorageFullError
from hypothesis import given
from hypothesis import strategies as st

REQUEST = {"class_type": "AvatarForgeRequest", "inputs": {}}
KEPT = 20


def graph(mark: int = 0, **inputs: Any) -> dict[str, Any]:
    return {
        "r": REQUEST,
        "o": {"class_type": "AvatarForgeResult", "inputs": {"role": f"v{mark}", **inputs}},
    }


def mark(published: PublishedRecipes, task: str = "avatar") -> str | None:
    """Which graph serves."""
    for each in published.serving or ():
        if each.task == task:
            role: str = each.graph["o"]["inputs"]["role"]
            return role
    return None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recipes"


@pytest.fixture
def published(folder: Path) -> PublishedRecipes:
    return PublishedRecipes(folder)


def test_nothing_is_published_at_first(published: PublishedRecipes, folder: Path) -> None:
    assert published.serving is None, "not looked at yet"
    assert published.load() == () == published.serving
    assert published.earlier("avatar") == 0
    with pytest.raises(KeyError):
        published.withdraw("avatar")
    assert not folder.exists(), "reading makes no folder"


def test_what_is_published_serves_in_the_next_run_too(
    published: PublishedRecipes, folder: Path
) -> None:
    made = published.publish("avatar", "Mine", graph(1))
    (again,) = PublishedRecipes(folder).load()
    assert again == made
    assert (again.task, again.title, again.graph) == ("avatar", "Mine", graph(1))
    assert again.published_at.utcoffset() is not None
    recipe = again.recipe()
    assert (recipe.name, recipe.title) == ("custom-avatar", "Mine")
    assert (recipe.engine, recipe.technique, recipe.tasks) == ("custom", "custom", ("avatar",))
    assert recipe_name("avatar") not in {each.name for each in shipped()}


def test_withdrawing_goes_back_step_by_step(published: PublishedRecipes) -> None:
    for number in (1, 2, 3):
        published.publish("avatar", "", graph(number))
    published.publish("poses", "", graph(9))
    assert (mark(published), published.earlier("avatar")) == ("v3", 2)
    back = published.withdraw("avatar")
    assert back is not None and back.graph == graph(2)
    assert (mark(published), published.earlier("avatar")) == ("v2", 1)
    published.publish("avatar", "", graph(4))
    assert (mark(published), published.earlier("avatar")) == ("v4", 2)
    published.withdraw("avatar")
    published.withdraw("avatar")
    assert (mark(published), published.earlier("avatar")) == ("v1", 0)
    assert published.withdraw("avatar") is None
    assert mark(published) is None and mark(published, "poses") == "v9"
    with pytest.raises(KeyError):
        published.withdraw("avatar")


def test_twenty_graphs_before_the_present_one_are_kept(
    published: PublishedRecipes, folder: Path
) -> None:
    for number in range(KEPT + 5):
        published.publish("avatar", "", graph(number))
    assert len(list((folder / "avatar").iterdir())) == KEPT + 1
    assert published.earlier("avatar") == KEPT
    for number in reversed(range(5, KEPT + 5)):
        assert mark(published) == f"v{number}"
        published.withdraw("avatar")
    assert mark(published) == "v4"
    assert published.withdraw("avatar") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"title": "x", "graph": {}, "published_at": "2026-01-01T00:00:00+00:00"}',
        json.dumps({"title": "x", "graph": graph(9), "published_at": "yesterday"}).encode(),
        json.dumps({"title": "x", "graph": graph(9), "published_at": 7}).encode(),
        json.dumps({"title": "x", "graph": graph(9)}).encode(),
        b"[" * 100_000,
    ],
    ids=["empty", "cut", "list", "bytes", "no graph", "no time", "number", "lacking", "deep"],
)
def test_a_damaged_file_is_passed_over_and_logged(
    published: PublishedRecipes,
    folder: Path,
    content: bytes,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for number in (1, 2):
        published.publish("avatar", "", graph(number))
    newest = folder / "avatar" / "000003.json"
    newest.write_bytes(content)
    with caplog.at_level(logging.ERROR):
        published.load()
        assert published.earlier("avatar") == published.earlier("avatar") == 1
    assert caplog.text.count("passed over") == 1, "said once"
    assert mark(published) == "v2"
    assert "000003.json" in caplog.text and "passed over" in caplog.text
    assert published.earlier("avatar") == 1, "one that cannot be used is nothing to go back to"
    published.withdraw("avatar")
    assert mark(published) == "v1", "what served is taken back, not what was passed over"
    assert not newest.exists()
    published.publish("avatar", "", graph(5))
    assert mark(published) == "v5"


def test_only_damaged_files_are_as_none(published: PublishedRecipes, folder: Path) -> None:
    (folder / "avatar").mkdir(parents=True)
    (folder / "avatar" / "000001.json").write_bytes(b"?")
    assert published.load() == ()
    with pytest.raises(KeyError):
        published.withdraw("avatar")
    published.publish("avatar", "", graph(1))
    assert mark(published) == "v1"


def test_files_of_others_in_the_folder_are_left_alone(
    published: PublishedRecipes, folder: Path
) -> None:
    (folder / "avatar").mkdir(parents=True)
    for name in ("notes.json", "9.json", "000009.json.bak", "000007.bin", "-1.json"):
        (folder / "avatar" / name).write_text("{}")
    published.publish("avatar", "", graph(1))
    assert published.withdraw("avatar") is None
    assert len(list((folder / "avatar").iterdir())) == 5


def test_a_graph_that_cannot_be_kept_leaves_the_one_before(
    published: PublishedRecipes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.publish("avatar", "", graph(1))

    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(StorageFullError):
        published.publish("avatar", "", graph(2))
    monkeypatch.undo()
    assert [path.name for path in (folder / "avatar").iterdir()] == ["000001.json"]
    assert mark(published) == "v1"
    (again,) = PublishedRecipes(folder).load()
    assert again.graph == graph(1)
    assert published.publish("avatar", "", graph(3)).number == 2


def test_many_at_once_all_are_kept(published: PublishedRecipes, folder: Path) -> None:
    gate = threading.Barrier(8)

    def publish(number: int) -> int:
        gate.wait()
        return published.publish("avatar", "", graph(number)).number

    with ThreadPoolExecutor(8) as pool:
        numbers = sorted(pool.map(publish, range(8)))
    assert numbers == list(range(1, 9))
    (newest,) = PublishedRecipes(folder).load()
    assert newest.number == 8 and published.earlier("avatar") == 7
    assert mark(published) == newest.graph["o"]["inputs"]["role"]


RESULT = graph()["o"]


@pytest.mark.parametrize(
    ("given_graph", "words"),
    [
        (
            {"nodes": [], "links": [], "version": 0.4},
            "editor's own format; export the graph as API",
        ),
        ({}, "no object of nodes in API format"),
        ([REQUEST], "no object of nodes"),
        (None, "no object of nodes"),
        ({"r": REQUEST}, "the graph has no AvatarForge Result node"),
        ({"o": RESULT}, "the graph has no AvatarForge Request node"),
        (
            {"k": {"class_type": "KSampler", "inputs": {}}},
            "the graph has no AvatarForge Request and no AvatarForge Result node",
        ),
        ({"r": REQUEST, "o": RESULT, "x": {}}, "node 'x' has no class_type"),
        ({"r": REQUEST, "o": RESULT, "x": []}, "node 'x' has no class_type"),
        (
            {"r": REQUEST, "o": RESULT, "x": {"class_type": 7, "inputs": {}}},
            "'x' has no class_type",
        ),
        ({"r": REQUEST, "o": RESULT, "x": {"class_type": "A"}}, "node 'x' has no inputs object"),
        ({"r": REQUEST, "o": RESULT, "x": {"class_type": "A", "inputs": []}}, "no inputs object"),
    ],
)
def test_a_graph_that_cannot_serve_is_refused_in_words(
    published: PublishedRecipes, given_graph: Any, words: str
) -> None:
    with pytest.raises(GraphError, match=words):
        published.publish("avatar", "", given_graph)
    assert published.load() == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-20, 30) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(given_graph=st.dictionaries(st.text(), JSON, max_size=4) | JSON)
def test_any_other_object_is_refused_and_nothing_else_happens(given_graph: Any) -> None:
    with pytest.raises(GraphError):
        check_shape(given_graph)


@given(value=JSON | st.tuples(st.sampled_from(["r", "o"]), JSON).map(list))
def test_whatever_an_input_holds_the_pictures_are_told(value: Any) -> None:
    """An input that its node does not have is looked at by nobody before."""
    told = linked_pictures(graph(0, x=value))
    expected = {13: "pose", 14: "reference", 22: "reference"}
    linked = isinstance(value, list) and len(value) == 2 and value[0] == "r"
    output = value[1] if linked and isinstance(value[1], int) else None
    assert told == ({expected[output]} if output in expected else frozenset())


def test_pictures_that_a_graph_takes_are_told_from_its_links() -> None:
    assert linked_pictures(graph(0, a=["r", 13], b=["r", 14])) == {"pose", "reference"}
    assert linked_pictures(graph(0, a=["r", 14])) == {"reference"}
    assert linked_pictures(graph(0, a=["o", 13], b=["r", 12], c="r")) == frozenset()


def by_hand(folder: Path, text: str, number: int = 1) -> Path:
    path = folder / "avatar" / f"{number:06d}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_put_there_by_hand_serves(published: PublishedRecipes, folder: Path) -> None:
    """As the editor's "Export (API)" saves it: the graph alone."""
    assert published.current() == ()
    by_hand(folder, json.dumps(graph(3)))
    (serving,) = published.current()
    assert (serving.title, serving.number) == ("A graph of one's own", 1)
    assert mark(published) == "v3"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            {"note": "mine"},
            "it is no graph in API format, for none of its entries has a class_type",
        ),
        ({}, "it is no graph in API format"),
        ([graph()], "it holds no object, but should be a graph in API format"),
        ({"nodes": [], "links": [], "version": 0.4}, "this is the editor's own format; export"),
        ({"graph": graph(), "title": "x"}, "beside its 'graph' it has no text 'published_at'"),
        ({"graph": graph(), "title": 7, "published_at": "x"}, "has no text 'title'"),
        (
            {"r": REQUEST, "t": {"class_type": "AvatarForgeTextResult", "inputs": {}}},
            "avatar answer",
        ),
    ],
)
def test_a_file_put_there_that_cannot_serve_is_named_with_what_it_lacks(
    published: PublishedRecipes, folder: Path, content: Any, words: str, caplog: Any
) -> None:
    path = by_hand(folder, json.dumps(content))
    assert published.current() == ()
    (line,) = [each.getMessage() for each in caplog.records]
    assert str(path) in line and "passed over: " in line and words in line, line


@pytest.mark.parametrize(
    ("task", "node", "words"),
    [
        ("avatar", "AvatarForgeTextResult", "avatar answers with a picture"),
        ("pet-portrait", "AvatarForgeVideoResult", "it has no AvatarForge Result node"),
        ("scenes", "AvatarForgeMeshResult", "scenes answers with a picture"),
        ("character", "AvatarForgeResult", "no Mesh Result or Save Rigged Character node"),
        ("selfie", "AvatarForgeResult", "it has no AvatarForge Text Result node"),
        ("full-video", "AvatarForgeTextResult", "no Video Result or AvatarForge Result node"),
    ],
)
def test_a_graph_gives_what_its_endpoint_answers_with(
    published: PublishedRecipes, task: Task, node: str, words: str
) -> None:
    other = {"r": REQUEST, "o": {"class_type": node, "inputs": {}}}
    with pytest.raises(GraphError, match=words):
        published.publish(task, "", other)


@pytest.mark.parametrize("recipe", shipped(), ids=lambda recipe: recipe.name)
def test_every_shipped_graph_could_be_published_for_its_endpoints(recipe: Recipe) -> None:
    for task in recipe.tasks:
        check_serves(task, recipe.graph)


def test_changes_by_hand_are_seen(published: PublishedRecipes, folder: Path) -> None:
    published.publish("avatar", "Mine", graph(1))
    (path,) = folder.glob("avatar/*.json")
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["graph"] = graph(20)
    path.write_text(json.dumps(kept), encoding="utf-8")
    published.current()
    assert mark(published) == "v20"
    path.write_text("{half", encoding="utf-8")
    assert published.current() == ()
    path.write_text(json.dumps(kept), encoding="utf-8")
    published.current()
    assert mark(published) == "v20"
    path.unlink()
    assert published.current() == ()


def test_files_that_have_not_changed_are_not_read_again(
    published: PublishedRecipes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.publish("avatar", "Mine", graph(1))
    serving = published.current()
    monkeypatch.setattr(PublishedRecipes, "load", lambda _: pytest.fail("read again"))
    assert published.current() is serving
