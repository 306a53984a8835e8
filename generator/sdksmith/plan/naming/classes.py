"""Class names: conversion of names, and reserved class names."""

from __future__ import annotations

import builtins
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ...text.words import abridge, join_parts, name_words, pascal, split_words
from ..runtime import RUNTIME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...model.types import TypeMeta

_PASCAL: Final = re.compile(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*", re.ASCII)

_PARTED: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_.-]+[A-Za-z0-9]+)+", re.ASCII)
_SEPARATORS: Final = re.compile(r"[_.-]+")

LONGEST_CLASS: Final = 110
"""Maximum length of a readable class name, without suffixes.

Longer names could also exceed the maximum length of file names.
"""

_IMPORTED: Final = (
    *("Annotated", "Any", "Field", "Final", "Literal", "Mapping", "NotRequired"),
    *("Required", "Sequence", "TypeAlias", "TypedDict", "TYPE_CHECKING", "UUID"),
    *("Client", "AsyncClient", "ErrorCode", "Enum", "IntEnum", "StrEnum"),
)
"""Other names that generated modules import or define."""

RESERVED_CLASSES: Final = frozenset(
    (*RUNTIME, *_IMPORTED, *(name for name in vars(builtins) if name[:1].isupper()))
)
"""Class names that resources and unnamed types must not use.

Components may use them; see `reserved.py`.
"""


def without_reserved(names: Iterable[str]) -> list[str]:
    """Return class names without the reserved ones."""
    return [name for name in names if name not in RESERVED_CLASSES]


def is_class_name(text: str) -> bool:
    """Return whether a string is a class name in PascalCase."""
    return _PASCAL.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def class_name(text: str) -> str:
    """Return the class name of a component; a valid class name is kept unchanged.

    So are the parts of a name that are class names: `OBAccount_Line` is `OBAccountLine`.
    """
    if len(text) <= LONGEST_CLASS:
        if is_class_name(text):
            return text
        parts = _SEPARATORS.split(text) if _PARTED.fullmatch(text) else []
        if any(map(is_class_name, parts)):
            return join_parts(
                part if is_class_name(part) else pascal(split_words(part))
                for part in parts
            )
    return class_of(name_words(text))


def class_of(words: Iterable[str]) -> str:
    """Return words as a class name; the middle of a name that is too long is removed."""
    name = pascal(abridge(tuple(words), LONGEST_CLASS))
    return name if name[:1].isalpha() else f"Type{name}"


def owner_key(pointer: str) -> str:
    """Return the pointer of the component or operation that contains a schema."""
    tokens = pointer.split("/", 4)
    return "/".join(tokens[:4])


def home_key(meta: TypeMeta) -> str:
    """Return the pointer of the owner whose module contains the definition of a type.

    A type that several components or operations share has a module of its own.
    """
    return meta.pointer if meta.shared else owner_key(meta.pointer)
