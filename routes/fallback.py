"""What is answered where no route is: 404 below a prefix of the pack's own, and 405 for a
method that a path does not have. Told as the API of that path tells its problems, where the
server that the pack is a guest of would answer in words of its own.

Nobody is asked for a key: what is not there is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from aiohttp import hdrs, web

from .access import Caller
from .character3d.problems import character_shape
from .chat.problems import chat_shape
from .problem import Problem, ProblemShape, detail_shape
from .table import Handler, Route

TAG = "Fallback"

PREFIXES: Mapping[str, ProblemShape] = {
    "/avatarforge-controller": detail_shape,
    "/v1": chat_shape,
    "/job": character_shape,
    "/api/anime": detail_shape,
    "/avatarforge": detail_shape,
    "/avatarforge/character3d": character_shape,
}
"""Below these every path is the pack's. The portrait API has none: `/api` is ComfyUI's."""


def fallbacks(table: Sequence[Route]) -> list[Route]:
    """For any method, of whatever `table` has no route for. `bare` paths are left to the host,
    which has them too."""
    by_path: dict[str, list[Route]] = {}
    for route in table:
        if not route.bare:
            by_path.setdefault(route.path, []).append(route)
    return [*_wrong_methods(by_path), *_unknown_paths(by_path)]


def _wrong_methods(by_path: Mapping[str, Sequence[Route]]) -> Iterator[Route]:
    for path, routes in by_path.items():
        methods = {route.method for route in routes}
        if hdrs.METH_GET in methods:
            methods.add(hdrs.METH_HEAD)  # which aiohttp answers by the route of GET
        yield _fallback(path, _only(methods), routes[0].problem_shape)


def _unknown_paths(by_path: Mapping[str, Sequence[Route]]) -> Iterator[Route]:
    for prefix, shape in PREFIXES.items():
        if prefix not in by_path:
            yield _fallback(prefix, _unknown_path, shape)
        yield _fallback(rf"{prefix}/{{rest:[\s\S]*}}", _unknown_path, shape)


def _fallback(path: str, handler: Handler, shape: ProblemShape) -> Route:
    return Route(
        method=hdrs.METH_ANY,
        path=path,
        handler=handler,
        summary="Nothing is here",
        tag=TAG,
        access="open",
        problem_shape=shape,
    )


async def _unknown_path(request: web.Request, caller: Caller) -> web.StreamResponse:
    raise Problem(404, "There is no such path")


def _only(methods: Iterable[str]) -> Handler:
    allowed = ", ".join(sorted(methods))

    async def refuse(request: web.Request, caller: Caller) -> web.StreamResponse:
        raise Problem(
            405,
            f"{request.method} is not served here; those that are: {allowed}",
            headers={hdrs.ALLOW: allowed},
        )

    return refuse
