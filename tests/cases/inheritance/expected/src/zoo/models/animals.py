"""Response models of the API: `Animals`."""

from __future__ import annotations

from typing import TypeAlias

from .animal import Animal

__all__ = ["Animals"]

Animals: TypeAlias = list[Animal]
