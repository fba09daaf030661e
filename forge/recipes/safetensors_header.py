"""The head of a safetensors file: what tensors it holds, read without the tensors.

The format (https://huggingface.co/docs/safetensors): eight bytes with the length of the
header, little-endian; the header, JSON, by tensor name `{"dtype", "shape", "data_offsets"}`
and under `__metadata__` strings by name; the tensors, back to back.
"""

from __future__ import annotations

import json
import math
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import add
from pathlib import Path
from typing import Any, Literal

LONGEST_HEADER = 100_000_000  # bytes; the format allows no more
_LENGTH_BYTES = 8
_AT_ONCE = 1_000_000  # bytes of JSON: some milliseconds
_SPACE = re.compile(r"[ \t\n\r]*")
_METADATA = '{"__metadata__":'
# A line end cannot stand in a string of JSON, so that it tells what has been replaced.
_SHORTER = (('":{"dtype":"', '"\n'), ('","shape":', "\n"), (',"data_offsets":', '"\n'))
_PLACES = re.compile(r"(?:\n\[(?:0|[1-9][0-9]*),(?:0|[1-9][0-9]*)\]\},)*")
_MOST_DIMENSIONS = 64
_LARGEST_SIZE = 2**63

Format = Literal["safetensors", "pickle", "gguf", "onnx", "other"]

_FORMATS: Mapping[str, Format] = {
    ".safetensors": "safetensors",
    ".sft": "safetensors",
    ".gguf": "gguf",
    ".onnx": "onnx",
    **dict.fromkeys((".ckpt", ".pt", ".pt2", ".pth", ".bin", ".pkl"), "pickle"),
}

_BITS = {
    **dict.fromkeys(("F4",), 4),
    **dict.fromkeys(("F6_E2M3", "F6_E3M2"), 6),
    **dict.fromkeys(("BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0"), 8),
    **dict.fromkeys(("F8_E5M2FNUZ", "F8_E4M3FNUZ"), 8),
    **dict.fromkeys(("U16", "I16", "F16", "BF16"), 16),
    **dict.fromkeys(("U32", "I32", "F32"), 32),
    **dict.fromkeys(("U64", "I64", "F64", "C64"), 64),
}


class HeaderError(ValueError):
    """The file has no usable safetensors header; the message says why."""


class OtherFormatError(HeaderError):
    """By its name the file is of another format; it has not been opened."""

    def __init__(self, file_format: Format) -> None:
        super().__init__(_NOT_OPENED[file_format])
        self.format = file_format


class UnreadableError(HeaderError):
    """The system refused to read it, which says nothing about the file itself."""


_NOT_OPENED: Mapping[Format, str] = {
    "pickle": "a pickle, which can run code when it is loaded; not opened to look",
    "gguf": "GGUF, which ComfyUI's own loaders do not read; not opened",
    "onnx": "ONNX, which ComfyUI's own loaders do not read; not opened",
    "other": "not a safetensors file by its name; not opened",
}


@dataclass(frozen=True, slots=True)
class Tensor:
    dtype: str
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """`name` is the file's with the folder it lies in, "sdxl/openpose.safetensors"."""

    name: str
    metadata: Mapping[str, str]
    tensors: Mapping[str, Tensor] = field(repr=False)

    def __contains__(self, tensor: str) -> bool:
        return tensor in self.tensors

    def shape(self, tensor: str) -> tuple[int, ...] | None:
        """None where there is no such tensor."""
        found = self.tensors.get(tensor)
        return None if found is None else found.shape


def format_of(path: str | os.PathLike[str]) -> Format:
    """By the ending of the name alone."""
    return _FORMATS.get(os.path.splitext(os.fspath(path))[1].lower(), "other")  # noqa: PTH122


def read_header(path: Path) -> Header:
    """Reads the length and the header, never a tensor.

    Raises HeaderError: OtherFormatError where the name is that of another format,
    UnreadableError where the file cannot be read, plain where it is damaged.
    """
    file_format = format_of(path)
    if file_format != "safetensors":
        raise OtherFormatError(file_format)
    try:
        raw, data_bytes = _read(path)
    except (OSError, ValueError) as error:
        if isinstance(error, HeaderError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"cannot be read: {reason}") from error
    found = _usual(raw, data_bytes) if len(raw) <= _AT_ONCE else None
    if found is None:
        metadata, entries = _parse(raw)
        found = metadata, _checked(entries, data_bytes)
    return Header(f"{path.parent.name}/{path.name}", *found)


def _read(path: Path) -> tuple[bytes, int]:
    """The header's bytes, and how many bytes of tensors follow it."""
    # Not opened before this is known: opening a named pipe waits for its writer.
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnreadableError("cannot be read: not a file")
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        if size < _LENGTH_BYTES:
            raise HeaderError("empty" if size == 0 else f"cut short: {size} bytes in all")
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        if length > LONGEST_HEADER:
            raise HeaderError(
                f"not a safetensors file: its header would be {length} bytes, "
                f"where {LONGEST_HEADER} are allowed"
            )
        if length > size - _LENGTH_BYTES:
            raise HeaderError(
                f"cut short: its header is {length} bytes, of which "
                f"{size - _LENGTH_BYTES} are there"
            )
        raw = bytearray()
        while len(raw) < length:  # an unbuffered read may give less than it was asked for
            part = file.read(length - len(raw))
            if not part:
                raise HeaderError("cut short while it was read")
            raw += part
    return bytes(raw), size - _LENGTH_BYTES - length


