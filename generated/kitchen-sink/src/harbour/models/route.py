"""Response models of the API: `Route`."""

from __future__ import annotations

from typing import TypeAlias

Route: TypeAlias = list[tuple[str, int]]
"""Where a ferry goes, as pairs of a port and the minutes it stays."""
