"""Names of inline schemas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sdksmith.model.types import TypeMeta
from sdksmith.plan.naming.inline.names import (
    NAME_BY_COMMON_PART,
    USE_SINGULAR,
    InlineType,
    inline_priority,
    name_inline,
)
from sdksmith.plan.naming.inline.owners import OperationWords
from sdksmith.text.scope import assign_by_priority

Location = tuple[str, ...]


def names_of(*locations: Location) -> dict[Location, str]:
    """Return the name that each schema gets, by its location."""
    types = {
        " > ".join(location): InlineType(
            TypeMeta(f"/components/schemas/{location[0]}/{index}", context=location)
        )
        for index, location in enumerate(locations)
    }
    candidates = name_inline(types, {}, {})
    named = assign_by_priority(
        {key: [item.name for item in found] for key, found in candidates.items()},
        {key: inline_priority(item.meta, {}) for key, item in types.items()},
        fold=str.lower,
    )
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
        (("Profiles", "profile_config"), "ProfilesConfig"),
        (("Labels", "value"), "LabelsValue"),
        # A property with the name of its component gets a word for its kind.
        (("commit", "commit"), "CommitDetails"),
        (("Error", "errors", "item"), "ErrorDetails"),
        (("Pet", "The owner that has the pet"), "PetOwnerPet"),
        (("Android", "7", "0"), "Android7_0"),
    ],
)
def test_repeated_words_are_omitted(location: Location, name: str) -> None:
    assert name_of(*location) == name


def test_shared_types_are_named_by_what_their_places_have_in_common() -> None:
    meta = TypeMeta(
        "/paths/~1a/post/x", context=("op", "users", "item"), shared=("users", "item")
    )
    best, second, *_ = name_inline({"a": InlineType(meta)}, {}, {})["a"]
    # The location names the type if the name is not free.
    assert (best.name, second.name) == ("User", "OpUser")
    assert best.rules == (NAME_BY_COMMON_PART, USE_SINGULAR)
    assert inline_priority(meta, {}) > inline_priority(replace(meta, shared=()), {})


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
        ("apr", "apr_type"): "AprTypeDetails",
    }


def test_types_of_operations_are_named_after_resource_and_method() -> None:
    pointer = "/paths/~1invoices/post"
    context = ("createInvoice", "request")
    types = {
        "body": InlineType(TypeMeta(f"{pointer}/x", context=(*context, "lines"))),
        "whole": InlineType(TypeMeta(f"{pointer}/y", context=context)),
    }
    words = {
        pointer: OperationWords(("invoice", "create"), ("invoices", "create")),
    }
    candidates = name_inline(types, words, {})
    named = {key: [item.name for item in found] for key, found in candidates.items()}
    assert named["body"][0] == "InvoiceCreateLines"
    assert named["whole"][0] == "InvoiceCreateRequest"
    assert "InvoicesCreateLines" in named["body"]


def names_in(*chains: str) -> list[str]:
    """Return the name of an object in the response of each operation.

    Args:
        *chains: The words of resources, with the method at the end: `big_plant.list`.
    """
    types: dict[str, InlineType] = {}
    words: dict[str, OperationWords] = {}
    for chain in chains:
        parts = tuple(tuple(part.split("_")) for part in chain.split("."))
        flat = tuple(word for part in parts for word in part)
        pointer = f"/paths/{chain}/get"
        order = (len(parts), *map(ord, chain))
        words[pointer] = OperationWords(flat, flat, parts, order)
        context = (chain, "response", "body")
        types[chain] = InlineType(TypeMeta(f"{pointer}/x", context=context))
    candidates = name_inline(types, words, {})
    named = assign_by_priority(
        {key: [item.name for item in found] for key, found in candidates.items()},
        {
            key: inline_priority(item.meta, words, candidates[key])
            for key, item in types.items()
        },
        fold=str.lower,
    )
    return [named[chain] for chain in chains]


def test_long_names_omit_the_first_resources_of_an_operation() -> None:
    chain = "building.north_eastern_extension.laboratory.temperature_sensor.list_values"
    (name,) = names_in(chain)
    assert name == "LaboratoryTemperatureSensorListValuesResponseBody"


def test_added_operation_takes_the_longer_name() -> None:
    end = "north_eastern_extension.laboratory.temperature_sensor.list_values"
    before = names_in(f"building.{end}")
    after = names_in(f"building.{end}", f"university_campus.building.{end}")
    assert after == [
        *before,
        "UniversityCampusTemperatureSensorListValuesResponseBody",
    ]


def test_long_method_stands_without_its_resource() -> None:
    (name,) = names_in(
        "information_protection_administration.list_temperature_sensors_of_laboratories"
    )
    assert name == "ListTemperatureSensorsOfLaboratoriesResponseBody"


def test_name_is_not_a_class_of_the_runtime() -> None:
    meta = TypeMeta("/components/schemas/List/of", context=("List", "of"))
    candidates = name_inline({"x": InlineType(meta)}, {}, {})["x"]
    assert candidates[0].name == "ListOfDetails"


def test_deep_locations_are_distinguished_by_one_part_if_names_would_be_long() -> None:
    start = ("mixin-of-an-availability", "version_types", "version_type", "versions")
    first = (*start, "first_edition", "publication_partner", "address_details")
    last = (*start, "last_edition", "publication_partner", "address_details")
    assert list(names_of(first, last).values()) == [
        "MixinOfAnAvailabilityFirstEditionAddressDetails",
        "MixinOfAnAvailabilityLastEditionAddressDetails",
    ]


def test_outer_schema_keeps_its_name_beside_an_inner_one() -> None:
    outer, inner = ("Invoice", "a-b"), ("Invoice", "a", "b")
    named = names_of(inner, outer)
    assert named == {outer: "InvoiceAB", inner: "InvoiceABDetails"}


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
