"""Registry of the rules in `repair/rules/`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from .. import rules as package
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...load.document import Dialect
    from ...spec.grammar import Kind


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, sorted by code.

    Raises:
        ValueError: If two rules have the same code, or if a file in `rules/` does not
            define a rule.
    """
    found: dict[str, Rule] = {}
    for entry in walk_packages(package.__path__, f"{package.__name__}."):
        if entry.ispkg:
            continue
        module = import_module(entry.name)
        made = [item for item in vars(module).values() if isinstance(item, Rule)]
        if not made:
            raise ValueError(f"{entry.name} does not define a rule")
        for item in made:
            if item.code in found:
                raise ValueError(f"two rules have the code {item.code}")
            found[item.code] = item
    return tuple(found[code] for code in sorted(found))


@cache
def rules_by_kind(dialect: Dialect) -> Mapping[Kind, tuple[Rule, ...]]:
    """Return the rules of a specification by kind, in the order of execution."""
    index: dict[Kind, list[Rule]] = {}
    for item in sorted(rules(), key=lambda item: not item.early):
        if dialect in item.dialects:
            for kind in item.kinds:
                index.setdefault(kind, []).append(item)
    return {kind: tuple(items) for kind, items in index.items()}
