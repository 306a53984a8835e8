"""A run of a fuzzer: cases, checks of some clients, and a report."""

from __future__ import annotations

import math
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.fuzz.cases import make_case
from tests.fuzz.clients import check_build, check_import, check_types
from tests.fuzz.outcome import Failure, Outcome
from tests.fuzz.processes import run_cases
from tests.fuzz.reduction import reduce_document
from tests.fuzz.running import Options, run_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.fuzz.cases import Case
    from tests.fuzz.processes import Request

IMPORTED: Final = 20
"""Each client of a case whose number is a multiple is imported and checked by mypy."""

BUILT: Final = 200
"""Each client of a case whose number is a multiple is built, and its tests run."""

SLOW_SECONDS: Final = 2.0
"""CPU time above which the summary lists a document."""

PROGRESS_SECONDS: Final = 10.0


class Plan(NamedTuple):
    """What a session runs.

    Attributes:
        cases: Maximum number of cases.
        seconds: Time after which no case is started; None for no limit.
        keep: Folder for failing documents.
        checks_clients: Whether some clients are imported, type-checked and built.
    """

    fuzzer: str
    seed: int
    start: int
    cases: int
    jobs: int
    keep: Path
    seconds: float | None = None
    checks_clients: bool = True

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the cases until the time is over."""
        began = time.monotonic()
        for number in range(self.start, self.start + self.cases):
            if self.seconds is not None and time.monotonic() - began > self.seconds:
                return
            yield number


class Session:
    """Runs a plan and collects its results."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.folder = folder
        self.counts: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.slow: list[tuple[float, int]] = []
        self.clients: dict[Path, int] = {}
        self.elapsed = 0.0
        self.cpu = 0.0
        self.generator_cpu = 0.0

    def run(self) -> None:
        """Run the cases."""
        plan = self.plan
        make_case(plan.fuzzer, plan.seed, plan.start)  # workers inherit what it loads
        began = reported = time.monotonic()
        cpu = _children_cpu()
        for ended in run_cases(self.run_case, plan.numbers(), plan.jobs, self.folder):
            self.add(ended.number, ended.outcome)
            if time.monotonic() - reported > PROGRESS_SECONDS:
                reported = time.monotonic()
                self.print_progress(reported - began)
        self.elapsed = time.monotonic() - began
        self.cpu = _children_cpu() - cpu

    def run_case(self, request: Request, folder: Path) -> Outcome:
        """Run a case; called in a worker process."""
        if not isinstance(request, int):
            return run_document(*request, folder)
        case = make_case(self.plan.fuzzer, self.plan.seed, request)
        options = Options()
        if self.plan.checks_clients and request % IMPORTED == 0:
            name = f"client_{self.plan.fuzzer}_{request}"
            options = Options(name, self.folder / "clients" / name)
        outcome = run_document(case.name, case.data, folder, options)
        if outcome.client:
            failures = check_import(Path(outcome.client))
            outcome = outcome._replace(failures=outcome.failures + failures)
        return outcome

    def add(self, number: int, outcome: Outcome) -> None:
        """Record the outcome of a case."""
        self.counts["cases"] += 1
        self.counts["clients" if outcome.is_client else "rejected"] += 1
        self.generator_cpu += outcome.seconds
        if outcome.seconds > SLOW_SECONDS:
            self.slow.append((outcome.seconds, number))
        if outcome.client:
            self.clients[Path(outcome.client)] = number
        for kind, failure in {item.kind: item for item in outcome.failures}.items():
            self.failures[kind] += 1
            if self.failures[kind] == 1:
                self.report(number, failure)

    def report(self, number: int, failure: Failure) -> None:
        """Print the first failure of a kind, and keep its document, reduced."""
        case = make_case(self.plan.fuzzer, self.plan.seed, number)
        print(f"{failure.kind}\n    {case.command}", flush=True)
        data = reduce_document(
            case.name, case.data, failure.kind, self.run_case, self.folder
        )
        folder = keep_failure(self.plan.keep, case, failure, data)
        print(f"    {folder}: {len(data)} of {len(case.data)} bytes", flush=True)

    def add_later(self, client: Path, failure: Failure) -> None:
        """Record a failure of a client that a later check found."""
        number = self.clients[client]
        self.failures[failure.kind] += 1
        if self.failures[failure.kind] == 1:
            case = make_case(self.plan.fuzzer, self.plan.seed, number)
            folder = keep_failure(self.plan.keep, case, failure, case.data)
            print(f"{failure.kind}\n    {case.command}\n    {folder}", flush=True)

    def print_progress(self, elapsed: float) -> None:
        """Print how many cases have run."""
        counts = self.counts
        print(
            f"{self.plan.fuzzer}: {counts['cases']} cases in {elapsed:.0f} s, "
            f"{counts['clients']} clients, {self.failures.total()} failures",
            file=sys.stderr,
            flush=True,
        )

    def print_summary(self) -> None:
        """Print the results."""
        plan, counts = self.plan, self.counts
        cases = max(counts["cases"], 1)
        print(
            f"{plan.fuzzer}, seed {plan.seed}, from {plan.start}: {counts['cases']} cases, "
            f"{counts['clients']} clients, {counts['rejected']} rejected, "
            f"{len(self.clients)} imported\n"
            f"    {self.elapsed:.0f} s; {self.cpu / cases:.3f} s of CPU per case, "
            f"{self.generator_cpu / cases:.3f} s of them in the generator"
        )
        for seconds, number in sorted(self.slow, reverse=True)[:5]:
            print(f"    slow: case {number}, {seconds:.1f} s")
        for kind, count in self.failures.most_common():
            print(f"    {count} x {kind}")
        print(f"    {self.failures.total()} failures", flush=True)


def keep_failure(keep: Path, case: Case, failure: Failure, data: bytes) -> Path:
    """Write a failing document and how to reproduce the failure; return the folder."""
    slug = re.sub(r"[^a-z0-9]+", "-", failure.kind.lower()).strip("-")[:80]
    folder = keep / f"{case.fuzzer}-{slug}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / case.name).write_bytes(data)
    (folder / f"original-{case.name}").write_bytes(case.data)
    text = f"{failure.kind}\n\n{case.command}\n\n{failure.detail}\n"
    (folder / "failure.txt").write_text(text, "utf-8", errors="backslashreplace")
    return folder


def run_sessions(plans: Sequence[Plan], seconds: float | None = None) -> bool:
    """Run plans in a temporary folder, in memory if possible.

    Args:
        plans: The plans, of different fuzzers.
        seconds: Time limit for all of them; checks of clients that would exceed it are
            omitted. None for no limit.

    Returns:
        Whether there was no failure.
    """
    end = math.inf if seconds is None else time.monotonic() + seconds
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    try:
        sessions = [Session(plan, folder) for plan in plans]
        for session in sessions:
            session.run()
        _check_clients(sessions, folder, end)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for session in sessions:
        session.print_summary()
    return not any(session.failures for session in sessions)


def _check_clients(sessions: Sequence[Session], folder: Path, end: float) -> None:
    """Check the types of the clients that were kept, and build some of them."""
    owners = {client: session for session in sessions for client in session.clients}
    try:
        for client, failure in check_types(list(owners), folder / "types", end):
            owners[client].add_later(client, failure)
    except subprocess.TimeoutExpired:
        print("types are not checked: the time is over")
    for client, session in owners.items():
        if session.clients[client] % BUILT == 0 and time.monotonic() < end:
            place = Path(tempfile.mkdtemp(dir=folder))
            for failure in check_build(client, place):
                session.add_later(client, failure)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
