"""Additional methods for the other request bodies and responses of an operation.

A hand-written client has `upload(file)` and `upload_as_json(url)`, or `retrieve` and
`retrieve_as_pdf`, each with its own signature, rather than one method that accepts and
returns every alternative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ...model.released_names import variant_key
from ...text.scope import assign_names
from ...text.words import name_words
from ..content.alternatives import (
    media_words,
    other_bodies,
    other_responses,
    with_alike_files,
    with_default_contents,
)
from ..naming.identifiers import python_name
from ..naming.kept.released import method_names
from ..naming.resources import CLIENT_NAMES, NamedOperation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ...model.api import Api, Operation
    from ...model.released_names import ReleasedNames
    from ..naming.resources import Resource


def add_variants(
    api: Api, tree: Resource, released: ReleasedNames | None = None
) -> Resource:
    """Return the resources with an additional method for each alternative.

    Args:
        api: The API.
        tree: Its resources.
        released: Names to keep.
    """
    return _add_variants(api, tree, released.methods if released else {})


def _add_variants(
    api: Api, tree: Resource, released: Mapping[str, tuple[str, ...]]
) -> Resource:
    return replace(
        tree,
        children=tuple(_add_variants(api, child, released) for child in tree.children),
        operations=_with_variants(api, tree, released),
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


def _with_variants(
    api: Api, node: Resource, released: Mapping[str, tuple[str, ...]]
) -> tuple[NamedOperation, ...]:
    made: dict[str, NamedOperation] = {}
    wanted: dict[str, list[str]] = {}
    for item in node.operations:
        for variant in _variants(api, item.operation):
            key = f"{item.name} {variant.media_type} {len(made)}"
            wanted[key] = _wanted_names(item, variant)
            made[key] = NamedOperation(
                item.name,
                variant.operation,
                "",
                _describe_variant(item, variant),
                key=variant_key(item.key, variant.media_type, is_sent=variant.is_sent),
            )
    if not made:
        return node.operations
    used = {item.name for item in node.operations}
    used |= {child.attribute for child in node.children}
    if not node.chain:
        used |= CLIENT_NAMES
    names = _keep_names(node, made, released, used)
    new = {key: found for key, found in wanted.items() if key not in names}
    used |= method_names(released).get(node.chain, set()) if released else set()
    names |= assign_names(new, used)
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


def _keep_names(
    node: Resource,
    variants: Mapping[str, NamedOperation],
    released: Mapping[str, tuple[str, ...]],
    used: Collection[str],
) -> dict[str, str]:
    """Return the released names of variants in a resource."""
    kept: dict[str, str] = {}
    for key, item in variants.items():
        for call in released.get(item.key, ()):
            *chain, name = call.split(".")
            if tuple(chain) == node.chain and name not in {*used, *kept.values()}:
                kept[key] = name
    return kept


class _Variant(Struct, frozen=True):
    """An operation with another request body or response.

    Attributes:
        media_type: The media type that differs.
        operation: The operation, which contains only media types that its method uses.
        is_sent: Whether it is the media type of the request body.
    """

    media_type: str
    operation: Operation
    is_sent: bool


def _wanted_names(item: NamedOperation, variant: _Variant) -> list[str]:
    """Return the names of a variant in order of preference.

    `scan_from_pdf` and `scan_to_pdf` distinguish a body and a response in the same format.
    """
    name = item.name.rstrip("_")
    short, *longer = (
        python_name(name_words(each), "type")
        for each in media_words(variant.media_type)
    )
    place = "from" if variant.is_sent else "to"
    return [
        f"{name}_as_{short}",
        f"{name}_{place}_{short}",
        *(f"{name}_as_{each}" for each in longer),
    ]


def _describe_variant(item: NamedOperation, variant: _Variant) -> str:
    what = "sends the body" if variant.is_sent else "returns the response"
    return f"Same as `{item.name}`, but {what} as `{variant.media_type}`."


def _variants(api: Api, operation: Operation) -> Iterator[_Variant]:
    body = operation.body
    bodies = [] if body is None else list(other_bodies(api, body))
    successes = (item for item in operation.responses if item.status[:1] == "2")
    first = None if operation.method == "HEAD" else next(successes, None)
    received = [] if first is None else list(other_responses(api, first))
    if not bodies and not received:
        return
    plain = with_default_contents(api, operation)
    for content in bodies:
        sent = body and with_alike_files(api, body, content)
        yield _Variant(content.media_type, replace(plain, body=sent), is_sent=True)
    for content in received:
        responses = tuple(
            replace(plain_item, contents=(content,)) if item is first else plain_item
            for item, plain_item in zip(
                operation.responses, plain.responses, strict=True
            )
        )
        made = replace(plain, responses=responses)
        yield _Variant(content.media_type, made, is_sent=False)
