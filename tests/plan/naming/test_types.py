"""Names of types without a component."""

from __future__ import annotations

from sdksmith.model.types import Field, Presence, Record, TypeId, TypeMeta, UnionOf

from tests.plan.builder import ApiBuilder
from tests.plan.views import (
    alias_of,
    definitions,
    entries,
    only_method,
    plan,
    signature,
    source,
)


def test_union_in_a_list_gets_a_name() -> None:
    builder = ApiBuilder()
    cat = builder.record("Cat", a=builder.scalar())
    dog = builder.record("Dog", b=builder.scalar())
    union = builder.add(UnionOf(builder.meta(None, "getPets", "item"), (cat, dog)))
    builder.operation("GET", "/pets", response=builder.list_of(union))
    method = only_method(plan(builder.build()))
    name = source(method.returns).removeprefix("list[").removesuffix("]")
    assert entries(method)["returns"] == f'ListOf("{name}")'


def test_response_union_gets_a_name() -> None:
    builder = ApiBuilder()
    cat = builder.record("Cat", a=builder.scalar())
    dog = builder.record("Dog", b=builder.scalar())
    meta = TypeMeta("/paths/~1pets/GET/responses/200", None, ("getPets", "response"))
    union = builder.add(UnionOf(meta, (cat, dog)))
    builder.operation("GET", "/pets", response=union)
    package = plan(builder.build())
    assert source(only_method(package).returns) == "PetListResponse"
    assert alias_of(definitions(package.models)["PetListResponse"]) == "Cat | Dog"


def test_inline_types_are_named_after_their_location() -> None:
    builder = ApiBuilder()
    text = builder.scalar()

    def inline(pointer: str, *context: str) -> TypeId:
        meta = TypeMeta(pointer, None, context)
        return builder.add(
            Record(meta, (Field("x", text, Presence.REQUIRED),), extra=None)
        )

    line = inline(
        "/components/schemas/Invoice/properties/lines/items", "Invoice", "lines", "item"
    )
    owner = inline("/components/schemas/Invoice/properties/owner", "Invoice", "owner")
    builder.record("Invoice", lines=builder.list_of(line), owner=owner)
    op = "/paths/~1invoices~1{id}~1pay/POST"
    address = inline(f"{op}/requestBody/address", "postPay", "request", "address")
    response = inline(f"{op}/responses/200", "postPay", "response")
    builder.operation(
        "POST",
        "/invoices/{id}/pay",
        "postPay",
        body=builder.record(None, address=address),
        response=response,
    )
    package = plan(builder.build())
    models = {
        str(module.module): [str(d.name) for d in module.definitions]
        for module in package.models
    }
    assert models == {
        "invoice": ["InvoiceLine", "InvoiceOwner", "Invoice"],
        "invoice_pay": ["InvoicePayResponse"],
    }
    assert list(definitions(package.params)) == ["InvoicePayAddressParam"]
    assert (
        signature(only_method(package)) == "id: str, *, address: InvoicePayAddressParam"
    )


def test_request_type_of_a_param_ends_in_input() -> None:
    builder = ApiBuilder()
    sort = builder.record("SortParam", field=builder.scalar())
    builder.operation(
        "POST", "/searches", "search", body=builder.record(None, sort=sort)
    )
    assert list(definitions(plan(builder.build()).params)) == ["SortParamInput"]


def test_words_that_resources_and_methods_share_are_not_repeated() -> None:
    builder = ApiBuilder()
    pointer = "/paths/~1global-networks~1{id}~1network-routes/GET/responses/200"
    meta = TypeMeta(pointer, None, ("listRoutes", "response"))
    fields = (Field("x", builder.scalar(), Presence.REQUIRED),)
    route = builder.add(Record(meta, fields, extra=None))
    path = "/global-networks/{id}/network-routes"
    builder.operation("GET", path, "listRoutes", response=route)
    made = list(definitions(plan(builder.build()).models))
    assert len(made) == 1
    assert made[0].startswith("GlobalNetworkRoute")
