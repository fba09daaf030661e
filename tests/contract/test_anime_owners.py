"""Whose anime jobs, files and sockets are whose, and what an administrator is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .anime import PREFIX, listen, made, phase_graph, production_graphs, published
from .servers import Client
from .test_access import key_of
from .test_recipes import admin_of


@pytest.fixture
def hers(client: Client) -> Iterator[tuple[Client, dict[str, Any], dict[str, Any]]]:
    """What a key's owner has made, a picture and a production, while the key is in force."""
    graphs = {"anime-image": phase_graph(), **production_graphs()}
    with published(client, graphs), key_of(client, "ann") as ann:
        small = {"prompt": "her own", "width": 256, "height": 256}
        yield ann, made(ann, **small), made(ann, "/orchestrate", **small)


def test_nobody_else_sees_or_fetches_what_an_owner_made(
    client: Client, hers: tuple[Client, dict[str, Any], dict[str, Any]]
) -> None:
    ann, picture, production = hers
    paths = [picture["output_url"], production["output_url"]]
    paths += [url for phase in production["phases"] for url in phase["outputs"].values()]
    ids = [picture["job_id"], production["job_id"]]
    ids += [phase["output_url"].split("/")[-2] for phase in production["phases"]]
    for job in ids:
        paths += [f"{PREFIX}/jobs/{job}/status", f"{PREFIX}/generation/{job}/status"]
        paths += [f"/avatarforge/jobs/{job}", f"{PREFIX}/image/{job}"]
    for path in paths:
        assert ann.get(path).status_code == 200, path
    listed = ann.get(f"{PREFIX}/jobs").json()
    assert listed["user"] == "ann" and [job["job_id"] for job in listed["jobs"]] == ids[1::-1]
    gallery = ann.get(f"{PREFIX}/gallery").json()
    assert gallery["message"] == "Welcome ann!"
    assert {item["job_id"] for item in gallery["items"]} == set(ids[:2])
    with key_of(client, "bob") as bob:
        _sees_nothing(bob, paths, ids)
        assert bob.get(f"{PREFIX}/jobs").json()["jobs"] == []
        assert bob.get(f"{PREFIX}/gallery").json()["items"] == []
        # An owner's key is wanted while there are any.
        assert client.get(paths[0]).status_code == 401


def test_an_anonymous_caller_sees_nothing_of_an_owner(client: Client) -> None:
    graphs = {"anime-image": phase_graph(), **production_graphs()}
    small = {"prompt": "her own", "width": 256, "height": 256}
    with published(client, graphs), key_of(client, "ann") as ann:
        production = made(ann, "/orchestrate", **small)
    # Without a key in force this machine is served anonymously again.
    ids = [production["job_id"]]
    ids += [phase["output_url"].split("/")[-2] for phase in production["phases"]]
    paths = [url for phase in production["phases"] for url in phase["outputs"].values()]
    paths += [f"{PREFIX}/jobs/{job}/status" for job in ids]
    _sees_nothing(client, paths, ids)
    for where, name in (("jobs", "jobs"), ("gallery", "items")):
        shown = client.get(f"{PREFIX}/{where}", params={"limit": 500}).json()[name]
        assert not {job["job_id"] for job in shown} & set(ids)


def _sees_nothing(stranger: Client, paths: list[str], ids: list[str]) -> None:
    for path in paths:
        assert stranger.get(path).status_code == 404, path
    for job in ids:
        for socket in ("job", "progress"):
            (message,) = listen(stranger, f"/ws/{socket}/{job}")
            assert message["status"] == "not_found"


def test_admin_statistics(client: Client) -> None:
    path = f"{PREFIX}/admin/stats"
    without = client.get(path)
    assert (without.status_code, set(without.json())) == (401, {"detail"})
    with key_of(client, "somebody") as somebody:
        assert somebody.get(path).status_code == 403
    admin = admin_of(client)
    before = admin.get(path).json()
    with published(client, {"anime-image": phase_graph()}):
        made(client, prompt="a pilot", width=256, height=256)
    after = admin.get(path).json()
    assert after["total_jobs"] == before["total_jobs"] + 1
    assert after["active_jobs"] == 0
    assert after["users"] == len(after["jobs_by_user"]) >= 1
    assert sum(after["jobs_by_status"].values()) == after["total_jobs"]
    assert after["average_seconds"]["custom-anime-image"] > 0
    memory = after["gpu_memory"]
    assert (memory is None) == (not after["device"].startswith("cuda"))
    if memory is not None:
        assert memory["total"] == memory["used"] + memory["free"] > 0
