"""How every kind of garment is tailored, and which kind a word is drawn as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """Lengths of sleeves and legs: 0 root, 1 bend, 2 end."""

    place: str  # top, over, full, suit, tailored, legs, skirt, cape, feet, hands, neck, waist, ...
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
    arms: str = ""  # sleeves of a shape of their own: puff, bishop, bell, hanging, fur, raglan
    fall: str = ""  # of a skirt: bell, pleats, pencil, tutu, tiers, mermaid, wrap, high
    lower: str = "trousers"  # what goes with the upper part of a tailored outfit
    pattern: str = ""  # printed on it unless another one is asked for


_LONG, _SHORT = 1.93, 0.50
_SHIRT = "shirt"

CUTS: Mapping[str, Cut] = {
    # tops
    "t-shirt": Cut("top", "#d9dde2", _SHORT, 0.045, 0.05, 1.06),
    "tank top": Cut("top", "#e6e2da", 0, 0.03, hem=1.04, neck="straps"),
    "crop top": Cut("top", "#e28aa6", 0.35, 0.03, 0.03, 0.58, "boat"),
    "shirt": Cut("top", "#eef1f4", _LONG, 0.045, 0.0, 1.08, "collar", "buttons", detail="cuffs"),
    "hawaiian shirt": Cut("top", "#2f9fa8", 0.62, 0.07, 0.08, 1.12, "camp", "buttons",
                          pattern="floral"),
    "polo shirt": Cut("top", "#4f86b5", _SHORT, 0.04, 0.03, 1.06, "collar", "placket",
                      detail="bands"),
    "blouse": Cut("top", "#f5e6ea", 1.88, 0.05, 0.0, 0.94, "v", "bow", detail="cuffs",
                  arms="bishop"),
    "sweater": Cut("top", "#b5654a", _LONG, 0.075, 0.04, 1.02, "crew", detail="ribs"),
    "turtleneck": Cut("top", "#39424e", _LONG, 0.05, 0.02, 1.02, "high", detail="ribs"),
    "sweatshirt": Cut("top", "#9aa1a8", _LONG, 0.085, 0.04, 1.03, "crew", "notch", detail="ribs",
                      arms="raglan"),
    "hoodie": Cut("top", "#5f7f92", _LONG, 0.09, 0.05, 1.05, "hood", "pouch", detail="ribs"),
    "jersey": Cut("top", "#c33a3a", 0.66, 0.06, 0.08, 1.10, "v", "stripe", detail="bands"),
    "tunic": Cut("full", "#7d8a5a", 1.9, 0.05, 0.03, neck="slit", length=0.45, flare=0.30),
    "corset": Cut("top", "#5b3346", 0, 0.02, hem=0.96, neck="sweetheart", front="laced"),
    # over a top
    "vest": Cut("over", "#56452f", 0, 0.05, hem=0.96, neck="v", front="buttoned", under=_SHIRT,
                detail="points"),
    "puffer vest": Cut("over", "#a34a3a", 0, 0.11, hem=1.0, neck="stand", front="open",
                       under="sweater", detail="quilted"),
    "tactical vest": Cut("over", "#3f4438", 0, 0.08, hem=0.80, neck="crew", front="closed",
                         under="t-shirt", detail="pouches"),
    "jacket": Cut("over", "#4a5a48", _LONG, 0.085, 0.03, 0.98, "stand", "open", under="t-shirt",
                  detail="pockets"),
    "leather jacket": Cut("over", "#2b2628", _LONG, 0.07, 0.02, 0.90, "lapel", "open",
                          under="t-shirt", detail="biker"),
    "bomber jacket": Cut("over", "#4b5a3c", _LONG, 0.10, 0.0, 0.94, "rib", "open",
                         under="t-shirt", detail="ribs"),
    "denim jacket": Cut("over", "#4f75a8", _LONG, 0.075, 0.0, 0.90, "collar", "open",
                        under="t-shirt", detail="denim"),
    "puffer jacket": Cut("over", "#c2562f", _LONG, 0.15, 0.03, 0.98, "stand", "open",
                         under="t-shirt", detail="quilted"),
    "blazer": Cut("over", "#3c4663", _LONG, 0.06, 0.0, 1.10, "lapel", "buttoned", under=_SHIRT,
                  detail="suit"),
    "cardigan": Cut("over", "#b79a78", _LONG, 0.07, 0.03, 1.12, "v", "open", under="t-shirt",
                    detail="ribs"),
    "coat": Cut("over", "#7c5f45", _LONG, 0.085, 0.04, 1.1, "lapel", "buttoned", length=1.15,
                flare=0.26, under="sweater", detail="pockets"),
    "parka": Cut("over", "#5b6a48", _LONG, 0.12, 0.02, 1.1, "fur hood", "open", length=0.45,
                 flare=0.12, under="sweater", detail="pockets"),
    "raincoat": Cut("over", "#f2c230", _LONG, 0.11, 0.05, 1.1, "hood", "closed", length=0.75,
                    flare=0.22, under="sweater", detail="snaps"),
    "tailcoat": Cut("over", "#26262e", _LONG, 0.05, 0.02, 0.74, "lapel", "open", length=1.25,
                    flare=0.10, under=_SHIRT, detail="tails"),
    "trench coat": Cut("over", "#bfa27a", _LONG, 0.09, 0.04, 1.1, "lapel", "open", length=1.2,
                       flare=0.30, under=_SHIRT, detail="belt"),
    "lab coat": Cut("over", "#f4f5f5", _LONG, 0.075, 0.04, 1.1, "lapel", "open", length=0.95,
                    flare=0.20, under=_SHIRT, detail="patch pockets"),
    "chef jacket": Cut("over", "#f7f7f4", _LONG, 0.07, 0.02, 1.06, "stand", "double",
                       under="t-shirt", detail="cuffs"),
    "firefighter coat": Cut("over", "#d9b13a", _LONG, 0.11, 0.03, 1.1, "stand", "closed",
                            length=0.12, flare=0.10, under="t-shirt", detail="reflective"),
    "poncho": Cut("cape", "#a0563c", length=0.1, flare=0.5, detail="poncho"),
    # whole outfits
    "dress": Cut("full", "#c85a7c", 0.35, 0.025, 0.03, neck="boat", length=0.95, flare=0.62),
    "gown": Cut("full", "#5c3f8e", 0.30, 0.02, 0.0, neck="off", length=2.0, flare=0.70,
                fall="mermaid", detail="sash"),
    "ball gown": Cut("full", "#5f8fd6", 0.42, 0.02, 0.0, neck="off", length=2.0, flare=1.25,
                     fall="bell", arms="puff"),
    "wedding dress": Cut("full", "#faf8f4", 1.7, 0.015, 0.0, neck="sweetheart", length=2.05,
                         flare=1.15, fall="tiers", detail="lace"),
    "nightgown": Cut("full", "#e6dbe8", 1.6, 0.06, 0.0, neck="ruffle", length=1.6, flare=0.35,
                     arms="bishop"),
    "apron dress": Cut("full", "#3f6a8f", 0.45, 0.04, 0.08, neck="crew", length=0.9, flare=0.5),
    "robe": Cut("full", "#3d4a8a", 1.92, 0.07, 0.10, neck="wrap", length=1.95, flare=0.50,
                detail="sash", arms="bell"),
    "bathrobe": Cut("full", "#dfe6ea", 1.8, 0.09, 0.10, neck="shawl", length=1.35, flare=0.16,
                    detail="sash"),
    "kimono": Cut("full", "#b23a55", 1.80, 0.065, 0.10, neck="wrap", length=1.95, flare=0.05,
                  detail="obi", arms="hanging", fall="wrap"),
    "hanbok": Cut("full", "#d65a86", 1.85, 0.05, 0.10, neck="wrap", length=2.0, flare=1.0,
                  fall="high", arms="curved", front="ribbon"),
    "qipao": Cut("full", "#b3202e", 0.22, 0.015, 0.0, neck="high", length=1.75, flare=0.02,
                 front="frogs", fall="slit", detail="piping"),
    "sari": Cut("full", "#d06a2f", 0.36, 0.015, 0.0, neck="boat", length=2.0, flare=0.34,
                front="drape", fall="drape"),
    "toga": Cut("full", "#f2ecdc", 0.3, 0.05, 0.06, neck="boat", length=1.85, flare=0.34,
                front="drape", fall="drape"),
    "jumpsuit": Cut("suit", "#d07a35", _LONG, 0.06, 0.02, 1.1, "collar", "zip", detail="belt"),
    "overalls": Cut("suit", "#4a6d99", 0, 0.06, 0.02, 1.1, "bib", "bib", under="t-shirt"),
    "bodysuit": Cut("suit", "#41465a", 1.98, 0.010, 0.0, 1.1, "high", "panels"),
    "leotard": Cut("suit", "#7b4fa0", 1.9, 0.008, 0.0, 1.1, "boat", "plain", detail="surf"),
    "wetsuit": Cut("suit", "#24303c", 1.9, 0.014, 0.0, 1.1, "high", "flashes", detail="surf"),
    "superhero suit": Cut("suit", "#2b4fb0", 1.98, 0.010, 0.0, 1.1, "crew", "emblem",
                          detail="trunks"),
    "spacesuit": Cut("suit", "#e8ebee", 1.95, 0.15, 0.04, 1.1, "ring", "pack", detail="rings"),
    "swimsuit": Cut("suit", "#2d6f9f", 0, 0.012, 0.0, 1.1, "straps", "plain", detail="surf"),
    "suit": Cut("tailored", "#343b52", _LONG, 0.055, 0.0, 1.10, "lapel", "buttoned", under=_SHIRT,
                detail="suit", lower="suit trousers"),
    "tuxedo": Cut("tailored", "#1d1e26", _LONG, 0.055, 0.0, 1.10, "satin lapel", "buttoned",
                  under=_SHIRT, detail="suit", lower="suit trousers"),
    "uniform": Cut("tailored", "#33506b", _LONG, 0.05, 0.0, 1.08, "stand", "double",
                   detail="epaulettes", lower="suit trousers"),
    "police uniform": Cut("tailored", "#2c3f66", _LONG, 0.05, 0.0, 1.06, "collar", "flap pockets",
                          detail="epaulettes", lower="suit trousers"),
    "military uniform": Cut("tailored", "#5f6b45", _LONG, 0.07, 0.0, 1.10, "collar",
                            "flap pockets", detail="cuffs", lower="cargo trousers",
                            pattern="camouflage"),
    "school uniform": Cut("tailored", "#2f3a5c", _LONG, 0.055, 0.0, 1.04, "lapel", "buttoned",
                          under=_SHIRT, detail="crest", lower="skirt"),
    "sailor uniform": Cut("tailored", "#f4f4f2", 1.85, 0.06, 0.02, 0.92, "sailor", "plain",
                          detail="bands", lower="skirt"),
    "scrubs": Cut("tailored", "#4f9d97", 0.66, 0.075, 0.06, 1.10, "v", "pocket"),
    "nurse uniform": Cut("full", "#f3f6f8", _SHORT, 0.03, 0.03, neck="collar", front="buttons",
                         length=0.85, flare=0.24, detail="belt"),
    "gi": Cut("tailored", "#f1efe8", 1.6, 0.09, 0.14, 1.15, "wrap", "wrap", detail="sash"),
    "ninja outfit": Cut("tailored", "#23242c", 1.92, 0.05, 0.0, 1.15, "wrap", "wrap",
                        detail="wraps", lower="joggers"),
    "sportswear": Cut("tailored", "#3767a8", _LONG, 0.07, 0.02, 1.02, "stand", "zip",
                      detail="stripes", lower="joggers"),
    "pyjamas": Cut("tailored", "#9db4d8", _LONG, 0.09, 0.05, 1.12, "camp", "buttons",
                   detail="pocket", pattern="striped"),
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
    "trousers": Cut("legs", "#474c5c", 1.96, 0.035, 0.0),
    "suit trousers": Cut("legs", "#474c5c", 1.97, 0.04, 0.01, detail="crease"),
    "cargo trousers": Cut("legs", "#6a6a4c", 1.93, 0.08, -0.02, detail="cargo"),
    "wide trousers": Cut("legs", "#5b5468", 2.0, 0.06, 0.16, detail="crease"),
    "jeans": Cut("legs", "#3e5f8c", 1.96, 0.028, -0.01, detail="jeans"),
    "leggings": Cut("legs", "#34363f", 1.92, 0.008, detail="sheen"),
    "joggers": Cut("legs", "#5c636d", 1.90, 0.065, -0.03, detail="joggers"),
    "shorts": Cut("legs", "#8a7a5c", 0.74, 0.06, 0.05, detail="hems"),
    "swim trunks": Cut("legs", "#2f8fb0", 0.66, 0.07, 0.07, detail="drawstring"),
    "skirt": Cut("skirt", "#6a4a76", length=0.72, flare=0.50, fall="pleats"),
    "miniskirt": Cut("skirt", "#8a3f5c", length=0.38, flare=0.30, fall="pleats"),
    "pencil skirt": Cut("skirt", "#3c4152", length=0.95, flare=-0.02, fall="pencil"),
    "long skirt": Cut("skirt", "#6a4a76", length=1.85, flare=0.60),
    "tutu": Cut("skirt", "#f0b8cf", length=0.30, flare=1.0, fall="tutu"),
    "kilt": Cut("skirt", "#8a2f34", length=0.82, flare=0.26, fall="kilt", pattern="checked"),
    "loincloth": Cut("skirt", "#8a6a45", length=0.62, flare=0.10, fall="loincloth"),
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
    "skates": Cut("feet", "#f0f2f4", 1.62, 0.03, detail="boot"),
    "sandals": Cut("feet", "#8a5f3a", 2.0, detail="sandal"),
    "slippers": Cut("feet", "#d8a0ae", 2.0, detail="slipper"),
    "greaves": Cut("feet", "#8d99a8", 1.12, 0.04, detail="greave"),
    "bare feet": Cut("feet", detail="bare"),
    "gloves": Cut("hands", "#4b3a30", 1.78),
    "gauntlets": Cut("hands", "#8d99a8", 1.45, detail="plate"),
    "scarf": Cut("neck", "#b8463f", detail="scarf"),
    "tie": Cut("neck", "#a03040", detail="tie"),
    "bow tie": Cut("neck", "#a03040", detail="bow"),
    "ruff": Cut("neck", "#f3f0e8", detail="ruff"),
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
    "trainers": "sneakers", "flip flops": "sandals", "stockings": "tights",
    "formal wear": "suit", "mantle": "cape", "outfit": "t-shirt", "waistcoat": "vest",
    "casual wear": "t-shirt", "rags": "tunic", "traditional wear": "kimono",
}  # fmt: skip
NEAREST: Mapping[str, str] = {
    "shawl": "scarf", "bikini": "swimsuit", "sports bra": "crop top",
    "bodice": "corset", "loafers": "shoes",
    "oxfords": "shoes", "mittens": "gloves", "bra": "crop top", "underwear": "undersuit",
    "lingerie": "undersuit", "briefs": "undersuit",
}  # fmt: skip
