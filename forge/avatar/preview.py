"""Small pictures that show what a view is."""

from __future__ import annotations

import io

from PIL import Image

from .artist import Wish, paint
from .features import View
from .words import read_words

_PERSON = "woman, teal jacket, dark trousers, brown boots, auburn bob"
_SIZE = (256, 384)  # pixels


def view_preview(view: View) -> bytes:
    """A PNG of one person in this view."""
    width, height = _SIZE
    painting = paint(
        read_words(_PERSON).features, Wish(view=view, width=width, height=height, seed=7)
    )
    buffer = io.BytesIO()
    Image.fromarray(painting.picture).save(buffer, "PNG")
    return buffer.getvalue()
