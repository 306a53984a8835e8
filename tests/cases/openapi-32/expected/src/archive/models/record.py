"""What the API answers with: `Record`."""

from __future__ import annotations

from .._runtime import Model


class Record(Model):
    id: str
    year: int | None = None
