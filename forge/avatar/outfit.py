"""Which garment is worn where: sorts the words for clothes into places on the body.

`forge.avatar.cuts` says how a kind is tailored; what it does not know is drawn as the
nearest kind and told in `not_drawn`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .cuts import CUTS, NEAREST, SYNONYMS, Cut
from .features import Colour, Features, Garment
from .paint import luminance, mix, rgb, shadow


@dataclass(frozen=True, slots=True)
class Worn:
    kind: str
    cut: Cut
    colour: str
    pattern: str = ""
    material: str = ""
    trim: str = ""  # "#rrggbb"; empty where the cut decides


@dataclass(frozen=True, slots=True)
class Outfit:
    """One garment a place, and any number on neck and waist."""

    top: Worn | None = None
    over: Worn | None = None
    vest: Worn | None = None  # under what is worn over the top
    full: Worn | None = None
    legs: Worn | None = None
    skirt: Worn | None = None
    armour: Worn | None = None
    cape: Worn | None = None
    feet: Worn | None = None
    hands: Worn | None = None
    socks: Worn | None = None
    apron: Worn | None = None
    neck: tuple[Worn, ...] = ()
    waist: tuple[Worn, ...] = ()
    not_drawn: tuple[str, ...] = ()


def find_cut(kind: str) -> tuple[str, Cut, bool]:
    """The nearest word that has a cut, the cut, and whether it is the word itself."""
    word = kind.strip().lower().replace("_", " ")
    same = SYNONYMS.get(word, word.replace("armor", "armour"))
    if same in CUTS:
        return same, CUTS[same], True
    if word in NEAREST:
        return NEAREST[word], CUTS[NEAREST[word]], False
    singular = word[:-1] if word.endswith("s") else word + "s"
    if singular in CUTS:
        return singular, CUTS[singular], True
    for part in reversed(word.split()):
        for candidate in (part, part + "s", SYNONYMS.get(part, ""), NEAREST.get(part, "")):
            if candidate in CUTS:
                return candidate, CUTS[candidate], False
    return "t-shirt", CUTS["t-shirt"], False


_FUR = Colour("white", "#f7f4ee")
_FURRED = {"coat": ("santa",), "cape": ("king", "queen")}
"""What certain roles wear edged with white fur."""


def dress(features: Features) -> Outfit:
    """What of the asked-for clothes goes where, with what must be worn besides."""
    outfit = Outfit()
    unknown: list[str] = []
    for garment in features.garments:
        if garment.trim is None and set(_FURRED.get(garment.kind, ())) & set(features.roles):
            garment = replace(garment, trim=_FUR)
        kind, cut, exact = find_cut(garment.kind)
        if not exact:
            unknown.append(garment.kind)
        if kind == "jersey" and "basketball player" in features.roles:
            cut = replace(cut, sleeve=0.0, neck="straps", detail="")
        outfit = _put_on(outfit, _worn(garment, kind, _for_the_young(cut, features)), features)
    outfit = _completed(replace(outfit, not_drawn=tuple(unknown)), features)
    if any(accessory.kind == "hijab" for accessory in features.accessories):
        outfit = _modest(outfit)
    return outfit


_BARE_ON_PURPOSE = frozenset({"swimsuit", "tank top", "crop top", "jersey", "miniskirt", "shorts",
                              "armour", "sportswear"})  # fmt: skip
_BARE_NECKS = frozenset({"off", "sweetheart", "straps", "v", "boat", "slit"})


def _modest(outfit: Outfit) -> Outfit:
    """With a hijab go long sleeves and hems to the ankles, where no bare piece was named."""

    def covered(worn: Worn | None) -> Worn | None:
        if worn is None or worn.kind in _BARE_ON_PURPOSE:
            return worn
        cut = worn.cut
        if cut.place in ("top", "full", "suit", "tailored") and cut.front != "bib":
            arms = "" if cut.arms == "puff" else cut.arms
            neck = "crew" if cut.neck in _BARE_NECKS else cut.neck
            cut = replace(cut, sleeve=max(cut.sleeve, 1.9), arms=arms, neck=neck)
        if cut.place in ("full", "skirt") and cut.fall not in ("tutu", "kilt"):
            fall = "" if cut.fall == "pleats" else cut.fall
            cut = replace(cut, length=max(cut.length, 1.9), fall=fall)
        return replace(worn, cut=cut)

    return replace(outfit, top=covered(outfit.top), full=covered(outfit.full),
                   skirt=covered(outfit.skirt))  # fmt: skip


def _girded(outfit: Outfit) -> Outfit:
    """A belt or sash that was asked for takes the place of the one that comes with the robe."""
    full = outfit.full
    if full is None or full.cut.detail not in ("obi", "sash") or not outfit.waist:
        return outfit
    asked = outfit.waist[0]
    if asked.kind not in ("sash", "belt") or (asked.kind == "belt" and full.cut.detail != "obi"):
        return outfit
    tied = replace(asked, kind=full.cut.detail, cut=replace(CUTS["sash"], detail=full.cut.detail))
    return replace(outfit, full=replace(full, cut=replace(full.cut, detail="")),
                   waist=(tied, *outfit.waist[1:]))  # fmt: skip


def _worn(garment: Garment, kind: str, cut: Cut) -> Worn:
    colour = garment.colour.hex if garment.colour else cut.colour
    trim = garment.trim.hex if garment.trim else ""
    pattern = garment.pattern or cut.pattern
    return Worn(kind, cut, colour, pattern, garment.material or "", trim)


def _for_the_young(cut: Cut, features: Features) -> Cut:
    """Children and teenagers wear shoulders and sleeves where grown-ups bare theirs."""
    if features.age not in ("child", "teen") or cut.neck not in ("off", "sweetheart"):
        return cut
    return replace(cut, neck="boat", sleeve=max(cut.sleeve, 0.4))


def _put_on(outfit: Outfit, worn: Worn, features: Features) -> Outfit:
    cut = worn.cut
    place = cut.place
    if place == "tailored":
        if features.gender == "male" and cut.lower == "skirt":
            cut = replace(cut, lower="suit trousers")
        lower = Worn(cut.lower, CUTS[cut.lower], worn.colour, worn.pattern, worn.material)
        is_open = cut.neck in ("lapel", "satin lapel")
        if worn.kind == "sailor uniform":  # a white blouse over a skirt of the collar's colour
            blue = sailor_blue(worn)
            worn, lower = replace(worn, colour="#f5f5f2", trim=blue), replace(lower, colour=blue)
        upper: dict[str, Any] = {"over" if is_open else "top": worn}
        if is_open and outfit.over and outfit.over.kind == "vest":
            outfit = replace(outfit, vest=outfit.over)
        outfit = replace(outfit, **upper)
        if lower.cut.place == "skirt":
            return replace(outfit, skirt=outfit.skirt or lower)
        return replace(outfit, legs=outfit.legs or lower)
    if place == "over" and outfit.over:
        inner, outer = outfit.over, worn
        if worn.kind == "vest":
            inner, outer = worn, outfit.over
        return replace(outfit, over=outer, vest=inner if inner.kind == "vest" else outfit.vest)
    if place == "suit":
        return replace(outfit, full=worn)
    if place == "neck":
        return replace(outfit, neck=(*outfit.neck, worn))
    if place == "waist":
        return replace(outfit, waist=(*outfit.waist, worn))
    one: dict[str, Any] = {place: worn}
    return replace(outfit, **one)


def sailor_blue(worn: Worn) -> str:
    """The collar and skirt of a sailor uniform; the colour asked for where it is a dark one."""
    if worn.trim:
        return worn.trim
    return worn.colour if luminance(worn.colour) < 0.55 else "#2b3a6b"


def _plain(kind: str, colour: str | None = None) -> Worn:
    return Worn(kind, CUTS[kind], colour or CUTS[kind].colour)


def _completed(outfit: Outfit, features: Features) -> Outfit:
    """Nobody goes half dressed: adds what the words took for granted."""
    nothing = not (outfit.top or outfit.over or outfit.full or outfit.armour)
    if nothing and not (outfit.legs or outfit.skirt):
        if not features.garments:
            return replace(outfit, full=_plain("undersuit"), feet=_plain("bare feet"))
        under = _plain("turtleneck", "#3d4152") if outfit.cape else _plain("t-shirt", "#e9e6df")
        outfit = replace(outfit, top=under)
    elif nothing:
        outfit = replace(outfit, top=_plain("t-shirt", "#e9e6df"))
    armour = outfit.armour
    if armour:
        partial = armour.cut.detail == "pauldrons"
        base = mix(shadow(armour.colour, 1.6), "#2c2d38", 0.55)
        if outfit.full is None and outfit.top is None:
            outfit = replace(outfit, top=_plain("turtleneck", base))
        if outfit.full is None and outfit.legs is None and outfit.skirt is None:
            outfit = replace(outfit, legs=_plain("leggings", base))
        if not partial and armour.cut.detail not in ("breast", "leather"):
            outfit = replace(
                outfit,
                feet=outfit.feet or _plain("greaves", armour.colour),
                hands=outfit.hands or _plain("gauntlets", armour.colour),
            )
    if outfit.over and not outfit.top and not outfit.full:
        kind = outfit.over.cut.under or "t-shirt"
        pale = luminance(outfit.over.colour) < 0.7
        outfit = replace(outfit, top=_plain(kind, "#f3f1ea" if pale else "#5a6f8f"))
    outfit = _tucked(_collared(_tied(_apart(outfit), features)))
    if outfit.full and outfit.full.cut.front == "bib" and outfit.top is None:
        outfit = replace(outfit, top=_plain("t-shirt", "#efece4"))
    outfit = _girded(outfit)
    wears_legs = outfit.legs or outfit.skirt or outfit.full
    if not wears_legs:
        top = outfit.over or outfit.top
        colour = "#3f4658" if top is None or luminance(top.colour) > 0.3 else "#8c8474"
        kind = "jeans" if top and top.kind in ("t-shirt", "hoodie", "jacket") else "trousers"
        outfit = replace(outfit, legs=_plain(kind, None if kind == "jeans" else colour))
    if outfit.feet is None:
        outfit = replace(outfit, feet=_shoes(outfit, features))
    if outfit.skirt and outfit.skirt.cut.fall == "tutu" and outfit.feet and (
        outfit.feet.kind in ("shoes", "flats", "slippers")
    ):  # fmt: skip
        satin = mix(outfit.skirt.colour, "#fff1f2", 0.55)
        outfit = replace(outfit, feet=Worn("pointe shoes", CUTS["slippers"], satin))
    return outfit


_TUCKED_UNDER = frozenset({"suit", "crest", "tails", "belt", "points"})


def _tucked(outfit: Outfit) -> Outfit:
    """A shirt goes into the trousers under whatever is tailored."""
    top, over = outfit.top, outfit.over or outfit.vest
    formal = over is not None and over.cut.detail in _TUCKED_UNDER
    if top is None or top.cut.neck != "collar" or not (formal or outfit.neck):
        return outfit
    return replace(outfit, top=replace(top, cut=replace(top.cut, hem=min(top.cut.hem, 0.82))))


_TIED = {"tuxedo": ("bow tie", "#17171d"), "suit": ("tie", ""), "school uniform": ("tie", "")}


def _tied(outfit: Outfit, features: Features) -> Outfit:
    """A suit comes with its tie, unless it was refused or something else is at the neck."""
    over = outfit.over
    kind, colour = _TIED.get(over.kind if over else "", ("", ""))
    if not over or not kind or outfit.neck or {"tie", kind} & features.without:
        return outfit
    if features.gender == "female" and over.kind == "suit":
        return outfit
    if outfit.top is None or outfit.top.cut.neck != "collar":
        return outfit
    pale = luminance(over.colour) > 0.5
    return replace(outfit, neck=(_plain(kind, colour or ("#2f4a7a" if pale else "#9c2f42")),))


def _apart(outfit: Outfit) -> Outfit:
    """A shirt of its cardigan's own colour is a little paler, or they would run together."""
    over, top = outfit.over, outfit.top
    if over is None or top is None or over.kind != "cardigan":
        return outfit
    a, b = rgb(over.colour), rgb(top.colour)
    if max(abs(x - y) for x, y in zip(a, b, strict=True)) > 0.12:
        return outfit
    dark = luminance(top.colour) < 0.65
    colour = mix(top.colour, "#f4eee2", 0.6) if dark else shadow(top.colour, 1.2)
    return replace(outfit, top=replace(top, colour=colour))


