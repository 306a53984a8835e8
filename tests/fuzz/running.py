"""Runs the generator on one document and applies the oracles."""

from __future__ import annotations

import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import sdksmith
from sdksmith.config.settings import Settings, SettingsError
from sdksmith.output.verify import VerifyError
from sdksmith.planning import render_client
from sdksmith.report.diagnostics import DocumentError, Effect
from sdksmith.report.observer import Observer
from sdksmith.report.presenters import Palette, list_diagnostics, make_visible
from sdksmith.workers.garbage_collection import paused_garbage_collection
from sdksmith.workers.pool import RenderWorker

from tests.fuzz.hostile import CANARY_FILE
from tests.fuzz.oracles.operations import check_operations
from tests.fuzz.oracles.pages import (
    check_characters,
    check_markdown,
    check_metadata,
    check_paths,
    check_terminal,
)
from tests.fuzz.oracles.sources import check_source
from tests.fuzz.outcome import Failure, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.output.verify import VerifyError
from sdksmith.planning import RenderedClient

GENERATOR: Final = Path(sdksmith.__file__).parent


class CpuLimitError(BaseException):
    """Raised when a document takes more CPU time than it may.

    Not an `Exception`, so that no code of the generator handles it.
    """


class Options(NamedTuple):
    """What to do with a client.

    Attributes:
        package: Import package; empty for a name from the document.
        keep: Folder to write the client to; None to discard it.
    """

    package: str = ""
    keep: Path | None = None


def run_document(
    name: str, data: bytes, folder: Path, options: Options | None = None
) -> Outcome:
    """Generate a client of a document, and return what is wrong with it.

    Args:
        name: File name of the document.
        data: Content of the document.
        folder: Folder for the document; the current folder of this process.
        options: What to do with the client; by default, it is discarded.
    """
    options = options or Options()
    path = folder / name
    path.write_bytes(data)
    observer = Observer()
    settings = Settings(package=options.package or None)
    client: RenderedClient | None = None
    failures: list[Failure] = []
    started = time.process_time()
    try:
        with paused_garbage_collection():
            client = render_client(
                str(path), settings, observer, RenderWorker(processes=1)
            )
    except (DocumentError, SettingsError) as error:
        failures += check_terminal(make_visible(str(error)))
        if isinstance(error, DocumentError):
            observer.report.add(error.diagnostic)
    except CpuLimitError as error:
        failures.append(Failure(f"CPU limit in {_find_place(error)}", _trace(error)))
    except Exception as error:  # noqa: BLE001 -- any other exception is a fault
        kind = f"{type(error).__name__} in {_find_place(error)}{_find_template(error)}"
        failures.append(Failure(kind, _trace(error)))
    seconds = time.process_time() - started
    failures += check_terminal(list_diagnostics(observer.report, Palette()))
    if client is not None:
        failures += _check_client(client, data, observer)
        if options.keep is not None:
            write_client(client, options.keep)
    if Path(CANARY_FILE).exists():
        Path(CANARY_FILE).unlink()
        failures.append(Failure("code of the document was executed"))
    kept = str(options.keep) if client is not None and options.keep else ""
    return Outcome(client is not None, tuple(failures), seconds, kept)


def _check_client(
    client: RenderedClient, data: bytes, observer: Observer
) -> Iterator[Failure]:
    yield from check_paths(file.path for file in client.files)
    for file in client.files:
        if "/_runtime/" in file.path:  # tested code
            continue
        yield from check_characters(file.path, file.text)
        if file.path.endswith(".py"):
            yield from check_source(file.path, file.text)
        elif file.path.endswith(".md"):
            yield from check_markdown(file.path, file.text)
        elif file.path == "pyproject.toml":
            yield from check_metadata(file.text)
    upgraded = client.read.upgraded
    made = {
        upgraded.locate(method.pointer).pointer for method in client.package.methods
    }
    reported = {
        pointer
        for item in observer.report
        if item.effect is not Effect.NOTED
        for pointer in (item.location.pointer, *(edit.pointer for edit in item.edits))
    }
    yield from check_operations(data, made, reported)


def write_client(client: RenderedClient, folder: Path) -> None:
    """Write the files of a client."""
    for file in client.files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.text.encode())


def _find_place(error: BaseException) -> str:
    """Return the innermost function of the generator in a traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        if Path(frame.filename).is_relative_to(GENERATOR):
            name = Path(frame.filename).relative_to(GENERATOR).as_posix()
            return f"{name} {frame.name}"
    return frames[-1].name


def _find_template(error: BaseException) -> str:
    """Return the template of a file that failed its verification."""
    if not isinstance(error, VerifyError) or ", rendered from " not in str(error):
        return ""
    return " of " + str(error).partition(", rendered from ")[2].partition(":")[0]


def _trace(error: BaseException) -> str:
    lines = traceback.format_exception(error)
    return "".join([*lines[:2], *lines[-8:]])
