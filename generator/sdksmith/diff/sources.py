"""The two sides of a comparison: a document, one in git, or the folder of a client."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct

from ..config.settings import SettingsError
from ..config.settings_file import read_settings_beside
from ..load.files.source import RawSource, read_source
from ..lock.run import LockRun
from ..planning import plan_client
from ..reading import read_api
from .read import read_surface
from .store import read_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..config.settings import Settings
    from ..report.diagnostics import Location
    from ..report.observer import Observer
    from .surface import Surface


class Side(Struct, frozen=True):
    """A client to compare.

    Attributes:
        surface: What its callers see.
        locate: Function that returns the location of a pointer; None for a folder.
    """

    surface: Surface
    locate: Callable[[str], Location] | None = None


def read_side(text: str, settings: Settings | None, observer: Observer) -> Side:
    """Return a client to compare.

    Args:
        text: Path or URL of a document, `REV:path` of a document in git, or the folder of
            a client.
        settings: Settings of the document; those beside it by default.
        observer: Receives diagnostics and progress.

    Raises:
        DocumentError: If the document is unusable.
        SettingsError: If settings or names lock are invalid, or git cannot read the
            document.
        SurfaceError: If the folder is not that of a client.
    """
    path = Path(text)
    if _exists(path):
        return (
            Side(read_folder(path))
            if path.is_dir()
            else _plan(text, settings, observer)
        )
    revision, separator, name = text.partition(":")
    if separator and name and not name.startswith("//"):
        with tempfile.TemporaryDirectory(prefix="sdksmith-") as folder:
            document = _extract(revision, name, Path(folder))
            source = RawSource(text, document.read_bytes())
            return _plan(str(document), settings, observer, source)
    return _plan(text, settings, observer)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _plan(
    spec: str,
    settings: Settings | None,
    observer: Observer,
    source: RawSource | None = None,
) -> Side:
    observer.enter("reading the document")
    source = source or read_source(spec)
    settings = settings or read_settings_beside(spec)
    released = LockRun(spec).released
    with_places = released is not None
    read = read_api(spec, settings, observer, source, with_places=with_places)
    planned = plan_client(read, settings, observer, released)
    return Side(read_surface(planned.package), read.upgraded.locate)


def _extract(revision: str, name: str, folder: Path) -> Path:
    """Extract a document and the files beside it from git; return its path.

    Raises:
        SettingsError: If git fails.
    """
    if revision.startswith("-") or not revision:
        raise SettingsError(f"`{revision}` is not a revision of git")
    parent = str(PurePosixPath(name).parent)
    archive = ["git", "archive", "--format=tar", revision]
    if parent != ".":
        archive += ["--", parent]
    try:
        root = _git(["git", "rev-parse", "--show-toplevel"], None).decode().strip()
        data = _git(archive, root)
    except FileNotFoundError:
        raise SettingsError(f"`{revision}:{name}` requires git") from None
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        tar.extractall(folder, filter="data")
    document = folder / name
    if not document.is_file():
        raise SettingsError(f"revision `{revision}` has no file `{name}`")
    return document


def _git(command: list[str], folder: str | None) -> bytes:
    done = subprocess.run(  # noqa: S603 -- no shell, and no argument is an option
        command, cwd=folder, capture_output=True, check=False
    )
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip().splitlines()
        raise SettingsError(message[-1] if message else "git failed")
    return done.stdout
