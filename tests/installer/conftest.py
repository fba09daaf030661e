"""The checkout that the installer's tests work in."""

from __future__ import annotations

from pathlib import Path

import pytest
from avatarforge.tests.installer.support import copy_checkout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return copy_checkout(tmp_path / "checkout")
