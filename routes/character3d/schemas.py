"""The objects of the character API, as documented, with what the contract adds."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Accepted(BaseModel):
    status: Literal["accepted"] = "accepted"
    job_id: str
    message: str = "Character generation started"
    estimated_time: str


class StageObject(BaseModel):
    name: str
    status: str


class Results(BaseModel):
    raw_mesh: str | None
    textured_mesh: str | None
    rigged_character: str | None
    preview_images: list[str]


class JobStatus(BaseModel):
    """What a state has nothing to say about is left out."""

    status: Literal["accepted", "processing", "completed", "failed"]
    job_id: str
    progress: int = Field(ge=0, le=100)
    current_stage: str | None = None
    stages: list[StageObject]
    estimated_remaining: str | None = None
    results: Results | None = None
    downloads: dict[str, str] | None = Field(
        None, description="What is done already: name of the result to its address."
    )
    processing_time: str | None = None
    error: str | None = None
    error_details: str | None = None
    failed_stage: str | None = None
    seed: int
    engine: str
    recipe: str
    warnings: list[str]


class Removed(BaseModel):
    status: Literal["cancelled", "deleted"]
    job_id: str


class Models(BaseModel):
    model_config = ConfigDict(serialize_by_alias=True)

    diffusion_models: list[str]
    three_d_models: list[str] = Field(alias="3d_models", serialization_alias="3d_models")


class Failure(BaseModel):
    status: Literal["error"]
    error_code: str
    message: str
    details: dict[str, Any]
