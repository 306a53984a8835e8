"""PA023: invalid `style` values in the encoding of form fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, move_to_extension, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLES: Final = ("form", "spaceDelimited", "pipeDelimited", "deepObject")


@rule(
    "PA023",
    on=Kind.ENCODING,
    title="Correct the serialization styles of form fields",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    having=("style",),
    bad="""
    paths:
      /parcels:
        post:
          requestBody:
            content:
              application/x-www-form-urlencoded:
                schema: {type: object, properties: {tags: {type: array, items: {}}}}
                encoding: {tags: {style: simple}}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    paths:
      /parcels:
        post:
          requestBody:
            content:
              application/x-www-form-urlencoded:
                schema: {type: object, properties: {tags: {type: array, items: {}}}}
                encoding: {tags: {x-style: simple}}
          responses: {"200": {description: Parcels.}}
    """,
)
def encoding_style(node: Node) -> Iterator[Finding]:
    """The fields of a form are serialized like query parameters.

    OpenAPI 3 allows the same styles for both (Encoding Object, `style`). A style that
    differs only in case is corrected. Any other style moves to an extension, and the
    default style `form` applies.
    """
    style = node.get("style")
    if not isinstance(style, str) or style in _STYLES:
        return
    by_lower_name = {name.lower(): name for name in _STYLES}
    known = by_lower_name.get(style.lower())
    yield Finding(
        f"form fields do not support the style {style!r}; corrected",
        edits=(
            (
                put(node.child_pointer("style"), known)
                if known
                else move_to_extension(node, "style")
            ),
        ),
        at=node.child_pointer("style"),
    )
