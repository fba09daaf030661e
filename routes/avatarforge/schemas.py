"""The objects of the avatar API, as documented, with what the contract adds."""

from __future__ import annotations

import math
import unicodedata
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator as After
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from ...forge.avatar.features import VIEWS
from ...forge.recipes.request import Engine

PROMPT_LENGTH = 2000  # characters

_SPOKEN_CONTROLS = frozenset("\t\n\r")


def without_controls(text: str) -> str:
    for character in text:
        if unicodedata.category(character) == "Cc" and character not in _SPOKEN_CONTROLS:
            raise ValueError(f"control character U+{ord(character):04X} is not allowed")
    return text


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=PROMPT_LENGTH),
    After(without_controls),
]
Prompt = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=PROMPT_LENGTH),
    After(without_controls),
]


def without_bool(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError("a number is wanted, not true or false")
    return value


Whole = Annotated[int, BeforeValidator(without_bool)]
Side = Annotated[Whole, Field(ge=256, le=2048)]

MOST_FEATURES = 100
LONGEST_FEATURE = 200  # characters
DEEPEST_FEATURE = 2  # objects within objects: {"observed": {"hair_color": ...}}


def _of_bounded_size(features: Any) -> Any:
    """Looks at no more of it than the bounds allow."""
    _count(features, DEEPEST_FEATURE, MOST_FEATURES)
    return features


def _count(value: Any, depth: int, left: int) -> int:
    if isinstance(value, str) and len(value) > LONGEST_FEATURE:
        raise ValueError(f"a feature has at most {LONGEST_FEATURE} characters")
    if isinstance(value, str):
        without_controls(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a feature is no such number")
    if isinstance(value, list) and value:
        raise ValueError("a feature is text, not a list")
    if not isinstance(value, dict):
        return left
    if depth < 1:
        raise ValueError("features are nested too deeply")
    for name, inner in value.items():
        left -= 1
        if left < 0:
            raise ValueError(f"there are more than {MOST_FEATURES} features")
        if len(str(name)) > LONGEST_FEATURE:
            raise ValueError(f"the name of a feature has at most {LONGEST_FEATURE} characters")
        left = _count(inner, depth - 1, left)
    return left


Features = Annotated[dict[str, Any], After(_of_bounded_size)]


def _empty_is_none(value: Any) -> Any:
    return None if value == "" else value


class AvatarRequest(BaseModel):
    """What to make. Unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore")

    prompt: Prompt
    pose_file_id: Annotated[str | None, BeforeValidator(_empty_is_none)] = None
    reference_file_id: Annotated[str | None, BeforeValidator(_empty_is_none)] = None
    pose_image: Annotated[str | None, BeforeValidator(_empty_is_none)] = Field(
        None, description="Base64 or a data URI; uploading and `pose_file_id` is better."
    )
    reference_image: Annotated[str | None, BeforeValidator(_empty_is_none)] = Field(
        None, description="Base64 or a data URI; uploading and `reference_file_id` is better."
    )
    clothing: Text | None = None
    style: Text | None = Field(None, description="Free words, such as 'watercolor'.")
    realism: bool = False
    negative_prompt: Text | None = None
    seed: Annotated[Whole, Field(ge=-1, lt=2**64)] | None = Field(
        None, description="None or -1 draws one."
    )
    width: Side | None = None
    height: Side | None = None
    steps: Annotated[Whole, Field(ge=1, le=150)] | None = None
    cfg: (
        Annotated[float, BeforeValidator(without_bool), Field(ge=0, le=30, allow_inf_nan=False)]
        | None
    ) = None
    engine: Engine = "auto"
    recipe: Annotated[str, StringConstraints(max_length=100)] | None = None
    features: Features | None = Field(
        None, description="Features by name, such as {'hair_color': 'red'}; they win over words."
    )


class Dimensions(BaseModel):
    width: int
    height: int


class FileUpload(BaseModel):
    file_id: str
    filename: str
    content_hash: str = Field(description="SHA-256 in hex.")
    size: int = Field(description="Bytes.")
    mime_type: str
    dimensions: Dimensions
    url: str
    is_duplicate: bool = Field(description="These bytes were stored already.")
    created_at: datetime


class HashLookup(BaseModel):
    exists: bool
    file_id: str | None
    message: str


class FileDeletion(BaseModel):
    message: str
    file_id: str
    deleted: Literal["hard", "soft"]
    references: int


class OutputFile(BaseModel):
    filename: str
    url: str
    pose_type: str | None
    size: int
    dimensions: Dimensions
    svg_url: str | None = None


class AvatarResponse(BaseModel):
    generation_id: str
    status: Literal["queued", "processing", "completed", "failed"]
    message: str
    progress: float = Field(ge=0, le=100)
    pose_type: str | None
    workflow: dict[str, Any] | None = Field(description="The graph; only where one is asked for.")
    output_files: list[OutputFile] | None
    sheet: OutputFile | None = Field(description="The pose sheet of all four views.")
    seed: int
    engine: str
    recipe: str
    warnings: list[str]
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None
    error: str | None
    comfyui_prompt_id: str | None


class GenerationList(BaseModel):
    total: int
    generations: list[AvatarResponse]
    limit: int
    offset: int


class GenerationDeletion(BaseModel):
    message: str
    generation_id: str


class PoseQuery(BaseModel):
    pose: str = Field(description="Another is a 400.", json_schema_extra={"enum": list(VIEWS)})


class ListQuery(BaseModel):
    limit: int = Field(50, ge=1, le=100)
    offset: int = Field(0, ge=0, lt=2**63)
    status: Literal["queued", "processing", "completed", "failed"] | None = None


class DeleteQuery(BaseModel):
    force: bool = False


class CleanupQuery(BaseModel):
    days: int = Field(30, ge=1, le=365)


class Cleanup(BaseModel):
    files_deleted: int
    cleanup_days: int
    message: str


class PoseDescription(BaseModel):
    name: str
    description: str
    preview_url: str


class PoseList(BaseModel):
    poses: list[PoseDescription]


class QueueStats(BaseModel):
    queue_pending: int
    queue_running: int
    device: str


class ComfyHealth(BaseModel):
    status: Literal["healthy", "unhealthy"]
    url: str
    stats: QueueStats
    error: str | None = None


class Health(BaseModel):
    api_status: Literal["healthy", "unhealthy"]
    comfyui: ComfyHealth
