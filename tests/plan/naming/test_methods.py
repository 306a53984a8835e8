"""Names of methods."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Content, Response
from sdksmith.model.types import ScalarKind
from sdksmith.plan.naming.resources import build_tree

from tests.plan.builder import ApiBuilder
from tests.plan.naming.calls import assert_names, calls_of, lines_of

SINGLE = """
    GET /invoices -> invoices.list
    POST /invoices -> invoices.create
    GET /invoices/{id} -> invoices.retrieve
    POST /invoices/{id} -> invoices.update
    PUT /invoices/{id} -> invoices.update
    PATCH /invoices/{id} -> invoices.update
    DELETE /invoices/{id} -> invoices.delete
    DELETE /invoices -> invoices.delete_all
    PUT /invoices -> invoices.update
    HEAD /invoices/{id} -> invoices.head
    OPTIONS /invoices -> invoices.options
    COPY /invoices/{id} -> invoices.copy
    VERSION-CONTROL /invoices/{id} -> invoices.version_control

    GET /account -> account.retrieve
    POST /token -> token.create
    DELETE /session -> session.delete
    PATCH /settings -> settings.update
    GET /balance/history -> balance.history.list

    GET /invoices/{id}/lines -> invoices.lines.list
    POST /invoices/{id}/lines -> invoices.lines.create
    GET /invoices/{id}/lines/{line} -> invoices.lines.retrieve
    DELETE /invoices/{id}/lines/{line} -> invoices.lines.delete
    GET /customers/{id}/discount -> customers.discount
    DELETE /customers/{id}/discount -> customers.discount.delete

    POST /invoices/{id}/pay -> invoices.pay
    POST /invoices/{id}/mark_uncollectible -> invoices.mark_uncollectible
    POST /charges/{id}/refund -> charges.refund
    POST /videos/{id}/transcoding -> videos.transcoding
    PUT /gists/{id}/star -> gists.star
    POST /database-accounts/{id}/listKeys -> database_accounts.list_keys
    POST /messages/bulk-delete -> messages.bulk_delete
    GET /invoices/upcoming -> invoices.upcoming
    GET /invoices/{id}/download -> invoices.download
    GET /users/me -> users.me
    GET /users/search -> users.search
    GET /users/search/{text} -> users.search
    GET /users/by_email -> users.by_email
    GET /users/in_group/{group} -> users.in_group
    GET /pets/findByStatus -> pets.find_by_status
    GET /accounts/balance -> accounts.balance
    GET /orders/{id}/status -> orders.status
    POST /chat/completions -> chat.completions.create
    GET /order/{id} -> order.retrieve
    PUT /order/{id} -> order.update
    GET /test_helpers/test_clocks -> test_helpers.test_clocks.list

    POST /projects/{id}:archive -> projects.archive
    POST /projects:batchGet -> projects.batch_get
    GET /projects/{id}/operations/{op}:wait -> projects.operations.wait

    GET /search -> search
    GET /ping -> ping
    POST /convert -> convert
    GET /get_active_votes -> get_active_votes"""


@pytest.mark.parametrize("line", lines_of(SINGLE))
def test_method_name_of_a_single_operation(line: str) -> None:
    assert_names(line)


CASES = {
    "typical resources": """
        GET /invoices getInvoices -> invoices.list
        POST /invoices postInvoices -> invoices.create
        GET /invoices/upcoming getInvoicesUpcoming -> invoices.upcoming
        GET /invoices/{invoice} getInvoicesInvoice -> invoices.retrieve
        POST /invoices/{invoice} postInvoicesInvoice -> invoices.update
        POST /invoices/{invoice}/pay postInvoicesInvoicePay -> invoices.pay
        GET /invoices/{invoice}/lines getInvoicesInvoiceLines -> invoices.lines.list
        GET /invoiceitems getInvoiceitems -> invoiceitems.list
        POST /invoiceitems postInvoiceitems -> invoiceitems.create
        GET /invoiceitems/{invoiceitem} getInvoiceitemsInvoiceitem -> invoiceitems.retrieve
        POST /invoiceitems/{invoiceitem} postInvoiceitemsInvoiceitem -> invoiceitems.update
        DELETE /invoiceitems/{invoiceitem} deleteInvoiceitemsInvoiceitem -> invoiceitems.delete
    """,
    "singular with items is a collection": """
        GET /chart/ -> chart.list
        POST /chart/ -> chart.create
        DELETE /chart/ -> chart.delete_all
        GET /chart/{pk} -> chart.retrieve
    """,
    "PATCH updates, PUT replaces": """
        PATCH /pets/{id} -> pets.update
        PUT /pets/{id} -> pets.replace
    """,
    "POST of an item with PUT creates unless the collection does": """
        POST /pets/{id} -> pets.create
        PUT /pets/{id} -> pets.update
        POST /cats -> cats.create
        POST /cats/{id} -> cats.update
        PUT /cats/{id} -> cats.replace
    """,
    "methods of a collection get the suffix all if the item has them": """
        PUT /roles -> roles.update_all
        PUT /roles/{id} -> roles.update
        DELETE /roles -> roles.delete_all
        DELETE /roles/{id} -> roles.delete
    """,
    "GET of a collection with items lists them whatever its response is": """
        GET /models -> models.list
        GET /models/{id} -> models.retrieve
    """,
    "plain operation has the plain name, variants of it get the suffix": """
        GET /orders -> orders.list
        GET /api/v2/orders -> orders.list_v2
    """,
    "account that nearly all paths share is no resource": """
        GET /accounts -> accounts.list
        GET /accounts/{id}/messages -> messages.list
        POST /accounts/{id}/messages -> messages.create
        GET /accounts/{id}/messages/{message} -> messages.retrieve
        DELETE /accounts/{id}/messages/{message} -> messages.delete
        GET /accounts/{id}/calls -> calls.list
        POST /accounts/{id}/calls -> calls.create
        GET /accounts/{id}/calls/{call} -> calls.retrieve
        POST /accounts/{id}/calls/{call}/end -> calls.end
        GET /accounts/{id}/calls/{call}/events -> calls.events.list
        GET /accounts/{id}/queues -> queues.list
    """,
    "account is a resource if other paths do not share it": """
        GET /accounts/{id}/messages -> accounts.messages.list
        GET /users -> users.list
    """,
    "version is no suffix if there is no other version": """
        GET /v1/orders/latest -> orders.latest
        GET /v1/shops/{shop}/orders/latest -> shops.orders.latest
        GET /v1/orders/{order}/latest -> orders.latest_by_order
    """,
    "standard method keeps its name from an action": """
        DELETE /orders/{order}/notes/{note} -> orders.notes.delete
        POST /orders/{order}/notes/delete deleteAll -> orders.notes.delete_all
    """,
    "update has its name beside a partial one": """
        PUT /orders/{id} orders_update -> orders.update
        PATCH /orders/{id} orders_partial_update -> orders.partial_update
    """,
    "placeholder for a file extension is no item": """
        GET /orders.{content_type} -> orders.list
        GET /orders/{id}{mediaTypeExtension} -> orders.retrieve
    """,
    "part of an item is named after its placeholder": """
        GET /webhooks/{id} -> webhooks.retrieve
        GET /webhooks/{id}/{field} -> webhooks.retrieve_field
    """,
}


@pytest.mark.parametrize("case", CASES)
def test_method_names_of_several_operations(case: str) -> None:
    assert_names(CASES[case])


def name_variants(*fragments: str) -> dict[str, str]:
    """Return the names of operations whose paths differ in a fragment."""
    builder = ApiBuilder()
    for fragment in fragments:
        for path in ("/calls", "/calls/{id}/record"):
            item = builder.operation("POST", path)
            pointer = item.pointer.replace("/POST", f"{fragment}/POST")
            builder.operations[-1] = replace(item, pointer=pointer)
    return {
        item.operation.pointer: ".".join((*node.chain, item.name))
        for node in build_tree(builder.build()).walk()
        for item in node.operations
    }


def test_variant_has_the_same_name_with_and_without_the_plain_operation() -> None:
    names = name_variants("#overload=stream")
    assert list(names.values()) == ["calls.create_stream", "calls.record_stream"]
    assert name_variants("", "#overload=stream") == names | {
        "/paths/~1calls/POST": "calls.create",
        "/paths/~1calls~1{id}~1record/POST": "calls.record",
    }


@pytest.mark.parametrize("fragment", ["#limit", "#lat=42.35"])
def test_other_fragments_make_no_variants(fragment: str) -> None:
    names = name_variants(fragment)
    assert list(names.values()) == ["calls.create", "calls.record"]


@pytest.mark.parametrize(
    ("tags", "path", "expected"),
    [
        (["Users"], "/login", "users.login"),
        (["Search"], "/search", "search"),
        (["default"], "/login", "login"),
        (["Users"], "/", "users.retrieve"),
        (["Users"], "/invoices", "invoices.list"),
        (["***"], "/login", "login"),
    ],
)
def test_tag_names_the_resource_if_the_path_does_not(
    tags: list[str], path: str, expected: str
) -> None:
    builder = ApiBuilder()
    builder.operation("GET", path, tags=tags)
    assert list(calls_of(builder.build()).values()) == [expected]


def test_action_with_the_name_of_a_tag_is_in_the_resource_of_the_tag() -> None:
    builder = ApiBuilder()
    builder.operation("POST", "/translate", tags=["Translate"])
    builder.operation("POST", "/detect", tags=["Translate"])
    assert calls_of(builder.build()) == {
        "POST /translate": "translate.create",
        "POST /detect": "translate.detect",
    }


@pytest.mark.parametrize("path", ["/metrics", "/units/metrics"])
@pytest.mark.parametrize(
    ("status", "media_type", "kind"),
    [
        ("204", "", None),
        ("200", "text/csv", ScalarKind.STRING),
        ("200", "application/pdf", ScalarKind.BINARY),
        ("200", "application/json", ScalarKind.INTEGER),
    ],
)
def test_response_that_cannot_be_a_list_is_retrieved(
    path: str, status: str, media_type: str, kind: ScalarKind | None
) -> None:
    builder = ApiBuilder()
    contents = () if kind is None else (Content(media_type, builder.scalar(kind)),)
    builder.operation("GET", path, responses=(Response(status, contents),))
    (call,) = calls_of(builder.build()).values()
    is_content = kind is ScalarKind.BINARY and path.count("/") > 1
    assert call.endswith("units.metrics" if is_content else "metrics.retrieve")


def test_noun_without_response_is_a_method() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/mail/status", responses=(Response("204", ()),))
    assert list(calls_of(builder.build()).values()) == ["mail.status"]


@pytest.mark.parametrize(
    ("others", "is_same", "expected"),
    [
        (("GET",), True, "update"),
        (("GET",), False, "create"),
        (("GET", "PUT"), True, "create"),
        ((), True, "create"),
    ],
)
def test_post_to_a_single_resource_updates_what_get_returns(
    others: tuple[str, ...], is_same: bool, expected: str
) -> None:
    builder = ApiBuilder()
    limit = builder.record("Limit", amount=builder.scalar())
    written = limit if is_same else builder.record("Created", id=builder.scalar())
    for method in others:
        builder.operation(method, "/limit", response=limit)
    builder.operation("POST", "/limit", response=written)
    assert calls_of(builder.build())["POST /limit"] == f"limit.{expected}"


@pytest.mark.parametrize(
    ("operation_id", "is_array", "expected"),
    [
        ("retrieveFeatures", False, "retrieve"),
        ("retrieveFeatures", True, "list"),
        ("getFeatures", False, "list"),
    ],
)
def test_operation_id_that_retrieves_an_object_with_a_list(
    operation_id: str, is_array: bool, expected: str
) -> None:
    builder = ApiBuilder()
    names = builder.list_of(builder.scalar())
    response = names if is_array else builder.record("Features", features=names)
    builder.operation("GET", "/features", operation_id, response=response)
    assert list(calls_of(builder.build()).values()) == [f"features.{expected}"]


@pytest.mark.parametrize(
    ("query", "more_lists", "expected"),
    [
        (("cursor",), (), "flags.list"),
        ((), (), "flags.retrieve"),
        (("cursor",), ("tags",), "flags.retrieve"),
    ],
)
def test_list_in_pages_below_a_placeholder(
    query: tuple[str, ...], more_lists: tuple[str, ...], expected: str
) -> None:
    builder = ApiBuilder()
    names = ("flags", *more_lists)
    lists = {name: builder.list_of(builder.scalar()) for name in names}
    page = builder.record("Page", **lists)
    builder.operation("GET", "/flags/{project}", response=page, query=query)
    builder.operation("GET", "/flags/{project}/{flag}")
    calls = calls_of(builder.build())
    assert calls["GET /flags/{project}"] == expected
    is_item = expected == "flags.list"
    item = "flags.retrieve" if is_item else "flags.retrieve_flag"
    assert calls["GET /flags/{project}/{flag}"] == item
