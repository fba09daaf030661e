"""Cameras that look at a mesh, and the rigs they stand in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .mesh import Mesh, MeshError

Vector: TypeAlias = tuple[float, float, float]
Doubles: TypeAlias = NDArray[np.float64]

VIEWS: Mapping[str, tuple[float, float]] = {
    "front": (0.0, 0.0),
    "back": (180.0, 0.0),
    "left": (90.0, 0.0),
    "right": (-90.0, 0.0),
    "top": (0.0, 90.0),
    "bottom": (0.0, -90.0),
}
"""Azimuth and elevation in degrees. The azimuth turns from the front (+z) to the subject's own
left (+x); "left" is seen from there."""

SIX = ("front", "back", "left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Camera:
    """Where a picture is taken from, and how.

    `eye`, `target` and `up` in world units. Either `ortho_scale`, the height of the view in
    world units, or `fov`, the vertical angle in degrees. `width` and `height` in pixels, which
    are square. `weight` is how much its picture counts beside the others'.

    Raises ValueError for values no picture can be taken with.
    """

    eye: Vector
    target: Vector
    up: Vector = (0.0, 1.0, 0.0)
    ortho_scale: float | None = None
    fov: float | None = None
    width: int = 1024
    height: int = 1024
    weight: float = 1.0

    def __post_init__(self) -> None:
        for name in ("eye", "target", "up"):
            values = tuple(float(value) for value in getattr(self, name))
            if len(values) != 3 or not all(map(math.isfinite, values)):
                raise ValueError(f"a camera's {name} must be three numbers, not {values}")
            object.__setattr__(self, name, values)
        if (self.ortho_scale is None) == (self.fov is None):
            raise ValueError("a camera needs ortho_scale or fov, one of them")
        if self.ortho_scale is not None and not 0 < self.ortho_scale < math.inf:
            raise ValueError(f"ortho_scale must be above 0, not {self.ortho_scale}")
        if self.fov is not None and not 0 < self.fov < 180:
            raise ValueError(f"fov must be between 0 and 180 degrees, not {self.fov}")
        if self.width < 1 or self.height < 1:
            raise ValueError(f"a picture of {self.width} x {self.height} pixels has none")
        if not 0 <= self.weight < math.inf:
            raise ValueError(f"a camera's weight must not be below 0: {self.weight}")
        forward = np.subtract(self.target, self.eye)
        sideways = np.cross(forward, self.up)
        if not np.linalg.norm(sideways) > 1e-9 * np.linalg.norm(forward) * np.linalg.norm(self.up):
            raise ValueError("a camera must not look along its own up, nor at where it stands")

    @property
    def basis(self) -> Doubles:
        """(3, 3): rows are the picture's right, its up, and forward, each of length 1."""
        forward = np.subtract(self.target, self.eye)
        forward /= np.linalg.norm(forward)
        right = np.cross(forward, self.up)
        right /= np.linalg.norm(right)
        return np.stack([right, np.cross(right, forward), forward])

    @property
    def focal(self) -> float:
        """Pixels for a world unit (orthographic), or for a unit at depth 1 (perspective)."""
        if self.ortho_scale is not None:
            return self.height / self.ortho_scale
        assert self.fov is not None
        return self.height / (2 * math.tan(math.radians(self.fov) / 2))

    def project(self, points: ArrayLike) -> Doubles:
        """(P, 3) world points to (P, 3): x and y in pixels, and the depth along the view.

        (0, 0) is the picture's upper left corner, so the centre of pixel (row, column) is
        (column + 0.5, row + 0.5). The depth is in world units from the eye's plane. Behind a
        perspective camera x and y are NaN.
        """
        local = (np.asarray(points, np.float64) - self.eye) @ self.basis.T
        depth = local[..., 2]
        scale: Doubles | float = self.focal
        if self.fov is not None:
            scale = np.full(depth.shape, np.nan)
            np.divide(self.focal, depth, out=scale, where=depth > 0)
        out = np.empty_like(local)
        out[..., 0] = self.width / 2 + local[..., 0] * scale
        out[..., 1] = self.height / 2 - local[..., 1] * scale
        out[..., 2] = depth
        return out

    def rays(self) -> tuple[Doubles, Doubles]:
        """(H, W, 3) origins and (H, W, 3) unit directions through the pixels' centres."""
        columns = (np.arange(self.width) + 0.5 - self.width / 2) / self.focal
        rows = (self.height / 2 - np.arange(self.height) - 0.5) / self.focal
        right, up, forward = self.basis
        plane = columns[None, :, None] * right + rows[:, None, None] * up
        eye = np.asarray(self.eye)
        if self.fov is None:
            return eye + plane, np.broadcast_to(forward, plane.shape)
        directions = plane + forward
        directions /= np.linalg.norm(directions, axis=-1, keepdims=True)
        return np.broadcast_to(eye, plane.shape), directions

    def towards(self, points: ArrayLike) -> Doubles:
        """(P, 3) unit vectors from the points to the camera."""
        if self.fov is None:
            return np.broadcast_to(-self.basis[2], np.shape(points)).astype(np.float64)
        away = np.asarray(self.eye) - np.asarray(points, np.float64)
        length = np.linalg.norm(away, axis=-1, keepdims=True)
        out = np.zeros_like(away)
        np.divide(away, length, out=out, where=length > 0)
        return out

    def to_mapping(self) -> dict[str, Any]:
        """Ready for JSON; `from_mapping` takes it back."""
        lens = {"fov": self.fov} if self.ortho_scale is None else {"ortho_scale": self.ortho_scale}
        return {
            "eye": list(self.eye),
            "target": list(self.target),
            "up": list(self.up),
            **lens,
            "width": self.width,
            "height": self.height,
            "weight": self.weight,
        }

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Camera:
        """Raises ValueError with what is missing, unknown or not a number."""
        names = {"eye", "target", "up", "ortho_scale", "fov", "width", "height", "weight"}
        unknown = sorted(set(mapping) - names)
        if unknown:
            raise ValueError(f"a camera has no {', '.join(unknown)}")
        missing = sorted({"eye", "target"} - set(mapping))
        if missing:
            raise ValueError(f"the camera lacks {', '.join(missing)}")
        try:
            values: dict[str, Any] = {
                name: tuple(float(value) for value in mapping[name])
                for name in ("eye", "target", "up")
                if name in mapping
            }
            for name in ("ortho_scale", "fov", "weight"):
                if mapping.get(name) is not None:
                    values[name] = float(mapping[name])
            for name in ("width", "height"):
                if name in mapping:
                    values[name] = int(mapping[name])
        except (TypeError, ValueError) as problem:
            raise ValueError(f"a camera's values must be numbers: {problem}") from problem
        return cls(**values)


