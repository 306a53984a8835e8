"""Files of the runtime that a client contains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..plan.contract import FEATURE_FILES
from .environment import template_folder

if TYPE_CHECKING:
    from ..plan.contract import Feature

_ALWAYS: Final = ("__init__", "lazy")


def runtime_modules(features: frozenset[Feature]) -> tuple[str, ...]:
    """Return the modules that a client with these features contains, as sorted paths.

    The paths are relative to the runtime and have no suffix.
    """
    root = template_folder() / "runtime"
    found = set(_ALWAYS)
    for feature in features:
        files = FEATURE_FILES[feature]
        found.update(files.modules)
        for folder in files.folders:
            found.update(
                f"{folder}/{path.stem}" for path in root.glob(f"{folder}/*.py")
            )
    packages = {path.rpartition("/")[0] for path in found if "/" in path}
    packages |= {path.rpartition("/")[0] for path in packages if "/" in path}
    return tuple(sorted(found | {f"{package}/__init__" for package in packages}))
