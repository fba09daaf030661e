"""The objects of the portrait API, as documented, with what the contract adds."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator as After
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from ..avatarforge.schemas import PROMPT_LENGTH, without_controls

API = "portrait"
MOST_INPUTS = 100

Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=PROMPT_LENGTH),
    After(without_controls),
]
NodeId = Annotated[str, StringConstraints(max_length=200)]


class _Object(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, serialize_by_alias=True
    )


class Healthy(_Object):
    status: Literal["ok"] = "ok"
    message: str = "Pet Portrait Generator API is running"


class Uploaded(_Object):
    success: Literal[True] = True
    session_id: str
    message: str = "Image uploaded successfully"
    image_url: str


class PortraitRequest(_Object):
    session_id: Annotated[str, StringConstraints(max_length=200)]
    user_inputs: Annotated[dict[NodeId, Words], Field(max_length=MOST_INPUTS)] | None = Field(
        None, description="Text by the id of a node that /api/workflow-info lists."
    )


class Started(_Object):
    success: Literal[True] = True
    session_id: str
    prompt_id: str
    message: str
    ws_endpoint: str = Field(description="Where the portrait's progress can be heard.")
    total_nodes: int
    seed: int


class NodeObject(_Object):
    id: str
    type: str
    title: str


class Status(_Object):
    session_id: str
    status: Literal["uploaded", "processing", "completed", "failed"]
    progress: int = Field(ge=0, le=100)
    current_node: str | None
    current_node_info: NodeObject | None
    message: str
    result_image: str | None
    start_time: datetime
    end_time: datetime | None
    executed_nodes_count: int
    total_nodes: int
    seed: int | None = None
    warnings: list[str] = Field(default_factory=list)


class AspectRatio(_Object):
    width: int
    height: int


class UserInputObject(_Object):
    node_id: str
    type: Literal["text"] = "text"
    title: str
    description: str
    default_value: str


class WorkflowInfo(_Object):
    total_nodes: int
    aspect_ratio: AspectRatio
    user_inputs: list[UserInputObject]
    node_types: list[NodeObject]
    node_count: int
    node_type_counts: dict[str, int]
    execution_order_length: int
    recipe: str = Field(description="Whose graph this is; see /avatarforge/recipes.")


class ImageQuery(_Object):
    type: str = Field("output", description="`input` or `output`.")
    subfolder: str = Field("", description="Always empty.")


class Failure(_Object):
    error: str
