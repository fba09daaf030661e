"""The objects of the anime API, as documented, with what the contract adds."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator as After
from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from ...forge.jobs.production import PhaseId
from ...forge.recipes.request import Engine
from ..avatarforge.schemas import Features, Whole, without_bool, without_controls

Status = Literal["queued", "processing", "completed", "failed"]
Kind = Literal["image", "video", "production"]

SIDE_STEP = 8  # pixels
MOST_REFERENCES = 16

Prompt = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    After(without_controls),
]
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=300), After(without_controls)
]
Side = Annotated[Whole, Field(ge=256, le=1536, multiple_of=SIDE_STEP)]
Steps = Annotated[Whole, Field(ge=1, le=100)]
Cfg = Annotated[float, BeforeValidator(without_bool), Field(ge=3, le=15, allow_inf_nan=False)]
Seed = Annotated[Whole, Field(ge=-1, le=2**31 - 1)]
Fps = Annotated[Whole, Field(ge=8, le=30)]


class GenerateRequest(BaseModel):
    """A picture or a film. Unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore")

    prompt: Prompt
    type: Literal["image", "video"] = "image"
    frames: Annotated[Whole, Field(ge=24, le=120)] = Field(48, description="Of a video.")
    fps: Fps = Field(24, description="Of a video.")
    width: Side = 512
    height: Side = 512
    steps: Steps | None = Field(None, description="None: what suits the recipe.")
    cfg: Cfg | None = Field(None, description="None: what suits the recipe.")
    seed: Seed = Field(-1, description="-1 draws one.")
    negative_prompt: Words = ""
    style: Words = Field("", description="Free words, such as 'watercolor'.")
    features: Features | None = Field(
        None, description="Features by name, such as {'hair_color': 'red'}; they win over words."
    )
    engine: Engine = "auto"
    recipe: Annotated[str, StringConstraints(max_length=100)] | None = None


Image = Annotated[
    str,
    StringConstraints(min_length=1),
    Field(description="Base64, a data URI, or the id of a file that was uploaded."),
]


