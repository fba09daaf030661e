"""The long prompt from which a diffusion model draws a scene."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..avatar.features import Features, Garment
from ..avatar.prompt import describe
from ..avatar.styles.words import Style, nearest_style
from .scene import Action, Mood, Scene, Setting, Time, Weather
from .vocabulary import places
from .words import count_words

_STYLES: Mapping[Style, str] = {
    "anime": "anime illustration, clean line art, cel shading, vivid colours",
    "realistic": "photorealistic, natural skin texture, professional photograph, sharp focus",
    "3d_cartoon": "3D cartoon render, rounded shapes, soft toon shading, not photoreal",
    "oil_painting": "oil painting on canvas, visible brush strokes, rich layered colours",
    "watercolor": "watercolor painting, soft washes, paper grain, delicate edges",
    "comic_book": "comic book art, bold ink outlines, halftone shading, strong contrast",
    "pixel_art": "pixel art, limited palette, crisp square pixels, retro game look",
}
_PLACES: Mapping[Setting, str] = {
    "beach": "a sandy beach, gentle waves, open horizon",
    "forest": "a forest, tall trees, ferns and dappled ground",
    "mountains": "high mountains, rocky slopes, wide valley behind",
    "city": "a city street, buildings and lit windows behind",
    "cafe": "a cozy cafe, small tables, cups, warm wood",
    "bar": "a lively bar, a long counter, bottles on shelves",
    "stadium": "a stadium, full stands, floodlights and the field",
    "kitchen": "a home kitchen, counters, pots and a stove",
    "bedroom": "a tidy bedroom, a made bed, pillows and a lamp",
    "living room": "a living room, a sofa, a rug and shelves",
    "office": "an office, desks, screens and tall windows",
    "school": "a school classroom, desks and a board",
    "park": "a park, green lawn, trees and a path",
    "space": "outer space, stars, planets and a distant galaxy",
    "castle": "a castle, stone walls, banners and arches",
    "concert": "a concert, a stage, coloured spotlights and a crowd",
    "gym": "a gym, weights, machines and mirrors",
    "car": "the inside of a car, seats, windows and the road outside",
    "train": "a train carriage, seats and passing land in the windows",
    "library": "a library, tall shelves full of books",
    "garden": "a garden, flower beds, hedges and a path",
    "underwater": "under water, corals, fish and rays of light from above",
    "desert": "a desert, golden dunes and a wide sky",
    "restaurant": "a restaurant, set tables and soft lamps",
    "shop": "a shop, shelves and goods on display",
    "studio": "a plain studio backdrop",
}
_LIGHT: Mapping[Time, str] = {
    "dawn": "pale pink light of dawn, long soft shadows",
    "day": "bright daylight, natural colours",
    "sunset": "warm golden light of sunset, long shadows, glowing sky",
    "night": "night, dark blue shadows",
}
_LIGHT_INDOORS: Mapping[Time, str] = {
    "dawn": "pale morning light through the windows",
    "day": "daylight through the windows",
    "sunset": "golden evening light through the windows",
    "night": "warm lamps, night outside",
}
_NIGHT_LIGHT: Mapping[Setting, str] = {
    "city": "street lamps and neon signs", "concert": "coloured stage light",
    "stadium": "floodlights", "beach": "moonlight on the water", "castle": "torch light",
}  # fmt: skip
_SKY: Mapping[Weather, str] = {
    "clear": "clear sky",
    "cloudy": "overcast sky, diffuse light",
    "rain": "falling rain, wet reflections, grey sky",
    "snow": "falling snow, white ground, cold light",
    "fog": "thick mist, faded background",
    "storm": "storm clouds, strong wind, dramatic light",
}
_MOODS: Mapping[Mood, str] = {
    "happy": "happy faces, smiling",
    "calm": "calm, relaxed faces",
    "romantic": "tender looks, romantic mood",
    "excited": "excited faces, open laughter",
    "tense": "tense, worried faces",
    "sad": "sad faces, lowered eyes",
    "awkward": "shy, embarrassed faces",
    "neutral": "natural faces",
}
_TOGETHER: frozenset[Action] = frozenset({"hugging", "holding hands", "kissing", "dancing"})
_WORN_ORDER = ("glasses", "mask")  # behind all that is worn on the head

_SIDES: Mapping[int, Sequence[str]] = {
    1: ("",),
    2: ("on the left", "on the right"),
    3: ("on the left", "in the middle", "on the right"),
}


def expand(
    scene: Scene, people: Sequence[Features], style: str, sentence: str | None = None
) -> str:
    """Style, scene, a line for each person in picture order, place, light, composition.

    `people` are those of `scene.people`, in that order. `sentence` stands in for the scene's
    own words. A child or teenager is never called an adult, and makes the scene a family one.
    """
    minors = has_minors(people)
    parts = [
        _style(style),
        _closed(sentence or scene.text),
        _count(people),
        *(_person(features, _side(at, len(people))) for at, features in enumerate(people)),
        _doing(scene, len(people), minors),
        f"environment: {_PLACES[scene.setting]}" if scene.setting else "simple, quiet background",
        f"lighting: {_light(scene)}",
        _composition(people, minors),
    ]
    return ". ".join(_upper(part.rstrip(". ")) for part in parts if part) + "."


def has_minors(people: Sequence[Features]) -> bool:
    return any(features.age in ("child", "teen") for features in people)


def described(features: Features) -> str:
    """One person in a line, as `expand` has it."""
    return _person(features, "")


def _style(style: str) -> str:
    choice = nearest_style(style)
    if choice.exact:
        return _STYLES[choice.name]
    return f"{' '.join(style.replace('_', ' ').split())} style"


def _closed(sentence: str) -> str:
    text = " ".join(sentence.split()).rstrip(" .!?,;")
    return text if count_words(text) else ""


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(people: Sequence[Features]) -> str:
    if not people:
        return "no people"
    names = ("one person", "two people", "three people", "four people", "five people", "six people")
    return f"exactly {names[min(len(people), len(names)) - 1]}"


def _side(at: int, count: int) -> str:
    sides = _SIDES.get(count)
    return sides[at] if sides is not None else f"number {at + 1} from the left"


def _person(features: Features, side: str) -> str:
    """Age and gender, skin, hair, eyes, face, facial hair, clothes, hat, glasses, mask; the
    expression is left to the mood."""
    worn = sorted(
        features.accessories,
        key=lambda each: _WORN_ORDER.index(each.kind) if each.kind in _WORN_ORDER else -1,
    )
    shown = replace(features, accessories=tuple(worn), face=replace(features.face, expression=None))
    lines = describe(shown)
    # The accessories are the last lines, one each; clothes come before them.
    body, accessories = lines[: len(lines) - len(worn)], lines[len(lines) - len(worn) :]
    if features.age is None and features.gender is None:
        body.insert(0, "adult person")
    clothes = [_garment(garment) for garment in features.garments]
    wearing = f"wearing {' and '.join(part for part in clothes if part)}" if any(clothes) else ""
    line = "; ".join(part for part in (*body, wearing, *accessories) if part)
    return f"{side}: {line}" if side else line


def _garment(garment: Garment) -> str:
    kind = "clothes" if garment.kind == "outfit" else garment.kind
    colour = garment.colour.name if garment.colour is not None else ""
    words = (colour, garment.pattern, garment.material, kind)
    if kind == "clothes" and not any(words[:3]):
        return ""
    return " ".join(word for word in words if word and (word == kind or word not in kind.split()))


def _doing(scene: Scene, count: int, minors: bool) -> str:
    if not count:
        return ""
    actions = [
        action
        for action in scene.actions
        if (count > 1 or action not in _TOGETHER or action == "dancing")
        and not (minors and action == "kissing")
    ]
    mood = "friendly faces" if minors and scene.mood == "romantic" else _MOODS[scene.mood]
    held = f"with {', '.join(scene.props)}" if scene.props else ""
    return ", ".join(part for part in (" and ".join(actions), held, mood) if part)


def _light(scene: Scene) -> str:
    indoors = scene.setting in places.INDOORS
    parts = []
    if scene.time is not None and scene.setting not in ("space", "underwater"):
        parts.append((_LIGHT_INDOORS if indoors else _LIGHT)[scene.time])
        if scene.time == "night" and scene.setting is not None:
            parts.append(_NIGHT_LIGHT.get(scene.setting, ""))
    if scene.weather is not None:
        parts.append(f"outside {_SKY[scene.weather]}" if indoors else _SKY[scene.weather])
    return ", ".join(part for part in parts if part) or "soft even light"


def _composition(people: Sequence[Features], minors: bool) -> str:
    if not people:
        return "composition: wide view, balanced, depth"
    proportions = "proportions true to each person's age" if minors else "adult proportions"
    family = ", fully clothed, family-friendly" if minors else ""
    return (
        f"composition: {proportions}, characters fill 60-70 % of the frame, medium or closer "
        f"shot, every face visible{family}"
    )
