"""Routes and hooks on the application that ComfyUI runs."""

from __future__ import annotations

import asyncio
import gc

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from avatarforge.forge.host.comfyui import serving
from avatarforge.tests.host.comfyui.fakes import GRAPH, FakeComfyUI, Listening, fresh_id


async def answer(_request: web.Request) -> web.Response:
    return web.Response()


def test_routes_enter_comfyuis_table_without_options_that_it_cannot_republish() -> None:
    comfy = FakeComfyUI()
    comfy.host().add_routes([web.get("/a", answer), web.post("/b", answer)])
    routes = [route for route in comfy.server.routes if isinstance(route, web.RouteDef)]
    assert [(route.method, route.path) for route in routes] == [("GET", "/a"), ("POST", "/b")]
    assert all(route.handler is answer and not route.kwargs for route in routes)


def test_a_route_with_options_is_refused_before_any_is_registered() -> None:
    comfy = FakeComfyUI()
    routes = [web.get("/a", answer), web.get("/b", answer, name="b")]
    with pytest.raises(ValueError, match="GET /b"):
        comfy.host().add_routes(routes)
    assert len(comfy.server.routes) == 0


async def test_fallbacks_come_after_every_route_that_is_there_when_the_application_starts() -> None:
    async def ours(request: web.Request) -> web.Response:
        return web.Response(text=f"fallback {request.method} {request.path}")

    async def theirs(request: web.Request) -> web.Response:
        return web.Response(text="theirs")

    app = FakeComfyUI()
    app.host().add_fallback_routes([web.RouteDef("*", r"/v1/{rest:.*}", ours, {})])
    later = [web.get("/v1/models", theirs), web.post("/v1/{name}", theirs), web.get("/", theirs)]
    app.server.app.router.add_routes(later)
    async with TestClient(TestServer(app.server.app)) as client:
        for method, path in (("GET", "/v1/models"), ("POST", "/v1/any"), ("GET", "/")):
            assert await (await client.request(method, path)).text() == "theirs", (method, path)
        for method, path in (("PUT", "/v1/models"), ("GET", "/v1/any"), ("POST", "/api/v1/x")):
            told = await (await client.request(method, path)).text()
            assert told == f"fallback {method} {path}"
        assert (await client.get("/v2")).status == 404


async def test_hooks_run_with_the_application_and_each_clean_up_once() -> None:
    comfy = FakeComfyUI()
    host = comfy.host()
    heard: list[str] = []

    def hook(word: str, *, fails: bool = False) -> object:
        async def run(app: web.Application) -> None:
            assert app is comfy.server.app
            heard.append(word)
            if fails:
                raise OSError(word)

        return run

    host.on_startup(hook("up"))  # type: ignore[arg-type]
    host.on_cleanup(hook("first down"))  # type: ignore[arg-type]
    host.on_cleanup(hook("second down", fails=True))  # type: ignore[arg-type]
    runner = web.AppRunner(comfy.server.app)
    await runner.setup()
    await host.submit(fresh_id(), GRAPH, Listening())
    assert heard == ["up"] and len(comfy.server.sockets) == 1
    await runner.cleanup()
    assert heard == ["up", "second down", "first down"]
    assert comfy.server.sockets == {} and comfy.server.sockets_metadata == {}


def test_clean_ups_run_on_a_loop_that_was_interrupted_in_the_middle_of_a_task(
    caplog: pytest.LogCaptureFixture,
) -> None:
    loop = asyncio.new_event_loop()
    comfy = FakeComfyUI(loop=loop)
    host = comfy.host()
    heard: list[str] = []

    async def stop(_app: web.Application) -> None:
        await asyncio.sleep(0)
        await asyncio.to_thread(heard.append, "down")

    async def interrupted() -> None:
        raise KeyboardInterrupt

    async def serve() -> None:
        await asyncio.gather(loop.create_task(interrupted()))

    host.on_cleanup(stop)
    caplog.clear()
    main = loop.create_task(serve())
    with pytest.raises(KeyboardInterrupt):
        loop.run_until_complete(main)
    host._serving.stop_at_exit()
    assert heard == ["down"]
    host._serving.stop_at_exit()
    assert heard == ["down"]
    assert main.done()
    del main
    gc.collect()
    assert caplog.text == ""
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


def test_a_clean_up_that_hangs_is_left_in_the_end(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    loop = asyncio.new_event_loop()
    monkeypatch.setattr(serving, "_SHUTDOWN_S", 0.05)
    host = FakeComfyUI(loop=loop).host()

    async def hang(_app: web.Application) -> None:
        await asyncio.Event().wait()

    host.on_cleanup(hang)
    host._serving.stop_at_exit()
    assert "left" in caplog.text
    loop.close()
