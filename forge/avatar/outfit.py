"""Which garment is worn where: sorts the words for clothes into places on the body.

The wardrobe draws families of garments. `FAMILIES` says which family and which cut a word
belongs to; what it does not know is drawn as the nearest kind and told in `not_drawn`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .features import Features, Garment
from .paint import luminance, mix, shadow


@dataclass(frozen=True, slots=True)
class Cut:
    """How something is tailored. Lengths of sleeves and legs: 0 root, 1 bend, 2 end."""

    place: str  # top, over, full, legs, skirt, cape, feet, hands, neck, waist, socks, armour
    colour: str = "#6b7fa3"
    sleeve: float = 0.0
    loose: float = 0.04  # room between body and cloth, in heads
    cuff: float = 0.0  # the sleeve's or leg's end is this much wider
    hem: float = 1.05  # where on the trunk it ends
    neck: str = "crew"
    front: str = "plain"
    length: float = 0.0  # of a skirt: 0 hips, 1 knees, 2 ankles
    flare: float = 0.25
    detail: str = ""
    under: str = ""  # what is worn under an open front


@dataclass(frozen=True, slots=True)
class Worn:
    kind: str
    cut: Cut
    colour: str
    pattern: str = ""
    material: str = ""


_LONG, _SHORT = 1.93, 0.50
WHITE, DARK = "#f3f0e8", "#3a3d4d"

CUTS: Mapping[str, Cut] = {
    # tops
    "t-shirt": Cut("top", "#d9dde2", _SHORT, 0.045, 0.05, 1.08),
    "tank top": Cut("top", "#e6e2da", 0, 0.03, hem=1.04, neck="straps"),
    "crop top": Cut("top", "#e28aa6", 0.35, 0.03, 0.03, 0.56),
    "shirt": Cut("top", "#eef1f4", _LONG, 0.045, 0.0, 1.10, "collar", "buttons", detail="cuffs"),
    "polo shirt": Cut("top", "#4f86b5", _SHORT, 0.04, 0.04, 1.08, "collar", "placket"),
    "blouse": Cut("top", "#f5e6ea", 1.85, 0.05, 0.07, 0.96, "v", "plain", detail="cuffs"),
    "sweater": Cut("top", "#b5654a", _LONG, 0.075, 0.04, 1.02, "crew", detail="ribs"),
    "turtleneck": Cut("top", "#39424e", _LONG, 0.05, 0.02, 1.04, "high", detail="ribs"),
    "hoodie": Cut("top", "#5f7f92", _LONG, 0.09, 0.05, 1.06, "hood", "pouch", detail="ribs"),
    "jersey": Cut("top", "#c33a3a", 0.6, 0.06, 0.08, 1.12, "v", "stripe"),
    "tunic": Cut("full", "#7d8a5a", 1.9, 0.05, 0.05, neck="v", length=0.45, flare=0.30),
    "corset": Cut("top", "#5b3346", 0, 0.025, hem=0.98, neck="straps", front="laced"),
    "vest": Cut("over", "#56452f", 0, 0.05, hem=0.98, neck="v", front="open", under="shirt"),
    # over a top
    "jacket": Cut("over", "#4a5a48", _LONG, 0.085, 0.03, 0.98, "collar", "open", under="t-shirt",
                  detail="pockets"),
    "leather jacket": Cut("over", "#2b2628", _LONG, 0.075, 0.02, 0.92, "lapel", "open",
                          under="t-shirt", detail="zip"),
    "bomber jacket": Cut("over", "#4b5a3c", _LONG, 0.10, 0.0, 0.94, "crew", "open",
                         under="t-shirt", detail="ribs"),
    "blazer": Cut("over", "#3c4663", _LONG, 0.065, 0.02, 1.12, "lapel", "open", under="shirt",
                  detail="pockets"),
    "cardigan": Cut("over", "#b79a78", _LONG, 0.07, 0.03, 1.12, "v", "open", under="t-shirt",
                    detail="ribs"),
    "coat": Cut("over", "#7c5f45", _LONG, 0.095, 0.05, 1.1, "lapel", "open", length=1.15,
                flare=0.22, under="sweater", detail="pockets"),
    "trench coat": Cut("over", "#bfa27a", _LONG, 0.095, 0.05, 1.1, "lapel", "open", length=1.2,
                       flare=0.26, under="shirt", detail="belt"),
    "lab coat": Cut("over", "#f4f5f5", _LONG, 0.085, 0.05, 1.1, "lapel", "open", length=0.95,
                    flare=0.18, under="shirt", detail="pockets"),
    "poncho": Cut("cape", "#a0563c", length=0.1, flare=0.5, detail="poncho"),
    # whole outfits
    "dress": Cut("full", "#c85a7c", 0.35, 0.03, 0.03, neck="v", length=0.95, flare=0.55),
    "gown": Cut("full", "#5c3f8e", 0.30, 0.025, 0.03, neck="v", length=2.0, flare=0.75,
                detail="sash"),
    "robe": Cut("full", "#3d4a8a", 1.9, 0.08, 0.34, neck="wrap", length=1.95, flare=0.42,
                detail="sash"),
    "kimono": Cut("full", "#b23a55", 1.75, 0.08, 0.62, neck="wrap", length=1.93, flare=0.06,
                  detail="obi"),
    "qipao": Cut("full", "#b3202e", 0.22, 0.025, 0.02, neck="high", length=1.25, flare=0.06,
                 detail="piping"),
    "toga": Cut("full", "#f2ecdc", 0, 0.07, neck="straps", length=1.8, flare=0.3, detail="drape"),
    "apron dress": Cut("full", "#3f6a8f", 0.45, 0.04, 0.08, neck="crew", length=0.9, flare=0.5),
    "jumpsuit": Cut("suit", "#d07a35", _LONG, 0.06, 0.02, 1.1, "collar", "zip", detail="belt"),
    "overalls": Cut("suit", "#4a6d99", 0, 0.06, 0.02, 1.1, "bib", "bib", under="t-shirt"),
    "bodysuit": Cut("suit", "#41465a", 1.98, 0.012, 0.0, 1.1, "high", "panels"),
    "superhero suit": Cut("suit", "#2b4fb0", 1.98, 0.012, 0.0, 1.1, "crew", "emblem",
                          detail="trunks"),
    "spacesuit": Cut("suit", "#e8ebee", 1.95, 0.13, 0.04, 1.1, "ring", "pack", detail="rings"),
    "swimsuit": Cut("suit", "#2d6f9f", 0, 0.02, 0.0, 1.1, "straps", "plain", detail="surf"),
    "suit": Cut("tailored", "#343b52", _LONG, 0.065, 0.02, 1.12, "lapel", "open", under="shirt",
                detail="pockets"),
    "uniform": Cut("tailored", "#33506b", _LONG, 0.06, 0.02, 1.10, "stand", "double",
                   detail="epaulettes"),
    "school uniform": Cut("tailored", "#2f3a5c", _LONG, 0.06, 0.02, 1.0, "lapel", "open",
                          under="shirt", detail="skirt"),
    "scrubs": Cut("tailored", "#4f9d97", 0.7, 0.075, 0.05, 1.12, "v", "pocket"),
    "gi": Cut("tailored", "#f1efe8", 1.6, 0.10, 0.14, 1.15, "wrap", "wrap", detail="sash"),
    "sportswear": Cut("tailored", "#3767a8", _LONG, 0.07, 0.02, 1.02, "stand", "zip",
                      detail="stripes"),
    "pyjamas": Cut("tailored", "#9db4d8", _LONG, 0.09, 0.05, 1.12, "collar", "buttons"),
    "undersuit": Cut("suit", "#8b93a3", 0.42, 0.008, 0.0, 1.1, "crew", "panels", detail="short"),
    # armour
    "armour": Cut("armour", "#8d99a8"),
    "breastplate": Cut("armour", "#8d99a8", detail="breast"),
    "leather armour": Cut("armour", "#7b5232", detail="leather"),
    "chainmail": Cut("top", "#8e97a1", 1.3, 0.05, 0.05, 1.18, "crew", detail="mail"),
    "power armour": Cut("armour", "#6d7f95", detail="power"),
    "samurai armour": Cut("armour", "#8f2b2b", detail="samurai"),
    "pauldrons": Cut("armour", "#8d99a8", detail="pauldrons"),
    # legs
    "trousers": Cut("legs", "#474c5c", 1.96, 0.04, 0.0),
    "jeans": Cut("legs", "#3e5f8c", 1.96, 0.03, -0.01, detail="jeans"),
    "leggings": Cut("legs", "#34363f", 1.9, 0.012),
    "joggers": Cut("legs", "#5c636d", 1.88, 0.065, -0.03, detail="ribs"),
    "shorts": Cut("legs", "#8a7a5c", 0.78, 0.06, 0.05),
    "skirt": Cut("skirt", "#6a4a76", length=0.72, flare=0.42, detail="pleats"),
    "kilt": Cut("skirt", "#8a2f34", length=0.8, flare=0.28, detail="pleats"),
    "long skirt": Cut("skirt", "#6a4a76", length=1.85, flare=0.5),
    # back
    "cape": Cut("cape", "#a8262e", length=1.5, flare=0.55),
    "cloak": Cut("cape", "#3d4a3f", length=1.75, flare=0.6, detail="hooded"),
    "fur mantle": Cut("cape", "#8a7460", length=0.0, flare=0.5, detail="fur"),
    # feet, hands, neck, waist
    "shoes": Cut("feet", "#3d322d", 1.96),
    "sneakers": Cut("feet", "#eceef0", 1.93, detail="sneaker"),
    "heels": Cut("feet", "#7d2338", 2.0, detail="heel"),
    "boots": Cut("feet", "#54382a", 1.32, 0.035, detail="boot"),
    "ankle boots": Cut("feet", "#54382a", 1.76, 0.03, detail="boot"),
    "sandals": Cut("feet", "#8a5f3a", 2.0, detail="sandal"),
    "slippers": Cut("feet", "#d8a0ae", 2.0, detail="slipper"),
    "greaves": Cut("feet", "#8d99a8", 1.12, 0.04, detail="greave"),
    "bare feet": Cut("feet", detail="bare"),
    "gloves": Cut("hands", "#4b3a30", 1.78),
    "gauntlets": Cut("hands", "#8d99a8", 1.45, detail="plate"),
    "scarf": Cut("neck", "#b8463f", detail="scarf"),
    "tie": Cut("neck", "#a03040", detail="tie"),
    "bow tie": Cut("neck", "#a03040", detail="bow"),
    "ruff": Cut("neck", WHITE, detail="ruff"),
    "belt": Cut("waist", "#5a3d28", detail="belt"),
    "sash": Cut("waist", "#b8463f", detail="sash"),
    "suspenders": Cut("waist", "#3a2c28", detail="suspenders"),
    "harness": Cut("waist", "#4a3526", detail="harness"),
    "apron": Cut("apron", "#e9e2d2"),
    "socks": Cut("socks", "#f0efe9", 1.5),
    "tights": Cut("socks", "#2f2d38", -0.1),
}  # fmt: skip

SYNONYMS: Mapping[str, str] = {
    "armor": "armour", "plate armour": "armour", "plate": "armour", "tee": "t-shirt",
    "jumper": "sweater", "overcoat": "coat", "business suit": "suit", "tracksuit": "sportswear",
    "pants": "trousers", "slacks": "trousers", "robes": "robe", "high heels": "heels",
    "gauntlet": "gauntlets", "obi": "sash", "swimwear": "swimsuit", "sundress": "dress",
    "ball gown": "gown", "trainers": "sneakers", "flip flops": "sandals", "stockings": "tights",
    "formal wear": "suit", "sweatshirt": "sweater", "mantle": "cape", "outfit": "t-shirt",
    "casual wear": "t-shirt",
}  # fmt: skip
NEAREST: Mapping[str, str] = {
    "hawaiian shirt": "polo shirt", "denim jacket": "jacket", "chef jacket": "jacket",
    "hanbok": "gown", "sari": "toga", "tuxedo": "suit", "military uniform": "uniform",
    "ninja outfit": "gi", "loincloth": "kilt", "skates": "boots", "traditional wear": "kimono",
    "rags": "tunic", "shawl": "scarf", "bikini": "swimsuit", "sports bra": "crop top",
    "wedding dress": "gown", "bodice": "corset", "nightgown": "gown", "loafers": "shoes",
    "oxfords": "shoes", "mittens": "gloves", "bra": "crop top", "underwear": "undersuit",
    "lingerie": "undersuit", "briefs": "undersuit",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outfit:
    """One garment a place, and any number on neck and waist."""

    top: Worn | None = None
    over: Worn | None = None
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


def dress(features: Features) -> Outfit:
    """What of the asked-for clothes goes where, with what must be worn besides."""
    outfit = Outfit()
    unknown: list[str] = []
    for garment in features.garments:
        kind, cut, exact = find_cut(garment.kind)
        if not exact:
            unknown.append(garment.kind)
        outfit = _put_on(outfit, _worn(garment, kind, cut))
    return _completed(replace(outfit, not_drawn=tuple(unknown)), features)


def _worn(garment: Garment, kind: str, cut: Cut) -> Worn:
    colour = garment.colour.hex if garment.colour else cut.colour
    return Worn(kind, cut, colour, garment.pattern or "", garment.material or "")


def _put_on(outfit: Outfit, worn: Worn) -> Outfit:
    cut = worn.cut
    place = cut.place
    if place == "tailored":
        legs = "skirt" if cut.detail == "skirt" else "trousers"
        lower = Worn(legs, CUTS[legs], worn.colour, worn.pattern, worn.material)
        upper: dict[str, Any] = {"over" if cut.front == "open" else "top": worn}
        outfit = replace(outfit, **upper)
        if cut.detail == "skirt":
            return replace(outfit, skirt=outfit.skirt or lower)
        return replace(outfit, legs=outfit.legs or lower)
    if place == "suit":
        return replace(outfit, full=worn)
    if place == "neck":
        return replace(outfit, neck=(*outfit.neck, worn))
    if place == "waist":
        return replace(outfit, waist=(*outfit.waist, worn))
    one: dict[str, Any] = {place: worn}
    return replace(outfit, **one)


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
        outfit = replace(outfit, top=_plain(kind, "#efece4" if pale else "#5a6f8f"))
    if outfit.full and outfit.full.cut.front == "bib" and outfit.top is None:
        outfit = replace(outfit, top=_plain("t-shirt", "#efece4"))
    wears_legs = outfit.legs or outfit.skirt or outfit.full
    if not wears_legs:
        top = outfit.over or outfit.top
        colour = "#3f4658" if top is None or luminance(top.colour) > 0.3 else "#8c8474"
        kind = "jeans" if top and top.kind in ("t-shirt", "hoodie", "jacket") else "trousers"
        outfit = replace(outfit, legs=_plain(kind, None if kind == "jeans" else colour))
    if outfit.feet is None:
        outfit = replace(outfit, feet=_shoes(outfit, features))
    return outfit


def _shoes(outfit: Outfit, features: Features) -> Worn:
    full = outfit.full.kind if outfit.full else ""
    if full in ("bodysuit", "superhero suit", "spacesuit"):
        assert outfit.full is not None
        return _plain("boots", shadow(outfit.full.colour, 1.2))
    if full in ("kimono", "toga"):
        return _plain("sandals")
    if full in ("dress", "gown", "qipao"):
        return _plain("heels" if features.age not in ("child", "teen") else "slippers")
    if full == "swimsuit":
        return _plain("bare feet")
    top = (outfit.over or outfit.top or outfit.full or _plain("t-shirt")).kind
    if top in ("t-shirt", "hoodie", "jersey", "sportswear", "sweater", "tank top", "crop top"):
        return _plain("sneakers")
    if outfit.armour or outfit.cape:
        return _plain("boots")
    return _plain("shoes")
