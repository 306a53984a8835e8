"""Generate typed Python clients from Swagger and OpenAPI documents.

`generate` writes a client package, `repair_document` returns a repaired document. Both accept
an `Observer` for diagnostics and progress. `__all__` is the public API; all other modules are
internal and can change in any release.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from .version import VERSION

if TYPE_CHECKING:
    from .cli.explain import Explanation, explanations
    from .config.settings import (
        AuthKind,
        AuthSettings,
        KeyPlace,
        LimitSettings,
        OperationSettings,
        PagingBy,
        PagingSettings,
        Settings,
        SettingsError,
    )
    from .config.settings_file import read_settings
    from .config.validation import Validation
    from .diff.run import compare
    from .json_data import JsonObject as JsonObject
    from .json_data import JsonValue as JsonValue
    from .output.errors import OutputError
    from .pipeline import generate
    from .reading import repair_document
    from .report.changes import Change, Comparison, Impact, SurfaceError, Verdict
    from .report.diagnostics import ABSENT as ABSENT
    from .report.diagnostics import (
        Absent,
        Diagnostic,
        DocumentError,
        Edit,
        Effect,
        Location,
        Report,
        Safety,
    )
    from .report.observer import Observer
    from .report.presenters import format_diagnostics
    from .report.result import RepairedDocument, Result, Status

__all__ = [
    "Absent",
    "AuthKind",
    "AuthSettings",
    "Change",
    "Comparison",
    "Diagnostic",
    "DocumentError",
    "Edit",
    "Effect",
    "Explanation",
    "Impact",
    "KeyPlace",
    "LimitSettings",
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
    "SurfaceError",
    "Validation",
    "Verdict",
    "compare",
    "explanations",
    "format_diagnostics",
    "generate",
    "read_settings",
    "repair_document",
]

__version__ = VERSION

# Lazy (PEP 562), so that `sdksmith --help` does not import black and the validators.
_MODULES: Final = {
    "config.settings": (
        *("AuthKind", "AuthSettings", "KeyPlace", "LimitSettings", "OperationSettings"),
        "PagingBy",
        *("PagingSettings", "Settings", "SettingsError"),
    ),
    "config.validation": ("Validation",),
    "report.diagnostics": (
        *("ABSENT", "Absent", "Diagnostic", "DocumentError", "Edit", "Effect"),
        *("Location", "Report", "Safety"),
    ),
    "cli.explain": ("Explanation", "explanations"),
    "json_data": ("JsonObject", "JsonValue"),
    "output.errors": ("OutputError",),
    "pipeline": ("generate",),
    "diff.run": ("compare",),
    "report.changes": ("Change", "Comparison", "Impact", "SurfaceError", "Verdict"),
    "reading": ("repair_document",),
    "report.observer": ("Observer",),
    "report.presenters": ("format_diagnostics",),
    "report.result": ("RepairedDocument", "Result", "Status"),
    "config.settings_file": ("read_settings",),
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
