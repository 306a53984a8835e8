"""Webhooks, callbacks and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import Link, Place
from sdksmith.model.dump import dump_api
from sdksmith.model.types import Record

from tests.model.documents import (
    OK,
    build,
    build_operation,
    load,
    only_operation,
    openapi30,
    openapi31,
    type_of,
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


def test_a_webhook_is_a_request_that_the_api_makes() -> None:
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
    # What the reader answers is not made up, as answers of the API are.
    assert [item.contents for item in webhook.responses] == [()]
    assert built.diagnostics == ()
    assert built.api.operations_total == 0


def test_older_documents_have_another_word_for_webhooks() -> None:
    nullable: JsonObject = {"type": "string", "nullable": True}
    content: JsonObject = {"application/json": {"schema": nullable}}
    item: JsonObject = {"post": {"requestBody": {"content": content}, "responses": OK}}
    for name in ("x-webhooks", "webhooks"):
        keys: JsonObject = {name: {"born": item}}
        api = build(openapi30(**keys)).api
        (webhook,) = api.webhooks
        assert webhook.body is not None
        assert webhook.body.contents[0].nullable
    # The word of the specification wins.
    keys = {"x-webhooks": {"old": item}, "webhooks": {"new": item}}
    api = build(openapi31(**keys)).api
    assert [webhook.name for webhook in api.webhooks] == ["new"]


def test_a_webhook_may_be_elsewhere() -> None:
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


def test_callbacks_belong_to_their_operation() -> None:
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


def test_links_are_kept() -> None:
    links: JsonObject = {
        "next": {
            "operationId": "listPets",
            "parameters": {"query.page": "$response.body#/next"},
            "description": "The next page.",
        },
        "owner": {"$ref": "#/components/links/owner"},
        "missing": {"$ref": "#/components/links/missing"},
    }
    shared: JsonObject = {
        "operationRef": "#/paths/~1owners/get",
        "requestBody": {"a": 1},
        "server": {"url": "https://other.example.com"},
    }
    responses: JsonObject = {"200": {"description": "OK", "links": links}}
    components: JsonObject = {"links": {"owner": shared}}
    api = build_operation({"responses": responses}, components=components)
    following, owner = only_operation(api).responses[0].links
    assert following == Link(
        "next",
        "listPets",
        (("query.page", "$response.body#/next"),),
        description="The next page.",
    )
    assert (owner.operation, owner.body) == ("#/paths/~1owners/get", {"a": 1})
    assert owner.server is not None


def test_the_model_can_be_printed_with_all_of_it() -> None:
    webhooks: JsonObject = {"born": {"post": {"requestBody": BODY, "responses": OK}}}
    dumped = dump_api(build(openapi31(webhooks=webhooks)).api)
    listed = dumped["webhooks"]
    assert isinstance(listed, list)
    assert isinstance(listed[0], dict)
    assert (listed[0]["name"], listed[0]["method"]) == ("born", "POST")


NEWEST: JsonObject = {
    "openapi": "3.2.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://e.com", "name": "live"}],
    "tags": [
        {"name": "pets"},
        {"name": "cats", "summary": "Cats", "parent": "pets", "kind": "nav"},
    ],
    "paths": {
        "/pets": {
            "get": {
                "parameters": [
                    {
                        "name": "q",
                        "in": "querystring",
                        "content": {
                            "application/x-www-form-urlencoded": {
                                "schema": {"$ref": "#/components/schemas/Query"},
                                "encoding": {"tags": {"explode": False}},
                            }
                        },
                    },
                    {"name": "c", "in": "cookie", "style": "cookie", "schema": {}},
                ],
                "responses": {
                    "200": {
                        "summary": "Pets.",
                        "content": {
                            "application/json": {
                                "$ref": "#/components/mediaTypes/Pets"
                            },
                            "application/jsonl": {"itemSchema": {"type": "integer"}},
                            "multipart/mixed": {
                                "itemSchema": {"type": "string"},
                                "prefixEncoding": [{"contentType": "text/plain"}],
                                "itemEncoding": {
                                    "contentType": "image/png",
                                    "headers": {
                                        "X-Part": {"schema": {"type": "string"}}
                                    },
                                },
                            },
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {"Query": {"type": "object"}},
        "mediaTypes": {"Pets": {"itemSchema": {"type": "string"}}},
        "securitySchemes": {
            "login": {
                "type": "oauth2",
                "deprecated": True,
                "oauth2MetadataUrl": "https://e.com/.well-known",
                "flows": {
                    "deviceAuthorization": {
                        "deviceAuthorizationUrl": "https://e.com/device",
                        "tokenUrl": "https://e.com/token",
                        "scopes": {},
                    }
                },
            }
        },
    },
}


@pytest.fixture(name="newest", scope="module")
def newest_api() -> JsonObject:
    return dump_api(build(load(NEWEST)).api)


def test_what_3_2_says_of_servers_tags_and_schemes(newest: JsonObject) -> None:
    assert newest["servers"] == [{"url": "https://e.com", "name": "live"}]
    assert newest["tags"] == [
        {"name": "pets"},
        {"name": "cats", "summary": "Cats", "parent": "pets", "kind": "nav"},
    ]
    assert newest["security_schemes"] == [
        {
            "key": "login",
            "kind": "oauth2",
            "deprecated": True,
            "url": "https://e.com/.well-known",
            "pointer": "/components/securitySchemes/login",
            "flows": [
                {
                    "kind": "deviceAuthorization",
                    "token_url": "https://e.com/token",
                    "device_url": "https://e.com/device",
                }
            ],
        }
    ]


def test_what_3_2_says_of_parameters() -> None:
    query, cookie = only_operation(build(load(NEWEST)).api).parameters
    assert (query.place, query.media_type) == (
        Place.QUERYSTRING,
        "application/x-www-form-urlencoded",
    )
    assert [(item.property_name, item.explode) for item in query.encodings] == [
        ("tags", False)
    ]
    assert (str(cookie.style), cookie.explode) == ("cookie", True)


def test_what_3_2_says_of_contents() -> None:
    api = build(load(NEWEST)).api
    (response,) = only_operation(api).responses
    assert response.summary == "Pets."
    whole, lines, parts = response.contents
    assert whole.type is not None
    assert type_of(api, whole.type) == "[string]"
    assert lines.item is not None
    assert (lines.type, type_of(api, lines.item)) == (None, "integer")
    assert [item.content_type for item in parts.first_encodings] == ["text/plain"]
    assert parts.item_encoding is not None
    assert [item.name for item in parts.item_encoding.headers] == ["X-Part"]
