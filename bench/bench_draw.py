"""How long a drawn avatar takes, from words to a PNG, in every style, on one core."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from ..forge.avatar.artist import Wish, paint
from ..forge.avatar.styles import STYLES
from ..forge.avatar.words import read_words
from ..nodes.pictures import encode_png
from .discovery import Context
from .statistics import median
from .table import Figure

NAME = "draw"

_ROUNDS = 8
_TARGET_MS = 150.0
_WARRIOR = "female warrior, blue armor, long white hair, red cape, holding a sword"


def run(context: Context) -> list[Figure]:
    with _one_core():
        return _measure()


def _measure() -> list[Figure]:
    figures = []
    for style in STYLES:
        samples = []
        for seed in range(_ROUNDS):
            start = time.perf_counter()
            wish = Wish(style=style, width=512, height=512, seed=seed)
            encode_png(paint(read_words(_WARRIOR).features, wish).picture)
            samples.append(time.perf_counter() - start)
        value = median(samples[1:]) * 1000  # the first loads what is loaded at first use
        figures.append(
            Figure(f"512x512, {style}", value, "ms", target="< 150 ms", met=value < _TARGET_MS)
        )
    return figures


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
