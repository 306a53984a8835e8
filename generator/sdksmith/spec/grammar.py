"""Kinds of objects in an API document, and the fields of each kind.

The tables define the fields of each kind and the values of the fields. They are used by
the walker, and by the rules about fields that are unknown or of the wrong type.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """Kind of an object in an API document, named as in the specifications."""

    DOCUMENT = "document"
    INFO = "info"
    CONTACT = "contact"
    LICENSE = "license"
    TAG = "tag"
    EXTERNAL_DOCS = "external documentation"
    PATHS = "paths"
    PATH_ITEM = "path item"
    OPERATION = "operation"
    PARAMETER = "parameter"
    ITEMS = "items"
    """Items of a parameter or header without a schema; Swagger 2.0 only."""
    RESPONSES = "responses"
    RESPONSE = "response"
    HEADER = "header"
    SCHEMA = "schema"
    XML = "XML"
    DISCRIMINATOR = "discriminator"
    SECURITY_SCHEME = "security scheme"
    SECURITY_REQUIREMENT = "security requirement"
    REFERENCE = "reference"
    """Object with `$ref`, where the specification allows a Reference Object."""
    DEFINITIONS = "definitions"
    """Map of reusable objects, such as `definitions` or `components/schemas`."""
    COMPONENTS = "components"
    SERVER = "server"
    SERVER_VARIABLE = "server variable"
    REQUEST_BODY = "request body"
    MEDIA_TYPE = "media type"
    ENCODING = "encoding"
    EXAMPLE = "example"
    LINK = "link"
    CALLBACK = "callback"
    OAUTH_FLOWS = "OAuth flows"
    OAUTH_FLOW = "OAuth flow"


class Form(StrEnum):
    """Type of the value of a field."""

    OBJECT = "an object"
    LIST = "a list of objects"
    MAP = "a map of objects"
    STRING = "a string"
    STRINGS = "a list of strings"
    STRING_MAP = "a map of strings"
    BOOLEAN = "a boolean"
    NUMBER = "a number"
    VALUES = "a list of values"
    VALUE_MAP = "a map of values"
    VALUE = "any value"


class Field(Struct, frozen=True):
    """Definition of a field.

    Attributes:
        form: Type of the value.
        kind: Kind of the object, of each list item, or of each map value.
        holder: Kind of the map itself, if rules check it as a whole.
        required: Whether the specification requires the field.
    """

    form: Form
    kind: Kind | None = None
    holder: Kind | None = None
    required: bool = False


class Shape(Struct, frozen=True):
    """Fields of one kind of object.

    Attributes:
        fields: The fixed fields.
        others: Definition of all other fields, for objects that are maps.
        extensible: Whether `x-` fields are allowed.
        later: Fields that only later versions of the specification define, and whose
            meaning is preserved nevertheless. A repair gives them the prefix `x-`.
    """

    fields: Mapping[str, Field] = field(default_factory=dict[str, Field])
    others: Field | None = None
    extensible: bool = True
    later: Mapping[str, Field] = field(default_factory=dict[str, Field])

    def find(self, key: str) -> Field | None:
        """Return the definition of a fixed field, also of one of a later version."""
        found = self.fields.get(key)
        if found is None and self.later:
            found = self.later.get(key.removeprefix("x-"))
        return found


class Grammar(Struct, frozen=True):
    """Tables of one specification.

    Attributes:
        shapes: Fields of each kind.
        references: Kinds that can be replaced by a Reference Object.
    """

    shapes: Mapping[Kind, Shape]
    references: frozenset[Kind]


def one(kind: Kind, *, required: bool = False) -> Field:
    """Return a field whose value is an object."""
    return Field(Form.OBJECT, kind, required=required)


def list_of(kind: Kind) -> Field:
    """Return a field whose value is a list of objects."""
    return Field(Form.LIST, kind)


def map_of(kind: Kind, holder: Kind | None = None) -> Field:
    """Return a field whose value is a map of objects."""
    return Field(Form.MAP, kind, holder)


STRING = Field(Form.STRING)
STRINGS = Field(Form.STRINGS)
STRING_MAP = Field(Form.STRING_MAP)
BOOLEAN = Field(Form.BOOLEAN)
NUMBER = Field(Form.NUMBER)
VALUE = Field(Form.VALUE)
VALUES = Field(Form.VALUES)
VALUE_MAP = Field(Form.VALUE_MAP)
REQUIRED_STRING = Field(Form.STRING, required=True)

ANY_METHOD: Final = "x-amazon-apigateway-any-method"
"""Extension of a path item: an operation for all methods that have no own one."""

SWAGGER_SECTIONS: Final = {
    Kind.SCHEMA: "/definitions",
    Kind.PARAMETER: "/parameters",
    Kind.RESPONSE: "/responses",
}
"""Pointer to the map of reusable objects of each kind in Swagger 2.0."""

OPENAPI_SECTIONS: Final = {
    Kind.SCHEMA: "/components/schemas",
    Kind.PARAMETER: "/components/parameters",
    Kind.RESPONSE: "/components/responses",
    Kind.REQUEST_BODY: "/components/requestBodies",
    Kind.HEADER: "/components/headers",
    Kind.EXAMPLE: "/components/examples",
    Kind.LINK: "/components/links",
    Kind.CALLBACK: "/components/callbacks",
    Kind.SECURITY_SCHEME: "/components/securitySchemes",
}
"""Pointer to the map of reusable objects of each kind in OpenAPI 3."""
