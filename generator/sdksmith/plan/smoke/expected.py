"""Expected parameters and body of the request of a sample call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ...model.api import Place, Style
from ..content.bodies import BodyKind, is_multipart
from ..content.formats import is_json
from .source import Pair, deep_pairs, header_text, json_text, query_pairs, styled_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...json_data import JsonObject, JsonValue
    from ...model.api import Operation
    from ..content.bodies import BodyPlan
    from ..expressions import Expression
    from ..operations.signature import Argument


class SampleArgument(Struct, frozen=True):
    """An argument of a sample call.

    Attributes:
        argument: The argument of the method.
        source: The value as an expression; None if the argument is omitted but still sent.
        value: The value as JSON.
    """

    argument: Argument
    source: Expression | None
    value: JsonValue


def expected_parameters(
    operation: Operation, given: Sequence[SampleArgument]
) -> JsonObject:
    """Return the expected `query`, `headers` and `cookies` of the request."""
    values = {(item.argument.place, item.argument.wire): item.value for item in given}
    query: list[Pair] = []
    cookies: list[Pair] = []
    headers: JsonObject = {}
    for item in operation.parameters:
        if item.fixed is not None:
            query.append((item.name, item.fixed))
            continue
        if (str(item.place), item.name) not in values:
            continue
        value = values[str(item.place), item.name]
        match item.place:
            case Place.QUERY:
                query += query_pairs(item, value)
            case Place.QUERYSTRING:
                query += [(text, "") for _, text in query_pairs(item, value)]
            case Place.HEADER:
                headers[item.name] = header_text(item, value)
            case Place.COOKIE:
                cookies += query_pairs(item, value)
            case _:
                pass
    expected: JsonObject = {"query": _listed(query)} if query else {}
    if headers:
        expected["headers"] = headers
    if cookies:
        expected["cookies"] = [f"{name}={text}" for name, text in cookies]
    return expected


def _listed(pairs: Sequence[Pair]) -> list[JsonValue]:
    return [[*pair] for pair in pairs]


def expected_body(body: BodyPlan | None, given: Sequence[SampleArgument]) -> JsonObject:
    """Return the expected body of the request; empty for a request without a body.

    `type` is the media type. The content has one of these keys: `json` for a JSON value,
    `form` for the pairs of a form, `parts` for the names of the parts of a multipart
    body, `lines` for values that are sent one by one, or `content` for text and bytes.
    """
    parts = [item for item in given if item.argument.place == "body"]
    if body is None or not (parts or body.required):
        return {}
    whole = next((item.value for item in parts if not item.argument.wire), None)
    named: JsonObject = {item.argument.wire: item.value for item in parts}
    value = whole if body.kind is not BodyKind.FIELDS else named
    media_type = body.media_type
    if body.kind in {BodyKind.TEXT, BodyKind.FILE}:
        return {"type": media_type, "content": value} if parts else {}
    if body.kind is BodyKind.ITEMS:
        return {"type": media_type, "lines": value}
    if is_json(media_type):
        concrete = "application/json" if "*" in media_type else media_type
        return {"type": concrete, "json": value}
    fields = value if isinstance(value, dict) else {}
    if is_multipart(media_type):
        names: list[JsonValue] = [*sorted(fields)]
        return {"type": media_type, "parts": names}
    return {"type": media_type, "form": _listed(_form_pairs(body, fields))}


def _form_pairs(body: BodyPlan, fields: JsonObject) -> list[Pair]:
    encodings = {item.property_name: item for item in body.content.encodings}
    pairs: list[Pair] = []
    for name, value in fields.items():
        encoding = encodings.get(name)
        if encoding and "json" in encoding.content_type:
            pairs.append((name, json_text(value)))
        elif encoding and (encoding.style, encoding.explode) != (Style.FORM, True):
            explode = encoding.explode
            pairs += styled_pairs(name, value, encoding.style, explode=explode)
        elif _has_objects(value):
            pairs += deep_pairs(name, value)
        else:
            pairs += styled_pairs(name, value, Style.FORM, explode=True)
    return pairs


def _has_objects(value: JsonValue) -> bool:
    if isinstance(value, list):
        return any(map(_has_objects, value))
    return isinstance(value, dict)
