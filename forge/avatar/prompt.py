"""Features to the two lines of text that diffusion models are conditioned on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .features import Accessory, Face, Features, Garment, Hair, View
from .vocabulary import worn

BASE_NEGATIVE = "nsfw, nude, bad quality, blurry, distorted"
"""Stands first in every negative prompt."""

VIEW_CUES: Mapping[View, str] = {
    "front": "front view, full body, standing straight, facing the camera",
    "back": "rear view, full body, seen from behind, facing away from the camera",
    "side": "side view, profile, full body, turned 90 degrees",
    "quarter": "3/4 view, full body, slightly turned",
}
_VIEW_NEGATIVES: Mapping[View, str] = {
    "front": "from behind",
    "back": "face, facing the camera",
    "side": "facing the camera, two faces",
    "quarter": "from behind",
}


_MARK_WORDS: Mapping[str, str] = {"wink": "winking"}


@dataclass(frozen=True, slots=True)
class PromptLines:
    positive: str
    negative: str


def prompt_lines(
    features: Features,
    *,
    prompt: str = "",
    clothing: str = "",
    style: str = "",
    realism: bool = False,
    view: View | None = None,
    negative: str = "",
    posed: bool = False,
) -> PromptLines:
    """Both lines: the prompt, the person, "wearing ...", "... art style", realism, the view.

    `clothing` is quoted as it is and stands in for the garments of `features`. `view` None
    is a bust, without a cue. `posed` says that something else holds the pose (a skeleton for
    ControlNet): no words about standing or the camera then. `negative` is added to the fixed
    negative words.
    """
    hidden = view == "back"
    clothes = clothing.strip() or _listed(_garment(g) for g in features.garments if _shown(g))
    positive = [
        prompt.strip(),
        "one person" if features != Features() else "",
        *describe(features, face=not hidden),
        f"wearing {clothes}" if clothes else "",
        *_held(features),
        f"{style.strip().replace('_', ' ')} art style" if style.strip() else "",
        *_finish(realism, style),
        _backdrop(features),
        _cue(view, features.stance, posed) if view is not None else "",
    ]
    against = [
        BASE_NEGATIVE,
        "extra people, extra limbs, bad anatomy, bad hands, text, watermark",
        *_unwanted(features),
        "cartoon, anime, drawing, painting" if realism else "",
        _VIEW_NEGATIVES[view] if view is not None else "",
        negative.strip(),
    ]
    return PromptLines(_line(positive), _line(against))


def _cue(view: View, stance: str | None, posed: bool) -> str:
    """The words of a view, less what a pose would contradict."""
    cue = VIEW_CUES[view]
    if posed or stance not in (None, "standing"):
        cue = cue.replace(", standing straight", "")
    return cue.replace(", facing the camera", "") if posed else cue


def describe(features: Features, *, face: bool = True) -> list[str]:
    """The person without clothes and held things, one phrase a trait; None is left out.

    Order: age and gender, being, build, skin, hair, eyes, face, beard, marks, what is worn
    on head and face. What a hat, dark glasses or a mask hides is not insisted on.
    """
    kinds = {accessory.kind: accessory for accessory in features.accessories}
    glasses = kinds.get("glasses")
    eyes_hidden = (glasses is not None and glasses.style in ("sunglasses", "aviator")) or (
        "visor" in kinds or "blindfold" in kinds
    )
    lines = [_person(features), _skin(features), _hair(features.hair, "helmet" in kinds)]
    if face:
        lines += _face(features.face, eyes_hidden=eyes_hidden, masked="mask" in kinds)
        if features.face.facial_hair == "none" and "mask" not in kinds and _may_shave(features):
            lines.append("clean-shaven")
    lines += [
        _accessory(accessory) for accessory in features.accessories if face or _behind(accessory)
    ]
    return [line for line in lines if line]


def _line(parts: Iterable[str]) -> str:
    """Joined by commas, each phrase once."""
    phrases: dict[str, str] = {}
    for part in parts:
        for phrase in part.split(", ") if part else ():
            cleaned = phrase.strip().rstrip(",")
            if cleaned:
                phrases.setdefault(cleaned.casefold(), cleaned)
    return ", ".join(phrases.values())


def _listed(parts: Iterable[str]) -> str:
    items = list(parts)
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def _person(features: Features) -> str:
    grown = {"female": "woman", "male": "man"}.get(features.gender or "", "person")
    young = {"female": "girl", "male": "boy"}.get(features.gender or "", "person")
    who = {
        "child": f"child, {young}",
        "teen": f"teenage {young}",
        "young adult": f"young adult {grown}",
        "middle-aged": f"middle-aged {grown}",
        "senior": f"elderly {grown}",
    }.get(features.age or "", grown if features.gender else "")
    if features.gender == "non-binary":
        who = f"androgynous {who}".strip()
    build = {"slim": "slender", "athletic": "athletic", "heavy": "heavyset"}.get(
        features.build or ""
    )
    height = {"short": "short", "tall": "tall"}.get(features.height or "")
    return ", ".join(part for part in (*features.roles, who, build, height) if part)


def _skin(features: Features) -> str:
    if features.skin_colour is not None:
        return f"{features.skin_colour.name} skin"
    if features.skin_tone is None:
        return ""
    undertone = features.skin_undertone
    shade = f" with {undertone} undertone" if undertone not in (None, "neutral") else ""
    return f"{features.skin_tone} skin{shade}"


def _hair(hair: Hair, covered: bool) -> str:
    if hair.length == "bald":
        return "bald"
    if covered and hair.length in (None, "short"):
        return ""
    words = [hair.length, hair.type, hair.colour.name if hair.colour is not None else None]
    described = " ".join(word for word in words if word)
    style = hair.style if hair.style not in (None, "loose") else None
    parts = [f"{described} hair" if described else "", f"{style} hairstyle" if style else ""]
    if hair.fringe not in (None, "none"):
        parts.append(f"{hair.fringe} fringe")
    if hair.highlights is not None:
        parts.append(f"{hair.highlights.name} highlights")
    return ", ".join(part for part in parts if part)


def _face(face: Face, *, eyes_hidden: bool, masked: bool) -> list[str]:
    lines = []
    if face.eye_colour is not None and not eyes_hidden:
        if face.second_eye_colour is not None:
            eyes = f"one {face.eye_colour.name} eye and one {face.second_eye_colour.name} eye"
            lines += ["heterochromia", eyes]
        else:
            shape = f"{face.eye_shape} " if face.eye_shape is not None else ""
            lines.append(f"{shape}{face.eye_colour.name} eyes")
    if face.shape is not None and not masked:
        lines.append(f"{face.shape} face")
    if face.facial_hair not in (None, "none") and not masked:
        colour = face.facial_hair_colour
        lines.append(f"{colour.name} {face.facial_hair}" if colour else str(face.facial_hair))
    if face.lip_colour is not None and not masked:
        lines.append(f"{face.lip_colour.name} lipstick")
    lines += [
        _MARK_WORDS.get(mark, mark)
        for mark in face.marks
        if not (mark == "lipstick" and face.lip_colour)
    ]
    if face.expression is not None:
        lines.append(f"{face.expression} expression")
    return lines


def _may_shave(features: Features) -> bool:
    return features.gender == "male" and features.age not in ("child", "teen")


def _behind(accessory: Accessory) -> bool:
    """Whether it shows from behind."""
    return worn.ACCESSORIES[accessory.kind].place not in ("eyes", "face", "neck")


def _accessory(accessory: Accessory) -> str:
    style = accessory.style or ""
    kind = accessory.kind
    name = kind if style in ("", "stud") else f"{style} {kind}"
    if style in (
        "sunglasses",
        "beanie",
        "beret",
        "fedora",
        "cap",
        "antlers",
        "fez",
        "sombrero",
    ) or style.endswith(kind):
        name = style
    return f"{accessory.colour.name} {name}" if accessory.colour is not None else name


def _shown(garment: Garment) -> bool:
    return garment.kind != "outfit" or garment.colour is not None or garment.material is not None


def _garment(garment: Garment) -> str:
    kind = "clothes" if garment.kind == "outfit" else garment.kind
    colour = garment.colour.name if garment.colour is not None else None
    words = [colour, garment.pattern, garment.material, kind]
    text = " ".join(word for word in words if word and (word == kind or word not in kind.split()))
    return f"{text} with {garment.trim.name} trim" if garment.trim is not None else text


def _held(features: Features) -> list[str]:
    things = [
        f"{prop.colour.name} {prop.kind}" if prop.colour is not None else prop.kind
        for prop in features.props
    ]
    stance = features.stance if features.stance not in (None, "standing") else None
    return [f"holding {_with_article(_listed(things))}" if things else "", stance or ""]


def _with_article(text: str) -> str:
    return f"{'an' if text[:1] in 'aeiou' else 'a'} {text}"


def _finish(realism: bool, style: str) -> list[str]:
    if realism:
        return ["photorealistic, natural skin texture, professional photograph"]
    return [] if style.strip() else ["anime illustration, clean lines"]


def _backdrop(features: Features) -> str:
    colour = features.background_colour
    name = features.background
    if name in (None, "plain", "studio", "gradient"):
        kind = "plain" if name is None else name
        if colour is not None:
            return f"{kind} {colour.name} background"
        return f"{kind} background" if name is not None else ""
    return f"{name} background"


def _unwanted(features: Features) -> list[str]:
    words = sorted(features.without)
    if features.gender == "female" and features.face.facial_hair in (None, "none"):
        words += ["beard", "moustache", "facial hair"]
    elif features.face.facial_hair == "none":
        words.append("beard")
    if features.hair.length == "bald":
        words.append("hair on head")
    if features.age in ("child", "teen"):
        words += ["sexualized", "suggestive", "revealing clothes"]
    return words
