"""SVG to pixels, beside the interpreter rather than in it.

resvg holds Python's global lock for a whole render (tens of milliseconds at 512x512),
which would stall the event loop of the server this runs in. So a child process renders:
one, started with the first picture, kept for the next ones, ended with this process. It
runs `raster_child.py`, which needs nothing of this package. Where no child can be started
the picture is rendered here.
"""

from __future__ import annotations

import atexit
import importlib.util
import io
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from .raster_child import REPLY, REQUEST, read_exactly, render

_log = logging.getLogger(__name__)
_CHILD = Path(__file__).with_name("raster_child.py")


class RasterError(ValueError):
    """resvg refused the SVG."""


class _ChildLostError(Exception):
    pass


class Rasteriser:
    """One rendering child; safe to use from any thread, one picture at a time.

    A child that dies is replaced, and the picture it was on is asked for once more. After
    a fork the new process starts a child of its own.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._in_process = False

    def png(self, svg: str, width: int, height: int) -> bytes:
        """The picture as a PNG. Raises RasterError where the SVG is not valid."""
        if self._owner != os.getpid():
            self._lock = threading.Lock()
            self._child, self._owner = None, os.getpid()
        request = svg.encode()
        if not self._in_process:
            with self._lock:
                for _ in range(2):
                    try:
                        return self._ask(request, width, height)
                    except _ChildLostError as lost:
                        self._stop()
                        _log.info("The rendering process was lost (%s); starting another", lost)
                    except OSError as error:
                        _log.warning(
                            "Rendering in this process: no other can be started (%s)", error
                        )
                        self._stop()
                        break
                else:
                    _log.warning("Rendering in this process: the rendering one keeps ending")
                self._in_process = True
        try:
            return render(svg, width, height)
        except ValueError as error:
            raise RasterError(str(error)) from error

    def close(self) -> None:
        """End the child; the next picture starts another."""
        if self._owner == os.getpid():
            with self._lock:
                self._stop()

    def _ask(self, svg: bytes, width: int, height: int) -> bytes:
        child = self._child or self._start()
        assert child.stdin is not None and child.stdout is not None
        try:
            child.stdin.write(REQUEST.pack(len(svg), width, height) + svg)
            child.stdin.flush()
            done, size = REPLY.unpack(read_exactly(child.stdout, REPLY.size))
            body = read_exactly(child.stdout, size)
        except (BrokenPipeError, EOFError, ConnectionError) as error:
            raise _ChildLostError(f"exit status {child.poll()}") from error
        if not done:
            raise RasterError(body.decode())
        return body

    def _start(self) -> subprocess.Popen[bytes]:
        if not sys.executable:
            raise OSError("the interpreter has no executable")
        self._child = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_CHILD), _site_of_resvg()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return self._child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        assert child.stdin is not None and child.stdout is not None
        child.kill()
        child.wait()
        child.stdout.close()
        try:
            child.stdin.close()
        except OSError:
            _log.debug("The rendering process went with a request half written")


def _site_of_resvg() -> str:
    spec = importlib.util.find_spec("resvg_py")
    if spec is None or spec.origin is None:
        raise OSError("resvg_py is not installed")
    return str(Path(spec.origin).parents[1])


_rasteriser: Rasteriser | None = None
_making = threading.Lock()


def shared() -> Rasteriser:
    """The process's own rasteriser, closed when the interpreter ends."""
    global _rasteriser
    with _making:
        if _rasteriser is None:
            _rasteriser = Rasteriser()
            atexit.register(_rasteriser.close)
        return _rasteriser


def rasterise(svg: str, width: int, height: int) -> npt.NDArray[np.uint8]:
    """(height, width, 4) uint8, straight alpha. Blocks; other threads go on meanwhile.

    Raises RasterError where the SVG is not valid, ValueError where the size is not.
    """
    if width < 1 or height < 1:
        raise ValueError(f"A picture cannot be {width}x{height} pixels")
    with Image.open(io.BytesIO(shared().png(svg, width, height))) as image:
        # resvg writes RGBA; `convert` would copy
        pixels = np.asarray(image if image.mode == "RGBA" else image.convert("RGBA"))
    if pixels.shape != (height, width, 4):
        raise RasterError(f"The SVG is not of the form {width}x{height}")
    return pixels
