"""Which requirements this Python lacks.

Run as a script by the Python in question (`python probe.py FILE ...`), and imported by the
installer for its own: prints a JSON list of `{"requirement", "problem"}`. Requirement files
here use one grammar, `name>=1.2.3,<2.0.0`; a test holds them to it.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import re
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

REQUIREMENT = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)((?:(?:>=|<)\d+(?:\.\d+)*,?)*)")
IMPORT_NAMES: dict[str, str | None] = {
    "pillow": "PIL",
    "pytest-xdist": "xdist",
    "scikit-image": "skimage",
    "scipy-stubs": None,
    "websocket-client": "websocket",
}
"""Where a distribution is not imported by its own name; None: it holds types alone."""


@dataclass(frozen=True)
class Requirement:
    """A distribution with its bounds, each `(">=" or "<", release numbers)`."""

    name: str
    bounds: tuple[tuple[str, tuple[int, ...]], ...]
    text: str

    def allows(self, version: str) -> bool:
        release = numbers(version)
        return all(
            release >= bound if operator == ">=" else release < bound
            for operator, bound in self.bounds
        )


@dataclass(frozen=True)
class Problem:
    requirement: str
    problem: str


def numbers(version: str) -> tuple[int, ...]:
    """The release numbers of a version, without trailing zeros: "2.10.0+cpu" is (2, 10)."""
    match = re.match(r"\d+(?:\.\d+)*", version)
    release = [int(part) for part in match.group().split(".")] if match else []
    while release and release[-1] == 0:
        release.pop()
    return tuple(release)


def parse(line: str) -> Requirement:
    """Raises ValueError for what is outside the grammar."""
    match = REQUIREMENT.fullmatch(line)
    if match is None:
        raise ValueError(f"not a requirement this project writes: {line!r}")
    bounds = tuple(
        (operator, numbers(version))
        for operator, version in re.findall(r"(>=|<)([\d.]+)", match.group(2))
    )
    return Requirement(match.group(1), bounds, line)


def read(path: Path) -> tuple[Requirement, ...]:
    lines = (line.split("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(parse(line) for line in lines if line)


def import_name(requirement: Requirement) -> str | None:
    """What its module is called; None where there is none."""
    plain = requirement.name.lower()
    return IMPORT_NAMES.get(plain, plain.replace("-", "_"))


def problem(requirement: Requirement) -> str | None:
    """Why this Python does not meet the requirement; it is really imported."""
    try:
        version = importlib.metadata.version(requirement.name)
    except importlib.metadata.PackageNotFoundError:
        return "is not installed"
    if not requirement.allows(version):
        return f"is installed as {version}"
    name = import_name(requirement)
    if name is None:
        return None
    try:
        importlib.import_module(name)
    # A damaged or mismatched package may raise anything at import; all of it means the same.
    except Exception as error:
        return f"is installed but does not import: {type(error).__name__}: {error}"
    return None


def problems(files: list[Path]) -> list[Problem]:
    found = ((requirement, problem(requirement)) for path in files for requirement in read(path))
    return [Problem(requirement.text, text) for requirement, text in found if text is not None]


if __name__ == "__main__":
    # Python searches the folder of a script first; no module here is meant to be found.
    here = Path(__file__).parent
    sys.path[:] = [entry for entry in sys.path if not entry or Path(entry) != here]
    found = problems([Path(name) for name in sys.argv[1:]])
    sys.stdout.write(json.dumps([asdict(each) for each in found]) + "\n")
