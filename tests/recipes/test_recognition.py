"""What a file is, told from the names and shapes of its tensors."""

from __future__ import annotations

import pytest

from .model_files import (
    Shapes,
    Tell,
    clip_text,
    clip_vision,
    decoder,
    flux,
    flux2,
    hunyuan3d,
    hunyuan3d_21,
    hunyuan3d_vae,
    joined,
    kl_vae,
    qwen_image,
    sd15_unet,
    sdpose_unet,
    sdxl_unet,
    svd_unet,
    t5,
    under,
    wan,
    wan_vae,
    z_image,
)
from .placeholders import FACE_LANDMARKER

MODEL = "model.diffusion_model."


DIFFUSION: dict[str, tuple[Shapes, str | None, str]] = {
    "sd15": (sd15_unet(), "sd15", ""),
    "sd15 inpaint": (sd15_unet(9), "sd15", "inpaint"),
    "sd15 pix2pix": (sd15_unet(8), "sd15", "edit"),
    "sdxl": (sdxl_unet(), "sdxl", ""),
    "sdxl inpaint": (sdxl_unet(9), "sdxl", "inpaint"),
    "svd": (svd_unet(), "svd", ""),
    "z-image": (z_image(), "z-image", ""),
    "flux dev": (flux(), "flux1", "dev"),
    "flux schnell": (flux(guided=False), "flux1", "schnell"),
    "flux fill": (flux(channels=384), "flux1", "fill"),
    "flux canny": (flux(channels=128), "flux1", "control"),
    "flux2 dev": (flux2(6144), "flux2", "dev"),
    "flux2 klein": (flux2(4096), "flux2", "klein-9b"),
    "flux2 small klein": (flux2(3072), "flux2", "klein-4b"),
    "qwen": (qwen_image(), "qwen-image", ""),
    "qwen edit 2511": (
        {**qwen_image(), "__index_timestep_zero__": (0,)},
        "qwen-image-edit",
        "2511",
    ),
    "wan t2v": (wan(16), "wan", "t2v"),
    "wan i2v": (wan(36), "wan", "i2v"),
    "wan 5b": (wan(48, 3072), "wan", "ti2v-5b"),
    "wan vace": (
        {**wan(16), "vace_patch_embedding.weight": (5120, 96, 1, 2, 2)},
        "wan",
        "vace",
    ),
    "hunyuan3d": (hunyuan3d(), "hunyuan3d-2", "2.0"),
    "hunyuan3d mini": (hunyuan3d(8), "hunyuan3d-2", "2.0-mini"),
    "hunyuan3d turbo": (hunyuan3d(guided=True), "hunyuan3d-2", "2.0-turbo"),
    "hunyuan3d mini turbo": (hunyuan3d(8, guided=True), "hunyuan3d-2", "2.0-mini-turbo"),
    "hunyuan3d 2.1": (hunyuan3d_21(), "hunyuan3d-2", "2.1"),
    "sdpose": (sdpose_unet(), None, "sdpose"),
}


@pytest.mark.parametrize(("shapes", "family", "variant"), DIFFUSION.values(), ids=DIFFUSION)
@pytest.mark.parametrize("prefix", ["", MODEL, "model."])
def test_a_diffusion_model_is_told_by_its_tensors(
    told: Tell, prefix: str, shapes: Shapes, family: str | None, variant: str
) -> None:
    model = told(under(prefix, shapes))
    assert (model.kind, model.family, model.variant) == ("diffusion_model", family, variant)
    assert model.serves == ((family,) if family else ()) and model.told_by == "tensors"


@pytest.mark.parametrize(("shapes", "family", "variant"), DIFFUSION.values(), ids=DIFFUSION)
def test_a_fused_checkpoint_says_what_it_brings(
    told: Tell, shapes: Shapes, family: str, variant: str
) -> None:
    model = told(
        joined(
            under(MODEL, shapes),
            under("first_stage_model.", kl_vae(4)),
            under("cond_stage_model.transformer.", clip_text(12, 768)),
        )
    )
    assert (model.kind, model.family, model.variant) == ("checkpoint", family, variant)
    assert model.parts == ("diffusion_model", "vae", "text_encoder")
    assert model.holds("vae") and model.holds("checkpoint") and not model.holds("lora")