_KNOTTED = frozenset({"tie", "bow tie"})


def _collared(outfit: Outfit) -> Outfit:
    """A tie goes round a collar, and no two of its kind round one neck."""
    knots = [worn for worn in outfit.neck if worn.kind in _KNOTTED]
    if not knots:
        return outfit
    neck = tuple(worn for worn in outfit.neck if worn.kind not in _KNOTTED or worn is knots[0])
    top = outfit.top
    if top is not None and top.cut.neck not in ("collar", "camp", "sailor"):
        top = replace(top, cut=replace(top.cut, neck="collar"))
    return replace(outfit, neck=neck, top=top)


def _shoes(outfit: Outfit, features: Features) -> Worn:
    full = outfit.full.kind if outfit.full else ""
    if full in ("bodysuit", "superhero suit", "spacesuit"):
        assert outfit.full is not None
        return _plain("boots", shadow(outfit.full.colour, 1.2))
    if full in ("kimono", "toga"):
        return _plain("sandals")
    if full in ("dress", "gown", "qipao", "ball gown", "wedding dress"):
        return _plain("heels" if features.age not in ("child", "teen") else "slippers")
    if full == "leotard":
        return _plain("slippers")
    if full in ("swimsuit", "wetsuit") or (outfit.legs and outfit.legs.kind == "swim trunks"):
        return _plain("bare feet")
    top = (outfit.over or outfit.top or outfit.full or _plain("t-shirt")).kind
    if top in (
        "t-shirt",
        "hoodie",
        "sweatshirt",
        "scrubs",
        "jersey",
        "sportswear",
        "sweater",
        "tank top",
        "crop top",
    ):
        return _plain("sneakers")
    if outfit.armour or outfit.cape:
        return _plain("boots")
    return _plain("shoes")


__all__ = ["CUTS", "Cut", "Outfit", "Worn", "dress", "find_cut", "sailor_blue"]
