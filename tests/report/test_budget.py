"""Budget of a run."""

from __future__ import annotations

import pytest
from sdksmith.report.budget import (
    BYTES_PER_NODE,
    LEAST_NODES,
    LEAST_OUTPUT,
    OUTPUT_FACTOR,
    Budget,
)
from sdksmith.report.diagnostics import DocumentError


def test_default_grows_with_the_document() -> None:
    small, large = Budget(), Budget(50 * BYTES_PER_NODE)
    for budget in (small, large):
        budget.spend_nodes(LEAST_NODES, "/a")
    large.spend_nodes(50, "/a")
    with pytest.raises(DocumentError, match="100,050 types") as raised:
        large.spend_nodes(1, "/b")
    assert raised.value.diagnostic.location.pointer == "/b"
    assert raised.value.diagnostic.code == "GE005"
    with pytest.raises(DocumentError):
        small.spend_nodes(1, "/a")


def test_limits_replace_the_default() -> None:
    budget = Budget(10**9, nodes=2, output_bytes=10)
    budget.spend_nodes(2, "")
    with pytest.raises(
        DocumentError, match=r"Increase `nodes` in the table `\[limits\]`"
    ):
        budget.spend_nodes(1, "")
    budget.spend_bytes(10, "")
    with pytest.raises(DocumentError, match="Increase `output_bytes`"):
        budget.spend_bytes(1, "")


def test_default_number_of_bytes_is_a_multiple_of_the_document() -> None:
    budget = Budget(7)
    budget.spend_bytes(LEAST_OUTPUT + 7 * OUTPUT_FACTOR, "")
    with pytest.raises(DocumentError):
        budget.spend_bytes(1, "")


def test_nodes_with_long_locations_count_several_times() -> None:
    budget = Budget(nodes=100)
    budget.spend_nodes(90, "/" + "a" * 900)
    budget.spend_nodes(1, "/" + "a" * 9_000)
    with pytest.raises(DocumentError):
        budget.spend_nodes(1, "/" + "a" * 1_000)
