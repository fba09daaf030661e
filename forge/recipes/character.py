"""What a caller wants of a 3D character, once it has been checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterWish:
    image: str  # SHA-256 of a stored picture
    prompt: str
    negative: str
    seed: int  # 0..2**64-1
    image_size: int  # pixels of a view
    mesh_input_size: int  # pixels of the prepared picture
    outline_size: int  # pixels
    steps: int
    guidance_scale: float
    cfg_scale: float
    model_name: str
    pose_type: str

    def inputs(self) -> Mapping[str, Any]:
        """Of an AvatarForge Character Request node."""
        return asdict(self)
