"""What a caller wants to have made, once it has been checked; any graph can be given it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ..avatar.features import View
from ..avatar.framing import Framing
from ..moderation.policy import Route
from ..story.caption import Voice

Engine = Literal["auto", "drawn", "diffusion"]

_SEED_BITS = 53  # what JavaScript clients can read and send back unharmed


def effective_seed(wanted: int | None, bits: int = _SEED_BITS) -> int:
    """The seed that counts and is reported: a random one of so many bits for None and -1."""
    return secrets.randbits(bits) if wanted is None or wanted == -1 else wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationRequest:
    prompt: str
    seed: int  # 0..2**64-1
    width: int  # pixels
    height: int
    negative: str = ""
    clothing: str = ""
    style: str = ""  # free words; the engine takes its nearest
    realism: bool = False
    features: Mapping[str, Any] = field(default_factory=dict)
    """Explicit features by name, as `forge.avatar.coding.from_fields` reads them."""
    view: View = "front"
    framing: Framing = "figure"
    steps: int | None = None  # None: what the recipe likes
    cfg: float | None = None
    frames: int | None = None  # of a video; None: what the recipe likes
    fps: float | None = None
    people: Sequence[Mapping[str, Any]] = ()
    """Who is in a scene: `{"handle": str, "avatar_features": {...}}` each, as documented."""
    history: Sequence[Mapping[str, Any]] = ()
    """The chat before: `{"sender": str, "text": str, "tagged": [str]}` each, oldest first."""
    voice: Voice | None = None
    policy: Route | None = None
    avoid: str = ""  # a caption that is not to come again
    pose_image: str | None = None  # SHA-256 of a stored picture
    reference_image: str | None = None

    def inputs(self) -> Mapping[str, Any]:
        """Of an AvatarForge Request node: those that the caller has spoken of."""
        always = {
            "prompt": self.prompt,
            "view": self.view,
            "framing": self.framing,
            "seed": self.seed,
            "width": self.width,
            "height": self.height,
            "features": json.dumps(self.features, sort_keys=True) if self.features else "",
            "people": json.dumps(self.people) if self.people else "",
            "history": json.dumps(self.history) if self.history else "",
            "pose_image": self.pose_image or "",
            "reference_image": self.reference_image or "",
        }
        where_said = {
            "negative": self.negative,
            "clothing": self.clothing,
            "style": self.style,
            "realism": self.realism,
            "steps": self.steps,
            "cfg": self.cfg,
            "frames": self.frames,
            "fps": self.fps,
            "voice": self.voice,
            "policy": self.policy,
            "avoid": self.avoid,
        }
        said = {
            name: value
            for name, value in where_said.items()
            if value is not None and value is not False and value != ""
        }
        return {**always, **said}
