"""Source of sample values."""

from __future__ import annotations

from sdksmith.model.types import UnionOf
from sdksmith.render.pages.samples import smoke_names

from tests.plan.builder import ApiBuilder
from tests.plan.views import import_lines, only_method, plan, source


def test_sample_of_a_union_names_its_member() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    cat = builder.record("Cat", name=text)
    dog = builder.record("Dog", name=text)
    pet = builder.add(UnionOf(builder.meta(), (cat, dog)))
    builder.operation("PUT", "/pet", body=builder.record(None, pet=pet))
    package = plan(builder.build())
    smoke = only_method(package).smoke
    assert source(smoke.call) == 'pet.update(pet=CatParam({"name": "x"}))'
    lines = import_lines(smoke_names(package, [smoke]).imports())
    assert "from acme.params import CatParam" in lines
