"""What became of one document of the corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Stage(StrEnum):
    """How far a document came."""

    CRASHED = "crashed"
    TIMED_OUT = "timed out"
    REFUSED = "refused"
    GENERATED = "generated"


@dataclass(slots=True)
class Outcome:
    """One document: how far it came, and what the checks said of its client.

    Attributes:
        made: Operations that are methods of the client.
        there: Operations that the document has.
        seconds: Wall time of the run, start of the process included.
        codes: `CODE effect` and how often.
        findings: What each check that ran said, empty for a clean client.
    """

    family: str
    path: Path
    folder: Path
    package: str
    stage: Stage
    message: str = ""
    made: int = 0
    there: int = 0
    seconds: float = 0.0
    codes: dict[str, int] = field(default_factory=dict[str, int])
    imported: bool = False
    findings: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def figures(self) -> dict[str, int]:
        """Return what this document adds to the figures of its family."""
        figures = {
            "documents": 1,
            "generated": int(self.stage is Stage.GENERATED),
            "refused": int(self.stage is Stage.REFUSED),
            "crashed": int(self.stage in {Stage.CRASHED, Stage.TIMED_OUT}),
            "operations": self.there,
            "made": self.made,
            "imported": int(self.imported),
        }
        for check, lines in self.findings.items():
            figures[check] = int(not lines)
        return figures

    def problems(self) -> list[str]:
        """Return one line for each thing that fell short."""
        lines: list[str] = []
        if self.stage is not Stage.GENERATED:
            lines.append(f"{self.stage}: {self.message}")
        elif not self.imported:
            lines.append(f"does not import: {self.message}")
        if self.made < self.there:
            lines.append(f"{self.made} of {self.there} operations")
        for check, findings in self.findings.items():
            lines += [f"{check}: {finding}" for finding in findings[:5]]
            if len(findings) > 5:
                lines.append(f"{check}: and {len(findings) - 5} more")
        return lines
