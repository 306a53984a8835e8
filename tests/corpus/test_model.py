"""Models of real documents without repairs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sdksmith.load.loading import load_document
from sdksmith.model.dump import dump_api
from sdksmith.report.diagnostics import DocumentError, Effect

from tests.corpus.documents import CORPUS
from tests.model.documents import build

if TYPE_CHECKING:
    from sdksmith.load.document import Document

STRIPE_INVOICES = Path(__file__).parents[2] / "specs" / "stripe-invoices" / "spec.yaml"


def documents(folder: Path) -> list[Document]:
    """Return the readable documents of a folder."""
    found: list[Document] = []
    for path in sorted(folder.rglob("*.*")):
        if path.suffix not in {".json", ".yaml", ".yml", ".md"} or not path.is_file():
            continue
        try:
            found.append(load_document(str(path), path.read_bytes()).document)
        except DocumentError:
            continue
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    "family", ["evangelist", "swagger2", "oas3", "oas31", "testsuite"]
)
def test_every_document_is_converted_to_a_model(family: str) -> None:
    if not CORPUS.is_dir():
        pytest.skip("the documents of ../shared/corpus are not here")
    found = documents(CORPUS / family)
    assert found
    for document in found:
        built = build(document)
        lost = sum(
            item.count for item in built.diagnostics if item.effect is Effect.OMITTED
        )
        assert len(built.api.operations) + lost == built.api.operations_total
        assert dump_api(built.api)["title"] == built.api.title


def test_stripe_invoices_has_twelve_operations() -> None:
    document = load_document(
        str(STRIPE_INVOICES), STRIPE_INVOICES.read_bytes()
    ).document
    api = build(document).api
    assert api.operations_total == len(api.operations) == 12
    found = {(item.method, item.id) for item in api.operations}
    assert ("GET", "getInvoices") in found
    assert [server.url for server in api.servers] == ["http://api.stripe.com/v1"]
