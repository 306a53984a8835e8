"""The next version of a client, and the record of what it changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..config.settings import SettingsError
from ..diff.store import find_changes
from ..output.single_files import write_text_atomically
from ..report.change_presenters import changes_to_markdown
from ..report.changes import Verdict
from .changelog import CHANGELOG_NAME, FIRST, add_section
from .settings_edit import with_version
from .versions import is_at_least, next_version

if TYPE_CHECKING:
    from ..config.settings import Settings
    from ..plan import Planned
    from ..plan.package import Package


class Release:
    """A release of a client, which may raise its version.

    The version is written before the client and the changelog after it.

    Args:
        output: The output folder, with the released client.
        package: The plan of the next client.
        settings: Settings of the run.
        bump: The settings file; None if the version is kept.

    Attributes:
        settings: Settings with the version of the release.
        previous: Version of the released client, if it is another one; otherwise empty.

    Raises:
        SettingsError: If the settings file cannot be changed.
    """

    def __init__(
        self,
        output: Path,
        package: Package,
        settings: Settings,
        bump: str | Path | None,
    ) -> None:
        self.settings = settings
        self.previous = ""
        self._output = output
        self._file = None if bump is None else Path(bump)
        self._text = ""
        self._notes = ""
        if self._file is None:
            return
        changes = find_changes(output, package)
        if changes is None:
            self._notes = FIRST
            return
        before = changes.old_version
        version = next_version(before, changes.verdict)
        if not is_at_least(settings.version, version):
            self._text = with_version(self._file, version)
            self.settings = replace(settings, version=version)
        if changes.verdict is not Verdict.NONE:
            self._notes = changes_to_markdown(changes)
        if self.settings.version != before:
            self.previous = before

    def apply(self, planned: Planned) -> Planned:
        """Return the plan with the version of the release."""
        package = replace(planned.package, version=self.settings.version)
        return replace(planned, package=package)

    def write_settings(self) -> None:
        """Write the version to the settings file, if it is raised.

        Raises:
            SettingsError: If the file cannot be written.
        """
        if self._file is not None and self._text:
            _write(self._file, self._text)

    def write_notes(self) -> None:
        """Add the changes to the changelog of the client, if there are any.

        Raises:
            SettingsError: If the file cannot be read or written.
        """
        if not self._notes:
            return
        path = self._output / CHANGELOG_NAME
        try:
            before = path.read_text(encoding="utf-8") if path.exists() else ""
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"cannot read the file: {error}", file=str(path)
            ) from error
        after = add_section(before, self.settings.version, self._notes)
        if after != before:
            _write(path, after)


def _write(path: Path, text: str) -> None:
    try:
        write_text_atomically(path, text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingsError(
            f"cannot write the file: {reason}", file=str(path)
        ) from error
