"""A server that issues access tokens and checks them in calls of its API."""

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

from .mock_server import Kind, make_response

TOKEN_URL = "https://auth.example.com/token"
THINGS: Operation[Any] = Operation("GET", "/things", returns=ANY)
ROLES: tuple[Role, ...] = (
    *("access_token", "client_id", "client_secret", "username", "password"),
    *("refresh_token", "scopes", "token_url", "on_refresh_token"),
)
GRANTS: tuple[GrantType, ...] = ("refresh_token", "password", "client_credentials")
CLIENT_CREDENTIALS: dict[str, Any] = {"client_id": "app", "client_secret": "sk-secret"}


def make_scheme(**settings: Any) -> OAuth2:
    """Return a scheme with all grants. Arguments override its settings."""
    defaults: dict[str, Any] = {
        "token_url": TOKEN_URL,
        "grants": GRANTS,
        "takes": ROLES,
    }
    return OAuth2(**{**defaults, **settings})


def make_service(scheme: OAuth2 | None = None, **settings: Any) -> Service:
    """Return an API that requires a token. Arguments override its settings."""
    defaults: dict[str, Any] = {
        "user_agent": "sample/1.0",
        "base_url": "https://api.example.com/v1",
        "schemes": {"login": scheme or make_scheme()},
        "security": (("login",),),
    }
    return Service(**{**defaults, **settings})


def make_credentials(**arguments: Any) -> dict[str, Any]:
    """Return the credentials that a constructor passes for its arguments."""
    return {"login": tuple(arguments.get(role) for role in ROLES)}


def form_of(request: httpx2.Request) -> dict[str, str]:
    """Return the form in the body of a token request."""
    return dict(parse_qsl(request.content.decode(), keep_blank_values=True))


def basic_credentials_of(request: httpx2.Request) -> tuple[str, str] | None:
    """Return client ID and secret from HTTP Basic authentication, or None."""
    kind, _, pair = request.headers.get("authorization", "").partition(" ")
    if kind != "Basic":
        return None
    name, _, secret = base64.b64decode(pair).decode().partition(":")
    return unquote_plus(name), unquote_plus(secret)


class TokenServer:
    """Server that issues the tokens `t1`, `t2` and so on, and accepts them in calls.

    Attributes:
        on_token_request: Function that responds to token requests. Tests replace it.
        token_requests: The token requests so far.
        api_requests: The requests to the API so far.
        revoked: Tokens that the API rejects with status 401.
        now: Current time of the clients.
        fields: Additional members of token responses.
    """

    def __init__(self, **fields: object) -> None:
        self.token_requests: list[httpx2.Request] = []
        self.api_requests: list[httpx2.Request] = []
        self.revoked: set[str] = set()
        self.now = 1_000_000_000.0
        self.fields: Mapping[str, object] = fields
        self.on_token_request: Callable[[httpx2.Request], httpx2.Response] = (
            self.issue_token
        )

    def issue_token(self, request: httpx2.Request) -> httpx2.Response:
        token = f"t{len(self.token_requests)}"
        return make_response(
            200, {"access_token": token, "token_type": "Bearer", **self.fields}
        )

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        if request.method == "POST" and "/token" in str(request.url):
            self.token_requests.append(request)
            return self.on_token_request(request)
        self.api_requests.append(request)
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if token in self.revoked:
            return make_response(401, {"message": "expired"})
        return make_response(200, {"token": token})

    @property
    def authorizations(self) -> list[str]:
        """Authorization headers of the requests to the API."""
        return [request.headers["authorization"] for request in self.api_requests]


def clock_of(server: TokenServer) -> Clock:
    async def sleep_async(_: float) -> None:
        return None

    def sleep(_: float) -> None:
        return None

    return Clock(
        now=lambda: server.now,
        jitter=lambda: 0.0,
        sleep=sleep,
        sleep_async=sleep_async,
    )


def make_client(
    server: TokenServer, api: Service | None = None, **arguments: Any
) -> BaseClient:
    options = arguments.pop("options", {})
    transport = httpx2.MockTransport(server.handle)
    client = BaseClient(
        api or make_service(),
        credentials=make_credentials(**arguments),
        http_client=httpx2.Client(transport=transport),
        **options,
    )
    vars(client)["_clock"] = clock_of(server)
    return client


def call_api(
    kind: Kind,
    server: TokenServer,
    *,
    times: int = 1,
    api: Service | None = None,
    options: dict[str, Any] | None = None,
    **arguments: Any,
) -> list[Any]:
    """Make calls with a new client and return their results."""
    settings: Any = options or {}
    if kind == "sync":
        client = make_client(server, api, options=options or {}, **arguments)
        return [client.request(THINGS) for _ in range(times)]

    async def run() -> list[Any]:
        transport = httpx2.MockTransport(server.handle)
        client = AsyncBaseClient(
            api or make_service(),
            credentials=make_credentials(**arguments),
            http_client=httpx2.AsyncClient(transport=transport),
            **settings,
        )
        vars(client)["_clock"] = clock_of(server)
        return [await client.request(THINGS) for _ in range(times)]

    return asyncio.run(run())
