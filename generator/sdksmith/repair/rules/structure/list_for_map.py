"""SH007: lists and single values where a map is required."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Form, Kind
from ...engine.mismatches import STRUCTURED, may_have_mismatches, type_mismatches
from ...engine.rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject, JsonValue
    from ....spec.grammar import Field

_MAPS: Final = frozenset((Form.MAP, Form.STRING_MAP, Form.VALUE_MAP))


@rule(
    "SH007",
    on=STRUCTURED,
    title="Convert lists to maps where a map is required",
    safety=Safety.LIKELY,
    having=may_have_mismatches,
    when=type_mismatches,
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
    """A list of named objects where a map is required is read as a map by name.

    The name is the `name`, `key` or `id` of each object. An object with a single key is
    read as an entry of the map. A list of strings is read as a map from these strings
    to empty values. A value without names is removed.
    """
    for mismatch in type_mismatches(node):
        value = mismatch.value
        if mismatch.field.form not in _MAPS or value is None or value == []:
            continue
        at = node.child_pointer(*mismatch.tokens)
        intended = _by_name(value, mismatch.field)
        if intended is not None:
            message = f"{mismatch.label} must be a map, got a list; converted to a map by name"
            yield Finding(message, edits=(put(at, intended),), at=at)
        else:
            yield Finding(
                f"{mismatch.label} must be a map, got a value without names; removed",
                edits=(remove(at),),
                at=at,
                effect=Effect.OMITTED,
            )


def _by_name(value: JsonValue, field: Field) -> JsonObject | None:
    named: JsonObject = {}
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, str) and field.form is Form.STRING_MAP:
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
