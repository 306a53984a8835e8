"""Annotations of values that the API returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model.types import Choice, Record, ScalarKind, UnionOf
from ...text.pysource import literal
from ..expressions import (
    ANY,
    DICT,
    LIST,
    STR,
    TIMEDELTA,
    Call,
    DictDisplay,
    Generic,
    Keyword,
    Symbol,
    Union,
)
from ..runtime import runtime
from .annotations import AnnotationPlanner, plain_scalar
from .usage import is_literal

if TYPE_CHECKING:
    from collections.abc import Collection

    from ...model.types import Scalar, TypeId
    from ..expressions import Expression
    from .library import TypeLibrary

_FIELD_TYPES: Final = {
    ScalarKind.BASE64URL: runtime("Base64UrlBytes"),
    ScalarKind.BYTES: runtime("Base64Bytes"),
    ScalarKind.DECIMAL: runtime("DecimalString"),
    ScalarKind.DECIMAL_NUMBER: runtime("DecimalNumber"),
    ScalarKind.DURATION: runtime("ISODuration"),
    ScalarKind.NUMBER: runtime("IntOrFloat"),
    ScalarKind.PADDED_BASE64URL: runtime("PaddedBase64UrlBytes"),
}
"""Types of the runtime for values that pydantic does not decode or encode as intended."""

_ANNOTATED: Final = Symbol("typing", "Annotated")


class ReceivedTypes(AnnotationPlanner):
    """Annotations of responses and of the fields of models."""

    def __init__(
        self,
        library: TypeLibrary,
        opaque: Collection[TypeId] = (),
        *,
        evaluated: bool = True,
    ) -> None:
        """Initialize the planner.

        Args:
            library: The types, with the modules that define them.
            opaque: Aliases that refer back to the alias being planned.
            evaluated: Whether pydantic evaluates the annotations, as in models. Those
                of methods are for people and type checkers.
        """
        super().__init__(library, opaque)
        self._is_evaluated = evaluated
        if evaluated:
            self.number = _FIELD_TYPES[ScalarKind.NUMBER]

    def unknown(self) -> Symbol:
        """Return the annotation of a value without a schema."""
        return ANY

    def _reference(self, type_id: TypeId) -> list[Expression] | None:
        model = self.library.model(type_id)
        if model is None:
            return None
        item = self.library.type(type_id)
        # Servers may send values that the enumeration does not list.
        return [model, *self.kinds_of(item)] if isinstance(item, Choice) else [model]

    def _scalar(self, item: Scalar) -> list[Expression]:
        match item.kind:
            case ScalarKind.ANY | ScalarKind.UNTYPED:
                return [self.unknown()]
            case kind if kind in _FIELD_TYPES and self._is_evaluated:
                return [_FIELD_TYPES[kind]]
            case ScalarKind.DURATION:
                return [TIMEDELTA, STR]
            case kind:
                return [plain_scalar(kind)]

    def _choice(self, item: Choice) -> list[Expression]:
        # Servers may send values that the enumeration does not list.
        known = [self.literal_of(item)] if is_literal(item) else []
        return [*known, *self.kinds_of(item)]

    def _list_of(self, items: Expression) -> Expression:
        return Generic(LIST, (items,))

    def _map_of(self, values: Expression) -> Expression:
        return Generic(DICT, (STR, values))

    def _or_any(self, annotation: Expression) -> Expression:
        # Values that match are decoded, and type checkers know their attributes.
        return Union((annotation, ANY))

    def definition(self, type_id: TypeId) -> Expression:
        """Return the definition of an alias in `models`."""
        item = self.library.type(type_id)
        if isinstance(item, Choice):
            return self.literal_of(item)
        return self._union(item) if isinstance(item, UnionOf) else self.shape(type_id)

    def _union(self, item: UnionOf) -> Expression:
        members = [part for member in item.members for part in self.parts(member)]
        whole = self.united_openly(members) if item.is_open else self.united(members)
        if item.discriminator is None or self.is_unknown(whole):
            return whole
        entries = tuple(
            (literal(value), made)
            for value, member in item.discriminator.mapping
            if isinstance(self.library.type(member), Record | UnionOf)
            and not self.is_unknown(made := self.annotation(member))
        )
        if not entries:
            return whole
        default = item.discriminator.default
        keywords = () if default is None else (self._default(default),)
        variants = Call(
            runtime("Variants"),
            (literal(item.discriminator.property_name), DictDisplay(entries)),
            keywords,
        )
        return Generic(_ANNOTATED, (whole, variants))

    def _default(self, type_id: TypeId) -> Keyword:
        return Keyword("default", self.annotation(type_id))
