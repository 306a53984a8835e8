"""Framings: byte streams split into frames."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.streaming import framing as framing_module
from runtime.streaming import sse as sse_module
from runtime.streaming.framing import (
    Frame,
    Framing,
    ItemTooLongError,
    LineFraming,
    SequenceFraming,
)
from runtime.streaming.sse import EventFraming

from ..chunking import read_frames, split_at

_VALUES = st.lists(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=9)),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner),
        max_leaves=5,
    ),
    max_size=6,
)


@given(_VALUES, st.lists(st.integers(0, 300), max_size=8), st.booleans())
def test_lines_and_sequences_do_not_depend_on_chunks(
    values: list[object], cuts: list[int], is_ascii: bool
) -> None:
    texts = [json.dumps(value, ensure_ascii=is_ascii).encode() for value in values]
    lines = b"\n".join(texts)
    assert [
        json.loads(frame.data)
        for frame in read_frames(LineFraming(), split_at(lines, cuts))
    ] == values
    sequence = b"".join(b"\x1e%s\n" % text for text in texts)
    frames = read_frames(SequenceFraming(), split_at(sequence, cuts))
    assert [json.loads(frame.data) for frame in frames] == values
    assert all(frame.is_whole for frame in frames)


def test_blank_lines_are_skipped() -> None:
    content = b"\n\r\n 1 \r\n\n\n2"
    assert read_frames(LineFraming(), [content]) == [Frame(b"1"), Frame(b"2")]


def test_a_value_of_a_sequence_is_complete_with_its_line_feed() -> None:
    framing = SequenceFraming()
    assert list(framing.feed(b"\x1e[1,\n")) == []
    assert list(framing.feed(b"2]\n")) == [Frame(b"[1,\n2]")]
    assert list(framing.feed(b"\x1e\x1e3")) == []
    assert framing.finish() == Frame(b"3", is_whole=False)


@pytest.mark.parametrize(
    ("make", "start", "item"),
    [
        (LineFraming, b"", b"x"),
        (SequenceFraming, b"\x1e", b"x"),
        (EventFraming, b"data: ", b"x"),
        (EventFraming, b"", b"data: xxx\n"),
        (EventFraming, b"", b"data\n"),
        (SequenceFraming, b"\x1e[", b"\n"),
    ],
)
def test_an_item_that_is_too_long_is_an_error(
    make: Callable[[], Framing],
    start: bytes,
    item: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(framing_module, "MAX_ITEM_BYTES", 1_000)
    monkeypatch.setattr(sse_module, "MAX_ITEM_BYTES", 1_000)
    framing = make()
    list(framing.feed(start))
    with pytest.raises(ItemTooLongError):
        read_frames(framing, [item] * 2_000)


def test_a_long_value_of_a_sequence_is_parsed_a_few_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parsed: list[int] = []

    def is_json(text: bytes) -> bool:
        parsed.append(len(text))
        return text.startswith(b"[") and text.endswith(b"]\n")

    monkeypatch.setattr(framing_module, "_is_json", is_json)
    framing = SequenceFraming()
    chunks = [b"\x1e[", *[b"1,\n"] * 100_000, b"1]\n", b"\x1e2\n"]
    whole, last = read_frames(framing, chunks)
    assert len(whole.data) == 300_003
    assert last.data == b"2"
    assert sum(parsed) < 20 * len(whole.data)


def test_pieces_of_an_item_need_little_memory() -> None:
    framing = LineFraming()
    tracemalloc.start()
    try:
        for _ in range(200_000):
            list(framing.feed(b"x"))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000
