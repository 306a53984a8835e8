"""Files that an entry document references, and the limits on reading them."""

from __future__ import annotations

import os
import stat
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...report.diagnostics import DocumentError
from ..loading import load_part
from ..parsed import MAX_DEPTH, MAX_NODES
from .address import Address, Refusal, resolve_address
from .errors import MAX_BYTES
from .project import find_project
from .source import read_file

__all__ = ["MAX_DEPTH", "MAX_NODES", "Address", "Part", "Refusal", "RelatedFiles"]

if TYPE_CHECKING:
    from ...report.diagnostics import Diagnostic
    from ..document import Source
    from .fetch import Fetched

MAX_FILES: Final = 10_000
"""Maximum number of files that a document may reference. The largest known document
references 2,000."""

_EXTENSIONS: Final = ("", ".json", ".yaml", ".yml")


class Part(Struct, frozen=True):
    """Referenced file.

    Attributes:
        source: Text and tree of the file.
        address: Address of the file, which is the base of relative references in it.
        diagnostics: Diagnostics about the text of the file.
    """

    source: Source
    address: Address
    diagnostics: tuple[Diagnostic, ...]


class RelatedFiles:
    """Reader of the files that an entry document references.

    Each file is read once. Local files must be in the project folder, and files of
    other origins require `allow_remote`. The number and total size of the files are
    limited.

    Attributes:
        entry: Address of the entry document.
    """

    def __init__(
        self,
        spec: str,
        url: str = "",
        *,
        is_private: bool = False,
        allow_remote: bool = False,
    ) -> None:
        """Create a reader for an entry document.

        Args:
            spec: The document as specified by the user: a path, a URL, or `-`.
            url: URL of the document after redirects; empty if it was not fetched.
            is_private: Whether the server of the URL has a private address.
            allow_remote: Whether files of other origins may be fetched.
        """
        self.entry = Address(spec, "" if url or spec == "-" else spec, url)
        self._is_private = is_private
        self._allow_remote = allow_remote
        self._read: dict[str, Part | Refusal] = {}
        self._bytes = 0
        self._names: dict[str, frozenset[str]] = {}

    @cached_property
    def project(self) -> str:
        """Folder that local files must be in; empty if the document is not a local file."""
        return find_project(self.entry.path) if self.entry.path else ""

    def parts(self) -> list[Part] | None:
        """Return the files that were read, or None if one of them was missing or refused.

        Files of other servers that need `allow_remote` do not count as refused.
        """
        parts: list[Part] = []
        for part in self._read.values():
            if isinstance(part, Part):
                parts.append(part)
            elif not part.needs_remote:
                return None
        return parts

    def resolve(self, base: Address, reference: str) -> Address | Refusal:
        """Resolve a reference in the document at `base`; the file is not read."""
        return resolve_address(base, reference)

    def identify(self, address: Address) -> str:
        """Return a key that is equal for all spellings of the path of a file."""
        return address.url or (address.path and os.path.realpath(address.path))

    def read(self, address: Address) -> Part | Refusal:
        """Return the file at an address, or the reason why it is not read."""
        key = self.identify(address)
        if key not in self._read:
            self._read[key] = self._open(address)
        return self._read[key]

    def _open(self, address: Address) -> Part | Refusal:
        if len(self._read) >= MAX_FILES:
            return Refusal(f"document references more than {MAX_FILES:,} files")
        refusal = (
            self._refuse_remote(address) if address.url else self._refuse_local(address)
        )
        if refusal is not None:
            return refusal
        try:
            if address.url:
                fetched = self._fetch(address)
                data, address = fetched.data, replace(address, url=fetched.url)
            else:
                data = read_file(address.path)
            self._bytes += len(data)
            if self._bytes > MAX_BYTES:
                limit = MAX_BYTES // 1_000_000
                return Refusal(f"referenced files are larger than {limit} MB in total")
            loaded = load_part(address.name, data)
        except DocumentError as error:
            found = error.diagnostic
            # The message of the loader needs the location that it refers to.
            place = f" ({found.location})" if found.location.line else ""
            message = found.message.rstrip(".")
            return Refusal(f"{message[:1].lower()}{message[1:]}{place}")
        return Part(loaded.source, address, loaded.diagnostics)

    def _refuse_remote(self, address: Address) -> Refusal | None:
        if self._allow_remote:
            return None
        from httpx2 import URL

        from .fetch import origin_of

        if self.entry.url and origin_of(URL(address.url)) == origin_of(
            URL(self.entry.url)
        ):
            return None
        return Refusal("it is on another server; pass --allow-remote to fetch it", True)

    def _fetch(self, address: Address) -> Fetched:
        from httpx2 import URL

        from .fetch import Access, fetch, origin_of

        own = origin_of(URL(self.entry.url)) if self.entry.url else ""
        return fetch(address.url, Access(own, self._is_private, self._allow_remote))

    def _refuse_local(self, address: Address) -> Refusal | None:
        """Return why a local path must not be read; see generator/README.md."""
        real = Path(os.path.realpath(address.path))
        if not real.is_relative_to(self.project):
            return Refusal(
                f"it is outside of the project folder {self._shown_root(address)}; if it "
                "belongs to the project, run sdksmith in a folder that contains both"
            )
        if any(part.startswith(".") for part in real.relative_to(self.project).parts):
            return Refusal("hidden files are not read")
        if Path(address.path).suffix.lower() not in _EXTENSIONS:
            return Refusal(
                "only files with the extension .json, .yaml, .yml or none are read"
            )
        misspelled = self._find_misspelled(address.path)
        if misspelled is not None:
            return Refusal(
                f"the file does not exist, but {misspelled} does; names are case-sensitive"
            )
        try:
            mode = real.stat().st_mode
        except (OSError, ValueError):
            return Refusal("the file does not exist")
        if stat.S_ISDIR(mode):
            return Refusal("it is a folder")
        return None if stat.S_ISREG(mode) else Refusal("it is not a regular file")

    def _shown_root(self, address: Address) -> str:
        if Path(address.path).is_absolute():
            return self.project
        return os.path.relpath(self.project)

    def _find_misspelled(self, path: str) -> str | None:
        """Return an existing path that differs from a missing one only in case.

        Some file systems ignore the case of names. The check makes the result the same
        on all of them, so that a document that works on one machine works on all.
        """
        folder, name = os.path.split(path)
        if not name or name == os.pardir:
            return None
        if name in self._list(folder):
            return self._find_misspelled(folder) if folder not in ("", os.sep) else None
        alike = [n for n in self._list(folder) if n.lower() == name.lower()]
        return str(Path(folder, min(alike))) if alike else None

    def _list(self, folder: str) -> frozenset[str]:
        if folder not in self._names:
            try:
                inside = Path(folder or os.curdir).iterdir()
                self._names[folder] = frozenset(entry.name for entry in inside)
            except OSError:
                self._names[folder] = frozenset()
        return self._names[folder]
