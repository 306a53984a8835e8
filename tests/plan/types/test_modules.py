"""Grouping of types into modules."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sdksmith.model.types import (
    Discriminator,
    Field,
    ListOf,
    Presence,
    TypeId,
    UnionOf,
)
from sdksmith.plan.types.modules import strong_components
from sdksmith.render.types import types_names

from tests.plan.builder import ApiBuilder
from tests.plan.views import import_lines, only_method, plan, source


def modules_of(builder: ApiBuilder) -> dict[str, list[str]]:
    """Return the names of the definitions of each module of `models`."""
    modules = plan(builder.build()).models
    return {str(m.module): [str(d.name) for d in m.definitions] for m in modules}


def test_models_that_refer_to_each_other_have_modules_of_their_own() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    reserved = [TypeId(len(builder.types) + n) for n in range(3)]
    ahead = Field("child", reserved[1], Presence.OPTIONAL)
    builder.record("Parent", child=ahead)
    builder.record("Child", parent=reserved[0], leaf=reserved[2])
    builder.record("Leaf", name=text)
    assert modules_of(builder) == {
        "child": ["Child"],
        "leaf": ["Leaf"],
        "parent": ["Parent"],
    }
    child, *_ = plan(builder.build()).models
    imports = types_names("models", child).imports()
    assert import_lines(imports) == [
        "from typing import TYPE_CHECKING",
        "from .._runtime import BaseModel",
    ]
    assert import_lines(imports.typing_only) == ["from .. import models"]


def test_aliases_that_refer_to_each_other_share_a_module() -> None:
    builder = ApiBuilder()
    first = TypeId(len(builder.types) + 1)
    builder.add(ListOf(builder.meta("A"), first))
    builder.add(ListOf(builder.meta("B"), TypeId(first - 1)))
    assert modules_of(builder) == {"a": ["A", "B"]}


def test_aliases_beside_models_that_need_each_other_get_a_module() -> None:
    builder = ApiBuilder()
    ends = {"Cat": TypeId(3), "Dog": TypeId(2)}
    friends = {
        name: builder.add(
            UnionOf(
                replace(builder.meta(name), name=None, context=("friend",)),
                (end,),
                Discriminator("kind", (("x", end),)),
            )
        )
        for name, end in ends.items()
    }
    builder.record("Cat", friend=friends["Cat"])
    builder.record("Dog", friend=friends["Dog"])
    assert [*modules_of(builder)] == ["cat", "cat_types", "dog", "dog_types"]


def test_imports_are_not_nested_deeper_than_python_allows() -> None:
    builder = ApiBuilder()
    held = builder.record("Leaf", name=builder.scalar())
    for number in range(300):
        held = builder.add(ListOf(builder.meta(f"List{number}"), held))
    modules = modules_of(builder)
    assert len(modules) == 41
    assert [names for names in modules.values() if len(names) > 1] == [
        [f"List{number}" for number in range(39, 300)]
    ]


def test_long_chains_of_types_and_deep_lists() -> None:
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
    builder.operation("PUT", "/deep", body=deep, response=deep)
    package = plan(builder.build())
    assert len(package.models) == count
    assert "Any" in source(only_method(package).returns)


@given(
    st.dictionaries(
        st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefg"), max_size=4)
    )
)
def test_strongly_connected_components_are_ordered_by_dependency(
    edges: dict[str, list[str]],
) -> None:
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
            is_same_group = a == b or (reaches(a, b) and reaches(b, a))
            assert (place[a] == place[b]) == is_same_group
            # A group follows the groups that it refers to.
            if reaches(a, b):
                assert place[b] <= place[a]
