"""Loading of documents from strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.load import load_document
from sdksmith.report.diagnostics import Diagnostic, DocumentError

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject
    from sdksmith.load import Loaded

NAME = "orders.yaml"


def load(text: str | bytes) -> Loaded:
    data = text.encode() if isinstance(text, str) else text
    return load_document(NAME, data)


def load_without_diagnostics(text: str | bytes) -> JsonObject:
    """Return the tree of a document; fail if there are diagnostics."""
    loaded = load(text)
    assert loaded.diagnostics == ()
    return loaded.document.root


def load_with_one_diagnostic(text: str | bytes) -> tuple[JsonObject, Diagnostic]:
    """Return the tree of a document and its only diagnostic."""
    loaded = load(text)
    (diagnostic,) = loaded.diagnostics
    return loaded.document.root, diagnostic


def reject(text: str | bytes) -> Diagnostic:
    """Return the fatal diagnostic of a document that must be rejected."""
    with pytest.raises(DocumentError) as refusal:
        load(text)
    return refusal.value.diagnostic


def place(diagnostic: Diagnostic) -> tuple[int, int]:
    return diagnostic.location.line, diagnostic.location.column


def swagger(text: str) -> str:
    """Return YAML of a Swagger document with `text` from its second line on."""
    return "swagger: '2.0'\n" + text
