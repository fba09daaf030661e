"""Hunyuan3D 2 checkpoints that ComfyUI loads and runs on a CPU: its own sizes where they are
fixed (image encoder and VAE, almost all of whose weights are zeros that take no room on disk),
the smallest where they are not (the model that is sampled).

What is random reaches what it reaches in a real one: the picture the image encoder, this the
sampler, its latents the VAE's decoder. The decoder's field is made by hand: a person in the
T-pose, noise, or nothing at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import numpy as np
import torch

from .model_files import Shapes, head, under, write

Kind = Literal["person", "noise", "nothing"]

WIDTH = 1024  # of the VAE, and of DINOv2's large one
_HIDDEN, _HEADS, _LATENT = 64, 16, 64  # of the sampled model
_TOKENS = 1370  # of a picture of 518 pixels in patches of 14, and the class
_FREQUENCIES = 8
_FEATURES = 3 * (2 * _FREQUENCIES + 1)

PERSON: tuple[tuple[tuple[float, float, float], tuple[float, float, float]], ...] = (
    ((0.0, 0.68, 0.0), (0.17, 0.2, 0.18)),
    ((0.0, 0.48, 0.0), (0.12, 0.14, 0.12)),
    ((0.0, 0.15, 0.0), (0.24, 0.42, 0.17)),
    ((-0.38, 0.36, 0.0), (0.45, 0.12, 0.12)),
    ((0.38, 0.36, 0.0), (0.45, 0.12, 0.12)),
    ((-0.15, -0.5, 0.0), (0.14, 0.5, 0.14)),
    ((0.15, -0.5, 0.0), (0.14, 0.5, 0.14)),
)
"""Ellipsoids: middle and half axes, y up and z to the front."""


def write_shape_model(path: Path, kind: Kind, seed: int = 1) -> Path:
    """In the layout that ImageOnlyCheckpointLoader reads."""
    generator = torch.Generator().manual_seed(seed)
    shapes = {
        **under("model.", _sampled()),
        **under("conditioner.main_image_encoder.model.", _dinov2()),
        **under("vae.", _vae()),
    }
    values = {
        **{f"model.{name}": tensor for name, tensor in _random(_sampled(), generator).items()},
        **{
            f"conditioner.main_image_encoder.model.{name}": _random({name: shape}, generator)[name]
            for name, shape in _dinov2().items()
            if "layer." not in name
        },
        **{f"vae.{name}": tensor for name, tensor in _decoder(kind, generator).items()},
    }
    return _sparse(path, shapes, values)


def write_shape_vae(path: Path, kind: Kind, seed: int = 1) -> Path:
    """The VAE alone, for VAELoader."""
    generator = torch.Generator().manual_seed(seed)
    return _sparse(path, _vae(), _decoder(kind, generator))


def _sparse(path: Path, shapes: Shapes, values: Mapping[str, torch.Tensor]) -> Path:
    part = write(path.with_suffix(".tmp"), shapes)
    at = len(head(shapes))
    with part.open("r+b") as file:
        for name, shape in shapes.items():
            if name in values:
                data = values[name].half().contiguous().numpy()
                assert data.shape == shape, name
                file.seek(at)
                file.write(data.tobytes())
            at += 2 * math.prod(shape)
    part.replace(path)
    return path


def _random(shapes: Shapes, generator: torch.Generator) -> dict[str, torch.Tensor]:
    made = {}
    for name, shape in shapes.items():
        if name.endswith("bias"):
            made[name] = torch.zeros(shape)
        elif len(shape) == 1:  # of a norm
            made[name] = torch.ones(shape)
        else:
            scale = 1 / math.sqrt(math.prod(shape[1:]))
            made[name] = torch.empty(shape).normal_(0, scale, generator=generator)
    return made


def _layer(name: str, outputs: int, inputs: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def _norm(name: str, width: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (width,), f"{name}.bias": (width,)}


def _sampled() -> dict[str, tuple[int, ...]]:
    wide, head_width = _HIDDEN, _HIDDEN // _HEADS
    made = {
        **_layer("latent_in", wide, _LATENT),
        **_layer("time_in.in_layer", wide, 256),
        **_layer("time_in.out_layer", wide, wide),
        **_layer("cond_in", wide, WIDTH),
        **_layer("single_blocks.0.linear1", 7 * wide, wide),
        **_layer("single_blocks.0.linear2", wide, 5 * wide),
        **_layer("single_blocks.0.modulation.lin", 3 * wide, wide),
        **_layer("final_layer.linear", _LATENT, wide),
        **_layer("final_layer.adaLN_modulation.1", 2 * wide, wide),
    }
    for stream in ("img", "txt"):
        block = f"double_blocks.0.{stream}"
        made |= _layer(f"{block}_mod.lin", 6 * wide, wide)
        made |= _layer(f"{block}_attn.qkv", 3 * wide, wide)
        made |= _layer(f"{block}_attn.proj", wide, wide)
        made |= _layer(f"{block}_mlp.0", 4 * wide, wide)
        made |= _layer(f"{block}_mlp.2", wide, 4 * wide)
        for which in ("query", "key"):
            made[f"{block}_attn.norm.{which}_norm.weight"] = (head_width,)
    for which in ("query", "key"):
        made[f"single_blocks.0.norm.{which}_norm.weight"] = (head_width,)
    return made


def _dinov2() -> dict[str, tuple[int, ...]]:
    made: dict[str, tuple[int, ...]] = {
        "embeddings.position_embeddings": (1, _TOKENS, WIDTH),
        "embeddings.cls_token": (1, 1, WIDTH),
        "embeddings.mask_token": (1, WIDTH),
        "embeddings.patch_embeddings.projection.weight": (WIDTH, 3, 14, 14),
        "embeddings.patch_embeddings.projection.bias": (WIDTH,),
        **_norm("layernorm", WIDTH),
    }
    for at in range(24):
        block = f"encoder.layer.{at}"
        for part in ("query", "key", "value"):
            made |= _layer(f"{block}.attention.attention.{part}", WIDTH, WIDTH)
        made |= _layer(f"{block}.attention.output.dense", WIDTH, WIDTH)
        made |= _layer(f"{block}.mlp.fc1", 4 * WIDTH, WIDTH)
        made |= _layer(f"{block}.mlp.fc2", WIDTH, 4 * WIDTH)
        for number in (1, 2):
            made[f"{block}.layer_scale{number}.lambda1"] = (WIDTH,)
            made |= _norm(f"{block}.norm{number}", WIDTH)
    return made


def _attention(name: str) -> dict[str, tuple[int, ...]]:
    return {
        **_layer(f"{name}.c_proj", WIDTH, WIDTH),
        **_norm(f"{name}.attention.q_norm", WIDTH // 16),
        **_norm(f"{name}.attention.k_norm", WIDTH // 16),
    }


_CROSS = "geo_decoder.cross_attn_decoder"


def _vae() -> dict[str, tuple[int, ...]]:
    made = {
        **_layer("post_kl", WIDTH, _LATENT),
        **_layer("geo_decoder.query_proj", WIDTH, _FEATURES),
        f"{_CROSS}.attn.c_q.weight": (WIDTH, WIDTH),
        f"{_CROSS}.attn.c_kv.weight": (2 * WIDTH, WIDTH),
        **_attention(f"{_CROSS}.attn"),
        **_layer(f"{_CROSS}.mlp.c_fc", 4 * WIDTH, WIDTH),
        **_layer(f"{_CROSS}.mlp.c_proj", WIDTH, 4 * WIDTH),
        **{k: v for at in (1, 2, 3) for k, v in _norm(f"{_CROSS}.ln_{at}", WIDTH).items()},
        **_norm("geo_decoder.ln_post", WIDTH),
        **_layer("geo_decoder.output_proj", 1, WIDTH),
    }
    for at in range(16):
        block = f"transformer.resblocks.{at}"
        made[f"{block}.attn.c_qkv.weight"] = (3 * WIDTH, WIDTH)
        made |= _attention(f"{block}.attn")
        made |= _layer(f"{block}.mlp.c_fc", 4 * WIDTH, WIDTH)
        made |= _layer(f"{block}.mlp.c_proj", WIDTH, 4 * WIDTH)
        made |= {**_norm(f"{block}.ln_1", WIDTH), **_norm(f"{block}.ln_2", WIDTH)}
    return made


_SMALL = 0.01  # of an ellipsoid's value, so that the norms hardly feel it
_SHARP = 10.0  # how near GELU comes to a kink
_PULL = 0.05  # of the latents at the field


def _decoder(kind: Kind, generator: torch.Generator) -> dict[str, torch.Tensor]:
    """Channel 0 is the field, 1 to 7 the ellipsoids, the others fixed so that norms do
    nothing. The hidden layer adds the positive part of each ellipsoid to the field."""
    made = {
        name: torch.ones(shape)
        for name, shape in _vae().items()
        if name.endswith("weight") and len(shape) == 1
    }
    for name, shape in (("post_kl.weight", (WIDTH, _LATENT)),
                        (f"{_CROSS}.attn.c_q.weight", (WIDTH, WIDTH)),
                        (f"{_CROSS}.attn.c_kv.weight", (2 * WIDTH, WIDTH))):  # fmt: skip
        made |= _random({name: shape}, generator)
    pull = torch.zeros(WIDTH, WIDTH)
    pull[0] = torch.empty(WIDTH).normal_(0, _PULL / math.sqrt(WIDTH), generator=generator)
    made[f"{_CROSS}.attn.c_proj.weight"] = pull
    query = torch.zeros(WIDTH, _FEATURES)
    bias = torch.tensor([1.0, -1.0]).repeat(WIDTH // 2)
    bias[: 1 + len(PERSON)] = 0
    hidden, back = torch.zeros(4 * WIDTH, WIDTH), torch.zeros(WIDTH, 4 * WIDTH)
    for at, (weights, constant) in enumerate(_ellipsoids(), 1):
        query[at] = _SMALL * torch.from_numpy(weights)
        bias[at] = _SMALL * constant
        hidden[at, at] = _SHARP / _SMALL
        back[0, at] = 1 / _SHARP
    output = torch.zeros(1, WIDTH)
    if kind == "person":
        output[0, 0] = 4.0
    elif kind == "noise":
        query.normal_(0, 1, generator=generator)
        output.normal_(0, 0.2, generator=generator)
    made |= {
        "geo_decoder.query_proj.weight": query,
        "geo_decoder.query_proj.bias": bias,
        f"{_CROSS}.mlp.c_fc.weight": hidden,
        f"{_CROSS}.mlp.c_proj.weight": back,
        "geo_decoder.output_proj.weight": output,
        "geo_decoder.output_proj.bias": torch.tensor([-0.4 if kind == "person" else -1.0]),
    }
    return made


def _ellipsoids() -> Iterator[tuple[np.ndarray[tuple[int], np.dtype[np.float32]], float]]:
    """Each as weights of the decoder's features of a place, and a constant: 1 in the middle,
    0 on the surface, less outside."""
    at = np.linspace(-1.01, 1.01, 401)
    waves = 2.0 ** np.arange(4)
    basis = np.column_stack([np.ones_like(at), at, np.sin(np.outer(at, waves)),
                             np.cos(np.outer(at, waves))])  # fmt: skip
    for middle, axes in PERSON:
        weights = np.zeros(_FEATURES, np.float32)
        constant = 1.0
        for axis in range(3):
            square = ((at - middle[axis]) / axes[axis]) ** 2
            fitted = np.linalg.lstsq(basis, square, rcond=None)[0]
            constant -= fitted[0]
            weights[axis] = -fitted[1]
            for wave in range(4):
                weights[3 + axis * _FREQUENCIES + wave] = -fitted[2 + wave]
                weights[3 + (3 + axis) * _FREQUENCIES + wave] = -fitted[6 + wave]
        yield weights, constant


def picture_of_the_person(size: int = 512) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """(S, S, 3): what a camera in front of it would see, in flat colours on white."""
    lattice = np.linspace(1.1, -1.1, size)
    y, x = np.meshgrid(lattice, lattice, indexing="ij")
    x = -x
    picture = np.full((size, size, 3), 255, np.uint8)
    colours = ((230, 180, 150), (230, 180, 150), (40, 90, 200), (200, 60, 60), (60, 160, 80),
               (70, 60, 50), (90, 70, 60))  # fmt: skip
    for (middle, axes), colour in zip(PERSON, colours, strict=True):
        inside = ((x - middle[0]) / axes[0]) ** 2 + ((y - middle[1]) / axes[1]) ** 2 < 1
        picture[inside] = colour
    return picture
