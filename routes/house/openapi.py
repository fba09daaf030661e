"""The OpenAPI 3.1 document, made from the route table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from ..table import Route

_REF = "#/components/schemas/{model}"
_PARAMETER = re.compile(r"\{(\w+)(?::[^{}]+)?\}")
_PATTERN = re.compile(r"\{(\w+):[^{}]+\}")  # with what aiohttp is to match

References: TypeAlias = Mapping[tuple[type[BaseModel], "Mode"], dict[str, Any]]
Mode: TypeAlias = Literal["validation", "serialization"]
Headers: TypeAlias = Mapping[str, tuple[str, Mapping[str, Any]]]  # text and schema by name

_READ: Mode = "validation"
_WRITTEN: Mode = "serialization"

_SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "apiKey": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
}


_WITH_KEY: Sequence[Mapping[str, Any]] = ({"bearer": []}, {"apiKey": []})
_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "A retry with the same key brings the first job, not a second one.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
}

_SWITCHING_PROTOCOLS = 101
_JSON = "application/json"
_STRING = {"type": "string"}
_REQUEST_ID = {"X-Request-Id": ("Names this request in the server's log", _STRING)}
_RETRY_AFTER = {"Retry-After": ("Seconds", {"type": "integer", "minimum": 1})}
_ETAG = {"ETag": ("The SHA-256, in quotes", _STRING)}
_CONTENT_RANGE = {"Content-Range": ("Which bytes of how many", _STRING)}
_OF_STATUS: Mapping[int, Headers] = {
    206: _CONTENT_RANGE,
    401: {"WWW-Authenticate": ("How to give a key", _STRING)},
    416: _CONTENT_RANGE,
    429: _RETRY_AFTER,
    503: _RETRY_AFTER,
}


def document(routes: Sequence[Route], version: str) -> dict[str, Any]:
    names, schemas = _schemas(routes)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        path = _PATTERN.sub(r"{\1}", route.path)
        paths.setdefault(path, {})[route.method.lower()] = _operation(route, names)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "AvatarForge",
            "version": version,
            "description": (
                "Every path but /models answers under /api as well. A method that a path does not "
                "have is answered 405, with `Allow`. Without API keys only this machine is served; "
                "see the README's section on security."
            ),
        },
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": _SECURITY},
        "security": [*_WITH_KEY, {}],
    }


def _schemas(routes: Sequence[Route]) -> tuple[References, dict[str, Any]]:
    """The reference to each object, and the objects by name."""
    read = {route.body for route in routes if route.body is not None}
    read |= {model for route in routes for model in _problems(route).values()}
    written = {route.answer for route in routes if route.answer is not None}
    every = [(model, _READ) for model in read] + [(model, _WRITTEN) for model in written]
    schemas, definitions = models_json_schema(
        sorted(every, key=lambda each: (each[0].__module__, each[0].__qualname__, each[1])),
        ref_template=_REF,
    )
    found: dict[str, Any] = definitions.get("$defs", {})
    return {pair: schemas[pair] for pair in every}, found


def _operation(route: Route, names: References) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": _operation_id(route),
        "summary": route.summary,
        "tags": [route.tag],
        "responses": _responses(route, names),
    }
    parameters = [
        *_path_parameters(route),
        *_query_parameters(route.query),
        *([_IDEMPOTENCY_KEY] if route.retriable else []),
    ]
    if parameters:
        operation["parameters"] = parameters
    if route.body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {_JSON: {"schema": names[route.body, _READ]}},
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
    if route.access in ("admin", "key"):
        operation["security"] = list(_WITH_KEY)
    return operation


def _operation_id(route: Route) -> str:
    return f"{route.method.lower()}{re.sub(r'[^0-9A-Za-z]', '_', route.path.replace('/', '__'))}"


def _responses(route: Route, names: References) -> dict[str, Any]:
    content: dict[str, Any] = {route.media_type: {}}
    if route.answer is not None:
        content = {route.media_type: {"schema": names[route.answer, _WRITTEN]}}
    if route.or_media_type is not None:
        content[route.or_media_type] = {}
    headers = {name: (text, _STRING) for name, text in route.headers.items()}
    if route.stored:
        headers |= _ETAG
    responses = {route.status: _response(route.status, "Done", content, headers)}
    if route.status == _SWITCHING_PROTOCOLS:
        responses = {route.status: {"description": "A WebSocket from here on"}}
    if route.stored:
        responses[206] = _response(206, "The part asked for", content, headers)
        responses[304] = _response(304, "As it was (`If-None-Match`)", {}, headers)
    for status, text in route.also.items():
        responses[status] = _response(status, text, content, headers)
    problems = _problems(route)
    for status, text in sorted(_errors(route).items()):
        shape = {_JSON: {"schema": names[problems[status], _READ]}}
        responses[status] = _response(status, text, shape, {})
    return {str(status): response for status, response in responses.items()}


def _response(
    status: int, description: str, content: Mapping[str, Any], headers: Headers
) -> dict[str, Any]:
    every = {**_REQUEST_ID, **headers, **_OF_STATUS.get(status, {})}
    return {
        "description": description,
        "headers": {
            name: {"required": True, "description": text, "schema": schema}
            for name, (text, schema) in every.items()
        },
        **({"content": content} if content else {}),
    }


def _errors(route: Route) -> dict[int, str]:
    """What the route names, and what comes with what it takes and gives."""
    errors: dict[int, str] = {}
    if route.access != "open":
        errors |= {
            401: "No API key, or an unknown one",
            403: "Not allowed",
            503: "Not ready, or too busy",
        }
    if route.query is not None:
        errors[422] = "A value does not fit"
    if route.body is not None or route.upload is not None:
        errors |= {
            400: "The body cannot be decoded",
            413: "The body is too large",
            422: "A value does not fit",
            507: "No room left to store it",
        }
    if route.stored:
        errors |= {404: "No such file", 416: "The file has no such part"}
    return {**errors, **route.errors}


def _problems(route: Route) -> dict[int, type[BaseModel]]:
    return {status: route.problem_shape.model_of(status) for status in _errors(route)}


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
