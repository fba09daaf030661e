"""GLB files that are wrong: each ends in a MeshError with a reason, and in nothing else."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from avatarforge.forge.mesh.glb import read_glb, write_glb
from avatarforge.forge.mesh.mesh import MeshError
from avatarforge.tests.mesh import characters
from avatarforge.tests.mesh.readers import glb_of, glb_parts, triangle
from hypothesis import given, settings
from hypothesis import strategies as st

MESH = characters.tube()
RIG = characters.bound(MESH)

Change = Callable[[dict[str, Any]], object]


def primitive(document: dict[str, Any]) -> Any:
    return document["meshes"][0]["primitives"][0]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda d: d.update(asset={"version": "1.0"}), "version"),
        (lambda d: d.update(asset=7), "asset"),
        (lambda d: d.update(scene=3), "scene"),
        (lambda d: d.update(nodes=[]), "node"),
        (lambda d: d.update(nodes=[{"mesh": 0, "children": [0]}]), "parents"),
        (lambda d: d.update(nodes=[{"children": [1]}, {"children": [0]}]), "ring"),
        (lambda d: d.update(nodes=[{"mesh": 0, "matrix": [1e999] * 16}]), "bounds"),
        (lambda d: d.update(nodes=[{"mesh": 0, "matrix": [10**400] * 16}]), "bounds"),
        (lambda d: d.update(nodes=[{"mesh": 0, "scale": [1e300] * 3}]), "too far"),
        (lambda d: d.update(nodes=[{"mesh": 0, "scale": ["1", 1, 1]}]), "3 numbers"),
        (lambda d: d.update(nodes=[{"mesh": 0, "rotation": [0] * 4}]), "rotation"),
        (lambda d: d.update(extensionsRequired=["X_y"]), "X_y"),
        (lambda d: d.update(extensionsRequired=["KHR_draco_mesh_compression"]), "Draco"),
        (
            lambda d: primitive(d).update(extensions={"KHR_draco_mesh_compression": {}}),
            "Draco",
        ),
        (
            lambda d: d["bufferViews"][0].update(extensions={"EXT_meshopt_compression": {}}),
            "meshopt",
        ),
        (lambda d: primitive(d).update(mode=5), "strips"),
        (lambda d: primitive(d).update(mode=6), "fans"),
        (lambda d: primitive(d).update(mode=1), "no triangles"),
        (lambda d: primitive(d).update(indices=0), "VEC3"),
        (lambda d: primitive(d).update(indices=True), "whole number"),
        (lambda d: primitive(d)["attributes"].pop("POSITION"), "positions"),
        (lambda d: d["accessors"][1].update(count=2), "makes no triangles"),
        (lambda d: d["accessors"][0].update(count=2), "vertex 2 of 2"),
        (lambda d: d["accessors"][0].update(count=10**12), "too many"),
        (lambda d: d["accessors"][0].update(count=10**6), "elements"),
        (lambda d: d["accessors"][0].update(count=-1), "whole number"),
        (lambda d: d["accessors"][0].update(componentType=5130), "componentType"),
        (lambda d: d["accessors"][0].update(bufferView=9), "bufferView"),
        (lambda d: d["accessors"][0].update(byteOffset=10**18), "elements"),
        (lambda d: d["bufferViews"][0].update(byteLength=10**9), "ends at"),
        (lambda d: d["bufferViews"][0].update(byteStride=8), "every 8 bytes"),
        (lambda d: d["bufferViews"][0].update(byteStride=5), "byteStride"),
        (lambda d: d["buffers"][0].update(byteLength=10**9), "bytes and has"),
        (lambda d: d["buffers"][0].update(uri="there.bin"), "another file"),
        (lambda d: d["buffers"][0].update(uri="data:;base64,*"), "base64"),
        (lambda d: d.pop("meshes"), "mesh"),
        (lambda d: d["meshes"][0].update(primitives={}), "array"),
    ],
)
def test_a_document_that_is_wrong_is_refused(change: Change, reason: str) -> None:
    document, buffer = triangle()
    change(document)
    text = glb_of(document, buffer).replace(b"Infinity", b"1e999   ")
    with pytest.raises(MeshError, match=reason):
        read_glb(text)


def test_positions_that_are_no_numbers_are_refused() -> None:
    document, buffer = triangle()
    with pytest.raises(MeshError, match="not numbers"):
        read_glb(glb_of(document, np.float32(np.nan).tobytes() + buffer[4:]))


def test_a_damaged_picture_is_refused() -> None:
    written = write_glb(MESH)
    at = written.index(b"IDAT")
    with pytest.raises(MeshError, match="texture"):
        read_glb(written[: at + 8] + bytes(20) + written[at + 28 :])


def test_a_small_file_cannot_ask_for_much() -> None:
    document, buffer = triangle()
    del document["accessors"][0]["bufferView"], primitive(document)["indices"]
    document["accessors"][0]["count"] = 9_999_999
    with pytest.raises(MeshError, match="too many"):
        read_glb(glb_of(document, buffer))
    document["accessors"][0]["count"] = 999_999
    document["nodes"] = [{"mesh": 0} for _ in range(100)]
    document["scenes"] = [{"nodes": list(range(100))}]
    with pytest.raises(MeshError, match="too many"):
        read_glb(glb_of(document, buffer))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no glTF document"),
        (b"glTF", "header"),
        (struct.pack("<4sII", b"glTF", 1, 12), "version 1"),
        (struct.pack("<4sII", b"glTF", 2, 100_000_000), "100000000"),
        (struct.pack("<4sII", b"glTF", 2, 12), "JSON chunk"),
        (struct.pack("<4sIIII", b"glTF", 2, 20, 100_000_000, 0x4E4F534A), "says 100000000"),
        (struct.pack("<4sIII", b"glTF", 2, 16, 4), "header of a chunk"),
        (b"[" * 100_000, "deep|document"),
        (b"[]", "object"),
        (b'{"asset": NaN}', "NaN"),
        (b"\xff\xfe\x00", "document"),
    ],
)
def test_what_is_no_glb_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(MeshError, match=reason):
        read_glb(data)


WRITTEN = write_glb(MESH, RIG)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WRITTEN) - 1))
def test_a_file_cut_anywhere_is_refused(length: int) -> None:
    with pytest.raises(MeshError):
        read_glb(WRITTEN[:length])


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(at: int, noise: bytes) -> None:
    # The first bytes are the lengths and the document, where the harm is.
    with contextlib.suppress(MeshError):
        assert len(read_glb(WRITTEN[:at] + noise + WRITTEN[at + len(noise) :]).faces)


JUNK: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers(-2, 2**70) | st.floats() | st.text(max_size=3)
    | st.builds(list) | st.builds(dict) | st.builds(lambda: [0]) | st.builds(lambda: {"index": 0})
    | st.builds(lambda: [[0]])  # new ones each time: they are put into one another
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to everything in a JSON document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, each in inner:
        found.append((*path, key))
        if isinstance(each, (dict, list)):
            found += places(each, (*path, key))
    return found


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_document_with_anything_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    document, buffer = glb_parts(WRITTEN)
    for _ in range(data.draw(st.integers(1, 2))):
        *path, last = data.draw(st.sampled_from(places(document)))
        inside = document
        for key in path:
            inside = inside[key]
        inside[last] = data.draw(JUNK)
    with contextlib.suppress(MeshError):
        assert len(read_glb(glb_of(document, buffer)).faces)
