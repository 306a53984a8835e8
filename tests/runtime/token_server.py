"""A server of both tokens and things, which notes what it is asked for."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

import httpx2
from runtime import ANY, AsyncBaseClient, BaseClient, OAuth2, Operation, Service
from runtime.auth.oauth.scheme import GrantType, Role
from runtime.transport.clock import Clock

from .mock_server import Kind, answer

TOKEN_URL = "https://auth.example.com/token"
THINGS: Operation[Any] = Operation("GET", "/things", returns=ANY)
TAKES: tuple[Role, ...] = (
    *("access_token", "client_id", "client_secret", "username", "password"),
    *("refresh_token", "scopes", "token_url", "on_refresh_token"),
)
GRANTS: tuple[GrantType, ...] = ("refresh_token", "password", "client_credentials")
CLIENT: dict[str, Any] = {"client_id": "app", "client_secret": "sk-secret"}


def oauth(**changes: Any) -> OAuth2:
    """A scheme that knows every grant, unless told otherwise."""
    usual: dict[str, Any] = {"token_url": TOKEN_URL, "grants": GRANTS, "takes": TAKES}
    return OAuth2(**{**usual, **changes})


def service(scheme: OAuth2 | None = None, **more: Any) -> Service:
    """An API that needs a token."""
    options: dict[str, Any] = {
        "user_agent": "sample/1.0",
        "base_url": "https://api.example.com/v1",
        "schemes": {"login": scheme or oauth()},
        "security": (("login",),),
    }
    return Service(**{**options, **more})


def credentials(**given: Any) -> dict[str, Any]:
    """What a constructor passes on for the scheme."""
    return {"login": tuple(given.get(role) for role in TAKES)}


def form_of(request: httpx2.Request) -> dict[str, str]:
    """The form that a token request carries."""
    return dict(parse_qsl(request.content.decode(), keep_blank_values=True))


def client_of(request: httpx2.Request) -> tuple[str, str] | None:
    """The client id and secret of HTTP Basic."""
    kind, _, pair = request.headers.get("authorization", "").partition(" ")
    if kind != "Basic":
        return None
    name, _, secret = base64.b64decode(pair).decode().partition(":")
    return unquote_plus(name), unquote_plus(secret)


class Authority:
    """Gives tokens `t1`, `t2`, ... and takes only those that it has not revoked.

    Attributes:
        grant: Answers a token request; it may be replaced.
        fetches: The token requests.
        calls: The calls of the API.
        revoked: Tokens that get a 401.
    """

    def __init__(self, **answered: object) -> None:
        self.fetches: list[httpx2.Request] = []
        self.calls: list[httpx2.Request] = []
        self.revoked: set[str] = set()
        self.now = 1_000_000_000.0
        self.answered: Mapping[str, object] = answered
        self.grant: Callable[[httpx2.Request], httpx2.Response] = self.give_token

    def give_token(self, request: httpx2.Request) -> httpx2.Response:
        token = f"t{len(self.fetches)}"
        return answer(
            200, {"access_token": token, "token_type": "Bearer", **self.answered}
        )

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        if request.method == "POST" and "/token" in str(request.url):
            self.fetches.append(request)
            return self.grant(request)
        self.calls.append(request)
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if token in self.revoked:
            return answer(401, {"message": "expired"})
        return answer(200, {"token": token})

    @property
    def tokens(self) -> list[str]:
        """What the calls carried."""
        return [call.headers["authorization"] for call in self.calls]


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
