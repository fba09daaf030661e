"""Every test here runs on every host: `client` is one caller on each in turn."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from avatarforge.tests.hosts.report import note_host
from PIL import Image

from ..hosts.real_comfyui import NOT_FOUND, find_comfyui, start_comfyui
from .servers import Client, Embedded


@pytest.fixture(scope="session")
def embedded_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    data = tmp_path_factory.mktemp("embedded")
    server = Embedded(data)
    note_host("embedded")
    yield Client(server.base_url, data / "user" / "__avatarforge", "embedded")
    server.stop()
    assert "AvatarForge: request" not in server.log(), server.log()


@pytest.fixture(scope="session")
def comfyui_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    if find_comfyui() is None:
        pytest.skip(NOT_FOUND)
    base = tmp_path_factory.mktemp("comfyui")
    server = start_comfyui(base)
    yield Client(server.base_url, base / "user" / "__avatarforge", "comfyui")
    server.stop()


@pytest.fixture(params=["embedded", "comfyui"])
def client(request: pytest.FixtureRequest) -> Client:
    server: Client = request.getfixturevalue(f"{request.param}_server")
    return server


@pytest.fixture(scope="session")
def picture() -> Callable[..., bytes]:
    """Encoded pictures of noise, each call another one."""
    generator = np.random.default_rng(7)

    def make(width: int = 96, height: int = 96, format: str = "PNG") -> bytes:  # noqa: A002
        pixels = generator.integers(0, 256, (height, width, 3), dtype=np.uint8)
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, format)
        return buffer.getvalue()

    return make


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory of a client."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
