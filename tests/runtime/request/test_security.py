"""Collection and choice of credentials."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from runtime import ANY, InsecureTransportError, MissingCredentialError, Operation, omit
from runtime.request.security import collect_credentials
from runtime.request.settings import Arguments

from ..mock_server import KINDS, Kind, MockServer, query_of
from ..secured_api import OPERATION, SCHEMES, make_service, send


def test_all_schemes_of_an_alternative_are_sent() -> None:
    request = send(make_service(("header", "query")), {"header": "h", "query": "q"})
    assert request.headers["x-key"] == "h"
    assert query_of(request) == [("api_key", "q")]


def test_the_first_complete_alternative_is_sent() -> None:
    service = make_service(("header", "query"), ("bearer",), ("cookie",))
    request = send(service, {"header": "h", "bearer": "b", "cookie": "c"})
    assert request.headers["authorization"] == "Bearer b"
    assert "x-key" not in request.headers
    assert "cookie" not in request.headers


@pytest.mark.parametrize("alternatives", [(), ((),), ((), ("bearer",))])
def test_no_credential_is_required_by_an_empty_alternative(
    alternatives: tuple[tuple[str, ...], ...],
) -> None:
    assert "authorization" not in send(make_service(*alternatives), {}).headers


def test_optional_credentials_are_sent_if_given() -> None:
    request = send(make_service((), ("bearer",)), {"bearer": "b"})
    assert request.headers["authorization"] == "Bearer b"


def test_the_security_of_an_operation_overrides_the_default() -> None:
    service = make_service(("bearer",))
    open_operation: Operation[Any] = Operation("GET", "/open", returns=ANY, security=())
    keyed: Operation[Any] = Operation("GET", "/k", returns=ANY, security=(("header",),))
    credentials = {"bearer": "b", "header": "h"}
    assert "authorization" not in send(service, credentials, open_operation).headers
    request = send(service, credentials, keyed)
    assert "authorization" not in request.headers
    assert request.headers["x-key"] == "h"


def test_mutual_tls_requires_no_credential() -> None:
    assert send(make_service(("mutual",)), {}).headers.get("authorization") is None
    request = send(make_service(("mutual", "bearer")), {"bearer": "b"})
    assert request.headers["authorization"] == "Bearer b"


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_credential_is_reported_before_a_request_is_sent(kind: Kind) -> None:
    server = MockServer()
    service = make_service(("bearer",), ("header", "query", "mutual"), ("basic",))
    with pytest.raises(MissingCredentialError) as caught:
        server.call(kind, OPERATION, service=service)
    assert str(caught.value) == (
        "GET /things requires a credential: pass token to the client (or set "
        "SAMPLE_TOKEN), or pass header_key to the client and pass query_key to the "
        "client, or pass username and password to the client (or set SAMPLE_USER and "
        "SAMPLE_PASSWORD)."
    )
    assert server.requests == []


def test_credentials_are_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAMPLE_TOKEN", "from-env")
    monkeypatch.setenv("SAMPLE_PASSWORD", "env-pw")
    assert collect_credentials(SCHEMES, {}) == {"bearer": ("from-env",)}
    assert collect_credentials(SCHEMES, {"bearer": "given", "basic": ("me", None)}) == {
        "bearer": ("given",),
        "basic": ("me", "env-pw"),
    }


def test_empty_strings_are_missing_credentials() -> None:
    arguments: dict[str, Any] = {"bearer": "", "basic": ("key", ""), "cookie": None}
    # Some APIs expect a key as the user name and an empty password.
    assert collect_credentials(SCHEMES, arguments) == {"basic": ("key", "")}
    assert collect_credentials(SCHEMES, {"basic": ("", "x")}) == {}
    assert collect_credentials(SCHEMES, {"basic": "alone"}) == {}


@pytest.mark.parametrize(
    ("scheme", "arguments"),
    [
        ("bearer", {"options": {"headers": {"authorization": "Own x"}}}),
        ("bearer", {"client": {"headers": {"Authorization": "Own x"}}}),
        ("bearer", {"headers": {"Authorization": "Own x"}}),
        ("query", {"options": {"query": {"api_key": "own"}}}),
        ("cookie", {"cookies": {"sid": "own"}}),
    ],
)
def test_credentials_that_the_caller_sets_are_not_replaced(
    scheme: str, arguments: dict[str, Any]
) -> None:
    # It is not required if missing, and not added if configured.
    for credentials in ({}, {scheme: "configured"}):
        request = send(make_service((scheme,)), credentials, **arguments)
        sent = f"{request.url} {request.headers.multi_items()}"
        assert "configured" not in sent
        assert "wn" in sent


def test_authentication_of_the_http_client_is_used() -> None:
    server = MockServer()
    http = httpx2.Client(transport=server.transport, auth=("me", "pw"))
    server.call(
        "sync",
        OPERATION,
        service=make_service(("bearer",)),
        client={"http_client": http},
    )
    assert server.only_request.headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "arguments",
    [
        {"client": {"credentials": {"bearer": "b"}}},
        {"options": {"headers": {"Authorization": "Own x"}}},
    ],
)
def test_credentials_over_plain_http_are_rejected(
    kind: Kind, arguments: dict[str, Any]
) -> None:
    server = MockServer()
    service = make_service(("bearer",), base_url="http://api.example.com")
    with pytest.raises(InsecureTransportError, match="allow_insecure_http=True"):
        server.call(kind, OPERATION, service=service, **arguments)
    assert server.requests == []
    client = {**arguments.get("client", {}), "allow_insecure_http": True}
    server.call(kind, OPERATION, service=service, **{**arguments, "client": client})
    assert len(server.requests) == 1


def test_a_password_in_the_url_over_plain_http_is_rejected() -> None:
    with pytest.raises(InsecureTransportError) as caught:
        send(make_service(base_url="http://me:secret@api.example.com"), {})
    assert "secret" not in str(caught.value)
    request = send(make_service(base_url="https://me:secret@api.example.com"), {})
    assert request.headers["authorization"].startswith("Basic ")


def test_plain_http_is_allowed_to_localhost_or_without_credentials() -> None:
    send(make_service(("bearer",), base_url="http://localhost:1"), {"bearer": "b"})
    send(make_service(base_url="http://api.example.com"), {})


def test_reprs_contain_no_secrets() -> None:
    server = MockServer()
    credentials = {
        "bearer": "sk-secret",
        "query": "sk-secret",
        "basic": ("u", "sk-secret"),
    }
    client = server.client(
        make_service(("query",)),
        credentials=credentials,
        base_url="https://u:sk-secret@h/v1",
    )
    client.request(OPERATION)
    inside = [vars(client)[name] for name in ("_settings", "_builder", "_service")]
    request = inside[1].build(OPERATION, Arguments({}, {}, {}, {}, omit), {})
    assert "sk-secret" in request.url
    entry = SCHEMES["query"].entry(("sk-secret",))
    assert "sk-secret" not in repr([client, *inside, request, entry])
