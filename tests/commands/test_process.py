"""The `sdksmith` command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sdksmith import __version__

from tests.commands.command_line import STRIPE_INVOICES, run

if TYPE_CHECKING:
    from pathlib import Path


class TestProcess:
    """Behaviour that depends on the process."""

    def start(
        self, *arguments: str | Path, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sdksmith", *map(str, arguments)],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def test_version_is_printed(self) -> None:
        done = self.start("--version")
        assert (done.returncode, done.stdout) == (0, f"sdksmith {__version__}\n")

    def test_exit_codes_are_returned_to_the_shell(
        self, spec: Path, tmp_path: Path
    ) -> None:
        assert self.start("generate", spec, "-o", tmp_path / "a").returncode == 0
        assert self.start("generate", tmp_path, "-o", tmp_path / "a").returncode == 1
        assert self.start("generate", spec).returncode == 2
        stale = self.start("generate", spec, "-o", tmp_path / "b", "--check")
        assert stale.returncode == 3

    def test_closed_pipe_exits_without_traceback(self) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "sdksmith", "repair", str(STRIPE_INVOICES)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            output = process.stderr.read()
            assert process.wait() == 141
        assert "Traceback" not in output
        assert "BrokenPipe" not in output

    def test_internal_error_asks_for_a_report(
        self, spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object, **__: object) -> None:
            raise LookupError("the wrong drawer")

        monkeypatch.setattr("sdksmith.pipeline.generate", fail)
        done = run("generate", spec, "-o", tmp_path / "out")
        assert done.exit_code == 70
        assert "This is a bug in sdksmith" in done.stderr
        assert "LookupError: the wrong drawer" in done.stderr
        assert "Traceback" not in done.stderr
        monkeypatch.setenv("SDKSMITH_DEBUG", "1")
        assert "Traceback" in run("generate", spec, "-o", tmp_path / "out").stderr

    def test_interrupt_exits_with_130(
        self, spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("sdksmith.pipeline.generate", interrupt)
        assert run("generate", spec, "-o", tmp_path / "out").exit_code == 130
