"""Additional methods for the other request bodies and responses of an operation.

A hand-written client has `upload(file)` and `upload_as_json(url)`, or `retrieve` and
`retrieve_as_pdf`, each with its own signature, rather than one method that accepts and
returns every alternative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...text.scope import assign_names
from ...text.words import name_words
from ..content.alternatives import (
    media_words,
    other_bodies,
    other_responses,
    with_alike_files,
)
from ..naming.resources import CLIENT_NAMES, NamedOperation, python_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.api import Api, Content, Operation
    from ..naming.resources import Resource


def add_variants(api: Api, tree: Resource) -> Resource:
    """Return the resources with an additional method for each alternative."""
    return replace(
        tree,
        children=tuple(add_variants(api, child) for child in tree.children),
        operations=_with_variants(api, tree),
    )


def api_with_variants(api: Api, tree: Resource) -> Api:
    """Return an API that contains the operations of all methods, variants included.

    Args:
        api: The API.
        tree: Its resources, with the variants of their operations.
    """
    variants = [
        item.operation
        for node in tree.walk()
        for item in node.operations
        if item.variant
    ]
    if not variants:
        return api
    return replace(api, operations=(*api.operations, *variants))


def _with_variants(api: Api, node: Resource) -> tuple[NamedOperation, ...]:
    made: dict[str, NamedOperation] = {}
    wanted: dict[str, list[str]] = {}
    for item in node.operations:
        for content, variant in _variants(api, item.operation):
            key = f"{item.name} {content.media_type} {len(made)}"
            wanted[key] = _wanted_names(item, content, variant)
            made[key] = NamedOperation(
                item.name, variant, "", _describe_variant(item, content, variant)
            )
    if not made:
        return node.operations
    used = {item.name for item in node.operations}
    used |= {child.attribute for child in node.children}
    if not node.chain:
        used |= CLIENT_NAMES
    names = assign_names(wanted, used)
    variants: dict[str, list[NamedOperation]] = {}
    for key, item in made.items():
        named = replace(item, name=names[key], wanted=names[key])
        variants.setdefault(item.name, []).append(named)
    return tuple(
        each
        for item in node.operations
        for each in (
            item,
            *sorted(variants.get(item.name, ()), key=lambda variant: variant.name),
        )
    )


def _wanted_names(
    item: NamedOperation, content: Content, variant: Operation
) -> list[str]:
    """Return the names of a variant in order of preference.

    `scan_from_pdf` and `scan_to_pdf` tell a body and a response in the same format apart.
    """
    name = item.name.rstrip("_")
    short, *longer = (
        python_name(name_words(each), "type")
        for each in media_words(content.media_type)
    )
    place = "to" if variant.body == item.operation.body else "from"
    return [
        f"{name}_as_{short}",
        f"{name}_{place}_{short}",
        *(f"{name}_as_{each}" for each in longer),
    ]


def _describe_variant(
    item: NamedOperation, content: Content, variant: Operation
) -> str:
    what = (
        "returns the response"
        if variant.body == item.operation.body
        else "sends the body"
    )
    return f"Same as `{item.name}`, but {what} as `{content.media_type}`."


def _variants(api: Api, operation: Operation) -> Iterator[tuple[Content, Operation]]:
    body = operation.body
    if body is not None:
        for content in other_bodies(api, body):
            sent = with_alike_files(api, body, content)
            yield content, replace(operation, body=sent)
    first = next((item for item in operation.responses if item.status[:1] == "2"), None)
    if first is None or operation.method == "HEAD":
        return
    for content in other_responses(api, first):
        responses = tuple(
            replace(item, contents=(content,)) if item is first else item
            for item in operation.responses
        )
        yield content, replace(operation, responses=responses)
