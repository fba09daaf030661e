"""Open3D's `project_images_to_albedo`, in a process of its own: `python open3d_peer.py IN OUT`.

It may be an interpreter that has Open3D and nothing of this project. IN is an npz with
vertices, faces, uvs (v down), eyes' `extrinsics` (K, 4, 4), `intrinsics` (K, 3, 3), `images`
(J, K, H, W, 3) uint8 and `size`; OUT gets `textures` (J, size, size, 3) uint8 and `seconds`.
"""

from __future__ import annotations

import importlib
import sys
import time
from typing import Any

import numpy as np


def main(source: str, target: str) -> None:
    # What this project is typed with does not have it.
    o3d: Any = importlib.import_module("open3d")
    given = np.load(source)
    core, geometry = o3d.core, o3d.t.geometry
    textures, seconds = [], []
    for images in given["images"]:
        mesh = geometry.TriangleMesh(
            core.Tensor(given["vertices"].astype(np.float32)),
            core.Tensor(given["faces"].astype(np.int64)),
        )
        uvs = given["uvs"][given["faces"]].astype(np.float32)
        mesh.triangle["texture_uvs"] = core.Tensor(np.ascontiguousarray(uvs))
        pictures = [geometry.Image(core.Tensor(np.ascontiguousarray(each))) for each in images]
        inner = [core.Tensor(each.astype(np.float64)) for each in given["intrinsics"]]
        outer = [core.Tensor(each.astype(np.float64)) for each in given["extrinsics"]]
        start = time.perf_counter()
        albedo = mesh.project_images_to_albedo(
            pictures, inner, outer, tex_size=int(given["size"]), update_material=False
        )
        seconds.append(time.perf_counter() - start)
        textures.append(albedo.as_tensor().numpy()[..., :3])
    np.savez(target, textures=np.stack(textures), seconds=np.array(seconds))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
