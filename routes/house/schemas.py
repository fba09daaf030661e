"""The objects of the pack's own routes."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from ...forge.jobs.job import State


class HouseHealth(BaseModel):
    status: Literal["healthy", "unhealthy"]
    version: str
    host: Literal["comfyui", "embedded"]
    error: str | None = None


class Readiness(BaseModel):
    ready: bool
    missing: list[str] = Field(description="What has to be mended before it is ready.")
    apis: list[str]
    recipes: dict[str, bool] = Field(description="Whether each can run here.")
    recipes_that_run: int
    queue: dict[str, int]


class JobOutput(BaseModel):
    role: str
    filename: str
    mime_type: str
    size: int
    width: int | None
    height: int | None


class JobObject(BaseModel):
    id: str
    api: str
    kind: str
    owner: str | None = Field(description="The name of a key; null for what was made without.")
    state: State
    progress: float
    engine: str
    recipe: str
    seed: int
    warnings: list[str]
    error: str | None
    prompt_id: str
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None
    outputs: list[JobOutput]
    request: dict[str, Any]


class JobList(BaseModel):
    total: int
    jobs: list[JobObject]
    limit: int
    offset: int


class JobQuery(BaseModel):
    limit: int = Field(50, ge=1, le=100)
    offset: int = Field(0, ge=0, lt=2**63)
    state: State | None = None
    api: str | None = None
