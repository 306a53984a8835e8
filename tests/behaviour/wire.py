"""Possible values of serialised parameters, by the styles of OpenAPI 3.1, section 4.8.12.3."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_plus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sdksmith.json_data import JsonObject, JsonValue

Pair = tuple[str, str]
"""Name and value as in the request, percent-encoded."""


def split_pair(text: str) -> Pair:
    """Split a string at the first `=`."""
    name, _, value = text.partition("=")
    return name, value


_DELIMITERS = {
    "spaceDelimited": "%20",
    "pipeDelimited": r"\||%7C",
    "tabDelimited": "%09",
}


def scalars(text: str) -> Iterator[JsonValue]:
    """Yield the possible values of a serialised scalar."""
    try:
        number = json.loads(text)
    except ValueError:
        number = text
    if not isinstance(number, dict | list):
        yield number
    yield text
    if not text:
        yield None


def readings(texts: Sequence[str]) -> list[list[JsonValue]]:
    """Return the possible values of several scalars: parsed as JSON, or all strings."""
    return [[next(scalars(text)) for text in texts], [*texts]]


def read_simple(raw: str, kinds: set[str], *, explode: bool) -> Iterator[JsonValue]:
    """Yield the possible values of a path segment or header in the style `simple`."""
    if "scalar" in kinds:
        yield from scalars(unquote(raw))
    parts = [unquote(part) for part in raw.split(",")]
    if "array" in kinds:
        yield from readings(parts)
    if "object" in kinds:
        if explode:
            pairs = [split_pair(part) for part in parts]
        else:
            pairs = list(zip(parts[::2], parts[1::2], strict=False))
        yield from _objects(pairs)
    try:
        yield json.loads(unquote(raw))
    except ValueError:
        return


def _objects(pairs: Sequence[tuple[str, str]]) -> Iterator[JsonValue]:
    names = [name for name, _ in pairs]
    for values in readings([text for _, text in pairs]):
        yield dict(zip(names, values, strict=True))


def read_path(
    raw: str, name: str, style: str, kinds: set[str], *, explode: bool
) -> Iterator[JsonValue]:
    """Yield the possible values of a path parameter."""
    if style == "label":
        raw = raw.removeprefix(".")
        raw = raw.replace(".", ",") if explode else raw
    elif style == "matrix":
        raw = raw.removeprefix(";")
        if explode and "scalar" not in kinds:
            raw = raw.replace(";", ",")
            raw = raw.replace(f"{name}=", "") if "array" in kinds else raw
        else:
            raw = raw.removeprefix(f"{name}=")
    yield from read_simple(raw, kinds, explode=explode)


def read_query(
    pairs: Sequence[Pair], name: str, style: str, kinds: set[str], *, explode: bool
) -> Iterator[JsonValue]:
    """Yield the possible values of a query parameter."""
    own = [value for key, value in pairs if unquote_plus(key) == name]
    if "scalar" in kinds and own:
        yield from scalars(unquote_plus(own[0]))
    if "array" in kinds and own:
        if not explode or style in _DELIMITERS:
            delimiter = _DELIMITERS.get(style, ",")
            own = [part for value in own for part in re.split(delimiter, value)]
        yield from readings([unquote_plus(value) for value in own])
    if "object" in kinds:
        yield from _query_objects(pairs, name, style, explode=explode)
    for value in own[:1]:
        try:
            yield json.loads(unquote_plus(value))
        except ValueError:
            return


def _query_objects(
    pairs: Sequence[Pair], name: str, style: str, *, explode: bool
) -> Iterator[JsonValue]:
    decoded = [(unquote_plus(key), unquote_plus(value)) for key, value in pairs]
    nested = [pair for pair in decoded if pair[0].startswith(f"{name}[")]
    if nested:
        for as_text in (False, True):
            yield read_brackets(nested, as_text=as_text)
    elif explode:
        lists: dict[str, list[str]] = {}
        for key, value in decoded:
            lists.setdefault(key, []).append(value)
        for as_text in (False, True):
            whole: JsonObject = {}
            for key, values in lists.items():
                several: list[JsonValue] = [*values]
                one = _value(values[0], as_text=as_text)
                whole[key] = several if len(values) > 1 else one
            yield whole
    else:
        own = [value for key, value in pairs if unquote_plus(key) == name]
        parts = [unquote_plus(part) for value in own for part in value.split(",")]
        yield from _objects(list(zip(parts[::2], parts[1::2], strict=False)))


def _value(text: str, *, as_text: bool) -> JsonValue:
    return text if as_text else next(scalars(text))


def read_brackets(pairs: Sequence[tuple[str, str]], *, as_text: bool) -> JsonValue:
    """Return the object of `name[key][]=value` pairs."""
    whole: JsonObject = {}
    for key, text in pairs:
        keys = re.findall(r"\[([^\]]*)\]", key)
        node: JsonObject = whole
        for inner in keys[:-1]:
            following = node.setdefault(inner, {})
            node = following if isinstance(following, dict) else {}
        last = keys[-1]
        value = _value(text, as_text=as_text)
        if last == "":
            listed = node.setdefault("", [])
            if isinstance(listed, list):
                listed.append(value)
        else:
            node[last] = value
    return _fold(whole)


def _fold(node: JsonValue) -> JsonValue:
    if not isinstance(node, dict):
        return node
    if list(node) == [""]:
        return node[""]
    folded = {key: _fold(value) for key, value in node.items()}
    if folded and all(key.isdecimal() for key in folded):
        return list(folded.values())
    return folded
