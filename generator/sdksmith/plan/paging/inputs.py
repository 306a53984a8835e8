"""Inputs of an operation that can select a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...model.api import Parameter, Place
from ...model.types import Choice, Presence, Record, Scalar, ScalarKind
from ..content.bodies import BodyKind, plan_body
from ..content.formats import is_json
from .words import CURSORS, WRAPPERS, flat_name, parameter_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...json_data import JsonValue
    from ...model.api import Api, Operation
    from ...model.types import Field, Type


class PageInput(Struct, frozen=True):
    """Query parameter, or property of the body.

    Attributes:
        wire: Name on the wire.
        name: Name in lower case, without punctuation.
        description: Description in lower case.
        required: Whether each call passes it.
        holder: Wire name of the object that contains it, such as Spring's `pageable`;
            empty if it is not in an object.
    """

    wire: str
    name: str
    type: Type
    in_body: bool
    description: str
    default: JsonValue = None
    required: bool = False
    holder: str = ""

    @property
    def takes_cursor(self) -> bool:
        """Whether it takes a cursor from a previous response."""
        if self.is_date:
            return False  # `after` is a point in time here
        if self.name == "token":  # an access token in most APIs
            return "page" in self.description or "pagination" in self.description
        return self.name in CURSORS or self._is_described_as_cursor

    @property
    def _is_described_as_cursor(self) -> bool:
        if not self.is_text or _BACKWARDS.search(self.name):
            return False
        return _CURSOR.search(self.description) is not None

    @property
    def is_date(self) -> bool:
        """Whether its type is a point in time."""
        return isinstance(self.type, Scalar) and self.type.kind in _DATES

    @property
    def may_take_cursor(self) -> bool:
        """Whether it may take a value named after it: `nextFoo` for `foo`."""
        if self.required or self.is_date or self.name in {"date", "time", "day"}:
            return False
        return isinstance(self.type, Scalar) and self.type.kind in _CURSOR_KINDS

    @property
    def takes_key(self) -> bool:
        """Whether it takes the key of an item rather than a date."""
        return self.may_take_cursor and _TIME.search(self.description) is None

    @property
    def holds_cursor(self) -> bool:
        """Whether it is an object with a property for a cursor."""
        fields = self.type.fields if isinstance(self.type, Record) else ()
        return any(flat_name(field.name) in CURSORS for field in fields)

    @property
    def is_opaque(self) -> bool:
        """Whether its name leaves no doubt that it takes a cursor."""
        return self.takes_cursor and _OPAQUE.search(self.name) is not None

    @property
    def takes_number(self) -> bool:
        """Whether it takes a whole number."""
        if not isinstance(self.type, Scalar | Choice):
            return False
        if self.type.kind is ScalarKind.STRING:
            return isinstance(self.default, str) and self.default.isdigit()
        return self.type.kind in {ScalarKind.INTEGER, ScalarKind.NUMBER}

    @property
    def is_text(self) -> bool:
        """Whether its type is a string, which may contain a number."""
        return isinstance(self.type, Scalar) and self.type.kind is ScalarKind.STRING

    @property
    def counts_items(self) -> bool:
        """Whether it counts items rather than pages or time."""
        return _NO_OFFSET.search(self.description) is None

    @property
    def first(self) -> int | None:
        """First number according to the document, 0 or 1; None if it is not defined."""
        for number in (0, 1):
            if self.default in {number, str(number)} and self.default is not False:
                return number
        for number, pattern in enumerate((_FROM_ZERO, _FROM_ONE)):
            if pattern.search(self.description):
                return number
        limits = self.type.constraints if isinstance(self.type, Scalar) else None
        least = limits.minimum if limits else None
        return int(least) if least in {0, 1} else None


_DATES: Final = frozenset((ScalarKind.DATE, ScalarKind.DATETIME, ScalarKind.TIME))
_CURSOR_KINDS: Final = frozenset(
    (
        *(ScalarKind.STRING, ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.UUID),
        *(ScalarKind.BYTES, ScalarKind.ANY, ScalarKind.UNTYPED),
    )
)
_TIME: Final = re.compile(r"\b(date|time|timestamp|datetime|created|iso.?8601|epoch)\b")
_HOLDERS: Final = frozenset(("pageable", "options", *WRAPPERS))
_CURSOR: Final = re.compile(
    r"\b(opaque|continuation|pagination|page) (cursor|token|identifier|id|string)\b"
)
_BACKWARDS: Final = re.compile(r"before|prev|end|limit|size")
_OPAQUE: Final = re.compile(r"token|cursor|marker|continu")
_NO_OFFSET: Final = re.compile(r"page (number|offset|index)|number of pages|time|date")
_FROM_ZERO: Final = re.compile(
    r"\b(zero|0)[- ]?(based|index)|(start|begin)\w*\s+(at|from|with)\s+(page\s+)?"
    r"(0|zero)\b|first page (is|has|=)\s*(index\s+)?(0|zero)\b|\(0\s*\.\.\s*n\)"
)
_FROM_ONE: Final = re.compile(
    r"\b(one|1)[- ]?(based|index)|(start|begin)\w*\s+(at|from|with)\s+(page\s+)?"
    r"(1|one)\b|first page (is|has|=)\s*(index\s+)?(1|one)\b"
)


def find_inputs(api: Api, operation: Operation) -> tuple[PageInput, ...]:
    """Return the query parameters and body properties, body properties first.

    The body is considered only if each of its properties is an argument, because one of
    them has to change from page to page. The properties of an object follow it.
    """
    body = plan_body(api, operation)
    has_fields = body is not None and body.kind is BodyKind.FIELDS
    fields = (
        body.fields if body and has_fields and is_json(body.content.media_type) else ()
    )
    parameters = (
        item
        for item in operation.parameters
        if item.place is Place.QUERY and item.fixed is None
    )
    return (
        *(part for item in fields for part in _inputs(api, item, in_body=True)),
        *(part for item in parameters for part in _inputs(api, item, in_body=False)),
    )


def _inputs(api: Api, item: Field | Parameter, *, in_body: bool) -> Iterator[PageInput]:
    yield _input(api, item, in_body=in_body)
    held = api.types[item.type]
    # Spring's `pageable`, and `page` or `pagination` of others, hold number and size.
    if isinstance(held, Record) and flat_name(item.name) in _HOLDERS:
        for field in held.fields:
            yield replace(_input(api, field, in_body=in_body), holder=item.name)


def _input(api: Api, item: Field | Parameter, *, in_body: bool) -> PageInput:
    required = (
        item.required
        if isinstance(item, Parameter)
        else item.presence is Presence.REQUIRED
    )
    return PageInput(
        item.name,
        parameter_name(item.name),
        api.types[item.type],
        in_body,
        item.description.lower(),
        item.default,
        required,
    )
