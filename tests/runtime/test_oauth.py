"""Calls of an API whose tokens are fetched."""

from __future__ import annotations

import logging
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    AuthenticationError,
    BaseClient,
    InsecureTransportError,
    MissingCredentialError,
    Operation,
    SDKError,
)
from runtime.auth.oauth.cache import Token
from runtime.auth.oauth.grants import TokenFetch

from .mock_server import KINDS, POST, Kind, answer
from .token_server import (
    CLIENT,
    THINGS,
    TOKEN_URL,
    Authority,
    call,
    client_of,
    credentials,
    form_of,
    make_client,
    oauth,
    service,
)

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


@pytest.mark.parametrize(
    ("token_url", "base_url", "asked"),
    [
        (
            "/oauth/token",
            "https://h.example.com/v1",
            "https://h.example.com/oauth/token",
        ),
        ("token", "https://h.example.com/v1", "https://h.example.com/v1/token"),
        ("token", "https://h.example.com/v1/", "https://h.example.com/v1/token"),
        ("//x.example.com/token", "https://h/v1", "https://x.example.com/token"),
        (TOKEN_URL, "https://h.example.com", TOKEN_URL),
    ],
)
def test_where_tokens_are_fetched(token_url: str, base_url: str, asked: str) -> None:
    authority = Authority()
    api = service(oauth(token_url=token_url), base_url=base_url)
    call("sync", authority, api=api, **CLIENT)
    assert str(authority.fetches[0].url) == asked


def test_the_token_url_of_the_caller_wins() -> None:
    authority = Authority()
    api = service(oauth(refresh_url="https://a.example.com/token/refresh"))
    call("sync", authority, api=api, refresh_token="r", token_url="https://b.io/token")
    call("sync", authority, api=api, refresh_token="r")
    urls = [str(x.url) for x in authority.fetches]
    assert urls == ["https://b.io/token", "https://a.example.com/token/refresh"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "url", ["https://{tenant}.example.com/token", "https://[x/{token}", "/token"]
)
def test_a_token_url_that_is_not_complete(kind: Kind, url: str) -> None:
    authority = Authority()
    api = service(oauth(token_url=url), base_url=None)
    options = {"base_url": "https://api.example.com"} if "{" in url else {}
    with pytest.raises(SDKError) as caught:
        call(kind, authority, api=api, options=options, **CLIENT)
    wanted = "pass token_url to the client" if options else "pass base_url"
    assert wanted in str(caught.value)
    assert authority.fetches == authority.calls == []


@pytest.mark.parametrize("kind", KINDS)
def test_secrets_do_not_travel_over_plain_http(kind: Kind) -> None:
    authority = Authority()
    api = service(oauth(token_url="http://auth.example.com/token"))
    with pytest.raises(InsecureTransportError):
        call(kind, authority, api=api, **CLIENT)
    assert authority.fetches == []
    call(kind, authority, api=api, options={"allow_insecure_http": True}, **CLIENT)
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


def test_a_missing_credential_names_every_way() -> None:
    environment = tuple(
        f"X_{role.upper()}" for role in oauth().takes if role != "on_refresh_token"
    )
    authority = Authority()
    api = service(oauth(environment=environment))
    too_few: list[dict[str, Any]] = [
        *({}, {"client_id": "app"}, {"username": "me", "client_secret": "s"}),
    ]
    for given_ in too_few:
        with pytest.raises(MissingCredentialError) as caught:
            call("sync", authority, api=api, **given_)
        assert str(caught.value) == (
            "GET /things requires a credential: pass access_token, or refresh_token, "
            "or username and password, or client_id and client_secret to the client (or "
            "set X_ACCESS_TOKEN, or X_REFRESH_TOKEN, or X_USERNAME and X_PASSWORD, or "
            "X_CLIENT_ID and X_CLIENT_SECRET)."
        )
    assert authority.fetches == authority.calls == []


def test_a_missing_credential_names_the_variables_that_there_are() -> None:
    for environment, told in (((), ""), (("X_TOKEN",), " (or set X_TOKEN)")):
        api = service(oauth(environment=environment, grants=("refresh_token",)))
        with pytest.raises(MissingCredentialError) as caught:
            call("sync", Authority(), api=api)
        assert str(caught.value) == (
            "GET /things requires a credential: pass access_token, or refresh_token to "
            f"the client{told}."
        )


def test_secrets_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    authority = Authority()
    takes = oauth().takes
    api = service(oauth(environment=tuple(f"X_{role.upper()}" for role in takes)))
    monkeypatch.setenv("X_CLIENT_ID", "env-app")
    monkeypatch.setenv("X_CLIENT_SECRET", "env-secret")
    monkeypatch.setenv("X_SCOPES", "a b")
    call("sync", authority, api=api)
    assert client_of(authority.fetches[0]) == ("env-app", "env-secret")
    assert form_of(authority.fetches[0])["scope"] == "a b"
    monkeypatch.setenv("X_ACCESS_TOKEN", "left-over")
    assert call("sync", authority, api=api) == [{"token": "left-over"}]
    # What was given as an argument is meant.
    call("sync", authority, api=api, client_secret="given")
    assert client_of(authority.fetches[-1]) == ("env-app", "given")


def test_schemes_that_are_fed_from_the_same_arguments_share_their_token() -> None:
    authority = Authority()
    schemes = {"one": oauth(), "two": oauth()}
    api = service(schemes=schemes, security=(("one", "two"),))
    given_ = dict.fromkeys(schemes, credentials(refresh_token="r0")["login"])
    http = httpx2.Client(transport=httpx2.MockTransport(authority.handle))
    client = BaseClient(api, credentials=given_, http_client=http)
    assert client.request(THINGS) == {"token": "t1"}
    assert len(authority.fetches) == 1
    assert authority.calls[0].headers.get_list("authorization") == ["Bearer t1"]


def test_a_scheme_for_users_and_one_for_the_client_have_tokens_of_their_own() -> None:
    authority = Authority()
    api = service(
        schemes={
            "user": oauth(grants=("refresh_token",)),
            "app": oauth(grants=("client_credentials",)),
        },
    )
    given_ = credentials(refresh_token="r0", **CLIENT)["login"]
    http = httpx2.Client(transport=httpx2.MockTransport(authority.handle))
    client = BaseClient(
        api, credentials={"user": given_, "app": given_}, http_client=http
    )
    for key in ("user", "app"):
        operation = type(THINGS)("GET", "/things", security=((key,),))
        client.request(operation)
    kinds = [form_of(x)["grant_type"] for x in authority.fetches]
    assert kinds == ["refresh_token", "client_credentials"]
    assert authority.tokens == ["Bearer t1", "Bearer t2"]


def test_a_header_of_the_caller_makes_a_token_needless() -> None:
    authority = Authority()
    client = make_client(authority, **CLIENT)
    client.request(THINGS, options={"headers": {"Authorization": "Own x"}})
    assert authority.fetches == []
    assert authority.tokens == ["Own x"]


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
