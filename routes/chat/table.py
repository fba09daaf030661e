"""The profile and chat image API, `/v1`: its routes, and its health."""

from __future__ import annotations

from aiohttp import web

from ..access import Caller
from ..product import Product
from ..replies import reply
from ..table import Route
from .generating import Generating
from .problems import chat_shape
from .profiles import Profiles
from .scenes import Scenes
from .schemas import (
    ChatImage,
    GeneralRequest,
    Healthy,
    OneToOneRequest,
    PrivateRequest,
    ProfileCreated,
    ProfileUpdate,
    SceneRequest,
)

TAG = "Profile and chat images"

_FULL = {429: "The queue is full; `retry_after_ms` says when to come back"}
_BAD_BODY = "The body does not fit (BAD_INPUT)"
_BLOCKED = f"{_BAD_BODY}, or its content is refused (POLICY_BLOCKED)"
_JOB = {"X-Job-Id": "The job"}
_PICTURE = {
    **_JOB,
    "X-Seed": "The seed that was used",
    "X-Engine": "The engine that was used",
    "X-Recipe": "The recipe that was used",
}
_FAILED = {500: "The picture could not be made"}


def routes(product: Product) -> list[Route]:
    generating = Generating(product)
    profiles = Profiles(product, generating)
    scenes = Scenes(generating)
    return [
        Route(
            method="POST",
            path="/v1/profile/create",
            handler=profiles.create,
            summary="A profile and its avatar from a selfie",
            tag=TAG,
            upload="file",
            answer=ProfileCreated,
            errors={
                **_FULL,
                **_FAILED,
                413: "Above 20 MB",
                422: "No usable selfie (BAD_SELFIE), or no field `file` (BAD_INPUT)",
            },
            problem_shape=chat_shape,
            headers=_JOB,
            or_media_type="multipart/mixed",
            retriable=True,
        ),
        Route(
            method="POST",
            path="/v1/profile/update",
            handler=profiles.update,
            summary="Change a profile and draw its avatar anew",
            tag=TAG,
            body=ProfileUpdate,
            media_type="image/png",
            errors={**_FULL, **_FAILED, 404: "No such profile", 422: _BLOCKED},
            problem_shape=chat_shape,
            headers=_PICTURE,
            retriable=True,
        ),
        Route(
            method="POST",
            path="/v1/chat/1to1/imagegen",
            handler=scenes.one_to_one,
            summary="A picture of what two people write to each other",
            tag=TAG,
            body=OneToOneRequest,
            answer=ChatImage,
            errors={**_FULL, **_FAILED, 422: _BLOCKED},
            problem_shape=chat_shape,
            headers=_JOB,
            retriable=True,
        ),
        Route(
            method="POST",
            path="/v1/chat/shorts/generate",
            handler=scenes.shorts,
            summary="A picture for a short, moderated",
            tag=TAG,
            body=SceneRequest,
            answer=ChatImage,
            errors={**_FULL, **_FAILED, 422: _BLOCKED},
            problem_shape=chat_shape,
            headers=_JOB,
            retriable=True,
        ),
        Route(
            method="POST",
            path="/v1/chat/scenes/generate",
            handler=scenes.scenes,
            summary="A picture of a scene, moderated",
            tag=TAG,
            body=SceneRequest,
            answer=ChatImage,
            errors={**_FULL, **_FAILED, 422: _BLOCKED},
            problem_shape=chat_shape,
            headers=_JOB,
            retriable=True,
        ),
        Route(
            method="POST",
            path="/v1/chat/private/imagegen",
            handler=scenes.private,
            summary="A picture for a private chat; explicit content is refused",
            tag=TAG,
            body=PrivateRequest,
            media_type="image/png",
            errors={**_FULL, **_FAILED, 422: _BLOCKED},
            problem_shape=chat_shape,
            headers=_PICTURE,
            retriable=True,
        ),
        Route(
            method="POST",
            path="/v1/imagegen",
            handler=scenes.general,
            summary="A picture of anything, moderated",
            tag=TAG,
            body=GeneralRequest,
            media_type="image/png",
            errors={**_FULL, **_FAILED, 422: _BLOCKED},
            problem_shape=chat_shape,
            headers=_PICTURE,
            retriable=True,
        ),
        Route(
            method="GET",
            path="/healthz",
            handler=_healthy,
            summary="Whether the server answers",
            tag=TAG,
            access="open",
            answer=Healthy,
            problem_shape=chat_shape,
        ),
    ]


async def _healthy(request: web.Request, caller: Caller) -> web.StreamResponse:
    return reply(Healthy())
