"""References to the types of responses, which agree with their annotations."""

from __future__ import annotations

import pytest
from sdksmith.model.api import Content, Response
from sdksmith.model.types import Choice, MapOf, ScalarKind, TupleOf, TypeId

from tests.plan.builder import ApiBuilder
from tests.plan.views import only_method, plan, source

KIND = ScalarKind


def returned(
    builder: ApiBuilder, type_id: TypeId, *, nullable: bool = False
) -> tuple[str, str]:
    """Return the reference and the annotation of a response."""
    content = Content("application/json", type_id, nullable=nullable)
    builder.operation("GET", "/things", responses=(Response("200", (content,)),))
    method = only_method(plan(builder.build()))
    (reference,) = (item.value for item in method.operation if item.name == "returns")
    return source(reference), source(method.returns)


@pytest.mark.parametrize(
    ("kind", "reference", "annotation"),
    [
        (KIND.STRING, "str", "str"),
        (KIND.INTEGER, "int", "int"),
        (KIND.NUMBER, 'Formatted("number")', "float"),
        (KIND.BOOLEAN, "bool", "bool"),
        (KIND.NULL, 'Formatted("null")', "None"),
        (KIND.BYTES, 'Formatted("base64")', "bytes"),
        (KIND.BASE64URL, 'Formatted("base64url")', "bytes"),
        (KIND.PADDED_BASE64URL, 'Formatted("padded-base64url")', "bytes"),
        (KIND.DECIMAL, 'Formatted("decimal")', "Decimal"),
        (KIND.DECIMAL_NUMBER, 'Exact(Formatted("decimal-number"))', "Decimal"),
        (KIND.DURATION, 'Formatted("duration")', "dt.timedelta | str"),
        (KIND.DATE, "dt.date", "dt.date"),
        (KIND.UUID, "UUID", "UUID"),
        (KIND.BINARY, "bytes", "bytes"),
    ],
)
def test_scalars(kind: ScalarKind, reference: str, annotation: str) -> None:
    builder = ApiBuilder()
    assert returned(builder, builder.scalar(kind)) == (reference, annotation)


def test_lists_and_maps_of_scalars() -> None:
    builder = ApiBuilder()
    data = builder.add(MapOf(builder.meta(), builder.scalar(KIND.BYTES), True))
    assert returned(builder, builder.list_of(data), nullable=True) == (
        'Nullable(ListOf(MapOf(Nullable(Formatted("base64")))))',
        "list[dict[str, bytes | None]] | None",
    )


@pytest.mark.parametrize(
    ("kind", "values", "reference"),
    [
        (KIND.STRING, ("a", "b"), "str"),
        (KIND.INTEGER, (1, 2), "int"),
        (KIND.BOOLEAN, (True,), "bool"),
        (KIND.NUMBER, (0.5, 1), 'Formatted("number")'),
        (KIND.NUMBER, (1, 2), 'Formatted("number")'),
    ],
)
def test_enumerations(
    kind: ScalarKind, values: tuple[str | float, ...], reference: str
) -> None:
    builder = ApiBuilder()
    choice = builder.add(Choice(builder.meta(), kind, values))
    assert returned(builder, choice)[0] == reference


def test_tuples_are_defined_as_models() -> None:
    builder = ApiBuilder()
    pair = builder.add(
        TupleOf(
            builder.meta(None, "pair"),
            (builder.scalar(), builder.scalar(KIND.INTEGER)),
            rest=None,
        )
    )
    assert returned(builder, pair) == ('"Pair"', "Pair")


def test_models_that_contain_exact_numbers() -> None:
    builder = ApiBuilder()
    line = builder.record("Line", rate=builder.scalar(KIND.DECIMAL_NUMBER))
    order = builder.record("Order", lines=builder.list_of(line))
    assert returned(builder, builder.list_of(order)) == (
        'Exact(ListOf("Order"))',
        "list[Order]",
    )
