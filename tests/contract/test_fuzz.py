"""Requests made from our own description, right ones and wrong ones: every answer is described.

The description is read from the server, so that what is held against it is what callers read.
Requests are drawn from fixed seeds. Whatever they start is cancelled at once; the chat routes,
which answer with a picture, get fewer of them.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import Failure, FailureGroup

from .anime import made as made_anime
from .chats import PATHS, body
from .portraits import upload
from .servers import Client, wait_until

MakePicture = Callable[..., bytes]
PREFIX = "/avatarforge-controller"
SEED = 2026

RIGHT, WRONG = 12, 24  # examples an operation
RIGHT_PICTURES = 4  # where each makes a picture
PART_ON_COMFYUI = 3
"""Of the examples one in so many goes to ComfyUI too: only how requests are read differs there."""

TAGS = (
    "Avatars",
    "Profile and chat images",
    "3D characters",
    "Anime production",
    "Pet portraits",
    "Recipes",
    "Server",
)
CHECKED = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
EXAMPLES = {path: route for route, path in PATHS.items()}
PORTRAITS = ("/api/generate", "/api/regenerate")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})

_HEADERS: Mapping[str, tuple[str, ...]] = {
    "Range": (
        *("bytes=0-", "bytes=5-9", "bytes=-1", "bytes=9-5", "bytes=0-0,5-9", "bytes=x-y"),
        *("bytes=99999999999999999999-", "bytes=-0", "lines=1-2", "bytes"),
    ),
    "If-None-Match": ("*", "W/", '"x", *', ","),
    "If-Range": ('"x"', "Wed, 21 Oct 2026 07:28:00 GMT"),
    "Accept": ("multipart/mixed", "image/png", "nothing", "*/*;q=x"),
    "Authorization": ("Bearer", "Bearer x", "Basic eDp5", "\u00e9"),
    "X-Forwarded-For": ("10.0.0.1",),
}
_ODD_HEADERS_SHARE = 0.15


@pytest.fixture
def schema(client: Client) -> Any:
    load_all_checks()
    config = schemathesis.Config.from_dict({"generation": {"with-security-parameters": False}})
    return schemathesis.openapi.from_url(
        f"{client.base_url}/avatarforge/openapi.json", config=config
    )


@dataclass
class Known:
    """What really is there, for some of the paths that name something."""

    values: Mapping[str, Any]
    of_anime: Mapping[str, Any]  # the same names, where the anime API's are meant
    pictures: tuple[bytes, ...]
    random: random.Random = field(default_factory=lambda: random.Random(SEED))

    def put_into(self, case: Any) -> None:
        if self.random.random() < 0.5:
            is_anime = case.operation.path.startswith(("/api/anime/", "/ws/job/", "/ws/progress/"))
            values = self.of_anime if is_anime else self.values
            for name in case.path_parameters:
                if name in values:
                    case.path_parameters[name] = values[name]
        if not isinstance(case.body, dict) or self.random.random() < 0.5:
            return
        if case.media_type == "multipart/form-data":
            for name in case.body:
                case.body[name] = self.random.choice(self.pictures)
        if case.operation.path in PORTRAITS:
            case.body["sessionId"] = self.values["session_id"]
            if self.random.random() < 0.5:
                case.body["userInputs"] = {"229": "cat"}
        if case.operation.path in EXAMPLES:
            # The example but for one field: what is drawn is seldom right as a whole.
            drawn = {name: value for name, value in case.body.items() if self.random.random() < 0.2}
            case.body = {**body(EXAMPLES[case.operation.path]), **drawn}

    def headers(self) -> dict[str, str]:
        if self.random.random() >= _ODD_HEADERS_SHARE:
            return {}
        name = self.random.choice(list(_HEADERS))
        return {name: self.random.choice(_HEADERS[name])}


@pytest.fixture
def known(client: Client, picture: MakePicture) -> Known:
    file = client.upload(picture()).json()
    made = client.generate("a sailor")["generation_id"]
    output = client.finished(made)["output_files"][0]["filename"]
    anime = made_anime(client, prompt="a sailor", width=256, height=256)
    return Known(
        {
            "file_id": file["file_id"],
            "content_hash": file["content_hash"],
            "generation_id": made,
            "job_id": made,
            "session_id": upload(client, picture()),
            "filename": output,
            "path": f"{made}/{output}",
            "pose": "side",
            "name": "avatar",
        },
        {"job_id": anime["job_id"], "filename": anime["output_url"].rpartition("/")[2]},
        (picture(), picture(format="JPEG"), picture(64, 2000), picture()[:300], b""),
    )


def examples_of(operation: Any) -> Mapping[GenerationMode, int]:
    right = RIGHT_PICTURES if makes_pictures(operation) else RIGHT
    if list(operation.body) or list(operation.query) or list(operation.headers):
        return {GenerationMode.POSITIVE: right, GenerationMode.NEGATIVE: WRONG}
    # A path takes any text, so that none is wrong.
    return {GenerationMode.POSITIVE: RIGHT + WRONG if list(operation.path_parameters) else 3}


def makes_pictures(operation: Any) -> bool:
    return bool(operation.method == "post" and operation.path.startswith("/v1/"))


def wants_admin(operation: Any) -> bool:
    return {} not in operation.definition.raw.get("security", [{}])


@dataclass
class Fuzzer:
    client: Client
    known: Known
    statuses: Counter[int] = field(default_factory=Counter)

    def run(self, operation: Any, mode: GenerationMode, examples: int) -> None:
        """Raises Failure and FailureGroup for an answer that is not described."""
        if self.client.host == "comfyui":
            examples = math.ceil(examples / PART_ON_COMFYUI)
        checks = CHECKS.get_by_names(list(CHECKED))
        headers = {}
        if wants_admin(operation):
            key = (self.client.private / "admin.key").read_text("utf-8").strip()
            headers = {"X-API-Key": key}

        @seed(SEED)
        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def answers_as_described(case: Any) -> None:
            self.known.put_into(case)
            response = case.call(
                base_url=self.client.base_url,
                headers={**headers, **self.known.headers()},
                timeout=60,
            )
            self.statuses[response.status_code] += 1
            case.validate_response(response, checks=checks)
            self._stop(operation, response.headers, headers)

        answers_as_described()

    def _stop(self, operation: Any, answered: Mapping[str, Any], asked: Mapping[str, str]) -> None:
        job = answered.get("x-job-id")
        if job is not None and operation.method == "post":
            self.client.delete(f"/avatarforge/jobs/{job[0]}", headers=asked)


@pytest.mark.parametrize("tag", TAGS)
def test_every_answer_is_described(client: Client, schema: Any, known: Known, tag: str) -> None:
    fuzzer = Fuzzer(client, known)
    wrong: list[str] = []
    operations = [found.ok() for found in schema.include(tag=tag).get_all_operations()]
    assert operations
    for operation in operations:
        for mode, examples in examples_of(operation).items():
            try:
                fuzzer.run(operation, mode, examples)
            except (Failure, FailureGroup) as failure:
                wrong.append(f"{operation.label}: {failure}")
    assert not wrong, "\n\n".join(wrong)
    kinds = {status // 100 for status in fuzzer.statuses}
    assert {2, 4} <= kinds <= {2, 3, 4}, fuzzer.statuses
    wait_until(lambda: at_rest(client), 120)


ODD = (
    *("NaN", "Infinity", "1e999", "1" + "0" * 400),
    *('"\\u0000"', '"\\ud83d"', "[" * 5000 + "]" * 5000),
)


@pytest.mark.parametrize("value", ODD, ids=lambda value: str(value)[:12])
def test_what_no_feature_handle_or_seed_can_be(client: Client, value: str) -> None:
    data = json.dumps(body("scenes", recipe="RECIPE", seed="SEED"))
    places = ('"brown"', '"charlie"', '"RECIPE"', '"SEED"')
    bodies = [
        ("/v1/profile/update", f'{{"avatar_features": {{"observed": {{"mark": {value}}}}}}}'),
        ("/v1/profile/update", f'{{"avatar_features": {{"meta": {{"quality_score": {value}}}}}}}'),
        (f"{PREFIX}/generate/avatar", f'{{"prompt": "a sailor", "seed": {value}}}'),
        (
            f"{PREFIX}/generate/avatar",
            f'{{"prompt": "a sailor", "features": {{"hair_color": {value}}}}}',
        ),
        *((PATHS["scenes"], data.replace(place, value, 1)) for place in places),
    ]
    for path, sent in bodies:
        response = client.post(path, data=sent.encode())
        assert response.status_code == 422, (path, response.text)
        assert "function" not in response.text, "what is told is the field, not our code"


def test_a_key_of_one_route_brings_nothing_out_of_another(client: Client) -> None:
    key = {"Idempotency-Key": "one key, two routes"}
    assert client.post(PATHS["shorts"], json=body("shorts"), headers=key).status_code == 200
    for route in ("scenes", "general"):
        other = client.post(PATHS[route], json=body(route), headers=key)
        assert (other.status_code, other.json()["code"]) == (422, "BAD_INPUT")


def at_rest(client: Client) -> bool:
    queue: dict[str, int] = client.get("/avatarforge/ready").json()["queue"]
    return queue == {"running": 0, "pending": 0}


def test_a_method_that_is_not_described_is_not_served(client: Client) -> None:
    description = client.get("/avatarforge/openapi.json").json()
    for path, methods in description["paths"].items():
        described = {method.upper() for method in methods}
        described |= {"HEAD"} if "GET" in described else set()
        filled = path.replace("{", "").replace("}", "")
        for method in sorted(METHODS - described):
            response = client.request(method, filled)
            assert response.status_code == 405, (method, filled, response.text)
            allowed = {each.strip() for each in response.headers["Allow"].split(",")}
            assert allowed == described or path == "/models", (method, filled)
