"""Token requests: transport, redirects, retries."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from runtime import (
    APIConnectionError,
    BaseClient,
    InsecureTransportError,
    TokenRequestError,
)

from ...mock_server import KINDS, Kind, make_response
from ...token_server import (
    CLIENT_CREDENTIALS,
    THINGS,
    TOKEN_URL,
    TokenServer,
    basic_credentials_of,
    call_api,
    make_credentials,
    make_scheme,
    make_service,
)


@pytest.mark.parametrize("kind", KINDS)
def test_token_requests_over_plain_http_are_rejected(kind: Kind) -> None:
    server = TokenServer()
    api = make_service(make_scheme(token_url="http://auth.example.com/token"))
    with pytest.raises(InsecureTransportError):
        call_api(kind, server, api=api, **CLIENT_CREDENTIALS)
    assert server.token_requests == []
    call_api(
        kind,
        server,
        api=api,
        options={"allow_insecure_http": True},
        **CLIENT_CREDENTIALS,
    )
    assert len(server.token_requests) == 1


def test_token_requests_carry_no_settings_of_api_requests() -> None:
    server = TokenServer()
    http = httpx2.Client(
        transport=httpx2.MockTransport(server.handle),
        params={"key": "k"},
        cookies={"sid": "c"},
        auth=("me", "pw"),
    )
    client = BaseClient(
        make_service(),
        credentials=make_credentials(**CLIENT_CREDENTIALS),
        http_client=http,
        headers={"X-Api-Key": "k"},
        query={"tenant": "t"},
    )
    client.request(THINGS)
    (fetch,) = server.token_requests
    assert str(fetch.url) == TOKEN_URL
    assert basic_credentials_of(fetch) == ("app", "sk-secret")
    assert not {"cookie", "x-api-key"} & set(fetch.headers)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_token_requests_do_not_follow_redirects(kind: Kind, status: int) -> None:
    server = TokenServer()
    moved = {"location": "https://evil.example.com/token"}
    server.on_token_request = lambda _: make_response(status, {}, moved)
    with pytest.raises(
        TokenRequestError, match="redirects are not followed with a secret"
    ):
        call_api(kind, server, **CLIENT_CREDENTIALS)
    assert len(server.token_requests) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_token_requests_are_retried(kind: Kind) -> None:
    server = TokenServer()
    steps: list[Any] = [make_response(503, {}), httpx2.ReadError("gone"), None]

    def issue_token(request: httpx2.Request) -> httpx2.Response:
        step = steps.pop(0)
        if isinstance(step, Exception):
            raise step
        return step or server.issue_token(request)

    server.on_token_request = issue_token
    assert call_api(kind, server, **CLIENT_CREDENTIALS) == [{"token": "t3"}]
    steps[:] = [make_response(503, {"error": "sk-secret"})] * 3
    with pytest.raises(TokenRequestError) as caught:
        call_api(kind, server, **CLIENT_CREDENTIALS)
    assert caught.value.status_code == 503
    assert "sk-secret" not in str(caught.value)
    assert caught.value.error == "REDACTED"
    steps[:] = [httpx2.ConnectError("no")] * 3
    with pytest.raises(APIConnectionError, match="POST https://auth"):
        call_api(kind, server, **CLIENT_CREDENTIALS)
    assert steps == []
