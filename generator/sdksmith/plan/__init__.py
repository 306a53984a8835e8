"""Plan stage: names, modules, imports, annotations and signatures of a client."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .build import Planned, build_package
    from .settings import PlanSettings

__all__ = ["PlanSettings", "Planned", "build_package"]

_MODULES: Final = {
    "PlanSettings": ".settings",
    "Planned": ".build",
    "build_package": ".build",
}


# Lazy (PEP 562): the render worker needs the data types of this stage, but not the stage, whose
# import takes 0.05 s.
def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name], __name__), name)
