"""The portrait API's routes: sessions, portraits, images, the workflow."""

from __future__ import annotations

import datetime
import io
import json
import subprocess
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import skimage.data
from PIL import Image

from .portraits import (
    ECHO,
    ended,
    pixels_of,
    serving,
    start,
    started,
    status,
    upload,
    with_defaults,
)
from .servers import Client
from .test_access import key_of

MakePicture = Callable[..., bytes]
NOBODY = "550e8400-e29b-41d4-a716-446655440000"


def photograph(format: str = "PNG") -> bytes:  # noqa: A002
    buffer = io.BytesIO()
    Image.fromarray(skimage.data.chelsea()).save(buffer, format)
    return buffer.getvalue()


def error_of(response: Any, status_code: int) -> str:
    assert response.status_code == status_code, response.text
    assert list(response.json()) == ["error"]
    message: str = response.json()["error"]
    assert message
    return message


def test_a_cat_is_painted(client: Client) -> None:
    """The document's story, with its shapes."""
    health = client.get("/api/health")
    assert health.json() == {"status": "ok", "message": "Pet Portrait Generator API is running"}
    data = photograph("JPEG")
    uploaded = client.post("/api/upload", files={"image": ("cat.jpg", data, "image/jpeg")})
    assert uploaded.status_code == 200
    session = uploaded.json()["sessionId"]
    photo_url = uploaded.json()["imageUrl"]
    assert uploaded.json() == {
        "success": True,
        "sessionId": session,
        "message": "Image uploaded successfully",
        "imageUrl": photo_url,
    }
    assert photo_url.startswith("/api/images/") and photo_url.endswith("?type=input&subfolder=")
    assert client.get(photo_url).content == data
    assert client.get(photo_url).headers["Content-Type"] == "image/jpeg"

    total = client.get("/api/workflow-info").json()["totalNodes"]
    before = status(client, session)
    assert (before["status"], before["progress"], before["totalNodes"]) == ("uploaded", 0, total)

    begun = started(client, session, node229="cat")
    assert begun["success"] is True
    assert begun["sessionId"] == session
    assert begun["message"] == "Portrait generation started"
    assert begun["wsEndpoint"] == f"/ws?clientId=pet-portrait-{session}"
    assert begun["totalNodes"] == total
    seen = status(client, session)
    assert seen["status"] in ("processing", "completed")

    done = ended(client, session)
    assert set(done) >= {
        *("sessionId", "status", "progress", "currentNode", "currentNodeInfo", "message"),
        *("resultImage", "startTime", "endTime", "executedNodesCount", "totalNodes"),
    }
    assert (done["status"], done["progress"]) == ("completed", 100)
    assert (done["currentNode"], done["currentNodeInfo"]) == (None, None)
    assert done["message"] == "Portrait completed" and done["warnings"] == []
    assert done["executedNodesCount"] == done["totalNodes"] == total
    assert done["resultImage"].endswith("?type=output&subfolder=")
    for name in ("startTime", "endTime"):
        assert done[name].endswith("Z")
        datetime.datetime.fromisoformat(done[name].replace("Z", "+00:00"))
    portrait = client.get(done["resultImage"])
    assert portrait.headers["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(portrait.content)).size == (832, 1216)


def test_the_workflow_info(client: Client) -> None:
    info = client.get("/api/workflow-info").json()
    assert info["aspectRatio"] == {"width": 832, "height": 1216}
    (given,) = info["userInputs"]
    assert given == {
        "nodeId": "229",
        "type": "text",
        "title": "Pet Type Input",
        "description": "Enter the type of pet (e.g., dog, cat, bird)",
        "defaultValue": "dog",
    }
    assert info["totalNodes"] == info["nodeCount"] == len(info["nodeTypes"])
    assert sum(info["nodeTypeCounts"].values()) == info["nodeCount"]
    assert 0 < info["executionOrderLength"] <= info["nodeCount"]
    assert {"id": "229", "type": "AvatarForgePetType", "title": "Pet Type Input"} in info[
        "nodeTypes"
    ]
    assert info["recipe"] == "drawn-portrait"


def test_the_workflow_is_a_file_that_a_person_can_change(
    client: Client, picture: MakePicture
) -> None:
    data = picture()
    graph = json.loads(json.dumps(ECHO))
    graph["ask"]["inputs"]["width"] = 640
    graph["mood"] = {
        "class_type": "AvatarForgePetType",
        "_meta": {"title": "Mood Input"},
        "inputs": {"text": "calm"},
    }
    with serving(client, graph):
        info = client.get("/api/workflow-info").json()
        assert info["totalNodes"] == 4
        assert info["aspectRatio"] == {"width": 640, "height": 1216}
        assert info["executionOrderLength"] == 3, "nothing needs the mood"
        assert [each["nodeId"] for each in info["userInputs"]] == ["229", "mood"]
        assert info["userInputs"][1]["description"] == "Enter the mood"
        session = upload(client, data)
        assert status(client, session)["totalNodes"] == 4
        assert started(client, session, nodemood="proud")["totalNodes"] == 4
        done = ended(client, session)
        assert np.array_equal(pixels_of(client.get(done["resultImage"]).content), pixels_of(data))
        # Changed once more, while the server runs.
        graph["229"]["inputs"]["text"] = "parrot"
        with serving(client, graph):
            info = client.get("/api/workflow-info").json()
            assert info["userInputs"][0]["defaultValue"] == "parrot"
    assert client.get("/api/workflow-info").json()["recipe"] == "drawn-portrait"


def test_a_published_workflow_is_such_a_file(client: Client) -> None:
    key = (client.private / "admin.key").read_text("utf-8").strip()
    admin = client.with_headers(X_API_Key=key)
    path = "/avatarforge/recipes/pet-portrait"
    published = admin.request("PUT", path, json={"graph": with_defaults(ECHO)})
    assert published.status_code == 200, published.text
    try:
        info = client.get("/api/workflow-info").json()
        assert (info["recipe"], info["totalNodes"]) == ("custom-pet-portrait", 3)
        (file,) = (client.private / "recipes" / "pet-portrait").glob("*.json")
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('"Pet Type Input"', '"Species Input"'), encoding="utf-8")
        (given,) = client.get("/api/workflow-info").json()["userInputs"]
        assert (given["title"], given["description"]) == ("Species Input", "Enter the species")
    finally:
        assert admin.delete(path).status_code == 200
    assert client.get("/api/workflow-info").json()["recipe"] == "drawn-portrait"


