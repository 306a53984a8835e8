"""APIs with security schemes, and the requests of their calls."""

from __future__ import annotations

from typing import Any

import httpx2
from runtime import ANY, ApiKey, Basic, Bearer, HttpScheme, Operation, Service
from runtime.request.security import SecurityScheme

from .mock_server import Server

SCHEMES: dict[str, SecurityScheme] = {
    "bearer": Bearer(arguments=("token",), environment=("SAMPLE_TOKEN",)),
    "basic": Basic(environment=("SAMPLE_USER", "SAMPLE_PASSWORD")),
    "header": ApiKey("header", "X-Key", arguments=("header_key",)),
    "query": ApiKey("query", "api_key", arguments=("query_key",)),
    "cookie": ApiKey("cookie", "sid", arguments=("session",)),
    "digest": HttpScheme("Digest", arguments=("digest",)),
}


def api(*alternatives: tuple[str, ...], **more: Any) -> Service:
    """Return an API with these alternatives of security schemes."""
    options: dict[str, Any] = {
        "user_agent": "x/1",
        "base_url": "https://api.example.com",
        "schemes": SCHEMES,
        "security": alternatives,
    }
    return Service(**{**options, **more})


OPERATION: Operation[Any] = Operation("GET", "/things", returns=ANY)


def send(
    service: Service,
    credentials: dict[str, Any],
    operation: Operation[Any] = OPERATION,
    **more: Any,
) -> httpx2.Request:
    """Make a call and return its request."""
    server = Server()
    client = {"credentials": credentials, **more.pop("client", {})}
    server.call("sync", operation, service=service, client=client, **more)
    return server.only
