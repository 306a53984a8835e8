"""What the API answers with: `ShelfExportFormat`."""

from __future__ import annotations

from typing import Literal, TypeAlias

ShelfExportFormat: TypeAlias = Literal["csv", "xlsx"]
