"""What the API answers with: `User`, `UserKind`."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._runtime import Model

UserKind: TypeAlias = Literal["a"]


class User(Model):
    """`User` of the API."""

    id: int
    score: float | None = None
    tags: list[Any] | None = None
    address: Any = None
    settings: Any = None
    kind: UserKind | str | None = None
