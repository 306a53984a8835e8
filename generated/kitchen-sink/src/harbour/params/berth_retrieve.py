"""Request types of the API: `BerthRetrieveXUnitsParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import Literal, NotRequired


class BerthRetrieveXUnitsParam(TypedDict):
    length: NotRequired[Literal["m"]]
    weight: NotRequired[str]
