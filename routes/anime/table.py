"""Anime pictures, films and productions: their routes."""

from __future__ import annotations

from dataclasses import replace

from ..product import Product
from ..table import Route
from .generating import Generating
from .jobs import Jobs
from .schemas import (
    Accepted,
    AdminStats,
    Gallery,
    GenerateRequest,
    Health,
    JobList,
    JobObject,
    ListQuery,
    OrchestrateRequest,
    OrchestrationAccepted,
    Phases,
)
from .socket import JobSocket
from .status import Status
from .viewing import PREFIX, Viewing

TAG = "Anime production"

_NO_JOB = {404: "No such job"}
_JOB = {"X-Job-Id": "The job"}
_UNFIT = {422: "A value does not fit, or no recipe can make this here"}


def routes(product: Product) -> list[Route]:
    viewing = Viewing(product)
    generating = Generating(product)
    jobs = Jobs(product, viewing)
    socket = JobSocket(product, viewing)
    status = Status(product)
    generate = Route(
        method="POST",
        path=f"{PREFIX}/generate",
        handler=generating.generate,
        summary="A picture, or a short film",
        tag=TAG,
        body=GenerateRequest,
        answer=Accepted,
        errors=_UNFIT,
        headers=_JOB,
        retriable=True,
    )
    one = Route(
        method="GET",
        path=f"{PREFIX}/jobs/{{job_id}}/status",
        handler=jobs.status,
        summary="How a job stands, and what it has made",
        tag=TAG,
        answer=JobObject,
        errors=_NO_JOB,
        headers=_JOB,
    )
    file = Route(
        method="GET",
        path=f"{PREFIX}/outputs/{{job_id}}/{{filename}}",
        handler=jobs.output,
        summary="A file that a job or a phase has made",
        tag=TAG,
        media_type="*/*",
        errors=_NO_JOB,
        headers=_JOB,
        stored=True,
    )
    listening = Route(
        method="GET",
        path="/ws/job/{job_id}",
        handler=socket.serve,
        summary="A WebSocket with the job's status, whenever it changes",
        tag=TAG,
        status=101,
        errors={400: "No WebSocket handshake"},
    )
    return [
        Route(
            method="GET",
            path=f"{PREFIX}/health",
            handler=status.health,
            summary="Whether the API and its executor work",
            tag=TAG,
            access="open",
            answer=Health,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/jobs",
            handler=jobs.list,
            summary="Your jobs, newest first",
            tag=TAG,
            query=ListQuery,
            answer=JobList,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/gallery",
            handler=jobs.gallery,
            summary="What you have made, newest first",
            tag=TAG,
            query=ListQuery,
            answer=Gallery,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/phases",
            handler=status.phases,
            summary="The phases of a production",
            tag=TAG,
            answer=Phases,
        ),
        generate,
        replace(
            generate,
            path=f"{PREFIX}/generate/video",
            handler=generating.generate_video,
            summary="A short film, whatever `type` says",
        ),
        one,
        replace(one, path=f"{PREFIX}/generation/{{job_id}}/status"),
        file,
        replace(
            file,
            path=f"{PREFIX}/image/{{job_id}}",
            handler=jobs.image,
            summary="The picture of a job",
            media_type="image/*",
        ),
        replace(
            file,
            path=f"{PREFIX}/video/{{job_id}}",
            handler=jobs.video,
            summary="The film of a job; of a production, the latest",
            media_type="video/*",
        ),
        Route(
            method="POST",
            path=f"{PREFIX}/orchestrate",
            handler=generating.orchestrate,
            summary="A whole production, each phase held to a quality",
            tag=TAG,
            access="key",
            body=OrchestrateRequest,
            answer=OrchestrationAccepted,
            errors=_UNFIT,
            headers=_JOB,
            retriable=True,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/admin/stats",
            handler=status.admin_stats,
            summary="Figures for an administrator",
            tag=TAG,
            access="admin",
            answer=AdminStats,
        ),
        listening,
        replace(listening, path="/ws/progress/{job_id}"),
    ]
