"""Pipeline: runs the stages in order, from the bytes of a document to a folder on disk.

Each stage is imported where it runs. The render worker therefore starts first and loads its
modules in parallel, and each command loads only the stages that it needs.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from . import __version__
from .config.settings import (
    Settings,
    Validation,
)
from .config.settings_file import (
    find_settings_file,
    read_settings,
)
from .report.diagnostics import (
    Effect,
    Report,
)
from .report.result import (
    RepairedDocument,
    Result,
    Status,
)
from .workers.pool import RenderWorker

if TYPE_CHECKING:
    from collections.abc import Generator

    from .json_data import JsonObject
    from .load.document import Document
    from .model.api import Api
    from .output.manifest import Origin
    from .output.write import Written
    from .plan import PlanSettings
    from .plan.package import Package
    from .render.rendered import RenderedFile


def _ignore(_: str) -> None:
    """Default stage callback; does nothing."""


class Observer(Struct, frozen=True):
    """Receiver of diagnostics and progress during a run, also if the run fails.

    Attributes:
        report: Receives all diagnostics except the fatal one, which is raised.
        enter: Called with the name of each stage before it starts.
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
    """Generate a client package from an API document.

    Args:
        spec: Path or URL of the document, or `-` for standard input.
        output: Output folder. Generated files of a previous run that are no longer
            generated are removed; other files are kept.
        settings: Settings of the run. Defaults to those in the `sdksmith.toml` in the
            folder of `spec`, if it exists.
        check: Check that the output folder is up to date; write nothing.
        force: Write to a non-empty folder that was not created by sdksmith.
        observer: Receives diagnostics and progress during the run.

    Returns:
        The outcome, with the list of files and all diagnostics.

    Raises:
        DocumentError: If the document is unusable, or violates `strict`.
        SettingsError: If the settings are invalid or do not fit the document.
        OutputError: If the output folder cannot or must not be written.
    """
    started = time.perf_counter()
    observer = observer or Observer()
    if settings is None:
        settings = _settings_beside(str(spec))
    with _paused_collector(), RenderWorker() as worker:
        read = _read_api(str(spec), settings, observer)
        package = _plan(read, settings, observer)
        observer.enter("rendering")
        files = _make_files(package, worker)
    observer.enter("writing files")
    origin = _origin(read, settings)
    written = _write(Path(output), files, origin, check=check, force=force)
    stale = check and not written.is_current
    return Result(
        status=Status.STALE if stale else Status.CURRENT if check else Status.MADE,
        output=Path(output),
        package=package.name,
        distribution=package.distribution,
        version=package.version,
        files=written.files,
        changed=written.changed,
        removed=written.removed,
        diagnostics=tuple(observer.report),
        operations_generated=len(read.api.operations),
        operations_total=read.operations_total,
        operations_paged=_count_pages(package),
        models=sum(len(module.definitions) for module in package.models),
        seconds=time.perf_counter() - started,
    )


def repair_document(
    spec: str | Path,
    *,
    upgraded: bool = False,
    guess: bool = True,
    allow_remote: bool = False,
    observer: Observer | None = None,
) -> RepairedDocument:
    """Return the repaired document.

    References to other files are resolved: the result is a single document.

    Args:
        spec: Path or URL of the document, or `-` for standard input.
        upgraded: Whether to convert the document to OpenAPI 3.1.
        guess: Whether repairs may invent information that the document does not contain.
        allow_remote: Whether files may be fetched from other servers.
        observer: Receives the repairs, as diagnostics, and progress.

    Returns:
        The repaired document with all diagnostics.

    Raises:
        DocumentError: If the document is unusable.
    """
    from .document_text import is_json

    observer = observer or Observer()
    document = read_repaired(
        spec,
        upgraded=upgraded,
        guess=guess,
        allow_remote=allow_remote,
        observer=observer,
    )
    return RepairedDocument(
        root=document.root,
        version=str(document.dialect),
        is_json=is_json(document.source.data),
        diagnostics=tuple(observer.report),
    )


def read_repaired(
    spec: str | Path,
    *,
    upgraded: bool = False,
    guess: bool = True,
    allow_remote: bool = False,
    observer: Observer | None = None,
) -> Document:
    """Return the repaired document with its positions. See `repair_document`."""
    observer = observer or Observer()
    with _paused_collector():
        settings = Settings(
            guess=guess, allow_remote=allow_remote, validate=Validation.OFF
        )
        document = _read_document(str(spec), settings, observer)
        if not upgraded:
            return document
        from .upgrade import to_31

        return to_31(document)


def dump_model(
    spec: str | Path, settings: Settings, *, observer: Observer | None = None
) -> JsonObject:
    """Return the intermediate model of an API as JSON.

    Raises:
        DocumentError: If the document is unusable.
        SettingsError: If the settings do not fit the document.
    """
    from .model.dump import dump_api

    with _paused_collector():
        return dump_api(_read_api(str(spec), settings, observer or Observer()).api)


