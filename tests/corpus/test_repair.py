"""Repair of real documents: the result is valid and final."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdksmith.load import load_document
from sdksmith.load.document import Document
from sdksmith.repair.engine.passes import Repaired, repair
from sdksmith.report.diagnostics import DocumentError, Effect

from tests.corpus.documents import CORPUS
from tests.repair.documents import validation_errors


def files_of(*folders: str) -> list[Path]:
    return sorted(
        path
        for folder in folders
        for path in (CORPUS / folder).rglob("*")
        if path.is_file()
    )


FILES = files_of("evangelist", "swagger2")
FILES_3 = files_of("oas3", "oas31")
EXTERNAL_REFERENCE = "RF007"
"""Diagnostics of documents that need other files and cannot be validated."""

BLIND_SPOTS = frozenset(
    (
        "AU001",  # undefined security schemes
        "PA012",  # files outside of multipart/form-data
        "PA014",  # array parameters without items
        "PT002",  # keys of paths with spaces, such as `/a `
        "PT003",  # and with queries, such as `/a?b=c`
        "PT004",  # and with fragments, such as `/a#b`
        "PT005",  # and with other placeholders, such as `/a/:id`
        "RS001",  # statuses of any three digits
    )
)
"""Rules about violations that the validator does not check."""

pytestmark = pytest.mark.skipif(
    not FILES, reason="the documents of ../shared/corpus are not here"
)


def load(path: Path) -> Document:
    try:
        return load_document(str(path), path.read_bytes()).document
    except DocumentError:
        pytest.skip("a fragment, which cannot be loaded")


def repair_until_final(document: Document) -> Repaired:
    repaired = repair(document)
    again = repair(repaired.document)
    assert again.document is repaired.document
    assert all(not item.edits for item in again.diagnostics)
    return repaired


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_repaired_swagger_documents_are_valid(path: Path) -> None:
    document = load(path)
    repaired = repair_until_final(document)
    if EXTERNAL_REFERENCE in {item.code for item in repaired.diagnostics}:
        return
    root = repaired.document.root
    assert validation_errors(root, document.dialect) == []
    changed = {d.code for d in repaired.diagnostics if d.effect is Effect.REPAIRED}
    if changed - BLIND_SPOTS:
        assert validation_errors(document.root, document.dialect) != []


@pytest.mark.parametrize("path", FILES_3, ids=lambda path: path.name)
def test_repair_of_openapi_documents_is_idempotent(path: Path) -> None:
    repair_until_final(load(path))
