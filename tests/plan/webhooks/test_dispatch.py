"""Identification of webhooks by a property or a header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from sdksmith.model.api import Place
from sdksmith.model.types import UnionOf

from tests.plan.builder import ApiBuilder, parameter
from tests.plan.views import source
from tests.plan.webhooks.hooks import constant, plan_webhooks, webhook

if TYPE_CHECKING:
    pass


def test_property_with_distinct_values_identifies_webhooks() -> None:
    builder = ApiBuilder()
    born = builder.record(
        "Born", type=constant(builder, "born", "hatched"), a=constant(builder, "x")
    )
    died = builder.record("Died", type=constant(builder, "died"), a=builder.scalar())
    moved = builder.record("Moved", type=constant(builder, "moved"))
    both = builder.add(UnionOf(builder.meta("Left"), (died, moved)))
    view = plan_webhooks(builder, webhook("one", born), webhook("two", both))
    assert view.switch is not None
    assert str(view.switch.key) == '"type"'
    assert not view.switch.is_header
    assert {str(key): str(value) for key, value in view.switch.entries} == {
        '"born"': "_ONE",
        '"hatched"': "_ONE",
        '"died"': "_TWO",
        '"moved"': "_TWO",
    }
    assert source(view.switch.returns) == "Born | Left"


def test_ambiguous_payloads_have_no_switch() -> None:
    builder = ApiBuilder()
    same = [
        builder.record(name, type=constant(builder, "pet", name.lower()))
        for name in ("Cat", "Dog")
    ]
    open_ = builder.record("Eel", type=builder.scalar())
    cat, dog = same
    for payloads in ((cat, dog), (cat, open_), (cat,)):
        hooks = [webhook(f"hook{index}", item) for index, item in enumerate(payloads)]
        assert plan_webhooks(builder, *hooks).switch is None


def test_header_with_distinct_values_identifies_webhooks() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    hooks = [
        replace(
            webhook(value, pet),
            parameters=(
                parameter(header, Place.HEADER, constant(builder, value)),
                parameter("X-Signature", Place.HEADER, builder.scalar()),
            ),
        )
        for value, header in (("born", "X-Event"), ("died", "x-event"))
    ]
    view = plan_webhooks(builder, *hooks)
    assert view.switch is not None
    assert (str(view.switch.key), view.switch.is_header) == ('"X-Event"', True)
    assert [str(item.name) for item in view.switch.doc.arguments] == [
        "payload",
        "headers",
        "validation",
    ]
    assert "The request includes the headers `X-Event`, `X-Signature`." in (
        view.webhooks[0].doc.body
    )
