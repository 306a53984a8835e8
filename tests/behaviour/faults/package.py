"""Client of the fault server."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from .process import FaultServer

_DOCUMENT = Path(__file__).with_name("api.yaml")
_NOBODY = "http://127.0.0.1:1"


def make_package(server: FaultServer, folder: Path) -> None:
    """Generate the client of a fault server into a folder."""
    from ..sample_run import make_client  # users of the client do not need sdksmith

    spec = folder / "api.yaml"
    text = _DOCUMENT.read_text(encoding="utf-8").replace(_NOBODY, server.origin)
    spec.write_text(text, encoding="utf-8")
    make_client(spec, folder / "client", thorough=False)


def import_package(folder: Path) -> ModuleType:
    """Import the client in a folder."""
    source = folder / "client" / "src"
    (package,) = source.iterdir()
    sys.path.insert(0, str(source))
    try:
        return import_module(package.name)
    finally:
        sys.path.remove(str(source))
