"""Fits the figures of the selfie analysis to drawn faces of known features, again.

`python bench/fit_selfie.py --faces 2000 --write` draws faces that the benchmark never sees,
measures them as the analysis does, fits the colours of the words, the undertones and the
weights of the shares, and writes them into `forge/avatar/selfie/fitted.py`; without `--write`
it says how often the present and the new figures are right on held-out faces. The same number
of faces gives the same file. A face takes about half a second.

Not covered, as neither can be fitted to drawings alone: the template that finds faces and the
weights of its evidence (`template.py`), which also saw scikit-image's `lfw_subset` and some
sixty public photographs that are not stored; and `SHARPNESS`, which is set by hand so that no
answer is surer than it should be on faces that are not drawn. It is kept as it is.
"""

from __future__ import annotations

import argparse
import runpy
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from ..forge.avatar.selfie.measures import Measures, Sample
    from .bench_selfie import DrawnFace

Floats = npt.NDArray[np.float64]

FACES = 2000
_SEED = 1_000_000  # the benchmark's faces begin elsewhere
_HELD_OUT = 5  # every fifth face is judged and not fitted
_PENALTY = 1.5  # on the squared weights, so that a few odd faces decide nothing
_TAIL = 0.01  # of the faces are beyond the lowest and the highest numbers
_FAR = 3.5  # deviations from the median: another thing was measured

_FIELDS: Mapping[str, str] = {
    "skin_tone": "skin",
    "hair_color": "crown",
    "eye_color": "iris",
}
"""Of which measure each colour is."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A drawn face as the analysis measured it."""

    truth: Mapping[str, str | None]
    measures: Measures
    source: str  # of the light


@dataclass(frozen=True, slots=True)
class Fitted:
    """By the names of `fitted.py`."""

    colours: Mapping[str, Mapping[str, tuple[Floats, Floats]]]
    undertones: Mapping[str, float]
    undertone_spread: float
    lowest: Floats
    highest: Floats
    weights: Mapping[str, tuple[tuple[str, ...], Floats, Floats]]


def seen(faces: Iterator[DrawnFace]) -> Iterator[Seen]:
    """Those in which exactly one face was found."""
    from ..forge.avatar.selfie.faces import find_faces
    from ..forge.avatar.selfie.selfie import measured

    for face in faces:
        found = find_faces(face.picture)
        if len(found) == 1:
            measures, light, _ = measured(face.picture, found[0])
            yield Seen(face.truth, measures, light.source)


def fit(faces: Sequence[Seen]) -> Fitted:
    from ..forge.avatar.selfie import fitted as present

    colours = {
        field: {word: _colour(faces, field, word) for word in words}
        for field, words in present.COLOURS.items()
    }
    undertones, spread = _undertones(faces, colours["skin_tone"])
    numbers = np.array([face.measures.numbers for face in faces], np.float64)
    lowest, highest = np.quantile(numbers, (_TAIL, 1 - _TAIL), axis=0)
    weights = {}
    for field, (words, _, _) in present.WEIGHTS.items():
        known = [at for at, face in enumerate(faces) if face.truth.get(field) in words]
        truth = np.array([words.index(str(faces[at].truth[field])) for at in known])
        held = np.clip(numbers[known], lowest, highest)
        weights[field] = (words, *_logistic(held, truth, len(words)))
    return Fitted(colours, undertones, spread, lowest, highest, weights)


def _sample(face: Seen, field: str) -> Sample | None:
    """Where the light was told by the eyes: the analysis widens the colours of other lights."""
    if field == "hair_color" and face.truth["hat_present"] == "yes":
        return None
    sample: Sample | None = getattr(face.measures, _FIELDS[field])
    return sample if face.source == "eyes" else None


def _colour(faces: Sequence[Seen], field: str, word: str) -> tuple[Floats, Floats]:
    """The middle and the deviations, L*, a* and b*, of what was measured where this was drawn.

    Raises ValueError for a word of which there are too few."""
    found = [_sample(face, field) for face in faces if face.truth.get(field) == word]
    labs = np.array([sample.lab for sample in found if sample is not None], np.float64)
    if len(labs) < 3:
        raise ValueError(f"{field}: only {len(labs)} faces are {word}; draw more")
    middle = np.median(labs, axis=0)
    spread = 1.4826 * np.median(np.abs(labs - middle), axis=0)
    kept = labs[(np.abs(labs - middle) <= _FAR * np.maximum(spread, 1)).all(axis=1)]
    return kept.mean(axis=0), np.maximum(kept.std(axis=0), 3.0)


def _undertones(
    faces: Sequence[Seen], tones: Mapping[str, tuple[Floats, Floats]]
) -> tuple[Mapping[str, float], float]:
    from ..forge.avatar.selfie import fitted as present
    from ..forge.avatar.selfie.attributes import WARMER

    found: dict[str, list[float]] = {name: [] for name in present.UNDERTONES}
    for face in faces:
        sample = _sample(face, "skin_tone")
        if sample is not None:
            off = sample.lab - tones[str(face.truth["skin_tone"])][0]
            found[str(face.truth["skin_undertone"])].append(float(off @ WARMER))
    middles = {name: float(np.median(values)) for name, values in found.items()}
    rest = [value - middles[name] for name, values in found.items() for value in values]
    return middles, float(1.4826 * np.median(np.abs(rest)))


