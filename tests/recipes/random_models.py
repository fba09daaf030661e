"""Whole models of random weights, as small as ComfyUI's loaders take them.

What a UNet, a ControlNet, CLIP-L and TAESD are made of, in the layouts in which they are
published. A UNet may have any depth, so this one has a single level with a single residual
block; the text encoder's size is fixed. Weights keep the variance of what goes through them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import save_file

Shapes = Mapping[str, tuple[int, ...]]

WIDTH = 320  # channels of SD 1.5's first level
CONTEXT = 768  # what its text encoder gives for a token

_EMBEDDING = 4 * WIDTH  # of the time step
_VOCABULARY, _TOKENS, _CLIP_LAYERS = 49408, 77, 12
_TINY = 64  # channels of TAESD
_LATENT_SCALE = 0.18215  # of SD 1.5's latents, which TAESD takes as the sampler leaves them
_PALE = 0.2  # else hardly a pixel were within 0..1


def write_checkpoint(path: Path, seed: int = 1) -> Path:
    """UNet, text encoder and VAE of SD 1.5; 260 MB, almost all of it the text encoder."""
    tensors = {
        **_random(_under("model.diffusion_model.", _unet()), seed),
        **_random(_under("cond_stage_model.transformer.text_model.", _clip()), seed + 1),
        **_random(_under("first_stage_model.", _taesd()), seed + 2),
    }
    tensors["first_stage_model.vae_scale"] = torch.tensor(_LATENT_SCALE)
    tensors["first_stage_model.vae_shift"] = torch.tensor(0.0)
    tensors["first_stage_model.taesd_decoder.19.weight"] *= _PALE
    return _write(path, tensors)


def write_controlnet(
    path: Path, seed: int = 11, *, hints: int = 3, zero_width: int = WIDTH
) -> Path:
    """A ControlNet for that UNet.

    With other `hints`, the channels of the picture that it follows, it loads and cannot run;
    with another `zero_width` it cannot be loaded.
    """
    return _write(path, _random(_controlnet(hints, zero_width), seed))


def _write(path: Path, tensors: Mapping[str, torch.Tensor]) -> Path:
    """Whole or not at all: a server may look into the folder at any time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".tmp")
    save_file(dict(tensors), part)
    part.replace(path)
    return path


def _random(shapes: Shapes, seed: int) -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return {name: _tensor(name, shape, generator) for name, shape in shapes.items()}


def _tensor(name: str, shape: tuple[int, ...], generator: torch.Generator) -> torch.Tensor:
    if name.endswith(".bias"):
        return torch.zeros(shape, dtype=torch.float16)
    if len(shape) == 1:  # of a norm
        return torch.ones(shape, dtype=torch.float16)
    inputs = math.prod(shape[1:])
    scale = 0.02 if "embedding" in name else 1 / math.sqrt(inputs)
    return torch.empty(shape).normal_(0, scale, generator=generator).half()


def _under(prefix: str, shapes: Shapes) -> dict[str, tuple[int, ...]]:
    return {prefix + name: shape for name, shape in shapes.items()}


def _layer(name: str, *shape: int) -> dict[str, tuple[int, ...]]:
    """A weight of this shape, outputs first, and its bias."""
    return {f"{name}.weight": shape, f"{name}.bias": shape[:1]}


def _time() -> dict[str, tuple[int, ...]]:
    return {
        **_layer("time_embed.0", _EMBEDDING, WIDTH),
        **_layer("time_embed.2", _EMBEDDING, _EMBEDDING),
    }


def _residual(inputs: int) -> dict[str, tuple[int, ...]]:
    return {
        **_layer("in_layers.0", inputs),
        **_layer("in_layers.2", WIDTH, inputs, 3, 3),
        **_layer("emb_layers.1", WIDTH, _EMBEDDING),
        **_layer("out_layers.0", WIDTH),
        **_layer("out_layers.3", WIDTH, WIDTH, 3, 3),
        **(_layer("skip_connection", WIDTH, inputs, 1, 1) if inputs != WIDTH else {}),
    }


