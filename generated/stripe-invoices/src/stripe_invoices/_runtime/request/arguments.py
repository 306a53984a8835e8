"""Arguments of a call before they are encoded: null and formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..omission import omit
from .settings import Arguments

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from ..operation import Operation, Service

_FIELDS: Final = {"header": "headers", "cookie": "cookies"}
"""Fields of `Arguments` by location, if they are named differently."""


def check_required(operation: Operation[object], arguments: Arguments) -> None:
    """Check that no required parameter is None.

    Raises:
        TypeError: If one is None.
    """
    places = {
        "query": arguments.query,
        "header": arguments.headers,
        "cookie": arguments.cookies,
    }
    for place, names in operation.required.items():
        values = places[place]
        for name in names:
            if values.get(name, omit) is None:
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
        TypeError: If a value is a datetime where a date is expected, or a string where
            a file is expected.
    """
    from ..encoding.formats import apply_format  # most operations have no formats

    params = f"{service.models.rpartition('.')[0]}.params" if service.models else ""
    converted = arguments._asdict()
    for place, shapes in operation.formats.items():
        if place == "body":
            if arguments.body is not omit:
                shape = shapes.get("", shapes)
                try:
                    converted["body"] = apply_format(arguments.body, shape, params)
                except TypeError as error:
                    raise TypeError(
                        f"Cannot encode the request body: {error}."
                    ) from None
            continue
        values = converted[_FIELDS.get(place, place)] = dict(
            converted[_FIELDS.get(place, place)]
        )
        for name, shape in shapes.items():
            if values.get(name, omit) is omit:
                continue
            try:
                values[name] = apply_format(values[name], shape, params)
            except TypeError as error:
                raise TypeError(
                    f"Invalid value of {place} parameter {name!r}: {error}."
                ) from None
    return Arguments(**converted)
