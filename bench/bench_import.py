"""What the pack adds to ComfyUI's start: ComfyUI loads it by its own function, timed."""

from __future__ import annotations

import json
import subprocess

from ..tests.hosts.real_comfyui import find_comfyui, python_of
from .discovery import Context
from .statistics import median
from .table import Figure

NAME = "import"

_ROUNDS = 5
_TARGET_MS = 150.0
# What main.py has loaded when it comes to the custom nodes.
_SCRIPT = """
import asyncio, json, sys, time
root, base, pack = sys.argv[1:4]
sys.path.insert(0, root)
sys.argv = ["main.py", "--cpu", "--base-directory", base, "--disable-api-nodes"]
import comfy.options
comfy.options.enable_args_parsing()
import folder_paths, execution, server, nodes
import comfy.model_management, comfyui_version, app.logger, app.database.db, app.assets.seeder
async def main():
    server.PromptServer(asyncio.get_running_loop())
    await nodes.init_extra_nodes(init_custom_nodes=False, init_api_nodes=False)
    start = time.perf_counter()
    loaded = await nodes.load_custom_node(pack, module_parent="custom_nodes")
    print(json.dumps({"took": time.perf_counter() - start, "loaded": loaded}))
asyncio.run(main())
"""


def run(context: Context) -> list[Figure]:
    comfyui = find_comfyui()
    if comfyui is None:
        return []
    samples = []
    for _ in range(_ROUNDS):
        result = subprocess.run(
            [
                *(str(python_of(comfyui)), "-c", _SCRIPT),
                *(str(comfyui), str(context.scratch), str(context.root)),
            ],
            cwd=comfyui,
            capture_output=True,
            text=True,
            check=True,
        )
        answer = json.loads(result.stdout.strip().splitlines()[-1])
        if not answer["loaded"]:
            raise RuntimeError(result.stdout + result.stderr)
        samples.append(answer["took"])
    value = median(samples[1:]) * 1000  # the first may compile
    return [
        Figure("added to ComfyUI's start", value, "ms", target="< 150 ms", met=value < _TARGET_MS)
    ]
