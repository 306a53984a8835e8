"""Many files to one document, with local references alone."""

from .build import Bundled, bundle

__all__ = ["Bundled", "bundle"]
