"""The nodes that refuse, rewrite or cover."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from avatarforge.forge.host.embedded.context import Execution, entered
from avatarforge.forge.host.port import Directories
from avatarforge.forge.moderation.image import PictureRefusedError
from avatarforge.nodes import moderation
from avatarforge.nodes.moderation import ModerateImage, ModerateText
from avatarforge.tests.moderation.test_image import SKINS, figure, write_classifier


@pytest.fixture
def _running(tmp_path: Path) -> Any:
    places = {name: tmp_path / name for name in ("private", "input", "output", "temp")}
    with entered(Execution("prompt", "node", Directories(**places))):
        yield


def _image(dressed: str) -> tuple[torch.Tensor, torch.Tensor]:
    picture, people = figure(SKINS[1], dressed)
    return torch.from_numpy(picture)[None].float() / 255, torch.from_numpy(people)[None].float()


def test_text_is_rewritten_or_refused_by_the_policy() -> None:
    text, allowed, told = ModerateText.execute("a naked man at sea", "general").args
    assert allowed and text.startswith("a casually dressed man at sea")
    assert json.loads(told)["decision"] == "rewritten"
    assert ModerateText.execute("a naked man at sea", "private").args[:2] == ("", False)
    assert ModerateText.execute("a naked man at sea", "1to1").args[:2] == (
        "a naked man at sea",
        True,
    )
    assert ModerateText.execute("a nude child", "1to1").args[:2] == ("", False)


@pytest.mark.usefixtures("_running")
def test_what_is_dressed_goes_on_unchanged() -> None:
    image, mask = _image("suit")
    shown, told, notes = ModerateImage.execute(image, "general", "blur", mask, "earlier").args
    assert torch.equal(shown, image)
    assert notes == "earlier"
    assert json.loads(told)["model"] == "skin-exposure"


@pytest.mark.usefixtures("_running")
@pytest.mark.parametrize("how", ["blur", "mosaic"])
def test_a_batch_is_covered_one_by_one(how: Any) -> None:
    naked, mask = _image("naked")
    dressed, _ = _image("suit")
    both = torch.cat([naked, dressed])
    shown, told, notes = ModerateImage.execute(both, "scenes", how, mask, "earlier").args
    assert shown.shape == both.shape
    assert not torch.equal(shown[0], both[0])
    assert torch.allclose(shown[1], both[1], atol=1 / 255)
    assert [each["decision"] for each in json.loads(told)] == ["covered", "allowed"]
    assert notes.splitlines() == [
        "earlier",
        f"The picture was covered ({how}): skin-exposure gave it 1.00",
    ]


@pytest.mark.usefixtures("_running")
def test_a_mask_of_another_size_is_fitted() -> None:
    naked, mask = _image("naked")
    small = mask[:, ::2, ::2]
    told = ModerateImage.execute(naked, "scenes", "blur", small).args[1]
    assert json.loads(told)["tier"] == 2


@pytest.mark.usefixtures("_running")
def test_refusing_ends_the_run() -> None:
    naked, mask = _image("naked")
    with pytest.raises(PictureRefusedError, match="was refused"):
        ModerateImage.execute(naked, "general", "refuse", mask)


def test_one_to_one_pictures_are_not_looked_at() -> None:
    naked, mask = _image("naked")
    shown, told, _ = ModerateImage.execute(naked, "1to1", "refuse", mask).args
    assert shown is naked
    assert json.loads(told)["decision"] == "not checked"


@pytest.mark.usefixtures("_running")
def test_a_classifier_of_the_models_folder_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "models" / "classifiers"
    monkeypatch.setattr(moderation, "_model_folders", lambda name: [tmp_path / "models" / name])
    image, mask = _image("suit")
    write_classifier(folder / "a", bias=30.0)
    told = ModerateImage.execute(image, "general", "mosaic", mask).args[1]
    assert json.loads(told)["model"] == "guard"
    assert json.loads(told)["tier"] == 2

    (folder / "a" / "config.json").unlink()
    _, told, notes = ModerateImage.execute(image, "general", "mosaic", mask).args
    assert json.loads(told)["model"] == "skin-exposure"
    assert "A classifier was not used: guard.safetensors has no labels" in notes


@pytest.mark.usefixtures("_running")
def test_models_lie_beside_the_input_folder(tmp_path: Path) -> None:
    write_classifier(tmp_path / "models" / "classifiers", bias=30.0)
    image, mask = _image("suit")
    told = ModerateImage.execute(image, "general", "blur", mask).args[1]
    assert json.loads(told)["model"] == "guard"
