"""Wavefront OBJ: a mesh from its text (the specification's polygonal part)."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .gltf_materials import decoded
from .mesh import Mesh, MeshError
from .obj_polygons import triangles

LARGEST_COUNT = 20_000_000


@dataclass(slots=True)
class _Lines:
    """What the lines say: points, and for each corner its numbers, -1 for none."""

    points: array[float] = field(default_factory=lambda: array("d"))
    colours: array[float] = field(default_factory=lambda: array("d"))
    uvs: array[float] = field(default_factory=lambda: array("d"))
    normals: array[float] = field(default_factory=lambda: array("d"))
    corners: array[int] = field(default_factory=lambda: array("q"))
    sizes: array[int] = field(default_factory=lambda: array("q"))


def read_obj(text: str | bytes, *, texture: bytes | None = None) -> Mesh:
    """The mesh of an OBJ file, all of its objects and groups in one.

    Polygons become triangles; a vertex is there once for each pair of texture coordinate and
    normal that corners use it with, and only where a corner does. Colours behind the
    coordinates of a `v` line are taken for sRGB. Material libraries are not followed:
    `texture` is a PNG, JPEG or WEBP file to put on the mesh. Raises MeshError with the
    reason, and the number of the line where there is one.
    """
    if isinstance(text, bytes):
        if b"\0" in text[:4096]:
            raise MeshError("this is no OBJ file: it is not text")
        text = text.decode("utf-8", errors="replace")
    lines = _Lines()
    for number, line in _logical(text):
        words = line.split()
        kind = words[0]
        try:
            if kind == "v":
                _vertex(lines, words)
            elif kind == "vt":
                lines.uvs.extend(_numbers(words[1:3], 1, 2))
            elif kind == "vn":
                lines.normals.extend(_numbers(words[1:4], 3, 3))
            elif kind == "f":
                _polygon(lines, words)
        except ValueError as error:
            raise MeshError(f"line {number} of the OBJ file: {error}") from error
    if not lines.sizes:
        raise MeshError("the OBJ file has no faces")
    return _mesh(lines, None if texture is None else decoded(texture, "the texture"))


def _logical(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, joined where one ends on a backslash, without comments."""
    held, begun = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        begun = begun if held else number
        held += line.partition("#")[0]
        if held.endswith("\\"):
            held = held[:-1] + " "
            continue
        if held.strip():
            yield begun, held
        held = ""
    if held.strip():
        yield begun, held


def _numbers(words: list[str], least: int, count: int) -> list[float]:
    if len(words) < least:
        raise ValueError(f"{least} numbers are needed, {len(words)} are there")
    values = [float(word) for word in words]
    if not all(-3e38 < value < 3e38 for value in values):
        raise ValueError("a number has no bounds")
    return values + [0.0] * (count - len(values))


def _vertex(lines: _Lines, words: list[str]) -> None:
    lines.points.extend(_numbers(words[1:4], 3, 3))
    # Four numbers are x, y, z, w; with six or more the last three are a colour.
    if len(words) >= 7:
        before = len(lines.points) - 3 - len(lines.colours)
        lines.colours.extend([1.0] * before)
        lines.colours.extend(_numbers(words[-3:], 3, 3))


def _polygon(lines: _Lines, words: list[str]) -> None:
    counts = (len(lines.points) // 3, len(lines.uvs) // 2, len(lines.normals) // 3)
    if len(words) < 4:
        raise ValueError(f"a face of {len(words) - 1} corners")
    for word in words[1:]:
        parts = word.split("/")
        if len(parts) > 3:
            raise ValueError(f"{word[:40]!r} is no corner")
        for place, count in enumerate(counts):
            given = parts[place] if place < len(parts) else ""
            if not given and place:
                lines.corners.append(-1)
                continue
            index = int(given)
            # From 1 on, or backwards from the last one so far.
            found = index - 1 if index > 0 else count + index
            if index == 0 or not 0 <= found < count:
                what = ("vertex", "texture coordinate", "normal")[place]
                raise ValueError(f"there is no {what} {index}; {count} are there so far")
            lines.corners.append(found)
    lines.sizes.append(len(words) - 1)


def _mesh(lines: _Lines, texture: NDArray[np.uint8] | None) -> Mesh:
    points = np.frombuffer(lines.points, np.float64).reshape(-1, 3)
    uvs = np.frombuffer(lines.uvs, np.float64).reshape(-1, 2) if lines.uvs else None
    normals = np.frombuffer(lines.normals, np.float64).reshape(-1, 3) if lines.normals else None
    corners = np.frombuffer(lines.corners, np.int64).reshape(-1, 3)
    if len(corners) > LARGEST_COUNT:
        raise MeshError(f"the OBJ file has {len(corners)} corners: too many")
    has_uvs = uvs is not None and bool((corners[:, 1] >= 0).any())
    has_normals = normals is not None and bool((corners[:, 2] >= 0).all())
    key = corners[:, 0].copy()
    for used, column, count in (
        (has_uvs, 1, len(lines.uvs) // 2),
        (has_normals, 2, len(lines.normals) // 3),
    ):
        if used:
            key = _ranked(key) * (count + 1) + corners[:, column] + 1
    _, first, vertex = np.unique(key, return_index=True, return_inverse=True)
    chosen = corners[first]
    cut = triangles(points, corners[:, 0], np.frombuffer(lines.sizes, np.int64))
    coordinates = None
    if uvs is not None and has_uvs:
        # Where a corner has none it gets the texture's first texel.
        coordinates = np.where(chosen[:, 1:2] >= 0, uvs[chosen[:, 1]], (0.0, 1.0))
        coordinates[:, 1] = 1.0 - coordinates[:, 1]
    return Mesh(
        vertices=points[chosen[:, 0]].astype(np.float32),
        faces=vertex.ravel()[cut],
        uvs=None if coordinates is None else coordinates.astype(np.float32),
        normals=normals[chosen[:, 2]].astype(np.float32)
        if normals is not None and has_normals
        else None,
        colours=_colours(lines, len(points), chosen[:, 0]),
        texture=texture,
    )


def _ranked(key: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same order with small numbers, so that the next product fits in 64 bits."""
    return np.unique(key, return_inverse=True)[1].ravel().astype(np.int64)


def _colours(lines: _Lines, points: int, chosen: NDArray[np.int64]) -> NDArray[np.float32] | None:
    """(N, 3) linear; white where a vertex has none."""
    if not lines.colours:
        return None
    given = np.ones(points * 3)
    given[: len(lines.colours)] = np.frombuffer(lines.colours, np.float64)
    colours = np.clip(given, 0.0, None).reshape(-1, 3)
    if colours.max() > 1.0:  # some write 0..255
        colours = colours / 255.0
    colours = np.clip(colours, 0.0, 1.0)
    # IEC 61966-2-1.
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return linear[chosen].astype(np.float32)
