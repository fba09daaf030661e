"""Jobs looked at: one, the list, the gallery, and the files that they made."""

from __future__ import annotations

from aiohttp import web

from ...forge.jobs.job import Job, Output
from ..access import Caller
from ..body import read_query
from ..problem import Problem
from ..product import Product
from ..replies import reply
from ..sending import send_blob
from .schemas import Gallery, GalleryItem, JobList, ListQuery
from .viewing import API, Viewing, output_url, user_name


class Jobs:
    def __init__(self, product: Product, viewing: Viewing) -> None:
        self._product = product
        self._viewing = viewing

    async def status(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        job = await self._job(request, caller)
        return reply(await self._viewing.one(job), job_id=job.id)

    async def list(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        query = read_query(request, ListQuery)
        page = await self._product.runner.page(
            owner=caller.owner, api=API, states=None, limit=query.limit, offset=query.offset
        )
        return reply(
            JobList(
                jobs=await self._viewing.several(page.jobs),
                count=len(page.jobs),
                total=page.total,
                user=user_name(caller.owner),
            )
        )

    async def gallery(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        """What the caller has made; without a key, what was made without one."""
        query = read_query(request, ListQuery)
        page = await self._product.runner.page(
            owner=caller.owner,
            api=API,
            states=("completed",),
            limit=query.limit,
            offset=query.offset,
        )
        made = await self._viewing.main(page.jobs)
        items = [
            GalleryItem(
                job_id=job.id,
                type="video" if found[1].mime_type.startswith("video/") else "image",
                url=output_url(*found),
                prompt=job.request["prompt"],
                created_at=job.created_at.timestamp(),
            )
            for job in page.jobs
            if (found := made.get(job.id)) is not None
        ]
        name = caller.owner
        return reply(
            Gallery(
                message=f"Welcome {name}!" if name else "Public gallery",
                gallery="Premium gallery content" if name else "Limited gallery content",
                items=items,
            )
        )

    async def output(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        job = await self._job(request, caller)
        for output in job.outputs:
            if output.filename == request.match_info["filename"]:
                return await self._send(request, job, output)
        raise Problem(404, "File not found")

    async def image(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return await self._main(request, caller, "image/")

    async def video(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return await self._main(request, caller, "video/")

    async def _main(
        self, request: web.Request, caller: Caller, mime_type: str
    ) -> web.StreamResponse:
        job = await self._job(request, caller)
        made = (await self._viewing.main([job])).get(job.id)
        if made is None or not made[1].mime_type.startswith(mime_type):
            raise Problem(404, f"This job has made no {mime_type.rstrip('/')}")
        return await self._send(request, *made)

    async def _job(self, request: web.Request, caller: Caller) -> Job:
        return await self._viewing.job(request.match_info["job_id"], caller)

    async def _send(self, request: web.Request, job: Job, output: Output) -> web.StreamResponse:
        return await send_blob(
            request,
            self._product.blobs.path(output.sha256),
            sha256=output.sha256,
            mime_type=output.mime_type,
            filename=output.filename,
            extra_headers={"X-Job-Id": job.id},
        )
