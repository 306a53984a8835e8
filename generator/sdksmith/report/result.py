"""Results of the public functions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from ..json_data import JsonValue  # noqa: TC001 -- likewise
from .changes import Comparison  # noqa: TC001 -- likewise
from .diagnostics import Diagnostic  # noqa: TC001 -- inspect.signature reads it


class Status(StrEnum):
    """Outcome of `generate`."""

    MADE = "made"
    """The client was written to the output folder."""
    CURRENT = "current"
    """`check`: the output folder is up to date."""
    STALE = "stale"
    """`check`: the output folder is not up to date."""


class Result(Struct, frozen=True, kw_only=True):
    """Result of `generate`.

    Attributes:
        status: Outcome of the run.
        output: Output folder of the client.
        package: Import package of the client.
        distribution: Distribution name of the client.
        version: Version of the client.
        files: Paths of the generated files relative to `output`, sorted.
        changed: Files that were written; with `check`, files that would be written.
        removed: Files of the previous run that were removed; with `check`, that would be.
        diagnostics: Diagnostics about the document, in the order of the stages.
        operations_generated: Number of operations in the client.
        operations_total: Number of operations in the document.
        operations_paged: Number of paginated operations by pagination style.
        models: Number of response models and request types.
        seconds: Wall-clock time of the run.
        previous_version: Version of the client that was in the folder, if `bump` raised it;
            otherwise empty.
        lock: The names lock, if its names were changed; with `check`, if they would be.
        changes: With `check`, what changes for callers if the folder is not up to date;
            None if the folder does not say what it contains.
    """

    status: Status
    output: Path
    package: str
    distribution: str
    version: str
    files: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    operations_generated: int
    operations_total: int
    operations_paged: Mapping[str, int]
    models: int
    seconds: float
    previous_version: str = ""
    lock: Path | None = None
    changes: Comparison | None = None


class RepairedDocument(Struct, frozen=True, kw_only=True):
    """Result of `repair_document`.

    Attributes:
        root: The repaired document as a JSON object. It must not be modified.
        version: Version of its specification: "2.0", "3.0", "3.1" or "3.2".
        is_json: Whether the source is JSON rather than YAML.
        diagnostics: Diagnostics about the document, in the order of the stages.
    """

    root: dict[str, JsonValue]
    version: str
    is_json: bool
    diagnostics: tuple[Diagnostic, ...]

    def to_text(self) -> str:
        """Return the document in the format of its source, with its order of keys.

        Parsing the text gives an object equal to `root`, under YAML 1.1 and YAML 1.2.
        """
        from ..text.documents import to_json, to_yaml

        return to_json(self.root) if self.is_json else to_yaml(self.root)
