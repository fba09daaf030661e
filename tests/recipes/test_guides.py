"""ControlNets and LoRAs: told by tensors, and by name or metadata where tensors do not tell."""

from __future__ import annotations

import pytest

from .model_files import Shapes, Tell, flux, lora, qwen_image, sd15_unet, sdxl_unet, under

ZERO = {"zero_convs.0.0.weight": (320, 320, 1, 1), "input_hint_block.0.weight": (16, 3, 3, 3)}
SD15_ENCODER = {k: v for k, v in sd15_unet().items() if not k.startswith("out.")}
SDXL_ENCODER = {k: v for k, v in sdxl_unet().items() if not k.startswith("out.")}
HINT = {"controlnet_cond_embedding.conv_in.weight": (16, 3, 3, 3)}
ADDED = {"add_embedding.linear_1.weight": (1280, 2816)}
CROSS = "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight"
BLOCKS = {"controlnet_blocks.0.weight": (3072, 3072)}

CONTROLS: dict[str, tuple[Shapes, str, str | None, str]] = {
    "sd15": ({**ZERO, **SD15_ENCODER}, "control_v11p_sd15_openpose_fp16", "sd15", "openpose"),
    "sd15 as it was trained": (
        under("control_model.", {**ZERO, **SD15_ENCODER}),
        "control_sd15_depth",
        "sd15",
        "depth",
    ),
    "sdxl": ({**ZERO, **SDXL_ENCODER}, "sdxl_canny", "sdxl", "canny"),
    "sd2": ({**ZERO, **sd15_unet(context=1024)}, "openpose-sd21", None, "openpose"),
    "diffusers sd15": ({**HINT, CROSS: (320, 768)}, "control_v11f1p_sd15_depth", "sd15", "depth"),
    "diffusers sdxl": ({**HINT, **ADDED}, "OpenPoseXL2", "sdxl", "openpose"),
    "in a folder": (
        {**HINT, **ADDED},
        "controlnet-openpose-sdxl-1.0/diffusion_pytorch_model",
        "sdxl",
        "openpose",
    ),
    "union": (
        {**HINT, **ADDED, "control_add_embedding.linear_1.bias": (1280,)},
        "model",
        "sdxl",
        "union",
    ),
    "control-lora": (
        {"lora_controlnet": (0,), "label_emb.0.0.down": (128, 2816)},
        "control-lora-canny-rank128",
        "sdxl",
        "canny",
    ),
    "flux xlabs": ({**BLOCKS, **flux()}, "flux-depth-controlnet-v3", "flux1", "depth"),
    "flux instantx": (
        {**BLOCKS, "controlnet_x_embedder.weight": (3072, 64)},
        "flux_pro",
        "flux1",
        "",
    ),
    "qwen": (
        {**BLOCKS, **qwen_image()},
        "Qwen-Image-InstantX-ControlNet-Union",
        "qwen-image",
        "union",
    ),
    "z-image": (
        {"control_all_x_embedder.2-1.weight": (3840, 132)},
        "Z-Image-Turbo-Fun-Controlnet-Union",
        "z-image",
        "union",
    ),
    "t2i adapter": (
        {"conv_in.weight": (320, 192, 3, 3), "body.0.block2.weight": (320, 320, 3, 3)},
        "t2iadapter_seg_sd14v1",
        "sd15",
        "segmentation",
    ),
    "t2i adapter xl": (
        {"conv_in.weight": (320, 768, 3, 3), "body.0.block2.weight": (320, 320, 3, 3)},
        "t2i-adapter_xl_sketch",
        "sdxl",
        "scribble",
    ),
    "says nothing": ({**ZERO, **SD15_ENCODER}, "mine", "sd15", ""),
}


@pytest.mark.parametrize(("shapes", "name", "family", "control"), CONTROLS.values(), ids=CONTROLS)
def test_a_controlnet_is_told_by_family_and_by_name_what_it_follows(
    told: Tell, shapes: Shapes, name: str, family: str | None, control: str
) -> None:
    model = told(shapes, f"{name}.safetensors")
    assert (model.kind, model.family, model.control) == ("controlnet", family, control)
    if control and model.variant != "union":
        assert model.told_by == "name" and f"{control} by file name" in model.detail


def test_metadata_come_before_the_file_name(told: Tell) -> None:
    model = told({**ZERO, **SD15_ENCODER}, "depth.safetensors", {"modelspec.title": "My Canny"})
    assert (model.control, model.told_by) == ("canny", "metadata")
    assert "by metadata" in model.detail


UNET = "lora_unet_{}_attn2_to_k"
LORAS: dict[str, tuple[Shapes, str | None]] = {
    "sd15": (
        lora([UNET.format(f"input_blocks_{i}_1_transformer_blocks_0") for i in (1, 2, 4)], 768),
        "sd15",
    ),
    "sdxl": (
        lora([UNET.format(f"input_blocks_4_1_transformer_blocks_{i}") for i in range(2)], 2048),
        "sdxl",
    ),
    "sdxl, text only": (lora(["lora_te2_text_model_encoder_layers_0_mlp_fc1"], 1280), "sdxl"),
    "sd2": (lora([UNET.format("input_blocks_1_1_transformer_blocks_0")], 1024), None),
    "flux1": (
        lora([f"lora_unet_double_blocks_{i}_img_attn_qkv" for i in range(19)], 3072),
        "flux1",
    ),
    "flux2": (lora([f"lora_unet_double_blocks_{i}_img_attn_qkv" for i in range(8)], 6144), "flux2"),
    "flux1 of diffusers": (
        {
            "transformer.single_transformer_blocks.0.attn.to_q.lora_A.weight": (16, 3072),
            "transformer.single_transformer_blocks.0.attn.to_q.lora_B.weight": (3072, 16),
        },
        "flux1",
    ),
    "qwen": (lora(["transformer_blocks.0.img_mlp.net.0.proj"], 3072), "qwen-image"),
    "wan": (lora(["diffusion_model.blocks.0.cross_attn.k"], 5120), "wan"),
    "z-image": (lora(["diffusion_model.layers.0.attention.to_q"], 3840), "z-image"),
    "something": (lora(["some.module"], 8), None),
}


@pytest.mark.parametrize(("shapes", "family"), LORAS.values(), ids=LORAS)
def test_a_lora_is_told_by_what_it_changes(told: Tell, shapes: Shapes, family: str | None) -> None:
    model = told(shapes)
    assert (model.kind, model.family) == ("lora", family)


def test_a_lora_may_say_what_it_is_for(told: Tell) -> None:
    for metadata, family in (
        ({"ss_base_model_version": "sdxl_base_v1-0"}, "sdxl"),
        ({"ss_base_model_version": "sd_v1"}, "sd15"),
        ({"modelspec.architecture": "flux-1-dev/lora"}, "flux1"),
        ({"modelspec.architecture": "stable-diffusion-xl-v1-base/lora"}, "sdxl"),
    ):
        model = told(lora(["some.module"], 8), metadata=metadata)
        assert (model.kind, model.family, model.told_by) == ("lora", family, "metadata")
