"""Nodes that write the question for a language model; its reply is judged where it is taken.

What they call is imported when they run: ComfyUI's start does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .comfy import io
from .features import CATEGORY
from .moderation import policy_input
from .story import (
    SceneType,
    avoid_input,
    history_input,
    people_input,
    read_history,
    read_people,
    sender_input,
    understood,
    voice_input,
)

if TYPE_CHECKING:
    from ..forge.moderation.policy import Route
    from ..forge.story.caption import Voice
    from ..forge.story.scene import Scene


def _question_output() -> io.String.Output:
    return io.String.Output(
        "question", display_name="question", tooltip="For Generate Text, with its own template."
    )


class SceneQuestion(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeSceneQuestion",
            display_name="Scene Question",
            category=CATEGORY,
            description=(
                "Asks a language model to describe the scene that a chat message means. Its "
                "reply goes to Expand Scene."
            ),
            search_aliases=["llm prompt", "prompt expansion", "generate text", "chat to scene"],
            inputs=[
                io.String.Input("text", multiline=True, tooltip="The message to be drawn."),
                history_input(),
                people_input(),
                policy_input(optional=True),
                sender_input(),
            ],
            outputs=[_question_output()],
        )

    @classmethod
    def execute(
        cls,
        text: str,
        history: str = "",
        people: str = "",
        policy: Route = "general",
        sender: str = "",
    ) -> io.NodeOutput:
        from ..forge.story.questions import scene_question

        messages, entries = read_history(history), read_people(people)
        # Expand Scene tells what could not be read.
        scene, cast = understood(text, messages, entries, sender, [])
        question = scene_question(
            text, scene, cast, history=messages, handles=tuple(entries), policy=policy
        )
        return io.NodeOutput(question, ui={"text": [question]})


class CaptionQuestion(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeCaptionQuestion",
            display_name="Caption Question",
            category=CATEGORY,
            description=(
                "Asks a language model for a caption of ten to fifteen words. Its reply goes to "
                "Caption."
            ),
            search_aliases=["llm prompt", "image caption", "generate text"],
            inputs=[
                SceneType.Input("scene", tooltip="From Expand Scene."),
                voice_input(),
                history_input(),
                people_input(),
                avoid_input(),
            ],
            outputs=[_question_output()],
        )

    @classmethod
    def execute(
        cls,
        scene: Scene,
        voice: Voice,
        history: str = "",
        people: str = "",
        avoid: str = "",
    ) -> io.NodeOutput:
        from ..forge.story.questions import caption_question

        question = caption_question(
            scene,
            voice=voice,
            history=read_history(history),
            handles=tuple(read_people(people)),
            avoid=avoid,
        )
        return io.NodeOutput(question, ui={"text": [question]})


class SelfieQuestion(io.ComfyNode):
    @classmethod
    def define_schema(cls) -> io.Schema:
        return io.Schema(
            node_id="AvatarForgeSelfieQuestion",
            display_name="Selfie Question",
            category=CATEGORY,
            description=(
                "Asks a model that sees what the person in a picture looks like, in the words of "
                "the HTTP API. Its reply goes to Analyze Selfie."
            ),
            search_aliases=["vqa", "vision prompt", "generate text", "photo to avatar"],
            inputs=[],
            outputs=[_question_output()],
        )

    @classmethod
    def execute(cls) -> io.NodeOutput:
        from ..forge.avatar.selfie import question

        return io.NodeOutput(question())


NODES: list[type[io.ComfyNode]] = [SceneQuestion, CaptionQuestion, SelfieQuestion]
