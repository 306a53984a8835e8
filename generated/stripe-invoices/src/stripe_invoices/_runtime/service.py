"""What all clients of one API have in common, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .credentials import Scheme
    from .operation import Security


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Service:
    """The API that a client talks to. It holds no secret.

    Attributes:
        user_agent: Distribution and version, for example `acme-client/1.0`.
        base_url: The server of the document: absolute, relative, or None. It may hold
            `{variables}`.
        servers: The URLs of the servers that have a name.
        log_environment: The environment variable that turns the log on.
        base_url_environment: The environment variable read when no `base_url` is given.
        variables: The variables of the base URL with their defaults; an empty default
            makes the constructor argument necessary.
        schemes: The security schemes by key.
        security: The alternatives for operations that name none of their own.
        models: Import name of the package that holds the models; empty for the package
            `models` beside this runtime.
        idempotency_header: The header that carries an idempotency key with each call of
            a method that is not idempotent; empty where only single operations have one.
    """

    user_agent: str
    base_url: str | None = None
    servers: Mapping[str, str] = field(default_factory=dict[str, str])
    base_url_environment: str = ""
    log_environment: str = ""
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    schemes: Mapping[str, Scheme] = field(default_factory=dict[str, "Scheme"])
    security: Security = ()
    models: str = ""
    idempotency_header: str = ""
