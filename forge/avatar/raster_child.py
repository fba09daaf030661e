"""The rendering process: SVGs come in on stdin, PNGs go out on stdout, until stdin ends.

Run as a file, with the folder that holds resvg_py as its argument. It ends with its
parent, whose end of the pipe is then closed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import sys
from typing import IO

REQUEST = struct.Struct("<III")  # bytes of SVG that follow, width, height
REPLY = struct.Struct("<?I")  # whether it was drawn; bytes of PNG or message that follow


def read_exactly(stream: IO[bytes], size: int) -> bytes:
    """EOFError where the stream ends before."""
    data = stream.read(size)
    if len(data) < size:
        raise EOFError(f"{len(data)} of {size} bytes")
    return data


def render(svg: str, width: int, height: int) -> bytes:
    """PNG bytes. ValueError where resvg refuses the SVG."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True)
    )


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    while header := requests.read(REQUEST.size):
        if len(header) < REQUEST.size:
            raise EOFError("half a request")
        size, width, height = REQUEST.unpack(header)
        svg = read_exactly(requests, size).decode()
        try:
            done, body = True, render(svg, width, height)
        except ValueError as error:
            done, body = False, str(error).encode()
        replies.write(REPLY.pack(done, len(body)) + body)
        replies.flush()


if __name__ == "__main__":
    sys.path.append(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle
    # The parent may be killed at any point of a request or a reply; nobody is left to tell.
    with contextlib.suppress(EOFError, BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer)
    os._exit(0)  # leaving by the usual way would flush into the broken pipe
