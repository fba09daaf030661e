"""Who may call: keys, roles, and callers from this machine.

Without a configured key the routes serve this machine alone, and a web page of another
site that makes the browser call us is not this machine's user. A key lifts both limits:
no other site can know it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from aiohttp import web

from ..forge.host.loopback import is_forwarded, is_loopback
from ..forge.store.schema import ANONYMOUS
from .keys import Key, KeyFile
from .problem import Problem
from .settings import Settings

Access = Literal["open", "user", "key", "admin"]
"""Everybody; whom the settings let in; only with a key; only with an admin's."""


@dataclass(frozen=True, slots=True)
class Caller:
    owner: str
    admin: bool = False

    @property
    def sees(self) -> str | None:
        """The owner whose jobs this caller sees; None is everybody's."""
        return None if self.admin else self.owner


NOBODY = Caller(ANONYMOUS)


def identify(
    request: web.Request, access: Literal["user", "key", "admin"], keys: KeyFile, settings: Settings
) -> Caller:
    """Looks at the key file, so not for the event loop.

    Raises Problem 401 or 403, and KeyFileError.
    """
    presented = _presented_key(request)
    if presented is not None:
        key = keys.find(presented)
        if key is None:
            raise Problem(401, "Unknown API key")
        if access == "admin" and key.role != "admin":
            raise Problem(403, "This needs a key with the admin role")
        return _caller(key)
    if access == "admin":
        raise Problem(401, "This needs an admin key, as 'Authorization: Bearer KEY' or 'X-API-Key'")
    if access == "key" or keys.configured():
        raise Problem(401, "Give an API key, as 'Authorization: Bearer KEY' or 'X-API-Key: KEY'")
    if _cross_site(request):
        raise Problem(403, "Pages of another site may not call this without an API key")
    if not settings.allow_anonymous and not _from_this_machine(request):
        raise Problem(
            403,
            "Without API keys only this machine is served. Make a key with "
            "'python install.py keys add NAME', or set AVATARFORGE_ALLOW_ANONYMOUS=1",
        )
    return NOBODY


def _caller(key: Key) -> Caller:
    return Caller(key.name, key.role == "admin")


def _presented_key(request: web.Request) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        return token.strip()
    return request.headers.get("X-API-Key")


def _from_this_machine(request: web.Request) -> bool:
    # A name that an attacker points at 127.0.0.1 (DNS rebinding) is not ours.
    near = is_loopback(request.remote) and is_loopback(_hostname(request.host))
    return near and not is_forwarded(request.headers)


def _hostname(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:  # such as a bracket that is never closed
        return ""


def _cross_site(request: web.Request) -> bool:
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return True
    origin = request.headers.get("Origin")
    if origin is None:
        return False
    try:
        return urlsplit(origin).netloc.lower() != request.host.lower()
    except ValueError:
        return True
