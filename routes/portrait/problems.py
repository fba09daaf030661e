"""What this API answers when it does not answer as asked: `{"error": "..."}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..problem import Problem, ProblemShape
from .schemas import Failure


def told(problem: Problem) -> str:
    if isinstance(problem.detail, str):
        return problem.detail
    return "; ".join(f"{_place(each)}{each['msg']}" for each in problem.detail)


def bad_request(problem: Problem) -> Problem:
    """This API knows no 422: what does not fit is a 400."""
    return Problem(400, told(problem)) if problem.status == 422 else problem


def _place(error: Mapping[str, Any]) -> str:
    where = ".".join(str(part) for part in error["loc"][1:])
    return f"{where}: " if where else ""


def _put(problem: Problem) -> Mapping[str, Any]:
    return {"error": told(problem)}


portrait_shape = ProblemShape(_put, Failure)
