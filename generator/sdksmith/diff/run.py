"""The public function `compare`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..config.settings import Settings  # noqa: TC001 -- inspect.signature reads it
from ..report.changes import Change, Comparison  # noqa: TC001 -- likewise
from ..report.observer import Observer
from ..workers.garbage_collection import paused_garbage_collection

if TYPE_CHECKING:
    from .sources import Side


def compare(
    old: str | Path,
    new: str | Path,
    settings: Settings | None = None,
    *,
    observer: Observer | None = None,
) -> Comparison:
    """Compare two clients as Python callers see them.

    Args:
        old: The released client: path or URL of its document, `REV:path` of a document in
            git, or the folder of a generated client.
        new: The next client, in the same forms.
        settings: Settings of both documents. Defaults to those in the `sdksmith.toml` in
            the folder of each document, if it exists.
        observer: Receives diagnostics and progress.

    Returns:
        The changes, with their positions in the document.

    Raises:
        DocumentError: If a document is unusable.
        SettingsError: If settings are invalid, or git cannot read a document.
        SurfaceError: If a folder is not that of a client.
    """
    from .compare import compare_surfaces
    from .sources import read_side

    observer = observer or Observer()
    with paused_garbage_collection():
        before = read_side(str(old), settings, observer)
        after = read_side(str(new), settings, observer)
        observer.enter("comparing")
        found = compare_surfaces(before.surface, after.surface)
    return replace(
        found,
        changes=tuple(_locate(item, before, after) for item in found.changes),
        wire=tuple(_locate(item, before, after) for item in found.wire),
    )


def _locate(change: Change, old: Side, new: Side) -> Change:
    side = old if change.rule.startswith("removed-") and not change.new else new
    if side.locate is None or not change.pointer:
        return change
    place = side.locate(change.pointer)
    return replace(change, file=place.file, line=place.line, column=place.column)
