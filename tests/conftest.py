"""Configuration of all tests: their order, and which of them are fast."""

from __future__ import annotations

import gc
import os
import sys
from itertools import groupby, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import hypothesis
import pytest
from sdksmith.output import sync
from sdksmith.workers import pool

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

# The same examples in every run: a random one must not fail an unrelated change.
# `pytest --hypothesis-profile=search` looks for new ones.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("repeatable")

# Several tests run mypy over clients, which import the same libraries. A cache for each
# worker saves five seconds of each run; mypy does not lock its cache.
os.environ["MYPY_CACHE_DIR"] = str(
    Path(__file__).parents[1]
    / ".mypy_cache"
    / f"clients-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
)

# Containers often set this variable. Then each of about 200 processes that tests start
# compiles the generator again, which takes 0.3 s, and each worker compiles the tests.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Expected clients are data; tests/cases runs the tests that they contain.
collect_ignore_glob = ["cases/*/expected/*"]

HERE: Final = Path(__file__).parent
WORKER: Final = os.environ.get("PYTEST_XDIST_WORKER", "")
"""Name of the process in which xdist runs tests; empty without xdist."""
FAST: Final = (
    *("bundle", "load", "model", "output", "plan", "render", "repair", "runtime"),
    *("text", "upgrade", "validate"),
)
"""Folders whose tests are fast: they test one stage or the runtime."""
NOT_FAST: Final = frozenset(
    {
        "load/test_parsed.py",  # large documents
        "render/source/test_imports.py",  # the rest start processes or servers, or wait
        "runtime/encoding/test_files.py",
        "runtime/encoding/test_json_lines.py",
        "runtime/hooks/test_logs.py",
        "runtime/test_forks.py",
        "runtime/transport/test_async_pool.py",
        "runtime/transport/test_deadline.py",
        "runtime/transport/test_pool.py",
    }
)
"""Modules in these folders whose tests take longer."""


@pytest.fixture(scope="session", autouse=True)
def _render_in_this_process() -> Iterator[None]:
    """Render clients without a render worker, except in `tests/workers` and in commands.

    The result is the same. A worker loads the templates for each client, which takes ten
    times as long as the rest of the generation of a small one.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "available_processors", lambda: 1)
        yield


@pytest.fixture(scope="session", autouse=True)
def _skip_syncs() -> Iterator[None]:
    """Do not wait for the disk, which other tests keep busy, except in commands."""

    def skip(_: object) -> bool:
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sync, "sync_file_system", skip)
        patch.setattr(os, "fsync", skip)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that includes the tests of `.ci/nightly`."""
    parser.addoption(
        "--nightly", action="store_true", help="run the tests that take minutes, too"
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Write the compiled tests to `__pycache__`, for other workers and the next run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", False)
        return (yield)


class ShuffledPackage(pytest.Package):
    """A folder whose content is collected in another order by each worker of xdist.

    Each worker collects all tests, and compiling them takes twice as long as the rest. In
    different orders, each module is compiled by the first worker that needs it, and the
    others find the result: three workers need 45 s of CPU time instead of 57 s.
    """

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Return the tests and folders in the folder."""
        found = list(super().collect())
        Random(WORKER).shuffle(found)
        return found


def pytest_collect_directory(
    path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Shuffle the folders of tests if other workers collect them, too."""
    if WORKER and path == HERE:
        return ShuffledPackage.from_parent(  # pyright: ignore[reportUnknownMemberType]
            parent, path=path
        )
    return None


def pytest_collection_finish() -> None:
    """Exempt modules and collected tests from garbage collection.

    A full collection takes 0.3 s with them, and some tests collect many times.
    """
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Mark fast tests, and start the slowest first in each worker."""
    if WORKER:  # undo the shuffling: all workers must have the same order
        items.sort(key=lambda item: item.path.relative_to(HERE).parts[0])
    if not config.getoption("--nightly"):
        items[:] = [item for item in items if not is_nightly(item)]
    for item in items:
        if is_fast(item):
            item.add_marker(pytest.mark.fast)
    items[:] = spread_slow_tests(items)


def is_nightly(item: pytest.Item) -> bool:
    """Return whether a test belongs to `.ci/nightly` only."""
    return item.get_closest_marker("nightly") is not None


def spread_slow_tests(items: list[pytest.Item]) -> list[pytest.Item]:
    """Return tests in an order in which each worker starts with its share of slow ones.

    xdist divides the tests into one sequence for each worker, of equal length. Tests of a
    module with the same parameters are in one share, since they often have a fixture in
    common.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    slow = [
        list(group)
        for _, group in groupby(
            (item for item in items if item.get_closest_marker("slow")),
            key=lambda item: (item.path, item.name.partition("[")[2]),
        )
    ]
    others = iter([item for item in items if not item.get_closest_marker("slow")])
    ordered: list[pytest.Item] = []
    for number in range(workers):
        length = len(items) // workers + (number < len(items) % workers)
        share = [item for group in slow[number::workers] for item in group]
        ordered += [*share, *islice(others, length - len(share))]
    return [*ordered, *others]


def is_fast(item: pytest.Item) -> bool:
    """Return whether a test belongs to those that run in less than a minute."""
    name = item.path.relative_to(HERE).as_posix()
    function = getattr(item, "obj", None)
    return (
        name.split("/")[0] in FAST
        and name not in NOT_FAST
        and item.get_closest_marker("slow") is None
        # Hypothesis tries hundreds of examples.
        and not getattr(function, "is_hypothesis_test", False)
    )
