"""Cases: deterministic, and complete for the fields."""

from __future__ import annotations

import json
from pathlib import Path

import openapi_spec_validator
import pytest
from sdksmith.json_data import JsonValue

from tests.fuzz import trees
from tests.fuzz.cases import FUZZERS, make_case
from tests.fuzz.fields import CHANGES, load_templates

SCHEMAS = Path(openapi_spec_validator.__file__).parent / "resources" / "schemas"
NOT_FIELDS = {
    "2.0": frozenset[str](),
    "3.0": frozenset({"server"}),
    "3.1": frozenset({"body"}),
    "3.2": frozenset[str](),
}
"""Names of definitions in `properties` that are not names of fields."""


@pytest.mark.parametrize("fuzzer", FUZZERS)
def test_cases_are_reproducible(fuzzer: str) -> None:
    cases = [make_case(fuzzer, 7, number) for number in range(10)]
    assert cases == [make_case(fuzzer, 7, number) for number in range(10)]
    assert len({case.data for case in cases}) > 7


@pytest.mark.parametrize("version", NOT_FIELDS)
def test_documents_use_every_field(version: str) -> None:
    schema = json.loads((SCHEMAS / f"v{version}" / "schema.json").read_bytes())
    fields = {
        str(field)
        for place in trees.find_places(schema)
        if place.key == "properties"
        and place.path[-2:] != ("properties", "properties")
        and isinstance(place.value, dict)
        for field in place.value
    }
    used = {
        str(place.key)
        for template in load_templates()
        if is_version(template.root, version)
        for place in trees.find_places(template.root)
    }
    assert fields - used - NOT_FIELDS[version] == set()


def is_version(root: JsonValue, version: str) -> bool:
    assert isinstance(root, dict)
    return str(root.get("swagger", root.get("openapi"))).startswith(version)


def test_every_field_and_key_changes() -> None:
    templates = load_templates()
    template = templates[0]
    turns = -(-(len(template.values) + len(template.keys)) // CHANGES)
    unchanged = set(template.values)
    for turn in range(turns):
        case = make_case("fields", 1, turn * len(templates))
        changed = json.loads(case.data)
        for path in list(unchanged):
            old = trees.find_place(template.root, path)
            new = trees.find_place(changed, path)
            if new is None or old is None or new.value != old.value:
                unchanged.discard(path)
    assert unchanged == set()
