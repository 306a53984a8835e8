"""Generation of a client: the stages in order, from a document to a folder on disk.

Each stage is imported where it runs, so that a run that changes nothing imports none.
"""

from __future__ import annotations

import time
from pathlib import Path

from msgspec.structs import replace

from .config.settings import Settings  # noqa: TC001 -- inspect.signature reads it
from .config.settings_file import read_settings_beside
from .lock.run import LockRun
from .planning import render_client
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
    spec, output, observer = str(spec), Path(output), observer or Observer()
    settings = read_settings_beside(spec) if settings is None else settings
    observer.enter("reading the document")
    source = read_source(spec)
    observer.enter("looking for changes")
    names = LockRun(spec, create=lock, prune=prune)
    use_cache = use_cache and not prune and not names.is_missing
    records = open_records(
        output, spec, source, settings, names.digest(), use_cache=use_cache
    )
    result = records.find(observer.report, check=check)
    if result is None:
        from .workers.pool import RenderWorker  # imports subprocess and pickle

        earlier = len(observer.report)
        worker = RenderWorker(document_bytes=len(source.data))
        with paused_garbage_collection(), worker:
            client = render_client(
                spec, settings, observer, worker, source, names.released
            )
            planned = client.planned
            names.update(str(planned.package.name), planned.names, planned.released)
            observer.enter("writing files")
            written = client.write(output, settings, check=check, force=force)
            if not check:
                names.write()
            result = client.summarise(
                written, observer.report, output, names, check=check
            )
            own = replace(result, diagnostics=result.diagnostics[earlier:])
            records.save(own, client.read.files, written, names.digest())
            del client  # traversing it takes 0.2 s for GitHub's API
    return replace(result, seconds=time.perf_counter() - started)
