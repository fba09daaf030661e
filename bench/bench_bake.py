"""The texture bake beside Open3D's `project_images_to_albedo`, in one run.

Both get the same mesh, UVs, cameras and pictures (made by a test of rays against triangles),
and both results are held against the albedo at every texel's centre. What Open3D leaves black
is filled from the nearest texel first. Some texels no picture shows: what is theirs to know is
a bound of its own, the error of a texture that is exact wherever a picture shows the surface
and takes the nearest such colour elsewhere. Open3D is large, so it may live in another interpreter:
AVATARFORGE_OPEN3D_PYTHON names it; without, this one is tried.

The last rows hold torch against numpy, on the GPU that the bake would choose or else on the
processor, where numpy is what the bake uses: there they tell only what torch would cost.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from scipy.spatial import cKDTree

from ..forge.mesh.atlas import Atlas, lay_out
from ..forge.mesh.bake import bake
from ..forge.mesh.camera import CameraRig, rig_around
from ..forge.mesh.device_torch import chosen
from ..forge.mesh.mesh import Mesh
from ..tests.mesh import fixtures, pictures
from .discovery import Context
from .table import Figure, number

NAME = "bake"

_SIZE = 1024
_BETTER_DB = 15.0
_SECONDS = 5.0
_TURNS = 3
_GAINS = np.array(
    [[1, 1, 1], [0.88, 0.95, 1.12], [1.12, 1.05, 0.9],
     [0.93, 0.88, 1.0], [1.08, 1.12, 1.0], [0.9, 1.1, 1.05]]
)  # fmt: skip
_PEER = "Open3D"


def run(context: Context) -> list[Figure]:
    # Legs apart: what no camera sees is the fill's business, not the projection's.
    shape = fixtures.Proportions(stance=0.2, hip=0.08)
    mesh = fixtures.humanoid("T", shape).mesh
    cameras = rig_around(mesh, fov=40.0, size=_SIZE)
    seen = [pictures.trace(mesh, camera) for camera in cameras]
    albedos: Mapping[str, pictures.Albedo] = {
        "smooth": pictures.trig,
        "noise": pictures.noise(),
        "checker 8": pictures.checker(8),
        "checker 32": pictures.checker(32),
    }
    cases: list[tuple[str, pictures.Albedo, NDArray[np.uint8]]] = []
    for name, albedo in albedos.items():
        views = np.zeros((len(seen), _SIZE, _SIZE, 3))
        for view, each in enumerate(seen):
            views[view][each.mask] = albedo(each.point[each.mask])
        for label, gains in (("", np.ones((6, 3))), (", exposure off by 12 %", _GAINS)):
            exposed = np.clip(views * gains[:, None, None], 0, 1)
            cases.append((name + label, albedo, np.round(exposed * 255).astype(np.uint8)))

    peer = _peer(context.scratch, mesh, cameras, np.stack([case[2] for case in cases]))
    atlas = lay_out(mesh, _SIZE)
    in_sight = _in_sight(atlas, cameras, seen)
    bake(mesh, cases[0][2], cameras, size=_SIZE)  # what is imported on first use
    figures, own_seconds = [], []
    for case, (name, albedo, images) in enumerate(cases):
        start = time.perf_counter()
        baked = bake(mesh, images, cameras, size=_SIZE)
        own_seconds.append(time.perf_counter() - start)
        theirs = None if peer is None else _filled(peer[0][case])
        bound = _bound(atlas, in_sight, albedo)
        figures += [
            _figure(f"{name}: all texels", atlas, albedo, baked.texture, theirs, bound),
            _figure(f"{name}: texels in sight", in_sight, albedo, baked.texture, theirs),
        ]
    seconds = float(np.median(own_seconds))
    other = None if peer is None else float(np.median(peer[1]))
    most = _SECONDS if other is None else min(_SECONDS, other)
    figures.append(
        Figure(
            f"time for {len(mesh.faces)} faces, 6 views and atlas {_SIZE} squared",
            seconds,
            "s",
            peer=_PEER if other is not None else f"{_PEER} not available",
            peer_value=other,
            ratio=None if other is None else seconds / other,
            target=f"<= {_SECONDS:g} s, no slower than the peer",
            met=seconds <= most,
        )
    )
    return [*figures, *_torch(mesh, cameras, cases[0][2])]


def _torch(mesh: Mesh, cameras: CameraRig, images: NDArray[np.uint8]) -> list[Figure]:
    """The whole bake and its looking at the pictures, by torch and by numpy in turn."""
    if importlib.util.find_spec("torch") is None:
        return [Figure("torch", 0.0, "s", peer="torch not available")]
    device = chosen().name
    gpu = device != "numpy"
    seconds: dict[str, list[tuple[float, float]]] = {"numpy": [], device if gpu else "cpu": []}
    for turn in range(_TURNS + 1):
        for name, found in seconds.items():
            start = time.perf_counter()
            baked = bake(mesh, images, cameras, size=_SIZE, device=name)
            if turn:  # the first is for what is loaded on first use
                found.append((time.perf_counter() - start, baked.report["seconds"]["views"]))
    reference, torch = (np.median(each, axis=0) for each in seconds.values())
    where = device if gpu else "the processor"
    return [
        Figure(
            f"torch on {where}: {what}",
            float(torch[part]),
            "s",
            peer="numpy",
            peer_value=float(reference[part]),
            ratio=float(torch[part] / reference[part]),
            target="faster than numpy" if gpu else "none: without a GPU numpy is used",
            met=bool(torch[part] < reference[part]) if gpu else None,
        )
        for part, what in enumerate(("the whole bake", "looking at 6 pictures"))
    ]


def _figure(
    name: str,
    atlas: Atlas,
    albedo: pictures.Albedo,
    texture: NDArray[np.uint8],
    other: NDArray[np.uint8] | None,
    bound: float = np.inf,
) -> Figure:
    """`bound` is the most that any texture from these pictures reaches."""
    own = _psnr(atlas, texture, albedo)
    if other is None:
        return Figure(name, own, "dB", peer=f"{_PEER} not available")
    theirs = _psnr(atlas, other, albedo)
    target, met = f">= {_BETTER_DB:g} dB better", own - theirs >= _BETTER_DB
    if bound < theirs + _BETTER_DB:
        target = f"none: with all in sight exact it is {number(bound)} dB"
    return Figure(
        name,
        own,
        "dB",
        peer=_PEER,
        peer_value=theirs,
        ratio=own / theirs,
        target=target,
        met=met if bound >= theirs + _BETTER_DB else None,
    )


def _bound(atlas: Atlas, in_sight: Atlas, albedo: pictures.Albedo) -> float:
    colours = albedo(atlas.position.astype(np.float64))
    seen, unseen = np.nonzero(in_sight.inner)[0], np.nonzero(~in_sight.inner)[0]
    _, nearest = cKDTree(atlas.position[seen]).query(atlas.position[unseen])
    colours[unseen] = colours[seen[nearest]]
    texture = np.zeros((_SIZE, _SIZE, 3), np.uint8)
    texture.reshape(-1, 3)[atlas.texel] = np.round(colours * 255)
    return _psnr(atlas, texture, albedo)


def _in_sight(atlas: Atlas, cameras: CameraRig, seen: list[pictures.Seen]) -> Atlas:
    """With only those texels as inner ones that some picture shows, at 75 degrees or less; of
    the others no picture tells the colour. Decided by the rays, not by the bake."""
    sight = np.zeros(len(atlas.texel), bool)
    for camera, each in zip(cameras, seen, strict=True):
        x, y, depth = camera.project(atlas.position).T
        row = np.clip(y.astype(np.int64), 0, camera.height - 1)
        column = np.clip(x.astype(np.int64), 0, camera.width - 1)
        gap = np.linalg.norm(each.point[row, column] - atlas.position, axis=1)
        cosine = (atlas.normal * camera.towards(atlas.position)).sum(axis=1)
        sight |= (gap < 4 * depth / camera.focal) & (cosine > np.cos(np.radians(75)))
    return replace(atlas, inner=atlas.inner & sight)


def _psnr(atlas: Atlas, texture: NDArray[np.uint8], albedo: pictures.Albedo) -> float:
    """Over the texels that lie in one colour of the albedo: a texel that an edge crosses has
    no one true colour."""
    at = atlas.position[atlas.inner].astype(np.float64)
    reach = 1.5 * atlas.extent[atlas.inner].astype(np.float64)
    truth = albedo(at)
    whole = np.ones(len(at), bool)
    for axis in range(3):
        for sign in (-1.0, 1.0):
            beside = at.copy()
            beside[:, axis] += sign * reach
            whole &= (np.abs(albedo(beside) - truth) < 0.1).all(axis=1)
    found = texture.reshape(-1, 3)[atlas.texel[atlas.inner]] / 255.0
    return float(-10 * np.log10(((found - truth)[whole] ** 2).mean()))


def _filled(texture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    empty = (texture == 0).all(axis=2)
    if not empty.any() or empty.all():
        return texture
    rows, columns = distance_transform_edt(empty, return_distances=False, return_indices=True)
    return np.asarray(texture[rows, columns])


def _peer(
    scratch: Path, mesh: Mesh, cameras: CameraRig, images: NDArray[np.uint8]
) -> tuple[NDArray[np.uint8], NDArray[np.float64]] | None:
    """Textures (J, T, T, 3) with v down, and seconds (J,); None without Open3D."""
    assert mesh.uvs is not None
    extrinsics, intrinsics = [], []
    for camera in cameras:
        right, up, forward = camera.basis
        turn = np.stack([right, -up, forward])
        outer = np.eye(4)
        outer[:3, :3], outer[:3, 3] = turn, -turn @ np.asarray(camera.eye)
        extrinsics.append(outer)
        f, x, y = camera.focal, camera.width / 2, camera.height / 2
        intrinsics.append(np.array([[f, 0, x], [0, f, y], [0, 0, 1.0]]))
    given, got = scratch / "open3d_in.npz", scratch / "open3d_out.npz"
    arrays: dict[str, Any] = {
        "vertices": mesh.vertices, "faces": mesh.faces, "uvs": mesh.uvs, "images": images,
        "extrinsics": np.stack(extrinsics), "intrinsics": np.stack(intrinsics),
        "size": np.array(_SIZE),
    }  # fmt: skip
    np.savez(given, **arrays)
    python = os.environ.get("AVATARFORGE_OPEN3D_PYTHON", sys.executable)
    script = Path(__file__).with_name("open3d_peer.py")
    ran = subprocess.run(
        [python, str(script), str(given), str(got)], capture_output=True, text=True, check=False
    )
    if ran.returncode:
        print(f"{_PEER} is not available: {ran.stderr.strip().splitlines()[-1:]}")
        return None
    with np.load(got) as answer:
        textures, seconds = answer["textures"], answer["seconds"]
    # Its rows run from the bottom.
    return textures[:, ::-1], seconds
