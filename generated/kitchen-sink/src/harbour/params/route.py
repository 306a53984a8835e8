"""Request types of the API: `RouteParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

RouteParam: TypeAlias = "Sequence[tuple[str, int]]"
"""Where a ferry goes, as pairs of a port and the minutes it stays."""
