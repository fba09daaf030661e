"""JSON answers: pydantic objects, written the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web
from pydantic import BaseModel


def reply(answer: BaseModel, *, status: int = 200, job_id: str | None = None) -> web.Response:
    headers: Mapping[str, str] = {} if job_id is None else {"X-Job-Id": job_id}
    return web.Response(
        body=answer.model_dump_json().encode(),
        status=status,
        content_type="application/json",
        charset="utf-8",
        headers=headers,
    )
