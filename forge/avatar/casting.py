"""Everything that a request left open, decided from the seed.

Each choice hashes the seed with the name of what is chosen, so it is the same on every
machine and Python, and a further word in the request does not reshuffle the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar
from typing import cast as typed

from . import colours
from .choice import draw, pick
from .cloth_colours import behind, coloured, shown_in
from .features import (
    Accessory,
    Age,
    Build,
    Colour,
    Expression,
    EyeShape,
    Face,
    FaceShape,
    Features,
    Garment,
    Gender,
    Hair,
    HairLength,
    HairType,
    Prop,
    SkinTone,
)
from .vocabulary import archetypes, body, fashion, hairdo, looks, wardrobe, worn
from .vocabulary.tables import listed

_T = TypeVar("_T")


def cast(features: Features, seed: int) -> Features:
    """The whole person: every open field decided, what was asked for left as it is.

    Always has something on torso, legs and feet ("bare feet" counts) and no generic
    garment. None remains where it means absence: trim, pattern, highlights, painted lips,
    a second eye colour, and a skin colour (the tone says it, see `colours.skin_colour`).
    """
    gender = features.gender or _gender(features, seed)
    age = features.age or "young adult"
    tone = features.skin_tone or _tone(features, seed)
    undertone = features.skin_undertone or pick(
        seed, "skin_undertone", {"neutral": 2, "warm": 2, "cool": 1}
    )
    own = replace(features.hair, colour=features.hair.colour or features.face.facial_hair_colour)
    hair = _hair(own, gender, age, tone, seed)
    skin = (features.skin_colour or colours.skin_colour(tone)).hex
    garments = _garments(replace(features, gender=gender, age=age), skin, seed)
    return replace(
        features,
        gender=gender,
        age=age,
        build=features.build or typed(Build, pick(seed, "build", fashion.BUILDS)),
        height=features.height or "average",
        skin_tone=tone,
        skin_undertone=undertone,  # type: ignore[arg-type]
        hair=hair,
        face=_face(features.face, gender, age, tone, hair, features.without, features.roles, seed),
        garments=garments,
        accessories=tuple(
            _accessory(_of_a_piece(a, garments), hair, seed) for a in features.accessories
        ),
        props=tuple(_prop(p) for p in features.props),
        background=features.background or "plain",
        background_colour=features.background_colour
        or _mood(features)
        or behind(hair, garments, skin, seed),
        stance=features.stance or _stance(features),
    )


def _mood(features: Features) -> Colour | None:
    """The colour of the place that was asked for, whose shapes are not drawn."""
    name = fashion.MOODS.get(features.background or "")
    return colours.named(name) if name is not None else None


def _stance(features: Features) -> str:
    seated = any(accessory.kind == "wheelchair" for accessory in features.accessories)
    return "sitting" if seated else "standing"


def merge(base: Features, over: Features) -> Features:
    """`over`, completed by `base`: explicit fields over text, text over a palette.

    A garment of `over` replaces what `base` wears in the same place, or completes it where
    the kind is the same; accessories likewise; props of `over` replace all of `base`.
    """
    refused = over.without
    items: tuple[Garment | Accessory | Prop, ...] = (*over.garments, *over.accessories, *over.props)
    kinds = {item.kind for item in items} | set(over.face.marks)
    face = _over(base.face, over.face)
    if "beard" in refused and over.face.facial_hair is None:
        face = replace(face, facial_hair="none")
    marks = tuple(dict.fromkeys((*over.face.marks, *base.face.marks)))
    merged = _over(base, over)
    if over.skin_tone is not None and over.skin_colour is None:
        merged = replace(merged, skin_colour=None)
    return replace(
        merged,
        hair=_over(base.hair, over.hair),
        face=replace(face, marks=tuple(mark for mark in marks if mark not in refused)),
        garments=_layered(base.garments, over.garments, refused, covered),
        accessories=_layered(base.accessories, over.accessories, refused, _place),
        props=_props(base, over),
        without=frozenset((base.without - kinds) | refused),
        roles=tuple(sorted({*base.roles, *over.roles})),
    )


_COVERS: Mapping[str, frozenset[str]] = {
    "full": frozenset({"torso", "legs"}),
    "generic": frozenset({"torso", "legs"}),
}


def covered(kind: str) -> frozenset[str]:
    """The parts of the body that a garment of this kind covers; none for an unknown kind."""
    wear = wardrobe.GARMENTS.get(kind)
    if wear is None:
        return frozenset()
    return _COVERS.get(wear.slot, frozenset({wear.slot}))


def _props(base: Features, over: Features) -> tuple[Prop, ...]:
    before = {prop.kind: prop for prop in base.props}
    if over.props:
        return tuple(_over(before.get(prop.kind, prop), prop) for prop in over.props)
    return tuple(prop for prop in base.props if prop.kind not in over.without)


def _place(kind: str) -> frozenset[str]:
    known = worn.ACCESSORIES.get(kind)
    return frozenset({known.place}) if known is not None and known.place != "body" else frozenset()


def _over(base: _T, over: _T) -> _T:
    """Field by field, what `over` leaves None taken from `base`."""
    given = {
        f.name: getattr(over, f.name)
        for f in fields(over)  # type: ignore[arg-type]
        if getattr(over, f.name) is not None
    }
    return replace(base, **given)  # type: ignore[type-var]


def _layered(
    base: Iterable[Any], over: Iterable[Any], refused: frozenset[str], places: Any
) -> tuple[Any, ...]:
    before = {item.kind: item for item in base}
    top = [_over(before[item.kind], item) if item.kind in before else item for item in over]
    taken = frozenset().union(*(places(item.kind) for item in top))
    kinds = {item.kind for item in top}
    kept = [
        item
        for kind, item in before.items()
        if kind not in kinds and kind not in refused and not taken & places(kind)
    ]
    return (*top, *kept)


# The person --------------------------------------------------------------------------------

_DRESSES = frozenset({"dress", "gown", "sari", "qipao", "corset", "blouse", "skirt", "heels",
                      "ball gown",
                      "wedding dress", "nightgown", "tutu", "miniskirt", "pencil skirt", "long"
                                                            " skirt",
                      "hanbok"})  # fmt: skip


def _gender(features: Features, seed: int) -> Gender:
    if features.face.facial_hair not in (None, "none"):
        return "male"
    if any(garment.kind in _DRESSES for garment in features.garments):
        return "female"
    return typed(Gender, pick(seed, "gender", {"female": 1, "male": 1}))


def _tone(features: Features, seed: int) -> SkinTone:
    if features.skin_colour is not None:
        return colours.nearest_tone(features.skin_colour.hex)
    tones = {"fair": 2, "light": 4, "medium": 3, "olive": 2, "tan": 2, "brown": 3, "dark": 2}
    return typed(SkinTone, pick(seed, "skin_tone", tones))


def _hair(hair: Hair, gender: Gender, age: Age, tone: SkinTone, seed: int) -> Hair:
    known = hairdo.HAIR_STYLES.get(hair.style or "", hairdo.Hairdo())
    length = typed(
        HairLength,
        hair.length or known.length or pick(seed, "hair.length", fashion.HAIR_LENGTHS[gender]),
    )
    smooth = hair.style in fashion.SMOOTH_STYLES
    types = fashion.SMOOTH_TYPES if smooth else fashion.HAIR_TYPES[tone]
    kind = hair.type or known.type or pick(seed, "hair.type", types)
    style = hair.style
    if style is None and hair.length in ("medium", "long"):
        style = "loose"  # who asks for long hair wants to see it
    elif style is None and length != "bald":
        style = pick(seed, "hair.style", fashion.HAIR_STYLES[gender][length])
        if hair.type is not None and hairdo.HAIR_STYLES[style].type not in (None, hair.type):
            style = "messy" if length == "short" else "loose"
    shades = fashion.SENIOR_HAIR if age == "senior" else fashion.HAIR_COLOURS[tone]
    fringe = hair.fringe
    if fringe is None:
        bare = length == "bald" or style in fashion.SWEPT_STYLES
        fringe = "none" if bare else pick(seed, "hair.fringe", fashion.FRINGES[gender])
    return replace(
        hair,
        style=style or "loose",
        length=length,
        type=typed(HairType, kind),
        colour=hair.colour or colours.hair_colour(pick(seed, "hair.colour", shades)),
        fringe=fringe,
    )


def _beard_of(roles: tuple[str, ...]) -> str | None:
    """What men of these callings grow."""
    for role in roles:
        words = archetypes.ARCHETYPES[role].man if role in archetypes.ARCHETYPES else ""
        for beard, synonyms in body.FACIAL_HAIR.items():
            if beard != "none" and any(w in words for w in (beard, *listed(synonyms)) if w):
                return beard
    return None


def _face(
    face: Face, gender: Gender, age: Age, tone: SkinTone, hair: Hair, without: frozenset[str],
    roles: tuple[str, ...], seed: int,
) -> Face:  # fmt: skip
    beard = face.facial_hair
    if beard is None:
        grows = gender == "male" and "beard" not in without
        usual = _beard_of(roles) if age not in ("child", "teen") else None
        beard = usual or pick(seed, "face.facial_hair", fashion.FACIAL_HAIR[age])
        beard = beard if grows else "none"
    shapes = {
        "oval": 4,
        "round": 2,
        "square": 2 if gender == "male" else 1,
        "heart": 2,
        "diamond": 1,
    }
    marks = face.marks
    if age == "senior" and not {"wrinkles"} & (set(marks) | without):
        marks = (*marks, "wrinkles")
    return replace(
        face,
        shape=face.shape or typed(FaceShape, pick(seed, "face.shape", shapes)),
        eye_colour=face.eye_colour
        or colours.eye_colour(pick(seed, "face.eye_colour", fashion.EYE_COLOURS[tone])),
        eye_shape=face.eye_shape
        or typed(EyeShape, pick(seed, "face.eye_shape", {"almond": 4, "round": 4, "hooded": 1})),
        expression=face.expression
        or typed(Expression, pick(seed, "face.expression", fashion.EXPRESSIONS)),
        facial_hair=beard,
        facial_hair_colour=face.facial_hair_colour or hair.colour,
        marks=marks,
    )


# Clothes -----------------------------------------------------------------------------------


def _garments(features: Features, skin: str, seed: int) -> tuple[Garment, ...]:
    gender = features.gender or "non-binary"
    lend = next((g for g in features.garments if g.kind == "outfit"), None)
    given: list[Garment] = []
    themes: list[Garment] = []
    for garment in features.garments:
        generic = wardrobe.GARMENTS.get(garment.kind, wardrobe.Wear("torso")).slot == "generic"
        (themes if generic else given).append(garment)
    chosen = list(given)
    for theme in themes:
        chosen += _resolved(theme, _slots(chosen), gender, seed)
    look = _look(features, chosen, seed)
    shade = next((g for g in themes if g.kind == "casual wear" and (g.colour or g.pattern)), None)
    chosen += look if shade is None else shown_in(look, shade)
    chosen += _completed(chosen, features.without, gender, seed)
    chosen += _added(features, chosen, seed)
    if lend is not None:
        chosen = [_lent(garment, lend) for garment in chosen]
    return tuple(coloured(chosen, seed, skin))


def _slots(garments: Iterable[Garment]) -> frozenset[str]:
    return frozenset[str]().union(*(covered(garment.kind) for garment in garments))


def _resolved(theme: Garment, taken: frozenset[str], gender: Gender, seed: int) -> list[Garment]:
    """What a generic garment ("formal wear") is for this person."""
    if theme.kind == "formal wear":
        kinds = [pick(seed, "garments.formal", fashion.FORMAL[gender])]
        if kinds[0] in ("suit", "tuxedo"):
            kinds += ["shirt"]
    elif theme.kind == "traditional wear":
        kinds = [pick(seed, "garments.traditional", fashion.TRADITIONAL[gender])]
    elif theme.kind == "sportswear":
        kinds = [pick(seed, f"garments.sport.{s}", fashion.SPORT[s]) for s in fashion.SPORT]
    elif theme.kind == "rags":
        return [
            Garment(kind=kind, colour=theme.colour or colours.named("taupe"), pattern="tattered")
            for kind in ("tunic", "trousers")
            if not covered(kind) & taken
        ]
    else:
        return []
    return [
        replace(theme, kind=kind)
        for kind in kinds
        if not (covered(kind) & taken) or (kind == "shirt" and "torso" not in taken)
    ]


def _look(features: Features, chosen: list[Garment], seed: int) -> list[Garment]:
    """A wardrobe for who has none: it goes together, and with what is worn already."""
    taken = _slots(chosen)
    if taken & {"torso", "legs", "over", "back"}:
        return []
    gender = features.gender or "non-binary"
    table = looks.LOOKS.get(f"{gender} {features.age}") or looks.LOOKS[gender]
    for role in features.roles:
        if role in looks.CALLED and features.age not in ("child", "senior"):
            table = looks.CALLED[role].get(gender) or looks.CALLED[role]["male"]
    refused = features.without
    options = {
        look: weight
        for look, weight in table.items()
        if not any(part.partition(":")[0] in refused for part in look.split(", "))
    }
    if not options:
        return []
    found = []
    for part in pick(seed, "garments.look", options).split(", "):
        kind, _, pattern = part.partition(":")
        if not covered(kind) & taken:
            found.append(Garment(kind=kind, pattern=pattern or None))
    return found


def _added(features: Features, chosen: list[Garment], seed: int) -> list[Garment]:
    """What a calling wears besides, now and then."""
    taken = _slots(chosen)
    if features.garments and all(garment.colour for garment in features.garments):
        return []  # dressed to the last piece
    for role in features.roles:
        if role in looks.OVER_ROLES:
            kind = pick(seed, f"garments.{role}.over", looks.OVER_ROLES[role])
            if kind and kind not in features.without and not covered(kind) & taken:
                return [Garment(kind=kind)]
    return []


def _completed(
    chosen: list[Garment], without: frozenset[str], gender: Gender, seed: int
) -> list[Garment]:
    """The pieces that are missing on torso, legs and feet."""
    kinds = [garment.kind for garment in chosen]
    taken = _slots(chosen)
    missing: list[Garment] = []
    for slot, with_kind in (
        ("torso", fashion.TORSO_WITH),
        ("legs", fashion.LEGS_WITH),
        ("feet", fashion.FEET_WITH),
    ):
        if slot in taken:
            continue
        options = {
            kind: weight
            for kind, weight in fashion.CASUAL[gender][slot].items()
            if kind not in without
        } or {"tunic": 1}
        fitting = next((with_kind[k] for k in kinds if k in with_kind), None)
        if fitting is None or fitting in without:
            fitting = pick(seed, f"garments.{slot}", options)
        kinds.append(fitting)
        missing.append(Garment(kind=fitting))
    return missing


def _lent(garment: Garment, outfit: Garment) -> Garment:
    """ "All in black": the outfit's look for what has none of its own."""
    if wardrobe.GARMENTS[garment.kind].slot not in ("torso", "legs", "full", "over"):
        return garment
    if garment.colour is not None:
        return garment
    return replace(
        garment,
        colour=outfit.colour,
        material=garment.material or outfit.material,
        pattern=garment.pattern or outfit.pattern,
        trim=garment.trim or outfit.trim,
    )


