"""Operations as keyword arguments of the runtime's `Operation(...)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.api import Place, Style
from ...model.types import (
    Choice,
    ListOf,
    MapOf,
    Record,
    Scalar,
    ScalarKind,
    TupleOf,
    UnionOf,
)
from ...text.pysource import literal
from ..content.idempotency import find_key_header
from ..content.media_types import Reading, is_json
from ..content.servers import server_url
from ..content.streams import Framing
from ..contract import check_style
from ..expressions import (
    BOOL,
    BYTES,
    DATE,
    DATETIME,
    FLOAT,
    INT,
    NONE,
    STR,
    TIME,
    UUID,
    Call,
    DictDisplay,
    Keyword,
    TupleDisplay,
)
from ..runtime import runtime
from ..types.annotations import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...json_data import JsonObject
    from ...model.api import Alternative, Api, Operation, Parameter, PartEncoding
    from ...model.types import TypeId
    from ...text.pysource import Code
    from ..content.bodies import BodyPlan
    from ..content.media_types import PlannedResponse
    from ..content.streams import Items
    from ..expressions import Expression
    from ..types.library import TypeLibrary

_DEFAULT_ACCEPT: Final = "application/json"
_ANY: Final = runtime("ANY")
_SCALARS: Final = {
    ScalarKind.STRING: STR,
    ScalarKind.INTEGER: INT,
    ScalarKind.NUMBER: FLOAT,
    ScalarKind.BOOLEAN: BOOL,
    ScalarKind.BYTES: STR,
    ScalarKind.BINARY: STR,
    ScalarKind.DURATION: STR,
    ScalarKind.DATE: DATE,
    ScalarKind.DATETIME: DATETIME,
    ScalarKind.TIME: TIME,
    ScalarKind.UUID: UUID,
}


class OperationPlanner(Struct, frozen=True):
    """Planner of operations as data.

    Attributes:
        library: The types, with the modules that define them.
    """

    library: TypeLibrary

    def entries(
        self,
        operation: Operation,
        body: BodyPlan | None,
        successes: Sequence[PlannedResponse],
        failures: Sequence[PlannedResponse],
    ) -> tuple[Keyword, ...]:
        """Return the keyword arguments after method and path; defaults are omitted."""
        api = self.library.api
        entries: dict[str, Expression | None] = {
            "returns": self._returns(successes),
            "errors": self._errors(failures),
            "styles": _styles(api, operation.parameters),
            "body": literal(body.content.media_type) if body else None,
            "body_required": literal(True) if body and body.required else None,
            "parts": self._parts(body),
            "accept": _accept(successes),
            "stream": _stream(successes),
            "query": _fixed_query(operation.parameters),
            "security": _own_security(api, operation),
            "base_url": (
                literal(server_url(operation.servers[0])) if operation.servers else None
            ),
            "idempotency_header": _key_header(api, operation),
        }
        return tuple(
            Keyword(name, value) for name, value in entries.items() if value is not None
        )

    def _returns(self, successes: Sequence[PlannedResponse]) -> Expression | None:
        streams = [item for item in successes if item.items is not None]
        # A response without a body is read as a stream without items.
        read = streams or successes
        references = [(item.status, self._reading(item)) for item in read]
        distinct = {reference for _, reference in references}
        if len(distinct) == 1:
            only = references[0][1]
            return None if only == NONE else only
        return DictDisplay(
            tuple((literal(status), value) for status, value in references)
        )

    def _errors(self, failures: Sequence[PlannedResponse]) -> Expression | None:
        entries: list[tuple[Expression, Expression]] = []
        for item in failures:
            if item.reading is not Reading.JSON or item.type is None:
                continue
            reference = _or_null(self.reference(item.type), item.nullable)
            if reference != _ANY:
                entries.append((literal(item.status), reference))
        return _display(entries)

    def _reading(self, response: PlannedResponse) -> Expression:
        match response.reading:
            case Reading.NOTHING:
                return NONE
            case Reading.TEXT:
                return STR
            case Reading.BYTES:
                return BYTES
            case Reading.STREAM if response.items is not None:
                return self._item(response.items)
            case Reading.JSON | Reading.STREAM:
                if response.type is None:
                    return _ANY
                return _or_null(self.reference(response.type), response.nullable)

    def _item(self, items: Items) -> Expression:
        """Return the type of an item of a stream.

        For server-sent events whose data has no schema, an item is the whole event.
        """
        if items.type is not None:
            return _or_null(self.reference(items.type), items.nullable)
        if items.framing is Framing.EVENT_DATA:
            return runtime("ServerSentEvent")
        return _ANY

    def reference(self, type_id: TypeId, depth: int = 0) -> Expression:
        """Return a type reference for the runtime, without importing a model.

        Args:
            type_id: The type.
            depth: Number of lists and maps that enclose the type.
        """
        library = self.library
        item = library.type(type_id)
        model = library.model(type_id)
        if model is not None and isinstance(item, Record | UnionOf):
            return literal(model.name)
        match item:
            case _ if depth > DEEPEST:
                return _ANY
            case Scalar(kind=kind):
                return _SCALARS.get(kind, _ANY)
            case Choice():
                kinds = {type(value) for value in item.values}
                return STR if kinds == {str} else _ANY
            case ListOf(items=inner, nullable_items=nullable):
                made = _or_null(self.reference(inner, depth + 1), nullable)
                return Call(runtime("ListOf"), (made,))
            case MapOf(values=inner, nullable_values=nullable):
                made = _or_null(self.reference(inner, depth + 1), nullable)
                return Call(runtime("MapOf"), (made,))
            case TupleOf() | UnionOf() | Record():
                return _ANY

    def _parts(self, body: BodyPlan | None) -> Expression | None:
        if body is None or not body.is_form:
            return None
        types = {field.name: field.type for field in body.fields}
        entries: list[tuple[Expression, Expression]] = []
        for encoding in body.content.encodings:
            type_id = types.get(encoding.property_name)
            is_plain = type_id is not None and _is_plain(self.library.api, type_id)
            value = _part(encoding, is_plain=is_plain)
            if value is not None:
                entries.append((literal(encoding.property_name), value))
        return _display(entries)


def _part(encoding: PartEncoding, *, is_plain: bool) -> Expression | None:
    style = _style_text(encoding.style, explode=encoding.explode)
    if encoding.allow_reserved:
        style = f"+{style}"
    elif style == "form*" or (is_plain and encoding.style is Style.FORM):
        style = ""
    if style:
        check_style(Place.QUERY, style)
    given = (("style", style), ("content_type", encoding.content_type))
    keywords = tuple(Keyword(name, literal(text)) for name, text in given if text)
    return Call(runtime("Part"), keywords=keywords) if keywords else None


def _or_null(reference: Expression, nullable: bool) -> Expression:
    if not nullable or reference in (_ANY, NONE):
        return reference
    return Call(runtime("Nullable"), (reference,))


def _display(entries: Sequence[tuple[Expression, Expression]]) -> Expression | None:
    return DictDisplay(tuple(entries)) if entries else None


def _is_plain(api: Api, type_id: TypeId) -> bool:
    """Return whether a value is neither an array nor an object.

    `explode` has no effect on such values.
    """
    item = api.types[type_id]
    if isinstance(item, Scalar):
        return item.kind not in {ScalarKind.UNTYPED, ScalarKind.ANY}
    return isinstance(item, Choice)


def _style_text(style: Style, *, explode: bool) -> str:
    return f"{style}*" if explode else str(style)


def _styles(api: Api, parameters: Iterable[Parameter]) -> Code | None:
    by_place: dict[Place, JsonObject] = {}
    for item in parameters:
        style = parameter_style(api, item)
        if item.place is Place.QUERYSTRING:
            style = style or "form"
        if style and item.fixed is None:
            check_style(item.place, style)
            by_place.setdefault(item.place, {})[item.name] = style
    if not by_place:
        return None
    return literal(
        {str(place): by_place[place] for place in Place if place in by_place}
    )


def parameter_style(api: Api, item: Parameter) -> str:
    """Return the style of a parameter; an empty string for the default of its location."""
    if item.media_type and (is_json(item.media_type) or not _is_plain(api, item.type)):
        return "json"
    is_simple = item.place in {Place.PATH, Place.HEADER}
    default = Style.SIMPLE if is_simple else Style.FORM
    style = _style_text(item.style, explode=item.explode)
    if item.allow_reserved:
        return f"+{style}"
    if item.style is default and (
        item.explode is not is_simple or _is_plain(api, item.type)
    ):
        return ""
    return style


def _accept(successes: Sequence[PlannedResponse]) -> Code | None:
    wanted = list(dict.fromkeys(item.accept for item in successes if item.accept))
    if not wanted or wanted == [_DEFAULT_ACCEPT]:
        return None
    return literal(", ".join(wanted))


def _stream(successes: Sequence[PlannedResponse]) -> Code | None:
    framings = [item.items.framing for item in successes if item.items is not None]
    return literal(str(framings[0])) if framings else None


def _fixed_query(parameters: Iterable[Parameter]) -> Code | None:
    fixed: JsonObject = {
        item.name: item.fixed
        for item in parameters
        if item.fixed is not None and item.place is Place.QUERY
    }
    return literal(fixed) if fixed else None


def _own_security(api: Api, operation: Operation) -> Expression | None:
    if operation.security == api.security:
        return None
    return plan_security(operation.security)


def _key_header(api: Api, operation: Operation) -> Code | None:
    header = find_key_header(api, operation)
    return literal(header.name) if header else None


def plan_security(alternatives: Sequence[Alternative]) -> Expression:
    """Return security alternatives in the form that the runtime expects."""
    return TupleDisplay(
        tuple(
            TupleDisplay(tuple(literal(need.scheme) for need in item))
            for item in alternatives
        )
    )
