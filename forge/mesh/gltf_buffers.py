"""Reading what a glTF document says about its bytes: buffers, views and accessors.

Everything that a file says is checked against what it has before it is believed; a file that
says too much ends in MeshError. (Khronos, "glTF 2.0", sections 3.6 and 5.1 to 5.4.)
"""

from __future__ import annotations

import base64
import binascii
import urllib.parse
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .mesh import MeshError

# Elements of one accessor, and vertices or corners of a whole file.
LARGEST_COUNT = 20_000_000
# Of an accessor that has no bytes: the one thing a small file could ask much room with.
LARGEST_EMPTY = 1_000_000
_TYPES = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
COMPRESSION = {
    "KHR_draco_mesh_compression": "Draco",
    "EXT_meshopt_compression": "meshopt",
    "KHR_meshopt_compression": "meshopt",
}


def whole(value: Any, what: str, *, below: int | None = None) -> int:
    """A number that counts or refers; MeshError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise MeshError(f"{what} of the glTF document is {value!r:.40}, not a whole number")
    if below is not None and value >= below:
        raise MeshError(f"{what} of the glTF document is {value}, but there are {below}")
    return value


def table(value: Any, what: str) -> dict[str, Any]:
    """A JSON object, empty where there is none."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise MeshError(f"{what} of the glTF document is no JSON object")
    return value


