"""Request types of the API: `ThingListOrder`."""

from __future__ import annotations

from typing import Literal, TypeAlias

ThingListOrder: TypeAlias = Literal[1, -1]
