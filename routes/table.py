"""The route table: what registers the handlers is what describes them.

A `Route` is all there is to know about one method and path. `bind` turns it into what
aiohttp serves, with access, errors and headers the same on every route and on every twin.
"""

from __future__ import annotations

import asyncio
import logging
import math
import re
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
from .problem import Problem, ProblemShape, detail_shape
from .product import Product

logger = logging.getLogger(__name__)

Handler: TypeAlias = Callable[[web.Request, Caller], Awaitable[web.StreamResponse]]

REQUEST_ID = "avatarforge.request_id"
"""Key of the id in the request, for whoever prepares a response itself."""

_RETRY_AFTER_S = 5


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
    or_media_type: str | None = None  # that a caller may ask for with `Accept`
    stored: bool = False  # the answer is a file, of which a part or nothing new may be asked for
    headers: Mapping[str, str] = field(default_factory=dict)  # of the answer, with what they say
    also: Mapping[int, str] = field(default_factory=dict)  # statuses that bring `answer` as well
    retriable: bool = False  # an Idempotency-Key brings the first job again
    bare: bool = False  # on this path alone, before whatever the host has there
    errors: Mapping[int, str] = field(default_factory=dict)
    problem_shape: ProblemShape = detail_shape


_PLAIN_PARAMETER = re.compile(r"\{(\w+)\}")


def bind(routes: Sequence[Route], product: Product) -> list[web.RouteDef]:
    return [
        # aiohttp's own parameters take no braces, and such a path would be the host's.
        web.RouteDef(
            route.method,
            _PLAIN_PARAMETER.sub(r"{\1:[^/]+}", route.path),
            _serve(route, product),
            {},
        )
        for route in routes
    ]


def _serve(route: Route, product: Product) -> Callable[[web.Request], Awaitable[Any]]:
    async def serve(request: web.Request) -> web.StreamResponse:
        request_id = uuid.uuid4().hex
        request[REQUEST_ID] = request_id
        try:
            response = await _answer(route, product, request)
        except web.HTTPException as error:
            product.traffic[route.method, route.path, error.status] += 1
            raise
        product.traffic[route.method, route.path, response.status] += 1
        if not response.prepared:
            response.headers["X-Request-Id"] = request_id
            if response.status in (429, 503):
                response.headers.setdefault("Retry-After", str(_RETRY_AFTER_S))
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
        route.problem_shape.put(problem), status=problem.status, headers=problem.headers
    )
    if problem.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if problem.retry_after_s is not None:
        response.headers["Retry-After"] = str(math.ceil(problem.retry_after_s))
    return response
