"""A contact sheet of portraits, to be looked at: scikit-image's cat, whose photograph is in the
public domain (CC0), and animals that are drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import skimage.data

from ..avatar.contact_sheet import Cell, contact_sheet
from ..avatar.styles import STYLES
from .composition import Picture
from .pet import PetKind
from .stand_ins import photograph
from .studio import Commission, paint_portrait

Step = Callable[[], object]

_SITTINGS: tuple[Commission, ...] = (
    Commission("cat", 3, "hussar", "landscape"),
    Commission("cat", 7, "royal", "drapery"),
    Commission("cat", 2, "ruff", "studio"),
    Commission("cat", 6, "aristocrat", "library"),
    Commission("cat", 5, "admiral", "palace", border="oval"),
    Commission("cat", 12, "gown", "throne", border="gilt frame"),
    Commission("dog", 2, "velvet", "drapery"),
    Commission("rabbit", 22, "victorian", "landscape"),
    Commission("horse", 3, "hussar", "landscape"),
    Commission("bird", 24, "admiral", "library"),
    Commission("other", 5, "royal", "studio", border="gilt frame"),
    Commission("dog", 9, "aristocrat", "palace", style="watercolor"),
)


def _of(wish: Commission) -> Picture:
    """Half the size that they are painted in."""
    painted = paint_portrait(sitter_for(wish.kind), wish).picture
    return (
        painted[::2, ::2] // 4
        + painted[1::2, ::2] // 4
        + painted[::2, 1::2] // 4
        + (painted[1::2, 1::2] // 4)
    )


def sitter_for(kind: PetKind) -> Picture:
    """A photograph of an animal, (H, W, 3) uint8."""
    cat: Picture = skimage.data.chelsea()
    return cat if kind == "cat" else photograph(kind)


def portraits_sheet(step: Step = lambda: None) -> Picture:
    """Twelve portraits, each with what it is."""
    cells = []
    for wish in _SITTINGS:
        label = f"{wish.kind}: {wish.costume}, {wish.setting}"
        cells.append(Cell(label, (_of(wish),)))
        step()
    return contact_sheet("Pet portraits, drawn without a model", cells, 6)


def portrait_styles_sheet(step: Step = lambda: None) -> Picture:
    """One cat in the seven styles."""
    cells = []
    for style in STYLES:
        wish = Commission("cat", 7, "royal", "landscape", style)
        cells.append(Cell(style.replace("_", " "), (_of(wish),)))
        step()
    return contact_sheet("A pet portrait in seven styles", cells, 4)


SHEETS: Mapping[str, Callable[[Step], Picture]] = {
    "portraits": portraits_sheet,
    "portrait_styles": portrait_styles_sheet,
}
"""By the file's name, without its ending."""
