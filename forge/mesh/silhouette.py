"""A round body from the outline of a figure, where no model is there to make one.

The front is the picture's; depth and back are guesses: limbs as deep as they are wide, a
trunk flatter than wide, back like front.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .anatomy import Anatomy, anatomy
from .camera import Camera
from .decimate import collapsed, compact
from .medial import Plane, signed_distance, union_of_balls
from .mesh import Mesh, MeshError, components, vertex_normals
from .smooth import taubin
from .tetrahedra import march

Points: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]

_FINE = 2  # points of the plane to a step of the lattice, each way
_MARGIN = 3  # lattice steps around the figure
_AREA = 8000  # lattice squares that a figure covers at most, at the default detail
_MOST = 3_000_000  # lattice points
_LEAST_DEPTH = 0.02  # lattice steps, of the half in front
_TOUCHING = 1e-3  # lattice steps
_LEAST_RADIUS = 1.5  # lattice steps that the thickest part must have, to both sides
_SPECK = 0.01  # of the figure: other pieces below this are not worth a word
_PINHOLE = 12.0  # lattice steps squared: smaller holes are filled
_BROAD = 0.12  # of the thickest radius
_WITHIN = 1.25  # lattice steps from the outline
_ROUNDS = 8


@dataclass(frozen=True, slots=True, eq=False)
class SilhouetteMesh:
    """`mesh` stands on y = 0, x and z around 0, `height` metres tall.

    `camera` is orthographic, and takes the very picture: a point on the front lies at the
    pixel it was made from, the rim on the outline. `notes` say what was guessed or left out.
    """

    mesh: Mesh
    camera: Camera
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the lattice lies in the picture: step in pixels, pixel of its first point."""

    step: float
    left: float
    top: float
    columns: int
    rows: int
    layers: int