def row(value: Any, what: str) -> list[Any]:
    """A JSON array, empty where there is none."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise MeshError(f"{what} of the glTF document is no JSON array")
    return value


def numbers(value: Any, count: int, what: str) -> NDArray[np.float64]:
    """(count,) finite numbers."""
    values = row(value, what)
    if len(values) != count or not all(
        isinstance(each, (int, float)) and not isinstance(each, bool) for each in values
    ):
        raise MeshError(f"{what} of the glTF document must be {count} numbers")
    try:
        result = np.array(values, np.float64)
    except OverflowError as error:
        raise MeshError(f"{what} of the glTF document holds a number without bounds") from error
    if not np.isfinite(result).all():
        raise MeshError(f"{what} of the glTF document holds a number without bounds")
    return result


def data_uri(uri: str, what: str) -> bytes:
    """The bytes of a `data:` URI; MeshError for a name of another file."""
    if not uri.startswith("data:"):
        raise MeshError(
            f"{what} is in another file ({uri[:60]!r}); save the model as one .glb file"
        )
    head, comma, body = uri.partition(",")
    if not comma:
        raise MeshError(f"{what} has a data URI without data")
    if not head.endswith(";base64"):
        return urllib.parse.unquote_to_bytes(body)
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError) as error:
        raise MeshError(f"{what} has a data URI that is no base64: {error}") from error


class Buffers:
    """The bytes of a document, by buffer view and by accessor."""

    def __init__(self, document: dict[str, Any], binary: bytes | None) -> None:
        self._buffers = row(document.get("buffers"), "buffers")
        self._views = row(document.get("bufferViews"), "bufferViews")
        self._accessors = row(document.get("accessors"), "accessors")
        self._binary = binary
        self._loaded: dict[int, bytes] = {}

    def _buffer(self, number: int) -> bytes:
        if number not in self._loaded:
            what = f"buffer {number}"
            entry = table(self._buffers[number], what)
            length = whole(entry.get("byteLength"), f"{what}'s byteLength")
            uri = entry.get("uri")
            if uri is None:
                if number or self._binary is None:
                    raise MeshError(f"{what} of the glTF document has no bytes")
                data = self._binary
            elif isinstance(uri, str):
                data = data_uri(uri, what)
            else:
                raise MeshError(f"{what} of the glTF document has no URI that is text")
            if len(data) < length:
                raise MeshError(f"{what} says {length} bytes and has {len(data)}")
            self._loaded[number] = data[:length]
        return self._loaded[number]

    def view(self, number: Any) -> tuple[memoryview, int | None]:
        """The bytes of a buffer view, and its stride where it has one."""
        what = f"bufferView {number!r:.20}"
        entry = table(self._views[whole(number, what, below=len(self._views))], what)
        for extension in table(entry.get("extensions"), f"{what}'s extensions"):
            if extension in COMPRESSION:
                raise MeshError(
                    f"the model is compressed with {COMPRESSION[extension]} ({extension}), "
                    "which cannot be read; save it without compression"
                )
        buffer = whole(entry.get("buffer"), f"{what}'s buffer", below=len(self._buffers))
        data = memoryview(self._buffer(buffer))
        offset = whole(entry.get("byteOffset", 0), f"{what}'s byteOffset")
        length = whole(entry.get("byteLength"), f"{what}'s byteLength")
        if offset + length > len(data):
            raise MeshError(f"{what} ends at byte {offset + length} of a buffer of {len(data)}")
        stride = entry.get("byteStride")
        if stride is None:
            return data[offset : offset + length], None
        stride = whole(stride, f"{what}'s byteStride")
        if not 4 <= stride <= 252 or stride % 4:
            raise MeshError(f"{what} has a byteStride of {stride}")
        return data[offset : offset + length], stride

    def count(self, number: Any) -> int:
        """How many elements an accessor says it has."""
        count = whole(self._accessor(number).get("count"), f"accessor {number}'s count")
        if count > LARGEST_COUNT:
            raise MeshError(f"accessor {number} says {count} elements: too many")
        return count

    def _accessor(self, number: Any) -> dict[str, Any]:
        what = f"accessor {number!r:.20}"
        return table(self._accessors[whole(number, what, below=len(self._accessors))], what)

    def array(self, number: Any, *kinds: str) -> NDArray[Any]:
        """(count, width) of an accessor of one of these types; normalised ones as float32.

        Raises MeshError where a float is not finite.
        """
        entry = self._accessor(number)
        what = f"accessor {number}"
        kind = entry.get("type")
        if kind not in kinds or not isinstance(kind, str):
            raise MeshError(f"{what} is of type {kind!r:.20}, not {' or '.join(kinds)}")
        kept = whole(entry.get("componentType"), f"{what}'s componentType")
        if kept not in _TYPES:
            raise MeshError(f"{what} has the unknown componentType {kept}")
        dtype = np.dtype(_TYPES[kept])
        count = self.count(number)
        if "bufferView" in entry:
            values = self._elements(entry, dtype, count, _WIDTHS[kind], what).copy()
        else:
            if count > LARGEST_EMPTY:
                raise MeshError(f"{what} says {count} elements and has no bytes: too many")
            values = np.zeros((count, _WIDTHS[kind]), dtype)
        if "sparse" in entry:
            self._replace(values, table(entry["sparse"], f"{what}'s sparse"), what)
        if entry.get("normalized") is True and dtype.kind in "iu":
            # Signed types have one value below -1.
            values = np.maximum(values / np.float32(np.iinfo(dtype).max), np.float32(-1.0))
            return values.astype(np.float32)
        if dtype.kind == "f" and not np.isfinite(values).all():
            raise MeshError(f"{what} holds values that are not numbers")
        return values

    def _elements(
        self, entry: dict[str, Any], dtype: np.dtype[Any], count: int, width: int, what: str
    ) -> NDArray[Any]:
        data, stride = self.view(entry["bufferView"])
        offset = whole(entry.get("byteOffset", 0), f"{what}'s byteOffset")
        size = dtype.itemsize * width
        step = size if stride is None else stride
        if step < size:
            raise MeshError(f"{what} has elements of {size} bytes every {step} bytes")
        if count and offset + step * (count - 1) + size > len(data):
            raise MeshError(
                f"{what} says {count} elements of {size} bytes; its view has {len(data)} bytes"
            )
        if not count:
            return np.zeros((0, width), dtype)
        return np.ndarray((count, width), dtype, data, offset, (step, dtype.itemsize))

    def _replace(self, values: NDArray[Any], sparse: dict[str, Any], what: str) -> None:
        count = whole(sparse.get("count"), f"{what}'s sparse count", below=len(values) + 1)
        places = table(sparse.get("indices"), f"{what}'s sparse indices")
        kind = whole(places.get("componentType"), f"{what}'s sparse componentType")
        if kind not in (5121, 5123, 5125) or "bufferView" not in places:
            raise MeshError(f"{what} has sparse indices that cannot be read")
        at = self._elements(places, np.dtype(_TYPES[kind]), count, 1, what)[:, 0]
        content = table(sparse.get("values"), f"{what}'s sparse values")
        if "bufferView" not in content:
            raise MeshError(f"{what} has no sparse values")
        if count and int(at.max()) >= len(values):
            raise MeshError(f"{what} has a sparse index of {int(at.max())} of {len(values)}")
        values[at] = self._elements(content, values.dtype, count, values.shape[1], what)
