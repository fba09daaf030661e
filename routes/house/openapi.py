"""The OpenAPI 3.1 document, made from the route table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from ..table import Route

_REF = "#/components/schemas/{model}"
_PARAMETER = re.compile(r"\{(\w+)(?::[^{}]+)?\}")
_PATTERN = re.compile(r"\{(\w+):[^{}]+\}")  # with what aiohttp is to match

_SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "apiKey": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
}


def document(routes: Sequence[Route], version: str) -> dict[str, Any]:
    schemas = _schemas(routes)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        path = _PATTERN.sub(r"{\1}", route.path)
        paths.setdefault(path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "AvatarForge",
            "version": version,
            "description": (
                "Every path answers under /api as well. Without API keys only this machine is "
                "served; see the README's section on security."
            ),
        },
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": _SECURITY},
        "security": [{"bearer": []}, {"apiKey": []}, {}],
    }


def _schemas(routes: Sequence[Route]) -> dict[str, Any]:
    bodies = {route.body for route in routes if route.body is not None}
    answers = {route.answer for route in routes if route.answer is not None}
    by_name = sorted(
        [(model, "validation") for model in bodies]
        + [(model, "serialization") for model in answers],
        key=lambda pair: (pair[0].__name__, pair[1]),
    )
    _, definitions = models_json_schema(
        by_name,  # type: ignore[arg-type] # the second of each pair is a Literal
        ref_template=_REF,
    )
    found: dict[str, Any] = definitions.get("$defs", {})
    found["Problem"] = {
        "type": "object",
        "required": ["detail"],
        "properties": {
            "detail": {
                "anyOf": [
                    {"type": "string"},
                    {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {
                                "loc": {"type": "array", "items": {"type": ["string", "integer"]}},
                                "msg": {"type": "string"},
                                "type": {"type": "string"},
                            },
                        },
                    },
                ]
            }
        },
    }
    return found


def _operation(route: Route) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": _operation_id(route),
        "summary": route.summary,
        "tags": [route.tag],
        "responses": _responses(route),
    }
    parameters = [*_path_parameters(route), *_query_parameters(route.query)]
    if parameters:
        operation["parameters"] = parameters
    if route.body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": _reference(route.body)}},
        }
    if route.upload is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "required": [route.upload],
                        "properties": {
                            route.upload: {
                                "type": "string",
                                "contentMediaType": "application/octet-stream",
                            }
                        },
                    }
                }
            },
        }
    if route.access == "open":
        operation["security"] = []
    return operation


def _operation_id(route: Route) -> str:
    return f"{route.method.lower()}{re.sub(r'[^0-9A-Za-z]', '_', route.path.replace('/', '__'))}"


def _reference(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": _REF.format(model=model.__name__)}


def _responses(route: Route) -> dict[str, Any]:
    schema: Mapping[str, Any] = {} if route.answer is None else _reference(route.answer)
    content = {route.media_type: {"schema": schema} if schema else {}}
    responses: dict[str, Any] = {str(route.status): {"description": "Done", "content": content}}
    errors = dict(route.errors)
    if route.access != "open":
        errors |= {401: "No API key, or an unknown one", 403: "Not allowed"}
    if route.query is not None or route.body is not None:
        errors.setdefault(422, "A value does not fit")
    problem = {"application/json": {"schema": {"$ref": _REF.format(model="Problem")}}}
    for status in sorted(errors):
        responses[str(status)] = {"description": errors[status], "content": problem}
    return responses


def _path_parameters(route: Route) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _PARAMETER.findall(route.path)
    ]


def _query_parameters(query: type[BaseModel] | None) -> list[dict[str, Any]]:
    if query is None:
        return []
    schema = query.model_json_schema(ref_template=_REF)
    required = schema.get("required", ())
    return [
        {
            "name": name,
            "in": "query",
            "required": name in required,
            "description": value.get("description", ""),
            "schema": value,
        }
        for name, value in schema["properties"].items()
    ]
