"""Widgets that every node of a request has: what a caller says, of whatever API."""

from __future__ import annotations

from .comfy import io
from .drawing import LARGEST_SEED

# Text that also fits a list of choices.
Words = io.Custom("STRING,COMBO")


def text_input(
    name: str, tooltip: str, *, default: str = "", long: bool = False, optional: bool = True
) -> io.String.Input:
    return io.String.Input(
        name,
        multiline=long,
        default=default,
        optional=optional,
        tooltip=tooltip,
    )


def hidden_text_input(name: str, tooltip: str, *, long: bool = False) -> io.String.Input:
    """Among the advanced ones, which the editor folds away."""
    return io.String.Input(
        name,
        multiline=long,
        default="",
        optional=True,
        advanced=True,
        tooltip=tooltip,
    )


def negative_input() -> io.String.Input:
    return text_input("negative", "What to avoid.", long=True)


def seed_input(tooltip: str, *, optional: bool = False) -> io.Int.Input:
    return io.Int.Input(
        "seed",
        default=0,
        min=0,
        max=LARGEST_SEED,
        control_after_generate=True,
        optional=optional,
        tooltip=tooltip,
    )


def pixels_input(
    name: str, tooltip: str, *, default: int, least: int, most: int, optional: bool = True
) -> io.Int.Input:
    return io.Int.Input(
        name, default=default, min=least, max=most, optional=optional, tooltip=tooltip
    )


def steps_input(tooltip: str, *, default: int = 0, least: int = 0) -> io.Int.Input:
    return io.Int.Input(
        "steps",
        default=default,
        min=least,
        max=1000,
        optional=True,
        advanced=True,
        tooltip=tooltip,
    )


def scale_input(name: str, tooltip: str, *, default: float = 0.0) -> io.Float.Input:
    """How closely a model follows something."""
    return io.Float.Input(
        name,
        default=default,
        min=0.0,
        max=100.0,
        step=0.1,
        optional=True,
        advanced=True,
        tooltip=tooltip,
    )
