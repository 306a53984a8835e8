"""Request types of the API: `SizeParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired


class SizeParam(TypedDict):
    width: int
    height: NotRequired[int]
