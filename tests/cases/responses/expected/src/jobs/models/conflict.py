"""Response models of the API: `Conflict`."""

from __future__ import annotations

from .._runtime import BaseModel
from .job import Job


class Conflict(BaseModel):
    code: int | None = None
    message: str | None = None
    job: Job | None = None
