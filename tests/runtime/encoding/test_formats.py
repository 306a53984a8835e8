"""Values whose JSON depends on their schema."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from runtime.encoding import formats
from runtime.encoding.formats import apply_format
from runtime.response.references import ANY, Formatted, ListOf, MapOf, Nullable

from ..sample_models import Label

if TYPE_CHECKING:
    from runtime.response.references import Shape

DATA = b"\xff\xfe"
MOMENT = datetime(2024, 5, 6)  # noqa: DTZ001 (never sent)
URL: Shape = Formatted("base64url")
DATE: Shape = Formatted("date")


@pytest.mark.parametrize(
    ("shape", "value", "expected"),
    [
        (Formatted("base64"), DATA, "//4="),
        (URL, DATA, "__4"),
        (Formatted("padded-base64url"), bytearray(DATA), "__4="),
        (Formatted("decimal"), Decimal("9.90"), "9.90"),
        (Formatted("decimal"), 9.9, 9.9),
        (Formatted("decimal-number"), "9.90", Decimal("9.90")),
        (Formatted("decimal-number"), "x", "x"),
        (DATE, date(2024, 5, 6), date(2024, 5, 6)),
        (URL, "__4", "__4"),
        (Formatted("file"), b"x", b"x"),
        (ListOf(Formatted("file")), [Path("a")], [Path("a")]),
        (URL, None, None),
        (Nullable(URL), DATA, "__4"),
        (ANY, DATA, DATA),
        (ListOf(URL), [DATA, None], ["__4", None]),
        (ListOf(URL), (DATA,), ["__4"]),
        (ListOf(URL), {DATA}, {"__4"}),
        (ListOf(URL), DATA, DATA),
        (ListOf(URL), {"a": DATA}, {"a": DATA}),
        (MapOf(URL), {"a": DATA, 1: DATA}, {"a": "__4", 1: "__4"}),
        ({"a": URL}, {"a": DATA, "b": DATA}, {"a": "__4", "b": DATA}),
        ({"a": ListOf({"b": URL})}, {"a": [{"b": DATA}]}, {"a": [{"b": "__4"}]}),
        (({"a": URL}, {"b": Formatted("decimal")}), {"a": DATA, "b": Decimal("1.0")},
         {"a": "__4", "b": "1.0"}),
    ],
)  # fmt: skip
def test_values_are_converted(shape: Shape, value: object, expected: object) -> None:
    assert apply_format(value, shape) == expected


def test_models_are_not_changed() -> None:
    label = Label(text="x")
    assert apply_format([label], ListOf({"text": URL})) == [label]


def test_items_that_come_once_are_converted_when_they_come() -> None:
    items = apply_format(iter([DATA]), ListOf(URL))
    assert list(cast("Iterable[object]", items)) == ["__4"]


def test_async_items_are_converted_when_they_come() -> None:
    async def give() -> AsyncIterator[bytes]:
        yield DATA

    async def take() -> list[object]:
        items = apply_format(give(), ListOf(URL))
        return [item async for item in cast("AsyncIterator[object]", items)]

    assert asyncio.run(take()) == ["__4"]


@pytest.mark.parametrize(
    ("shape", "value", "place"),
    [
        (DATE, MOMENT, ""),
        ({"on": DATE}, {"on": MOMENT}, "'on'"),
        ({"lines": ListOf({"on": DATE})}, {"lines": [{"on": MOMENT}]}, "'on'"),
    ],
)
def test_a_datetime_is_not_a_date(shape: Shape, value: object, place: str) -> None:
    with pytest.raises(TypeError, match=rf"{place}.*pass value\.date\(\)"):
        apply_format(value, shape)


def test_shapes_of_named_types_refer_to_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table: dict[str, dict[str, Shape]] = {"Node": {"key": URL, "next": "Node"}}

    def load(params: str) -> dict[str, dict[str, Shape]]:
        assert params == ""
        return table

    monkeypatch.setattr(formats, "_load_table", load)
    empty: dict[str, object] = {}
    value = {"key": DATA, "next": {"key": DATA, "next": empty}}
    expected = {"key": "__4", "next": {"key": "__4", "next": empty}}
    assert apply_format(value, "Node") == expected


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (Formatted("file"), "report.pdf"),
        (ListOf(Formatted("file")), [b"x", "report.pdf"]),
        ({"file": Formatted("file")}, {"file": "report.pdf"}),
    ],
)
def test_a_string_is_not_a_file(shape: Shape, value: object) -> None:
    with pytest.raises(TypeError, match=r"pass pathlib\.Path\(\.\.\.\)"):
        apply_format(value, shape)
