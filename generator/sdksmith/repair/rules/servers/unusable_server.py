"""SV005: servers with a URL that no request can be sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import array_of, object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....text.urls import WEB_SCHEMES, Invalid, correct_url, parse_template
from ...engine.rule import OPENAPI, Finding, Node, put, remove, rule
from ...readings.server_urls import is_variable_value, read_variables
from ...readings.strings import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...engine.rule import EditOp


@rule(
    "SV005",
    on=Kind.SERVER,
    title="Correct or remove servers with invalid URLs",
    safety=Safety.LIKELY,
    having=("url",),
    dialects=OPENAPI,
    bad="""
    openapi: 3.1.0
    info: {title: Parcels, version: "1"}
    paths: {}
    servers:
    - url: https:\\\\example.com\\v1
    - url: https://admin:secret@example.org
    - url: "https://[::1"
    - url: https://example.com:{port}
      variables: {port: {enum: [https, "8443"], default: https}}
    """,
    good="""
    openapi: 3.1.0
    info: {title: Parcels, version: "1"}
    paths: {}
    servers:
    - url: https://example.com/v1
    - url: https://example.org
    - url: https://example.com:{port}
      variables: {port: {enum: ["8443"], default: "8443"}}
    """,
)
def unusable_server(node: Node) -> Iterator[Finding]:
    """A server must have a URL that a client can send requests to (Server Object).

    Backslashes, line breaks, surrounding white space and a missing scheme in front of
    a host with a port are corrected. A user name and password are removed, because a
    client must not contain secrets. A server whose URL has no host, an invalid host or
    an invalid port is removed, because any request to it would fail.

    Values of variables that make the URL invalid are removed from `enum`. An invalid
    default is replaced by the first valid value, or else by an empty string: users of
    the client must then pass the value.

    URLs with other schemes than http and https, such as `wss`, are reported but not
    changed. The client does not use them.
    """
    written = node.get("url")
    if not isinstance(written, str):
        return
    yield from _repair_values(node, written)
    values = {
        name: value
        for name, value in read_variables(node.value).items()
        if is_variable_value(written, name, value)
    }
    url, corrected = parse_template(written, values), correct_url(written)
    at = node.child_pointer("url")
    if _is_usable(written, values) and written == written.strip():
        return
    if corrected != written and _is_usable(corrected, values):
        message = f"invalid server URL {quoted(written)}; read as {corrected!r}"
        yield Finding(message, edits=(put(at, corrected),), at=at)
    elif isinstance(url, Invalid):
        yield Finding(
            f"server URL {quoted(written)} cannot be used, because {url.reason}; "
            "server removed",
            edits=(remove(node.pointer),),
            at=at,
        )
    elif url.scheme not in WEB_SCHEMES and url.scheme:
        yield Finding(
            f"clients can only use http and https, got {quoted(written)}; the "
            "server is ignored",
            at=at,
        )


def _is_usable(text: str, values: Mapping[str, str]) -> bool:
    url = parse_template(text, values)
    if isinstance(url, Invalid) or url.user_info:
        return False
    return url.is_web or not url.scheme


def _repair_values(node: Node, url: str) -> Iterator[Finding]:
    """Yield findings about the values of the variables of a server."""
    for name, default in read_variables(node.value).items():
        variable = object_of(object_of(node.get("variables"))[name])
        listed = array_of(variable.get("enum"))
        invalid = [
            item
            for item in [default, *listed]
            if isinstance(item, str) and not is_variable_value(url, name, item)
        ]
        if not invalid:
            continue
        usable = [item for item in listed if item not in invalid]
        edits: list[EditOp] = []
        if len(usable) < len(listed):
            place = node.child_pointer("variables", name, "enum")
            edits.append(put(place, usable) if usable else remove(place))
        if default in invalid:
            place = node.child_pointer("variables", name, "default")
            edits.append(put(place, usable[0] if usable else ""))
        shown = ", ".join(quoted(item) for item in dict.fromkeys(invalid))
        yield Finding(
            f"server variable {name!r} has values that are not valid in the URL: "
            f"{shown}; removed",
            edits=tuple(edits),
            at=node.child_pointer("variables", name),
        )
