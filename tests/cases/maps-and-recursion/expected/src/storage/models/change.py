"""What the API answers with: `Change`."""

from __future__ import annotations

from .._runtime import Model


class Change(Model):
    """`Change` of the API."""

    before: Change | None = None
    rename: str | None = None
