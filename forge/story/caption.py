"""Captions for a scene."""

from __future__ import annotations

from typing import Literal, get_args

Voice = Literal["us", "mood", "names"]
VOICES: tuple[Voice, ...] = get_args(Voice)
"""Of us, in the first or second person; of a mood; of people, who may be named."""
