"""Diagnostics about media types whose objects have no types."""

from __future__ import annotations

from msgspec.structs import replace
from sdksmith.model.api import Content, Response
from sdksmith.plan.content.undecoded import find_undecoded

from tests.plan.builder import ApiBuilder, whole_body


def test_objects_that_are_strings_or_bytes_are_reported_once_per_media_type() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    for path in ("/a", "/b"):
        item = builder.operation(
            "POST",
            path,
            responses=(Response("200", (Content("application/xml", pet),)),),
        )
        body = whole_body(pet, "application/cbor")
        builder.operations[-1] = replace(item, body=body)
    assert [message for message, _ in find_undecoded(builder.build())] == [
        "objects in application/cbor are passed as bytes or files in 2 operations",
        "objects in application/xml are returned as str in 2 operations",
    ]


def test_json_and_strings_are_not_reported() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    contents = (
        Content("application/xml", pet),
        Content("application/json", pet),
        Content("text/plain", builder.scalar()),
    )
    builder.operation("GET", "/a", responses=(Response("200", contents),))
    builder.operation("GET", "/b", responses=(Response("200", contents[2:]),))
    assert not list(find_undecoded(builder.build()))
