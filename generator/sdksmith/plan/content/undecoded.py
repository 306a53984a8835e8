"""Types that are lost because clients do not decode or encode a media type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .bodies import BodyKind, body_kind, choose_body
from .media_types import Reading, choose_content, is_structure, reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.api import Api, Content, Operation

_RETURNED: Final = {
    Reading.TEXT: "returned as str",
    Reading.BYTES: "returned as bytes",
}
_PASSED: Final = {
    BodyKind.TEXT: "passed as str or bytes",
    BodyKind.FILE: "passed as bytes or files",
}


def find_undecoded(api: Api) -> Iterator[tuple[str, str]]:
    """Yield a message for each media type whose objects have no types in the client.

    Yields:
        The message, and the pointer of the first of the bodies or responses.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for operation in api.operations:
        for content, treatment, pointer in _contents(api, operation):
            if treatment and is_structure(api, content):
                key = content.media_type, treatment
                found.setdefault(key, []).append(pointer)
    for (media_type, treatment), pointers in found.items():
        number = len(pointers)
        operations = "1 operation" if number == 1 else f"{number} operations"
        message = f"objects in {media_type} are {treatment} in {operations}"
        yield message, pointers[0]


def _contents(api: Api, operation: Operation) -> Iterator[tuple[Content, str, str]]:
    """Yield the contents of an operation, with how the client passes and returns them."""
    body = operation.body
    if body is not None and body.contents:
        content = choose_body(api, body.contents)
        yield content, _PASSED.get(body_kind(api, content), ""), body.pointer
    for response in operation.responses:
        chosen = choose_content(api, response.contents)
        if response.status[:1] == "2" and chosen is not None:
            yield chosen, _RETURNED.get(reading_of(api, chosen), ""), response.pointer
