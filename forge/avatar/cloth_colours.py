"""The colours of clothes for which none was asked: they hang together, capes stand out."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from . import colours
from .choice import draw, pick
from .features import Colour, Garment, Hair
from .vocabulary import fashion, looks, wardrobe


def coloured(garments: list[Garment], seed: int, skin: str) -> list[Garment]:
    """The same garments in the same order, each with a colour and its kind's material.

    Nobody's shirt has the colour of the `skin` ("#rrggbb").
    """
    shown = [s for s in looks.SCHEMES if colours.distance(colours.named(s[0]).hex, skin) > 30]
    scheme = shown[int(draw(seed, "garments.scheme") * len(shown))]
    free = all(g.colour is None for g in garments)
    loud = any(g.colour is not None and _chroma(g.colour) > 25 for g in garments)
    body_colour: Colour | None = None
    found: dict[int, Garment] = {}
    first = ("torso", "full")
    for index in sorted(range(len(garments)), key=lambda i: _slot(garments[i].kind) not in first):
        garment = garments[index]
        wear = wardrobe.GARMENTS.get(garment.kind, wardrobe.Wear("torso"))
        material = garment.material or wear.material
        colour = garment.colour or _garment_colour(
            garment, wear, material, scheme, loud, free, seed
        )
        if wear.slot == "back" and garment.colour is None and body_colour is not None:
            colour = _apart(garment.kind, colour, body_colour, seed)
        if wear.slot in ("torso", "full") and body_colour is None:
            body_colour = colour
        found[index] = replace(garment, colour=colour, material=material)
    return [found[index] for index in range(len(garments))]


_SEEN = {"torso": 1.0, "full": 1.0, "over": 1.0, "back": 0.95, "legs": 0.75}
_CLEAR = 30.0  # how far from a backdrop everything stands out, in L*a*b*


def behind(hair: Hair, garments: Iterable[Garment], skin: str, seed: int) -> Colour:
    """A wall that hair, clothes and skin stand out from."""
    worn = [(_SEEN.get(_slot(g.kind), 0.0), g.colour.hex) for g in garments if g.colour]
    shown = [(1.0, hair.colour.hex)] if hair.colour and hair.length != "bald" else []
    shown += [(0.8, skin), *((weight, colour) for weight, colour in worn if weight)]

    def least(name: str) -> float:
        wall = colours.named(name).hex
        return min(_contrast(wall, colour) / weight for weight, colour in shown)

    clear = {name: least(name) for name in fashion.BACKDROP_COLOURS}
    fit = {n: w for n, w in fashion.BACKDROP_COLOURS.items() if clear[n] >= _CLEAR}
    name = pick(seed, "background_colour", fit) if fit else max(clear, key=lambda n: clear[n])
    return colours.named(name)


def _contrast(one: str, other: str) -> float:
    """Colour difference where lightness counts most, as it does for outlines."""
    (l1, a1, b1), (l2, a2, b2) = colours.lab_of(one), colours.lab_of(other)
    return float((2.0 * (l1 - l2) ** 2 + 0.5 * ((a1 - a2) ** 2 + (b1 - b2) ** 2)) ** 0.5)


def _slot(kind: str) -> str:
    return wardrobe.GARMENTS.get(kind, wardrobe.Wear("torso")).slot


def _apart(kind: str, colour: Colour, behind: Colour, seed: int) -> Colour:
    """A cape that stands out from what is worn before it."""
    if _distance(colour, behind) > 25:
        return colour
    table = fashion.KIND_COLOURS.get(kind, fashion.NEUTRALS)
    other = {n: w for n, w in table.items() if _distance(colours.named(n), behind) > 25}
    return colours.named(pick(seed, f"garments.{kind}.apart", other)) if other else colour


def _distance(one: Colour, other: Colour) -> float:
    a, b = colours.lab_of(one.hex), colours.lab_of(other.hex)
    return math.dist(a, b)


def _garment_colour(
    garment: Garment, wear: wardrobe.Wear, material: str | None, scheme: tuple[str, ...],
    loud: bool, free: bool, seed: int,
) -> Colour:  # fmt: skip
    path = f"garments.{garment.kind}.colour"
    if wear.colour is not None:
        return colours.named(wear.colour)
    if free and garment.kind in looks.EVERYDAY and garment.material is None:
        part = {"torso": 0, "full": 0, "legs": 1, "feet": 2, "over": 4}.get(wear.slot, 3)
        return colours.named(scheme[part])
    usual = fashion.PATTERN_COLOURS.get(garment.pattern or "")
    if usual is not None:
        return colours.named(usual)
    table = fashion.KIND_COLOURS.get(garment.kind)
    if table is None or garment.material is not None:
        table = fashion.MATERIAL_COLOURS.get(material or "") or table
    if table is not None:
        if loud and wear.slot in ("torso", "legs", "full", "over"):
            quiet = {n: w for n, w in table.items() if _chroma(colours.named(n)) < 25}
            table = quiet or table
        return colours.named(pick(seed, path, table))
    place = {"torso": 0, "full": 0, "legs": 1, "calves": 1, "feet": 2}.get(wear.slot, 3)
    if loud:
        neutrals = fashion.NEUTRALS if place in (0, 3) else fashion.DARK_NEUTRALS
        return colours.named(pick(seed, path, neutrals))
    if wear.slot == "over":
        return colours.named(pick(seed, path, fashion.DARK_NEUTRALS))
    return colours.named(scheme[place])


def _chroma(colour: Colour) -> float:
    _, a, b = colours.lab_of(colour.hex)
    return float((a * a + b * b) ** 0.5)


def shown_in(look: Iterable[Garment], asked: Garment) -> list[Garment]:
    """A look in the colour asked for: what one sees of it first has it, and nothing hides that."""
    worn = [garment for garment in look if wardrobe.GARMENTS[garment.kind].slot != "over"]
    for index, garment in enumerate(worn):
        if wardrobe.GARMENTS[garment.kind].slot in ("torso", "full"):
            pattern = asked.pattern or garment.pattern
            worn[index] = replace(garment, colour=asked.colour, pattern=pattern)
            break
    return worn
