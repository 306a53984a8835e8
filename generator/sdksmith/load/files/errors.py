"""Errors for documents that cannot be read."""

from __future__ import annotations

from typing import Final

from ...report.diagnostics import Diagnostic, DocumentError, Effect, Location

MAX_BYTES: Final = 200_000_000
"""Maximum size of a document in bytes. The largest known API document has 40 MB."""


def unreadable(name: str, message: str) -> DocumentError:
    """Return the error for a document that cannot be read."""
    where = Location(name, 0, 0, "")
    return DocumentError(Diagnostic("LD001", Effect.FATAL, message, where))


def too_large(name: str) -> DocumentError:
    """Return the error for a document that is larger than `MAX_BYTES`."""
    limit = MAX_BYTES // 1_000_000
    return unreadable(
        name, f"document is larger than {limit} MB; split it or remove examples"
    )
