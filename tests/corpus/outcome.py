"""Result of one document of the corpus."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any


class Stage(StrEnum):
    """Last stage that a document reached."""

    CRASHED = "crashed"
    TIMED_OUT = "timed out"
    REFUSED = "refused"
    GENERATED = "generated"


@dataclass(slots=True)
class Outcome:
    """Document, its last stage, and the findings of the checks of its client.

    Attributes:
        made: Number of methods of the client.
        there: Number of operations of the document.
        seconds: Wall time of the run, including the start of the process.
        lines: Lines of Python in the client.
        codes: Number of diagnostics by `CODE effect`.
        findings: Findings of each check that ran; empty for a clean client.
        is_apart: Whether no client is expected: part of another document, or one of a
            suite of invalid documents.
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
    lines: int = 0
    codes: dict[str, int] = field(default_factory=dict[str, int])
    imported: bool = False
    findings: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    is_apart: bool = False

    def figures(self) -> dict[str, int]:
        """Return the statistics of this document.

        A rejected document for which no client is expected is counted separately.
        """
        is_apart = self.is_apart and self.stage is Stage.REFUSED
        figures = {
            "documents": int(not is_apart),
            "generated": int(self.stage is Stage.GENERATED),
            "refused": int(self.stage is Stage.REFUSED and not is_apart),
            "apart": int(is_apart),
            "crashed": int(self.stage is Stage.CRASHED),
            "timed out": int(self.stage is Stage.TIMED_OUT),
            "operations": self.there,
            "made": self.made,
            "imported": int(self.imported),
        }
        for check, lines in self.findings.items():
            figures[check] = int(not lines)
        return figures

    def problems(self) -> list[str]:
        """Return one line for each problem."""
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

    def to_json(self) -> str:
        """Serialise the result to one line."""
        return json.dumps(asdict(self), default=str)


def read_outcome(line: str) -> Outcome:
    """Parse the output of `to_json`."""
    values: dict[str, Any] = json.loads(line)
    values["path"] = Path(values["path"])
    values["folder"] = Path(values["folder"])
    values["stage"] = Stage(values["stage"])
    return Outcome(**values)
