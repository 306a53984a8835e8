"""The stages in their order, from the bytes of a document to a folder on disk."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from . import codes
from .config import Settings, Validation
from .diagnostics import Diagnostic, DocumentError, Effect, Report, Safety
from .load import load_document
from .load.document import Dialect
from .load.source import read_source
from .model.build import build_api
from .model.dump import dump_api
from .output.format import Formatter
from .output.verify import verify_files
from .output.write import write_folder
from .overrides import add_forgotten_auth, apply_settings
from .packagenames import default_distribution, default_package
from .plaintext import find_plain_http
from .plan import PlanSettings, build_package
from .render.files import render_package
from .repair.engine import repair
from .result import Result, Status
from .settingsfile import find_settings_file, read_settings
from .upgrade import to_31, upgrade
from .validate import validate_document

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from .jsondata import JsonObject
    from .load.document import Document
    from .model.api import Api
    from .plan.package import Package


def _ignore(_: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Observer:
    """Who is told what happens while it happens, so that a failed run has it too.

    Attributes:
        report: Receives every diagnostic, but for the fatal one that is raised.
        enter: Is called with the name of each stage before it starts.
    """

    report: Report = field(default_factory=Report)
    enter: Callable[[str], None] = _ignore


def generate(
    spec: str | Path,
    output: str | Path,
    settings: Settings | None = None,
    *,
    check: bool = False,
    force: bool = False,
    observer: Observer | None = None,
) -> Result:
    """Make a client package from an API description.

    Args:
        spec: A path, a URL, or `-` for standard input.
        output: The folder of the client. Files that an earlier run made and this one
            does not are removed; a file of the user stays.
        settings: By default those of the `sdksmith.toml` beside `spec`, if there is one.
        check: Write nothing; the status says whether the folder is up to date.
        force: Write into a folder that holds files but was not made by sdksmith.
        observer: Is told of diagnostics and stages as they come.

    Raises:
        DocumentError: The document cannot be used, or `strict` settings were broken.
        SettingsError: The settings cannot be used, or do not fit the document.
        OutputError: The folder may not be written.
    """
    started = time.perf_counter()
    observer = observer or Observer()
    if settings is None:
        settings = _settings_beside(str(spec))
    with _paused_collector(), Formatter() as formatter:
        document, api = _read_api(str(spec), settings, observer)
        _refuse_if_nothing_is_left(document, api)
        _note_plain_http(document, api, settings, observer.report)
        observer.enter("planning the package")
        planned = build_package(api, _plan_settings(api, settings))
        observer.report.extend(planned.diagnostics)
        if settings.strict:
            _refuse_if_not_exact(document, observer.report)
        observer.enter("rendering")
        files = formatter.format(render_package(planned.package))
        verify_files(files)
    observer.enter("writing files")
    written = write_folder(Path(output), files, check=check, force=force)
    return _result(planned.package, api, written, observer.report, started)


def repair_document(
    spec: str | Path,
    *,
    upgraded: bool = False,
    guess: bool = True,
    observer: Observer | None = None,
) -> Document:
    """Return the repaired document, what was mended going to `observer`.

    Args:
        spec: A path, a URL, or `-` for standard input.
        upgraded: Whether to say it in OpenAPI 3.1.
        guess: Whether repairs may invent what the document does not say.
        observer: Is told of diagnostics and stages as they come.

    Raises:
        DocumentError: The document cannot be used.
    """
    observer = observer or Observer()
    with _paused_collector():
        settings = Settings(guess=guess, validate=Validation.OFF)
        document = _read_document(str(spec), settings, observer)
        return to_31(document) if upgraded else document


def dump_model(
    spec: str | Path, settings: Settings, *, observer: Observer | None = None
) -> JsonObject:
    """Return the intermediate model of an API as JSON.

    Raises:
        DocumentError: The document cannot be used.
        SettingsError: The settings do not fit the document.
    """
    with _paused_collector():
        _, api = _read_api(str(spec), settings, observer or Observer())
        return dump_api(api)


def _settings_beside(spec: str) -> Settings:
    path = find_settings_file(spec)
    return Settings() if path is None else read_settings(path)


def _read_document(spec: str, settings: Settings, observer: Observer) -> Document:
    """Read, repair and validate a document."""
    observer.enter("reading the document")
    source = read_source(spec)
    loaded = load_document(source.name, source.data)
    observer.report.extend(loaded.diagnostics)
    observer.enter("repairing")
    repaired = repair(loaded.document, guess=settings.guess)
    observer.report.extend(repaired.diagnostics)
    if settings.validate is not Validation.OFF:
        observer.enter("validating")
        full = settings.validate is Validation.FULL
        observer.report.extend(validate_document(repaired.document, full=full))
    return repaired.document


def _read_api(
    spec: str, settings: Settings, observer: Observer
) -> tuple[Document, Api]:
    """Return the repaired document, and its model with what settings say over it."""
    document = _read_document(spec, settings, observer)
    observer.enter("building the model")
    upgraded = add_forgotten_auth(upgrade(document), settings.auth)
    built = build_api(upgraded)
    observer.report.extend(built.diagnostics)
    return document, apply_settings(built.api, settings.auth, settings.names)


def _note_plain_http(
    document: Document, api: Api, settings: Settings, report: Report
) -> None:
    host = find_plain_http(api, settings.base_url)
    if host:
        message = (
            f"Credentials would travel over plain http to {host}; the client will refuse "
            "to send them. Set `base_url` in the settings to an https URL."
        )
        swagger = document.dialect is Dialect.SWAGGER_20
        place = document.locate("/schemes" if swagger else "/servers/0/url")
        report.add(Diagnostic(codes.PLAIN_HTTP, Effect.NOTED, message, place))


def _refuse_if_nothing_is_left(document: Document, api: Api) -> None:
    if api.operations:
        return
    message = "The document describes no operation, so there is no client to make."
    if api.operations_there:
        message = (
            f"None of the {api.operations_there} operations of the document can be used, "
            "so there is no client to make."
        )
    raise _fatal(codes.NO_OPERATION, message, document, "/paths")


def _refuse_if_not_exact(document: Document, report: Report) -> None:
    unsure = [
        item
        for item in report.with_effect(Effect.REPAIRED)
        if item.safety is not Safety.EXACT
    ]
    omitted = report.with_effect(Effect.OMITTED)
    if unsure or omitted:
        message = (
            f"Strict: {len(unsure)} repairs are not exact, {len(omitted)} pieces were left "
            "out. Mend the document; `sdksmith repair` shows how."
        )
        raise _fatal(codes.NOT_STRICT, message, document, "")


def _fatal(code: str, message: str, document: Document, pointer: str) -> DocumentError:
    place = document.locate(pointer)
    return DocumentError(Diagnostic(code, Effect.FATAL, message, place))


def _plan_settings(api: Api, settings: Settings) -> PlanSettings:
    package = settings.package or default_package(api.title)
    return PlanSettings(
        package=package,
        distribution=settings.distribution or default_distribution(package),
        version=settings.version,
        base_url=settings.base_url,
    )


@contextmanager
def _paused_collector() -> Generator[None]:
    """Keep the collector of cyclic garbage from walking trees that live to the end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
