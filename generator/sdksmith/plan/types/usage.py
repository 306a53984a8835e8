"""Types of an API that get definitions, for requests and for responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ...model.types import Choice, ListOf, MapOf, Record, Scalar, TupleOf, UnionOf
from ..content.bodies import plan_body, sent_fields
from ..content.media_types import error_responses, success_responses
from ..content.payloads import find_payloads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...model.api import Api, Operation
    from ...model.types import Type, TypeId


class Usage(Struct, frozen=True):
    """Types that get a name in the package.

    Attributes:
        models: Types with a definition in `models`.
        params: Types with a definition in `params`.
        returned: Unions and tuples that an operation returns, directly or inside lists
            and maps.
        sent: Types of all parts of requests.
    """

    models: frozenset[TypeId]
    params: frozenset[TypeId]
    returned: frozenset[TypeId]
    sent: frozenset[TypeId]


def is_literal(item: Choice) -> bool:
    """Return whether the values of an enumeration are allowed in `Literal[...]`."""
    return bool(item.values) and all(isinstance(v, str | int) for v in item.values)


def find_used(api: Api) -> set[TypeId]:
    """Return the types that operations and webhooks use.

    They include objects whose properties are separate arguments.
    """
    sent = [
        content.type
        for operation in _with_distinct_bodies(api)
        for content in (operation.body.contents if operation.body else ())
        if content.type is not None
    ]
    received = _reach(api, _response_roots(api), sent=False)
    return received | _reach(api, [*sent, *_request_roots(api)], sent=True)


def find_usage(api: Api) -> Usage:
    """Return the types that get definitions: all types in use, and all components."""
    responses = _response_roots(api)
    components = [type_id for _, type_id in api.schemas]
    returned = frozenset(_composites_of(api, responses))
    received = _reach(api, [*responses, *components], sent=False)
    sent = _reach(api, _request_roots(api), sent=True)
    models = {
        type_id
        for type_id in received
        if type_id in returned or _is_defined(api.types[type_id])
    }
    params = {type_id for type_id in sent if _is_defined(api.types[type_id])}
    # An enumeration is the same in both directions; requests use that of `models`.
    choices = {type_id for type_id in models if isinstance(api.types[type_id], Choice)}
    return Usage(
        frozenset(models), frozenset(params - choices), returned, frozenset(sent)
    )


def _is_defined(item: Type) -> bool:
    if isinstance(item, Scalar):
        return False
    match item:
        case Record():
            return True
        case Choice():
            # A single value is clearer than a name for it.
            is_named = item.meta.name is not None or len(item.values) > 1
            return is_named and is_literal(item)
        case UnionOf():
            return item.meta.name is not None or item.discriminator is not None
        case ListOf() | MapOf() | TupleOf():
            return item.meta.name is not None


def _response_roots(api: Api) -> list[TypeId]:
    responses = [
        response.described
        for operation in api.operations
        for response in (
            *success_responses(api, operation),
            *error_responses(api, operation),
        )
        if response.described is not None
    ]
    payloads = (payload.type for payload in find_payloads(api))
    return [*responses, *(type_id for type_id in payloads if type_id is not None)]


def _request_roots(api: Api) -> Iterator[TypeId]:
    for operation in api.operations:
        for parameter in operation.parameters:
            yield parameter.type
    for operation in _with_distinct_bodies(api):
        body = plan_body(api, operation)
        if body is None:
            continue
        for field in body.fields:
            yield field.type
        if body.type is not None:
            yield body.type


def _with_distinct_bodies(api: Api) -> Iterable[Operation]:
    """Return one operation for each body.

    The methods for alternative responses of an operation share its body, which may have
    thousands of media types.
    """
    return {id(item.body): item for item in api.operations if item.body}.values()


def type_edges(item: Type, *, sent: bool) -> tuple[TypeId, ...]:
    """Return the types that a type refers to directly.

    Args:
        item: The type.
        sent: Whether the type is part of a request, which omits read-only fields.
    """
    if isinstance(item, Scalar | Choice):
        return ()
    match item:
        case Record():
            fields = sent_fields(item) if sent else item.fields
            extra = (item.extra,) if item.extra is not None else ()
            return (*(field.type for field in fields), *extra)
        case ListOf():
            return (item.items,)
        case TupleOf():
            return (*item.items, *((item.rest,) if item.rest is not None else ()))
        case MapOf():
            return (item.values,)
        case UnionOf():
            mapped = item.discriminator.mapping if item.discriminator else ()
            return (*item.members, *(type_id for _, type_id in mapped))


def _reach(api: Api, roots: Iterable[TypeId], *, sent: bool) -> set[TypeId]:
    seen: set[TypeId] = set()
    stack = list(roots)
    while stack:
        type_id = stack.pop()
        if type_id not in seen:
            seen.add(type_id)
            item = api.types[type_id]
            if not isinstance(item, Scalar):
                stack.extend(type_edges(item, sent=sent))
    return seen


def _composites_of(api: Api, roots: Iterable[TypeId]) -> Iterator[TypeId]:
    """Yield the unions and tuples among types, and inside lists and maps."""
    seen: set[TypeId] = set()
    stack = list(roots)
    while stack:
        type_id = stack.pop()
        if type_id in seen:
            continue
        seen.add(type_id)
        match api.types[type_id]:
            case UnionOf() | TupleOf():
                yield type_id
            case ListOf(items=inner) | MapOf(values=inner):
                stack.append(inner)
            case _:
                pass


def types_containing(
    api: Api, parts: Iterable[TypeId], among: Iterable[TypeId], *, sent: bool
) -> frozenset[TypeId]:
    """Return the types that are or contain one of some types, at any depth.

    Args:
        api: The API.
        parts: The types to find.
        among: The types to search.
        sent: Whether the types are parts of requests, which omit read-only fields.
    """
    waiting = list(parts)
    found = set(waiting)
    if not found:
        return frozenset()
    owners: dict[TypeId, list[TypeId]] = {}
    for type_id in among:
        for part in type_edges(api.types[type_id], sent=sent):
            owners.setdefault(part, []).append(type_id)
    while waiting:
        for owner in owners.get(waiting.pop(), ()):
            if owner not in found:
                found.add(owner)
                waiting.append(owner)
    return frozenset(found)
