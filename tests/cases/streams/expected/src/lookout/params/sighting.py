"""Request types of the API: `SightingParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import datetime as dt
    from typing import NotRequired


class SightingParam(TypedDict):
    what: str
    seen: NotRequired[dt.datetime | str]
