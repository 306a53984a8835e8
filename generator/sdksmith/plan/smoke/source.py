"""Serialization of values outside of JSON, to check the requests of a client.

This is an implementation of OpenAPI 3.1, section 4.8.12.3 that is independent of the
runtime, so the tests of a client detect errors in either. Strings are returned before
percent-encoding. Nulls inside of arrays and objects are dropped (RFC 6570, section 3.2.1),
except in JSON.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from ...model.api import Style

if TYPE_CHECKING:
    from ...json_data import JsonValue
    from ...model.api import Parameter

Pair = tuple[str, str]

_DELIMITERS: Final = {Style.SPACE: " ", Style.PIPE: "|", Style.TAB: "\t"}


def value_text(value: JsonValue) -> str:
    """Return a value as a string; arrays and objects are serialized as JSON."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case _:
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_text(value: JsonValue) -> str:
    """Return a value as JSON, without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _content_text(item: Parameter, value: JsonValue) -> str:
    """Return a value in the media type of its parameter (section 4.8.12.2)."""
    is_plain = not isinstance(value, list | dict)
    return (
        value_text(value)
        if is_plain and "json" not in item.media_type
        else json_text(value)
    )


def path_text(item: Parameter, value: JsonValue) -> str:
    """Return the serialized value of a path parameter."""
    if item.media_type:
        return _content_text(item, value)
    texts = _texts(value, explode=item.explode)
    if item.style is Style.MATRIX:
        if isinstance(value, dict) and item.explode:
            return "".join(f";{text}" for text in texts)
        if isinstance(value, list) and item.explode:
            return "".join(f";{item.name}={text}" for text in texts)
        return f";{item.name}={','.join(texts)}"
    if item.style is Style.LABEL:
        return "." + (".".join(texts) if item.explode else ",".join(texts))
    return ",".join(texts)


def header_text(item: Parameter, value: JsonValue) -> str:
    """Return the serialized value of a header."""
    if item.media_type:
        return _content_text(item, value)
    return ",".join(_texts(value, explode=item.explode))


def _texts(value: JsonValue, *, explode: bool) -> list[str]:
    match value:
        case list():
            return [value_text(part) for part in value if part is not None]
        case dict():
            pairs = [
                (key, value_text(part))
                for key, part in value.items()
                if part is not None
            ]
            if explode:
                return [f"{key}={text}" for key, text in pairs]
            return [text for pair in pairs for text in pair]
        case _:
            return [value_text(value)]


def query_pairs(item: Parameter, value: JsonValue) -> list[Pair]:
    """Return the `name=value` pairs of a query parameter or cookie."""
    if item.media_type:
        return [(item.name, _content_text(item, value))]
    return styled_pairs(item.name, value, item.style, explode=item.explode)


def styled_pairs(
    name: str, value: JsonValue, style: Style, *, explode: bool
) -> list[Pair]:
    """Return the pairs of a value serialized in a style."""
    if not isinstance(value, list | dict) or style is Style.DEEP:
        return deep_pairs(name, value)
    if not explode:
        texts = _texts(value, explode=False)
        return [(name, _DELIMITERS.get(style, ",").join(texts))] if texts else []
    if isinstance(value, list):
        return [pair for part in value for pair in deep_pairs(name, part)]
    pairs: list[Pair] = []
    for key, part in value.items():
        for each in part if isinstance(part, list) else [part]:
            pairs += deep_pairs(key, each)
    return pairs


def deep_pairs(name: str, value: JsonValue) -> list[Pair]:
    """Return the pairs of a value in bracket notation, `name[key]=value`."""
    match value:
        case None:
            return []
        case dict():
            parts = list(value.items())
        case list() if any(isinstance(part, list | dict) for part in value):
            parts = [(str(index), part) for index, part in enumerate(value)]
        case list():
            parts = [("", part) for part in value]
        case _:
            return [(name, value_text(value))]
    return [pair for key, part in parts for pair in deep_pairs(f"{name}[{key}]", part)]
