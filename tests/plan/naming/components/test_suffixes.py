"""Parts of component names that add nothing to their meaning."""

from __future__ import annotations

import pytest
from sdksmith.plan.naming.components.suffixes import (
    DROP_FIRST_VERSION,
    DROP_LAYER,
    drop_suffixes,
    prose_words,
)


def test_rules_are_listed_once_in_order() -> None:
    rules = (DROP_FIRST_VERSION, DROP_LAYER)
    assert drop_suffixes("InvoiceDtoDtoV1") == ("Invoice", rules)
    assert drop_suffixes("Invoice") == ("Invoice", ())


@pytest.mark.parametrize("text", ["the invoice", "that", "invoice_that_is", ""])
def test_short_and_joined_words_are_kept(text: str) -> None:
    assert "_".join(prose_words(text)) == text.replace(" ", "_")
