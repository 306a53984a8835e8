"""SH007: a list, or a single value, stands where a map is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Effect, Safety
from ..grammar import Form, Kind
from ..misfits import STRUCTURED, misfits
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject, JsonValue
    from ..grammar import Field

_MAPS: Final = frozenset((Form.MAP, Form.TEXT_MAP, Form.VALUE_MAP))


@rule(
    "SH007",
    on=STRUCTURED,
    title="Make maps by name of lists",
    safety=Safety.LIKELY,
    when=misfits,
    bad="""
    paths: {}
    responses: none
    securityDefinitions:
      login:
        type: oauth2
        flow: implicit
        authorizationUrl: https://example.com/login
        scopes: [read, write]
    parameters:
    - {name: page, in: query, type: integer}
    """,
    good="""
    paths: {}
    securityDefinitions:
      login:
        type: oauth2
        flow: implicit
        authorizationUrl: https://example.com/login
        scopes: {read: "", write: ""}
    parameters:
      page: {name: page, in: query, type: integer}
    """,
)
def list_for_map(node: Node) -> Iterator[Finding]:
    """A list of objects where a map is asked for becomes a map by their names.

    A list of texts becomes a map with nothing said about each. What has no names is
    taken out.
    """
    for misfit in misfits(node):
        value = misfit.value
        if misfit.field.form not in _MAPS or value is None or value == []:
            continue
        at = node.child_pointer(*misfit.tokens)
        meant = _by_name(value, misfit.field)
        if meant is not None:
            message = f"{misfit.label} must be a map by name, not a list."
            yield Finding(message, edits=(put(at, meant),), at=at)
        else:
            yield Finding(
                f"{misfit.label} is a map; what stands here has no names.",
                edits=(remove(at),),
                at=at,
                effect=Effect.OMITTED,
            )


def _by_name(value: JsonValue, field: Field) -> JsonObject | None:
    named: JsonObject = {}
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, str) and field.form is Form.TEXT_MAP:
            named[entry] = ""
        elif isinstance(entry, str) and field.kind is Kind.MEDIA_TYPE:
            named[entry] = {}
        elif isinstance(entry, dict) and isinstance(name := _name(entry), str):
            named[name] = entry
        elif isinstance(entry, dict) and len(entry) == 1:
            named |= entry
    return named or None


def _name(entry: JsonObject) -> JsonValue:
    return next((entry[key] for key in ("name", "key", "id") if key in entry), None)
