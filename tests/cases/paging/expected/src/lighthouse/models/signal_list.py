"""Response models of the API: `SignalListResponse`, `SignalListResponseResume`."""

from __future__ import annotations

from .._runtime import BaseModel


class SignalListResponseResume(BaseModel):
    here: str | None = None


class SignalListResponse(BaseModel):
    seen: list[str] | None = None
    heard: list[str] | None = None
    resume: SignalListResponseResume | None = None
