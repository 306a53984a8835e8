"""OAuth 2: which grant is used, what is sent for it, and what the answer means."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from functools import partial
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import (
    ANY,
    APIConnectionError,
    AsyncBaseClient,
    AuthenticationError,
    BaseClient,
    InsecureTransportError,
    MissingCredentialError,
    Operation,
    SDKError,
    Service,
    TokenRequestError,
)
from runtime.clock import Clock
from runtime.grants import Grant, TokenFetch
from runtime.tokens import Token, make_token

from .authority import (
    CLIENT,
    THINGS,
    TOKEN_URL,
    Authority,
    client_of,
    credentials,
    form_of,
    oauth,
    service,
)
from .wiring import KINDS, POST, Kind, answer

UPLOAD: Operation[Any] = Operation(
    "POST", "/things", returns=ANY, body="application/octet-stream"
)
USER: dict[str, Any] = {"username": "me", "password": "pw & more"}


def clock_of(authority: Authority) -> Clock:
    async def sleep_async(_: float) -> None:
        return None

    def sleep(_: float) -> None:
        return None

    return Clock(
        now=lambda: authority.now,
        jitter=lambda: 0.0,
        sleep=sleep,
        sleep_async=sleep_async,
    )


def make_client(
    authority: Authority, api: Service | None = None, **given_: Any
) -> BaseClient:
    options = given_.pop("options", {})
    transport = httpx2.MockTransport(authority.handle)
    client = BaseClient(
        api or service(),
        credentials=credentials(**given_),
        http_client=httpx2.Client(transport=transport),
        **options,
    )
    vars(client)["_clock"] = clock_of(authority)
    return client


def call(
    kind: Kind,
    authority: Authority,
    *,
    times: int = 1,
    api: Service | None = None,
    options: dict[str, Any] | None = None,
    **given_: Any,
) -> list[Any]:
    """Make calls with a fresh client of either kind."""
    settings: Any = options or {}
    if kind == "sync":
        client = make_client(authority, api, options=options or {}, **given_)
        return [client.request(THINGS) for _ in range(times)]

    async def run() -> list[Any]:
        transport = httpx2.MockTransport(authority.handle)
        client = AsyncBaseClient(
            api or service(),
            credentials=credentials(**given_),
            http_client=httpx2.AsyncClient(transport=transport),
            **settings,
        )
        vars(client)["_clock"] = clock_of(authority)
        return [await client.request(THINGS) for _ in range(times)]

    return asyncio.run(run())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("given_", "form", "client"),
    [
        (CLIENT, {"grant_type": "client_credentials"}, ("app", "sk-secret")),
        (
            {**CLIENT, "scopes": ["read", "write"]},
            {"grant_type": "client_credentials", "scope": "read write"},
            ("app", "sk-secret"),
        ),
        (
            {**USER, "scopes": "read"},
            {"grant_type": "password", "scope": "read", **USER},
            None,
        ),
        ({**USER, **CLIENT}, {"grant_type": "password", **USER}, ("app", "sk-secret")),
        (
            {**USER, "client_id": "app"},
            {"grant_type": "password", "client_id": "app", **USER},
            None,
        ),
        (
            {**CLIENT, **USER, "refresh_token": "r0"},
            {"grant_type": "refresh_token", "refresh_token": "r0"},
            ("app", "sk-secret"),
        ),
    ],
)
def test_what_is_sent_for_a_token(
    kind: Kind,
    given_: dict[str, Any],
    form: dict[str, str],
    client: tuple[str, str] | None,
) -> None:
    authority = Authority(expires_in=3600)
    assert call(kind, authority, times=2, **given_) == [{"token": "t1"}] * 2
    (fetch,) = authority.fetches
    assert str(fetch.url) == TOKEN_URL
    assert form_of(fetch) == form
    assert client_of(fetch) == client
    assert fetch.headers["content-type"] == "application/x-www-form-urlencoded"
    assert fetch.headers["accept"] == "application/json"
    assert authority.tokens == ["Bearer t1"] * 2


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
    assert client_of(request) == (client_id, secret)


def in_body_only(request: httpx2.Request) -> httpx2.Response:
    """Answer as a server that reads client id and secret in the body alone."""
    if form_of(request).get("client_secret") == "sk-secret":
        return answer(200, {"access_token": "t"})
    return answer(401, {"error": "invalid_client"})


def test_a_server_that_wants_the_secret_in_the_body_is_asked_so_from_then_on() -> None:
    authority = Authority()
    authority.grant = in_body_only
    client = make_client(authority, **CLIENT)
    assert client.request(THINGS) == {"token": "t"}
    assert [client_of(x) is not None for x in authority.fetches] == [True, False]
    assert [form_of(x).get("client_id") for x in authority.fetches] == [None, "app"]
    authority.revoked.add("t")
    with pytest.raises(AuthenticationError):
        client.request(THINGS)
    assert len(authority.fetches) == 3


@pytest.mark.parametrize(
    ("status", "error", "tries"),
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
def test_the_body_is_tried_unless_the_client_is_known(
    status: int, error: str, tries: int
) -> None:
    authority = Authority()
    authority.grant = lambda _: answer(status, {"error": error})
    with pytest.raises(TokenRequestError) as caught:
        call("sync", authority, **CLIENT)
    assert caught.value.error == (error or None)
    assert len(authority.fetches) == tries
    assert authority.calls == []


def next_of(queue: Iterator[httpx2.Response], _: httpx2.Request) -> httpx2.Response:
    return next(queue)


def test_the_error_that_speaks_of_the_client_is_the_one_to_raise() -> None:
    answers = [
        answer(400, {"error": "invalid_request"}),
        answer(401, {"error": "invalid_client"}),
    ]
    for first, second in (answers, answers[::-1]):
        authority = Authority()
        queue = iter([first, second])
        authority.grant = partial(next_of, queue)
        with pytest.raises(TokenRequestError, match="invalid_client"):
            call("sync", authority, **CLIENT)


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
def test_how_long_a_token_holds(sent: object, lifetime: float | None) -> None:
    fetch = TokenFetch(Grant("client_credentials", TOKEN_URL), 1000.0)
    token = fetch.answered(answer(200, {"access_token": "t", "expires_in": sent}))
    assert token is not None
    assert token.expires_at == (None if lifetime is None else 1000.0 + lifetime)


@given(st.floats(0.001, 1e9), st.floats(0, 2e9))
def test_a_token_is_due_before_its_end_and_not_long_before(
    lifetime: float, now: float
) -> None:
    token = make_token("t", now, lifetime)
    assert token.expires_at is not None
    assert token.due_at is not None
    early = token.expires_at - token.due_at
    assert 0 <= early <= min(60.0, lifetime * 0.2) + 1e-6
    assert token.holds(token.due_at) or early <= 1e-6
    assert not token.holds(token.expires_at)


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
def test_a_new_refresh_token_is_used_and_told(kind: Kind) -> None:
    authority = Authority()
    told: list[str] = []

    async def tell_async(text: str) -> None:
        await asyncio.sleep(0)
        told.append(text)

    def rotate(request: httpx2.Request) -> httpx2.Response:
        number = len(authority.fetches)
        assert form_of(request)["refresh_token"] == f"r{number - 1}"
        fresh = f"r{number}"
        return answer(200, {"access_token": f"t{number}", "refresh_token": fresh})

    authority.grant = rotate
    authority.revoked.add("t1")
    tell = told.append if kind == "sync" else tell_async
    call(kind, authority, refresh_token="r0", on_refresh_token=tell)
    assert told == ["r1", "r2"]


def test_a_refresh_token_that_stays_the_same_is_not_told() -> None:
    authority = Authority(refresh_token="r0")
    told: list[str] = []
    call("sync", authority, refresh_token="r0", on_refresh_token=told.append)
    assert told == []


def test_what_storing_a_refresh_token_raises_is_raised_and_the_token_kept() -> None:
    authority = Authority(refresh_token="r1")

    def fail(_: str) -> None:
        raise OSError("disk full")

    client = make_client(authority, refresh_token="r0", on_refresh_token=fail)
    with pytest.raises(OSError, match="disk full"):
        client.request(THINGS)
    assert client.request(THINGS) == {"token": "t1"}


def test_a_password_serves_when_the_refresh_token_has_ended() -> None:
    authority = Authority()

    def grant(request: httpx2.Request) -> httpx2.Response:
        if form_of(request)["grant_type"] == "refresh_token":
            return answer(400, {"error": "invalid_grant"})
        number = len(authority.fetches)
        token = f"t{number}"
        return answer(200, {"access_token": token, "refresh_token": f"r{number}"})

    authority.grant = grant
    client = make_client(authority, **USER)
    assert client.request(THINGS) == {"token": "t1"}
    authority.revoked.add("t1")
    assert client.request(THINGS) == {"token": "t3"}
    kinds = [form_of(x)["grant_type"] for x in authority.fetches]
    assert kinds == ["password", "refresh_token", "password"]
    # Without a password there is nothing to fall back on.
    with pytest.raises(TokenRequestError, match="invalid_grant"):
        call("sync", authority, refresh_token="r", **CLIENT)


def test_client_credentials_take_no_refresh_token() -> None:
    authority = Authority(refresh_token="r1")
    authority.revoked.add("t1")
    call("sync", authority, **CLIENT)
    kinds = [form_of(x)["grant_type"] for x in authority.fetches]
    assert kinds == ["client_credentials"] * 2


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
@pytest.mark.parametrize("url", ["https://{tenant}.example.com/token", "/token"])
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
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_token_request_follows_no_redirect(kind: Kind, status: int) -> None:
    authority = Authority()
    moved = {"location": "https://evil.example.com/token"}
    authority.grant = lambda _: answer(status, {}, moved)
    with pytest.raises(TokenRequestError, match="redirect, which is not followed"):
        call(kind, authority, **CLIENT)
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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("status", "content", "told"),
    [
        (200, b"<html>", "answered 200: without a token in JSON"),
        (200, b"[]", "answered 200: without a token in JSON"),
        (200, b'{"access_token": ""}', "answered 200: without a token in JSON"),
        (200, b'{"error": "bad_verification_code"}', "200: bad_verification_code"),
        (400, b'{"error": {"x": 1}}', "answered 400"),
    ],
)
def test_answers_that_bring_no_token(
    kind: Kind, status: int, content: bytes, told: str
) -> None:
    authority = Authority()
    authority.grant = lambda _: answer(status, content=content)
    with pytest.raises(TokenRequestError, match=told):
        call(kind, authority, **CLIENT)


def test_what_a_token_error_tells() -> None:
    authority = Authority()
    body = {
        "error": "invalid_grant",
        "error_description": "No: sk-secret. " + "x" * 999,
    }
    authority.grant = lambda _: answer(400, body, {"x-request-id": "q1"})
    with pytest.raises(TokenRequestError) as caught:
        call("sync", authority, **CLIENT)
    error = caught.value
    assert str(error).startswith(
        "no access token: POST https://auth.example.com/token answered 400: "
        "invalid_grant: No: REDACTED."
    )
    assert error.error_description is not None
    assert len(error.error_description) < 400
    assert (error.error, error.request_id) == ("invalid_grant", "q1")


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
            "GET /things needs a credential: pass access_token, or refresh_token, or "
            "username and password, or client_id and client_secret to the client (or "
            "set X_ACCESS_TOKEN, or X_REFRESH_TOKEN, or X_USERNAME and X_PASSWORD, or "
            "X_CLIENT_ID and X_CLIENT_SECRET)"
        )
    assert authority.fetches == authority.calls == []


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
    assert "t1" not in repr([cache, cache.board(0.0)]).replace("'t1'", "", 1)
    assert "POST https://auth.example.com/token" in caplog.text
    assert "sk-secret" not in caplog.text
    assert "Bearer t1" not in caplog.text


def test_a_token_that_no_header_can_hold_is_refused_without_showing_it() -> None:
    authority = Authority(access_token="sk-secret\nX: y")
    with pytest.raises(ValueError, match="line breaks") as caught:
        call("sync", authority, **CLIENT)
    assert "sk-secret" not in str(caught.value)
