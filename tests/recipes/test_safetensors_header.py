"""Reading the head of a file: what it says, and what is said of damaged ones."""

from __future__ import annotations

import json
import math
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from avatarforge.forge.recipes import safetensors_header
from avatarforge.forge.recipes.models import recognise
from avatarforge.forge.recipes.safetensors_header import (
    LONGEST_HEADER,
    HeaderError,
    OtherFormatError,
    UnreadableError,
    read_header,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import save_file

from .model_files import BYTES, head, write


def test_it_reads_what_the_formats_own_writer_wrote(tmp_path: Path) -> None:
    path = tmp_path / "some" / "model.safetensors"
    path.parent.mkdir()
    tensors: dict[str, np.ndarray[Any, Any]] = {
        "a": np.zeros((2, 3), np.float16),
        "b": np.zeros((), np.int64),
    }
    save_file(tensors, path, metadata={"format": "pt", "modelspec.title": "Some"})
    read = read_header(path)
    assert {name: (each.dtype, each.shape) for name, each in read.tensors.items()} == {
        "a": ("F16", (2, 3)),
        "b": ("I64", ()),
    }
    assert read.metadata == {"format": "pt", "modelspec.title": "Some"}
    assert read.name == "some/model.safetensors"
    assert "a" in read and "c" not in read and read.shape("c") is None


def test_no_tensor_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "large.safetensors", {"w": (1 << 15, 1 << 15)})
    assert path.stat().st_size > 2**31
    taken = 0
    really_open = Path.open

    class Counting:
        def __init__(self, file: object) -> None:
            self.file = file

        def __enter__(self) -> Counting:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()  # type: ignore[attr-defined]

        def fileno(self) -> int:
            number: int = self.file.fileno()  # type: ignore[attr-defined]
            return number

        def read(self, size: int) -> bytes:
            nonlocal taken
            data: bytes = self.file.read(size)  # type: ignore[attr-defined]
            taken += len(data)
            return data

    monkeypatch.setattr(Path, "open", lambda self, *a, **k: Counting(really_open(self, *a, **k)))
    assert read_header(path).shape("w") == (1 << 15, 1 << 15)
    assert taken == len(head({"w": (1 << 15, 1 << 15)}))


@pytest.mark.parametrize(
    ("name", "file_format"),
    [
        ("sd15.ckpt", "pickle"),
        ("esrgan.PTH", "pickle"),
        ("clip.bin", "pickle"),
        ("model.pt", "pickle"),
        ("flux-q4.gguf", "gguf"),
        ("model.onnx", "onnx"),
        ("notes.txt", "other"),
    ],
)
def test_other_formats_are_named_and_never_opened(
    tmp_path: Path, name: str, file_format: str
) -> None:
    # There is no such file: whoever opened it would say so.
    with pytest.raises(OtherFormatError, match="not opened") as told:
        read_header(tmp_path / name)
    assert told.value.format == file_format


GOOD = head({"a": (2, 2), "b": (4,)}) + bytes(16)


def _with_text(text: bytes, data: bytes = b"") -> bytes:
    return len(text).to_bytes(8, "little") + text + data


def _entry(**change: object) -> bytes:
    entry = {"dtype": "F16", "shape": [2], "data_offsets": [0, 4], **change}
    return _with_text(json.dumps({"a": entry}).encode(), bytes(4))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"\x10\0\0", "cut short: 3 bytes"),
        (GOOD[:40], "cut short: its header is"),
        (GOOD[:-1], "cut short: its tensors are 16 bytes, 15 of which"),
        (GOOD + b"\0", "do not fill"),
        ((2**63).to_bytes(8, "little") + b"{}", "would be 9223372036854775808 bytes"),
        ((LONGEST_HEADER + 1).to_bytes(8, "little"), "are allowed"),
        (_with_text(b"PK\x03\x04 and so on"), "no JSON object"),
        (_with_text(b"[1, 2]"), "no JSON object"),
        (_with_text(b'{"a": '), "is no JSON"),
        (_with_text(b'{"a\xff": 1}'), "is no JSON"),
        (_with_text(b'{"a":' + b"[" * 200_000), "is no JSON"),
        (_with_text(b'{"a": 3}'), "'a' is not described"),
        (_with_text(b'{"__metadata__": {"a": 1}}'), "metadata"),
        (_entry(shape=[-1]), "not described"),
        (_entry(shape=[1.5]), "not described"),
        (_entry(shape=[2] * 100), "not described"),
        (_entry(data_offsets=[4, 0]), "not described"),
        (_entry(data_offsets=[0]), "not described"),
        (_entry(dtype=None), "not described"),
        (_entry(shape=[3]), "size of its shape"),
    ],
)
def test_a_damaged_file_is_said_to_be_so(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "damaged.safetensors"
    path.write_bytes(content)
    with pytest.raises(HeaderError, match=message):
        read_header(path)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder.safetensors").mkdir()
    paths = [tmp_path / "folder.safetensors", tmp_path / "gone.safetensors"]
    if sys.platform != "win32":
        paths.append(tmp_path / "pipe.safetensors")
        os.mkfifo(paths[-1])
    for path in paths:
        with pytest.raises(UnreadableError, match="cannot be read"):
            read_header(path)


def test_a_header_as_long_as_allowed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.safetensors"
    start = head({"a": (2, 2)})[8:]
    with path.open("wb") as file:
        file.write(LONGEST_HEADER.to_bytes(8, "little") + start)
        for _ in range(100):
            file.write(b" " * ((LONGEST_HEADER - len(start)) // 100))
        file.write(b" " * ((LONGEST_HEADER - len(start)) % 100) + bytes(8))
    assert read_header(path).shape("a") == (2, 2)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=5) | st.just("data_offsets"), inner, max_size=4)
    ),
    max_leaves=12,
)
LIKE_A_TENSOR = st.fixed_dictionaries(
    {"dtype": st.sampled_from(["F16", "F32", "I8", "??"]) | JSON},
    optional={
        "shape": st.lists(st.integers(-1, 2**70), max_size=3) | JSON,
        "data_offsets": st.lists(st.integers(-1, 64), min_size=2, max_size=2) | JSON,
    },
)
HEADERS = st.dictionaries(st.text(max_size=5) | st.just("__metadata__"), JSON | LIKE_A_TENSOR)
CONTENTS = st.one_of(
    st.binary(max_size=200),
    st.binary(max_size=100).map(_with_text),
    st.builds(
        lambda members, data: _with_text(json.dumps(members).encode(), data),
        HEADERS,
        st.binary(max_size=64),
    ),
)