def mesh_from_mask(
    mask: NDArray[np.bool_],
    *,
    height: float = 1.7,
    faces: int = 40_000,
    detail: int = 144,
    depth: float = 1.0,
    anatomical: bool = True,
) -> SilhouetteMesh:
    """A closed, manifold body whose front outline is the mask's largest piece.

    `mask` (H, W) bool. `height` of the figure in metres. At most about `faces` triangles.
    `detail` lattice steps to the figure's longer side, 32..320. `depth` multiplies every
    depth. `anatomical` makes a trunk flatter than limbs and head; without it everything is as
    deep as wide. Holes in the mask are holes through the body.

    Raises MeshError for an empty mask, for one that fills the picture, and for a figure
    too thin to have a volume; ValueError for parameters out of range.
    """
    if mask.ndim != 2:
        raise ValueError(f"a mask is (H, W), not {mask.shape}")
    if not (height > 0 and math.isfinite(height) and 0.05 <= depth <= 4):
        raise ValueError("height must be above 0 and depth within 0.05..4")
    if not 32 <= detail <= 320 or faces < 64:
        raise ValueError("detail must be within 32..320 and faces at least 64")
    mask, notes = _figure(np.asarray(mask, bool))
    distance = signed_distance(mask)
    grid = _grid(mask, distance, detail)
    border = _to_border(
        np.arange(mask.shape[1])[None, :] + 0.5, np.arange(mask.shape[0])[:, None] + 0.5, mask.shape
    )
    inside = np.minimum(ndimage.gaussian_filter(distance, 0.7), border).astype(np.float32)
    plane, balls_radius = _body(distance, grid)
    shape = anatomy(plane, balls_radius, cut=bool(mask[-1].any())) if anatomical else None
    if shape is not None:
        notes += shape.notes
    notes += ("depth and back are guesses made from the outline",)
    points, triangles = _front(plane, balls_radius, grid, mask.shape)
    points, triangles, dropped = _largest(points, triangles)
    if dropped:
        notes += (f"{dropped} parts too thin for the lattice were left out",)
    points = _shaped(points, triangles, inside, grid, shape, depth)
    points, triangles, _ = collapsed(points, triangles, max(faces // 2, 32))
    points, triangles, _ = compact(points, triangles)
    rim = _rim(triangles, len(points))
    points = _on_outline(points, rim, inside, grid)
    points, triangles = _mirrored(points, triangles, rim)
    if shape is not None:
        points[:, 2] += _sampled(shape.forward, _FINE * points[:, 0], _FINE * points[:, 1])
    return _placed(points, triangles, mask, grid, height, notes)


def _figure(mask: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], tuple[str, ...]]:
    if not mask.any():
        raise MeshError("the mask is empty: there is no figure to make a body of")
    if mask.all():
        raise MeshError("the mask fills the whole picture: it has no outline")
    labels, count = ndimage.label(mask)
    if count == 1:
        return mask, ()
    sizes = np.bincount(labels.ravel())[1:]
    figure = labels == int(sizes.argmax()) + 1
    others = int((np.delete(sizes, sizes.argmax()) > _SPECK * sizes.max()).sum())
    note = f"{others} smaller pieces of the mask were left out: they do not touch the figure"
    return figure, (note,) if others else ()


def _grid(mask: NDArray[np.bool_], distance: Plane, detail: int) -> _Grid:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, left = float(rows[0]), float(columns[0])
    tall, wide = float(rows[-1] + 1 - rows[0]), float(columns[-1] + 1 - columns[0])
    thickest = float(distance.max())
    if thickest < 1.5:
        raise MeshError("the figure is too thin: nowhere more than two pixels wide")
    # A broad figure has so many faces that coarser steps lose nothing.
    broad = math.sqrt(np.count_nonzero(mask) / (_AREA * (detail / 144) ** 2))
    step = min(max(max(tall, wide) / detail, broad), thickest / _LEAST_RADIUS)

    def grid(step: float) -> _Grid:
        return _Grid(
            step=step,
            left=left + 0.5 * wide - step * (math.ceil(0.5 * wide / step) + _MARGIN),
            top=top + 0.5 * tall - step * (math.ceil(0.5 * tall / step) + _MARGIN),
            columns=2 * (math.ceil(0.5 * wide / step) + _MARGIN) + 1,
            rows=2 * (math.ceil(0.5 * tall / step) + _MARGIN) + 1,
            layers=math.ceil(thickest / step) + _MARGIN,
        )

    made = grid(step)
    while made.columns * made.rows * made.layers > _MOST:
        step *= 1.1
        made = grid(step)
    if thickest < step * 0.9:
        raise MeshError(
            f"the figure is too thin: {2 * thickest:.0f} pixels at the thickest, "
            f"{max(tall, wide):.0f} long"
        )
    return made


def _body(distance: Plane, grid: _Grid) -> tuple[Plane, Plane]:
    """Squared height and ball radius on a plane `_FINE` times as fine, in lattice steps.

    (X, Y), as the lattice. Creases where balls meet are rounded, away from the outline.
    """
    fine = grid.step / _FINE
    x = grid.left + fine * np.arange(_FINE * (grid.columns - 1) + 1)
    y = grid.top + fine * np.arange(_FINE * (grid.rows - 1) + 1)
    at = np.meshgrid(y - 0.5, x - 0.5, indexing="xy")
    sampled = ndimage.map_coordinates(distance, at, order=1, mode="nearest").astype(np.float32)
    # A pinhole of a few pixels is a flaw of the mask, not a way through the body.
    holes, count = ndimage.label(sampled <= 0)
    sizes = np.bincount(holes.ravel(), minlength=count + 1) / _FINE**2
    small = sizes < _PINHOLE
    small[0] = False
    sampled = np.where(small[holes], np.float32(0.5 * fine), sampled)
    balls = union_of_balls(sampled / np.float32(fine))
    power = balls.power / np.float32(_FINE**2)
    radius = balls.radius / np.float32(_FINE)
    # The outline itself, beyond what a ball of the plane's steps can follow.
    edge = sampled / np.float32(grid.step)
    power = np.maximum(power, np.where(edge > 0, edge * edge, -1e9))
    inner = np.maximum(power, 0)
    weight = ndimage.gaussian_filter((power > 0).astype(np.float32), _FINE * 1.5)
    rounded = ndimage.gaussian_filter(inner, _FINE * 1.5) / np.maximum(weight, 1e-3)
    mix = np.clip((edge - 0.5) / 3.0, 0, 1)
    power = power + mix * (rounded - power)
    # And a broad body's creases as broadly, where it is deeper than any limb.
    thick = float(radius.max())
    broad = ndimage.gaussian_filter(np.maximum(power, 0), _FINE * _BROAD * thick)
    covered = ndimage.gaussian_filter((power > 0).astype(np.float32), _FINE * _BROAD * thick)
    mix = np.clip((np.sqrt(np.maximum(power, 0)) / thick - 0.45) / 0.3, 0, 1)
    power = power + mix * (broad / np.maximum(covered, 1e-3) - power)
    return _carried_out(power, radius, edge)


def _carried_out(power: Plane, radius: Plane, edge: Plane) -> tuple[Plane, Plane]:
    """At the outline and beyond it the ball of the nearest place a step within goes on.

    There tiny balls by the outline win; their field falls so much faster with z than a large
    ball's that interpolation between the two would dent the flanks.
    """
    deep = edge >= _WITHIN
    if not deep.any():
        return power, radius
    distance, nearest = ndimage.distance_transform_edt(~deep, return_indices=True)
    # A corner, or a part too slim, has no such place; its own balls stay.
    near = ~deep & ((distance / _FINE <= _WITHIN - edge + 0.75) | (edge <= 0))
    radius = np.where(near, radius[tuple(nearest)], radius)
    away = radius - edge
    power = np.where(near, radius * radius - away * away, power)
    return power.astype(np.float32), radius.astype(np.float32)


def _to_border(x: NDArray[np.floating], y: NDArray[np.floating], shape: tuple[int, ...]) -> Points:
    """Pixels to the picture's edge, below 0 outside."""
    high, wide = shape
    out: Points = np.minimum(np.minimum(x, wide - x), np.minimum(y, high - y))
    return out


def _front(
    power: Plane, radius: Plane, grid: _Grid, shape: tuple[int, ...]
) -> tuple[Points, Indices]:
    """The half at z >= 0, open at z = 0, where its border is the outline; lattice steps."""
    power, radius = power[::_FINE, ::_FINE], np.maximum(radius[::_FINE, ::_FINE], 0.3)
    z = np.arange(grid.layers, dtype=np.float32)
    # The winning ball's own distance: nearly even steps, as interpolation along edges wants.
    radius = np.sqrt(np.maximum(radius * radius, power))
    across = np.maximum(radius * radius - power, 0)
    field = radius[..., None] - np.sqrt(across[..., None] + z * z)
    # The picture's edge cuts the figure: a flat face there, not a round end.
    x = grid.left + grid.step * np.arange(grid.columns)[:, None]
    y = grid.top + grid.step * np.arange(grid.rows)[None, :]
    border = (_to_border(x, y, shape) / grid.step).astype(np.float32)
    field = np.minimum(field, border[..., None])
    field[[0, -1]] = np.minimum(field[[0, -1]], -1e-3)
    field[:, [0, -1]] = np.minimum(field[:, [0, -1]], -1e-3)
    field[..., -1] = np.minimum(field[..., -1], -1e-3)
    points, triangles = march(field)
    if not len(triangles):
        raise MeshError("the figure is too thin to have a volume")
    # The picture's rows run down and the lattice's y with them, so the faces are turned.
    return points, triangles[:, ::-1]


def _largest(points: Points, faces: Indices) -> tuple[Points, Indices, int]:
    piece = components(Mesh(points.astype(np.float32), faces))
    sizes = np.bincount(piece)
    points, kept, _ = compact(points, faces[piece == 0])
    return points, kept, int((sizes[1:] > _SPECK * sizes[0]).sum())


def _rim(faces: Indices, count: int) -> NDArray[np.bool_]:
    """(N,) the vertices of edges with one face."""
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    keys, uses = np.unique(edges[:, 0] * count + edges[:, 1], return_counts=True)
    single = keys[uses == 1]
    rim = np.zeros(count, bool)
    rim[single // count] = rim[single % count] = True
    return rim


def _shaped(
    points: Points,
    faces: Indices,
    distance: Plane,
    grid: _Grid,
    shape: Anatomy | None,
    depth: float,
) -> Points:
    rim = _rim(faces, len(points))
    points = _on_outline(points, rim, distance, grid)
    points = taubin(points, faces, rounds=_ROUNDS, held=rim)
    points[:, 2] = np.maximum(points[:, 2], 0)
    ratio: Points | float = depth
    if shape is not None:
        ratio = depth * _sampled(shape.ratio, _FINE * points[:, 0], _FINE * points[:, 1])
    points[:, 2] *= ratio
    points[rim, 2] = 0
    return points


def _on_outline(points: Points, rim: NDArray[np.bool_], distance: Plane, grid: _Grid) -> Points:
    """The rim moved to where the signed distance is 0; the rest is held within it."""
    given, points = points, points.copy()
    slope_y, slope_x = np.gradient(distance.astype(np.float64))
    x = grid.left + grid.step * points[:, 0]
    y = grid.top + grid.step * points[:, 1]
    high, wide = distance.shape
    for _ in range(4):
        off = _sampled(distance, y - 0.5, x - 0.5)
        dx = _sampled(np.asarray(slope_x), y - 0.5, x - 0.5)
        dy = _sampled(np.asarray(slope_y), y - 0.5, x - 0.5)
        size = np.maximum(dx * dx + dy * dy, 0.25)
        # Inner vertices only where they stand out.
        move = np.where(rim, off, np.minimum(off - 0.05 * grid.step, 0))
        move = np.clip(move, -grid.step, grid.step)
        x, y = x - move * dx / size, y - move * dy / size
        x, y = np.clip(x, 0, wide), np.clip(y, 0, high)
    points[:, 0] = (x - grid.left) / grid.step
    points[:, 1] = (y - grid.top) / grid.step
    points[rim, 2] = 0
    # What is not on the rim has a twin behind, which it must not touch.
    points[~rim, 2] = np.maximum(points[~rim, 2], _LEAST_DEPTH)
    # And what was brought to one place, as at the picture's corners, stays where it was.
    _, place, count = np.unique(
        np.rint(points / _TOUCHING), axis=0, return_inverse=True, return_counts=True
    )
    met = count[place.ravel()] > 1
    points[met, :2] = given[met, :2]
    return points


def _sampled(plane: NDArray[np.floating], rows: Points, columns: Points) -> Points:
    out: Points = ndimage.map_coordinates(
        plane.astype(np.float64), [rows, columns], order=1, mode="nearest"
    )
    return out


def _mirrored(points: Points, faces: Indices, rim: NDArray[np.bool_]) -> tuple[Points, Indices]:
    behind = np.arange(len(points))
    behind[~rim] = len(points) + np.arange(int((~rim).sum()))
    back = points[~rim] * np.array([1.0, 1.0, -1.0])
    return np.concatenate([points, back]), np.concatenate([faces, behind[faces][:, ::-1]])


def _placed(
    points: Points,
    faces: Indices,
    mask: NDArray[np.bool_],
    grid: _Grid,
    height: float,
    notes: tuple[str, ...],
) -> SilhouetteMesh:
    x = grid.left + grid.step * points[:, 0]
    y = grid.top + grid.step * points[:, 1]
    metre = height / float(y.max() - y.min())  # metres to a pixel
    middle, ground = float(x.max() + x.min()) / 2, float(y.max())
    vertices = np.stack(
        [(x - middle) * metre, (ground - y) * metre, points[:, 2] * grid.step * metre], axis=1
    )
    high, wide = mask.shape
    aim = ((wide / 2 - middle) * metre, (ground - high / 2) * metre)
    camera = Camera(
        eye=(*aim, 2 * height + float(vertices[:, 2].max())),
        target=(*aim, 0.0),
        ortho_scale=high * metre,
        width=wide,
        height=high,
    )
    mesh = Mesh(vertices.astype(np.float32), faces)
    mesh = Mesh(mesh.vertices, mesh.faces, normals=vertex_normals(mesh))
    return SilhouetteMesh(mesh, camera, notes)
