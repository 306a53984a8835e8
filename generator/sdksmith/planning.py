"""Stages from the model to a rendered client, and the checks between them.

Each stage is imported where it runs, so that a command loads only the stages it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from .reading import read_api
from .report.result import Result, Status
from .version import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from .config.settings import Settings
    from .load.files.source import RawSource
    from .lock.run import LockRun
    from .model.released_names import ReleasedNames
    from .output.write import Written
    from .plan.build import Planned
    from .plan.package import Package
    from .reading import ReadApi
    from .render.rendered import RenderedFile
    from .report.diagnostics import Report
    from .report.observer import Observer
    from .workers.pool import RenderWorker


def plan_package(read: ReadApi, settings: Settings, observer: Observer) -> Package:
    """Plan the package of a client; see `plan_client`."""
    return plan_client(read, settings, observer, None).package


def plan_client(
    read: ReadApi,
    settings: Settings,
    observer: Observer,
    released: ReleasedNames | None,
) -> Planned:
    """Plan the package of a client, and report diagnostics about the API as a whole.

    Args:
        read: The API.
        settings: Settings of the run.
        observer: Receives diagnostics and progress.
        released: Names to keep; None if the names of the client are not of interest.

    Raises:
        DocumentError: If there is nothing to generate, or `strict` does not accept it.
        SettingsError: If the settings do not fit the document.
    """
    from . import checks
    from .config.plan_settings import make_plan_settings
    from .plan import build_package

    checks.note_plain_http(read.document, read.api, settings.base_url, observer.report)
    observer.enter("planning the package")
    plan_settings = make_plan_settings(read.api, settings, released)
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
    return planned


class RenderedClient(Struct, frozen=True):
    """Client that is verified but not written; `files` lacks its manifest."""

    read: ReadApi
    planned: Planned
    files: tuple[RenderedFile, ...]

    @property
    def package(self) -> Package:
        """The plan of the package."""
        return self.planned.package

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
        self,
        written: Written,
        report: Report,
        output: Path,
        names: LockRun,
        *,
        check: bool,
    ) -> Result:
        """Return the result of a run that took no time."""
        from .diff.store import find_changes

        stale = check and not (written.is_current and not names.is_changed)
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
            lock=names.path if names.is_changed else None,
            changes=find_changes(output, self.package) if stale else None,
        )


def render_client(
    spec: str,
    settings: Settings,
    observer: Observer,
    worker: RenderWorker,
    source: RawSource | None = None,
) -> RenderedClient:
    """Run all stages except the writing.

    See `generate` and `read_document` for the arguments.
    """
    read = read_api(spec, settings, observer, source)
    planned = plan_client(read, settings, observer, None)
    return render_planned(read, planned, observer, worker)


def render_planned(
    read: ReadApi, planned: Planned, observer: Observer, worker: RenderWorker
) -> RenderedClient:
    """Render a planned client, and verify its files."""
    from .diff.store import surface_file
    from .output.verify import verify_paths

    observer.enter("rendering")
    files = (surface_file(planned.package), *worker.render_files(planned.package))
    verify_paths(files)
    read.budget.spend_bytes(sum(len(file.text) for file in files), "")
    return RenderedClient(read, planned, files)
