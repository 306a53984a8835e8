"""What the API answers with: `ThingListOrder`."""

from __future__ import annotations

from typing import Literal, TypeAlias

ThingListOrder: TypeAlias = Literal[1, -1]
