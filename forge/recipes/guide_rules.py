"""Which tensors tell what steers a diffusion model apart: ControlNets, T2I adapters,
IP-Adapters, LoRAs; and the words of file names and metadata that tell what tensors cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .families import Family, Rule, Shape

CONTROL_PREFIXES = ("", "control_model.", "controlnet.", "adapter.")


def _control(
    family: Family | None,
    variant: str,
    *has: str,
    shapes: tuple[tuple[str, Shape], ...] = (),
    one_of: tuple[tuple[str, ...], ...] = (),
    detail: str = "",
) -> Rule:
    serves = () if family is None else (family,)
    return Rule(
        "controlnet",
        family,
        variant,
        has,
        shapes=shapes,
        one_of=one_of,
        serves=serves,
        detail=detail,
    )


_ZERO = "zero_convs.0.0.weight"
_CROSS = "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight"
_HINT = "controlnet_cond_embedding.conv_in.weight"
_DIFFUSERS_CROSS = "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight"
_ADDED = "add_embedding.linear_1.weight"
_UNION = "control_add_embedding.linear_1.bias"
_BLOCKS = "controlnet_blocks.0.weight"
_LORA = "lora_controlnet"

CONTROL_RULES: tuple[Rule, ...] = (
    _control("sd15", "control-lora", _LORA, _CROSS.replace(".weight", ".down")),
    _control("sdxl", "control-lora", _LORA, "label_emb.0.0.down"),
    _control(None, "control-lora", _LORA),
    _control("sdxl", "union", _HINT, _UNION, shapes=((_ADDED, (1280, 2816)),)),
    _control("sdxl", "", _HINT, shapes=((_ADDED, (1280, 2816)),)),
    _control("sd15", "", _HINT, shapes=((_DIFFUSERS_CROSS, (320, 768)),)),
    _control(None, "", _HINT, shapes=((_DIFFUSERS_CROSS, (320, 1024)),), detail="for SD 2"),
    # Small ones for SDXL have no cross attention at all, but its first blocks.
    _control("sdxl", "", _HINT, detail="small"),
    _control("sdxl", "", _ZERO, shapes=(("label_emb.0.0.weight", (1280, 2816)),)),
    _control("sd15", "", _ZERO, shapes=((_CROSS, (320, 768)),)),
    _control(None, "", _ZERO, shapes=((_CROSS, (320, 1024)),), detail="for SD 2"),
    _control(None, "", _ZERO),
    _control(
        "flux1",
        "xlabs",
        _BLOCKS,
        one_of=(
            (
                "double_blocks.0.img_attn.norm.key_norm.scale",
                "double_blocks.0.img_attn.norm.key_norm.weight",
            ),
        ),
    ),
    _control("flux1", "mistoline", "controlnet_blocks.0.linear.weight"),
    _control(None, "", _BLOCKS, "pos_embed_input.proj.weight", detail="for SD 3"),
    _control("qwen-image", "", _BLOCKS, "transformer_blocks.0.img_mlp.net.0.proj.weight"),
    _control("qwen-image", "fun", "control_blocks.0.after_proj.weight", "control_img_in.weight"),
    _control(
        "flux1", "union", _BLOCKS, "controlnet_x_embedder.weight", "controlnet_mode_embedder.weight"
    ),
    _control("flux1", "", _BLOCKS, "controlnet_x_embedder.weight"),
    _control(
        "z-image",
        "fun",
        "control_all_x_embedder.2-1.weight",
        detail="a model patch: ComfyUI loads it from model_patches",
    ),
    _control(None, "", "after_proj_list.18.bias", detail="for Hunyuan DiT"),
    *(
        _control("sdxl", "t2i-adapter", name, shapes=(("conv_in.weight", (None, cin, ...)),))
        for name in ("body.0.block2.weight", "body.0.resnets.0.block2.weight")
        for cin in (256, 768)
    ),
    _control("sd15", "t2i-adapter", "conv_in.weight", "body.0.block2.weight"),
    _control("sd15", "t2i-adapter", "conv_in.weight", "body.0.resnets.0.block2.weight"),
    _control("sd15", "t2i-adapter", "body.0.in_conv.weight"),
)

_KEY_OF_IMAGE = "ip_adapter.1.to_k_ip.weight"
_WIDTHS: tuple[tuple[Family, int], ...] = (("sd15", 768), ("sdxl", 2048))

IP_ADAPTER_RULES: tuple[Rule, ...] = (
    *(
        Rule(
            "ip_adapter",
            family,
            variant,
            has,
            shapes=((_KEY_OF_IMAGE, (None, width)),),
            serves=(family,),
        )
        for variant, has in (
            ("faceid", ("ip_adapter.0.to_q_lora.down.weight",)),
            ("plus", ("image_proj.latents",)),
            ("", ()),
        )
        for family, width in _WIDTHS
    ),
    Rule(
        "ip_adapter",
        "flux1",
        "xlabs",
        ("double_blocks.0.processor.ip_adapter_double_stream_k_proj.weight",),
        serves=("flux1",),
    ),
)

MOTION_RULES: tuple[Rule, ...] = (
    Rule(
        "motion_module",
        "sd15",
        "",
        ("down_blocks.3.motion_modules.0.temporal_transformer.norm.weight",),
        serves=("sd15",),
        detail="AnimateDiff",
    ),
    Rule(
        "motion_module",
        "sdxl",
        "",
        ("down_blocks.2.motion_modules.0.temporal_transformer.norm.weight",),
        serves=("sdxl",),
        detail="AnimateDiff",
    ),
)

LORA_MARKS = (
    ".lora_up.",
    ".lora_down.",
    ".lora_A.",
    ".lora_B.",
    ".lora.up.",
    ".lora.down.",
    "_lora.up.",
    "_lora.down.",
    ".hada_w1_a",
    ".lokr_w1",
    ".lokr_w2",
    ".oft_blocks",
    ".oft_diag",
    ".dora_scale",
)
"""In the names of a LoRA's tensors, as the trainers and libraries write them."""


