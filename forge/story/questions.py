"""What to ask a language model about a scene and its caption.

The replies go to `suggestion`, which takes them only where they keep these rules. Whatever a
caller wrote stands in a question as words: without handles, so that none can come back, and
without what a chat model would read as its own marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..avatar.features import Features
from ..moderation.policy import POLICIES, Route
from .caption import Voice, display_name
from .caption_rules import LEAST_WORDS, MOST_WORDS
from .expansion import described, has_minors
from .people import same, without_handles
from .reading import MOST_CONTEXT, Message
from .scene import Scene

_LONGEST_MESSAGE = 600  # characters
_LONGEST_BEFORE = 240

_MARKS = str.maketrans(dict.fromkeys("<>[]{}|", " "))
# Names of files that ComfyUI's tokenizers would load, and switches of Qwen's.
_SWITCHES = re.compile(r"\bembedding:|/(?:no_?)?think\b", re.IGNORECASE)

_NO_THINKING = "/no_think"
"""Qwen 3's switch. Some of ComfyUI's templates leave it thinking, which takes longer than the
answer may; other models read past it."""

_FEELINGS = "love, joy, peace, hope, warmth, thrill, wonder, comfort"


def scene_question(
    text: str,
    scene: Scene,
    people: Sequence[Features],
    *,
    history: Sequence[Message] = (),
    handles: Sequence[str] = (),
    policy: Route = "general",
) -> str:
    """For a description of the scene that `text` means; `people` are those of `scene.people`.

    `handles` are all that are known, `history` the chat before it, oldest first."""
    who = [described(features).translate(_MARKS) for features in people]
    rules = [
        "One sentence or two, 20 to 60 words in all, in plain English, in the present tense.",
        "Tell what these people do together and what is around them. Nobody else is there."
        if who
        else "Nobody is there: tell of the place, what stands in it and its light.",
        "Keep the place and the time that are meant, and add only what belongs there.",
        'No names, no "@", no quotes, and nothing of the chat, of an artist or of a picture.',
    ]
    if has_minors(people):
        rules.append("Somebody there is a child: it is a scene for the family, and no adult's.")
    if POLICIES[policy].explicit != "allowed" or has_minors(people):
        rules.append("Everybody is dressed, and nothing is sexual or cruel.")
    return _asked(
        "Describe the scene that this message means, so that it can be drawn.",
        [
            f'The message: "{_plain(text, handles, _LONGEST_MESSAGE)}"',
            *_before(history, text, handles),
            *(["In it:"] if who else []),
            *(f"- {line}" for line in who),
            *_known(scene),
        ],
        rules,
        "Answer with the description alone.",
    )


def caption_question(
    scene: Scene,
    *,
    voice: Voice,
    history: Sequence[Message] = (),
    handles: Sequence[str] = (),
    avoid: str = "",
) -> str:
    """For a caption in this voice, of `LEAST_WORDS` to `MOST_WORDS` words."""
    rules = [
        f"One sentence of {LEAST_WORDS} to {MOST_WORDS} words in English; twelve are best.",
        *_voice(scene, voice),
        "Begin with a capital letter. No quotes, no hashtags, no emoji.",
        "Nothing sexual or cruel.",
    ]
    if avoid.strip():
        known = [*scene.people, *handles]
        rules.append(f'Not this sentence again: "{_plain(avoid, known, _LONGEST_BEFORE)}"')
    return _asked(
        "Write the caption of a picture for a chat.",
        [
            f'The picture: "{_plain(scene.text, handles, _LONGEST_MESSAGE)}"',
            *_before(history, scene.text, handles),
            *_known(scene),
        ],
        rules,
        "Answer with the sentence alone.",
    )


def _asked(task: str, facts: Sequence[str], rules: Sequence[str], ending: str) -> str:
    listed = [f"- {rule}" for rule in rules]
    return "\n".join([task, "", *facts, "", "Rules:", *listed, "", f"{ending} {_NO_THINKING}"])


def _voice(scene: Scene, voice: Voice) -> list[str]:
    names = [name for name in map(display_name, scene.people) if name is not None]
    if voice == "us":
        return [
            "One of the two writes it to the other: say we, us, our, I, you. Never he, she, they, "
            "a man, a woman, a couple or friends, and no names."
        ]
    if voice == "names" and names:
        return [f"It tells of {' and '.join(names)}, and may name them so. No other names."]
    return [f"Tell the feeling, with a word such as {_FEELINGS}; not what is seen.", "No names."]


def _known(scene: Scene) -> list[str]:
    told = {
        "place": scene.setting,
        "time": scene.time,
        "weather": scene.weather,
        "mood": None if scene.mood == "neutral" else scene.mood,
        "doing": ", ".join(scene.actions),
        "with": ", ".join(scene.props),
    }
    known = [f"{name}: {value}" for name, value in told.items() if value]
    return [f"What is known: {'; '.join(known)}."] if known else []


def _before(history: Sequence[Message], text: str, handles: Sequence[str]) -> list[str]:
    """The last ten messages; who wrote them is told from each other and not named."""
    before = [message for message in history if message.text.strip() != text.strip()]
    lines = []
    for message in before[-MOST_CONTEXT:]:
        said = _plain(message.text, [*handles, *message.tagged], _LONGEST_BEFORE)
        if said:
            lines.append(f"- {_speaker(message.sender, handles)}: {said}")
    return ["The chat before it:", *lines] if lines else []


def _speaker(sender: str, handles: Sequence[str]) -> str:
    chatters = handles[:2]
    if len(chatters) == 2 and sender and same(sender, chatters[1]):
        return "the other"
    return "one"


def _plain(text: str, handles: Sequence[str], longest: int) -> str:
    told = without_handles(" ".join(text.split()), handles).translate(_MARKS)
    told = " ".join(_SWITCHES.sub(" ", told).split()).replace('"', "'")
    if len(told) <= longest:
        return told
    return told[:longest].rsplit(" ", 1)[0] + " ..."
