"""Request types of the API: `GoodsSizeParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired


class GoodsSizeParam(TypedDict):
    width: NotRequired[float]
    height: NotRequired[float]
