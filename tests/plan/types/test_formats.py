"""Shapes of arguments: the formats of values that depend on their schema."""

from __future__ import annotations

import pytest
from sdksmith.model.api import Place
from sdksmith.model.types import (
    Constraints,
    Discriminator,
    Field,
    MapOf,
    Presence,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeId,
    UnionOf,
)

from tests.plan.builder import ApiBuilder, parameter
from tests.plan.views import only_method, plan, source

KIND = ScalarKind
DATE = 'Formatted("date")'


def formats(builder: ApiBuilder) -> str:
    method = only_method(plan(builder.build()))
    found = [source(item.value) for item in method.operation if item.name == "formats"]
    return found[0] if found else ""


def body_format(builder: ApiBuilder, type_id: TypeId) -> str:
    """Return the shape of a property of a body."""
    record = builder.record("Thing", x=type_id)
    builder.operation("PUT", "/things", body=record)
    text = formats(builder)
    return text.removeprefix('{"body": {"x": ').removesuffix("}}")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (KIND.DATE, "date"),
        (KIND.DECIMAL, "decimal"),
        (KIND.DECIMAL_NUMBER, "decimal-number"),
        (KIND.BASE64URL, "base64url"),
        (KIND.PADDED_BASE64URL, "padded-base64url"),
    ],
)
def test_formats_of_scalars(kind: ScalarKind, name: str) -> None:
    builder = ApiBuilder()
    made = f'Formatted("{name}")'
    assert body_format(builder, builder.scalar(kind)) == made
    builder = ApiBuilder()
    assert body_format(builder, builder.list_of(builder.scalar(kind))) == (
        f"ListOf({made})"
    )


@pytest.mark.parametrize(
    "kind", [KIND.STRING, KIND.NUMBER, KIND.DATETIME, KIND.BYTES, KIND.DURATION]
)
def test_other_scalars_have_no_format(kind: ScalarKind) -> None:
    builder = ApiBuilder()
    assert body_format(builder, builder.scalar(kind)) == ""


def test_formats_inside_of_maps_tuples_and_unions() -> None:
    builder = ApiBuilder()
    date = builder.scalar(KIND.DATE)
    values = builder.add(MapOf(builder.meta(), date))
    assert body_format(builder, values) == f"MapOf({DATE})"
    builder = ApiBuilder()
    date, number = builder.scalar(KIND.DATE), builder.scalar(KIND.INTEGER)
    pair = builder.add(TupleOf(builder.meta(), (date, number), rest=date))
    assert body_format(builder, pair) == f"ListOf({DATE})"
    builder = ApiBuilder()
    date = builder.scalar(KIND.DATE)
    either = builder.add(UnionOf(builder.meta(), (date, builder.list_of(date))))
    assert body_format(builder, either) == f"({DATE}, ListOf({DATE}))"


def test_a_datetime_is_allowed_where_a_union_has_text() -> None:
    for kind in (KIND.STRING, KIND.DATETIME):
        builder = ApiBuilder()
        members = (builder.scalar(KIND.DATE), builder.scalar(kind))
        assert body_format(builder, builder.add(UnionOf(builder.meta(), members))) == ""


@pytest.mark.parametrize(
    ("pattern", "format_name", "expected"),
    [
        ("", "", 'Formatted("decimal")'),
        (r"^\d*\.?\d*$", "", 'Formatted("decimal")'),
        ("^[a-z]+$", "", ""),
        ("", "uri", ""),
    ],
)
def test_a_decimal_keeps_its_digits_as_the_string_of_a_union(
    pattern: str, format_name: str, expected: str
) -> None:
    builder = ApiBuilder()
    limits = Constraints(pattern=pattern) if pattern else None
    text = builder.add(Scalar(builder.meta(), KIND.STRING, format_name, limits))
    union = builder.add(UnionOf(builder.meta(), (builder.scalar(KIND.NUMBER), text)))
    assert body_format(builder, union) == expected


def test_request_types_have_their_shapes_in_a_table() -> None:
    builder = ApiBuilder()
    date, text = builder.scalar(KIND.DATE), builder.scalar()
    node = TypeId(len(builder.types))
    builder.record(
        "Node", on=date, name=text, inner=Field("inner", node, Presence.OPTIONAL)
    )
    plain = builder.record("Plain", name=text)
    both = builder.add(UnionOf(builder.meta(), (node, plain)))
    record = builder.record("Thing", nodes=builder.list_of(node), either=both, p=plain)
    builder.operation("PUT", "/things", body=record)
    package = plan(builder.build())
    assert [(name, source(shape)) for name, shape in package.formats] == [
        ("NodeParam", f'{{"on": {DATE}, "inner": "NodeParam"}}')
    ]
    assert formats(builder) == (
        '{"body": {"nodes": ListOf("NodeParam"), "either": "NodeParam"}}'
    )


def test_unions_with_a_discriminator_refer_to_their_records() -> None:
    builder = ApiBuilder()
    date = builder.scalar(KIND.DATE)
    cat, dog = builder.record("Cat", born=date), builder.record("Dog", born=date)
    found = Discriminator("kind", (("cat", cat), ("dog", dog)))
    pet = builder.add(UnionOf(builder.meta("Pet"), (cat, dog), found))
    assert body_format(builder, pet) == '("CatParam", "DogParam")'


def test_whole_bodies_and_parameters() -> None:
    builder = ApiBuilder()
    data, url = builder.scalar(KIND.BYTES), builder.scalar(KIND.BASE64URL)
    builder.operation(
        "PUT",
        "/{key}",
        body=data,
        parameters=[
            parameter("key", Place.PATH, url),
            parameter("q", Place.QUERY, builder.scalar(KIND.DATE)),
            parameter("X-Data", Place.HEADER, data),
        ],
    )
    assert formats(builder) == (
        '{"path": {"key": Formatted("base64url")}, "query": {"q": Formatted("date")},'
        ' "body": {"": Formatted("base64")}}'
    )
