"""A profile from a selfie, and changes to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiohttp import MultipartWriter, web

from ...forge.moderation.text import moderate_text
from ...forge.store.errors import NotFoundError
from ...forge.store.profiles import Profile
from ..access import Caller
from ..body import read_json
from ..problem import Problem
from ..product import Product
from ..replies import reply
from ..table import REQUEST_ID
from .generating import API, Generating, Made, Wanted
from .problems import ChatProblem
from .schemas import AvatarFeatures, ProfileCreated, ProfileUpdate
from .selfies import Selfies

SIDE = 512  # pixels of an avatar


class Profiles:
    def __init__(self, product: Product, generating: Generating) -> None:
        self._product = product
        self._generating = generating
        self._selfies = Selfies(product, generating)

    async def create(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        with self._generating.place("profile"):
            features = await self._selfies.features(request, caller)
            _check_policy(features)
            profile = await self._product.profiles.add(caller.owner, features)
            noted = {"profile_id": profile.id, "avatar_features": features}
            made = await self._draw(request, caller, features, noted)
            await self._product.profiles.change(profile.id, caller.owner, job=made.job.id)
            answer = ProfileCreated(
                avatar_features=dict(features),
                profile_id=profile.id,
                avatar_url=f"/outputs/{made.job.id}/{_picture_name(made)}",
            )
            if _wants_parts(request):
                return _in_parts(request, answer, made)
            return reply(answer, job_id=made.job.id)

    async def update(self, request: web.Request, caller: Caller) -> web.StreamResponse:
        with self._generating.place("profile"):
            body = await read_json(request, ProfileUpdate)
            profile = await self._base(body, caller)
            given = body.avatar_features or AvatarFeatures()
            base = given.model_dump() if profile is None else dict(profile.features)
            changes = body.model_dump(exclude={"profile_id", "avatar_features"}, exclude_none=True)
            features = _changed(base, changes)
            _check_policy(features)
            noted = {"changes": changes, "profile_id": body.profile_id, "avatar_features": features}
            seed = None if profile is None else await self._seed_of(profile, caller)
            made = await self._draw(request, caller, features, noted, seed)
            headers = dict(made.headers)
            if profile is not None:
                await self._product.profiles.change(
                    profile.id, caller.owner, features=features, job=made.job.id
                )
                headers["X-Profile-Id"] = profile.id
            return web.Response(body=made.picture, content_type="image/png", headers=headers)

    async def _base(self, body: ProfileUpdate, caller: Caller) -> Profile | None:
        if body.profile_id is None:
            return None
        if body.avatar_features is not None:
            raise ChatProblem(
                422,
                "BAD_INPUT",
                "Give profile_id or avatar_features, not both",
                {
                    "errors": [
                        {
                            "loc": ["body", "avatar_features"],
                            "msg": "profile_id is given as well",
                        }
                    ]
                },
            )
        try:
            return await self._product.profiles.get(body.profile_id, caller.owner)
        except NotFoundError as error:
            raise Problem(404, "Profile not found") from error

    async def _seed_of(self, profile: Profile, caller: Caller) -> int | None:
        """Of its avatar, so that what nobody has told stays as it was drawn."""
        if profile.job is None:
            return None
        try:
            return (await self._product.runner.get(profile.job, caller.owner, API)).seed
        except NotFoundError:
            return None  # deleted since

    async def _draw(
        self,
        request: web.Request,
        caller: Caller,
        features: Mapping[str, Any],
        noted: Mapping[str, Any],
        seed: int | None = None,
    ) -> Made:
        wanted = Wanted(
            task="profile",
            kind="profile",
            seed=seed,
            noted=noted,
            generation={
                "prompt": "",
                "features": _plain(features),
                "framing": "bust",
                "style": "3d_cartoon",
                "width": SIDE,
                "height": SIDE,
                "policy": "profile",
            },
        )
        return await self._generating.make(request, caller, wanted)


_SECTIONS = {"hat": "accessories", "mask": "accessories", "hair": "observed", "skin": "observed"}


def _changed(base: Mapping[str, Any], changes: Mapping[str, str]) -> dict[str, Any]:
    features = {
        name: dict(section) if isinstance(section, Mapping) else section
        for name, section in base.items()
    }
    for name, value in changes.items():
        features.setdefault(_SECTIONS[name.split("_", 1)[0]], {})[name] = value
    return features


def _check_policy(features: Mapping[str, Any]) -> None:
    words = ", ".join(str(value) for value in _plain(features).values())
    verdict = moderate_text(words, route="profile", people=[features])
    if verdict.decision == "blocked":
        details = {"matched_keywords": list(verdict.matched), "tier": verdict.tier}
        raise ChatProblem(422, "POLICY_BLOCKED", "Content violates policy", details)


def _plain(features: Mapping[str, Any]) -> dict[str, str]:
    """The features that are said, by name."""
    return {
        name: value
        for section in ("observed", "dress", "accessories")
        for name, value in (features.get(section) or {}).items()
        if isinstance(value, str) and value
    }


def _picture_name(made: Made) -> str:
    return next(each.filename for each in made.job.outputs if each.mime_type.startswith("image/"))


def _wants_parts(request: web.Request) -> bool:
    return "multipart/mixed" in request.headers.get("Accept", "").lower()


def _in_parts(request: web.Request, answer: ProfileCreated, made: Made) -> web.Response:
    """RFC 2046: the JSON, then the picture."""
    with MultipartWriter("mixed") as writer:
        writer.append(answer.model_dump_json(), {"Content-Type": "application/json"})
        part = writer.append(made.picture, {"Content-Type": "image/png"})
        part.set_content_disposition("attachment", filename="profile.png")
    return web.Response(
        body=writer,
        headers={
            **made.headers,
            "Content-Type": writer.content_type,
            "X-Request-Id": request[REQUEST_ID],
        },
    )
