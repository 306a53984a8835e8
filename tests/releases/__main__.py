"""Judge what `sdksmith diff` says about two releases of real documents.

    python -m tests.releases OLD NEW [OLD NEW ...]

The smoke tests of each old client are type-checked by pyright (strict) and run against the new
one. Every call that fails must be reported as breaking. A test also fails if a request has
changed in a way that no signature shows; `diff` lists these changes separately.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from sdksmith import DocumentError, Impact

from tests.releases.judging import Judgement, judge


def main() -> int:
    """Judge all pairs; return 1 if a failure is not reported."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.releases",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("documents", nargs="+", type=Path, help="pairs of documents")
    paths: list[Path] = parser.parse_args().documents
    missed = failures = pairs = 0
    for old, new in zip(paths[::2], paths[1::2], strict=True):
        with tempfile.TemporaryDirectory(prefix="releases-") as folder:
            try:
                result = judge(old, new, Path(folder))
            except DocumentError as error:
                print(f"{old.name} -> {new.name}: {error.diagnostic.message}")
                continue
        pairs += 1
        failures += len(result.failures)
        missed += len(result.missed) - len(result.shown)
        _print(old, new, result)
    print(f"{pairs} pairs, {failures} failures, {missed} not reported")
    return int(missed > 0)


def _print(old: Path, new: Path, result: Judgement) -> None:
    found = result.found
    print(
        f"{old.name} -> {new.name}: {found.verdict}, {found.count(Impact.BREAKING)} breaking, "
        f"{result.calls} lines of calls, {len(result.failures)} failures, "
        f"{len(result.shown)} in the section of requests, "
        f"{len(result.missed) - len(result.shown)} not reported",
        flush=True,
    )
    unreported = [item for item in result.missed if item not in result.shown]
    for item in unreported[:10]:
        print(
            f"    {item.judge} client.{item.call}: {item.message.splitlines()[0][:160]}"
        )


if __name__ == "__main__":
    sys.exit(main())
