"""Last segments of paths that are methods rather than resources."""

from __future__ import annotations

import pytest

from tests.plan.naming.calls import assert_names

CASES = {
    "action with a path below it is a resource": """
        GET /invoices/upcoming -> invoices.upcoming.retrieve
        GET /invoices/upcoming/lines -> invoices.upcoming.lines.list
    """,
    "action with several HTTP methods is a resource": """
        GET /gists/{id}/star -> gists.star.retrieve
        PUT /gists/{id}/star -> gists.star.update
        DELETE /gists/{id}/star -> gists.star.delete
    """,
}


@pytest.mark.parametrize("case", CASES)
def test_action_is_a_method_or_a_resource(case: str) -> None:
    assert_names(CASES[case])
