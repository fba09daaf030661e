"""Finished pictures: judged by a classifier or by skin, and covered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from avatarforge.forge.moderation.image import (
    CLASSIFIER_THRESHOLD,
    COVERS,
    SKIN_MODEL,
    PictureRefusedError,
    cover,
    judge_image,
)
from avatarforge.forge.moderation.vit import (
    ClassifierError,
    is_unsafe,
    load_cached,
    load_classifier,
)
from safetensors.torch import save_file
from skimage import data

SKINS = [(245, 205, 180), (214, 160, 130), (120, 75, 50), (70, 45, 35)]
WIDTH, HEADS, LAYERS, PATCH, SIDE = 32, 4, 3, 8, 32


def figure(skin: tuple[int, int, int], dressed: str) -> tuple[Any, Any]:
    """A person from the front: (256, 256, 3) and where it stands."""
    picture = np.full((256, 256, 3), (90, 140, 200), np.uint8)
    rows, columns = np.mgrid[:256, :256]
    across = abs(columns - 128)
    head = ((columns - 128) / 22) ** 2 + ((rows - 50) / 28) ** 2 < 1
    neck = (across < 9) & (rows > 70) & (rows < 92)
    torso = (across < 42) & (rows >= 90) & (rows < 180)
    legs = (abs(across - 20) < 15) & (rows >= 180)
    arms = (abs(across - 49) < 8) & (rows >= 92) & (rows < 170)
    people = head | neck | torso | legs | arms
    picture[people] = skin
    picture[head & (rows < 40)] = (30, 22, 18)
    covered = {
        "naked": np.zeros_like(people),
        "bikini": (torso & (rows > 105) & (rows < 128))
        | ((torso | legs) & (rows > 158) & (rows < 192)),
        "shorts": (torso | legs) & (rows > 150) & (rows < 215),
        "suit": torso | legs,
    }[dressed]
    picture[covered] = (40, 60, 120)
    return picture, people


@pytest.mark.parametrize("skin", SKINS)
@pytest.mark.parametrize(
    ("dressed", "tier"), [("naked", 2), ("bikini", 0), ("shorts", 0), ("suit", 0)]
)
def test_skin_is_measured_below_the_shoulders(
    skin: tuple[int, int, int], dressed: str, tier: int
) -> None:
    picture, people = figure(skin, dressed)
    for mask in (people, people.astype(np.uint8) * 255, people.astype(np.float32)):
        verdict = judge_image(picture, mask)
        assert verdict.tier == tier, verdict
        assert verdict.model == SKIN_MODEL == "skin-exposure"
    assert verdict.decision == ("covered" if tier else "allowed")


def test_a_photo_of_somebody_dressed_is_allowed() -> None:
    astronaut = data.astronaut()
    verdict = judge_image(astronaut)
    assert verdict.tier == 0
    assert all(cover(astronaut, verdict, how) is astronaut for how in COVERS)


def test_a_head_alone_is_no_body() -> None:
    picture, people = figure(SKINS[1], "naked")
    only_head = people & (np.arange(256)[:, None] < 88)
    assert judge_image(picture, only_head).tier == 0


def test_nobody_there_is_nothing_bare() -> None:
    picture, people = figure(SKINS[1], "naked")
    assert judge_image(picture, np.zeros_like(people)).score == 0.0


@pytest.mark.parametrize("how", ["blur", "mosaic"])
def test_the_region_is_covered_and_the_rest_stays(how: Any) -> None:
    picture, people = figure(SKINS[1], "naked")
    checks = np.indices((256, 256)).sum(axis=0) // 2 % 2 == 0
    picture[people & checks] = [round(0.6 * part) for part in SKINS[1]]
    verdict = judge_image(picture, people)
    assert verdict.decision == "covered"
    covered = cover(picture, verdict, how)
    assert covered.shape == picture.shape and covered.dtype == np.uint8
    region = verdict.region
    assert (covered[~region] == picture[~region]).all()
    assert region[130, 128] and region[200, 108]
    inside = np.zeros_like(region)
    inside[110:170, 100:156] = True
    spread = [each[inside].astype(float).std(axis=0).max() for each in (covered, picture)]
    assert spread[0] < 0.35 * spread[1]
    left, top, right, bottom = verdict.to_mapping()["region"]
    assert left < 90 and right > 166 and top > 60 and bottom == 256


def test_a_picture_may_be_refused_as_a_whole() -> None:
    picture, people = figure(SKINS[1], "naked")
    with pytest.raises(PictureRefusedError, match=r"skin-exposure gave it 1\.00"):
        cover(picture, judge_image(picture, people), "refuse")


def test_transparency_is_kept() -> None:
    picture, people = figure(SKINS[1], "naked")
    drawn = np.dstack([picture, people.astype(np.uint8) * 255])
    covered = cover(drawn, judge_image(drawn, people), "mosaic")
    assert (covered[..., 3] == drawn[..., 3]).all()


def random_weights(seed: int = 0, labels: int = 2) -> dict[str, torch.Tensor]:
    made = torch.Generator().manual_seed(seed)

    def weights(*shape: int) -> torch.Tensor:
        return torch.randn(*shape, generator=made) * 0.2

    tokens = (SIDE // PATCH) ** 2 + 1
    tensors = {
        "vit.embeddings.cls_token": weights(1, 1, WIDTH),
        "vit.embeddings.position_embeddings": weights(1, tokens, WIDTH),
        "vit.embeddings.patch_embeddings.projection.weight": weights(WIDTH, 3, PATCH, PATCH),
        "vit.embeddings.patch_embeddings.projection.bias": weights(WIDTH),
        "vit.layernorm.weight": 1 + weights(WIDTH),
        "vit.layernorm.bias": weights(WIDTH),
        "classifier.weight": weights(labels, WIDTH),
        "classifier.bias": weights(labels),
    }
    for layer in range(LAYERS):
        prefix = f"vit.encoder.layer.{layer}."
        for part, rows, columns in (
            ("attention.attention.query", WIDTH, WIDTH),
            ("attention.attention.key", WIDTH, WIDTH),
            ("attention.attention.value", WIDTH, WIDTH),
            ("attention.output.dense", WIDTH, WIDTH),
            ("intermediate.dense", 4 * WIDTH, WIDTH),
            ("output.dense", WIDTH, 4 * WIDTH),
        ):
            tensors[f"{prefix}{part}.weight"] = weights(rows, columns)
            tensors[f"{prefix}{part}.bias"] = weights(rows)
        for part in ("layernorm_before", "layernorm_after"):
            tensors[f"{prefix}{part}.weight"] = 1 + weights(WIDTH)
            tensors[f"{prefix}{part}.bias"] = weights(WIDTH)
    return tensors


def write_classifier(folder: Path, bias: float = 0.0, **config: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    tensors = random_weights()
    tensors["classifier.bias"] = torch.tensor([0.0, bias])
    path = folder / "guard.safetensors"
    save_file(tensors, path)
    config = {"id2label": {"0": "normal", "1": "nsfw"}, "num_attention_heads": HEADS} | config
    (folder / "config.json").write_text(json.dumps(config))
    return path


def reference(tensors: dict[str, torch.Tensor], pixels: torch.Tensor) -> torch.Tensor:
    """The same transformer of torch's own layers: pre-norm, exact GELU."""
    layer = torch.nn.TransformerEncoderLayer(
        WIDTH, HEADS, 4 * WIDTH, 0.0, "gelu", 1e-12, batch_first=True, norm_first=True
    )
    encoder = torch.nn.TransformerEncoder(layer, LAYERS, enable_nested_tensor=False).eval()
    state = {}
    for index in range(LAYERS):
        ours, theirs = f"vit.encoder.layer.{index}.", f"layers.{index}."
        for kind in ("weight", "bias"):
            state[f"{theirs}self_attn.in_proj_{kind}"] = torch.cat(
                [
                    tensors[f"{ours}attention.attention.{part}.{kind}"]
                    for part in ("query", "key", "value")
                ]
            )
            for mine, its in (
                ("attention.output.dense", "self_attn.out_proj"),
                ("intermediate.dense", "linear1"),
                ("output.dense", "linear2"),
                ("layernorm_before", "norm1"),
                ("layernorm_after", "norm2"),
            ):
                state[f"{theirs}{its}.{kind}"] = tensors[f"{ours}{mine}.{kind}"]
    encoder.load_state_dict(state)
    embeddings = "vit.embeddings."
    kernel = tensors[embeddings + "patch_embeddings.projection.weight"].flatten(1)
    patches = torch.nn.functional.unfold(pixels, PATCH, stride=PATCH).transpose(1, 2) @ kernel.T
    patches = patches + tensors[embeddings + "patch_embeddings.projection.bias"]
    tokens = torch.cat([tensors[embeddings + "cls_token"], patches], dim=1)
    with torch.no_grad():
        states = encoder(tokens + tensors[embeddings + "position_embeddings"])[:, 0]
    states = torch.nn.functional.layer_norm(
        states, (WIDTH,), tensors["vit.layernorm.weight"], tensors["vit.layernorm.bias"], 1e-12
    )
    return torch.softmax(states @ tensors["classifier.weight"].T + tensors["classifier.bias"], 1)[0]


