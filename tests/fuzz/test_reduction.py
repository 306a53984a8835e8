"""Reduction of failing documents."""

from __future__ import annotations

import json
import time

from tests.fuzz.reduction import reduce_data


def reduce(data: bytes, *needed: bytes) -> bytes:
    return reduce_data(
        data, lambda text: all(part in text for part in needed), time.monotonic() + 60
    )


def test_json_is_reduced_to_what_fails() -> None:
    root = {
        "paths": {f"/{number}": {"get": {"tags": [number]}} for number in range(50)},
        "other": [1, 2, {"x": "needed"}, 3],
    }
    reduced = reduce(json.dumps(root).encode(), b'"needed"', b'"/7"')
    assert json.loads(reduced) == {"paths": {"/7": {}}, "other": [{"x": "needed"}]}


def test_text_is_reduced_to_what_fails() -> None:
    data = b"\n".join([b"line %d" % number for number in range(50)])
    assert reduce(data, b"ne 7") == b"ne 7"


def test_the_time_is_limited() -> None:
    data = json.dumps(list(range(100)))
    assert reduce_data(data.encode(), lambda _: True, time.monotonic() - 1)
