"""The pose sheet of one person: four views, drawn apart and set side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt

from ..pose.sheet import SheetFigure, compose_sheet
from ..pose.skeleton import Pose
from .artist import Wish, cut_out
from .casting import cast
from .features import VIEWS, Colour, Features, View

_LABELS: Mapping[View, str] = {
    "front": "FRONT",
    "back": "BACK",
    "side": "SIDE",
    "quarter": "3/4 VIEW",
}
_VIEW_SIZE = (512, 768)  # pixels; all alike, so that all have one scale


def model_sheet(
    features: Features,
    *,
    style: str = "",
    realism: bool = False,
    seed: int = 0,
    title: str = "",
    width: int = 1600,
    pose: Pose | None = None,
    step: Callable[[], object] = lambda: None,
) -> npt.NDArray[np.uint8]:
    """(H, width, 3) uint8. `pose` is for the front view; `step` is called after each view."""
    person = cast(features, seed)

    def seen(view: View) -> npt.NDArray[np.uint8]:
        wish = Wish(
            view=view,
            pose=pose if view == "front" else None,
            style=style,
            realism=realism,
            width=_VIEW_SIZE[0],
            height=_VIEW_SIZE[1],
            seed=seed,
        )
        return cut_out(person, wish).picture

    figures = []
    # One is drawn while the rendering process has the one before.
    pool = ThreadPoolExecutor(2)
    try:
        for view, picture in zip(VIEWS, pool.map(seen, VIEWS), strict=True):
            figures.append(SheetFigure(_LABELS[view], picture, _ground(picture)))
            step()
    finally:
        pool.shutdown(cancel_futures=True)
    return compose_sheet(figures, title=title, palette=palette_of(person), width=width)


def palette_of(person: Features) -> list[tuple[str, str]]:
    """The person's colours as (label, "#rrggbb"), each once."""
    named: list[tuple[str, Colour | None]] = [
        ("SKIN", person.skin_colour),
        ("HAIR", person.hair.colour),
        ("EYES", person.face.eye_colour),
        *((garment.kind.upper(), garment.colour) for garment in person.garments),
        *((prop.kind.upper(), prop.colour) for prop in person.props),
    ]
    return [(label, colour.hex) for label, colour in named if colour is not None]


def _ground(picture: npt.NDArray[np.uint8]) -> int:
    rows = np.flatnonzero(picture[..., 3].max(axis=1) > 127)
    return int(rows[-1]) + 1 if rows.size else picture.shape[0]
