"""Which tensors tell the parts around a diffusion model apart: VAEs, text and image
encoders, upscalers, background removal. The most specific rule comes first.
"""

from __future__ import annotations

from .families import Family, Kind, Rule, Shape

VAE_PREFIXES = ("", "first_stage_model.", "vae.")
_CONV_IN = "decoder.conv_in.weight"


def _vae(
    variant: str,
    serves: tuple[Family, ...],
    *has: str,
    shapes: tuple[tuple[str, Shape], ...] = (),
    detail: str = "",
    kind: Kind = "vae",
) -> Rule:
    family = serves[0] if len(serves) == 1 else None
    return Rule(kind, family, variant, has, shapes=shapes, serves=serves, detail=detail)


_WAN_VAE = "decoder.middle.0.residual.0.gamma"
_SD: tuple[Family, ...] = ("sd15", "sdxl")
_FLUX: tuple[Family, ...] = ("flux1", "z-image")
_FLUX2: tuple[Family, ...] = ("flux2",)
_QWEN: tuple[Family, ...] = ("qwen-image", "qwen-image-edit")

VAE_RULES: tuple[Rule, ...] = (
    _vae("svd", ("svd",), "decoder.mid.block_1.mix_factor"),
    _vae("flux2", _FLUX2, "bn.running_mean", shapes=((_CONV_IN, (None, 32, None, None)),)),
    _vae("sd", _SD, shapes=((_CONV_IN, (None, 4, None, None)),), detail="4 channels"),
    _vae(
        "flux",
        _FLUX,
        shapes=((_CONV_IN, (None, 16, None, None)),),
        detail="16 channels",
    ),
    _vae("", (), shapes=((_CONV_IN, (None, ...)),), detail="of none of the families here"),
    _vae("wan2.2", ("wan",), _WAN_VAE, "decoder.upsamples.0.upsamples.0.residual.2.weight"),
    _vae("wan2.1", (*_QWEN, "wan"), _WAN_VAE, detail="Qwen-Image's or Wan 2.1's"),
    _vae("hunyuan3d", ("hunyuan3d-2",), "geo_decoder.cross_attn_decoder.ln_1.bias"),
)

APPROXIMATE_RULES: tuple[Rule, ...] = (
    *(
        _vae("taesd", serves, shapes=shapes, kind="vae_approx", detail=detail)
        for prefix, detail in (("taesd_decoder.", ""), ("", "decoder"))
        for channels, serves in ((4, _SD), (16, _FLUX), (32, _FLUX2))
        for shapes in (
            (
                (prefix + "1.weight", (64, channels, 3, 3)),
                (prefix + "3.conv.0.weight", (64, 64, 3, 3)),
            ),
        )
    ),
    _vae("taesd", (), "0.weight", "1.conv.0.weight", kind="vae_approx", detail="encoder"),
    _vae("taehv", (), "decoder.22.bias", "decoder.1.weight", kind="vae_approx", detail="video"),
)


def _text(
    variant: str,
    serves: tuple[Family, ...],
    *has: str,
    shapes: tuple[tuple[str, Shape], ...] = (),
    lacks: tuple[str, ...] = (),
    generates: tuple[tuple[str, ...], ...] | None = None,
    sees: tuple[str, ...] | None = None,
) -> Rule:
    family = serves[0] if len(serves) == 1 else None
    return Rule(
        "text_encoder",
        family,
        variant,
        has,
        lacks,
        shapes,
        serves=serves,
        generates=generates,
        sees=sees,
    )


_CLIP = "text_model.encoder.layers.{}.mlp.fc1.weight"
_OPEN_CLIP = "transformer.resblocks.{}.ln_1.weight"
_T5 = "encoder.block.23.layer.1.DenseReluDense.wi_1.weight"
_T5_BIAS = "encoder.block.{}.layer.0.SelfAttention.relative_attention_bias.weight"
_AFTER_FEED = "model.layers.0.post_feedforward_layernorm.weight"
_AFTER = "model.layers.0.post_attention_layernorm.weight"
_QUERY_NORM = "model.layers.{}.self_attn.q_norm.weight"
_KEY_BIAS = "model.layers.0.self_attn.k_proj.bias"
_STATE_SPACE = "model.language_model.layers.0.linear_attn.A_log"
_STATE_SPACE_NORM = "model.language_model.layers.0.input_layernorm.weight"
_DEEPSTACK = "model.visual.deepstack_merger_list.0.norm.weight"
_MERGER = "model.visual.merger.linear_fc2.weight"

