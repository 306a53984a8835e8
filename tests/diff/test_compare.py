"""Changes between two clients: what they are called, and whether they break callers."""

from __future__ import annotations

import pytest

from tests.diff.surfaces import (
    NUMBER,
    TEXT,
    Schema,
    compare_documents,
    document,
    lines_of,
    obj,
    operation,
    parameter,
    ref,
)

LIST: Schema = {"type": "array", "items": TEXT}
OPEN: Schema = {"type": "string", "enum": ["open", "closed"]}


def orders(method: Schema) -> Schema:
    return document({"/orders": {"get": method}})


def posts(schema: Schema) -> Schema:
    return document({"/orders": {"post": operation(sends=ref("Order"))}}, schema)


def reads(schema: Schema) -> Schema:
    """Return a document with a model `Order`."""
    return document(
        {"/orders/{id}": {"get": operation(returns=ref("Order"))}}, {"Order": schema}
    )


def nested(schema: Schema) -> Schema:
    """Return a document with a request type `OrderParam`."""
    return document(
        {"/orders": {"post": operation(sends=obj(order=ref("Order")))}},
        {"Order": schema},
    )


def test_nothing_changed() -> None:
    root = orders(operation(returns=LIST))
    found = compare_documents(root, root)
    assert (found.changes, found.wire, found.verdict) == ((), (), "none")


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            document({"/a": {"get": operation()}, "/b": {"get": operation()}}),
            document({"/a": {"get": operation()}}),
            ["breaking removed-method client.b.retrieve: method is removed"],
        ),
        (
            document({"/a": {"get": operation()}}),
            document({"/a": {"get": operation()}, "/b": {"get": operation()}}),
            ["compatible added-method client.b.retrieve: method is new"],
        ),
        (
            orders(operation(parameter("limit"))),
            orders(operation()),
            [
                (
                    "breaking removed-argument client.orders.retrieve: argument `limit` is "
                    "removed"
                )
            ],
        ),
        (
            orders(operation()),
            orders(operation(parameter("limit"))),
            [
                (
                    "compatible added-argument client.orders.retrieve: argument `limit` is "
                    "new"
                )
            ],
        ),
        (
            orders(operation()),
            orders(operation(parameter("limit", required=True))),
            [
                (
                    "breaking added-required-argument client.orders.retrieve: required "
                    "argument `limit` is new"
                )
            ],
        ),
        (
            orders(operation(parameter("limit"))),
            orders(operation(parameter("limit", required=True))),
            [
                (
                    "breaking required-argument client.orders.retrieve: argument `limit` is "
                    "required"
                )
            ],
        ),
        (
            orders(operation(parameter("limit", required=True))),
            orders(operation(parameter("limit"))),
            [
                (
                    "compatible optional-argument client.orders.retrieve: argument `limit` "
                    "is optional"
                )
            ],
        ),
        (
            orders(operation(parameter("limit", NUMBER))),
            orders(operation(parameter("limit", TEXT))),
            [
                (
                    "breaking narrowed-argument client.orders.retrieve: argument `limit` "
                    "accepts other values"
                )
            ],
        ),
        (
            orders(operation(parameter("limit", NUMBER))),
            orders(operation(parameter("limit", {"type": "number"}))),
            [
                (
                    "compatible widened-argument client.orders.retrieve: argument `limit` "
                    "accepts more values"
                )
            ],
        ),
        (
            document({"/v1/orders": {"get": operation()}}),
            document({"/v2/orders": {"get": operation()}}),
            [
                (
                    "breaking changed-route client.orders.retrieve: method sends another "
                    "request"
                )
            ],
        ),
        (
            orders(operation(returns=NUMBER)),
            orders(operation(returns=TEXT)),
            ["breaking changed-result client.orders.retrieve: result has another type"],
        ),
        (
            orders(operation()),
            orders(operation(returns=NUMBER)),
            [
                (
                    "compatible narrowed-result client.orders.retrieve: result is more "
                    "precise"
                )
            ],
        ),
        (
            orders(operation()),
            orders({**operation(), "deprecated": True}),
            [
                "compatible deprecated-method client.orders.retrieve: method is deprecated"
            ],
        ),
        (
            document({"/a/{x}/{y}": {"get": operation()}}),
            document({"/a/{y}/{x}": {"get": operation()}}),
            [
                (
                    "breaking changed-positions client.a.retrieve: positional arguments have "
                    "changed"
                )
            ],
        ),
        (
            document({"/a/{x}": {"post": operation(sends=obj(y=TEXT))}}),
            document({"/a/{x}": {"post": operation(sends=obj("y", y=TEXT))}}),
            ["breaking required-argument client.a.update: argument `y` is required"],
        ),
        (
            reads(obj("id", id=TEXT, name=TEXT)),
            reads(obj("id", id=TEXT)),
            ["breaking removed-field models.Order.name: field is removed"],
        ),
        (
            reads(obj("id", id=TEXT)),
            reads(obj("id", id=TEXT, name=TEXT)),
            ["compatible added-field models.Order.name: field is new"],
        ),
        (
            reads(obj("id", id=TEXT)),
            reads(obj(id=TEXT)),
            ["breaking changed-field models.Order.id: field has another type"],
        ),
        (
            reads(obj(id=TEXT)),
            reads(obj("id", id=TEXT)),
            [
                "compatible narrowed-field models.Order.id: field has a more precise type"
            ],
        ),
        (
            nested(obj(id=TEXT, name=TEXT)),
            nested(obj(id=TEXT)),
            ["breaking removed-key params.OrderParam.name: key is removed"],
        ),
        (
            nested(obj(id=TEXT)),
            nested(obj(id=TEXT, name=TEXT)),
            ["compatible added-key params.OrderParam.name: key is new"],
        ),
        (
            nested(obj(id=TEXT)),
            nested(obj("name", id=TEXT, name=TEXT)),
            [
                (
                    "breaking added-required-key params.OrderParam.name: key is new and "
                    "required"
                )
            ],
        ),
        (
            nested(obj(id=TEXT)),
            nested(obj("id", id=TEXT)),
            ["breaking required-key params.OrderParam.id: key is required"],
        ),
        (
            nested(obj("id", id=TEXT)),
            nested(obj(id=TEXT)),
            ["compatible optional-key params.OrderParam.id: key is optional"],
        ),
        (
            nested(obj(id=TEXT)),
            nested(obj(id=NUMBER)),
            ["breaking narrowed-key params.OrderParam.id: key accepts other values"],
        ),
        (
            document(
                {"/orders": {"get": operation(returns=ref("Order"))}},
                {"Order": obj(state=ref("State")), "State": OPEN},
            ),
            document(
                {"/orders": {"get": operation(returns=ref("Order"))}},
                {
                    "Order": obj(state=ref("State")),
                    "State": {"type": "string", "enum": ["open", "lost"]},
                },
            ),
            [
                (
                    'breaking changed-alias models.State: value "closed" is removed; value '
                    '"lost" is new'
                )
            ],
        ),
    ],
)
def test_change(old: Schema, new: Schema, lines: list[str]) -> None:
    assert lines_of(old, new) == lines


