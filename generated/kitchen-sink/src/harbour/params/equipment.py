"""Request types of the API: `EquipmentParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NotRequired

    from .. import models


class EquipmentParam(TypedDict):
    """A tree of what is on board."""

    name: str
    parts: NotRequired[Sequence[EquipmentParam | models.Equipment]]
    data: NotRequired[object]
    size: NotRequired[models.Size]
