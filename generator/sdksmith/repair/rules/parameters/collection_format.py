"""PA013: `collectionFormat` values that are invalid or not allowed in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import text_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.keywords import location_of
from ...engine.rule import SWAGGER, Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORMATS: Final = frozenset(("csv", "ssv", "tsv", "pipes"))
_READINGS: Final = {
    "comma": "csv",
    "commas": "csv",
    "space": "ssv",
    "tab": "tsv",
    "pipe": "pipes",
    "form": "multi",
    "repeat": "multi",
    "multiple": "multi",
}


@rule(
    "PA013",
    on=(Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="Correct invalid values of `collectionFormat`",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    having=("collectionFormat",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - name: X-Cities
            in: header
            type: array
            items: {type: string}
            collectionFormat: multi
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - name: X-Cities
            in: header
            type: array
            items: {type: string}
            collectionFormat: csv
          responses: {"200": {description: Parcels.}}
    """,
)
def collection_format(node: Node) -> Iterator[Finding]:
    """`collectionFormat` is `csv`, `ssv`, `tsv`, `pipes` or, where allowed, `multi`.

    `multi` repeats the parameter, so it is only allowed for parameters in a query or
    form (Swagger 2.0, Parameter Object). In paths, in headers and for the items of an
    array it is replaced by `csv`, the default. Other names of a format, such as `comma`
    or `repeat`, are replaced by the format that they mean. Any other value is removed,
    which leaves the default.
    """
    if "collectionFormat" not in node.value:
        return
    written = node.get("collectionFormat")
    repeats = node.kind is Kind.PARAMETER and location_of(node) in {"query", "formData"}
    word = text_of(written)
    if word in _FORMATS or (word == "multi" and repeats):
        return
    place = node.child_pointer("collectionFormat")
    word = word.strip().lower()
    read = _READINGS.get(word, word)
    if read == "multi":
        read = "multi" if repeats else "csv"
    fits = read in _FORMATS or read == "multi"
    yield Finding(
        f"`collectionFormat` {written!r} is not allowed here; "
        f"read as `{read if fits else 'csv'}`",
        edits=(put(place, read) if fits else remove(place),),
        at=place,
    )