# Where ComfyUI's class for the model generates: with the embedding as head, with a head of
# its own that the file must have, or with a tokenizer that the file must carry.
_TIED: tuple[tuple[str, ...], ...] = ()
_HEAD = (("lm_head.weight", "model.lm_head.weight"),)
_PIECES = (("spiece_model",),)
_TOKENS = (("tokenizer_json",),)
_TEKKEN = (("tekken_model",),)

# What of the part that sees is in a file with it.
_GEMMA3_SEES = ("vision_model.embeddings.patch_embedding.weight",)
_GEMMA4_SEES = ("multi_modal_projector.embedding_projection.weight",)
_QWEN_SEES = ("model.visual.patch_embed.proj.weight",)

_QWEN3: tuple[tuple[str, int, tuple[Family, ...], tuple[tuple[str, ...], ...] | None], ...] = (
    ("qwen3-4b", 2560, ("z-image", "flux2"), _TIED),
    ("qwen3-8b", 4096, ("flux2",), _HEAD),
    ("qwen3-2b", 2048, (), None),
    ("qwen3-0.6b", 1024, (), _TIED),
)

TEXT_RULES: tuple[Rule, ...] = (
    _text("clip-g", ("sdxl",), _CLIP.format(30)),
    _text("clip-h", (), _CLIP.format(22)),
    _text("clip-l", ("sd15", "sdxl", "flux1"), _CLIP.format(0)),
    _text("clip-g", ("sdxl",), _OPEN_CLIP.format(30)),
    _text("clip-h", (), _OPEN_CLIP.format(22)),
    _text("clip-l", ("sd15", "sdxl", "flux1"), _OPEN_CLIP.format(0)),
    _text("umt5-xxl", ("wan",), _T5_BIAS.format(1), shapes=((_T5, (10240, ...)),)),
    _text("t5-xxl", ("flux1",), shapes=((_T5, (10240, ...)),)),
    _text("t5", (), "encoder.block.0.layer.0.SelfAttention.k.weight"),
    _text(
        "gemma-4-31b", (), _AFTER_FEED, _QUERY_NORM.format(59), generates=_TOKENS, sees=_GEMMA4_SEES
    ),
    _text(
        "gemma-4-12b",
        (),
        _AFTER_FEED,
        _QUERY_NORM.format(47),
        lacks=("model.layers.5.self_attn.v_proj.weight",),
        generates=_TOKENS,
        sees=_GEMMA4_SEES,
    ),
    _text(
        "gemma-3-12b", (), _AFTER_FEED, _QUERY_NORM.format(47), generates=_PIECES, sees=_GEMMA3_SEES
    ),
    _text(
        "gemma-4-e4b", (), _AFTER_FEED, _QUERY_NORM.format(41), generates=_TOKENS, sees=_GEMMA4_SEES
    ),
    _text(
        "gemma-4-e2b", (), _AFTER_FEED, _QUERY_NORM.format(34), generates=_TOKENS, sees=_GEMMA4_SEES
    ),
    _text(
        "gemma-3-4b", (), _AFTER_FEED, _QUERY_NORM.format(0), generates=_PIECES, sees=_GEMMA3_SEES
    ),
    _text("gemma-2-2b", (), _AFTER_FEED, generates=_PIECES),
    _text(
        "gpt-oss-20b", (), "layers.0.self_attn.sinks", "layers.0.mlp.experts.gate_up_proj.weight"
    ),
    _text("qwen2.5-3b", (), shapes=((_KEY_BIAS, (256,)),)),
    _text(
        "qwen2.5-vl-7b",
        _QWEN,
        shapes=((_KEY_BIAS, (512,)),),
        generates=_TIED,
    ),
    *(
        _text(
            f"qwen3.5-{size}",
            (),
            _STATE_SPACE,
            shapes=((_STATE_SPACE_NORM, (width,)),),
            generates=generates,
            sees=_QWEN_SEES,
        )
        for size, width, generates in (
            ("0.8b", 1024, _TIED),
            ("2b", 2048, _TIED),
            ("4b", 2560, _TIED),
            ("9b", 4096, _HEAD),
            ("27b", 5120, _HEAD),
        )
    ),
    _text(
        "qwen3-vl-4b",
        (),
        _DEEPSTACK,
        shapes=((_MERGER, (2560, ...)),),
        generates=_TIED,
        sees=_QWEN_SEES,
    ),
    _text("qwen3-vl-8b", (), _DEEPSTACK, generates=_HEAD, sees=_QWEN_SEES),
    # The one for MiniMax: cut off after 50 layers, without final norm and head.
    _text("qwen3-vl-32b", (), _DEEPSTACK.removeprefix("model."), _QUERY_NORM.format(49)),
    *(
        _text(
            variant,
            serves,
            _QUERY_NORM.format(0),
            shapes=((_AFTER, (width,)),),
            generates=generates,
        )
        for variant, width, serves, generates in _QWEN3
    ),
    _text("mistral3-24b", ("flux2",), shapes=((_AFTER, (5120,)),)),
    _text("ministral3-3b", (), shapes=((_AFTER, (3072,)),), generates=_TEKKEN),
    _text("llama", (), _AFTER),
)

