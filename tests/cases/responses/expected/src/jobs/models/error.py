"""What the API answers with: `Error`."""

from __future__ import annotations

from .._runtime import Model


class Error(Model):
    """`Error` of the API."""

    code: int | None = None
    message: str | None = None
