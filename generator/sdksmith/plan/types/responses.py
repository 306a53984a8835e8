"""Annotations of values that the API returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.types import (
    Choice,
    Record,
    ScalarKind,
    UnionOf,
)
from ...text.pysource import (
    Code,
    code,
    join,
    literal,
)
from .annotations import (
    AnnotationWriter,
    is_url_safe,
)
from .usage import is_literal

if TYPE_CHECKING:
    from ...model.types import (
        Scalar,
        TypeId,
    )


class ReceivedTypes(AnnotationWriter):
    """Annotations of responses and of the fields of models."""

    def unknown(self) -> Code:
        """Return the annotation of a value without a schema."""
        return self.imports.typing("Any")

    def _reference(self, type_id: TypeId) -> list[Code] | None:
        place = self.library.model_places.get(type_id)
        if place is None:
            return None
        name = self.library.names.models[type_id]
        made = self.imports.definition("models", place, name)
        item = self.library.type(type_id)
        # Servers may send values that the enumeration does not list.
        return [made, *self.kinds_of(item)] if isinstance(item, Choice) else [made]

    def _scalar(self, item: Scalar) -> list[Code]:
        match item.kind:
            case ScalarKind.ANY | ScalarKind.UNTYPED:
                return [self.unknown()]
            case ScalarKind.BYTES:
                name = "Base64UrlBytes" if is_url_safe(item) else "Base64Bytes"
                return [self.imports.runtime(name)]
            case kind:
                return [self._plain_scalar(kind)]

    def _choice(self, item: Choice) -> list[Code]:
        # Servers may send values that the enumeration does not list.
        known = [self.literal_of(item)] if is_literal(item) else []
        return [*known, *self.kinds_of(item)]

    def _list_of(self, items: Code) -> Code:
        return self._of(self.imports.builtin("list"), items)

    def _map_of(self, values: Code) -> Code:
        imports = self.imports
        return self._of(imports.builtin("dict"), imports.builtin("str"), values)

    def definition(self, type_id: TypeId) -> Code:
        """Return the definition of an alias in `models`."""
        item = self.library.type(type_id)
        if isinstance(item, Choice):
            return self.literal_of(item)
        return self._union(item) if isinstance(item, UnionOf) else self.shape(type_id)

    def _union(self, item: UnionOf) -> Code:
        mark = self.imports.mark()
        members = [part for member in item.members for part in self.parts(member)]
        whole = self.united(members, mark)
        if item.discriminator is None or self.is_unknown(whole):
            return whole
        entries = [
            code("{value}: {made}", value=literal(value), made=made)
            for value, member in item.discriminator.mapping
            for made in self._record(member)
        ]
        if not entries:
            return whole
        arguments = [
            literal(item.discriminator.property_name),
            code("{{{entries}}}", entries=join(", ", entries)),
        ]
        if item.discriminator.default is not None:
            arguments += [
                code("default={made}", made=made)
                for made in self._record(item.discriminator.default)
            ]
        return code(
            "{annotated}[{whole}, {variants}({arguments})]",
            annotated=self.imports.typing("Annotated"),
            whole=whole,
            variants=self.imports.runtime("Variants"),
            arguments=join(", ", arguments),
        )

    def _record(self, type_id: TypeId) -> list[Code]:
        """Return the class of a record type as a list; empty for other types."""
        is_record = isinstance(self.library.type(type_id), Record)
        return self.parts(type_id) if is_record else []
