from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import skimage.data
from avatarforge.tests.contract.servers import Client
from PIL import Image

from ..hosts.real_comfyui import NOT_FOUND, find_comfyui, start_comfyui
from ..recipes.model_files import Shapes, joined, kl_vae, sd15_unet, under, write
from . import templates

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")

# Heads that tell what the models are, and no weights: enough for a graph to be checked.
MODELS: dict[str, Shapes] = {
    "checkpoints": joined(
        under("model.diffusion_model.", sd15_unet()), under("first_stage_model.", kl_vae(4))
    ),
    "controlnet": {"controlnet_cond_embedding.conv_in.weight": (16, 3, 3, 3)},
}


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A real ComfyUI that has a file under every model name of the templates."""
    if find_comfyui() is None:
        pytest.skip(NOT_FOUND)
    base = tmp_path_factory.mktemp("editor")
    for name in templates.NAMES:
        for folder, model in templates.models(templates.read(name)):
            write(base / "models" / folder / model, MODELS[folder])
    # What a new ComfyUI has in its input folder, and a template loads.
    (base / "input").mkdir(parents=True, exist_ok=True)
    Image.fromarray(skimage.data.chelsea()).save(base / "input" / "example.png")
    server = start_comfyui(base)
    try:
        yield Client(server.base_url, base / "user" / "__avatarforge", "comfyui")
    finally:
        server.stop()


def find_browser(playwright: Playwright) -> str | None:
    """A Chromium of this machine, else the one that playwright was told to install."""
    for name in BROWSERS:
        if (found := shutil.which(name)) is not None:
            return found
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@pytest.fixture(scope="module")
def page(editor: Client) -> Iterator[Page]:
    """The editor in a browser, ready, with no dialog in the way."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="no playwright")
    with sync_api.sync_playwright() as playwright:
        program = find_browser(playwright)
        if program is None:
            pytest.skip(f"no Chromium: none of {', '.join(BROWSERS)} is on the path")
        # Before the first page, else the editor greets newcomers with a dialog.
        greeted = editor.post("/settings", json={"Comfy.TutorialCompleted": True})
        assert greeted.status_code == 200, greeted.text
        browser = playwright.chromium.launch(executable_path=program)
        page: Page = browser.new_page(viewport={"width": 1600, "height": 1000})
        page.goto(editor.base_url)
        page.wait_for_function(
            "() => window.app?.extensionManager?.command"
            " && window.LiteGraph?.registered_node_types.AvatarForgeResult !== undefined"
            " && !document.querySelector('#comfyui-splash, .p-progressspinner')"
        )
        yield page
        browser.close()
