"""Plan of the sync and async client classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...model.api import SchemeKind, Server
from ...text.prose import end_sentence
from ...text.pysource import literal
from ...text.urls import is_web_template
from ..content.servers import base_paths, plan_servers
from ..docs.summaries import split_first_sentence
from ..operations.data import plan_security
from ..package import ClientView
from .credentials import name_arguments, plan_credentials, plan_variables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model.api import Alternative, Api, SecurityScheme
    from ..package import ChildView, MethodView
    from ..settings import PlanSettings


def choose_server(api: Api, settings: PlanSettings) -> Server | None:
    """Return the default server of the client: the first one with an absolute URL.

    If the document defines no such server, it is the server shared by all operations,
    if there is one.
    """
    if settings.base_url is not None:
        return Server(settings.base_url)
    own = {item.servers[:1] for item in api.operations}
    agreed = own.pop() if len(own) == 1 else ()
    for server in (*api.servers, *agreed):
        url = f"https:{server.url}" if server.url.startswith("//") else server.url
        if is_web_template(url, {}):
            return replace(server, url=url)
    return None


def usable_schemes(api: Api) -> tuple[SecurityScheme, ...]:
    """Return the schemes that take a credential.

    Mutual TLS is not one of them, because certificates are configured in the HTTP
    client.
    """
    return tuple(
        item for item in api.security_schemes if item.kind is not SchemeKind.MUTUAL_TLS
    )


def without_certificates(api: Api) -> Api:
    """Return the API with its security requirements limited to `usable_schemes`."""
    known = {item.key for item in usable_schemes(api)}
    if len(known) == len(api.security_schemes):
        return api

    def usable(alternatives: tuple[Alternative, ...]) -> tuple[Alternative, ...]:
        return tuple(
            tuple(need for need in item if need.scheme in known)
            for item in alternatives
        )

    return replace(
        api,
        security=usable(api.security),
        operations=tuple(
            replace(item, security=usable(item.security)) for item in api.operations
        ),
    )


def name_options(
    api: Api, settings: PlanSettings, server: Server | None
) -> Mapping[str, str]:
    """Return the names of constructor arguments; see `name_arguments`."""
    variables = server.variables if server else ()
    released = settings.names_to_keep.options
    return name_arguments(usable_schemes(api), variables, released)


def plan_client(
    api: Api,
    settings: PlanSettings,
    server: Server | None,
    children: tuple[ChildView, ...],
    methods: tuple[MethodView, ...],
) -> ClientView:
    """Return the view of the client classes.

    Args:
        api: The API.
        settings: Values that are not part of the document.
        server: The default server.
        children: The top-level resources.
        methods: The methods of the client classes.
    """
    schemes = usable_schemes(api)
    servers = [] if settings.base_url else [*api.servers]
    servers += [server] if server else []
    servers += [own for item in api.operations for own in item.servers]
    variables = server.variables if server else ()
    names = name_options(api, settings, server)
    summary, description = split_first_sentence(
        api.description.strip() or end_sentence(f"Client for {api.title}")
    )
    return ClientView(
        summary=summary,
        description=description,
        base_url=literal(server.url) if server else None,
        variables=plan_variables(variables, names),
        credentials=plan_credentials(schemes, names, settings),
        security=plan_security(api.security),
        children=children,
        methods=methods,
        base_url_environment=f"{settings.environment_prefix}_BASE_URL",
        servers=() if settings.base_url else plan_servers(api.servers, server),
        base_paths=tuple(map(literal, base_paths(servers))),
        log_environment=f"{settings.environment_prefix}_LOG",
        idempotency_header=settings.idempotency_header,
    )
