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

from ...mock_server import KINDS, Kind, answer
from ...token_server import (
    CLIENT,
    THINGS,
    TOKEN_URL,
    Authority,
    call,
    client_of,
    credentials,
    oauth,
    service,
)


@pytest.mark.parametrize("kind", KINDS)
def test_secrets_do_not_travel_over_plain_http(kind: Kind) -> None:
    authority = Authority()
    api = service(oauth(token_url="http://auth.example.com/token"))
    with pytest.raises(InsecureTransportError):
        call(kind, authority, api=api, **CLIENT)
    assert authority.fetches == []
    call(kind, authority, api=api, options={"allow_insecure_http": True}, **CLIENT)
    assert len(authority.fetches) == 1


def test_what_the_api_gets_does_not_go_to_the_token_endpoint() -> None:
    authority = Authority()
    http = httpx2.Client(
        transport=httpx2.MockTransport(authority.handle),
        params={"key": "k"},
        cookies={"sid": "c"},
        auth=("me", "pw"),
    )
    client = BaseClient(
        service(),
        credentials=credentials(**CLIENT),
        http_client=http,
        headers={"X-Api-Key": "k"},
        query={"tenant": "t"},
    )
    client.request(THINGS)
    (fetch,) = authority.fetches
    assert str(fetch.url) == TOKEN_URL
    assert client_of(fetch) == ("app", "sk-secret")
    assert not {"cookie", "x-api-key"} & set(fetch.headers)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_token_request_follows_no_redirect(kind: Kind, status: int) -> None:
    authority = Authority()
    moved = {"location": "https://evil.example.com/token"}
    authority.grant = lambda _: answer(status, {}, moved)
    with pytest.raises(
        TokenRequestError, match="redirects are not followed with a secret"
    ):
        call(kind, authority, **CLIENT)
    assert len(authority.fetches) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_request_is_tried_again_like_any_call(kind: Kind) -> None:
    authority = Authority()
    steps: list[Any] = [answer(503, {}), httpx2.ReadError("gone"), None]

    def grant(request: httpx2.Request) -> httpx2.Response:
        step = steps.pop(0)
        if isinstance(step, Exception):
            raise step
        return step or authority.give_token(request)

    authority.grant = grant
    assert call(kind, authority, **CLIENT) == [{"token": "t3"}]
    steps[:] = [answer(503, {"error": "sk-secret"})] * 3
    with pytest.raises(TokenRequestError) as caught:
        call(kind, authority, **CLIENT)
    assert caught.value.status_code == 503
    assert "sk-secret" not in str(caught.value)
    assert caught.value.error == "REDACTED"
    steps[:] = [httpx2.ConnectError("no")] * 3
    with pytest.raises(APIConnectionError, match="POST https://auth"):
        call(kind, authority, **CLIENT)
    assert steps == []
