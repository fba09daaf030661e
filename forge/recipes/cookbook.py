"""All recipes, and the choice among them for a request."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..host.port import Host
from .availability import Availability, asks_for_models, availability
from .availability import installed as read_installed
from .families import Family
from .models import InstalledModel, Inventory
from .published import PublishedRecipes, linked_pictures
from .recipe import Picture, Recipe, Task, Technique, shipped
from .request import Engine

_FAMILIES: tuple[Family, ...] = (
    "wan",
    "flux2",
    "qwen-image-edit",
    "qwen-image",
    "z-image",
    "flux1",
    "sdxl",
    "sd15",
    "svd",
)
"""The best pictures first."""

_TECHNIQUES: Mapping[Task, tuple[Technique, ...]] = {
    "avatar": ("edit", "ipadapter", "text", "openpose", "guided", "image"),
    "pose": ("edit", "ipadapter", "openpose", "guided", "image", "text"),
    "poses": ("edit", "ipadapter", "openpose", "guided", "image", "text"),
    "character": ("mesh", "edit", "image"),
    "anime-image": ("edit", "ipadapter", "text", "openpose", "guided", "image"),
    "character-sheet": ("edit", "ipadapter", "guided"),
}
"""What is taken first where two recipes serve the request's pictures equally well: a person in
words is left to the model, a view is held by the pose or the drawn figure. For a character it
comes before the family: a mesh by a model is worth more than any view of a guessed one."""

_FOR_SCENES: tuple[Technique, ...] = ("guided", "text")

_FRESH_S = 5.0
"""How long the list of installed models is believed, as stat of thousands of files takes time.
A model that has gone since then is named by the validator."""


class RecipeError(ValueError):
    """No recipe fits; the message says what would help."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`recipe` runs here; `warnings` are for the caller."""

    chosen: Availability
    warnings: tuple[str, ...] = ()

    @property
    def recipe(self) -> Recipe:
        return self.chosen.recipe


