"""Which of the seven styles free words mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Style = Literal[
    "anime", "realistic", "3d_cartoon", "oil_painting", "watercolor", "comic_book", "pixel_art"
]

STYLES: tuple[Style, ...] = get_args(Style)

DEFAULT: Style = "anime"

_WORDS: Mapping[Style, tuple[str, ...]] = {
    "anime": (
        "anime", "animated", "manga", "cel", "cel shaded", "cel shading", "toon shaded", "toon",
        "chibi", "kawaii", "ghibli", "shonen", "shounen", "shojo", "shoujo", "otaku", "waifu",
        "japanese animation", "japanese cartoon", "visual novel", "jrpg", "webtoon", "manhwa",
        "vtuber", "2d", "2d animation", "flat", "flat design", "cartoon", "vector",
        "vector art", "illustration",
    ),
    "realistic": (
        "realistic", "realism", "photo", "photos", "photograph", "photographic", "photography",
        "photorealistic", "photorealism", "photoreal", "hyperrealistic", "hyperrealism",
        "ultrarealistic", "lifelike", "real", "real life", "cinematic", "film", "portrait photo",
        "dslr", "headshot", "natural", "true to life", "live action", "semi realistic",
    ),
    "3d_cartoon": (
        "3d", "3d cartoon", "cartoon 3d", "3d render", "render", "rendered", "cgi", "pixar",
        "dreamworks", "disney", "disney 3d", "claymation", "clay", "plasticine", "stop motion",
        "blender", "unreal", "octane", "toy", "figurine", "vinyl", "plastic", "suko 3d",
        "low poly", "memoji", "funko",
    ),
    "oil_painting": (
        "oil", "oils", "oil painting", "oil paint", "painting", "painted", "painterly", "impasto",
        "acrylic", "gouache", "classical", "renaissance", "baroque", "impressionist",
        "impressionism", "expressionist", "rembrandt", "van gogh", "monet", "canvas", "fine art",
        "old master", "romanticism", "digital painting", "concept art", "fantasy art",
    ),
    "watercolor": (
        "watercolor", "watercolour", "water color", "water colour", "watercolors", "watercolours",
        "aquarelle", "ink wash", "wash", "sumi e", "soft pastel", "pastel", "pastels",
        "storybook", "children s book", "sketch", "sketched", "sketchy", "pencil", "colored pencil",
        "coloured pencil", "crayon", "chalk", "charcoal", "drawing", "hand drawn",
    ),
    "comic_book": (
        "comic", "comics", "comic book", "graphic novel", "superhero", "marvel", "dc", "pop art",
        "lichtenstein", "halftone", "ink", "inked", "line art", "lineart", "noir", "cartoon strip",
        "newspaper strip", "bande dessinee", "retro comic", "spider verse", "woodcut", "engraving",
    ),
    "pixel_art": (
        "pixel", "pixels", "pixel art", "pixelated", "pixelart", "8 bit", "8bit", "16 bit",
        "16bit", "32 bit", "retro game", "retro gaming", "sprite", "arcade", "nes", "snes",
        "game boy", "gameboy", "minecraft", "voxel", "lofi", "dot art",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """`exact` is whether the words were understood; otherwise the name is the default."""

    name: Style
    exact: bool


def nearest_style(words: str | None, *, realism: bool = False) -> StyleChoice:
    """The style that free words ask for.

    The longest phrase that is known wins, the last one of equally long ones, as adjectives
    come first. `realism` chooses realistic rendering, whatever the words say. No words at
    all choose the default, and count as understood.
    """
    if realism:
        return StyleChoice("realistic", True)
    text = _plain(words or "")
    if not text:
        return StyleChoice(DEFAULT, True)
    best: tuple[int, int, Style] | None = None
    for style, phrases in _WORDS.items():
        for phrase in (*phrases, _plain(style)):
            for found in re.finditer(rf"\b{re.escape(phrase)}\b", text):
                score = (len(phrase), found.start(), style)
                if best is None or score[:2] > best[:2]:
                    best = score
    return StyleChoice(best[2], True) if best else StyleChoice(DEFAULT, False)


def _plain(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words).casefold()
    kept = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return " ".join(kept.split())