class OrchestrateRequest(BaseModel):
    """A production of up to three phases. Unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore")

    prompt: Prompt = "anime character"
    phases: Annotated[
        list[Annotated[PhaseId, BeforeValidator(without_bool)]], Field(min_length=1, max_length=3)
    ] = Field([1, 2, 3], description="Run in rising order, each once.")
    character_name: Words = Field("", description="Kept with the job; it is not drawn from.")
    mode: Literal["draft", "standard"] | None = Field(
        None, description="Sizes and steps not given: 512 and 8, or 768 and 15."
    )
    width: Side | None = Field(None, description="1024 where neither it nor a mode is given.")
    height: Side | None = Field(None, description="As the width.")
    steps: Steps | None = Field(None, description="None: what the mode says, or suits the recipe.")
    cfg: Cfg | None = Field(None, validation_alias=AliasChoices("cfg", "cfg_scale"))
    seed: Seed = Field(-1, description="-1 draws one; every phase has the same.")
    negative_prompt: Words = ""
    style: Words = ""
    features: Features | None = None
    fps: Fps = Field(24, description="Of the loop, 2 seconds, and of the video, 5 seconds.")
    frames: Annotated[Whole, Field(ge=1)] | None = Field(
        None, description="What a phase lasts is settled; a warning says so where it differs."
    )
    input_image: Image | None = Field(None, description="The character; the same as a reference.")
    reference_images: Annotated[list[Image], Field(max_length=MOST_REFERENCES)] = Field(
        default_factory=list, description="The first is used where there is no `input_image`."
    )
    denoise: Annotated[float, BeforeValidator(without_bool), Field(ge=0, le=1)] | None = Field(
        None, description="Not used: each recipe has its own; a warning says so."
    )
    auto_advance: bool = Field(
        True, description="A warning where false: `phases` says which to run."
    )
    engine: Engine = "auto"


class Accepted(BaseModel):
    job_id: str
    status: Status
    estimated_time: int = Field(description="Seconds, from the measured pace.")
    message: str
    type: Kind
    seed: int
    engine: str
    recipe: str
    warnings: list[str]


class OrchestrationAccepted(Accepted):
    success: bool
    prompt_id: str
    phases: list[PhaseId]
    output_path: str | None = None


class QualityObject(BaseModel):
    score: float = Field(description="0..1")
    threshold: float
    parts: dict[str, Any]


class PhaseObject(BaseModel):
    id: PhaseId
    name: str
    status: Literal["pending", "processing", "completed", "failed"]
    progress: float
    output_url: str | None
    outputs: dict[str, str] = Field(description="Every picture and film by its role.")
    quality: QualityObject | None = Field(description="As measured when the phase had ended.")
    engine: str | None
    recipe: str | None
    error: str | None


class JobObject(BaseModel):
    """A job, in lists and alone."""

    id: str
    job_id: str
    type: Kind
    prompt: str
    status: Status
    progress: float = Field(ge=0, le=100)
    user: str
    created_at: float = Field(description="Seconds since 1970, UTC.")
    estimated_remaining: int = Field(description="Seconds.")
    output_path: str | None
    output_url: str | None
    outputs: dict[str, str] = Field(description="Every picture and film by its role.")
    error: str | None
    seed: int
    engine: str
    recipe: str
    width: int | None
    height: int | None
    frames: int | None = Field(description="Of a video.")
    fps: int | None = None
    duration: float | None = Field(description="Seconds, of a video.")
    warnings: list[str]
    comfyui_prompt_id: str
    phases: list[PhaseObject] | None = Field(description="Of a production.")
    character_name: str | None = Field(None, description="Of a production, where it was given.")


class JobList(BaseModel):
    jobs: list[JobObject]
    count: int = Field(description="Of those listed here.")
    total: int
    user: str


class ListQuery(BaseModel):
    limit: int = Field(100, ge=1, le=500)
    offset: int = Field(0, ge=0, lt=2**63)


class GalleryItem(BaseModel):
    job_id: str
    type: Literal["image", "video"]
    url: str
    prompt: str
    created_at: float = Field(description="Seconds since 1970, UTC.")


class Gallery(BaseModel):
    message: str
    gallery: str
    items: list[GalleryItem]


class PhaseDescription(BaseModel):
    id: PhaseId
    name: str
    description: str
    engine: str
    output: str


class Phases(BaseModel):
    phases: list[PhaseDescription]
    workflow: str
    quality_gates: str


class ComfyComponent(BaseModel):
    status: Literal["healthy", "unavailable"]
    queue_running: int
    queue_pending: int


class GpuComponent(BaseModel):
    available: bool
    active_generation: bool


class JobsComponent(BaseModel):
    active_count: int
    total_tracked: int


class StorageComponent(BaseModel):
    status: Literal["healthy", "unavailable"]


class Components(BaseModel):
    comfyui: ComfyComponent
    gpu: GpuComponent
    jobs: JobsComponent
    storage: StorageComponent


class Health(BaseModel):
    status: Literal["healthy", "unhealthy"]
    service: str
    version: str
    timestamp: str
    components: Components
    bulletproof_features: list[str]
    error: str | None = None


class GpuMemoryObject(BaseModel):
    """MB, of all programs together."""

    total: int
    used: int
    free: int


class AdminStats(BaseModel):
    total_jobs: int
    active_jobs: int
    gpu_memory: GpuMemoryObject | None = Field(description="null where no GPU computes.")
    users: int = Field(description="Who has jobs, anonymous callers together as one.")
    jobs_by_user: dict[str, int]
    jobs_by_status: dict[str, int] = Field(description="`cancelled` ones apart from `failed`.")
    jobs_by_type: dict[str, int]
    device: str
    queue_running: int
    queue_pending: int
    average_seconds: dict[str, float] = Field(
        description="By recipe, since the server started; of all APIs."
    )
