"""PA013: `collectionFormat` is none, or is `multi` where values cannot repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ...jsondata import text_of
from ..grammar import Kind
from ..keywords import place_of
from ..rule import SWAGGER, Finding, Node, put, remove, rule

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
    title="Use a collection format that the place allows",
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
    """The formats are `csv`, `ssv`, `tsv`, `pipes`, and in query and form `multi`.

    `multi` repeats the parameter, which a path, a header and the items of an array
    cannot do: `csv`, the default, takes its place. Other words for a format are read as
    what they mean; one that means none is dropped, which leaves the default.
    """
    if "collectionFormat" not in node.value:
        return
    written = node.get("collectionFormat")
    repeats = node.kind is Kind.PARAMETER and place_of(node) in {"query", "formData"}
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
        f"collectionFormat {written!r} cannot be used here; {read if fits else 'csv'} is.",
        edits=(put(place, read) if fits else remove(place),),
        at=place,
    )
