"""VA004: string fields that have a value of another type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Form, Kind
from ...engine.keywords import fields_of_form, has_other_type
from ...engine.rule import Finding, Node, move, put, remove, rule
from ...readings.strings import read_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp

_PROSE: Final = frozenset(("description", "summary"))
_OTHERS_CONCERN: Final = frozenset(
    ("in", "type", "collectionFormat", "$ref", "discriminator")
)
"""String fields that other rules handle; most of them have a fixed set of values."""


@rule(
    "VA004",
    on=(
        *(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER, Kind.INFO, Kind.TAG),
        *(Kind.OPERATION, Kind.RESPONSE, Kind.CONTACT, Kind.LICENSE, Kind.XML),
        *(Kind.EXTERNAL_DOCS, Kind.SECURITY_SCHEME),
    ),
    title="Convert titles, descriptions and names to strings",
    safety=Safety.EXACT,
    having=has_other_type(Form.STRING),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        title: 2024
        description: [A parcel, And all that is in it.]
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        title: "2024"
        description: |-
          A parcel
          And all that is in it.
    """,
)
def string_field(node: Node) -> Iterator[Finding]:
    """Titles, descriptions, formats, names and URLs must be strings.

    YAML reads `2024` and `true` without quotes as a number and a boolean; these are
    converted to strings, numbers as they are written: `1.10` becomes "1.10". The entries of a list become lines of one string. An object in
    a description or summary moves to an extension, and other values that cannot be
    converted are removed. Put such values in quotes.
    """
    fields = fields_of_form(node.document.dialect, node.kind, Form.STRING)
    for key, written in node.value.items():
        # SH002 removes null values.
        if isinstance(written, str) or written is None or key not in fields:
            continue
        if key in _OTHERS_CONCERN:
            continue
        text = _read(node, key)
        place = node.child_pointer(key)
        if text is not None:
            edit: EditOp = put(place, text)
        elif written and key in _PROSE and f"x-{key}" not in node.value:
            edit = move(place, node.child_pointer(f"x-{key}"))
        else:
            edit = remove(place)
        yield Finding(f"`{key}` must be a string", edits=(edit,), at=place)


def _read(node: Node, key: str) -> str | None:
    written = node.get(key)
    if isinstance(written, list):
        strings = [
            read_string(node, entry, key, index) for index, entry in enumerate(written)
        ]
    else:
        strings = [read_string(node, written, key)]
    lines = [line for line in strings if isinstance(line, str)]
    return "\n".join(lines) if lines and len(lines) == len(strings) else None
