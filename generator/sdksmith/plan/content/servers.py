"""Servers that the caller can select by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ...text.pysource import literal
from ...text.scope import assign_names
from ...text.urls import is_web_template
from ...text.words import name_words, snake, split_words
from ..package import ServerView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model.api import Api, Operation, Server

_UNINFORMATIVE: Final = frozenset(
    {"a", "an", "and", "api", "base", "endpoint", "environment", "for", "host", "of"}
    | {"our", "rest", "server", "service", "the", "this", "url", "use", "main"}
    | {"http", "https", "v"}
)
_MOST_WORDS: Final = 2


def plan_servers(
    servers: Sequence[Server], main: Server | None
) -> tuple[ServerView, ...]:
    """Return the servers of a document with their names; empty if only one is usable.

    The name is the `name` in the document (OpenAPI 3.2), else the description if it has
    one or two meaningful words, else the part of the host that distinguishes it from
    the others. Servers that differ only in http and https are treated as one.

    Args:
        servers: The servers, in the order of the document.
        main: The default server of the client, which is always included.
    """
    if main is None:
        return ()
    found: dict[str, tuple[Server, str]] = {}
    for server in (main, *servers):
        url = _usable_url(server, main)
        if url is not None:
            found.setdefault(url.partition("://")[2].rstrip("/"), (server, url))
    if len(found) < 2:
        return ()
    first, *others = (set(_host_words(url)) for _, url in found.values())
    shared = first.intersection(*others)
    wanted = {
        key: list(_names(server, url, shared)) for key, (server, url) in found.items()
    }
    names = assign_names(wanted)
    return tuple(
        ServerView(literal(names[key]), literal(url), server.description)
        for key, (server, url) in found.items()
    )


def drop_repeated_servers(api: Api, main: Server | None) -> Api:
    """Return an API without servers of operations that repeat the default server.

    Args:
        api: The API.
        main: The default server of the client.
    """
    if main is None:
        return api
    default_url = server_url(main).rstrip("/")

    def without(operation: Operation) -> Operation:
        own = operation.servers
        if not own or server_url(own[0]).rstrip("/") != default_url:
            return operation
        return replace(operation, servers=())

    return replace(api, operations=tuple(map(without, api.operations)))


def server_url(server: Server) -> str:
    """Return the URL of a server, with variables replaced by their defaults."""
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return f"https:{url}" if url.startswith("//") else url


def base_paths(servers: Sequence[Server]) -> tuple[str, ...]:
    """Return the distinct, non-empty paths of the URLs of servers."""
    # `https://host/path`, `//host/path`, `{host}/path` and `/path`.
    urls = [re.sub(r"^([a-z]+:)?//", "", server.url) for server in servers]
    paths = [f"/{url.partition('/')[2].strip('/')}" for url in urls]
    return tuple(sorted({path for path in paths if path != "/"}))


def _usable_url(server: Server, main: Server) -> str | None:
    """Return the URL of a server in which only the variables of `main` remain.

    Returns:
        None if a variable has no default, or if the URL is not absolute.
    """
    url = f"https:{server.url}" if server.url.startswith("//") else server.url
    known = {item.name: item.default for item in main.variables}
    for variable in server.variables:
        if known.get(variable.name) == variable.default:
            continue
        if not variable.default:
            return None
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url if is_web_template(url, {}) else None


def _names(server: Server, url: str, shared: set[str]) -> Iterator[str]:
    if server.name:
        yield snake(name_words(server.name))
    said = [
        word
        for word in split_words(server.description.partition(".")[0])
        if word not in _UNINFORMATIVE and not word.isdigit()
    ]
    if 0 < len(said) <= _MOST_WORDS:
        yield snake(said)
    host = _host_words(url)
    own = [word for word in host if word not in shared]
    for words in (own[:1] or ["default"], own, host):
        if words:
            yield snake(words)
    yield snake(name_words(url))


def _host_words(url: str) -> list[str]:
    host = (url.partition("://")[2] or url).partition("/")[0]
    return list(split_words(re.sub(r"\{[^{}]*\}", " ", host)))
