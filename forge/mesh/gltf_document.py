"""Building a glTF 2.0 document and the one buffer beside it (Khronos, "glTF 2.0")."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .mesh import MeshError

GENERATOR = "AvatarForge"
LARGEST_BUFFER = 0xFFFFFFFF - (1 << 20)  # a GLB's lengths have 32 bits

VERTICES, INDICES = 34962, 34963  # bufferView.target
_COMPONENTS = {"int8": 5120, "uint8": 5121, "int16": 5122, "uint16": 5123, "uint32": 5125,
               "float32": 5126}  # fmt: skip
_KINDS = {(): "SCALAR", (2,): "VEC2", (3,): "VEC3", (4,): "VEC4", (4, 4): "MAT4"}


class Document:
    """A glTF document that grows; each `add` returns the number to refer to it by."""

    def __init__(self) -> None:
        self._lists: dict[str, list[dict[str, Any]]] = {}
        self._extensions: dict[str, dict[str, Any]] = {}
        self._parts: list[bytes] = []
        self._length = 0

    def add(self, what: str, **content: Any) -> int:
        """A new member of `nodes`, `materials` and so on; what is None is left out."""
        entries = self._lists.setdefault(what, [])
        entries.append({key: value for key, value in content.items() if value is not None})
        return len(entries) - 1

    def extend(self, name: str, content: dict[str, Any]) -> None:
        """Add a top-level extension, named as used."""
        self._extensions[name] = content

    def view(self, data: bytes, target: int | None = None) -> int:
        """A buffer view of these bytes, at a multiple of four."""
        padding = -self._length % 4
        self._parts += [bytes(padding), data]
        offset = self._length + padding
        self._length = offset + len(data)
        if self._length > LARGEST_BUFFER:
            raise MeshError("the character is too large for a GLB file (4 GB)")
        return self.add(
            "bufferViews", buffer=0, byteOffset=offset, byteLength=len(data), target=target
        )

    def accessor(
        self, values: NDArray[Any], target: int | None = None, *, bounds: bool = False
    ) -> int:
        """An accessor of an (N, ...) array as it is; with its smallest and largest values.

        A row must be a multiple of four bytes where `target` is for vertices. Matrices are
        (N, 4, 4) for column vectors and are stored column by column.
        """
        kind = _KINDS[values.shape[1:]]
        stored = values.transpose(0, 2, 1) if kind == "MAT4" else values
        little = np.ascontiguousarray(stored).astype(values.dtype.newbyteorder("<"))
        return self.add(
            "accessors",
            bufferView=self.view(little.tobytes(), target),
            componentType=_COMPONENTS[values.dtype.name],
            count=len(values),
            type=kind,
            min=values.min(axis=0).tolist() if bounds else None,
            max=values.max(axis=0).tolist() if bounds else None,
        )

    def finished(self) -> tuple[dict[str, Any], bytes]:
        """The document, ready for JSON, and its buffer."""
        data = b"".join(self._parts)
        content: dict[str, Any] = {"asset": {"version": "2.0", "generator": GENERATOR}}
        if self._extensions:
            content["extensionsUsed"] = sorted(self._extensions)
        content["scene"] = 0
        content.update(self._lists)
        content["buffers"] = [{"byteLength": len(data)}]
        if self._extensions:
            content["extensions"] = self._extensions
        return content, data
