"""Strings that YAML reads as numbers because they have no quotes, and long strings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..values.exact_values import to_string

if TYPE_CHECKING:
    from ...json_data import JsonValue
    from ...report.diagnostics import Absent
    from ..engine.rule import Node


_MAX_QUOTED: Final = 100


def quoted(text: str) -> str:
    """Return a string for a message, in quotes and not longer than 100 characters."""
    return repr(text if len(text) <= _MAX_QUOTED else f"{text[:_MAX_QUOTED]}...")


def read_string(node: Node, value: JsonValue, *tokens: str | int) -> str | Absent:
    """Return a scalar as a string, as it is written in the document, or `ABSENT`.

    The version `1.10` is not `1.1`, and the postal code `010` is not `10`.

    Args:
        node: A node of the document.
        value: The value below the node.
        *tokens: Reference tokens from the node to the value.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = node.document.number_text(node.child_pointer(*tokens))
        # An earlier repair can have replaced the value.
        if text is not None and _is_number(text, value):
            return text
    return to_string(value)


def _is_number(text: str, value: float) -> bool:
    try:
        return float(text) == value
    except ValueError:
        return int(text, 0) == value  # hexadecimal or octal
