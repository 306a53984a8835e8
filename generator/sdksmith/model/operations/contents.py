"""Content of request bodies, responses and parameters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ...json_data import array_of, object_of, text_of
from ...load.document import join
from ..api import Content, PartEncoding, Style
from ..references import Target
from ..types import ListOf, Scalar, ScalarKind
from .headers import read_headers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...json_data import JsonObject, JsonValue
    from ..builders import Builders
    from ..types import TypeId

_BINARY_MEDIA: Final = (
    "application/octet-stream",
    "application/pdf",
    "application/zip",
    "application/gzip",
    "image/",
    "audio/",
    "video/",
    "font/",
)
"""Media types that are bytes even without a schema."""

_STYLES: Final = {style.value: style for style in Style}
_FORM_STYLES: Final = frozenset(
    {Style.FORM, Style.SPACE, Style.PIPE, Style.TAB, Style.DEEP}
)
"""Styles of form fields (OpenAPI 3.1, section 4.8.15.1)."""


def read_contents(
    builders: Builders, listed: JsonValue, pointer: str
) -> tuple[Content, ...]:
    """Return the alternatives of a `content` map, in document order.

    A schema that is repeated for another media type gives the same type. Swagger 2.0 has
    one schema for all media types, and most authors of OpenAPI 3.x documents repeat it.
    """
    contents: dict[str, Content] = {}
    described: dict[str, TypeId] = {}
    for media_type, node in object_of(listed).items():
        name = _media_type(media_type)
        if not name or name in contents:
            continue
        # Since OpenAPI 3.2, a media type can be a component (section 4.14).
        target = builders.references.follow(node, join(pointer, media_type))
        media = object_of(target.node) if target else {}
        place = target.pointer if target else join(pointer, media_type)
        item = _read_item(builders, media, place)
        type_id = _type_of(builders, media, join(place, "schema"), described, name)
        if type_id is None and item is not None and name.endswith("json"):
            type_id = _list_of(builders, item, join(place, "itemSchema"))
        contents[name] = Content(
            media_type=name,
            type=type_id,
            nullable=builders.schemas.nullable(media.get("schema")),
            item=item,
            encodings=read_encodings(builders, media, place),
            first_encodings=_read_first_encodings(builders, media, place),
            item_encoding=_read_item_encoding(builders, media, place),
            examples=read_examples(builders, media),
        )
    return tuple(contents.values())


def _media_type(name: str) -> str:
    """Return a media type in lower case; JSON for names such as `application.json`."""
    lower = name.strip().lower()
    is_json = "/" not in lower and lower.rpartition(".")[2] == "json"
    return "application/json" if is_json else lower


def _read_item(builders: Builders, media: JsonObject, pointer: str) -> TypeId | None:
    key = _spelling(media, "itemSchema")
    if media.get(key) is None:
        return None
    return builders.schemas.type_of(media[key], join(pointer, key))


def _spelling(media: JsonObject, key: str) -> str:
    """Return the name under which a media type contains a field of OpenAPI 3.2.

    In a document of an earlier version, such a field is an extension.
    """
    return key if key in media else f"x-{key}"


def _list_of(builders: Builders, item: TypeId, pointer: str) -> TypeId:
    meta = builders.schemas.meta({}, pointer)
    return builders.arena.reserve((pointer, "items"), lambda: ListOf(meta, item))


def _type_of(
    builders: Builders,
    media: JsonObject,
    pointer: str,
    described: dict[str, TypeId],
    media_type: str,
) -> TypeId | None:
    schema = media.get("schema")
    is_open = schema is True or schema == {}
    if is_open or not isinstance(schema, dict):
        if not media_type.startswith(_BINARY_MEDIA):
            return builders.schemas.type_of(schema, pointer) if is_open else None
        meta = builders.schemas.meta({}, pointer)
        return builders.arena.reserve(
            (pointer, "bytes"), lambda: Scalar(meta, ScalarKind.BINARY)
        )
    # Comparing each schema with all previous ones would take quadratic time.
    text = json.dumps(schema, sort_keys=True)
    if text not in described:
        described[text] = builders.schemas.type_of(schema, pointer)
    return described[text]


def read_examples(builders: Builders, node: JsonObject) -> tuple[JsonValue, ...]:
    """Return the values of `example` and `examples` (OpenAPI 3.1, section 4.8.14)."""
    if "example" in node:
        return (node["example"],)
    values: list[JsonValue] = []
    for name, example in object_of(node.get("examples")).items():
        target = builders.references.follow(example, f"/examples/{name}")
        found = object_of(target.node) if target else {}
        for key in ("dataValue", "value"):  # `dataValue`: OpenAPI 3.2
            if key in found:
                values.append(found[key])
                break
    return tuple(values)


def read_encodings(
    builders: Builders, media: JsonObject, pointer: str
) -> tuple[PartEncoding, ...]:
    """Return the encodings of the properties of a form (OpenAPI 3.1, section 4.8.15).

    A string whose `contentSchema` describes JSON is encoded as JSON. Pydantic describes
    `Json[Model]` in this way.
    """
    encodings = {
        name: _read_encoding(builders, name, node, join(pointer, "encoding", name))
        for name, node in object_of(media.get("encoding")).items()
        if isinstance(node, dict)
    }
    for name, content in _json_properties(builders, media, pointer):
        encoding = encodings.get(name, PartEncoding(name))
        encodings[name] = replace(
            encoding,
            content_type=encoding.content_type or "application/json",
            content=builders.schemas.type_of(content.node, content.pointer),
        )
    return tuple(encodings.values())


def _json_properties(
    builders: Builders, media: JsonObject, pointer: str
) -> list[tuple[str, Target]]:
    """Return the properties of a form that are JSON in strings, with its schema."""
    target = builders.references.follow(media.get("schema"), join(pointer, "schema"))
    if target is None:
        return []
    known = builders.json_properties.get(target.pointer)
    if known is None:
        known = builders.json_properties[target.pointer] = [*_find_json(target)]
    return known


def _find_json(schema: Target) -> Iterator[tuple[str, Target]]:
    properties = object_of(schema.node).get("properties")
    for name, node in object_of(properties).items():
        here = join(schema.pointer, "properties", name)
        for part, where in _alternatives(object_of(node), here):
            media_type = text_of(part.get("contentMediaType")).lower()
            if "contentSchema" in part and media_type.endswith("json"):
                content = Target(part["contentSchema"], join(where, "contentSchema"))
                yield name, content


def _alternatives(node: JsonObject, pointer: str) -> Iterator[tuple[JsonObject, str]]:
    """Yield a schema, or the only schema in its `anyOf` besides null."""
    members = [
        (object_of(member), join(pointer, "anyOf", index))
        for index, member in enumerate(array_of(node.get("anyOf")))
        if object_of(member).get("type") != "null"
    ]
    if len(members) <= 1:
        yield members[0] if members else (node, pointer)


def _read_first_encodings(
    builders: Builders, media: JsonObject, pointer: str
) -> tuple[PartEncoding, ...]:
    key = _spelling(media, "prefixEncoding")
    return tuple(
        _read_encoding(builders, "", object_of(node), join(pointer, key, index))
        for index, node in enumerate(array_of(media.get(key)))
    )


def _read_item_encoding(
    builders: Builders, media: JsonObject, pointer: str
) -> PartEncoding | None:
    key = _spelling(media, "itemEncoding")
    node = media.get(key)
    if not isinstance(node, dict):
        return None
    return _read_encoding(builders, "", node, join(pointer, key))


def _read_encoding(
    builders: Builders, name: str, node: JsonObject, pointer: str
) -> PartEncoding:
    style = read_style(node, Style.FORM)
    if style not in _FORM_STYLES:
        style = Style.FORM
    explode = node.get("explode")
    return PartEncoding(
        property_name=name,
        content_type=_content_type(node.get("contentType")),
        style=style,
        explode=explode if isinstance(explode, bool) else style is Style.FORM,
        allow_reserved=node.get("allowReserved") is True,
        headers=read_headers(builders, node.get("headers"), join(pointer, "headers")),
    )


def _content_type(value: JsonValue) -> str:
    """Return the first of the content types allowed for a part."""
    first = array_of(value)[0] if array_of(value) else value
    return text_of(first).split(",")[0].strip().lower()


def read_style(node: JsonObject, default: Style) -> Style:
    """Return the style of a parameter or form field, or `default` if it has no valid one.

    `x-sdksmith-style` holds the styles of Swagger 2.0 that OpenAPI 3.1 does not have.
    """
    for key in ("x-sdksmith-style", "style"):
        style = _STYLES.get(text_of(node.get(key)))
        if style is not None:
            return style
    return default