@dataclass(frozen=True, slots=True)
class LoraRule:
    """`pattern` is found in a tensor's name; that tensor's second size is `width`."""

    family: Family | None
    pattern: re.Pattern[str]
    width: int | None = None
    detail: str = ""


_DOWN = r"[._](?:lora_down|lora_A|lora\.down)\S*"

_LORA_TABLE: tuple[tuple[Family | None, str, int | None, str], ...] = (
    ("flux2", r"double_stream_modulation", None, ""),
    ("flux2", r"double_blocks[._]\d+[._]img_attn[._]qkv" + _DOWN, 6144, ""),
    ("flux2", r"double_blocks[._]\d+[._]img_attn[._]qkv" + _DOWN, 4096, ""),
    ("flux1", r"double_blocks[._]\d+[._]img_(?:mod|attn)", None, ""),
    ("flux1", r"single_blocks[._]\d+[._](?:linear|modulation)", None, ""),
    ("flux1", r"single_transformer_blocks[._]\d+[._]", None, ""),
    ("qwen-image", r"transformer_blocks[._]\d+[._](?:img|txt)_(?:mlp|mod)", None, ""),
    (None, r"individual_token_refiner|double_blocks[._]\d+[._]img_attn_qkv", None, "Hunyuan"),
    ("wan", r"blocks[._]\d+[._](?:cross_attn|self_attn)[._][kqvo][._]", None, ""),
    ("z-image", r"layers[._]\d+[._]attention[._](?:to_q|qkv|to_k|to_v)" + _DOWN, 3840, ""),
    ("sdxl", r"lora_te2_|text_encoder_2\.", None, ""),
    ("sdxl", r"attn2[._]to_[kv]" + _DOWN, 2048, ""),
    ("sd15", r"attn2[._]to_[kv]" + _DOWN, 768, ""),
    (None, r"attn2[._]to_[kv]" + _DOWN, 1024, "for SD 2"),
    ("sdxl", r"transformer_blocks[._][1-9][._]attn[12]", None, ""),
)

