from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from avatarforge.forge.recipes.models import Model, read_header, recognise

from .model_files import Shapes, Tell, write


@pytest.fixture
def told(tmp_path: Path) -> Tell:
    def tell(
        shapes: Shapes, name: str = "model.safetensors", metadata: Mapping[str, str] | None = None
    ) -> Model:
        return recognise(read_header(write(tmp_path / "models" / name, shapes, metadata)))

    return tell
