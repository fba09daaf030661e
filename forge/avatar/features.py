"""What a person looks like, as one typed value.

Everything that describes an avatar ends here: words read from a prompt, explicit
fields of a request, a palette taken from a photograph, the widgets of a node. The
drawing, the prompt lines and the tests all start here, so nothing else has to know
where a feature came from.

A field that is None was not asked for: `forge.avatar.casting` decides it from the seed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Gender = Literal["female", "male", "non-binary"]
Age = Literal["child", "teen", "young adult", "middle-aged", "senior"]
Build = Literal["slim", "average", "athletic", "heavy"]
FaceShape = Literal["oval", "round", "square", "heart", "diamond"]
SkinTone = Literal["fair", "light", "medium", "olive", "tan", "brown", "dark"]
Undertone = Literal["warm", "cool", "neutral"]
HairLength = Literal["bald", "short", "medium", "long"]
HairType = Literal["straight", "wavy", "curly", "coily"]
EyeShape = Literal["almond", "round", "hooded", "monolid"]
Expression = Literal[
    "neutral", "happy", "sad", "angry", "surprised", "determined", "smirk", "sleepy"
]
View = Literal["front", "back", "side", "quarter"]
Height = Literal["short", "average", "tall"]

VIEWS: tuple[View, ...] = get_args(View)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as a person says it and as it is painted."""

    name: str
    hex: str  # "#rrggbb", lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class Hair:
    style: str | None = None  # "ponytail", "bun", "braid", "bob", "spiky", "mohawk", ...
    length: HairLength | None = None
    type: HairType | None = None
    colour: Colour | None = None
    highlights: Colour | None = None  # strands or tips of a second colour
    fringe: str | None = None  # "none", "straight", "side", "curtain", ...: vocabulary.hairdo


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    shape: FaceShape | None = None
    eye_colour: Colour | None = None
    eye_shape: EyeShape | None = None
    expression: Expression | None = None
    facial_hair: str | None = (
        None  # "none", "stubble", "goatee", "moustache", "short beard", "full beard", "long beard"
    )
    facial_hair_colour: Colour | None = None
    marks: tuple[str, ...] = ()  # "freckles", "scar", "wrinkles", "face tattoo"
    second_eye_colour: Colour | None = None  # of the person's left eye, where the two differ
    lip_colour: Colour | None = None  # painted lips; None is bare


@dataclass(frozen=True, slots=True, kw_only=True)
class Garment:
    """One piece of clothing. `kind` is a word the wardrobe knows ("armour", "dress", ...)."""

    kind: str
    colour: Colour | None = None
    material: str | None = None
    pattern: str | None = None  # "striped", "checked", "dotted", ...
    trim: Colour | None = None  # a second colour, of edges and seams


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessory:
    """Something worn on the head or face: "glasses", "hat", "mask", "crown", "elf ears", ..."""

    kind: str
    style: str | None = None  # of glasses: "round", of hats: "wizard", ...
    colour: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """Something held: "sword", "staff", "book", ..."""

    kind: str
    colour: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """A whole person. Every None is open; `()` of accessories and props means none."""

    gender: Gender | None = None
    age: Age | None = None
    build: Build | None = None
    skin_tone: SkinTone | None = None
    skin_undertone: Undertone | None = None
    skin_colour: Colour | None = None  # painted as it is; wins over tone ("green skin", a palette)
    hair: Hair = field(default_factory=Hair)
    face: Face = field(default_factory=Face)
    garments: tuple[Garment, ...] = ()
    accessories: tuple[Accessory, ...] = ()
    props: tuple[Prop, ...] = ()
    without: frozenset[str] = frozenset()  # kinds refused in words: "glasses", "hat", "beard"
    background: str | None = None  # a backdrop's name ("plain", "studio", ...); None is plain
    background_colour: Colour | None = None
    height: Height | None = None
    roles: tuple[str, ...] = ()  # "warrior", "elf", ...: what they imply is already in the rest
    stance: str | None = None  # "sitting", "arms crossed", ...: vocabulary.scenes
