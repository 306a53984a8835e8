"""VA003: limits that are not valid numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Absent, Safety
from ....spec.grammar import Form, Kind
from ...engine.keywords import fields_of_form
from ...engine.rule import Finding, Node, put, remove, rule
from ...values.exact_values import read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue

_COUNTS: Final = frozenset(
    ("maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties")
) | {"minContains", "maxContains"}


@rule(
    "VA003",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="Convert limits to numbers",
    safety=Safety.EXACT,
    having=Form.NUMBER,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      City: {type: string, maxLength: "40", minLength: -1}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      City: {type: string, maxLength: 40}
    """,
)
def number_keyword(node: Node) -> Iterator[Finding]:
    """Limits such as `maximum` are numbers; counts such as `maxItems` are integers.

    A number in quotes is converted. A value that is not a number, or not possible for
    the keyword, such as a negative length, is removed, so the limit does not apply.
    Write limits without quotes.
    """
    fields = fields_of_form(node.document.dialect, node.kind, Form.NUMBER)
    if fields.isdisjoint(node.value):
        return
    for key, written in node.value.items():
        # SH002 handles null.
        if key not in fields or written is None:
            continue
        number = read_number(written)
        if isinstance(number, Absent) or not _is_allowed(key, number):
            yield Finding(
                f"{written!r} is not a valid value of `{key}`; removed",
                edits=(remove(node.child_pointer(key)),),
                safety=Safety.LIKELY,
            )
        elif not _is_number(written) or (key in _COUNTS and isinstance(written, float)):
            yield Finding(
                f"`{key}` must be {'an integer' if key in _COUNTS else 'a number'}, "
                f"got {written!r}; converted",
                edits=(put(node.child_pointer(key), number),),
            )


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_allowed(key: str, number: float) -> bool:
    if key in _COUNTS:
        return isinstance(number, int) and number >= 0
    return key != "multipleOf" or number > 0
