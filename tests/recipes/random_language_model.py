"""A language model of random weights in the sizes of Qwen 3 0.6B, the smallest that ComfyUI's
TextGenerate runs: it writes words without any sense.

Its sizes are fixed, so that it takes 1.2 GB; all but its first layers are holes in the file,
which are read as zeros and take no room on a disk that knows holes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import torch

_WIDTH, _INNER, _HEADS, _KEYS, _HEAD = 1024, 3072, 16, 8, 128
_LAYERS = 28
_RANDOM_LAYERS = 2
_VOCABULARY = 151936
_BYTES = 2  # of a bfloat16
_ENDS = (151643, 151645)  # tokens at which it stops,
_EAGER = 3.0  # which are likelier than others: a word takes seconds on a CPU


def write_language_model(path: Path, seed: int = 21) -> Path:
    """Whole or not at all: a server may look into the folder at any time."""
    shapes = dict(_shapes())
    header, offsets = _header(shapes)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".tmp")
    generator = torch.Generator().manual_seed(seed)
    with part.open("wb") as file:
        file.write(header)
        for name, shape in shapes.items():
            if _is_hole(name):
                continue
            file.seek(len(header) + offsets[name][0])
            file.write(_values(name, shape, generator).view(torch.uint8).numpy().tobytes())
        file.truncate(len(header) + max(end for _, end in offsets.values()))
    part.replace(path)
    return path


def _shapes() -> Iterator[tuple[str, tuple[int, ...]]]:
    yield "model.embed_tokens.weight", (_VOCABULARY, _WIDTH)
    yield "model.norm.weight", (_WIDTH,)
    for layer in range(_LAYERS):
        for name, shape in (
            ("input_layernorm", (_WIDTH,)),
            ("post_attention_layernorm", (_WIDTH,)),
            ("self_attn.q_norm", (_HEAD,)),
            ("self_attn.k_norm", (_HEAD,)),
            ("self_attn.q_proj", (_HEADS * _HEAD, _WIDTH)),
            ("self_attn.k_proj", (_KEYS * _HEAD, _WIDTH)),
            ("self_attn.v_proj", (_KEYS * _HEAD, _WIDTH)),
            ("self_attn.o_proj", (_WIDTH, _HEADS * _HEAD)),
            ("mlp.gate_proj", (_INNER, _WIDTH)),
            ("mlp.up_proj", (_INNER, _WIDTH)),
            ("mlp.down_proj", (_WIDTH, _INNER)),
        ):
            yield f"model.layers.{layer}.{name}.weight", shape


def _is_hole(name: str) -> bool:
    parts = name.split(".")
    return parts[-2].endswith("_proj") and int(parts[2]) >= _RANDOM_LAYERS


def _values(name: str, shape: tuple[int, ...], generator: torch.Generator) -> torch.Tensor:
    if len(shape) == 1:  # of a norm
        return torch.ones(shape, dtype=torch.bfloat16)
    scale = 0.03 if "embed_tokens" in name else 1 / math.sqrt(shape[1])
    values = torch.empty(shape).normal_(0, scale, generator=generator)
    if "embed_tokens" in name:
        values[list(_ENDS)] *= _EAGER
    return values.bfloat16()


def _header(
    shapes: Mapping[str, tuple[int, ...]],
) -> tuple[bytes, Mapping[str, tuple[int, int]]]:
    """Of a safetensors file, and where each tensor lies behind it."""
    entries, offsets, at = {}, {}, 0
    for name, shape in shapes.items():
        end = at + math.prod(shape) * _BYTES
        offsets[name] = (at, end)
        entries[name] = {"dtype": "BF16", "shape": list(shape), "data_offsets": [at, end]}
        at = end
    text = json.dumps(entries).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text, offsets
