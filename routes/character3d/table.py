"""Image to a textured, rigged 3D character: its routes."""

from __future__ import annotations

from dataclasses import replace

from ..product import Product
from ..table import Route
from .jobs import Characters
from .problems import character_shape
from .schemas import Accepted, JobStatus, Models, Removed
from .socket import JobSocket

TAG = "3D characters"

_NO_JOB = {404: "No such job (JOB_NOT_FOUND)"}
_JOB = {"X-Job-Id": "The job"}
_NO_FILE = {404: "No such file of this job (FILE_NOT_FOUND)"}


def routes(product: Product) -> list[Route]:
    characters = Characters(product)
    socket = JobSocket(product, characters)
    models = Route(
        method="GET",
        path="/avatarforge/character3d/models",
        handler=characters.models,
        summary="The models that characters can be made with",
        tag=TAG,
        answer=Models,
        problem_shape=character_shape,
    )
    documented = [replace(models, path="/models", bare=True)]
    return [
        models,
        *(documented if product.settings.serve_models else ()),
        Route(
            method="POST",
            path="/generate_character",
            handler=characters.create,
            summary="A textured, rigged character from one picture",
            tag=TAG,
            upload="image",
            answer=Accepted,
            status=202,
            errors={
                400: "A parameter does not fit (INVALID_PARAMETERS)",
                413: "Above 10 MB (FILE_TOO_LARGE)",
                415: "Neither PNG nor JPEG (UNSUPPORTED_FORMAT)",
                429: "Above 10 posts a minute, or two jobs are unfinished (SERVER_BUSY)",
                503: "The queue is full (SERVER_BUSY)",
            },
            problem_shape=character_shape,
            headers=_JOB,
            retriable=True,
        ),
        Route(
            method="GET",
            path="/job/{job_id}/status",
            handler=characters.status,
            summary="How a character's job stands, and what is done",
            tag=TAG,
            answer=JobStatus,
            errors=_NO_JOB,
            problem_shape=character_shape,
            headers=_JOB,
        ),
        Route(
            method="GET",
            path="/job/{job_id}/download/{filename}",
            handler=characters.download,
            summary="A result, as soon as its stage is done",
            tag=TAG,
            media_type="application/octet-stream",
            errors=_NO_FILE,
            problem_shape=character_shape,
            headers=_JOB,
            stored=True,
        ),
        Route(
            method="GET",
            path=r"/output/{path:[\s\S]+}",
            handler=characters.output,
            summary="The paths that a job's `results` show",
            tag=TAG,
            media_type="application/octet-stream",
            errors=_NO_FILE,
            problem_shape=character_shape,
            headers=_JOB,
            stored=True,
        ),
        Route(
            method="DELETE",
            path="/job/{job_id}",
            handler=characters.delete,
            summary="Cancel an unfinished job, or remove a finished one with its files",
            tag=TAG,
            answer=Removed,
            errors=_NO_JOB,
            problem_shape=character_shape,
            headers=_JOB,
        ),
        Route(
            method="GET",
            path="/ws/{job_id}",
            handler=socket.serve,
            summary="A WebSocket with the job's events",
            tag=TAG,
            status=101,
            errors={400: "No WebSocket handshake"},
            problem_shape=character_shape,
        ),
    ]
