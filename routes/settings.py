"""What the environment decides. Each setting is listed in the README with its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"", "0", "false", "no", "off"})


class SettingError(ValueError):
    """A setting has a value that means nothing; the message names it."""


@dataclass(frozen=True, slots=True)
class Settings:
    allow_anonymous: bool
    database_url: str | None
    most_waiting: int  # jobs; a request beyond is answered 503
    cleanup_days: int  # unused uploads are kept this long
    serve_models: bool  # the character API's GET /models, on the bare path

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """Raises SettingError."""
        return cls(
            allow_anonymous=_flag(environment, "AVATARFORGE_ALLOW_ANONYMOUS", False),
            database_url=environment.get("AVATARFORGE_DATABASE_URL") or None,
            most_waiting=_number(environment, "AVATARFORGE_MAX_WAITING", 2000),
            cleanup_days=_number(environment, "AVATARFORGE_CLEANUP_DAYS", 30),
            serve_models=_flag(environment, "AVATARFORGE_SERVE_MODELS", True),
        )


def _flag(environment: Mapping[str, str], name: str, default: bool) -> bool:
    value = environment.get(name)
    if value is None:
        return default
    if value.strip().lower() in _TRUE:
        return True
    if value.strip().lower() in _FALSE:
        return False
    raise SettingError(f"{name} is {value!r}; it takes 1 or 0")


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name)
    if not value:
        return default
    if not value.strip().isdecimal() or int(value) < 1:
        raise SettingError(f"{name} is {value!r}; it takes a whole number from 1")
    return int(value)
