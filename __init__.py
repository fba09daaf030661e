"""AvatarForge: ComfyUI's door to the pack."""

from __future__ import annotations

WEB_DIRECTORY = "./web"
