"""Symbols of the runtime, for generated code. Their names are in the contract."""

from __future__ import annotations

from typing import Final

from .contract import EXCEPTIONS, EXPORTS
from .expressions import Symbol

RUNTIME: Final = {name: Symbol("._runtime", name) for name in (*EXPORTS, *EXCEPTIONS)}
"""All names of the runtime."""


def is_runtime(symbol: Symbol) -> bool:
    """Return whether a symbol is a name of the runtime."""
    return RUNTIME.get(symbol.name) == symbol


def runtime(name: str) -> Symbol:
    """Return a name of the runtime.

    Raises:
        KeyError: If no module of the runtime exports the name.
    """
    return RUNTIME[name]
