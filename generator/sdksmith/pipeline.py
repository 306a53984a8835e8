"""Generation of a client: the stages in order, from a document to a folder on disk.

Each stage is imported where it runs. The render worker therefore starts first and loads its
modules in parallel, and each command loads only the stages that it needs.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from .config.settings import Settings  # noqa: TC001 -- inspect.signature reads it
from .config.settings_file import read_settings_beside
from .reading import read_api
from .report.observer import Observer
from .report.result import Result, Status
from .version import VERSION
from .workers.garbage_collection import paused_garbage_collection
from .workers.pool import RenderWorker

if TYPE_CHECKING:
    from .output.manifest import Origin
    from .plan.package import Package
    from .reading import ReadApi
    from .render.rendered import RenderedFile


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
    from .output.write import write_folder

    started = time.perf_counter()
    observer = observer or Observer()
    if settings is None:
        settings = read_settings_beside(str(spec))
    with paused_garbage_collection(), RenderWorker() as worker:
        client = render_client(str(spec), settings, observer, worker)
    read, package = client.read, client.package
    observer.enter("writing files")
    origin = _make_origin(read, settings, Path(output))
    written = write_folder(Path(output), client.files, origin, check=check, force=force)
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
        operations_paged=package.count_paged_methods(),
        models=sum(len(module.definitions) for module in package.models),
        seconds=time.perf_counter() - started,
    )


class RenderedClient(Struct, frozen=True):
    """Client that is verified but not written; `files` lacks its manifest."""

    read: ReadApi
    package: Package
    files: tuple[RenderedFile, ...]


def render_client(
    spec: str, settings: Settings, observer: Observer, worker: RenderWorker
) -> RenderedClient:
    """Run all stages except the writing. See `generate`."""
    from .output.verify import verify_paths

    read = read_api(spec, settings, observer)
    package = _plan(read, settings, observer)
    observer.enter("rendering")
    files = worker.render_files(package)
    verify_paths(files)
    read.budget.spend_bytes(sum(len(file.text) for file in files), "")
    return RenderedClient(read, package, files)


def _plan(read: ReadApi, settings: Settings, observer: Observer) -> Package:
    """Plan the package, and report diagnostics about the API as a whole."""
    from . import checks
    from .config.plan_settings import make_plan_settings
    from .plan import build_package

    checks.note_plain_http(read.document, read.api, settings.base_url, observer.report)
    observer.enter("planning the package")
    plan_settings = make_plan_settings(read.api, settings)
    planned = build_package(read.api, plan_settings, budget=read.budget)
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


def _make_origin(read: ReadApi, settings: Settings, output: Path) -> Origin:
    from .output.origin import make_origin

    sources = (read.document.source, *read.document.parts)
    documents = [(source.data, source.root) for source in sources]
    return make_origin(output, VERSION, documents, settings.fingerprint())
