"""The colours of clothes for which none was asked: they hang together, capes stand out."""

from __future__ import annotations

from dataclasses import replace

from . import colours
from .choice import draw, pick
from .features import Colour, Garment
from .vocabulary import fashion, wardrobe


def coloured(garments: list[Garment], seed: int) -> list[Garment]:
    """The same garments in the same order, each with a colour and its kind's material."""
    scheme = fashion.SCHEMES[int(draw(seed, "garments.scheme") * len(fashion.SCHEMES))]
    loud = any(g.colour is not None and _chroma(g.colour) > 25 for g in garments)
    body_colour: Colour | None = None
    found: dict[int, Garment] = {}
    first = ("torso", "full")
    for index in sorted(range(len(garments)), key=lambda i: _slot(garments[i].kind) not in first):
        garment = garments[index]
        wear = wardrobe.GARMENTS.get(garment.kind, wardrobe.Wear("torso"))
        material = garment.material or wear.material
        colour = garment.colour or _garment_colour(garment, wear, material, scheme, loud, seed)
        if wear.slot == "back" and garment.colour is None and body_colour is not None:
            colour = _apart(garment.kind, colour, body_colour, seed)
        if wear.slot in ("torso", "full") and body_colour is None:
            body_colour = colour
        found[index] = replace(garment, colour=colour, material=material)
    return [found[index] for index in range(len(garments))]


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
    return float(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5)


def _garment_colour(
    garment: Garment, wear: wardrobe.Wear, material: str | None, scheme: tuple[str, ...],
    loud: bool, seed: int,
) -> Colour:  # fmt: skip
    path = f"garments.{garment.kind}.colour"
    if wear.colour is not None:
        return colours.named(wear.colour)
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
    part = {"torso": 0, "full": 0, "legs": 1, "calves": 1, "feet": 2}.get(wear.slot, 3)
    if loud:
        neutrals = fashion.NEUTRALS if part in (0, 3) else fashion.DARK_NEUTRALS
        return colours.named(pick(seed, path, neutrals))
    if wear.slot == "over":
        return colours.named(pick(seed, path, fashion.DARK_NEUTRALS))
    return colours.named(scheme[part])


def _chroma(colour: Colour) -> float:
    _, a, b = colours.lab_of(colour.hex)
    return float((a * a + b * b) ** 0.5)
