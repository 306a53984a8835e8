"""Names of the small documents whose names were wrong once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sdksmith.config.settings import Settings
from sdksmith.plan.package import ClassView
from sdksmith.planning import plan_package
from sdksmith.reading import read_api
from sdksmith.report.observer import Observer

from tests.corpus.documents import CORPUS

if TYPE_CHECKING:
    from sdksmith.plan.package import Package

CASES = CORPUS.parent / "cases" / "wire"


def plan(name: str) -> Package:
    """Return the plan of the client for a case."""
    path = CASES / f"{name}.yaml"
    if not path.is_file():
        pytest.skip("needs ../shared/cases, which is not part of the project")
    settings, observer = Settings(package="names"), Observer()
    return plan_package(read_api(str(path), settings, observer), settings, observer)


def verb_of(name: str) -> str:
    """Return the first word of a name in camel case or snake_case."""
    return re.split("(?<=[a-z])(?=[A-Z])|_", name, maxsplit=1)[0].lower()


@pytest.mark.parametrize("case", ["names-verb-list", "names-opposite-verbs"])
def test_methods_keep_the_verb_of_their_operation(case: str) -> None:
    package = plan(case)
    read = read_api(str(CASES / f"{case}.yaml"), Settings(package="names"), Observer())
    ids = {operation.pointer: operation.id for operation in read.api.operations}
    names = {ids[method.pointer]: str(method.name) for method in package.methods}
    assert len(names) == len(ids) >= 9
    wrong = {key: made for key, made in names.items() if verb_of(made) != verb_of(key)}
    assert wrong == {}


def test_a_neighbour_does_not_rename_an_exact_property() -> None:
    (module,) = plan("names-neighbours").models
    (user,) = module.definitions
    assert isinstance(user, ClassView)
    names = {str(field.wire or field.name): str(field.name) for field in user.fields}
    exact = {name for name in names if name.islower() and name.isidentifier()}
    assert {name: names[name] for name in exact - {"_id"}} == {
        name: name for name in exact - {"_id"}
    }
    assert len(set(names.values())) == len(names)


def test_generic_types_have_short_names_without_packages() -> None:
    names = {
        str(definition.name)
        for module in plan("names-generics").models
        for definition in module.definitions
    }
    assert {"User", "PageUser", "EnvelopeUser", "CredentialsArgument"} <= names
    assert max(map(len, names)) <= 30
    assert not any(re.search("Com|Acme|Dto|Api|Models", name) for name in names)
