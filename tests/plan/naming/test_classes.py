"""Names of classes."""

from __future__ import annotations

import pytest
import runtime
from sdksmith.plan.naming.classes import RESERVED_CLASSES

from tests.plan.builder import ApiBuilder
from tests.plan.views import definitions, plan


def test_classes_of_the_runtime_are_reserved() -> None:
    exported = {name for name in vars(runtime)["__all__"] if name[0].isupper()}
    assert exported - {"DEFAULT_MAX_RETRIES", "DEFAULT_TIMEOUT"} <= RESERVED_CLASSES


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("invoice", "Invoice"),
        ("invoice-item", "InvoiceItem"),
        ("APIKey", "APIKey"),
        ("DNSRecord", "DNSRecord"),
        ("Page\xabUser\xbb", "PageUser"),
        ("com.acme.User", "User"),
        ("3DModel", "Type3DModel"),
        ("Client", "Client"),
        ("Operation", "Operation"),
        ("Field", "FieldModel"),
        ("none", "NoneModel"),
        ("any", "AnyModel"),
        ("Warning", "Warning"),
        ("NotFoundError", "NotFoundError"),
        ("object", "Object"),
        ("***", "StarStarStar"),
    ],
)
def test_class_name_of_a_component(name: str, made: str) -> None:
    builder = ApiBuilder()
    builder.record(name, x=builder.scalar())
    assert list(definitions(plan(builder.build()).models)) == [made]
