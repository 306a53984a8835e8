"""A document as text: JSON or YAML, in the order of its keys."""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .jsondata import JsonObject
    from .load.document import Document

_WIDTH: Final = 88
# YAML 1.2.2, section 10.3.2: plain scalars that the core schema takes for numbers.
# PyYAML knows those of YAML 1.1 alone and would leave such a string without quotes.
_CORE_NUMBER: Final = re.compile(
    r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)


def document_to_text(document: Document) -> str:
    """Return the tree of a document as text, in the form of its source.

    JSON for a source that starts with a brace, YAML for any other. Reading the text
    gives an equal tree, with YAML 1.1 as with YAML 1.2.
    """
    text = document.source.data.lstrip(b"\xef\xbb\xbf \t\r\n")
    return to_json(document.root) if text.startswith(b"{") else to_yaml(document.root)


def to_json(root: JsonObject) -> str:
    """Return a tree as indented JSON."""
    return json.dumps(root, ensure_ascii=False, indent=2) + "\n"


def to_yaml(root: JsonObject) -> str:
    """Return a tree as YAML in block style, without anchors."""
    import yaml

    class Dumper(yaml.CSafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            """Write a node that stands in two places twice, as JSON must."""
            return True

    def represent(_: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
        style = "'" if _CORE_NUMBER.fullmatch(text) else "|" if "\n" in text else None
        return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)

    Dumper.add_representer(str, represent)
    return str(
        yaml.dump(
            root, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH
        )
    )


def write_text(path: Path, text: str) -> None:
    """Write a file as a whole: a reader sees the old text or the new, never a part.

    Raises:
        OSError: The file cannot be written.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        # mkstemp makes files for the owner alone; a new file follows the umask.
        temporary.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
