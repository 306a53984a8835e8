"""The commands. Each reads its options, calls the pipeline and shows what it says."""

# No `from __future__ import annotations`: typer reads the annotations of a command.
# Whatever takes time to import is imported inside the commands, for `--help`.

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from .config import Settings, Validation

app = typer.Typer(
    help="Turn any Swagger or OpenAPI document into a typed Python client.",
    no_args_is_help=True,
    add_completion=False,
    # Rich in the help would take 0.2 s of every start.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How a command reports."""

    TEXT = "text"
    JSON = "json"


class Target(StrEnum):
    """The specification in which `repair` writes the document."""

    SAME = "same"
    OPENAPI_31 = "3.1"


Spec = Annotated[
    str, typer.Argument(help="A path, a URL, or - for standard input.", metavar="SPEC")
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings: a TOML file, or a pyproject.toml with [tool.sdksmith]. "
        "[default: the sdksmith.toml beside SPEC]",
    ),
]
ReportFormat = Annotated[
    Format, typer.Option("--format", help="json: one object on standard output.")
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Fail on any repair that is not exact.")
]
NoGuess = Annotated[
    bool, typer.Option("--no-guess", help="Leave out what only a guess could mend.")
]
AllowRemote = Annotated[
    bool,
    typer.Option(
        "--allow-remote", help="Fetch files on other servers that SPEC refers to."
    ),
]


def _show_version(wanted: bool) -> None:
    if wanted:
        from . import __version__

        typer.echo(f"sdksmith {__version__}")
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
    """Turn any Swagger or OpenAPI document into a typed Python client."""


@app.command()
def generate(  # noqa: PLR0913, PLR0917 -- an option of a command is a parameter to typer
    spec: Spec,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", help="The folder of the client."),
    ],
    package: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The import package of the client."),
    ] = None,
    config: ConfigFile = None,
    strict: Strict = False,
    no_guess: NoGuess = False,
    allow_remote: AllowRemote = False,
    validate: Annotated[
        Validation | None,
        typer.Option(help="Check the repaired document. [default: schema]"),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit 3 if DIR is not up to date."),
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Write into a folder that sdksmith did not make."),
    ] = False,
    report: ReportFormat = Format.TEXT,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")
    ] = False,
) -> None:
    """Make a Python client package from an API description.

    Exit codes: 0 made, 1 the document cannot be used (or --strict was broken),
    2 wrong usage or settings, 3 --check found the folder stale.
    """
    from .commands import Run

    run = Run(spec, config, as_json=report is Format.JSON, quiet=quiet)
    with run.guarded():
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
            help="Where to write the document. [default: standard output]",
        ),
    ] = None,
    to: Annotated[
        Target, typer.Option(help="The specification to write it in.")
    ] = Target.SAME,
    no_guess: NoGuess = False,
    allow_remote: AllowRemote = False,
    report: ReportFormat = Format.TEXT,
) -> None:
    """Print the repaired document, and each repair with its place, before and after."""
    from .commands import Run

    run = Run(spec, None, as_json=report is Format.JSON)
    with run.guarded():
        run.repair(
            output,
            upgraded=to is Target.OPENAPI_31,
            guess=not no_guess,
            allow_remote=allow_remote,
        )


@app.command()
def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code, such as PA001.")
    ] = None,
) -> None:
    """Say what a diagnostic means, with an example. Without CODE: list them all."""
    from .commands import print_explanation

    print_explanation(code)


@app.command("dump-model")
def dump_model(
    spec: Spec, config: ConfigFile = None, allow_remote: AllowRemote = False
) -> None:
    """Print the intermediate model of the API as JSON."""
    from .commands import Run

    run = Run(spec, config)
    with run.guarded():
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
    """Return settings with what the command line says over them."""
    return replace(
        settings,
        package=package or settings.package,
        strict=strict or settings.strict,
        guess=settings.guess and not no_guess,
        validate=validate or settings.validate,
        allow_remote=allow_remote or settings.allow_remote,
    )


def main() -> None:
    """Run the command line, as the `sdksmith` script does."""
    sys.exit(app())
