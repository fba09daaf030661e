"""Whether a recipe can run here: the nodes and models that it finds, and those it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..host.port import Graph, Host
from .families import Family
from .models import FOLDERS, InstalledModel, Inventory
from .recipe import ModelSlot, Recipe
from .request import GenerationRequest

FAMILY_NAMES: Mapping[Family, str] = {
    "sd15": "Stable Diffusion 1.5",
    "sdxl": "SDXL",
    "z-image": "Z-Image",
    "flux1": "Flux 1",
    "flux2": "Flux 2",
    "qwen-image": "Qwen-Image",
    "qwen-image-edit": "Qwen-Image-Edit",
    "svd": "Stable Video Diffusion",
    "wan": "Wan",
    "hunyuan3d-2": "Hunyuan3D 2",
}

_DISTILLED = re.compile(r"turbo|lightning|lcm|hyper|dmd|schnell", re.IGNORECASE)
"""Names of models that want a few steps and hardly any guidance; nothing else tells them."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot and the models that fit it, the one that is used first; none where none is here."""

    slot: ModelSlot
    models: tuple[InstalledModel, ...]

    @property
    def missing(self) -> str:
        """What to install, in words; empty where nothing is missing."""
        return "" if self.models else f"{described(self.slot)}, such as {self.slot.example}"


@dataclass(frozen=True, slots=True)
class Availability:
    recipe: Recipe
    slots: tuple[Filled, ...]
    missing_nodes: tuple[str, ...]  # node types

    @property
    def runs(self) -> bool:
        return not self.missing_nodes and all(filled.models for filled in self.slots)

    @property
    def missing(self) -> tuple[str, ...]:
        """What to install, a line each."""
        packs = self.recipe.packs
        nodes = (
            f"the node {node}" + (f" of the pack {packs[node]}" if node in packs else "")
            for node in self.missing_nodes
        )
        return (*nodes, *(filled.missing for filled in self.slots if filled.missing))

    def fill(self, request: GenerationRequest) -> Graph:
        """The recipe's graph with the first model of each slot. For one that `runs`."""
        chosen = {}
        for filled in self.slots:
            first = filled.models[0]
            variant = first.model.variant if first.model is not None else ""
            chosen[filled.slot] = (first.name, variant)
        return self.recipe.fill(request, chosen)


def availability(
    recipe: Recipe, host: Host, models: Mapping[str, Iterable[InstalledModel]]
) -> Availability:
    """`models` are those installed, by folder."""
    return Availability(
        recipe,
        tuple(Filled(slot, fitting(slot, models.get(slot.folder, ()))) for slot in recipe.models),
        tuple(sorted(node for node in recipe.node_types() if not host.has_node(node))),
    )


def fitting(slot: ModelSlot, models: Iterable[InstalledModel]) -> tuple[InstalledModel, ...]:
    """The models that will do, the best first: its variant and kind of control as the slot
    prefers them, told by tensors before told by name, then in the host's order."""
    suited = [each for each in models if _fits(slot, each)]
    return tuple(sorted(suited, key=lambda each: _preference(slot, each)))


def _fits(slot: ModelSlot, installed: InstalledModel) -> bool:
    model = installed.model
    return (
        model is not None
        and model.holds(slot.kind)
        and (slot.family is None or slot.family in model.serves)
        and (not slot.variants or model.variant in slot.variants)
        and (not slot.controls or model.control in slot.controls)
    )


def _preference(slot: ModelSlot, installed: InstalledModel) -> tuple[int, int, bool, bool]:
    model = installed.model
    if model is None:
        raise ValueError(f"{installed.name} is of no known kind")
    return (
        slot.controls.index(model.control) if slot.controls else 0,
        slot.variants.index(model.variant) if slot.variants else 0,
        model.told_by == "name",
        slot.kind in ("checkpoint", "diffusion_model") and bool(_DISTILLED.search(installed.name)),
    )


_KIND_NAMES = {
    "checkpoint": "checkpoint",
    "diffusion_model": "diffusion model",
    "vae": "VAE",
    "text_encoder": "text encoder",
    "controlnet": "ControlNet",
    "ip_adapter": "IP-Adapter",
    "clip_vision": "CLIP vision model",
}


def described(slot: ModelSlot) -> str:
    """ "an openpose ControlNet for SDXL in models/controlnet"."""
    words = [*slot.controls[:1], *_variant(slot), _KIND_NAMES.get(slot.kind, slot.kind)]
    text = " ".join(words)
    article = "an" if text[0] in "aeioAEIO" else "a"
    family = f" for {FAMILY_NAMES[slot.family]}" if slot.family else ""
    return f"{article} {text}{family} in models/{slot.folder}"


def _variant(slot: ModelSlot) -> tuple[str, ...]:
    return slot.variants[:1] if slot.kind in ("text_encoder", "clip_vision") else ()


def installed(inventory: Inventory) -> Mapping[str, tuple[InstalledModel, ...]]:
    """Every model file, by folder. Reads files: for a thread."""
    return {folder: inventory.models(folder) for folder in FOLDERS}