_HOODED = ("cloak", "cape", "robe", "hoodie", "raincoat", "parka", "coat", "jacket", "tunic")


def _of_a_piece(accessory: Accessory, garments: tuple[Garment, ...]) -> Accessory:
    """A hood belongs to what hangs from the shoulders and has its colour."""
    if accessory.kind != "hood" or accessory.colour is not None:
        return accessory
    for kind in _HOODED:
        for garment in garments:
            if garment.kind == kind:
                return replace(accessory, colour=garment.colour)
    return accessory


def _accessory(accessory: Accessory, hair: Hair, seed: int) -> Accessory:
    kind = accessory.kind
    style = accessory.style
    if style is None and kind in fashion.WORN_STYLES:
        style = pick(seed, f"accessories.{kind}.style", fashion.WORN_STYLES[kind])
    colour = accessory.colour
    if (
        colour is None
        and kind in ("animal ears", "tail")
        and (style not in fashion.WORN_STYLE_COLOURS or kind == "animal ears")
    ):
        colour = hair.colour
    if colour is None and kind not in ("elf ears", "glasses") and style is not None:
        known = fashion.WORN_STYLE_COLOURS.get(style)
        colour = colours.named(known) if known is not None else None
    if colour is None:
        options = fashion.WORN_COLOURS.get(kind, fashion.NEUTRALS)
        colour = colours.named(pick(seed, f"accessories.{kind}.colour", options))
    return replace(accessory, style=style, colour=colour)


def _prop(prop: Prop) -> Prop:
    if prop.colour is not None:
        return prop
    return replace(prop, colour=colours.named(fashion.PROP_COLOURS.get(prop.kind, "grey")))


__all__ = ["cast", "covered", "draw", "merge", "pick"]