@given(content=CONTENTS, in_steps=st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_header_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, in_steps: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.safetensors"
    path.write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        if in_steps:
            patch.setattr(safetensors_header, "_AT_ONCE", 0)
        try:
            found = read_header(path)
        except HeaderError:
            return
    assert recognise(found).kind


@given(members=HEADERS, indent=st.none() | st.integers(0, 2), damage=st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_a_long_header_is_read_as_a_short_one(
    members: dict[str, object], indent: int | None, damage: int
) -> None:
    text = json.dumps(members, indent=indent)
    if damage < len(text) // 2:
        text = "{" + text[1 : damage + 1] + text[damage + 2 :]

    def outcome(parse: object) -> str:
        try:
            return repr(parse(text))  # type: ignore[operator]
        except ValueError:
            return "no JSON"

    assert outcome(safetensors_header._in_steps) == outcome(json.loads)


@given(
    shapes=st.dictionaries(
        st.text(st.characters(min_codepoint=32, exclude_characters='"\\\\'), max_size=8).filter(
            lambda name: name != "__metadata__"
        ),
        st.lists(st.integers(0, 9), max_size=3).map(tuple),
        min_size=1,
        max_size=6,
    ),
    metadata=st.none() | st.dictionaries(st.text(max_size=4), st.text(max_size=8), max_size=3),
    dtype=st.sampled_from(["F16", "F32", "U8"]),
)
@settings(max_examples=200, deadline=None)
def test_the_short_way_reads_what_the_parser_reads(
    shapes: dict[str, tuple[int, ...]], metadata: dict[str, str] | None, dtype: str
) -> None:
    raw = head(shapes, metadata, dtype)[8:]
    data_bytes = sum(math.prod(shape) for shape in shapes.values()) * BYTES[dtype]
    found, entries = safetensors_header._parse(raw)
    expected = found, safetensors_header._checked(entries, data_bytes)
    short = safetensors_header._usual(raw, data_bytes)
    assert short == expected or (short is None and b"\\" in raw)
    assert safetensors_header._usual(raw, data_bytes + 1) is None


@pytest.mark.parametrize(
    "unusual",
    [
        b'{"a|b":{"dtype":"F16","shape":[2],"data_offsets":[0,4]} }',
        b'{"a":{"shape":[2],"dtype":"F16","data_offsets":[0,4]}}',
        b'{"a":{"dtype":"F16", "shape":[2],"data_offsets":[0,4]}}',
        b'{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4],"more":1}}',
        b'{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},}',
        b'{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,04]}}',
        b'{"a":{"dtype":"F16","shape":[2.0],"data_offsets":[0,4]}}',
        b'{"a":{"dtype":"F|16","shape":[2],"data_offsets":[0,4]}}',
        b'{"a"F16","shape":[2],"data_offsets":[0,4]}}',
        b'{"a":{"dtype":"F16","shape":[2]"[0,4]}}',
        b'{"a":{"dtype":"F16\n[2],"data_offsets":[0,4]}}',
        b'{"a"\nF16\n[2]"\n[0,4]}}',
    ],
)
def test_whatever_is_written_otherwise_is_left_to_the_parser(unusual: bytes) -> None:
    assert safetensors_header._usual(unusual, 4) is None
