"""Docstrings of methods and resources."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sdksmith.plan.docs.docstrings import describe_default, describe_resource

from tests.plan.builder import ApiBuilder
from tests.plan.views import only_method, plan


@pytest.mark.parametrize(
    ("attribute", "methods", "children", "expected"),
    [
        ("invoices", ["list", "pay"], ["lines"], "Invoices: `list` and `pay`."),
        ("user_keys", ["list_all"], [], "User keys: `list_all`."),
        ("class_", ["import_"], [], "Class: `import_`."),
        ("admin", [], ["user_keys", "teams"], "Admin: `user_keys` and `teams`."),
        (
            "x",
            ["a", "b", "c", "d", "e", "f"],
            [],
            "X: `a`, `b`, `c`, `d`, `e` and `f`.",
        ),
        (
            "x",
            ["list", "create", "retrieve", "update", "replace", "delete", "delete_all"],
            [],
            "X: `list`, `create`, `retrieve`, `update`, `replace`, `delete` and 1 more.",
        ),
    ],
)
def test_description_of_a_resource_lists_methods_or_children(
    attribute: str, methods: list[str], children: list[str], expected: str
) -> None:
    assert describe_resource(attribute, methods, children) == expected


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("", "Default: `10`."),
        ("How many.", "How many. Default: `10`."),
        ("How many", "How many. Default: `10`."),
        ("How many:\n\n- a", "How many:\n\n- a\n\nDefault: `10`."),
        ("<!-- None. -->", "Default: `10`."),
        ("<p></p>", "Default: `10`."),
        ("How many<br>", "How many. Default: `10`."),
        ("<p>How many</p>", "<p>How many. Default: `10`.</p>"),
        ("How\nmany.\n\nAll.", "How\nmany.\n\nAll. Default: `10`."),
        ("<ul><li>a</li></ul>", "<ul><li>a</li></ul>\n\nDefault: `10`."),
        ("Code:\n\n```\na\n```", "Code:\n\n```\na\n```\n\nDefault: `10`."),
        ("a|b\n-|-\nc|d", "a|b\n-|-\nc|d\n\nDefault: `10`."),
        ("[a]\n\n[a]: https://x.test", "[a]\n\n[a]: https://x.test\n\nDefault: `10`."),
    ],
)
def test_default_is_added_to_the_last_sentence_or_as_a_paragraph(
    description: str, expected: str
) -> None:
    assert describe_default(description, 10) == expected


def test_docstring_of_an_operation() -> None:
    builder = ApiBuilder()
    item = builder.operation("GET", "/pets/{id}", response=builder.scalar())
    builder.operations[0] = replace(
        item,
        summary="Find a pet",
        description="By its *name*.",
        deprecated=True,
        responses=(replace(item.responses[0], description="OK"),),
        external_docs="https://acme.com/docs",
    )
    doc = only_method(plan(builder.build())).doc
    assert doc.summary == "Find a pet."
    assert doc.body == "By its *name*.\n\nSee https://acme.com/docs"
    assert doc.deprecated
    assert doc.returns == ""
