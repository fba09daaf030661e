"""Stands in for ComfyUI_IPAdapter_plus: its two nodes that the recipes use, as they are declared
there, and its model folder. They do nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import folder_paths

folder_paths.add_model_folder_path("ipadapter", str(Path(folder_paths.models_dir) / "ipadapter"))
_folders, _ = folder_paths.folder_names_and_paths["ipadapter"]
folder_paths.folder_names_and_paths["ipadapter"] = (
    _folders,
    folder_paths.supported_pt_extensions,
)

_SHARE = {"min": 0.0, "max": 1.0, "step": 0.001}


class IPAdapterModelLoader:
    RETURN_TYPES = ("IPADAPTER",)
    FUNCTION = "load"
    CATEGORY = "ipadapter"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        return {"required": {"ipadapter_file": (folder_paths.get_filename_list("ipadapter"),)}}

    def load(self, ipadapter_file: str) -> tuple[str]:
        return (ipadapter_file,)


class IPAdapterAdvanced:
    RETURN_TYPES = ("MODEL",)
    FUNCTION = "apply"
    CATEGORY = "ipadapter"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        return {
            "required": {
                "model": ("MODEL",),
                "ipadapter": ("IPADAPTER",),
                "image": ("IMAGE",),
                "weight": ("FLOAT", {"default": 1.0, "min": -1, "max": 5, "step": 0.05}),
                "weight_type": (["linear", "ease in", "ease out"],),
                "combine_embeds": (["concat", "add", "subtract", "average", "norm average"],),
                "start_at": ("FLOAT", {"default": 0.0, **_SHARE}),
                "end_at": ("FLOAT", {"default": 1.0, **_SHARE}),
                "embeds_scaling": (
                    ["V only", "K+V", "K+V w/ C penalty", "K+mean(V) w/ C penalty"],
                ),
            },
            "optional": {
                "image_negative": ("IMAGE",),
                "attn_mask": ("MASK",),
                "clip_vision": ("CLIP_VISION",),
            },
        }

    def apply(self, model: Any, **_: Any) -> tuple[Any]:
        return (model,)


NODE_CLASS_MAPPINGS = {
    "IPAdapterModelLoader": IPAdapterModelLoader,
    "IPAdapterAdvanced": IPAdapterAdvanced,
}
