"""Setting for the validation of documents, in a module that is imported quickly."""

from __future__ import annotations

from enum import StrEnum


class Validation(StrEnum):
    """How the repaired document is validated against its specification."""

    OFF = "off"
    """No validation."""
    SCHEMA = "schema"
    """Against the JSON Schema of the specification; 0.1 s for a document of 2.5 MB."""
    FULL = "full"
    """With openapi-spec-validator; 11 s for the same document."""
