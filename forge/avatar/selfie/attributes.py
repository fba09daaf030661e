"""From measures to words, each with how sure it is.

A colour is held against how each word's colours lie in L*a*b*: a normal distribution for
each, and one wide one for what has no word. Shares of regions are weighed by a multinomial
logistic regression. `fitted` has the figures of both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from . import fitted
from .measures import NUMBERS, Measures, Sample
from .pixels import Floats
from .vocabulary import basic_colour

THRESHOLDS: Mapping[str, float] = {
    "hair_color": 0.6,
    "skin_tone": 0.65,
    "skin_undertone": 0.75,
    "eye_color": 0.7,
    "dress_color": 0.7,
    "hat_color": 0.6,
    "glasses_color": 0.7,
    "face_shape": 0.75,
}
_USUAL = 0.7
"""An answer with less confidence is not given."""

_SUREST = 0.97
_BELOW_A_HAT = 0.65
_RIM, _DOUBTFUL = 0.3, 0.6
_WIDER = {"eyes": (1.0, 1.0, 1.0), "greys": (1.9, 1.2, 1.2), "nothing": (1.9, 1.5, 1.7)}
"""How much less a colour tells, in L*, a* and b*, by what told the light."""
_NO_WORD = (35.0, 32.0, 35.0)  # the wide distribution's deviations, around a middle grey
WARMER = np.array([0.0, -0.25, 1.0], np.float32)


@dataclass(frozen=True, slots=True)
class Reading:
    """`confidence` 0..1 is how often such a word is right."""

    word: str
    confidence: float

    def told(self, field: str) -> str | None:
        return self.word if self.confidence >= THRESHOLDS.get(field, _USUAL) else None


def judge(measures: Measures, source: str) -> dict[str, Reading]:
    """By documented field; `source` is that of the light. What was not seen is left out."""
    made: dict[str, Reading] = {name: _weighed(name, measures.numbers) for name in fitted.WEIGHTS}
    glasses = made["glasses_present"]
    below = float(measures.numbers[NUMBERS.index("below eyes")])
    if glasses.word == "yes" and below < _RIM:
        # Deep-set eyes and frowns darken the bridge, but only a rim runs below the eyes.
        made["glasses_present"] = Reading("yes", min(glasses.confidence, _DOUBTFUL))
    hat = _share_of(made["hat_present"], "yes")
    made |= _colours(measures, source, hat)
    skin = made.get("skin_tone")
    if skin is not None:
        made["skin_undertone"] = _undertone(measures.skin, skin, source)
    for kind, sample, present in (
        ("hat", measures.crown, hat),
        ("glasses", measures.frame, _share_of(made["glasses_present"], "yes")),
    ):
        if sample is not None and present > _USUAL:
            word, sure = basic_colour(sample.lab)
            made[f"{kind}_color"] = Reading(word, _cap(sure * sample.clear * present))
    return made


def _cap(value: float) -> float:
    return round(min(_SUREST, max(0.0, float(value))), 3)


def _share_of(reading: Reading, word: str) -> float:
    return reading.confidence if reading.word == word else 1 - reading.confidence


def _colours(measures: Measures, source: str, hat: float) -> dict[str, Reading]:
    made = {}
    hair = _hair(measures, source, hat)
    if hair is not None:
        made["hair_color"] = hair
    for field, sample in (("skin_tone", measures.skin), ("eye_color", measures.iris)):
        if sample is not None:
            made[field] = _nearest(field, sample, source)
    if measures.clothes is not None:
        word, sure = basic_colour(measures.clothes.lab)
        trust = 1.0 if source == "eyes" else 0.8
        clear = min(1.0, measures.clothes.clear + 0.15)
        made["dress_color"] = Reading(word, _cap(sure * trust * clear))
    return made


def _hair(measures: Measures, source: str, hat: float) -> Reading | None:
    """Of the crown, or of the sides where something may be worn above them."""
    crown, sides = measures.crown, measures.sides
    over = _nearest("hair_color", crown, source) if crown is not None else None
    beside = _nearest("hair_color", sides, source) if sides is not None else None
    if hat > 0.5:
        # Beside the face may be the same cloth.
        if beside is None or crown is None or sides is None:
            return None
        own = min(1.0, float(np.linalg.norm(crown.lab - sides.lab)) / 30)
        return Reading(beside.word, _cap(_BELOW_A_HAT * beside.confidence * own))
    if over is None:
        return beside if beside is None else Reading(beside.word, _cap(0.6 * beside.confidence))
    sure = over.confidence
    if beside is not None and beside.word == over.word:
        sure = 1 - (1 - sure) * (1 - 0.5 * beside.confidence)
    elif beside is not None:
        sure *= 0.9
    return Reading(over.word, _cap(sure * (1 - 0.8 * hat)))


def _nearest(field: str, sample: Sample, source: str) -> Reading:
    chances = _chances(field, sample.lab, source)
    word = max(chances, key=lambda name: chances[name])
    return Reading(word, _cap(chances[word] * min(1.0, 0.6 + sample.clear)))


def _chances(field: str, lab: Floats, source: str) -> dict[str, float]:
    wider = np.array(_WIDER[source])

    def density(centre: object, spread: object) -> float:
        deviations = np.asarray(spread) * wider
        off = (lab - np.asarray(centre)) / deviations
        return float(np.exp(-0.5 * (off**2).sum()) / deviations.prod())

    found = {word: density(c, s) for word, (c, s) in fitted.COLOURS[field].items()}
    none = 0.1 * density((50, 0, 0), _NO_WORD) + 1e-12
    total = sum(found.values()) + none * len(found)
    return {word: value / total for word, value in found.items()}


def _undertone(skin: Sample, tone: Reading, source: str) -> Reading:
    """By how much the skin is yellower or rosier than its tone is in the middle."""
    centre = np.array(fitted.COLOURS["skin_tone"][tone.word][0], np.float32)
    warmth = float((skin.lab - centre) @ WARMER)
    spread = fitted.UNDERTONE_SPREAD * _WIDER[source][2]
    weights = {
        word: float(np.exp(-0.5 * ((warmth - at) / spread) ** 2))
        for word, at in fitted.UNDERTONES.items()
    }
    word = max(weights, key=lambda name: weights[name])
    share = weights[word] / sum(weights.values())
    return Reading(word, _cap(share * min(1.0, 0.2 + tone.confidence)))


def _weighed(field: str, numbers: Floats) -> Reading:
    words, weights, bias = fitted.WEIGHTS[field]
    # A picture unlike those it was fitted to is not to be sure for being extreme.
    held = np.clip(numbers, fitted.LOWEST, fitted.HIGHEST)
    logits = (np.asarray(bias) + held @ np.asarray(weights)) * fitted.SHARPNESS[field]
    shares = np.exp(logits - logits.max())
    shares /= shares.sum()
    best = int(shares.argmax())
    return Reading(words[best], _cap(shares[best]))
