"""Nodes that give meshes, characters and their previews back as files.

To the job that a graph runs for; in the editor into ComfyUI's folders.
"""

from __future__ import annotations

import io as bytes_io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..forge.jobs import delivery
from ..forge.store.blobs import Blobs
from .character import CATEGORY_3D
from .comfy import ProgressBar, directories, io
from .endpoint import Result
from .notes import joined, notes_input
from .pictures import encode_png, job_of, preview, to_picture
from .solids import MeshType, RigType, to_mesh

if TYPE_CHECKING:
    import torch

    from ..forge.mesh.mesh import Mesh
    from ..forge.mesh.rig import Rig

_GLB = "model/gltf-binary"
_FBX = "application/octet-stream"
_VRM = ("off", "if valid", "T-pose")
_COUNTED = re.compile(r"_(\d{5,})_$")
_WEBP_QUALITY = 82


@dataclass(frozen=True, slots=True)
class _File:
    role: str
    suffix: str
    mime_type: str
    data: bytes
    size: tuple[int, int] | None = None  # width, height of a picture


class _Result(io.ComfyNode):
    """A node whose files go to the job, each job's anew."""

    @classmethod
    def fingerprint_inputs(cls, **_: Any) -> float:
        return float("nan")  # as Result's


class _NamedResult(_Result):
    """One whose file is called by its role."""

    @classmethod
    def validate_inputs(cls, role: str | None) -> bool | str:
        return Result.validate_inputs(role)

    @classmethod
    def _hand_over(cls, file: _File, notes: str) -> io.NodeOutput:
        folder = directories().temp
        return io.NodeOutput(ui=_handed_over(cls, [file], notes, file.role, folder, "temp"))


class MeshResult(_NamedResult):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeMeshResult",
            display_name="Mesh Result",
            category=CATEGORY_3D,
            description=(
                "Gives a mesh back as a GLB file to the API request that the graph runs for. In "
                "the editor the file goes into the temp folder."
            ),
            search_aliases=["api output", "return mesh", "save glb", "endpoint output"],
            is_output_node=True,
            inputs=[
                MeshType.Input("mesh", tooltip="With its texture, or its colours."),
                io.String.Input(
                    "role", default="textured_mesh", tooltip="What it is: raw_mesh, textured_mesh."
                ),
                notes_input(),
            ],
            outputs=[],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(cls, mesh: Any, role: str, notes: str = "") -> io.NodeOutput:
        from ..forge.mesh.glb import write_glb

        progress = ProgressBar(1)
        file = _File(role, ".glb", _GLB, write_glb(to_mesh(mesh)))
        progress.update(1)
        return cls._hand_over(file, notes)


class PreviewResult(_NamedResult):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePreviewResult",
            display_name="Preview Result",
            category=CATEGORY_3D,
            description=(
                "Gives a preview back to the API request that the graph runs for: one picture "
                "as PNG, several as an animated WebP. In the editor it shows them."
            ),
            search_aliases=["api output", "animated webp", "turntable", "return animation"],
            is_output_node=True,
            inputs=[
                io.Image.Input("images", tooltip="One, or the frames."),
                io.String.Input(
                    "role", default="preview_turntable", tooltip="What it is; begins on preview."
                ),
                io.Float.Input(
                    "fps", default=10.0, min=0.5, max=60.0, step=0.5, tooltip="Frames in a second."
                ),
                notes_input(),
            ],
            outputs=[],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(cls, images: torch.Tensor, role: str, fps: float, notes: str = "") -> io.NodeOutput:
        if job_of(cls) is None:
            return io.NodeOutput(ui=preview(images, cls))
        height, width = images.shape[1:3]
        if len(images) == 1:
            data, suffix, mime_type = encode_png(to_picture(images[0])), ".png", "image/png"
        else:
            data, suffix, mime_type = _animated(images, fps), ".webp", "image/webp"
        file = _File(role, suffix, mime_type, data, (int(width), int(height)))
        return cls._hand_over(file, notes)


