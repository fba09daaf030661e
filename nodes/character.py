"""Nodes about the picture that a 3D character is made from.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .asked import (
    Words,
    hidden_text_input,
    negative_input,
    pixels_input,
    scale_input,
    seed_input,
    steps_input,
    text_input,
)
from .comfy import ProgressBar, io
from .drawing import PoseKeypoint
from .features import CATEGORY
from .notes import joined, notes_input, notes_output
from .pictures import preview, to_image, to_mask, to_picture
from .solids import CameraRigType, MeshType, from_cameras, to_cameras, to_mesh
from .uploads import given_file, stamp

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import torch

CATEGORY_3D = f"{CATEGORY}/3D"
POSE_TYPES = ("\u5927-pose", "A-pose", "T-pose")

_LARGEST = 4096  # pixels


class CharacterRequest(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeCharacterRequest",
            display_name="Character Request",
            category=CATEGORY_3D,
            description=(
                "What a request for a 3D character asks for. In the editor its widgets stand "
                "for the request, so that a graph can be tried before it serves the endpoint."
            ),
            search_aliases=["api input", "image to 3d", "endpoint input", "generate character"],
            inputs=[
                text_input("image", "A file of the input folder: one character.", optional=False),
                text_input(
                    "prompt",
                    "For a model that makes the views.",
                    default="Highly Detailed",
                    long=True,
                ),
                negative_input(),
                seed_input("For models; without any, nothing is left to chance.", optional=True),
                pixels_input(
                    "image_size", "Pixels of a view.", default=768, least=64, most=_LARGEST
                ),
                pixels_input(
                    "mesh_input_size",
                    "Pixels of the prepared picture.",
                    default=1024,
                    least=64,
                    most=_LARGEST,
                ),
                pixels_input(
                    "outline_size",
                    "Pixels of ground around the character in it.",
                    default=128,
                    least=0,
                    most=_LARGEST,
                ),
                steps_input("Sampler steps of a model.", default=10, least=1),
                scale_input(
                    "guidance_scale",
                    "How closely a model's mesh follows the picture.",
                    default=5.5,
                ),
                scale_input(
                    "cfg_scale", "How closely a model's views follow the prompt.", default=2.0
                ),
                hidden_text_input("model_name", "The model for the views."),
                io.Combo.Input(
                    "pose_type",
                    options=list(POSE_TYPES),
                    default=POSE_TYPES[0],
                    optional=True,
                    tooltip="How the arms are held, where the picture leaves that open.",
                ),
            ],
            outputs=[
                io.Image.Output("image_out", display_name="image"),
                io.Mask.Output(
                    "mask_out",
                    display_name="mask",
                    tooltip="1 where the picture is opaque; nothing where all of it is.",
                ),
                io.String.Output("prompt_out", display_name="prompt"),
                io.String.Output("negative_out", display_name="negative"),
                io.Int.Output("seed_out", display_name="seed"),
                io.Int.Output("image_size_out", display_name="image size"),
                io.Int.Output("mesh_input_size_out", display_name="mesh input size"),
                io.Int.Output("outline_size_out", display_name="outline size"),
                io.Int.Output("steps_out", display_name="steps"),
                io.Float.Output("guidance_scale_out", display_name="guidance scale"),
                io.Float.Output("cfg_scale_out", display_name="cfg scale"),
                Words.Output("model_name_out", display_name="model name"),
                Words.Output("pose_type_out", display_name="pose type"),
            ],
        )

    @classmethod
    def fingerprint_inputs(cls, image: str = "", **_: Any) -> str:
        return stamp(image or "")

    @classmethod
    def execute(
        cls,
        image: str,
        prompt: str = "",
        negative: str = "",
        seed: int = 0,
        image_size: int = 768,
        mesh_input_size: int = 1024,
        outline_size: int = 128,
        steps: int = 10,
        guidance_scale: float = 5.5,
        cfg_scale: float = 2.0,
        model_name: str = "",
        pose_type: str = POSE_TYPES[0],
    ) -> io.NodeOutput:
        picture = _opened(image)
        clear = picture[..., 3] < 255
        colours = to_image(_on_white(picture))
        return io.NodeOutput(
            colours,
            to_mask(picture[..., 3]) if clear.any() else None,
            prompt,
            negative,
            seed,
            image_size,
            mesh_input_size,
            outline_size,
            steps,
            guidance_scale,
            cfg_scale,
            model_name,
            pose_type,
        )


class PrepareCharacterImage(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgePrepareCharacterImage",
            display_name="Prepare Character Image",
            category=CATEGORY_3D,
            description=(
                "Cuts the character out, without any model where no mask is given, and sets it "
                "into the middle of a white square."
            ),
            search_aliases=["remove background", "cutout", "matting", "center subject", "outline"],
            inputs=[
                io.Image.Input("image", tooltip="One character; the whole figure is best."),
                io.Int.Input("size", default=1024, min=64, max=4096, tooltip="Pixels of a side."),
                io.Int.Input(
                    "outline",
                    default=128,
                    min=0,
                    max=4096,
                    tooltip="Pixels of white around the character.",
                ),
                io.Mask.Input(
                    "mask",
                    optional=True,
                    tooltip="1 where the character is: the picture's own transparency.",
                ),
                notes_input(),
                io.Mask.Input(
                    "cutout",
                    optional=True,
                    tooltip="The same by a model, as from Remove Background, for a picture "
                    "without transparency.",
                ),
                PoseKeypoint.Input(
                    "keypoints", optional=True, tooltip="Joints in the picture, to be moved along."
                ),
            ],
            outputs=[
                io.Image.Output("image_out", display_name="image", tooltip="The square."),
                io.Mask.Output(
                    "mask_out", display_name="mask", tooltip="1 where the character is."
                ),
                notes_output(),
                PoseKeypoint.Output(
                    "keypoints_out", display_name="keypoints", tooltip="The joints in the square."
                ),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        image: torch.Tensor,
        size: int,
        outline: int,
        mask: torch.Tensor | None = None,
        notes: str = "",
        cutout: torch.Tensor | None = None,
        keypoints: Any = None,
    ) -> io.NodeOutput:
        import numpy as np

        from ..forge.mesh.cutout import CutoutError, prepared
        from ..forge.pose.keypoints import moved

        progress = ProgressBar(1)
        picture = np.ascontiguousarray(to_picture(image[0])[..., :3])
        own = ["Only the first picture of the batch was used."] if len(image) > 1 else []
        if mask is not None:
            ready = prepared(_with_alpha(picture, mask), size=size, outline=outline)
        elif cutout is not None:
            try:
                ready = prepared(_with_alpha(picture, cutout), size=size, outline=outline)
            except CutoutError as error:
                own.append(f"the model for background removal found no figure ({error})")
                ready = prepared(picture, size=size, outline=outline)
        else:
            ready = prepared(picture, size=size, outline=outline)
        progress.update(1)
        square = to_image(ready.picture)
        joints = None
        if keypoints is not None:
            high, wide = picture.shape[:2]
            joints = moved(
                keypoints, (wide, high), scale=ready.scale, shift=ready.shift, canvas=(size, size)
            )
        return io.NodeOutput(
            square,
            to_mask(ready.mask.astype(np.uint8) * 255),
            joined(notes, (*own, *ready.notes)),
            joints,
            ui=preview(square, cls),
        )


class CharacterViews(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeCharacterViews",
            display_name="Character Views",
            category=CATEGORY_3D,
            description=(
                "Views for Texture Bake from one picture, without any model: the front as it "
                "is, and a back that is a guess - the front mirrored, without the face."
            ),
            search_aliases=["multiview", "back view", "front and back", "texture views"],
            inputs=[
                io.Image.Input("image", tooltip="From Prepare Character Image."),
                io.Mask.Input("mask", tooltip="1 where the character is."),
                io.Int.Input(
                    "size", default=768, min=64, max=4096, tooltip="Pixels of a view's side."
                ),
                CameraRigType.Input(
                    "camera_rig",
                    optional=True,
                    tooltip="The picture's camera, from Mesh from Silhouette.",
                ),
                MeshType.Input(
                    "mesh",
                    optional=True,
                    tooltip="Where there is no camera: the picture is laid over this mesh.",
                ),
                notes_input(),
                io.Boolean.Input(
                    "sides",
                    default=False,
                    optional=True,
                    advanced=True,
                    tooltip="Cameras for the left and right side too, for Place Views to fill.",
                ),
            ],
            outputs=[
                io.Image.Output("images", display_name="images", tooltip="Front, back."),
                io.Mask.Output("masks", display_name="masks", tooltip="Where they show it."),
                CameraRigType.Output("camera_rig_out", display_name="camera rig"),
                notes_output(),
            ],
            hidden=[io.Hidden.prompt, io.Hidden.extra_pnginfo],
        )

    @classmethod
    def execute(
        cls,
        image: torch.Tensor,
        mask: torch.Tensor,
        size: int,
        camera_rig: Any = None,
        mesh: Any = None,
        notes: str = "",
        sides: bool = False,
    ) -> io.NodeOutput:
        import numpy as np

        from ..forge.mesh.placing import with_sides
        from ..forge.mesh.views import front_and_back, front_camera

        progress = ProgressBar(1)
        shown = to_picture(mask[0]) > 127
        own: tuple[str, ...] = ()
        if camera_rig is not None:
            cameras = to_cameras(camera_rig)
            if not cameras:
                raise ValueError("The camera rig is empty")
            camera = cameras[0]
        elif mesh is not None:
            camera, own = front_camera(to_mesh(mesh), shown)
        else:
            raise ValueError("Character Views needs a camera rig or a mesh")
        picture = np.ascontiguousarray(to_picture(image[0])[..., :3])
        views = front_and_back(picture, shown, camera, size=size)
        if sides:
            views = with_sides(views)
        progress.update(1)
        images = to_image(*views.images)
        return io.NodeOutput(
            images,
            to_mask(*(each.astype(np.uint8) * 255 for each in views.masks)),
            from_cameras(views.cameras),
            joined(notes, (*own, *views.notes)),
            ui=preview(images, cls),
        )


def _opened(name: str) -> npt.NDArray[np.uint8]:
    """(H, W, 4), upright. Raises ValueError, and OSError for what is no picture."""
    import numpy as np
    from PIL import Image, ImageOps

    with Image.open(given_file(name, "picture")) as opened:
        return np.asarray(ImageOps.exif_transpose(opened).convert("RGBA"))


def _with_alpha(picture: npt.NDArray[np.uint8], mask: torch.Tensor) -> npt.NDArray[np.uint8]:
    import numpy as np

    alpha = to_picture(mask[0])
    if alpha.shape != picture.shape[:2]:
        raise ValueError(f"mask {alpha.shape} and image {picture.shape[:2]} are of different sizes")
    return np.ascontiguousarray(np.dstack([picture, alpha]))


def _on_white(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    import numpy as np

    alpha = picture[..., 3:].astype(np.float32) / 255
    mixed = picture[..., :3] * alpha + 255 * (1 - alpha)
    result: npt.NDArray[np.uint8] = np.rint(mixed).astype(np.uint8)
    return result


NODES: list[type[io.ComfyNode]] = [CharacterRequest, PrepareCharacterImage, CharacterViews]
