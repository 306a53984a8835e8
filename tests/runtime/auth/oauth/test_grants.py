"""Grants: token requests and their responses."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import AuthenticationError, TokenRequestError
from runtime.auth.oauth.grants import Grant, TokenFetch

from ...mock_server import KINDS, Kind, make_response
from ...token_server import (
    CLIENT_CREDENTIALS,
    THINGS,
    TOKEN_URL,
    TokenServer,
    basic_credentials_of,
    call_api,
    form_of,
    make_client,
)

USER: dict[str, Any] = {"username": "me", "password": "pw & more"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("arguments", "form", "client"),
    [
        (
            CLIENT_CREDENTIALS,
            {"grant_type": "client_credentials"},
            ("app", "sk-secret"),
        ),
        (
            {**CLIENT_CREDENTIALS, "scopes": ["read", "write"]},
            {"grant_type": "client_credentials", "scope": "read write"},
            ("app", "sk-secret"),
        ),
        (
            {**USER, "scopes": "read"},
            {"grant_type": "password", "scope": "read", **USER},
            None,
        ),
        (
            {**USER, **CLIENT_CREDENTIALS},
            {"grant_type": "password", **USER},
            ("app", "sk-secret"),
        ),
        (
            {**USER, "client_id": "app"},
            {"grant_type": "password", "client_id": "app", **USER},
            None,
        ),
        (
            {**CLIENT_CREDENTIALS, **USER, "refresh_token": "r0"},
            {"grant_type": "refresh_token", "refresh_token": "r0"},
            ("app", "sk-secret"),
        ),
    ],
)
def test_token_requests_contain_grant_and_client_credentials(
    kind: Kind,
    arguments: dict[str, Any],
    form: dict[str, str],
    client: tuple[str, str] | None,
) -> None:
    server = TokenServer(expires_in=3600)
    assert call_api(kind, server, times=2, **arguments) == [{"token": "t1"}] * 2
    (fetch,) = server.token_requests
    assert str(fetch.url) == TOKEN_URL
    assert form_of(fetch) == form
    assert basic_credentials_of(fetch) == client
    assert fetch.headers["content-type"] == "application/x-www-form-urlencoded"
    assert fetch.headers["accept"] == "application/json"
    assert server.authorizations == ["Bearer t1"] * 2


@given(st.text(min_size=1), st.text())
def test_client_id_and_secret_are_form_encoded(client_id: str, secret: str) -> None:
    grant = Grant(
        "client_credentials", TOKEN_URL, client_id=client_id, client_secret=secret
    )
    authorization = TokenFetch(grant, 0.0).request.authorization or ""
    assert authorization.isascii()
    request = httpx2.Request(
        "POST", TOKEN_URL, headers={"Authorization": authorization}
    )
    assert basic_credentials_of(request) == (client_id, secret)


def require_credentials_in_body(request: httpx2.Request) -> httpx2.Response:
    """Respond like a server that accepts client credentials only in the body."""
    if form_of(request).get("client_secret") == "sk-secret":
        return make_response(200, {"access_token": "t"})
    return make_response(401, {"error": "invalid_client"})


def test_client_credentials_stay_in_the_body_once_accepted_there() -> None:
    server = TokenServer()
    server.on_token_request = require_credentials_in_body
    client = make_client(server, **CLIENT_CREDENTIALS)
    assert client.request(THINGS) == {"token": "t"}
    assert [basic_credentials_of(x) is not None for x in server.token_requests] == [
        True,
        False,
    ]
    assert [form_of(x).get("client_id") for x in server.token_requests] == [None, "app"]
    server.revoked.add("t")
    with pytest.raises(AuthenticationError):
        client.request(THINGS)
    assert len(server.token_requests) == 3


@pytest.mark.parametrize(
    ("status", "error", "attempts"),
    [
        (401, "invalid_client", 2),
        (400, "invalid_request", 2),
        (400, "unauthorized_client", 2),
        (400, "invalid_grant", 1),
        (400, "invalid_scope", 1),
        (400, "unsupported_grant_type", 1),
        (303, "", 1),
    ],
)
def test_client_credentials_are_sent_in_the_body_if_basic_auth_fails(
    status: int, error: str, attempts: int
) -> None:
    server = TokenServer()
    server.on_token_request = lambda _: make_response(status, {"error": error})
    with pytest.raises(TokenRequestError) as caught:
        call_api("sync", server, **CLIENT_CREDENTIALS)
    assert caught.value.error == (error or None)
    assert len(server.token_requests) == attempts
    assert server.api_requests == []


def pop_response(
    queue: Iterator[httpx2.Response], _: httpx2.Request
) -> httpx2.Response:
    return next(queue)


def test_the_error_invalid_client_is_raised_if_both_attempts_fail() -> None:
    responses = [
        make_response(400, {"error": "invalid_request"}),
        make_response(401, {"error": "invalid_client"}),
    ]
    for first, second in (responses, responses[::-1]):
        server = TokenServer()
        queue = iter([first, second])
        server.on_token_request = partial(pop_response, queue)
        with pytest.raises(TokenRequestError, match="invalid_client"):
            call_api("sync", server, **CLIENT_CREDENTIALS)


@pytest.mark.parametrize(
    ("sent", "lifetime"),
    [
        (3600, 3600.0),
        ("3600", 3600.0),  # PayPal
        (12.5, 12.5),
        (None, None),
        (0, None),
        (-1, None),
        ("soon", None),
        (True, None),
        ([1], None),
        ("inf", None),
        (10**400, None),
    ],
)
def test_expires_in_determines_the_expiry_of_a_token(
    sent: object, lifetime: float | None
) -> None:
    fetch = TokenFetch(Grant("client_credentials", TOKEN_URL), 1000.0)
    token = fetch.handle_response(
        make_response(200, {"access_token": "t", "expires_in": sent})
    )
    assert token is not None
    assert token.expires_at == (None if lifetime is None else 1000.0 + lifetime)


def test_on_refresh_token_is_not_called_if_the_refresh_token_is_unchanged() -> None:
    server = TokenServer(refresh_token="r0")
    stored: list[str] = []
    call_api("sync", server, refresh_token="r0", on_refresh_token=stored.append)
    assert stored == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_refresh_token_is_used_and_passed_to_on_refresh_token(kind: Kind) -> None:
    server = TokenServer()
    stored: list[str] = []

    async def store_async(token: str) -> None:
        await asyncio.sleep(0)
        stored.append(token)

    def rotate_refresh_token(request: httpx2.Request) -> httpx2.Response:
        number = len(server.token_requests)
        assert form_of(request)["refresh_token"] == f"r{number - 1}"
        fresh = f"r{number}"
        return make_response(
            200, {"access_token": f"t{number}", "refresh_token": fresh}
        )

    server.on_token_request = rotate_refresh_token
    server.revoked.add("t1")
    on_refresh_token = stored.append if kind == "sync" else store_async
    call_api(kind, server, refresh_token="r0", on_refresh_token=on_refresh_token)
    assert stored == ["r1", "r2"]


def test_exceptions_of_on_refresh_token_propagate_and_the_token_is_kept() -> None:
    server = TokenServer(refresh_token="r1")

    def fail(_: str) -> None:
        raise OSError("disk full")

    client = make_client(server, refresh_token="r0", on_refresh_token=fail)
    with pytest.raises(OSError, match="disk full"):
        client.request(THINGS)
    assert client.request(THINGS) == {"token": "t1"}


def test_the_password_is_used_if_the_refresh_token_has_expired() -> None:
    server = TokenServer()

    def issue_token(request: httpx2.Request) -> httpx2.Response:
        if form_of(request)["grant_type"] == "refresh_token":
            return make_response(400, {"error": "invalid_grant"})
        number = len(server.token_requests)
        token = f"t{number}"
        return make_response(
            200, {"access_token": token, "refresh_token": f"r{number}"}
        )

    server.on_token_request = issue_token
    client = make_client(server, **USER)
    assert client.request(THINGS) == {"token": "t1"}
    server.revoked.add("t1")
    assert client.request(THINGS) == {"token": "t3"}
    kinds = [form_of(x)["grant_type"] for x in server.token_requests]
    assert kinds == ["password", "refresh_token", "password"]
    # An expired refresh token is not used again.
    cache = vars(client)["_settings"].credentials["login"]
    cache.grant.refresh_token = "ended"
    server.on_token_request = partial(refuse_refresh, server)
    for _ in range(2):
        server.revoked.add(f"t{len(server.token_requests)}")
        client.request(THINGS)
    kinds = [form_of(x)["grant_type"] for x in server.token_requests[3:]]
    assert kinds == ["refresh_token", "password", "password"]


def refuse_refresh(server: TokenServer, request: httpx2.Request) -> httpx2.Response:
    if form_of(request)["grant_type"] == "refresh_token":
        return make_response(400, {"error": "invalid_grant"})
    return make_response(200, {"access_token": f"t{len(server.token_requests)}"})


def test_an_expired_refresh_token_without_another_grant_is_an_error() -> None:
    server = TokenServer()
    server.on_token_request = partial(refuse_refresh, server)
    with pytest.raises(TokenRequestError, match="invalid_grant"):
        call_api("sync", server, refresh_token="r", **CLIENT_CREDENTIALS)


def test_the_client_credentials_grant_ignores_refresh_tokens() -> None:
    server = TokenServer(refresh_token="r1")
    server.revoked.add("t1")
    call_api("sync", server, **CLIENT_CREDENTIALS)
    kinds = [form_of(x)["grant_type"] for x in server.token_requests]
    assert kinds == ["client_credentials"] * 2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("status", "content", "message"),
    [
        (200, b"<html>", "returned 200: the response contains no access token"),
        (200, b"[]", "returned 200: the response contains no access token"),
        (
            200,
            b'{"access_token": ""}',
            "returned 200: the response contains no access token",
        ),
        (200, b'{"error": "bad_verification_code"}', "200: bad_verification_code"),
        (400, b'{"error": {"x": 1}}', "returned 400"),
    ],
)
def test_a_response_without_a_token_is_an_error(
    kind: Kind, status: int, content: bytes, message: str
) -> None:
    server = TokenServer()
    server.on_token_request = lambda _: make_response(status, content=content)
    with pytest.raises(TokenRequestError, match=message):
        call_api(kind, server, **CLIENT_CREDENTIALS)


def test_a_token_error_has_a_message_without_secrets() -> None:
    server = TokenServer()
    body = {
        "error": "invalid_grant",
        "error_description": "No: sk-secret. " + "x" * 999,
    }
    server.on_token_request = lambda _: make_response(400, body, {"x-request-id": "q1"})
    with pytest.raises(TokenRequestError) as caught:
        call_api("sync", server, **CLIENT_CREDENTIALS)
    error = caught.value
    assert str(error).startswith(
        "Token request failed: POST https://auth.example.com/token returned 400: "
        "invalid_grant: No: REDACTED."
    )
    assert error.error_description is not None
    assert len(error.error_description) < 400
    assert (error.error, error.request_id) == ("invalid_grant", "q1")
