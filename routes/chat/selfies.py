"""What a selfie shows: measured here, or told by a graph where a model for it is installed."""

from __future__ import annotations

import asyncio
import io
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from aiohttp import web
from pydantic import ValidationError

from ...forge.images import ImageError, inspect
from ...forge.recipes.availability import Availability
from ...forge.recipes.cookbook import Choice
from ..access import Caller
from ..problem import Problem
from ..product import Product
from ..uploads import Upload, discard_soon
from .generating import Generating, Wanted
from .problems import bad_selfie
from .schemas import AvatarFeatures

UPLOAD_LIMIT = 20 << 20  # bytes

_LARGEST_SIDE = 16384  # pixels of a selfie
_LOOKED_AT_SIDE = 4096
_SHOWN_SIDE = 1024  # pixels, of what a model looks at
_UNREADABLE = "The picture is empty or cannot be read"
_MESSAGES = {
    "NO_FACE_DETECTED": "No face detected in image",
    "MULTIPLE_FACES": "More than one face in the image",
    "LOW_QUALITY": "The picture is too blurred, too dark or too bright",
    "INVALID_IMAGE": _UNREADABLE,
}


class Selfies:
    def __init__(self, product: Product, generating: Generating) -> None:
        self._product = product
        self._generating = generating
        self._analysing = asyncio.Semaphore(1)  # it takes a core

    async def features(self, request: web.Request, caller: Caller) -> Mapping[str, Any]:
        """The documented `avatar_features` of the upload. Nothing of the picture is kept.

        Raises ChatProblem BAD_SELFIE, and what an upload and a generation raise."""
        upload = await self._product.intake.receive_file(request, "file", UPLOAD_LIMIT)
        try:
            choice = await self._generating.choose("selfie", pictures=frozenset({"reference"}))
            if _tells_more(choice.chosen):
                return await self._told(request, caller, upload, choice)
            async with self._analysing:
                return await asyncio.to_thread(_measured, upload.staged.path)
        finally:
            discard_soon(upload.staged)

    async def _told(
        self, request: web.Request, caller: Caller, upload: Upload, choice: Choice
    ) -> Mapping[str, Any]:
        sha256 = await asyncio.to_thread(self._shown, upload.staged.path)
        try:
            wanted = Wanted(
                task="selfie",
                kind="selfie",
                noted={},
                generation={
                    "prompt": "",
                    "width": 0,
                    "height": 0,
                    "reference_image": sha256,
                    "policy": "profile",
                },
            )
            texts = await self._generating.tell(request, caller, wanted, choice)
        finally:
            self._product.in_background(asyncio.to_thread(self._product.blobs.drop, sha256))
        try:
            features = AvatarFeatures.model_validate_json(texts["avatar_features"])
        except (KeyError, ValidationError) as error:
            raise Problem(500, "The recipe told nothing of the selfie") from error
        reason = texts.get("reason", "")
        if reason in _MESSAGES:
            meta = features.meta
            raise bad_selfie(reason, _MESSAGES[reason], meta.num_faces, meta.quality_score)
        return features.model_dump()

    def _shown(self, path: Path) -> str:
        """A small copy for the graph, of which no database knows: what a crash leaves is swept
        at the next start. No two copies are the same bytes, so that none goes with another.

        Raises ChatProblem BAD_SELFIE, StorageFullError."""
        from PIL import Image, PngImagePlugin

        note = PngImagePlugin.PngInfo()
        note.add_text("copy", uuid.uuid4().hex)
        buffer = io.BytesIO()
        picture = Image.fromarray(_pixels(path))
        picture.thumbnail((_SHOWN_SIDE, _SHOWN_SIDE), Image.Resampling.LANCZOS)
        picture.save(buffer, "PNG", compress_level=1, pnginfo=note)
        with self._product.blobs.stage() as staged:
            staged.write(buffer.getvalue())
            sha256 = staged.finish()
            self._product.blobs.adopt(staged.path, sha256)
        return sha256


def _tells_more(here: Availability) -> bool:
    """Whether the graph does more than what is measured without it."""
    recipe = here.recipe
    return recipe.engine == "custom" or not here.left_out.issuperset(recipe.parts())


def _measured(path: Path) -> Mapping[str, Any]:
    """Raises ChatProblem BAD_SELFIE."""
    from ...forge.avatar.selfie import analyse

    selfie = analyse(_pixels(path))
    if selfie.reason is not None:
        raise bad_selfie(selfie.reason, _MESSAGES[selfie.reason], len(selfie.faces), selfie.quality)
    features: Mapping[str, Any] = selfie.features
    return features


def _pixels(path: Path) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """(H, W, 3) uint8, upright; what is larger than is looked at is made smaller first.

    Raises ChatProblem BAD_SELFIE."""
    from PIL import Image, ImageOps

    try:
        inspect(path, smallest=1, largest=_LARGEST_SIDE)
        with Image.open(path) as opened:
            opened.thumbnail((_LOOKED_AT_SIDE, _LOOKED_AT_SIDE))
            return np.asarray(ImageOps.exif_transpose(opened).convert("RGB"))
    except (ImageError, OSError) as error:
        raise bad_selfie("INVALID_IMAGE", _UNREADABLE, 0, 0.0) from error