class Cookbook:
    def __init__(self, host: Host, private: Path) -> None:
        self._host = host
        self._inventory = Inventory(host, private / "models.json")
        self._scanning = asyncio.Lock()
        self._models: Mapping[str, tuple[InstalledModel, ...]] = {}
        self._scanned_at: float | None = None
        self.published = PublishedRecipes(private / "recipes")

    async def look(self) -> tuple[Availability, ...]:
        """Every recipe, the published ones first, and whether each can run here."""
        models = await self.installed()
        return tuple(availability(recipe, self._host, models) for recipe in await self._recipes())

    def troubles(self) -> Mapping[str, str]:
        """Model folders that could not be read when last looked at, and why."""
        return self._inventory.troubles()

    def unusable(self) -> tuple[InstalledModel, ...]:
        """Model files that could not be told when last looked at; each has its `problem`."""
        return tuple(each for files in self._models.values() for each in files if each.problem)

    async def choose(
        self,
        task: Task,
        engine: Engine,
        name: str | None,
        pictures: frozenset[Picture] = frozenset(),
        *,
        model: str | None = None,
    ) -> Choice:
        """The recipe to run. `pictures` are those that came with the request.

        Without a name, `auto` takes what was published for the task, else the best that can
        run here, which is always at least the drawn engine. `model` is a file that is used
        where some recipe takes it, in the best of those. Raises RecipeError.
        """
        recipes = [recipe for recipe in await self._recipes() if task in recipe.tasks]
        if name is not None:
            return _with_warnings(await self._named(recipes, engine, name, pictures), pictures)
        if engine == "auto":
            for recipe in recipes:
                if recipe.engine == "custom":
                    return _with_warnings(await self._runnable(recipe, pictures), pictures)
        if engine in ("auto", "diffusion"):
            best = await self._best(recipes, task, pictures, model)
            if best is not None:
                return _with_warnings(best, pictures)
        if engine == "diffusion":
            raise RecipeError(await self._what_would_do(recipes, task, pictures))
        for recipe in recipes:
            if recipe.engine == "drawn":
                return _with_warnings(await self._runnable(recipe, pictures), pictures)
        raise RecipeError(f"No recipe can make this here with engine {engine!r}")

    async def _recipes(self) -> tuple[Recipe, ...]:
        serving = await asyncio.to_thread(self.published.current)
        return (*(each.recipe() for each in serving), *shipped())

    async def _named(
        self,
        recipes: Iterable[Recipe],
        engine: Engine,
        name: str,
        pictures: frozenset[Picture],
    ) -> Availability:
        suited = [recipe for recipe in recipes if engine in ("auto", recipe.engine)]
        for recipe in suited:
            if recipe.name == name:
                return await self._runnable(recipe, pictures)
        with_engine = "" if engine == "auto" else f" with engine {engine!r}"
        names = ", ".join(recipe.name for recipe in suited) or "none"
        raise RecipeError(f"No recipe {name!r} makes this{with_engine}; those that do: {names}")

    async def _runnable(self, recipe: Recipe, pictures: frozenset[Picture]) -> Availability:
        lacking = sorted(recipe.needs - pictures)
        if lacking:
            wanted = " and ".join(f"a {picture} picture" for picture in lacking)
            raise RecipeError(f"Recipe {recipe.name!r} needs {wanted}")
        models = await self.installed() if asks_for_models(recipe, self._host) else {}
        here = availability(recipe, self._host, models)
        if not here.runs:
            raise RecipeError(
                f"Recipe {recipe.name!r} cannot run here. Missing: {'; '.join(here.missing)}"
            )
        return here

    async def _best(
        self,
        recipes: Iterable[Recipe],
        task: Task,
        pictures: frozenset[Picture],
        model: str | None,
    ) -> Availability | None:
        possible = [
            recipe
            for recipe in recipes
            if recipe.engine == "diffusion"
            and recipe.needs <= pictures
            and all(map(self._host.has_node, recipe.node_types("")))
        ]
        if not possible:  # without the nodes there is no need to look at model files
            return None
        models = await self.installed()
        first = None
        for recipe in sorted(possible, key=lambda each: _order(each, task, pictures)):
            here = availability(recipe, self._host, models)
            if not here.runs:
                continue
            if model is None or here.takes(model):
                return here if model is None else here.preferring(model)
            first = first or here
        return first

    async def _what_would_do(
        self, recipes: Iterable[Recipe], task: Task, pictures: frozenset[Picture]
    ) -> str:
        models = await self.installed()
        simplest: dict[Family | None, Availability] = {}
        for recipe in recipes:
            if recipe.engine != "diffusion" or not recipe.needs <= pictures:
                continue
            here = availability(recipe, self._host, models)
            best = simplest.get(recipe.family)
            if best is None or _effort(here, task, pictures) < _effort(best, task, pictures):
                simplest[recipe.family] = here
        if not simplest:
            return "No diffusion recipe makes this; use engine 'auto' or 'drawn'"
        ways = sorted(simplest.values(), key=lambda each: _rank(each.recipe), reverse=True)
        comfyui = "ComfyUI and " if any(each.lacks_comfyui for each in ways) else ""
        return (
            "No diffusion recipe can run here. Engines 'auto' and 'drawn' need no models. Or "
            f"install {comfyui}the files of one of these, or others of their kind: "
            f"{'; '.join(map(_way, ways))}"
        )

    async def installed(self) -> Mapping[str, tuple[InstalledModel, ...]]:
        """Every model file by folder, as it was a few seconds ago at most."""
        async with self._scanning:
            now = time.monotonic()
            if self._scanned_at is None or now - self._scanned_at > _FRESH_S:
                self._models = await asyncio.to_thread(read_installed, self._inventory)
                self._scanned_at = time.monotonic()
            return self._models


def _rank(recipe: Recipe) -> int:
    """Lower for better pictures."""
    families = {recipe.family, *(slot.family for slot in recipe.models)}
    return next((at for at, each in enumerate(_FAMILIES) if each in families), len(_FAMILIES))


def _order(recipe: Recipe, task: Task, pictures: frozenset[Picture]) -> tuple[int, int, int, str]:
    techniques = _TECHNIQUES.get(task, _FOR_SCENES)
    technique = recipe.technique
    place = techniques.index(technique) if technique in techniques else len(techniques)
    ranks = (place, _rank(recipe)) if task == "character" else (_rank(recipe), place)
    return (-len(recipe.uses & pictures), *ranks, recipe.name)


def _effort(here: Availability, task: Task, pictures: frozenset[Picture]) -> tuple[Any, ...]:
    """The recipe that makes most of the pictures, and of those the one that lacks least."""
    order = _order(here.recipe, task, pictures)
    return (order[0], len(here.missing), *order[1:])


def _way(here: Availability) -> str:
    packs = here.recipe.packs
    lacking = dict.fromkeys(packs[node] for node in here.missing_nodes if node in packs)
    slots = (filled.slot for filled in here.slots if not filled.models)
    files = (f"models/{slot.folder}/{slot.example}" for slot in slots)
    return f"{here.recipe.name}: {', '.join((*lacking, *files))}"


def _with_warnings(chosen: Availability, pictures: frozenset[Picture]) -> Choice:
    recipe = chosen.recipe
    unused = sorted(pictures - recipe.uses)
    if not unused:
        return Choice(chosen)
    read = linked_pictures(recipe.graph)
    return Choice(
        chosen,
        tuple(
            f"Of the {picture} picture only the colours were used: recipe {recipe.name} takes "
            "nothing else"
            if picture in read
            else f"The {picture} picture was not used: recipe {recipe.name} takes none"
            for picture in unused
        ),
    )
