"""Cases: small documents with their expected clients and diagnostics."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from sdksmith import DocumentError, Observer, Report, format_diagnostics, generate

from tests.folders import folder_contents

CASES = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """Folder of `tests/cases`."""

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
        """Generate the client of the case and return the diagnostics of its document.

        A rejected document leaves no folder; its fatal diagnostic is included.
        """
        report = Report()
        (spec,) = (path.name for path in self.folder.glob("spec.*"))
        # The name of the document is part of the diagnostics, so it is relative.
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
    """Return the files of a client except `_runtime` and the manifest.

    The manifest contains the hashes of all files, including the runtime.
    """
    return {
        name: data
        for name, data in folder_contents(folder).items()
        if "/_runtime/" not in name and name != ".sdksmith.json"
    }
