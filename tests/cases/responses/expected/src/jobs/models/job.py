"""Response models of the API: `Job`, `JobState`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel

JobState: TypeAlias = Literal["waiting", "running", "done"]


class Job(BaseModel):
    id: str | None = None
    name: str
    state: JobState | str | None = None