def test_again_with_new_seeds_and_the_inputs_of_before(
    client: Client, picture: MakePicture
) -> None:
    def inputs_of(response: Any) -> Any:
        job = client.get(f"/avatarforge/jobs/{response.headers['X-Job-Id']}").json()
        return job["request"]["userInputs"]

    with serving(client, ECHO):
        session = upload(client, picture())
        assert error_of(start(client, session, again=True), 400)
        first = start(client, session, node229="cat")
        assert inputs_of(first) == {"229": "cat"}
        before = ended(client, session)["resultImage"]
        second = start(client, session, again=True)
        assert second.json()["message"] == "Portrait regeneration started"
        assert inputs_of(second) == {"229": "cat"}
        assert second.json()["promptId"] != first.json()["promptId"]
        assert second.json()["seed"] != first.json()["seed"]
        after = ended(client, session)["resultImage"]
        assert after != before
        assert client.get(before).status_code == 200, "earlier results stay"
        third = start(client, session, again=True, node229="bird")
        assert inputs_of(third) == {"229": "bird"}
        ended(client, session)
        fourth = start(client, session)
        assert inputs_of(fourth) == {}, "generate begins with the defaults"
        ended(client, session)


def test_one_portrait_of_a_session_at_a_time(client: Client) -> None:
    session = upload(client, photograph())
    begun = start(client, session)
    assert begun.status_code == 200
    for again in (False, True):
        assert "already" in error_of(start(client, session, again=again), 409)
    now = status(client, session)
    assert (now["status"], now["resultImage"], now["endTime"]) == ("processing", None, None)
    cancelled = client.delete(f"/avatarforge/jobs/{begun.headers['X-Job-Id']}")
    assert cancelled.status_code == 200
    failed = ended(client, session)
    assert (failed["status"], failed["message"]) == ("failed", "cancelled")
    assert failed["resultImage"] is None


def test_a_retry_brings_the_first_portrait(client: Client, picture: MakePicture) -> None:
    key = {"Idempotency-Key": f"portrait of {client.host}"}
    with serving(client, ECHO):
        session, other = upload(client, picture()), upload(client, picture())
        bodies = [{"sessionId": each} for each in (session, session, other)]
        first, retried, misused = (
            client.post("/api/generate", json=body, headers=key) for body in bodies
        )
        assert first.json() == retried.json()
        assert "another request" in error_of(misused, 400)
        ended(client, session)
        again = client.post("/api/regenerate", json=bodies[0], headers=key)
        assert "another request" in error_of(again, 400)
        late = client.post("/api/generate", json=bodies[0], headers=key)
        assert late.json() == first.json()


