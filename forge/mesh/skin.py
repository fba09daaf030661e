"""How much each bone moves each vertex: geodesic voxel binding.

After Dionne and de Lasa, "Geodesic Voxel Binding for Production Character Meshes" (2013): a
bone's pull falls with the way to it through the inside of the body, so an arm at rest beside
the hip does not drag it along. The weights are then smoothed over the surface.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix, diags
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .mesh import Mesh, MeshError, vertex_normals, welded
from .rig import INFLUENCES, Rig, parents_first
from .skeleton import Skeleton
from .voxels import Cells, Doubles, Graph, Voxels, graph_of, nearest_solid, voxelised, ways

_SHARPNESS = 0.3
"""Dionne and de Lasa's alpha."""
_ROUNDS = 38
_MOST_ROUNDS = 90
_EDGE_OF_ROUNDS = 0.0052
"""Of the bounding box's diagonal: the mean edge for which 38 rounds of smoothing are right."""
_TOWARDS_CHILD = 0.75
_TAIL = 0.02
"""Of the strongest pull on a vertex: what is weaker is none."""
_LIMIT = 0.6
"""Of the diagonal: beyond this way a bone has no pull."""


def skin(mesh: Mesh, skeleton: Skeleton) -> Rig:
    """The mesh bound to the skeleton: at most four bones for each of its vertices.

    Copies of a vertex at a seam get the same weights. A piece that touches nothing a bone runs
    through moves with the nearest bone as a whole. Vertices no face uses, or that are not
    numbers, are bound to the nearest bone or to the root. Raises MeshError for a mesh without
    usable faces or without extent.
    """
    count = len(mesh.vertices)
    faces = mesh.faces
    finite = np.asarray(np.isfinite(mesh.vertices).all(axis=1))
    good = np.asarray(((faces >= 0) & (faces < count)).all(axis=1))
    good[good] = finite[faces[good]].all(axis=1)
    if not good.any():
        raise MeshError("the mesh has no usable faces to bind to bones")
    # Every vertex keeps its place, for the rig is 1:1 with them.
    usable = Mesh(np.where(finite[:, None], mesh.vertices, 0), faces[good])
    joined, copy_of = welded(usable)
    used = np.zeros(len(joined.vertices), bool)
    used[joined.faces] = True
    index = np.cumsum(used) - 1
    body = Mesh(joined.vertices[used], index[joined.faces])
    voxels = voxelised(body)
    graph = graph_of(voxels.solid, voxels.pitch)
    weights, loose = _weights(body, skeleton, voxels, graph)
    every = np.zeros((len(joined.vertices), len(skeleton.names)), np.float32)
    every[used] = weights
    stray = np.flatnonzero(~used)
    every[stray, _nearest_bone(joined.vertices[stray].astype(np.float64), skeleton)] = 1
    joints, strengths = _strongest(every)
    joints, strengths = joints[copy_of], strengths[copy_of]
    joints[~finite] = 0
    strengths[~finite] = (1, 0, 0, 0)
    notes = [*skeleton.notes, *(n for n in voxels.notes if n not in skeleton.notes)]
    if loose:
        notes.append(f"{loose} loose pieces bound as a whole to the nearest bone")
    return Rig(
        names=skeleton.names,
        parents=skeleton.parents,
        heads=skeleton.heads,
        tails=skeleton.tails,
        joints=joints,
        weights=strengths,
        notes=tuple(notes),
        confidence=skeleton.confidence,
    )


def posed(
    mesh: Mesh, rig: Rig, rotations: Mapping[str, NDArray[np.floating]]
) -> NDArray[np.float32]:
    """(N, 3) the vertices after each named bone was turned about its head, with what hangs on it.

    `rotations` (3, 3) by the bones' names, in the world's axes at rest; linear blend skinning.
    Raises KeyError for a bone the rig lacks.
    """
    unknown = sorted(set(rotations) - set(rig.names))
    if unknown:
        raise KeyError(f"the rig has no bone {', '.join(unknown)}")
    turns = np.broadcast_to(np.eye(3), (rig.bones, 3, 3)).copy()
    shifts = np.zeros((rig.bones, 3))
    for bone in parents_first(rig):
        own = np.asarray(rotations.get(rig.names[bone], np.eye(3)), np.float64)
        head = np.asarray(rig.heads[bone], np.float64)
        parent = rig.parents[bone]
        base, moved = (np.eye(3), head) if parent < 0 else (turns[parent], turns[parent] @ head)
        if parent >= 0:
            moved = moved + shifts[parent]
        turns[bone] = base @ own
        shifts[bone] = moved - turns[bone] @ head
    points = mesh.vertices.astype(np.float64)
    result = np.zeros_like(points)
    for slot in range(rig.joints.shape[1]):
        joint = rig.joints[:, slot].astype(np.int64)
        moved = np.einsum("nij,nj->ni", turns[joint], points) + shifts[joint]
        result += rig.weights[:, slot, None].astype(np.float64) * moved
    return result.astype(np.float32)


