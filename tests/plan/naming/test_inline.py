"""Names of inline schemas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sdksmith.model.types import TypeMeta
from sdksmith.plan.naming.inline import OperationWords, name_inline
from sdksmith.text.scope import assign_names

Location = tuple[str, ...]


def names_of(*locations: Location) -> dict[Location, str]:
    """Return the name that each schema gets, by its location."""
    metas = {
        " > ".join(location): TypeMeta(
            f"/components/schemas/{location[0]}/{index}", context=location
        )
        for index, location in enumerate(locations)
    }
    named = assign_names(name_inline(metas, {}, {}), fold=str.lower)
    return {location: named[" > ".join(location)] for location in locations}


def name_of(*location: str) -> str:
    return names_of(location)[location]


@pytest.mark.parametrize(
    ("location", "name"),
    [
        (("Invoice", "lines", "item"), "InvoiceLine"),
        (("Invoice", "line_item"), "InvoiceLineItem"),
        (("Apr", "apr_type"), "AprType"),
        (("warning", "warning_code"), "WarningCode"),
        (("LineItem", "item_kind"), "LineItemKind"),
        (("Package", "versions", "item", "version_author"), "PackageVersionAuthor"),
        # A property with the name of its component keeps both words.
        (("commit", "commit"), "CommitCommit"),
        (("Labels", "value"), "LabelsValue"),
    ],
)
def test_repeated_words_are_omitted(location: Location, name: str) -> None:
    assert name_of(*location) == name


def test_shared_types_are_named_by_what_their_places_have_in_common() -> None:
    metas = {"a": TypeMeta("/paths/~1a/post/x", context=("op", "users", "item"))}
    (shared,) = (replace(meta, shared=("users", "item")) for meta in metas.values())
    assert name_inline({"a": shared}, {}, {})["a"][0] == "User"
    # The whole location is used if the name is not free.
    taken = assign_names(name_inline({"a": shared}, {}, {}), {"user"}, fold=str.lower)
    assert taken == {"a": "OpUser"}


def test_middle_of_a_long_location_is_omitted() -> None:
    location = (
        "webhook-pull-request-closed",
        "pull_request",
        "auto_merge",
        "enabled_by",
    )
    assert name_of(*location) == "WebhookPullRequestClosedEnabledBy"
    assert (
        name_of(*location, "type") == "WebhookPullRequestClosedEnabledByType"
    )  # `type` alone is not specific enough


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
_LOCATIONS = st.lists(
    st.tuples(st.sampled_from(["Invoice", "Order"]), _WORDS, _WORDS, _WORDS),
    min_size=1,
    max_size=12,
    unique=True,
)


@given(_LOCATIONS)
def test_names_are_unique_and_independent_of_the_order(
    locations: list[Location],
) -> None:
    named = names_of(*locations)
    assert len({name.lower() for name in named.values()}) == len(locations)
    assert names_of(*reversed(locations)) == named


@given(_LOCATIONS)
def test_schemas_of_another_component_change_no_name(locations: list[Location]) -> None:
    named = names_of(*locations)
    others = [("Customer", *rest) for _, *rest in locations]
    grown = names_of(*locations, *dict.fromkeys(map(tuple, others)))
    assert {location: grown[location] for location in locations} == named
