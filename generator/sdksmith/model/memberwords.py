"""What tells an inline member of a union from the others, as words for a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..jsondata import array_of, object_of, text_of, texts_of
from .shapes import is_null

if TYPE_CHECKING:
    from ..jsondata import JsonArray, JsonObject, JsonValue

_KINDS: Final = {"array": "list", "object": "object"}
_PLAIN: Final = frozenset({"string", "integer", "number", "boolean", "array"})


def member_words(
    members: JsonArray, member: JsonValue, before: str, *, is_alone: bool
) -> list[str]:
    """Return the words of an inline member; none when it is the only one with a name.

    They are a title, a constant, or a property that no other member has.

    Args:
        members: All members of the union.
        member: One of them.
        before: What the name would end with, without these words.
        is_alone: Whether the union is a property or item and has no name itself.
    """
    others = [
        object_of(item) for item in members if not is_null(item) and item != member
    ]
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
    """Return whether the type of a schema needs no name."""
    if "$ref" in schema or "allOf" in schema or len(_listed(schema)) > 1:
        return False
    return text_of(schema.get("type")) in _PLAIN or bool(_listed(schema))


def _constant(schema: JsonObject, others: list[JsonObject]) -> str:
    """Return the one value of a schema, or of a property that has another elsewhere."""
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
    """Return the first property by name that no other member has; required ones first."""
    known = {name for other in others for name in object_of(other.get("properties"))}
    own = object_of(schema.get("properties")).keys() - known
    required = own & set(texts_of(schema.get("required")))
    # Names of references are not looked at: they have properties of their own.
    return min(required or own, default="")
