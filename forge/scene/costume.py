"""What people wear where nobody said it: clothes that fit the place and the weather."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..avatar.casting import covered
from ..avatar.choice import draw
from ..avatar.cloth_colours import shown_in
from ..avatar.features import Accessory, Expression, Features, Garment, Prop
from ..story.scene import Mood, Scene
from .company import INDOORS

_EXPRESSIONS: Mapping[Mood, tuple[Expression, ...]] = {
    "happy": ("happy",),
    "excited": ("happy", "surprised", "happy"),
    "romantic": ("happy", "smirk"),
    "calm": ("neutral", "happy"),
    "tense": ("determined", "angry"),
    "sad": ("sad",),
    "awkward": ("smirk", "surprised", "neutral"),
}

_WARDROBES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    # looks of women, men and children; garments joined by "+"
    "swim": (
        ("swimsuit+shorts+bare feet", "swimsuit+skirt+sandals"),
        ("tank top+swim trunks+bare feet", "t-shirt+swim trunks+sandals"),
        ("t-shirt+swim trunks+bare feet", "tank top+shorts+bare feet"),
    ),
    "beach": (
        ("dress+sandals", "tank top+shorts+sandals", "blouse+skirt+sandals"),
        ("hawaiian shirt+shorts+sandals", "tank top+swim trunks+sandals", "t-shirt+shorts+sandals"),
        ("t-shirt+shorts+sandals", "tank top+shorts+bare feet"),
    ),
    "snow": (
        ("puffer jacket+jeans+boots+scarf", "coat+trousers+boots+scarf"),
        ("parka+trousers+boots+scarf", "puffer jacket+jeans+boots"),
        ("puffer jacket+trousers+boots+scarf",),
    ),
    "rain": (
        ("raincoat+jeans+boots", "trench coat+trousers+ankle boots"),
        ("raincoat+trousers+boots", "trench coat+trousers+shoes"),
        ("raincoat+jeans+boots",),
    ),
    "office": (
        ("blouse+blazer+pencil skirt+heels", "shirt+blazer+trousers+shoes"),
        ("suit+shirt+tie+shoes", "shirt+trousers+tie+shoes"),
        ("shirt+trousers+shoes",),
    ),
    "gym": (
        ("tank top+leggings+sneakers", "t-shirt+leggings+sneakers"),
        ("tank top+shorts+sneakers", "t-shirt+joggers+sneakers"),
        ("t-shirt+shorts+sneakers",),
    ),
    "evening": (
        ("dress+heels", "gown+heels", "blouse+skirt+heels"),
        ("shirt+blazer+trousers+shoes", "suit+shirt+shoes", "turtleneck+trousers+shoes"),
        ("shirt+trousers+shoes", "dress+shoes"),
    ),
    "party": (
        ("crop top+jeans+ankle boots", "dress+ankle boots", "t-shirt+leather jacket+jeans+boots"),
        ("t-shirt+leather jacket+jeans+boots", "t-shirt+jeans+sneakers", "shirt+jeans+boots"),
        ("t-shirt+jeans+sneakers",),
    ),
    "home": (
        ("sweater+leggings+socks+slippers", "t-shirt+joggers+slippers", "sweater+jeans+slippers"),
        ("sweatshirt+joggers+slippers", "t-shirt+jeans+slippers", "sweater+jeans+slippers"),
        ("t-shirt+joggers+slippers", "hoodie+joggers+slippers"),
    ),
    "bed": (
        ("pyjamas+slippers",), ("pyjamas+slippers",), ("pyjamas+slippers",),
    ),
    "space": (("spacesuit+boots",), ("spacesuit+boots",), ("spacesuit+boots",)),
    "outdoors": (
        ("shirt+jeans+boots", "sweater+cargo trousers+boots", "t-shirt+vest+trousers+boots"),
        ("shirt+cargo trousers+boots", "hoodie+jeans+boots", "shirt+puffer vest+trousers+boots"),
        ("hoodie+jeans+sneakers", "t-shirt+cargo trousers+boots"),
    ),
    "diving": (("wetsuit+bare feet",), ("wetsuit+bare feet",), ("wetsuit+bare feet",)),
    "sport": (
        ("jersey+jeans+sneakers", "t-shirt+jeans+sneakers"),
        ("jersey+jeans+sneakers", "jersey+shorts+sneakers"),
        ("jersey+shorts+sneakers",),
    ),
    "desert": (
        ("shirt+trousers+boots", "tank top+cargo trousers+boots"),
        ("shirt+cargo trousers+boots", "t-shirt+trousers+boots"),
        ("t-shirt+shorts+sneakers",),
    ),
    "play": (
        (), (),
        ("t-shirt+shorts+sneakers", "t-shirt+overalls+sneakers", "hoodie+jeans+sneakers",
         "dress+sneakers", "sweater+jeans+sneakers"),
    ),
}  # fmt: skip
_BY_SETTING: Mapping[str, str] = {
    "beach": "beach", "office": "office", "gym": "gym", "restaurant": "evening",
    "castle": "evening", "bar": "party", "concert": "party", "bedroom": "home",
    "living room": "home", "space": "space", "forest": "outdoors", "mountains": "outdoors",
    "underwater": "diving", "stadium": "sport", "desert": "desert",
}  # fmt: skip
_EVENING = frozenset({"evening", "party", "office"})
_PLAIN = frozenset({"casual wear", "outfit"})


def dressed(features: Features, scene: Scene, index: int, seed: int) -> Features:
    """The person as the scene finds them: clothed for it, and in its mood."""
    features = replace(features, stance=None, background=None)
    if not _is_dressed(features):
        features = _clothed(features, scene, index, seed)
    moods = _EXPRESSIONS.get(scene.mood)
    if moods:
        mood = moods[(index + int(draw(seed, "mood") * len(moods))) % len(moods)]
        features = replace(features, face=replace(features.face, expression=mood))
    return features


def _is_dressed(features: Features) -> bool:
    if features.roles:
        return True
    return any(
        covered(garment.kind) and garment.kind not in _PLAIN for garment in features.garments
    )


def _theme(features: Features, scene: Scene) -> str:
    young = features.age == "child"
    inside = scene.setting in INDOORS or scene.setting == "underwater"
    if "swimming" in scene.actions and scene.setting != "underwater":
        return "swim"
    if "sleeping" in scene.actions:
        return "bed"
    if not inside and scene.weather == "snow":
        return "snow"
    if not inside and scene.weather in ("rain", "storm"):
        return "rain"
    if "exercising" in scene.actions:
        return "gym"
    theme = _BY_SETTING.get(scene.setting or "", "")
    return "play" if young and theme in {"", *_EVENING} else theme


def _clothed(features: Features, scene: Scene, index: int, seed: int) -> Features:
    theme = _theme(features, scene)
    if not theme:
        return features
    column = {"female": 0, "male": 1}.get(features.gender or "", index % 2)
    if features.age == "child":
        column = 2
    looks = _WARDROBES[theme][column]
    if features.gender == "male" or "dress" in features.without:
        looks = tuple(look for look in looks if "dress" not in look) or looks
    start = int(draw(seed, f"costume/{theme}") * len(looks))
    kinds = looks[(start + index) % len(looks)].split("+")
    kept = tuple(
        garment for garment in features.garments
        if covered(garment.kind) and not covered(garment.kind) & {"torso", "legs"}
    )  # fmt: skip
    taken = frozenset().union(*(covered(garment.kind) for garment in kept))
    worn = tuple(Garment(kind=kind) for kind in kinds if not covered(kind) & taken)
    asked = next((each for each in features.garments if each.kind in _PLAIN), None)
    if asked is not None and (asked.colour or asked.pattern):
        worn = tuple(shown_in(worn, asked))
    accessories = features.accessories
    hatless = "hat" not in features.without and not any(
        accessory.kind not in ("glasses", "sunglasses") for accessory in accessories
    )
    if theme == "snow" and hatless and draw(seed, f"costume/hat/{index}") < 0.6:
        accessories = (*accessories, Accessory(kind="hat", style="beanie"))
    if "cooking" in scene.actions and features.age != "child":
        worn = (*worn, Garment(kind="apron"))
    return replace(features, garments=(*kept, *worn), accessories=accessories)


def holding(features: Features, props: tuple[str, ...]) -> Features:
    """With these in their hands and nothing else."""
    return replace(features, props=tuple(Prop(kind=kind) for kind in props))
