"""Files come out as black writes them, whoever formats them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import black
import pytest
from sdksmith.output.format import FormatError, Formatter
from sdksmith.output.worker import share

from .files import rendered

if TYPE_CHECKING:
    from sdksmith.render.files import RenderedFile

UGLY = "x = {  'a':1 }\n" * 300


def files() -> list[RenderedFile]:
    many = rendered({f"{i}.py": f"y{i} = 'b'\n{UGLY}" for i in range(5)})
    other = rendered({"README.md": UGLY, "pyproject.toml": UGLY})
    return [*many, *other, *rendered({"final.py": UGLY}, is_final=True)]


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_python_is_formatted_and_nothing_else(processes: int) -> None:
    given = files()
    with Formatter(processes) as formatter:
        found = formatter.format(given)
    assert [file.path for file in found] == [file.path for file in given]
    for before, after in zip(given, found, strict=True):
        if before.path[0].isdigit():
            assert after.text == black.format_str(before.text, mode=black.Mode())
        else:
            assert after == before


@pytest.mark.parametrize("processes", [1, 2])
def test_what_black_refuses_names_the_template(processes: int) -> None:
    bad = rendered({"good.py": "x = 1\n", "bad.py": "x = \n"})
    with (
        Formatter(processes) as formatter,
        pytest.raises(
            FormatError, match=r"bad\.py, made from some\.template: .*cannot"
        ),
    ):
        formatter.format(bad)


def test_nothing_to_format_is_nothing() -> None:
    with Formatter(2) as formatter:
        assert formatter.format([]) == ()


def test_files_may_come_in_several_lots() -> None:
    with Formatter(2) as formatter:
        for _ in range(2):
            assert formatter.format(rendered({"a.py": "x=1"}))[0].text == "x = 1\n"


@pytest.mark.parametrize("executable", ["/nowhere/python", "/bin/false"])
def test_without_a_worker_everything_happens_here(
    monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    with Formatter(2) as formatter:
        assert formatter.format(rendered({"a.py": "x=1"}))[0].text == "x = 1\n"


def test_a_worker_that_dies_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: object, **options: object) -> subprocess.Popen[bytes]:
        process: subprocess.Popen[bytes] = popen(*args, **options)  # type: ignore[call-overload]
        started.append(process)
        return process

    monkeypatch.setattr(subprocess, "Popen", start)
    with Formatter(2) as formatter:
        started[0].kill()
        assert formatter.format(rendered({"a.py": "x=1"}))[0].text == "x = 1\n"
    assert started[0].returncode == -signal.SIGKILL


def test_the_worker_ends_with_the_block() -> None:
    before = children(os.getpid())
    during: list[int] = []

    def interrupt() -> None:
        with Formatter(2):
            during.extend(children(os.getpid()))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert len(during) == len(before) + 1
    assert children(os.getpid()) == before


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
def test_the_worker_ends_when_this_process_is_killed() -> None:
    program = (
        "import time\nfrom sdksmith.output.format import Formatter\n"
        "with Formatter(2):\n    print('ready', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        workers = children(process.pid)
        assert len(workers) == 1
        process.kill()
    for _ in range(200):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return
        time.sleep(0.05)
    pytest.fail("the worker is still there")


def children(parent: int) -> list[int]:
    """Return the processes that a process has started."""
    found: list[int] = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return sorted(found)


def test_lines_are_shared_alike_and_every_text_once() -> None:
    texts = ["\n" * size for size in (100, 2000, 900, 1, 0, 1000)]
    shares = share(texts, 2)
    assert sorted(index for indexes in shares for index in indexes) == list(range(6))
    loads = [sum(texts[i].count("\n") for i in indexes) for indexes in shares]
    assert abs(loads[0] - loads[1]) <= 100
    assert share(["\n"] * 3, 8) == [[0, 1, 2]]
    assert share([], 8) == [[]]
