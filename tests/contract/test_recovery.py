"""A server that is killed at any moment loses no job, does none twice and leaves no litter."""

from __future__ import annotations

import random
import sqlite3
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import requests

from .servers import Client, Embedded
from .test_files import blobs_of

KILLS = 30
JOBS_A_ROUND = 2
LONGEST_LIFE_S = 1.2  # after the server answers; a drawn avatar takes a fraction of it

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")


def ask(client: Client, key: str) -> str | None:
    """One job's id, or None where the server died before it answered."""
    try:
        response = client.post(
            "/avatarforge-controller/generate/avatar",
            json={"prompt": f"a warrior, {key}", "seed": 1},
            headers={"Idempotency-Key": key},
        )
    except requests.ConnectionError:
        return None
    assert response.status_code == 200, response.text
    identifier: str = response.json()["generation_id"]
    return identifier


def test_kill_9_at_any_moment(tmp_path: Path) -> None:
    dice = random.Random(20)
    asked: dict[str, str | None] = {}
    completed: dict[str, Any] = {}
    for turn in range(KILLS):
        server = Embedded(tmp_path)
        client = Client(server.base_url, tmp_path / "user" / "__avatarforge", "embedded")
        # Most often in the middle of something, sometimes while still accepting.
        killer = threading.Timer(dice.uniform(0, LONGEST_LIFE_S), server.kill)
        killer.start()
        unsure = [key for key, job in asked.items() if job is None]
        for key in [*unsure, *(f"{turn}-{index}" for index in range(JOBS_A_ROUND))]:
            asked[key] = ask(client, key)
        killer.join()
        assert "Traceback" not in server.log(), server.log()
    server = Embedded(tmp_path)
    client = Client(server.base_url, tmp_path / "user" / "__avatarforge", "embedded")
    try:
        for key, job in asked.items():
            again = ask(client, key)
            assert again is not None
            assert job in (None, again), "a retry must find the first job"
            asked[key] = again
        jobs = [job for job in asked.values() if job is not None]
        assert len(set(jobs)) == len(asked) == KILLS * JOBS_A_ROUND
        for job in jobs:
            ended = client.finished(job)
            if ended["status"] == "failed":
                assert ended["error"] == "interrupted"
            else:
                (output,) = ended["output_files"]
                assert len(client.get(output["url"]).content) == output["size"]
                completed[job] = ended
        assert len(completed) > len(jobs) / 2
        listed = client.get("/avatarforge-controller/generations").json()["total"]
        assert listed == len(jobs), "a job nobody asked for"
    finally:
        server.stop()
    server = Embedded(tmp_path)
    try:
        client = Client(server.base_url, client.private, "embedded")
        for job, ended in completed.items():
            assert client.generation(job) == ended, "a finished job was touched again"
        with sqlite3.connect(client.private / "avatarforge.sqlite3") as database:
            wanted = {row[0] for row in database.execute("SELECT sha256 FROM outputs")}
        assert blobs_of(client) == wanted
        assert list((client.private / "staging").rglob("*.*")) == []
    finally:
        server.stop()
