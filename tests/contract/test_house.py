"""The pack's own routes: health, readiness, the API's description, and all jobs."""

from __future__ import annotations

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from .servers import Client

PREFIX = "/avatarforge-controller"


def test_health_and_readiness(client: Client) -> None:
    health = client.get("/avatarforge/health").json()
    assert (health["status"], health["host"]) == ("healthy", client.host)
    ready = client.get("/avatarforge/ready")
    assert ready.status_code == 200, ready.text
    body = ready.json()
    assert body["ready"]
    assert body["missing"] == []
    assert {"avatarforge", "chat", "character3d", "anime"} <= {*body["apis"]}
    assert body["recipes"]["drawn-avatar"] and body["recipes"]["drawn-poses"]
    assert body["recipes_that_run"] == sum(body["recipes"].values()) < len(body["recipes"])


@pytest.fixture
def description(client: Client) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/avatarforge/openapi.json").json()
    return document


def test_the_description_is_valid_openapi(description: dict[str, Any]) -> None:
    assert description["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(description).validate()


def test_every_described_operation_is_served(client: Client, description: dict[str, Any]) -> None:
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            for twin in ("", "/api") if path != "/models" else ("",):
                filled = twin + path.replace("{", "").replace("}", "")
                response = client.request(method.upper(), filled)
                assert response.status_code != 405, (method, filled)
                # A missing thing is told by its handler, as its API does; a missing route is not.
                if response.status_code == 404:
                    told = operation["responses"]["404"]["content"]["application/json"]["schema"]
                    Draft202012Validator(
                        {**told, "components": description["components"]}
                    ).validate(response.json())
                assert response.headers.get("X-Request-Id"), (method, filled)


def test_answers_fit_their_description(client: Client, description: dict[str, Any]) -> None:
    generation = client.finished(client.generate()["generation_id"])
    answers = {
        f"{PREFIX}/health": client.get(f"{PREFIX}/health").json(),
        f"{PREFIX}/poses": client.get(f"{PREFIX}/poses").json(),
        f"{PREFIX}/generations": client.get(f"{PREFIX}/generations").json(),
        f"{PREFIX}/generations/{{generation_id}}": generation,
        "/avatarforge/health": client.get("/avatarforge/health").json(),
        "/avatarforge/ready": client.get("/avatarforge/ready").json(),
        "/avatarforge/recipes": client.get("/avatarforge/recipes").json(),
        "/avatarforge/recipes/{name}": client.get("/avatarforge/recipes/sd15-text").json(),
        "/avatarforge/jobs": client.get("/avatarforge/jobs").json(),
    }
    for path, answer in answers.items():
        schema = description["paths"][path]["get"]["responses"]["200"]["content"][
            "application/json"
        ]["schema"]
        Draft202012Validator({**schema, "components": description["components"]}).validate(answer)


def test_the_documentation_is_a_page(client: Client, description: dict[str, Any]) -> None:
    response = client.get("/avatarforge/docs")
    assert response.headers["Content-Type"].startswith("text/html")
    for path in description["paths"]:
        assert path in response.text
    assert "<script" not in response.text


def test_jobs_of_all_apis(client: Client) -> None:
    generation = client.finished(client.generate("a pilot", seed=8)["generation_id"])
    listed = client.get("/avatarforge/jobs", params={"limit": 1}).json()
    (job,) = listed["jobs"]
    assert job["id"] == generation["generation_id"]
    assert (job["api"], job["kind"], job["state"]) == ("avatarforge", "avatar", "completed")
    assert job["seed"] == 8
    assert [output["filename"] for output in job["outputs"]] == ["output.png", "output.svg"]
    assert job["request"]["prompt"] == "a pilot"
    one = client.get(f"/avatarforge/jobs/{job['id']}")
    assert one.json() == job
    assert one.headers["X-Job-Id"] == job["id"]
    kept = client.delete(f"/avatarforge/jobs/{job['id']}").json()
    assert kept["state"] == "completed", "a finished job stays as it is"
    assert client.get("/avatarforge/jobs", params={"state": "lost"}).status_code == 422
    assert client.get("/avatarforge/jobs", params={"api": "none"}).json()["total"] == 0


_SAMPLE = re.compile(
    r'(?P<name>[a-z_]+)(?:\{(?P<labels>(?:[a-z]+="(?:[^"\\]|\\.)*",?)*)\})? (?P<value>\S+)'
)
_LABEL = re.compile(r'([a-z]+)="((?:[^"\\]|\\.)*)"')


def figures(client: Client) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    response = client.get("/avatarforge/metrics")
    assert response.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    found: dict[tuple[str, frozenset[tuple[str, str]]], float] = {}
    kinds: dict[str, str] = {}
    for line in response.text.splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert name not in kinds
            kinds[name] = kind
        elif not line.startswith("# HELP "):
            sample = _SAMPLE.fullmatch(line)
            assert sample is not None, line
            family = re.sub(r"_(sum|count)$", "", sample["name"])
            assert kinds[family] in ("gauge", "counter", "summary")
            labels = frozenset(_LABEL.findall(sample["labels"] or ""))
            assert (sample["name"], labels) not in found, line
            found[sample["name"], labels] = float(sample["value"])
    return found


def of(name: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    return name, frozenset(labels.items())


def test_metrics_count_what_happens(client: Client) -> None:
    before = figures(client)
    for _ in range(2):
        client.finished(client.generate("a sentinel, secret words")["generation_id"])
    client.get("/avatarforge/jobs/nobody")
    after = figures(client)

    def grown(name: str, **labels: str) -> float:
        return after[of(name, **labels)] - before.get(of(name, **labels), 0)

    assert grown("avatarforge_jobs", api="avatarforge", state="completed") == 2
    assert grown("avatarforge_job_seconds_count", recipe="drawn-avatar") == 2
    assert grown("avatarforge_job_seconds_sum", recipe="drawn-avatar") > 0
    route = {"method": "POST", "route": f"{PREFIX}/generate/avatar"}
    assert grown("avatarforge_requests_total", status="200", **route) == 2
    route = {"method": "GET", "route": "/avatarforge/jobs/{job_id}"}
    assert grown("avatarforge_requests_total", status="404", **route) == 1
    assert after[of("avatarforge_queue", state="running")] in (0, 1)
    assert after[of("avatarforge_ready")] == 1
    for kept in ("uploads", "sessions"):
        assert after[of("avatarforge_upkeep_total", of=kept, result="done")] >= 1
    text = client.get("/avatarforge/metrics").text
    assert "secret words" not in text and "nobody" not in text
    assert str(client.private) not in text
