"""What a person does while a loop or a shot lasts: a moment for every frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

from ..avatar.choice import draw
from .curves import blinks, followed, keyed, turn
from .puppet import Moment

Motion = Literal["idle", "breathing", "wind", "head turn", "walk"]
MOTIONS: tuple[Motion, ...] = get_args(Motion)

_BREATH = ((0.0, 0.0), (0.40, 1.0), (0.46, 1.0), (0.92, 0.0), (1.0, 0.0))
_HEAD_TURN = ((0.0, 0.0), (0.08, -0.10), (0.32, 1.0), (0.52, 0.97), (0.80, -0.05), (0.90, 0.0),
              (1.0, 0.0))  # fmt: skip
_TURN = 15.0  # degrees
_BREATHS = 2.6  # seconds of one
_GUSTS = 1.7
_BLINKS = 2.6  # seconds from one to the next


def standing(
    motion: Motion, count: int, fps: float, *, seed: int, loops: bool, strength: float = 1.0
) -> list[Moment]:
    """For somebody who stays where they are."""
    seconds = count / fps
    breaths, gusts = _cycles(seconds, _BREATHS, loops), _cycles(seconds, _GUSTS, loops)
    swings = _cycles(seconds, 3.4, loops)
    side = 1.0 if draw(seed, "motion/side") < 0.5 else -1.0
    wind = {"wind": 1.5, "breathing": 0.55}.get(motion, 0.85)
    lids = blinks(count, _blinks(motion, count, fps, seed), loops=loops)
    moments = []
    for index in range(count):
        t = index / count
        breath = keyed(_BREATH, (breaths * t) % 1.0)
        late = keyed(_BREATH, (breaths * t - 0.10) % 1.0)
        moment = Moment(
            breath=breath,
            sway=0.022 * turn(swings * t) * strength,
            sink=0.012 * (1 - late),
            tilt=(1.1 * turn(swings * t - 0.12) + 0.5 * (late - 0.5)) * strength,
            nod=1.2 * (0.5 - late),
            arms=1.1 * keyed(_BREATH, (breaths * t - 0.16) % 1.0),
            lids=lids[index],
            phase=gusts * t,
            wind=wind,
        )
        if motion == "head turn":
            share = keyed(_HEAD_TURN, t)
            dip = keyed(_HEAD_TURN, t) * (1 - abs(share)) * 4
            moment = replace(
                moment,
                turn=moment.turn + side * _TURN * share,
                tilt=moment.tilt + side * 3.2 * keyed(_HEAD_TURN, t - 0.03),
                nod=moment.nod + 3.0 * dip,
            )
        moments.append(moment)
    return trailing(moments, fps, loops=loops)


def trailing(moments: Sequence[Moment], fps: float, *, loops: bool) -> list[Moment]:
    """Hair and cloth follow what the head and the hips do, later and with a swing."""
    head = [m.sway * 1.1 + m.tilt / 57.3 * 0.9 + m.turn / 57.3 * 0.42 + m.hair for m in moments]
    hips = [m.sway + m.cloth for m in moments]
    high = [m.breath * 0.026 - m.sink + m.bounce for m in moments]
    hair = followed(head, fps, hertz=1.5, damping=0.32, loops=loops)
    cloth = followed(hips, fps, hertz=1.3, damping=0.38, loops=loops)
    fall = followed(high, fps, hertz=1.9, damping=0.35, loops=loops)
    return [
        replace(
            m,
            hair=(hair[i] - head[i]) * 0.62,
            cloth=(cloth[i] - hips[i]) * 0.9,
            bounce=(high[i] - fall[i]) * 0.9,
            lift=(high[i] - fall[i]) * 0.8,
        )
        for i, m in enumerate(moments)
    ]


def _cycles(seconds: float, period: float, loops: bool) -> float:
    return float(max(1, round(seconds / period))) if loops else seconds / period


def _blinks(motion: Motion, count: int, fps: float, seed: int) -> list[int]:
    if motion == "head turn" and count / fps < 4:
        return [round(0.12 * count)]
    every = max(1, round(count / fps / _BLINKS))
    starts = []
    for index in range(every):
        share = (index + 0.42 + 0.4 * draw(seed, f"motion/blink/{index}")) / every
        starts.append(round(share * count))
        if draw(seed, f"motion/twice/{index}") < 0.18:
            starts.append(starts[-1] + 6)
    return starts
