"""Operations of a document; the types of each are rolled back if it cannot be built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...json_data import object_of, text_of, texts_of
from ...load.document import join
from ..api import Operation
from ..codes import PREFLIGHT
from ..webhooks.build import read_callbacks
from .error_codes import ErrorCodes
from .hints import read_hints
from .paging import read_paging
from .parameters import ParameterSource, read_parameters
from .paths import METHODS, parse_path
from .responses import read_body, read_responses
from .servers import read_servers

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue
    from ..api import Alternative, Body, ErrorCode, Response
    from ..builders import Builders

_SHOWN: Final = 200
"""Number of characters of a path that messages contain."""


class BuiltOperations(Struct, frozen=True):
    """The operations of a document.

    Attributes:
        operations: The operations that were built.
        total: Number of operations in the document, including omitted ones.
        error_codes: Error codes of the API.
    """

    operations: tuple[Operation, ...]
    total: int
    error_codes: tuple[ErrorCode, ...]


class _Item(Struct, frozen=True):
    """A path item with its location, which differs from the path if it is referenced."""

    path: str
    node: JsonObject
    pointer: str


class _Place(Struct, frozen=True):
    """An operation with its location; `method` is in upper case."""

    item: _Item
    method: str
    node: JsonValue
    pointer: str


class _UnbuildableError(Exception):
    """Raised when an operation cannot be built. The message states the reason."""


def build_operations(builders: Builders) -> BuiltOperations:
    """Build all operations; report those that cannot be built as omitted."""
    operations: list[Operation] = []
    codes = ErrorCodes()
    places = _find_operations(builders)
    for place in places:
        mark = builders.arena.mark()
        try:
            operation = _build(builders, place)
        except _UnbuildableError as error:
            builders.arena.roll_back(mark)
            builders.parameters.clear()  # their types may be removed
            name = f"{place.method} {place.item.path[:_SHOWN]}"
            builders.reporter.omit_operation(
                f"{name}: {error}; omitted from the client", place.pointer
            )
            continue
        builders.arena.build_all()
        codes.collect(object_of(place.node))
        operations.append(operation)
    return BuiltOperations(tuple(operations), len(places), codes.all())


def _find_operations(builders: Builders) -> list[_Place]:
    places: list[_Place] = []
    for path, node in object_of(builders.root.get("paths")).items():
        if path.startswith("x-"):
            continue
        pointer = join("/paths", path)
        items = [_Item(path, object_of(node), pointer)]
        target = builders.references.follow(node, pointer)
        if target is not None and target.pointer != pointer:
            items.append(_Item(path, object_of(target.node), target.pointer))
        found: dict[str, _Place] = {}
        for item in items:
            for place in _operations_of(item):
                if place.method == "OPTIONS" and _is_preflight(place.node):
                    message = "operation is the preflight of a gateway; no method"
                    builders.reporter.report(PREFLIGHT, message, place.pointer)
                else:
                    found.setdefault(place.method, place)
        places.extend(found.values())
    return places


def _operations_of(item: _Item) -> list[_Place]:
    """Return the operations of a path item.

    OpenAPI 3.2 also allows other methods, in `additionalOperations`.
    """
    places = [
        _Place(item, key.upper(), node, join(item.pointer, key))
        for key, node in item.node.items()
        if key in METHODS
    ]
    key = "additionalOperations"
    more = object_of(item.node.get(key))
    for method, node in more.items():
        places.append(_Place(item, method, node, join(item.pointer, key, method)))
    return places


def _is_preflight(operation: JsonValue) -> bool:
    """Return whether an OPTIONS operation is the preflight response of a gateway.

    Amazon API Gateway exports one for each path with CORS. Only browsers request it.
    """
    integration = object_of(operation).get("x-amazon-apigateway-integration")
    return text_of(object_of(integration).get("type")).lower() == "mock"


def _build(builders: Builders, place: _Place) -> Operation:
    node, pointer, item = place.node, place.pointer, place.item
    if not isinstance(node, dict):
        raise _UnbuildableError("operation must be an object")
    try:
        path = parse_path(text_of(item.node.get("x-sdksmith-path")) or item.path)
    except ValueError as error:
        raise _UnbuildableError(str(error)) from error
    security = builders.security.default
    if isinstance(node.get("security"), list):
        security = builders.security.read(node["security"], join(pointer, "security"))
    body = read_body(builders, node.get("requestBody"), join(pointer, "requestBody"))
    responses = read_responses(builders, node, pointer, is_exact=place.method == "HEAD")
    client_headers = _client_headers(builders, body, responses, security)
    source = ParameterSource(
        operation=node,
        pointer=pointer,
        path_item=item.node,
        path_pointer=item.pointer,
        path=path,
        client_headers=client_headers,
        accepts=frozenset(
            content.media_type
            for response in responses
            for content in response.contents
            if response.status[:1] in {"2", "d"} and content.type is not None
        ),
    )
    servers = read_servers(node.get("servers")) or read_servers(
        item.node.get("servers")
    )
    return Operation(
        method=place.method,
        path=path,
        id=text_of(node.get("operationId")).strip(),
        pointer=pointer,
        summary=_own_or_shared(node, item.node, "summary"),
        description=_own_or_shared(node, item.node, "description"),
        tags=tuple(dict.fromkeys(texts_of(node.get("tags")))),
        deprecated=node.get("deprecated") is True,
        parameters=read_parameters(builders, source),
        body=body,
        responses=responses,
        security=security,
        servers=servers,
        callbacks=read_callbacks(builders, node, pointer),
        hints=read_hints(node, item.node),
        external_docs=text_of(object_of(node.get("externalDocs")).get("url")),
        paging=read_paging(node),
    )


def _own_or_shared(operation: JsonObject, path_item: JsonObject, key: str) -> str:
    """Return a text field of an operation, else that of its path item."""
    return (text_of(operation.get(key)) or text_of(path_item.get(key))).strip()


def _client_headers(
    builders: Builders,
    body: Body | None,
    responses: tuple[Response, ...],
    security: tuple[Alternative, ...],
) -> frozenset[str]:
    client_headers: set[str] = set()
    if body is not None:
        client_headers.add("content-type")
    if any(response.contents for response in responses):
        client_headers.add("accept")
    if builders.security.uses_authorization(security):
        client_headers.add("authorization")
    return frozenset(client_headers)
