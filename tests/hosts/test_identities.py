"""A replaced function does not go unseen."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from avatarforge.tests.hosts.identities import functions_of, replaced

SOURCE = """
def free(): pass
class Server:
    def plain(self): pass
    @classmethod
    def of_class(cls): pass
    @staticmethod
    def static(): pass
    @property
    def shown(self): return 1
"""


@pytest.fixture
def program(tmp_path: Path) -> tuple[ModuleType, Any]:
    (tmp_path / "program.py").write_text(SOURCE)
    spec = importlib.util.spec_from_file_location("program", tmp_path / "program.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, module.Server()


def test_nothing_is_reported_where_nothing_was_replaced(program: tuple[ModuleType, Any]) -> None:
    module, server = program
    server.number = 5
    before = functions_of([module], [server])
    assert len(before) == 5
    server.number = 6
    assert replaced(before, functions_of([module], [server])) == []


@pytest.mark.parametrize("name", ["plain", "of_class", "static", "shown"])
def test_a_replaced_method_is_reported(program: tuple[ModuleType, Any], name: str) -> None:
    module, server = program
    before = functions_of([module], [server])
    setattr(module.Server, name, lambda *_: None)
    assert replaced(before, functions_of([module], [server])) == [f"program.Server.{name}"]


def test_a_replaced_function_is_reported(program: tuple[ModuleType, Any]) -> None:
    module, server = program
    before = functions_of([module], [server])
    vars(module)["free"] = lambda: None
    assert replaced(before, functions_of([module], [server])) == ["program.free"]


def test_a_method_hidden_on_the_instance_is_reported(program: tuple[ModuleType, Any]) -> None:
    module, server = program
    before = functions_of([module], [server])
    server.plain = lambda: None
    assert replaced(before, functions_of([module], [server])) == ["Server instance.plain"]
