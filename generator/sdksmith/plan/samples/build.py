"""Sample values as Python source."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

from ...model.types import (
    Record,
    Scalar,
    ScalarKind,
    TupleOf,
)
from ...text.pysource import (
    Code,
    code,
    identifier,
    join,
    literal,
)
from ..package import ImportView

if TYPE_CHECKING:
    from ..types.library import TypeLibrary
    from .values import Sample


class SampleWriter:
    """Writer of sample values that collects the imports they need."""

    def __init__(self, library: TypeLibrary, package: str) -> None:
        """Create a writer.

        Args:
            library: The types, with the modules that define them.
            package: The import package of the client.
        """
        self._library = library
        self._package = identifier(package)
        self._params: set[Code] = set()

    def imports(self) -> tuple[ImportView, ...]:
        """Return the imports that the samples written so far need."""
        if not self._params:
            return ()
        module = code("{package}.params", package=self._package)
        return (ImportView(module, tuple(sorted(self._params))),)

    def write(self, sample: Sample) -> Code:
        """Return the source of a sample value, in the type that an argument expects."""
        item = self._library.type(sample.type)
        if isinstance(item, Scalar):
            return _scalar(item, sample)
        if isinstance(sample.value, list):
            parts = [self.write(part.sample) for part in sample.parts]
            if not isinstance(item, TupleOf) or item.rest is not None:
                return code("[{parts}]", parts=join(", ", parts))
            comma = code(",") if len(parts) == 1 else code("")
            return code("({parts}{comma})", parts=join(", ", parts), comma=comma)
        if not isinstance(sample.value, dict):
            return literal(sample.value)
        entries = [
            code("{key}: {value}", key=literal(part.key), value=self.write(part.sample))
            for part in sample.parts
        ]
        value = code("{{{entries}}}", entries=join(", ", entries))
        return self._named(sample, value) if isinstance(item, Record) else value

    def _named(self, sample: Sample, value: Code) -> Code:
        """Return an object, wrapped in the name of its type if it is part of a union.

        A dict display may match several TypedDicts; the name selects one of them.
        """
        name = self._library.names.params.get(sample.type)
        if name is None or not sample.is_member:
            return value
        made = identifier(name)
        self._params.add(made)
        return code("{name}({value})", name=made, value=value)


def _scalar(item: Scalar, sample: Sample) -> Code:
    is_bytes = item.kind in {ScalarKind.BYTES, ScalarKind.BINARY}
    if is_bytes and isinstance(sample.value, str):
        return literal(b64decode(sample.value))
    return literal(sample.value)
