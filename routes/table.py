"""The route table: what registers the handlers is what describes them.

A `Route` is all there is to know about one method and path. `bind` turns it into what
aiohttp serves, with access, errors and headers the same on every route and on every twin.
"""

from __future__ import annotations

import asyncio
import logging
import math
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aiohttp import web
from pydantic import BaseModel

from ..forge.jobs.runner import OverloadedError
from ..forge.store.errors import StorageFullError
from .access import NOBODY, Access, Caller, identify
from .keys import KeyFileError
from .problem import Problem
from .product import Product

logger = logging.getLogger(__name__)

Handler: TypeAlias = Callable[[web.Request, Caller], Awaitable[web.StreamResponse]]
ProblemShape: TypeAlias = Callable[[Problem], Mapping[str, Any]]

REQUEST_ID = "avatarforge.request_id"
"""Key of the id in the request, for whoever prepares a response itself."""

_RETRY_AFTER_S = 5


def detail_shape(problem: Problem) -> Mapping[str, Any]:
    """`{"detail": ...}`, as FastAPI's services answer."""
    return {"detail": problem.detail}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    method: str
    path: str
    handler: Handler
    summary: str
    tag: str
    access: Access = "user"
    body: type[BaseModel] | None = None
    upload: str | None = None  # the multipart field of a file
    query: type[BaseModel] | None = None
    answer: type[BaseModel] | None = None  # None: not JSON, see `media_type`
    status: int = 200  # of the answer
    media_type: str = "application/json"
    bare: bool = False  # on this path alone, before whatever the host has there
    errors: Mapping[int, str] = field(default_factory=dict)
    problem_shape: ProblemShape = detail_shape


def bind(routes: Sequence[Route], product: Product) -> list[web.RouteDef]:
    return [web.RouteDef(route.method, route.path, _serve(route, product), {}) for route in routes]


def _serve(route: Route, product: Product) -> Callable[[web.Request], Awaitable[Any]]:
    async def serve(request: web.Request) -> web.StreamResponse:
        request_id = uuid.uuid4().hex
        request[REQUEST_ID] = request_id
        response = await _answer(route, product, request)
        if not response.prepared:
            response.headers["X-Request-Id"] = request_id
        return response

    return serve


async def _answer(route: Route, product: Product, request: web.Request) -> web.StreamResponse:
    try:
        if route.access == "open":
            return await route.handler(request, NOBODY)
        caller = await asyncio.to_thread(
            identify, request, route.access, product.keys, product.settings
        )
        product.require_started()
        return await route.handler(request, caller)
    except Problem as problem:
        return problem_response(route, problem)
    except OverloadedError as error:
        return problem_response(route, Problem(503, f"Busy: {error}", retry_after_s=_RETRY_AFTER_S))
    except StorageFullError:
        logger.error("AvatarForge: the disk is full")
        return problem_response(route, Problem(507, "The server has no room left to store this"))
    except KeyFileError as error:
        logger.error("AvatarForge: %s", error)
        return problem_response(route, Problem(503, "The server's key file cannot be read"))
    except web.RequestPayloadError:
        return problem_response(route, Problem(400, "The body cannot be decoded"))
    except web.HTTPException:
        raise
    except ConnectionError:
        # The client has left in the middle; nobody reads this answer.
        return problem_response(route, Problem(400, "The connection broke"))
    except Exception:
        logger.exception("AvatarForge: request %s failed", request[REQUEST_ID])
        return problem_response(
            route,
            Problem(500, f"Internal error; the server's log has request {request[REQUEST_ID]}"),
        )


def problem_response(route: Route, problem: Problem) -> web.Response:
    response = web.json_response(
        route.problem_shape(problem), status=problem.status, headers=problem.headers
    )
    if problem.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if problem.status in (429, 503):
        response.headers["Retry-After"] = str(math.ceil(problem.retry_after_s or _RETRY_AFTER_S))
    return response
