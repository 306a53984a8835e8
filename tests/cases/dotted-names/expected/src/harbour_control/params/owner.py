"""Request types of the API: `OwnerParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NotRequired

    from .. import models
    from .people_v1_event import PeopleV1EventParam


class OwnerParam(TypedDict):
    name: NotRequired[str]
    events: NotRequired[Sequence[PeopleV1EventParam | models.PeopleV1Event]]
