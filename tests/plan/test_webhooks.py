"""Functions that read webhooks and callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from sdksmith.model.api import Content, Place, Webhook
from sdksmith.model.types import Choice, ScalarKind, UnionOf

from .builder import ApiBuilder, parameter, whole_body
from .planned import plan, source

if TYPE_CHECKING:
    from sdksmith.model.types import TypeId
    from sdksmith.plan.package import WebhooksView


def webhook(
    name: str, body: TypeId | None, media_type: str = "application/json"
) -> Webhook:
    return Webhook(
        name,
        "POST",
        f"/webhooks/{name}/post",
        body=None if body is None else whole_body(body, media_type),
    )


def planned(builder: ApiBuilder, *webhooks: Webhook) -> WebhooksView:
    view = plan(builder.build(webhooks=webhooks)).webhooks
    assert view is not None
    return view


def functions(view: WebhooksView) -> dict[str, str]:
    return {str(item.name): source(item.returns) for item in view.webhooks}


def constant(builder: ApiBuilder, *values: str | int) -> TypeId:
    kind = ScalarKind.INTEGER if isinstance(values[0], int) else ScalarKind.STRING
    return builder.add(Choice(builder.meta(), kind, values))


def test_a_function_for_each_payload() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    view = planned(
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


def test_nothing_to_read_is_no_module() -> None:
    builder = ApiBuilder()
    assert plan(builder.build(webhooks=(webhook("bare", None),))).webhooks is None


def test_a_package_of_webhooks_alone_has_nothing_to_call() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    assert not plan(builder.build(webhooks=(webhook("born", pet),))).has_methods
    builder.operation("GET", "/pets")
    assert plan(builder.build()).has_methods


def test_names_that_are_alike_take_longer_ones() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    first = webhook("born", pet)
    again = replace(first, method="PUT", pointer="/webhooks/born/put")
    odd = webhook("webhook", pet)
    names = functions(planned(builder, first, again, odd))
    assert sorted(names) == ["parse_born_post", "parse_born_put", "parse_webhook_post"]
    swapped = functions(planned(builder, odd, again, first))
    assert swapped == names


def test_callbacks_are_called_after_their_operation_where_they_are_alike() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    job = builder.record("Job", id=builder.scalar())
    for path, body, name in (("/pets", pet, "done"), ("/jobs", job, "done")):
        operation = builder.operation("POST", path)
        callback = replace(webhook(name, body), pointer=f"{operation.pointer}/{name}")
        builder.operations[-1] = replace(operation, callbacks=(callback,))
    assert functions(planned(builder)) == {
        "parse_job_create_done": "Job",
        "parse_pet_create_done": "Pet",
    }


def test_a_callback_that_operations_repeat_is_one_function() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    for path in ("/pets", "/jobs"):
        operation = builder.operation("POST", path)
        callback = replace(webhook("done", pet), pointer=f"{operation.pointer}/done")
        builder.operations[-1] = replace(operation, callbacks=(callback,))
    view = planned(builder)
    assert functions(view) == {"parse_done": "Pet"}
    assert view.webhooks[0].doc.summary == "Parse the payload of the `done` callback."


def test_a_property_with_values_of_its_own_tells_webhooks_apart() -> None:
    builder = ApiBuilder()
    born = builder.record(
        "Born", type=constant(builder, "born", "hatched"), a=constant(builder, "x")
    )
    died = builder.record("Died", type=constant(builder, "died"), a=builder.scalar())
    moved = builder.record("Moved", type=constant(builder, "moved"))
    both = builder.add(UnionOf(builder.meta("Left"), (died, moved)))
    view = planned(builder, webhook("one", born), webhook("two", both))
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


def test_what_does_not_tell_them_apart() -> None:
    builder = ApiBuilder()
    same = [
        builder.record(name, type=constant(builder, "pet", name.lower()))
        for name in ("Cat", "Dog")
    ]
    open_ = builder.record("Eel", type=builder.scalar())
    cat, dog = same
    for payloads in ((cat, dog), (cat, open_), (cat,)):
        hooks = [webhook(f"hook{index}", item) for index, item in enumerate(payloads)]
        assert planned(builder, *hooks).switch is None


def test_a_header_with_values_of_its_own_tells_webhooks_apart() -> None:
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
    view = planned(builder, *hooks)
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
    (item,) = planned(builder, replace(webhook("born", pet), body=body)).webhooks
    assert not item.is_form