def test_a_classifier_computes_what_the_architecture_says(tmp_path: Path) -> None:
    classifier = load_classifier(write_classifier(tmp_path, bias=0.3))
    assert (classifier.side, classifier.heads, classifier.name) == (SIDE, HEADS, "guard")
    picture = np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    pixels = torch.from_numpy(picture).permute(2, 0, 1)[None].float() / 127.5 - 1
    tensors = random_weights() | {"classifier.bias": torch.tensor([0.0, 0.3])}
    expected = reference(tensors, pixels)
    shares = classifier.probabilities(picture)
    assert list(shares) == ["normal", "nsfw"]
    assert np.allclose(list(shares.values()), expected.numpy(), atol=1e-4)
    assert classifier.score(picture) == pytest.approx(float(expected[1]), abs=1e-4)


@pytest.mark.parametrize(("bias", "tier"), [(30.0, 2), (-30.0, 0)])
def test_a_classifier_has_the_say(tmp_path: Path, bias: float, tier: int) -> None:
    classifier = load_classifier(write_classifier(tmp_path, bias=bias))
    for dressed in ("naked", "suit"):
        picture, people = figure(SKINS[0], dressed)
        verdict = judge_image(picture, people, classifier)
        assert (verdict.tier, verdict.model) == (tier, "guard")
        assert verdict.threshold == CLASSIFIER_THRESHOLD
        assert verdict.region.any() == bool(tier)


