"""Model files with the head of real ones and no weights: sparse, so that nothing is written."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from avatarforge.forge.recipes.models import Model

Shapes = Mapping[str, tuple[int, ...]]

BYTES = {"F16": 2, "F32": 4, "U8": 1}


class Tell(Protocol):
    """What a file of these tensors is taken for."""

    def __call__(
        self, shapes: Shapes, name: str = ..., metadata: Mapping[str, str] | None = ...
    ) -> Model: ...


def head(shapes: Shapes, metadata: Mapping[str, str] | None = None, dtype: str = "F16") -> bytes:
    """The length and the header, padded as the format's own writer does."""
    members: dict[str, object] = {} if metadata is None else {"__metadata__": dict(metadata)}
    at = 0
    for name, shape in shapes.items():
        end = at + math.prod(shape) * BYTES[dtype]
        members[name] = {"dtype": dtype, "shape": shape, "data_offsets": (at, end)}
        at = end
    text = json.dumps(members, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text


def write(
    path: Path,
    shapes: Shapes,
    metadata: Mapping[str, str] | None = None,
    dtype: str = "F16",
) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    start = head(shapes, metadata, dtype)
    with path.open("wb") as file:
        file.write(start)
        file.truncate(len(start) + sum(map(math.prod, shapes.values())) * BYTES[dtype])
    return path


def under(prefix: str, shapes: Shapes) -> dict[str, tuple[int, ...]]:
    return {prefix + name: shape for name, shape in shapes.items()}


def joined(*parts: Shapes) -> dict[str, tuple[int, ...]]:
    return {name: shape for part in parts for name, shape in part.items()}


def sd15_unet(channels: int = 4, context: int = 768) -> dict[str, tuple[int, ...]]:
    cross = "transformer_blocks.0.attn2.to_k.weight"
    return {
        "input_blocks.0.0.bias": (320,),
        "input_blocks.0.0.weight": (320, channels, 3, 3),
        **{
            f"input_blocks.{block}.1.{cross}": (width, context)
            for block, width in ((1, 320), (2, 320), (4, 640), (5, 640), (7, 1280), (8, 1280))
        },
        "middle_block.1.transformer_blocks.0.attn2.to_k.weight": (1280, context),
        "out.2.weight": (4, 320, 3, 3),
        "time_embed.0.weight": (1280, 320),
    }


def sdxl_unet(channels: int = 4) -> dict[str, tuple[int, ...]]:
    return {
        "input_blocks.0.0.weight": (320, channels, 3, 3),
        **{
            f"input_blocks.{block}.1.transformer_blocks.{depth}.attn2.to_k.weight": (width, 2048)
            for block, width, depths in ((4, 640, 2), (5, 640, 2), (7, 1280, 10), (8, 1280, 10))
            for depth in range(depths)
        },
        "label_emb.0.0.weight": (1280, 2816),
        "out.2.weight": (4, 320, 3, 3),
        "time_embed.0.weight": (1280, 320),
    }


def svd_unet() -> dict[str, tuple[int, ...]]:
    return {
        **sd15_unet(channels=8, context=1024),
        "input_blocks.1.1.time_stack.0.attn1.to_q.weight": (320, 320),
        "label_emb.0.0.weight": (1280, 768),
    }


def flux(
    width: int = 3072, channels: int = 64, *, guided: bool = True
) -> dict[str, tuple[int, ...]]:
    return {
        "img_in.weight": (width, channels),
        "txt_in.weight": (width, 4096),
        "vector_in.in_layer.weight": (width, 768),
        **({"guidance_in.in_layer.weight": (width, 256)} if guided else {}),
        **{f"double_blocks.{i}.img_attn.norm.key_norm.scale": (128,) for i in range(19)},
        **{f"double_blocks.{i}.img_attn.qkv.weight": (3 * width, width) for i in range(19)},
        **{f"single_blocks.{i}.linear1.weight": (7 * width, width) for i in range(38)},
    }


def flux2(width: int) -> dict[str, tuple[int, ...]]:
    return {
        "img_in.weight": (width, 128),
        "txt_in.weight": (width, 3 * 5120),
        "double_stream_modulation_img.lin.weight": (6 * width, width),
        **{f"double_blocks.{i}.img_attn.norm.key_norm.scale": (128,) for i in range(8)},
    }


def z_image(dim: int = 3840) -> dict[str, tuple[int, ...]]:
    return {
        "cap_embedder.0.weight": (2560,),
        "cap_embedder.1.weight": (dim, 2560),
        "noise_refiner.0.attention.k_norm.weight": (128,),
        "x_embedder.weight": (dim, 64),
        **{f"layers.{i}.attention.qkv.weight": (3 * dim, dim) for i in range(30)},
    }


def qwen_image() -> dict[str, tuple[int, ...]]:
    return {
        "img_in.weight": (3072, 64),
        "txt_in.weight": (3072, 3584),
        "txt_norm.weight": (3584,),
        "proj_out.weight": (64, 3072),
        **{f"transformer_blocks.{i}.img_mlp.net.0.proj.weight": (12288, 3072) for i in range(60)},
        **{f"transformer_blocks.{i}.img_mod.1.weight": (18432, 3072) for i in range(60)},
    }


def wan(channels: int = 16, dim: int = 5120) -> dict[str, tuple[int, ...]]:
    return {
        "head.modulation": (1, 2, dim),
        "head.head.weight": (64, dim),
        "patch_embedding.weight": (dim, channels, 1, 2, 2),
        **{f"blocks.{i}.ffn.0.weight": (13824, dim) for i in range(40)},
    }


def hunyuan3d(depth: int = 16, *, guided: bool = False) -> dict[str, tuple[int, ...]]:
    return {
        "latent_in.weight": (1024, 64),
        "cond_in.weight": (1024, 1536),
        **({"guidance_in.in_layer.weight": (1024, 256)} if guided else {}),
        **{f"double_blocks.{i}.img_mlp.0.weight": (4096, 1024) for i in range(depth)},
    }


def hunyuan3d_21() -> dict[str, tuple[int, ...]]:
    return {
        "x_embedder.weight": (2048, 64),
        "t_embedder.mlp.2.weight": (2048, 8192),
        **{f"blocks.{i}.attn1.k_norm.weight": (128,) for i in range(21)},
    }


def hunyuan3d_vae() -> dict[str, tuple[int, ...]]:
    return {"geo_decoder.cross_attn_decoder.ln_1.bias": (1024,)}


def sdpose_unet() -> dict[str, tuple[int, ...]]:
    return {**sd15_unet(context=1024), "heatmap_head.conv_layers.0.weight": (640, 640, 4, 4)}


def dinov2(layers: int) -> dict[str, tuple[int, ...]]:
    return {f"encoder.layer.{i}.layer_scale2.lambda1": (1024,) for i in range(layers)}


def birefnet() -> dict[str, tuple[int, ...]]:
    return {
        "bb.patch_embed.proj.weight": (192, 3, 4, 4),
        "bb.layers.1.blocks.0.attn.relative_position_index": (144, 144),
    }


def svd_vae() -> dict[str, tuple[int, ...]]:
    return {**kl_vae(4), "decoder.mid.block_1.mix_factor": (1,)}


def motion_module() -> dict[str, tuple[int, ...]]:
    return {
        f"down_blocks.{block}.motion_modules.0.temporal_transformer.norm.weight": (320,)
        for block in range(4)
    }


def kl_vae(channels: int) -> dict[str, tuple[int, ...]]:
    return {
        "decoder.conv_in.weight": (512, channels, 3, 3),
        "decoder.mid.block_1.conv1.weight": (512, 512, 3, 3),
        "decoder.up.3.upsample.conv.weight": (512, 512, 3, 3),
        "encoder.conv_out.weight": (2 * channels, 512, 3, 3),
    }


def wan_vae() -> dict[str, tuple[int, ...]]:
    return {"decoder.middle.0.residual.0.gamma": (384, 1, 1, 1), "conv2.weight": (16, 16, 1, 1, 1)}


def clip_text(layers: int, width: int) -> dict[str, tuple[int, ...]]:
    return {
        f"text_model.encoder.layers.{i}.mlp.fc1.weight": (4 * width, width) for i in range(layers)
    }


def clip_vision(layers: int, width: int) -> dict[str, tuple[int, ...]]:
    return {
        "vision_model.embeddings.patch_embedding.weight": (width, 3, 14, 14),
        **{f"vision_model.encoder.layers.{i}.layer_norm1.weight": (width,) for i in range(layers)},
    }


def t5(*, every_bias: bool) -> dict[str, tuple[int, ...]]:
    bias = "layer.0.SelfAttention.relative_attention_bias.weight"
    return {
        **{f"encoder.block.{i}.{bias}": (32, 64) for i in range(24 if every_bias else 1)},
        **{
            f"encoder.block.{i}.layer.1.DenseReluDense.wi_1.weight": (10240, 4096)
            for i in range(24)
        },
    }


def decoder(layers: int, width: int, *more: str) -> dict[str, tuple[int, ...]]:
    """A language model in the layout of Llama's descendants, with more tensors a layer."""
    return {
        "model.embed_tokens.weight": (151936, width),
        **{
            f"model.layers.{i}.{name}": shape
            for i in range(layers)
            for name, shape in (
                ("post_attention_layernorm.weight", (width,)),
                ("self_attn.q_proj.weight", (width, width)),
                *((each, (128,)) for each in more),
            )
        },
    }


def lora(modules: Iterable[str], inputs: int, rank: int = 16) -> dict[str, tuple[int, ...]]:
    """As kohya's trainer names and shapes them."""
    return {
        f"{module}.{part}": shape
        for module in modules
        for part, shape in (
            ("alpha", ()),
            ("lora_down.weight", (rank, inputs)),
            ("lora_up.weight", (inputs, rank)),
        )
    }
