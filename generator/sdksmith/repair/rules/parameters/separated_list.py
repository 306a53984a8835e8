"""PA019: invalid `style` values, and `collectionFormat` in OpenAPI 3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import text_of
from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, move_to_extension, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp

_STYLES: Final = {
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "path": ("simple", "label", "matrix"),
    "header": ("simple",),
    "cookie": ("form",),
}
"""Styles allowed in each location, the default first (Parameter Object, `style`)."""
_FORMATS: Final = {
    "csv": ("form", False),
    "multi": ("form", True),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
}


@rule(
    "PA019",
    on=Kind.PARAMETER,
    title="Correct the serialization styles of parameters",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    having=("style", "collectionFormat"),
    bad="""
    paths:
      /parcels:
        get:
          parameters:
          - {name: a, in: query, collectionFormat: pipes, schema: {type: array, items: {}}}
          - {name: b, in: header, style: form, schema: {type: string}}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    paths:
      /parcels:
        get:
          parameters:
          - name: a
            in: query
            style: pipeDelimited
            explode: false
            schema: {type: array, items: {}}
          - {name: b, in: header, x-style: form, schema: {type: string}}
          responses: {"200": {description: Parcels.}}
    """,
)
def separated_list(node: Node) -> Iterator[Finding]:
    """The allowed values of `style` depend on the location of a parameter.

    OpenAPI 3 lists them in the Parameter Object (Style Values). `collectionFormat` is
    Swagger 2.0 syntax and is replaced by `style` and `explode`: `csv` by the style
    `form` without `explode`, and `multi` by `form` with it. A style that is not allowed
    moves to an extension, and the default style of the location applies.
    """
    place = text_of(node.get("in"))
    allowed = _STYLES.get(place)
    if allowed is None:
        return
    if place == "cookie" and node.document.dialect is Dialect.OPENAPI_32:
        allowed = (*allowed, "cookie")
    if "collectionFormat" in node.value:
        word = text_of(node.get("collectionFormat"))
        yield Finding(
            f"OpenAPI 3 has no `collectionFormat` ({word!r}); use `style` and `explode`",
            edits=_translate(node, "collectionFormat", word, allowed),
            at=node.child_pointer("collectionFormat"),
        )
        return
    style = node.get("style")
    if isinstance(style, str) and style not in allowed:
        yield Finding(
            f"{place} parameters do not support the style {style!r}; corrected",
            edits=_translate(node, "style", style, allowed),
            at=node.child_pointer("style"),
        )


def _translate(
    node: Node, key: str, word: str, allowed: tuple[str, ...]
) -> tuple[EditOp, ...]:
    style, explode = _FORMATS.get(word, (word, None))
    by_lower_name = {name.lower(): name for name in allowed}
    style = by_lower_name.get(style.lower(), allowed[0] if word in _FORMATS else "")
    if not style:
        return (move_to_extension(node, key),)
    edits: list[EditOp] = [] if key == "style" else [remove(node.child_pointer(key))]
    if key == "style" or style != allowed[0]:
        edits.append(put(node.child_pointer("style"), style))
    if explode is not None and "explode" not in node.value:
        edits.append(put(node.child_pointer("explode"), explode))
    return tuple(edits)
