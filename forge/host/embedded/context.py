"""What a node can reach while it runs: its progress, the interrupt, the directories.

The executor enters an `Execution` around every call into a node. It travels in a context
variable, so several hosts can live in one process, and async nodes see it too.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from ..port import Directories, Event, NodeProgress, Preview

if TYPE_CHECKING:
    from PIL.Image import Image

PreviewPicture: TypeAlias = "tuple[str, Image, int | None]"
"""Format ("JPEG" or "PNG"), picture, longest side in pixels (None: as it is)."""

PROGRESS_INTERVAL = 0.05  # seconds; a bar that moves 20 times a second looks smooth


class InterruptProcessingException(Exception):  # noqa: N818 (ComfyUI's name)
    """The prompt was cancelled while this node ran."""


class Interrupt:
    """The wish that one prompt should end. Set at most once, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_set = False
        self._wakers: list[Callable[[], None]] = []

    def set(self) -> None:
        with self._lock:
            self._is_set = True
            for wake in self._wakers:
                wake()

    def is_set(self) -> bool:
        return self._is_set

    def check(self) -> None:
        """Raises InterruptProcessingException once the interrupt is set."""
        if self._is_set:
            raise InterruptProcessingException("The prompt was interrupted")

    @contextmanager
    def waking(self, wake: Callable[[], None]) -> Iterator[None]:
        """Inside the block `wake` is called when the interrupt is set, or at once where it is.

        `wake` runs under a lock, must not wait, and is never called after the block.
        """
        with self._lock:
            self._wakers.append(wake)
            if self._is_set:
                wake()
        try:
            yield
        finally:
            with self._lock:
                self._wakers.remove(wake)


def _ignore(event: Event) -> None:
    """Nobody listens while a graph is validated."""


@dataclass(frozen=True, slots=True)
class Execution:
    """One node's turn. `emit` may be called from any thread."""

    prompt_id: str
    node_id: str
    directories: Directories
    interrupt: Interrupt = field(default_factory=Interrupt)
    emit: Callable[[Event], None] = _ignore


_current: ContextVar[Execution | None] = ContextVar("avatarforge_execution", default=None)


@contextmanager
def entered(execution: Execution) -> Iterator[None]:
    token = _current.set(execution)
    try:
        yield
    finally:
        _current.reset(token)


def directories() -> Directories:
    """Those of the host that runs the calling node. RuntimeError outside of a run."""
    execution = _current.get()
    if execution is None:
        raise RuntimeError("No embedded host is running this node")
    return execution.directories


def check_interrupt() -> None:
    """Raises InterruptProcessingException where the running prompt was cancelled."""
    execution = _current.get()
    if execution is not None:
        execution.interrupt.check()


class ProgressBar:
    """Steps of the node that makes it; as comfy.utils.ProgressBar.

    May be updated from threads of the node's own. Every update raises
    InterruptProcessingException once the prompt is cancelled. Outside of a run it counts
    and tells nobody.
    """

    def __init__(self, total: float, node_id: str | None = None) -> None:
        self.total = total
        self.current: float = 0
        self._execution = _current.get()
        if node_id is None and self._execution is not None:
            node_id = self._execution.node_id
        self.node_id = node_id
        self._told_at: float | None = None

    def update(self, value: float) -> None:
        """`value` more steps are done."""
        self.update_absolute(self.current + value)

    def update_absolute(
        self, value: float, total: float | None = None, preview: PreviewPicture | None = None
    ) -> None:
        """`value` steps of `total` are done; previews, the first and the last step are
        always told, others at most every `PROGRESS_INTERVAL` seconds."""
        if total is not None:
            self.total = total
        self.current = min(value, self.total)
        execution = self._execution
        if execution is None or self.node_id is None:
            return
        execution.interrupt.check()
        now = time.monotonic()
        due = self._told_at is None or now - self._told_at >= PROGRESS_INTERVAL
        if due or self.current >= self.total or preview is not None:
            self._told_at = now
            execution.emit(
                NodeProgress(
                    execution.prompt_id, self.node_id, float(self.current), float(self.total)
                )
            )
        if preview is not None:
            execution.emit(_encoded(execution.prompt_id, self.node_id, preview))


def _encoded(prompt_id: str, node_id: str, preview: PreviewPicture) -> Preview:
    picture_format, picture, longest_side = preview
    is_png = picture_format.upper() == "PNG"
    if not is_png:
        picture = picture.convert("RGB")
    if longest_side is not None and max(picture.size) > longest_side:
        picture = picture.copy()
        picture.thumbnail((longest_side, longest_side))
    encoded = BytesIO()
    if is_png:
        picture.save(encoded, format="PNG", compress_level=1)
    else:
        picture.save(encoded, format="JPEG", quality=90)
    mime_type = "image/png" if is_png else "image/jpeg"
    return Preview(prompt_id, node_id, mime_type, encoded.getvalue())
