"""Response models of the API: `Problem`, `ProblemError`."""

from __future__ import annotations

from .._runtime import BaseModel


class ProblemError(BaseModel):
    pointer: str | None = None
    message: str | None = None


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str | None = None
    """Default: `"about:blank"`."""

    title: str | None = None
    status: int | None = None
    detail: str | None = None
    errors: list[ProblemError] | None = None
