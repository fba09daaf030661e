"""Pictures that a model made of a character's other sides, laid onto its mesh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from .back import OF_THE_BACK
from .camera import Camera
from .cutout import CutoutError, subject
from .mesh import Mesh
from .raster import render
from .registration import laid_on, warped
from .views import INK, Views, spread, without_rim

Picture: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]

FITTING = 0.6
"""Of the overlap: what fits the mesh's outline worse shows something else."""

SIDE_WEIGHT = 0.3  # beside the front's 1: only what neither front nor back sees well
NAMES = ("front", "back", "left side", "right side")


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """`views` with the model's pictures in the places of guesses, and each one's overlap with
    the mesh's outline, 0 where no figure was found in it."""

    views: Views
    overlaps: tuple[float, ...]


def with_sides(views: Views) -> Views:
    """The views of front and back, and cameras for the left and right, whose pictures are
    empty and count for nothing until something is placed there."""
    front = views.cameras[0]
    eye, target = np.array(front.eye), np.array(front.target)
    away = eye - target
    cameras = list(views.cameras)
    for sign in (1, -1):  # the character's left is at +x
        turned = np.array([sign * away[2], away[1], -sign * away[0]])
        x, y, z = (float(value) for value in target + turned)
        cameras.append(replace(front, eye=(x, y, z), weight=front.weight * SIDE_WEIGHT))
    blank = np.full_like(views.images[:2], 255)
    nothing = np.zeros_like(views.masks[:2])
    return Views(
        np.concatenate([views.images, blank]),
        np.concatenate([views.masks, nothing]),
        tuple(cameras),
        views.notes,
    )


def placed(views: Views, made: Sequence[Picture], mesh: Mesh) -> Placed:
    """`made` are pictures (h, w, 3) uint8 on a plain ground, of the second camera on, in order.

    Each is moved and scaled so that its figure lies on the mesh's outline. Where it does not
    fit, or shows no figure, the view stays what it was, and the notes say so. Raises ValueError
    for more pictures than there are cameras for them.
    """
    if len(made) >= len(views.cameras):
        raise ValueError(f"{len(made)} pictures for {len(views.cameras) - 1} sides of the mesh")
    images, masks = views.images.copy(), views.masks.copy()
    notes = list(views.notes)
    overlaps: list[float] = []
    for number, picture in enumerate(made, 1):
        name = NAMES[number] if number < len(NAMES) else f"view {number}"
        laid = _laid(picture, mesh, views.cameras[number])
        if isinstance(laid, str):
            notes.append(f"the {name} that the model made shows no figure ({laid}): not used")
            overlaps.append(0.0)
            continue
        image, mask, overlap = laid
        overlaps.append(overlap)
        if overlap < FITTING:
            notes.append(
                f"the {name} that the model made does not fit the mesh (their outlines overlap "
                f"by {overlap:.0%}): not used"
            )
            continue
        images[number], masks[number] = image, mask
        if number == 1:  # it takes the place of another guess
            notes = [each for each in notes if each not in OF_THE_BACK]
        notes.append(f"the {name} is a guess, made by a model from the front")
    return Placed(replace(views, images=images, masks=masks, notes=tuple(notes)), tuple(overlaps))


def _laid(picture: Picture, mesh: Mesh, camera: Camera) -> tuple[Picture, Mask, float] | str:
    """The picture as the camera takes it, where it shows the mesh, and the overlap; else why
    nothing was found in it."""
    outline = render(mesh, camera, what="mask") > 0.5
    if not outline.any():
        return "the camera does not see the mesh"
    try:
        figure = subject(picture)
    except CutoutError as error:
        return str(error)
    transform, overlap = laid_on(figure, outline)
    colours = spread(picture, figure).astype(np.float32)
    moved = np.stack(
        [warped(colours[..., at], transform, outline.shape) for at in range(3)], axis=-1
    )
    mask = warped(figure.astype(np.float32), transform, outline.shape) > 0.5
    shown = np.where(mask[..., None], np.rint(np.clip(moved, 0, 255)), 255).astype(np.uint8)
    seen = without_rim(mask & outline, INK * max(outline.shape))
    return shown, seen, overlap
