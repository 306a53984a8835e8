"""Change real documents and count the names that move, with a names lock and without.

    python -m tests.stable_names /path/to/documents --seed 1 --documents 200 --trials 5000

Each trial removes an operation, schema, property, parameter or enumeration value of a
document, or adds it again. With a lock, no name may move or get another meaning.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from sdksmith import DocumentError

from tests.corpus.documents import CORPUS, find_documents
from tests.stable_names.trials import CHANGES, names_of, read_root, run_trial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.json_data import JsonObject
    from sdksmith.model.released_names import ReleasedNames

_MOST_BYTES = 400_000


def main() -> int:
    """Run the trials; return 1 if a locked name has moved."""
    arguments = _parse_arguments()
    random = Random(arguments.seed)
    found = [item.path for item in find_documents(arguments.roots or [CORPUS])]
    random.shuffle(found)
    documents = list(_read_documents(found, arguments.documents))
    trials: Counter[str] = Counter()
    locked: Counter[str] = Counter()
    unlocked: Counter[str] = Counter()
    number = 0
    while 2 * trials.total() < arguments.trials and number < arguments.trials:
        path, root, names = documents[number % len(documents)]
        kind = list(CHANGES)[number // len(documents) % len(CHANGES)]
        number += 1
        try:
            trial = run_trial(root, names, kind, random)
        except DocumentError:  # nothing is left to generate
            continue
        if trial is None:
            continue
        trials[kind] += 1
        locked[kind] += bool(trial.locked)
        unlocked[kind] += bool(trial.unlocked)
        if trial.locked:
            print(f"{path}: {kind} {trial.removed}", flush=True)
        for item in trial.locked[:4]:
            print(f"    {item.section} {item.key}: {item.before} -> {item.after}")
    print(
        f"{len(documents)} documents, {2 * trials.total()} trials, seed {arguments.seed}"
    )
    for kind in CHANGES:
        print(
            f"{kind:10} {2 * trials[kind]:5} trials, {locked[kind]:4} moved a locked name, "
            f"{unlocked[kind]:4} of {trials[kind]:4} moved a name without a lock"
        )
    return int(locked.total() > 0)


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.stable_names",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("roots", nargs="*", type=Path, help="documents, or folders of")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--trials", type=int, default=5000)
    return parser.parse_args()


def _read_documents(
    paths: list[Path], count: int
) -> Iterator[tuple[Path, JsonObject, ReleasedNames]]:
    """Yield the first usable documents that are not large."""
    for path in paths:
        if count == 0:
            return
        if path.stat().st_size > _MOST_BYTES:
            continue
        try:
            root = read_root(path)
            names = names_of(root)
        except DocumentError:
            continue
        count -= 1
        yield path, root, names


if __name__ == "__main__":
    sys.exit(main())
