"""What the API answers with: `Account`."""

from __future__ import annotations

from .._runtime import Model


class Account(Model):
    id: str
    owner: str | None = None
