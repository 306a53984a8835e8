"""Names that depend on the response of an operation."""

from __future__ import annotations

from tests.plan.builder import ApiBuilder
from tests.plan.naming.calls import calls_of


def test_response_schema_distinguishes_list_and_retrieve() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    texts = builder.list_of(text)
    responses = {
        "/inbox": builder.record(None, items=texts, total=text),
        "/outbox": texts,
        "/profile": builder.record(None, name=text, roles=texts),
        "/limits": builder.record(None, calls=text),
        "/events": builder.record(None, events=texts, errors=texts),
        # HAL
        "/moves": builder.record(
            None, _embedded=builder.record(None, moves=texts), total=text
        ),
    }
    for path, response in responses.items():
        builder.operation("GET", path, response=response)
    builder.operation("GET", "/archive", query=["page"])
    assert set(calls_of(builder.build()).values()) == {
        "inbox.list",
        "outbox.list",
        "profile.retrieve",
        "limits.retrieve",
        "events.list",
        "moves.list",
        "archive.list",
    }
