"""Names of inline schemas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.model.types import TypeMeta
from sdksmith.plan.naming.inline import OperationWords, name_inline
from sdksmith.text.scope import assign_names

Way = tuple[str, ...]


def names_of(*ways: Way) -> dict[Way, str]:
    """Return the name that each schema gets, by its owner and the way to it."""
    metas = {
        " > ".join(way): TypeMeta(f"/components/schemas/{way[0]}/{index}", context=way)
        for index, way in enumerate(ways)
    }
    named = assign_names(name_inline(metas, {}, {}), fold=str.lower)
    return {way: named[" > ".join(way)] for way in ways}


def name_of(*way: str) -> str:
    return names_of(way)[way]


@pytest.mark.parametrize(
    ("way", "name"),
    [
        (("Invoice", "lines", "item"), "InvoiceLine"),
        (("Invoice", "line_item"), "InvoiceLineItem"),
        (("Apr", "apr_type"), "AprType"),
        (("warning", "warning_code"), "WarningCode"),
        (("LineItem", "item_kind"), "LineItemKind"),
        (("Package", "versions", "item", "version_author"), "PackageVersionAuthor"),
        # Two things of one name are two things.
        (("commit", "commit"), "CommitCommit"),
        (("Labels", "value"), "LabelsValue"),
    ],
)
def test_repeated_words_are_omitted(way: Way, name: str) -> None:
    assert name_of(*way) == name


def test_middle_of_a_long_location_is_omitted() -> None:
    way = ("webhook-pull-request-closed", "pull_request", "auto_merge", "enabled_by")
    assert name_of(*way) == "WebhookPullRequestClosedEnabledBy"
    assert (
        name_of(*way, "type") == "WebhookPullRequestClosedEnabledByType"
    )  # one word alone says too little


def test_middle_is_kept_as_far_as_names_would_be_equal() -> None:
    start = ("webhook-pull-request-closed", "pull_request")
    base = (*start, "base", "repo", "merge_title")
    head = (*start, "head", "repo", "merge_title")
    assert list(names_of(base, head).values()) == [
        "WebhookPullRequestClosedBaseRepoMergeTitle",
        "WebhookPullRequestClosedHeadRepoMergeTitle",
    ]


def test_unshortened_name_takes_precedence_over_a_shortened_one() -> None:
    assert names_of(("Issue", "assignee"), ("Issue", "assignees", "item")) == {
        ("Issue", "assignee"): "IssueAssignee",
        ("Issue", "assignees", "item"): "IssueAssigneesItem",
    }
    assert names_of(("apr", "type"), ("apr", "apr_type")) == {
        ("apr", "type"): "AprType",
        ("apr", "apr_type"): "AprAprType",
    }


def test_types_of_operations_are_named_after_resource_and_method() -> None:
    pointer = "/paths/~1invoices/post"
    metas = {
        "body": TypeMeta(f"{pointer}/x", context=("createInvoice", "request", "lines")),
        "whole": TypeMeta(f"{pointer}/y", context=("createInvoice", "request")),
    }
    words = {
        pointer: OperationWords(("invoice", "create"), ("invoices", "create")),
    }
    named = name_inline(metas, words, {})
    assert named["body"][0] == "InvoiceCreateLines"
    assert named["whole"][0] == "InvoiceCreateRequest"
    assert "InvoicesCreateLines" in named["body"]


def test_name_is_not_a_class_of_the_runtime() -> None:
    metas = {"x": TypeMeta("/components/schemas/List/of", context=("List", "of"))}
    assert name_inline(metas, {}, {})["x"][0] != "ListOf"


_WORDS = st.sampled_from(["line", "lines", "item", "type", "line_type", "a-b", "a_b"])
_WAYS = st.lists(
    st.tuples(st.sampled_from(["Invoice", "Order"]), _WORDS, _WORDS, _WORDS),
    min_size=1,
    max_size=12,
    unique=True,
)


@given(_WAYS)
def test_names_are_unique_and_independent_of_the_order(ways: list[Way]) -> None:
    named = names_of(*ways)
    assert len({name.lower() for name in named.values()}) == len(ways)
    assert names_of(*reversed(ways)) == named


@given(_WAYS)
def test_schemas_of_another_component_change_no_name(ways: list[Way]) -> None:
    named = names_of(*ways)
    others = [("Customer", *rest) for _, *rest in ways]
    grown = names_of(*ways, *dict.fromkeys(map(tuple, others)))
    assert {way: grown[way] for way in ways} == named
