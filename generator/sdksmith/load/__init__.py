"""Load stage: decode, parse and identify an API document."""

from .loading import Loaded, load_document

__all__ = ["Loaded", "load_document"]
