"""Class names of components."""

from __future__ import annotations

from sdksmith.plan import PlanSettings, build_package

from tests.plan.builder import ApiBuilder
from tests.plan.views import SETTINGS, definitions, plan


def test_components_with_equal_names_all_get_longer_names() -> None:
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


def test_shortened_name_differs_from_equal_name_that_fits() -> None:
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


def test_long_names_that_differ_in_the_middle_keep_it() -> None:
    ends = ("_of_this_thing" * 5, "_at_that_place" * 5)
    names = [f"long{ends[0]}_{word}{ends[1]}" for word in ("red", "blue")]
    builder = ApiBuilder()
    for name in names:
        builder.record(name, x=builder.scalar())
    made = definitions(plan(builder.build()).models)
    assert {name.lower() for name in made} == {n.replace("_", "") for n in names}


def test_component_name_takes_precedence_over_a_shortened_name() -> None:
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
