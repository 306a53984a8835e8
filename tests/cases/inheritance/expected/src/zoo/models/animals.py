"""Response models of the API: `Animals`."""

from __future__ import annotations

from typing import TypeAlias

from .animal import Animal

Animals: TypeAlias = list[Animal]
