"""Bundling: merge a document and the files it references into one document.

The bundled document has only local references.
"""

from .build import Bundled, bundle

__all__ = ["Bundled", "bundle"]
