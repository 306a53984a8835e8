"""The table of names that generated code imports from the runtime."""

from __future__ import annotations

import pytest
import runtime as runtime_package
from sdksmith.plan.expressions import Symbol
from sdksmith.plan.runtime import RUNTIME, is_runtime, runtime


def test_the_table_has_every_name_that_the_runtime_exports() -> None:
    assert set(RUNTIME) == set(vars(runtime_package)["__all__"])


def test_a_name_that_the_runtime_does_not_export_is_refused() -> None:
    with pytest.raises(KeyError):
        runtime("Pet")


def test_a_model_with_the_same_name_is_not_part_of_the_runtime() -> None:
    assert is_runtime(runtime("Page"))
    assert not is_runtime(Symbol(".models.page", "Page"))
