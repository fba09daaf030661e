"""The fitting of the selfie's figures: what it writes is what it fitted, and fitting is exact."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from avatarforge.bench import fit_selfie
from avatarforge.bench.fit_selfie import Fitted, Seen
from avatarforge.forge.avatar.selfie import fitted
from avatarforge.forge.avatar.selfie.measures import NUMBERS, Measures, Sample

SOURCE = Path(fitted.__file__).read_text(encoding="utf-8")


def as_they_are() -> Fitted:
    return Fitted(
        {
            field: {word: (np.array(m), np.array(s)) for word, (m, s) in words.items()}
            for field, words in fitted.COLOURS.items()
        },
        fitted.UNDERTONES,
        fitted.UNDERTONE_SPREAD,
        np.array(fitted.LOWEST),
        np.array(fitted.HIGHEST),
        {
            field: (words, np.array(weights), np.array(bias))
            for field, (words, weights, bias) in fitted.WEIGHTS.items()
        },
    )


def values(source: str) -> dict[str, Any]:
    made: dict[str, Any] = {}
    exec(compile(source, "fitted", "exec"), made)  # noqa: S102
    return {name: value for name, value in made.items() if name.isupper()}


def test_what_is_written_is_read_again() -> None:
    written = fit_selfie.written(as_they_are(), SOURCE)
    assert values(written) == values(SOURCE)
    assert ast.get_docstring(ast.parse(written)) == ast.get_docstring(ast.parse(SOURCE))
    changed = as_they_are()
    changed = Fitted(
        changed.colours, changed.undertones, 1.25, changed.lowest, changed.highest, changed.weights
    )
    assert values(fit_selfie.written(changed, SOURCE))["UNDERTONE_SPREAD"] == 1.25


def faces(count: int) -> list[Seen]:
    """Measured without noise but for a little: every word has its own colour and share."""
    chance = np.random.default_rng(3)
    made = []
    for at in range(count):
        truth: dict[str, str | None] = {
            field: list(words)[at % len(words)]
            for field, words in {**fitted.COLOURS, "skin_undertone": fitted.UNDERTONES}.items()
        }
        truth |= {field: words[at % len(words)] for field, (words, *_) in fitted.WEIGHTS.items()}
        truth["hat_present"] = "no"
        numbers = chance.normal(0.5, 0.1, len(NUMBERS)).astype(np.float32)
        numbers[8] = at % 2  # glasses are seen at the bridge
        truth["glasses_present"] = ("no", "yes")[at % 2]

        def sample(field: str, truth: dict[str, str | None] = truth) -> Sample:
            middle = fitted.COLOURS[field][str(truth[field])][0]
            return Sample((np.array(middle) + chance.normal(0, 3, 3)).astype(np.float32), 1.0)

        measures = Measures(
            sample("skin_tone"),
            sample("hair_color"),
            None,
            sample("eye_color"),
            None,
            None,
            numbers,
        )
        made.append(Seen(truth, measures, "eyes"))
    return made


@pytest.fixture(scope="module")
def made() -> Fitted:
    return fit_selfie.fit(faces(240))


def test_known_colours_and_shares_are_found_again(made: Fitted) -> None:
    for field, words in made.colours.items():
        for word, (middle, _) in words.items():
            assert np.allclose(middle, fitted.COLOURS[field][word][0], atol=2.5), (field, word)
    order, weights, _ = made.weights["glasses_present"]
    assert order == ("no", "yes")
    assert int(np.abs(weights[:, 1]).argmax()) == 8 and weights[8, 1] > 0


def test_what_was_judged_by_new_figures_is_judged_by_the_old_ones_again(made: Fitted) -> None:
    before = values(SOURCE)
    seen = faces(60)
    old = fit_selfie.accuracy(seen)
    back = fit_selfie.use(made)
    assert fit_selfie.accuracy(seen)["glasses_present"][2] == 60
    back()
    assert fit_selfie.accuracy(seen) == old
    assert {name: getattr(fitted, name) for name in before} == before


def test_a_word_with_too_few_faces_is_named() -> None:
    with pytest.raises(ValueError, match="draw more"):
        fit_selfie.fit(faces(6))
