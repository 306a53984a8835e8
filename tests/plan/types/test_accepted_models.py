"""Models of responses that are accepted as arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.plan.types.accepted_models import find_accepted_models
from sdksmith.plan.types.usage import find_usage

from tests.model.documents import build_schemas, ref

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

STRING: JsonObject = {"type": "string"}
NULLABLE: JsonObject = {"type": ["string", "null"]}


def record(*required: str, **properties: JsonValue) -> JsonObject:
    return {
        "type": "object",
        "required": list(required),
        "properties": dict(properties),
    }


def accepted(**schemas: JsonValue) -> dict[str, list[str]]:
    """Return the names of the accepted records by the name of the record."""
    named = {name.replace("_", "-"): node for name, node in schemas.items()}
    api = build_schemas(named)
    found = find_accepted_models(api, find_usage(api))

    def name(type_id: int) -> str:
        meta = api.types[type_id].meta
        return meta.name or " ".join(meta.context)

    return {name(one): [name(other) for other in found[one]] for one in found}


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ("Item_Input", "Item_Output"),
        ("ItemInput", "ItemOutput"),
        ("ItemIn", "ItemOut"),
        ("ItemRequest", "ItemResponse"),
        ("ItemRequest", "Item"),
        ("ItemWrite", "ItemRead"),
    ],
)
def test_schemas_with_the_same_stem_and_shape_are_accepted(
    sent: str, received: str
) -> None:
    schemas = {sent: record(a=STRING), received: record("a", a=STRING)}
    assert accepted(**schemas) == {
        sent.replace("_", "-"): [received.replace("_", "-")],
    }


@pytest.mark.parametrize(
    ("sent", "received", "fits"),
    [
        (record("a", a=STRING), record(b=STRING), False),
        (record(a=STRING, b=STRING), record(a=STRING), True),
        (record(a=STRING), record(b=STRING), False),
        (record(a=STRING), record(a={"type": "integer"}), False),
        (record(a={"type": "number"}), record(a={"type": "integer"}), True),
        (record(a={"type": "integer"}), record(a={"type": "number"}), False),
        (record(a=STRING), record(a={**STRING, "format": "uuid"}), True),
        (record(a={}), record(a={"type": "array", "items": STRING}), True),
        (record(a=STRING), record(a=NULLABLE), False),
        (record(a=NULLABLE), record(a=STRING), True),
        (record(a={"enum": ["x", "y"]}), record(a={"const": "x"}), True),
        (record(a={"const": "x"}), record(a={"enum": ["x", "y"]}), False),
        (record(a={"anyOf": [STRING, {"type": "number"}]}), record(a=STRING), True),
        (record(a=STRING), record(a={"anyOf": [STRING, {"type": "number"}]}), False),
        (record(a=STRING), record(a=STRING, id=STRING), True),
        (
            {**record(a=STRING), "additionalProperties": False},
            record(a=STRING, id=STRING),
            False,
        ),
    ],
)
def test_a_model_is_accepted_if_its_values_fit(
    sent: JsonObject, received: JsonObject, fits: bool
) -> None:
    expected = {"AInput": ["AOutput"]} if fits else {}
    assert accepted(AInput=sent, AOutput=received) == expected


def test_records_inside_of_a_pair_are_accepted() -> None:
    sub: JsonObject = record(x=STRING)
    assert accepted(
        AInput=record(sub=sub, many={"type": "array", "items": ref("B")}),
        AOutput=record(sub={**sub, "required": ["x"]}, many={"items": ref("C")}),
        B=record(y=STRING),
        C=record("y", y=STRING),
    ) == {
        "AInput": ["AOutput"],
        "AInput sub": ["AOutput sub"],
        "B": ["C"],
    }


def test_recursive_schemas_are_compared() -> None:
    assert accepted(
        AInput=record(a=STRING, next=ref("AInput")),
        AOutput=record(a=STRING, next=ref("AOutput")),
        BInput=record(next=ref("BInput"), b=STRING),
        BOutput=record(next=ref("BOutput"), b={"type": "integer"}),
    ) == {"AInput": ["AOutput"]}


def test_members_of_unions_are_compared() -> None:
    def cat(kind: str) -> JsonObject:
        return record("kind", kind={"const": kind}, lives={"type": "integer"})

    pets = accepted(
        PetInput={"oneOf": [ref("CatInput"), ref("DogInput")]},
        PetOutput={"oneOf": [ref("CatOutput"), ref("DogOutput")]},
        CatInput=cat("cat"),
        CatOutput={**cat("cat"), "required": ["kind", "lives"]},
        DogInput=cat("dog"),
        DogOutput=cat("dog"),
    )
    assert pets == {"CatInput": ["CatOutput"], "DogInput": ["DogOutput"]}
