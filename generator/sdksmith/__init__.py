"""Turn an API description into a typed Python client package."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .config import AuthSettings, Settings, SettingsError
    from .diagnostics import DocumentError
    from .output.write import OutputError
    from .pipeline import generate
    from .result import Result
    from .settingsfile import read_settings

__all__ = [
    "AuthSettings",
    "DocumentError",
    "OutputError",
    "Result",
    "Settings",
    "SettingsError",
    "__version__",
    "generate",
    "read_settings",
]

__version__ = "0.1.0"

# Lazy (PEP 562): `sdksmith --help` must not pay for black and the validators.
_HOMES: Final = {
    "AuthSettings": "config",
    "DocumentError": "diagnostics",
    "OutputError": "output.write",
    "Result": "result",
    "Settings": "config",
    "SettingsError": "config",
    "generate": "pipeline",
    "read_settings": "settingsfile",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
