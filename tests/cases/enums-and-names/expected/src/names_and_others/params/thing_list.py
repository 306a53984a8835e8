"""What the API is sent: `ThingListOrder`."""

from __future__ import annotations

from typing import Literal, TypeAlias

ThingListOrder: TypeAlias = Literal[1, -1]
