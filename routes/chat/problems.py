"""What this API answers when it does not answer as asked: `{code, message, ...}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field

from ..problem import DetailObject, Problem, ProblemShape


class ChatFailure(BaseModel):
    """`details` and `retry_after_ms` are there only where they mean something."""

    code: str
    message: str
    details: dict[str, Any] = Field(default_factory=dict)
    retry_after_ms: int = Field(0, ge=0)


_CODES = {
    400: "BAD_INPUT",
    401: "UNAUTHORIZED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    413: "BAD_INPUT",
    422: "BAD_INPUT",
    429: "OVERLOADED",
    503: "OVERLOADED",
    507: "OVERLOADED",
}


class ChatProblem(Problem):
    """A problem with a code of its own, and details for programs."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        details: Mapping[str, Any] | None = None,
        *,
        retry_after_ms: int | None = None,
    ) -> None:
        super().__init__(
            status,
            message,
            retry_after_s=None if retry_after_ms is None else -(-retry_after_ms // 1000),
        )
        self.code = code
        self.details = details
        self.retry_after_ms = retry_after_ms


def bad_input(message: str, *location: str | int) -> ChatProblem:
    """422 about one field of a body."""
    error = {"loc": ["body", *location], "msg": message}
    return ChatProblem(422, "BAD_INPUT", message, {"errors": [error]})


def bad_selfie(reason: str, message: str, faces: int, quality: float) -> ChatProblem:
    details = {"reason": reason, "num_faces": faces, "quality_score": quality}
    return ChatProblem(422, "BAD_SELFIE", message, details)


def _put(problem: Problem) -> Mapping[str, Any]:
    """`details` and `retry_after_ms` only where they mean something."""
    if problem.status == 500:
        return {"detail": problem.detail}
    if isinstance(problem, ChatProblem):
        shaped: dict[str, Any] = {"code": problem.code, "message": problem.detail}
        if problem.details is not None:
            shaped["details"] = problem.details
        if problem.retry_after_ms is not None:
            shaped["retry_after_ms"] = problem.retry_after_ms
        return shaped
    code = _CODES.get(problem.status, "ERROR")
    if isinstance(problem.detail, str):
        return {"code": code, "message": problem.detail}
    errors = [{"loc": error["loc"], "msg": error["msg"]} for error in problem.detail]
    first = errors[0]
    where = ".".join(str(part) for part in first["loc"][1:])
    message = f"{where}: {first['msg']}" if where else str(first["msg"])
    return {"code": code, "message": message, "details": {"errors": errors}}


chat_shape = ProblemShape(_put, ChatFailure, unexpected=DetailObject)