class SaveRiggedCharacter(_Result):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeSaveRiggedCharacter",
            display_name="Save Rigged Character",
            category=CATEGORY_3D,
            description=(
                "Writes a character with its bones and texture as FBX, GLB and VRM: to the API "
                "request that the graph runs for, else into the output folder."
            ),
            search_aliases=["export fbx", "save vrm", "skinned glb", "export character"],
            is_output_node=True,
            inputs=[
                MeshType.Input("mesh", tooltip="The mesh that was bound."),
                RigType.Input("rig", tooltip="From Skin Mesh."),
                io.String.Input(
                    "filename_prefix",
                    default="3d/character",
                    tooltip="In the output folder; a number follows.",
                ),
                io.Boolean.Input("fbx", default=True, tooltip="Binary FBX 7400."),
                io.Boolean.Input("glb", default=True, tooltip="Skinned glTF 2.0."),
                io.Combo.Input(
                    "vrm",
                    options=list(_VRM),
                    default="T-pose",
                    tooltip="A VRM 1.0 avatar where its rules hold as it is, or once the arms "
                    "have been turned into a T-pose.",
                ),
                io.String.Input(
                    "name",
                    default="Character",
                    optional=True,
                    advanced=True,
                    tooltip="Of the character in the files.",
                ),
                io.String.Input(
                    "author",
                    default="AvatarForge",
                    optional=True,
                    advanced=True,
                    tooltip="VRM wants one.",
                ),
                notes_input(),
            ],
            outputs=[],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        mesh: Any,
        rig: Any,
        filename_prefix: str,
        fbx: bool,
        glb: bool,
        vrm: str,
        name: str = "Character",
        author: str = "AvatarForge",
        notes: str = "",
    ) -> io.NodeOutput:
        from ..forge.mesh.fbx import write_fbx
        from ..forge.mesh.glb import write_glb

        if not fbx and not glb and vrm == "off":
            raise ValueError("Choose one file format at least")
        progress = ProgressBar(3)
        solid = to_mesh(mesh)
        name = name.strip() or "Character"
        files = []
        own: list[str] = []
        if fbx:
            files.append(_File("rigged_character", ".fbx", _FBX, write_fbx(solid, rig, name=name)))
        progress.update(1)
        if glb:
            files.append(_File("rigged_glb", ".glb", _GLB, write_glb(solid, rig, name=name)))
        progress.update(1)
        if vrm != "off":
            avatar = _vrm(solid, rig, name, author, vrm == "T-pose", own)
            if avatar is not None:
                files.append(_File("rigged_vrm", ".vrm", _GLB, avatar))
        progress.update(1)
        if not files:
            raise ValueError("\n".join(own))
        shown = _handed_over(
            cls, files, joined(notes, own), filename_prefix, directories().output, "output"
        )
        return io.NodeOutput(ui=shown)


def _vrm(
    mesh: Mesh, rig: Rig, name: str, author: str, repose: bool, notes: list[str]
) -> bytes | None:
    from ..forge.mesh.glb import VrmMeta, write_glb
    from ..forge.mesh.tpose import t_posed
    from ..forge.mesh.vrm import vrm_problems

    meta = VrmMeta(name=name, authors=(author.strip(),))
    given = rig
    if repose:
        mesh, rig = t_posed(mesh, rig)
    problems = vrm_problems(rig, meta)
    if problems:
        notes.append("no VRM file: " + "; ".join(problems))
        return None
    if rig is not given:
        notes.append("for the VRM file the character was turned into a T-pose")
    return write_glb(mesh, rig, vrm=meta, name=name)


def _animated(images: torch.Tensor, fps: float) -> bytes:
    from PIL import Image

    frames = [Image.fromarray(to_picture(image)[..., :3]) for image in images]
    buffer = bytes_io.BytesIO()
    frames[0].save(
        buffer,
        "WEBP",
        save_all=True,
        append_images=frames[1:],
        duration=round(1000 / fps),
        loop=0,
        quality=_WEBP_QUALITY,
        method=1,
    )
    return buffer.getvalue()


def _handed_over(
    cls: type[io.ComfyNode],
    files: list[_File],
    notes: str,
    prefix: str,
    folder: Path,
    kind: str,
) -> dict[str, Any]:
    """To the job, or into `folder` under the prefix and a number that all of them are new with."""
    job = job_of(cls)
    warnings = {delivery.WARNINGS_KEY: notes.splitlines()}
    if job is None:
        return {"3d": _saved(files, prefix, folder, kind), **warnings}
    staging = Blobs(directories().private).job_staging(job)
    delivered = []
    for file in files:
        size = {} if file.size is None else {"width": file.size[0], "height": file.size[1]}
        delivered.append(
            delivery.put(
                staging,
                file.data,
                role=file.role,
                filename=f"{file.role}-{job[:8]}{file.suffix}",
                mime_type=file.mime_type,
                **size,
            )
        )
    return {delivery.OUTPUTS_KEY: delivered, **warnings}


def _saved(files: list[_File], prefix: str, folder: Path, kind: str) -> list[dict[str, str]]:
    root = folder.resolve()
    target = (root / prefix).resolve()
    if not target.is_relative_to(root) or target == root:
        raise ValueError(f"{prefix!r} is no name in the {kind} folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    stem = target.name
    taken = [
        int(counted.group(1))
        for path in target.parent.iterdir()
        if path.stem.startswith(stem) and (counted := _COUNTED.fullmatch(path.stem[len(stem) :]))
    ]
    number = max(taken, default=0) + 1
    made = []
    for file in files:
        path = target.parent / f"{stem}_{number:05}_{file.suffix}"
        with path.open("xb") as opened:
            opened.write(file.data)
        subfolder = target.parent.relative_to(root).as_posix()
        made.append(
            {
                "filename": path.name,
                "subfolder": "" if subfolder == "." else subfolder,
                "type": kind,
            }
        )
    return made


NODES: list[type[io.ComfyNode]] = [MeshResult, PreviewResult, SaveRiggedCharacter]
