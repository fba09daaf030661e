"""The avatar API, `/avatarforge-controller`: its routes and its health."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import lru_cache

from aiohttp import web

from ...forge.avatar.features import VIEWS, View
from ..access import Caller
from ..product import Product
from ..replies import reply
from ..table import Route
from .files import Files
from .generations import Generations, view_of
from .schemas import (
    AvatarRequest,
    AvatarResponse,
    Cleanup,
    CleanupQuery,
    ComfyHealth,
    DeleteQuery,
    FileDeletion,
    FileUpload,
    GenerationDeletion,
    GenerationList,
    HashLookup,
    Health,
    ListQuery,
    PoseDescription,
    PoseList,
    PoseQuery,
    QueueStats,
)

PREFIX = "/avatarforge-controller"
TAG = "Avatars"

_DESCRIPTIONS: Mapping[View, str] = {
    "front": "The whole person, facing the viewer",
    "back": "The whole person from behind",
    "side": "The whole person in profile, at 90 degrees",
    "quarter": "The whole person, turned a little to the side (three-quarter view)",
}

_NO_FILE = {404: "No such file"}
_NO_GENERATION = {404: "No such generation"}
_JOB = {"X-Job-Id": "The job, which is the generation"}
_BAD_UPLOAD = {
    400: "Not a PNG, JPEG or WEBP image, damaged, or a side outside 64 to 4096 pixels",
    413: "Above 50 MB",
    422: "No field `file`",
}
_BAD_REQUEST = {
    404: "A file id is unknown",
    422: "The body does not fit, or no recipe can make this here",
}


def routes(product: Product) -> list[Route]:
    files = Files(product)
    generations = Generations(product, files)
    status = Status(product)

    def uploads(kind: str) -> Route:
        return Route(
            method="POST",
            path=f"{PREFIX}/upload/{kind}_image",
            handler=files.upload,
            summary=f"Upload a {kind} picture",
            tag=TAG,
            upload="file",
            answer=FileUpload,
            errors=_BAD_UPLOAD,
        )

    def posing(path: str) -> Route:
        return Route(
            method="POST",
            path=f"{PREFIX}{path}",
            handler=generations.pose,
            summary="Make one view of a person",
            tag=TAG,
            query=PoseQuery,
            body=AvatarRequest,
            answer=AvatarResponse,
            errors={400: "No such pose", **_BAD_REQUEST},
            headers=_JOB,
            retriable=True,
        )

    def all_poses(path: str) -> Route:
        return Route(
            method="POST",
            path=f"{PREFIX}{path}",
            handler=generations.all_poses,
            summary="Make all four views of a person, and their sheet",
            tag=TAG,
            body=AvatarRequest,
            answer=AvatarResponse,
            errors=_BAD_REQUEST,
            headers=_JOB,
            retriable=True,
        )

    def download(path: str) -> Route:
        return Route(
            method="GET",
            path=path,
            handler=files.download,
            summary="The bytes of an uploaded file",
            tag=TAG,
            media_type="image/*",
            stored=True,
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
        uploads("pose"),
        uploads("reference"),
        Route(
            method="GET",
            path=f"{PREFIX}/files/hash/{{content_hash}}",
            handler=files.look_up,
            summary="Whether a file with this SHA-256 is stored",
            tag=TAG,
            answer=HashLookup,
            errors={400: "Not a SHA-256 in hex"},
        ),
        download(f"{PREFIX}/files/{{file_id}}"),
        download("/files/{file_id}"),
        Route(
            method="DELETE",
            path=f"{PREFIX}/files/{{file_id}}",
            handler=files.delete,
            summary="Delete an uploaded file: softly while generations use it",
            tag=TAG,
            query=DeleteQuery,
            answer=FileDeletion,
            errors=_NO_FILE,
        ),
        Route(
            method="POST",
            path=f"{PREFIX}/generate/avatar",
            handler=generations.avatar,
            summary="Make an avatar",
            tag=TAG,
            body=AvatarRequest,
            answer=AvatarResponse,
            errors=_BAD_REQUEST,
            headers=_JOB,
            retriable=True,
        ),
        posing("/generate_pose"),
        posing("/generate/pose"),
        all_poses("/generate_all_poses"),
        all_poses("/generate/all_poses"),
        Route(
            method="GET",
            path=f"{PREFIX}/generations",
            handler=generations.list,
            summary="Your generations, newest first",
            tag=TAG,
            query=ListQuery,
            answer=GenerationList,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/generations/{{generation_id}}",
            handler=generations.get,
            summary="A generation: its state, and what it made",
            tag=TAG,
            answer=AvatarResponse,
            errors=_NO_GENERATION,
            headers=_JOB,
        ),
        Route(
            method="DELETE",
            path=f"{PREFIX}/generations/{{generation_id}}",
            handler=generations.delete,
            summary="Delete a generation with its pictures, stopping it if it runs",
            tag=TAG,
            answer=GenerationDeletion,
            errors=_NO_GENERATION,
            headers=_JOB,
        ),
        Route(
            method="GET",
            path="/outputs/{generation_id}/{filename}",
            handler=generations.output,
            summary="A picture that a generation made",
            tag=TAG,
            media_type="*/*",
            errors={404: "No such generation or file"},
            headers=_JOB,
            stored=True,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/poses",
            handler=status.poses,
            summary="The four views",
            tag=TAG,
            answer=PoseList,
        ),
        Route(
            method="GET",
            path=f"{PREFIX}/poses/{{pose}}/preview",
            handler=status.preview,
            summary="A picture of a view",
            tag=TAG,
            media_type="image/png",
            errors={400: "No such pose"},
        ),
        Route(
            method="POST",
            path=f"{PREFIX}/cleanup/orphaned-files",
            handler=files.clean_up,
            summary="Delete uploads that nothing uses; also done daily",
            tag=TAG,
            access="admin",
            query=CleanupQuery,
            answer=Cleanup,
        ),
    ]


class Status:
    def __init__(self, product: Product) -> None:
        self._product = product

    async def health(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        queue = self._product.host.queue()
        reason = self._product.unavailable
        return reply(
            Health(
                api_status="healthy" if reason is None else "unhealthy",
                comfyui=ComfyHealth(
                    status="healthy" if reason is None else "unhealthy",
                    url=f"{request.scheme}://{request.host}",
                    stats=QueueStats(
                        queue_pending=queue.pending,
                        queue_running=queue.running,
                        device=await asyncio.to_thread(self._product.host.device),
                    ),
                    error=reason,
                ),
            )
        )

    async def poses(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return reply(
            PoseList(
                poses=[
                    PoseDescription(
                        name=view,
                        description=_DESCRIPTIONS[view],
                        preview_url=f"{PREFIX}/poses/{view}/preview",
                    )
                    for view in VIEWS
                ]
            )
        )

    async def preview(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        view = view_of(request.match_info["pose"])
        return web.Response(
            body=await asyncio.to_thread(_preview, view),
            content_type="image/png",
            headers={"Cache-Control": "public, max-age=86400"},
        )


@lru_cache(maxsize=len(VIEWS))
def _preview(view: View) -> bytes:
    # The drawing is a good part of the pack; ComfyUI's start does not wait for it.
    from ...forge.avatar.preview import view_preview

    return view_preview(view)
