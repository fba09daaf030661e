"""The document's own clients, as they stand but for the port, see a portrait through.

The document lies beside the checkout. Of the TypeScript client the types are left out, `document`
stands for a page, and its pauses are a twentieth as long.
"""

from __future__ import annotations

import io
import re
import runpy
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import skimage.data
from PIL import Image

from .portraits import ECHO, serving
from .servers import CHECKOUT, Client
from .typescript import to_javascript

DOCUMENT = CHECKOUT.parent / "shared" / "documented-apis" / "pet-portrait.md"
LONG_S = 600

pytestmark = pytest.mark.skipif(
    not DOCUMENT.exists(), reason="the document of the portrait API is not beside the checkout"
)


def program(language: str, client: Client) -> str:
    """The document's only program in a language, with this server's address."""
    text = DOCUMENT.read_text(encoding="utf-8")
    (code,) = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    there = client.base_url.removeprefix("http://")
    assert code.count("localhost:3000")
    whole: str = code.replace("localhost:3000", there)
    return whole


@pytest.fixture
def pet(folder: Path) -> Path:
    path = folder / "path" / "to" / "pet_image.jpg"
    path.parent.mkdir(parents=True)
    Image.fromarray(skimage.data.chelsea()).save(path, "JPEG")
    return path


def test_the_python_client_as_a_program(client: Client, folder: Path, pet: Path) -> None:
    """Exactly as it stands, its pauses and all."""
    (folder / "client.py").write_text(program("python", client), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "client.py"], capture_output=True, text=True, timeout=LONG_S, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stdout and "Traceback" not in done.stderr, done.stdout + done.stderr
    for line in (
        *("Workflow info:", "Image uploaded:", "Generation started:"),
        *("WebSocket connection established", "Portrait completed (from polling):"),
        *("Detailed progress:", "[UI]", "Processing node: "),
    ):
        assert line in done.stdout, done.stdout
    portrait = Image.open(folder / "pet_portrait_from_polling.png")
    assert portrait.size == (832, 1216)


def test_the_python_client_hears_it_all(client: Client, folder: Path, pet: Path) -> None:
    (folder / "client.py").write_text(program("python", client), encoding="utf-8")
    api = runpy.run_path("client.py")["PetPortraitAPI"](client.base_url)
    heard: list[tuple[str, Any]] = []
    result, complete = threading.Event(), threading.Event()

    def note(name: str, event: threading.Event | None = None) -> Callable[..., None]:
        def noted(*arguments: Any) -> None:
            heard.append((name, arguments[0] if arguments else None))
            if event is not None:
                event.set()

        return noted

    assert api.get_workflow_info()["nodeCount"] > 0
    api.upload_image(str(pet))
    api.generate_portrait()
    # After generate, which is how the document's other client does it.
    api.connect_websocket(
        on_progress=note("progress"),
        on_detailed_progress=note("detailed"),
        on_node_execution=note("node"),
        on_complete=note("complete", complete),
        on_result=note("result", result),
    )
    assert result.wait(LONG_S) and complete.is_set(), heard
    assert all(0 <= value <= 100 for name, value in heard if name == "progress")
    assert all(value["nodeInfo"]["type"] for name, value in heard if name == "detailed")
    (url,) = [value for name, value in heard if name == "result"]
    api.download_image(url, "portrait.png")
    assert Image.open("portrait.png").size == (832, 1216)
    assert api.poll_until_complete()["resultImage"] == url

    complete.clear()
    result.clear()
    assert api.regenerate_portrait()["message"] == "Portrait regeneration started"
    assert result.wait(LONG_S)
    assert heard[-1][1] != url
    api.ws.close()


_BROWSER = """
import {{ readFileSync }} from 'node:fs';

const pictures = [];
const bar = {{ style: {{}} }};
const text = {{}};
globalThis.document = {{
  getElementById: (id) => (id === 'progress-bar' ? bar : text),
  createElement: () => ({{}}),
  body: {{ appendChild: (picture) => {{ pictures.push(picture.src); finish(); }} }},
}};
const wait = globalThis.setTimeout;
const setTimeout = (work, delay) => wait(work, delay / 20);
function finish() {{
  if (pictures.length < 2) return;  // one by the WebSocket and one by polling
  wait(() => {{
    console.log('PICTURES ' + JSON.stringify(pictures));
    console.log('TEXT ' + text.textContent + ' BAR ' + bar.style.width);
    process.exit(0);
  }}, 0);
}}

{program}

await generatePetPortrait(new File([readFileSync(process.argv[2])], 'pet.jpg'));
"""


def node() -> list[str] | None:
    """A Node with browsers' WebSocket and File; None where there is none."""
    found = shutil.which("node")
    if found is None:
        return None
    for command in ([found], [found, "--experimental-websocket"]):
        probe = [*command, "-e", "WebSocket; File; fetch"]
        if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
            return command
    return None


def test_the_typescript_client(client: Client, folder: Path, pet: Path) -> None:
    command = node()
    if command is None:
        pytest.skip("no node: with WebSocket, File and fetch")
    script = to_javascript(program("typescript", client))
    path = folder / "client.mjs"
    path.write_text(_BROWSER.format(program=script), encoding="utf-8")
    done = subprocess.run(
        [*command, str(path), str(pet)], capture_output=True, text=True, timeout=LONG_S, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stdout + done.stderr.replace("ExperimentalWarning", ""), done.stdout
    for line in (
        *("Workflow info:", "Image uploaded:", "Generation started:", "Basic progress: 100.0%"),
        *("Processing completed", "Portrait ready:", "Portrait ready (from polling):"),
    ):
        assert line in done.stdout, done.stdout
    urls = re.search(r'PICTURES \["(.*)","(.*)"\]', done.stdout)
    assert urls is not None and urls[1] == urls[2]
    assert Image.open(io.BytesIO(client.get(urls[1]).content)).size == (832, 1216)


def test_types_are_left_out() -> None:
    source = """
interface A {
  b: { c: string };
}

async function f(image: File, more?: { a: (x: number) => void; b?: A }): Promise<A[]> {
  const g = async () => { return h(image, { a: 1 }); };
  return g;
}
function connect(id: string, callbacks: {
  onIt?: (progress: number) => void;
}): WebSocket { const x = { type: 'a', on: (b) => b }; return x; }
"""
    wanted = """

async function f(image, more) {
  const g = async () => { return h(image, { a: 1 }); };
  return g;
}
function connect(id, callbacks) { const x = { type: 'a', on: (b) => b }; return x; }
"""
    assert to_javascript(source) == wanted


def test_every_path_of_the_document(client: Client) -> None:
    """Every path of the document answers here, however it is asked."""
    text = DOCUMENT.read_text(encoding="utf-8")
    paths = re.findall(r"^(GET|POST) (/api/\S+)$", text, re.MULTILINE)
    assert len(paths) == 7
    with serving(client, ECHO):
        for method, path in paths:
            filled = path.replace(":sessionId", "x").replace(":filename", "x.png")
            answer = client.request(method, filled)
            assert answer.headers["X-Request-Id"], path
            assert answer.status_code in (200, 400, 404), path
