"""Request types of the API: `V1ErrorParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired


class V1ErrorParam(TypedDict):
    code: NotRequired[int]
