"""Reading what a caller sends, against its limit while it arrives."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from .problem import Problem, misfit

JSON_LIMIT = 1 << 20  # bytes
JSON_WITH_IMAGES_LIMIT = 70 << 20

Body = TypeVar("Body", bound=BaseModel)


async def read_json(request: web.Request, model: type[Body], limit: int = JSON_LIMIT) -> Body:
    """Raises Problem 413 or 422."""
    declared = request.content_length
    if declared is not None and declared > limit:
        raise too_large(limit)
    data = bytearray()
    async for chunk in request.content.iter_any():
        data += chunk
        if len(data) > limit:
            raise too_large(limit)
    try:
        # Only a body with a picture is long enough to hold up the loop.
        if len(data) > JSON_LIMIT:
            return await asyncio.to_thread(model.model_validate_json, bytes(data))
        return model.model_validate_json(bytes(data))
    except ValidationError as error:
        raise misfit(error, "body") from error


def read_query(request: web.Request, model: type[Body]) -> Body:
    """Raises Problem 422."""
    try:
        return model.model_validate(dict(request.query))
    except ValidationError as error:
        raise misfit(error, "query") from error


def too_large(limit: int) -> Problem:
    return Problem(413, f"Too large: at most {limit >> 20} MB")


def safe_filename(name: str) -> str:
    """The last part of a name, of any system, fit to be stored and sent in a header."""
    last = re.split(r"[\\/]", name)[-1]
    kept = "".join(
        character for character in last if unicodedata.category(character)[0] != "C"
    ).strip(" .")
    return kept[:200] or "upload"
