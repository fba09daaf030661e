"""Loads the checkout as the package `avatarforge`, by path, as ComfyUI loads it."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# The same examples each time, so that a change is to blame for what fails; others are drawn
# with HYPOTHESIS_PROFILE=default.
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

ROOT = Path(__file__).resolve().parents[1]

LONGEST = (
    "contract/test_fuzz.py",
    "contract/test_chats.py",
    "contract/test_anime_production.py",
    "recipes/test_sampling.py",
    "avatar/selfie/test_selfie.py",
    "test_quality.py",
    "recipes/test_writing.py",
    "contract/test_character3d.py",
    "motion/test_quality.py",
    "recipes/test_shapes.py",
    "mesh/test_bake.py",
    "web/test_editor_templates.py",
    "test_packaging.py",
    "contract/test_anime.py",
    "mesh/test_skin.py",
    "portrait/test_portrait.py",
)
"""Those of over a minute, the longest first."""


def _load_package() -> None:
    if "avatarforge" in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        "avatarforge", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    assert spec is not None and spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules["avatarforge"] = package
    spec.loader.exec_module(package)


_load_package()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first: a worker that takes one last keeps the others waiting."""
    turns = {ROOT / "tests" / name: turn for turn, name in enumerate(LONGEST)}
    items.sort(key=lambda item: turns.get(item.path, len(turns)))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of pytest-xdist sends home which hosts it has tested."""
    from avatarforge.tests.hosts import report

    sent: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if sent is not None:
        sent["hosts"] = report.noted()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    from avatarforge.tests.hosts import report

    # A worker that died has sent nothing; pytest-xdist tells of it.
    report.take_over(getattr(node, "workeroutput", {}).get("hosts", ()))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> Generator[None, None, None]:
    """The last lines of a run: the hosts it tested, and what was skipped for lack of what."""
    yield  # pytest's own summary first
    # Only now, for the package has to be registered first.
    from avatarforge.tests.hosts import report

    reasons = [
        each.longrepr[2]
        for each in terminalreporter.stats.get("skipped", ())
        if isinstance(each.longrepr, tuple)
    ]
    terminalreporter.section("hosts")
    for line in (report.hosts_line(), *report.skip_lines(reasons)):
        terminalreporter.write_line(line)
