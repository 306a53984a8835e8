"""References to types."""

from __future__ import annotations

import copy
import pickle

from runtime import ANY


def test_any_is_a_singleton() -> None:
    assert copy.deepcopy(ANY) is ANY
    assert pickle.loads(pickle.dumps(ANY)) is ANY
