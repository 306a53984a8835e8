"""Operations as keyword arguments of the runtime's `Operation(...)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model.api import (
    Place,
    Style,
)
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
from ...text.pysource import (
    Code,
    code,
    join,
    literal,
)
from ..content.idempotency import find_key_header
from ..content.media_types import (
    Reading,
    is_json,
)
from ..content.servers import server_url
from ..content.streams import Framing
from ..package import EntryView
from ..types.annotations import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...model.api import (
        Alternative,
        Api,
        Operation,
        Parameter,
        PartEncoding,
    )
    from ...model.types import TypeId
    from ..content.bodies import BodyPlan
    from ..content.media_types import Answer
    from ..content.streams import Items
    from ..types.imports import ModuleImports
    from ..types.library import TypeLibrary

_DEFAULT_ACCEPT: Final = "application/json"
_DATETIMES: Final = {
    ScalarKind.DATE: "date",
    ScalarKind.DATETIME: "datetime",
    ScalarKind.TIME: "time",
}
_BUILTINS: Final = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.BYTES: "str",
    ScalarKind.BINARY: "str",
    ScalarKind.DURATION: "str",
}


class OperationWriter:
    """Writer of the operations of one module as data."""

    def __init__(self, library: TypeLibrary, imports: ModuleImports) -> None:
        """Initialize the writer.

        Args:
            library: The types, with the modules that define them.
            imports: Imports of the module at run time.
        """
        self._library = library
        self._imports = imports

    def entries(
        self,
        operation: Operation,
        body: BodyPlan | None,
        successes: Sequence[Answer],
        failures: Sequence[Answer],
    ) -> tuple[EntryView, ...]:
        """Return the keyword arguments after method and path; defaults are omitted."""
        api = self._library.api
        entries = {
            "returns": self._returns(successes),
            "errors": self._errors(failures),
            "styles": _styles(api, operation.parameters),
            "body": literal(body.content.media_type) if body else None,
            "body_required": code("True") if body and body.required else None,
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
            EntryView(_KEYS[name], value)
            for name, value in entries.items()
            if value is not None
        )

    def _returns(self, successes: Sequence[Answer]) -> Code | None:
        streams = [item for item in successes if item.items is not None]
        # A response without a body is read as a stream without items.
        read = streams or successes
        references = [(item.status, self._reading(item)) for item in read]
        distinct = {reference for _, reference in references}
        if len(distinct) == 1:
            only = references[0][1]
            return None if only == _NONE else only
        return _display((literal(status), value) for status, value in references)

    def _errors(self, failures: Sequence[Answer]) -> Code | None:
        entries: list[tuple[Code, Code]] = []
        for item in failures:
            if item.reading is not Reading.JSON or item.type is None:
                continue
            mark = self._imports.mark()
            reference = self._or_null(self.reference(item.type), item.nullable)
            if reference == _ANY:
                self._imports.restore(mark)
            else:
                entries.append((literal(item.status), reference))
        return _display(entries) if entries else None

    def _reading(self, answer: Answer) -> Code:
        match answer.reading:
            case Reading.NOTHING:
                return _NONE
            case Reading.TEXT:
                return code("str")
            case Reading.BYTES:
                return code("bytes")
            case Reading.STREAM if answer.items is not None:
                return self._item(answer.items)
            case Reading.JSON | Reading.STREAM:
                if answer.type is None:
                    return self._any()
                return self._or_null(self.reference(answer.type), answer.nullable)

    def _item(self, items: Items) -> Code:
        """Return the type of an item of a stream.

        For server-sent events whose data has no schema, an item is the whole event.
        """
        if items.type is not None:
            return self._or_null(self.reference(items.type), items.nullable)
        if items.framing is Framing.EVENT_DATA:
            return self._imports.runtime("ServerSentEvent")
        return self._any()

    def reference(self, type_id: TypeId, depth: int = 0) -> Code:
        """Return a type reference for the runtime, without importing a model.

        Args:
            type_id: The type.
            depth: Number of lists and maps that enclose the type.
        """
        library = self._library
        item = library.type(type_id)
        if type_id in library.model_places and isinstance(item, Record | UnionOf):
            return literal(library.names.models[type_id])
        match item:
            case _ if depth > DEEPEST:
                return self._any()
            case Scalar(kind=kind):
                return self._scalar(kind)
            case Choice():
                kinds = {type(value) for value in item.values}
                return code("str") if kinds == {str} else self._any()
            case ListOf(items=inner, nullable_items=nullable):
                list_of = self._imports.runtime("ListOf")
                made = self._or_null(self.reference(inner, depth + 1), nullable)
                return code("{f}({inner})", f=list_of, inner=made)
            case MapOf(values=inner, nullable_values=nullable):
                map_of = self._imports.runtime("MapOf")
                made = self._or_null(self.reference(inner, depth + 1), nullable)
                return code("{f}({inner})", f=map_of, inner=made)
            case TupleOf() | UnionOf() | Record():
                return self._any()

    def _or_null(self, reference: Code, nullable: bool) -> Code:
        if not nullable or reference in {_ANY, _NONE}:
            return reference
        made = self._imports.runtime("Nullable")
        return code("{f}({inner})", f=made, inner=reference)

    def _scalar(self, kind: ScalarKind) -> Code:
        if kind in _BUILTINS:
            return code("{name}", name=self._imports.builtin(_BUILTINS[kind]))
        if kind in _DATETIMES:
            return self._imports.datetime(_DATETIMES[kind])
        return self._imports.uuid() if kind is ScalarKind.UUID else self._any()

    def _any(self) -> Code:
        return self._imports.runtime("ANY")

    def _parts(self, body: BodyPlan | None) -> Code | None:
        if body is None or not body.is_form:
            return None
        types = {field.name: field.type for field in body.fields}
        entries: list[tuple[Code, Code]] = []
        for encoding in body.content.encodings:
            type_id = types.get(encoding.property_name)
            is_plain = type_id is not None and _is_plain(self._library.api, type_id)
            value = self._part(encoding, is_plain=is_plain)
            if value is not None:
                entries.append((literal(encoding.property_name), value))
        return _display(entries) if entries else None

    def _part(self, encoding: PartEncoding, *, is_plain: bool) -> Code | None:
        style = _style_text(encoding.style, explode=encoding.explode)
        if encoding.allow_reserved:
            style = f"+{style}"
        elif style == "form*" or (is_plain and encoding.style is Style.FORM):
            style = ""
        arguments: list[Code] = []
        if style:
            arguments.append(code("style={style}", style=literal(style)))
        if encoding.content_type:
            content_type = literal(encoding.content_type)
            arguments.append(code("content_type={value}", value=content_type))
        if not arguments:
            return None
        part = self._imports.runtime("Part")
        return code("{part}({arguments})", part=part, arguments=join(", ", arguments))


_NONE: Final = code("None")
_ANY: Final = code("ANY")
_KEYS: Final = {
    "returns": code("returns"),
    "errors": code("errors"),
    "styles": code("styles"),
    "body": code("body"),
    "body_required": code("body_required"),
    "parts": code("parts"),
    "accept": code("accept"),
    "stream": code("stream"),
    "query": code("query"),
    "security": code("security"),
    "base_url": code("base_url"),
    "idempotency_header": code("idempotency_header"),
}


def _display(entries: Iterable[tuple[Code, Code]]) -> Code:
    made = [code("{key}: {value}", key=key, value=value) for key, value in entries]
    return code("{{{entries}}}", entries=join(", ", made))


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
    by_place: dict[Place, list[tuple[Code, Code]]] = {}
    for item in parameters:
        style = parameter_style(api, item)
        if item.place is Place.QUERYSTRING:
            style = style or "form"
        if style and item.fixed is None:
            entry = (literal(item.name), literal(style))
            by_place.setdefault(item.place, []).append(entry)
    if not by_place:
        return None
    return _display(
        (literal(str(place)), _display(by_place[place]))
        for place in Place
        if place in by_place
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


def _accept(successes: Sequence[Answer]) -> Code | None:
    wanted = list(dict.fromkeys(item.accept for item in successes if item.accept))
    if not wanted or wanted == [_DEFAULT_ACCEPT]:
        return None
    return literal(", ".join(wanted))


def _stream(successes: Sequence[Answer]) -> Code | None:
    framings = [item.items.framing for item in successes if item.items is not None]
    return literal(str(framings[0])) if framings else None


def _fixed_query(parameters: Iterable[Parameter]) -> Code | None:
    fixed = [
        (literal(item.name), literal(item.fixed))
        for item in parameters
        if item.fixed is not None and item.place is Place.QUERY
    ]
    return _display(fixed) if fixed else None


def _own_security(api: Api, operation: Operation) -> Code | None:
    if operation.security == api.security:
        return None
    return security_code(operation.security)


def _key_header(api: Api, operation: Operation) -> Code | None:
    header = find_key_header(api, operation)
    return literal(header.name) if header else None


def security_code(alternatives: Sequence[Alternative]) -> Code:
    """Return the source of security alternatives in the form that the runtime expects."""
    keys = [[literal(need.scheme) for need in item] for item in alternatives]
    return _tuple([_tuple(item) for item in keys])


def _tuple(items: Sequence[Code]) -> Code:
    if len(items) == 1:
        return code("({item},)", item=items[0])
    return code("({items})", items=join(", ", items))