def _weights(
    mesh: Mesh, skeleton: Skeleton, voxels: Voxels, graph: Graph
) -> tuple[NDArray[np.float32], int]:
    """(N, J) each row of sum 1, and how many loose pieces there are."""
    low, high = mesh.bounds()
    diagonal = float(np.linalg.norm(high - low))
    distances = _distances(skeleton, voxels, graph, _LIMIT * diagonal)
    # Half a cell under the surface the cells around are the body's own.
    points = mesh.vertices.astype(np.float64) - 0.5 * voxels.pitch * vertex_normals(mesh)
    distance = _interpolated(distances, points, voxels, graph)
    d = np.maximum(distance, 0.25 * voxels.pitch) / diagonal
    with np.errstate(over="ignore"):
        pull = np.where(np.isfinite(d), ((1 - _SHARPNESS) * d + _SHARPNESS * d * d) ** -4.0, 0.0)
    total = pull.sum(axis=1, keepdims=True)
    # The tail of the falloff reaches the knee from the other leg, by way of the pelvis.
    pull = np.maximum(pull - _TAIL * pull.max(axis=1, keepdims=True), 0)
    kept = pull.sum(axis=1, keepdims=True)
    weights = np.divide(pull, kept, out=np.zeros_like(pull), where=kept > 0).astype(np.float32)
    links = _links(mesh)
    loose = _rigid(weights, mesh.vertices.astype(np.float64), total[:, 0] > 0, links, skeleton)
    return _smoothed(weights, mesh, links, diagonal), loose


def _distances(
    skeleton: Skeleton, voxels: Voxels, graph: Graph, limit: float
) -> NDArray[np.float32]:
    """(J, P) the way through the inside from each bone to each cell; infinite beyond `limit`.

    Each bone is a node of its own, tied to the cells it runs through.
    """
    nearest = nearest_solid(voxels.solid)
    bones, cells, lengths = [], [], []
    for bone in range(len(skeleton.names)):
        line = np.concatenate([_points(*ends, voxels.pitch) for ends in _lines(skeleton, bone)])
        at = voxels.cells(line)
        solid = voxels.solid[at[:, 0], at[:, 1], at[:, 2]]
        if not solid.any():  # a bone in the open, as in a shell
            at = nearest[:, at[:, 0], at[:, 1], at[:, 2]].T.astype(np.int64)
            solid = np.ones(len(at), bool)
        at, line = at[solid], line[solid]
        away = np.linalg.norm(voxels.centres(at) - line, axis=1)
        number = graph.number[at[:, 0], at[:, 1], at[:, 2]]
        order = np.lexsort((away, number))
        first = order[np.unique(number[order], return_index=True)[1]]
        bones.append(np.full(len(first), bone))
        cells.append(number[first])
        lengths.append(np.maximum(away[first], 1e-3 * voxels.pitch))
    count, size = len(skeleton.names), len(graph.cells)
    whole = graph.lengths.tocoo()
    matrix = csr_matrix(
        (
            np.concatenate([whole.data, *lengths]),
            (
                np.concatenate([whole.row, size + np.concatenate(bones)]),
                np.concatenate([whole.col, *cells]),
            ),
        ),
        shape=(size + count, size + count),
    )
    found, _ = ways(matrix, size + np.arange(count), limit=limit)
    return np.asarray(found[:, :size], np.float32)


def _lines(skeleton: Skeleton, bone: int) -> list[tuple[Doubles, Doubles]]:
    """What holds a bone's flesh: itself, and most of the way to each child aside of it.

    Without the ways to the shoulders and the hip joints the flanks were nearer to the arms and
    legs than to the trunk, and went with them.
    """
    head, tail = skeleton.heads[bone], skeleton.tails[bone]
    lines = [(head, tail)]
    for child, parent in enumerate(skeleton.parents):
        if parent == bone and not np.allclose(skeleton.heads[child], tail):
            aside = skeleton.heads[child]
            lines += [(start, start + _TOWARDS_CHILD * (aside - start)) for start in (head, tail)]
    return lines


def _points(start: Doubles, end: Doubles, pitch: float) -> Doubles:
    """(P, 3) along a line, half a cell apart."""
    steps = max(2, int(np.linalg.norm(end - start) / (0.5 * pitch)) + 1)
    return np.asarray(start + np.linspace(0, 1, steps)[:, None] * (end - start), np.float64)


