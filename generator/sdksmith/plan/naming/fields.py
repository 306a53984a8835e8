"""Python names of properties."""

from __future__ import annotations

import keyword
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ...text.scope import assign_by_priority
from ...text.words import abridge, name_words, spell_words, spelling_style
from .identifiers import python_name
from .rules import NamingRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

RESERVED_FIELDS: Final = frozenset(
    (
        *("construct", "copy", "dict", "from_orm", "json", "parse_file", "parse_obj"),
        *("parse_raw", "schema", "schema_json", "update_forward_refs", "validate"),
        *("model_computed_fields", "model_config", "model_construct", "model_copy"),
        *("model_dump", "model_dump_json", "model_extra", "model_fields"),
        *("model_fields_set", "model_json_schema", "model_parametrized_name"),
        *("model_post_init", "model_rebuild", "model_validate", "model_validate_json"),
        *("model_validate_strings", "mro", "register"),
        *("to_dict", "to_json", "builtins"),
    )
)
"""Attributes of pydantic's BaseModel, of its metaclass and of the runtime's BaseModel."""


EXACT: Final = NamingRule(
    "keep-exact-property",
    "A property that is a Python name is found in the documentation of the API.",
    "user_name -> user_name",
)
SNAKE_CASE: Final = NamingRule(
    "use-snake-case",
    "Attributes in Python are written in snake_case.",
    "userName -> user_name",
)
AVOID_ATTRIBUTE: Final = NamingRule(
    "avoid-attribute",
    "Models have attributes of their own, such as `copy`, and Python has keywords.",
    "copy -> copy_",
)
ADD_SPELLING: Final = NamingRule(
    "add-spelling-of-property",
    "Another property has the same words and precedence; exact names precede others, and "
    "names without punctuation those with it.",
    "userName beside user_name -> user_name_camel",
)
SPELL_PUNCTUATION: Final = NamingRule(
    "spell-punctuation-of-property",
    "Another property differs only in punctuation.",
    "_id beside id -> underscore_id",
)

_LONGEST: Final = 80


def name_fields(
    wires: Iterable[str],
    kept: Mapping[str, str] | None = None,
    reserved: Collection[str] = frozenset(),
) -> Mapping[str, str]:
    """Return the Python names of the properties of one model, by wire name.

    If several properties map to the same name, the one that is spelled like it keeps it,
    or else the only one without punctuation. The others get what distinguishes them:
    `user_name_camel` for `userName`, `underscore_id` for `_id`.

    Args:
        wires: The wire names.
        kept: Names of some of them.
        reserved: Names that none of the others may get.
    """
    best = {wire: _best_name(wire) for wire in wires}
    kept = {wire: name for wire, name in (kept or {}).items() if wire in best}
    if not kept and not reserved and len(set(best.values())) == len(best):
        return best
    wanted = {wire: property_names(wire, "field") for wire in best if wire not in kept}
    priorities = {wire: _priority(wire, name) for wire, name in best.items()}
    avoided = {*RESERVED_FIELDS, *reserved, *kept.values()}
    named = {**kept, **assign_by_priority(wanted, priorities, avoided)}
    return {wire: named[wire] for wire in best}


def _priority(wire: str, name: str) -> tuple[int]:
    """Return the priority of a property for a name that several want, least first."""
    if wire == name:
        return (0,)
    return (1,) if wire.isalnum() else (2,)


@lru_cache(maxsize=16384)
def _best_name(wire: str) -> str:
    return property_names(wire, "field")[0]


def property_names(
    wire: str, role: str, avoided: Collection[str] = RESERVED_FIELDS
) -> list[str]:
    """Return candidate names of a property or parameter, from the best to the longest.

    Args:
        wire: The wire name.
        role: Prefix for names that start with a digit, for example `field`.
        avoided: Names that get a trailing underscore.
    """
    best, longer, longest = _spellings(wire, role)
    if best in avoided and not best.endswith("_"):
        best = f"{best}_"
    return [best, longer, longest]


@lru_cache(maxsize=16384)
def _spellings(wire: str, role: str) -> tuple[str, str, str]:
    """Return the names of `property_names`; a document uses most of them many times."""
    words = name_words(wire)
    best = _python_name(words, role)
    styled = _python_name((*words, spelling_style(wire)), role)
    spelled = _python_name(spell_words(wire) or words, role)
    # Only words tell apart names with punctuation around them: `_id`, `$id`, `@id`.
    is_framed = not (wire[:1].isalnum() and wire[-1:].isalnum())
    return (best, spelled, styled) if is_framed else (best, styled, spelled)


def _python_name(words: Sequence[str], role: str) -> str:
    return python_name(abridge(words, _LONGEST), role, limit=_LONGEST)


def explain_field(wire: str, name: str) -> tuple[NamingRule, ...]:
    """Return the rules that made the Python name of a property.

    Args:
        wire: The wire name.
        name: The Python name in its model; see `name_fields`.
    """
    if wire == name:
        return (EXACT,)
    best, second, _ = property_names(wire, "field")
    if name == best:
        is_avoided = best == f"{wire}_"
        return (AVOID_ATTRIBUTE,) if is_avoided else (SNAKE_CASE,)
    is_styled = name.endswith(f"_{spelling_style(wire)}") and name == second
    return (SNAKE_CASE, ADD_SPELLING if is_styled else SPELL_PUNCTUATION)


def is_class_key(wire: str) -> bool:
    """Return whether a TypedDict in class form can have a key of this name."""
    is_name = wire.isascii() and wire.isidentifier() and not keyword.iskeyword(wire)
    # Python mangles names that start with two underscores.
    return is_name and not wire.startswith("__") and wire != "__debug__"
