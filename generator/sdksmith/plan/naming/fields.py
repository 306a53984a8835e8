"""Python names of properties."""

from __future__ import annotations

import keyword
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ...text.scope import assign_names
from ...text.words import name_words, spell_words, spelling_style
from .resources import python_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

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


def name_fields(wires: Iterable[str]) -> Mapping[str, str]:
    """Return the Python names of the properties of one model, by wire name.

    If two properties map to the same name, the one that is spelled like it keeps it,
    and the spelling style is appended to the others: `user_name` and
    `user_name_camel`.
    """
    others: dict[str, list[str]] = {}
    exact: dict[str, str] = {}
    for wire in wires:
        if _is_kept(wire):
            exact[wire] = wire
        else:
            others[wire] = property_names(wire, "field")
    if not others:
        return exact
    return {**exact, **assign_names(others, RESERVED_FIELDS | exact.keys())}


@lru_cache(maxsize=16384)
def _is_kept(wire: str) -> bool:
    """Return whether the best name of a property is its name in the document."""
    return property_names(wire, "field")[0] == wire


def property_names(
    wire: str, role: str, avoided: Collection[str] = RESERVED_FIELDS
) -> list[str]:
    """Return candidate names of a property or parameter, from the best to the longest.

    Args:
        wire: The wire name.
        role: Prefix for names that start with a digit, for example `field`.
        avoided: Names that get a trailing underscore.
    """
    best, styled, spelled = _spellings(wire, role)
    if best in avoided and not best.endswith("_"):
        best = f"{best}_"
    return [best, styled, spelled]


@lru_cache(maxsize=16384)
def _spellings(wire: str, role: str) -> tuple[str, str, str]:
    """Return the names of `property_names`; a document uses most of them many times."""
    words = name_words(wire)
    styled = (*words, spelling_style(wire))
    spelled = spell_words(wire) or words
    return (
        python_name(words, role),
        python_name(styled, role),
        python_name(spelled, role),
    )


def is_class_key(wire: str) -> bool:
    """Return whether a TypedDict in class form can have a key of this name."""
    is_name = wire.isascii() and wire.isidentifier() and not keyword.iskeyword(wire)
    # Python mangles names that start with two underscores.
    return is_name and not wire.startswith("__") and wire != "__debug__"
