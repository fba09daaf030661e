"""A language model of random weights for ComfyUI's TextGenerate: it writes words of no sense.

Its sizes are those of Qwen 3 0.6B, the smallest that ComfyUI has, but that it has two layers;
`shallow_pack` makes ComfyUI's own model as shallow.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import save_file

LAYERS = 2

_WIDTH, _INNER, _HEADS, _KEYS, _HEAD = 1024, 3072, 16, 8, 128
_VOCABULARY = 151936
_EMBEDDING_SCALE = 0.03  # so that no word follows from the one before


def write_language_model(path: Path, seed: int = 21) -> Path:
    """750 MB, almost all of it the vocabulary. Whole or not at all: a server may look into the
    folder at any time."""
    generator = torch.Generator().manual_seed(seed)
    tensors = {name: _values(name, shape, generator) for name, shape in _shapes()}
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".tmp")
    save_file(tensors, part)
    part.replace(path)
    return path


def _shapes() -> Iterator[tuple[str, tuple[int, ...]]]:
    yield "model.embed_tokens.weight", (_VOCABULARY, _WIDTH)
    yield "model.norm.weight", (_WIDTH,)
    for layer in range(LAYERS):
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


def _values(name: str, shape: tuple[int, ...], generator: torch.Generator) -> torch.Tensor:
    if len(shape) == 1:  # of a norm
        return torch.ones(shape)
    scale = _EMBEDDING_SCALE if "embed_tokens" in name else 1 / math.sqrt(shape[1])
    return torch.empty(shape).normal_(0, scale, generator=generator)
