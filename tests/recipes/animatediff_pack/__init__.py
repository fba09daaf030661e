"""Stands in for ComfyUI-AnimateDiff-Evolved: its two nodes that the recipes use, as they are
declared there, and its model folder. They do nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import folder_paths

folder_paths.add_model_folder_path(
    "animatediff_models", str(Path(folder_paths.models_dir) / "animatediff_models")
)
_folders, _ = folder_paths.folder_names_and_paths["animatediff_models"]
folder_paths.folder_names_and_paths["animatediff_models"] = (
    _folders,
    folder_paths.supported_pt_extensions,
)


class AnimateDiffLoaderGen1:
    RETURN_TYPES = ("MODEL",)
    FUNCTION = "load"
    CATEGORY = "animatediff"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        models = folder_paths.get_filename_list("animatediff_models")
        return {
            "required": {
                "model": ("MODEL",),
                "model_name": (models,),
                "beta_schedule": (["autoselect", "lcm", "linear"], {"default": "autoselect"}),
            },
            "optional": {
                "context_options": ("CONTEXT_OPTIONS",),
                "motion_lora": ("MOTION_LORA",),
                "ad_settings": ("AD_SETTINGS",),
                "ad_keyframes": ("AD_KEYFRAMES",),
                "sample_settings": ("SAMPLE_SETTINGS",),
                "scale_multival": ("MULTIVAL",),
                "effect_multival": ("MULTIVAL",),
                "per_block": ("PER_BLOCK",),
            },
        }

    def load(self, model: Any, **_: Any) -> tuple[Any]:
        return (model,)


class LoopedUniformContextOptions:
    RETURN_TYPES = ("CONTEXT_OPTIONS",)
    FUNCTION = "make"
    CATEGORY = "animatediff"

    @classmethod
    def INPUT_TYPES(cls) -> dict[str, Any]:  # noqa: N802
        return {
            "required": {
                "context_length": ("INT", {"default": 16, "min": 1, "max": 128}),
                "context_stride": ("INT", {"default": 1, "min": 1, "max": 32}),
                "context_overlap": ("INT", {"default": 4, "min": 0, "max": 128}),
                "closed_loop": ("BOOLEAN", {"default": False}),
            },
            "optional": {
                "fuse_method": (["pyramid", "flat", "overlap-linear"],),
                "use_on_equal_length": ("BOOLEAN", {"default": False}),
                "start_percent": ("FLOAT", {"default": 0.0, "min": 0.0, "max": 1.0}),
                "guarantee_steps": ("INT", {"default": 1, "min": 0}),
                "prev_context": ("CONTEXT_OPTIONS",),
                "view_opts": ("VIEW_OPTS",),
            },
        }

    def make(self, **options: Any) -> tuple[Any]:
        return (options,)


NODE_CLASS_MAPPINGS = {
    "ADE_AnimateDiffLoaderGen1": AnimateDiffLoaderGen1,
    "ADE_LoopedUniformContextOptions": LoopedUniformContextOptions,
}
