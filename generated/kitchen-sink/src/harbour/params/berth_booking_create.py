"""Request types of the API: `BerthBookingCreateContactParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired


class BerthBookingCreateContactParam(TypedDict):
    name: str
    phone: NotRequired[str]