LORA_RULES: tuple[LoraRule, ...] = tuple(
    LoraRule(family, re.compile(pattern), width, detail)
    for family, pattern, width, detail in _LORA_TABLE
)

_ARCHITECTURES: tuple[tuple[Family, str], ...] = (
    ("flux2", r"flux[-_. ]?2|klein"),
    ("flux1", r"flux"),
    ("qwen-image-edit", r"qwen[-_. ]?image[-_. ]?edit"),
    ("qwen-image", r"qwen[-_. ]?image"),
    ("z-image", r"z[-_. ]?image"),
    ("wan", r"\bwan"),
    ("sdxl", r"sdxl|stable-diffusion-xl|sd_xl"),
    ("sd15", r"sd[-_]?v?1|stable-diffusion-v1|sd15"),
)

ARCHITECTURES: tuple[tuple[Family, re.Pattern[str]], ...] = tuple(
    (family, re.compile(pattern, re.IGNORECASE)) for family, pattern in _ARCHITECTURES
)
"""How metadata name the model that something was made for."""

ARCHITECTURE_KEYS = ("modelspec.architecture", "ss_base_model_version")
TITLE_KEYS = ("modelspec.title", "modelspec.tags", "modelspec.description")


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])", re.IGNORECASE)


CONTROLS: tuple[tuple[str, re.Pattern[str]], ...] = (
    *(
        (control, re.compile(pattern, re.IGNORECASE))
        for control, pattern in (
            ("union", r"union|promax"),
            ("openpose", r"open[-_ ]?pose|dw[-_]?pose"),
            ("depth", r"depth|midas"),
            ("canny", r"canny"),
            ("lineart", r"line[-_ ]?art|anyline|mistoline"),
            ("softedge", r"soft[-_ ]?edge"),
            ("scribble", r"scribble|sketch"),
            ("mlsd", r"mlsd"),
            ("inpaint", r"inpaint"),
            ("shuffle", r"shuffle"),
            ("recolor", r"recolou?r"),
            ("instruct", r"ip2p"),
            ("qrcode", r"qr[-_]?code"),
        )
    ),
    *(
        (control, _word(pattern))
        for control, pattern in (
            ("openpose", r"pose"),
            ("depth", r"zoe"),
            ("softedge", r"hed|pidi(?:net)?"),
            ("normal", r"normal(?:bae|map)?|bae"),
            ("segmentation", r"seg|segmentation"),
            ("tile", r"tiled?"),
            ("blur", r"blur"),
        )
    ),
)
"""What a ControlNet follows, by a word of its name or metadata: its tensors do not tell."""

QWEN_EDIT = _word(r"edit")
HUNYUAN3D_21 = re.compile(r"(?<![0-9])2[._-]?1(?![0-9])")
HUNYUAN3D_VIEWS = _word(r"mv|multi-?view")

_VAE_NAMES: tuple[tuple[str, Family, str], ...] = (
    ("sd", "sdxl", r"sdxl|sd_xl|xlvae|xl[-_]vae|taesdxl"),
    ("sd", "sd15", r"ema-?\d{6}|mse-?\d{6}|sd[-_]?v?1|sd15|blessed|kl-?f8-?anime"),
    ("taesd", "sdxl", r"taesdxl|taesd[-_]xl"),
    ("taesd", "sd15", r"taesd(?:_decoder|_encoder)?\.safetensors"),
    ("taesd", "flux1", r"taef1"),
    ("taesd", "flux2", r"taef2"),
    ("wan2.1", "wan", r"wan"),
    ("wan2.1", "qwen-image", r"qwen"),
)

VAE_NAMES: tuple[tuple[str, Family, re.Pattern[str]], ...] = tuple(
    (variant, family, re.compile(pattern, re.IGNORECASE)) for variant, family, pattern in _VAE_NAMES
)
"""Families that share a latent's shape, and whose VAE is told by the file's name only."""

SCALE = re.compile(r"(?<![0-9a-z])(?:x(1|2|3|4|8)|(1|2|3|4|8)x)(?![0-9])", re.IGNORECASE)
