"""Response models of the API: `Job`, `JobPriority`, `JobState`."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

from .._runtime import BaseModel, ISODuration

JobPriority: TypeAlias = Literal[1, 2, 3]


JobState: TypeAlias = Literal["waiting", "done"]


class Job(BaseModel):
    id: str
    state: JobState | str
    """Default: `"waiting"`."""

    priority: JobPriority | int | None = None
    after: ISODuration | None = None
    at: dt.time | None = None
