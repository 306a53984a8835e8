"""Request types of the API: `BerthBookingCreateContactParam` and 1 more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired


class BerthBookingCreateContactParam(TypedDict):
    name: str
    phone: NotRequired[str]


BerthBookingCreateService: TypeAlias = Literal["tug", "pilot", "water"]
