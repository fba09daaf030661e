"""Names of uploaded files, fit to be stored and sent back."""

from __future__ import annotations

import pytest
from avatarforge.routes.body import safe_filename
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("me.png", "me.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\pictures\\me.png", "me.png"),
        ("a\r\nSet-Cookie: x.png", "aSet-Cookie: x.png"),
        ("\u202egnp.exe", "gnp.exe"),
        ("", "upload"),
        (" .. ", "upload"),
    ],
)
def test_only_the_last_part_is_kept(name: str, kept: str) -> None:
    assert safe_filename(name) == kept


@given(st.text())
def test_any_name_becomes_a_plain_one(name: str) -> None:
    kept = safe_filename(name)
    assert 0 < len(kept) <= 200
    assert not set(kept) & set("/\\\r\n\0")
