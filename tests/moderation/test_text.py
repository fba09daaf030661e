"""What each route does with what people write."""

from __future__ import annotations

import json
import time

import pytest
from avatarforge.forge.moderation.policy import POLICIES, ROUTES, Route
from avatarforge.forge.moderation.text import moderate_text
from hypothesis import given, settings
from hypothesis import strategies as st

EXPLICIT = "a naked woman reads on the beach"


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "text", ["a nude child", "he rapes her", "sex with a dog", "lolicon", "forced to strip, sex"]
)
def test_tier_1_is_blocked_on_every_route(route: Route, text: str) -> None:
    verdict = moderate_text(text, route=route)
    assert (verdict.tier, verdict.decision, verdict.text) == (1, "blocked", "")
    assert verdict.matched


def test_tier_2_goes_by_the_route() -> None:
    decided = {route: moderate_text(EXPLICIT, route=route).decision for route in ROUTES}
    assert decided == {
        "avatar": "rewritten",
        "profile": "blocked",
        "1to1": "allowed",
        "shorts": "rewritten",
        "scenes": "rewritten",
        "private": "blocked",
        "general": "rewritten",
        "anime": "rewritten",
        "pet": "rewritten",
    }
    assert set(POLICIES) == set(ROUTES)


def test_a_verdict_says_everything() -> None:
    verdict = moderate_text("A N\u00fcde man, n.a.k.e.d", route="private")
    assert verdict.to_mapping() == {
        "tier": 2,
        "decision": "blocked",
        "matched": ["N\u00fcde", "n.a.k.e.d"],
        "score": 0.9,
        "threshold": 0.5,
        "model": "words",
        "text": "",
    }
    json.dumps(verdict.to_mapping())
    allowed = moderate_text("a quiet lake", route="private")
    assert (allowed.tier, allowed.matched, allowed.score) == (0, (), 0.0)
    assert allowed.text == "a quiet lake"


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        (EXPLICIT, ("woman reads on the beach",), "naked"),
        ("Bob and Alice having sex in a hotel room.", ("Bob and Alice", "hotel room"), "sex"),
        ("An undressed man, at his piano", ("man, at his piano",), "undressed"),
        ("una mujer desnuda en la playa", ("una mujer vestida en la playa",), "desnuda"),
        ("une femme nue dans un jardin", ("une femme habill\u00e9e dans un jardin",), " nue "),
        ("eine nackte Frau am See", ("eine angezogene Frau am See",), "nackt"),
        ("uma mulher nua na praia", ("uma mulher vestida na praia",), " nua "),
    ],
)
def test_rewriting_keeps_the_scene_and_the_people(
    text: str, kept: tuple[str, ...], gone: str
) -> None:
    verdict = moderate_text(text, route="scenes")
    assert all(part in verdict.text for part in kept), verdict.text
    assert gone not in f" {verdict.text} "


def test_a_rewritten_sentence_reads_well() -> None:
    assert moderate_text(EXPLICIT + ".", route="general").text == (
        "a casually dressed woman reads on the beach, everyone fully clothed, "
        "seen from the waist up."
    )
    assert moderate_text("An erotic dance", route="general").text.startswith("A romantic dance,")
    assert moderate_text("a sexual joke", route="general").text.startswith("a romantic joke,")


def test_the_history_is_read_and_not_rewritten() -> None:
    verdict = moderate_text("on the balcony", route="private", context=["send nudes"])
    assert (verdict.tier, verdict.decision, verdict.matched) == (2, "blocked", ("nudes",))
    verdict = moderate_text("on the balcony", route="general", context=["send nudes"])
    assert verdict.text.startswith("on the balcony, everyone fully clothed")
    assert moderate_text("get naked", route="1to1", context=["she is 15 years old"]).tier == 1


def test_a_history_may_speak_of_children() -> None:
    history = ["pick up the kids at five", "you look sexy tonight"]
    assert moderate_text("dinner by candlelight", route="1to1", context=history).tier == 0


