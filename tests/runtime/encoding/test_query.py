"""Encoding of query and cookie parameters."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qsl
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.encoding.query import encode_pairs
from runtime.omission import omit

from ..mock_server import decoded_pairs
from ..sample_models import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

COLORS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200}


class Level(IntEnum):
    HIGH = 3


class Word(Enum):
    NO = False


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        # OpenAPI 3.1, section 4.8.12.5.
        ("form", "blue", "c=blue"),
        ("form", COLORS, "c=blue,black,brown"),
        ("form", RGB, "c=R,100,G,200"),
        ("form*", "", "c="),
        ("form*", "blue", "c=blue"),
        ("form*", COLORS, "c=blue&c=black&c=brown"),
        ("form*", RGB, "R=100&G=200"),
        ("spaceDelimited", COLORS, "c=blue%20black%20brown"),
        ("spaceDelimited", RGB, "c=R%20100%20G%20200"),
        ("spaceDelimited*", COLORS, "c=blue&c=black&c=brown"),
        ("pipeDelimited", COLORS, "c=blue%7Cblack%7Cbrown"),
        ("pipeDelimited", RGB, "c=R%7C100%7CG%7C200"),
        ("tabDelimited", COLORS, "c=blue%09black%09brown"),
        ("deepObject", RGB, "c%5BR%5D=100&c%5BG%5D=200"),
        ("deepObject*", RGB, "c%5BR%5D=100&c%5BG%5D=200"),
        ("deepObject", "blue", "c=blue"),
        ("json", RGB, "c=%7B%22R%22%3A100%2C%22G%22%3A200%7D"),
        ("json", "blue", "c=%22blue%22"),
        ("cookie*", "a b%20,c", "c=a b%20,c"),
        ("cookie*", COLORS, "c=blue&c=black&c=brown"),
        ("cookie", COLORS, "c=blue,black,brown"),
        ("+form*", "a/b?c=d&e#f+g", "c=a/b?c=d%26e%23f%2Bg"),
        ("form", [{"a": 1}, None], "c=%7B%22a%22%3A%221%22%7D"),
        ("form", ["a,b", "c"], "c=a%2Cb,c"),
        ("+form", ["a,b", "c/d"], "c=a%2Cb,c/d"),
    ],
)
def test_values_are_encoded_in_their_style(
    style: str, value: object, expected: str
) -> None:
    assert "&".join(encode_pairs("c", value, style)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a b&c=d+e%/ü", "a b&c=d+e%/ü"),
        (True, "true"),
        (Word.NO, "false"),
        (Level.HIGH, "3"),
        (12, "12"),
        (0.1, "0.1"),
        (1e22, "1e+22"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.10"), "0.10"),
        (b"\xfb\xff", "+/8="),
        (bytearray(b"hi"), "aGk="),
        (memoryview(b"hi"), "aGk="),
        (date(2024, 1, 2), "2024-01-02"),
        (datetime(2024, 1, 2, 3, 4, 5, 678, UTC), "2024-01-02T03:04:05.000678Z"),
        (
            datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=2))),
            "2024-01-02T00:00:00+02:00",
        ),
        # RFC 3339 requires an offset, which only the caller can know.
        (time(1, 2), "01:02:00"),
        (timedelta(days=1, seconds=90), "P1DT1M30S"),
        (timedelta(seconds=-2.5), "-PT2.5S"),
        (timedelta(days=3), "P3D"),
        (timedelta(), "PT0S"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    ],
)
def test_scalars_are_encoded_as_strings(value: object, expected: str) -> None:
    pairs = encode_pairs("k", value)
    assert decoded_pairs(pairs) == [("k", expected)]
    assert "+" not in pairs[0]
    assert " " not in pairs[0]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([], []),
        ({}, []),
        ([1, omit, None], [("k", "1")]),
        ((1, 2), [("k", "1"), ("k", "2")]),
        ({3, 1, 2}, [("k", "1"), ("k", "2"), ("k", "3")]),
        ((n for n in (1, 2)), [("k", "1"), ("k", "2")]),
        ({"a": [1, 2], "b": omit}, [("a", "1"), ("a", "2")]),
        ({"a": {"b": [1]}, "c": None}, [("a[b][]", "1")]),
        ([{"a": 1}, {"a": 2}], [("k[a]", "1"), ("k[a]", "2")]),
        ({Level.HIGH: 1, True: 2}, [("3", "1"), ("true", "2")]),
        (Label(text="x"), [("text", "x")]),
    ],
)
def test_collections_are_encoded_as_pairs(
    value: object, expected: list[tuple[str, str]]
) -> None:
    assert decoded_pairs(encode_pairs("k", value)) == expected


def test_deep_objects_have_keys_in_brackets() -> None:
    value = {
        "where": {"age": {"gte": 18}, "tag": ["a", "b"]},
        "items": [{"sku": 1, "sizes": ["s"]}, {"sku": 2}],
        "grid": [[1, 2], [3]],
        "none": None,
        "empty": {},
    }
    assert decoded_pairs(encode_pairs("f", value, "deepObject")) == [
        ("f[where][age][gte]", "18"),
        ("f[where][tag][]", "a"),
        ("f[where][tag][]", "b"),
        ("f[items][0][sku]", "1"),
        ("f[items][0][sizes][]", "s"),
        ("f[items][1][sku]", "2"),
        ("f[grid][0][]", "1"),
        ("f[grid][0][]", "2"),
        ("f[grid][1][]", "3"),
    ]
    assert decoded_pairs(encode_pairs("f", [1, 2], "deepObject")) == [
        ("f[]", "1"),
        ("f[]", "2"),
    ]


@pytest.mark.parametrize("style", ["form", "pipeDelimited"])
def test_an_empty_list_is_omitted(style: str) -> None:
    assert encode_pairs("k", [], style) == []


@pytest.mark.parametrize("value", [object(), [object()], {"a": object()}, {(1,): 1}])
def test_values_that_cannot_be_encoded_are_rejected(value: object) -> None:
    with pytest.raises(TypeError, match=r"cannot send a value|a key must be a string"):
        encode_pairs("k", value)


@pytest.mark.parametrize("value", [float("inf"), Decimal("NaN"), [float("nan")]])
def test_numbers_that_are_not_finite_are_rejected(value: object) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        encode_pairs("k", value)


TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT, TEXT)
def test_strings_are_decoded_to_the_same_value(name: str, value: str) -> None:
    (pair,) = encode_pairs(name, value)
    assert parse_qsl(pair, keep_blank_values=True) == [(name, value)]
    assert pair.isascii()
    assert pair.count("&") == 0


@given(st.lists(TEXT, min_size=1), st.sampled_from(["form", "pipeDelimited"]))
def test_joined_strings_are_decoded_to_the_same_values(
    values: list[str], style: str
) -> None:
    (pair,) = encode_pairs("k", values, style)
    delimiter = {"form": ",", "pipeDelimited": "%7C"}[style]
    raw = pair.removeprefix("k=")
    if style == "form":
        # A comma within a value is percent-encoded, so the others are delimiters.
        parts = [dict(parse_qsl(f"v={part}")).get("v", "") for part in raw.split(",")]
        assert parts == values
    else:
        assert raw.count(delimiter) >= len(values) - 1


TREES = st.recursive(
    TEXT,
    lambda inner: st.dictionaries(TEXT, inner, min_size=1, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(TEXT, TREES, min_size=1, max_size=3))
def test_deep_objects_are_decoded_to_the_same_leaves(
    tree: Mapping[str, object],
) -> None:
    def leaves(key: str, value: object) -> list[tuple[str, str]]:
        if isinstance(value, dict):
            items = cast("dict[str, object]", value).items()
            return [
                leaf for name, item in items for leaf in leaves(f"{key}[{name}]", item)
            ]
        return [(key, str(value))]

    pairs = encode_pairs("k", tree, "deepObject")
    assert decoded_pairs(pairs) == leaves("k", tree)


@pytest.mark.parametrize("value", ["a;b", "a\nb", "caf\u00e9"])
def test_characters_that_are_invalid_in_cookies_are_rejected(value: str) -> None:
    with pytest.raises(ValueError, match="cookie"):
        encode_pairs("c", value, "cookie*")


@pytest.mark.parametrize("style", ["simple", "forms", "", "deepobject"])
def test_unknown_styles_are_rejected(style: str) -> None:
    with pytest.raises(ValueError, match=f"unknown style '{style}', expected one of"):
        encode_pairs("c", ["blue", "black"], style)


@pytest.mark.parametrize(
    ("style", "value"),
    [
        ("pipeDelimited", ["a|b", "c"]),
        ("spaceDelimited", ["a b", "c"]),
        ("tabDelimited", ["a\tb"]),
        ("cookie", ["a,b", "c"]),
    ],
)
def test_items_with_the_delimiter_of_their_style_are_rejected(
    style: str, value: object
) -> None:
    with pytest.raises(ValueError, match="separates items"):
        encode_pairs("c", value, style)


@pytest.mark.parametrize("style", ["form*", "form", "deepObject", "pipeDelimited"])
@pytest.mark.parametrize("value", [None, [None], {"a": None}])
def test_null_is_not_sent(style: str, value: object) -> None:
    assert encode_pairs("c", value, style) == []
