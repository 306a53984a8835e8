"""Add operations to real APIs and count the calls that this breaks.

    python -m tests.growth /path/to/documents --seed 1 --documents 60 --trials 5000

Each trial removes an operation of a document and adds it again, or adds one with a new
last segment next to or below another one. A trial keeps all calls; or it moves some, which then
send another request but accept the same arguments; or it breaks one, which is missing
afterwards or does not accept them. Only names are planned, so a trial takes about 10 ms.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from sdksmith import DocumentError, Settings
from sdksmith.reading import read_api
from sdksmith.report.observer import Observer

from tests.corpus.documents import CORPUS, find_documents
from tests.growth.trials import (
    KEPT,
    add_child,
    add_sibling,
    calls_of,
    restore_operation,
    summarize,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.model.api import Api

_FEWEST_OPERATIONS = 5
_MOST_BYTES = 3_000_000


def main() -> int:
    """Run the trials, and print those that broke calls."""
    arguments = _parse_arguments()
    random = Random(arguments.seed)
    found = [item.path for item in find_documents(arguments.roots or [CORPUS])]
    random.shuffle(found)
    apis = list(_read_apis(found, arguments.documents))
    known = [(path, api, calls_of(api)) for path, api in apis]
    outcomes: Counter[tuple[str, str]] = Counter()
    for number in range(arguments.trials):
        path, api, calls = known[number % len(known)]
        change = random.choice((restore_operation, add_sibling, add_child))
        trial = change(api, calls, random)
        outcomes[trial.kind, trial.outcome] += 1
        if trial.outcome != KEPT:
            print(f"{path.name}: {trial.kind} {trial.added}")
        for line in trial.broken[:3]:
            print(f"    broken {line}")
        for line in trial.moved[:3]:
            print(f"    moved {line}")
    print(f"{len(known)} documents, seed {arguments.seed}")
    print("\n".join(summarize(outcomes)))
    return 0


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.growth", description=__doc__)
    parser.add_argument("roots", nargs="*", type=Path, help="documents, or folders of")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--trials", type=int, default=5000)
    return parser.parse_args()


def _read_apis(paths: list[Path], count: int) -> Iterator[tuple[Path, Api]]:
    """Yield the first documents that have several operations."""
    for path in paths:
        if count == 0:
            return
        if path.stat().st_size > _MOST_BYTES:
            continue
        try:
            api = read_api(str(path), Settings(), Observer()).api
        except DocumentError:
            continue
        if len(api.operations) >= _FEWEST_OPERATIONS:
            count -= 1
            yield path, api


if __name__ == "__main__":
    sys.exit(main())
