"""Webhooks and callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.api import Place
from sdksmith.model.types import Record

from tests.model.documents import (
    OK,
    build,
    build_operation,
    only_operation,
    openapi30,
    openapi31,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

BODY: JsonObject = {
    "content": {
        "application/json": {
            "schema": {"type": "object", "properties": {"id": {"type": "string"}}}
        }
    }
}


def test_webhook_is_read() -> None:
    request: JsonObject = {
        "operationId": "onBorn",
        "summary": "A pet is born.",
        "deprecated": True,
        "tags": ["births"],
        "parameters": [{"name": "X-Event", "in": "header", "schema": {"const": "b"}}],
        "requestBody": BODY,
        "responses": OK,
    }
    built = build(openapi31(webhooks={"pet.born": {"post": request, "x-no": {}}}))
    (webhook,) = built.api.webhooks
    assert (webhook.name, webhook.method, webhook.id) == ("pet.born", "POST", "onBorn")
    assert (webhook.summary, webhook.tags) == ("A pet is born.", ("births",))
    assert webhook.deprecated
    assert [(item.name, item.place) for item in webhook.parameters] == [
        ("X-Event", Place.HEADER)
    ]
    assert webhook.body is not None
    (type_id,) = [content.type for content in webhook.body.contents]
    assert type_id is not None
    payload = built.api.types[type_id]
    assert isinstance(payload, Record)
    assert payload.meta.context == ("onBorn", "payload")
    # Undescribed responses to webhooks have no content, unlike those of the API.
    assert [item.contents for item in webhook.responses] == [()]
    assert built.diagnostics == ()
    assert built.api.operations_total == 0


def test_x_webhooks_of_older_documents_are_read() -> None:
    nullable: JsonObject = {"type": "string", "nullable": True}
    content: JsonObject = {"application/json": {"schema": nullable}}
    item: JsonObject = {"post": {"requestBody": {"content": content}, "responses": OK}}
    for name in ("x-webhooks", "webhooks"):
        keys: JsonObject = {name: {"born": item}}
        api = build(openapi30(**keys)).api
        (webhook,) = api.webhooks
        assert webhook.body is not None
        assert webhook.body.contents[0].nullable
    # The key of the specification takes precedence.
    keys = {"x-webhooks": {"old": item}, "webhooks": {"new": item}}
    api = build(openapi31(**keys)).api
    assert [webhook.name for webhook in api.webhooks] == ["new"]


def test_webhook_references_are_resolved() -> None:
    items: JsonObject = {"born": {"post": {"requestBody": BODY, "responses": OK}}}
    api = build(
        openapi31(
            webhooks={"a": {"$ref": "#/components/pathItems/born"}, "b": {"$ref": "#/x"}},
            components={"pathItems": items},
        )
    ).api  # fmt: skip
    assert [(item.name, item.pointer) for item in api.webhooks] == [
        ("a", "/components/pathItems/born/post")
    ]


def test_callbacks_are_read_with_their_operation() -> None:
    callback: JsonObject = {"{$request.query.url}": {"post": {"requestBody": BODY}}}
    operation: JsonObject = {
        "operationId": "addPet",
        "callbacks": {
            "done": {"$ref": "#/components/callbacks/done"},
            "failed": callback,
            "gone": {"$ref": "#/components/callbacks/gone"},
        },
        "responses": OK,
    }
    components: JsonObject = {"callbacks": {"done": callback}}
    api = build_operation(operation, components=components)
    done, failed = only_operation(api).callbacks
    assert (done.name, done.url, done.method) == (
        "done",
        "{$request.query.url}",
        "POST",
    )
    assert done.pointer == "/components/callbacks/done/{$request.query.url}/post"
    contexts: list[tuple[str, ...]] = []
    for item in (done, failed):
        assert item.body is not None
        (content,) = item.body.contents
        assert content.type is not None
        contexts.append(api.types[content.type].meta.context)
    assert contexts == [("done", "payload"), ("addPet", "failed", "payload")]
