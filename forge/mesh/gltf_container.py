"""GLB, the file that holds a glTF document and its buffer (Khronos, "glTF 2.0", section 4.4)."""

from __future__ import annotations

import json
import struct
from typing import Any

from .mesh import MeshError

MAGIC = b"glTF"
VERSION = 2
_JSON, _BIN = 0x4E4F534A, 0x004E4942
_HEADER = struct.Struct("<4sII")
_CHUNK = struct.Struct("<II")


def pack(document: dict[str, Any], buffer: bytes) -> bytes:
    text = json.dumps(document, separators=(",", ":"), allow_nan=False).encode("ascii")
    text += b" " * (-len(text) % 4)
    buffer += bytes(-len(buffer) % 4)
    length = _HEADER.size + 2 * _CHUNK.size + len(text) + len(buffer)
    return b"".join(
        (_HEADER.pack(MAGIC, VERSION, length), _CHUNK.pack(len(text), _JSON), text,
         _CHUNK.pack(len(buffer), _BIN), buffer)
    )  # fmt: skip


def unpack(data: bytes) -> tuple[dict[str, Any], bytes | None]:
    """The document and its buffer, of a GLB file or of a .gltf file's text.

    The buffer is None where the file has none. Raises MeshError with the reason.
    """
    if not data.startswith(MAGIC):
        return _document(data), None
    if len(data) < _HEADER.size:
        raise MeshError("the GLB file ends within its header")
    _, version, length = _HEADER.unpack_from(data)
    if version != VERSION:
        raise MeshError(f"the GLB file is of version {version}; only 2 can be read")
    if length > len(data):
        raise MeshError(f"the GLB file is cut off: it says {length} bytes and has {len(data)}")
    chunks = list(_chunks(memoryview(data)[:length]))
    if not chunks or chunks[0][0] != _JSON:
        raise MeshError("the GLB file does not begin with a JSON chunk")
    buffers = [content for kind, content in chunks[1:] if kind == _BIN]
    if len(buffers) > 1:
        raise MeshError("the GLB file has more than one BIN chunk")
    return _document(bytes(chunks[0][1])), bytes(buffers[0]) if buffers else None


def _chunks(data: memoryview) -> list[tuple[int, memoryview]]:
    chunks = []
    at = _HEADER.size
    while at < len(data):
        if len(data) - at < _CHUNK.size:
            raise MeshError("the GLB file ends within the header of a chunk")
        length, kind = _CHUNK.unpack_from(data, at)
        at += _CHUNK.size
        if length > len(data) - at:
            raise MeshError(
                f"a chunk of the GLB file says {length} bytes; {len(data) - at} are left"
            )
        chunks.append((kind, data[at : at + length]))
        at += length
    return chunks


def _document(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except RecursionError as error:
        raise MeshError("the glTF document is nested too deeply") from error
    except ValueError as error:  # what is no UTF-8 and what is no JSON
        raise MeshError(f"this is no GLB file, and no glTF document: {error}") from error
    if not isinstance(document, dict):
        raise MeshError("the glTF document is not a JSON object")
    return document


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number in JSON")
