"""The parts of an FBX file that carry the mesh: its geometry and its skin.

An FBX vertex is a point in space; texture coordinates belong to the corners of polygons. So
the copies that a seam needs elsewhere are one vertex here, and engines that compute normals
anew see no seam.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .exporting import is_textured
from .fbx_binary import Long, Record
from .mesh import Mesh
from .rig import Rig

CENTIMETRES = 100.0
UV_SET = "UVMap"


class Weld:
    """Which of a mesh's vertices are one and the same point, bound alike.

    Attributes:
        of: (N,) the point of each vertex.
        first: (P,) a vertex of each point; points stand in the order of the vertices.
    """

    __slots__ = ("first", "of")

    def __init__(self, mesh: Mesh, rig: Rig | None) -> None:
        # Adding zero makes -0.0 and 0.0 the same bytes.
        columns = [np.ascontiguousarray(mesh.vertices + np.float32(0)).view(np.uint8)]
        if rig is not None:
            columns += [
                np.ascontiguousarray(rig.joints).view(np.uint8),
                np.ascontiguousarray(rig.weights).view(np.uint8),
            ]
        rows = np.ascontiguousarray(np.hstack(columns))
        keys = rows.view([("row", np.void, rows.shape[1])])["row"].ravel()
        _, first, of = np.unique(keys, return_index=True, return_inverse=True)
        order = np.argsort(first, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        self.first: NDArray[np.int64] = first[order].astype(np.int64)
        self.of: NDArray[np.int64] = rank[of.ravel()].astype(np.int64)


def geometry(parent: Record, number: int, name: str, mesh: Mesh, weld: Weld) -> None:
    """Add the Geometry record: triangles, normals, and what there is of uvs or colours."""
    record = parent.add("Geometry", Long(number), f"{name}\0\1Geometry", "Mesh")
    record.add("Properties70")
    record.add("GeometryVersion", 124)
    record.add("Vertices", mesh.vertices[weld.first].astype(np.float64).ravel() * CENTIMETRES)
    faces = weld.of[mesh.faces].astype(np.int32)
    faces[:, 2] = ~faces[:, 2]  # a polygon ends where the index is negative
    record.add("PolygonVertexIndex", faces.ravel())
    layers = [("LayerElementNormal", _normals(record, mesh, weld))]
    if mesh.uvs is not None:
        layers.append(("LayerElementUV", _uvs(record, mesh.uvs, mesh.faces)))
    if mesh.colours is not None and not is_textured(mesh):
        layers.append(("LayerElementColor", _colours(record, mesh.colours, mesh.faces)))
    smoothing = _layer(record, "LayerElementSmoothing", 102, "", "ByPolygon", "Direct")
    smoothing.add("Smoothing", np.ones(len(mesh.faces), np.int32))
    layers.append(("LayerElementSmoothing", smoothing))
    material = _layer(record, "LayerElementMaterial", 101, "", "AllSame", "IndexToDirect")
    material.add("Materials", np.zeros(1, np.int32))
    layers.append(("LayerElementMaterial", material))
    layer = record.add("Layer", 0)
    layer.add("Version", 100)
    for kind, _ in layers:
        element = layer.add("LayerElement")
        element.add("Type", kind)
        element.add("TypedIndex", 0)


def _layer(
    geometry: Record, kind: str, version: int, name: str, mapping: str, reference: str
) -> Record:
    record = geometry.add(kind, 0)
    record.add("Version", version)
    record.add("Name", name)
    record.add("MappingInformationType", mapping)
    record.add("ReferenceInformationType", reference)
    return record


def _normals(geometry: Record, mesh: Mesh, weld: Weld) -> Record:
    assert mesh.normals is not None  # the writer prepares them
    smooth = mesh.normals[weld.first]
    if np.array_equal(smooth[weld.of], mesh.normals):
        mapping, values = "ByVertice", smooth
    else:  # an edge that its copies of a vertex keep hard
        mapping, values = "ByPolygonVertex", mesh.normals[mesh.faces]
    record = _layer(geometry, "LayerElementNormal", 101, "", mapping, "Direct")
    record.add("Normals", values.astype(np.float64).ravel())
    return record


def _uvs(geometry: Record, uvs: NDArray[Any], faces: NDArray[Any]) -> Record:
    record = _layer(geometry, "LayerElementUV", 101, UV_SET, "ByPolygonVertex", "IndexToDirect")
    upwards = uvs.astype(np.float64)
    upwards[:, 1] = 1.0 - upwards[:, 1]
    record.add("UV", upwards.ravel())
    record.add("UVIndex", faces.astype(np.int32).ravel())
    return record


def _colours(geometry: Record, colours: NDArray[Any], faces: NDArray[Any]) -> Record:
    record = _layer(geometry, "LayerElementColor", 101, "Col", "ByPolygonVertex", "IndexToDirect")
    linear = np.clip(colours.astype(np.float64), 0.0, 1.0)
    # Importers take an FBX's colours for sRGB; IEC 61966-2-1's curve.
    curve = 1.055 * np.power(linear, 1 / 2.4) - 0.055
    rgba = np.ones((len(colours), 4))
    rgba[:, :3] = np.where(linear <= 0.0031308, 12.92 * linear, curve)
    record.add("Colors", rgba.ravel())
    record.add("ColorIndex", faces.astype(np.int32).ravel())
    return record


def clusters(rig: Rig, weld: Weld) -> list[tuple[NDArray[np.int32], NDArray[np.float64]]]:
    """For each bone the points that it moves, ascending, and by how much."""
    joints, weights = rig.joints[weld.first], rig.weights[weld.first]
    points = np.broadcast_to(np.arange(len(joints))[:, None], joints.shape)
    bound = weights > 0
    bones, moved = joints[bound].astype(np.int64), points[bound]
    # The same bone may stand twice in a row of four: its shares add up.
    keys, places = np.unique(bones * len(joints) + moved, return_inverse=True)
    shares = np.zeros(len(keys))
    np.add.at(shares, places.ravel(), weights[bound].astype(np.float64))
    edges = np.searchsorted(keys, np.arange(rig.bones + 1) * len(joints))
    return [
        ((keys[begin:end] % len(joints)).astype(np.int32), shares[begin:end])
        for begin, end in pairwise(edges)
    ]
