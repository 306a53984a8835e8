"""Candidate class names of components."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ....text.words import name_words, pascal, shorten, spell_words, spelling_style
from ..classes import class_name, class_of, is_class_name
from ..reserved import TYPE_MODULES
from .packages import read_qualifiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST: Final = 200
"""Maximum length of the alternative to an abridged class name."""


class ComponentNames(Struct, frozen=True):
    """Candidate class names of the components of a document.

    Attributes:
        short: Component -> its class names with an increasing part of its package; only
            for components whose names include a package.
        whole: The class names, in lower case, that represent the complete name of a
            component without a package. They take precedence over shortened forms of
            other names.
    """

    short: Mapping[str, tuple[str, ...]]
    whole: frozenset[str]

    def class_names(self, name: str) -> list[str]:
        """Return the candidate class names of a component, the best first."""
        best = class_name(name)
        style = spelling_style(name).capitalize()
        spelled = class_of(spell_words(name))
        names = [best, f"{best}Model", f"{best}{style}", spelled, f"{spelled}{style}"]
        if name in self.short:
            shorter = [n for n in self.short[name] if n.lower() not in self.whole]
            names = [*shorter, *names]
        elif not _is_whole(name):
            longer = pascal(shorten(name_words(name), _LONGEST))
            names = [best, longer, *names]
            if best.lower() in self.whole:
                del names[0]
        return [name for name in names if name not in TYPE_MODULES]

    def spells(self, name: str, given: str) -> bool:
        """Return whether a class name represents the name of a component."""
        return given == class_name(name) or given in self.short.get(name, ())

    def heads(self, named: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        """Return the name prefixes of inline schemas in components with a package.

        Args:
            named: Component -> its assigned class name, if it has one.
        """
        return {
            name: (named[name],) if name in named else short
            for name, short in self.short.items()
        }


def read_component_names(names: Iterable[str]) -> ComponentNames:
    """Return the candidate class names of all components of a document."""
    names = tuple(names)
    qualifiers = read_qualifiers(names)
    short = {name: found for name in names if (found := qualifiers.class_names(name))}
    whole = (n for n in names if n not in short and _is_whole(n))
    return ComponentNames(short, frozenset(class_name(n).lower() for n in whole))


def _is_whole(name: str) -> bool:
    """Return whether the class name of a component includes its complete name."""
    made = class_name(name)
    return is_class_name(name) or len(made) >= len(pascal(name_words(name)))
