"""How what a graph made travels from the Result node to the job.

The node, in the executor's thread, writes the file into the job's staging folder and names
it in its UI output, which ComfyUI brings to us with the prompt's end. The job then adopts
the bytes. A graph can end, fail or be cancelled at any point without leaving anything but
a staging folder that is removed with the job.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..store.blobs import Staged
from .job import Output

OUTPUTS_KEY = "avatarforge"
WARNINGS_KEY = "avatarforge_warnings"
JOB_KEY = "avatarforge"
"""In `extra_pnginfo`: `{"job": id}`, how the Result node knows that it works for a job."""

_FILENAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class DeliveryError(Exception):
    """A graph named something that it did not leave in its staging folder."""


def put(
    staging: Path,
    data: bytes,
    *,
    role: str,
    filename: str,
    mime_type: str,
    width: int | None = None,
    height: int | None = None,
) -> dict[str, Any]:
    """Leave one file for the job; returns its entry for the node's UI output.

    A name that is taken gets a number. Raises StorageFullError.
    """
    staging.mkdir(parents=True, exist_ok=True)
    name = _free_name(staging, filename)
    with_bytes = Staged(staging / name)
    try:
        with_bytes.write(data)
        sha256 = with_bytes.finish()
    except BaseException:
        with_bytes.discard()
        raise
    return asdict(
        Output(
            role=role,
            filename=name,
            mime_type=mime_type,
            sha256=sha256,
            size=len(data),
            width=width,
            height=height,
        )
    )


def _free_name(staging: Path, filename: str) -> str:
    if not _FILENAME.fullmatch(filename):
        raise DeliveryError(f"{filename!r} is no plain file name")
    if not (staging / filename).exists():
        return filename
    stem, dot, suffix = filename.rpartition(".")
    number = 2
    while (staging / f"{stem}-{number}{dot}{suffix}").exists():
        number += 1
    return f"{stem}-{number}{dot}{suffix}"


def read(outputs: Mapping[str, Mapping[str, Any]], staging: Path) -> list[Output]:
    """What the nodes of a prompt delivered, in the order of node ids.

    Raises DeliveryError where an entry is not what `put` wrote.
    """
    made = []
    for node_id in sorted(outputs, key=_node_order):
        for entry in outputs[node_id].get(OUTPUTS_KEY, ()):
            output = _checked(entry, node_id)
            path = staging / output.filename
            if not path.is_file() or path.stat().st_size != output.size:
                raise DeliveryError(f"node {node_id}: {output.filename} did not arrive whole")
            made.append(output)
    return made


def read_warnings(outputs: Mapping[str, Mapping[str, Any]]) -> list[str]:
    return [
        str(warning)
        for node_id in sorted(outputs, key=_node_order)
        for warning in outputs[node_id].get(WARNINGS_KEY, ())
    ]


def _node_order(node_id: str) -> tuple[int, str]:
    return (int(node_id), "") if node_id.isdecimal() else (2**31, node_id)


def _checked(entry: Any, node_id: str) -> Output:
    try:
        output = Output(**entry)
    except TypeError as error:
        raise DeliveryError(f"node {node_id}: this is no delivery of ours") from error
    named = _FILENAME.fullmatch(str(output.filename)) and _SHA256.fullmatch(str(output.sha256))
    if not named:
        raise DeliveryError(f"node {node_id}: this is no delivery of ours")
    return output
