"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .shelf_export import ShelfExportFormat
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "ShelfExportFormat": ".shelf_export",
        },
    )

__all__ = ["ShelfExportFormat"]
