"""Calls with access tokens that the client fetches."""

from __future__ import annotations

import logging
from typing import Any

import httpx2
import pytest
from runtime import ANY, AuthenticationError, Operation
from runtime.auth.oauth.cache import Token
from runtime.auth.oauth.grants import TokenFetch

from ...mock_server import KINDS, POST, Kind, answer
from ...token_server import CLIENT, THINGS, Authority, call, make_client

UPLOAD: Operation[Any] = Operation(
    "POST", "/things", returns=ANY, body="application/octet-stream"
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_is_fetched_anew_when_it_has_expired(kind: Kind) -> None:
    authority = Authority(expires_in=100)
    seen: list[Any] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        authority.now += 40
        return Authority.give_token(authority, request)

    authority.grant = handle
    seen = call(kind, authority, times=1, **CLIENT)
    assert seen == [{"token": "t1"}]
    # Its life is counted from when it was asked for: 60 s are left of it.
    client = make_client(authority, **CLIENT)
    for after, fetches in ((0, 2), (39, 2), (2, 3)):
        authority.now += after
        client.request(THINGS)
        assert len(authority.fetches) == fetches


@pytest.mark.parametrize("kind", KINDS)
def test_a_refused_token_is_fetched_anew_and_the_call_made_once_more(
    kind: Kind,
) -> None:
    authority = Authority(expires_in=3600)
    authority.revoked.add("t1")
    options = {"max_retries": 0}
    assert call(kind, authority, options=options, **CLIENT) == [{"token": "t2"}]
    assert authority.tokens == ["Bearer t1", "Bearer t2"]
    # A second refusal is an answer; the next call begins with that token.
    authority.revoked.update({"t3", "t4"})
    with pytest.raises(AuthenticationError):
        call(kind, authority, options=options, **CLIENT)
    assert len(authority.fetches) == 4


def test_a_call_that_is_not_idempotent_is_made_once_more_after_401() -> None:
    authority = Authority()
    authority.revoked.add("t1")
    client = make_client(authority, options={"max_retries": 0}, **CLIENT)
    client.request(POST, body={"a": 1})
    assert [x.content for x in authority.calls] == [b'{"a":1}'] * 2
    authority.revoked.add("t2")
    with pytest.raises(AuthenticationError):
        client.request(UPLOAD, body=iter([b"once"]))
    assert len(authority.calls) == 3
    # It was dropped all the same.
    client.request(THINGS)
    assert authority.tokens[-1] == "Bearer t3"


@pytest.mark.parametrize("kind", KINDS)
def test_an_access_token_of_the_caller_is_used_until_it_is_refused(kind: Kind) -> None:
    authority = Authority()
    given_: dict[str, Any] = {
        "access_token": "own",
        "refresh_token": "r0",
        "client_id": "app",
    }
    assert call(kind, authority, times=2, **given_) == [{"token": "own"}] * 2
    assert authority.fetches == []
    authority.revoked.add("own")
    assert call(kind, authority, times=2, **given_) == [{"token": "t1"}] * 2
    assert len(authority.fetches) == 1
    # Alone, it cannot be renewed.
    with pytest.raises(AuthenticationError):
        call(kind, authority, access_token="own")
    assert len(authority.fetches) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_is_not_sent_to_another_host_by_a_redirect(kind: Kind) -> None:
    authority = Authority()
    seen: list[httpx2.Request] = []
    authority_alone = authority.handle

    def handle(request: httpx2.Request) -> httpx2.Response:
        if "token" in str(request.url):
            return authority_alone(request)
        seen.append(request)
        if request.url.host == "api.example.com":
            return answer(307, None, {"location": "https://other.example.com/x"})
        return answer(401, {})

    authority.handle = handle  # type: ignore[method-assign] # the host that redirects
    with pytest.raises(AuthenticationError):
        call(kind, authority, **CLIENT)
    # The other host's 401 says nothing of the token.
    assert ["authorization" in x.headers for x in seen] == [True, False]
    assert len(authority.fetches) == 1


def test_a_header_of_the_caller_makes_a_token_needless() -> None:
    authority = Authority()
    client = make_client(authority, **CLIENT)
    client.request(THINGS, options={"headers": {"Authorization": "Own x"}})
    assert authority.fetches == []
    assert authority.tokens == ["Own x"]


def test_no_secret_of_a_grant_is_shown(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    authority = Authority(expires_in=5, refresh_token="sk-secret-2")
    client = make_client(authority, refresh_token="sk-secret-1", **CLIENT)
    client.request(THINGS)
    cache = vars(client)["_settings"].credentials["login"]
    fetch = TokenFetch(cache.grant, 0.0)
    shown = [client, cache, cache.grant, fetch, fetch.request, Token("sk-secret", 1.0)]
    assert "sk-secret" not in repr(shown)
    assert "t1" not in repr([cache, cache.acquire(0.0)]).replace("'t1'", "", 1)
    assert "POST https://auth.example.com/token" in caplog.text
    assert "sk-secret" not in caplog.text
    assert "Bearer t1" not in caplog.text


def test_a_token_that_no_header_can_hold_is_refused_without_showing_it() -> None:
    authority = Authority(access_token="sk-secret\nX: y")
    with pytest.raises(ValueError, match="line breaks") as caught:
        call("sync", authority, **CLIENT)
    assert "sk-secret" not in str(caught.value)
