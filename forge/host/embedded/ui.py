"""`comfy_api.latest.ui`: what nodes show below themselves."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, Literal

from .context import directories
from .node import ComfyNode, UIOutput

if TYPE_CHECKING:
    import torch
    from PIL.PngImagePlugin import PngInfo


class SavedResult(dict[str, str]):
    """A file that ComfyUI's /view would serve."""

    def __init__(self, filename: str, subfolder: str, type: Literal["temp"]) -> None:  # noqa: A002
        super().__init__(filename=filename, subfolder=subfolder, type=type)


class PreviewImage(UIOutput):
    """Pictures, (B, H, W, C) in 0..1, written as PNG files to the temp directory.

    With `cls` the files carry the prompt and extra_pnginfo that the node sees.
    """

    def __init__(
        self, image: torch.Tensor, animated: bool = False, cls: type[ComfyNode] | None = None
    ) -> None:
        self.values = _saved(image, cls)
        self.animated = animated

    def as_dict(self) -> dict[str, Any]:
        return {"images": self.values, "animated": (self.animated,)}


class PreviewText(UIOutput):
    def __init__(self, value: str) -> None:
        self.value = value

    def as_dict(self) -> dict[str, Any]:
        return {"text": (self.value,)}


def _saved(images: torch.Tensor, cls: type[ComfyNode] | None) -> list[SavedResult]:
    from PIL import Image

    folder = directories().temp
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"AvatarForge_temp_{uuid.uuid4().hex}"
    metadata = _metadata(cls)
    results = []
    for index, picture in enumerate(images, start=1):
        pixels = (picture.detach().cpu().float() * 255.0).clamp(0, 255).byte().numpy()
        name = f"{stem}_{index:05}_.png"
        Image.fromarray(pixels).save(folder / name, pnginfo=metadata, compress_level=1)
        results.append(SavedResult(name, "", "temp"))
    return results


def _metadata(cls: type[ComfyNode] | None) -> PngInfo | None:
    from PIL.PngImagePlugin import PngInfo

    if cls is None:
        return None
    metadata = PngInfo()
    if cls.hidden.prompt:
        metadata.add_text("prompt", json.dumps(cls.hidden.prompt))
    for key, value in (cls.hidden.extra_pnginfo or {}).items():
        metadata.add_text(key, json.dumps(value))
    return metadata


__all__ = ["PreviewImage", "PreviewText", "SavedResult"]
