"""Vision transformers that classify pictures (https://arxiv.org/abs/2010.11929), from
safetensors with the names that Hugging Face's ViTForImageClassification gives its tensors.

Shapes are read off the tensors. Labels come from `id2label` of the configuration beside the
file, NAME.json or config.json; the number of heads and the epsilon too, where it says them.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import torch

Picture = npt.NDArray[np.uint8]

FOLDER = "classifiers"  # below the models folder

_UNSAFE = re.compile(
    r"nsfw|porn|hentai|explicit|nud(?:e|ity)|naked|unsafe|(?<!non[-_ ])sexual|erotic", re.IGNORECASE
)
_SAFE = re.compile(r"(?:^|[^a-z])(?:non|not|no)(?![a-z])|^(?:safe|neutral|normal)", re.IGNORECASE)
_EPSILON = 1e-12
_HEAD_WIDTH = 64
_LAYER = "vit.encoder.layer.{}."


class ClassifierError(ValueError):
    """The file is no classifier that can be used; the message says why."""


@dataclass(frozen=True, slots=True)
class VitClassifier:
    """Its `score` is how likely it holds the picture to be explicit."""

    name: str
    labels: tuple[str, ...]
    side: int  # pixels of the square that it sees
    heads: int
    epsilon: float
    mean: tuple[float, ...]
    deviation: tuple[float, ...]
    tensors: Mapping[str, torch.Tensor]  # float32

    def probabilities(self, picture: Picture) -> dict[str, float]:
        """By label, of a (H, W, 3) picture."""
        import torch

        with torch.inference_mode():
            logits = self._forward(self._pixels(picture))
            shares = torch.softmax(logits[0], dim=0).tolist()
        return dict(zip(self.labels, shares, strict=True))

    def score(self, picture: Picture) -> float:
        shares = self.probabilities(picture)
        return min(1.0, sum(share for label, share in shares.items() if is_unsafe(label)))

    def _pixels(self, picture: Picture) -> torch.Tensor:
        import torch
        from PIL import Image

        resized = Image.fromarray(np.ascontiguousarray(picture[..., :3])).resize(
            (self.side, self.side), Image.Resampling.BILINEAR
        )
        scaled = np.asarray(resized, dtype=np.float32) / 255.0
        pixels = torch.from_numpy(scaled.transpose(2, 0, 1)[None].copy())
        mean, deviation = (
            torch.tensor(values).view(1, 3, 1, 1) for values in (self.mean, self.deviation)
        )
        return (pixels - mean) / deviation

    def _forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """(1, 3, side, side) to (1, labels)."""
        import torch
        from torch.nn import functional

        tensors = self.tensors
        kernel = tensors["vit.embeddings.patch_embeddings.projection.weight"]
        patches = functional.conv2d(
            pixels,
            kernel,
            tensors["vit.embeddings.patch_embeddings.projection.bias"],
            stride=kernel.shape[-1],
        )
        states = patches.flatten(2).transpose(1, 2)
        states = torch.cat([tensors["vit.embeddings.cls_token"], states], dim=1)
        states = states + tensors["vit.embeddings.position_embeddings"]
        for layer in range(_layers(tensors)):
            states = self._layer(states, _LAYER.format(layer))
        states = self._normalised(states, "vit.layernorm")
        return self._linear(states[:, 0], "classifier")

    def _layer(self, states: torch.Tensor, prefix: str) -> torch.Tensor:
        from torch.nn import functional

        seen = self._normalised(states, prefix + "layernorm_before")
        count, tokens, width = seen.shape
        query, key, value = (
            self._linear(seen, f"{prefix}attention.attention.{part}")
            .view(count, tokens, self.heads, width // self.heads)
            .transpose(1, 2)
            for part in ("query", "key", "value")
        )
        attended = functional.scaled_dot_product_attention(query, key, value)
        attended = attended.transpose(1, 2).reshape(count, tokens, width)
        states = states + self._linear(attended, prefix + "attention.output.dense")
        hidden = self._normalised(states, prefix + "layernorm_after")
        hidden = functional.gelu(self._linear(hidden, prefix + "intermediate.dense"))
        return states + self._linear(hidden, prefix + "output.dense")

    def _linear(self, states: torch.Tensor, name: str) -> torch.Tensor:
        from torch.nn import functional

        return functional.linear(
            states, self.tensors[name + ".weight"], self.tensors.get(name + ".bias")
        )

    def _normalised(self, states: torch.Tensor, name: str) -> torch.Tensor:
        from torch.nn import functional

        weight = self.tensors[name + ".weight"]
        return functional.layer_norm(
            states, weight.shape, weight, self.tensors[name + ".bias"], self.epsilon
        )


def is_unsafe(label: str) -> bool:
    return bool(_UNSAFE.search(label)) and not _SAFE.search(label)


def load_classifier(path: Path) -> VitClassifier:
    """Raises ClassifierError, OSError."""
    import torch
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        tensors = {name: tensor.to(torch.float32) for name, tensor in load_file(path).items()}
    except SafetensorError as error:
        raise ClassifierError(f"{path.name} is no safetensors file: {error}") from error
    missing = [name for name in _needed(tensors) if name not in tensors]
    if missing:
        raise ClassifierError(f"{path.name} is no ViT classifier: it has no {missing[0]}")
    config = _json_beside(path, *_configs(path))
    preparation = _json_beside(path, *_preparations(path))
    width = tensors["vit.embeddings.cls_token"].shape[-1]
    heads = int(config.get("num_attention_heads") or max(1, width // _HEAD_WIDTH))
    if width % heads:
        raise ClassifierError(f"{path.name}: {heads} heads do not divide a width of {width}")
    kernel = tensors["vit.embeddings.patch_embeddings.projection.weight"]
    patches = tensors["vit.embeddings.position_embeddings"].shape[1] - 1
    across = math.isqrt(patches)
    if across * across != patches or kernel.shape[1] != 3:
        raise ClassifierError(f"{path.name} does not look at square pictures in three channels")
    return VitClassifier(
        name=path.stem,
        labels=_labels(path, config, tensors["classifier.weight"].shape[0]),
        side=across * kernel.shape[-1],
        heads=heads,
        epsilon=float(config.get("layer_norm_eps", _EPSILON)),
        mean=_channels(preparation.get("image_mean")),
        deviation=_channels(preparation.get("image_std")),
        tensors=tensors,
    )


def load_cached(path: Path) -> VitClassifier:
    """As `load_classifier`, read again only where one of its files has changed."""
    files = [path, *(path.with_name(name) for name in (*_configs(path), *_preparations(path)))]
    states = [file.stat() for file in files if file.is_file()]
    return _load_cached(path, tuple((state.st_mtime_ns, state.st_size) for state in states))


@lru_cache(maxsize=1)
def _load_cached(path: Path, states: tuple[tuple[int, int], ...]) -> VitClassifier:
    return load_classifier(path)


def _configs(path: Path) -> tuple[str, str]:
    return f"{path.stem}.json", "config.json"


def _preparations(path: Path) -> tuple[str, str]:
    return f"{path.stem}.preprocessor.json", "preprocessor_config.json"


def _labels(path: Path, config: Mapping[str, Any], count: int) -> tuple[str, ...]:
    named = config.get("id2label")
    if not isinstance(named, Mapping):
        raise ClassifierError(
            f"{path.name} has no labels: put its config.json beside it as {path.stem}.json"
        )
    labels = tuple(str(named.get(str(index), "")) for index in range(count))
    if len(set(labels)) != count or not any(is_unsafe(label) for label in labels):
        raise ClassifierError(
            f"{path.name} does not tell explicit pictures: its labels are {', '.join(labels)}"
        )
    return labels


def _layers(tensors: Mapping[str, torch.Tensor]) -> int:
    count = 0
    while _LAYER.format(count) + "layernorm_before.weight" in tensors:
        count += 1
    return count


def _needed(tensors: Mapping[str, torch.Tensor]) -> list[str]:
    needed = [
        "vit.embeddings.cls_token",
        "vit.embeddings.position_embeddings",
        "vit.embeddings.patch_embeddings.projection.weight",
        "vit.embeddings.patch_embeddings.projection.bias",
        "vit.layernorm.weight",
        "vit.layernorm.bias",
        "classifier.weight",
    ]
    parts = (
        *("attention.attention.query", "attention.attention.key", "attention.attention.value"),
        *("attention.output.dense", "intermediate.dense", "output.dense"),
        *("layernorm_before", "layernorm_after"),
    )
    for layer in range(max(1, _layers(tensors))):
        needed += [f"{_LAYER.format(layer)}{part}.weight" for part in parts]
        needed += [f"{_LAYER.format(layer)}{part}.bias" for part in parts[-2:]]
    return needed


def _json_beside(path: Path, *names: str) -> Mapping[str, Any]:
    for name in names:
        beside = path.with_name(name)
        if beside.is_file():
            try:
                read = json.loads(beside.read_text(encoding="utf-8"))
            except ValueError as error:
                raise ClassifierError(f"{name} is no JSON: {error}") from error
            if not isinstance(read, dict):
                raise ClassifierError(f"{name} is no JSON object")
            return read
    return {}


def _channels(values: Any) -> tuple[float, ...]:
    if isinstance(values, list) and len(values) == 3:
        return tuple(float(value) for value in values)
    return (0.5, 0.5, 0.5)
