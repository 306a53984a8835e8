"""Commands of the CLI: options, arguments and help.

Slow imports are inside the commands, so that `--help` is fast.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from ..config.validation import Validation
from ..version import VERSION

if TYPE_CHECKING:
    from ..config.settings import Settings


class Format(StrEnum):
    """Output format of a report."""

    TEXT = "text"
    JSON = "json"


class DiffFormat(StrEnum):
    """Output format of `diff`."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class FailOn(StrEnum):
    """Changes with which `diff` fails."""

    BREAKING = "breaking"
    ANY = "any"


class Target(StrEnum):
    """Specification version that `repair` writes."""

    SAME = "same"
    OPENAPI_31 = "3.1"


def _choice(words: type[StrEnum]) -> click.Choice[str]:
    # click shows the names of enumeration members, not their values.
    return click.Choice([word.value for word in words])


_PATH: Final = click.Path(path_type=Path)
_spec = click.argument("spec", metavar="SPEC")
_config = click.option(
    "--config",
    type=_PATH,
    metavar="FILE",
    help="Settings file: TOML, or a pyproject.toml with a [tool.sdksmith] table. "
    "[default: sdksmith.toml in the folder of SPEC]",
)
_format = click.option(
    "--format",
    "report",
    type=_choice(Format),
    default=Format.TEXT.value,
    show_default=True,
    help="Report format; json prints one object to standard output.",
)
_no_guess = click.option(
    "--no-guess",
    is_flag=True,
    help="Drop anything that could only be repaired by guessing.",
)
_allow_remote = click.option(
    "--allow-remote",
    is_flag=True,
    help="Fetch files that SPEC refers to from other servers.",
)


@click.group()
@click.version_option(VERSION, message="sdksmith %(version)s")
def app() -> None:
    """Generate typed Python clients from Swagger and OpenAPI documents."""


class _GenerateOptions(TypedDict):
    """Options of `generate` that `Run` does not handle."""

    output: Path
    package: str | None
    strict: bool
    no_guess: bool
    allow_remote: bool
    validate: str | None
    check: bool
    force: bool
    lock: bool
    prune: bool
    bump: bool
    no_cache: bool
    timings: bool


@app.command()
@_spec
@click.option(
    "--output",
    "-o",
    required=True,
    type=_PATH,
    metavar="DIR",
    help="Output folder of the client.",
)
@click.option("--package", metavar="NAME", help="Import package of the client.")
@_config
@click.option(
    "--strict",
    is_flag=True,
    help="Fail if anything is omitted or a repair is not exact.",
)
@_no_guess
@_allow_remote
@click.option(
    "--validate",
    type=_choice(Validation),
    help="How to validate the repaired document. [default: schema]",
)
@click.option(
    "--check", is_flag=True, help="Check that DIR is up to date; write nothing."
)
@click.option(
    "--force", is_flag=True, help="Write to a non-empty folder not created by sdksmith."
)
@click.option(
    "--lock",
    is_flag=True,
    help="Create sdksmith.lock beside SPEC, so that later runs keep all names.",
)
@click.option(
    "--prune",
    is_flag=True,
    help="Delete names from sdksmith.lock that the client no longer has.",
)
@click.option(
    "--bump",
    is_flag=True,
    help="Raise `version` in the settings file as the changes since DIR was generated "
    "require, and list them in the CHANGELOG.md of DIR.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="Run all stages, even if nothing has changed since the last run.",
)
@click.option(
    "--timings",
    is_flag=True,
    help="Print CPU time and wall time of each stage, and peak memory.",
)
@_format
@click.option("--quiet", "-q", is_flag=True, help="Print errors only.")
def generate(
    spec: str,
    config: Path | None,
    report: str,
    quiet: bool,
    **options: Unpack[_GenerateOptions],
) -> None:
    """Generate a Python client package from an API document.

    SPEC is the path or URL of the document, or - for standard input.

    Exit codes: 0 success, 1 unusable document or --strict failed, 2 invalid usage,
    settings or output folder, 3 --check found DIR out of date.
    """
    from .commands import Run

    run = Run(spec, config, as_json=report == Format.JSON, quiet=quiet)
    if options["timings"]:
        run.measure()
    with run.handle_errors():
        settings = _override(run.settings(), options)
        run.generate(
            options["output"],
            settings,
            check=options["check"],
            force=options["force"],
            lock=options["lock"],
            prune=options["prune"],
            bump=run.settings_file() if options["bump"] else None,
            use_cache=not options["no_cache"],
        )