def test_half_precision_and_the_preprocessor_are_read(tmp_path: Path) -> None:
    path = write_classifier(tmp_path)
    save_file({name: tensor.half() for name, tensor in random_weights().items()}, path)
    preparation = {"image_mean": [0.4, 0.5, 0.6], "image_std": [0.2, 0.3, 0.4]}
    (tmp_path / "preprocessor_config.json").write_text(json.dumps(preparation))
    classifier = load_classifier(path)
    assert classifier.mean == (0.4, 0.5, 0.6) and classifier.deviation == (0.2, 0.3, 0.4)
    assert 0.0 <= classifier.score(data.astronaut()) <= 1.0


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = write_classifier(tmp_path, bias=-30.0)
    first = load_cached(path)
    assert load_cached(path) is first
    tensors = random_weights() | {
        "more": torch.zeros(1),
        "classifier.bias": torch.tensor([0.0, 9.0]),
    }
    save_file(tensors, path)
    assert load_cached(path) is not first


@pytest.mark.parametrize(
    ("breaking", "message"),
    [
        ("no labels", "has no labels"),
        ("other labels", "does not tell explicit pictures"),
        ("no json", "is no JSON"),
        ("no safetensors", "is no safetensors file"),
        ("no vit", "is no ViT classifier"),
        ("a layer short", "has no vit.encoder.layer.1.output.dense.weight"),
        ("heads", "do not divide"),
    ],
)
def test_what_is_no_classifier_says_why(tmp_path: Path, breaking: str, message: str) -> None:
    path = write_classifier(tmp_path)
    config = tmp_path / "config.json"
    tensors = random_weights()
    if breaking == "no labels":
        config.unlink()
    elif breaking == "other labels":
        write_classifier(tmp_path, id2label={"0": "cat", "1": "dog"})
    elif breaking == "no json":
        config.write_text("{")
    elif breaking == "no safetensors":
        path.write_bytes(b"\0" * 100)
    elif breaking == "no vit":
        save_file({"weight": torch.zeros(2)}, path)
    elif breaking == "a layer short":
        del tensors["vit.encoder.layer.1.output.dense.weight"]
        save_file(tensors, path)
    elif breaking == "heads":
        write_classifier(tmp_path, num_attention_heads=5)
    with pytest.raises(ClassifierError, match=message):
        load_classifier(path)


def test_labels_are_told_apart() -> None:
    for label in ("nsfw", "NSFW", "porn", "hentai", "explicit_content", "nudity", "unsafe"):
        assert is_unsafe(label)
    for label in ("normal", "sfw", "safe", "neutral", "drawings", "non-nude", "not_nsfw", "cat"):
        assert not is_unsafe(label), label
