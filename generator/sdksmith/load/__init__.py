"""Load stage: decode, parse and identify an API document."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .loading import Loaded, load_document

__all__ = ["Loaded", "load_document"]


# Lazy (PEP 562), so that reading the bytes of a document does not import the parsers.
def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(".loading", __name__), name)
