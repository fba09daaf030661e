"""Pictures from outside: what they are, told from their bytes alone."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

MIME_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


class ImageError(ValueError):
    """This is no picture that we take; the message says why."""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    mime_type: str
    width: int
    height: int


def inspect(source: Path | bytes, *, smallest: int = 1, largest: int = 4096) -> ImageFacts:
    """Decode every pixel of a PNG, JPEG or WEBP whose sides are smallest..largest pixels.

    The size stands in the header and is checked before anything is decoded, so that a
    decompression bomb costs nothing. Raises ImageError.
    """
    try:
        with Image.open(
            io.BytesIO(source) if isinstance(source, bytes) else source, formats=list(MIME_TYPES)
        ) as image:
            width, height = image.size
            if not (smallest <= min(width, height) and max(width, height) <= largest):
                raise ImageError(
                    f"Image is {width}x{height}; each side must be {smallest} to {largest} pixels"
                )
            image.load()
            return ImageFacts(MIME_TYPES[str(image.format)], width, height)
    except ImageError:
        raise
    except UnidentifiedImageError as error:
        raise ImageError("Not a PNG, JPEG or WEBP image") from error
    except Exception as error:
        # Pillow's decoders raise whatever the damage makes of them: OSError, SyntaxError,
        # ValueError, struct.error, IndexError and more.
        raise ImageError("Image is damaged or incomplete") from error
