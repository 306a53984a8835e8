"""Generation of a client: the stages in order, from a document to a folder on disk.

Each stage is imported where it runs, so that a run that changes nothing imports none.
"""

from __future__ import annotations

import time
from pathlib import Path

from msgspec.structs import replace

from .config.settings import Settings, SettingsError
from .config.settings_file import read_settings_beside
from .lock.run import LockRun
from .planning import plan_client, render_planned
from .reading import read_api
from .report.observer import Observer
from .report.result import Result  # noqa: TC001 -- likewise
from .workers.garbage_collection import paused_garbage_collection


def generate(  # noqa: PLR0913 -- a public function, with options by keyword
    spec: str | Path,
    output: str | Path,
    settings: Settings | None = None,
    *,
    check: bool = False,
    force: bool = False,
    lock: bool = False,
    prune: bool = False,
    bump: str | Path | None = None,
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
        lock: Create the names lock `sdksmith.lock` beside the document, if it does not
            exist. If it exists, it is used and updated in any case.
        prune: Delete names from the lock that the client no longer has.
        bump: Settings file whose `version` is raised as the changes for callers require,
            compared with the client in the output folder. The changes are added to the
            `CHANGELOG.md` in that folder. None to keep the version.
        use_cache: Return the result of the previous run if nothing has changed since, and
            save that of this run in the cache folder of the user.
        observer: Receives diagnostics and progress during the run.

    Returns:
        The outcome, with the list of files and all diagnostics.

    Raises:
        DocumentError: If the document is unusable, or violates `strict`.
        SettingsError: If settings or names lock are invalid or do not fit the document.
        OutputError: If the output folder cannot or must not be written.
    """
    from .cache.runs import open_records
    from .load.files.source import read_source

    started = time.perf_counter()
    if check and bump is not None:
        raise SettingsError("`bump` writes files, `check` does not")
    spec, output, observer = str(spec), Path(output), observer or Observer()
    settings = read_settings_beside(spec) if settings is None else settings
    observer.enter("reading the document")
    source = read_source(spec)
    observer.enter("looking for changes")
    names = LockRun(spec, create=lock, prune=prune)
    use_cache = use_cache and not prune and bump is None and not names.is_missing
    records = open_records(
        output, spec, source, settings, names.digest(), use_cache=use_cache
    )
    result = records.find(observer.report, check=check)
    if result is None:
        from .release.bump import Release
        from .workers.pool import RenderWorker  # imports subprocess and pickle

        earlier = len(observer.report)
        worker = RenderWorker(document_bytes=len(source.data))
        with paused_garbage_collection(), worker:
            with_places = names.released is not None
            read = read_api(spec, settings, observer, source, with_places=with_places)
            planned = plan_client(read, settings, observer, names.released)
            names.update(str(planned.package.name), planned.names, planned.released)
            release = Release(output, planned.package, settings, bump)
            client = render_planned(read, release.apply(planned), observer, worker)
            observer.enter("writing files")
            release.write_settings()
            written = client.write(output, release.settings, check=check, force=force)
            if not check:
                names.write()
                release.write_notes()
            result = client.summarise(
                written, observer.report, output, names, check=check
            )
            result = replace(result, previous_version=release.previous)
            own = replace(result, diagnostics=result.diagnostics[earlier:])
            records.save(own, client.read.files, written, names.digest())
            del client  # traversing it takes 0.2 s for GitHub's API
    return replace(result, seconds=time.perf_counter() - started)
