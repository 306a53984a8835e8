"""Command implementations: settings, reports and exit codes around the pipeline."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

from msgspec import Struct, field
from msgspec.structs import replace

from ..config.settings import Settings, SettingsError
from ..config.settings_file import (
    FILE_NAME,
    find_settings_file,
    locate_error,
    read_settings,
)
from ..output.errors import OutputError
from ..report.change_presenters import changes_to_json, changes_to_lines
from ..report.changes import SurfaceError, Verdict
from ..report.diagnostics import DocumentError, Report
from ..report.observer import Observer
from ..report.presenters import (
    Palette,
    diagnostics_to_json,
    failure_to_json,
    format_message,
    list_changes,
    list_diagnostics,
    result_to_json,
    summarise,
    summarise_diagnostics,
)
from ..report.result import Status
from .process import exit_code_of
from .terminal import (
    ExitCode,
    Progress,
    StreamError,
    flush_output,
    show_progress,
    wants_colour,
    write_error,
    write_output,
)
from .timings import Timings

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..json_data import JsonObject

_INTERNAL_ERROR: Final = """\
internal error: {error}
  at {place}
This is a bug in sdksmith, not in your document. Please report it and, if possible, attach
the document. Set SDKSMITH_DEBUG=1 in the environment to see the full traceback.
"""


class GenerateOptions(TypedDict):
    """Options of `pipeline.generate`."""

    check: bool
    force: bool
    lock: bool
    prune: bool
    bump: Path | None
    use_cache: bool


class Run(Struct):
    """One run of a command on one document."""

    spec: str
    config: Path | None
    as_json: bool = False
    quiet: bool = False
    report: Report = field(default_factory=Report)
    progress: Progress = field(default_factory=Progress)
    timings: Timings | None = None

    def measure(self) -> None:
        """Print the times of the stages after the run."""
        self.timings = Timings()

    def enter(self, stage: str) -> None:
        """Show the stage that starts, and measure the one that ends."""
        self.progress.enter(stage)
        if self.timings is not None:
            self.timings.enter(stage)

    def settings(self) -> Settings:
        """Return the settings given by `--config` or found next to the document.

        Raises:
            SettingsError: If the settings are invalid.
        """
        self.config = self.config or find_settings_file(self.spec)
        return Settings() if self.config is None else read_settings(self.config)

    def settings_file(self) -> Path:
        """Return the settings file, or the one that the document can have.

        Raises:
            SettingsError: If the document is not a file.
        """
        if self.config is not None:
            return self.config
        if self.spec == "-" or "://" in self.spec:
            raise SettingsError("--bump needs --config if SPEC is not a file")
        return Path(self.spec).parent / FILE_NAME

    def generate(
        self,
        output: Path,
        settings: Settings,
        **options: Unpack[GenerateOptions],
    ) -> None:
        """Generate a client and print the report."""
        from .. import pipeline

        result = pipeline.generate(
            self.spec,
            output,
            settings,
            **options,
            observer=Observer(self.report, self.enter),
        )
        self.progress.stop()
        if self.timings is not None:
            write_error(self.timings.format_table())
        if self.as_json:
            changes = (
                None if result.changes is None else changes_to_json(result.changes)
            )
            _print_json({**result_to_json(result), "changes": changes})
        elif not self.quiet:
            write_error(summarise_diagnostics(result.diagnostics, _palette()))
            write_output(summarise(result))
        if result.status is Status.STALE:
            if not self.as_json:
                write_error(list_changes(result))
                if result.changes is not None:
                    write_error(changes_to_lines(result.changes))
            sys.exit(ExitCode.STALE)

    def repair(
        self, output: Path | None, *, upgraded: bool, guess: bool, allow_remote: bool
    ) -> None:
        """Write the repaired document and list its repairs."""
        from .. import reading

        self._refuse_to_overwrite(output)
        observer = Observer(self.report, self.enter)
        document = reading.repair_document(
            self.spec,
            upgraded=upgraded,
            guess=guess,
            allow_remote=allow_remote,
            observer=observer,
        )
        text = document.to_text()
        self.progress.stop()
        if output is not None:
            _write(output, text)
        elif not self.as_json:
            write_output(text.encode())
        if self.as_json:
            output_json: JsonObject = {"status": "repaired"}
            if output is None:
                output_json["document"] = document.root
            output_json["diagnostics"] = diagnostics_to_json(self.report)
            _print_json(output_json)
        else:
            write_error(list_diagnostics(self.report, _palette()))

    def _refuse_to_overwrite(self, output: Path | None) -> None:
        if output is None or self.spec == "-":
            return
        # Paths that do not exist or are not accessible are reported later.
        with suppress(OSError, ValueError):
            if output.samefile(self.spec):
                raise OutputError(
                    f"--output {output} is the input document; repairing drops its "
                    "comments, so write to a different file and compare"
                )

    def dump_model(self, settings: Settings) -> None:
        """Print the intermediate model as JSON."""
        from .. import reading

        observer = Observer(self.report, self.enter)
        model = reading.dump_model(self.spec, settings, observer=observer)
        self.progress.stop()
        _print_json(model)

    def diff(
        self, old: str, *, report: str, fail_on: str | None, allow_remote: bool
    ) -> None:
        """Print the changes from a client to that of the document."""
        from ..diff.run import compare
        from ..report.change_presenters import changes_to_markdown, changes_to_text

        settings = None if self.config is None else read_settings(self.config)
        if allow_remote:
            settings = replace(settings or Settings(), allow_remote=True)
        # Diagnostics are those of `generate`; only errors matter here.
        observer = Observer(Report(), self.enter)
        found = compare(old, self.spec, settings, observer=observer)
        self.progress.stop()
        if report == "json":
            _print_json(changes_to_json(found))
        elif report == "markdown":
            write_output(changes_to_markdown(found))
        else:
            write_output(changes_to_text(found, _palette()))
        is_breaking = found.verdict is Verdict.MAJOR
        is_any = found.verdict is not Verdict.NONE
        if (fail_on == "breaking" and is_breaking) or (fail_on == "any" and is_any):
            sys.exit(ExitCode.CHANGED)

    def explain_name(self, settings: Settings, name: str) -> None:
        """Print the rules that chose the names of an operation."""
        from .. import planning, reading
        from ..lock.run import LockRun
        from .explain_names import UnknownNameError, explain_name

        observer = Observer(self.report, self.enter)
        released = LockRun(self.spec).released
        with_places = released is not None
        read = reading.read_api(self.spec, settings, observer, with_places=with_places)
        planned = planning.plan_client(read, settings, observer, released)
        self.progress.stop()
        try:
            write_output(explain_name(read.api, planned.package, name, released))
        except UnknownNameError as error:
            raise SettingsError(str(error)) from error

    @contextmanager
    def handle_errors(self) -> Generator[None]:
        """Turn exceptions raised in the block into an error message and exit code."""
        try:
            with show_progress(not (self.quiet or self.as_json)) as self.progress:
                yield
            flush_output()
        except SettingsError as error:
            located = locate_error(error, self.config)
            self._fail(ExitCode.USAGE, str(located))
        except DocumentError as error:
            self.report.add(error.diagnostic)
            self._fail(ExitCode.UNUSABLE_DOCUMENT, error.diagnostic.message)
        except (OutputError, SurfaceError) as error:
            self._fail(ExitCode.USAGE, str(error))
        except StreamError as error:
            write_error(format_message(str(error)))
            sys.exit(ExitCode.USAGE)
        except BrokenPipeError:
            sys.exit(ExitCode.BROKEN_PIPE)
        except KeyboardInterrupt as interrupt:
            sys.exit(exit_code_of(interrupt))
        except Exception as error:  # noqa: BLE001 -- the last resort of a command
            self._fail(ExitCode.INTERNAL_ERROR, _describe_internal_error(error))

    def _fail(self, code: ExitCode, message: str) -> None:
        if code is ExitCode.UNUSABLE_DOCUMENT:
            # The fatal diagnostic contains the message and its location.
            text = summarise_diagnostics(self.report, _palette())
        elif code is ExitCode.INTERNAL_ERROR:
            text = "".join(map(format_message, message.splitlines()))
        else:
            text = format_message(message)
        if self.as_json:
            with suppress(BrokenPipeError, StreamError):
                _print_json(failure_to_json(message, tuple(self.report)))
                flush_output()
                sys.exit(code)
        # Without standard output, the error is at least reported here.
        write_error(text)
        sys.exit(code)


def print_explanation(code: str | None) -> None:
    """Print the explanation of a code, or the table of all codes."""
    from . import explain

    try:
        write_output(explain.list_codes() if code is None else explain.explain(code))
        flush_output()
    except BrokenPipeError:
        sys.exit(ExitCode.BROKEN_PIPE)
    except (KeyError, StreamError) as error:
        write_error(format_message(str(error.args[0])))
        sys.exit(ExitCode.USAGE)


def _write(path: Path, text: str) -> None:
    from ..text.documents import write_text

    try:
        write_text(path, text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {path}: {reason}") from error


def _palette() -> Palette:
    return Palette(coloured=wants_colour(sys.stderr))


def _print_json(value: JsonObject) -> None:
    write_output(json.dumps(value, indent=2) + "\n")


def _describe_internal_error(error: Exception) -> str:
    import traceback

    if os.environ.get("SDKSMITH_DEBUG"):
        return "".join(traceback.format_exception(error))
    frame = traceback.extract_tb(error.__traceback__)[-1]
    summary = traceback.format_exception_only(error)[-1].strip()
    return _INTERNAL_ERROR.format(
        error=summary, place=f"{frame.filename}:{frame.lineno}"
    )
