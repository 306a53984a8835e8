"""Calls with access tokens that the client fetches."""

from __future__ import annotations

import logging
from typing import Any

import httpx2
import pytest
from runtime import ANY, AuthenticationError, Operation, TokenRequestError
from runtime.auth.oauth.grants import TokenFetch
from runtime.auth.oauth.token import Token

from ...mock_server import KINDS, POST, Kind, make_response
from ...token_server import (
    CLIENT_CREDENTIALS,
    THINGS,
    TokenServer,
    call_api,
    make_client,
)

UPLOAD: Operation[Any] = Operation(
    "POST", "/things", returns=ANY, body="application/octet-stream"
)


@pytest.mark.parametrize("kind", KINDS)
def test_an_expired_token_is_replaced(kind: Kind) -> None:
    server = TokenServer(expires_in=100)

    def issue_slowly(request: httpx2.Request) -> httpx2.Response:
        server.now += 40
        return TokenServer.issue_token(server, request)

    server.on_token_request = issue_slowly
    results = call_api(kind, server, times=1, **CLIENT_CREDENTIALS)
    assert results == [{"token": "t1"}]
    # The lifetime starts when the token is requested, so 60 s of it are left.
    client = make_client(server, **CLIENT_CREDENTIALS)
    for after, fetches in ((0, 2), (39, 2), (2, 3)):
        server.now += after
        client.request(THINGS)
        assert len(server.token_requests) == fetches


@pytest.mark.parametrize("kind", KINDS)
def test_a_rejected_token_is_replaced_and_the_call_retried_once(
    kind: Kind,
) -> None:
    server = TokenServer(expires_in=3600)
    server.revoked.add("t1")
    options = {"max_retries": 0}
    assert call_api(kind, server, options=options, **CLIENT_CREDENTIALS) == [
        {"token": "t2"}
    ]
    assert server.authorizations == ["Bearer t1", "Bearer t2"]
    # A second rejection is raised.
    server.revoked.update({"t3", "t4"})
    with pytest.raises(AuthenticationError):
        call_api(kind, server, options=options, **CLIENT_CREDENTIALS)
    assert len(server.token_requests) == 4


def test_a_post_is_retried_after_status_401() -> None:
    server = TokenServer()
    server.revoked.add("t1")
    client = make_client(server, options={"max_retries": 0}, **CLIENT_CREDENTIALS)
    client.request(POST, body={"a": 1})
    assert [x.content for x in server.api_requests] == [b'{"a":1}'] * 2
    server.revoked.add("t2")
    with pytest.raises(AuthenticationError):
        client.request(UPLOAD, body=iter([b"once"]))
    assert len(server.api_requests) == 3
    # The token was dropped although the call was not retried.
    client.request(THINGS)
    assert server.authorizations[-1] == "Bearer t3"


@pytest.mark.parametrize("kind", KINDS)
def test_an_access_token_of_the_caller_is_used_until_it_is_rejected(kind: Kind) -> None:
    server = TokenServer()
    arguments: dict[str, Any] = {
        "access_token": "own",
        "refresh_token": "r0",
        "client_id": "app",
    }
    assert call_api(kind, server, times=2, **arguments) == [{"token": "own"}] * 2
    assert server.token_requests == []
    server.revoked.add("own")
    assert call_api(kind, server, times=2, **arguments) == [{"token": "t1"}] * 2
    assert len(server.token_requests) == 1
    # Without a grant, it cannot be replaced.
    with pytest.raises(AuthenticationError):
        call_api(kind, server, access_token="own")
    assert len(server.token_requests) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_is_not_sent_to_the_host_of_a_redirect(kind: Kind) -> None:
    server = TokenServer()
    api_requests: list[httpx2.Request] = []
    token_server = server.handle

    def handle(request: httpx2.Request) -> httpx2.Response:
        if "token" in str(request.url):
            return token_server(request)
        api_requests.append(request)
        if request.url.host == "api.example.com":
            return make_response(307, None, {"location": "https://other.example.com/x"})
        return make_response(401, {})

    server.handle = handle  # type: ignore[method-assign] # the host that redirects
    with pytest.raises(AuthenticationError):
        call_api(kind, server, **CLIENT_CREDENTIALS)
    # Status 401 of the other host does not drop the token.
    assert ["authorization" in x.headers for x in api_requests] == [True, False]
    assert len(server.token_requests) == 1


def test_no_token_is_fetched_if_the_caller_sets_the_authorization_header() -> None:
    server = TokenServer()
    client = make_client(server, **CLIENT_CREDENTIALS)
    client.request(THINGS, options={"headers": {"Authorization": "Own x"}})
    assert server.token_requests == []
    assert server.authorizations == ["Own x"]


def test_reprs_and_logs_contain_no_secrets(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server = TokenServer(expires_in=5, refresh_token="sk-secret-2")
    client = make_client(server, refresh_token="sk-secret-1", **CLIENT_CREDENTIALS)
    client.request(THINGS)
    cache = vars(client)["_settings"].credentials["login"]
    fetch = TokenFetch(cache.grant, 0.0)
    objects = [
        client,
        cache,
        cache.grant,
        fetch,
        fetch.request,
        Token("sk-secret", 1.0),
    ]
    assert "sk-secret" not in repr(objects)
    assert "t1" not in repr([cache, cache.acquire(0.0)]).replace("'t1'", "", 1)
    assert "POST https://auth.example.com/token" in caplog.text
    assert "sk-secret" not in caplog.text
    assert "Bearer t1" not in caplog.text


def test_an_invalid_token_is_rejected_without_quoting_it() -> None:
    server = TokenServer(access_token="sk-secret\nX: y")
    with pytest.raises(TokenRequestError, match="cannot contain") as caught:
        call_api("sync", server, **CLIENT_CREDENTIALS)
    assert "sk-secret" not in str(caught.value)
