"""The objects of the profile and chat image API, as documented, with what the contract adds."""

from __future__ import annotations

import sys
from typing import Annotated, Any, Literal

from pydantic import AfterValidator as After
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from ...forge.avatar.styles import STYLES
from ...forge.recipes.request import Engine
from ..avatarforge.schemas import PROMPT_LENGTH, Text, Whole, without_controls

MOST_MESSAGES = 15
MOST_PEOPLE = 6
MOST_HISTORY = 100
LONGEST_FEATURE = 64  # characters

STYLE_IDS: dict[str, str] = {"suko_3d": "3d_cartoon"} | {str(name): name for name in STYLES}


def _style(name: str) -> str:
    if name not in STYLES:
        raise ValueError(f"no such style; there are {', '.join(STYLES)}")
    return name


def _style_id(name: str) -> str:
    if name not in STYLE_IDS:
        raise ValueError(f"no such style; there are {', '.join(STYLE_IDS)}")
    return name


Style = Annotated[str, After(_style), Field(json_schema_extra={"enum": list(STYLES)})]
StyleId = Annotated[str, After(_style_id), Field(json_schema_extra={"enum": list(STYLE_IDS)})]
Plain = After(without_controls)
Handle = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64), Plain
]
Id = Annotated[str, StringConstraints(max_length=128), Plain]
Message = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=PROMPT_LENGTH),
    Plain,
]
Moment = Annotated[str, StringConstraints(max_length=64), Plain]
Feature = Annotated[str, StringConstraints(max_length=LONGEST_FEATURE), Plain]


def _simple(value: Any) -> Any:
    if isinstance(value, str):
        if len(value) > LONGEST_FEATURE:
            raise ValueError(f"at most {LONGEST_FEATURE} characters are taken")
        return without_controls(value)
    # Compared, not converted: a whole number may be too large for a float.
    if value is None or (
        isinstance(value, (bool, int, float)) and abs(value) <= sys.float_info.max
    ):
        return value
    raise ValueError("text, a finite number, true, false or null is wanted")


# Not a union, which would tell its branches as the place of what is wrong.
Extra = Annotated[
    Any,
    After(_simple),
    WithJsonSchema({"type": ["string", "number", "boolean", "null"], "maxLength": LONGEST_FEATURE}),
]
Seed = Annotated[Whole, Field(ge=-1, lt=2**64)]


class _Open(BaseModel):
    """Unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore")


class _Section(BaseModel):
    """Every field is free text or null; what is not documented is kept, as clients send it."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Extra] = Field(init=False)


class Observed(_Section):
    face_shape: Feature | None = None
    hair_color: Feature | None = None
    hair_type: Feature | None = None
    hair_style: Feature | None = None
    hair_length: Feature | None = None
    eye_color: Feature | None = None
    eye_shape: Feature | None = None
    skin_tone: Feature | None = None
    skin_undertone: Feature | None = None
    age_appearance: Feature | None = None
    age_range: Feature | None = None
    gender: Feature | None = None
    facial_hair: Feature | None = None
    beard_style: Feature | None = None
    expression: Feature | None = None


class Dress(_Section):
    dress_color: Feature | None = None
    dress_type: Feature | None = None


class Accessories(_Section):
    hat_present: Feature | None = None
    hat_style: Feature | None = None
    hat_color: Feature | None = None
    glasses_present: Feature | None = None
    glasses_type: Feature | None = None
    glasses_color: Feature | None = None
    mask_present: Feature | None = None
    mask_type: Feature | None = None
    mask_color: Feature | None = None


class Meta(_Open):
    face_detected: bool = False
    num_faces: Annotated[Whole, Field(ge=0)] = 0
    quality_score: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = 0.0


_MOST_EXTRA = 60


def _of_bounded_size(section: _Section) -> _Section:
    if len(section.__pydantic_extra__ or {}) > _MOST_EXTRA:
        raise ValueError(f"more than {_MOST_EXTRA} fields")
    for name in section.__pydantic_extra__ or {}:
        if len(without_controls(name)) > LONGEST_FEATURE:
            raise ValueError(f"the name of a field has at most {LONGEST_FEATURE} characters")
    return section


def _null_is_empty(value: Any) -> Any:
    return {} if value is None else value


