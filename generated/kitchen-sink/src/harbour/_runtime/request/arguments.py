"""Arguments of a call before they are encoded: null and formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..omission import omit
from .settings import Arguments

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from ..operation import Operation, Service


def check_required(
    operation: Operation[object], place: str, values: Mapping[str, object]
) -> None:
    """Check that no required parameter is None.

    Args:
        operation: The operation.
        place: `query`, `header` or `cookie`.
        values: The parameters by name.

    Raises:
        TypeError: If one is None.
    """
    for name in operation.required.get(place, ()):
        if name in values and values[name] is None:
            raise TypeError(
                f"The {place} parameter {name!r} is required and cannot be None."
            )


def write_empty(
    values: Mapping[str, object], names: Container[str]
) -> Mapping[str, object]:
    """Return parameters with None replaced by an empty value where that is allowed."""
    return {
        name: "" if value is None and name in names else value
        for name, value in values.items()
    }


def apply_formats(
    operation: Operation[object], arguments: Arguments, service: Service
) -> Arguments:
    """Return the arguments of a call with the formats of their schemas applied.

    Raises:
        TypeError: If a value is a datetime where a date is expected.
    """
    from ..encoding.formats import apply_format  # most operations have no formats

    models = service.models
    params = f"{models.rpartition('.')[0]}.params" if models else ""

    def convert(place: str, values: Mapping[str, object]) -> Mapping[str, object]:
        shapes = operation.formats.get(place)
        if not shapes:
            return values
        converted = dict(values)
        for name, shape in shapes.items():
            if name in converted:
                try:
                    converted[name] = apply_format(converted[name], shape, params)
                except TypeError as error:
                    raise TypeError(
                        f"Invalid value of {place} parameter {name!r}: {error}."
                    ) from None
        return converted

    body, shapes = arguments.body, operation.formats.get("body")
    if shapes and body is not omit:
        try:
            body = apply_format(body, shapes.get("", shapes), params)
        except TypeError as error:
            raise TypeError(f"Cannot encode the request body: {error}.") from None
    return Arguments(
        convert("path", arguments.path),
        convert("query", arguments.query),
        convert("header", arguments.headers),
        convert("cookie", arguments.cookies),
        body,
    )
