"""Request types of the API: `HarbourV1EventParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import datetime as dt
    from typing import NotRequired


class HarbourV1EventParam(TypedDict):
    time: NotRequired[dt.datetime | str]
