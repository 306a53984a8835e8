"""What the API answers with: `Job`, `JobState`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import Model

JobState: TypeAlias = Literal["waiting", "running", "done"]


class Job(Model):
    """`Job` of the API."""

    id: str | None = None
    name: str
    state: JobState | str | None = None