_VISION = "vision_model.encoder.layers.{}.layer_norm1.weight"
_OPEN_VISION = "visual.transformer.resblocks.{}.attn.in_proj_weight"

VISION_RULES: tuple[Rule, ...] = (
    *(
        Rule("clip_vision", None, variant, has, shapes=shapes)
        for variant, has, shapes in (
            ("clip-vit-bigg", (_VISION.format(47),), ()),
            ("clip-vit-h", (_VISION.format(30),), ()),
            ("siglip", (_VISION.format(22),), ((_VISION.format(0), (1152,)),)),
            ("clip-vit-l", (_VISION.format(22),), ()),
            ("clip-vit-bigg", (_OPEN_VISION.format(47),), ()),
            ("clip-vit-h", (_OPEN_VISION.format(30),), ()),
            ("clip-vit-l", (_OPEN_VISION.format(22),), ()),
            ("dinov2-giant", ("encoder.layer.39.layer_scale2.lambda1",), ()),
            ("dinov2-large", ("encoder.layer.23.layer_scale2.lambda1",), ()),
            ("dinov3-h", ("layer.0.mlp.gate_proj.weight", "layer.31.norm1.weight"), ()),
            ("dinov3-large", ("layer.23.attention.o_proj.bias",), ()),
        )
    ),
)

UPSCALER_PREFIXES = ("", "module.", "params_ema.", "params.")
_SWIN = "layers.0.residual_group.blocks.0.norm1.weight"

UPSCALER_RULES: tuple[Rule, ...] = tuple(
    Rule("upscaler", None, variant, has, lacks)
    for variant, has, lacks in (
        ("ESRGAN", ("model.0.weight", "model.1.sub.0.RDB1.conv1.0.weight"), ()),
        ("ESRGAN", ("conv_first.weight", "body.0.rdb1.conv1.weight"), ()),
        ("ESRGAN", ("conv_first.weight", "RRDB_trunk.0.RDB1.conv1.weight"), ()),
        ("HAT", (_SWIN, "layers.0.residual_group.overlap_attn.qkv.weight"), ()),
        ("ATD", ("conv_first.weight", "layers.0.residual_group.td"), ()),
        ("Swin2SR", (_SWIN, "layers.0.residual_group.blocks.0.attn.logit_scale"), ()),
        ("SwinIR", (_SWIN,), ()),
        ("DAT", ("conv_first.weight", "layers.0.blocks.0.attn.dwconv.0.weight"), ()),
        ("DRCT", ("conv_first.weight", "layers.0.swin1.attn.qkv.weight"), ()),
        ("SPAN", ("block_1.c1_r.sk.weight", "conv_cat.weight"), ()),
        ("SPAN", ("block_1.c1_r.eval_conv.weight", "conv_cat.weight"), ()),
        ("PLKSR", ("feats.0.weight", "feats.1.refine.weight"), ()),
        ("MoSR", ("gblocks.0.weight", "gblocks.1.fc1.weight"), ()),
        ("OmniSR", ("residual_layer.0.residual_layer.0.layer.0.fn.0.weight", "up.0.weight"), ()),
        ("RealCUGAN", ("unet1.conv1.conv.0.weight", "unet2.conv1.conv.0.weight"), ()),
        ("Compact", ("body.0.weight", "body.1.weight", "body.2.weight"), ("conv_first.weight",)),
    )
)

_BIREFNET_EMBED = "bb.patch_embed.proj.weight"
_BIREFNET = "bb.layers.1.blocks.0.attn.relative_position_index"

BACKGROUND_RULES: tuple[Rule, ...] = (
    Rule(
        "background_removal",
        None,
        "BiRefNet",
        (_BIREFNET,),
        shapes=((_BIREFNET_EMBED, (192, ...)),),
    ),
    Rule("background_removal", None, "BiRefNet-lite", shapes=((_BIREFNET_EMBED, (96, ...)),)),
    Rule(
        "background_removal", None, "ISNet", ("stage1.rebnconvin.conv_s1.weight", "conv_in.weight")
    ),
    Rule("background_removal", None, "U2Net", ("stage1.rebnconvin.conv_s1.weight",)),
)

FACE_RULES: tuple[Rule, ...] = (
    Rule("face_landmarker", None, "mediapipe", ("canonical_vertices", "procrustes_indices")),
)
