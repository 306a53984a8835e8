"""Walker over the objects of a document and of the files it references.

The grammar tables define which kind of object each field holds. They are applied
leniently because bundling precedes the repairs: a list in place of a map holds the same
objects, and the keywords of JSON Schema hold schemas in every version of the
specification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..load.document import Dialect, entries
from ..spec.grammar import Field, Form, Kind
from ..spec.tables import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..json_data import Container, JsonValue

DEFINITION_KEYWORDS: Final = ("$defs", "definitions")
"""Keywords of a schema that hold reusable schemas."""

_EXAMPLES: Final = ("example", "examples", "value")
_CONTAINED: Final = (Form.OBJECT, Form.LIST, Form.MAP)


class Expected(Struct, frozen=True):
    """The expected type of the value at a location.

    Attributes:
        kind: Kind of the object, or of the entries of the list or map; None for strings
            and data.
        form: One object, a list or map of objects, or something else.
    """

    kind: Kind | None
    form: Form = Form.OBJECT

    @property
    def is_data(self) -> bool:
        """Whether this is data of the API, where `$ref` may be an ordinary key."""
        return self.kind is None and self.form is Form.VALUE


class Child(Struct, frozen=True):
    """The container at one key or index of another container."""

    token: str
    value: Container
    expected: Expected


class Walker:
    """Walker over the objects of one version of the specification."""

    def __init__(self, dialect: Dialect) -> None:
        self._shapes = grammar(dialect).shapes
        self._schema: dict[str, Field] = {
            **grammar(Dialect.OPENAPI_31).shapes[Kind.SCHEMA].fields,
            "additionalItems": Field(Form.OBJECT, Kind.SCHEMA),
            "definitions": Field(Form.MAP, Kind.SCHEMA),
            "dependencies": Field(Form.MAP, Kind.SCHEMA),
            **self._shapes[Kind.SCHEMA].fields,
        }

    def children(self, value: Container, expected: Expected) -> Iterator[Child]:
        """Yield the containers children a container of the expected type."""
        if expected.is_data:
            yield from _examples(value, expected)
        elif expected.kind is None or expected.form not in _CONTAINED:
            return
        elif expected.form is Form.OBJECT and isinstance(value, dict):
            for key, entry in value.items():
                if isinstance(entry, dict | list):
                    inner = self._field(expected.kind, key, entry)
                    if inner is not None:
                        yield Child(key, entry, inner)
        else:
            one = Expected(expected.kind)
            for token, entry in entries(value):
                if isinstance(entry, dict | list):
                    yield Child(str(token), entry, one)

    def _field(self, kind: Kind, key: str, value: Container) -> Expected | None:
        if kind is Kind.SCHEMA:
            field = self._schema.get(key)
        else:
            shape = self._shapes.get(kind)
            if shape is None:
                # Some maps of the grammar are a separate kind without a shape.
                return None
            others = shape.others
            if others is not None and key.startswith("x-") and shape.extensible:
                return None
            field = shape.find(key) or others
        if field is None:
            return None
        if field.kind is not None:
            return Expected(field.kind, field.form)
        if key in _EXAMPLES:
            return Expected(None, Form.VALUE)
        if field.form in (
            Form.STRING,
            Form.STRINGS,
            Form.STRING_MAP,
        ) and contains_reference(value):
            return Expected(None, field.form)
        return None


def _examples(value: Container, expected: Expected) -> Iterator[Child]:
    """Yield examples by name or media type that are references to other files."""
    for token, entry in entries(value):
        if isinstance(entry, dict) and is_plain_reference(entry):
            yield Child(str(token), entry, expected)


def contains_reference(value: JsonValue) -> bool:
    """Return whether a value is an object with a reference."""
    return isinstance(value, dict) and isinstance(value.get("$ref"), str)


def is_plain_reference(value: JsonValue) -> bool:
    """Return whether a value is an object with only a reference."""
    return contains_reference(value) and isinstance(value, dict) and len(value) == 1