@app.command()
@_spec
@click.option(
    "--output",
    "-o",
    type=_PATH,
    metavar="FILE",
    help="Write the document to FILE. [default: standard output]",
)
@click.option(
    "--to",
    type=_choice(Target),
    default=Target.SAME.value,
    show_default=True,
    help="Specification version of the result.",
)
@_no_guess
@_allow_remote
@_format
def repair(
    spec: str,
    output: Path | None,
    to: str,
    no_guess: bool,
    allow_remote: bool,
    report: str,
) -> None:
    """Print the repaired document and list its repairs.

    SPEC is the path or URL of the document, or - for standard input.
    """
    from .commands import Run

    run = Run(spec, None, as_json=report == Format.JSON)
    with run.handle_errors():
        run.repair(
            output,
            upgraded=to == Target.OPENAPI_31,
            guess=not no_guess,
            allow_remote=allow_remote,
        )


@app.command()
@click.argument("code", metavar="[CODE|SPEC]", required=False)
@click.option(
    "--name",
    metavar="NAME",
    help='Explain the names of an operation of SPEC ("GET /path", an operationId or '
    "client.orders.list) or of a type (models.Order).",
)
@_config
@_allow_remote
def explain(
    code: str | None, name: str | None, config: Path | None, allow_remote: bool
) -> None:
    """Explain a diagnostic code, such as PA001, with an example.

    Without CODE, list all codes. With --name, explain why a method or a type of the client
    for SPEC has its name, and what overrides it.
    """
    from .commands import Run, print_explanation

    if name is None:
        print_explanation(code)
        return
    if code is None:
        raise click.UsageError("--name needs the path or URL of a document")
    from msgspec.structs import replace

    run = Run(code, config)
    with run.handle_errors():
        settings = run.settings()
        allowed = allow_remote or settings.allow_remote
        run.explain_name(replace(settings, allow_remote=allowed), name)


@app.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@_config
@_allow_remote
@click.option(
    "--format",
    "report",
    type=_choice(DiffFormat),
    default=DiffFormat.TEXT.value,
    show_default=True,
    help="Report format; json prints one object, markdown is for a changelog.",
)
@click.option(
    "--fail-on",
    type=_choice(FailOn),
    help="Exit with 4 if there are breaking changes, or any changes.",
)
def diff(
    old: str,
    new: str,
    config: Path | None,
    allow_remote: bool,
    report: str,
    fail_on: str | None,
) -> None:
    """Compare two clients as Python callers see them.

    OLD and NEW are each a path or URL of a document, REV:path of a document in git, or the
    folder of a generated client.

    Exit codes: 0 success, 1 unusable document, 2 invalid usage or settings, 4 changes found
    by --fail-on.
    """
    from .commands import Run

    run = Run(new, config, as_json=report == DiffFormat.JSON)
    with run.handle_errors():
        run.diff(old, report=report, fail_on=fail_on, allow_remote=allow_remote)


@app.command("dump-model")
@_spec
@_config
@_allow_remote
def dump_model(spec: str, config: Path | None, allow_remote: bool) -> None:
    """Print the intermediate model of the API as JSON.

    SPEC is the path or URL of the document, or - for standard input.
    """
    from msgspec.structs import replace

    from .commands import Run

    run = Run(spec, config)
    with run.handle_errors():
        settings = run.settings()
        allowed = allow_remote or settings.allow_remote
        run.dump_model(replace(settings, allow_remote=allowed))


def _override(settings: Settings, options: _GenerateOptions) -> Settings:
    """Return the settings with the command-line options applied.

    Raises:
        SettingsError: If `package` is invalid. It has no key, because its location is
            not the settings file.
    """
    from msgspec.structs import replace

    from ..config.settings import SettingsError

    validate = options["validate"]
    try:
        return replace(
            settings,
            package=options["package"] or settings.package,
            strict=options["strict"] or settings.strict,
            guess=settings.guess and not options["no_guess"],
            validate=Validation(validate) if validate else settings.validate,
            allow_remote=options["allow_remote"] or settings.allow_remote,
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
            is_open = sys.stdout is stdout  # click replaces it after a broken pipe
            flush_output()
    except BrokenPipeError:
        sys.exit(ExitCode.BROKEN_PIPE)
    except SystemExit as end:
        sys.exit(end.code if is_open else ExitCode.BROKEN_PIPE)
    except (OSError, StreamError) as error:
        # An OSError is one of standard output, which click writes help and version to.
        reason = getattr(error, "strerror", "")
        write_error(
            f"standard output cannot be written: {reason}\n" if reason else f"{error}\n"
        )
        sys.exit(ExitCode.USAGE)
