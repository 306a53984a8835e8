"""Inputs of a run: everything besides the output folder that its result depends on."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, to_builtins
from msgspec.structs import asdict

from ..load.files.project import find_project
from .generator import describe_generator

if TYPE_CHECKING:
    from ..config.settings import Settings
    from ..load.files.related import RelatedFiles
    from ..load.files.source import RawSource


class Inputs(Struct, frozen=True):
    """Inputs that are known before the document is parsed.

    Each new kind of input, such as an overlay, is a new field here. Files that are found
    while the document is read are `InputFile`s.

    Attributes:
        generator: State of the generator, see `describe_generator`.
        spec: The document as specified by the user, which diagnostics contain.
        folder: Working folder, which decides about the files that may be read.
        url: URL of the document after redirects.
        is_private: Whether the server of the URL has a private address.
        document: SHA-256 of the bytes of the document.
        settings: All settings, including those that do not change the client.
        lock: SHA-256 of the names lock; empty without one.
    """

    generator: str
    spec: str
    folder: str
    url: str
    is_private: bool
    document: str
    settings: str
    lock: str

    def fingerprint(self) -> str:
        """Return the SHA-256 of all inputs."""
        return hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()


def list_inputs(
    spec: str, source: RawSource, settings: Settings, lock: str
) -> Inputs | None:
    """Return the inputs of a run, or None if one of them cannot be determined.

    Args:
        spec: The document as specified by the user.
        source: The bytes of the document.
        settings: Settings of the run.
        lock: SHA-256 of the names lock; empty without one.
    """
    generator = describe_generator()
    try:
        folder = str(Path.cwd())
    except OSError:  # it was removed
        return None
    if generator is None:
        return None
    return Inputs(
        generator=generator,
        spec=spec,
        folder=folder,
        url=source.url,
        is_private=source.is_private,
        document=hashlib.sha256(source.data).hexdigest(),
        settings=json.dumps(to_builtins(settings)),
        lock=lock,
    )


class InputFile(Struct, frozen=True):
    """File that a document refers to.

    Attributes:
        path: Path of the file, absolute or relative to the working folder.
        real_path: The path with symbolic links resolved.
        size: Number of bytes.
        digest: SHA-256 of the bytes.
    """

    path: str
    real_path: str
    size: int
    digest: str

    def is_current(self) -> bool:
        """Return whether the file still exists and has the same content.

        Raises:
            OSError: If the file is missing or cannot be read.
            ValueError: If the path is invalid.
        """
        status = Path(self.path).stat()
        # Reading another kind of file, such as a named pipe, may never end.
        return (
            stat.S_ISREG(status.st_mode)
            and status.st_size == self.size
            and os.path.realpath(self.path) == self.real_path
            and hashlib.sha256(Path(self.path).read_bytes()).hexdigest() == self.digest
        )


class InputFiles(Struct, frozen=True):
    """Files that a document refers to, and the folder that they must be in.

    Attributes:
        project: The folder, see `load.files.project.find_project`; empty without files.
        files: The files.
    """

    project: str = ""
    files: tuple[InputFile, ...] = ()

    def are_current(self, spec: str) -> bool:
        """Return whether the same files would be read for a document, with their content.

        Raises the errors of `InputFile.is_current`.
        """
        if not self.files:
            return True
        return self.project == find_project(spec) and all(
            file.is_current() for file in self.files
        )


def list_input_files(related: RelatedFiles) -> InputFiles | None:
    """Return the files that a document refers to.

    Returns:
        The files. None if one of them is missing or was refused, because the reason can
        disappear at any time, or if one was fetched from a server.
    """
    parts = related.parts()
    if parts is None or any(part.address.url for part in parts):
        return None
    files = tuple(
        InputFile(
            part.address.path,
            os.path.realpath(part.address.path),
            len(part.source.data),
            hashlib.sha256(part.source.data).hexdigest(),
        )
        for part in parts
    )
    return InputFiles(related.project if files else "", files)
