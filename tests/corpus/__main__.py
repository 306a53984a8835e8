"""Generate a client from each document of a corpus and say how well it went.

    python -m tests.corpus ../shared/corpus --output /tmp/clients --mypy

It runs the command that users run, in a process of its own for each document, so that a
crash or a hang is one line in the table and not the end of the run. It is no test:
`figures.json` beside this file holds what the last run on the open corpus printed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from .outcome import Outcome, Stage
from .run import check_types, generate_client, import_client, run_smoke_tests

ENDINGS = {".json", ".yaml", ".yml", ".md"}


def find_documents(roots: list[Path]) -> list[tuple[str, Path]]:
    """Return (family, path) of each document below `roots`, sorted by path.

    The family is the first folder below the root. A folder `parts` or a file without
    a version key is left to the generator: it must say so in one sentence.
    """
    found: list[tuple[str, Path]] = []
    for root in roots:
        if root.is_file():
            found.append((root.parent.name, root))
            continue
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix in ENDINGS:
                relative = path.relative_to(root)
                family = relative.parts[0] if len(relative.parts) > 1 else root.name
                found.append((family, path))
    return found


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="tests.corpus", description=__doc__)
    parser.add_argument("roots", nargs="+", type=Path, help="documents, or folders of")
    parser.add_argument("--output", type=Path, required=True, help="where clients go")
    parser.add_argument("--family", action="append", help="only these families")
    parser.add_argument("--sample", type=int, help="only so many, chosen by --seed")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--timeout", type=float, default=120.0, help="seconds, each")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--mypy", action="store_true", help="mypy --strict")
    parser.add_argument("--pyright", action="store_true", help="pyright, strict")
    parser.add_argument("--smoke", action="store_true", help="run the clients' tests")
    parser.add_argument("--record", type=Path, help="write the figures there, as JSON")
    return parser.parse_args()


def main() -> int:
    """Run the corpus; return 1 when a document crashed the generator."""
    arguments = parse_arguments()
    documents = find_documents(arguments.roots)
    if arguments.family:
        documents = [item for item in documents if item[0] in arguments.family]
    if arguments.sample and arguments.sample < len(documents):
        chosen = random.Random(arguments.seed).sample(documents, arguments.sample)
        documents = sorted(chosen)
    arguments.output.mkdir(parents=True, exist_ok=True)

    def run_one(item: tuple[int, tuple[str, Path]]) -> Outcome:
        number, (family, path) = item
        outcome = generate_client(
            family, path, arguments.output / f"d{number:04d}", arguments.timeout
        )
        if outcome.stage is Stage.GENERATED:
            import_client(outcome)
        if outcome.imported and arguments.smoke:
            run_smoke_tests(outcome)
        return outcome

    with ThreadPoolExecutor(arguments.jobs) as pool:
        outcomes = list(pool.map(run_one, enumerate(documents)))
    if arguments.mypy:
        check_types(outcomes, "mypy")
    if arguments.pyright:
        check_types(outcomes, "pyright")
    print_problems(outcomes)
    figures = summarise(outcomes)
    print_figures(figures)
    if arguments.record:
        arguments.record.write_text(json.dumps(asdict(figures), indent=2) + "\n")
    return int(any(outcome.stage is Stage.CRASHED for outcome in outcomes))


def print_problems(outcomes: list[Outcome]) -> None:
    """Print one paragraph for each document that fell short of anything."""
    for outcome in outcomes:
        for line in outcome.problems():
            print(f"{outcome.path}: {line}")


@dataclass(frozen=True)
class Figures:
    """What a run found.

    Attributes:
        families: The figures of each family of documents, and of all.
        diagnostics: `CODE effect` and how often.
    """

    families: dict[str, dict[str, int]]
    diagnostics: dict[str, int]


def summarise(outcomes: list[Outcome]) -> Figures:
    """Return the figures by family, and the diagnostics by code and effect."""
    families: dict[str, dict[str, int]] = {}
    codes: Counter[str] = Counter()
    for outcome in outcomes:
        row = families.setdefault(outcome.family, {})
        for key, value in outcome.figures().items():
            row[key] = row.get(key, 0) + value
        codes.update(outcome.codes)
    total: dict[str, int] = {}
    for row in families.values():
        for key, value in row.items():
            total[key] = total.get(key, 0) + value
    rows = {**dict(sorted(families.items())), "total": total}
    return Figures(rows, dict(sorted(codes.items())))


def print_figures(figures: Figures) -> None:
    """Print the table of families and the table of codes."""
    columns = list(figures.families["total"])
    print("family".ljust(24), *(column.rjust(12) for column in columns))
    for family, row in figures.families.items():
        print(family.ljust(24), *(str(row.get(key, 0)).rjust(12) for key in columns))
    for code, count in figures.diagnostics.items():
        print(code.ljust(24), str(count).rjust(8))


if __name__ == "__main__":
    sys.exit(main())
