"""What goes with what: the choices casting has where a request says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ..features import Age, Gender, SkinTone

Weighted: TypeAlias = Mapping[str, int]

HAIR_COLOURS: Mapping[SkinTone, Weighted] = {
    "fair": {"blonde": 4, "ginger": 3, "light brown": 3, "brown": 3, "black": 2, "ash blonde": 2,
             "auburn": 2},
    "light": {"brown": 5, "dark brown": 4, "blonde": 3, "auburn": 2, "black": 3,
              "dirty blonde": 2, "ginger": 1},
    "medium": {"dark brown": 5, "brown": 4, "black": 4, "chestnut": 3, "dirty blonde": 1},
    "olive": {"dark brown": 5, "black": 4, "brown": 3, "chestnut": 2},
    "tan": {"black": 5, "dark brown": 5, "brown": 2, "chestnut": 2, "auburn": 1},
    "brown": {"black": 6, "dark brown": 4, "brown": 1, "auburn": 1},
    "dark": {"black": 7, "dark brown": 4, "auburn": 1},
}  # fmt: skip
SENIOR_HAIR: Weighted = {"grey": 4, "silver": 3, "white": 4, "salt and pepper": 3}

BUILDS: Weighted = {"average": 4, "slim": 3, "athletic": 2, "heavy": 1}
EXPRESSIONS: Weighted = {"happy": 6, "neutral": 4, "smirk": 1}

HAIR_TYPES: Mapping[SkinTone, Weighted] = {
    "fair": {"straight": 11, "wavy": 10, "curly": 2},
    "light": {"straight": 11, "wavy": 10, "curly": 2},
    "medium": {"straight": 11, "wavy": 9, "curly": 2},
    "olive": {"straight": 10, "wavy": 10, "curly": 3},
    "tan": {"straight": 10, "wavy": 9, "curly": 3, "coily": 1},
    "brown": {"straight": 6, "wavy": 5, "curly": 4, "coily": 2},
    "dark": {"straight": 4, "wavy": 4, "curly": 4, "coily": 5},
}

SMOOTH_STYLES = frozenset(
    {"ponytail", "high ponytail", "side ponytail", "twintails", "bun", "top knot", "space buns",
     "braid", "twin braids", "crown braid", "pixie", "half up", "updo", "curtains", "side part",
     "undercut", "quiff", "mohawk", "layered", "mullet", "fade"}
)  # fmt: skip
"""Styles that, asked for by name alone, are not meant curly."""
SMOOTH_TYPES: Weighted = {"straight": 12, "wavy": 9, "curly": 1}

EYE_COLOURS: Mapping[SkinTone, Weighted] = {
    "fair": {"blue": 5, "green": 4, "grey": 2, "hazel": 2, "brown": 2},
    "light": {"brown": 4, "blue": 4, "green": 3, "hazel": 3, "grey": 1},
    "medium": {"brown": 6, "hazel": 3, "green": 1},
    "olive": {"brown": 6, "hazel": 2, "green": 1},
    "tan": {"brown": 6, "dark brown": 3, "hazel": 1},
    "brown": {"brown": 4, "dark brown": 6},
    "dark": {"dark brown": 8, "brown": 3},
}

HAIR_LENGTHS: Mapping[Gender, Weighted] = {
    "female": {"long": 6, "medium": 4, "short": 1},
    "male": {"short": 8, "medium": 2},
    "non-binary": {"short": 3, "medium": 4, "long": 1},
}

HAIR_STYLES: Mapping[Gender, Mapping[str, Weighted]] = {
    "female": {
        "long": {"loose": 5, "ponytail": 2, "braid": 2, "half up": 2, "layered": 1},
        "medium": {"bob": 4, "loose": 3, "layered": 2, "bun": 2},
        "short": {"pixie": 4, "side part": 1, "messy": 1},
    },
    "male": {
        "long": {"loose": 4, "ponytail": 3, "half up": 1},
        "medium": {"loose": 3, "curtains": 3, "messy": 2, "top knot": 1},
        "short": {"side part": 4, "messy": 3, "slicked back": 2, "quiff": 2, "fade": 2,
                  "undercut": 1, "spiky": 1},
    },
    "non-binary": {
        "long": {"loose": 3, "ponytail": 2, "half up": 2},
        "medium": {"bob": 2, "curtains": 2, "layered": 2, "loose": 2},
        "short": {"pixie": 2, "messy": 2, "undercut": 2, "side part": 2},
    },
}  # fmt: skip
FRINGES: Mapping[Gender, Weighted] = {
    "female": {"none": 3, "side": 3, "straight": 2, "curtain": 2},
    "male": {"none": 4, "side": 2, "choppy": 1},
    "non-binary": {"none": 2, "side": 2, "choppy": 1},
}
SWEPT_STYLES = frozenset(
    {"slicked back", "quiff", "mohawk", "afro", "cornrows", "dreadlocks", "buzz cut", "fade",
     "spiky", "updo", "crown braid", "tonsure", "top knot"}
)  # fmt: skip
"""Styles that leave the forehead free."""

FACIAL_HAIR: Mapping[Age, Weighted] = {
    "child": {"none": 1},
    "teen": {"none": 1},
    "young adult": {"none": 6, "stubble": 3, "short beard": 2, "goatee": 1},
    "middle-aged": {"none": 5, "stubble": 2, "short beard": 3, "moustache": 1, "full beard": 2},
    "senior": {"none": 5, "short beard": 2, "moustache": 2, "full beard": 2},
}

CASUAL: Mapping[Gender, Mapping[str, Weighted]] = {
    "female": {
        "torso": {
            "t-shirt": 4,
            "blouse": 4,
            "sweater": 3,
            "hoodie": 2,
            "turtleneck": 2,
            "shirt": 2,
        },
        "legs": {"jeans": 5, "skirt": 3, "trousers": 3, "leggings": 1},
        "feet": {"sneakers": 4, "ankle boots": 3, "shoes": 3},
    },
    "male": {
        "torso": {"t-shirt": 4, "shirt": 4, "hoodie": 3, "sweater": 3, "polo shirt": 1},
        "legs": {"jeans": 5, "trousers": 5},
        "feet": {"sneakers": 5, "ankle boots": 3, "shoes": 3},
    },
    "non-binary": {
        "torso": {"t-shirt": 4, "sweater": 3, "hoodie": 3, "shirt": 3, "turtleneck": 1},
        "legs": {"jeans": 5, "trousers": 4, "joggers": 1},
        "feet": {"sneakers": 5, "ankle boots": 4},
    },
}
FORMAL: Mapping[Gender, Weighted] = {
    "female": {"gown": 3, "suit": 2, "dress": 3},
    "male": {"suit": 5, "tuxedo": 2},
    "non-binary": {"suit": 1},
}
SPORT: Mapping[str, Weighted] = {
    "torso": {"t-shirt": 3, "tank top": 3, "jersey": 3},
    "legs": {"shorts": 3, "joggers": 3, "leggings": 1},
    "feet": {"sneakers": 1},
}
TRADITIONAL: Mapping[Gender, Weighted] = {
    "female": {"kimono": 2, "sari": 2, "hanbok": 2, "qipao": 2},
    "male": {"kimono": 2, "robe": 2, "tunic": 2},
    "non-binary": {"kimono": 2, "robe": 2},
}

FEET_WITH: Mapping[str, str] = {
    "armour": "greaves", "samurai armour": "sandals", "leather armour": "boots",
    "power armour": "boots", "gown": "heels", "dress": "shoes", "robe": "shoes",
    "kimono": "sandals", "qipao": "heels", "hanbok": "slippers", "sari": "sandals",
    "toga": "sandals", "jumpsuit": "boots", "overalls": "boots", "bodysuit": "boots",
    "superhero suit": "boots", "spacesuit": "boots", "swimsuit": "sandals", "suit": "shoes",
    "tuxedo": "shoes", "uniform": "shoes", "military uniform": "boots",
    "school uniform": "shoes", "scrubs": "sneakers", "gi": "bare feet", "ninja outfit": "boots",
    "shorts": "sneakers", "joggers": "sneakers", "leggings": "sneakers",
    "tracksuit": "sneakers", "pyjamas": "slippers", "breastplate": "boots",
    "chainmail": "boots", "tunic": "boots", "kilt": "boots",
    "ball gown": "heels", "wedding dress": "heels", "nightgown": "slippers",
    "bathrobe": "slippers", "leotard": "slippers", "wetsuit": "bare feet",
    "police uniform": "shoes", "sailor uniform": "shoes", "nurse uniform": "shoes",
    "swim trunks": "bare feet", "tutu": "slippers", "cargo trousers": "boots",
    "firefighter coat": "boots", "raincoat": "boots", "puffer jacket": "boots",
    "tailcoat": "shoes", "pencil skirt": "heels", "loincloth": "bare feet",
    "blazer": "shoes", "lab coat": "shoes", "trench coat": "shoes",
}  # fmt: skip
LEGS_WITH: Mapping[str, str] = {
    "breastplate": "trousers", "chainmail": "trousers", "tunic": "leggings", "corset": "skirt",
    "coat": "trousers", "parka": "jeans", "trench coat": "trousers", "lab coat": "trousers",
    "raincoat": "jeans", "firefighter coat": "trousers", "tailcoat": "trousers",
    "jersey": "shorts", "crop top": "jeans", "sweatshirt": "joggers", "tank top": "shorts",
}  # fmt: skip
TORSO_WITH: Mapping[str, str] = {
    "swim trunks": "tank top", "tutu": "leotard", "tailcoat": "shirt", "puffer vest": "sweater",
    "tactical vest": "t-shirt", "parka": "sweater", "raincoat": "sweater",
    "puffer jacket": "sweater", "firefighter coat": "t-shirt", "coat": "sweater",
    "pencil skirt": "blouse",
    "blazer": "shirt", "vest": "shirt", "lab coat": "shirt", "chef jacket": "t-shirt",
    "trench coat": "shirt", "bomber jacket": "t-shirt", "leather jacket": "t-shirt",
    "denim jacket": "t-shirt", "cardigan": "shirt", "tie": "shirt", "bow tie": "shirt",
    "suspenders": "shirt", "kilt": "shirt", "apron": "shirt", "fur mantle": "tunic",
    "cloak": "tunic", "cape": "tunic", "harness": "tunic", "pauldrons": "tunic",
}  # fmt: skip

NEUTRALS: Weighted = {
    "charcoal": 3, "navy": 3, "grey": 2, "white": 3, "beige": 2, "black": 3, "brown": 2,
    "cream": 2,
}  # fmt: skip
"""Go with any saturated colour."""
DARK_NEUTRALS: Weighted = {"charcoal": 3, "navy": 3, "black": 2, "dark grey": 2, "dark brown": 2}

MATERIAL_COLOURS: Mapping[str, Weighted] = {
    "metal": {"steel": 4, "silver": 4, "gunmetal": 3, "bronze": 2, "gold": 1},
    "leather": {"brown": 4, "dark brown": 3, "black": 3, "chestnut": 2},
    "denim": {"denim blue": 4, "navy": 2, "light blue": 1},
    "fur": {"brown": 3, "grey": 3, "white": 2, "dark brown": 2},
    "wood": {"brown": 3, "chestnut": 1},
    "straw": {"sand": 1},
}
KIND_COLOURS: Mapping[str, Weighted] = {
    "boots": {"brown": 3, "black": 3, "dark brown": 3},
    "shoes": {"black": 4, "brown": 3},
    "heels": {"black": 3, "red": 2, "beige": 2},
    "sandals": {"brown": 1, "tan": 1},
    "slippers": {"cream": 1, "burgundy": 1},
    "skates": {"white": 1},
    "belt": {"brown": 3, "black": 2},
    "tights": {"black": 3, "white": 1},
    "suit": {"charcoal": 4, "navy": 4, "grey": 2},
    "tuxedo": {"black": 1},
    "blazer": {"navy": 3, "charcoal": 3, "beige": 1},
    "trousers": {"charcoal": 3, "navy": 3, "brown": 2, "beige": 2, "black": 2},
    "leggings": {"black": 3, "charcoal": 2, "brown": 1},
    "uniform": {"navy": 3, "charcoal": 1},
    "ball gown": {"sky blue": 3, "pink": 2, "gold": 2, "lavender": 2, "crimson": 1},
    "nightgown": {"lavender": 2, "cream": 2}, "bathrobe": {"white": 2, "sky blue": 2},
    "leotard": {"pink": 2, "black": 2, "lavender": 1},
    "swim trunks": {"turquoise": 2, "coral": 2, "navy": 1},
    "tutu": {"pink": 3, "white": 2, "lavender": 1},
    "cargo trousers": {"olive": 3, "khaki": 2, "charcoal": 1},
    "puffer jacket": {"rust": 2, "navy": 2, "mustard": 1}, "parka": {"olive": 3, "navy": 1},
    "tactical vest": {"charcoal": 2, "olive": 1}, "toga": {"white": 3, "cream": 1},
    "coat": {"brown": 2, "charcoal": 2, "navy": 2, "sand": 1},
    "kilt": {"crimson": 2, "forest green": 2, "navy": 1},
    "apron": {"white": 2, "brown": 1, "charcoal": 1},
    "jeans": {"denim blue": 5, "navy": 3, "steel blue": 2, "charcoal": 2},
    "robe": {"purple": 3, "navy": 3, "crimson": 2, "forest green": 2, "grey": 1, "teal": 2},
    "gown": {"pink": 2, "sky blue": 3, "lavender": 2, "gold": 2, "emerald": 2, "crimson": 2},
    "dress": {"red": 2, "navy": 2, "teal": 2, "sage": 2, "lavender": 2, "coral": 2, "yellow": 1},
    "cape": {"red": 4, "royal blue": 2, "purple": 2, "forest green": 1, "black": 1},
    "cloak": {"forest green": 3, "brown": 2, "charcoal": 3, "burgundy": 2, "navy": 2},
    "superhero suit": {"royal blue": 3, "red": 3, "purple": 2, "emerald": 2, "black": 1},
    "samurai armour": {"crimson": 3, "black": 2, "navy": 2},
    "power armour": {"gunmetal": 3, "white": 2, "crimson": 2, "cobalt": 2},
    "kimono": {"crimson": 2, "navy": 2, "lilac": 2, "teal": 2, "pink": 2},
    "pauldrons": {"steel": 3, "gold": 1},
    "ruff": {"white": 1},
    "tie": {"red": 2, "navy": 2, "burgundy": 2, "teal": 1},
    "bow tie": {"black": 2, "red": 1},
    "harness": {"brown": 1},
    "suspenders": {"brown": 1, "red": 1},
}  # fmt: skip
PATTERN_COLOURS: Mapping[str, str] = {"leopard": "tan", "camouflage": "army green"}
WORN_COLOURS: Mapping[str, Weighted] = {
    "glasses": {"black": 4, "brown": 2, "gold": 1, "navy": 1},
    "goggles": {"brass": 1},
    "visor": {"cyan": 2, "neon pink": 1},
    "monocle": {"gold": 1},
    "eyepatch": {"black": 1},
    "helmet": {"steel": 2, "silver": 1},
    "crown": {"gold": 1},
    "tiara": {"silver": 1, "gold": 1},
    "circlet": {"silver": 1, "gold": 1},
    "laurel wreath": {"forest green": 1},
    "headdress": {"white": 1, "brown": 1},
    "flower crown": {"pink": 2, "white": 1, "lavender": 1},
    "veil": {"white": 1},
    "hair bow": {"red": 3, "pink": 2, "sky blue": 1},
    "hair flower": {"red": 2, "pink": 2, "white": 1},
    "headphones": {"black": 2, "white": 1, "red": 1},
    "pipe": {"brown": 1},
    "earrings": {"gold": 2, "silver": 1},
    "piercings": {"silver": 1},
    "necklace": {"gold": 2, "silver": 1},
    "choker": {"black": 1},
    "stethoscope": {"charcoal": 1},
    "bracelet": {"gold": 1, "silver": 1},
    "ring": {"gold": 1},
    "watch": {"black": 1, "silver": 1},
    "badge": {"gold": 1},
    "horns": {"charcoal": 2, "bone": 1},
    "wings": {"white": 1},
    "halo": {"gold": 1},
    "fangs": {"white": 1},
    "tusks": {"ivory": 1},
    "tech implants": {"cyan": 2, "neon pink": 1, "neon green": 1},
    "robot arm": {"steel": 1},
    "antenna": {"grey": 1},
    "backpack": {"forest green": 1, "navy": 1, "brown": 1},
    "quiver": {"brown": 1},
    "sheathed sword": {"brown": 1},
    "mask": {"black": 3, "charcoal": 1},
    "wheelchair": {"navy": 2, "charcoal": 2, "teal": 1, "burgundy": 1},
}
WORN_STYLE_COLOURS: Mapping[str, str] = {
    "straw": "sand", "sun hat": "sand", "chef": "white", "nurse": "white", "santa": "red",
    "police": "navy", "graduation": "black", "top hat": "black", "bowler": "black",
    "pirate": "black", "witch": "black", "cowboy": "brown", "fedora": "charcoal",
    "sunglasses": "black", "aviator": "gold", "surgical": "light blue", "oni": "crimson",
    "kitsune": "white", "skull": "bone", "venetian": "gold", "hockey": "white", "fez": "crimson",
    "samurai": "black", "motorcycle": "charcoal", "robot": "silver", "football": "cobalt",
    "cyber": "charcoal", "full face": "white", "gas": "charcoal",
    "hard hat": "yellow", "firefighter": "red", "soldier": "army green", "astronaut": "white",
    "viking": "steel", "roman": "bronze", "demon": "dark red", "dragon": "dark green",
    "angel": "white", "fairy": "light blue", "mechanical": "steel", "mermaid": "teal",
    "antlers": "brown", "unicorn": "pearl", "wizard": "navy", "plague doctor": "dark brown",
    "ninja": "black", "deerstalker": "brown", "sombrero": "sand", "monkey": "brown",
}  # fmt: skip
WORN_STYLES: Mapping[str, Weighted] = {
    "glasses": {"round": 3, "rectangular": 3, "square": 2, "cat-eye": 1},
    "hat": {"cap": 3, "beanie": 3, "fedora": 2, "bucket": 1},
    "helmet": {"knight": 1},
    "mask": {"domino": 2, "surgical": 1},
    "animal ears": {"cat": 3, "fox": 1},
    "horns": {"demon": 2, "ram": 1},
    "wings": {"angel": 2, "fairy": 1},
    "tail": {"cat": 2, "fox": 1},
    "earrings": {"stud": 2, "hoop": 1},
}
PROP_COLOURS: Mapping[str, str] = {
    "sword": "steel", "katana": "steel", "lightsaber": "cyan", "dagger": "steel",
    "shuriken": "gunmetal", "axe": "steel", "hammer": "steel", "mace": "gunmetal",
    "spear": "brown", "scythe": "gunmetal", "bow": "brown", "crossbow": "brown",
    "shield": "steel", "staff": "brown", "wand": "dark brown", "sceptre": "gold",
    "cane": "brown", "gun": "gunmetal", "rifle": "gunmetal", "whip": "brown",
    "magic orb": "cyan", "fireball": "orange", "lightning": "electric blue", "book": "burgundy",
    "scroll": "cream", "potion": "emerald", "lantern": "brass", "flower": "red",
    "balloon": "red", "umbrella": "red", "fan": "crimson", "cup": "white", "bottle": "green",
    "phone": "black", "tablet": "charcoal", "laptop": "silver", "camera": "black",
    "microphone": "charcoal", "guitar": "amber", "violin": "chestnut", "flute": "silver",
    "trumpet": "brass", "drum": "red", "paintbrush": "brown", "pen": "navy",
    "magnifying glass": "brass", "wrench": "steel", "shovel": "brown", "broom": "brown",
    "key": "gold", "bag": "brown", "ball": "orange", "bat": "tan", "racket": "red",
    "skateboard": "teal", "dumbbell": "charcoal", "trophy": "gold", "gamepad": "charcoal",
    "skull": "bone", "gem": "emerald", "pumpkin lantern": "pumpkin", "apple": "red",
    "pizza": "amber", "cake": "pink", "ice cream": "pink", "ladle": "silver", "cat": "orange",
    "dog": "tan", "bird": "brown", "rabbit": "white", "fox companion": "orange",
    "snake": "green", "baby dragon": "emerald", "teddy bear": "tan", "flag": "red",
    "gift": "red", "heart": "red", "cigarette": "white", "newspaper": "light grey",
    "syringe": "light grey", "drone": "silver", "anchor": "gunmetal", "compass": "brass",
    "watering can": "teal", "fishing rod": "brown", "cards": "ivory", "bread": "caramel",
    "fruit": "orange", "harp": "gold",
    "surfboard": "turquoise", "bouquet": "pink", "glass": "burgundy", "torch": "brown",
    "burger": "caramel", "bowl": "red", "sack": "brown", "suitcase": "brown", "basket": "camel",
    "plant": "forest green", "candle": "ivory", "telescope": "brass", "knitting": "dusty rose",
    "pom poms": "red", "cauldron": "charcoal", "trident": "gold", "halberd": "steel",
    "pitchfork": "gunmetal", "pickaxe": "gunmetal", "saxophone": "brass", "lasso": "camel",
    "placard": "white",
    "lute": "amber", "frying pan": "charcoal", "tray": "silver",
}  # fmt: skip
BACKDROP_COLOURS: Weighted = {
    "muted teal": 3, "powder blue": 3, "sage": 3, "dusty rose": 2, "blush": 2,
    "sand": 3, "muted gold": 2, "muted coral": 2, "slate": 2, "pale teal": 3,
    "pale sage": 2, "ice blue": 1, "pale lavender": 1, "peach": 1,
}  # fmt: skip
"""Walls of a studio; casting takes one that hair and clothes stand out from."""
MOODS: Mapping[str, str] = {
    "forest": "sage", "garden": "mint", "mountains": "powder blue", "beach": "powder blue",
    "underwater": "steel blue", "desert": "sand", "snow": "ice blue", "city": "slate",
    "neon city": "midnight blue", "castle": "taupe", "tavern": "camel", "library": "camel",
    "school": "muted teal", "office": "light grey", "laboratory": "pale teal", "gym": "slate",
    "stage": "midnight blue", "space": "midnight blue", "sky": "powder blue",
    "night": "midnight blue", "sunset": "apricot", "fire": "terracotta", "storm": "slate",
    "battlefield": "taupe", "graveyard": "slate", "ship": "powder blue", "studio": "light grey",
}  # fmt: skip
"""The light of a place, for a backdrop without its shapes."""
