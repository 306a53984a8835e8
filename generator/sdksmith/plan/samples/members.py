"""Choice of the union member for a sample value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.types import Choice, MapOf, Record, Scalar, ScalarKind, UnionOf
from .scalars import accepts_scalar
from .weights import exists_in, is_needed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...json_data import JsonScalar, JsonValue
    from ...model.api import Api
    from ...model.types import Type, TypeId


def flat_members(api: Api, item: UnionOf) -> list[TypeId]:
    """Return the members of a union, with nested unions flattened."""
    found: dict[TypeId, None] = {}
    seen: set[TypeId] = set()
    stack = list(item.members)[::-1]
    while stack:
        type_id = stack.pop()
        if type_id in seen:
            continue
        seen.add(type_id)
        member = api.types[type_id]
        if isinstance(member, UnionOf):
            stack.extend(reversed(member.members))
        else:
            found[type_id] = None
    return list(found)


def choose_member(
    api: Api,
    members: Sequence[TypeId],
    hints: Sequence[JsonValue],
    weights: Sequence[float],
) -> TypeId:
    """Return the first member that accepts a hint, otherwise the simplest member.

    Args:
        api: The API.
        members: The members of the union.
        hints: Example values, the best first.
        weights: The size of a sample value of each type, by type id.
    """
    for hint in hints:
        for member in members:
            if _is_value(api.types[member], hint):
                return member
    return min(members, key=lambda one: (_rank(api.types[one]), weights[one]))


def _is_value(item: Type, hint: JsonValue) -> bool:
    match item:
        case Scalar(kind=ScalarKind.ANY | ScalarKind.UNTYPED):
            return False
        case Scalar():
            return accepts_scalar(item, hint)
        case Choice(values=values):
            return any(is_same(value, hint) for value in values)
        case _:
            return False


def is_same(value: JsonScalar, hint: JsonValue) -> bool:
    """Return whether two values are equal in JSON, in which `true` differs from 1."""
    return type(value) is type(hint) and value == hint


def _rank(item: Type) -> int:
    """Return the rank of a member by how clearly its values differ from other members.

    The lowest rank is the best. Plain strings rank before formats such as dates, which
    are strings as well.
    """
    match item:
        case Scalar(kind=ScalarKind.STRING, format="", constraints=None):
            return 0
        case Choice():
            return 1
        case Scalar(kind=ScalarKind.NUMBER | ScalarKind.DECIMAL_NUMBER):
            return 2
        case Scalar(kind=ScalarKind.ANY | ScalarKind.UNTYPED):
            return 4
        case Scalar():
            return 3
        case _:
            return 5


def discriminator_values(
    api: Api, item: UnionOf, member: TypeId
) -> dict[str, JsonValue]:
    """Return the discriminator property with its value for a member; empty if unknown.

    For a member of a union inside the union, the result contains the properties of both.
    """
    if item.discriminator is None:
        return {}
    name, mapping = item.discriminator.property_name, item.discriminator.mapping
    for value, selected in mapping:
        if selected == member:
            return {name: value}
    for value, selected in mapping:
        inner = api.types[selected]
        if isinstance(inner, UnionOf) and member in flat_members(api, inner):
            return {name: value, **discriminator_values(api, inner, member)}
    return {}


def distinguishing_property(
    item: Record, names: set[str], others: Sequence[Type], *, sent: bool
) -> str | None:
    """Return a property to add to an object so that it matches one member only.

    Args:
        item: The member.
        names: The names of the properties of the object.
        others: The other members.
        sent: Whether the object is sent.

    Returns:
        The name of the property; None if none is needed or no property can distinguish
        the member.
    """
    for other in others:
        fields = other.fields if isinstance(other, Record) else ()
        needed = {field.name for field in fields if is_needed(field, sent=sent)}
        known = {field.name for field in fields}
        if not isinstance(other, Record | MapOf) or needed - names or names - known:
            continue
        for field in item.fields:
            if field.name not in known and exists_in(field, sent=sent):
                return field.name
    return None
