"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .conflict import Conflict
    from .error import Error
    from .job import Job, JobState
    from .ticket import Ticket
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Conflict": ".conflict",
            "Error": ".error",
            "Job": ".job",
            "JobState": ".job",
            "Ticket": ".ticket",
        },
    )

__all__ = ["Conflict", "Error", "Job", "JobState", "Ticket"]
