"""Requests sent by the API: webhooks, and callbacks of operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...json_data import object_of, text_of, texts_of
from ...load.document import join
from ..api import Webhook
from ..operations.parameters import ParameterSource, read_parameters
from ..operations.paths import METHODS, parse_path
from ..operations.responses import read_body, read_responses
from ..references import Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...json_data import JsonObject, JsonValue
    from ..builders import Builders


def read_webhooks(builders: Builders) -> tuple[Webhook, ...]:
    """Return the webhooks of a document (OpenAPI 3.1, section 4.8.1)."""
    found: list[Webhook] = []
    for name, node in object_of(builders.root.get("webhooks")).items():
        found += _read_item(builders, name, node, join("/webhooks", name), "")
    return tuple(found)


def read_callbacks(
    builders: Builders, operation: JsonObject, pointer: str
) -> tuple[Webhook, ...]:
    """Return the callbacks of an operation (OpenAPI 3.1, section 4.8.18)."""
    found: list[Webhook] = []
    for name, node in object_of(operation.get("callbacks")).items():
        target = builders.references.follow(node, join(pointer, "callbacks", name))
        for url, item in object_of(target.node).items() if target else ():
            if target and not url.startswith("x-"):
                found += _read_item(
                    builders, name, item, join(target.pointer, url), url
                )
    return tuple(found)


def _read_item(
    builders: Builders, name: str, node: JsonValue, pointer: str, url: str
) -> Iterator[Webhook]:
    target = builders.references.follow(node, pointer)
    if target is None:
        return
    item = object_of(target.node)
    for method in METHODS:
        request = item.get(method)
        if isinstance(request, dict):
            place = Target(request, join(target.pointer, method))
            yield _read_request(builders, name, target, place, url)


def _read_request(
    builders: Builders, name: str, item: Target, place: Target, url: str
) -> Webhook:
    node, path_item = object_of(place.node), object_of(item.node)
    method = place.pointer.rpartition("/")[2].upper()
    # The path is not known, and the receiver reads all headers, so none is excluded.
    source = ParameterSource(
        node, place.pointer, path_item, item.pointer, parse_path("/"), frozenset()
    )
    return Webhook(
        name=name,
        method=method,
        pointer=place.pointer,
        url=url,
        id=text_of(node.get("operationId")).strip(),
        summary=(text_of(node.get("summary")) or text_of(path_item.get("summary"))),
        description=(
            text_of(node.get("description")) or text_of(path_item.get("description"))
        ).strip(),
        tags=tuple(dict.fromkeys(texts_of(node.get("tags")))),
        deprecated=node.get("deprecated") is True,
        parameters=read_parameters(builders, source),
        body=read_body(
            builders, node.get("requestBody"), join(place.pointer, "requestBody")
        ),
        responses=read_responses(builders, node, place.pointer, is_exact=True),
    )
