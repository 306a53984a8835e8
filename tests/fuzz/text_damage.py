"""Byte fuzzer: documents whose text is damaged, for the JSON and YAML loaders."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING, Final

from tests.fuzz.hostile import HOSTILE
from tests.fuzz.mutations import find_paths

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES: Final = 30_000
"""Small documents have the syntax of large ones, and are parsed faster."""

ENCODINGS: Final = (
    *("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "latin-1", "cp1252"),
    *("utf-7", "cp037", "shift_jis", "utf-8-sig"),
)
FRAGMENTS: Final = (
    *(b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x85"),
    *(
        b"\t",
        b"\r",
        b"\n",
        b"\n\n",
        b"\n---\n",
        b"\n...\n",
        b"%YAML 9.9\n---\n",
        b"%TAG",
    ),
    *(b"&a ", b"*a ", b"*", b"&", b"<<: *a\n", b"<<: [*a, *a]\n", b"!!python/name:os "),
    *(
        b"!!python/object/apply:os.system ['x']",
        b"!!binary |\n  /w==\n",
        b"!<x> ",
        b"!",
    ),
    *(
        b"? ",
        b"? [a, b]\n: c\n",
        b": ",
        b":",
        b"- ",
        b"|\n",
        b">+1\n",
        b"|9-\n",
        b"#",
        b" #",
    ),
    *(b"{", b"}", b"[", b"]", b"[" * 500, b'{"a":' * 500, b"- " * 300, b",", b",,"),
    *(
        b'"',
        b"'",
        b"\\",
        b"\\u",
        b"\\ud800",
        b"\\x00",
        b"`",
        b"@",
        b"%",
        b"~",
        b"=",
        b"null",
    ),
    *(
        b".inf",
        b".nan",
        b"NaN",
        b"0o17",
        b"1:30:00",
        b"2026-01-01",
        b"1e999",
        b"9" * 5000,
    ),
    *(
        b"/* x */",
        b"// x\n",
        b"/*",
        b"<html>",
        b"<?xml ?>",
        b"\xe2\x80\xa8",
        b"\x1b[2J",
    ),
)


def make_document(random: Random, seed: int, number: int) -> tuple[str, bytes]:
    """Return a document with one to four damages to its text."""
    del seed, number
    name, data = random.choice(load_texts())
    for _ in range(random.choice([1, 1, 2, 4])):
        data = random.choice(DAMAGES)(random, data)
    return name, data


@cache
def load_texts() -> tuple[tuple[str, bytes], ...]:
    """Return names and contents of the documents, in a fixed order."""
    return tuple(
        (f"document{path.suffix}", path.read_bytes())
        for path in find_paths()
        if path.stat().st_size <= MAX_BYTES
    )


def _truncate(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _remove(random: Random, data: bytes) -> bytes:
    start = random.randrange(len(data) + 1)
    return data[:start] + data[start + random.choice([1, 1, 2, 20, 500]) :]


def _insert(random: Random, data: bytes) -> bytes:
    start = random.randrange(len(data) + 1)
    text = random.choice(
        [
            random.choice(FRAGMENTS),
            random.choice(HOSTILE).encode("utf-8", "surrogatepass"),
            random.randbytes(random.choice([1, 3, 30])),
        ]
    )
    return data[:start] + text + data[start:]


def _insert_at_line(random: Random, data: bytes) -> bytes:
    """Insert text where it changes the structure: after the indentation of a line."""
    lines = data.splitlines(keepends=True) or [b""]
    index = random.randrange(len(lines))
    rest = lines[index].lstrip(b" ")
    margin = lines[index][: len(lines[index]) - len(rest)]
    lines[index] = margin + random.choice(FRAGMENTS) + rest
    return b"".join(lines)


def _insert_at_value(random: Random, data: bytes) -> bytes:
    """Insert text before a value."""
    start = data.find(b": ", random.randrange(len(data) + 1)) + 2
    return data[:start] + random.choice(FRAGMENTS) + data[start:]


def _encode(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(random.choice(ENCODINGS), "replace")


def _repeat_lines(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    start = random.randrange(len(lines))
    block = lines[start : start + random.choice([1, 1, 3, 10, 40])]
    times = min(
        random.choice([1, 1, 2, 50]), 1 + MAX_BYTES // (1 + len(b"".join(block)))
    )
    return b"".join([*lines[:start], *block * times, *lines[start:]])


def _shuffle_lines(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    start = random.randrange(len(lines))
    block = lines[start : start + 4]
    random.shuffle(block)
    return b"".join([*lines[:start], *block, *lines[start + 4 :]])


def _indent(random: Random, data: bytes) -> bytes:
    """Change the indentation of one line or of all of them."""
    lines = data.splitlines(keepends=True) or [b""]
    if random.random() < 0.3:
        return b"".join(line.replace(b"  ", b"\t") for line in lines)
    index = random.randrange(len(lines))
    lines[index] = random.choice([b"\t", b" ", b"   ", b"\xc2\xa0"]) + lines[index]
    return b"".join(lines)


def _end_lines(random: Random, data: bytes) -> bytes:
    end = random.choice([b"\r\n", b"\r", b"\xe2\x80\xa8", b"\xc2\x85", b"\n\n", b" "])
    return data.replace(b"\n", end)


def _flip(random: Random, data: bytes) -> bytes:
    if not data:
        return data
    index = random.randrange(len(data))
    return (
        data[:index]
        + bytes([data[index] ^ 1 << random.randrange(8)])
        + data[index + 1 :]
    )


def _anchor(random: Random, data: bytes) -> bytes:
    """Give a value an anchor, and use it elsewhere."""
    first = data.find(b": ", random.randrange(len(data) + 1))
    second = data.find(b": ", random.randrange(len(data) + 1))
    if min(first, second) < 0:
        return data
    first, second = min(first, second) + 2, max(first, second) + 2
    end = data.find(b"\n", second)
    return data[:first] + b"&x " + data[first:second] + b"*x" + data[end:]


DAMAGES: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    *(_truncate, _remove, _insert, _insert, _insert_at_line, _insert_at_line),
    *(_insert_at_value, _encode, _repeat_lines, _shuffle_lines, _indent, _end_lines),
    *(_flip, _anchor),
)
