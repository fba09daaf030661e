"""The last lines of a test run."""

from __future__ import annotations

import pytest
from avatarforge.tests.hosts import report
from avatarforge.tests.hosts.report import hosts_line, skip_lines


def test_hosts_are_named_or_said_to_be_none() -> None:
    assert hosts_line(["embedded", "comfyui 0.33.0 (found by COMFYUI_PATH)"]) == (
        "hosts tested: embedded, comfyui 0.33.0 (found by COMFYUI_PATH)"
    )
    assert hosts_line([]) == "hosts tested: none"


def test_what_was_lacked_is_counted_whatever_the_details() -> None:
    reasons = [
        "Skipped: no real ComfyUI: COMFYUI_PATH is not set",
        "Skipped: no network: the package index does not answer",
        "Skipped: no real ComfyUI",
        "Windows has no file modes",
    ]
    assert skip_lines(reasons) == [
        "skipped: 2 tests for lack of a real ComfyUI",
        "skipped: 1 test for lack of network",
        "skipped: 1 test because: Windows has no file modes",
    ]


def test_what_workers_have_tested_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "_tested", {})
    report.note_host("embedded")
    report.take_over(["embedded", "comfyui 0.33.0"])
    assert report.noted() == ["embedded", "comfyui 0.33.0"]
    assert hosts_line() == "hosts tested: embedded, comfyui 0.33.0"
