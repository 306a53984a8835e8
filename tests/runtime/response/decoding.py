"""Decoding of responses by a client."""

from __future__ import annotations

from typing import Any

from runtime import Operation, Service

from ..mock_server import Kind, MockServer

SERVICE = Service(
    user_agent="x/1",
    base_url="https://api.example.com",
    models="tests.runtime.sample_models",
)


def decode(
    returns: Any,
    response: Any,
    *,
    kind: Kind = "sync",
    method: str = "GET",
    validation: str = "lenient",
    accept: str = "application/json",
) -> Any:
    operation: Operation[Any] = Operation(
        method, "/things", returns=returns, accept=accept
    )
    return MockServer(response).call(
        kind,
        operation,
        service=SERVICE,
        options={"response_validation": validation},
    )