def _settings_beside(spec: str) -> Settings:
    path = find_settings_file(spec)
    return Settings() if path is None else read_settings(path)


def _read_document(spec: str, settings: Settings, observer: Observer) -> Document:
    """Read a document and the files it refers to, then repair and validate it."""
    from .bundle import bundle
    from .load import load_document
    from .load.files.related import RelatedFiles
    from .load.files.source import read_source
    from .repair.engine.passes import repair
    from .validate.validation import validate_document

    observer.enter("reading the document")
    source = read_source(spec)
    loaded = load_document(source.name, source.data, guess=settings.guess)
    observer.report.extend(loaded.diagnostics)
    files = RelatedFiles(spec, source.url, allow_remote=settings.allow_remote)
    bundled = bundle(loaded.document, files)
    observer.report.extend(bundled.diagnostics)
    observer.enter("repairing")
    repaired = repair(bundled.document, guess=settings.guess)
    observer.report.extend(repaired.diagnostics)
    if settings.validate is not Validation.OFF:
        observer.enter("validating")
        full = settings.validate is Validation.FULL
        observer.report.extend(validate_document(repaired.document, full=full))
    return repaired.document


class _Read(Struct, frozen=True):
    """API as read from its document.

    Attributes:
        document: The repaired document.
        upgraded: The document converted to 3.1, with the security schemes of the settings.
        api: The model, with the settings applied.
        operations_total: Number of operations in the source document.
    """

    document: Document
    upgraded: Document
    api: Api
    operations_total: int


def _read_api(spec: str, settings: Settings, observer: Observer) -> _Read:
    """Read a document, build its model and apply the settings to both."""
    from .config.overrides import (
        add_auth_schemes,
        apply_operations,
        apply_settings,
    )
    from .model.build import build_api
    from .upgrade import upgrade

    document = _read_document(spec, settings, observer)
    omitted = sum(item.count for item in observer.report.with_effect(Effect.OMITTED))
    observer.enter("building the model")
    upgraded = add_auth_schemes(upgrade(document), settings.auth)
    built = build_api(upgraded)
    observer.report.extend(built.diagnostics)
    api = apply_settings(built.api, settings.auth, settings.names)
    api = apply_operations(api, settings.operations)
    return _Read(document, upgraded, api, built.api.operations_total + omitted)


def _count_pages(package: Package) -> dict[str, int]:
    owners = (package.client.methods, *(view.methods for view in package.resources))
    kinds = sorted(item.pages for methods in owners for item in methods if item.pages)
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}


def _plan(read: _Read, settings: Settings, observer: Observer) -> Package:
    """Plan the package, and report diagnostics about the API as a whole."""
    from . import checks
    from .plan import build_package

    checks.note_plain_http(read.document, read.api, settings.base_url, observer.report)
    observer.enter("planning the package")
    planned = build_package(read.api, _plan_settings(read.api, settings))
    checks.check_for_operations(
        read.document, read.operations_total, planned.package, observer.report
    )
    # The planner only has pointers into the upgraded document.
    observer.report.extend(
        replace(item, location=read.upgraded.locate(item.location.pointer))
        for item in planned.diagnostics
    )
    if settings.strict:
        checks.check_strictness(read.document, observer.report)
    return planned.package


def _plan_settings(api: Api, settings: Settings) -> PlanSettings:
    from .config.package_names import (
        default_distribution,
        default_package,
    )
    from .plan import PlanSettings

    package = settings.package or default_package(api.title)
    return PlanSettings(
        package=package,
        distribution=settings.distribution or default_distribution(package),
        version=settings.version,
        base_url=settings.base_url,
        idempotency_header=settings.idempotency_header,
    )


def _make_files(package: Package, worker: RenderWorker) -> tuple[RenderedFile, ...]:
    from .output.verify import verify_paths

    files = worker.render_files(package)
    verify_paths(files)
    return files


def _write(
    output: Path,
    files: tuple[RenderedFile, ...],
    origin: Origin,
    *,
    check: bool,
    force: bool,
) -> Written:
    from .output.write import write_folder

    return write_folder(output, files, origin, check=check, force=force)


def _origin(read: _Read, settings: Settings) -> Origin:
    from .output.manifest import (
        Origin,
        sha256_of_all,
    )

    sources = (read.document.source, *read.document.parts)
    return Origin(
        generator=__version__,
        spec=sha256_of_all([source.data for source in sources]),
        settings=settings.fingerprint(),
    )


@contextmanager
def _paused_collector() -> Generator[None]:
    """Disable the cyclic garbage collector during the block.

    The document trees live until the end of the run. Traversing them takes a quarter of
    the time of a run for a document with 352 operations.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
