"""Module with the shapes of request types."""

from __future__ import annotations

import ast

from msgspec.structs import replace
from sdksmith.model.types import ScalarKind
from sdksmith.render.formats import formats_files

from tests.plan.builder import ApiBuilder
from tests.plan.views import plan


def test_the_table_contains_each_request_type_with_a_format() -> None:
    builder = ApiBuilder()
    line = builder.record("Line", on=builder.scalar(ScalarKind.DATE))
    order = builder.record("Order", lines=builder.list_of(line), name=builder.scalar())
    builder.operation("PUT", "/orders", body=builder.list_of(order))
    package = plan(builder.build())
    (file,) = formats_files(package)
    assert file.path == f"src/{package.name}/params/_formats.py"
    table = ast.parse(file.text).body[-1]
    assert isinstance(table, ast.AnnAssign)
    assert isinstance(table.value, ast.Dict)
    assert ast.unparse(table.value) == (
        "{'LineParam': {'on': Formatted('date')}, "
        "'OrderParam': {'lines': ListOf('LineParam')}}"
    )
    assert [*formats_files(replace(package, formats=()))] == []
