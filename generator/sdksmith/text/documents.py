"""Serialisation of a document to JSON or YAML, with its key order kept."""

from __future__ import annotations

import errno
import json
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..json_data import JsonObject

_WIDTH: Final = 88
_PREFIX_LENGTH: Final = 50
"""Length of the part of a file name that the name of its temporary file contains."""
# Plain scalars that the core schema of YAML 1.2.2 resolves to numbers (section 10.3.2).
# PyYAML implements YAML 1.1 only and would write such a string without quotes.
_CORE_NUMBER: Final = re.compile(
    r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)


def is_json(data: bytes) -> bool:
    """Return whether a document is JSON rather than YAML: whether it starts with a brace."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def to_json(root: JsonObject) -> str:
    """Return a tree as indented JSON."""
    return json.dumps(root, ensure_ascii=False, indent=2) + "\n"


def to_yaml(root: JsonObject) -> str:
    """Return a tree as YAML in block style, without anchors."""
    import yaml

    class Dumper(yaml.CSafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            """Write a shared node in full each time, as JSON does."""
            return True

    def represent(_: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
        style = "'" if _CORE_NUMBER.fullmatch(text) else "|" if "\n" in text else None
        return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)

    Dumper.add_representer(str, represent)
    # The stubs of PyYAML leave the type of `width` unknown.
    return str(
        yaml.dump(  # pyright: ignore[reportUnknownMemberType]
            root, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH
        )
    )


def write_text(path: Path, text: str) -> None:
    """Write a file atomically: readers see the old content or the new, never a part.

    The target of a symbolic link is written. Devices and pipes are written directly, as
    they cannot be replaced.

    Raises:
        OSError: If the file cannot be written.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        return
    try:
        path = path.resolve()
    except RuntimeError as error:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error
    prefix = f".{path.name[:_PREFIX_LENGTH]}."
    handle, name = tempfile.mkstemp(prefix=prefix, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(handle)
        # mkstemp creates files with mode 0600; a new file should follow the umask.
        temporary.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
