"""Names from operationIds that are chains, as in the documents of Google."""

from __future__ import annotations

from sdksmith.model.api import Place
from sdksmith.plan.naming.dotted import open_spanning_slots

from tests.plan.builder import ApiBuilder
from tests.plan.naming.calls import name_paths

BOATS = (
    "GET /v1/{parent}/boats harbour.ports.piers.boats.list",
    "POST /v1/{parent}/boats harbour.ports.piers.boats.create",
    "GET /v1/{name} harbour.ports.piers.boats.get",
    "PATCH /v1/{name} harbour.ports.piers.boats.patch",
    "PUT /v1/{name} harbour.ports.piers.boats.update",
    "POST /v1/{name}:moveAway harbour.ports.piers.boats.moveAway",
    "PUT /v1/ports/{port} harbour.ports.update",
    "POST /v1/ports harbour.ports.insert",
    "GET /v1/status harbour.getStatus",
)


def test_dotted_operation_ids_name_resources_and_methods() -> None:
    assert list(name_paths(*BOATS).values()) == [
        "get_status",
        "ports.create",
        "ports.update",
        "ports.piers.boats.list",
        "ports.piers.boats.create",
        "ports.piers.boats.retrieve",
        "ports.piers.boats.update",
        "ports.piers.boats.replace",
        "ports.piers.boats.move_away",
    ]


def test_first_segment_is_kept_if_operations_differ_in_it() -> None:
    names = name_paths("GET /v1/{name} sites.pages.get", "GET /v2/{name} sets.list")
    assert set(names.values()) == {"sites.pages.retrieve", "sets.list"}


def test_dotted_operation_ids_of_a_minority_are_ignored() -> None:
    lines = [f"GET /things{number}" for number in range(5)]
    named = name_paths("GET /v1/boats/{id} harbour.piers.boats.get", *lines)
    assert named["GET /v1/boats/{id}"] == "boats.retrieve"
    # Chains of two segments are tags and names; paths are more specific.
    flat = name_paths("GET /v1/boats/{id} Boat.GetBoat", "GET /v1/boats Boat.GetAll")
    assert set(flat.values()) == {"boats.retrieve", "boats.list"}


def test_additional_operation_without_a_dotted_id_renames_no_method() -> None:
    before = name_paths(*BOATS)
    after = name_paths(*BOATS, "GET /health healthCheck")
    assert after.items() >= before.items()


def test_placeholder_that_replaces_collections_allows_slashes() -> None:
    builder = ApiBuilder()
    for line in (
        *BOATS[:6],
        "GET /v1/ports/{port}/piers/{pier}/boats/{boat} harbour.ports.piers.boats.look",
        "GET /v1/ports/{port}/{name} harbour.ports.piers.read",
        "GET /v1/ports/{port}/old/piers harbour.oldPiers.list",
    ):
        builder.operation(*line.split())
    found = [
        [
            parameter.name
            for parameter in item.parameters
            if parameter.place is Place.PATH and parameter.allow_reserved
        ]
        for item in open_spanning_slots(builder.build()).operations
    ]
    assert found == [["parent"]] * 2 + [["name"]] * 4 + [[], ["name"], []]
