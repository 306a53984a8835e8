"""Query strings that are described as a whole (OpenAPI 3.2, section 4.12.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...model.api import Parameter, PartEncoding, Place
from ...model.types import Presence, Record
from .bodies import is_form, sent_fields
from .formats import is_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.api import Api, Operation


def spread_querystrings(api: Api) -> Api:
    """Return an API whose form-encoded query strings are separate parameters.

    On the wire, a form is equal to separate query parameters. A form with known
    properties becomes a parameter for each property. Any other form becomes one
    parameter, an exploded object. Query strings in other media types are kept.
    """
    if not any(map(_has_querystring, api.operations)):
        return api
    operations = tuple(
        (
            replace(
                item,
                parameters=tuple(
                    part for whole in item.parameters for part in _spread(api, whole)
                ),
            )
            if _has_querystring(item)
            else item
        )
        for item in api.operations
    )
    return replace(api, operations=operations)


def _has_querystring(operation: Operation) -> bool:
    return any(item.place is Place.QUERYSTRING for item in operation.parameters)


def _spread(api: Api, item: Parameter) -> Iterator[Parameter]:
    if item.place is not Place.QUERYSTRING or not is_form(item.media_type):
        yield item
        return
    described = api.types[item.type]
    if not isinstance(described, Record) or described.extra_declared:
        yield replace(item, place=Place.QUERY, media_type="")
        return
    encodings = {encoding.property_name: encoding for encoding in item.encodings}
    for field in sent_fields(described):
        encoding = encodings.get(field.name) or PartEncoding(field.name)
        yield Parameter(
            name=field.name,
            place=Place.QUERY,
            type=field.type,
            required=item.required and field.presence is Presence.REQUIRED,
            style=encoding.style,
            explode=encoding.explode,
            nullable=field.nullable,
            allow_reserved=encoding.allow_reserved,
            media_type=(
                encoding.content_type if is_json(encoding.content_type) else ""
            ),
            description=field.description,
            deprecated=item.deprecated or field.deprecated,
            default=field.default,
            pointer=item.pointer,
        )
