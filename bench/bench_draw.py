"""How long the drawn engine takes, and how much memory, on one core.

Beside it python_avatars, which puts busts together from fixed parts as SVG: the same
rasteriser makes pixels of its drawings, in the same run.
"""

from __future__ import annotations

import importlib
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from PIL import Image

from ..forge.avatar.artist import Wish, paint
from ..forge.avatar.casting import cast
from ..forge.avatar.drawing import draw
from ..forge.avatar.features import VIEWS
from ..forge.avatar.model_sheet import model_sheet
from ..forge.avatar.raster import rasterise, shared
from ..forge.avatar.styles import STYLES, apply_style, head_in, line_for
from ..forge.avatar.words import read_words
from ..nodes.pictures import encode_png
from .discovery import Context
from .statistics import median
from .table import Figure

NAME = "draw"

_ROUNDS = 8
_DRAWING_MS = 120.0
_STYLE_MS = 60.0
_LARGER = 3.0  # times 512x512
_SHEET_MS = 1000.0
_MEMORY_MB = 300.0
_WHOLE_MS = 150.0
_WARRIOR = "female warrior, blue armor, long white hair, red cape, holding a sword"
_PEER = "python_avatars"

# A fresh process that does no more than one avatar and one sheet, with the child that
# rasterises. It is watched, for what a process says of its own peak counts in what its
# parent held when it was started.
_MEMORY = """
import importlib, runpy, sys, threading
import psutil
me, peak, done = psutil.Process(), 0, threading.Event()
def watch():
    global peak
    while not done.wait(0.004):
        held = 0
        for process in (me, *me.children()):
            try:
                held += process.memory_info().rss
            except psutil.Error:
                pass  # it has just ended
        peak = max(peak, held)
watcher = threading.Thread(target=watch)
watcher.start()
runpy.run_path(sys.argv[1] + "/__main__.py")["load_package"]()
part = lambda name: importlib.import_module("avatarforge.forge.avatar." + name)
features = part("words").read_words(sys.argv[2]).features
part("artist").paint(features, part("artist").Wish(width=512, height=512, seed=1))
part("model_sheet").model_sheet(features, seed=1)
done.set()
watcher.join()
print(peak)
"""


def run(context: Context) -> list[Figure]:
    with _one_core():
        return [
            *_drawing(),
            *_styles(),
            *_whole(),
            *_sheet(),
            *_memory(context),
        ]


def _drawing() -> list[Figure]:
    """From features to pixels, before the style's filter."""
    features = read_words(_WARRIOR).features

    def drawn(side: int) -> Callable[[int], object]:
        def once(seed: int) -> object:
            drawing = draw(cast(features, seed), width=side, height=side, seed=seed)
            return rasterise(drawing.figure, side, side)

        return once

    small = _timed(drawn(512))
    large = _timed(drawn(1024))
    peer = _timed(_bust)
    return [
        _figure("512x512, drawing", small, _DRAWING_MS, peer=peer),
        Figure(
            "1024x1024, drawing",
            large,
            "ms",
            peer="512x512",
            peer_value=small,
            ratio=large / small,
            target=f"<= {_LARGER:g} times",
            met=large <= _LARGER * small,
        ),
    ]


def _bust(seed: int) -> object:
    """A bust of random parts; it cannot be told what to draw in words."""
    import random

    library: Any = importlib.import_module(_PEER)
    random.seed(seed)
    # It is as wide as its own form allows within 512x512.
    png = shared().png(library.Avatar.random().render(), 512, 512)
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGBA"))


def _styles() -> list[Figure]:
    """Each style's filter alone, at both sizes."""
    figures = []
    features = read_words(_WARRIOR).features
    for style in STYLES:
        times = {}
        for side in (512, 1024):
            drawing = draw(cast(features, 1), width=side, height=side, seed=1, line=line_for(style))
            assert drawing.backdrop is not None
            figure = rasterise(drawing.figure, side, side)
            picture = drawing.backdrop.picture(side, side)
            seen = figure[..., 3] > 127
            picture[seen] = figure[seen]
            picture[..., 3] = 255
            subject, head = figure[..., 3].copy(), head_in(drawing.joints, side, side)

            def once(
                seed: int, picture: Any = picture, subject: Any = subject, head: Any = head
            ) -> object:
                return apply_style(picture, style, seed=seed, subject=subject, head=head)  # noqa: B023

            times[side] = _timed(once)
        figures.append(_figure(f"512x512, {style} alone", times[512], _STYLE_MS))
        figures.append(
            Figure(
                f"1024x1024, {style} alone",
                times[1024],
                "ms",
                peer="512x512",
                peer_value=times[512],
                ratio=times[1024] / times[512],
                target=f"< {_LARGER * _STYLE_MS:g} ms",
                met=times[1024] < _LARGER * _STYLE_MS,
            )
        )
    return figures


def _whole() -> list[Figure]:
    """From words to a PNG."""

    def once(style: str) -> Callable[[int], object]:
        def drawn(seed: int) -> object:
            wish = Wish(style=style, width=512, height=512, seed=seed)
            return encode_png(paint(read_words(_WARRIOR).features, wish).picture)

        return drawn

    return [
        _figure(f"512x512, {style}, words to PNG", _timed(once(style)), _WHOLE_MS)
        for style in STYLES
    ]


def _sheet() -> list[Figure]:
    features = read_words(_WARRIOR).features

    def once(seed: int) -> object:
        for view in VIEWS:
            paint(features, Wish(view=view, seed=seed))
        return model_sheet(features, seed=seed)

    return [_figure("four views and the sheet", _timed(once, rounds=4), _SHEET_MS)]


def _memory(context: Context) -> list[Figure]:
    answer = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(context.root), _WARRIOR],
        capture_output=True,
        text=True,
        check=True,
    )
    value = int(answer.stdout.splitlines()[-1]) / 1e6
    return [
        Figure(
            "peak memory, an avatar and a sheet",
            value,
            "MB",
            target=f"< {_MEMORY_MB:g} MB",
            met=value < _MEMORY_MB,
        )
    ]


def _timed(once: Callable[[int], object], rounds: int = _ROUNDS) -> float:
    """The median in milliseconds; the first round loads what is loaded at first use."""
    samples = []
    for seed in range(rounds + 1):
        start = time.perf_counter()
        once(seed)
        samples.append(time.perf_counter() - start)
    return median(samples[1:]) * 1000


def _figure(name: str, value: float, target: float, peer: float | None = None) -> Figure:
    return Figure(
        name,
        value,
        "ms",
        peer=f"{_PEER} (a bust)" if peer is not None else None,
        peer_value=peer,
        ratio=value / peer if peer is not None else None,
        target=f"< {target:g} ms",
        met=value < target,
    )


@contextmanager
def _one_core() -> Iterator[None]:
    """Also for the child that rasterises: it inherits the core."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)