def _transformer() -> dict[str, tuple[int, ...]]:
    attention = {
        f"{name}.to_{part}.weight": (WIDTH, CONTEXT if name == "attn2" and part in "kv" else WIDTH)
        for name in ("attn1", "attn2")
        for part in "qkv"
    }
    block = {
        **attention,
        **_layer("attn1.to_out.0", WIDTH, WIDTH),
        **_layer("attn2.to_out.0", WIDTH, WIDTH),
        **_layer("ff.net.0.proj", 8 * WIDTH, WIDTH),
        **_layer("ff.net.2", WIDTH, 4 * WIDTH),
        **_layer("norm1", WIDTH),
        **_layer("norm2", WIDTH),
        **_layer("norm3", WIDTH),
    }
    return {
        **_layer("norm", WIDTH),
        **_layer("proj_in", WIDTH, WIDTH, 1, 1),
        **_under("transformer_blocks.0.", block),
        **_layer("proj_out", WIDTH, WIDTH, 1, 1),
    }


def _encoder() -> dict[str, tuple[int, ...]]:
    """The half that a UNet and its ControlNets share."""
    return {
        **_time(),
        **_layer("input_blocks.0.0", WIDTH, 4, 3, 3),
        **_under("input_blocks.1.0.", _residual(WIDTH)),
        **_under("input_blocks.1.1.", _transformer()),
    }


def _unet() -> dict[str, tuple[int, ...]]:
    return {
        **_encoder(),
        **_under("output_blocks.0.0.", _residual(2 * WIDTH)),
        **_under("output_blocks.1.0.", _residual(2 * WIDTH)),
        **_layer("out.0", WIDTH),
        **_layer("out.2", 4, WIDTH, 3, 3),
    }


def _controlnet(hints: int, zero_width: int) -> dict[str, tuple[int, ...]]:
    channels = (hints, 16, 16, 32, 32, 96, 96, 256, WIDTH)
    return {
        **_encoder(),
        **{
            name: shape
            for at in range(8)
            for name, shape in _layer(
                f"input_hint_block.{2 * at}", channels[at + 1], channels[at], 3, 3
            ).items()
        },
        **_layer("zero_convs.0.0", WIDTH, WIDTH, 1, 1),
        **_layer("zero_convs.1.0", zero_width, zero_width, 1, 1),
        **_under("middle_block.0.", _residual(WIDTH)),
        **_layer("middle_block_out.0", WIDTH, WIDTH, 1, 1),
    }


def _clip() -> dict[str, tuple[int, ...]]:
    layer = {
        **_layer("layer_norm1", CONTEXT),
        **{
            name: shape
            for part in ("q_proj", "k_proj", "v_proj", "out_proj")
            for name, shape in _layer(f"self_attn.{part}", CONTEXT, CONTEXT).items()
        },
        **_layer("layer_norm2", CONTEXT),
        **_layer("mlp.fc1", 4 * CONTEXT, CONTEXT),
        **_layer("mlp.fc2", CONTEXT, 4 * CONTEXT),
    }
    return {
        "embeddings.token_embedding.weight": (_VOCABULARY, CONTEXT),
        "embeddings.position_embedding.weight": (_TOKENS, CONTEXT),
        **{
            name: shape
            for at in range(_CLIP_LAYERS)
            for name, shape in _under(f"encoder.layers.{at}.", layer).items()
        },
        **_layer("final_layer_norm", CONTEXT),
    }


def _taesd() -> dict[str, tuple[int, ...]]:
    """Numbered as they follow each other; the numbers between are of layers without weights."""
    encoder = {0: "in", 1: "block", 2: "change", 6: "change", 10: "change", 14: "latent"}
    decoder = {1: "in", 7: "change", 12: "change", 17: "change", 18: "block", 19: "picture"}
    blocks = {"encoder": (3, 4, 5, 7, 8, 9, 11, 12, 13), "decoder": (3, 4, 5, 8, 9, 10, 13, 14, 15)}
    made: dict[str, tuple[int, ...]] = {}
    for part, layers, ends in (("encoder", encoder, (3, 4)), ("decoder", decoder, (4, 3))):
        for at, kind in {**dict.fromkeys(blocks[part], "block"), **layers}.items():
            name = f"taesd_{part}.{at}"
            if kind == "block":
                for convolution in (0, 2, 4):
                    made |= _layer(f"{name}.conv.{convolution}", _TINY, _TINY, 3, 3)
            elif kind == "change":
                made[f"{name}.weight"] = (_TINY, _TINY, 3, 3)
            elif kind == "in":
                made |= _layer(name, _TINY, ends[0], 3, 3)
            else:
                made |= _layer(name, ends[1], _TINY, 3, 3)
    return made
