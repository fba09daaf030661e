"""Whether a recipe can run here: the nodes and models that it finds, and those it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..host.port import Graph, Host
from .families import Family, Model
from .models import FOLDERS, InstalledModel, Inventory
from .recipe import ModelSlot, Recipe, Request

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
"""Names of models that want a few steps and hardly any guidance; nothing else tells them. A
recipe for such a model has one as its example."""


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
    slots: tuple[Filled, ...]  # of what the recipe cannot do without
    missing_nodes: tuple[str, ...]  # node types, likewise
    extras: tuple[Filled, ...] = ()  # the slots of the parts that can be left out
    left_out: frozenset[str] = frozenset()  # the parts that cannot run here

    @property
    def runs(self) -> bool:
        return not self.missing_nodes and all(filled.models for filled in self.slots)

    @property
    def lacks_comfyui(self) -> bool:
        """None of ComfyUI's own nodes is here, so that there is no ComfyUI."""
        if self.recipe.engine == "custom":  # whose nodes may be of any pack
            return False
        packs = self.recipe.packs
        own = {node for node in self.recipe.node_types("") - packs.keys() if not _is_ours(node)}
        return bool(own) and own.issubset(self.missing_nodes)

    @property
    def missing(self) -> tuple[str, ...]:
        """What to install, a line each."""
        return (*self._packs(), *(filled.missing for filled in self.slots if filled.missing))

    def _packs(self) -> Iterator[str]:
        packs = self.recipe.packs
        if self.lacks_comfyui:
            yield "ComfyUI, with this pack among its custom nodes"
        elif own := [node for node in self.missing_nodes if node not in packs]:
            yield f"a ComfyUI or a pack that has {_node_names(own)}"
        for pack in dict.fromkeys(packs[node] for node in self.missing_nodes if node in packs):
            nodes = [node for node in self.missing_nodes if packs.get(node) == pack]
            yield f"the pack {pack}, which has {_node_names(nodes)}"

    def model_of(self, node: str) -> str | None:
        """The file that this node of the graph will load; None where it loads none."""
        for filled in (*self.slots, *self.extras):
            if filled.slot.node == node and filled.models:
                return filled.models[0].name
        return None

    def takes(self, model: str) -> bool:
        """Whether some slot of what would run can be filled with this file."""
        return any(
            each.name == model
            for filled in (*self.slots, *self.extras)
            if filled.slot.part not in self.left_out
            for each in filled.models
        )

    def preferring(self, model: str) -> Availability:
        """This with that file first, wherever it fits."""

        def reordered(filled: Filled) -> Filled:
            models = sorted(filled.models, key=lambda each: each.name != model)
            return replace(filled, models=tuple(models))

        return replace(
            self,
            slots=tuple(map(reordered, self.slots)),
            extras=tuple(map(reordered, self.extras)),
        )

    def fill(self, request: Request) -> Graph:
        """The recipe's graph with the first model of each slot. For one that `runs`."""
        chosen = {}
        for filled in (*self.slots, *self.extras):
            if filled.slot.part in self.left_out:
                continue
            first = filled.models[0]
            variant = first.model.variant if first.model is not None else ""
            chosen[filled.slot] = (first.name, variant)
        return self.recipe.fill(request, chosen, self.left_out)


def _is_ours(node: str) -> bool:
    return node.startswith("AvatarForge")


def _node_names(nodes: Sequence[str]) -> str:
    return f"the node{'s' if len(nodes) > 1 else ''} {_listed(nodes, 'and')}"


def availability(
    recipe: Recipe, host: Host, models: Mapping[str, Iterable[InstalledModel]]
) -> Availability:
    """`models` are those installed, by folder."""
    slots = [Filled(slot, fitting(slot, models.get(slot.folder, ()))) for slot in recipe.models]
    return Availability(
        recipe,
        tuple(filled for filled in slots if not filled.slot.part),
        tuple(sorted(node for node in recipe.node_types("") if not host.has_node(node))),
        tuple(filled for filled in slots if filled.slot.part),
        frozenset(
            part
            for part in recipe.parts()
            if not all(map(host.has_node, recipe.node_types(part)))
            or any(filled.slot.part == part and not filled.models for filled in slots)
        ),
    )


