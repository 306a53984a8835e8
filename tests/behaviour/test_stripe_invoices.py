"""The client of `specs/stripe-invoices` against a stub server."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sdksmith import repair_document

from .stub_server import ReceivedRequest, StubResponse, StubServer, decoded, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "specs" / "stripe-invoices" / "spec.yaml"
SOURCE = ROOT / "generated" / "stripe-invoices" / "src"


def read_paths() -> dict[str, Any]:
    """Return the repaired document."""
    root: dict[str, Any] = {**repair_document(SPEC).root}
    return root


@pytest.fixture(scope="module")
def package() -> Iterator[ModuleType]:
    sys.path.insert(0, str(SOURCE))
    try:
        import stripe_invoices

        yield stripe_invoices
    finally:
        sys.path.remove(str(SOURCE))


@pytest.fixture(scope="module")
def origin_and_stub() -> Iterator[tuple[str, StubServer]]:
    with serve(read_paths(), "/v1") as served:
        yield served


@pytest.fixture
def stub(origin_and_stub: tuple[str, StubServer]) -> StubServer:
    stub = origin_and_stub[1]
    stub.respond_with(StubResponse())
    return stub


@pytest.fixture
def client(
    package: ModuleType, origin_and_stub: tuple[str, StubServer]
) -> Iterator[Any]:
    base_url = origin_and_stub[0] + "/v1"
    with package.Client(api_key="sk_test", base_url=base_url) as made:
        yield made


@dataclass(frozen=True)
class Call:
    """Call, and the request that it must send."""

    chain: str
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    method: str
    path: str
    query: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    body: Any = None

    def of(self, client: Any) -> Callable[..., Any]:
        """Return the bound method."""
        target: Any = client
        for name in self.chain.split("."):
            target = getattr(target, name)
        bound: Callable[..., Any] = target
        return bound

    def check(self, seen: ReceivedRequest) -> None:
        """Assert that the request is the expected one."""
        assert seen.method == self.method
        assert decoded(seen.path) == self.path
        assert seen.query == self.query
        assert seen.headers["authorization"] == "Bearer sk_test"
        assert (seen.json() if seen.body else None) == self.body


CALLS = [
    Call(
        "invoices.list",
        (),
        {"customer": "cus_1", "limit": 3, "expand": ["data.charge", "total"]},
        "GET",
        "/v1/invoices",
        [
            ("customer", "cus_1"),
            ("expand", "data.charge"),
            ("expand", "total"),
            ("limit", "3"),
        ],
    ),
    Call(
        "invoices.create",
        (),
        {"body": {"customer": "cus_1", "tax": None}},
        "POST",
        "/v1/invoices",
        body={"customer": "cus_1", "tax": None},
    ),
    Call(
        "invoices.upcoming",
        (),
        {"customer": "cus 1&2", "subscription_prorate": True},
        "GET",
        "/v1/invoices/upcoming",
        [("customer", "cus 1&2"), ("subscription_prorate", "true")],
    ),
    Call(
        "invoices.retrieve",
        ("in_1/é?#",),
        {},
        "GET",
        "/v1/invoices/in_1/é?#",
    ),
    Call(
        "invoices.update",
        ("in_1",),
        {"body": {"closed": True}},
        "POST",
        "/v1/invoices/in_1",
        body={"closed": True},
    ),
    Call("invoices.pay", ("in_1",), {}, "POST", "/v1/invoices/in_1/pay"),
    Call(
        "invoices.lines.list",
        ("in_1",),
        {"limit": 10, "subscription_tax_percent": 7.5},
        "GET",
        "/v1/invoices/in_1/lines",
        [("limit", "10"), ("subscription_tax_percent", "7.5")],
    ),
    Call(
        "invoiceitems.list",
        (),
        {"created": 1, "starting_after": "ii_9"},
        "GET",
        "/v1/invoiceitems",
        [("created", "1"), ("starting_after", "ii_9")],
    ),
    Call(
        "invoiceitems.create",
        (),
        {"body": {"amount": 5}},
        "POST",
        "/v1/invoiceitems",
        body={"amount": 5},
    ),
    Call("invoiceitems.retrieve", ("ii_1",), {}, "GET", "/v1/invoiceitems/ii_1"),
    Call(
        "invoiceitems.update",
        ("ii_1",),
        {"body": {"description": "ü"}},
        "POST",
        "/v1/invoiceitems/ii_1",
        body={"description": "ü"},
    ),
    Call("invoiceitems.delete", ("ii_1",), {}, "DELETE", "/v1/invoiceitems/ii_1"),
]
IDS = [call.chain for call in CALLS]


@pytest.mark.parametrize("call", CALLS, ids=IDS)
def test_sync_calls_send_the_expected_request(
    client: Any, stub: StubServer, call: Call
) -> None:
    stub.respond_with(StubResponse(body=b'{"id": "x", "amount": 1.5}'))
    result = call.of(client)(*call.arguments, **call.keywords)
    # Lists return a page, whose `data` is the response.
    assert getattr(result, "data", result) == {"id": "x", "amount": 1.5}
    call.check(stub.only)


@pytest.mark.parametrize("call", CALLS, ids=IDS)
def test_async_calls_send_the_expected_request(
    package: ModuleType,
    origin_and_stub: tuple[str, StubServer],
    stub: StubServer,
    call: Call,
) -> None:
    async def run() -> Any:
        base_url = origin_and_stub[0] + "/v1"
        async with package.AsyncClient(api_key="sk_test", base_url=base_url) as client:
            return await call.of(client)(*call.arguments, **call.keywords)

    result = asyncio.run(run())
    assert getattr(result, "data", result) == {}
    call.check(stub.only)


def test_lists_are_read_page_by_page(client: Any, stub: StubServer) -> None:
    stub.respond_with(
        StubResponse(body=b'{"data": [{"id": "in_1"}], "has_more": true}'),
        StubResponse(body=b'{"data": [{"id": "in_2"}], "has_more": false}'),
    )
    found = [invoice["id"] for invoice in client.invoices.list(limit=1)]
    assert found == ["in_1", "in_2"]
    first, second = stub.seen
    assert first.target == "/v1/invoices?limit=1"
    assert second.target == "/v1/invoices?limit=1&starting_after=in_1"


def test_every_operation_is_called() -> None:
    there = sum(
        method in {"get", "put", "post", "delete", "patch"}
        for item in read_paths()["paths"].values()
        for method in item
    )
    assert len({call.chain for call in CALLS}) == len(CALLS) == there == 12


ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    402: "APIStatusError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "ServerError",
    502: "ServerError",
    503: "ServerError",
    504: "ServerError",
    599: "ServerError",
}


@pytest.mark.parametrize(("status", "name"), sorted(ERRORS.items()))
def test_error_status_raises(
    package: ModuleType, client: Any, stub: StubServer, status: int, name: str
) -> None:
    body = {"code": 96, "message": "the signature is wrong"}
    headers = (("Content-Type", "application/json"), ("Request-Id", "req_7"))
    stub.respond_with(StubResponse(status, json.dumps(body).encode(), headers))
    with pytest.raises(package.APIStatusError) as caught:
        client.with_options(max_retries=0).invoices.retrieve("in_1")
    error = caught.value
    assert type(error).__name__ == name
    assert error.status_code == status
    assert error.request_id == "req_7"
    assert error.body == body
    assert error.code == package.ErrorCode.INVALID_SIGNATURE
    assert "the signature is wrong" in str(error)
    assert "sk_test" not in str(error) + repr(error)


def test_temporary_failure_is_retried(client: Any, stub: StubServer) -> None:
    wait = (("Content-Type", "application/json"), ("Retry-After-Ms", "1"))
    stub.respond_with(
        StubResponse(503, headers=wait),
        StubResponse(fault="reset"),
        StubResponse(body=b"[1]"),
    )
    assert client.invoices.retrieve("in_1") == [1]
    assert len(stub.seen) == 3


def test_post_is_not_retried_if_it_may_have_been_processed(
    package: ModuleType, client: Any, stub: StubServer
) -> None:
    stub.respond_with(StubResponse(fault="reset"))
    with pytest.raises(package.APIConnectionError):
        client.invoices.pay("in_1")
    assert len(stub.seen) == 1


def test_disconnect_during_a_body_raises(
    package: ModuleType, client: Any, stub: StubServer
) -> None:
    stub.respond_with(StubResponse(body=b'{"id": "' + b"x" * 4000 + b'"}', fault="cut"))
    with pytest.raises(package.APIConnectionError):
        client.with_options(max_retries=0).invoices.list()


def test_timeout_raises(package: ModuleType, client: Any, stub: StubServer) -> None:
    stub.respond_with(StubResponse(fault="stall"))
    stub.released = threading.Event()
    try:
        with pytest.raises(package.APITimeoutError):
            client.invoices.list(options={"timeout": 0.2, "max_retries": 0})
    finally:
        stub.released.set()


@pytest.mark.parametrize("body", [b'{"id": ', b"<html>gateway</html>", b"\xff\xfe{"])
def test_invalid_json_raises(
    package: ModuleType, client: Any, stub: StubServer, body: bytes
) -> None:
    stub.respond_with(StubResponse(body=body))
    with pytest.raises(package.APIDecodeError) as caught:
        client.invoices.list()
    assert caught.value.status_code == 200


def test_empty_response_is_decoded(client: Any, stub: StubServer) -> None:
    stub.respond_with(StubResponse(204, b"", ()))
    assert client.invoiceitems.delete("ii_1") is None


def test_with_response_returns_headers(client: Any, stub: StubServer) -> None:
    headers = (("Content-Type", "application/json"), ("Request-Id", "req_8"))
    stub.respond_with(StubResponse(body=b'{"id": "in_1"}', headers=headers))
    reply = client.with_response(client.invoices.retrieve)("in_1")
    assert reply.data == {"id": "in_1"}
    assert (reply.status_code, reply.request_id) == (200, "req_8")
    assert reply.http.headers["request-id"] == "req_8"


def test_missing_credential_raises_before_sending(
    package: ModuleType,
    origin_and_stub: tuple[str, StubServer],
    stub: StubServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("STRIPE_API_KEY", raising=False)
    with package.Client(base_url=origin_and_stub[0] + "/v1") as client:
        with pytest.raises(package.SDKError, match=r"(?s)api_key.*STRIPE_API_KEY"):
            client.invoices.list()
        monkeypatch.setenv("STRIPE_API_KEY", "sk_env")
    with package.Client(base_url=origin_and_stub[0] + "/v1") as client:
        client.invoices.list()
    assert stub.only.headers["authorization"] == "Bearer sk_env"


def test_credentials_are_not_sent_over_plain_http(package: ModuleType) -> None:
    with (
        package.Client(api_key="sk_test", base_url="http://api.example.test") as client,
        pytest.raises(package.SDKError, match="http://"),
    ):
        client.invoices.list()
