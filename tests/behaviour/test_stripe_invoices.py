"""The checked-in client of the seed document against a live server on loopback."""

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

from .stub_server import Plan, Script, Seen, decoded, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "specs" / "stripe-invoices" / "spec.yaml"
SOURCE = ROOT / "generated" / "stripe-invoices" / "src"


def read_paths() -> dict[str, Any]:
    """Return the repaired seed document as the server reads it."""
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
def origin_and_script() -> Iterator[tuple[str, Script]]:
    with serve(read_paths(), "/v1") as served:
        yield served


@pytest.fixture
def script(origin_and_script: tuple[str, Script]) -> Script:
    script = origin_and_script[1]
    script.answer(Plan())
    return script


@pytest.fixture
def client(package: ModuleType, origin_and_script: tuple[str, Script]) -> Iterator[Any]:
    base_url = origin_and_script[0] + "/v1"
    with package.Client(api_key="sk_test", base_url=base_url) as made:
        yield made


@dataclass(frozen=True)
class Call:
    """A call, and what must come over the wire for it."""

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

    def check(self, seen: Seen) -> None:
        """Assert that the request is the one that must be sent."""
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
def test_sync_call(client: Any, script: Script, call: Call) -> None:
    script.answer(Plan(body=b'{"id": "x", "amount": 1.5}'))
    answer = call.of(client)(*call.arguments, **call.keywords)
    assert answer == {"id": "x", "amount": 1.5}
    call.check(script.only)


@pytest.mark.parametrize("call", CALLS, ids=IDS)
def test_async_call(
    package: ModuleType,
    origin_and_script: tuple[str, Script],
    script: Script,
    call: Call,
) -> None:
    async def run() -> Any:
        base_url = origin_and_script[0] + "/v1"
        async with package.AsyncClient(api_key="sk_test", base_url=base_url) as client:
            return await call.of(client)(*call.arguments, **call.keywords)

    assert asyncio.run(run()) == {}
    call.check(script.only)


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
def test_error_status(
    package: ModuleType, client: Any, script: Script, status: int, name: str
) -> None:
    body = {"code": 96, "message": "the signature is wrong"}
    headers = (("Content-Type", "application/json"), ("Request-Id", "req_7"))
    script.answer(Plan(status, json.dumps(body).encode(), headers))
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


def test_temporary_failure_is_retried(client: Any, script: Script) -> None:
    wait = (("Content-Type", "application/json"), ("Retry-After-Ms", "1"))
    script.answer(Plan(503, headers=wait), Plan(fault="reset"), Plan(body=b"[1]"))
    assert client.invoices.list() == [1]
    assert len(script.seen) == 3


def test_post_is_not_repeated_when_it_may_have_been_done(
    package: ModuleType, client: Any, script: Script
) -> None:
    script.answer(Plan(fault="reset"))
    with pytest.raises(package.APIConnectionError):
        client.invoices.pay("in_1")
    assert len(script.seen) == 1


def test_drop_in_the_middle_of_a_body(
    package: ModuleType, client: Any, script: Script
) -> None:
    script.answer(Plan(body=b'{"id": "' + b"x" * 4000 + b'"}', fault="cut"))
    with pytest.raises(package.APIConnectionError):
        client.with_options(max_retries=0).invoices.list()


def test_timeout(package: ModuleType, client: Any, script: Script) -> None:
    script.answer(Plan(fault="stall"))
    script.released = threading.Event()
    try:
        with pytest.raises(package.APITimeoutError):
            client.invoices.list(options={"timeout": 0.2, "max_retries": 0})
    finally:
        script.released.set()


@pytest.mark.parametrize("body", [b'{"id": ', b"<html>gateway</html>", b"\xff\xfe{"])
def test_wrong_json(
    package: ModuleType, client: Any, script: Script, body: bytes
) -> None:
    script.answer(Plan(body=body))
    with pytest.raises(package.APIDecodeError) as caught:
        client.invoices.list()
    assert caught.value.status_code == 200


def test_empty_answer(client: Any, script: Script) -> None:
    script.answer(Plan(204, b"", ()))
    assert client.invoiceitems.delete("ii_1") is None


def test_with_response(client: Any, script: Script) -> None:
    headers = (("Content-Type", "application/json"), ("Request-Id", "req_8"))
    script.answer(Plan(body=b'{"id": "in_1"}', headers=headers))
    reply = client.with_response(client.invoices.retrieve)("in_1")
    assert reply.data == {"id": "in_1"}
    assert (reply.status_code, reply.request_id) == (200, "req_8")
    assert reply.http.headers["request-id"] == "req_8"


def test_missing_credential_is_named_before_anything_is_sent(
    package: ModuleType,
    origin_and_script: tuple[str, Script],
    script: Script,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("STRIPE_API_KEY", raising=False)
    with package.Client(base_url=origin_and_script[0] + "/v1") as client:
        with pytest.raises(package.SDKError, match=r"(?s)api_key.*STRIPE_API_KEY"):
            client.invoices.list()
        monkeypatch.setenv("STRIPE_API_KEY", "sk_env")
    with package.Client(base_url=origin_and_script[0] + "/v1") as client:
        client.invoices.list()
    assert script.only.headers["authorization"] == "Bearer sk_env"


def test_credentials_do_not_travel_over_plain_http(package: ModuleType) -> None:
    with (
        package.Client(api_key="sk_test", base_url="http://api.example.test") as client,
        pytest.raises(package.SDKError, match="http://"),
    ):
        client.invoices.list()
