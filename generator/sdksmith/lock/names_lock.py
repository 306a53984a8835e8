"""The content of a names lock, and how it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict

from ..model.released_names import ReleasedNames

if TYPE_CHECKING:
    from collections.abc import Mapping


class NamesLock(Struct, frozen=True):
    """The names of a client.

    Attributes:
        package: Import package of the client.
        names: Names that the client has.
        removed: Names that an earlier release had. They are given to nothing else, and
            what they stood for gets them back if it returns.
    """

    package: str
    names: ReleasedNames = ReleasedNames()
    removed: ReleasedNames = ReleasedNames()

    def released(self) -> ReleasedNames:
        """Return all names that the next client keeps or must not use otherwise."""
        names, removed = asdict(self.names), asdict(self.removed)
        calls = {
            key: (*self.names.methods.get(key, ()), *self.removed.methods.get(key, ()))
            for key in {**self.names.methods, **self.removed.methods}
        }
        others = {
            section: {**removed[section], **names[section]}
            for section in names
            if section != "methods"
        }
        return ReleasedNames(methods=calls, **others)

    def update(
        self, names: ReleasedNames, before: ReleasedNames, *, prune: bool
    ) -> NamesLock:
        """Return the lock of the next client.

        Args:
            names: Its names.
            before: The names of `released`, with the keys that they have now.
            prune: Whether to forget names that it does not have.
        """
        if prune:
            return NamesLock(self.package, names)
        calls = {
            key: missing
            for key, found in before.methods.items()
            if (missing := _without(found, names.methods.get(key, ())))
        }
        others = {
            section: _missing(getattr(before, section), getattr(names, section))
            for section in before.__struct_fields__
            if section != "methods"
        }
        return NamesLock(self.package, names, ReleasedNames(methods=calls, **others))


def _without(calls: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(call for call in dict.fromkeys(calls) if call not in known)


def _missing(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    return {key: name for key, name in before.items() if key not in now}