def test_a_checkpoint_for_video_has_an_image_encoder(told: Tell) -> None:
    model = told(
        joined(
            under(MODEL, svd_unet()),
            under("conditioner.embedders.0.open_clip.model.visual.", {"conv1.weight": (8, 3, 2)}),
            under("first_stage_model.", {"decoder.mid.block_1.mix_factor": (1,)}),
        )
    )
    assert (model.kind, model.family) == ("checkpoint", "svd")
    assert model.parts == ("diffusion_model", "vae", "clip_vision")


def test_a_model_of_another_family_is_not_taken_for_one_of_ours(told: Tell) -> None:
    for shapes, detail in (
        (sd15_unet(context=1024), "SD 2"),
        (z_image(2304), "Lumina 2"),
        ({"joint_blocks.0.context_block.attn.qkv.weight": (4608, 1536)}, "SD 3"),
        (
            {
                **{k: v for k, v in flux().items() if not k.startswith("vector_in")},
                "distilled_guidance_layer.norms.0.scale": (5120,),
            },
            "Chroma",
        ),
    ):
        model = told(under(MODEL, shapes))
        assert (model.kind, model.family, model.detail) == ("diffusion_model", None, detail)
        assert model.serves == ()


def test_diffusers_names_are_known_too(told: Tell) -> None:
    unet = {"conv_in.weight": (320, 4, 3, 3), "conv_out.weight": (4, 320, 3, 3)}
    cross = "down_blocks.{}.attentions.0.transformer_blocks.0.attn2.to_k.weight"
    added = {"add_embedding.linear_1.weight": (1280, 2816)}
    assert told({**unet, cross.format(0): (320, 768)}).family == "sd15"
    assert told({**unet, cross.format(1): (640, 2048), **added}).family == "sdxl"


def test_qwen_image_edit_is_told_by_name_and_says_so(told: Tell) -> None:
    model = told(qwen_image(), "qwen_image_edit_2509_fp8.safetensors")
    assert (model.family, model.told_by) == ("qwen-image-edit", "name")
    assert "by file name" in model.detail
    by_title = told(qwen_image(), "q.safetensors", {"modelspec.title": "Qwen Image Edit"})
    assert (by_title.family, by_title.told_by) == ("qwen-image-edit", "metadata")
    assert told(qwen_image(), "qwen_edited.safetensors").family == "qwen-image"


VAES: dict[str, tuple[Shapes, str, tuple[str, ...]]] = {
    "sd": (kl_vae(4), "any.safetensors", ("sd15", "sdxl")),
    "sdxl by name": (kl_vae(4), "sdxl_vae.safetensors", ("sdxl",)),
    "sd15 by name": (kl_vae(4), "vae-ft-mse-840000.safetensors", ("sd15",)),
    "flux": (kl_vae(16), "ae.safetensors", ("flux1", "z-image")),
    "flux2": ({**kl_vae(32), "bn.running_mean": (128,)}, "flux2-vae.safetensors", ("flux2",)),
    "other": ({"decoder.conv_in.weight": (512, 16, 3, 3, 3)}, "hv.safetensors", ()),
    "wan or qwen": (wan_vae(), "vae.safetensors", ("qwen-image", "qwen-image-edit", "wan")),
    "qwen by name": (
        wan_vae(),
        "qwen_image_vae.safetensors",
        ("qwen-image", "qwen-image-edit"),
    ),
    "wan by name": (wan_vae(), "wan_2.1_vae.safetensors", ("wan",)),
    "wan 2.2": (
        {**wan_vae(), "decoder.upsamples.0.upsamples.0.residual.2.weight": (8, 8, 3, 3, 3)},
        "wan2.2_vae.safetensors",
        ("wan",),
    ),
    "svd": ({"decoder.mid.block_1.mix_factor": (1,)}, "svd.safetensors", ("svd",)),
    "hunyuan3d": (
        hunyuan3d_vae(),
        "h.safetensors",
        ("hunyuan3d-2",),
    ),
}


@pytest.mark.parametrize(("shapes", "name", "serves"), VAES.values(), ids=VAES)
def test_a_vae_says_whom_it_serves(
    told: Tell, shapes: Shapes, name: str, serves: tuple[str, ...]
) -> None:
    model = told(shapes, name)
    assert (model.kind, model.serves) == ("vae", serves)
    if len(serves) == 1:
        assert model.family == serves[0]
    assert ("by file name" in model.detail) == (model.told_by == "name")


