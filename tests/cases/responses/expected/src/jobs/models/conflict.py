"""What the API answers with: `Conflict`."""

from __future__ import annotations

from .._runtime import Model
from .job import Job


class Conflict(Model):
    """`Conflict` of the API."""

    code: int | None = None
    message: str | None = None
    job: Job | None = None
