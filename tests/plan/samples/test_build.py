"""Source of sample values."""

from __future__ import annotations

from sdksmith.model.types import UnionOf

from tests.plan.builder import ApiBuilder
from tests.plan.views import only_method, plan


def test_sample_of_a_union_names_its_member() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    cat = builder.record("Cat", name=text)
    dog = builder.record("Dog", name=text)
    pet = builder.add(UnionOf(builder.meta(), (cat, dog)))
    builder.operation("PUT", "/pet", body=builder.record(None, pet=pet))
    smoke = only_method(plan(builder.build())).smoke
    assert str(smoke.call) == 'pet.update(pet=CatParam({"name": "x"}))'
    assert [(str(i.module), [*map(str, i.names)]) for i in smoke.imports] == [
        ("acme.params", ["CatParam"])
    ]
