"""Real documents: each is repaired, stays so, and then passes the validator."""

from __future__ import annotations

from pathlib import Path

import pytest
from sdksmith.diagnostics import DocumentError, Effect
from sdksmith.load import load_document
from sdksmith.repair.engine import repair

from .documents import validation_errors

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted(
    path
    for folder in ("evangelist", "swagger2")
    for path in (CORPUS / folder).rglob("*")
    if path.is_file()
)
EXTERNAL_REFERENCE = "RF007"
"""Noted of documents that need other files, so that no validator can judge them."""

BLIND_SPOTS = frozenset(
    (
        "AU001",  # it does not ask whether a security scheme is defined
        "PA012",  # that files travel as multipart/form-data alone
        "PA014",  # that the items of an array parameter are described
        "PT002",  # any key that starts with a slash is a path to it, even `/a `
        "PT003",  # and so is `/a?b=c`
        "PT004",  # and `/a#b`
        "PT005",  # and `/a/:id`
        "RS001",  # any three digits are a status to it
    )
)
"""Rules about what the specification forbids and the validator does not look for."""

pytestmark = pytest.mark.skipif(
    not FILES, reason="the documents of ../shared/corpus are not here"
)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in FILES])
def test_real_document(path: Path) -> None:
    try:
        document = load_document(str(path), path.read_bytes()).document
    except DocumentError:
        pytest.skip("a fragment, which cannot be loaded")
    repaired = repair(document)
    again = repair(repaired.document)
    assert again.document is repaired.document
    assert all(not item.edits for item in again.diagnostics)
    if EXTERNAL_REFERENCE in {item.code for item in repaired.diagnostics}:
        return
    root = repaired.document.root
    assert validation_errors(root, document.dialect) == []
    changed = {d.code for d in repaired.diagnostics if d.effect is Effect.REPAIRED}
    if changed - BLIND_SPOTS:
        assert validation_errors(document.root, document.dialect) != []
