"""Request types of the API: `ShelfExportFormat`."""

from __future__ import annotations

from typing import Literal, TypeAlias

ShelfExportFormat: TypeAlias = Literal["csv", "xlsx"]
