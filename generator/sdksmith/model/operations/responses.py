"""Request bodies and responses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ...json_data import object_of, text_of, texts_of
from ...load.document import join
from ..api import Body, Content, Link, Response
from ..codes import INVALID_STATUS
from .contents import read_contents
from .headers import read_headers
from .servers import read_servers

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue
    from ..builders import Builders

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)")
_WITHOUT_BODY: Final = frozenset({"204", "205", "304"})
_JSON: Final = "application/json"


def read_body(builders: Builders, node: JsonValue, pointer: str) -> Body | None:
    """Return the request body of an operation; None if it has none.

    A body that is not described, or whose reference cannot be resolved, accepts any JSON
    value.
    """
    if not isinstance(node, dict):
        return None
    target = builders.references.follow(node, pointer)
    body = object_of(target.node) if target else {}
    place = target.pointer if target else pointer
    if _is_empty(body):
        return None
    contents = read_contents(builders, body.get("content"), join(place, "content"))
    return Body(
        required=body.get("required") is True,
        contents=contents or (Content(_JSON, None),),
        description=text_of(body.get("description")).strip(),
        pointer=place,
    )


def _is_empty(body: JsonObject) -> bool:
    """Return whether a body is optional and described as an object without properties.

    Stripe's document describes such a body for each GET operation.
    """
    contents = object_of(body.get("content"))
    schemas = [object_of(object_of(item).get("schema")) for item in contents.values()]
    return (
        bool(schemas)
        and body.get("required") is not True
        and all(_is_empty_object(schema) for schema in schemas)
    )


def _is_empty_object(schema: JsonObject) -> bool:
    keywords = {key for key, value in schema.items() if value not in ([], False)}
    ignored_keywords = {"type", "title", "description", "properties"}
    return schema.get("properties") == {} and keywords <= ignored_keywords


def read_responses(
    builders: Builders, operation: JsonObject, pointer: str, *, is_exact: bool = False
) -> tuple[Response, ...]:
    """Return the responses of an operation: by status, then ranges, then `default`.

    If no response has content, the successful ones accept any content: the authors of such
    documents omit the schemas, although there is content. If at least one response has
    content, a response without content has no body, as the specification defines.

    Args:
        builders: Shared builders.
        operation: The operation.
        pointer: Pointer of the operation.
        is_exact: Whether a response without content never has a body. This is so for
            HEAD, and for webhooks, whose responses the user of the client sends.
    """
    responses: dict[str, Response] = {}
    for code, node in object_of(operation.get("responses")).items():
        place = join(pointer, "responses", code)
        status = _status(code)
        if code.startswith("x-"):
            continue
        if not status or not isinstance(node, dict):
            builders.reporter.report(
                INVALID_STATUS,
                f"response {code!r} must have an HTTP status code as key and an object "
                "as value; removed",
                place,
            )
            continue
        responses[status] = _read_response(builders, status, node, place)
    if not is_exact and not any(item.contents for item in responses.values()):
        _describe_success(responses, operation)
    return tuple(responses[status] for status in sorted(responses, key=_order))


def _status(code: str) -> str:
    status = code.strip()
    if status == "default":
        return status
    return status.upper() if _STATUS.fullmatch(status.upper()) else ""


def _order(status: str) -> tuple[int, str]:
    if status == "default":
        return (2, status)
    return (1 if status.endswith("XX") else 0, status)


def _describe_success(responses: dict[str, Response], operation: JsonObject) -> None:
    """Add content without a schema to the successful responses."""
    media_types = texts_of(operation.get("x-sdksmith-produces")) or [_JSON]
    contents = tuple(Content(name.strip().lower(), None) for name in media_types)
    successes = [status for status in responses if status[0] in "23"]
    if not successes:
        responses.setdefault("default", Response("default"))
        successes = ["default"]
    for status in successes:
        if status[0] != "3" and status not in _WITHOUT_BODY:
            responses[status] = replace(responses[status], contents=contents)


def _read_response(
    builders: Builders, status: str, node: JsonObject, pointer: str
) -> Response:
    target = builders.references.follow(node, pointer)
    if target is None:
        # The reference cannot be resolved, so any content is accepted.
        return Response(status, (Content(_JSON, None),), pointer=pointer)
    response = object_of(target.node)
    contents = response.get("content")
    return Response(
        status=status,
        contents=read_contents(builders, contents, join(target.pointer, "content")),
        headers=read_headers(
            builders, response.get("headers"), join(target.pointer, "headers")
        ),
        links=_read_links(builders, response, target.pointer),
        summary=text_of(response.get("summary")).strip(),
        description=text_of(response.get("description")).strip(),
        pointer=target.pointer,
    )


def _read_links(
    builders: Builders, response: JsonObject, pointer: str
) -> tuple[Link, ...]:
    links: list[Link] = []
    for name, node in object_of(response.get("links")).items():
        target = builders.references.follow(node, join(pointer, "links", name))
        if target is None:
            continue
        link = object_of(target.node)
        servers = read_servers([link.get("server")])
        links.append(
            Link(
                name=name,
                operation=text_of(link.get("operationId"))
                or text_of(link.get("operationRef")),
                parameters=tuple(object_of(link.get("parameters")).items()),
                body=link.get("requestBody"),
                description=text_of(link.get("description")).strip(),
                server=servers[0] if servers else None,
            )
        )
    return tuple(links)