def test_bad_uploads(client: Client, picture: MakePicture) -> None:
    def sent(data: bytes, field: str = "image") -> Any:
        return client.post("/api/upload", files={field: ("a.png", data, "image/png")})

    assert error_of(sent(picture(), "file"), 400) == "No image file provided"
    assert error_of(client.post("/api/upload", data=b"words"), 400)
    assert error_of(client.post("/api/upload", json={"image": "x"}), 400)
    assert "PNG" in error_of(sent(b"only words" * 100), 400)
    assert "damaged" in error_of(sent(photograph()[:9000]), 400)
    assert error_of(sent(b""), 400)
    assert "64" in error_of(sent(picture(63, 200)), 400)
    assert "20 MB" in error_of(sent(b"\x89PNG\r\n\x1a\n" + b"x" * (21 << 20)), 413)


BAD_BODIES: tuple[Any, ...] = (
    {},
    [],
    "words",
    {"sessionId": 7},
    {"sessionId": None},
    {"sessionId": "x", "userInputs": []},
    {"sessionId": "x", "userInputs": {"229": 7}},
    {"sessionId": "x", "userInputs": {"229": ""}},
    {"sessionId": "x", "userInputs": {"229": " "}},
    {"sessionId": "x", "userInputs": {"229": "a\u0007"}},
    {"sessionId": "x", "userInputs": {"229": "a" * 2001}},
    {"sessionId": "x" * 300},
)


@pytest.mark.parametrize("path", ["/api/generate", "/api/regenerate"])
def test_bad_bodies(client: Client, path: str) -> None:
    for body in BAD_BODIES:
        error_of(client.post(path, json=body), 400)
    error_of(client.post(path, data=b"{half"), 400)
    error_of(client.post(path, data=b"{" + b" " * (1 << 20) + b"}"), 413)
    for session in ("nobody", NOBODY, ""):
        unknown = client.post(path, json={"sessionId": session})
        assert error_of(unknown, 400) == "Invalid or expired session ID"


def test_inputs_that_no_node_takes(client: Client, picture: MakePicture) -> None:
    session = upload(client, picture())
    for node in ("1", "request", "result", "", "x" * 100):
        body = {"sessionId": session, "userInputs": {node: "dog"}}
        assert "229" in error_of(client.post("/api/generate", json=body), 400)
    assert status(client, session)["status"] == "uploaded"


def test_what_is_refused_everywhere(client: Client, picture: MakePicture) -> None:
    session = upload(client, picture())
    refused = start(client, session, node229="a naked 12 year old girl")
    assert "refused" in error_of(refused, 400)
    assert status(client, session)["status"] == "uploaded"


def test_images(client: Client, picture: MakePicture) -> None:
    data = picture()
    uploaded = client.post("/api/upload", files={"image": ("a.png", data, "image/png")}).json()
    name = uploaded["imageUrl"].partition("?")[0].rpartition("/")[2]
    whole = client.get(uploaded["imageUrl"])
    assert client.get(f"/api/images/{name}?type=input").content == data
    tag = {"If-None-Match": whole.headers["ETag"]}
    assert client.get(uploaded["imageUrl"], headers=tag).status_code == 304
    part = client.get(uploaded["imageUrl"], headers={"Range": "bytes=1-3"})
    assert (part.status_code, part.content) == (206, data[1:4])

    for missing in (
        f"/api/images/{name}",
        f"/api/images/{name}?type=input&subfolder=a",
        f"/api/images/{name.replace('.png', '.jpg')}?type=input",
        f"/api/images/pet-{NOBODY}.png?type=input",
        f"/api/images/portrait-{NOBODY}.png",
        "/api/images/portrait.png",
        "/api/images/keys.json?type=input",
    ):
        assert error_of(client.get(missing), 404) == "Image not found"
    for kind in ("temp", "Input", ""):
        assert "input or output" in error_of(client.get(f"/api/images/{name}?type={kind}"), 400)
    for path in (
        f"/api/images/..%2f..%2f{name}",
        "/api/images/..%5c..%5ckeys.json",
        "/api/images/%2e%2e%2fkeys.json?type=input",
        "/api/images/%2fetc%2fpasswd",
        "/api/images/c:%5cwindows%5cwin.ini",
        f"/api/images/{name}%00.png",
        f"/api/images/{name}?type=input&subfolder=..",
        f"/api/images/{name}?type=input&subfolder=a/../..",
        f"/api/images/{name}?type=input&subfolder=/etc",
    ):
        assert "leaves" in error_of(client.get(path), 400), path


