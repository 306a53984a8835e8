"""Records of runs, so that a run that would change nothing is not repeated.

A record is an entry of the cache folder, named after the output folder. It is the JSON text of
a `Record` after a line with its hash. A damaged or changed record is ignored, and nothing in it
is executed.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..output.current import FolderState, describe_folder, list_current_files
from ..report.result import Result, Status
from .folder import CacheFolder, find_cache_folder
from .inputs import InputFiles, Inputs, list_input_files, list_inputs
from .results import SavedResult, restore_diagnostics, save_result

if TYPE_CHECKING:
    from pathlib import Path

    from ..config.settings import Settings
    from ..load.files.related import RelatedFiles
    from ..load.files.source import RawSource
    from ..output.write import Written
    from ..report.diagnostics import Report

_FORMAT: Final = 1
"""Version of the format of records, in case two versions of sdksmith share a cache."""


class Record(Struct, frozen=True):
    """Record of a run that left the output folder up to date.

    Attributes:
        format: `_FORMAT`.
        inputs: Fingerprint of the inputs.
        files: The other files that the document refers to.
        folder: State of the output folder after the run.
        result: Result of the run.
    """

    format: int
    inputs: str
    files: InputFiles
    folder: FolderState
    result: SavedResult


def open_records(
    output: Path,
    spec: str,
    source: RawSource,
    settings: Settings,
    lock: str = "",
    *,
    use_cache: bool = True,
) -> RunRecords:
    """Return the records of the runs with an output folder.

    Args:
        output: The output folder.
        spec: The document as specified by the user.
        source: The bytes of the document.
        settings: Settings of the run.
        lock: SHA-256 of the names lock; empty without one.
        use_cache: Whether the records are read and written.
    """
    cache = find_cache_folder() if use_cache else None
    inputs = None if cache is None else list_inputs(spec, source, settings, lock)
    return RunRecords(output, inputs, CacheFolder(cache))


class RunRecords:
    """Records of the runs with one output folder.

    Args:
        output: The output folder.
        inputs: Inputs of this run; None if it cannot be recorded.
        cache: The cache folder.
    """

    def __init__(self, output: Path, inputs: Inputs | None, cache: CacheFolder) -> None:
        self._output = output
        self._inputs = inputs
        self._cache = cache

    def find(self, report: Report, *, check: bool) -> Result | None:
        """Return the result of the previous run, if this run would have the same result.

        Args:
            report: Receives the diagnostics of the previous run.
            check: Whether this run only checks the output folder.
        """
        if self._inputs is None:
            return None
        # Problems of the output folder are reported by the run that follows.
        with suppress(OSError, ValueError, RuntimeError):
            record = self._read()
            if (
                record is not None
                and record.format == _FORMAT
                and record.inputs == self._inputs.fingerprint()
                and record.files.are_current(self._inputs.spec)
                and (files := list_current_files(self._output, record.folder))
            ):
                report.extend(restore_diagnostics(record.result))
                return self._repeat(record.result, files, report, check=check)
        return None

    def _repeat(
        self,
        saved: SavedResult,
        files: tuple[str, ...],
        report: Report,
        *,
        check: bool,
    ) -> Result:
        return Result(
            status=Status.CURRENT if check else Status.MADE,
            output=self._output,
            package=saved.package,
            distribution=saved.distribution,
            version=saved.version,
            files=files,
            changed=(),
            removed=(),
            diagnostics=tuple(report),
            operations_generated=saved.operations_generated,
            operations_total=saved.operations_total,
            operations_paged=saved.operations_paged,
            models=saved.models,
            seconds=0,
        )

    def _read(self) -> Record | None:
        digest, _, text = (self._cache.read(self._name()) or b"").partition(b"\n")
        if hashlib.sha256(text).hexdigest().encode() != digest:
            return None
        return msgspec.convert(json.loads(text), Record)

    def save(
        self, result: Result, related: RelatedFiles, written: Written, lock: str
    ) -> None:
        """Save the result of this run.

        Nothing is saved if the output folder is not up to date, or if the result depends on
        more than this module can check: a file that is missing or was fetched, or a link in
        the output folder.

        Args:
            result: The result, with the diagnostics of this run only.
            related: The files that the document refers to.
            written: The state of the output folder.
            lock: SHA-256 of the names lock after the run.
        """
        if self._inputs is None or result.status is Status.STALE:
            return
        # A run does not fail because its result cannot be saved.
        with suppress(OSError, ValueError, RuntimeError, TypeError):
            files = list_input_files(related)
            folder = describe_folder(self._output, written.manifest, written.kept)
            if files is None or folder is None:
                return
            saved = save_result(result)
            inputs = replace(self._inputs, lock=lock).fingerprint()
            record = Record(_FORMAT, inputs, files, folder, saved)
            text = json.dumps(msgspec.to_builtins(record)).encode()
            digest = hashlib.sha256(text).hexdigest().encode()
            self._cache.write(self._name(), digest + b"\n" + text)

    def _name(self) -> str:
        path = os.fsencode(self._output.resolve())
        return hashlib.sha256(path).hexdigest()[:32]
