"""Properties and headers that identify the webhook of a payload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.api import Place
from ...model.types import Choice, Record, UnionOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...json_data import JsonScalar
    from ...model.api import Api
    from ...model.types import TypeId
    from ..content.payloads import Payload


class Switch(Struct, frozen=True):
    """Property or header that distinguishes webhooks.

    Attributes:
        name: Wire name of a property of every payload, or of a header.
        cases: Its values, with the payload that each value identifies.
    """

    name: str
    is_header: bool
    cases: tuple[tuple[JsonScalar, Payload], ...]


def find_switch(api: Api, payloads: Sequence[Payload]) -> Switch | None:
    """Return the property or header that distinguishes webhooks, or None.

    Each webhook must define it, with listed values that no other webhook has. A
    property is preferred over a header, because a header may be lost in transit.
    """
    if len(payloads) < 2:
        return None
    for is_header, read in ((False, _properties), (True, _headers)):
        listed = [read(api, item) for item in payloads]
        shared = set(listed[0]).intersection(*listed[1:])
        for name in sorted(shared, key=lambda name: (name not in _USUAL, name)):
            values = [item[name] for item in listed]
            if _are_apart(values):
                return Switch(
                    _spelled(payloads[0], name) if is_header else name,
                    is_header,
                    tuple(
                        (value, payload)
                        for payload, own in zip(payloads, values, strict=True)
                        for value in own
                    ),
                )
    return None


def _spelled(item: Payload, header: str) -> str:
    names = (parameter.name for parameter in item.webhook.parameters)
    return next(name for name in names if name.lower() == header)


_USUAL: Final = ("type", "event", "event_type", "eventType", "kind", "topic", "action")


def _are_apart(values: Sequence[tuple[JsonScalar, ...]]) -> bool:
    # True == 1 == 1.0, so only strings and integers are reliable.
    flat = [value for own in values for value in own]
    plain = all(type(value) in {str, int} for value in flat)
    return plain and all(values) and len(set(flat)) == len(flat)


def _properties(api: Api, item: Payload) -> dict[str, tuple[JsonScalar, ...]]:
    records = list(_records(api, item.type)) if item.type is not None else []
    found: dict[str, tuple[JsonScalar, ...]] = {}
    for record in records:
        for field in record.fields:
            described = api.types[field.type]
            if isinstance(described, Choice):
                found[field.name] = (*found.get(field.name, ()), *described.values)
    return {
        name: values
        for name, values in found.items()
        if all(name in {field.name for field in record.fields} for record in records)
    }


def _records(api: Api, type_id: TypeId) -> Iterator[Record]:
    """Yield the records that a payload may be; nothing if it may have another type."""
    described = api.types[type_id]
    if isinstance(described, Record):
        yield described
    elif isinstance(described, UnionOf):
        members = [api.types[member] for member in described.members]
        records = [member for member in members if isinstance(member, Record)]
        if len(records) == len(members):
            yield from records


def _headers(api: Api, item: Payload) -> dict[str, tuple[JsonScalar, ...]]:
    return {
        parameter.name.lower(): described.values
        for parameter in item.webhook.parameters
        if parameter.place is Place.HEADER
        and isinstance(described := api.types[parameter.type], Choice)
    }
