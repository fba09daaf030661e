"""What a selfie shows of a person, in the documented `avatar_features`."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from . import quality
from .answers import Answers, read_answers
from .attributes import Reading, judge
from .face_map import FaceMap, map_face
from .faces import Box, find_faces
from .light import Light, light_on
from .measures import Measures, measure
from .pixels import Picture, smaller
from .vocabulary import BELONGS, COLOURS, SECTIONS, empty

Reason = Literal["NO_FACE_DETECTED", "MULTIPLE_FACES", "LOW_QUALITY"]

_log = logging.getLogger(__name__)

_LOOKED_AT = 1024
"""Longest side, in pixels, of what is looked at."""
_GREYS_SIDE = 128
_COLOURLESS = 2.0
"""Mean of a* and b* of a black and white picture."""
_BYSTANDER = 0.4
"""A face this much narrower than the largest one is no second person of the picture."""
_BY_MODEL = 1.0


@dataclass(frozen=True, slots=True)
class Selfie:
    """`features` is the documented object with every key, null where the picture does not
    tell. `confidence` has a figure in 0..1 for each field that was measured, also where it was
    too low for an answer; 1 where a model answered."""

    faces: tuple[Box, ...]  # the largest first, in pixels of the picture
    quality: float  # 0..1, three decimals
    reason: Reason | None  # why the picture is refused; None where it is not
    features: Mapping[str, Mapping[str, Any]]
    confidence: Mapping[str, float] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()  # what of a model's reply was not understood


def analyse(picture: Picture, answers: str = "", faces: Sequence[Box] = ()) -> Selfie:
    """Look at one picture, (H, W, 3) uint8 RGB, without any model.

    `faces` are those that a model has found, in pixels of the picture; where there is none,
    they are looked for here.

    `answers` is a vision model's reply to `question()`; where it gives a documented word, that
    wins over what was measured, and what is not measured at all (age, gender, expression, ...)
    comes from nowhere else. ValueError for an array of another shape or type.

    A picture that is refused for its quality tells nothing; one of several people tells of the
    largest face.
    """
    if picture.ndim != 3 or picture.shape[2] != 3 or picture.dtype != np.uint8:
        raise ValueError(f"Expected (H, W, 3) uint8, got {picture.shape} {picture.dtype}")
    if 0 in picture.shape:
        raise ValueError("The picture has no pixels")
    began = time.perf_counter()
    seen = smaller(picture, _LOOKED_AT)
    scale = max(picture.shape[:2]) / max(seen.shape[:2])
    shrunk = time.perf_counter()
    found_before = sorted(faces, key=lambda face: -face.side)
    faces = tuple(_enlarged(face, 1 / scale) for face in found_before) or find_faces(seen)
    searched = time.perf_counter()
    if not faces:
        return Selfie((), 0.0, "NO_FACE_DETECTED", empty())
    score = quality.quality_of(seen, faces[0]).score
    others = [face for face in faces[1:] if face.side > _BYSTANDER * faces[0].side]
    reason: Reason | None = None
    if others:
        reason = "MULTIPLE_FACES"
    elif score < quality.LEAST:
        reason = "LOW_QUALITY"
    found = read_answers(answers) if reason != "LOW_QUALITY" else Answers({})
    readings = {} if score < quality.LEAST else _readings(seen, faces[0])
    features = _features(readings, found.values)
    _log.debug(
        "A selfie of %dx%d: %.0f ms to shrink, %.0f ms to find %d faces, %.0f ms to read",
        picture.shape[1],
        picture.shape[0],
        1000 * (shrunk - began),
        1000 * (searched - shrunk),
        len(faces),
        1000 * (time.perf_counter() - searched),
    )
    features["meta"] = {
        "face_detected": True,
        "num_faces": len(faces),
        "quality_score": score,
    }
    return Selfie(
        tuple(_enlarged(face, scale) for face in faces),
        score,
        reason,
        features,
        {name: reading.confidence for name, reading in readings.items()}
        | dict.fromkeys(found.values, _BY_MODEL),
        found.dropped,
    )


def measured(picture: Picture, box: Box) -> tuple[Measures, Light, FaceMap]:
    """What is measured on one face of the picture, (H, W, 3) uint8, and in what light."""
    face = map_face(picture, box)
    eyes = np.concatenate([eye.reshape(-1, 3) for eye in face.eyes])
    light = light_on(eyes, face.skin, smaller(picture, _GREYS_SIDE))
    return measure(face, light), light, face


def _readings(picture: Picture, box: Box) -> dict[str, Reading]:
    measures, light, face = measured(picture, box)
    readings = judge(measures, light.source)
    if float(np.abs(face.lab[..., 1:]).mean()) < _COLOURLESS:
        return {name: told for name, told in readings.items() if name not in COLOURS}
    return readings


def _features(
    readings: Mapping[str, Reading], told: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    made = empty()
    for section, fields in SECTIONS.items():
        for name in fields:
            reading = readings.get(name)
            value = told.get(name) or (reading.told(name) if reading is not None else None)
            made[section][name] = value
    worn = made["accessories"]
    for name, of in BELONGS.items():
        if worn[of] != "yes":
            worn[name] = None
    return made


def _enlarged(box: Box, scale: float) -> Box:
    return Box(box.x * scale, box.y * scale, box.side * scale, box.tilt, box.score)
