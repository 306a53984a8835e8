"""A file system in memory, and the states in which a crash can leave it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.output.operations import Operation


@dataclass(slots=True)
class File:
    """Content that hard links share.

    Attributes:
        data: The content.
        is_synced: Whether it is on disk.
    """

    data: bytes
    is_synced: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Symbolic link."""

    target: str


Entry = File | Link | None
"""An entry of a folder; None is a folder."""

_WITHOUT_ENTRIES: Final = ("chmod", "fsync", "sync", "utime")
"""Operations that change no entries of folders."""

LOST: Final = ("all", "half", "none")
"""How much of the content of files that are not synced is lost."""


@dataclass(slots=True)
class Disk:
    """Entries by their path below a root."""

    root: Path
    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])

    @classmethod
    def read(cls, root: Path) -> Disk:
        """Return a folder as it is, with all of it on disk."""
        disk = cls(root)
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.is_symlink():
                disk.entries[name] = Link(str(path.readlink()))
            elif path.is_dir():
                disk.entries[name] = None
            else:
                disk.entries[name] = File(path.read_bytes(), is_synced=True)
        return disk

    def apply(self, operation: Operation) -> bool:
        """Make an operation; return False if it is impossible, as its files are missing."""
        names = [self._name(path) for path in operation.paths]
        try:
            self._apply(operation, names)
        except KeyError:
            return False
        return True

    def _apply(  # noqa: C901 -- one case for each operation
        self, operation: Operation, names: list[str]
    ) -> None:
        match operation.name:
            case "mkdir":
                self._add(names[0], None)
            case "write":
                self._add(names[0], File(operation.data))
            case "link":
                self._add(names[1], self.entries[names[0]])
            case "symlink":
                self._add(names[1], Link(operation.paths[0]))
            case "unlink" | "remove" | "rmdir":
                if any(name.startswith(f"{names[0]}/") for name in self.entries):
                    raise KeyError(names[0])
                del self.entries[names[0]]
            case "rename" | "replace":
                self._check_folder(names[1])
                moved = self._take(names[0])
                self._take(names[1], is_optional=True)
                self._put(names[1], moved)
            case "exchange":
                one, other = self._take(names[0]), self._take(names[1])
                self._put(names[0], other)
                self._put(names[1], one)
            case "sync":
                for entry in self.entries.values():
                    _sync(entry)
            case "fsync":
                _sync(self.entries.get(names[0]))
            case _:
                pass

    def _add(self, name: str, entry: Entry) -> None:
        self._check_folder(name)
        self.entries[name] = entry

    def _check_folder(self, name: str) -> None:
        folder = name.rpartition("/")[0]
        if folder and folder not in self.entries:
            raise KeyError(folder)

    def _take(self, name: str, *, is_optional: bool = False) -> dict[str, Entry]:
        if name not in self.entries and not is_optional:
            raise KeyError(name)
        inside = [
            key for key in self.entries if key == name or key.startswith(f"{name}/")
        ]
        return {key[len(name) :]: self.entries.pop(key) for key in inside}

    def _put(self, name: str, moved: dict[str, Entry]) -> None:
        self.entries.update({name + key: entry for key, entry in moved.items()})

    def _name(self, path: str) -> str:
        place = Path(path)
        return place.relative_to(self.root).as_posix() if self._holds(place) else path

    def _holds(self, path: Path) -> bool:
        return path.is_relative_to(self.root)

    def write(self, root: Path, lost: str) -> None:
        """Write the entries to an empty folder, as they are after a crash."""
        for name, entry in sorted(self.entries.items()):
            path = root / name
            if entry is None:
                path.mkdir(parents=True, exist_ok=True)
            elif isinstance(entry, Link):
                path.symlink_to(entry.target)
            else:
                data = entry.data
                if not entry.is_synced:
                    kept = {"all": 0, "half": len(data) // 2, "none": len(data)}[lost]
                    data = data[:kept]
                path.write_bytes(data)


def _sync(entry: Entry) -> None:
    if isinstance(entry, File):
        entry.is_synced = True


@dataclass(frozen=True, slots=True)
class Crash:
    """A crash that keeps the first operations, or all but one of them.

    A file system can write entries of folders in another order, so that any operation that
    was not synced can be missing.

    Attributes:
        number: Number of operations before the crash.
        omitted: Index of the operation that is missing, or None.
    """

    number: int
    omitted: int | None = None

    def apply(self, before: Disk, operations: Sequence[Operation]) -> Disk:
        """Return the state after the crash."""
        disk = deepcopy(before)
        for index, operation in enumerate(operations[: self.number]):
            if index != self.omitted:
                disk.apply(operation)
        return disk


def list_crashes(operations: Sequence[Operation]) -> list[Crash]:
    """Return the crashes that leave different states."""
    crashes: list[Crash] = []
    for number in range(len(operations) + 1):
        crashes.append(Crash(number))
        crashes += [
            Crash(number, index)
            for index, operation in enumerate(operations[:number])
            if operation.name not in _WITHOUT_ENTRIES
            and not any(
                _covers(item, operation) for item in operations[index + 1 : number]
            )
        ]
    return crashes


def _covers(sync: Operation, operation: Operation) -> bool:
    """Return whether an operation is on disk after another one."""
    if sync.name == "sync":
        return True
    folders = {str(Path(path).parent) for path in operation.paths}
    return sync.name == "fsync" and folders <= {*sync.paths}
