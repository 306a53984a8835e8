"""The mock API."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    APIConnectionError,
    AsyncBaseClient,
    BaseClient,
    MockAPI,
    NotFoundError,
    Operation,
    UnexpectedRequestError,
)

from .mock_server import GET, KINDS, POST, SERVICE, Kind
from .sample_models import Owner

THING: Operation[Any] = Operation("GET", "/things/{id}", returns=ANY)
NO_RETRIES: Any = {"max_retries": 0}


class API(MockAPI):
    """A mock API like those of generated packages, whose base URL has a path."""

    base_paths = ("/v1",)


def call(
    kind: Kind, api: MockAPI, operation: Operation[Any] = GET, **arguments: Any
) -> Any:
    """Make a call of a mock API."""
    if kind == "sync":
        with BaseClient(SERVICE, transport=api) as client:
            return client.request(operation, **arguments)

    async def run() -> Any:
        async with AsyncBaseClient(SERVICE, transport=api) as client:
            return await client.request(operation, **arguments)

    return asyncio.run(run())


@pytest.mark.parametrize("kind", KINDS)
def test_responses_are_found_by_method_and_path(kind: Kind) -> None:
    api = API()
    api.add_response("GET", "/things", json=[1])
    api.add_response(
        "post", "/things", status=201, json={"id": "t_1"}, headers={"X-A": "1"}
    )
    assert call(kind, api, query={"page": 2}) == [1]
    assert call(kind, api, POST, body={"name": "é"}) == {"id": "t_1"}
    read, written = api.requests
    assert (read.method, read.path, read.query) == (
        "GET",
        "/v1/things",
        (("page", "2"),),
    )
    assert written.json == {"name": "é"}
    assert written.headers["content-type"] == "application/json"
    assert api.unused == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_unexpected_request_is_an_error(kind: Kind) -> None:
    api = API()
    api.add_response("GET", "/things/{id}", query={"page": "2"})
    with pytest.raises(
        UnexpectedRequestError,
        match=r"^No response is registered for GET /v1/things\?page=2 "
        r"\(registered: GET /things/\{id\}\?page=2\)\.$",
    ):
        call(kind, api, query={"page": 2})
    with pytest.raises(AssertionError, match=r"\(registered: none\)"):
        call(kind, MockAPI())
    assert api.requests == []
    assert api.unused == ["GET /things/{id}?page=2"]


@pytest.mark.parametrize("kind", KINDS)
def test_responses_are_used_in_order_and_the_last_one_is_repeated(kind: Kind) -> None:
    api = API()
    api.add_response("GET", "/things", status=503, headers={"retry-after-ms": "0"})
    api.add_response("GET", "/things", failure=httpx2.ConnectError("refused"))
    api.add_response("GET", "/things", json=1)
    assert [call(kind, api) for _ in range(2)] == [1, 1]
    assert len(api.requests) == 4
    api.add_response("GET", "/things/x", status=404, json={"message": "No."})
    with pytest.raises(NotFoundError, match=r"No\."):
        call(kind, api, THING, path={"id": "x"})
    api.add_response("GET", "/things/y", failure=httpx2.ReadError("reset"))
    with pytest.raises(APIConnectionError):
        call(kind, api, THING, path={"id": "y"}, options=NO_RETRIES)


def test_the_most_specific_route_is_used() -> None:
    api = API()
    api.add_response("GET", "/things/{id}", json="any")
    api.add_response("GET", "/things/a/b", json="slash")
    api.add_response("GET", "/things/a", json="a")
    api.add_response("GET", "/things/a", query={"page": "2"}, json="second")

    def get(id_: str, **query: Any) -> Any:
        return call("sync", api, THING, path={"id": id_}, query=query)

    assert get("a") == "a"
    assert get("a", page=2, more=1) == "second"
    assert get("a", page=3) == "a"
    assert get("b") == "any"
    # An encoded slash does not separate segments.
    assert get("a/b") == "any"


def test_base_paths_can_be_missing_or_templated() -> None:
    api = MockAPI()
    api.add_response("GET", "/v1/things", json=1)
    assert call("sync", api) == 1

    class Templated(MockAPI):
        base_paths = ("/{tenant}/v{number}",)

    other = Templated()
    other.add_response("GET", "/things", json=2)
    url = "https://example.com/t_1/v2"
    assert call("sync", other, options={"base_url": url}) == 2
    with pytest.raises(UnexpectedRequestError):
        call("sync", other, options={"base_url": "https://example.com/t_1/x"})


def test_responses_can_have_a_model_text_or_no_body() -> None:
    api = API()
    api.add_response("GET", "/things", json=Owner(id="o_1"))
    assert call("sync", api)["id"] == "o_1"
    text: Operation[str] = Operation("GET", "/text", returns=str)
    api.add_response(
        "GET", "/text", content="é", headers={"Content-Type": "text/plain"}
    )
    assert call("sync", api, text) == "é"
    delete: Operation[None] = Operation("DELETE", "/things")
    api.add_response("DELETE", "/things", status=204)
    assert call("sync", api, delete) is None


def test_threads_can_share_a_mock_api() -> None:
    api = API()
    for number in range(200):
        api.add_response("GET", "/things", json=number)
    client = BaseClient(SERVICE, transport=api)

    def make_call(number: int) -> Any:
        return client.request(GET)

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(make_call, range(200)))
    assert sorted(results) == list(range(200))
    assert len(api.requests) == 200
