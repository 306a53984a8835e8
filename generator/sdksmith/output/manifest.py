"""Manifest `.sdksmith.json`: the list of generated files in the folder of a client.

A manifest can come from an untrusted repository, or be the result of a merge. Files are only
removed because of it if its checksum shows that a run wrote it, and if sdksmith can generate
files with their paths.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..json_data import JsonObject, JsonValue

MANIFEST_NAME: Final = ".sdksmith.json"
_CHECKSUM: Final = "checksum"
MAX_MANIFEST_BYTES: Final = 50_000_000
"""Maximum size of a manifest. That of a client with 10,000 files has 1.5 MB."""
_MAX_NAME_BYTES: Final = 255
_GENERATED: Final = re.compile(
    r"pyproject\.toml|README\.md|api\.md|\.gitattributes|\.gitignore"
    r"|\.sdksmith\.surface\.json"
    r"|tests/[^/]+\.py|tests/responses\.json"
    r"|src/([^/]+/)*([^/]+\.py|py\.typed)"
)
"""Paths of files that sdksmith generates."""


class Origin(Struct, frozen=True):
    """Inputs that a client was generated from.

    Attributes:
        generator: Version of sdksmith.
        spec: SHA-256 of the bytes of the document, see `sha256_of_all`.
        content: SHA-256 of the values in the document. It is the same after a change of
            comments, indentation or format.
        settings: SHA-256 of the settings.
    """

    generator: str
    spec: str
    content: str
    settings: str


class Manifest(Struct, frozen=True):
    """The files written by a run.

    Attributes:
        origin: Inputs of the run.
        files: SHA-256 of each file, by its path below the folder, with `/` as separator.
    """

    origin: Origin
    files: Mapping[str, str]

    def dump(self) -> bytes:
        """Return the content of the manifest file: sorted, without a timestamp."""
        data: JsonObject = {
            "generator": f"sdksmith {self.origin.generator}",
            "spec": f"sha256:{self.origin.spec}",
            "content": f"sha256:{self.origin.content}",
            "settings": f"sha256:{self.origin.settings}",
            "files": dict(sorted(self.files.items())),
        }
        data[_CHECKSUM] = _checksum(data)
        return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


class ReadManifest(Struct, frozen=True):
    """Manifest of an earlier run.

    Attributes:
        spec: Hash of the document; empty if it is missing.
        content: Hash of the values in the document; empty if it is missing.
        files: Hashes of the listed files that sdksmith can have generated.
        is_intact: Whether the checksum is right; None without a checksum, as in manifests of
            version 0.1.0.
    """

    spec: str
    content: str
    files: Mapping[str, str]
    is_intact: bool | None


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some content, in hexadecimal.

    Line endings of text are normalised: git converts them on Windows, and neither a document
    nor a generated file changes by that. Content with a NUL is not text.
    """
    if b"\r" in content and b"\0" not in content:
        content = content.replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()


def sha256_of_all(contents: Sequence[bytes]) -> str:
    """Return the SHA-256 of the files of a document, in the order of reading.

    For a single file, this is the hash of the file. For several files, it is the hash of
    their hashes. File names are not included, because the references in the files contain
    them.
    """
    digests = [sha256(content) for content in contents]
    return digests[0] if len(digests) == 1 else sha256("".join(digests).encode())


def parse_manifest(content: bytes) -> ReadManifest:
    """Parse the manifest of an earlier run.

    Raises:
        ValueError: If the content is not a valid manifest.
    """
    if len(content) > MAX_MANIFEST_BYTES:
        raise ValueError("manifest is too large")
    try:
        data: JsonValue = json.loads(content)
    except RecursionError:
        raise ValueError("manifest is nested too deeply") from None
    data = data if isinstance(data, dict) else {}
    files = data.get("files")
    owned: dict[str, str] = {}
    for path, digest in (files if isinstance(files, dict) else {}).items():
        _check_path(path)
        if _GENERATED.fullmatch(path):
            owned[path] = str(digest)
    if not owned:
        raise ValueError("manifest does not list any files")
    checksum = data.pop(_CHECKSUM, None)
    return ReadManifest(
        spec=_digest(data.get("spec")),
        content=_digest(data.get("content")),
        files=owned,
        is_intact=None if checksum is None else checksum == _checksum(data),
    )


def _check_path(path: str) -> None:
    parts = path.split("/")
    if (
        any(part in {"", ".", ".."} for part in parts)
        or not path.isprintable()
        or set(path) & set('\\:*?"<>|')
        or any(len(part.encode()) > _MAX_NAME_BYTES for part in parts)
    ):
        raise ValueError(f"{path!r} is not a path inside the folder")


def _digest(value: JsonValue) -> str:
    return value.removeprefix("sha256:") if isinstance(value, str) else ""


def _checksum(data: JsonObject) -> str:
    return f"sha256:{sha256(json.dumps(data, sort_keys=True).encode())}"
