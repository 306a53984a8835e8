"""Words for the names of inline union members, which distinguish them from each other."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from ...json_data import array_of, object_of, text_of, texts_of
from .shapes import is_null

if TYPE_CHECKING:
    from ...json_data import JsonArray, JsonObject, JsonValue

_KINDS: Final = {"array": "list", "object": "object"}
_MOST_COMPARED: Final = 64
"""Number of other members with which a member is compared."""
_PLAIN: Final = frozenset({"string", "integer", "number", "boolean", "array"})


def member_words(
    members: JsonArray, member: JsonValue, before: str, *, is_alone: bool
) -> list[str]:
    """Return the words that distinguish an inline member of a union.

    The words are the title of the member, a constant, or a property that no other member
    has. The result is empty if the member is the only one that needs a name.

    Args:
        members: All members of the union.
        member: One of the members.
        before: Last word of the name so far.
        is_alone: Whether the union is a property or an item, so that it has no name.
    """
    compared = (item for item in members if not is_null(item) and item != member)
    others = [object_of(item) for item in islice(compared, _MOST_COMPARED)]
    if not others or (is_alone and all(map(_is_nameless, others))):
        return []
    schema = object_of(member)
    title = text_of(schema.get("title"))
    if title and title not in (text_of(other.get("title")) for other in others):
        return [title] if title != before else []
    constant = _constant(schema, others)
    if constant:
        return [constant]
    if _listed(schema):
        return ["option"]
    own = _own_property(schema, others)
    if own:
        return ["with", own]
    word = _KINDS.get(text_of(schema.get("type")))
    return [word] if word else []


def _is_nameless(schema: JsonObject) -> bool:
    """Return whether the type of a schema does not need a name."""
    if "$ref" in schema or "allOf" in schema or len(_listed(schema)) > 1:
        return False
    return text_of(schema.get("type")) in _PLAIN or bool(_listed(schema))


def _constant(schema: JsonObject, others: list[JsonObject]) -> str:
    """Return the constant of a schema, or of a property that distinguishes it.

    A property with a constant distinguishes the schema if no other member has the same
    constant for that property.
    """
    constant = _only(schema)
    properties = sorted(object_of(schema.get("properties")).items())
    for name, tag in properties:
        value = _only(object_of(tag))
        elsewhere = (object_of(other.get("properties")).get(name) for other in others)
        if value and all(_only(object_of(tag)) != value for tag in elsewhere):
            return constant or value
    return constant


def _only(schema: JsonObject) -> str:
    listed = _listed(schema)
    return text_of(listed[0]) if len(listed) == 1 else ""


def _listed(schema: JsonObject) -> list[JsonValue]:
    return [schema["const"]] if "const" in schema else array_of(schema.get("enum"))


def _own_property(schema: JsonObject, others: list[JsonObject]) -> str:
    """Return the alphabetically first property that no other member has.

    Required properties are preferred. The result is empty if no property qualifies.
    """
    known = {name for other in others for name in object_of(other.get("properties"))}
    own = object_of(schema.get("properties")).keys() - known
    required = own & set(texts_of(schema.get("required")))
    # Referenced members are not resolved: their properties are not compared.
    return min(required or own, default="")