def _logistic(numbers: Floats, truth: npt.NDArray[Any], words: int) -> tuple[Floats, Floats]:
    """Multinomial logistic regression: (numbers, words) weights, (words,) biases."""
    from scipy.optimize import minimize

    faces, width = numbers.shape
    wanted = np.eye(words)[truth]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights, bias = flat[: width * words].reshape(width, words), flat[width * words :]
        logits = numbers @ weights + bias
        logits -= logits.max(axis=1, keepdims=True)
        shares = np.exp(logits)
        shares /= shares.sum(axis=1, keepdims=True)
        told = -np.log(np.maximum(shares[np.arange(faces), truth], 1e-12)).sum()
        off = shares - wanted
        slope = np.concatenate([(numbers.T @ off + 2 * _PENALTY * weights).ravel(), off.sum(0)])
        return float(told + _PENALTY * (weights**2).sum()), slope

    start = np.zeros(width * words + words)
    flat = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    weights, bias = flat[: width * words].reshape(width, words), flat[width * words :]
    return weights, bias - bias.mean()


def accuracy(faces: Sequence[Seen]) -> Mapping[str, tuple[int, int, int]]:
    """By field: the faces, how many were answered, and how many of those right."""
    from ..forge.avatar.selfie.attributes import judge

    made: dict[str, tuple[int, int, int]] = {}
    for face in faces:
        readings = judge(face.measures, face.source)
        for field, truth in face.truth.items():
            told = readings[field].told(field) if field in readings else None
            of, answered, right = made.get(field, (0, 0, 0))
            made[field] = (of + 1, answered + (told is not None), right + (told == truth))
    return made


def use(made: Fitted) -> Callable[[], None]:
    """Judge by these from now on; what comes back goes back to the present ones."""
    from ..forge.avatar.selfie import fitted as present

    new = {
        "COLOURS": made.colours,
        "UNDERTONES": made.undertones,
        "UNDERTONE_SPREAD": made.undertone_spread,
        "LOWEST": made.lowest,
        "HIGHEST": made.highest,
        "WEIGHTS": made.weights,
    }
    before = {name: getattr(present, name) for name in new}

    def put(values: Mapping[str, object]) -> None:
        for name, value in values.items():
            setattr(present, name, value)

    put(new)
    return lambda: put(before)


def written(made: Fitted, present: str) -> str:
    """The source of `fitted.py` with these figures in it."""

    def listed(values: Any, digits: int) -> str:
        return f"({', '.join(f'{value:.{digits}f}' for value in values)},)"

    colours = "".join(
        f'    "{field}": {{\n'
        + "".join(
            f'        "{word}": ({listed(middle, 1)}, {listed(spread, 1)}),\n'
            for word, (middle, spread) in words.items()
        )
        + "    },\n"
        for field, words in made.colours.items()
    )
    weights = "".join(
        f'    "{field}": (\n        {words!r},\n        (\n'
        + "".join(f"            {listed(row, 2)},\n" for row in rows)
        + f"        ),\n        {listed(bias, 2)},\n    ),\n"
        for field, (words, rows, bias) in made.weights.items()
    )
    tones = ", ".join(f'"{name}": {value:.2f}' for name, value in made.undertones.items())
    for name, value in (
        ("COLOURS", f"{{\n{colours}}}"),
        ("UNDERTONES", f"{{{tones}}}"),
        ("UNDERTONE_SPREAD", f"{made.undertone_spread:.2f}"),
        ("LOWEST", listed(made.lowest, 2)),
        ("HIGHEST", listed(made.highest, 2)),
        ("WEIGHTS", f"{{\n{weights}}}"),
    ):
        present = _with_value(present, name, value)
    return present


def _with_value(source: str, name: str, value: str) -> str:
    """The module with another value for one of its names, and all else as it was."""
    import ast

    lines = source.splitlines(keepends=True)
    for node in ast.parse(source).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            given: ast.expr | None = getattr(node, "value", None)
            if given is None or given.end_lineno is None:
                break
            before = (
                "".join(lines[: given.lineno - 1]) + lines[given.lineno - 1][: given.col_offset]
            )
            after = lines[given.end_lineno - 1][given.end_col_offset :]
            return before + value + after + "".join(lines[given.end_lineno :])
    raise ValueError(f"no {name} in the module")


def main(arguments: Sequence[str]) -> None:
    from ..forge.avatar.selfie import fitted as present
    from .bench_selfie import drawn_face

    parser = argparse.ArgumentParser(prog="bench/fit_selfie.py", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--faces", type=int, default=FACES, help="to draw, at least 200")
    parser.add_argument("--write", action="store_true", help="into fitted.py; format it after")
    options = parser.parse_args(arguments)
    every = list(seen(drawn_face(_SEED + number) for number in range(options.faces)))
    fitting = [face for at, face in enumerate(every) if at % _HELD_OUT]
    held_out = every[::_HELD_OUT]
    made = fit(fitting)
    old = accuracy(held_out)
    back = use(made)
    new = accuracy(held_out)
    back()
    print(f"{len(fitting)} faces fitted, {len(held_out)} held out; answered and right of those:")
    for field, (of, answered, right) in old.items():
        now = new[field]
        print(f"{field:16} now {_told(of, answered, right)}   fitted anew {_told(*now)}")
    if options.write:
        path = Path(present.__file__)
        path.write_text(written(made, path.read_text(encoding="utf-8")), encoding="utf-8")
        print(f"{path} is written; ruff format it")


def _told(of: int, answered: int, right: int) -> str:
    share = f"{100 * right / answered:5.1f} %" if answered else "      -"
    return f"{100 * answered / of:5.1f} % {share}"


if __name__ == "__main__":
    runpy.run_path(str(Path(__file__).absolute().parents[1] / "__main__.py"))["load_package"]()
    import importlib

    importlib.import_module("avatarforge.bench.fit_selfie").main(sys.argv[1:])
