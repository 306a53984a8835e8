"""What stands inside an object of a description, in whatever file, however it is written.

The tables of the grammar say what stands where. They are read generously, since this
comes before the repairs: a list where a map should be holds the same objects, and the
words of JSON Schema mean schemas in each version of the specification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..load.document import Dialect, entries
from ..repair.grammar import Field, Form, Kind, grammar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..jsondata import Container, JsonValue

LIBRARIES: Final = ("$defs", "definitions")
"""Words of a schema below which others are kept for reference alone."""

_EXAMPLES: Final = ("example", "examples", "value")
_CONTAINED: Final = (Form.OBJECT, Form.LIST, Form.MAP)


class Expected(Struct, frozen=True):
    """What should be at a place.

    Attributes:
        kind: The kind of the object, or of the entries of the list or map; None for text
            and data.
        form: Whether it is one object, a list or map of them, or something else.
    """

    kind: Kind | None
    form: Form = Form.OBJECT

    @property
    def is_data(self) -> bool:
        """Whether this is data of the API, where `$ref` may be a word like any other."""
        return self.kind is None and self.form is Form.VALUE


class Inner(Struct, frozen=True):
    """What stands under one key or index of a container."""

    token: str
    value: Container
    expected: Expected


class Walker:
    """Lists what stands inside of objects of one version of the specification."""

    def __init__(self, dialect: Dialect) -> None:
        self._shapes = grammar(dialect).shapes
        self._schema: dict[str, Field] = {
            **grammar(Dialect.OPENAPI_31).shapes[Kind.SCHEMA].fields,
            "additionalItems": Field(Form.OBJECT, Kind.SCHEMA),
            "definitions": Field(Form.MAP, Kind.SCHEMA),
            "dependencies": Field(Form.MAP, Kind.SCHEMA),
            **self._shapes[Kind.SCHEMA].fields,
        }

    def inside(self, value: Container, expected: Expected) -> Iterator[Inner]:
        """Yield the containers in one that is what is expected of it."""
        if expected.is_data:
            yield from _examples(value, expected)
        elif expected.kind is None or expected.form not in _CONTAINED:
            return
        elif expected.form is Form.OBJECT and isinstance(value, dict):
            for key, entry in value.items():
                if isinstance(entry, dict | list):
                    inner = self._field(expected.kind, key, entry)
                    if inner is not None:
                        yield Inner(key, entry, inner)
        else:
            one = Expected(expected.kind)
            for token, entry in entries(value):
                if isinstance(entry, dict | list):
                    yield Inner(str(token), entry, one)

    def _field(self, kind: Kind, key: str, value: Container) -> Expected | None:
        fields: Mapping[str, Field]
        if kind is Kind.SCHEMA:
            fields, others = self._schema, None
        else:
            shape = self._shapes.get(kind)
            if shape is None:
                # Maps of the grammar that have a kind of their own.
                return None
            fields, others = shape.fields, shape.others
            if others is not None and key.startswith("x-") and shape.extensible:
                return None
        field = fields.get(key, others)
        if field is None:
            return None
        if field.kind is not None:
            return Expected(field.kind, field.form)
        if key in _EXAMPLES:
            return Expected(None, Form.VALUE)
        if field.form in (Form.TEXT, Form.TEXTS, Form.TEXT_MAP) and refers(value):
            return Expected(None, field.form)
        return None


def _examples(value: Container, expected: Expected) -> Iterator[Inner]:
    """Yield examples by name or media type that are in files of their own."""
    for token, entry in entries(value):
        if isinstance(entry, dict) and is_mere_reference(entry):
            yield Inner(str(token), entry, expected)


def refers(value: JsonValue) -> bool:
    """Tell whether a value is an object with a reference."""
    return isinstance(value, dict) and isinstance(value.get("$ref"), str)


def is_mere_reference(value: JsonValue) -> bool:
    """Tell whether a value is an object that says nothing but where to look."""
    return refers(value) and isinstance(value, dict) and len(value) == 1
