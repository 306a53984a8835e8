"""Response models of the API: `Country`."""

from __future__ import annotations

from typing import Literal, TypeAlias

Country: TypeAlias = Literal["NL", "DE", "NO", "SE"]
"""Where a vessel is registered."""
