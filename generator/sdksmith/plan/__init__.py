"""Plan stage: names, modules, imports, annotations and signatures of a client."""

from __future__ import annotations

from .build import Planned, build_package
from .settings import PlanSettings

__all__ = ["PlanSettings", "Planned", "build_package"]
