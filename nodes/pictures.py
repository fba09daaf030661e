"""Pictures between ComfyUI's tensors, the product's arrays, and files."""

from __future__ import annotations

import io as bytes_io
import re
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from ..forge.jobs import delivery
from ..forge.store.blobs import Blobs
from .comfy import directories, io, ui

if TYPE_CHECKING:
    import torch

Picture: TypeAlias = npt.NDArray[np.uint8]

_SHA256 = re.compile(r"[0-9a-f]{64}")


def to_image(*pictures: Picture) -> torch.Tensor:
    """(H, W, 3 or more) uint8 each, of one size, to IMAGE: (B, H, W, 3) float32 in 0..1."""
    import torch

    return torch.from_numpy(np.stack([picture[..., :3] for picture in pictures])).float() / 255.0


def to_mask(*pictures: Picture) -> torch.Tensor:
    """(H, W) uint8 each to MASK: (B, H, W) float32 in 0..1."""
    import torch

    return torch.from_numpy(np.stack(pictures)).float() / 255.0


def to_picture(image: torch.Tensor) -> Picture:
    """(H, W, C) in 0..1 to (H, W, C) uint8."""
    array: Picture = (image.detach().cpu().float() * 255.0).round().clamp(0, 255).byte().numpy()
    return array


def encode_png(picture: Picture) -> bytes:
    from PIL import Image

    buffer = bytes_io.BytesIO()
    # Level 1 takes a quarter of the time of the default for a tenth more bytes.
    Image.fromarray(picture).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def load_picture(name: str) -> torch.Tensor | None:
    """An uploaded picture by its SHA-256, or a file of ComfyUI's input folder by its name.

    Returns IMAGE (1, H, W, 3), or None for no name. Raises ValueError for a name outside
    the input folder or a file that is not there, OSError for one that is no picture.
    """
    from PIL import Image, ImageOps

    if not name:
        return None
    path = _picture_path(name)
    if not path.is_file():
        what = "the uploaded picture has been deleted" if _SHA256.fullmatch(name) else name
        raise ValueError(f"There is no such picture: {what}")
    with Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened)
        if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
            rgba = upright.convert("RGBA")
            ground = Image.new("RGBA", rgba.size, "white")
            upright = Image.alpha_composite(ground, rgba)
        return to_image(np.asarray(upright.convert("RGB")))


def _picture_path(name: str) -> Path:
    if _SHA256.fullmatch(name):
        return Blobs(directories().private).path(name)
    folder = directories().input.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        raise ValueError(f"{name!r} is not in the input folder")
    return path


def job_of(cls: type[io.ComfyNode]) -> str | None:
    """The job that this run is for; None in the graph editor."""
    extra: dict[str, Any] = cls.hidden.extra_pnginfo or {}
    noted = extra.get(delivery.JOB_KEY)
    job = noted.get("job") if isinstance(noted, dict) else None
    try:
        return str(uuid.UUID(job))
    except (ValueError, AttributeError, TypeError):
        return None


def preview(image: torch.Tensor, cls: type[io.ComfyNode]) -> dict[str, Any]:
    """What a person in the editor sees below the node; nobody looks on at a job."""
    return {} if job_of(cls) else dict(ui.PreviewImage(image, cls=cls).as_dict())
