"""Response models of the API: `Conflict`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Conflict(BaseModel):
    code: int | None = None
    message: str | None = None
    job: models.Job | None = None
