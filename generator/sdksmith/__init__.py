"""Generate typed Python clients from Swagger and OpenAPI documents.

`generate` writes a client package, `repair_document` returns a repaired document. Both accept
an `Observer` for diagnostics and progress. `__all__` is the public API; all other modules are
internal and can change in any release.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .config import (
        AuthKind,
        AuthSettings,
        KeyPlace,
        OperationSettings,
        PagingBy,
        PagingSettings,
        Settings,
        SettingsError,
        Validation,
    )
    from .diagnostics import ABSENT as ABSENT
    from .diagnostics import (
        Absent,
        Diagnostic,
        DocumentError,
        Edit,
        Effect,
        Location,
        Report,
        Safety,
    )
    from .explain import Explanation, explanations
    from .jsondata import JsonObject as JsonObject
    from .jsondata import JsonValue as JsonValue
    from .output.write import OutputError
    from .pipeline import Observer, generate, repair_document
    from .present import format_diagnostics
    from .result import RepairedDocument, Result, Status
    from .settingsfile import read_settings

__all__ = [
    "Absent",
    "AuthKind",
    "AuthSettings",
    "Diagnostic",
    "DocumentError",
    "Edit",
    "Effect",
    "Explanation",
    "KeyPlace",
    "Location",
    "Observer",
    "OperationSettings",
    "OutputError",
    "PagingBy",
    "PagingSettings",
    "RepairedDocument",
    "Report",
    "Result",
    "Safety",
    "Settings",
    "SettingsError",
    "Status",
    "Validation",
    "explanations",
    "format_diagnostics",
    "generate",
    "read_settings",
    "repair_document",
]

__version__ = "0.1.0"

# Lazy (PEP 562), so that `sdksmith --help` does not import black and the validators.
_MODULES: Final = {
    "config": (
        *("AuthKind", "AuthSettings", "KeyPlace", "OperationSettings", "PagingBy"),
        *("PagingSettings", "Settings", "SettingsError", "Validation"),
    ),
    "diagnostics": (
        *("ABSENT", "Absent", "Diagnostic", "DocumentError", "Edit", "Effect"),
        *("Location", "Report", "Safety"),
    ),
    "explain": ("Explanation", "explanations"),
    "jsondata": ("JsonObject", "JsonValue"),
    "output.write": ("OutputError",),
    "pipeline": ("Observer", "generate", "repair_document"),
    "present": ("format_diagnostics",),
    "result": ("RepairedDocument", "Result", "Status"),
    "settingsfile": ("read_settings",),
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
