"""Putting the product on a host: once, at start, without touching anything else of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime

from aiohttp import web

from ..forge.host.port import Host
from .anime import table as anime
from .avatarforge import table as avatarforge
from .character3d import table as character3d
from .chat import table as chat
from .fallback import fallbacks
from .house import table as house
from .portrait import table as portrait
from .product import Product
from .settings import Settings
from .table import Route, bind


def route_table(product: Product) -> list[Route]:
    documented = [
        *avatarforge.routes(product),
        *chat.routes(product),
        *character3d.routes(product),
        *anime.routes(product),
        *portrait.routes(product),
    ]
    return [*documented, *house.routes(product, documented)]


def mount(host: Host, now: Callable[[], datetime] | None = None) -> Product:
    """Serve every route on this host. `now` is another clock than the system's, aware UTC.

    Raises SettingError for a setting without meaning.
    """
    product = Product(host, Settings.read(os.environ), now)
    table = route_table(product)
    host.add_bare_routes(bind([route for route in table if route.bare], product))
    host.add_routes(bind([route for route in table if not route.bare], product))
    host.add_fallback_routes(bind(fallbacks(table), product))

    async def start(_: web.Application) -> None:
        await product.start()

    async def stop(_: web.Application) -> None:
        await product.stop()

    host.on_startup(start)
    host.on_cleanup(stop)
    return product
