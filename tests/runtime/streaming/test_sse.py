"""Framing of server-sent events."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runtime.streaming.framing import Frame
from runtime.streaming.sse import EventFraming

from ..chunking import read_frames, split_at


def events(content: bytes) -> list[tuple[bytes, str, str]]:
    framing = EventFraming()
    return [(frame.data, frame.event, frame.id) for frame in framing.feed(content)]


def test_events_have_fields() -> None:
    framing = EventFraming()
    content = b"event: add\ndata: one\ndata:  two\ndata:three\nid: 7\nretry: 10\n\n"
    assert list(framing.feed(content)) == [
        Frame(b"one\n two\nthree", event="add", id="7", retry=10)
    ]
    assert (framing.last_id, framing.retry) == ("7", 10)
    # The ID applies to later events; name and delay do not.
    assert list(framing.feed(b"data\n\n")) == [Frame(b"", id="7")]
    assert framing.finish() is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"data: a\n\ndata: b\n\n", [b"a", b"b"]),
        (b"data: a\r\rdata: b\r\r", [b"a", b"b"]),
        (b"data: a\r\n\r\ndata: b\r\n\r\n", [b"a", b"b"]),
        (b"data: a\r\n\ndata: b\n\r\n", [b"a", b"b"]),
        (b"\xef\xbb\xbfdata: a\n\n", [b"a"]),
        # A second byte order mark is part of the name of an unknown field.
        (b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\n", []),
        (b"data: a\n\n\xef\xbb\xbfdata: b\n\n", [b"a"]),
        (b": comment\ndata: a\n:\n\n:\n\n", [b"a"]),
        (b"data: a:b\n\n", [b"a:b"]),
        (b"data:\n\n", [b""]),
        (b"data:\ndata:\n\n", [b"\n"]),
        (b"event: ping\nid: 1\n\n", []),
        (b"unknown: a\nDATA: b\n data: c\n\n", []),
        (b"data: a\x0bb\x0cc\x85d\n\n", [b"a\x0bb\x0cc\x85d"]),
        (b"\n\n\n", []),
        (b"data: a\n", []),
    ],
)
def test_lines_are_parsed_as_in_the_specification(
    content: bytes, expected: list[bytes]
) -> None:
    assert [data for data, _, _ in events(content)] == expected
    single = [bytes([byte]) for byte in content]
    assert cut_events(single) == cut_events([content])


def cut_events(chunks: Sequence[bytes]) -> list[Frame]:
    framing = EventFraming()
    return [frame for chunk in chunks for frame in framing.feed(chunk)]


def test_an_event_is_complete_with_its_blank_line() -> None:
    framing = EventFraming()
    assert list(framing.feed(b"data: a\r\r")) == [Frame(b"a")]
    assert list(framing.feed(b"\ndata: b\r\n\r")) == [Frame(b"b")]
    assert list(framing.feed(b"\n")) == []
    assert list(framing.feed(b"data: c\n\n")) == [Frame(b"c")]


def test_a_line_feed_at_the_start_of_a_chunk_ends_a_line() -> None:
    chunks = [b"event: e\rdata: a", b"\ndata: b\n\n"]
    assert cut_events(chunks) == [Frame(b"a\nb", event="e")]


def test_invalid_ids_and_delays_are_ignored() -> None:
    framing = EventFraming()
    list(framing.feed(b"id: 1\nid: a\0b\nretry: 1.5\nretry: -1\nretry: \xd9\xa3\n\n"))
    assert (framing.last_id, framing.retry) == ("1", None)
    list(framing.feed(b"id\nretry: 99999999999999999999\n\n"))
    assert (framing.last_id, framing.retry) == ("", 999999999999)


def test_a_truncated_event_is_returned_at_the_end() -> None:
    framing = EventFraming()
    assert list(framing.feed(b"id: 1\ndata: a\nda")) == []
    assert framing.finish() == Frame(b"a", id="1")
    framing = EventFraming()
    assert list(framing.feed(b"data: a\ndata: b")) == []
    assert framing.finish() == Frame(b"a\nb")


_LINE = st.one_of(
    st.sampled_from([b"", b":x", b"id: 1", b"event: e", b"data: a", b"retry: 5", b"x"]),
    st.text(max_size=8).map(
        lambda text: b"data: " + text.replace("\r", "").replace("\n", "").encode()
    ),
)


@settings(max_examples=400)
@given(
    st.lists(st.tuples(_LINE, st.sampled_from([b"\n", b"\r", b"\r\n"])), max_size=12),
    st.lists(st.integers(0, 200), max_size=8),
    st.booleans(),
)
def test_events_do_not_depend_on_chunks(
    lines: list[tuple[bytes, bytes]], cuts: list[int], has_mark: bool
) -> None:
    content = b"".join(part for line in lines for part in line)
    content = b"\xef\xbb\xbf" + content if has_mark else content
    expected = read_frames(EventFraming(), [content])
    assert read_frames(EventFraming(), split_at(content, cuts)) == expected
    assert read_frames(EventFraming(), [bytes([byte]) for byte in content]) == expected
