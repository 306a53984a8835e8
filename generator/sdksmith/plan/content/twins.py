"""Operations that an API offers with GET and with POST."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...model.api import NameHints, Place
from ...model.types import Choice, ListOf, Record
from .bodies import BodyKind, choose_body, plan_body, sent_fields
from .paths import path_text

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from ...model.api import Api, Operation, Response
    from ...model.types import TypeId

_METHODS: Final = ["GET", "POST"]


class Twins(Struct, frozen=True):
    """Two operations that differ only in the place of their arguments.

    Attributes:
        kept: The operation that becomes a method.
        other: The operation that does not.
    """

    kept: Operation
    other: Operation


def without_twins(api: Api, found: Iterable[Twins]) -> Api:
    """Return the API with one operation of all twins."""
    others = {twins.other.pointer for twins in found}
    operations = (item for item in api.operations if item.pointer not in others)
    return replace(api, operations=tuple(operations)) if others else api


def find_twins(api: Api) -> tuple[Twins, ...]:
    """Return the operations that exist with GET and with POST.

    Query APIs of AWS and the services of the EPA are examples. Path, documentation,
    arguments and responses are equal. POST is kept if its body contains the arguments,
    because a URL has a maximum length; GET otherwise. Names or pagination in the document
    or the settings show that both are wanted.
    """
    groups: dict[Hashable, list[Operation]] = defaultdict(list)
    for item in api.operations:
        is_plain = item.hints == NameHints() and item.paging is None
        documented = item.summary, item.description
        if item.method in _METHODS and is_plain and any(documented):
            groups[item.path, documented].append(item)
    found: list[Twins] = []
    for group in groups.values():
        items = sorted(group, key=lambda item: item.method)
        if [item.method for item in items] == _METHODS and _are_equal(api, items):
            get, post = items
            body = plan_body(api, post)
            is_typed = body is not None and body.kind is BodyKind.FIELDS
            found.append(Twins(post, get) if is_typed else Twins(get, post))
    return tuple(found)


def describe_twins(twins: Twins) -> str:
    """Return the message about an operation without a method of its own."""
    route = path_text(twins.other.path)
    return (
        f"`{twins.other.method} {route}` is the same operation as `{twins.kept.method} "
        f"{route}`; one method, which sends {twins.kept.method}"
    )


def _are_equal(api: Api, items: Sequence[Operation]) -> bool:
    first, second = (
        (
            *(item.deprecated, item.security, item.servers, item.callbacks),
            *(_sent(api, item), _received(api, item)),
        )
        for item in items
    )
    return first == second and any(place is None for place, *_ in _sent(api, items[0]))


def _sent(api: Api, item: Operation) -> set[tuple[Place | None, str, Hashable]]:
    """Return the arguments; those of query and body have no place."""
    sent: set[tuple[Place | None, str, Hashable]] = set()
    for parameter in item.parameters:
        place = None if parameter.place is Place.QUERY else parameter.place
        sent.add((place, parameter.name, _only_value(api, parameter.type)))
    if item.body and item.body.contents:
        described = choose_body(api, item.body.contents).type
        body = None if described is None else api.types[described]
        if not isinstance(body, Record):
            return {*sent, (None, "", "body")}
        sent |= {(None, f.name, _only_value(api, f.type)) for f in sent_fields(body)}
    return sent


def _only_value(api: Api, type_id: TypeId) -> Hashable:
    described = api.types[type_id]
    if isinstance(described, Choice) and len(described.values) == 1:
        return described.values[0]
    return None


def _received(api: Api, item: Operation) -> set[tuple[Hashable, ...]]:
    return {
        outline for response in item.responses for outline in _outlines(api, response)
    }


def _outlines(api: Api, response: Response) -> Iterator[tuple[Hashable, ...]]:
    """Yield status, media type and outline of the contents of a response."""
    yield (response.status,)
    for content in response.contents:
        outline = None if content.type is None else _outline(api, content.type)
        yield response.status, content.media_type, outline


def _outline(api: Api, type_id: TypeId) -> Hashable:
    """Return the kind of a type and the names of its properties, or of its items'."""
    described = api.types[type_id]
    inner = api.types[described.items] if isinstance(described, ListOf) else described
    fields = inner.fields if isinstance(inner, Record) else ()
    return type(described), type(inner), tuple(field.name for field in fields)
