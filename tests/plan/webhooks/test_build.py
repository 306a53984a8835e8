"""Parse functions for webhooks and callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from sdksmith.model.api import Content
from sdksmith.model.types import ScalarKind, UnionOf

from tests.plan.builder import ApiBuilder, whole_body
from tests.plan.views import plan, source
from tests.plan.webhooks.hooks import functions, plan_webhooks, webhook

if TYPE_CHECKING:
    pass


def test_each_payload_has_a_parse_function() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    view = plan_webhooks(
        builder,
        webhook("pet.born", pet),
        webhook("petsMoved", builder.list_of(pet)),
        webhook(
            "odd", builder.add(UnionOf(builder.meta("Odd"), (pet, builder.scalar())))
        ),
        webhook("form", pet, "application/x-www-form-urlencoded"),
        webhook("picture", builder.scalar(ScalarKind.BINARY), "image/png"),
        webhook("bare", None),
    )
    assert functions(view) == {
        "parse_form": "Pet",
        "parse_odd": "Odd",
        "parse_pet_born": "Pet",
        "parse_pets_moved": "list[Pet]",
    }
    data = {str(item.name): source(item.payload) for item in view.webhooks}
    assert data["parse_pets_moved"] == 'ListOf("Pet")'
    assert [item.is_form for item in view.webhooks] == [True, False, False, False]
    assert view.switch is None


def test_webhooks_without_a_payload_have_no_module() -> None:
    builder = ApiBuilder()
    assert plan(builder.build(webhooks=(webhook("bare", None),))).webhooks is None


def test_package_with_only_webhooks_has_no_methods() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    assert not plan(builder.build(webhooks=(webhook("born", pet),))).has_methods
    builder.operation("GET", "/pets")
    assert plan(builder.build()).has_methods


def test_webhooks_with_equal_names_get_longer_names() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    first = webhook("born", pet)
    again = replace(first, method="PUT", pointer="/webhooks/born/put")
    odd = webhook("webhook", pet)
    names = functions(plan_webhooks(builder, first, again, odd))
    assert sorted(names) == ["parse_born_post", "parse_born_put", "parse_webhook_post"]
    swapped = functions(plan_webhooks(builder, odd, again, first))
    assert swapped == names


def test_callbacks_with_equal_names_are_named_after_their_operation() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    job = builder.record("Job", id=builder.scalar())
    for path, body, name in (("/pets", pet, "done"), ("/jobs", job, "done")):
        operation = builder.operation("POST", path)
        callback = replace(webhook(name, body), pointer=f"{operation.pointer}/{name}")
        builder.operations[-1] = replace(operation, callbacks=(callback,))
    assert functions(plan_webhooks(builder)) == {
        "parse_job_create_done": "Job",
        "parse_pet_create_done": "Pet",
    }


def test_equal_callbacks_of_several_operations_share_a_function() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    for path in ("/pets", "/jobs"):
        operation = builder.operation("POST", path)
        callback = replace(webhook("done", pet), pointer=f"{operation.pointer}/done")
        builder.operations[-1] = replace(operation, callbacks=(callback,))
    view = plan_webhooks(builder)
    assert functions(view) == {"parse_done": "Pet"}
    assert view.webhooks[0].doc.summary == "Parse the payload of the `done` callback."


def test_json_is_preferred_to_a_form() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    body = replace(
        whole_body(pet),
        contents=(
            Content("application/x-www-form-urlencoded", pet),
            Content("application/json", pet),
        ),
    )
    (item,) = plan_webhooks(builder, replace(webhook("born", pet), body=body)).webhooks
    assert not item.is_form
