"""Limits on aliases and nesting."""

from __future__ import annotations

import time

import pytest
from sdksmith.load.parsed import MAX_DEPTH, TOO_DEEP

from tests.load.documents import load, load_without_diagnostics, place, reject, swagger


def exponential_aliases(levels: int, width: int) -> str:
    lines = ["x-0: &a0 [x]"]
    for level in range(1, levels):
        aliases = ", ".join([f"*a{level - 1}"] * width)
        lines.append(f"x-{level}: &a{level} [{aliases}]")
    return swagger("\n".join(lines) + "\n")


def test_exponential_aliases_are_rejected() -> None:
    started = time.monotonic()
    diagnostic = reject(exponential_aliases(levels=30, width=10))
    assert diagnostic.code == "LD031"
    assert "aliases" in diagnostic.message
    assert time.monotonic() - started < 5


def test_exponential_aliases_with_merge_keys_are_rejected() -> None:
    lines = ["x-0: &a0 {a: [b, c, d]}"]
    for level in range(1, 30):
        entries = ", ".join(f"k{i}: *a{level - 1}" for i in range(10))
        lines.append(f"x-{level}: &a{level} {{<<: *a{level - 1}, {entries}}}")
    assert reject(swagger("\n".join(lines) + "\n")).code == "LD031"


def test_large_values_with_many_aliases_are_rejected_with_the_place() -> None:
    text = swagger(
        "x-many: &many {"
        + ", ".join(f"a{n}: []" for n in range(1_000))
        + "}\nx-aliases:\n"
    )
    aliases = "- *many\n"
    assert load(text + aliases * 200).diagnostics == ()
    diagnostic = reject(text + aliases * 300)
    assert diagnostic.code == "LD031"
    assert "aliases to this value and others add more than 25" in diagnostic.message
    assert diagnostic.location.line == text.count("\n", 0, text.index("x-many")) + 1


def test_many_small_aliases_are_accepted() -> None:
    text = swagger(
        "x-errors: &errors {401: no, 404: gone}\npaths:\n"
        + "".join(f"  /{i}: {{get: {{responses: *errors}}}}\n" for i in range(2000))
    )
    assert len(load_without_diagnostics(text)["paths"] or ()) == 2000  # type: ignore[arg-type]


def test_deep_nesting_through_aliases_is_rejected() -> None:
    lines = ["x-0: &a0 {}"]
    lines += [f"x-{n}: &a{n} {{a: *a{n - 1}}}" for n in range(1, MAX_DEPTH + 5)]
    assert reject(swagger("\n".join(lines))).code == "LD031"
    assert load(swagger("\n".join(lines[:100]))).diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "x-a: &a [*a]\n",
        "x-a: &a {b: {c: *a}}\n",
        "x-a: &a {b: &b [*a, *b]}\n",
        "x-a: &a\n  <<: *a\n",
    ],
)
def test_recursive_aliases_are_rejected(text: str) -> None:
    diagnostic = reject(swagger(text))
    assert diagnostic.code == "LD032"
    assert place(diagnostic)[0] == 2


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 900, 200_000])
@pytest.mark.parametrize(
    "opening",
    ["[", "{a: ", "- ", "? "],
)
def test_deep_nesting_is_rejected(depth: int, opening: str) -> None:
    prefix = "x-a:\n  " if opening in ("- ", "? ") else "x-a: "
    closing = {"[": "]", "{a: ": "}"}.get(opening, "")
    text = swagger(prefix + opening * depth + "1" + closing * depth + "\n")
    diagnostic = reject(text)
    assert (diagnostic.code, diagnostic.message) == ("LD031", TOO_DEEP)
    line, column = place(diagnostic)
    assert line == 2 + prefix.count("\n")
    # libyaml reads ahead as far as its own limit of 1,000 levels.
    first = MAX_DEPTH * len(opening)
    assert first - 10 <= column <= 1_000 * len(opening) + 10


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 900, 200_000])
def test_deep_nesting_of_json_is_rejected(depth: int) -> None:
    text = '{"swagger": "2.0", "x-a": "[{", "x-b":\n' + "[" * depth + "]" * depth + "}"
    diagnostic = reject(text)
    assert (diagnostic.code, diagnostic.message) == ("LD031", TOO_DEEP)
    assert place(diagnostic) == (2, MAX_DEPTH)


def test_nesting_up_to_the_limit_is_accepted() -> None:
    depth = MAX_DEPTH - 1
    text = '{"swagger": "2.0", "x-b":' + "[" * depth + "]" * depth + "}"
    assert load(text).diagnostics == ()
    assert load(swagger("x-b: " + "[" * depth + "]" * depth)).diagnostics == ()
