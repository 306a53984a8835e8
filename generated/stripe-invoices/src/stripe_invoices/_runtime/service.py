"""Properties of an API that all of its clients share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .credentials import Scheme
    from .operation import Security


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Service:
    """An API. Contains no secrets.

    Attributes:
        user_agent: Name and version of the distribution, for example `acme-client/1.0`.
        base_url: URL of the server in the API document, either absolute, relative or
            None. It may contain variables: `https://{region}.example.com`.
        servers: URLs of the named servers, by name.
        base_url_environment: Environment variable that contains the base URL if the
            argument `base_url` is not given. Empty for none.
        log_environment: Environment variable that enables the log. Empty for none.
        variables: Variables of the base URL with their default values. If a default is
            empty, the constructor argument is required.
        schemes: Security schemes by key.
        security: Alternative security requirements of operations that define none.
        models: Import name of the package that contains the models. Empty for the
            package `models` next to the runtime.
        idempotency_header: Header that carries an idempotency key in each call whose
            HTTP method is not idempotent. Empty if only single operations use such a
            header.
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
