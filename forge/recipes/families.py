"""What a model file can be, and how a rule tells it from tensor names and shapes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import EllipsisType
from typing import Literal, TypeAlias

from .safetensors_header import Header

Family = Literal[
    "sd15",
    "sdxl",
    "z-image",
    "flux1",
    "flux2",
    "qwen-image",
    "qwen-image-edit",
    "svd",
    "wan",
    "hunyuan3d-2",
]

Kind = Literal[
    "checkpoint",
    "diffusion_model",
    "vae",
    "text_encoder",
    "controlnet",
    "lora",
    "upscaler",
    "background_removal",
    "clip_vision",
    "ip_adapter",
    "motion_module",
    "vae_approx",
    "face_landmarker",
    "unknown",
]

Evidence = Literal["tensors", "metadata", "name"]


@dataclass(frozen=True, slots=True)
class Model:
    """What one file is.

    `family` is None where the file is of none of the families here, or serves several:
    `serves` has every family that it works with, for a VAE or a text encoder too.
    """

    family: Family | None
    kind: Kind
    detail: str = ""
    """For people: what it is, and what was told by the file's name or metadata only."""
    variant: str = ""
    """Finer than the family: "schnell", "inpaint", "i2v", "qwen3-4b", "ESRGAN"."""
    serves: tuple[Family, ...] = ()
    parts: tuple[Kind, ...] = ()
    """What can be loaded from it: a checkpoint has a diffusion model, mostly a VAE, ..."""
    generates: bool = False
    """A text encoder that ComfyUI's TextGenerate can write with."""
    sees: bool = False
    """One that can be asked about a picture as well."""
    control: str = ""
    """What a ControlNet follows: "openpose", "depth", ...; empty where nothing tells."""
    told_by: Evidence = "tensors"
    """Where `family`, of a ControlNet `control`, comes from, at its weakest."""

    def holds(self, kind: Kind) -> bool:
        return kind == self.kind or kind in self.parts


Shape: TypeAlias = tuple[int | EllipsisType | None, ...]
"""Sizes, None for any; with `...` at its end further dimensions may follow."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A file of this kind has all of `has` and `shapes`, one of each of `one_of`, no `lacks`."""

    kind: Kind
    family: Family | None
    variant: str = ""
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    shapes: tuple[tuple[str, Shape], ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()
    serves: tuple[Family, ...] = ()
    detail: str = ""
    generates: tuple[tuple[str, ...], ...] | None = None
    """None: never. Else it does where one of each of these tensors is there."""
    sees: tuple[str, ...] | None = None
    """Likewise; the tensors are all of its part that sees."""

    def matches(self, header: Header, prefix: str) -> bool:
        tensors = header.tensors
        for name in self.has:
            if prefix + name not in tensors:
                return False
        for name, shape in self.shapes:
            if not fits(header.shape(prefix + name), shape):
                return False
        for names in self.one_of:
            if not any(prefix + name in tensors for name in names):
                return False
        return not any(prefix + name in tensors for name in self.lacks)

    def can_generate(self, header: Header, prefix: str) -> bool:
        return self.generates is not None and all(
            any(prefix + name in header for name in names) for names in self.generates
        )

    def can_see(self, header: Header, prefix: str) -> bool:
        return self.sees is not None and all(prefix + name in header for name in self.sees)


def fits(shape: tuple[int, ...] | None, wanted: Shape) -> bool:
    if shape is None:
        return False
    if wanted and wanted[-1] is ...:
        wanted = wanted[:-1]
        shape = shape[: len(wanted)]
    return len(shape) == len(wanted) and all(
        size is None or size == has for size, has in zip(wanted, shape, strict=True)
    )


Candidates: TypeAlias = tuple[tuple[str, Rule, str], ...]
"""A tensor that must be there, the rule, and the prefix to try it with; in order."""


def candidates(rules: Iterable[Rule], prefixes: Iterable[str]) -> Candidates:
    every = tuple(rules)
    return tuple(
        (prefix + (*rule.has, *(name for name, _ in rule.shapes))[0], rule, prefix)
        for prefix in prefixes
        for rule in every
    )


def first_match(tried: Candidates, header: Header) -> tuple[Rule, str] | None:
    """The first rule that matches, and the prefix that it matched with."""
    tensors = header.tensors
    for needed, rule, prefix in tried:
        if needed in tensors and rule.matches(header, prefix):
            return rule, prefix
    return None
