"""Whether a request comes from this machine, told without asking anybody."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from functools import lru_cache

_FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")


@lru_cache(maxsize=256)
def is_loopback(name: str | None) -> bool:
    """Whether a host name or IP address is this machine by its very form; asks no resolver."""
    if name is None:
        return False
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def is_forwarded(headers: Mapping[str, str]) -> bool:
    """Whether a proxy has sent it, which then speaks for somebody elsewhere."""
    return any(name in headers for name in _FORWARDED)