def _usual(raw: bytes, data_bytes: int) -> tuple[dict[str, str], dict[str, Tensor]] | None:
    """The header of a sound file, written as the format's own library writes it.

    None for any other, which is then for the parser to read or to refuse. Written so, a
    header splits into a tensor's name, kind and place. That makes no object for garbage
    collection to follow, and thousands of files are read in half the time of the parser.
    """
    try:
        text = raw.decode("utf-8").rstrip(" ")
        metadata: dict[str, str] = {}
        if text.startswith(_METADATA):
            found, at = json.JSONDecoder().raw_decode(text, len(_METADATA))
            metadata, text = _metadata(found), "{" + text[at + 1 :]
        if not text.endswith("}}") or "\\" in text or "\n" in text:
            return None
        text = text[1:-1] + ","
        for usual, short in _SHORTER:
            text = text.replace(usual, short)
        pieces = text.split('"')
        names, kinds, places = pieces[1::3], pieces[2::3], "".join(pieces[3::3])
        if len(pieces) != 1 + 3 * len(names) or not _PLACES.fullmatch(places):
            return None
        known = {kind: _usual_tensor(kind) for kind in set(kinds)}
        numbers = json.loads("[" + places.replace("\n[", "").replace("]}", "")[:-1] + "]")
        starts, ends = numbers[0::2], numbers[1::2]
        sizes = list(map({kind: size for kind, (_, size) in known.items()}.__getitem__, kinds))
        if list(map(add, starts, sizes)) != ends or not sum(sizes) == max(ends) == data_bytes:
            return None
        described = {kind: tensor for kind, (tensor, _) in known.items()}
        tensors = dict(zip(names, map(described.__getitem__, kinds), strict=True))
    except (ValueError, RecursionError, KeyError):
        return None
    return (metadata, tensors) if len(tensors) == len(names) else None


def _usual_tensor(kind: str) -> tuple[Tensor, int]:
    """Of what stands between a tensor's name and its place; with the bytes it takes."""
    before, dtype, shape = kind.split("\n")
    sizes = json.loads(shape)
    if before or not _is_shape(sizes):
        raise ValueError(kind)
    return Tensor(dtype, tuple(sizes)), (math.prod(sizes) * _BITS[dtype] + 7) // 8


def _is_shape(shape: Any) -> bool:
    return (
        type(shape) is list
        and len(shape) <= _MOST_DIMENSIONS
        and all(type(size) is int and 0 <= size < _LARGEST_SIZE for size in shape)
    )


def _parse(raw: bytes) -> tuple[dict[str, str], dict[str, Any]]:
    if not raw.startswith(b"{"):
        raise HeaderError("not a safetensors file: its header is no JSON object")
    try:
        text = raw.decode("utf-8")
        entries = json.loads(text) if len(raw) <= _AT_ONCE else _in_steps(text)
    except (ValueError, RecursionError) as error:
        raise HeaderError(f"damaged: its header is no JSON ({error})") from error
    return _metadata(entries.pop("__metadata__", None)), entries


def _metadata(found: Any) -> dict[str, str]:
    if found is None:
        return {}
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise HeaderError("damaged: its metadata are not strings by name")
    return found


def _in_steps(text: str) -> dict[str, Any]:
    """The same as json.loads gives for an object, member by member.

    json.loads of many megabytes would hold up every other thread, and so the event loop.
    """
    decode = json.JSONDecoder().raw_decode
    members: dict[str, Any] = {}
    at = _after_space(text, 1)
    if text[at : at + 1] == "}":
        at = _after_space(text, at + 1)
    else:
        following = ","
        while following == ",":
            name, at = decode(text, at)
            at = _after_space(text, at)
            if not isinstance(name, str) or text[at : at + 1] != ":":
                raise ValueError(f"no name and colon before character {at}")
            members[name], at = decode(text, _after_space(text, at + 1))
            at = _after_space(text, at)
            following = text[at : at + 1]
            at = _after_space(text, at + 1)
        if following != "}":
            raise ValueError(f"no comma and no end before character {at}")
    if at < len(text):
        raise ValueError(f"more after its end, at character {at}")
    return members


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return at if space is None else space.end()


def _checked(entries: Mapping[str, Any], data_bytes: int) -> dict[str, Tensor]:
    """Every tensor is described, and all of them together fill what follows the header."""
    tensors = {}
    held = last = 0
    for name, entry in entries.items():
        try:
            dtype, shape, (start, end) = entry["dtype"], entry["shape"], entry["data_offsets"]
        except (KeyError, TypeError, ValueError) as error:
            raise HeaderError(f"damaged: tensor {name[:200]!r} is not described") from error
        whole = type(dtype) is str and type(start) is int and type(end) is int
        if not (whole and _is_shape(shape) and 0 <= start <= end):
            raise HeaderError(f"damaged: tensor {name[:200]!r} is not described")
        bits = _BITS.get(dtype)
        if bits is not None and (math.prod(shape) * bits + 7) // 8 != end - start:
            raise HeaderError(f"damaged: tensor {name[:200]!r} has not the size of its shape")
        tensors[name] = Tensor(dtype, tuple(shape))
        held += end - start
        last = max(last, end)
    if last > data_bytes:
        raise HeaderError(
            f"cut short: its tensors are {last} bytes, {data_bytes} of which are there"
        )
    if held != last or last != data_bytes:
        raise HeaderError("damaged: its tensors do not fill the file without gaps")
    return tensors
