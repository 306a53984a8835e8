"""Request types of the API: `VesselListExpandItem`."""

from __future__ import annotations

from typing import Literal, TypeAlias

VesselListExpandItem: TypeAlias = Literal["owner", "berth"]
