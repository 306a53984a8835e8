"""Names and modules of types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.model.types import (
    Field,
    ListOf,
    Presence,
    Record,
    Scalar,
    ScalarKind,
    TypeId,
    TypeMeta,
    UnionOf,
)
from sdksmith.plan import PlanSettings, build_package
from sdksmith.plan.package import AliasView
from sdksmith.plan.types.modules import strong_components
from sdksmith.render.types import types_names

from .builder import ApiBuilder
from .planned import (
    SETTINGS,
    alias_of,
    definitions,
    import_lines,
    only_method,
    plan,
    signature,
    source,
)


def test_a_response_union_without_a_name_gets_one() -> None:
    builder = ApiBuilder()
    cat = builder.record("Cat", a=builder.scalar())
    dog = builder.record("Dog", b=builder.scalar())
    meta = TypeMeta("/paths/~1pets/GET/responses/200", None, ("getPets", "response"))
    union = builder.add(UnionOf(meta, (cat, dog)))
    builder.operation("GET", "/pets", answer=union)
    package = plan(builder.build())
    assert source(only_method(package).returns) == "PetListResponse"
    assert alias_of(definitions(package.models)["PetListResponse"]) == "Cat | Dog"


def test_inline_types_are_called_after_where_they_stand() -> None:
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
    answer = inline(f"{op}/responses/200", "postPay", "response")
    builder.operation(
        "POST",
        "/invoices/{id}/pay",
        "postPay",
        body=builder.record(None, address=address),
        answer=answer,
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
def test_class_names(name: str, made: str) -> None:
    builder = ApiBuilder()
    builder.record(name, x=builder.scalar())
    assert list(definitions(plan(builder.build()).models)) == [made]


def test_components_that_are_alike_all_take_a_longer_name() -> None:
    builder = ApiBuilder()
    for name in ("User", "user", "Group"):
        builder.record(name, x=builder.scalar())
    planned = build_package(
        builder.build(), PlanSettings(package="a", distribution="a")
    )
    names = set(definitions(planned.package.models))
    assert names == {"UserPascal", "UserLower", "Group"}
    assert [item.code for item in planned.diagnostics] == ["PL001", "PL001"]
    assert {item.location.pointer for item in planned.diagnostics} == {
        "/components/schemas/User",
        "/components/schemas/user",
    }


def test_types_that_need_one_another_share_a_module() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    reserved = [TypeId(len(builder.types) + n) for n in range(3)]
    ahead = Field("child", reserved[1], Presence.OPTIONAL)
    builder.record("Parent", child=ahead)
    builder.record("Child", parent=reserved[0], leaf=reserved[2])
    builder.record("Leaf", name=text)
    modules = plan(builder.build()).models
    assert {str(m.module): [str(d.name) for d in m.definitions] for m in modules} == {
        "child": ["Child", "Parent"],
        "leaf": ["Leaf"],
    }
    assert import_lines(types_names("models", modules[0]).imports()) == [
        "from .._runtime import BaseModel",
        "from .leaf import Leaf",
    ]
    assert [str(name) for name in modules[0].exports] == ["Child", "Parent"]


def test_an_alias_that_needs_itself_is_read_when_it_is_used() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    me = TypeId(len(builder.types) + 1)
    inner = builder.add(ListOf(builder.meta(), me))
    builder.add(UnionOf(builder.meta("Json"), (text, inner)))
    builder.operation("PUT", "/json", body=me)
    package = plan(builder.build())
    made = definitions(package.models)["Json"]
    assert isinstance(made, AliasView)
    assert made.is_recursive
    assert alias_of(made) == '"str | list[Json]"'
    # For type checkers alone, it may name itself.
    assert (
        alias_of(definitions(package.params)["JsonParam"])
        == '"str | Sequence[JsonParam]"'
    )


def test_aliases_come_after_what_they_name() -> None:
    builder = ApiBuilder()
    first = TypeId(len(builder.types) + 1)
    builder.add(ListOf(builder.meta("A"), first))
    builder.add(ListOf(builder.meta("B"), TypeId(first + 1)))
    builder.record("C", a=Field("a", TypeId(first - 1), Presence.OPTIONAL))
    (module,) = plan(builder.build()).models
    assert [str(d.name) for d in module.definitions] == ["C", "B", "A"]


def test_a_chain_of_any_length_and_lists_of_any_depth() -> None:
    builder = ApiBuilder()
    count = 3000
    for number in range(count):
        last = number == count - 1
        link = builder.scalar() if last else TypeId(len(builder.types) + 1)
        if last:
            builder.record(f"R{number}", end=link)
        else:
            builder.record(f"R{number}", next=Field("next", link, Presence.REQUIRED))
    deep = builder.scalar()
    for _ in range(2000):
        deep = builder.list_of(deep)
    builder.operation("PUT", "/deep", body=deep, answer=deep)
    package = plan(builder.build())
    assert len(package.models) == count
    assert "Any" in source(only_method(package).returns)


@given(
    st.dictionaries(
        st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefg"), max_size=4)
    )
)
def test_strong_components(edges: dict[str, list[str]]) -> None:
    graph = {
        node: [end for end in ends if end in edges] for node, ends in edges.items()
    }

    def reaches(start: str, goal: str) -> bool:
        seen: set[str] = set()
        stack = [*graph[start]]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack.extend(graph[node])
        return goal in seen

    groups = strong_components(graph)
    assert sorted(node for group in groups for node in group) == sorted(graph)
    place = {node: index for index, group in enumerate(groups) for node in group}
    for a in graph:
        for b in graph:
            together = a == b or (reaches(a, b) and reaches(b, a))
            assert (place[a] == place[b]) == together
            # What a group needs comes before it.
            if reaches(a, b):
                assert place[b] <= place[a]


def test_scalars_with_a_name_are_what_they_are() -> None:
    builder = ApiBuilder()
    name = builder.add(Scalar(builder.meta("PetName"), ScalarKind.STRING))
    builder.record("Pet", name=name)
    package = plan(builder.build())
    assert list(definitions(package.models)) == ["Pet"]


def test_no_name_is_longer_than_a_file_name_may_be() -> None:
    builder = ApiBuilder()
    long = "-".join(["word"] * 200)
    text = builder.scalar()
    for name in (long, f"{long}-a", "X" + "y" * 300):
        builder.record(name, x=text)
    slots = "/".join(f"{{{long}-{number}}}" for number in range(5))
    builder.operation("GET", f"/{long}/{slots}", query=[long])
    builder.operation("GET", f"/{long}/{slots}/")
    package = plan(builder.build())
    modules = [str(module.module) for module in package.models]
    modules += [str(resource.module) for resource in package.resources]
    methods = [
        str(method.name)
        for resource in package.resources
        for method in resource.methods
    ]
    assert len(set(modules)) == 4
    assert len(set(methods)) == 2
    assert max(map(len, [*modules, *methods, *definitions(package.models)])) < 130


def test_a_name_that_is_too_long_gives_way_to_one_that_fits() -> None:
    """Stripe has `..._bank_transfer` and, inside it, `..._eu_bank_transfer`."""
    start = "customer_balance_resource_cash_balance_transaction_resource_"
    fitting = f"{start}funded_transaction_resource_bank_transfer"
    longer = f"{fitting}_resource_eu_bank_transfer"
    longest = f"{fitting}_resource_gb_bank_transfer"
    builder = ApiBuilder()
    for name in (longer, fitting, longest):
        builder.record(name, x=builder.scalar())
    planned = build_package(builder.build(), SETTINGS)
    assert not planned.diagnostics
    cash = "CustomerBalanceResourceCashBalanceTransactionResource"
    assert set(definitions(planned.package.models)) == {
        f"{cash}FundedTransactionResourceBankTransfer",
        f"{cash}BankTransferResourceEuBankTransfer",
        f"{cash}BankTransferResourceGbBankTransfer",
    }


def test_names_that_differ_in_their_middle_keep_it() -> None:
    ends = ("_of_this_thing" * 5, "_at_that_place" * 5)
    names = [f"long{ends[0]}_{word}{ends[1]}" for word in ("red", "blue")]
    builder = ApiBuilder()
    for name in names:
        builder.record(name, x=builder.scalar())
    made = definitions(plan(builder.build()).models)
    assert {name.lower() for name in made} == {n.replace("_", "") for n in names}


def test_the_name_of_a_component_is_not_for_what_is_shorter_than_itself() -> None:
    ends = ("_of_this_thing" * 5, "_at_that_place" * 5)
    long = f"long{ends[0]}_red{ends[1]}"
    first = ApiBuilder()
    first.record(long, x=first.scalar())
    (short,) = definitions(plan(first.build()).models)
    both = ApiBuilder()
    both.record(long, x=both.scalar())
    both.record(short, x=both.scalar())
    made = set(definitions(plan(both.build()).models))
    assert made == {short, "".join(word.title() for word in long.split("_"))}
