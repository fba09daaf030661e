"""One finished picture of a person: in the place that the words speak of, or before a plain
backdrop."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageOps

from ..avatar.artist import Picture, Wish, paint
from ..avatar.casting import cast
from ..avatar.features import Features
from ..avatar.framing import framing_of
from ..scene.drawing import LEAST, draw_scene
from ..story.scene import Scene


@dataclass(frozen=True, slots=True)
class Illustration:
    picture: Picture  # (H, W, 4) uint8, opaque
    notes: tuple[str, ...]


def illustrate(
    features: Features, scene: Scene, text: str, *, style: str, width: int, height: int, seed: int
) -> Illustration:
    """The same arguments give the same bytes."""
    person = cast(features, seed)
    if scene.setting is not None and min(width, height) >= LEAST:
        shown = replace(scene, people=("the character",))
        painting = draw_scene(shown, [person], style=style, seed=seed, width=width, height=height)
        return Illustration(painting.picture, painting.notes)
    wish = Wish(framing=framing_of(text), style=style, width=width, height=height, seed=seed)
    painted = paint(features, wish)
    return Illustration(painted.picture, painted.notes)


def sized(picture: Picture, width: int, height: int) -> Picture:
    """(H, W, 3 or more) to (height, width, 3): its middle, as large as fits."""
    image = Image.fromarray(np.ascontiguousarray(picture[..., :3]))
    return np.asarray(ImageOps.fit(image, (width, height), Image.Resampling.LANCZOS))
