"""OAuth 2 schemes: token URLs and credentials."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from runtime import BaseClient, MissingCredentialError, SDKError

from ...mock_server import KINDS, Kind
from ...token_server import (
    CLIENT,
    THINGS,
    TOKEN_URL,
    Authority,
    call,
    client_of,
    credentials,
    form_of,
    oauth,
    service,
)


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
