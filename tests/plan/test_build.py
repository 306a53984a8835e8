"""The whole package: stability, diagnostics, lengths of names."""

from __future__ import annotations

from random import Random

from msgspec.structs import replace
from sdksmith.model.api import Tag
from sdksmith.plan import PlanSettings, build_package
from sdksmith.report.diagnostics import Location

from tests.plan.builder import ApiBuilder
from tests.plan.views import SETTINGS, definitions, methods_of, plan


def test_tags_describe_resources() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/bank_accounts/{id}")
    package = plan(builder.build(tags=(Tag("Bank Account", "Where money is."),)))
    assert package.resources[0].description == "Where money is."
    assert package.client.children[0].description == "Where money is."


def _sample() -> ApiBuilder:
    builder = ApiBuilder()
    text = builder.scalar()
    line = builder.record("Line", amount=text)
    invoice = builder.record("Invoice", id=text, lines=builder.list_of(line))
    builder.operation("GET", "/invoices", response=builder.list_of(invoice), tags=["A"])
    builder.operation("POST", "/invoices", body=invoice, response=invoice)
    builder.operation("GET", "/invoices/{id}", response=invoice)
    builder.operation("POST", "/invoices/{id}/pay", response=invoice)
    builder.operation("GET", "/invoices/{id}/lines", response=builder.list_of(line))
    builder.operation("GET", "/posts/{id}")
    builder.operation("GET", "/posts/{slug}/")
    return builder


def test_order_of_operations_does_not_change_the_package() -> None:
    builder = _sample()
    package = plan(builder.build())
    Random(7).shuffle(builder.operations)
    assert plan(builder.build()) == package


def test_additional_operation_changes_no_other_view() -> None:
    builder = _sample()
    before = plan(builder.build())
    text = builder.scalar()
    gadget = builder.record("Gadget", name=text, list=text)
    builder.operation("GET", "/gadgets/{id}", response=gadget)
    builder.operation("POST", "/gadgets", body=gadget)
    after = plan(builder.build())
    assert set(before.resources) < set(after.resources)
    assert {
        str(new.module) for new in set(after.resources) - set(before.resources)
    } == {"gadgets"}
    assert set(before.models) < set(after.models)
    assert set(before.params) <= set(after.params)
    assert methods_of(before).keys() < methods_of(after).keys()


def test_diagnostics_have_locations() -> None:
    place = Location("spec.yaml", 3, 4, "/paths")
    planned = build_package(_sample().build(), SETTINGS, lambda _: place)
    assert [item.location for item in planned.diagnostics] == [place]


def test_longer_method_names_are_reported() -> None:
    planned = build_package(
        _sample().build(), PlanSettings(package="acme", distribution="acme")
    )
    (found,) = planned.diagnostics
    assert found.code == "PL002"
    assert found.message == (
        "method name `retrieve` is not unique; method named "
        "`client.posts.retrieve_by_slug`"
    )


def test_operation_with_get_and_post_has_one_method() -> None:
    builder = ApiBuilder()
    for method in ("GET", "POST"):
        item = builder.operation(method, "/search", query=["text"])
        builder.operations[-1] = replace(item, summary="Search the catalogue.")
    planned = build_package(
        builder.build(), PlanSettings(package="acme", distribution="acme")
    )
    (found,) = planned.diagnostics
    assert found.code == "PL009"
    assert found.location.pointer == "/paths/~1search/POST"
    (made,) = planned.package.methods
    assert made.http_method == "GET"


def test_names_are_short_enough_for_file_names() -> None:
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
