"""What a run says of itself."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .diagnostics import Diagnostic


class Status(StrEnum):
    """How a run of `generate` ended."""

    MADE = "made"
    """The client is in the output folder."""
    CURRENT = "current"
    """`--check`: the folder holds what would be made."""
    STALE = "stale"
    """`--check`: it does not."""


class Result(Struct, frozen=True, kw_only=True):
    """What `generate` made.

    Attributes:
        output: The folder of the client.
        files: The paths of the client's files below `output`, sorted.
        changed: Those of them that were written, or would be with `--check`.
        removed: Files of an earlier run that were removed, or would be.
        diagnostics: What there is to say about the document, in the order of stages.
        operations_made: How many operations became methods.
        operations_there: How many the document has.
        operations_paged: How many of them return lists in pages, by how the next page is
            found.
        models: How many response models and request types there are.
        seconds: Wall time of the run.
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
