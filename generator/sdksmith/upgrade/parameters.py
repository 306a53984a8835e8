"""Conversion of Swagger 2.0 parameters to OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..json_data import array_of, object_of, text_of
from ..load.document import join

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from .conversion import Conversion, Shared

TYPE_KEYS: Final = frozenset(
    {"type", "format", "items", "default", "enum", "multipleOf", "uniqueItems"}
    | {"maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "pattern"}
    | {"maxLength", "minLength", "maxItems", "minItems", "nullable"}
    | {"x-nullable", "x-enum-varnames", "x-enum-descriptions", "x-enumNames"}
    | {"x-ms-enum", "x-sdksmith-one-of", "x-sdksmith-any-of", "x-sdksmith-types"}
    | {"x-sdksmith-const", "x-sdksmith-tuple"}
)
"""Keywords that 2.0 defines in a parameter or header, and 3.1 in its schema."""

_BODY_PLACES: Final = frozenset({"body", "formData"})
_HEADERS_OF_THEIR_OWN: Final = frozenset({"accept", "authorization", "content-type"})

_QUERY_STYLES: Final = {
    "csv": ("form", False),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}
_OTHER_STYLES: Final = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}


class ParameterLists(Struct, frozen=True):
    """Parameters of a path item or operation, split by location.

    Attributes:
        parameters: Path, query and header parameters, upgraded.
        body: Body and form parameters of 2.0, not upgraded, by `in` and name.
    """

    parameters: list[JsonValue]
    body: dict[str, Shared]


def split_parameters(conversion: Conversion, listed: JsonValue) -> ParameterLists:
    """Upgrade a `parameters` list, and separate its body and form parameters."""
    parameters: list[JsonValue] = []
    body: dict[str, Shared] = {}
    for node in array_of(listed):
        shared = conversion.shared(node, "parameters")
        place = text_of(shared.node.get("in"))
        if place in _BODY_PLACES:
            # There is only one body, regardless of its name (2.0, "Parameter Object").
            name = text_of(shared.node.get("name")) if place == "formData" else ""
            body[join("", place, name)] = shared
        elif shared.name is not None:
            reference = "#" + join("/components/parameters", shared.name)
            parameters.append(conversion.derived({"$ref": reference}, node))
        elif shared.node:
            parameters.append(upgrade_parameter(conversion, shared.node))
    return ParameterLists(parameters, body)


def upgrade_shared_parameters(conversion: Conversion) -> JsonObject:
    """Return `components.parameters`: the shared parameters outside of the body."""
    listed = object_of(conversion.root.get("parameters"))
    parameters: JsonObject = {}
    for name, node in listed.items():
        shared = conversion.shared(node, "parameters")
        if shared.node and text_of(shared.node.get("in")) not in _BODY_PLACES:
            parameters[name] = upgrade_parameter(conversion, shared.node)
    return conversion.derived(parameters, listed)


def upgrade_parameter(conversion: Conversion, node: JsonObject) -> JsonObject:
    """Upgrade a path, query or header parameter."""
    new: JsonObject = {
        key: value
        for key, value in node.items()
        if key not in TYPE_KEYS and key not in {"collectionFormat", "schema"}
    }
    if "$ref" in node:  # a reference to another file, which is preserved
        return conversion.derived(dict(node), node)
    if node.get("in") != "query":
        new.pop("allowEmptyValue", None)
    if new.pop("x-deprecated", None) is True:
        new["deprecated"] = True
    if "x-example" in new:
        new["example"] = new.pop("x-example")
    if text_of(node.get("name")).lower() in _HEADERS_OF_THEIR_OWN:
        # 3.1 ignores parameters for these headers (section 4.8.12.1), 2.0 does not.
        new["x-sdksmith-keep"] = True
    new["schema"] = value_schema(conversion, node)
    if array_schema(node) or "collectionFormat" in node:
        new.update(_style(node))
    return conversion.derived(new, node)


def array_schema(node: JsonObject) -> bool:
    """Return whether a parameter or header is an array."""
    return node.get("type") == "array"


def value_schema(conversion: Conversion, node: JsonObject) -> JsonValue:
    """Return the schema of a parameter, header or form field.

    2.0 does not allow `schema` outside of the body, but its meaning is unambiguous.
    """
    if isinstance(node.get("schema"), dict) and "type" not in node:
        return conversion.schemas.convert(node["schema"])
    old: JsonObject = {key: value for key, value in node.items() if key in TYPE_KEYS}
    new = conversion.schemas.convert(_without_collection_format(old))
    if isinstance(new, dict):
        conversion.origins.derive(new, node)
    return new


def _without_collection_format(node: JsonObject) -> JsonObject:
    """Drop `collectionFormat` of inner arrays, which 3.1 cannot express."""
    items = node.get("items")
    if not isinstance(items, dict):
        return node
    inner = {key: value for key, value in items.items() if key != "collectionFormat"}
    return {**node, "items": _without_collection_format(inner)}


def _style(node: JsonObject) -> JsonObject:
    """Return `style` and `explode` for a `collectionFormat` (2.0, "Parameter Object").

    Formats without a style in 3.1 are declared in `x-sdksmith-style`: tabs, and spaces
    or pipes outside of the query.
    """
    collection = text_of(node.get("collectionFormat")) or "csv"
    if node.get("in") == "query":
        if collection == "tsv":
            return {
                "style": "form",
                "explode": False,
                "x-sdksmith-style": "tabDelimited",
            }
        style, explode = _QUERY_STYLES.get(collection, ("form", False))
        return {"style": style, "explode": explode}
    new: JsonObject = {"style": "simple"}
    other = {**_OTHER_STYLES, "tsv": "tabDelimited"}.get(collection)
    if other:
        new["x-sdksmith-style"] = other
    return new


def form_style(node: JsonObject) -> JsonObject:
    """Return the encoding of a form field; empty if it is the default of 3.1."""
    if not array_schema(node) and "collectionFormat" not in node:
        return {}
    style = _style({**node, "in": "query"})
    return {} if style == {"style": "form", "explode": True} else style
