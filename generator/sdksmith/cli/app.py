"""Commands of the CLI: options, arguments and help."""

# No `from __future__ import annotations`: typer reads the annotations of a command.
# Slow imports are inside the commands, so that `--help` is fast.

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from ..config.settings import Settings, SettingsError, Validation

app = typer.Typer(
    help="Generate typed Python clients from Swagger and OpenAPI documents.",
    no_args_is_help=True,
    add_completion=False,
    # Importing rich for the help adds 0.2 s to every start.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """Output format of a report."""

    TEXT = "text"
    JSON = "json"


class Target(StrEnum):
    """Specification version that `repair` writes."""

    SAME = "same"
    OPENAPI_31 = "3.1"


Spec = Annotated[
    str,
    typer.Argument(
        help="Path or URL of the API document, or - for standard input.", metavar="SPEC"
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings file: TOML, or a pyproject.toml with a [tool.sdksmith] table. "
        "[default: sdksmith.toml in the folder of SPEC]",
    ),
]
ReportFormat = Annotated[
    Format,
    typer.Option(
        "--format", help="Report format; json prints one object to standard output."
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", help="Fail if anything is omitted or a repair is not exact."
    ),
]
NoGuess = Annotated[
    bool,
    typer.Option(
        "--no-guess", help="Drop anything that could only be repaired by guessing."
    ),
]
AllowRemote = Annotated[
    bool,
    typer.Option(
        "--allow-remote", help="Fetch files that SPEC refers to from other servers."
    ),
]


def _show_version(wanted: bool) -> None:
    if wanted:
        from ..version import VERSION

        typer.echo(f"sdksmith {VERSION}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_show_version,
            is_eager=True,
            help="Show the version and exit.",
        ),
    ] = False,
) -> None:
    """Generate typed Python clients from Swagger and OpenAPI documents."""


@app.command()
def generate(  # noqa: PLR0913, PLR0917 -- an option of a command is a parameter to typer
    spec: Spec,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Output folder of the client."
        ),
    ],
    package: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Import package of the client."),
    ] = None,
    config: ConfigFile = None,
    strict: Strict = False,
    no_guess: NoGuess = False,
    allow_remote: AllowRemote = False,
    validate: Annotated[
        Validation | None,
        typer.Option(help="How to validate the repaired document. [default: schema]"),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Check that DIR is up to date; write nothing."),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Write to a non-empty folder not created by sdksmith."
        ),
    ] = False,
    report: ReportFormat = Format.TEXT,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print errors only.")
    ] = False,
) -> None:
    """Generate a Python client package from an API document.

    Exit codes: 0 success, 1 unusable document or --strict failed, 2 invalid usage,
    settings or output folder, 3 --check found DIR out of date.
    """
    from .commands import Run

    run = Run(spec, config, as_json=report is Format.JSON, quiet=quiet)
    with run.handle_errors():
        settings = _override(
            run.settings(), package, strict, no_guess, validate, allow_remote
        )
        run.generate(output, settings, check=check, force=force)


@app.command()
def repair(
    spec: Spec,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the document to FILE. [default: standard output]",
        ),
    ] = None,
    to: Annotated[
        Target, typer.Option(help="Specification version of the result.")
    ] = Target.SAME,
    no_guess: NoGuess = False,
    allow_remote: AllowRemote = False,
    report: ReportFormat = Format.TEXT,
) -> None:
    """Print the repaired document and list its repairs."""
    from .commands import Run

    run = Run(spec, None, as_json=report is Format.JSON)
    with run.handle_errors():
        run.repair(
            output,
            upgraded=to is Target.OPENAPI_31,
            guess=not no_guess,
            allow_remote=allow_remote,
        )


@app.command()
def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="Diagnostic code, such as PA001."),
    ] = None,
) -> None:
    """Explain a diagnostic code, with an example. Without CODE, list all codes."""
    from .commands import print_explanation

    print_explanation(code)


@app.command("dump-model")
def dump_model(
    spec: Spec, config: ConfigFile = None, allow_remote: AllowRemote = False
) -> None:
    """Print the intermediate model of the API as JSON."""
    from .commands import Run

    run = Run(spec, config)
    with run.handle_errors():
        settings = run.settings()
        allowed = allow_remote or settings.allow_remote
        run.dump_model(replace(settings, allow_remote=allowed))


def _override(
    settings: Settings,
    package: str | None,
    strict: bool,
    no_guess: bool,
    validate: Validation | None,
    allow_remote: bool,
) -> Settings:
    """Return the settings with the command-line options applied.

    Raises:
        SettingsError: If `package` is invalid. It has no key, because its location is
            not the settings file.
    """
    try:
        return replace(
            settings,
            package=package or settings.package,
            strict=strict or settings.strict,
            guess=settings.guess and not no_guess,
            validate=validate or settings.validate,
            allow_remote=allow_remote or settings.allow_remote,
        )
    except SettingsError as error:
        raise SettingsError(f"--package: {error.message}") from None


def main() -> None:
    """Run the CLI, as the `sdksmith` script does."""
    from .terminal import ExitCode, StreamError, flush_output, write_error

    stdout = sys.stdout
    is_open = True
    try:
        try:
            app()
        finally:
            is_open = sys.stdout is stdout  # typer replaces it after a broken pipe
            flush_output()
    except BrokenPipeError:
        sys.exit(ExitCode.BROKEN_PIPE)
    except SystemExit as end:
        sys.exit(end.code if is_open else ExitCode.BROKEN_PIPE)
    except (OSError, StreamError) as error:
        # An OSError is one of standard output, which typer writes help and version to.
        reason = getattr(error, "strerror", "")
        write_error(
            f"standard output cannot be written: {reason}\n" if reason else f"{error}\n"
        )
        sys.exit(ExitCode.USAGE)
