"""Headers of responses and of the parts of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...json_data import object_of, text_of
from ...load.document import join
from ..api import Header

if TYPE_CHECKING:
    from ...json_data import JsonValue
    from ..builders import Builders


def read_headers(
    builders: Builders, listed: JsonValue, pointer: str
) -> tuple[Header, ...]:
    """Return the headers of a `headers` map, in document order."""
    headers: list[Header] = []
    for name, node in object_of(listed).items():
        target = builders.references.follow(node, join(pointer, name))
        # A Content-Type header is ignored (OpenAPI 3.1, section 4.8.17).
        if target is None or name.lower() == "content-type":
            continue
        header = object_of(target.node)
        schema, place, media_type = header.get("schema"), target.pointer, ""
        for key, media in object_of(header.get("content")).items():
            schema, media_type = object_of(media).get("schema"), key.strip().lower()
            place = join(place, "content", key)
            break
        headers.append(
            Header(
                name=name,
                type=builders.schemas.type_of(schema, join(place, "schema")),
                description=text_of(header.get("description")).strip(),
                required=header.get("required") is True,
                deprecated=header.get("deprecated") is True,
                explode=header.get("explode") is True,
                media_type=media_type,
            )
        )
    return tuple(headers)
