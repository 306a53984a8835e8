"""Statistics of a run by family of documents and by code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .outcome import Outcome

_SHARES = (
    ("generated", "documents"),
    ("made", "operations"),
    ("imported", "generated"),
)
_CHECKS = ("mypy", "pyright", "smoke")


@dataclass(frozen=True)
class Figures:
    """Statistics of a run.

    Attributes:
        families: Statistics of each family of documents, and of all.
        diagnostics: Number of diagnostics by `CODE effect`.
    """

    families: dict[str, dict[str, int]]
    diagnostics: dict[str, int]


def summarise(outcomes: Iterable[Outcome]) -> Figures:
    """Return the statistics by family, and diagnostics by code and effect."""
    families: dict[str, Counter[str]] = {}
    total: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    for outcome in outcomes:
        row = families.setdefault(outcome.family, Counter())
        for counter in (row, total):
            counter.update(outcome.figures())
        codes.update(outcome.codes)
    rows = {name: dict(row) for name, row in sorted(families.items())}
    return Figures({**rows, "total": dict(total)}, dict(sorted(codes.items())))


def print_figures(figures: Figures) -> None:
    """Print the table of families, their shares, and the table of codes."""
    columns = list(figures.families["total"])
    print("family".ljust(24), *(column.rjust(10) for column in columns))
    for family, row in figures.families.items():
        print(family.ljust(24), *(str(row.get(key, 0)).rjust(10) for key in columns))
    print()
    for family, row in figures.families.items():
        shares = [*_SHARES, *((check, "imported") for check in _CHECKS if check in row)]
        told = [
            f"{part} {100 * row.get(part, 0) / row[whole]:.2f} % of {whole}"
            for part, whole in shares
            if row.get(whole)
        ]
        print(family.ljust(24), ", ".join(told))
    print()
    for code, count in figures.diagnostics.items():
        print(code.ljust(24), str(count).rjust(8))
