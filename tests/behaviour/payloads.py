"""Validation of request bodies against a document."""

from __future__ import annotations

import json
from email.parser import BytesParser
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from sdksmith.json_data import object_of, text_of
from sdksmith.load.document import join

from .wire import read_query, scalars, split_pair

if TYPE_CHECKING:
    from email.message import Message

    from sdksmith.json_data import JsonObject, JsonValue

    from .schemas import Schemas
    from .stub_server import ReceivedRequest


def body_violation(schemas: Schemas, pointer: str, seen: ReceivedRequest) -> str:
    """Return the violation of a request body, or an empty string.

    Args:
        schemas: Schemas of requests.
        pointer: Pointer to the request body, which can be missing.
        seen: The request.
    """
    node, place = schemas.find(pointer)
    contents = object_of(object_of(node).get("content"))
    sent = seen.headers.get("content-type", "")
    if not seen.body and not sent:
        is_required = object_of(node).get("required") is True
        return "the body is missing" if is_required else ""
    if not contents:
        return "" if object_of(node) else "unexpected body"
    media_type = _find_content(contents, sent)
    if media_type is None:
        return f"the content type {sent!r} is not one of {sorted(contents)}"
    content = object_of(contents[media_type])
    schema = join(place, "content", media_type, "schema")
    if "schema" not in content:
        return ""
    essence = sent.partition(";")[0].strip().lower()
    if essence.endswith(("/json", "+json")):
        return schemas.violation(schema, json.loads(seen.body))
    if essence == "application/x-www-form-urlencoded":
        value = _read_form(schemas, schema, content, seen.body.decode())
        return schemas.violation(schema, value)
    if essence == "multipart/form-data":
        return schemas.violation(schema, _read_parts(schemas, schema, sent, seen.body))
    return ""


def _find_content(contents: JsonObject, sent: str) -> str | None:
    essence = sent.partition(";")[0].strip().lower()
    for media_type in contents:
        name = media_type.partition(";")[0].strip().lower()
        main, _, rest = name.partition("/")
        if name in {essence, "*/*", "*"} or (
            rest == "*" and essence.startswith(f"{main}/")
        ):
            return media_type
    return None


def _property(schemas: Schemas, schema: str, name: str) -> str:
    """Return the pointer to the schema of a property, which can be in a part."""
    pending = [schema]
    for _ in range(50):
        if not pending:
            break
        node, place = schemas.find(pending.pop())
        item = object_of(node)
        if name in object_of(item.get("properties")):
            return join(place, "properties", name)
        for word in ("allOf", "anyOf", "oneOf"):
            parts = item.get(word)
            if isinstance(parts, list):
                pending += [join(place, word, index) for index in range(len(parts))]
    return ""


def _read_form(
    schemas: Schemas, schema: str, content: JsonObject, text: str
) -> JsonObject:
    pairs = [split_pair(part) for part in text.split("&") if part]
    names = {unquote_plus(key).partition("[")[0] for key, _ in pairs}
    encodings = object_of(content.get("encoding"))
    value: JsonObject = {}
    for name in sorted(names):
        encoding = object_of(encodings.get(name))
        style = text_of(encoding.get("style")) or "form"
        explode = encoding.get("explode", style == "form") is True
        place = _property(schemas, schema, name)
        kinds = schemas.kinds(place) if place else {"scalar"}
        own = [
            pair for pair in pairs if unquote_plus(pair[0]).partition("[")[0] == name
        ]
        listed = [(name, text) for _, text in own]
        found = [
            *read_query(own, name, style, kinds, explode=explode),
            *read_query(listed, name, style, kinds, explode=explode),
        ]
        value[name] = _best(schemas, place, found)
    return value


def _best(schemas: Schemas, place: str, found: list[JsonValue]) -> JsonValue:
    """Return the first valid value, or the first one if all are invalid."""
    for value in found:
        if place and not schemas.violation(place, value):
            return value
    return found[0] if found else None


def _read_parts(schemas: Schemas, schema: str, sent: str, body: bytes) -> JsonObject:
    message: Message[str, str] = BytesParser().parsebytes(
        f"Content-Type: {sent}\r\n\r\n".encode() + body
    )
    texts: dict[str, list[JsonValue]] = {}
    for part in message.walk():
        if part.is_multipart():
            continue
        name = str(part.get_param("name", "", "Content-Disposition"))
        raw = part.get_payload(decode=True)
        text = raw.decode("latin-1") if isinstance(raw, bytes) else ""
        is_json = part.get_content_type().endswith("json")
        texts.setdefault(name, []).append(json.loads(text) if is_json else text)
    value: JsonObject = {}
    for name, values in texts.items():
        place = _property(schemas, schema, name)
        one = values[0]
        readings = [one, *(scalars(one) if isinstance(one, str) else ())]
        readings += [[*values]]
        value[name] = _best(schemas, place, readings)
    return value
