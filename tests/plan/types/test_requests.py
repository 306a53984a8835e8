"""Annotations of arguments."""

from __future__ import annotations

import pytest
from sdksmith.model.api import Place
from sdksmith.model.types import Choice, Field, Presence, Record, ScalarKind

from tests.plan.builder import ApiBuilder, parameter
from tests.plan.views import only_method, plan, signature


@pytest.mark.parametrize(
    ("kind", "annotation"),
    [
        (ScalarKind.STRING, "str"),
        (ScalarKind.INTEGER, "int"),
        (ScalarKind.NUMBER, "float"),
        (ScalarKind.BOOLEAN, "bool"),
        (ScalarKind.DATE, "dt.date | str"),
        (ScalarKind.DATETIME, "dt.datetime | str"),
        (ScalarKind.TIME, "dt.time | str"),
        (ScalarKind.DURATION, "dt.timedelta | str"),
        (ScalarKind.UUID, "UUID | str"),
        (ScalarKind.BYTES, "bytes | str"),
        (ScalarKind.UNTYPED, "ParameterValue"),
        (ScalarKind.ANY, "object"),
    ],
)
def test_annotations_of_scalars(kind: ScalarKind, annotation: str) -> None:
    builder = ApiBuilder()
    type_id = builder.scalar(kind)
    builder.operation("GET", "/pets", parameters=[parameter("x", Place.QUERY, type_id)])
    assert (
        signature(only_method(plan(builder.build())))
        == f"*, x: {annotation} | Omit = omit"
    )


def test_enumerations_are_annotated_by_name() -> None:
    builder = ApiBuilder()
    status = builder.add(Choice(builder.meta("Status"), ScalarKind.STRING, ("a", "b")))
    builder.operation(
        "GET", "/pets", parameters=[parameter("status", Place.QUERY, status)]
    )
    method = only_method(plan(builder.build()))
    assert signature(method) == "*, status: Status | Omit = omit"


@pytest.mark.parametrize(
    ("is_declared", "annotation"),
    [
        (False, "Sequence[PetParam | Pet]"),
        (True, "Sequence[PetParam | Pet | Mapping[str, object]]"),
    ],
)
def test_records_with_additional_properties_accept_further_keys(
    is_declared: bool, annotation: str
) -> None:
    builder = ApiBuilder()
    fields = (Field("name", builder.scalar(), Presence.REQUIRED),)
    extra = builder.scalar(ScalarKind.INTEGER)
    pet = builder.add(
        Record(builder.meta("Pet"), fields, extra, extra_declared=is_declared)
    )
    builder.operation("POST", "/pets", body=builder.list_of(pet))
    method = only_method(plan(builder.build()))
    assert signature(method) == f"*, body: {annotation}"
