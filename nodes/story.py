"""Nodes about what a chat tells: its scene, and a caption for it.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..forge.story.caption import VOICES, Voice
from .comfy import io
from .drawing import seed_input, style_input
from .features import CATEGORY, refuse_sexualised_minors
from .moderation import policy_input
from .notes import joined, notes_input, notes_output

if TYPE_CHECKING:
    from ..forge.avatar.features import Features
    from ..forge.moderation.policy import Route
    from ..forge.story.reading import Message
    from ..forge.story.scene import Scene

SceneType = io.Custom("AVATARFORGE_SCENE")

_PEOPLE_TOOLTIP = 'Who may be in it, as JSON: [{"handle": ..., "avatar_features": {...}}].'


def people_input() -> io.String.Input:
    return io.String.Input(
        "people", multiline=True, default="", optional=True, tooltip=_PEOPLE_TOOLTIP
    )


def history_input() -> io.String.Input:
    return io.String.Input(
        "history",
        multiline=True,
        default="",
        optional=True,
        tooltip='The chat before, as JSON: [{"sender": ..., "text": ...}].',
    )


def sender_input() -> io.String.Input:
    return io.String.Input(
        "sender",
        default="",
        optional=True,
        advanced=True,
        tooltip="Who wrote the message; empty takes it from the history.",
    )


def voice_input() -> io.Combo.Input:
    return io.Combo.Input(
        "voice",
        options=list(VOICES),
        default="mood",
        tooltip="Of us, of a mood, or of people by name.",
    )


def avoid_input() -> io.String.Input:
    return io.String.Input(
        "avoid",
        default="",
        optional=True,
        advanced=True,
        tooltip="The caption before, which does not come again.",
    )


def suggestion_input() -> io.String.Input:
    return io.String.Input(
        "suggestion",
        optional=True,
        force_input=True,
        tooltip="What a language model wrote; taken where it keeps the rules.",
    )


class ExpandScene(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeExpandScene",
            display_name="Expand Scene",
            category=CATEGORY,
            description="Reads a chat message as a scene: who does what, where and when.",
            search_aliases=["chat to scene", "prompt expansion", "scene prompt", "story"],
            inputs=[
                io.String.Input(
                    "text",
                    multiline=True,
                    default="Let's imagine us walking on the beach during sunset",
                    tooltip="The message to be drawn.",
                ),
                history_input(),
                people_input(),
                style_input(),
                suggestion_input(),
                sender_input(),
                notes_input(),
                policy_input(optional=True),
            ],
            outputs=[
                SceneType.Output("scene", display_name="scene", tooltip="For Draw Scene, Caption."),
                io.String.Output(
                    "prompt", display_name="prompt", tooltip="The long one, for a diffusion model."
                ),
                io.String.Output(
                    "text_out", display_name="text", tooltip="The message in at most 25 words."
                ),
                notes_output(),
            ],
        )

    @classmethod
    def execute(
        cls,
        text: str,
        style: str,
        history: str = "",
        people: str = "",
        suggestion: str = "",
        sender: str = "",
        notes: str = "",
        policy: Route = "general",
    ) -> io.NodeOutput:
        from ..forge.story.expansion import expand
        from ..forge.story.shortening import shorten
        from ..forge.story.suggestion import Guard, judged_scene

        messages, entries = read_history(history), read_people(people)
        own: list[str] = []
        scene, cast = understood(text, messages, entries, sender, own)
        sentence = None
        if suggestion.strip():
            said = [text, *(message.text for message in messages)]
            guard = Guard(policy, said, list(entries.values()))
            judged = judged_scene(suggestion, scene, handles=tuple(entries), guard=guard)
            sentence = judged.text
            if sentence is None:
                own.append(f"The suggested scene was not used: {judged.problem}")
        prompt = expand(scene, cast, style, sentence)
        return io.NodeOutput(
            scene, prompt, shorten(text), joined(notes, own), ui={"text": [prompt]}
        )


class Caption(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeCaption",
            display_name="Caption",
            category=CATEGORY,
            description="Writes a caption of ten to fifteen words for a scene.",
            search_aliases=["image caption", "social media caption", "story caption"],
            inputs=[
                SceneType.Input("scene", tooltip="From Expand Scene."),
                voice_input(),
                seed_input(),
                people_input(),
                suggestion_input(),
                avoid_input(),
                notes_input(),
                policy_input(optional=True),
            ],
            outputs=[
                io.String.Output("text", display_name="text", tooltip="The caption."),
                notes_output(),
            ],
        )

    @classmethod
    def execute(
        cls,
        scene: Scene,
        voice: Voice,
        seed: int,
        people: str = "",
        suggestion: str = "",
        avoid: str = "",
        notes: str = "",
        policy: Route = "general",
    ) -> io.NodeOutput:
        from ..forge.story.caption import caption
        from ..forge.story.suggestion import Guard, judged_caption

        entries = read_people(people)
        handles = tuple(entries)
        own: list[str] = []
        text = None
        if suggestion.strip():
            guard = Guard(policy, (scene.text,), list(entries.values()))
            known = (*scene.people, *handles)
            judged = judged_caption(suggestion, voice=voice, handles=known, guard=guard)
            text = judged.text
            if text is None:
                own.append(f"The suggested caption was not used: {judged.problem}")
            elif text.strip() == avoid.strip():
                own.append("The suggested caption was not used: it is the one before")
                text = None
        if text is None:
            text = caption(scene, voice=voice, seed=seed, handles=handles, avoid=avoid or None)
        return io.NodeOutput(text, joined(notes, own), ui={"text": [text]})


def understood(
    text: str,
    messages: Sequence[Message],
    entries: Mapping[str, Mapping[str, Any]],
    sender: str,
    notes: list[str],
) -> tuple[Scene, list[Features]]:
    """The scene that a message means, and what its people look like. What could not be read
    goes to the notes. ValueError for what is refused on every route."""
    from ..forge.story.reading import read_scene

    said = [text, *(message.text for message in messages)]
    for features in entries.values():
        refuse_sexualised_minors(said, features)
    refuse_sexualised_minors(said)
    scene = read_scene(
        text,
        history=messages,
        participants=tuple(entries),
        sender=sender.strip() or _sender(text, messages, tuple(entries)),
    )
    return scene, [_features(handle, entries, notes) for handle in scene.people]


def read_people(document: str) -> dict[str, Mapping[str, Any]]:
    """Handle to documented avatar_features, in order. ValueError for another form."""
    people: dict[str, Mapping[str, Any]] = {}
    for entry in _entries(document, "people"):
        features = entry.get("avatar_features")
        people[_string(entry, "handle", "people")] = features if features is not None else {}
        if not isinstance(people[entry["handle"]], Mapping):
            raise ValueError("people: avatar_features must be an object")
    return people


def read_history(document: str) -> list[Message]:
    """The messages, oldest first. ValueError for another form."""
    from ..forge.story.reading import Message

    messages = []
    for entry in _entries(document, "history"):
        tagged = entry.get("tagged") or ()
        if isinstance(tagged, str) or not all(isinstance(tag, str) for tag in tagged):
            raise ValueError("history: tagged must be a list of strings")
        sender = entry.get("sender")
        messages.append(
            Message(
                sender if isinstance(sender, str) else "",
                _string(entry, "text", "history"),
                tuple(tagged),
            )
        )
    return messages


def _entries(document: str, what: str) -> Sequence[Mapping[str, Any]]:
    if not document.strip():
        return ()
    try:
        entries = json.loads(document)
    except json.JSONDecodeError as error:
        raise ValueError(f"{what} is no JSON: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ValueError(f"{what} must be a list of objects")
    return entries


def _string(entry: Mapping[str, Any], name: str, what: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str):
        raise ValueError(f"{what}: {name} must be a string")
    return value


def _sender(text: str, history: Sequence[Message], handles: Sequence[str]) -> str | None:
    """Who wrote the message; None outside a chat. A history makes it a chat, in which the
    first of the people speaks where the message is not part of it."""
    if not history or not handles:
        return None
    for message in reversed(history):
        if message.text.strip() == text.strip() and message.sender:
            return message.sender
    return handles[0]


def _features(handle: str, entries: Mapping[str, Mapping[str, Any]], notes: list[str]) -> Features:
    from ..forge.avatar.coding import from_fields
    from ..forge.avatar.features import Features
    from ..forge.story.people import same

    given = next((entries[known] for known in entries if same(known, handle)), None)
    if given is None:
        notes.append(f"What {handle} looks like is not known")
        return Features()
    features, odd = from_fields(given)
    if odd:
        notes.append(f"Features of {handle} not understood: {', '.join(odd)}")
    return features


NODES: list[type[io.ComfyNode]] = [ExpandScene, Caption]
