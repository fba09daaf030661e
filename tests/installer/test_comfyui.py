"""Where ComfyUI is, what runs it, and the pack's place in it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from avatarforge.installer import comfyui
from avatarforge.installer.console import InstallError
from avatarforge.tests.installer.support import ROOT, fake_comfyui, one_line


def test_the_order_of_looking(tmp_path: Path) -> None:
    named = fake_comfyui(tmp_path / "named")
    around = fake_comfyui(tmp_path / "around")
    usual = fake_comfyui(tmp_path / "home" / "comfy" / "ComfyUI")
    root = around.path / "custom_nodes" / "pack"
    root.mkdir()
    variables = {"COMFYUI_PATH": str(named.path)}
    home = tmp_path / "home"
    places = [
        comfyui.find(root, variables, home),
        comfyui.find(root, {}, home),
        comfyui.find(tmp_path, {}, home),
        comfyui.find(tmp_path, {}, tmp_path),
    ]
    assert [each and each.path for each in places] == [
        named.path, around.path, usual.path, None,
    ]  # fmt: skip


def test_its_python_is_its_own(tmp_path: Path) -> None:
    found = fake_comfyui(tmp_path / "portable" / "ComfyUI")
    assert found.python() == Path(sys.executable)
    portable = tmp_path / "portable" / "python_embeded" / "python.exe"
    own = found.path / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    for python in (portable, own):
        python.parent.mkdir(parents=True)
        python.touch()
        assert found.python() == python


@pytest.mark.parametrize(
    ("version", "fits"), [("0.33.0", True), ("0.100.0", True), ("0.3.75", False)]
)
def test_its_version_is_compared(tmp_path: Path, version: str, fits: bool) -> None:
    assert (fake_comfyui(tmp_path, version).problem(ROOT) is None) == fits


def test_the_pack_is_linked_once(
    tmp_path: Path, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = fake_comfyui(tmp_path / "ComfyUI")
    comfyui.place(checkout, found)
    link = found.path / "custom_nodes" / "avatarforge"
    assert link.resolve() == checkout
    assert one_line(capsys.readouterr().out).startswith("Linked this folder into ComfyUI")
    comfyui.place(checkout, found)
    assert capsys.readouterr().out == ""


def test_a_folder_that_is_there_under_another_name_is_left(tmp_path: Path, checkout: Path) -> None:
    found = fake_comfyui(tmp_path / "ComfyUI")
    comfyui.make_link(found.path / "custom_nodes" / "my-pack", checkout)
    comfyui.place(checkout, found)
    assert [each.name for each in (found.path / "custom_nodes").iterdir()] == ["my-pack"]


@pytest.mark.parametrize("name", ["avatarforge", "ComfyUI-AvatarForge"])
def test_another_avatarforge_stops_it(tmp_path: Path, checkout: Path, name: str) -> None:
    found = fake_comfyui(tmp_path / "ComfyUI")
    shutil.copytree(checkout, found.path / "custom_nodes" / name)
    with pytest.raises(InstallError, match="another AvatarForge"):
        comfyui.place(checkout, found)


def test_a_strange_folder_of_that_name_is_not_touched(tmp_path: Path, checkout: Path) -> None:
    found = fake_comfyui(tmp_path / "ComfyUI")
    (found.path / "custom_nodes" / "avatarforge").mkdir()
    with pytest.raises(InstallError, match="in the way"):
        comfyui.place(checkout, found)
