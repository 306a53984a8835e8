"""The tree of resources: hints, collisions, stability."""

from __future__ import annotations

import keyword
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runtime.async_client import AsyncBaseClient
from runtime.client import BaseClient
from sdksmith.model.api import NameHints
from sdksmith.plan.content.paths import path_text
from sdksmith.plan.naming.resources import CLIENT_NAMES, build_tree, name_classes

from tests.plan.builder import ApiBuilder
from tests.plan.naming.calls import assert_names, calls_of, lines_of, name_paths
from tests.plan.views import methods_of, plan, signature

CASES = {
    "equal names are extended from the operationId": """
        GET /users/{id} getUser -> users.retrieve
        GET /users/{name}/ getUserByName -> users.retrieve_by_name
    """,
    "equal names are extended from the placeholder": """
        GET /posts/{id} -> posts.retrieve
        GET /posts/{slug}/ -> posts.retrieve_by_slug
    """,
    "equal names are extended with the version": """
        GET /v1/users -> users.list
        GET /v2/users -> users.list_v2
    """,
    "equal operationIds are extended with the version": """
        GET /v1beta1/flowschemas readFlowV1beta1FlowSchemas -> flowschemas.list_v1_beta1
        GET /v2/flowschemas readFlowV2FlowSchemas -> flowschemas.list
        GET /v2/flowschemas/{name} readV2FlowSchema -> flowschemas.retrieve
    """,
    "equal names are extended without the parent": """
        GET /invoices/{invoice_id}/files/{file_id} getInvoiceFileById -> invoices.files.retrieve
        GET /invoices/{invoice_id}/files/{name} getInvoiceFileByName -> invoices.files.retrieve_by_name
    """,
    "name of a child resource is not given to a method": """
        POST /invoices/lines/{id} -> invoices.lines.update
        GET /invoices/{id} getLines -> invoices.retrieve
    """,
}


@pytest.mark.parametrize("case", CASES)
def test_equal_names_are_extended(case: str) -> None:
    assert_names(CASES[case])


def test_hints_take_precedence() -> None:
    builder = ApiBuilder()
    hints = NameHints(group=("billing", "invoices"), method="fetch")
    builder.operation("GET", "/invoices/{id}", hints=hints)
    builder.operation("GET", "/pets/{id}", hints=NameHints(method="find"))
    builder.operation("GET", "/cats/{id}", hints=NameHints(group=("pets",)))
    builder.operation(
        "GET", "/status", hints=NameHints(method="health", is_complete=True)
    )
    assert set(calls_of(builder.build()).values()) == {
        "billing.invoices.fetch",
        "pets.find",
        "pets.retrieve",
        "health",
    }


def test_name_from_a_hint_is_not_given_to_other_operations() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/pets/{id}")
    builder.operation("GET", "/pets/{id}/x", hints=NameHints(("pets",), "retrieve"))
    assert calls_of(builder.build()) == {
        "GET /pets/{id}": "pets.retrieve_by_id",
        "GET /pets/{id}/x": "pets.retrieve",
    }


def test_client_names_are_the_attributes_of_the_clients() -> None:
    attributes = {*dir(BaseClient), *dir(AsyncBaseClient)}
    assert {name for name in attributes if not name.startswith("_")} == CLIENT_NAMES


@pytest.mark.parametrize("name", sorted(CLIENT_NAMES))
def test_resources_and_methods_do_not_shadow_client_attributes(name: str) -> None:
    names = name_paths(f"GET /{name}/{{id}}", f"POST /{name}")
    assert all(call.split(".")[0] != name for call in names.values())


def test_children_methods_and_defaults_do_not_collide() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/a/b/{id}")
    builder.operation("PUT", "/a/{id}", hints=NameHints(method="b"))
    builder.operation("POST", "/a/omit")
    (node,) = build_tree(builder.build()).children
    children = {child.attribute for child in node.children}
    methods = {item.name for item in node.operations}
    assert children == {"b"}
    assert not methods & {"b", "omit", "cached_property", "builtins"}


def test_modules_and_classes_are_named_after_the_whole_chain() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/invoices/{id}/lines")
    tree = build_tree(builder.build())
    nodes = [node for node in tree.walk() if node.chain]
    assert [node.module for node in nodes] == ["invoices", "invoices_lines"]
    classes = name_classes([node.chain for node in nodes], frozenset())
    assert list(classes.values()) == ["Invoices", "InvoicesLines"]


def test_chains_that_join_to_the_same_name_get_different_names() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/a/b_cs/{id}")
    builder.operation("GET", "/a_b/cs/{id}")
    nodes = [node for node in build_tree(builder.build()).walk() if len(node.chain) > 1]
    assert {node.module for node in nodes} == {"a__b_cs", "a_b__cs"}
    classes = name_classes([node.chain for node in nodes], frozenset())
    assert set(classes.values()) == {"A_BCs", "AB_Cs"}


def test_classes_avoid_names_of_types_and_async_classes() -> None:
    chains = [("jobs",), ("async_jobs",), ("invoices",), ("pets",), ("client",)]
    classes = name_classes(chains, {"invoices", "asyncpets"})
    assert classes["invoices",] == "InvoicesResource"
    assert classes["pets",] == "PetsResource"
    assert classes["client",] == "ClientResource"
    assert classes["jobs",] == "Jobs"
    assert classes["async_jobs",] != "AsyncJobs"


