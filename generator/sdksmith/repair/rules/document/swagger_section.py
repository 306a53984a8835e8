"""DO004: sections of Swagger 2.0 in an OpenAPI 3 document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import object_of, text_of, texts_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, move, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject
    from ...engine.rule import EditOp

_SECTIONS: Final = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
_ADDRESS: Final = ("host", "basePath", "schemes")


@rule(
    "DO004",
    on=Kind.DOCUMENT,
    title="Move Swagger 2.0 sections to their OpenAPI 3 locations",
    safety=Safety.EXACT,
    dialects=OPENAPI,
    having=(*_SECTIONS, *_ADDRESS),
    early=True,
    bad="""
    host: example.com
    basePath: /v1
    definitions:
      Parcel: {type: object}
      Parcels: {type: array, items: {$ref: "#/definitions/Parcel"}}
    """,
    good="""
    servers: [{url: https://example.com/v1}]
    components:
      schemas:
        Parcel: {type: object}
        Parcels: {type: array, items: {$ref: "#/components/schemas/Parcel"}}
    """,
)
def swagger_section(node: Node) -> Iterator[Finding]:
    """OpenAPI 3 defines reusable objects under `components`.

    `definitions`, `parameters`, `responses` and `securityDefinitions` are Swagger 2.0
    syntax. They move to `components`, and the references to them are updated. `host`,
    `basePath` and `schemes` are replaced by an entry of `servers`, unless the document
    already has one.
    """
    root = node.value
    sections = [key for key in _SECTIONS if isinstance(root.get(key), dict)]
    address = [key for key in _ADDRESS if key in root and not root.get("servers")]
    edits: list[EditOp] = [remove(node.child_pointer(key)) for key in address]
    if address:
        edits.append(put(node.child_pointer("servers"), [{"url": _url(root)}]))
    if sections and "components" not in root:
        edits.append(put(node.child_pointer("components"), {}))
    for key in sections:
        edits += _merge(node, key, _SECTIONS[key])
    # A single finding: sections left for the next pass would become extensions, as
    # unknown fields.
    if edits:
        found = [*sections, *address]
        message = (
            f"OpenAPI 3 has no {', '.join(found)}; moved to `components` or `servers`"
        )
        at = node.child_pointer(found[0])
        yield Finding(message, edits=tuple(edits), at=at)


def _merge(node: Node, old: str, new: str) -> Iterator[EditOp]:
    known = object_of(node.get("components")).get(new)
    if known is None:
        yield move(node.child_pointer(old), node.child_pointer("components", new))
        return
    for name in object_of(node.get(old)):
        if name not in object_of(known):
            source = node.child_pointer(old, name)
            yield move(source, node.child_pointer("components", new, name))
    yield remove(node.child_pointer(old))


def _url(root: JsonObject) -> str:
    host, path = text_of(root.get("host")), text_of(root.get("basePath"))
    path = f"/{path.strip('/')}" if path.strip("/") else ""
    schemes = texts_of(root.get("schemes"))
    scheme = "https" if "https" in schemes or not schemes else schemes[0]
    return f"{scheme}://{host}{path}" if host else path or "/"
