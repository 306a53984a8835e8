"""Manifest `.sdksmith.json`: the list of generated files in the folder of a client."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..json_data import JsonValue

MANIFEST_NAME: Final = ".sdksmith.json"


class Origin(Struct, frozen=True):
    """Inputs that a client was generated from.

    Attributes:
        generator: Version of sdksmith.
        spec: SHA-256 of the bytes of the document, see `sha256_of_all`.
        settings: SHA-256 of the settings.
    """

    generator: str
    spec: str
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
        data = {
            "generator": f"sdksmith {self.origin.generator}",
            "spec": f"sha256:{self.origin.spec}",
            "settings": f"sha256:{self.origin.settings}",
            "files": dict(sorted(self.files.items())),
        }
        return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def sha256_of_all(contents: Sequence[bytes]) -> str:
    """Return the SHA-256 of the files of a document, in the order of reading.

    For a single file, this is the hash of the file. For several files, it is the hash of
    their hashes. File names are not included, because the references in the files contain
    them.
    """
    digests = [sha256(content) for content in contents]
    return digests[0] if len(digests) == 1 else sha256("".join(digests).encode())


def parse_owned_files(content: bytes) -> dict[str, str]:
    """Return the files that a manifest lists, with their hashes.

    Raises:
        ValueError: If the content is not a valid manifest.
    """
    data: JsonValue = json.loads(content)
    files = data.get("files") if isinstance(data, dict) else None
    owned: dict[str, str] = {}
    for path, digest in (files if isinstance(files, dict) else {}).items():
        parts = path.split("/")
        # The manifest can come from an untrusted repository, so its paths must not lead
        # out of the folder.
        is_name = "\0" not in path and "\\" not in path
        if not is_name or any(part in {"", ".", ".."} for part in parts):
            raise ValueError(f"{path!r} is not a path inside the folder")
        owned[path] = str(digest)
    if not owned:
        raise ValueError("manifest does not list any files")
    return owned
