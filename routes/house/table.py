"""The pack's own routes, `/avatarforge`: health, readiness, documentation, and all jobs."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import web

from ...forge.jobs.job import Job
from ...forge.store.errors import NotFoundError
from ..access import Caller
from ..body import read_query
from ..problem import Problem
from ..product import Product
from ..replies import reply
from ..table import Route
from ..version import VERSION
from . import recipes
from .documentation import page
from .metrics import CONTENT_TYPE, MEDIA_TYPE, metrics
from .openapi import document
from .schemas import (
    HouseHealth,
    JobList,
    JobObject,
    JobOutput,
    JobQuery,
    Readiness,
)

PREFIX = "/avatarforge"
TAG = "Server"

_NO_JOB = {404: "No such job"}
_JOB = {"X-Job-Id": "The job"}


def routes(product: Product, others: Sequence[Route]) -> list[Route]:
    """`others` are the routes of the documented APIs, which the documentation shows too."""
    house = House(product)
    own = [
        Route(
            method="GET",
            path=f"{PREFIX}/health",
            handler=house.health,
            summary="Whether the server answers",
            tag=TAG,
            access="open",
            answer=HouseHealth,
            also={503: "Not ready; the same object says why"},
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/ready",
            handler=house.ready,
            summary="Whether jobs can run here, and what is missing",
            tag=TAG,
            access="open",
            answer=Readiness,
            also={503: "Not ready; the same object says what is missing"},
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/metrics",
            handler=house.metrics,
            summary="Figures for Prometheus",
            tag=TAG,
            media_type=MEDIA_TYPE,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/jobs",
            handler=house.jobs,
            summary="Your jobs in all APIs, newest first; everybody's for an admin",
            tag=TAG,
            query=JobQuery,
            answer=JobList,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/jobs/{{job_id}}",
            handler=house.job,
            summary="One job",
            tag=TAG,
            answer=JobObject,
            errors=_NO_JOB,
            headers=_JOB,
        ),
        Route(
            method="DELETE",
            path=f"{PREFIX}/jobs/{{job_id}}",
            handler=house.cancel,
            summary="Cancel a job; a finished one stays as it is",
            tag=TAG,
            answer=JobObject,
            errors=_NO_JOB,
            headers=_JOB,
        ),
    ]
    own += recipes.routes(product)
    own += [
        Route(
            method="GET",
            path=f"{PREFIX}/openapi.json",
            handler=house.openapi,
            summary="This API as an OpenAPI 3.1 document",
            tag=TAG,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/docs",
            handler=house.docs,
            summary="This API as a page to read",
            tag=TAG,
            media_type="text/html",
        ),
    ]
    house.described = [*others, *own]
    return own


class House:
    def __init__(self, product: Product) -> None:
        self._product = product
        self.described: Sequence[Route] = ()

    async def health(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        reason = self._product.unavailable
        return reply(
            HouseHealth(
                status="healthy" if reason is None else "unhealthy",
                version=VERSION,
                host=self._product.host.name,
                error=reason,
            ),
            status=200 if reason is None else 503,
        )

    async def ready(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        missing = [] if self._product.unavailable is None else [self._product.unavailable]
        every = await self._product.cookbook.look()
        for each in every:
            if each.recipe.engine == "drawn":
                missing += [f"recipe {each.recipe.name} needs {what}" for what in each.missing]
        queue = self._product.host.queue()
        return reply(
            Readiness(
                ready=not missing,
                missing=missing,
                apis=["avatarforge", "chat", "character3d", "anime", "portrait"],
                recipes={each.recipe.name: each.runs for each in every},
                recipes_that_run=sum(each.runs for each in every),
                queue={"running": queue.running, "pending": queue.pending},
            ),
            status=503 if missing else 200,
        )

    async def metrics(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        text = await metrics(self._product)
        return web.Response(body=text.encode(), headers={"Content-Type": CONTENT_TYPE})

    async def jobs(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        query = read_query(request, JobQuery)
        found = await self._product.runner.page(
            owner=caller.sees,
            api=query.api,
            states=None if query.state is None else (query.state,),
            limit=query.limit,
            offset=query.offset,
        )
        return reply(
            JobList(
                total=found.total,
                jobs=[_object(job) for job in found.jobs],
                limit=query.limit,
                offset=query.offset,
            )
        )

    async def job(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        try:
            job = await self._product.runner.get(request.match_info["job_id"], caller.sees)
        except NotFoundError as error:
            raise Problem(404, "Job not found") from error
        return reply(_object(job), job_id=job.id)

    async def cancel(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        try:
            job = await self._product.runner.cancel(request.match_info["job_id"], caller.sees)
        except NotFoundError as error:
            raise Problem(404, "Job not found") from error
        return reply(_object(job), job_id=job.id)

    async def openapi(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return web.json_response(document(self.described, VERSION))

    async def docs(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        address = f"{request.scheme}://{request.host}"
        text = page(document(self.described, VERSION), address)
        return web.Response(text=text, content_type="text/html")


def _object(job: Job) -> JobObject:
    return JobObject(
        id=job.id,
        api=job.api,
        kind=job.kind,
        owner=job.owner or None,
        state=job.state,
        progress=round(job.progress, 1),
        engine=job.engine,
        recipe=job.recipe,
        seed=job.seed,
        warnings=list(job.warnings),
        error=job.error,
        prompt_id=job.prompt_id,
        created_at=job.created_at,
        started_at=job.started_at,
        completed_at=job.completed_at,
        outputs=[
            JobOutput(
                role=output.role,
                filename=output.filename,
                mime_type=output.mime_type,
                size=output.size,
                width=output.width,
                height=output.height,
            )
            for output in job.outputs
        ],
        request=dict(job.request),
    )
