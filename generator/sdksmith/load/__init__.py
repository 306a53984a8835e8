"""Bytes to a document: encoding, JSON or YAML, which specification."""

from .loading import Loaded, load_document

__all__ = ["Loaded", "load_document"]
