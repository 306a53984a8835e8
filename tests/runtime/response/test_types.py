"""Resolution of type references."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from runtime import ANY, BaseModel, ListOf, MapOf
from runtime.response.types import find_adapter, load_type

from ..sample_models import Owner

MODELS = "tests.runtime.sample_models"


def test_references_are_resolved_to_types() -> None:
    assert load_type("Owner", MODELS) is Owner
    assert load_type(ListOf("Owner"), MODELS) == list[Owner]
    assert load_type(MapOf(ListOf(int)), MODELS) == dict[str, list[int]]
    assert load_type(ANY, MODELS) is Any
    assert find_adapter("Owner", MODELS) is find_adapter("Owner", MODELS)
    with pytest.raises(ModuleNotFoundError, match=r"runtime\.models"):
        load_type("Owner", "")
    with pytest.raises(AttributeError):
        load_type("Nobody", MODELS)


def test_threads_can_build_an_adapter_at_the_same_time() -> None:
    namespace: dict[str, Any] = {"BaseModel": BaseModel, "__name__": "fresh"}
    fields = "\n".join(f"    f{n}: list['Fresh'] = []" for n in range(20))
    exec(f"class Fresh(BaseModel):\n    id: int\n{fields}", namespace)
    fresh = namespace["Fresh"]
    barrier = threading.Barrier(8)
    result: list[object] = []

    def decode() -> None:
        barrier.wait()
        result.append(find_adapter(fresh, MODELS).validate_json('{"id":1}'))

    threads = [threading.Thread(target=decode) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert result == [fresh(id=1)] * 8
