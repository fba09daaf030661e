"""The pack as ComfyUI itself loads it: nothing of ComfyUI is another thing afterwards."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from avatarforge.nodes.pack import NODES

from ...hosts.real_comfyui import CHECKOUT, NOT_FOUND, find_comfyui, python_of

# What main.py has loaded when it comes to the custom nodes, then ComfyUI's own loader.
SCRIPT = """
import asyncio, importlib.util, json, logging, sys
root, base, pack = sys.argv[1:4]
sys.path.insert(0, root)
sys.argv = ["main.py", "--cpu", "--base-directory", base, "--disable-api-nodes"]
import comfy.options
comfy.options.enable_args_parsing()
import execution, folder_paths, latent_preview, nodes, server
import app.custom_node_manager, app.user_manager
import comfy_execution.graph, comfy_execution.progress
spec = importlib.util.spec_from_file_location("ids", pack + "/tests/hosts/identities.py")
ids = importlib.util.module_from_spec(spec)
spec.loader.exec_module(ids)
async def main():
    prompt_server = server.PromptServer(asyncio.get_running_loop())
    prompt_server.prompt_queue = execution.PromptQueue(prompt_server)
    await nodes.init_extra_nodes(init_custom_nodes=False, init_api_nodes=False)
    before = ids.functions_of(*ids.of_comfyui())
    known = set(nodes.NODE_CLASS_MAPPINGS)
    loaded = await nodes.load_custom_node(pack, module_parent="custom_nodes")
    after = ids.functions_of(*ids.of_comfyui())
    print(json.dumps({
        "loaded": loaded,
        "functions": len(before),
        "replaced": ids.replaced(before, after),
        "nodes": sorted(set(nodes.NODE_CLASS_MAPPINGS) - known),
        "routes": sum(route.path.startswith("/avatarforge") for route in prompt_server.routes),
        "torch_before": "torch" in sys.modules,
        "heavy": [name for name in ("skimage", "resvg_py", "trimesh") if name in sys.modules],
    }))
asyncio.run(main())
"""


@pytest.fixture(scope="module")
def loading(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    comfyui = find_comfyui()
    if comfyui is None:
        pytest.skip(NOT_FOUND)
    base = tmp_path_factory.mktemp("base")
    result = subprocess.run(
        [str(python_of(comfyui)), "-c", SCRIPT, str(comfyui), str(base), str(CHECKOUT)],
        cwd=comfyui,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-4000:]
    answer: dict[str, Any] = json.loads(result.stdout.strip().splitlines()[-1])
    return answer


def test_no_function_of_comfyui_is_replaced(loading: dict[str, Any]) -> None:
    assert loading["loaded"]
    assert loading["functions"] > 300
    assert loading["replaced"] == []


def test_nodes_and_routes_are_there(loading: dict[str, Any]) -> None:
    assert len(loading["nodes"]) == len(NODES)
    assert all(name.startswith("AvatarForge") for name in loading["nodes"])
    assert loading["routes"] >= 20


def test_heavy_libraries_wait_for_their_first_use(loading: dict[str, Any]) -> None:
    assert loading["heavy"] == []


def test_help_pages_are_where_comfyui_looks(loading: dict[str, Any]) -> None:
    for name in loading["nodes"]:
        assert (Path(CHECKOUT) / "web" / "docs" / f"{name}.md").is_file()