def test_renamed_method_and_type_name_their_successors() -> None:
    paths = {"/orders": {"get": operation(returns=obj(a=ref("Order")))}}
    old = document(paths, {"Order": obj(id=TEXT)})
    paths = {"/orders": {"get": operation(returns=obj(a=ref("Purchase")))}}
    new = document(paths, {"Purchase": obj(id=TEXT)})
    assert (
        "breaking removed-type models.Order: type is now `models.Purchase`"
        in lines_of(old, new)
    )


def test_changes_that_no_signature_shows() -> None:
    old = orders(operation(parameter("ids", LIST)))
    new = orders(operation(parameter("ids", LIST, explode=False)))
    found = compare_documents(old, new)
    assert found.changes == ()
    assert [(item.subject, item.message) for item in found.wire] == [
        ("client.orders.retrieve", "styles added")
    ]
    assert found.verdict == "patch"


def test_positions_are_those_of_the_document() -> None:
    old = reads(obj(id=TEXT))
    new = reads(obj(id=NUMBER))
    (change,) = compare_documents(old, new).changes
    assert change.pointer == "/components/schemas/Order"
    assert (change.old, change.new) == ("str | None", "int | None")


def test_credentials_and_servers() -> None:
    def secured(name: str, **schemes: Schema) -> Schema:
        root = document({"/orders": {"get": operation()}}, security=[{name: []}])
        root["components"]["securitySchemes"] = schemes
        return root

    bearer: Schema = {"type": "http", "scheme": "bearer"}
    key: Schema = {"type": "apiKey", "in": "header", "name": "X-Key"}
    assert lines_of(secured("a", a=bearer), secured("a", a=key)) == [
        "breaking removed-option Client: argument `token` is removed",
        "compatible added-option Client: argument `api_key` is new",
    ]


def test_package_names_and_versions() -> None:
    old = document({"/orders": {"get": operation()}})
    new = {**old, "info": {"title": "Store", "version": "1"}}
    assert lines_of(old, new) == [
        "breaking renamed-distribution distribution: distribution is renamed",
        "breaking renamed-package package: package is renamed",
    ]
