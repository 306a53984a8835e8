"""Candidate class names of components."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ....text.words import name_words, pascal, shorten, spell_words, spelling_style
from ..classes import (
    LONGEST_CLASS,
    RESERVED_CLASSES,
    class_name,
    class_of,
    is_class_name,
)
from ..reserved import TYPE_MODULES
from ..rules import Candidate, NamingRule
from .packages import DROP_PACKAGE, read_qualifiers
from .suffixes import SHORTEN_PROSE, drop_suffixes, prose_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_LONGEST: Final = 200
"""Maximum length of the alternative to an abridged class name."""

KEEP_EXACT: Final = NamingRule(
    "keep-exact-name",
    "A component name that is a class name is what people search for.",
    "Invoice -> Invoice",
)
USE_PASCAL_CASE: Final = NamingRule(
    "use-pascal-case",
    "Python classes are written in PascalCase; words keep their spelling if they have it.",
    "invoice_line -> InvoiceLine",
)
OMIT_MIDDLE: Final = NamingRule(
    "omit-middle",
    f"Names of more than {LONGEST_CLASS} characters do not fit into lines and file names; "
    "the first and last words identify a type.",
    "a_..._very_long_..._name -> ALongName",
)
AVOID_MODULE_NAME: Final = NamingRule(
    "avoid-module-name",
    "The modules of types import the name themselves.",
    "Field -> FieldModel",
)
ADD_SPELLING: Final = NamingRule(
    "add-spelling",
    "Another component has the same words; the one that is spelled like a class keeps the "
    "name, and the spelling of the others distinguishes them.",
    "invoice -> InvoiceLower, because of Invoice",
)


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
        return [candidate.name for candidate in self.candidates(name)]

    def candidates(self, name: str) -> list[Candidate]:
        """Return the candidates for a component with their rules, the best first."""
        best = class_name(name)
        spelling = (
            KEEP_EXACT
            if best == name
            else USE_PASCAL_CASE if _is_whole(name) else OMIT_MIDDLE
        )
        found = self._shortened(name, best, spelling)
        if name in self.short:
            found += [Candidate(n, (DROP_PACKAGE,)) for n in self.short[name]]
            found = [item for item in found if item.name.lower() not in self.whole]
        found.append(Candidate(best, (spelling,)))
        if not _is_whole(name):
            longer = pascal(shorten(name_words(name), _LONGEST))
            if best.lower() in self.whole:
                del found[-1]
            found.append(Candidate(longer, (USE_PASCAL_CASE,)))
        found += _distinct(name, best)
        return [item for item in found if item.name not in TYPE_MODULES]

    def _shortened(self, name: str, best: str, spelling: NamingRule) -> list[Candidate]:
        """Return names without suffixes and fillers that no component has in full."""
        start = self.short[name][0] if name in self.short else best
        before = DROP_PACKAGE if name in self.short else spelling
        short, rules = drop_suffixes(start)
        found = [Candidate(short, (before, *rules))] if rules else []
        words = prose_words(name)
        if " " in name and words != name_words(name):
            found.append(Candidate(class_of(words), (SHORTEN_PROSE,)))
        return [
            item
            for item in found
            if item.name.lower() not in self.whole and item.name not in RESERVED_CLASSES
        ]

    def priority(self, name: str) -> tuple[int, int]:
        """Return the priority of a component for a name that several want, least first.

        An exact spelling precedes a changed one, and both precede names without a part
        of what the document has. Of these, a shorter package precedes a longer one.
        """
        if name in self.short:
            return 2, len(name.split("."))
        if class_name(name) != name:
            return 1, 0
        return 0, 0

    def rules_of(self, name: str, given: str) -> tuple[NamingRule, ...]:
        """Return the rules that made the class name of a component."""
        found = (item.rules for item in self.candidates(name) if item.name == given)
        return next(found, ())

    def heads(self, named: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        """Return the name prefixes of inline schemas in components with short names.

        Args:
            named: Component -> its assigned class name, if it has one.
        """
        heads = dict(self.short)
        for name, given in named.items():
            if name in self.short:
                heads[name] = (given,)
            elif given != class_name(name):
                heads[name] = (given, class_name(name))
        return heads


def is_other_word(rules: Collection[NamingRule]) -> bool:
    """Return whether the rules of a class name add a word that its component lacks."""
    return not rules or not {AVOID_MODULE_NAME, ADD_SPELLING}.isdisjoint(rules)


def _distinct(name: str, best: str) -> list[Candidate]:
    """Return longer class names for a component whose best one is not available."""
    found: list[Candidate] = []
    if best in TYPE_MODULES:
        suffix = "Schema" if best.endswith("Model") else "Model"
        found.append(Candidate(f"{best}{suffix}", (AVOID_MODULE_NAME,)))
    style = spelling_style(name).capitalize()
    spelled = class_of(spell_words(name))
    longer = (f"{best}{style}", spelled, f"{spelled}{style}")
    return [*found, *(Candidate(text, (ADD_SPELLING,)) for text in longer)]


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
