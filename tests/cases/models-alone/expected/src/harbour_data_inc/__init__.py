"""Models for Harbour Data Inc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import lazy_exports

if TYPE_CHECKING:
    from . import models as models
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".": "models",
        },
    )

__version__ = "0.1.0"
