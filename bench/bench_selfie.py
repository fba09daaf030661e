"""How often the analysis of a selfie is right, held against drawn faces of known features.

The faces are drawn in all seven styles and sizes and then put in another light: exposure,
white balance and gamma. What was drawn is the truth that the answers are compared with.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..forge.avatar.artist import Wish, paint
from ..forge.avatar.casting import cast
from ..forge.avatar.coding import from_fields
from ..forge.avatar.features import Features
from ..forge.avatar.selfie import analyse
from ..forge.avatar.selfie.faces import find_faces
from ..forge.avatar.styles import STYLES
from .discovery import Context
from .statistics import median
from .table import Figure

NAME = "selfie"

FACES = 300
SIDES = (160, 1024)  # pixels, of the square pictures
SURE = 0.9
_SEED = 5_000_000
_RIGHT, _ANSWERED, _WRONGLY_SURE = 0.85, 0.70, 0.05
_SECONDS = 1.5

_HAIR: Mapping[str | None, tuple[str, ...]] = {
    "black": ("black", "jet black"),
    "brown": ("brown", "dark brown", "chestnut"),
    "blonde": ("blonde", "golden blonde", "ash blonde"),
    "red": ("red", "ginger", "copper"),
    "gray": ("grey", "silver"),
    "white": ("white",),
    None: ("blue", "pink", "green"),  # no word of the vocabulary
}
_TONES = ("fair", "light", "medium", "olive", "tan", "brown", "dark")
_BEARDS: Mapping[str, str] = {
    "none": "none",
    "light": "stubble",
    "medium": "short beard",
    "full": "full beard",
}
_HATS = ("cap", "fedora", "beanie", "turban", "hijab")
_GLASSES = ("rectangular", "round", "cat-eye")
_DRESS = ("shirt", "t-shirt", "hoodie", "sweater")
_DYES = ("black", "white", "red", "blue", "green", "yellow", "purple", "pink", "brown", "grey")


@dataclass(frozen=True, slots=True)
class DrawnFace:
    """`truth` has the documented names; where it is None, every answer would be wrong, and
    what it does not hold is not judged. `eyes` are the person's right and left one."""

    picture: npt.NDArray[np.uint8]  # (H, W, 3)
    truth: Mapping[str, str | None]
    style: str
    eyes: tuple[tuple[float, float], tuple[float, float]]  # x, y in pixels


def drawn_face(seed: int, *, side: int = 0, light: bool = True) -> DrawnFace:
    """A bust of features drawn by lot, in a light drawn by lot; `side` 0 is one by lot."""
    lot = random.Random(seed)
    hair = lot.choices(list(_HAIR), [5, 5, 5, 5, 5, 5, 1])[0]
    gender = lot.choice(("female", "male"))
    beard = lot.choice(list(_BEARDS)) if gender == "male" and lot.random() < 0.6 else "none"
    hat = lot.choice(_HATS) if lot.random() < 0.2 else None
    glasses = lot.choice(_GLASSES) if lot.random() < 0.35 else None
    truth: dict[str, str | None] = {
        "hair_color": hair,
        "hair_length": lot.choice(("short", "medium", "long")),
        "skin_tone": lot.choice(_TONES),
        "skin_undertone": lot.choice(("warm", "cool", "neutral")),
        "eye_color": lot.choice(("brown", "blue", "green", "hazel", "gray")),
        "face_shape": lot.choice(("oval", "round", "square", "heart", "diamond")),
        "facial_hair": beard,
        "dress_color": lot.choice(_DYES),
        "hat_present": "yes" if hat else "no",
        "glasses_present": "yes" if glasses else "no",
    }
    style = lot.choice(STYLES)
    age = lot.choice(("young adult", "young adult", "middle-aged", "senior"))
    features = from_fields({
        "observed": {
            **{name: truth[name] for name in ("hair_length", "skin_tone", "skin_undertone",
                                              "eye_color", "face_shape")},
            "hair_color": lot.choice(_HAIR[hair]),
            "gender": gender,
            "age_appearance": age,
            "beard_style": _BEARDS[beard],
            "expression": lot.choice(("neutral", "happy", "sad", "surprised")),
        },
        "dress": {"dress_color": truth["dress_color"], "dress_type": lot.choice(_DRESS)},
        "accessories": {
            "hat_present": truth["hat_present"], "hat_style": hat,
            "hat_color": lot.choice(_DYES) if hat else None,
            "glasses_present": truth["glasses_present"], "glasses_type": glasses,
            "mask_present": "no",
        },
    })[0]  # fmt: skip
    person = cast(features, seed)
    _as_cast(truth, person, hat)
    pixels = side or round(float(np.exp(lot.uniform(*np.log(SIDES)))))
    painting = paint(
        person, Wish(framing="bust", style=style, width=pixels, height=pixels, seed=seed)
    )
    picture = np.ascontiguousarray(painting.picture[..., :3])
    if light:
        picture = in_light(picture, lot)
    at = {
        joint: (x * pixels + pixels / 2, y * pixels)
        for joint, (x, y, _) in painting.joints.joints.items()
        if joint in ("right_eye", "left_eye")
    }
    return DrawnFace(picture, truth, style, (at["right_eye"], at["left_eye"]))


