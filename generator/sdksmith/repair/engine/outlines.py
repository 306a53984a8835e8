"""Outlines of nodes, which decide for many nodes at once whether a rule concerns them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from ...spec.grammar import Form
from ..readings.type_names import JSON_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...json_data import JsonObject
    from ...load.document import Dialect
    from ...spec.grammar import Kind

MAPPINGS: Final = frozenset((Form.OBJECT, Form.MAP, Form.STRING_MAP, Form.VALUE_MAP))
SEQUENCES: Final = frozenset((Form.LIST, Form.STRINGS, Form.VALUES))

_TYPES: Final = {
    Form.STRING: (str,),
    Form.BOOLEAN: (bool,),
    Form.NUMBER: (int, float),
    **dict.fromkeys(MAPPINGS, (dict,)),
    **dict.fromkeys(SEQUENCES, (list,)),
}


class Outline(Struct, frozen=True):
    """Properties of a node that many other nodes share.

    Attributes:
        dialect: Specification of the document.
        kind: Kind of the node.
        expected: Expected kind of the node, see `Node`.
        types: Python type of the value of each field.
        json_type: Value of the field `type` if it is a type of JSON Schema; otherwise
            empty.
    """

    dialect: Dialect
    kind: Kind
    expected: Kind
    types: Mapping[str, type]
    json_type: str


Filter: TypeAlias = "Callable[[Outline], bool]"


def json_type_of(value: JsonObject) -> str:
    """Return `type` of an object if it is a type of JSON Schema; otherwise empty."""
    written = value.get("type")
    return written if isinstance(written, str) and written in JSON_TYPES else ""


def fits(value_type: type, form: Form) -> bool:
    """Return whether values of a Python type are valid in a field of a form."""
    if value_type is bool:
        return form is Form.BOOLEAN
    return issubclass(value_type, _TYPES[form])
