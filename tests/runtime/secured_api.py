"""An API with security schemes, and requests to it."""

from __future__ import annotations

from typing import Any

import httpx2
from runtime import ANY, ApiKey, Basic, Bearer, HttpScheme, Operation, Service
from runtime.request.security import SecurityScheme

from .mock_server import MockServer

SCHEMES: dict[str, SecurityScheme] = {
    "bearer": Bearer(arguments=("token",), environment=("SAMPLE_TOKEN",)),
    "basic": Basic(environment=("SAMPLE_USER", "SAMPLE_PASSWORD")),
    "header": ApiKey("header", "X-Key", arguments=("header_key",)),
    "query": ApiKey("query", "api_key", arguments=("query_key",)),
    "cookie": ApiKey("cookie", "sid", arguments=("session",)),
    "digest": HttpScheme("Digest", arguments=("digest",)),
}


def make_service(*alternatives: tuple[str, ...], **settings: Any) -> Service:
    """Return an API whose operations require one of the alternatives.

    Args:
        alternatives: Keys of the schemes that are required together.
        settings: Settings that override the default ones.
    """
    defaults: dict[str, Any] = {
        "user_agent": "x/1",
        "base_url": "https://api.example.com",
        "schemes": SCHEMES,
        "security": alternatives,
    }
    return Service(**{**defaults, **settings})


OPERATION: Operation[Any] = Operation("GET", "/things", returns=ANY)


def send(
    service: Service,
    credentials: dict[str, Any],
    operation: Operation[Any] = OPERATION,
    **arguments: Any,
) -> httpx2.Request:
    """Make a call and return its request."""
    server = MockServer()
    client = {"credentials": credentials, **arguments.pop("client", {})}
    server.call("sync", operation, service=service, client=client, **arguments)
    return server.only_request
