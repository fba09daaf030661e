"""Moderation of finished pictures: a verdict, and a cover for what it found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, get_args

import numpy as np
import numpy.typing as npt

from .skin import exposure
from .verdict import Tier

Picture = npt.NDArray[np.uint8]
Cover = Literal["blur", "mosaic", "refuse"]
COVERS: tuple[Cover, ...] = get_args(Cover)

SKIN_MODEL = "skin-exposure"
SKIN_THRESHOLD = 0.75  # of a body; swimwear stays below it
CLASSIFIER_THRESHOLD = 0.5

_MARGIN = 1 / 48  # of the longer side, around what is covered
_BLUR = 1 / 28  # of the longer side, the radius
_TILES = 28  # across the longer side


class PictureRefusedError(ValueError):
    """The picture must not be shown."""


class Classifier(Protocol):
    @property
    def name(self) -> str: ...

    def score(self, picture: Picture) -> float:
        """0..1: how likely a (H, W, 3) picture is explicit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageVerdict:
    tier: Tier
    decision: Literal["allowed", "covered", "blocked"]
    score: float  # 0..1
    threshold: float
    model: str
    region: npt.NDArray[np.bool_] = field(repr=False, compare=False)  # (H, W), to be covered

    def to_mapping(self) -> dict[str, Any]:
        rows, columns = np.nonzero(self.region)
        box = (
            None
            if not len(rows)
            else [int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1]
        )
        return {
            "tier": self.tier,
            "decision": self.decision,
            "score": round(self.score, 4),
            "threshold": self.threshold,
            "model": self.model,
            "region": box,  # left, top, right, bottom in pixels
        }


def judge_image(
    picture: Picture,
    people_mask: npt.NDArray[Any] | None = None,
    classifier: Classifier | None = None,
) -> ImageVerdict:
    """`picture` is (H, W, 3 or 4) uint8; `people_mask` (H, W), bool, uint8 or 0..1.

    A classifier has the say where there is one; the skin then only says what to cover.
    """
    shown = exposure(picture, people_mask)
    if classifier is None:
        score, threshold, model = shown.share, SKIN_THRESHOLD, SKIN_MODEL
    else:
        score, threshold = classifier.score(picture[..., :3]), CLASSIFIER_THRESHOLD
        model = classifier.name
    if score < threshold:
        region = np.zeros(picture.shape[:2], np.bool_)
        return ImageVerdict(
            tier=0, decision="allowed", score=score, threshold=threshold, model=model, region=region
        )
    region = _widened(shown.bare) if shown.bare.any() else np.ones_like(shown.bare)
    return ImageVerdict(
        tier=2, decision="covered", score=score, threshold=threshold, model=model, region=region
    )


def cover(picture: Picture, verdict: ImageVerdict, how: Cover) -> Picture:
    """The picture with the region made unrecognisable; as it is where it is allowed.

    Raises PictureRefusedError where `how` is "refuse" and it is not allowed.
    """
    if verdict.decision == "allowed":
        return picture
    if how == "refuse":
        raise PictureRefusedError(
            f"The picture was refused: {verdict.model} gave it {verdict.score:.2f}, "
            f"and {verdict.threshold:.2f} is the limit"
        )
    hidden = _blurred(picture) if how == "blur" else _tiled(picture)
    covered = picture.copy()
    covered[verdict.region, :3] = hidden[verdict.region]
    return covered


def _widened(bare: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    from scipy import ndimage

    reach = max(2, round(max(bare.shape) * _MARGIN))
    distance = ndimage.distance_transform_edt(~bare)
    widened: npt.NDArray[np.bool_] = distance <= reach
    return widened


def _blurred(picture: Picture) -> Picture:
    from PIL import Image, ImageFilter

    radius = max(picture.shape[:2]) * _BLUR
    opened = Image.fromarray(np.ascontiguousarray(picture[..., :3]))
    return np.asarray(opened.filter(ImageFilter.GaussianBlur(radius)))


def _tiled(picture: Picture) -> Picture:
    from PIL import Image

    height, width = picture.shape[:2]
    tile = max(1, round(max(height, width) / _TILES))
    opened = Image.fromarray(np.ascontiguousarray(picture[..., :3]))
    few = opened.resize((-(-width // tile), -(-height // tile)), Image.Resampling.BOX)
    return np.asarray(few.resize((width, height), Image.Resampling.NEAREST))
