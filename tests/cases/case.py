"""A case: a small document, the client it must give, what must be said about it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from sdksmith import DocumentError, Observer, Report, format_diagnostics, generate

from tests.folders import folder_contents

CASES = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One folder of `tests/cases`."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def expected(self) -> Path:
        return self.folder / "expected"

    @property
    def diagnostics(self) -> Path:
        return self.folder / "diagnostics.txt"

    def generate(self, output: Path) -> str:
        """Make the client of the case and return what is said about its document.

        A document that is refused leaves no folder; the fatal diagnostic says why.
        """
        report = Report()
        (spec,) = (path.name for path in self.folder.glob("spec.*"))
        # The name of the document is part of what is said, so it must be a short one.
        with contextlib.chdir(self.folder):
            try:
                generate(spec, output, observer=Observer(report))
            except DocumentError as error:
                report.add(error.diagnostic)
        return format_diagnostics(report)


def find_cases() -> list[Case]:
    """Return every case, sorted by name."""
    return sorted(
        (Case(path.parent) for path in CASES.glob("*/spec.*")),
        key=lambda case: case.name,
    )


def without_runtime(folder: Path) -> dict[str, bytes]:
    """Return the files of a client but for its `_runtime` and its manifest.

    The manifest holds the hashes of the other files, the runtime's among them.
    """
    return {
        name: data
        for name, data in folder_contents(folder).items()
        if "/_runtime/" not in name and name != ".sdksmith.json"
    }
