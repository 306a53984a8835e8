"""Clients of documents with headers and media types that no HTTP library sends.

h11, which httpx2 uses, judges the requests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import h11
import httpx2
import pytest

from tests.suites.package import import_package, make_package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

Document = dict[str, Any]

HEADERS = (
    *(
        "X-Name: ",
        " X-Other",
        "X\r\nEvil: 1",
        "X-\u00fc",
        "X Name",
        "\x00",
        "Content-Length",
    ),
    *("Transfer-Encoding", "Host", "Connection", "Upgrade", "TE", "Trailer"),
)
MEDIA_TYPES = (
    *(
        "json",
        "application / json",
        "application/json\r\nX-Evil: 1",
        "none",
        "\x00/\x00",
    ),
    *(
        "application/j\u00e9son",
        "a" * 300 + "/b",
        "application/json; charset",
        "*",
        "*/*",
    ),
    *("multipart/form-data; boundary=abc", 'multipart/form-data; boundary="a\r\nb"'),
    *("image/*", "application/x-www-form-urlencoded; \u2028", "acme/v1/json", "text"),
)
SERVERS = (
    "http://[::1",
    "https://a]b/",
    "https://a.b:port",
    "mailto:a@b.c",
    "https://",
)


class H11Transport(httpx2.BaseTransport):
    """Transport that serialises requests with h11, and parses them again."""

    def __init__(self) -> None:
        self.requests: list[h11.Request] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return an empty JSON object if h11 accepts the request."""
        client, server = h11.Connection(h11.CLIENT), h11.Connection(h11.SERVER)
        head = h11.Request(
            method=request.method,
            target=request.url.raw_path,
            headers=request.headers.raw,
        )
        body = b"".join(cast("Iterator[bytes]", request.stream))
        for event in (head, h11.Data(body), h11.EndOfMessage()):
            server.receive_data(client.send(event) or b"")
        received = server.next_event()
        assert isinstance(received, h11.Request)
        self.requests.append(received)
        return httpx2.Response(200, json={})


def hostile_document() -> Document:
    """Return a document with one resource for each trait."""
    answer: Document = {"200": {"description": "OK"}}
    schema: Document = {"type": "object", "properties": {"f": {"type": "string"}}}
    text: Document = {"type": "string"}
    paths: Document = {}
    for index, name in enumerate(HEADERS):
        parameter = {"name": name, "in": "header", "required": True, "schema": text}
        security: list[Document] = [{f"key{index}": []}]
        paths[f"/headers{index}"] = {
            "get": {
                "parameters": [parameter],
                "security": security,
                "responses": answer,
            }
        }
    for index, name in enumerate(MEDIA_TYPES):
        content = {name: {"schema": schema}}
        encoded = {"schema": schema, "encoding": {"f": {"contentType": name}}}
        found = {"200": {"description": "OK", "content": content}}
        form = {"content": {"multipart/form-data": encoded}}
        paths[f"/bodies{index}"] = {
            "post": {"requestBody": {"content": content}, "responses": found}
        }
        paths[f"/forms{index}"] = {"post": {"requestBody": form, "responses": answer}}
    for index, url in enumerate(SERVERS):
        paths[f"/servers{index}"] = {
            "get": {"servers": [{"url": url}], "responses": answer}
        }
    values = [
        {
            "name": "X-A",
            "in": "header",
            "required": True,
            "schema": {**text, "const": "a\r\nb"},
        }
    ]
    paths["/value"] = {"get": {"parameters": values, "responses": answer}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Unsendable\r\nX: 1", "version": "1\r\n"},
        "servers": [{"url": url} for url in (*SERVERS, "https://api.example.com")],
        "paths": paths,
        "components": {
            "securitySchemes": {
                f"key{index}": {"type": "apiKey", "in": "header", "name": name}
                for index, name in enumerate(HEADERS)
            }
        },
    }


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("unsendable")
    return import_package(make_package(hostile_document(), folder))


@pytest.fixture
def transport() -> H11Transport:
    return H11Transport()


@pytest.fixture
def client(package: ModuleType, transport: H11Transport) -> Any:
    http = httpx2.Client(transport=transport)
    return package.Client(key0="secret", key1="secret", http_client=http)


def sent_headers(transport: H11Transport) -> dict[str, str]:
    (request,) = transport.requests
    return {name.decode(): value.decode() for name, value in request.headers}


@pytest.mark.parametrize("index", range(len(HEADERS)))
def test_operations_with_unsendable_headers_can_be_called(
    client: Any, transport: H11Transport, index: int
) -> None:
    names = {0: {"x_name": "a"}, 1: {"x_other": "a"}}
    getattr(client, f"headers{index}").retrieve(**names.get(index, {}))
    headers = sent_headers(transport)
    assert headers["host"] == "api.example.com"
    assert "evil" not in headers
    if index == 0:
        assert headers["x-name"] == "a"


@pytest.mark.parametrize("index", range(len(MEDIA_TYPES)))
def test_bodies_in_unsendable_media_types_are_sent(
    client: Any, transport: H11Transport, index: int
) -> None:
    resource = getattr(client, f"bodies{index}")
    (name,) = (
        name for name in ("create", "retrieve", "upload") if hasattr(resource, name)
    )
    has_fields = "f" in getattr(resource, name).__annotations__
    getattr(resource, name)(**({"f": "x"} if has_fields else {"body": b"x"}))
    headers = sent_headers(transport)
    assert "x-evil" not in headers
    assert headers["content-type"].count("boundary=") <= 1
    assert "*" not in headers["content-type"]


@pytest.mark.parametrize("index", range(len(MEDIA_TYPES)))
def test_parts_in_unsendable_media_types_are_sent(
    client: Any, transport: H11Transport, index: int
) -> None:
    getattr(client, f"forms{index}").create(f="x")
    assert sent_headers(transport)["content-type"].startswith("multipart/form-data; ")


@pytest.mark.parametrize("index", range(len(SERVERS)))
def test_invalid_servers_are_replaced_by_those_of_the_document(
    client: Any, transport: H11Transport, index: int
) -> None:
    getattr(client, f"servers{index}").retrieve()
    assert sent_headers(transport)["host"] == "api.example.com"


def test_constants_that_cannot_be_sent_become_arguments(
    client: Any, transport: H11Transport
) -> None:
    client.value.retrieve(x_a="ok")
    assert sent_headers(transport)["x-a"] == "ok"