CameraRig: TypeAlias = tuple[Camera, ...]


def rig(
    views: Iterable[str | tuple[float, float]] = SIX,
    *,
    centre: Sequence[float] = (0.0, 0.0, 0.0),
    scale: float = 1.2,
    fov: float | None = None,
    size: int | tuple[int, int] = 1024,
    weights: Sequence[float] | None = None,
) -> CameraRig:
    """Cameras around `centre`, each by its name in VIEWS or as (azimuth, elevation) degrees.

    `scale` is the height of the view at the centre in world units, orthographic unless `fov`
    is given. `size` is the side of the pictures, or (width, height). Raises ValueError for a
    name that is not known or weights of another number.
    """
    angles = [_angles(view) for view in views]
    if weights is None:
        weights = [1.0] * len(angles)
    if len(weights) != len(angles):
        raise ValueError(f"{len(weights)} weights for {len(angles)} views")
    width, height = (size, size) if isinstance(size, int) else size
    # An orthographic camera only has to stand outside.
    distance = 2 * scale if fov is None else scale / 2 / math.tan(math.radians(fov) / 2)
    cameras = []
    for (azimuth, elevation), weight in zip(angles, weights, strict=True):
        turn, tilt = math.radians(azimuth), math.radians(elevation)
        around = np.array([math.sin(turn), 0.0, math.cos(turn)])
        outward = around * math.cos(tilt) + np.array([0.0, math.sin(tilt), 0.0])
        # This up stays square to the view at the poles, where (0, 1, 0) would not.
        up = np.array([0.0, math.cos(tilt), 0.0]) - around * math.sin(tilt)
        eye = np.asarray(centre, np.float64) + distance * outward
        cameras.append(
            Camera(
                eye=_vector(eye),
                target=_vector(np.asarray(centre, np.float64)),
                up=_vector(up),
                ortho_scale=scale if fov is None else None,
                fov=fov,
                width=width,
                height=height,
                weight=float(weight),
            )
        )
    return tuple(cameras)


def rig_around(
    mesh: Mesh,
    views: Iterable[str | tuple[float, float]] = SIX,
    *,
    margin: float = 0.05,
    fov: float | None = None,
    size: int | tuple[int, int] = 1024,
    weights: Sequence[float] | None = None,
) -> CameraRig:
    """`rig` at the middle of the mesh's bounding box, so that the whole of it is seen.

    `margin` is left free on each side, as a part of the picture.
    """
    low, high = mesh.bounds()
    centre = _vector((low + high) / 2)
    views = tuple(views)
    width, height = (size, size) if isinstance(size, int) else size
    slope = 0.0 if fov is None else math.tan(math.radians(fov) / 2)
    reach = 0.0  # half of the view's height at the centre that the mesh needs
    for camera in rig(views, scale=1.0, fov=fov, size=size):
        across, upward, depth = np.abs((mesh.vertices - centre) @ camera.basis.T).T
        across *= height / width
        # What stands nearer than the centre looks larger.
        reach = max(reach, float((np.maximum(across, upward) + slope * depth).max()))
    if not 0 < reach < math.inf:
        raise MeshError("the mesh has no extent that a camera could be set up around")
    scale = 2 * reach / (1 - 2 * margin)
    return rig(views, centre=centre, scale=scale, fov=fov, size=size, weights=weights)


def rig_to_mappings(cameras: Iterable[Camera]) -> list[dict[str, Any]]:
    """Ready for JSON."""
    return [camera.to_mapping() for camera in cameras]


def rig_from_mappings(mappings: Iterable[Mapping[str, Any]]) -> CameraRig:
    """Raises ValueError with the number of the camera that is wrong and why."""
    cameras = []
    for number, mapping in enumerate(mappings):
        try:
            cameras.append(Camera.from_mapping(mapping))
        except ValueError as problem:
            raise ValueError(f"camera {number}: {problem}") from problem
    return tuple(cameras)


def _angles(view: str | tuple[float, float]) -> tuple[float, float]:
    if isinstance(view, str):
        if view not in VIEWS:
            raise ValueError(f"there is no view {view!r}; there are {', '.join(VIEWS)}")
        return VIEWS[view]
    azimuth, elevation = view
    return float(azimuth), float(elevation)


def _vector(values: Doubles) -> Vector:
    x, y, z = (float(value) for value in values)
    return x, y, z
