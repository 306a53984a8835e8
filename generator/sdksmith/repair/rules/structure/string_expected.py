"""SH004: values that are not strings in lists and maps of strings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import texts_of
from ....report.diagnostics import Safety
from ....spec.grammar import Form, Kind
from ...engine.mismatches import STRUCTURED, may_have_mismatches, type_mismatches
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.strings import read_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.mismatches import TypeMismatch

_VERSION_KEYS: Final = frozenset(("swagger", "openapi"))
_FIELDS_OF_OWN: Final = frozenset(
    (
        *(Kind.DOCUMENT, Kind.PATH_ITEM, Kind.SERVER, Kind.SERVER_VARIABLE),
        *(Kind.LINK, Kind.ENCODING),
    )
)
"""Kinds whose string fields are handled here as well; VA004 handles other kinds."""


@rule(
    "SH004",
    on=tuple(kind for kind in STRUCTURED if kind is not Kind.SCHEMA),
    title="Convert tags, scopes and hosts to strings",
    safety=Safety.LIKELY,
    having=may_have_mismatches,
    when=type_mismatches,
    bad="""
    host: 1
    paths:
      /parcels:
        get:
          tags: [2017, true, {name: parcels}]
          security: [{login: [1]}]
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      login:
        type: oauth2
        flow: implicit
        authorizationUrl: https://example.com/login
        scopes: {"1": 1}
    """,
    good="""
    host: "1"
    paths:
      /parcels:
        get:
          tags: ["2017", "true", parcels]
          security: [{login: ["1"]}]
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      login:
        type: oauth2
        flow: implicit
        authorizationUrl: https://example.com/login
        scopes: {"1": "1"}
    """,
)
def string_expected(node: Node) -> Iterator[Finding]:
    """Tags, scopes, hosts and similar values must be strings.

    YAML reads `2017` and `true` without quotes as a number and a boolean. They are
    converted to strings, in these fields and in other lists and maps of strings. An
    object is replaced by its `name`, and a list of strings by one string. A value that
    cannot be converted is removed. Put such values in quotes.
    """
    for mismatch in type_mismatches(node):
        if mismatch.field.form is not Form.STRING or mismatch.value is None:
            continue
        has_rule = mismatch.is_entry or node.kind in _FIELDS_OF_OWN
        if not has_rule or mismatch.key in _VERSION_KEYS:
            continue
        at = node.child_pointer(*mismatch.tokens)
        text = _text(node, mismatch)
        edit = remove(at) if text is None else put(at, text)
        yield Finding(f"{mismatch.label} must be a string", edits=(edit,), at=at)


def _text(node: Node, mismatch: TypeMismatch) -> str | None:
    value = mismatch.value
    if isinstance(value, dict):
        name = value.get("name")
        return name if isinstance(name, str) else None
    if isinstance(value, list) and value and len(texts_of(value)) == len(value):
        return ", ".join(texts_of(value))
    text = read_string(node, value, *mismatch.tokens)
    return text if isinstance(text, str) else None
