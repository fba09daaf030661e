"""The host inside a running ComfyUI: its executor, its queue, its server.

Nothing of ComfyUI is imported until `ComfyHost.attach` is called, and no function of it
is ever replaced.
"""

from .host import ComfyHost

__all__ = ["ComfyHost"]
