"""Who is told to be under 18, whatever else is said."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from avatarforge.forge.moderation.findings import find
from avatarforge.forge.moderation.text import moderate_text

THIS_YEAR = datetime.now(timezone.utc).year


@pytest.mark.parametrize(
    "text",
    [
        "she can't legally vote yet",
        "he isn't allowed to drive yet",
        "she isn't eighteen until June",
        "two years short of the age of consent",
        "he is not yet an adult",
        "she will come of age in {next}",
        "too young for a driver's licence",
        "her fourteenth birthday",
        "he blows out thirteen candles",
        "born on 3 May {ten_years_ago}",
        "she was four in {ten_years_ago}",
        "a sophomore at Lincoln High",
        "still in year 9",
        "class 7B",
        "thirteen-ish",
        "nearly fourteen now",
        "1 5 yrs",
        "nineteen, and her brother is four years younger",
        "she has to have her parents' permission, she needs her mother's signature",
        "acaba de cumplir los catorce",
        "todav\u00eda no puede votar por su edad",
        "le faltan dos a\u00f1os para ser mayor de edad",
        "naci\u00f3 en {ten_years_ago}",
        "elle aura dix-huit ans dans trois ans",
        "une fille de CM2",
        "\u00e0 peine treize ans",
        "sie wird erst in drei Jahren achtzehn",
        "an ihrem vierzehnten Geburtstag",
        "in der 7. Klasse",
        "Jahrgang {ten_years_ago}",
        "falta um ano para os dezoito",
        "fez treze ontem",
        "uma garota do s\u00e9timo ano",
        "non ha ancora compiuto diciotto anni",
        "una di seconda liceo",
    ],
)
def test_under_age(text: str) -> None:
    said = text.format(next=THIS_YEAR + 3, ten_years_ago=THIS_YEAR - 10)
    assert find(said).speaks_of_minors, said
    assert moderate_text(said, route="1to1").tier == 0
    assert moderate_text(said, route="1to1", context=["a nude figure"]).tier == 1


@pytest.mark.parametrize(
    "text",
    [
        "she turned 18 today",
        "on her eighteenth birthday",
        "she is not eighteen anymore, she is thirty",
        "not a film for adults only",
        "born in {thirty_years_ago}",
        "a wine from {ten_years_ago}",
        "it opened in {ten_years_ago}",
        "elle a dix-huit ans",
        "elle a dix-neuf ans",
        "une femme de vingt-six ans",
        "vor 18 Jahren",
        "she cannot drive stick shift",
        "not old enough to retire",
        "he blows out thirty candles",
        "a senior on a high diving board",
        "in year two of the war",
        "two weeks to 18 May",
        "eine Frau von vierzig",
        "una mujer de treinta y dos a\u00f1os",
        "it is not legal tender",
        "barely fifteen minutes",
        "no longer under age",
    ],
)
def test_of_age(text: str) -> None:
    said = text.format(thirty_years_ago=THIS_YEAR - 30, ten_years_ago=THIS_YEAR - 10)
    assert not find(said).speaks_of_minors, said


@pytest.mark.parametrize(
    "text",
    [
        "without a stitch on",
        "she has nothing on",
        "not wearing anything",
        "outfit: none",
        "nothing but socks",
        "wearing only a smile",
        "she unhooks her bra",
        "sin nada encima",
        "elle ne porte rien sous son manteau",
        "sie hat nichts an",
        "n\u00e3o est\u00e1 vestindo nada",
        "non indossa nulla",
    ],
)
def test_nakedness_by_what_is_not_worn(text: str) -> None:
    assert find(text).explicit
    verdict = moderate_text(text, route="general")
    assert verdict.decision == "rewritten"
    assert moderate_text(verdict.text, route="general").tier == 0


@pytest.mark.parametrize(
    "text",
    [
        "Paris has nothing on London",
        "there is nothing on television",
        "nichts an der Sache ist wahr",
        "el beb\u00e9 no lleva nada en la mano",
        "the children have nothing to wear for the play",
        "das Kind zieht seine Hose an",
        "the boy takes off his shoes and his coat",
        "all clothes off the rack are half price",
    ],
)
def test_nothing_is_bare(text: str) -> None:
    findings = find(text)
    assert not findings.explicit
    assert not findings.suggestive
