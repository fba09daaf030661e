"""What is answered where no route is: in the shape of the API that the path belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from .servers import Client
from .test_access import key_of

Fits = Callable[[Mapping[str, Any]], bool]


def detail(told: Mapping[str, Any]) -> bool:
    return told.keys() == {"detail"} and isinstance(told["detail"], str)


def chat(code: str) -> Fits:
    return lambda told: told.keys() == {"code", "message"} and told["code"] == code


def character(code: str) -> Fits:
    return lambda told: (
        told.keys() == {"status", "error_code", "message", "details"}
        and (told["status"], told["error_code"], told["details"]) == ("error", code, {})
    )


def portrait(told: Mapping[str, Any]) -> bool:
    return told.keys() == {"error"} and isinstance(told["error"], str)


UNKNOWN: Mapping[str, Fits] = {
    "/avatarforge-controller": detail,
    "/avatarforge-controller/nothing": detail,
    "/avatarforge-controller/generations/x/y": detail,
    "/v1/chat/nothing": chat("NOT_FOUND"),
    "/v1/": chat("NOT_FOUND"),
    "/job/some-id/nothing": character("FILE_NOT_FOUND"),
    "/avatarforge/character3d/nothing": character("FILE_NOT_FOUND"),
    "/api/anime/nothing": detail,
    "/api/anime/jobs/a%2Fb/c%0Ad": detail,
    "/avatarforge": detail,
    "/avatarforge/nothing/at/all": detail,
}

WRONG: Mapping[tuple[str, str], tuple[str, Fits]] = {
    ("PUT", "/avatarforge-controller/health"): ("GET, HEAD", detail),
    ("GET", "/avatarforge-controller/generate/avatar"): ("POST", detail),
    ("PATCH", "/avatarforge-controller/files/some-id"): ("DELETE, GET, HEAD", detail),
    ("DELETE", "/files/some-id"): ("GET, HEAD", detail),
    ("POST", "/outputs/some-id/output.png"): ("GET, HEAD", detail),
    ("GET", "/v1/imagegen"): ("POST", chat("METHOD_NOT_ALLOWED")),
    ("DELETE", "/healthz"): ("GET, HEAD", chat("METHOD_NOT_ALLOWED")),
    ("GET", "/generate_character"): ("POST", character("INVALID_PARAMETERS")),
    ("GET", "/job/some-id"): ("DELETE", character("INVALID_PARAMETERS")),
    ("POST", "/output/a/b.glb"): ("GET, HEAD", character("INVALID_PARAMETERS")),
    ("POST", "/ws/some-id"): ("GET, HEAD", character("INVALID_PARAMETERS")),
    ("POST", "/ws/job/some-id"): ("GET, HEAD", detail),
    ("DELETE", "/api/anime/generate"): ("POST", detail),
    ("GET", "/api/upload"): ("POST", portrait),
    ("POST", "/api/status/some-id"): ("GET, HEAD", portrait),
    ("DELETE", "/api/workflow-info"): ("GET, HEAD", portrait),
    ("POST", "/avatarforge/recipes/avatar"): ("DELETE, GET, HEAD, PUT", detail),
    ("PROPFIND", "/avatarforge/jobs"): ("GET, HEAD", detail),
}


@pytest.mark.parametrize("twin", ["", "/api"])
@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_path_below_our_own_is_told_as_its_api_does(
    client: Client, path: str, twin: str
) -> None:
    for method in ("GET", "POST", "DELETE"):
        answer = client.request(method, twin + path)
        assert answer.status_code == 404, (method, answer.text)
        assert answer.headers["X-Request-Id"]
        assert UNKNOWN[path](answer.json()), answer.text
    head = client.request("HEAD", twin + path)
    assert (head.status_code, head.content) == (404, b"") and head.headers["X-Request-Id"]


@pytest.mark.parametrize("twin", ["", "/api"])
@pytest.mark.parametrize(("method", "path"), WRONG)
def test_a_wrong_method_is_told_those_that_are_right(
    client: Client, method: str, path: str, twin: str
) -> None:
    allowed, fits = WRONG[method, path]
    answer = client.request(method, twin + path)
    assert answer.status_code == 405, answer.text
    assert answer.headers["Allow"] == allowed and answer.headers["X-Request-Id"]
    assert fits(answer.json()), answer.text


def test_what_is_not_there_is_nobodys(client: Client) -> None:
    with key_of(client, "somebody"):
        assert client.get("/avatarforge/nothing").status_code == 404
        assert client.get("/v1/imagegen").status_code == 405


def test_the_hosts_own_answers_stay_as_they_are(client: Client) -> None:
    own = ["/nothing", "/api/nothing", "/api/api/nothing", "/wsx", "/avatarforgex", "/api/v2"]
    for path in own:
        answer = client.get(path)
        assert (answer.status_code, "X-Request-Id" in answer.headers) == (404, False), path
    for method, path in (("DELETE", "/queue"), ("PUT", "/api/queue"), ("POST", "/ws")):
        answer = client.request(method, path)
        assert (answer.status_code, "X-Request-Id" in answer.headers) == (405, False), path
    if client.host == "comfyui":
        for path in ("/upload/image", "/api/upload/image"):
            answer = client.request("PUT", path)
            assert (answer.status_code, "X-Request-Id" in answer.headers) == (405, False), path
        assert client.get("/api/models").json(), "ComfyUI's folders of models"
        assert client.get("/").headers["Content-Type"].startswith("text/html")


def test_unknown_paths_are_counted_under_one_name(client: Client) -> None:
    for name in ("one", "two"):
        client.get(f"/avatarforge/unheard-of-{name}")
    text = client.get("/avatarforge/metrics").text
    assert "unheard-of" not in text
    assert 'avatarforge_requests_total{method="*",route="/avatarforge/{rest' in text
