"""A file for every slot of every shipped recipe: a real header under the name that the slot
gives as its example, and no weights. And files beside them that no recipe may take."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .model_files import (
    Shapes,
    birefnet,
    clip_text,
    clip_vision,
    decoder,
    dinov2,
    flux,
    flux2,
    hunyuan3d,
    hunyuan3d_21,
    hunyuan3d_vae,
    joined,
    kl_vae,
    motion_module,
    qwen_image,
    sd15_unet,
    sdpose_unet,
    sdxl_unet,
    svd_unet,
    svd_vae,
    t5,
    under,
    wan,
    wan_vae,
    write,
    z_image,
)

QWEN3_VL: Shapes = {
    **decoder(36, 2560, "self_attn.q_norm.weight"),
    "model.visual.deepstack_merger_list.0.norm.weight": (4096,),
    "model.visual.merger.linear_fc2.weight": (2560, 4096),
    "model.visual.patch_embed.proj.weight": (1024, 3, 2, 16, 16),
}
FACE_LANDMARKER: Shapes = {
    "canonical_vertices": (468, 3),
    "procrustes_indices": (33,),
    "procrustes_weights": (33,),
    "detector_short.backbone.0.weight": (8, 8),
}

_MODEL = "model.diffusion_model."
_QWEN3 = "self_attn.q_norm.weight"


def checkpoint(model: Shapes, vae: Shapes, *texts: Shapes) -> dict[str, tuple[int, ...]]:
    """As ComfyUI and the trainers fuse a model with what it needs."""
    return joined(
        under(_MODEL, model),
        under("first_stage_model.", vae),
        *(under(f"text_encoders.{number}.transformer.", text) for number, text in enumerate(texts)),
    )


def _controlnet(unet: Shapes) -> dict[str, tuple[int, ...]]:
    encoder = {name: shape for name, shape in unet.items() if not name.startswith("out.")}
    return {
        "zero_convs.0.0.weight": (320, 320, 1, 1),
        "input_hint_block.0.weight": (16, 3, 3, 3),
        **encoder,
    }


def _ip_adapter(context: int, *, plus: bool = True) -> dict[str, tuple[int, ...]]:
    projection: Shapes = (
        {"image_proj.latents": (1, 16, context)} if plus else {"image_proj.proj.weight": (8, 8)}
    )
    return {**projection, "ip_adapter.1.to_k_ip.weight": (320, context)}


def shape_checkpoint(model: Shapes, vision: Shapes) -> dict[str, tuple[int, ...]]:
    """As Hunyuan3D is published: the model with its image encoder and its VAE."""
    return joined(
        under("model.", model),
        under("conditioner.main_image_encoder.model.", vision),
        under("vae.", hunyuan3d_vae()),
    )


SD15 = checkpoint(sd15_unet(), kl_vae(4), clip_text(12, 768))

EXAMPLES: Mapping[str, Mapping[str, Shapes]] = {
    "checkpoints": {
        "v1-5-pruned-emaonly-fp16.safetensors": SD15,
        "sd_xl_base_1.0.safetensors": checkpoint(
            sdxl_unet(), kl_vae(4), clip_text(12, 768), clip_text(32, 1280)
        ),
        "svd_xt.safetensors": joined(
            under(_MODEL, svd_unet()),
            under("first_stage_model.", svd_vae()),
            under("conditioner.embedders.0.open_clip.model.visual.", clip_vision(32, 1280)),
        ),
        "flux1-dev-fp8.safetensors": checkpoint(
            flux(), kl_vae(16), clip_text(12, 768), t5(every_bias=False)
        ),
        "hunyuan_3d_v2.1.safetensors": shape_checkpoint(hunyuan3d_21(), dinov2(24)),
        "hunyuan3d-dit-v2-mv.safetensors": shape_checkpoint(hunyuan3d(), dinov2(40)),
        "sdpose_wholebody_fp16.safetensors": checkpoint(sdpose_unet(), kl_vae(4)),
    },
    "diffusion_models": {
        "flux1-dev.safetensors": flux(),
        "hunyuan3d-dit-v2-0-fp16.safetensors": hunyuan3d(),
        "hunyuan3d-dit-v2-1-fp16.safetensors": hunyuan3d_21(),
        "flux2_dev_fp8mixed.safetensors": flux2(6144),
        "flux-2-klein-4b-fp8.safetensors": flux2(3072),
        "flux-2-klein-9b-fp8.safetensors": flux2(4096),
        "qwen_image_fp8_e4m3fn.safetensors": qwen_image(),
        "qwen_image_edit_2509_fp8_e4m3fn.safetensors": qwen_image(),
        "z_image_turbo_bf16.safetensors": z_image(),
        "wan2.1_i2v_480p_14B_fp8_scaled.safetensors": wan(36),
    },
    "text_encoders": {
        "clip_l.safetensors": clip_text(12, 768),
        "t5xxl_fp16.safetensors": t5(every_bias=False),
        "umt5_xxl_fp8_e4m3fn_scaled.safetensors": t5(every_bias=True),
        "mistral_3_small_flux2_fp8.safetensors": decoder(40, 5120),
        "qwen_3_4b.safetensors": decoder(36, 2560, _QWEN3),
        "qwen3vl_4b_fp8_scaled.safetensors": QWEN3_VL,
        "qwen_3_8b_fp8mixed.safetensors": decoder(36, 4096, _QWEN3),
        "qwen_2.5_vl_7b_fp8_scaled.safetensors": {
            **decoder(28, 3584),
            "model.layers.0.self_attn.k_proj.bias": (512,),
        },
    },
    "detection": {"mediapipe_face_fp32.safetensors": FACE_LANDMARKER},
    "vae": {
        "ae.safetensors": kl_vae(16),
        "flux2-vae.safetensors": {**kl_vae(32), "bn.running_mean": (128,)},
        "qwen_image_vae.safetensors": wan_vae(),
        "hunyuan3d-vae-v2-0-fp16.safetensors": hunyuan3d_vae(),
        "hunyuan3d-vae-v2-1-fp16.safetensors": hunyuan3d_vae(),
        "wan_2.1_vae.safetensors": wan_vae(),
    },
    "controlnet": {
        "control_v11f1p_sd15_depth_fp16.safetensors": _controlnet(sd15_unet()),
        "control_v11p_sd15_openpose_fp16.safetensors": _controlnet(sd15_unet()),
        "controlnet-union-sdxl-1.0-promax.safetensors": {
            "controlnet_cond_embedding.conv_in.weight": (16, 3, 3, 3),
            "add_embedding.linear_1.weight": (1280, 2816),
            "control_add_embedding.linear_1.bias": (1280,),
        },
        "FLUX.1-dev-ControlNet-Union-Pro-2.0.safetensors": {
            "controlnet_blocks.0.weight": (3072, 3072),
            "controlnet_x_embedder.weight": (3072, 64),
        },
        "Qwen-Image-InstantX-ControlNet-Union.safetensors": {
            "controlnet_blocks.0.weight": (3072, 3072),
            **qwen_image(),
        },
    },
    "ipadapter": {
        "ip-adapter-plus_sd15.safetensors": _ip_adapter(768),
        "ip-adapter-plus_sdxl_vit-h.safetensors": _ip_adapter(2048),
    },
    "animatediff_models": {"mm_sd_v15_v2.fp16.safetensors": motion_module()},
    "clip_vision": {
        "CLIP-ViT-H-14-laion2B-s32B-b79K.safetensors": clip_vision(32, 1280),
        "dinov2_vitg14.safetensors": dinov2(40),
        "dinov2_vitl14.safetensors": dinov2(24),
    },
    "background_removal": {"birefnet.safetensors": birefnet()},
}

OTHERS: Mapping[str, Mapping[str, Shapes]] = {
    "checkpoints": {
        "a-bare-sd15.safetensors": under(_MODEL, sd15_unet()),
        "a-sd15-without-vae.safetensors": joined(
            under(_MODEL, sd15_unet()), under("cond_stage_model.transformer.", clip_text(12, 768))
        ),
        "a-sd15-inpainting.safetensors": checkpoint(sd15_unet(9), kl_vae(4), clip_text(12, 768)),
        "a-sd2.safetensors": checkpoint(sd15_unet(context=1024), kl_vae(4), clip_text(24, 1024)),
        "a-flux-fill.safetensors": checkpoint(
            flux(channels=384), kl_vae(16), clip_text(12, 768), t5(every_bias=False)
        ),
    },
    "diffusion_models": {
        "a-flux-canny.safetensors": flux(channels=128),
        "a-lumina.safetensors": z_image(2304),
        "a-wan-t2v.safetensors": wan(16),
    },
    "text_encoders": {
        "a-clip-g.safetensors": clip_text(32, 1280),
        "a-qwen3-0.6b.safetensors": decoder(28, 1024, _QWEN3),
    },
    "vae": {"a-sd-vae.safetensors": kl_vae(4)},
    "controlnet": {
        "a-canny-sd15.safetensors": _controlnet(sd15_unet()),
        "a-openpose-sd2.safetensors": _controlnet(sd15_unet(context=1024)),
        "a-canny-sdxl.safetensors": _controlnet(sdxl_unet()),
    },
    "ipadapter": {"a-ip-adapter_sd15.safetensors": _ip_adapter(768, plus=False)},
    "clip_vision": {"a-clip-vit-l.safetensors": clip_vision(24, 1024)},
}
"""Each comes before the examples in the order of names."""


def put(models: Path, folder: str, name: str) -> Path:
    """One of the examples."""
    return write(models / folder / name, EXAMPLES[folder][name])


def fill_models(models: Path) -> None:
    """Every example, and every file that is beside the point."""
    for files in (EXAMPLES, OTHERS):
        for folder, named in files.items():
            for name, shapes in named.items():
                write(models / folder / name, shapes)
