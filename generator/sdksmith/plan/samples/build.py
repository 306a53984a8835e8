"""Sample values as expressions."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

from ...model.types import Record, Scalar, ScalarKind, TupleOf
from ...text.pysource import Code, literal
from ..expressions import Call, DictDisplay, ListDisplay, TupleDisplay

if TYPE_CHECKING:
    from ..expressions import Expression
    from ..types.library import TypeLibrary
    from .values import Sample


def plan_sample(library: TypeLibrary, sample: Sample) -> Expression:
    """Return a sample value in the type that an argument expects.

    Args:
        library: The types, with the modules that define them.
        sample: The value.
    """
    item = library.type(sample.type)
    if isinstance(item, Scalar):
        return _scalar(item, sample)
    if isinstance(sample.value, list):
        parts = tuple(plan_sample(library, part.sample) for part in sample.parts)
        is_tuple = isinstance(item, TupleOf) and item.rest is None
        return TupleDisplay(parts) if is_tuple else ListDisplay(parts)
    if not isinstance(sample.value, dict):
        return literal(sample.value)
    value = DictDisplay(
        tuple(
            (literal(part.key), plan_sample(library, part.sample))
            for part in sample.parts
        )
    )
    # A dict display may match several TypedDicts of a union; the name selects one.
    param = library.param(sample.type)
    if isinstance(item, Record) and param is not None and sample.is_member:
        return Call(param, (value,))
    return value


def _scalar(item: Scalar, sample: Sample) -> Code:
    is_bytes = item.kind in {ScalarKind.BYTES, ScalarKind.BINARY}
    if is_bytes and isinstance(sample.value, str):
        return literal(b64decode(sample.value))
    return literal(sample.value)
