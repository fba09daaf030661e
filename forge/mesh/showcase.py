"""A sheet to look at: people from one picture to a turning, rigged body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PIL import Image

from ..avatar.artist import Wish, paint
from ..avatar.contact_sheet import Cell, contact_sheet
from ..avatar.words import read_words
from ..pose.library import pose
from .bake import bake
from .cutout import prepared
from .preview import turntable
from .silhouette import mesh_from_mask
from .skeleton import fit_skeleton
from .skin import skin
from .unwrap import unwrap
from .views import front_and_back

Picture = npt.NDArray[np.uint8]
Step = Callable[[], None]

PEOPLE: tuple[tuple[str, int], ...] = (
    ("woman, teal jacket, dark trousers, brown boots, auburn bob", 5),
    ("old man with a white beard, red sweater, jeans", 3),
    ("young woman, pink hoodie, shorts, sneakers, black ponytail", 8),
)
_SIDE = 300  # pixels of a picture
_TURN = (-35.0, 90.0, 180.0)
_WORKED = 1024  # pixels that the texture and the picture are worked at


def characters(step: Step) -> Picture:
    """(H, W, 3) uint8. A row a person: the picture, the shape, three sides, the bones."""
    cells = []
    for words, seed in PEOPLE:
        cells.append(Cell(words, _row(words, seed)))
        step()
    return contact_sheet("Characters from one picture", cells, 1)


def _row(words: str, seed: int) -> tuple[Picture, ...]:
    wish = Wish(width=_WORKED, height=_WORKED, seed=seed, pose=pose("a_pose"))
    drawn = np.ascontiguousarray(paint(read_words(words).features, wish).picture[..., :3])
    ready = prepared(drawn, size=_WORKED)
    body = mesh_from_mask(ready.mask)
    views = front_and_back(ready.picture, ready.mask, body.camera, size=_WORKED)
    mesh = unwrap(body.mesh, size=_WORKED)
    baked = bake(mesh, views.images, views.cameras, masks=views.masks, size=_WORKED)
    mesh = replace(mesh, texture=baked.texture)
    rig = skin(mesh, fit_skeleton(mesh))
    small = Image.fromarray(drawn).resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    return (
        np.asarray(small),
        *turntable(body.mesh, size=_SIDE),
        *(turntable(mesh, size=_SIDE, azimuth=side)[0] for side in _TURN),
        *turntable(mesh, size=_SIDE, azimuth=0.0, elevation=0.0, rig=rig),
    )


SHEETS: Mapping[str, Callable[[Step], Picture]] = {"characters": characters}
