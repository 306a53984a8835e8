"""Class names of components."""

from __future__ import annotations

import pytest
from sdksmith.plan import build_package

from tests.plan.builder import ApiBuilder
from tests.plan.views import SETTINGS, definitions, plan


def names_of(*components: str) -> set[str]:
    """Return the class names of components that cause no diagnostics."""
    builder = ApiBuilder()
    for name in components:
        builder.record(name, x=builder.scalar())
    planned = build_package(builder.build(), SETTINGS)
    assert not planned.diagnostics
    return set(definitions(planned.package.models))


def test_exact_name_is_kept_beside_another_spelling() -> None:
    builder = ApiBuilder()
    for name in ("User", "user", "Group"):
        builder.record(name, x=builder.scalar())
    planned = build_package(builder.build(), SETTINGS)
    names = set(definitions(planned.package.models))
    assert names == {"User", "UserLower", "Group"}
    assert [(item.code, item.location.pointer) for item in planned.diagnostics] == [
        ("PL001", "/components/schemas/user")
    ]


@pytest.mark.parametrize(
    ("components", "classes"),
    [
        (("InvoiceDto", "InvoiceDtoLine"), {"Invoice", "InvoiceDtoLine"}),
        (("InvoiceDTO", "Invoice"), {"InvoiceDTO", "Invoice"}),
        (("InvoiceDto", "InvoiceVO"), {"InvoiceDto", "InvoiceVO"}),
        (("com.acme.InvoiceDto", "acme_OrderViewModel"), {"Invoice", "AcmeOrder"}),
        (("InvoiceV1", "OrderV2", "OrderV1"), {"Invoice", "OrderV2", "Order"}),
        (("InvoiceV1Beta", "InvoiceV1"), {"InvoiceV1Beta", "Invoice"}),
        # These would be unspecific, hide a class of the runtime, or lose a word.
        (("ErrorDto", "NotFoundErrorDto", "ShopEURIVO"), None),
        (("The invoice that is returned",), {"InvoiceReturned"}),
        (("The state of an order, or of a line",), {"StateOrderOrLine"}),
        (("List of orders",), {"ListOfOrders"}),
        (("OBAccount_LineItem", "acme_URLList"), {"OBAccountLineItem", "AcmeURLList"}),
        (("android-7.0", "Line2-Item"), {"Android7_0", "Line2Item"}),
    ],
)
def test_names_are_short_where_they_are_free(
    components: tuple[str, ...], classes: set[str] | None
) -> None:
    assert names_of(*components) == (classes or set(components))
    assert names_of(*reversed(components)) == (classes or set(components))


def test_name_of_a_module_is_avoided() -> None:
    builder = ApiBuilder()
    for name in ("Field", "BaseModel"):
        builder.record(name, x=builder.scalar())
    made = set(definitions(plan(builder.build()).models))
    assert made == {"FieldModel", "BaseModelSchema"}


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
