"""Pictures of what people write: three kinds of chat, private messages, and any prompt."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from ...forge.moderation.policy import Route as PolicyRoute
from ...forge.moderation.text import moderate_text
from ...forge.moderation.verdict import Verdict
from ...forge.story.caption import Voice
from ...forge.story.reading import mentioned
from ...forge.story.shortening import shorten
from ..access import Caller
from ..body import read_json
from ..replies import reply
from .generating import Generating, Made, Wanted
from .problems import ChatProblem, bad_input
from .schemas import (
    STYLE_IDS,
    ChatImage,
    GeneralRequest,
    OneToOneRequest,
    Participant,
    PrivateRequest,
    SceneRequest,
)

_MOST_REMEMBERED = 10_000  # callers
SIDE = 1024  # pixels, of every picture here

_VOICES: Mapping[str, Voice] = {"1to1": "us", "shorts": "mood", "scenes": "names"}


class Scenes:
    def __init__(self, generating: Generating) -> None:
        self._generating = generating
        self._last: dict[tuple[str, str], tuple[str, str]] = {}  # message and caption

    async def one_to_one(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        with self._generating.place("1to1"):
            body = await read_json(request, OneToOneRequest)
            _check_people(body.participants)
            _check_chat(body)
            history = [
                {
                    "sender": message.sender_handle,
                    "text": message.text,
                    "tagged": message.tagged_handles,
                }
                for message in body.chat_messages
            ]
            return await self._captioned(
                request, caller, "1to1", body, body.participants, body.target_message, history
            )

    async def shorts(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return await self._scene(request, caller, "shorts")

    async def scenes(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        return await self._scene(request, caller, "scenes")

    async def _scene(
        self, request: web.Request, caller: Caller, route: PolicyRoute
    ) -> web.StreamResponse:
        with self._generating.place(route):  # type: ignore[arg-type] # a queue of that name
            body = await read_json(request, SceneRequest)
            _check_people(body.participants)
            return await self._captioned(
                request, caller, route, body, body.participants, body.user_message, []
            )

    async def private(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        with self._generating.place("private"):
            body = await read_json(request, PrivateRequest)
            people = body.participants.known()
            _check_people(people)
            text = body.new_message.text
            history = [{"sender": "", "text": each.text} for each in body.history.messages]
            chosen = _in_the_picture(people, text) or people[:2]
            made, _ = await self._make(
                request, caller, "private", body, chosen, text, history, body.style_request.style_id
            )
            return _png(made)

    async def general(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        with self._generating.place("general"):
            body = await read_json(request, GeneralRequest)
            people = [] if body.participants is None else body.participants.known()
            _check_people(people)
            text = body.prompt.text
            chosen = _in_the_picture(people, text) or people[:1]
            made, _ = await self._make(
                request, caller, "general", body, chosen, text, [], body.style_request.style_id
            )
            return _png(made)

    async def _captioned(
        self,
        request: web.Request,
        caller: Caller,
        route: PolicyRoute,
        body: OneToOneRequest | SceneRequest,
        people: Sequence[Participant],
        text: str,
        history: Sequence[Mapping[str, Any]],
    ) -> web.StreamResponse:
        made, verdict = await self._make(
            request, caller, route, body, people, text, history, body.style
        )
        job = made.job
        return reply(
            ChatImage(
                image_base64=base64.b64encode(made.picture).decode(),
                caption=made.texts.get("caption", ""),
                prompt_used=made.texts.get("prompt_used", shorten(verdict.text)),
                job_id=job.id,
                seed=job.seed,
                engine=job.engine,
                recipe=job.recipe,
                warnings=list(job.warnings),
                moderation=verdict.to_mapping(),
            ),
            job_id=job.id,
        )

    async def _make(
        self,
        request: web.Request,
        caller: Caller,
        route: PolicyRoute,
        body: OneToOneRequest | SceneRequest | PrivateRequest | GeneralRequest,
        people: Sequence[Participant],
        text: str,
        history: Sequence[Mapping[str, Any]],
        style: str,
    ) -> tuple[Made, Verdict]:
        _check_names(body)
        features = [person.avatar_features.model_dump() for person in people]
        verdict = moderate_text(
            text, route=route, context=[str(each["text"]) for each in history], people=features
        )
        if verdict.decision == "blocked":
            raise _blocked(verdict)
        wanted = Wanted(
            task=route,  # type: ignore[arg-type] # these five are tasks as well
            kind=route,
            engine=body.engine,
            recipe=body.recipe,
            seed=body.seed,
            noted={**body.model_dump(), "moderation": verdict.to_mapping()},
            generation={
                "prompt": verdict.text,
                "style": STYLE_IDS[style],
                "width": SIDE,
                "height": SIDE,
                "people": [
                    {"handle": person.handle, "avatar_features": each}
                    for person, each in zip(people, features, strict=True)
                ],
                "history": list(history),
                "voice": _VOICES.get(route, "mood"),
                "policy": route,
                "avoid": self._not_again(caller, route, text),
            },
        )
        made = await self._generating.make(request, caller, wanted)
        self._remember(caller, route, text, made.texts.get("caption", ""))
        return made, verdict

    def _not_again(self, caller: Caller, route: str, text: str) -> str:
        """The caller's last caption here, unless it was for this very message."""
        message, caption = self._last.get((caller.owner, route), ("", ""))
        return "" if message == text else caption

    def _remember(self, caller: Caller, route: str, text: str, caption: str) -> None:
        place = (caller.owner, route)
        self._last.pop(place, None)
        self._last[place] = (text, caption)
        if len(self._last) > _MOST_REMEMBERED:
            del self._last[next(iter(self._last))]


