"""OAuth 2 schemes: token URLs and credentials."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from runtime import BaseClient, MissingCredentialError, SDKError

from ...mock_server import KINDS, Kind
from ...token_server import (
    CLIENT_CREDENTIALS,
    THINGS,
    TOKEN_URL,
    TokenServer,
    basic_credentials_of,
    call_api,
    form_of,
    make_credentials,
    make_scheme,
    make_service,
)


@pytest.mark.parametrize(
    ("token_url", "base_url", "expected"),
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
def test_the_token_url_is_resolved_against_the_base_url(
    token_url: str, base_url: str, expected: str
) -> None:
    server = TokenServer()
    api = make_service(make_scheme(token_url=token_url), base_url=base_url)
    call_api("sync", server, api=api, **CLIENT_CREDENTIALS)
    assert str(server.token_requests[0].url) == expected


def test_the_token_url_of_the_caller_overrides_the_documented_one() -> None:
    server = TokenServer()
    api = make_service(make_scheme(refresh_url="https://a.example.com/token/refresh"))
    call_api("sync", server, api=api, refresh_token="r", token_url="https://b.io/token")
    call_api("sync", server, api=api, refresh_token="r")
    urls = [str(x.url) for x in server.token_requests]
    assert urls == ["https://b.io/token", "https://a.example.com/token/refresh"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "url", ["https://{tenant}.example.com/token", "https://[x/{token}", "/token"]
)
def test_an_incomplete_token_url_is_an_error(kind: Kind, url: str) -> None:
    server = TokenServer()
    api = make_service(make_scheme(token_url=url), base_url=None)
    options = {"base_url": "https://api.example.com"} if "{" in url else {}
    with pytest.raises(SDKError) as caught:
        call_api(kind, server, api=api, options=options, **CLIENT_CREDENTIALS)
    wanted = "pass token_url to the client" if options else "pass base_url"
    assert wanted in str(caught.value)
    assert server.token_requests == server.api_requests == []


def test_the_error_lists_all_accepted_credentials() -> None:
    environment = tuple(
        f"X_{role.upper()}"
        for role in make_scheme().takes
        if role != "on_refresh_token"
    )
    server = TokenServer()
    api = make_service(make_scheme(environment=environment))
    too_few: list[dict[str, Any]] = [
        *({}, {"client_id": "app"}, {"username": "me", "client_secret": "s"}),
    ]
    for arguments in too_few:
        with pytest.raises(MissingCredentialError) as caught:
            call_api("sync", server, api=api, **arguments)
        assert str(caught.value) == (
            "GET /things requires a credential: pass access_token, or refresh_token, "
            "or username and password, or client_id and client_secret to the client (or "
            "set X_ACCESS_TOKEN, or X_REFRESH_TOKEN, or X_USERNAME and X_PASSWORD, or "
            "X_CLIENT_ID and X_CLIENT_SECRET)."
        )
    assert server.token_requests == server.api_requests == []


def test_the_error_lists_only_existing_environment_variables() -> None:
    for environment, hint in (((), ""), (("X_TOKEN",), " (or set X_TOKEN)")):
        api = make_service(
            make_scheme(environment=environment, grants=("refresh_token",))
        )
        with pytest.raises(MissingCredentialError) as caught:
            call_api("sync", TokenServer(), api=api)
        assert str(caught.value) == (
            "GET /things requires a credential: pass access_token, or refresh_token to "
            f"the client{hint}."
        )


def test_credentials_are_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = TokenServer()
    takes = make_scheme().takes
    api = make_service(
        make_scheme(environment=tuple(f"X_{role.upper()}" for role in takes))
    )
    monkeypatch.setenv("X_CLIENT_ID", "env-app")
    monkeypatch.setenv("X_CLIENT_SECRET", "env-secret")
    monkeypatch.setenv("X_SCOPES", "a b")
    call_api("sync", server, api=api)
    assert basic_credentials_of(server.token_requests[0]) == ("env-app", "env-secret")
    assert form_of(server.token_requests[0])["scope"] == "a b"
    monkeypatch.setenv("X_ACCESS_TOKEN", "left-over")
    assert call_api("sync", server, api=api) == [{"token": "left-over"}]
    # An argument for another grant overrides the access token.
    call_api("sync", server, api=api, client_secret="given")
    assert basic_credentials_of(server.token_requests[-1]) == ("env-app", "given")


def test_schemes_with_the_same_arguments_share_a_token() -> None:
    server = TokenServer()
    schemes = {"one": make_scheme(), "two": make_scheme()}
    api = make_service(schemes=schemes, security=(("one", "two"),))
    arguments = dict.fromkeys(schemes, make_credentials(refresh_token="r0")["login"])
    http = httpx2.Client(transport=httpx2.MockTransport(server.handle))
    client = BaseClient(api, credentials=arguments, http_client=http)
    assert client.request(THINGS) == {"token": "t1"}
    assert len(server.token_requests) == 1
    assert server.api_requests[0].headers.get_list("authorization") == ["Bearer t1"]


def test_schemes_with_different_grants_have_separate_tokens() -> None:
    server = TokenServer()
    api = make_service(
        schemes={
            "user": make_scheme(grants=("refresh_token",)),
            "app": make_scheme(grants=("client_credentials",)),
        },
    )
    arguments = make_credentials(refresh_token="r0", **CLIENT_CREDENTIALS)["login"]
    http = httpx2.Client(transport=httpx2.MockTransport(server.handle))
    client = BaseClient(
        api, credentials={"user": arguments, "app": arguments}, http_client=http
    )
    for key in ("user", "app"):
        operation = type(THINGS)("GET", "/things", security=((key,),))
        client.request(operation)
    kinds = [form_of(x)["grant_type"] for x in server.token_requests]
    assert kinds == ["refresh_token", "client_credentials"]
    assert server.authorizations == ["Bearer t1", "Bearer t2"]
