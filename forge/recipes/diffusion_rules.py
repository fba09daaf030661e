"""Which tensors tell the diffusion models apart; the most specific rule comes first.

Shapes are of weights that quantised files keep as they are, or only their first size:
4-bit formats pack the second.
"""

from __future__ import annotations

from .families import Family, Kind, Rule, Shape

PREFIXES = ("model.diffusion_model.", "", "model.", "diffusion_model.")
"""Before the tensors of a diffusion model: of a checkpoint, none, of Hunyuan3D, ..."""

PARTS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("vae", ("first_stage_model.", "vae.")),
    ("clip_vision", ("conditioner.embedders.0.open_clip.", "conditioner.main_image_encoder.")),
    ("text_encoder", ("cond_stage_model.", "conditioner.", "text_encoders.")),
)
"""Before the tensors of what a checkpoint carries besides."""


Shapes = tuple[tuple[str, Shape], ...]


def _model(
    family: Family | None,
    variant: str,
    *has: str,
    lacks: tuple[str, ...] = (),
    shapes: Shapes = (),
    one_of: tuple[tuple[str, ...], ...] = (),
    detail: str = "",
) -> Rule:
    serves = () if family is None else (family,)
    return Rule(
        "diffusion_model", family, variant, has, lacks, shapes, one_of, serves, detail=detail
    )


_IN = "input_blocks.0.0.weight"
_OUT = "out.2.weight"
_CROSS = "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight"
_CROSS_XL = "input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight"
_LABEL = "label_emb.0.0.weight"
_TIME = "input_blocks.1.1.time_stack.0.attn1.to_q.weight"
_DEEP_XL = "input_blocks.7.1.transformer_blocks.9.attn2.to_k.weight"

_BY_CONTEXT: tuple[tuple[Family, str, int, Shapes, bool], ...] = (
    ("sd15", _CROSS, 768, (), False),
    ("sdxl", _CROSS_XL, 2048, ((_LABEL, (1280, 2816)),), True),
    ("sdxl", _CROSS_XL, 2048, ((_LABEL, (1280, 2816)),), False),
)
_INPUTS = ((4, ""), (9, "inpaint"), (8, "edit"))

_UNETS = (
    _model(None, "sdpose", _OUT, "heatmap_head.conv_layers.0.weight", detail="SDPose"),
    _model("svd", "", _TIME, shapes=((_IN, (320, 8, 3, 3)), (_LABEL, (1280, 768)))),
    _model(None, "", _TIME, detail="SV3D or another video UNet"),
    *(
        _model(
            family,
            "pruned" if pruned and not variant else variant,
            _OUT,
            shapes=((_IN, (320, channels, 3, 3)), (cross, (None, width)), *label),
            lacks=(_DEEP_XL,) if pruned else (),
        )
        for channels, variant in _INPUTS
        for family, cross, width, label, pruned in _BY_CONTEXT
    ),
    _model("sdxl", "refiner", _OUT, shapes=((_IN, (384, 4, 3, 3)), (_LABEL, (1536, 2560)))),
    _model(None, "", _OUT, shapes=((_CROSS, (320, 1024)),), detail="SD 2"),
    _model(None, "", _IN, _OUT, "time_embed.0.weight", detail="another UNet"),
)

_DIFFUSERS_CROSS = "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight"
_DIFFUSERS_CROSS_XL = "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.weight"
_DIFFUSERS_OUT = "conv_out.weight"

_BY_DIFFUSERS_CONTEXT: tuple[tuple[Family, Shapes], ...] = (
    ("sd15", ((_DIFFUSERS_CROSS, (320, 768)),)),
    (
        "sdxl",
        ((_DIFFUSERS_CROSS_XL, (640, 2048)), ("add_embedding.linear_1.weight", (1280, 2816))),
    ),
)

_DIFFUSERS_UNETS = tuple(
    _model(
        family,
        variant,
        _DIFFUSERS_OUT,
        shapes=(("conv_in.weight", (320, channels, 3, 3)), *more),
    )
    for channels, variant in _INPUTS
    for family, more in _BY_DIFFUSERS_CONTEXT
)

_CAPTION = "cap_embedder.1.weight"
_REFINER_NORM = (
    ("noise_refiner.0.attention.k_norm.weight", "noise_refiner.0.attention.norm_k.weight"),
)

_Z_IMAGE = tuple(
    _model(
        "z-image",
        variant,
        *has,
        shapes=((_CAPTION, (3840, ...)),),
        one_of=_REFINER_NORM,
    )
    for has, variant in (
        (("dec_net.cond_embed.weight",), "pixel"),
        (("siglip_embedder.0.weight",), "omni"),
        ((), ""),
    )
)

_KEY_NORM = (
    (
        "double_blocks.0.img_attn.norm.key_norm.scale",
        "double_blocks.0.img_attn.norm.key_norm.weight",
    ),
)
_IMG_IN = "img_in.weight"
_TXT_IN = "txt_in.weight"
_GUIDANCE = "guidance_in.in_layer.weight"
_VECTOR = "vector_in.in_layer.weight"
_FLUX2 = "double_stream_modulation_img.lin.weight"
_DIFFUSERS_FLUX2 = "double_stream_modulation_img.linear.weight"
_FLUX2_SIZES = ((6144, "dev"), (4096, "klein-9b"), (3072, "klein-4b"))
_FLUX1_INPUTS = ((384, "fill"), (128, "control"))
_DIFFUSERS_FLUX = "single_transformer_blocks.0.attn.to_q.weight"