def test_unknown_sessions_have_no_status(client: Client) -> None:
    for session in (NOBODY, "nobody", "%2e%2e"):
        assert error_of(client.get(f"/api/status/{session}"), 404) == "Session not found"


def test_a_workflow_that_makes_no_picture_says_so(client: Client, picture: MakePicture) -> None:
    graph = json.loads(json.dumps(ECHO))
    graph["give"]["inputs"]["images"] = ["ask", 13]  # the pose picture, of which there is none
    with serving(client, graph):
        session = upload(client, picture())
        started(client, session)
        failed = ended(client, session)
        assert (failed["status"], failed["resultImage"]) == ("failed", None)
        assert "AvatarForgeResult" in failed["message"]
        assert "Traceback" not in failed["message"]
        started(client, session, again=True)
        assert ended(client, session)["status"] == "failed"


def test_the_documents_paths_alone_are_taken(client: Client, picture: MakePicture) -> None:
    """Nothing of the host's own is shadowed, and the twins answer as well."""
    twin = client.post("/api/api/upload", files={"image": ("a.png", picture(), "image/png")})
    assert twin.status_code == 200
    assert client.get("/api/api/health").json()["status"] == "ok"
    if client.host != "comfyui":
        return
    for path in ("/upload/image", "/api/upload/image"):
        files = {"image": ("mine.png", picture(), "image/png")}
        answer = client.post(path, files=files)
        assert answer.status_code == 200, answer.text
        assert answer.json()["type"] == "input"
    for path in ("/api/jobs", "/api/queue", "/api/system_stats", "/api/object_info", "/queue"):
        assert client.get(path).status_code == 200, path
    # Ours have no bare path: there ComfyUI serves its pages.
    for path in ("/health", "/workflow-info", "/status/x", "/images/x"):
        assert client.get(path).status_code == 404, path
    assert client.post("/generate").status_code == 405


def test_curl_sees_a_portrait_through(client: Client, picture: MakePicture, folder: Any) -> None:
    (folder / "pet.jpg").write_bytes(picture(format="JPEG"))

    def curl(*arguments: str) -> Any:
        command = ["curl", "-sS", "--fail", *arguments]
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

    with serving(client, ECHO):
        session = curl("-F", "image=@pet.jpg", f"{client.base_url}/api/upload")["sessionId"]
        body = json.dumps({"sessionId": session, "userInputs": {"229": "dog"}})
        kind = ("-H", "Content-Type: application/json")
        curl(*kind, "-d", body, f"{client.base_url}/api/generate")
        assert ended(client, session)["status"] == "completed"


@pytest.mark.parametrize("twin", ["", "/api"])
def test_a_configured_key_is_wanted(client: Client, picture: MakePicture, twin: str) -> None:
    paths = (
        *(("GET", "/api/workflow-info"), ("GET", f"/api/status/{NOBODY}")),
        *(("POST", "/api/upload"), ("POST", "/api/generate"), ("POST", "/api/regenerate")),
        ("GET", f"/api/images/portrait-{NOBODY}.png"),
    )
    with key_of(client, "somebody") as caller:
        for method, path in paths:
            without = client.request(method, twin + path)
            error_of(without, 401)
            assert without.headers["WWW-Authenticate"] == "Bearer"
            assert caller.request(method, twin + path).status_code not in (401, 403)
        assert client.get(twin + "/api/health").status_code == 200
    evil = client.post(twin + "/api/upload", headers={"Origin": "https://evil.example"})
    assert evil.status_code == 403


def test_sessions_are_their_owners(client: Client, picture: MakePicture) -> None:
    with serving(client, ECHO), key_of(client, "ann") as ann, key_of(client, "bob") as bob:
        data = picture()
        session = upload(ann, data)
        started(ann, session)
        done = ended(ann, session)
        photo = f"/api/images/pet-{session}.png?type=input"
        strangers = [bob]
        for stranger in strangers:
            error_of(stranger.get(f"/api/status/{session}"), 404)
            error_of(stranger.get(done["resultImage"]), 404)
            error_of(stranger.get(photo), 404)
            for again in (False, True):
                error_of(start(stranger, session, again=again), 400)
            assert upload(stranger, data) != session
        assert ann.get(photo).content == data
        assert ann.get(done["resultImage"]).status_code == 200
    # Nor does one without a key, once none is wanted any more.
    error_of(client.get(f"/api/status/{session}"), 404)
    error_of(client.get(photo), 404)
    error_of(client.get(done["resultImage"]), 404)
    for again in (False, True):
        error_of(start(client, session, again=again), 400)
