"""Summary of the verdicts of openapi-core."""

from __future__ import annotations

from tests.corpus.judge.__main__ import read_exclusions, report, summarise


def verdict(operation: str, request: str = "", response: str = "") -> dict[str, str]:
    return {"operation": operation, "request": request, "response": response, "url": ""}


def test_an_operation_is_accepted_if_all_of_its_calls_are() -> None:
    results = {
        "a": [verdict("GET /a"), verdict("GET /a", "wrong"), verdict("GET /b")],
        "b": [verdict("GET /a", response="known: x"), verdict("GET /c", "known: x")],
    }
    exclusions = [{"side": "response", "message": "known", "document": "b"}]
    total, lines = summarise(results, exclusions)
    assert total == {"accepted": 1, "rejected": 2, "excluded": 1}
    assert [line.partition(" ")[0] for line in lines] == [
        "rejected:",
        "excluded:",
        "rejected:",
    ]


def test_the_goal_counts_operations_that_are_not_excluded() -> None:
    assert report(summarise({"a": [verdict("GET /a")]}, [])[0], 1) == 0
    assert report(summarise({"a": [verdict("GET /a", "wrong")]}, [])[0], 1) == 1


def test_exclusions_are_few_and_justified() -> None:
    exclusions = read_exclusions()
    assert len(exclusions) <= 15
    assert all(item["side"] in {"request", "response", "any"} for item in exclusions)
    assert all(item["reason"] and item["section"] for item in exclusions)
