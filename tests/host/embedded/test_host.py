"""The embedded host as a server: its routes, its guard, its directories."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from avatarforge.forge.host.embedded.comfy_api import io
from avatarforge.forge.host.embedded.host import EmbeddedHost
from avatarforge.forge.host.port import Host, NodeStarted

from .support import PATIENCE, Add, Number, Show, Submitted, node

NODES = (Number, Add, Show)


class Held(io.ComfyNode):
    """Runs until the test lets it go."""

    opened: ClassVar[threading.Event] = threading.Event()

    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Held", is_output_node=True)

    @classmethod
    def execute(cls) -> io.NodeOutput:
        assert cls.opened.wait(PATIENCE)
        return io.NodeOutput()


class Broken(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema("Broken", is_output_node=True)

    @classmethod
    def execute(cls) -> io.NodeOutput:
        raise OSError("no space left")


Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    host = EmbeddedHost(tmp_path, NODES)

    async def name(request: web.Request) -> web.Response:
        return web.Response(text=f"{request.method} {request.path}")

    async def bare(request: web.Request) -> web.Response:
        return web.Response(text="as written")

    async def swallow(request: web.Request) -> web.Response:
        size = 0
        async for chunk in request.content.iter_any():
            size += len(chunk)
        return web.Response(text=str(size))

    host.add_routes([web.get("/api/both", bare), web.post("/size", swallow)])
    host.add_routes(
        [web.get("/x/{id}", name, name="x"), web.post("/api/y", name), web.get("/both", name)]
    )
    async with TestClient(TestServer(host.app)) as client:
        yield client


async def test_the_host_is_what_the_port_asks_for(tmp_path: Path) -> None:
    host: Host = EmbeddedHost(tmp_path, NODES)
    assert host.name == "embedded"
    assert host.has_node("Number") and not host.has_node("KSampler")
    assert host.device()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/x/1"),
        ("GET", "/api/x/1"),
        ("HEAD", "/x/1"),
        ("POST", "/api/y"),
        ("POST", "/api/api/y"),
    ],
)
async def test_every_route_has_a_twin_below_api(client: Client, method: str, path: str) -> None:
    async with client.request(method, path) as response:
        assert response.status == 200
        assert await response.text() == ("" if method == "HEAD" else f"{method} {path}")


async def test_only_one_api_is_added_and_methods_are_kept(client: Client) -> None:
    assert (await client.get("/api/api/x/1")).status == 404
    assert (await client.post("/y")).status == 404
    assert (await client.get("/api/y")).status == 405


async def test_a_twin_goes_before_a_route_of_its_path(client: Client) -> None:
    assert await (await client.get("/api/both")).text() == "GET /api/both"
    assert await (await client.get("/api/api/both")).text() == "as written"


async def test_the_size_of_a_streamed_body_is_the_routes_own_matter(client: Client) -> None:
    async def body() -> AsyncIterator[bytes]:
        for _ in range(140):
            yield bytes(1024 * 1024)

    async with client.post("/size", data=body()) as response:
        assert await response.text() == str(140 * 1024 * 1024)


async def test_the_first_page_says_what_this_is(client: Client) -> None:
    async with client.get("/") as response:
        assert response.content_type == "text/html"
        page = await response.text()
    assert "AvatarForge" in page
    assert "/avatarforge/docs" in page


async def test_queue_and_history_have_comfyuis_shapes(tmp_path: Path) -> None:
    host = EmbeddedHost(tmp_path, [*NODES, Held, Broken])
    Held.opened.clear()
    async with TestClient(TestServer(host.app)) as client:

        async def get(path: str) -> Any:
            async with client.get(path) as response:
                assert response.status == 200
                return await response.json()

        assert await get("/queue") == {"queue_running": [], "queue_pending": []}
        graphs = {
            "held": {"1": node("Held")},
            "good": {"1": node("Show", value=["2", 0]), "2": node("Number", value=3)},
            "bad": {"1": node("Broken")},
        }
        runs = {prompt_id: Submitted(prompt_id) for prompt_id in graphs}
        for prompt_id, graph in graphs.items():
            await host.submit(prompt_id, graph, runs[prompt_id].hear)
        await runs["held"].first(NodeStarted)
        assert await get("/queue") == {
            "queue_running": [[0, "held", graphs["held"], {}, ["1"]]],
            "queue_pending": [
                [1, "good", graphs["good"], {}, ["1"]],
                [2, "bad", graphs["bad"], {}, ["1"]],
            ],
        }
        assert await get("/history/held") == {}
        Held.opened.set()
        for run in runs.values():
            await run.ended()
        good = (await get("/api/history/good"))["good"]
        assert good["outputs"] == {"1": {"shown": [3]}}
        assert good["status"] == {"status_str": "success", "completed": True, "messages": []}
        bad = (await get("/history/bad"))["bad"]
        assert (bad["outputs"], bad["status"]["status_str"]) == ({}, "error")
        assert await get("/queue") == {"queue_running": [], "queue_pending": []}
        assert await get("/history/nobody") == {}


def header_cases() -> list[tuple[str, dict[str, str], int]]:
    own = {"Host": "127.0.0.1:8188"}
    return [
        ("POST", own, 200),
        ("POST", own | {"Origin": "http://127.0.0.1:8188"}, 200),
        ("POST", own | {"Origin": "http://localhost:8188"}, 403),
        ("POST", own | {"Origin": "http://127.0.0.1:3000"}, 403),
        ("POST", own | {"Origin": "https://evil.example"}, 403),
        ("GET", own | {"Origin": "https://evil.example"}, 403),
        ("POST", own | {"Origin": "null"}, 403),
        ("POST", own | {"Origin": "http://[broken"}, 403),
        ("POST", own | {"Sec-Fetch-Site": "cross-site"}, 403),
        ("POST", own | {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 403),
        ("GET", own | {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
        ("GET", own | {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ("POST", own | {"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:8188"}, 200),
        ("GET", {"Host": "evil.example:8188"}, 403),
        ("POST", {"Host": "evil.example:8188", "Origin": "http://evil.example:8188"}, 403),
        ("GET", {"Host": "localhost.evil.example"}, 403),
        ("GET", {"Host": "127.0.0.1.nip.io"}, 403),
        ("GET", {"Host": "localhost"}, 200),
        ("GET", {"Host": "LOCALHOST:8188"}, 200),
        ("GET", {"Host": "[::1]:8188"}, 200),
        ("GET", {"Host": "avatars.example"}, 200),
        ("POST", {"Host": "avatars.example", "Origin": "https://avatars.example"}, 200),
        ("POST", {"Host": "avatars.example", "Origin": "https://evil.example"}, 403),
        ("GET", {"Host": "127.1.2.3:99999"}, 403),
    ]


@pytest.mark.parametrize(("method", "headers", "status"), header_cases())
async def test_pages_of_other_origins_are_kept_out(
    tmp_path: Path, method: str, headers: dict[str, str], status: int
) -> None:
    host = EmbeddedHost(tmp_path, NODES, allowed_hosts=["Avatars.example"])

    async def touched(request: web.Request) -> web.Response:
        return web.Response(text="touched")

    host.add_routes([web.get("/touch", touched), web.post("/touch", touched)])
    async with (
        TestClient(TestServer(host.app)) as client,
        client.request(method, "/touch", headers=headers) as response,
    ):
        assert response.status == status
        assert response.content_type == ("text/plain" if status == 200 else "application/json")


@pytest.mark.parametrize(
    ("listen", "status"), [("127.0.0.1,::1", 403), ("localhost", 403), ("0.0.0.0", 200)]
)
async def test_a_server_for_others_may_be_called_by_any_name(
    tmp_path: Path, listen: str, status: int
) -> None:
    host = EmbeddedHost(tmp_path, NODES, listen=listen)
    async with (
        TestClient(TestServer(host.app)) as client,
        client.get("/", headers={"Host": "workstation.lan:8188"}) as response,
    ):
        assert response.status == status


async def test_directories_are_made_and_temp_is_emptied_at_start(tmp_path: Path) -> None:
    (tmp_path / "temp" / "old").mkdir(parents=True)
    (tmp_path / "temp" / "old" / "picture.png").touch()
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "kept.png").touch()
    host = EmbeddedHost(tmp_path, NODES)
    assert (tmp_path / "temp" / "old").is_dir()  # not before the server starts
    async with TestServer(host.app):
        directories = host.directories
        assert directories.private == tmp_path / "user" / "__avatarforge"
        for directory in (directories.private, directories.input, directories.output):
            assert directory.is_dir()
        assert list(directories.temp.iterdir()) == []
        assert (tmp_path / "output" / "kept.png").exists()


def test_a_data_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError):  # noqa: PT011 (which one is the system's choice)
        EmbeddedHost(tmp_path / "file", NODES)


def test_two_nodes_of_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Number"):
        EmbeddedHost(tmp_path, [Number, Number])


def test_model_files(tmp_path: Path) -> None:
    host = EmbeddedHost(tmp_path, NODES)
    folder = tmp_path / "models" / "checkpoints"
    (folder / "sdxl").mkdir(parents=True)
    for name in ("b.safetensors", "sdxl/a.CKPT", "put_checkpoints_here", "notes.txt"):
        (folder / name).touch()
    outside = tmp_path / "models" / "secret.safetensors"
    outside.touch()
    assert host.model_files("checkpoints") == ["b.safetensors", str(Path("sdxl/a.CKPT"))]
    assert host.model_path("checkpoints", "sdxl/a.CKPT") == folder / "sdxl" / "a.CKPT"
    for name in ("../secret.safetensors", str(outside), "missing.safetensors", "", "\0", "sdxl"):
        assert host.model_path("checkpoints", name) is None
    for folder_name in ("", ".", "..", "../models/checkpoints", "checkpoints/sdxl", "\0"):
        assert host.model_files(folder_name) == []
        assert host.model_path(folder_name, "secret.safetensors") is None
    assert host.model_files("loras") == []


async def test_startup_and_cleanup_functions_run_around_the_worker(tmp_path: Path) -> None:
    host = EmbeddedHost(tmp_path, NODES)
    seen: list[str] = []
    run = Submitted("prompt")

    async def start(app: web.Application) -> None:
        await host.submit(run.id, {"1": node("Show")}, run.hear)
        await run.ended()
        seen.append("started")

    async def stop(app: web.Application) -> None:
        assert host.prompts.join(0)
        seen.append("stopped")

    host.on_startup(start)
    host.on_cleanup(stop)
    async with TestServer(host.app):
        assert seen == ["started"]
    assert seen == ["started", "stopped"]
