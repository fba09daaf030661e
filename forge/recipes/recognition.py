"""From a header to what the file is: the rules applied, and what names and metadata add."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from .diffusion_rules import DIFFUSION_RULES, PARTS
from .diffusion_rules import PREFIXES as DIFFUSION_PREFIXES
from .families import Candidates, Evidence, Kind, Model, Rule, candidates, first_match
from .guide_rules import (
    ARCHITECTURE_KEYS,
    ARCHITECTURES,
    CONTROL_PREFIXES,
    CONTROL_RULES,
    CONTROLS,
    HUNYUAN3D_21,
    HUNYUAN3D_VIEWS,
    IP_ADAPTER_RULES,
    LORA_MARKS,
    LORA_RULES,
    MOTION_RULES,
    QWEN_EDIT,
    SCALE,
    TITLE_KEYS,
    VAE_NAMES,
)
from .part_rules import (
    APPROXIMATE_RULES,
    BACKGROUND_RULES,
    FACE_RULES,
    TEXT_RULES,
    UPSCALER_PREFIXES,
    UPSCALER_RULES,
    VAE_PREFIXES,
    VAE_RULES,
    VISION_RULES,
)
from .safetensors_header import Header

_REVISION = 2  # to be raised when the functions here tell something else than before

_TABLES: tuple[tuple[tuple[Rule, ...], tuple[str, ...]], ...] = (
    # A ControlNet has much of the model that it steers, so it is looked for first.
    (CONTROL_RULES, CONTROL_PREFIXES),
    (DIFFUSION_RULES, DIFFUSION_PREFIXES),
    (IP_ADAPTER_RULES, ("",)),
    (MOTION_RULES, ("",)),
    (APPROXIMATE_RULES, ("",)),
    (VAE_RULES, VAE_PREFIXES),
    (TEXT_RULES, ("",)),
    (VISION_RULES, ("",)),
    (BACKGROUND_RULES, ("", "module.")),
    (UPSCALER_RULES, UPSCALER_PREFIXES),
    (FACE_RULES, ("",)),
)

_CANDIDATES: Candidates = tuple(
    candidate for rules, prefixes in _TABLES for candidate in candidates(rules, prefixes)
)
_IMAGE_ENCODERS = candidates(VISION_RULES, ("",))

_SAMPLE = 45  # names from the beginning, the middle and the end of a LoRA

_WORDS: dict[Evidence, str] = {"name": "by file name", "metadata": "by metadata"}


def rules_digest() -> str:
    """Changes when the rules do: what was told by others is to be told anew."""
    rules = (_REVISION, _TABLES, PARTS, LORA_RULES, LORA_MARKS, ARCHITECTURES, CONTROLS)
    hunyuan = (HUNYUAN3D_21, HUNYUAN3D_VIEWS)
    rest = (ARCHITECTURE_KEYS, TITLE_KEYS, QWEN_EDIT, hunyuan, SCALE, VAE_NAMES)
    return hashlib.sha256(repr((rules, rest)).encode()).hexdigest()


def recognise(header: Header) -> Model:
    """What this file is; of kind "unknown" where no rule tells."""
    found = first_match(_CANDIDATES, header)
    if found is not None:
        return _told(header, *found)
    return _lora(header) or Model(None, "unknown")


def _told(header: Header, rule: Rule, prefix: str) -> Model:
    model = Model(
        family=rule.family,
        kind=rule.kind,
        detail=rule.detail,
        variant=rule.variant,
        serves=rule.serves,
        parts=(rule.kind,),
        generates=rule.can_generate(header, prefix),
        sees=rule.can_see(header, prefix),
    )
    if rule.kind == "diffusion_model":
        return _several_views(header, _edit(header, _checkpoint(header, model)))
    if rule.kind == "controlnet":
        return _control(header, model)
    if rule.kind in ("vae", "vae_approx"):
        return _vae(header, model)
    if rule.kind == "text_encoder" and rule.variant.startswith("clip-"):
        both = first_match(_IMAGE_ENCODERS, header) is not None
        return replace(model, parts=("text_encoder", "clip_vision")) if both else model
    if rule.kind == "upscaler":
        return _upscaler(header, model)
    return model


def _checkpoint(header: Header, model: Model) -> Model:
    """A diffusion model that brings more with it."""
    prefixes = tuple(prefix for _, group in PARTS for prefix in group)
    besides = [name for name in header.tensors if name.startswith(prefixes)]
    found: list[Kind] = []
    for kind, group in PARTS:
        if any(name.startswith(group) for name in besides):
            found.append(kind)
            besides = [name for name in besides if not name.startswith(group)]
    if not found:
        return model
    return replace(model, kind="checkpoint", parts=("diffusion_model", *found))


def _edit(header: Header, model: Model) -> Model:
    """Qwen-Image-Edit has the very tensors of Qwen-Image, before its version of 2511."""
    if model.family != "qwen-image" or model.variant:
        return model
    evidence = _first_with(header, QWEN_EDIT)
    if evidence is None:
        return model
    return replace(
        model,
        family="qwen-image-edit",
        serves=("qwen-image-edit",),
        told_by=evidence,
        detail=_said(model.detail, f"Qwen-Image-Edit {_WORDS[evidence]}"),
    )


def _several_views(header: Header, model: Model) -> Model:
    """Hunyuan3D 2 for several views has the very tensors of that for one."""
    if model.family != "hunyuan3d-2" or not model.variant.startswith("2.0"):
        return model
    evidence = _first_with(header, HUNYUAN3D_VIEWS)
    if evidence is None:
        return model
    return replace(
        model,
        variant=f"{model.variant}-mv",
        detail=_said(model.detail, f"for several views {_WORDS[evidence]}"),
    )


def _control(header: Header, model: Model) -> Model:
    if model.variant == "union":
        return replace(model, control="union", detail=_said(model.detail, "union"))
    for text, evidence in _texts(header):
        for control, pattern in CONTROLS:
            if pattern.search(text):
                detail = _said(model.detail, f"{control} {_WORDS[evidence]}")
                return replace(model, control=control, detail=detail, told_by=evidence)
    return model


def _vae(header: Header, model: Model) -> Model:
    if model.variant == "hunyuan3d" and HUNYUAN3D_21.search(header.name):
        detail = _said(model.detail, f"of version 2.1 {_WORDS['name']}")
        return replace(model, variant="hunyuan3d-2.1", detail=detail, told_by="name")
    if len(model.serves) < 2:
        return model
    for variant, family, pattern in VAE_NAMES:
        if variant == model.variant and family in model.serves and pattern.search(header.name):
            serves = tuple(each for each in model.serves if each.startswith(family))
            detail = _said(model.detail, f"{family} {_WORDS['name']}")
            return replace(model, family=family, serves=serves, detail=detail, told_by="name")
    return model


def _upscaler(header: Header, model: Model) -> Model:
    scale = SCALE.search(header.name.rsplit("/", 1)[-1])
    if scale is None:
        return model
    times = scale.group(1) or scale.group(2)
    return replace(model, detail=_said(model.detail, f"{times}x {_WORDS['name']}"))


def _lora(header: Header) -> Model | None:
    text = "\n".join(_sample(list(header.tensors)))
    if not any(mark in text for mark in LORA_MARKS):
        return None
    model = Model(None, "lora", parts=("lora",))
    for key in ARCHITECTURE_KEYS:
        for family, pattern in ARCHITECTURES:
            if pattern.search(header.metadata.get(key, "")):
                return replace(
                    model,
                    family=family,
                    serves=(family,),
                    told_by="metadata",
                    detail=f"{family} {_WORDS['metadata']}",
                )
    for rule in LORA_RULES:
        for match in islice(rule.pattern.finditer(text), 1 if rule.width is None else 4):
            if rule.width is not None and not _has_width(header, text, match, rule.width):
                continue
            serves = () if rule.family is None else (rule.family,)
            return replace(model, family=rule.family, serves=serves, detail=rule.detail)
    return model


def _has_width(header: Header, text: str, match: re.Match[str], width: int) -> bool:
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.start())
    shape = header.shape(text[start:] if end < 0 else text[start:end])
    return shape is not None and len(shape) > 1 and shape[1] == width


def _sample(names: list[str]) -> Iterable[str]:
    if len(names) <= 3 * _SAMPLE:
        return names
    middle = len(names) // 2
    return names[:_SAMPLE] + names[middle : middle + _SAMPLE] + names[-_SAMPLE:]


def _texts(header: Header) -> Iterable[tuple[str, Evidence]]:
    """What may tell in words, the best first: title, file name, the folder's name."""
    for key in TITLE_KEYS:
        if key in header.metadata:
            yield header.metadata[key], "metadata"
    for part in reversed(header.name.split("/")):
        yield part, "name"


def _first_with(header: Header, pattern: re.Pattern[str]) -> Evidence | None:
    return next((evidence for text, evidence in _texts(header) if pattern.search(text)), None)


def _said(detail: str, more: str) -> str:
    return f"{detail}; {more}" if detail else more
