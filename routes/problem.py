"""What a caller gets told when a request cannot be served."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Field, ValidationError


class Problem(Exception):  # noqa: N818 - what HTTP calls it (RFC 9457)
    """An answer other than success. Each API puts it into its own shape.

    `detail` is a sentence, or for a body that does not fit a list of `{loc, msg, type}`.
    """

    def __init__(
        self,
        status: int,
        detail: str | Sequence[Mapping[str, Any]],
        *,
        retry_after_s: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.retry_after_s = retry_after_s
        self.headers = headers or {}


class Misfit(BaseModel):
    loc: list[str | int] = Field(description="Where it is, from `body` or `query` on.")
    msg: str
    type: str


class DetailObject(BaseModel):
    detail: str | list[Misfit]


@dataclass(frozen=True, slots=True)
class ProblemShape:
    """How an API tells a problem, and the object that it tells it with.

    `unexpected` is the object of a 500 where that is another one.
    """

    put: Callable[[Problem], Mapping[str, Any]]
    model: type[BaseModel]
    unexpected: type[BaseModel] | None = None

    def model_of(self, status: int) -> type[BaseModel]:
        return self.unexpected if status == 500 and self.unexpected is not None else self.model


def _detail(problem: Problem) -> Mapping[str, Any]:
    return {"detail": problem.detail}


detail_shape = ProblemShape(_detail, DetailObject)
"""`{"detail": ...}`, as FastAPI's services answer."""


def field_problem(message: str, *location: str | int, kind: str = "value_error") -> Problem:
    """422 about one field, as pydantic would say it."""
    return Problem(422, [{"loc": list(location), "msg": message, "type": kind}])


def misfit(error: ValidationError, where: str) -> Problem:
    """422 from pydantic's own findings; `where` is "body" or "query"."""
    return Problem(
        422,
        [
            {"loc": [where, *found["loc"]], "msg": found["msg"], "type": found["type"]}
            for found in error.errors(include_url=False, include_context=False, include_input=False)
        ],
    )