def asks_for_models(recipe: Recipe, host: Host) -> bool:
    """Whether it takes a model file here: for the whole of it, or for a part whose nodes are
    here. Where none does, nobody needs to look at the files."""
    return any(
        not slot.part or all(map(host.has_node, recipe.node_types(slot.part)))
        for slot in recipe.models
    )


def fitting(slot: ModelSlot, models: Iterable[InstalledModel]) -> tuple[InstalledModel, ...]:
    """The models that will do, the best first: its variant and kind of control as the slot
    prefers them, told by tensors before told by name, with as few or as many steps as the
    recipe's example, then in the host's order."""
    suited = [each for each in models if _fits(slot, each)]
    return tuple(sorted(suited, key=lambda each: _preference(slot, each)))


def _fits(slot: ModelSlot, installed: InstalledModel) -> bool:
    model = installed.model
    return (
        model is not None
        and model.holds(slot.kind)
        and _is_whole(slot, model)
        and (slot.family is None or slot.family in model.serves)
        and (not slot.variants or model.variant in slot.variants)
        and (not slot.controls or model.control in slot.controls)
        and (model.generates or not slot.generates)
        and (model.sees or not slot.sees)
    )


def _is_whole(slot: ModelSlot, model: Model) -> bool:
    """A checkpoint's loader gives what comes with it too, and the graphs use that."""
    return slot.kind != "checkpoint" or set(slot.brings).issubset(model.parts)


def _preference(slot: ModelSlot, installed: InstalledModel) -> tuple[int, int, bool, bool]:
    model = installed.model
    if model is None:
        raise ValueError(f"{installed.name} is of no known kind")
    return (
        slot.controls.index(model.control) if slot.controls else 0,
        slot.variants.index(model.variant) if slot.variants else 0,
        model.told_by == "name",
        _is_distilled(installed.name) != _is_distilled(slot.example),
    )


def _is_distilled(name: str) -> bool:
    return _DISTILLED.search(name) is not None


_KIND_NAMES = {
    "checkpoint": "checkpoint",
    "diffusion_model": "diffusion model",
    "vae": "VAE",
    "text_encoder": "text encoder",
    "controlnet": "ControlNet",
    "ip_adapter": "IP-Adapter",
    "clip_vision": "CLIP vision model",
    "background_removal": "model for background removal",
    "face_landmarker": "face landmarker",
    "motion_module": "AnimateDiff motion module",
}


def described(slot: ModelSlot) -> str:
    """ "an openpose or union ControlNet for SDXL in models/controlnet"."""
    kind = _KIND_NAMES.get(slot.kind, slot.kind)
    text = " ".join((*_one_of(slot.controls), *_one_of(slot.variants), kind))
    article = "an" if text[0] in "aeioAEIO" else "a"
    family = f" for {FAMILY_NAMES[slot.family]}" if slot.family else ""
    whole = ""
    if slot.kind == "checkpoint" and slot.brings:
        brought = _listed([_KIND_NAMES.get(kind, kind) for kind in slot.brings], "and")
        whole = f", with its {brought},"
    abilities = [word for word, has in (("see", slot.sees), ("write", slot.generates)) if has]
    writes = f" that can {_listed(abilities, 'and')}" if abilities else ""
    return f"{article} {text}{family}{writes}{whole} in models/{slot.folder}"


def _one_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """In words; empty where the usual one, which has no name, will do."""
    return (_listed(names, "or"),) if names and "" not in names else ()


def _listed(words: Sequence[str], last: str) -> str:
    """ "one, two and three"."""
    return f" {last} ".join((*filter(None, [", ".join(words[:-1])]), words[-1]))


def installed(inventory: Inventory) -> Mapping[str, tuple[InstalledModel, ...]]:
    """Every model file, by folder. Reads files: for a thread."""
    return {folder: inventory.models(folder) for folder in FOLDERS}
