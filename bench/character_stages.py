"""One picture made into files, in a process of its own: `python character_stages.py WORK OUT`.

WORK is `character`, a drawn avatar at the default settings of the recipe, from picture to
files, or `large`, a mesh of 500,000 faces through unwrapping, bake, skeleton and skin. OUT gets
JSON: `stages`, each with its name, CPU seconds and wall seconds, and `peak`, the most memory
the process held, in bytes.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

SIZE = 1024
FACES = 500_000
_WORDS = "woman, teal jacket, dark trousers, brown boots, auburn bob"


class Stages:
    def __init__(self) -> None:
        self.found: list[dict[str, Any]] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        cpu, wall = time.process_time(), time.perf_counter()
        yield
        self.found.append(
            {"name": name, "cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
        )


def character(stages: Stages) -> None:
    """As `silhouette-character.json` has it."""
    import numpy as np

    from ..forge.avatar.artist import Wish, paint
    from ..forge.avatar.words import read_words
    from ..forge.mesh.bake import bake
    from ..forge.mesh.cutout import prepared
    from ..forge.mesh.fbx import write_fbx
    from ..forge.mesh.glb import VrmMeta, write_glb
    from ..forge.mesh.preview import turntable
    from ..forge.mesh.silhouette import mesh_from_mask
    from ..forge.mesh.skeleton import fit_skeleton
    from ..forge.mesh.skin import skin
    from ..forge.mesh.tpose import t_posed
    from ..forge.mesh.unwrap import unwrap
    from ..forge.mesh.views import front_and_back

    drawn = paint(read_words(_WORDS).features, Wish(width=SIZE, height=SIZE, seed=5)).picture
    with stages.stage("preprocessing"):
        ready = prepared(np.ascontiguousarray(drawn[..., :3]), size=SIZE)
    with stages.stage("mesh"):
        body = mesh_from_mask(ready.mask)
        write_glb(body.mesh)
        turntable(body.mesh)
    with stages.stage("views"):
        views = front_and_back(ready.picture, ready.mask, body.camera, size=SIZE)
    with stages.stage("unwrap"):
        mesh = unwrap(body.mesh, size=SIZE)
    with stages.stage("bake"):
        baked = bake(mesh, views.images, views.cameras, masks=views.masks, size=SIZE)
        mesh = replace(mesh, texture=baked.texture)
        write_glb(mesh)
    with stages.stage("still and turntable"):
        turntable(mesh)
        turntable(mesh, frames=24, size=384, azimuth=0)
    with stages.stage("skeleton"):
        skeleton = fit_skeleton(mesh)
    with stages.stage("skin"):
        rig = skin(mesh, skeleton)
    with stages.stage("FBX, GLB, VRM and a still"):
        write_fbx(mesh, rig)
        write_glb(mesh, rig)
        write_glb(*t_posed(mesh, rig), vrm=VrmMeta(name="Character", authors=("bench",)))
        turntable(mesh, azimuth=0, elevation=0, rig=rig)


def large(stages: Stages) -> None:
    import numpy as np

    from ..forge.mesh.bake import bake
    from ..forge.mesh.camera import rig_around
    from ..forge.mesh.mesh import Mesh
    from ..forge.mesh.skeleton import fit_skeleton
    from ..forge.mesh.skin import skin
    from ..forge.mesh.unwrap import unwrap
    from ..tests.mesh import fixtures

    mesh = fixtures.humanoid("T", cell=0.0117, unwrapped=False).mesh
    while len(mesh.faces) < FACES:
        pairs = np.sort(mesh.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
        edges, number = np.unique(pairs, axis=0, return_inverse=True)
        ab, bc, ca = (number.reshape(-1, 3) + len(mesh.vertices)).T
        a, b, c = mesh.faces.T
        quarters = ((a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca))
        mesh = Mesh(
            np.concatenate([mesh.vertices, mesh.vertices[edges].mean(axis=1)]).astype(np.float32),
            np.concatenate([np.stack(each, axis=1) for each in quarters]),
        )
    print(len(mesh.faces), "faces")
    with stages.stage("unwrap"):
        mesh = unwrap(mesh, size=SIZE)
    images = np.random.default_rng(0).integers(90, 160, (2, SIZE, SIZE, 3)).astype(np.uint8)
    with stages.stage("bake of 2 views"):
        bake(mesh, images, rig_around(mesh, ["front", "back"], size=SIZE), size=SIZE)
    with stages.stage("skeleton"):
        skeleton = fit_skeleton(mesh)
    with stages.stage("skin"):
        skin(mesh, skeleton)


def peak_memory() -> int | None:
    """Bytes; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(most) if sys.platform == "darwin" else int(most) * 1024


WORK: dict[str, Callable[[Stages], None]] = {"character": character, "large": large}


def main(work: str, target: str) -> None:
    stages = Stages()
    WORK[work](stages)
    answer = {"stages": stages.found, "peak": peak_memory()}
    Path(target).write_text(json.dumps(answer), "utf-8")


if __name__ == "__main__":
    sys.path[:] = [
        entry for entry in sys.path if Path(entry or ".").absolute() != Path(__file__).parent
    ]
    root = Path(__file__).absolute().parents[1]
    spec = importlib.util.spec_from_file_location(
        "avatarforge", root / "__init__.py", submodule_search_locations=[str(root)]
    )
    assert spec is not None and spec.loader is not None
    sys.modules["avatarforge"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["avatarforge"])
    importlib.import_module("avatarforge.bench.character_stages").main(*sys.argv[1:])
