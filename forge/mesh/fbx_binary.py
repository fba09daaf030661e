"""Binary FBX, version 7400: a tree of named records with typed properties.

The layout is that of the files Autodesk's SDK writes, as described by the Blender
Foundation's "FBX binary file format specification". Everything is little-endian.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .mesh import MeshError

VERSION = 7400
MAGIC = b"Kaydara FBX Binary  \x00\x1a\x00"
# The file's id and its footer are a checksum of the time of creation: these three belong
# together, and stand for the moment that every file of ours says it was made at.
CREATION_TIME = "1970-01-01 10:00:00:000"
FILE_ID = bytes.fromhex("28b32aebb624ccc2bfc8b02aa92bfcf1")
FOOTER_ID = bytes.fromhex("fabcab09d0c8d466b176fb831cf7267e")
FOOTER_MAGIC = bytes.fromhex("f85a8c6adef5d97eece90ce3758f290b")

SENTINEL = bytes(13)
_ARRAYS = {"float32": b"f", "float64": b"d", "int32": b"i", "int64": b"l"}
# Below this size compression costs more than it saves.
_SMALLEST_TO_COMPRESS = 128


class Long(int):
    """An integer that is written in 64 bits, such as an object's id."""


class Short(int):
    """An integer that is written in 16 bits."""


Property: TypeAlias = "bool | int | float | str | bytes | NDArray[Any]"


@dataclass(frozen=True, slots=True)
class Record:
    """A node of the tree; its properties' Python types are their types in the file."""

    name: str
    properties: tuple[Property, ...] = ()
    children: list[Record] = field(default_factory=list)

    def add(self, name: str, *properties: Property) -> Record:
        """A new last child, returned."""
        child = Record(name, properties)
        self.children.append(child)
        return child


def document(records: Sequence[Record]) -> bytes:
    """The whole file of these top records; MeshError above 4 GiB, where 7400 ends."""
    parts = [MAGIC, struct.pack("<I", VERSION)]
    at = sum(map(len, parts))
    for record in records:
        at = _record(record, at, parts)
    parts.append(SENTINEL)
    at += len(SENTINEL) + len(FOOTER_ID) + 4
    # At least one byte of padding, so that a file that ends on 16 gets 16.
    parts += [FOOTER_ID, bytes(4), bytes(16 - at % 16), struct.pack("<I", VERSION), bytes(120)]
    parts.append(FOOTER_MAGIC)
    return b"".join(parts)


def _record(record: Record, start: int, parts: list[bytes]) -> int:
    name = record.name.encode("ascii")
    properties = b"".join(_property(each) for each in record.properties)
    place = len(parts)
    parts.append(b"")
    at = start + 13 + len(name) + len(properties)
    for child in record.children:
        at = _record(child, at, parts)
    # A record without properties is a block even when it is empty.
    if record.children or not record.properties:
        parts.append(SENTINEL)
        at += len(SENTINEL)
    if at > 0xFFFFFFFF:
        raise MeshError("the character is too large for an FBX file (4 GB)")
    header = struct.pack("<IIIB", at, len(record.properties), len(properties), len(name))
    parts[place] = header + name + properties
    return at


def _property(value: Property) -> bytes:
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, bool):
        return struct.pack("<c?", b"C", value)
    if isinstance(value, Long):
        return struct.pack("<cq", b"L", value)
    if isinstance(value, Short):
        return struct.pack("<ch", b"Y", value)
    if isinstance(value, int):
        return struct.pack("<ci", b"I", value)
    if isinstance(value, float):
        return struct.pack("<cd", b"D", value)
    if isinstance(value, str):
        text = value.encode("utf-8")
        return struct.pack("<cI", b"S", len(text)) + text
    return struct.pack("<cI", b"R", len(value)) + value


def _array(values: NDArray[Any]) -> bytes:
    code = _ARRAYS[values.dtype.name]
    data = np.ascontiguousarray(values).astype(values.dtype.newbyteorder("<")).tobytes()
    if len(data) < _SMALLEST_TO_COMPRESS:
        return struct.pack("<cIII", code, values.size, 0, len(data)) + data
    packed = zlib.compress(data, 6)
    return struct.pack("<cIII", code, values.size, 1, len(packed)) + packed