@pytest.mark.parametrize(
    ("shapes", "name", "variant"),
    [
        (hunyuan3d(), "hunyuan3d-dit-v2-mv.safetensors", "2.0-mv"),
        (hunyuan3d(guided=True), "hunyuan3d_multiview_turbo.safetensors", "2.0-turbo-mv"),
        (hunyuan3d(), "mvp.safetensors", "2.0"),
        (hunyuan3d_21(), "hunyuan3d-mv.safetensors", "2.1"),
        (hunyuan3d_vae(), "hunyuan3d-vae-v2-1-fp16.safetensors", "hunyuan3d-2.1"),
        (hunyuan3d_vae(), "hunyuan3d-vae-v2-0-fp16.safetensors", "hunyuan3d"),
    ],
)
def test_what_of_hunyuan3d_only_a_name_tells(
    told: Tell, shapes: Shapes, name: str, variant: str
) -> None:
    model = told(shapes, name)
    assert (model.family, model.variant) == ("hunyuan3d-2", variant)


def test_small_stand_ins_for_vaes_are_of_a_kind_of_their_own(told: Tell) -> None:
    half = {"1.weight": (64, 4, 3, 3), "3.conv.0.weight": (64, 64, 3, 3)}
    assert told(half, "taesd_decoder.safetensors").family == "sd15"
    assert told(half, "taesdxl_decoder.safetensors").family == "sdxl"
    whole = {
        "taesd_decoder.1.weight": (64, 16, 3, 3),
        "taesd_decoder.3.conv.0.weight": (64, 64, 3, 3),
    }
    assert told(whole, "taef1.safetensors").family == "flux1"
    assert told(whole).kind == "vae_approx"


QWEN3 = ("self_attn.q_norm.weight",)
GEMMA = ("post_feedforward_layernorm.weight",)
PIECES = {"spiece_model": (4_000_000,)}
BIAS = "model.layers.0.self_attn.k_proj.bias"
HEAD = {"lm_head.weight": (151936, 4096)}
VISION = {
    "model.visual.deepstack_merger_list.0.norm.weight": (4096,),
    "model.visual.merger.linear_fc2.weight": (2560, 4096),
}

TEXTS: dict[str, tuple[Shapes, str, bool]] = {
    "clip l": (clip_text(12, 768), "clip-l", False),
    "clip h": (clip_text(24, 1024), "clip-h", False),
    "clip g": (clip_text(32, 1280), "clip-g", False),
    "t5": (t5(every_bias=False), "t5-xxl", False),
    "umt5": (t5(every_bias=True), "umt5-xxl", False),
    "qwen2.5-vl": ({**decoder(28, 3584), BIAS: (512,)}, "qwen2.5-vl-7b", True),
    "qwen2.5 3b": ({**decoder(36, 2048), BIAS: (256,)}, "qwen2.5-3b", False),
    "qwen3 4b": (decoder(36, 2560, *QWEN3), "qwen3-4b", True),
    "qwen3 8b with its head": ({**decoder(36, 4096, *QWEN3), **HEAD}, "qwen3-8b", True),
    "qwen3 8b without": (decoder(36, 4096, *QWEN3), "qwen3-8b", False),
    "qwen3 0.6b": (decoder(28, 1024, *QWEN3), "qwen3-0.6b", True),
    "qwen3-vl": ({**decoder(36, 2560, *QWEN3), **VISION}, "qwen3-vl-4b", True),
    "gemma 2": ({**decoder(26, 2304, *GEMMA), **PIECES}, "gemma-2-2b", True),
    "gemma 3": ({**decoder(34, 2560, *GEMMA, *QWEN3), **PIECES}, "gemma-3-4b", True),
    "gemma 3 12b": (
        {
            **decoder(48, 3840, *GEMMA, *QWEN3),
            "model.layers.5.self_attn.v_proj.weight": (2048, 3840),
            **PIECES,
        },
        "gemma-3-12b",
        True,
    ),
    "gemma without its tokenizer": (decoder(26, 2304, *GEMMA), "gemma-2-2b", False),
    "mistral": (decoder(40, 5120), "mistral3-24b", False),
    "llama": (decoder(32, 4096), "llama", False),
}


@pytest.mark.parametrize(("shapes", "variant", "generates"), TEXTS.values(), ids=TEXTS)
def test_a_text_encoder_says_whether_it_can_write(
    told: Tell, shapes: Shapes, variant: str, generates: bool
) -> None:
    model = told(shapes)
    assert (model.kind, model.variant) == ("text_encoder", variant)
    assert model.generates is generates


