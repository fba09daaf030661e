"""The API as a page to read: the OpenAPI document in plain HTML, with no script at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #6d4aff; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
details { border: 1px solid var(--line); border-radius: 8px; margin: .5rem 0; }
summary { cursor: pointer; padding: .5rem .75rem; display: flex; gap: .75rem; flex-wrap: wrap; }
summary code { overflow-wrap: anywhere; }
details > div { padding: 0 .75rem .75rem; overflow-x: auto; }
.method { font-weight: 700; min-width: 4.5rem; color: var(--accent); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .3rem .6rem; border-top: 1px solid var(--line);
  vertical-align: top; }
pre { background: var(--soft); padding: .75rem; border-radius: 6px; overflow-x: auto; }
"""


def page(document: Mapping[str, Any], address: str) -> str:
    """`address` is where the reader has reached the server, "http://127.0.0.1:8188"."""
    info = document["info"]
    operations = [
        (operation["tags"][0], method.upper(), path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    schemas = document["components"]["schemas"]
    sections = []
    for tag, group in groupby(operations, key=lambda item: item[0]):
        parts = "".join(
            _operation(method, path, operation, schemas, address)
            for _, method, path, operation in group
        )
        sections.append(f"<h2>{escape(tag)}</h2>{parts}")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(info['title'])} API</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(info['title'])} API</h1><p>Version {escape(info['version'])}, "
        '<a href="openapi.json">openapi.json</a></p>'
        f"<p>{escape(info['description'])}</p>{''.join(sections)}</body></html>"
    )


def _operation(
    method: str,
    path: str,
    operation: Mapping[str, Any],
    schemas: Mapping[str, Any],
    address: str,
) -> str:
    parts = [f"<pre>{escape(_curl(method, address + path, operation))}</pre>"]
    if "parameters" in operation:
        rows = [
            (
                parameter["name"],
                _type(parameter["schema"]),
                f"in the {parameter['in']}, {'required' if parameter['required'] else 'optional'}"
                f"{': ' + parameter['description'] if parameter.get('description') else ''}",
            )
            for parameter in operation["parameters"]
        ]
        parts.append(_table("Parameters", ("Name", "Type", ""), rows))
    content = operation.get("requestBody", {}).get("content", {})
    for body in content.values():
        parts.append(_fields("Body", _resolved(body["schema"], schemas)))
    errors = []
    for number, (status, response) in enumerate(operation["responses"].items()):
        if number > 0:
            errors.append((status, response["description"], ""))
            continue
        for answer in response.get("content", {}).values():  # the first is the answer wished for
            if "schema" in answer:
                parts.append(_fields("Answer", _resolved(answer["schema"], schemas)))
    if errors:
        parts.append(_table("Other answers", ("Status", "When", ""), errors))
    return (
        f'<details id="{escape(operation["operationId"])}"><summary>'
        f'<span class="method">{method}</span><code>{escape(path)}</code>'
        f"<span>{escape(operation['summary'])}</span></summary><div>{''.join(parts)}</div></details>"
    )


def _curl(method: str, url: str, operation: Mapping[str, Any]) -> str:
    query = "&".join(
        f"{parameter['name']}=..."
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "query" and parameter["required"]
    )
    full = url + (f"?{query}" if query else "")
    command = f"curl {'' if method == 'GET' else f'-X {method} '}'{full}'"
    content = operation.get("requestBody", {}).get("content", {})
    if "multipart/form-data" in content:
        return f"{command} -F 'file=@picture.png'"
    if "application/json" in content:
        body = '{"prompt": "female warrior, blue armor"}'
        return f"{command} -H 'Content-Type: application/json' -d '{body}'"
    return command


def _resolved(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    resolved: Mapping[str, Any] = schemas[name] if name else schema
    return resolved


def _fields(title: str, schema: Mapping[str, Any]) -> str:
    required = schema.get("required", ())
    rows = [
        (
            f"{name}{' (required)' if name in required and title == 'Body' else ''}",
            _type(value),
            value.get("description", ""),
        )
        for name, value in schema.get("properties", {}).items()
    ]
    return _table(title, ("Field", "Type", ""), rows)


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return " | ".join(f'"{value}"' for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_type(option) for option in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    bounds = [
        f"{sign} {schema[key]}"
        for key, sign in (
            ("minimum", ">="),
            ("maximum", "<="),
            ("minLength", "length >="),
            ("maxLength", "length <="),
        )
        if key in schema
    ]
    return " ".join([str(schema.get("type", "any")), *bounds])


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    header = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<h4>{escape(title)}</h4><table><tr>{header}</tr>{body}</table>"
