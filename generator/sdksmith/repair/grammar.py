"""The kinds of object that a description is made of, and what stands where in them.

The tables say for each kind which fields it has and what those hold. The walker finds
its way by them, and so do the rules about misshapen and unknown fields.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ..load.document import Dialect

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """A kind of object of a description, named as the specifications name it."""

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
    """The items of a parameter or header that has no schema; Swagger 2.0 alone."""
    RESPONSES = "responses"
    RESPONSE = "response"
    HEADER = "header"
    SCHEMA = "schema"
    XML = "XML"
    DISCRIMINATOR = "discriminator"
    SECURITY_SCHEME = "security scheme"
    SECURITY_REQUIREMENT = "security requirement"
    REFERENCE = "reference"
    """An object with `$ref` where the specification allows a Reference Object."""
    DEFINITIONS = "definitions"
    """A map of reusable objects: `definitions`, `components/schemas` and the like."""
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
    """What a field holds."""

    OBJECT = "an object"
    LIST = "a list of objects"
    MAP = "a map of objects"
    TEXT = "text"
    TEXTS = "a list of texts"
    TEXT_MAP = "a map of texts"
    BOOLEAN = "true or false"
    NUMBER = "a number"
    VALUES = "a list of values"
    VALUE_MAP = "a map of values"
    VALUE = "any value"


class Field(Struct, frozen=True):
    """What may stand in one field.

    Attributes:
        kind: The kind of the object, of each list entry or of each map value.
        holder: The kind of the map itself, where rules look at it as a whole.
        required: Whether the specification asks for the field.
    """

    form: Form
    kind: Kind | None = None
    holder: Kind | None = None
    required: bool = False


class Shape(Struct, frozen=True):
    """The fields of one kind.

    Attributes:
        fields: The fixed fields.
        others: What stands under any other key, for objects that are maps.
        extensible: Whether `x-` fields may stand beside them.
    """

    fields: Mapping[str, Field] = field(default_factory=dict[str, Field])
    others: Field | None = None
    extensible: bool = True


class Grammar(Struct, frozen=True):
    """The tables of one specification.

    Attributes:
        references: The kinds a Reference Object may stand for.
    """

    shapes: Mapping[Kind, Shape]
    references: frozenset[Kind]


@cache
def grammar(dialect: Dialect) -> Grammar:
    """Return the tables of a specification."""
    # The tables of one specification are enough for one run.
    if dialect is Dialect.SWAGGER_20:
        from .grammar20 import GRAMMAR

        return GRAMMAR
    from .grammar3x import openapi_grammar

    return openapi_grammar(dialect)


def one(kind: Kind, *, required: bool = False) -> Field:
    """Return a field that holds one object."""
    return Field(Form.OBJECT, kind, required=required)


def list_of(kind: Kind) -> Field:
    """Return a field that holds a list of objects."""
    return Field(Form.LIST, kind)


def map_of(kind: Kind, holder: Kind | None = None) -> Field:
    """Return a field that holds a map of objects."""
    return Field(Form.MAP, kind, holder)


TEXT = Field(Form.TEXT)
TEXTS = Field(Form.TEXTS)
TEXT_MAP = Field(Form.TEXT_MAP)
BOOLEAN = Field(Form.BOOLEAN)
NUMBER = Field(Form.NUMBER)
VALUE = Field(Form.VALUE)
VALUES = Field(Form.VALUES)
VALUE_MAP = Field(Form.VALUE_MAP)
REQUIRED_TEXT = Field(Form.TEXT, required=True)

SWAGGER_SECTIONS: Final = {
    Kind.SCHEMA: "/definitions",
    Kind.PARAMETER: "/parameters",
    Kind.RESPONSE: "/responses",
}
"""The map of reusable objects of each kind in Swagger 2.0, by its pointer."""

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
"""The same in every version of OpenAPI 3."""
