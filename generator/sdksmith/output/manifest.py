"""The list of what is ours in the folder of a client: `.sdksmith.json`."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..jsondata import JsonValue

MANIFEST_NAME: Final = ".sdksmith.json"


class Origin(Struct, frozen=True):
    """What a client was made from.

    Attributes:
        generator: The version of sdksmith.
        spec: The SHA-256 of the document's bytes, see `sha256_of_all`.
        settings: The SHA-256 of the settings.
    """

    generator: str
    spec: str
    settings: str


class Manifest(Struct, frozen=True):
    """What a run wrote.

    Attributes:
        files: Path below the folder, with `/` -> SHA-256 of the content.
    """

    origin: Origin
    files: Mapping[str, str]

    def dump(self) -> bytes:
        """Return the manifest as it stands on disk: sorted, without any time."""
        data = {
            "generator": f"sdksmith {self.origin.generator}",
            "spec": f"sha256:{self.origin.spec}",
            "settings": f"sha256:{self.origin.settings}",
            "files": dict(sorted(self.files.items())),
        }
        return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def sha256(content: bytes) -> str:
    """Return the SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def sha256_of_all(contents: Sequence[bytes]) -> str:
    """Return the SHA-256 of the files of a document, in the order of reading.

    That of a document in one file is the hash of this file. Of more it is the hash of
    their hashes: which file is which, the references in them say.
    """
    digests = [sha256(content) for content in contents]
    return digests[0] if len(digests) == 1 else sha256("".join(digests).encode())


def parse_owned_files(content: bytes) -> dict[str, str]:
    """Return the files that a manifest lists, with their hashes.

    Raises:
        ValueError: It is no manifest.
    """
    data: JsonValue = json.loads(content)
    files = data.get("files") if isinstance(data, dict) else None
    owned: dict[str, str] = {}
    for path, digest in (files if isinstance(files, dict) else {}).items():
        parts = path.split("/")
        # The file may have come with somebody's repository: it must not lead elsewhere.
        if any(part in {"", ".", ".."} or "\\" in part for part in parts):
            raise ValueError(f"{path!r} is no path inside the folder")
        owned[path] = str(digest)
    if not owned:
        raise ValueError("it lists no file")
    return owned
