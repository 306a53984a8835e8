"""Content of a document, and sources that must be rejected."""

from __future__ import annotations

import pytest
from sdksmith.load.files.source import read_source
from sdksmith.report.diagnostics import Diagnostic, DocumentError, Effect

DATA = b"swagger: '2.0'\n"


def reject(spec: str) -> Diagnostic:
    with pytest.raises(DocumentError) as refusal:
        read_source(spec)
    diagnostic = refusal.value.diagnostic
    assert diagnostic.code == "LD001"
    assert diagnostic.effect is Effect.FATAL
    return diagnostic
