"""SC004: `required` that is not a list of unique names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ....json_data import object_of
from ....load.document import Dialect
from ....report.diagnostics import ABSENT, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...values.exact_values import read_boolean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue

_SEPARATOR: Final = re.compile(r"[\s,;|]+")
_MAY_BE_EMPTY: Final = frozenset((Dialect.OPENAPI_31, Dialect.OPENAPI_32))


@rule(
    "SC004",
    on=(Kind.SCHEMA, Kind.REFERENCE),
    title="Make `required` a list of unique property names",
    safety=Safety.LIKELY,
    having=("required",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        required: city, weight
        properties:
          city: {type: string}
          weight: {type: number}
      Label:
        type: object
        required: []
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        required: [city, weight]
        properties:
          city: {type: string}
          weight: {type: number}
      Label:
        type: object
    """,
)
def required_list(node: Node) -> Iterator[Finding]:
    """`required` of a schema must be a list of unique property names.

    A string with one name, or with several names separated by commas or spaces, is
    converted to a list, and so is a map of names to flags. Entries that are not strings
    and duplicates are removed. An empty list is removed as well before OpenAPI 3.1,
    which is the first version that allows it.
    """
    if node.get("required") is None or node.expected is not Kind.SCHEMA:
        return
    written = node.get("required")
    if read_boolean(written) is not ABSENT:
        return
    names = _names(written, set(object_of(node.get("properties"))))
    if names == written and (names or node.document.dialect in _MAY_BE_EMPTY):
        return
    place = node.child_pointer("required")
    yield Finding(
        "`required` must be a list of unique property names, not empty before OpenAPI "
        "3.1; corrected",
        edits=(put(place, names) if names else remove(place),),
        at=place,
        safety=None if names else Safety.EXACT,
    )


def _names(written: JsonValue, properties: set[str]) -> list[JsonValue]:
    entries: list[JsonValue]
    if isinstance(written, list):
        entries = written
    elif isinstance(written, dict):
        entries = [name for name, flag in written.items() if read_boolean(flag) is True]
    elif isinstance(written, str) and written not in properties:
        entries = [name for name in _SEPARATOR.split(written) if name in properties]
    else:
        entries = [written]
    return list(dict.fromkeys(name for name in entries if isinstance(name, str)))