@pytest.mark.parametrize(
    "observed",
    [
        {"age_appearance": "child"},
        {"age_appearance": "Teen"},
        {"age_range": "0-12"},
        {"age_range": "13-19"},
        {"age_range": "13\u201319"},
        {"age_appearance": "fifteen"},
        {"age_appearance": "little girl"},
        {"age_appearance": "adolescente"},
        {"age_range": "unter 18"},
    ],
)
def test_the_features_say_who_is_under_age(observed: dict[str, str]) -> None:
    people = [{"observed": {"gender": "female"}}, {"observed": observed, "dress": {}}]
    for route in ROUTES:
        assert moderate_text(EXPLICIT, route=route, people=people).tier == 1
    assert moderate_text("a sexy dance", route="1to1", people=people).tier == 1
    assert moderate_text("at the zoo", route="1to1", people=people).tier == 0


def test_grown_ups_are_not_under_age() -> None:
    for observed in (
        {"age_range": "20-30"},
        {"age_appearance": "young adult"},
        {"age_range": "60+"},
    ):
        verdict = moderate_text(EXPLICIT, route="1to1", people=[{"observed": observed}])
        assert (verdict.tier, verdict.decision) == (2, "allowed")


def test_words_in_the_features_count() -> None:
    people = [{"observed": {"age_range": None}, "dress": {"dress_type": "topless"}, "meta": {}}]
    assert moderate_text("at the sea", route="private", people=people).decision == "blocked"
    assert moderate_text("at the sea", route="private", people=[{"observed": None}]).tier == 0


def test_a_message_of_2000_characters_is_quick() -> None:
    words = (
        "We walked along the old harbour until the lamps came on, and she told me about the "
        "bakery: bread, blue tiles, rain on the roof - it's all she remembers of 1980. "
    )
    message = (words * 20)[:2000]
    moderate_text(message, route="general")
    took = []
    for _ in range(9):
        start = time.thread_time()
        moderate_text(message, route="general")
        took.append(time.thread_time() - start)
    assert min(took) < 0.01


@pytest.mark.parametrize(
    "filler",
    [
        *(" ", "-", "(", "'s ", "\u200b", "a ", "1 ", "12 ", "n u d e ", "aaab", "*", "n*", "a$"),
        *("naked years younger ", "half the age ", "she and 15 ", "without her bra ", "not 18 "),
        *("naked ", "nude.", "baby ", "child ", "sex with ", "forced ", "dog ", "cock", "e\u0301"),
    ],
)
def test_time_grows_with_the_text_and_no_faster(filler: str) -> None:
    def seconds(length: int) -> float:
        text = "1" + filler * (length // len(filler)) + "x"
        best = 1e9
        for _ in range(2):
            start = time.thread_time()
            moderate_text(text, route="general")
            best = min(best, time.thread_time() - start)
        return best

    # Eight times the text; quadratic work would take 64 times as long.
    assert seconds(40_000) < 24 * seconds(5_000) + 0.02


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_can_be_judged(text: str) -> None:
    for route in ROUTES:
        verdict = moderate_text(text, route=route)
        assert (verdict.decision == "allowed") <= (verdict.text == text)
        assert moderate_text(text + " a nude child", route=route).tier == 1


_DISGUISES = st.lists(
    st.sampled_from("\u200b\u200d\u0301\u00ad\ufeff\u2060"), min_size=4, max_size=4
)


@settings(max_examples=40)
@given(_DISGUISES, st.sampled_from([" ", ".", "-", "_", "/", "\u00b7", "\u2003"]))
def test_letters_may_not_be_pulled_apart(unseen: list[str], between: str) -> None:
    for word in ("nude", "porn"):
        hidden = "".join(letter + sign for letter, sign in zip(word, unseen, strict=True))
        assert moderate_text(f"a {hidden} scene", route="private").tier == 2
        assert moderate_text(f"a {between.join(word)} scene", route="private").tier == 2
