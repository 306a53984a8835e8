"""Response models of the API: `Log`."""

from __future__ import annotations

from .._runtime import BaseModel


class Log(BaseModel):
    text: str | None = None
