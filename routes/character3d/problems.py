"""What this API answers when it does not answer as asked: `{status, error_code, ...}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from ..problem import Problem, ProblemShape
from .schemas import Failure

Code = Literal[
    "INVALID_PARAMETERS",
    "FILE_TOO_LARGE",
    "UNSUPPORTED_FORMAT",
    "JOB_NOT_FOUND",
    "FILE_NOT_FOUND",
    "PROCESSING_ERROR",
    "SERVER_BUSY",
    "UNAUTHORIZED",
    "POLICY_BLOCKED",
]

_BY_STATUS: Mapping[int, Code] = {
    400: "INVALID_PARAMETERS",
    401: "UNAUTHORIZED",
    403: "UNAUTHORIZED",
    404: "FILE_NOT_FOUND",
    405: "INVALID_PARAMETERS",
    413: "FILE_TOO_LARGE",
    415: "UNSUPPORTED_FORMAT",
    422: "INVALID_PARAMETERS",
    429: "SERVER_BUSY",
    503: "SERVER_BUSY",
}


class CharacterProblem(Problem):
    def __init__(
        self,
        status: int,
        code: Code,
        message: str,
        details: Mapping[str, Any] | None = None,
        *,
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(status, message, retry_after_s=retry_after_s)
        self.code = code
        self.details = details or {}


def invalid(parameter: str, provided: Any, allowed: Any, message: str) -> CharacterProblem:
    details = {"parameter": parameter, "provided": provided, "allowed": allowed}
    return CharacterProblem(400, "INVALID_PARAMETERS", message, details)


def no_job() -> CharacterProblem:
    return CharacterProblem(404, "JOB_NOT_FOUND", "Job not found")


def _put(problem: Problem) -> Mapping[str, Any]:
    if isinstance(problem, CharacterProblem):
        code, details = problem.code, problem.details
    else:
        code, details = _BY_STATUS.get(problem.status, "PROCESSING_ERROR"), {}
    message = problem.detail
    if not isinstance(message, str):
        message = "; ".join(str(error["msg"]) for error in message)
    return {"status": "error", "error_code": code, "message": message, "details": dict(details)}


character_shape = ProblemShape(_put, Failure)
