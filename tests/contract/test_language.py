"""What a model wrote, on its way through the routes. It is replayed: a graph of one's own has
it where the recipes have a language model's answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from avatarforge.forge.recipes.recipe import shipped
from avatarforge.forge.recipes.request import GenerationRequest

from .chats import CAPTIONED, PATHS, body
from .servers import Client
from .test_profiles import create, encoded, selfie  # noqa: F401  (a fixture)
from .test_recipes import PATH, admin_of, put

DRAWN = next(recipe for recipe in shipped() if recipe.name == "drawn-scene")
SELFIE = next(recipe for recipe in shipped() if recipe.name == "selfie")

EXPLICIT = "two naked lovers having sex in a bedroom"
NAKED = "Both of them are naked and kiss on the bed in a room with a lamp."
TIER_1 = "A naked fifteen-year-old girl lies there in the room on her bed at night."
VIOLENT = "He rapes her on the bed while the lamp is on in the room at night."
GOOD = {
    "1to1": "We never want this warm evening of ours to come to an end",
    "shorts": "Nothing but joy and warmth in the air on this quiet evening",
    "scenes": "Nothing but joy and warmth in the air on this quiet evening",
}
NONSENSE = (
    "glorp zib frandel " * 9,
    "",
    "\u4e16\u754c " * 40,
    '{"caption": null}',
    "<think>\nThe user wants a caption of ten to fifteen words, so",
    "Sure! Here is the caption: We love it here so much",
    "<|im_end|><|im_end|>",
)


@pytest.fixture
def admin(client: Client) -> Iterator[Client]:
    """One who may publish; what has been published is gone after the test."""
    caller = admin_of(client)
    yield caller
    for endpoint in (*PATHS, "selfie"):
        while caller.delete(f"{PATH}/{endpoint}").status_code == 200:
            continue


def suggesting(scene: str, caption: str) -> dict[str, Any]:
    """The drawn scene, as if a model had written these; its prompt comes back as well."""
    wanted = GenerationRequest(prompt="", seed=0, width=256, height=256)
    graph: dict[str, Any] = dict(DRAWN.fill(wanted, without=frozenset(DRAWN.parts())))
    graph["drawn"]["inputs"] |= {"width": 256, "height": 256}  # for speed
    graph["expand"]["inputs"]["suggestion"] = scene
    graph["caption"]["inputs"]["suggestion"] = caption
    graph["result_long"] = {
        "class_type": "AvatarForgeTextResult",
        "inputs": {"text": ["expand", 1], "role": "long_prompt", "notes": ["expand", 3]},
    }
    return graph


def told(admin: Client, route: str, scene: str, caption: str, text: str | None = None) -> Any:
    """The answer of the route, and the prompt that a diffusion model would have been given."""
    published = put(admin, suggesting(scene, caption), route)
    assert published.status_code == 200, published.text
    response = admin.post(PATHS[route], json=body(route, text, seed=3))
    assert response.status_code == 200, response.text
    job = response.headers["X-Job-Id"]
    outputs = admin.get(f"/avatarforge/jobs/{job}").json()["outputs"]
    (long,) = (each for each in outputs if each["role"] == "long_prompt")
    answer = response.json() if route in CAPTIONED else {}
    return answer, admin.get(f"/outputs/{job}/{long['filename']}").text


def words_of(caption: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['\u2019-][^\W_]+)*", caption)


@pytest.mark.parametrize("route", CAPTIONED)
def test_a_caption_that_keeps_the_rules_is_the_models(admin: Client, route: str) -> None:
    answer, _ = told(admin, route, "", f'Caption: "{GOOD[route]}"\n')
    assert answer["caption"] == GOOD[route]
    assert answer["warnings"] == []


@pytest.mark.parametrize("route", CAPTIONED)
def test_nonsense_never_comes_through(admin: Client, route: str) -> None:
    for nonsense in NONSENSE:
        answer, prompt = told(admin, route, nonsense, nonsense)
        assert 10 <= len(words_of(answer["caption"])) <= 15
        assert len(answer["prompt_used"].split()) <= 25
        assert "glorp" not in prompt and "\u4e16" not in prompt and "im_end" not in prompt
        if nonsense:
            assert any("was not used" in line for line in answer["warnings"])


@pytest.mark.parametrize("route", PATHS)
def test_what_is_refused_everywhere_is_refused_of_a_model(admin: Client, route: str) -> None:
    for written in (TIER_1, VIOLENT):
        answer, prompt = told(admin, route, written, written)
        assert written.rstrip(".") not in prompt
        assert "naked" not in prompt and "rapes" not in prompt
        assert answer.get("caption") != written


@pytest.mark.parametrize("route", [route for route in PATHS if route != "private"])
def test_explicit_words_of_a_model_go_by_the_routes_policy(admin: Client, route: str) -> None:
    """On 1:1 they may stand where the message is explicit itself; private refuses that one."""
    _, prompt = told(admin, route, NAKED, NAKED, EXPLICIT)
    assert (NAKED.rstrip(".") in prompt) == (route == "1to1")
    answer, prompt = told(admin, route, NAKED, NAKED, "us in our bedroom at night")
    assert "naked" not in prompt
    assert "naked" not in answer.get("caption", "")


def answering(reply: str) -> dict[str, Any]:
    wanted = GenerationRequest(prompt="", seed=0, width=0, height=0)
    graph: dict[str, Any] = dict(SELFIE.fill(wanted, without=frozenset(SELFIE.parts())))
    graph["analysis"]["inputs"]["answers"] = reply
    return graph


def test_a_model_that_sees_tells_what_cannot_be_measured(
    client: Client,
    admin: Client,
    selfie: bytes,  # noqa: F811
) -> None:
    measured = create(client, selfie).json()["avatar_features"]
    reply = {
        "observed": {"gender": "female", "age_range": "31-45", "hair_color": "plaid"},
        "accessories": {"glasses_present": "no"},
    }
    assert put(admin, answering(f"Sure!\n{json.dumps(reply)}"), "selfie").status_code == 200
    response = create(client, selfie)
    assert response.status_code == 200, response.text
    features = response.json()["avatar_features"]
    assert features["observed"]["gender"] == "female"
    assert features["observed"]["age_range"] == "31-45"
    for name in ("hair_color", "skin_tone", "expression"):
        assert features["observed"][name] == measured["observed"][name]
    assert features["meta"] == measured["meta"]
    kept = [path for path in client.private.rglob("*") if path.is_file()]
    assert not any(b"copy\x00" in path.read_bytes() for path in kept if path.stat().st_size < 1e7)


def test_nonsense_of_a_model_that_sees_leaves_what_was_measured(
    client: Client,
    admin: Client,
    selfie: bytes,  # noqa: F811
) -> None:
    measured = create(client, selfie).json()["avatar_features"]
    for nonsense in (
        *NONSENSE[:2],
        '{"gender": "robot", "age_range": 7, "meta": {"num_faces": 9}}',
    ):
        assert put(admin, answering(nonsense), "selfie").status_code == 200
        assert create(client, selfie).json()["avatar_features"] == measured


def test_a_bad_selfie_is_refused_by_the_graph_as_well(client: Client, admin: Client) -> None:
    import skimage.data

    assert put(admin, answering('{"gender": "male"}'), "selfie").status_code == 200
    for data, reason in (
        (encoded(skimage.data.chelsea()), "NO_FACE_DETECTED"),
        (b"no picture", "INVALID_IMAGE"),
    ):
        refused = create(client, data)
        assert (refused.status_code, refused.json()["code"]) == (422, "BAD_SELFIE")
        assert refused.json()["details"]["reason"] == reason
