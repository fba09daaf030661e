"""Analyze Selfie as a node of a graph."""

from __future__ import annotations

import json
from typing import Any

import skimage.data
import torch
from avatarforge.nodes.pictures import to_image
from avatarforge.nodes.selfie import AnalyzeSelfie


def values(output: Any) -> tuple[Any, ...]:
    found: tuple[Any, ...] = output.args
    return found


def test_a_photograph_becomes_features_that_draw() -> None:
    image = to_image(skimage.data.astronaut())
    reply = '{"gender": "female", "hair_type": "curly", "hair_color": "plaid"}'
    features, told, quality, notes, reason = values(
        AnalyzeSelfie.execute(image, answers=reply, notes="From before.")
    )
    assert features.gender == "female"
    assert features.hair.type == "curly"
    assert "glasses" in features.without
    assert json.loads(told)["observed"]["gender"] == "female"
    assert json.loads(told)["meta"] == {
        "face_detected": True,
        "num_faces": 1,
        "quality_score": quality,
    }
    assert reason == ""
    assert notes.splitlines() == [
        "From before.",
        "Of the model's reply: hair_color: 'plaid' is not one of its words",
    ]


def test_a_cat_is_told_in_the_notes() -> None:
    features, told, quality, notes, reason = values(
        AnalyzeSelfie.execute(to_image(skimage.data.chelsea()))
    )
    assert features.gender is None
    assert json.loads(told)["observed"]["skin_tone"] is None
    assert quality == 0.0
    assert notes == "There is no face in the selfie."
    assert reason == "NO_FACE_DETECTED"


def test_of_a_batch_the_first_is_read() -> None:
    cat = to_image(skimage.data.chelsea())
    notes = values(AnalyzeSelfie.execute(torch.cat([cat, torch.ones_like(cat)])))[3]
    assert "Only the first picture of the batch was read." in notes.splitlines()


def test_its_outputs_are_named() -> None:
    names = [output.id for output in AnalyzeSelfie.GET_SCHEMA().outputs]
    assert names == ["features", "avatar_features", "quality", "notes_out", "reason"]
