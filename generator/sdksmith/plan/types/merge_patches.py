"""Types of merge patches, in which null removes a property (RFC 7396)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...model.types import MapOf, Record, TypeId, UnionOf
from ..content.formats import is_merge_patch
from .usage import find_used

if TYPE_CHECKING:
    from collections.abc import Collection

    from ...model.api import Api, Content, Operation
    from ...model.types import Type


def open_merge_patches(api: Api) -> Api:
    """Return an API in which the properties of merge patches may be null.

    A type that only merge patches use is changed. Any other type stays as it is, and
    merge patches get a copy, whose name ends in `Patch`. Items of arrays are not changed,
    because a patch replaces an array as a whole (RFC 7396, section 2).
    """
    patched = [item for item in api.operations if any(_patches(item))]
    if not patched:
        return api
    others = tuple(
        replace(item, body=None) if item in patched else item for item in api.operations
    )
    opening = _Opening(api, find_used(replace(api, operations=others)))
    operations = tuple(
        _with_types(item, opening) if any(_patches(item)) else item
        for item in api.operations
    )
    return replace(api, operations=operations, types=tuple(opening.types))


def _patches(operation: Operation) -> list[Content]:
    """Return the merge patches among the bodies of an operation.

    If another body has the same schema, it describes no patch.
    """
    contents = operation.body.contents if operation.body else ()
    others = {item.type for item in contents if not is_merge_patch(item.media_type)}
    return [
        item
        for item in contents
        if is_merge_patch(item.media_type) and item.type not in {None, *others}
    ]


def _with_types(operation: Operation, opening: _Opening) -> Operation:
    patches = _patches(operation)
    if operation.body is None:
        return operation
    contents = tuple(
        (
            replace(item, type=opening.open(item.type))
            if item in patches and item.type is not None
            else item
        )
        for item in operation.body.contents
    )
    return replace(operation, body=replace(operation.body, contents=contents))


class _Opening:
    """Types of an API, with the types of merge patches that were made so far."""

    def __init__(self, api: Api, used: Collection[TypeId]) -> None:
        self.types: list[Type] = list(api.types)
        self._used = used
        self._made: dict[TypeId, TypeId] = {}

    def open(self, type_id: TypeId) -> TypeId:
        """Return the type whose properties may be null."""
        if type_id in self._made:
            return self._made[type_id]
        item = self.types[type_id]
        if not isinstance(item, Record | MapOf | UnionOf):
            return type_id
        new = type_id
        if type_id in self._used:
            new = TypeId(len(self.types))
            owner = item.meta.context or (item.meta.name or item.meta.pointer,)
            meta = replace(item.meta, name=None, context=(*owner, "patch"))
            item = replace(item, meta=meta)
            self.types.append(item)
        self._made[type_id] = new
        self.types[new] = self._opened(item, original=type_id)
        return new

    def _opened(
        self, item: Record | MapOf | UnionOf, original: TypeId
    ) -> Record | MapOf | UnionOf:
        if isinstance(item, MapOf):
            return replace(item, values=self.open(item.values), nullable_values=True)
        if isinstance(item, UnionOf):
            found = item.discriminator
            mapping = found.mapping if found else ()
            opened = tuple((value, self.open(member)) for value, member in mapping)
            return replace(
                item,
                members=tuple(map(self.open, item.members)),
                discriminator=replace(found, mapping=opened) if found else None,
            )
        fields = tuple(
            replace(field, type=self.open(field.type), nullable=True)
            for field in item.fields
        )
        extra = None if item.extra is None else self.open(item.extra)
        is_copy = original in self._used
        return replace(
            item,
            fields=fields,
            extra=extra,
            nullable_extra=True,
            changes=original if is_copy else None,
        )
