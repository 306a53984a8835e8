"""Component names that start with a package."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.model.types import Field, Presence, Record, TypeMeta
from sdksmith.plan import build_package
from sdksmith.plan.naming.components.packages import read_qualifiers

from tests.plan.builder import ApiBuilder
from tests.plan.views import SETTINGS, definitions, plan

if TYPE_CHECKING:
    from sdksmith.model.api import Api

GRAPH = tuple(f"acme.graph.{word}" for word in ["user", "group", "callLogs.call"])
MANY = tuple(f"acme.graph.thing{letter}" for letter in "abcdefghij")


def api_of(*names: str) -> Api:
    builder = ApiBuilder()
    for name in names:
        builder.record(name, x=builder.scalar())
    return builder.build()


def classes_of(*names: str) -> dict[str, str]:
    """Return the class names of components that cause no diagnostics."""
    planned = build_package(api_of(*names), SETTINGS)
    assert not planned.diagnostics
    made = definitions(planned.package.models)
    qualifiers = read_qualifiers(names)
    return {
        name: next(text for text in qualifiers.class_names(name) if text in made)
        for name in names
    }


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("io.example.api.core.v1.Pod", "Pod"),
        ("io.example.api.core.v1alpha1.Pod", "V1Alpha1Pod"),
        ("io.example.api.core.v1.APIGroup", "APIGroup"),
        ("io.example.api.core.v1.Status", "V1Status"),
        ("io.example.api.core.v2.Pod", "V2Pod"),
        ("core.v1.Pod", "Pod"),
        ("v1.Pod", "V1Pod"),
        ("com.acme.shop.Invoice", "Invoice"),
        ("com.acme.shop.Invoice.Line", "InvoiceLine"),
        ("com.acme.shop.Invoice$Line", "InvoiceLine"),
        ("com.acme-shop.line_items.Invoice", "Invoice"),
        ("models.Invoice", "Invoice"),
        ("api.Invoice", "Invoice"),
        ("Acme.Api.Models.Invoice", "Invoice"),
        ("Acme.Api.Models.Invoices.Invoice", "Invoice"),
        ("Acme.Api.Models.Sales.Invoice", "SalesInvoice"),
        ("Acme.Web.LoginController.Request", "AcmeWebLoginControllerRequest"),
        ("Acme.Controllers.LoginController.Request", "LoginControllerRequest"),
        ("Page\xabcom.acme.Invoice\xbb", "PageInvoice"),
        ("com.acme.Page[com.acme.Invoice]", "PageInvoice"),
        ("Acme.Models.Page_Acme.Models.Invoice_", "PageInvoice"),
        (
            "Acme.Models.Page_System.Collections.Generic.List_Acme.Models.Invoice_",
            "PageListInvoice",
        ),
    ],
)
def test_package_is_omitted(name: str, made: str) -> None:
    assert list(definitions(plan(api_of(name)).models)) == [made]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Invoice.Line", "InvoiceLine"),
        ("invoice.Line", "InvoiceLine"),
        ("issuing.card", "IssuingCard"),
        ("issuing.card.limits", "IssuingCardLimits"),
        ("deleted_issuing.card", "DeletedIssuingCard"),
        ("login_user.Response", "LoginUserResponse"),
        ("InvoiceApi.get", "InvoiceApiGet"),
        ("Invoice.jsonld-read", "InvoiceJsonldRead"),
        ("invoice_body.yaml", "InvoiceBodyYaml"),
        ("pain.001", "Pain001"),
        ("android-7.0", "Android7_0"),
        ("com..Invoice", "ComInvoice"),
        ("List_shop.entities.Invoice", "ListShopEntitiesInvoice"),
    ],
)
def test_other_qualifiers_are_kept(name: str, made: str) -> None:
    assert list(definitions(plan(api_of(name)).models)) == [made]


def test_vague_name_keeps_the_last_segment_of_its_package() -> None:
    assert classes_of("com.acme.shop.Error", "com.acme.billing.InvoiceError") == {
        "com.acme.shop.Error": "ShopError",
        "com.acme.billing.InvoiceError": "InvoiceError",
    }


def test_component_that_contains_others_is_not_a_package() -> None:
    names = ("com.acme.models", "com.acme.models.Invoice", "com.acme.shop.Invoice")
    made = set(definitions(plan(api_of(*names)).models))
    assert made == {"ComAcmeModels", "ComAcmeModelsInvoice", "Invoice"}


def test_equal_names_are_distinguished_by_more_of_the_package() -> None:
    names = ("a.core.v1.Event", "a.events.v1.Event", "a.apps.v1.Event", "a.core.v1.Pod")
    expected = {
        "a.core.v1.Event": "CoreV1Event",
        "a.events.v1.Event": "EventsV1Event",
        "a.apps.v1.Event": "AppsV1Event",
        "a.core.v1.Pod": "Pod",
    }
    for order in permutations(names):
        assert classes_of(*order) == expected


def test_component_without_a_package_keeps_its_name() -> None:
    made = set(definitions(plan(api_of("com.acme.shop.Invoice", "Invoice")).models))
    assert made == {"ShopInvoice", "Invoice"}


@pytest.mark.parametrize("name", ["```", "``", "`", "._.", "."])
def test_names_without_letters_have_no_short_form(name: str) -> None:
    assert read_qualifiers([name]).class_names(name) == ()
    (made,) = definitions(build_package(api_of(name), SETTINGS).package.models)
    assert made.isidentifier()


def test_reserved_name_is_avoided_with_more_of_the_package() -> None:
    made = definitions(plan(api_of("com.acme.runtime.Any")).models)
    assert list(made) == ["RuntimeAny"]


def test_prefix_of_nearly_all_components_is_a_package() -> None:
    made = definitions(plan(api_of(*MANY, *GRAPH, "Problem")).models)
    assert {"User", "Group", "CallLogsCall", "Thinga", "Problem"} <= set(made)


def test_prefix_of_a_few_components_is_kept() -> None:
    assert list(definitions(plan(api_of(*GRAPH)).models)) == [
        "AcmeGraphCallLogsCall",
        "AcmeGraphGroup",
        "AcmeGraphUser",
    ]


def test_prefix_of_some_components_is_kept() -> None:
    others = [f"Thing{letter}" for letter in "abcdefghij"]
    made = definitions(plan(api_of(*MANY, *GRAPH, *others)).models)
    assert "AcmeGraphUser" in made


@pytest.mark.parametrize("version", ["v1", "v2beta1"])
def test_version_in_a_common_prefix_is_omitted(version: str) -> None:
    names = [f"voice.{version}.thing{letter}" for letter in "abcdefghij"]
    made = definitions(plan(api_of(*names, f"voice.{version}.call.call_log")).models)
    assert {"Thinga", "CallLog"} <= set(made)


def test_package_that_ends_with_a_version_is_omitted() -> None:
    kinds = (
        "Task",
        "Job",
        "JobList",
        "Lake",
        "Zone",
        "Asset",
        "Scan",
        "Rule",
        "Entity",
    )
    names = [
        f"AcmeCloudLakeV{version}{kind}"
        for version in ("1", "1beta2")
        for kind in (*kinds, "Entry")
    ]
    made = set(definitions(plan(api_of(*names, "AcmeIamV1Policy", "Zone")).models))
    assert made == {
        *(kinds[:-5]),
        *("Asset", "Scan", "Rule", "Entity", "AcmeCloudLakeV1Entry"),
        *(f"V1beta2{kind}" for kind in kinds),
        *("AcmeCloudLakeV1beta2Entry", "V1Zone", "Zone", "AcmeIamV1Policy"),
    }


def test_inline_schemas_are_named_after_the_class_of_their_component() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    name = "com.acme.shop.Invoice"
    fields = (Field("x", text, Presence.REQUIRED),)
    where = f"/components/schemas/{name}/properties/lines/items"
    line = builder.add(
        Record(TypeMeta(where, None, (name, "lines", "item")), fields, extra=None)
    )
    builder.record(name, lines=builder.list_of(line))
    package = plan(builder.build())
    assert [str(module.module) for module in package.models] == ["invoice"]
    assert list(definitions(package.models)) == ["InvoiceLine", "Invoice"]


def test_inline_schemas_with_equal_names_keep_the_package() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    for name in ("com.acme.shop.Lines", "com.acme.stock.Lines"):
        meta = TypeMeta(f"/components/schemas/{name}/items", None, (name, "item"))
        fields = (Field("x", text, Presence.REQUIRED),)
        line = builder.add(Record(meta, fields, extra=None))
        builder.schemas[name] = builder.list_of(line)
    made = set(definitions(plan(builder.build()).models))
    assert made == {"ShopLinesItem", "StockLinesItem"}


@given(st.lists(st.text(alphabet="aAv1._-\xab", max_size=12), max_size=14, unique=True))
def test_class_names_are_unique_identifiers(names: list[str]) -> None:
    qualifiers = read_qualifiers(names)
    for name in names:
        made = qualifiers.class_names(name)
        assert len(set(made)) == len(made)
        assert all(text.isidentifier() and text[0].isupper() for text in made)
        assert not made or "." in name


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("response.Envelope-models_User", "EnvelopeUser"),
        ("acme_com_shop_dto.Page-acme_com_shop_models_User", "PageUser"),
        ("dto.Pair-models_User-string", "PairUserString"),
        ("dto.Page-array_models_User", "PageUser"),
    ],
)
def test_generic_types_of_go_have_no_packages(name: str, made: str) -> None:
    assert read_qualifiers([name]).class_names(name)[0] == made


def test_equal_generic_types_of_go_keep_their_packages() -> None:
    names = ("dto.Page-a_users_User", "dto.Page-b_admins_User")
    made = definitions(plan(api_of(*names)).models)
    assert set(made) == {"PageUsersUser", "PageAdminsUser"}
