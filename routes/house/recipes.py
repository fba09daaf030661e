"""The recipes: what can run here, and graphs that people put behind an endpoint."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any

from aiohttp import web
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from ...forge.host.port import InvalidGraphError
from ...forge.recipes.availability import Availability, Filled
from ...forge.recipes.cookbook import Cookbook
from ...forge.recipes.published import UNTITLED, GraphError, Published, check_serves, recipe_name
from ...forge.recipes.recipe import TASKS, Task
from ..access import Caller
from ..avatarforge.schemas import without_controls
from ..body import JSON_WITH_IMAGES_LIMIT, read_json
from ..problem import Problem, field_problem
from ..product import Product
from ..replies import reply
from ..table import Route

TAG = "Recipes"
PATH = "/avatarforge/recipes"


class SlotObject(BaseModel):
    kind: str
    folder: str = Field(description="One of ComfyUI's model folders.")
    family: str | None
    uses: str | None = Field(description="The file that is taken; null where none fits.")
    others: list[str] = Field(description="Further files that would fit.")
    example: str = Field(description="A file that people have for this.")


class PartObject(BaseModel):
    name: str
    runs: bool = Field(description="Whether it can run here; else the recipe goes without it.")
    models: list[SlotObject]


class RecipeObject(BaseModel):
    name: str
    title: str
    engine: str
    technique: str
    family: str | None
    endpoints: list[str]
    runs: bool = Field(description="Whether it can run here, now.")
    missing: list[str] = Field(description="What to install for it, a line each.")
    models: list[SlotObject]
    parts: list[PartObject] = Field(description="What it does better where more is installed.")
    takes: list[str] = Field(description="Pictures of a request that it makes use of.")
    needs: list[str] = Field(description="Pictures without which it cannot run.")


class RecipeWithGraph(RecipeObject):
    graph: dict[str, Any] = Field(description="In API format, model names left open.")


class EndpointObject(BaseModel):
    endpoint: str
    recipe: str | None = Field(description="The graph of one's own that serves it; null: none.")
    title: str | None
    published_at: datetime | None
    earlier: int = Field(description="How many earlier graphs DELETE can go back to.")


class UnusableFile(BaseModel):
    folder: str
    name: str
    problem: str


class RecipeList(BaseModel):
    recipes: list[RecipeObject]
    endpoints: list[EndpointObject]
    troubles: dict[str, str] = Field(description="Model folders that could not be read, and why.")
    unusable: list[UnusableFile] = Field(
        description="Model files that no recipe can use, as it cannot be told what they are."
    )


class GraphToPublish(BaseModel):
    model_config = ConfigDict(extra="ignore")

    graph: dict[str, Any] = Field(description="In API format, with Request and Result nodes.")
    title: Annotated[
        str,
        StringConstraints(strip_whitespace=True, max_length=200),
        AfterValidator(without_controls),
    ] = ""


def routes(product: Product) -> list[Route]:
    recipes = Recipes(product)
    no_endpoint = {404: f"No such endpoint; there are {', '.join(TASKS)}"}
    return [
        Route(
            method="GET",
            path=PATH,
            handler=recipes.list,
            summary="What can run with the models installed here, and what the rest lacks",
            tag=TAG,
            answer=RecipeList,
        ),
        Route(
            method="GET",
            path=f"{PATH}/{{name}}",
            handler=recipes.get,
            summary="One recipe with its graph",
            tag=TAG,
            answer=RecipeWithGraph,
            errors={404: "No such recipe"},
        ),
        Route(
            method="PUT",
            path=f"{PATH}/{{name}}",
            handler=recipes.publish,
            summary="Serve an endpoint (such as avatar or pet-portrait) with a graph of one's own",
            tag=TAG,
            access="admin",
            body=GraphToPublish,
            answer=EndpointObject,
            errors={**no_endpoint, 422: "The graph cannot run here; every reason is given"},
        ),
        Route(
            method="DELETE",
            path=f"{PATH}/{{name}}",
            handler=recipes.withdraw,
            summary="Go back to the graph before, in the end to the pack's own recipes",
            tag=TAG,
            access="admin",
            answer=EndpointObject,
            errors=no_endpoint,
        ),
    ]


class Recipes:
    def __init__(self, product: Product) -> None:
        self._host = product.host
        self._cookbook: Cookbook = product.cookbook

    async def list(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        every = await self._cookbook.look()
        return reply(
            RecipeList(
                recipes=[RecipeObject(**_shown(each)) for each in every],
                endpoints=[await self._endpoint(task) for task in TASKS],
                troubles=dict(self._cookbook.troubles()),
                unusable=[
                    UnusableFile(folder=each.folder, name=each.name, problem=each.problem)
                    for each in self._cookbook.unusable()
                ],
            )
        )

    async def get(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        for each in await self._cookbook.look():
            if each.recipe.name == request.match_info["name"]:
                graph = {node_id: dict(node) for node_id, node in each.recipe.graph.items()}
                return reply(RecipeWithGraph(**_shown(each), graph=graph))
        raise Problem(404, "Recipe not found")

    async def publish(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        task = _task(request)
        body = await read_json(request, GraphToPublish, JSON_WITH_IMAGES_LIMIT)
        try:
            check_serves(task, body.graph)
            await self._host.check(body.graph)
        except GraphError as error:
            raise field_problem(str(error), "body", "graph") from error
        except InvalidGraphError as error:
            raise Problem(422, list(_reasons(error))) from error
        title = body.title or UNTITLED
        await asyncio.to_thread(self._cookbook.published.publish, task, title, body.graph)
        return reply(await self._endpoint(task))

    async def withdraw(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        task = _task(request)
        try:
            await asyncio.to_thread(self._cookbook.published.withdraw, task)
        except KeyError as error:
            raise Problem(404, f"Nothing was published for {task}") from error
        return reply(await self._endpoint(task))

    async def _endpoint(self, task: Task) -> EndpointObject:
        published = self._cookbook.published
        serving = await asyncio.to_thread(published.current)
        here: Published | None = next((each for each in serving if each.task == task), None)
        return EndpointObject(
            endpoint=task,
            recipe=None if here is None else recipe_name(task),
            title=None if here is None else here.title,
            published_at=None if here is None else here.published_at,
            earlier=await asyncio.to_thread(published.earlier, task),
        )


def _task(request: web.Request) -> Task:
    for task in TASKS:
        if task == request.match_info["name"]:
            return task
    raise Problem(404, f"No such endpoint; there are {', '.join(TASKS)}")


def _reasons(error: InvalidGraphError) -> Iterator[Mapping[str, Any]]:
    """ComfyUI's own findings, in the shape of this API."""
    found = False
    for node_id, node in error.node_errors.items():
        for reason in node.get("errors", ()):
            found = True
            name = (reason.get("extra_info") or {}).get("input_name")
            where = ["inputs", name] if name else []
            yield {
                "loc": ["body", "graph", node_id, *where],
                "msg": f"{node.get('class_type')}: {_sentence(reason)}",
                "type": reason.get("type", "invalid_prompt"),
            }
    if not found:
        yield {
            "loc": ["body", "graph"],
            "msg": _sentence(error.error),
            "type": error.error.get("type", "invalid_prompt"),
        }


def _sentence(reason: Mapping[str, Any]) -> str:
    return ": ".join(str(reason[part]) for part in ("message", "details") if reason.get(part))


def _shown(each: Availability) -> dict[str, Any]:
    recipe = each.recipe
    return {
        "name": recipe.name,
        "title": recipe.title,
        "engine": recipe.engine,
        "technique": recipe.technique,
        "family": recipe.family,
        "endpoints": list(recipe.tasks),
        "runs": each.runs,
        "missing": list(each.missing),
        "models": [_slot(filled) for filled in each.slots],
        "parts": [
            PartObject(
                name=part,
                runs=part not in each.left_out,
                models=[_slot(filled) for filled in each.extras if filled.slot.part == part],
            )
            for part in recipe.parts()
        ],
        "takes": sorted(recipe.uses),
        "needs": sorted(recipe.needs),
    }


def _slot(filled: Filled) -> SlotObject:
    return SlotObject(
        kind=filled.slot.kind,
        folder=filled.slot.folder,
        family=filled.slot.family,
        uses=filled.models[0].name if filled.models else None,
        others=[model.name for model in filled.models[1:]],
        example=filled.slot.example,
    )
