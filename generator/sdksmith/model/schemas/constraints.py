"""Validation keywords besides the type (JSON Schema 2020-12 Validation, section 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...json_data import array_of, object_of, text_of, texts_of
from ..types import Constraints

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...json_data import JsonObject

_MOST: Final = 2**63 - 1
"""Greatest count. Larger ones are as impossible, and cannot be converted to floats."""
_WORDS: Final = frozenset(
    {
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
    }
)
_OBJECT_WORDS: Final = frozenset(
    {
        "minProperties",
        "maxProperties",
        "propertyNames",
        "patternProperties",
        "dependentRequired",
        "dependencies",
        "oneOf",
        "anyOf",
    }
)
_NOTHING: Final = Constraints()


def read_constraints(node: JsonObject) -> Constraints | None:
    """Return the constraints of a scalar or array schema; None if it has none."""
    if _WORDS.isdisjoint(node):
        return None
    made = Constraints(
        minimum=_number(node, "minimum"),
        maximum=_number(node, "maximum"),
        exclusive_minimum=_number(node, "exclusiveMinimum"),
        exclusive_maximum=_number(node, "exclusiveMaximum"),
        multiple_of=_number(node, "multipleOf"),
        min_length=_count(node, "minLength"),
        max_length=_count(node, "maxLength"),
        min_items=_count(node, "minItems"),
        max_items=_count(node, "maxItems"),
        pattern=text_of(node.get("pattern")),
        unique_items=node.get("uniqueItems") is True,
    )
    return None if made == _NOTHING else made


def read_object_constraints(layers: Iterable[JsonObject]) -> Constraints | None:
    """Return the combined constraints of the layers of an object; None without any.

    If several layers limit the number of properties, the narrowest limit applies.
    """
    nodes = [node for node in layers if not _OBJECT_WORDS.isdisjoint(node)]
    if not nodes:
        return None
    names = [object_of(node.get("propertyNames")) for node in nodes]
    patterns = [text_of(name.get("pattern")) for name in names]
    patterns += [
        key
        for node in nodes
        for key in sorted(object_of(node.get("patternProperties")))
    ]
    lower = [_count(node, "minProperties") for node in nodes]
    upper = [_count(node, "maxProperties") for node in nodes]
    made = Constraints(
        min_properties=max((n for n in lower if n is not None), default=None),
        max_properties=min((n for n in upper if n is not None), default=None),
        key_pattern=next(filter(None, patterns), ""),
        key_values=tuple(
            value for name in names for value in texts_of(name.get("enum"))
        ),
        dependent=tuple(pair for node in nodes for pair in _dependent(node)),
        one_of_required=tuple(one for node in nodes for one in _one_of_required(node)),
    )
    return None if made == _NOTHING else made


def _number(node: JsonObject, word: str) -> float | None:
    value = node.get(word)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value


def _count(node: JsonObject, word: str) -> int | None:
    number = _number(node, word)
    return min(int(number), _MOST) if number is not None and number >= 0 else None


def _dependent(node: JsonObject) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield properties with the properties that they require.

    See JSON Schema 2020-12 Validation, section 6.5.4, and draft 7, section 6.5.7.
    """
    for word in ("dependencies", "dependentRequired"):
        for name, needed in sorted(object_of(node.get(word)).items()):
            names = tuple(texts_of(needed))
            if names:
                yield name, names


def _one_of_required(node: JsonObject) -> tuple[tuple[str, ...], ...]:
    """Return sets of properties; an object must have all properties of one set.

    Authors express this as a union whose members have `required` and no type.
    """
    for word in ("oneOf", "anyOf"):
        members = [object_of(item) for item in array_of(node.get(word))]
        sets = [tuple(texts_of(item.get("required"))) for item in members]
        if sets and all(sets) and not any("$ref" in item for item in members):
            return tuple(sets)
    return ()