def _as_cast(truth: dict[str, str | None], person: Features, hat: str | None) -> None:
    """What casting made of the wishes: a hijab hides the hair."""
    if hat == "hijab":
        truth["hair_color"] = None
    if hat in ("hijab", "turban") or person.hair.length not in ("short", "medium", "long"):
        del truth["hair_length"]  # some may show below it
    else:
        truth["hair_length"] = person.hair.length
    if truth["dress_color"] == "grey":
        truth["dress_color"] = "gray"


def in_light(picture: npt.NDArray[np.uint8], lot: random.Random) -> npt.NDArray[np.uint8]:
    """(H, W, 3) uint8 under another exposure, white balance and gamma."""
    gain = lot.uniform(0.75, 1.2)
    balance = np.array([lot.uniform(0.9, 1.1), 1.0, lot.uniform(0.9, 1.1)])
    gamma = lot.uniform(0.85, 1.18)
    lit = 255.0 * (picture / 255.0) ** gamma * gain * balance
    rounded: npt.NDArray[np.uint8] = np.clip(np.round(lit), 0, 255).astype(np.uint8)
    return rounded


@dataclass(slots=True)
class Score:
    faces: int = 0  # that had this attribute judged, found or not
    answered: int = 0
    right: int = 0
    sure: int = 0  # answered with a confidence over SURE
    wrongly_sure: int = 0


def scores(faces: Iterable[DrawnFace]) -> tuple[dict[str, Score], Counter[str]]:
    """By documented field; and how many faces were drawn, found, and found more than once."""
    kept: dict[str, Score] = {}
    counts: Counter[str] = Counter()
    for face in faces:
        selfie = analyse(face.picture)
        counts.update(drawn=1, found=bool(selfie.faces), twice=len(selfie.faces) > 1)
        told = {
            name: value
            for section in ("observed", "dress", "accessories")
            for name, value in selfie.features[section].items()
        }
        for name, truth in face.truth.items():
            score = kept.setdefault(name, Score())
            score.faces += 1
            if told[name] is None:
                continue
            right = told[name] == truth
            score.answered += 1
            score.right += right
            if selfie.confidence[name] > SURE:
                score.sure += 1
                score.wrongly_sure += not right
    return kept, counts


def run(context: Context) -> list[Figure]:
    kept, counts = scores(drawn_face(_SEED + number) for number in range(FACES))
    found = counts["found"] / counts["drawn"]
    figures = [Figure(f"of {FACES} drawn faces found", 100 * found, "%")]
    for name, score in kept.items():
        answered = score.answered / score.faces
        held = name in ("skin_tone", "hair_color")
        figures.append(
            Figure(
                f"{name}, answered", 100 * answered, "%",
                target=f">= {100 * _ANSWERED:g} %" if held else "",
                met=answered >= _ANSWERED if held else None,
            )
        )  # fmt: skip
        if not score.answered:
            continue
        right, wrongly = score.right / score.answered, score.wrongly_sure / score.answered
        figures += [
            Figure(
                f"{name}, right where answered", 100 * right, "%",
                target=f">= {100 * _RIGHT:g} %" if held else "",
                met=right >= _RIGHT if held else None,
            ),
            Figure(
                f"{name}, answered wrongly with confidence over {SURE:g}", 100 * wrongly, "%",
                target=f"<= {100 * _WRONGLY_SURE:g} %",
                met=wrongly <= _WRONGLY_SURE,
            ),
        ]  # fmt: skip
    return [*figures, *_speed()]


def _speed() -> list[Figure]:
    """A picture without a face is searched at every tilt, and takes longest."""
    face = drawn_face(_SEED, side=1024).picture
    return [
        _timed("1024x1024, in all", lambda: analyse(face), _SECONDS),
        _timed("1024x1024, finding the face", lambda: find_faces(face)),
        _timed("1024x1024, no face in it", lambda: analyse(face[::-1].copy()), _SECONDS),
    ]


def _timed(name: str, once: Callable[[], object], target: float | None = None) -> Figure:
    samples = []
    for _ in range(6):
        start = time.perf_counter()
        once()
        samples.append(time.perf_counter() - start)
    seconds = median(samples[1:])
    if target is None:
        return Figure(name, seconds, "s")
    return Figure(name, seconds, "s", target=f"< {target:g} s", met=seconds < target)
