"""VA009: media types that cannot be sent in a header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ....json_data import array_of, object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....text.http_fields import correct_media_types, is_field_value, is_media_type
from ...engine.rule import Finding, Node, move, put, remove, rule
from ...readings.contents import JSON
from ...readings.strings import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp

_MAX_SENT: Final = 255
_LISTS: Final = ("consumes", "produces")
_CONTENTS: Final = (Kind.PARAMETER, Kind.HEADER, Kind.REQUEST_BODY, Kind.RESPONSE)
# Each request has a boundary of its own, which a document cannot know.
_BOUNDARY: Final = re.compile(r'\s*;\s*boundary=("[^"]*"|[^;]*)', re.IGNORECASE)


@rule(
    "VA009",
    on=(Kind.DOCUMENT, Kind.OPERATION, Kind.ENCODING, *_CONTENTS),
    title="Correct invalid media types",
    safety=Safety.LIKELY,
    having=("content", "contentType", "consumes", "produces"),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    consumes: [json, application/xml charset=utf-8]
    produces: ["application/json, text/csv", "application / json;"]
    paths: {}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    consumes: [application/json, application/xml; charset=utf-8]
    produces: [application/json, text/csv]
    paths: {}
    """,
)
def media_type_name(node: Node) -> Iterator[Finding]:
    """A media type is `type/subtype`, with optional parameters (RFC 9110, 8.3.1).

    White space, line breaks and invalid parameters are removed, short names such as
    `json` are completed, and several media types in one string are separated. The
    `boundary` of a form is removed, because each request has its own. Any other name
    with a slash that can be sent in a header, such as `acme/v1/json`, is reported but
    kept, because the server may expect it. A media type that cannot be sent is removed
    if there are others. If it is the only one, it is read as `application/json`, which
    is a guess.
    """
    if node.kind in _CONTENTS:
        yield from _check_content(node)
    elif node.kind is Kind.ENCODING:
        yield from _check_encoding(node)
    else:
        for key in _LISTS:
            yield from _check_list(node, key)


def _read(text: str) -> list[str]:
    """Return the media types that a string stands for; itself if it can be sent."""
    found = [text] if is_media_type(text) else correct_media_types(text)
    if not found and _can_be_sent(text):
        return [text]
    return [
        _BOUNDARY.sub("", item) if item.lower().startswith("multipart/") else item
        for item in found
    ]


def _can_be_sent(text: str) -> bool:
    return "/" in text and is_field_value(text) and len(text) <= _MAX_SENT


def _note(written: str, node: Node, *tokens: str | int) -> Iterator[Finding]:
    """Yield a finding about an invalid media type that is kept."""
    if not is_media_type(written):
        message = f"invalid media type {quoted(written)}; sent as it is"
        yield Finding(message, at=node.child_pointer(*tokens))


def _check_content(node: Node) -> Iterator[Finding]:
    content = object_of(node.get("content"))
    known = set(content)
    for key, value in content.items():
        found = _read(key)
        if found == [key]:
            yield from _note(key, node, "content", key)
            continue
        at = node.child_pointer("content", key)
        new = [item for item in found if item not in known]
        safety = Safety.LIKELY
        if not found and len(content) == 1:
            new, safety = [JSON], Safety.GUESS
        edits: list[EditOp] = [
            put(node.child_pointer("content", item), value, origin=at)
            for item in new[1:]
        ]
        edits.append(
            move(at, node.child_pointer("content", new[0])) if new else remove(at)
        )
        known.update(new)
        yield Finding(
            _message(key, new or found),
            edits=tuple(edits),
            at=at,
            safety=safety,
            fallback=(remove(at),) if safety is Safety.GUESS else (),
        )


def _check_encoding(node: Node) -> Iterator[Finding]:
    written = node.get("contentType")
    if not isinstance(written, str):
        return
    listed = [item.strip() for item in written.split(",")]
    if is_media_type(written) or all(map(is_media_type, listed)):
        return
    found, at = correct_media_types(written), node.child_pointer("contentType")
    edit = put(at, ", ".join(found)) if found else remove(at)
    yield Finding(_message(written, found), edits=(edit,), at=at)


def _check_list(node: Node, key: str) -> Iterator[Finding]:
    listed = array_of(node.get(key))
    known = {item for item in listed if isinstance(item, str)}
    for index, written in enumerate(listed):
        if not isinstance(written, str):
            continue
        found = _read(written)
        if found == [written]:
            yield from _note(written, node, key, index)
            continue
        at = node.child_pointer(key, index)
        new = [item for item in found if item not in known]
        known.update(new)
        edits: list[EditOp] = [put(at, new[0]) if new else remove(at)]
        edits += [put(node.child_pointer(key, "-"), item) for item in new[1:]]
        yield Finding(_message(written, new or found), edits=tuple(edits), at=at)


def _message(written: str, found: list[str]) -> str:
    action = f"read as {' and '.join(map(repr, found))}" if found else "removed"
    return f"invalid media type {quoted(written)}; {action}"
