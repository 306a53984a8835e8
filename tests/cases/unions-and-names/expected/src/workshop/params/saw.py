"""Request types of the API: `SawParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import Literal


class SawParam(TypedDict):
    kind: Literal["saw"]
    teeth: int
