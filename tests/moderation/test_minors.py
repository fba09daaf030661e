"""What is refused on every route, and what must pass although it looks alike."""

from __future__ import annotations

import pytest
from avatarforge.forge.moderation.minors import sexualises_minors
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text",
    [
        "a nude child",
        "NAKED KIDS",
        "sexy 15 year old",
        "sexy fifteen-year-old",
        "erotic picture of a girl, aged 12",
        "a teen, topless",
        "n\u200bude ch\u200bild",
        "s e x y  c h i l d",
        "s3xy t33n",
        "naaaaked teeeen",
        "n\u00fcde chi\u0301ld",
        "\uff4e\uff55\uff44\uff45 \uff43\uff48\uff49\uff4c\uff44",
        "lolicon",
        "a schoolgirl in lingerie",
        "17yo porn",
    ],
)
def test_refused(text: str) -> None:
    assert sexualises_minors([text])


@pytest.mark.parametrize(
    "text",
    [
        "a boy in a dark teal hoodie without glasses",
        "a child with a red balloon",
        "nineteen soldiers from Essex write a document",
        "teenage wizard, blue robe",
        "sexy woman in a red dress, 25 years old",
        "a 17 year old knight",
        "a nude statue of a man in his forties",
        "kidney-shaped pool, cockatoo, Scunthorpe, cumulus clouds",
        "explicit instructions for a soldier aged 30",
    ],
)
def test_passed(text: str) -> None:
    assert not sexualises_minors([text])


def test_the_age_may_stand_in_the_features() -> None:
    assert sexualises_minors(["nude figure"], {"age_appearance": "teen"})
    assert sexualises_minors(["nude figure"], {"observed": {"age_range": "13-19"}})
    assert sexualises_minors(["a figure"], {"age_appearance": "child", "dress_type": "naked"})
    assert not sexualises_minors(["a figure"], {"age_appearance": "child"})


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    sexualises_minors([text])
    assert sexualises_minors([text, "a nude child"])
