"""Encoding of request bodies in the media type of their operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, TypeGuard, cast

from ..omission import omit
from .files import FileInput, Source, is_file, is_iterator, open_source
from .json import encode_json
from .json_lines import is_lines, to_lines
from .multipart import Multipart
from .query import encode_pairs
from .values import dump_model, is_bytes, is_model, to_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..operation import Operation


_ANYTHING: Final = frozenset({"*/*", "application/*"})
"""Wildcard media types, for which JSON is sent."""


class Payload(NamedTuple):
    """An encoded body.

    Attributes:
        content: The bytes, or the source that they are read from.
        content_type: The value of the `Content-Type` header.
    """

    content: bytes | Source
    content_type: str

    @property
    def replayable(self) -> bool:
        """Whether the body can be sent again."""
        return isinstance(self.content, bytes) or self.content.replayable


def encode_body(
    operation: Operation[object], body: object, extra: Mapping[str, object]
) -> Payload | None:
    """Return the encoded body of a call, or None if there is nothing to send.

    An object whose properties are all omitted is sent only if the operation requires a
    body. An object that is empty to begin with is always sent.

    Args:
        operation: The operation, which defines the media type.
        body: The value, or `omit`.
        extra: Properties to add to a body that is an object.

    Raises:
        OSError: If a file to upload does not exist.
        TypeError: If the value cannot be sent in this media type.
        ValueError: If a number is not finite.
    """
    if is_model(body):
        body = dump_model(body)
    if extra:
        if body is not omit and not isinstance(body, Mapping):
            raise TypeError(
                "options['body'] requires a request body that is an object."
            )
        given = cast("Mapping[str, object]", {} if body is omit else body)
        body = {**given, **extra}
    if isinstance(body, Mapping):
        properties = cast("Mapping[str, object]", body)
        kept = {name: item for name, item in properties.items() if item is not omit}
        body = kept if kept or not properties else omit
    if body is omit:
        if not operation.body_required:
            return None
        body = {}
    return _encode(operation, body)


def _encode(operation: Operation[object], body: object) -> Payload | None:
    content_type = operation.body or "application/json"
    media_type = content_type.partition(";")[0].strip().lower()
    if is_lines(media_type) and (lines := to_lines(media_type, body)):
        return Payload(lines, content_type)
    is_json = media_type.endswith(("/json", "+json")) or media_type in _ANYTHING
    if media_type != "multipart/form-data" and _is_file_body(body, is_json=is_json):
        return _encode_file(content_type, body)
    if is_json:
        content_type = "application/json" if "*" in media_type else content_type
        return Payload(encode_json(body).encode(), content_type)
    if body is None:
        return None
    if media_type == "application/x-www-form-urlencoded":
        return Payload(_encode_form(operation, _to_object(body)), content_type)
    if media_type.startswith("multipart/"):
        media_type = media_type.replace("*", "form-data")
        multipart = Multipart(_to_object(body), operation.parts, media_type)
        return Payload(multipart, multipart.content_type)
    return _encode_text(content_type, body)


def _is_file_body(body: object, *, is_json: bool) -> TypeGuard[FileInput]:
    """Return whether a body is a file. As JSON, an iterator is a list."""
    if type(body) is dict:
        return False  # nearly every body; the other checks take 3 us
    is_list = is_json and is_iterator(body) and not hasattr(body, "read")
    return is_file(body) and not is_list


def _to_object(body: object) -> Mapping[str, object]:
    if not isinstance(body, Mapping):
        raise TypeError(
            f"The request body must be an object, not {type(body).__name__}."
        )
    properties = cast("Mapping[object, object]", body)
    return {to_string(name): value for name, value in properties.items()}


def _encode_file(content_type: str, body: FileInput) -> Payload:
    """Return a body that is the content of a file or bytes, sent unchanged."""
    if isinstance(body, tuple):
        content = body[1]
        content_type = body[2] if len(body) > 2 else content_type
    else:
        content = body
    if "*" in content_type:
        content_type = "application/octet-stream"
    return Payload(
        bytes(content) if is_bytes(content) else open_source(content), content_type
    )


def _encode_form(
    operation: Operation[object], properties: Mapping[str, object]
) -> bytes:
    pairs: list[str] = []
    for name, value in properties.items():
        part = operation.parts.get(name)
        style = part.style if part else ""
        if part and "json" in part.content_type:
            style = "json"
        if not style:
            # Without brackets, an object would lose the name of its property, and a
            # server could not distinguish the items of a list of objects.
            style = "deepObject" if _has_objects(value) else "form*"
        pairs += encode_pairs(name, value, style)
    return "&".join(pairs).encode()


def _has_objects(value: object) -> bool:
    if isinstance(value, list | tuple):
        return any(_has_objects(item) for item in cast("Sequence[object]", value))
    return isinstance(value, Mapping) or is_model(value)


def _encode_text(content_type: str, body: object) -> Payload:
    try:
        text = to_string(body)
    except TypeError as error:
        raise TypeError(
            f"Cannot encode the request body as {content_type}: {error}."
        ) from None
    content_type = content_type.replace("*", "plain")
    _, named, charset = content_type.lower().partition("charset=")
    charset = charset.partition(";")[0].strip(' "')
    if not named and content_type.startswith("text/"):
        # Some servers read text/* without a charset as ASCII (RFC 2046, section 4.1.2).
        content_type = f"{content_type}; charset=utf-8"
    return Payload(text.encode(charset or "utf-8"), content_type)
