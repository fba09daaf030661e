"""The few routes of the embedded host's own: where am I, and ComfyUI's /queue and /history."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from ..loopback import is_forwarded, is_loopback
from .executor import Prompt
from .prompt_queue import PromptQueue

WELCOME = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>AvatarForge</title>
<style>
  :root { color-scheme: light dark }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 4rem auto }
</style>
<h1>AvatarForge</h1>
<p>This is AvatarForge's own small server. It runs AvatarForge's nodes and nothing else;
in a ComfyUI the same addresses are served by ComfyUI.</p>
<ul>
  <li><a href="/avatarforge/docs">API documentation</a></li>
</ul>
</html>
"""


def own_routes(prompts: PromptQueue) -> list[web.RouteDef]:
    """/queue and /history show everybody's prompts, so they answer this machine alone."""

    async def welcome(request: web.Request) -> web.Response:
        return web.Response(text=WELCOME, content_type="text/html")

    async def queue(request: web.Request) -> web.Response:
        _only_this_machine(request)
        running, pending = prompts.places()
        return web.json_response(
            {
                "queue_running": [_item(number, prompt) for number, prompt in running],
                "queue_pending": [_item(number, prompt) for number, prompt in pending],
            }
        )

    async def history(request: web.Request) -> web.Response:
        _only_this_machine(request)
        record = prompts.record(request.match_info["prompt_id"])
        if record is None:
            return web.json_response({})
        entry = {
            "prompt": [record.number, record.prompt_id, {}, {}, []],
            "outputs": record.outputs,
            "status": {
                "status_str": record.status,
                "completed": record.status == "success",
                "messages": [],
            },
        }
        return web.json_response({record.prompt_id: entry})

    return [
        web.get("/", welcome),
        web.get("/queue", queue),
        web.get("/history/{prompt_id}", history),
    ]


def _item(number: int, prompt: Prompt) -> list[Any]:
    return [number, prompt.id, prompt.graph.prompt, {}, list(prompt.graph.outputs)]


def _only_this_machine(request: web.Request) -> None:
    if is_forwarded(request.headers) or not is_loopback(request.remote):
        raise web.HTTPForbidden(text="Only this machine may look at the queue")
