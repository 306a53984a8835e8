"""Request types of the API: `CarrierParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired


class CarrierParam(TypedDict):
    name: NotRequired[str]
    rates: NotRequired[object]
