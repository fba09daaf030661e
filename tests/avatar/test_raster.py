"""Rendering in a process beside this one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from avatarforge.forge.avatar import raster, raster_child
from avatarforge.forge.avatar.drawing import draw
from avatarforge.forge.avatar.features import Features
from avatarforge.forge.avatar.raster import RasterError, Rasteriser, rasterise

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2" viewBox="0 0 4 2">'
    '<path d="M0 0h2v2h-2Z" fill="#ff8000" fill-opacity="0.5"/></svg>'
)


def test_pixels_have_straight_alpha() -> None:
    pixels = rasterise(SQUARE, 4, 2)
    assert pixels.shape == (2, 4, 4) and pixels.dtype == np.uint8
    assert abs(int(pixels[0, 0, 3]) - 128) <= 1
    assert np.abs(pixels[0, 0, :3].astype(int) - [255, 128, 0]).max() <= 2
    assert not pixels[:, 2:].any()


def test_no_svg_is_refused_and_the_next_one_is_drawn() -> None:
    with pytest.raises(RasterError):
        rasterise("<svg", 4, 4)
    assert rasterise(SQUARE, 4, 2).any()


@pytest.mark.parametrize("size", [(0, 4), (4, -1)])
def test_a_size_of_nothing_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        rasterise(SQUARE, *size)


def test_a_killed_child_is_replaced() -> None:
    one = Rasteriser()
    first = one.png(SQUARE, 4, 2)
    child = one._child
    assert child is not None
    child.kill()
    child.wait()
    assert one.png(SQUARE, 4, 2) == first
    assert one._child is not None and one._child.pid != child.pid
    one.close()


def test_a_closed_rasteriser_starts_again() -> None:
    one = Rasteriser()
    first = one.png(SQUARE, 4, 2)
    child = one._child
    one.close()
    assert child is not None and child.poll() is not None
    assert one.png(SQUARE, 4, 2) == first
    one.close()


def test_without_a_child_the_picture_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    svg = draw(Features(), width=64, height=96).svg
    beside = Rasteriser()
    monkeypatch.setattr(sys, "executable", "")
    alone = Rasteriser()
    inside = alone.png(svg, 64, 96)
    assert alone._child is None
    monkeypatch.undo()
    assert beside.png(svg, 64, 96) == inside
    beside.close()


def test_many_threads_each_get_their_own_picture() -> None:
    one = Rasteriser()
    found: dict[int, bytes] = {}

    def work(width: int) -> None:
        found[width] = one.png(SQUARE, width, width // 2)

    threads = [threading.Thread(target=work, args=(width,)) for width in range(2, 42, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for width, png in found.items():
        assert int.from_bytes(png[16:20], "big") == width
    assert len(found) == 20
    one.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="No fork here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_has_its_own_child() -> None:
    one = Rasteriser()
    whole = one.png(SQUARE, 4, 2)
    context = multiprocessing.get_context("fork")
    answers = context.SimpleQueue()
    child = context.Process(target=_render_in_fork, args=(one, answers))
    child.start()
    child.join(60)
    assert answers.get() == whole
    assert one.png(SQUARE, 4, 2) == whole
    one.close()


def _render_in_fork(one: Rasteriser, answers: multiprocessing.queues.SimpleQueue[bytes]) -> None:
    answers.put(one.png(SQUARE, 4, 2))
    one.close()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="Looks at /proc")
def test_the_child_ends_with_its_parent() -> None:
    """A parent that is killed cannot close anything; the pipe closes all the same."""
    site = raster._site_of_resvg()
    script = (
        "import subprocess, sys, time\n"
        f"command = [sys.executable, '-I', '-S', {str(_child_file())!r}, {site!r}]\n"
        "child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    # The child holds the other end of the parent's stdout until it ends.
    assert parent.stdout.read() == ""
    parent.stdout.close()
    deadline = time.monotonic() + 30
    while _is_alive(pid) and time.monotonic() < deadline:
        os.sched_yield()
    assert not _is_alive(pid)


def _child_file() -> Path:
    return Path(raster_child.__file__)


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_the_child_does_not_import_the_package() -> None:
    source = _child_file().read_text()
    assert "avatarforge" not in source and "from ." not in source
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(_child_file()), raster._site_of_resvg()],
        input=raster_child.REQUEST.pack(len(SQUARE), 4, 2) + SQUARE.encode(),
        capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    drawn, size = raster_child.REPLY.unpack(done.stdout[: raster_child.REPLY.size])
    assert drawn and done.stdout[raster_child.REPLY.size :][:4] == b"\x89PNG"
    assert len(done.stdout) == raster_child.REPLY.size + size


def test_other_threads_go_on_while_a_picture_is_rendered() -> None:
    svg = draw(Features(), width=512, height=512).svg
    rasterise(svg, 512, 512)
    busy = threading.Event()
    waits: list[float] = []

    def watch() -> None:
        last = time.perf_counter()
        while not busy.is_set():
            busy.wait(0.001)
            now = time.perf_counter()
            waits.append(now - last)
            last = now

    thread = threading.Thread(target=watch)
    thread.start()
    for _ in range(10):
        rasterise(svg, 512, 512)
    busy.set()
    thread.join()
    waits.sort()
    # Half the waits, so that other load on the machine does not decide.
    assert waits[len(waits) // 2] < 0.01
    assert len(waits) > 40


def test_interrupts_are_the_parents_to_handle() -> None:
    one = Rasteriser()
    first = one.png(SQUARE, 4, 2)
    child = one._child
    assert child is not None
    if os.name == "posix":
        os.kill(child.pid, signal.SIGINT)
    assert one.png(SQUARE, 4, 2) == first
    assert one._child is child
    one.close()
