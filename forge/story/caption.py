"""Captions for a scene: ten to fifteen words, put together from phrases by a seed."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Sequence
from typing import Literal, get_args

from .scene import Scene

Voice = Literal["us", "mood", "names"]
VOICES: tuple[Voice, ...] = get_args(Voice)
"""Of us, in the first or second person; of a mood; of people, who may be named."""

_TRIES = 200
_MOST_WITH_EMOJI = 14  # so that who counts the emoji finds no more than fifteen
_UNFIT = re.compile(
    r"sex|porn|fuck|nud(?:e|ist)|naked|dick|cock|cunt|tit(?:s|ty)|boob|slut|whore|xxx|cum|rape|anal",
    re.IGNORECASE,
)
"""In a handle, which is one word whatever it is made of."""
_NAME = re.compile(r"[^\W\d_][\w.-]{0,19}")


def caption(
    scene: Scene,
    *,
    voice: Voice,
    seed: int,
    handles: Sequence[str] = (),
    avoid: str | None = None,
) -> str:
    """A caption that `problem_with` finds nothing wrong with; the same for the same arguments.

    `handles`: whose names "us" and "mood" keep out, besides the scene's people. `avoid`: the
    caption before, which does not come again.
    """
    from . import caption_phrases as phrases

    known = [*scene.people, *handles]
    key = f"{seed}|{voice}|{scene.text}|{scene.setting}|{scene.mood}|{'|'.join(scene.people)}"
    chance = random.Random(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest())
    for tried in range(_TRIES):
        # Where long names leave no room for the place, it goes without.
        sentence = _sentence(scene, voice, chance, placed=tried < _TRIES // 4)
        if (
            _is_smooth(sentence)
            and not _repeats(sentence, avoid)
            and problem_with(sentence, voice=voice, handles=known) is None
        ):
            return _with_emoji(sentence, scene, chance)
    spare = [each for each in phrases.LAST_RESORT if not _repeats(each, avoid)]
    return chance.choice(spare)


def problem_with(caption: str, *, voice: Voice, handles: Sequence[str]) -> str | None:
    """What is wrong with a caption, such as "it has 7 words instead of 10 to 15"; None where
    it may be used as it is."""
    from .caption_rules import fault

    return fault(caption, voice=voice, handles=handles)


def display_name(handle: str) -> str | None:
    """A handle as a name in a sentence; None where it is none ("@" and digits, spaces)."""
    from ..moderation.minors import unfit_beside_minors
    from .people import LITTLE_WORDS
    from .words import count_words

    bare = handle.strip().removeprefix("@").strip()
    if not _NAME.fullmatch(bare) or bare.casefold() in LITTLE_WORDS or count_words(bare) != 1:
        return None
    if bare[-1] in ".-" or "_" in bare or _UNFIT.search(bare) or unfit_beside_minors(bare):
        return None
    return bare[0].upper() + bare[1:]


def _sentence(scene: Scene, voice: Voice, chance: random.Random, *, placed: bool) -> str:
    from . import caption_phrases as phrases

    doing, feeling = _doing(scene, chance), _feeling(scene, chance)
    here = _here(scene, chance) if placed else ""
    dark = scene.mood in phrases.DARK_MOODS
    company = bool(scene.people)
    if voice == "us":
        opening = chance.choice(phrases.US_DOING if doing else phrases.US_PLAIN)
        own = phrases.US[scene.mood]
        closing = chance.choice(own if own and chance.random() < 0.7 else phrases.US_ANY)
    elif voice == "names" and company:
        opening = chance.choice(phrases.NAMES_DOING if doing else phrases.NAMES_PLAIN)
        closing = chance.choice(phrases.NAMES_DARK if dark else phrases.NAMES_BRIGHT)
    else:
        opening = chance.choice(phrases.MOOD_OPENINGS)
        closing = chance.choice(phrases.DARK if dark else phrases.BRIGHT)
    words = f"{opening}{closing}".format(
        doing=doing, here=here, feeling=feeling, who=_who(scene, chance) if company else ""
    )
    joined = re.sub(r"\s+", " ", words).replace(" ,", ",").strip()
    return joined[0].upper() + joined[1:]


def _doing(scene: Scene, chance: random.Random) -> str:
    from .vocabulary.doings import GERUNDS

    phrases = GERUNDS[scene.actions[0]] if scene.actions else ()
    if len(scene.people) == 1:
        phrases = tuple(p for p in phrases if not _SHARED.search(p))
    return chance.choice(phrases) if phrases else ""


_SHARED = re.compile(r"together|side|each|hand in hand|our|sharing")


def _here(scene: Scene, chance: random.Random) -> str:
    from .vocabulary import conditions, places

    parts = []
    if scene.setting is not None and chance.random() < 0.9:
        parts.append(chance.choice(places.PHRASES[scene.setting]))
    if scene.weather is not None and chance.random() < 0.6 and _under_the_sky(scene):
        parts.append(chance.choice(conditions.SKY[scene.weather]))
    if scene.time is not None and chance.random() < 0.7 and len(parts) < 2:
        parts.append(chance.choice(conditions.WHEN[scene.time]))
    return " ".join(parts)


def _under_the_sky(scene: Scene) -> bool:
    from .vocabulary.places import INDOORS

    return scene.setting not in INDOORS


def _feeling(scene: Scene, chance: random.Random) -> str:
    from . import caption_phrases as phrases
    from .words import tokens

    own = [
        phrases.FLAVOURS[token.key] for token in tokens(scene.text) if token.key in phrases.FLAVOURS
    ]
    if own and chance.random() < 0.6:
        return chance.choice(own)
    return chance.choice(phrases.FEELINGS[scene.mood])


def _who(scene: Scene, chance: random.Random) -> str:
    from . import caption_phrases as phrases

    names = [name for name in map(display_name, scene.people) if name is not None]
    if not names:
        return phrases.COMPANY[min(len(scene.people), len(phrases.COMPANY)) - 1]
    if len(names) > 3:
        return f"{', '.join(names[:2])} and friends"
    if hidden := len(scene.people) - len(names):
        names = [*names[:2], "a friend" if hidden == 1 else "friends"]
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _is_smooth(sentence: str) -> bool:
    """Whether no word that carries meaning comes twice, and no more than two of "and"."""
    from .people import LITTLE_WORDS

    words = re.findall(r"\w+", sentence.casefold().replace("side by side", "beside"))
    heavy = [word.rstrip("s") for word in words if word not in LITTLE_WORDS]
    with_you = sentence.casefold().count("with you") > 1
    return (
        len(heavy) == len(set(heavy))
        and words.count("and") <= 3
        and not with_you
        and len(sentence.split()) <= _MOST_WITH_EMOJI
        and words.count("moment") + words.count("together") <= 2
    )


def _with_emoji(sentence: str, scene: Scene, chance: random.Random) -> str:
    from . import caption_phrases as phrases

    if chance.random() < 0.4:
        return sentence
    signs = list(phrases.EMOJI[scene.mood])
    if scene.time is not None:
        signs.append(phrases.TIME_EMOJI[scene.time])
    return f"{sentence} {chance.choice(signs)}"


def _repeats(sentence: str, avoid: str | None) -> bool:
    def bare(text: str) -> list[str]:
        return re.findall(r"\w+", text.casefold())

    return avoid is not None and bare(sentence) == bare(avoid)
