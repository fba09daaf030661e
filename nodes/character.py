"""Nodes about the picture that a 3D character is made from.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .comfy import ProgressBar, io
from .drawing import LARGEST_SEED
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

# Text that also fits a list of choices.
Words = io.Custom("STRING,COMBO")


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
                io.String.Input(
                    "image", default="", tooltip="A file of the input folder: one character."
                ),
                io.String.Input(
                    "prompt",
                    multiline=True,
                    default="Highly Detailed",
                    optional=True,
                    tooltip="For a model that makes the views.",
                ),
                io.String.Input(
                    "negative", multiline=True, default="", optional=True, tooltip="What to avoid."
                ),
                io.Int.Input(
                    "seed",
                    default=0,
                    min=0,
                    max=LARGEST_SEED,
                    control_after_generate=True,
                    optional=True,
                    tooltip="For models; without any, nothing is left to chance.",
                ),
                io.Int.Input(
                    "image_size",
                    default=768,
                    min=64,
                    max=4096,
                    optional=True,
                    tooltip="Pixels of a view.",
                ),
                io.Int.Input(
                    "mesh_input_size",
                    default=1024,
                    min=64,
                    max=4096,
                    optional=True,
                    tooltip="Pixels of the prepared picture.",
                ),
                io.Int.Input(
                    "outline_size",
                    default=128,
                    min=0,
                    max=4096,
                    optional=True,
                    tooltip="Pixels of ground around the character in it.",
                ),
                io.Int.Input(
                    "steps",
                    default=10,
                    min=1,
                    max=1000,
                    optional=True,
                    advanced=True,
                    tooltip="Sampler steps of a model.",
                ),
                io.Float.Input(
                    "guidance_scale",
                    default=5.5,
                    min=0.0,
                    max=100.0,
                    step=0.1,
                    optional=True,
                    advanced=True,
                    tooltip="How closely a model's mesh follows the picture.",
                ),
                io.Float.Input(
                    "cfg_scale",
                    default=2.0,
                    min=0.0,
                    max=100.0,
                    step=0.1,
                    optional=True,
                    advanced=True,
                    tooltip="How closely a model's views follow the prompt.",
                ),
                io.String.Input(
                    "model_name",
                    default="",
                    optional=True,
                    advanced=True,
                    tooltip="The model for the views.",
                ),
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
                    tooltip="1 where the character is, as from Remove Background.",
                ),
                notes_input(),
            ],
            outputs=[
                io.Image.Output("image_out", display_name="image", tooltip="The square."),
                io.Mask.Output(
                    "mask_out", display_name="mask", tooltip="1 where the character is."
                ),
                notes_output(),
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
    ) -> io.NodeOutput:
        import numpy as np

        from ..forge.mesh.cutout import prepared

        progress = ProgressBar(1)
        picture = to_picture(image[0])[..., :3]
        if mask is not None:
            alpha = to_picture(mask[0])
            if alpha.shape != picture.shape[:2]:
                raise ValueError(
                    f"mask {alpha.shape} and image {picture.shape[:2]} are of different sizes"
                )
            picture = np.dstack([picture, alpha])
        own = ["Only the first picture of the batch was used."] if len(image) > 1 else []
        ready = prepared(np.ascontiguousarray(picture), size=size, outline=outline)
        progress.update(1)
        square = to_image(ready.picture)
        return io.NodeOutput(
            square,
            to_mask(ready.mask.astype(np.uint8) * 255),
            joined(notes, (*own, *ready.notes)),
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
    ) -> io.NodeOutput:
        import numpy as np

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


def _on_white(picture: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    import numpy as np

    alpha = picture[..., 3:].astype(np.float32) / 255
    mixed = picture[..., :3] * alpha + 255 * (1 - alpha)
    result: npt.NDArray[np.uint8] = np.rint(mixed).astype(np.uint8)
    return result


NODES: list[type[io.ComfyNode]] = [CharacterRequest, PrepareCharacterImage, CharacterViews]
