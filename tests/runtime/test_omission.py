"""The `omit` sentinel."""

from __future__ import annotations

import copy
import pickle

from runtime import omit


def test_omit_is_a_singleton() -> None:
    assert copy.deepcopy(omit) is copy.copy(omit) is omit
    assert pickle.loads(pickle.dumps(omit)) is omit
    assert not omit
    assert repr(omit) == "omit"
