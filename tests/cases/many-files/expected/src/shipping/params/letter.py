"""Request types of the API: `LetterParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import Literal, NotRequired


class LetterParam(TypedDict):
    kind: Literal["letter"]
    pages: NotRequired[int]
