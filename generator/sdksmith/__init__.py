"""Turn an API description into a typed Python client package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .config import Settings
    from .pipeline import Result, generate

__all__ = ["Result", "Settings", "__version__", "generate"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # Lazy (PEP 562): `sdksmith --help` must not pay for black and the validators.
    if name in {"Result", "generate"}:
        from . import pipeline

        return getattr(pipeline, name)
    if name == "Settings":
        from .config import Settings

        return Settings
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
