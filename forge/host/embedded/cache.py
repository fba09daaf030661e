"""Results of nodes, kept between prompts: what has not changed is not run again.

A node's key is a digest of its class, its fingerprint, its inputs and its ancestors' keys.
Equal keys mean equal results, whatever the ids of the nodes are.
"""

from __future__ import annotations

import hashlib
import math
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from io import BytesIO
from pathlib import PurePath
from typing import Any

from ..port import NodeOutput

MAX_ENTRIES = 128
MAX_BYTES = 128 << 20


class UnkeyableError(Exception):
    """The value equals nothing, not even itself, or cannot be told from others."""


def encoded(value: Any) -> bytes:
    """Different bytes for values that differ in type or content.

    Takes what JSON knows, and bytes, tuples, sets, enums and paths. Raises UnkeyableError
    for NaN and for everything else.
    """
    if isinstance(value, Enum):
        return _framed(b"e", type(value).__qualname__.encode(), encoded(value.value))
    if value is None or isinstance(value, bool):
        return _framed(b"c", repr(value).encode())
    if isinstance(value, int):
        return _framed(b"i", f"{value:x}".encode())
    if isinstance(value, float):
        if math.isnan(value):
            raise UnkeyableError("NaN")
        return _framed(b"f", value.hex().encode())
    if isinstance(value, str):
        return _framed(b"s", value.encode("utf-8", "surrogatepass"))
    if isinstance(value, (bytes, bytearray)):
        return _framed(b"b", bytes(value))
    if isinstance(value, PurePath):
        return _framed(b"p", str(value).encode("utf-8", "surrogatepass"))
    if isinstance(value, Mapping):
        pairs = sorted((encoded(key), encoded(item)) for key, item in value.items())
        return _framed(b"m", *(part for pair in pairs for part in pair))
    if isinstance(value, (set, frozenset)):
        return _framed(b"t", *sorted(encoded(item) for item in value))
    if isinstance(value, Sequence):
        return _framed(b"l", *(encoded(item) for item in value))
    raise UnkeyableError(type(value).__qualname__)


def _framed(kind: bytes, *parts: bytes) -> bytes:
    lengths = b"".join(len(part).to_bytes(8, "big") for part in parts)
    return kind + len(parts).to_bytes(4, "big") + lengths + b"".join(parts)


def digest(value: Any) -> bytes:
    """Raises UnkeyableError as `encoded` does."""
    return hashlib.sha256(encoded(value)).digest()


@dataclass(frozen=True, slots=True)
class CacheEntry:
    """What a node gave: the values of its outputs, and what it shows."""

    values: tuple[Any, ...]
    ui: NodeOutput


class NodeCache:
    """The results used last, within a count and a size. Used by one thread."""

    def __init__(self, max_entries: int = MAX_ENTRIES, max_bytes: int = MAX_BYTES) -> None:
        self.max_entries = max_entries
        self.max_bytes = max_bytes
        self.held_bytes = 0
        self._entries: OrderedDict[bytes, tuple[CacheEntry, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: bytes | None) -> CacheEntry | None:
        """None also for the key None, which equals nothing."""
        if key is None or key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key][0]

    def put(self, key: bytes | None, entry: CacheEntry) -> None:
        """Keeps the entry, unless it has no key or is larger than the whole cache."""
        if key is None:
            return
        size = held_bytes(entry.values)
        if size > self.max_bytes:
            return
        if key in self._entries:
            self.held_bytes -= self._entries.pop(key)[1]
        self._entries[key] = (entry, size)
        self.held_bytes += size
        while len(self._entries) > self.max_entries or self.held_bytes > self.max_bytes:
            _, (_, freed) = self._entries.popitem(last=False)
            self.held_bytes -= freed

    def clear(self) -> None:
        self._entries.clear()
        self.held_bytes = 0


def held_bytes(value: Any) -> int:
    """Bytes of the tensors, arrays, buffers and strings a value holds.

    An object that is held twice counts once; views of one storage count each.
    """
    seen: set[int] = set()
    total = 0
    waiting = [value]
    while waiting:
        held = waiting.pop()
        if id(held) in seen:
            continue
        seen.add(id(held))
        size = getattr(held, "nbytes", None)
        if isinstance(size, int):
            total += size
        elif isinstance(held, (bytes, bytearray)):
            total += len(held)
        elif isinstance(held, str):
            total += len(held.encode("utf-8", "surrogatepass"))
        elif isinstance(held, BytesIO):
            total += held.getbuffer().nbytes
        elif isinstance(held, Mapping):
            waiting.extend(held.values())
        elif isinstance(held, (list, tuple, set, frozenset)):
            waiting.extend(held)
        elif is_dataclass(held) and not isinstance(held, type):
            waiting.extend(getattr(held, one.name, None) for one in fields(held))
        elif hasattr(held, "__dict__") and not isinstance(held, type):
            waiting.extend(vars(held).values())
    return total
