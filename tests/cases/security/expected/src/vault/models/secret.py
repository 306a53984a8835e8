"""What the API answers with: `Secret`."""

from __future__ import annotations

from .._runtime import Model


class Secret(Model):
    """`Secret` of the API."""

    value: str | None = None
