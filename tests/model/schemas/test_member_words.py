"""Name words of inline union members."""

from __future__ import annotations

from sdksmith.model.types import Record

from tests.model.documents import PET, build_schemas, ref


def test_names_of_members_contain_what_distinguishes_them() -> None:
    api = build_schemas(
        {
            "Pet": PET,
            "Owner": {
                "properties": {
                    "it": {
                        "oneOf": [
                            {"properties": {"type": {"const": "cat"}}},
                            {"properties": {"type": {"const": "dog"}}},
                            {"title": "Big fish", "properties": {"depth": {}}},
                        ]
                    },
                    "both": {
                        "properties": {"since": {}},
                        "oneOf": [
                            ref("Pet"),
                            {"type": "object", "properties": {"x": {}}},
                        ],
                    },
                }
            },
        }
    )
    contexts = [
        item.meta.context
        for item in api.types
        if isinstance(item, Record) and item.meta.name is None
    ]
    assert contexts == [
        ("Owner", "it", "cat"),
        ("Owner", "it", "dog"),
        ("Owner", "it", "Big fish"),
        ("Owner", "both", "Pet"),
        ("Owner", "both", "with", "x"),
    ]
