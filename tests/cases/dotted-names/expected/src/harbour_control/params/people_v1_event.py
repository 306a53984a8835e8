"""Request types of the API: `PeopleV1EventParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired


class PeopleV1EventParam(TypedDict):
    text: NotRequired[str]
