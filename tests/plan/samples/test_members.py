"""Samples of union members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.plan.samples.schemas import sample

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_discriminator_has_the_value_of_the_member() -> None:
    pet: JsonObject = {
        "oneOf": [
            {"$ref": "#/components/schemas/Cat"},
            {"$ref": "#/components/schemas/Dog"},
        ],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"feline": "#/components/schemas/Cat"},
        },
    }
    kind: JsonObject = {"type": "object", "properties": {"kind": {"type": "string"}}}
    assert sample(pet, Cat=kind, Dog={**kind, "required": ["kind", "x"]}) == {
        "kind": "feline"
    }