class AvatarFeatures(_Open):
    """What a person looks like; strings are free, null means that it is not known."""

    observed: Annotated[Observed, BeforeValidator(_null_is_empty), After(_of_bounded_size)] = Field(
        default_factory=Observed
    )
    dress: Annotated[Dress, BeforeValidator(_null_is_empty), After(_of_bounded_size)] = Field(
        default_factory=Dress
    )
    accessories: Annotated[
        Accessories, BeforeValidator(_null_is_empty), After(_of_bounded_size)
    ] = Field(default_factory=Accessories)
    meta: Annotated[Meta, BeforeValidator(_null_is_empty)] = Field(default_factory=Meta)


class Participant(_Open):
    handle: Handle
    avatar_features: AvatarFeatures


class _Wished(_Open):
    """What any generating route takes besides."""

    seed: Seed | None = Field(None, description="None or -1 draws one.")
    engine: Engine = "auto"
    recipe: Annotated[str, StringConstraints(max_length=100), Plain] | None = None


class ChatMessage(_Open):
    sender_handle: Handle
    text: Text
    timestamp: Moment = ""
    tagged_handles: list[Handle] = Field(default_factory=list, max_length=50)


class OneToOneRequest(_Wished):
    chat_messages: list[ChatMessage] = Field(min_length=1, max_length=MOST_MESSAGES)
    style: Style
    participants: list[Participant] = Field(min_length=2, max_length=MOST_PEOPLE)
    target_message: Message

    def names(self) -> list[str]:
        return [
            *(person.handle for person in self.participants),
            *(handle for message in self.chat_messages for handle in message.tagged_handles),
        ]


class SceneRequest(_Wished):
    """Of shorts and scenes."""

    style: Style
    participants: list[Participant] = Field(min_length=1, max_length=MOST_PEOPLE)
    user_message: Message

    def names(self) -> list[str]:
        return [person.handle for person in self.participants]


class StyleRequest(_Open):
    style_id: StyleId = "suko_3d"


class SentText(_Open):
    text: Message
    sent_at: Moment | None = None


class EarlierText(_Open):
    text: Text
    sent_at: Moment | None = None


class History(_Open):
    messages: list[EarlierText] = Field(default_factory=list, max_length=MOST_HISTORY)


class PrivateParticipants(_Open):
    sender_avatar: Participant
    receiver_avatar: Participant | None = None
    other_avatars: list[Participant] = Field(default_factory=list, max_length=MOST_PEOPLE - 2)

    def known(self) -> list[Participant]:
        everybody = (self.sender_avatar, self.receiver_avatar, *self.other_avatars)
        return [person for person in everybody if person is not None]


class PrivateRequest(_Wished):
    sender_id: Id
    receiver_id: Id
    style_request: StyleRequest = Field(default_factory=StyleRequest)
    new_message: SentText
    history: History = Field(default_factory=History)
    participants: PrivateParticipants

    def names(self) -> list[str]:
        handles = [person.handle for person in self.participants.known()]
        return [self.sender_id, self.receiver_id, *handles]


class GeneralRequest(_Wished):
    sender_id: Id
    style_request: StyleRequest = Field(default_factory=StyleRequest)
    prompt: SentText
    participants: PrivateParticipants | None = None

    def names(self) -> list[str]:
        known = [] if self.participants is None else self.participants.known()
        return [self.sender_id, *(person.handle for person in known)]


class ChatImage(BaseModel):
    image_base64: str = Field(description="PNG, 1024x1024.")
    caption: str
    prompt_used: str
    job_id: str
    seed: int
    engine: str
    recipe: str
    warnings: list[str]
    moderation: dict[str, Any] = Field(description="The verdict on the text.")


class ProfileUpdate(BaseModel):
    model_config = ConfigDict(extra="forbid")

    hair_color: Feature | None = None
    hair_type: Feature | None = None
    hair_style: Feature | None = None
    hair_length: Feature | None = None
    skin_tone: Feature | None = None
    skin_undertone: Feature | None = None
    hat_present: Feature | None = None
    hat_style: Feature | None = None
    hat_color: Feature | None = None
    mask_present: Feature | None = None
    mask_type: Feature | None = None
    mask_color: Feature | None = None
    profile_id: Annotated[str, StringConstraints(max_length=64)] | None = None
    avatar_features: AvatarFeatures | None = None


class ProfileCreated(BaseModel):
    avatar_features: dict[str, Any]
    profile_id: str
    avatar_url: str


class Healthy(BaseModel):
    status: Literal["healthy"] = "healthy"
