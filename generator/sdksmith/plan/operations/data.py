"""Operations as keyword arguments of the runtime's `Operation(...)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model.api import Place, Style
from ...model.types import (
    Choice,
    Scalar,
    ScalarKind,
)
from ...text.pysource import literal
from ..content.bodies import BodyKind
from ..content.formats import is_json
from ..content.idempotency import find_key_header
from ..content.media_types import Reading
from ..content.servers import server_url
from ..content.streams import Framing
from ..contract import check_style
from ..expressions import (
    BYTES,
    NONE,
    STR,
    Call,
    DictDisplay,
    Keyword,
    TupleDisplay,
)
from ..runtime import runtime
from ..types.formats import FILE
from ..types.references import ReferencePlanner

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
    from ..types.formats import ShapePlanner
    from ..types.library import TypeLibrary

_DEFAULT_ACCEPT: Final = "application/json"
_ANY: Final = runtime("ANY")


class OperationPlanner:
    """Planner of operations as data."""

    def __init__(self, library: TypeLibrary, shapes: ShapePlanner) -> None:
        """Initialize the planner.

        Args:
            library: The types, with the modules that define them.
            shapes: Planner of the shapes of arguments.
        """
        self._api = library.api
        self._types = ReferencePlanner(library)
        self._shapes = shapes

    def entries(
        self,
        operation: Operation,
        body: BodyPlan | None,
        successes: Sequence[PlannedResponse],
        failures: Sequence[PlannedResponse],
    ) -> tuple[Keyword, ...]:
        """Return the keyword arguments after method and path; defaults are omitted."""
        api = self._api
        entries: dict[str, Expression | None] = {
            "returns": self._returns(successes),
            "errors": self._errors(failures),
            "styles": _styles(api, operation.parameters),
            "body": literal(body.media_type) if body else None,
            "body_required": literal(True) if body and body.required else None,
            "parts": self._parts(body),
            "accept": _accept(successes),
            "stream": _stream(successes),
            "query": _fixed_query(operation.parameters),
            "required": _required(operation.parameters),
            "allow_empty": _allow_empty(operation.parameters),
            "formats": self._formats(operation, body),
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
            reference = self._types.reference(item.type, nullable=item.nullable)
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
                return self._types.reference(response.type, nullable=response.nullable)

    def _item(self, items: Items) -> Expression:
        """Return the type of an item of a stream.

        For server-sent events whose data has no schema, an item is the whole event.
        """
        if items.type is not None:
            return self._types.reference(items.type, nullable=items.nullable)
        if items.framing is Framing.EVENT_DATA:
            return runtime("ServerSentEvent")
        return _ANY

    def _parts(self, body: BodyPlan | None) -> Expression | None:
        if body is None or not body.is_form:
            return None
        types = {field.name: field.type for field in body.fields}
        entries: list[tuple[Expression, Expression]] = []
        for encoding in body.content.encodings:
            type_id = types.get(encoding.property_name)
            is_plain = type_id is not None and _is_plain(self._api, type_id)
            value = _part(encoding, is_plain=is_plain)
            if value is not None:
                entries.append((literal(encoding.property_name), value))
        return _display(entries)

    def _formats(
        self, operation: Operation, body: BodyPlan | None
    ) -> DictDisplay | None:
        """Return the shapes of the arguments by location and name."""
        places: dict[str, list[tuple[Expression, Expression]]] = {}
        for item in operation.parameters:
            shape = self._shapes.shape(item.type)
            if shape is not None and item.fixed is None:
                place = "query" if item.place is Place.QUERYSTRING else str(item.place)
                places.setdefault(place, []).append((literal(item.name), shape))
        entries: list[tuple[Expression, Expression]] = [
            (literal(place), DictDisplay(tuple(shapes)))
            for place, shapes in places.items()
        ]
        in_body = self._body_shapes(body)
        if in_body is not None:
            entries.append((literal("body"), in_body))
        return DictDisplay(tuple(entries)) if entries else None

    def _body_shapes(self, body: BodyPlan | None) -> Expression | None:
        if body is None:
            return None
        if body.kind is BodyKind.FIELDS and body.content.type is not None:
            return self._shapes.fields(body.content.type, is_form=body.is_form)
        if body.kind is BodyKind.FILE:
            return DictDisplay(((literal(""), FILE),))
        if body.type is None:
            return None
        whole: Expression | None
        if body.kind is BodyKind.ITEMS:
            shape = self._shapes.shape(body.type)
            whole = None if shape is None else Call(runtime("ListOf"), (shape,))
        else:
            whole = self._shapes.root(body.type)
        return None if whole is None else DictDisplay(((literal(""), whole),))


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


def _required(parameters: Iterable[Parameter]) -> Expression | None:
    by_place: dict[str, list[Expression]] = {}
    for item in parameters:
        if item.required and item.place is not Place.PATH and item.fixed is None:
            place = "query" if item.place is Place.QUERYSTRING else str(item.place)
            by_place.setdefault(place, []).append(literal(item.name))
    return _display(
        [(literal(place), TupleDisplay(tuple(n))) for place, n in by_place.items()]
    )


def _allow_empty(parameters: Iterable[Parameter]) -> Expression | None:
    names = [
        literal(item.name)
        for item in parameters
        if item.allow_empty and item.place is Place.QUERY and item.fixed is None
    ]
    return TupleDisplay(tuple(names)) if names else None


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
