"""Generation of a client for each document of the suite, cached by its input."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sdksmith import Settings, generate

from .install import cache_folder

if TYPE_CHECKING:
    from .install import Suite

_ROOT: Final = Path(__file__).parents[3]
_SOURCES: Final = (_ROOT / "generator" / "sdksmith", _ROOT / "templates")
_WORKERS: Final = 2
_KEPT_SECONDS: Final = 24 * 60 * 60.0


def package_name(document: Path, documents: Path) -> str:
    """Return the package of a document: its specification and its version, if any."""
    version = document.stem.removeprefix("openapi")
    name = f"{document.parent.relative_to(documents).as_posix()}{version}"
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    return re.sub(r"\W+", "_", name).lower()


def generate_clients(suite: Suite) -> Path:
    """Return the folder with a client for each document, named after its package."""
    documents = sorted(suite.documents.rglob("openapi*.yaml"))
    folder = cache_folder() / f"spector-clients-{_input_hash(documents)}"
    if folder.exists():
        folder.touch()
        return folder
    _remove_old_clients(folder.parent)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        work = Path(temporary) / "clients"
        work.mkdir()
        jobs = {work / package_name(item, suite.documents): item for item in documents}
        with ProcessPoolExecutor(_WORKERS, get_context("spawn")) as pool:
            list(pool.map(generate_client, jobs.values(), jobs))
        try:
            work.rename(folder)
        except OSError:
            if not folder.exists():
                raise
    return folder


def generate_client(document: Path, output: Path) -> None:
    """Generate the client of a document with default settings except its name."""
    generate(document, output, Settings(package=output.name))


def _input_hash(documents: list[Path]) -> str:
    files = [*documents]
    for folder in _SOURCES:
        found = folder.rglob("*")
        files += sorted(
            item for item in found if item.is_file() and "__pycache__" not in item.parts
        )
    digest = hashlib.sha256()
    for path in files:
        digest.update(str(path.relative_to(path.parents[1])).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _remove_old_clients(folder: Path) -> None:
    for item in folder.glob("spector-clients-*"):
        if time.time() - item.stat().st_mtime > _KEPT_SECONDS:
            shutil.rmtree(item, ignore_errors=True)
