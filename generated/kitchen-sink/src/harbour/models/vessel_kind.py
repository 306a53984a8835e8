"""Response models of the API: `VesselKind`."""

from __future__ import annotations

from typing import Literal, TypeAlias

VesselKind: TypeAlias = Literal["tug", "tanker", "ferry"]
"""What a vessel is built for.

- tug: Pulls others.
- tanker: Carries liquids.
"""