SEEING = {
    "qwen3-vl": ({**decoder(36, 2560, *QWEN3), **VISION}, "model.visual.patch_embed.proj.weight"),
    "gemma 3": (
        {**decoder(34, 2560, *GEMMA, *QWEN3), **PIECES},
        "vision_model.embeddings.patch_embedding.weight",
    ),
    "gemma 4": (
        {**decoder(42, 2560, *GEMMA, *QWEN3), "tokenizer_json": (9,)},
        "multi_modal_projector.embedding_projection.weight",
    ),
}


@pytest.mark.parametrize(("shapes", "eyes"), SEEING.values(), ids=SEEING)
def test_a_text_encoder_says_whether_it_can_see(told: Tell, shapes: Shapes, eyes: str) -> None:
    """The same models are also shared without the part that sees."""
    assert told(shapes).generates
    assert not told(shapes).sees
    assert told({**shapes, eyes: (8, 8)}).sees


def test_a_face_landmarker_is_told(told: Tell) -> None:
    model = told(FACE_LANDMARKER)
    assert (model.kind, model.variant) == ("face_landmarker", "mediapipe")


def test_a_text_encoder_says_whom_it_serves(told: Tell) -> None:
    assert told(decoder(36, 2560, *QWEN3)).serves == ("z-image", "flux2")
    assert told(t5(every_bias=True)).family == "wan"
    assert told({**decoder(28, 3584), BIAS: (512,)}).serves == ("qwen-image", "qwen-image-edit")


def test_image_encoders_are_told_by_their_depth(told: Tell) -> None:
    for layers, width, variant in (
        (48, 1664, "clip-vit-bigg"),
        (32, 1280, "clip-vit-h"),
        (24, 1024, "clip-vit-l"),
        (27, 1152, "siglip"),
    ):
        model = told(clip_vision(layers, width))
        assert (model.kind, model.variant) == ("clip_vision", variant)
    both = told(joined(clip_vision(24, 1024), clip_text(12, 768)))
    assert both.holds("clip_vision") and both.holds("text_encoder")


OTHERS: dict[str, tuple[Shapes, str, str]] = {
    "esrgan": (
        {"model.0.weight": (64, 3, 3, 3), "model.1.sub.0.RDB1.conv1.0.weight": (32, 64, 3, 3)},
        "upscaler",
        "ESRGAN",
    ),
    "real-esrgan": (
        under(
            "params_ema.", {"conv_first.weight": (64, 3, 3, 3), "body.0.rdb1.conv1.weight": (1,)}
        ),
        "upscaler",
        "ESRGAN",
    ),
    "swinir": (
        {"layers.0.residual_group.blocks.0.norm1.weight": (180,), "conv_first.weight": (1,)},
        "upscaler",
        "SwinIR",
    ),
    "hat": (
        {
            "layers.0.residual_group.blocks.0.norm1.weight": (180,),
            "layers.0.residual_group.overlap_attn.qkv.weight": (540, 180),
        },
        "upscaler",
        "HAT",
    ),
    "birefnet": (
        {
            "bb.layers.1.blocks.0.attn.relative_position_index": (144, 144),
            "bb.patch_embed.proj.weight": (192, 3, 4, 4),
        },
        "background_removal",
        "BiRefNet",
    ),
    "isnet": (
        {"stage1.rebnconvin.conv_s1.weight": (64, 64, 3, 3), "conv_in.weight": (64, 3, 3, 3)},
        "background_removal",
        "ISNet",
    ),
    "ip-adapter": (
        {"image_proj.proj.weight": (3072, 1024), "ip_adapter.1.to_k_ip.weight": (320, 768)},
        "ip_adapter",
        "",
    ),
    "ip-adapter plus": (
        {"image_proj.latents": (1, 16, 768), "ip_adapter.1.to_k_ip.weight": (640, 2048)},
        "ip_adapter",
        "plus",
    ),
    "nothing": ({}, "unknown", ""),
    "a stranger": ({"a": (1,), "b.weight": (2, 2)}, "unknown", ""),
}


@pytest.mark.parametrize(("shapes", "kind", "variant"), OTHERS.values(), ids=OTHERS)
def test_the_rest_is_told_by_kind(told: Tell, shapes: Shapes, kind: str, variant: str) -> None:
    model = told(shapes)
    assert (model.kind, model.variant) == (kind, variant)


def test_an_upscaler_says_by_its_name_how_much(told: Tell) -> None:
    assert "4x by file name" in told(OTHERS["esrgan"][0], "RealESRGAN_x4plus.safetensors").detail
    assert "2x by file name" in told(OTHERS["esrgan"][0], "2x-Clear.safetensors").detail
    assert told(OTHERS["esrgan"][0], "UltraSharp.safetensors").detail == ""