def test_module_names_reserved_by_windows_get_a_suffix() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/con/{id}")
    (node,) = build_tree(builder.build()).children
    assert (node.attribute, node.module) == ("con", "con_resource")


_segments = st.one_of(
    st.sampled_from(
        [
            *("users", "user", "me", "search", "pay", "v1", "api", "list", "import"),
            *(
                "a.b",
                "with_options",
                "{id}",
                "{name}",
                "{a}{b}",
                "{id}.json",
                "{id}:run",
            ),
            *("x:run", "History", "2fa", "@me", "_", "-", "caf\xe9", "\u540d", "a'b"),
        ]
    ),
    st.text(
        st.characters(exclude_characters="/{}", exclude_categories=["Cs"]), max_size=6
    ),
)
_paths = st.lists(_segments, max_size=5).map(lambda parts: "/" + "/".join(parts))
_ids = st.sampled_from(
    ["", "getUser", "listUsers", "Users_Get", "users/get-by-name", "import", "x"]
)
_operations = st.dictionaries(
    st.tuples(st.sampled_from(["GET", "POST", "PUT", "DELETE"]), _paths),
    _ids,
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(_operations, st.randoms(use_true_random=False))
def test_names_are_unique_identifiers_independent_of_the_order(
    operations: dict[tuple[str, str], str], random: Random
) -> None:
    def names_of(items: list[tuple[tuple[str, str], str]]) -> dict[str, str]:
        builder = ApiBuilder()
        for (method, path), operation_id in items:
            builder.operation(method, path, operation_id, tags=["Some Tag"])
        return {
            item.operation.pointer: ".".join((*node.chain, item.name))
            for node in build_tree(builder.build()).walk()
            for item in node.operations
        }

    items = list(operations.items())
    names = names_of(items)
    assert len(set(names.values())) == len(operations)
    for name in names.values():
        for part in name.split("."):
            assert part.isidentifier()
            assert part.isascii()
            assert not keyword.iskeyword(part)
    random.shuffle(items)
    assert names_of(items) == names


def test_additional_operation_renames_no_other() -> None:
    operations = [
        "GET /crm/contacts",
        "GET /crm/contacts/{id}",
        "GET /crm/deals",
        "GET /crm/deals/{id}",
        "POST /crm/deals",
        "POST /crm/deals/{id}/close",
    ]
    more = ("GET /widgets", "POST /crm/widgets", "POST /crm/certify", "GET /crm/zones")
    before = name_paths(*operations)
    assert before["GET /crm/deals"] == "deals.list"
    for added in more:
        after = name_paths(*operations, added)
        assert {key: after[key] for key in before} == before


def test_missing_operation_keeps_the_common_prefix_out_of_names() -> None:
    operations = [
        *("GET /gate/doors", "GET /gate/doors/{id}", "GET /gate/lamps/{id}/colour"),
        *("POST /gate/doors", "POST /gate/open"),
    ]
    names = name_paths(*operations)
    assert names["GET /gate/doors"] == "doors.list"
    for missing in operations:
        left = [item for item in operations if item != missing]
        assert name_paths(*left) == {key: names[key] for key in left}


CALLABLE = {
    "children make a method a resource": """
        GET /users/usage -> users.usage.retrieve
        GET /users/usage/exports/{id} -> users.usage.exports.retrieve
        call users.usage -> GET /users/usage
    """,
    "another HTTP method makes a method a resource": """
        POST /orders/{id}/cancel -> orders.cancel.create
        GET /orders/{id}/cancel -> orders.cancel.retrieve
        call orders.cancel -> POST /orders/{id}/cancel
    """,
    "reading verb is called with GET": """
        POST /users/search -> users.search.create
        GET /users/search -> users.search.retrieve
        call users.search -> GET /users/search
    """,
    "name from an operationId is a resource as well": """
        GET /users searchUsers -> users.search_users
        GET /users/search/{id}/hits -> users.search.hits.list
        call users.search -> GET /users
    """,
    "top level": """
        POST /fetch -> fetch.create
        GET /fetch/jobs/{id} -> fetch.jobs.retrieve
        call fetch -> POST /fetch
    """,
    "resource without a method of its name": """
        GET /users/{id} -> users.retrieve
    """,
}


@pytest.mark.parametrize("case", CALLABLE)
def test_resource_is_called_like_the_method_it_would_be(case: str) -> None:
    pairs = dict(line.split(" -> ") for line in lines_of(CALLABLE[case]))
    builder = ApiBuilder()
    for left in pairs:
        method, path, *more = left.split()
        if method != "call":
            builder.operation(method, path, more[0] if more else "")
    found: dict[str, str] = {}
    for node in build_tree(builder.build()).walk():
        called = (node.call,) if node.call else ()
        for item in (*node.operations, *called):
            operation = item.operation
            route = f"{operation.method} {path_text(operation.path)}"
            if item in node.operations:
                key = " ".join(filter(None, [route, operation.id]))
                found[key] = ".".join((*node.chain, item.name))
            else:
                found[f"call {'.'.join(node.chain)}"] = route
    assert found == pairs


def test_call_has_signature_and_documentation_of_its_method() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/users/{id}/usage", query=["day"])
    builder.operation("GET", "/users/{id}/usage/exports/{export}")
    methods = methods_of(plan(builder.build()))
    called, named = methods["users.usage.__call__"], methods["users.usage.retrieve"]
    assert signature(called) == signature(named)
    assert called.doc == named.doc
    assert called.is_alias
    assert called.smoke.call.function == "users.usage"