def _png(made: Made) -> web.Response:
    return web.Response(body=made.picture, content_type="image/png", headers=made.headers)


def _blocked(verdict: Verdict) -> ChatProblem:
    return ChatProblem(
        422,
        "POLICY_BLOCKED",
        "Content violates policy",
        {"matched_keywords": list(verdict.matched), "tier": verdict.tier},
    )


_NAME_SEPARATORS = str.maketrans("_-.@", "    ")


def _check_names(body: OneToOneRequest | SceneRequest | PrivateRequest | GeneralRequest) -> None:
    """Handles and ids are shown and drawn from too. They are read for themselves: beside a
    message every "kid_92" would be a child."""
    names = "\n".join(body.names()).translate(_NAME_SEPARATORS)
    verdict = moderate_text(names, route="1to1")
    if verdict.decision == "blocked":
        raise _blocked(verdict)


def _check_people(people: Sequence[Participant]) -> None:
    handles = [person.handle.casefold() for person in people]
    for handle in handles:
        if handles.count(handle) > 1:
            raise bad_input(f"two participants have the handle {handle!r}", "participants")


def _check_chat(body: OneToOneRequest) -> None:
    handles = {person.handle.casefold() for person in body.participants}
    for index, message in enumerate(body.chat_messages):
        if message.sender_handle.casefold() not in handles:
            raise bad_input(
                f"{message.sender_handle!r} is no participant",
                *("chat_messages", index, "sender_handle"),
            )
    tagged = {
        handle.removeprefix("@").casefold()
        for message in body.chat_messages
        for handle in message.tagged_handles
    }
    for index, person in enumerate(body.participants[2:], 2):
        if person.handle.removeprefix("@").casefold() not in tagged:
            raise bad_input(
                f"{person.handle!r} is neither of the two chatters nor tagged in a message",
                *("participants", index, "handle"),
            )


def _in_the_picture(people: Sequence[Participant], text: str) -> list[Participant]:
    """Those whom the text names by handle; empty where it names nobody."""
    named = mentioned(text, [person.handle for person in people])
    return [person for person in people if person.handle in named]
