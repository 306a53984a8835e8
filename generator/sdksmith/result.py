"""Result of a run."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .diagnostics import Diagnostic


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
        operations_made: Number of operations in the client.
        operations_there: Number of operations in the document.
        operations_paged: Number of paginated operations by pagination style.
        models: Number of response models and request types.
        seconds: Wall-clock time of the run.
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
    operations_made: int
    operations_there: int
    operations_paged: Mapping[str, int]
    models: int
    seconds: float
