"""Portraits of pets: their routes. The messages on `/ws` come from `listeners`."""

from __future__ import annotations

from aiohttp import web

from ..access import Caller
from ..product import Product
from ..replies import reply
from ..table import Route
from .images import Images
from .listeners import Listeners
from .portraits import Portraits
from .problems import portrait_shape
from .schemas import Healthy, ImageQuery, PortraitRequest, Started, Status, Uploaded, WorkflowInfo

TAG = "Pet portraits"

_JOB = {"X-Job-Id": "The job"}
_WORKFLOW = {500: "There is no workflow that can run here"}
_BAD_START = (
    "An invalid or expired session, a node that takes no input, or an input that is refused"
)


def routes(product: Product) -> list[Route]:
    portraits = Portraits(product, Listeners(product))
    images = Images(product)
    return [
        Route(
            method="GET",
            path="/api/health",
            handler=_healthy,
            summary="Whether the server answers",
            tag=TAG,
            access="open",
            answer=Healthy,
            problem_shape=portrait_shape,
        ),
        Route(
            method="POST",
            path="/api/upload",
            handler=portraits.upload,
            summary="A session from a photograph of a pet",
            tag=TAG,
            upload="image",
            answer=Uploaded,
            errors={400: "No image, or one that cannot be read", 413: "Above 20 MB"},
            problem_shape=portrait_shape,
        ),
        Route(
            method="POST",
            path="/api/generate",
            handler=portraits.generate,
            summary="A portrait of the session's pet",
            tag=TAG,
            body=PortraitRequest,
            answer=Started,
            errors={
                **_WORKFLOW,
                400: _BAD_START,
                409: "A portrait of this session is being made already",
            },
            problem_shape=portrait_shape,
            headers=_JOB,
            retriable=True,
        ),
        Route(
            method="POST",
            path="/api/regenerate",
            handler=portraits.regenerate,
            summary="Another portrait: with new seeds, and the earlier inputs where none are given",
            tag=TAG,
            body=PortraitRequest,
            answer=Started,
            errors={
                **_WORKFLOW,
                400: f"{_BAD_START}; or nothing was generated yet",
                409: "A portrait of this session is being made already",
            },
            problem_shape=portrait_shape,
            headers=_JOB,
            retriable=True,
        ),
        Route(
            method="GET",
            path="/api/status/{session_id}",
            handler=portraits.status,
            summary="How the session's latest portrait stands",
            tag=TAG,
            answer=Status,
            errors={**_WORKFLOW, 404: "No such session, or an expired one"},
            problem_shape=portrait_shape,
        ),
        Route(
            method="GET",
            path="/api/workflow-info",
            handler=portraits.workflow_info,
            summary="What the workflow that would run now has, and takes",
            tag=TAG,
            answer=WorkflowInfo,
            errors=_WORKFLOW,
            problem_shape=portrait_shape,
        ),
        Route(
            method="GET",
            path="/api/images/{filename}",
            handler=images.get,
            summary="A photograph or a portrait of one of your sessions",
            tag=TAG,
            query=ImageQuery,
            media_type="image/*",
            errors={400: "An unknown type, or a path that leaves its folder"},
            problem_shape=portrait_shape,
            stored=True,
        ),
    ]


async def _healthy(request: web.Request, caller: Caller) -> web.StreamResponse:
    return reply(Healthy())
