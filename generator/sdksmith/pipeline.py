"""Generation of a client: the stages in order, from a document to a folder on disk.

Each stage is imported where it runs, so that a run that changes nothing imports none.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from .config.settings import Settings  # noqa: TC001 -- inspect.signature reads it
from .config.settings_file import read_settings_beside
from .planning import plan_package
from .reading import read_api
from .report.observer import Observer
from .report.result import Result, Status
from .version import VERSION
from .workers.garbage_collection import paused_garbage_collection

if TYPE_CHECKING:
    from .load.files.source import RawSource
    from .output.write import Written
    from .plan.package import Package
    from .reading import ReadApi
    from .render.rendered import RenderedFile
    from .report.diagnostics import Report
    from .workers.pool import RenderWorker


def generate(  # noqa: PLR0913 -- a public function, with options by keyword
    spec: str | Path,
    output: str | Path,
    settings: Settings | None = None,
    *,
    check: bool = False,
    force: bool = False,
    use_cache: bool = True,
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
        use_cache: Return the result of the previous run if nothing has changed since, and
            save that of this run in the cache folder of the user.
        observer: Receives diagnostics and progress during the run.

    Returns:
        The outcome, with the list of files and all diagnostics.

    Raises:
        DocumentError: If the document is unusable, or violates `strict`.
        SettingsError: If the settings are invalid or do not fit the document.
        OutputError: If the output folder cannot or must not be written.
    """
    from .cache.runs import open_records
    from .load.files.source import read_source

    started = time.perf_counter()
    spec, output, observer = str(spec), Path(output), observer or Observer()
    settings = read_settings_beside(spec) if settings is None else settings
    observer.enter("reading the document")
    source = read_source(spec)
    observer.enter("looking for changes")
    records = open_records(output, spec, source, settings, use_cache=use_cache)
    result = records.find(observer.report, check=check)
    if result is None:
        from .workers.pool import RenderWorker  # imports subprocess and pickle

        earlier = len(observer.report)
        worker = RenderWorker(document_bytes=len(source.data))
        with paused_garbage_collection(), worker:
            client = render_client(spec, settings, observer, worker, source)
            observer.enter("writing files")
            written = client.write(output, settings, check=check, force=force)
            result = client.summarise(written, observer.report, output, check=check)
            own = structs.replace(result, diagnostics=result.diagnostics[earlier:])
            records.save(own, client.read.files, written)
            del client  # traversing it takes 0.2 s for GitHub's API
    return structs.replace(result, seconds=time.perf_counter() - started)


class RenderedClient(Struct, frozen=True):
    """Client that is verified but not written; `files` lacks its manifest."""

    read: ReadApi
    package: Package
    files: tuple[RenderedFile, ...]

    def write(
        self, output: Path, settings: Settings, *, check: bool, force: bool
    ) -> Written:
        """Write the files. See `write_folder`."""
        from .output.origin import make_origin
        from .output.write import write_folder

        sources = (self.read.document.source, *self.read.document.parts)
        contents = [(source.data, source.root) for source in sources]
        origin = make_origin(output, VERSION, contents, settings.fingerprint())
        return write_folder(output, self.files, origin, check=check, force=force)

    def summarise(
        self, written: Written, report: Report, output: Path, *, check: bool
    ) -> Result:
        """Return the result of a run that took no time."""
        stale = check and not written.is_current
        return Result(
            status=Status.STALE if stale else Status.CURRENT if check else Status.MADE,
            output=output,
            package=str(self.package.name),
            distribution=str(self.package.distribution),
            version=str(self.package.version),
            files=written.files,
            changed=written.changed,
            removed=written.removed,
            diagnostics=tuple(report),
            operations_generated=len(self.read.api.operations),
            operations_total=self.read.operations_total,
            operations_paged=self.package.count_paged_methods(),
            models=sum(len(module.definitions) for module in self.package.models),
            seconds=0,
        )


def render_client(
    spec: str,
    settings: Settings,
    observer: Observer,
    worker: RenderWorker,
    source: RawSource | None = None,
) -> RenderedClient:
    """Run all stages except the writing. See `generate` and `read_document`."""
    from .output.verify import verify_paths

    read = read_api(spec, settings, observer, source)
    package = plan_package(read, settings, observer)
    observer.enter("rendering")
    files = worker.render_files(package)
    verify_paths(files)
    read.budget.spend_bytes(sum(len(file.text) for file in files), "")
    return RenderedClient(read, package, files)