_FLUX = (
    *(
        _model("flux2", variant, _FLUX2, shapes=((_IMG_IN, (width, ...)),))
        for width, variant in _FLUX2_SIZES
    ),
    _model("flux2", "", _FLUX2, _IMG_IN),
    *(
        _model("flux2", variant, _DIFFUSERS_FLUX2, shapes=(("x_embedder.weight", (width, ...)),))
        for width, variant in _FLUX2_SIZES
    ),
    *(
        _model("flux1", variant, _VECTOR, one_of=_KEY_NORM, shapes=((_IMG_IN, (3072, channels)),))
        for channels, variant in _FLUX1_INPUTS
    ),
    *(
        _model("flux1", variant, _VECTOR, *more, one_of=_KEY_NORM, shapes=((_IMG_IN, (3072, ...)),))
        for more, variant in (((_GUIDANCE,), "dev"), ((), "schnell"))
    ),
    *(
        _model("flux1", variant, _DIFFUSERS_FLUX, *more, shapes=(("x_embedder.weight", size),))
        for more, variant, size in (
            ((), "fill", (3072, 384)),
            ((), "control", (3072, 128)),
            (("time_text_embed.guidance_embedder.linear_1.weight",), "dev", (3072, ...)),
            ((), "schnell", (3072, ...)),
        )
    ),
)

_QWEN_FEED = (
    "transformer_blocks.0.img_mlp.net.0.proj.weight",
    "transformer_blocks.0.img_mod.1.weight",
)
_QWEN_NORM = (("txt_norm.weight", (3584,)),)
_WAN_PATCH = "patch_embedding.weight"

_HUNYUAN3D_DEEP = "double_blocks.8.img_mlp.0.weight"  # the mini ones have eight

_OTHERS = (
    _model("qwen-image-edit", "2511", "__index_timestep_zero__", shapes=_QWEN_NORM),
    _model("qwen-image", "layered", "time_text_embed.addition_t_embedding.weight", *_QWEN_FEED[1:]),
    _model("qwen-image", "", *_QWEN_FEED, _IMG_IN, shapes=_QWEN_NORM),
    *(
        _model("wan", variant, "head.modulation", name)
        for name, variant in (
            ("vace_patch_embedding.weight", "vace"),
            ("control_adapter.conv.weight", "camera"),
            ("casual_audio_encoder.encoder.final_linear.weight", "s2v"),
            ("audio_proj.audio_proj_glob_1.layer.bias", "humo"),
            ("face_adapter.fuser_blocks.0.k_norm.weight", "animate"),
        )
    ),
    *(
        _model("wan", variant, "head.modulation", shapes=((_WAN_PATCH, (None, channels, ...)),))
        for channels, variant in ((16, "t2v"), (36, "i2v"), (48, "ti2v-5b"))
    ),
    _model("wan", "", "head.modulation", _WAN_PATCH),
    *(
        _model("hunyuan3d-2", variant, "latent_in.weight", "cond_in.weight", *more)
        for variant, *more in (
            ("2.0-turbo", _GUIDANCE, _HUNYUAN3D_DEEP),
            ("2.0-mini-turbo", _GUIDANCE),
            ("2.0", _HUNYUAN3D_DEEP),
            ("2.0-mini",),
        )
    ),
    _model(
        "hunyuan3d-2",
        "2.1",
        "t_embedder.mlp.2.weight",
        "blocks.0.attn1.k_norm.weight",
        "x_embedder.weight",
    ),
)

_ELSEWHERE = tuple(
    _model(None, "", *has, detail=detail)
    for detail, *has in (
        ("SD 3", "joint_blocks.0.context_block.attn.qkv.weight"),
        ("SD 3", "transformer_blocks.0.attn.add_q_proj.weight", "pos_embed.proj.weight"),
        ("Hunyuan Video", "txt_in.individual_token_refiner.blocks.0.norm1.weight"),
        ("Chroma", "distilled_guidance_layer.norms.0.scale"),
        ("Lumina 2", "cap_embedder.1.weight", "noise_refiner.0.attention.k_norm.weight"),
        ("AuraFlow", "double_layers.0.attn.w1q.weight"),
        ("LTX Video", "adaln_single.emb.timestep_embedder.linear_1.bias", "patchify_proj.weight"),
        ("PixArt", "t_block.1.weight", "y_embedder.y_embedding"),
        ("Hunyuan DiT", "mlp_t5.0.weight"),
        ("HiDream", "caption_projection.0.linear.weight"),
        ("OmniGen 2", "time_caption_embed.timestep_embedder.linear_1.bias"),
        ("Cosmos", "blocks.0.mlp.layer1.weight", "x_embedder.proj.1.weight"),
        ("of the Flux kind", "double_blocks.0.img_attn.norm.key_norm.scale", "img_in.weight"),
        ("of the Qwen-Image kind", "txt_norm.weight", "img_in.weight"),
    )
)

DIFFUSION_RULES: tuple[Rule, ...] = (
    *_UNETS,
    *_DIFFUSERS_UNETS,
    *_Z_IMAGE,
    *_FLUX,
    *_OTHERS,
    *_ELSEWHERE,
)