def _interpolated(
    distances: NDArray[np.float32], points: Doubles, voxels: Voxels, graph: Graph
) -> Doubles:
    """(N, J) between the eight cells around each point, of those that are solid and reached."""
    place = (points - voxels.origin) / voxels.pitch
    base = np.clip(np.floor(place).astype(np.int64), 0, np.array(voxels.solid.shape) - 2)
    part = np.clip(place - base, 0, 1)
    total = np.zeros((len(points), len(distances)))
    share = np.zeros((len(points), len(distances)))
    columns = np.ascontiguousarray(distances.T)
    for corner in np.ndindex(2, 2, 2):
        number = graph.number[tuple((base + corner).T)]
        amount = np.where(corner, part, 1 - part).prod(axis=1) + 1e-6
        here = np.flatnonzero(number >= 0)
        value = columns[number[here]]
        reached = np.isfinite(value)
        total[here] += np.where(reached, value, 0) * amount[here, None]
        share[here] += reached * amount[here, None]
    result = np.full_like(total, np.inf)
    np.divide(total, share, out=result, where=share > 0)
    lost = np.flatnonzero(~np.isfinite(result).any(axis=1))
    if len(lost):
        tree = cKDTree(voxels.centres(graph.cells))
        found = tree.query(points[lost])
        away, number = np.asarray(found[0]), np.asarray(found[1])
        close = away < 3 * voxels.pitch
        result[lost[close]] = columns[number[close]]
    return result


def _links(mesh: Mesh) -> csr_matrix:
    """(N, N) 1 where an edge joins two vertices."""
    count = len(mesh.vertices)
    edges = np.concatenate([mesh.faces[:, pair] for pair in ([0, 1], [1, 2], [2, 0])])
    edges = edges[edges[:, 0] != edges[:, 1]]
    ends = np.concatenate([edges, edges[:, ::-1]])
    ones = np.ones(len(ends), np.float32)
    links = coo_matrix((ones, (ends[:, 0], ends[:, 1])), shape=(count, count)).tocsr()
    links.data[:] = 1
    return links


def _rigid(
    weights: NDArray[np.float32],
    points: Doubles,
    reached: NDArray[np.bool_],
    links: csr_matrix,
    skeleton: Skeleton,
) -> int:
    """Binds pieces with vertices no bone reaches to one bone; returns how many there were."""
    if reached.all():
        return 0
    count, piece = connected_components(links, directed=False)
    size = np.bincount(piece, minlength=count)
    cut_off = np.flatnonzero(np.bincount(piece[~reached], minlength=count) > 0.5 * size)
    for number in cut_off:
        own = np.flatnonzero(piece == number)
        bone = int(_nearest_bone(points[own].mean(axis=0, keepdims=True), skeleton)[0])
        weights[own] = 0
        weights[own, bone] = 1
    rest = np.flatnonzero(~reached & ~np.isin(piece, cut_off))
    weights[rest, _nearest_bone(points[rest], skeleton)] = 1
    return len(cut_off)


def _nearest_bone(points: Doubles, skeleton: Skeleton) -> Cells:
    """(P,) the bone whose line is nearest to each point."""
    best = np.full(len(points), np.inf)
    found = np.zeros(len(points), np.int64)
    for bone, (head, tail) in enumerate(zip(skeleton.heads, skeleton.tails, strict=True)):
        axis = tail - head
        along = np.clip((points - head) @ axis / max(float(axis @ axis), 1e-12), 0, 1)
        away = np.linalg.norm(points - head - along[:, None] * axis, axis=1)
        found[away < best] = bone
        best = np.minimum(best, away)
    return found


def _smoothed(
    weights: NDArray[np.float32], mesh: Mesh, links: csr_matrix, diagonal: float
) -> NDArray[np.float32]:
    """Averaged with the neighbours, over about the same distance whatever the mesh's density."""
    edges = np.linalg.norm(
        mesh.vertices[mesh.faces[:, 0]] - mesh.vertices[mesh.faces[:, 1]], axis=1
    )
    edge = max(float(edges.mean()) / diagonal, 1e-9)
    rounds = round(min(max(_ROUNDS * (_EDGE_OF_ROUNDS / edge) ** 2, 2), _MOST_ROUNDS))
    degree = np.asarray(links.sum(axis=1)).ravel()
    average = (diags(np.where(degree > 0, 0.5 / np.maximum(degree, 1), 0)) @ links).tocsr()
    average = (average + diags(np.where(degree > 0, 0.5, 1.0))).tocsr().astype(np.float32)
    for _ in range(rounds):
        weights = average @ weights
    return weights


def _strongest(weights: NDArray[np.float32]) -> tuple[NDArray[np.uint16], NDArray[np.float32]]:
    """The four largest of each row, largest first, of sum 1; bone 0 where a weight is 0."""
    count = weights.shape[1]
    kept = min(INFLUENCES, count)
    order = np.argsort(-weights, axis=1, kind="stable")[:, :kept]
    strong = np.take_along_axis(weights, order, axis=1).astype(np.float64)
    strong[strong < 1e-4] = 0
    strong /= strong.sum(axis=1, keepdims=True)
    joints = np.zeros((len(weights), INFLUENCES), np.uint16)
    strengths = np.zeros((len(weights), INFLUENCES), np.float32)
    strengths[:, :kept] = strong
    joints[:, :kept] = np.where(strong > 0, order, 0)
    return joints, strengths
