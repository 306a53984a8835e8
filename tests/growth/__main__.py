"""Add operations to real APIs and count the calls that this breaks.

    python -m tests.growth /path/to/documents --seed 1 --documents 60 --trials 5000

Each trial removes an operation of a document and adds it again, or adds one with a new
last segment next to or below another one. A call breaks if it is missing afterwards, or
lacks path or query parameters. It is moved if it sends another request. Only names are
planned, so a trial takes about 10 ms.
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
from tests.growth.trials import add_child, add_sibling, calls_of, restore_operation

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
    counts: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    moved: Counter[str] = Counter()
    known = [(path, api, calls_of(api)) for path, api in apis]
    for number in range(arguments.trials):
        path, api, calls = known[number % len(known)]
        change = random.choice((restore_operation, add_sibling, add_child))
        trial = change(api, calls, random)
        counts[trial.kind] += 1
        broken[trial.kind] += bool(trial.broken)
        moved[trial.kind] += bool(trial.moved)
        if trial.broken or trial.moved:
            print(f"{path.name}: {trial.kind} {trial.added}")
        for line in trial.broken[:3]:
            print(f"    broken {line}")
        for line in trial.moved[:3]:
            print(f"    moved {line}")
    total = sum(counts.values()) - counts["known"]
    print(f"{len(known)} documents, {total} trials, seed {arguments.seed}")
    for kind in sorted(counts.keys() - {"known"}):
        print(
            f"{kind:10} {counts[kind]:5} trials, {broken[kind]:4} broke a call, "
            f"{moved[kind]:4} moved one to another request"
        )
    print(f"{100 - 100 * sum(broken.values()) / max(total, 1):.2f} % broke no call")
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
