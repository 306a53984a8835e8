"""Exports of the package, and its error codes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sdksmith.model.types import ListOf
from sdksmith.render.files import render_package

from tests.plan.builder import ApiBuilder
from tests.plan.views import plan

from .pet_shop import PACKAGE, generated


@pytest.mark.parametrize(
    ("values", "base"),
    [((1, 2), "IntEnum"), (("a", "1"), "StrEnum"), (("a", 1), "Enum")],
)
def test_base_class_of_error_codes(values: tuple[int | str, ...], base: str) -> None:
    codes = tuple(
        replace(code, value=value)
        for code, value in zip(PACKAGE.error_codes[:2], values, strict=True)
    )
    text = generated(render_package(replace(PACKAGE, error_codes=codes)))[
        "src/pet_shop/errors.py"
    ]
    assert f"from enum import {base}\n" in text
    assert f"class ErrorCode({base}):" in text


def test_packages_of_types_export_each_name_once() -> None:
    text = generated(render_package(PACKAGE))["src/pet_shop/models/__init__.py"]
    assert "    from .problem import *\n" in text
    assert text.count("Problem") == 1
    assert "__all__ = lazy_exports(" in text


def test_a_module_of_models_does_not_export_its_imports() -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    builder.add(ListOf(builder.meta("Pets"), pet))
    files = generated(render_package(plan(builder.build())))
    (text,) = (text for path, text in files.items() if path.endswith("/pets.py"))
    assert 'from .pet import Pet\n\n__all__ = ["Pets"]\n' in text
    (text,) = (text for path, text in files.items() if path.endswith("/pet.py"))
    assert "__all__" not in text
