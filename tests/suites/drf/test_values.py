"""Values of bodies and models."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import pytest

if TYPE_CHECKING:
    from tests.suites.calls import Calls

KEY: Final = UUID("12345678-1234-5678-1234-567812345678")
SINCE: Final = dt.datetime(
    2024, 5, 6, 7, 8, 9, tzinfo=dt.timezone(dt.timedelta(hours=2))
)
DIGITS: Final = "1234567890123456789012.1234567890"
VALUES: Final[dict[str, Any]] = {
    "key": KEY,
    "text_price": "9.90",
    "number_price": 9.9,
    "ratio": 0.5,
    "active": True,
    "maybe": None,
    "since": SINCE,
    "day": dt.date(2024, 5, 6),
    "at": dt.time(7, 8, 9),
    "every": "1 02:03:04.500000",
    "genre": "dark blue",
    "level": 10,
    "several": ["novel", "poetry"],
    "address": "127.0.0.1",
    "link": "http://127.0.0.1/a",
    "mail": "a@example.org",
    "slug": "a-b",
    "numbers": [1, 2],
    "counts": {"a": 1},
    "anything": {"a": [1, None]},
}


def write(call: Calls, **changes: Any) -> str:
    """Send values; return the source of what the application received."""
    values = {**VALUES, **changes}
    return str(call(lambda client: client.value.create(**values)).values)


def test_scalars_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert (value.key, value.active, value.maybe) == (KEY, True, None)
    assert (value.ratio, value.number_price) == (10.0, 9.9)
    assert (value.genre, value.level) == ("dark blue", 10)
    assert sorted(value.several) == ["novel", "poetry"]
    assert (value.numbers, value.counts) == ([1, 2], {"a": 1})
    assert (value.anything, value.note) == ({"a": [1, None]}, None)


def test_strings_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert (value.address, value.link) == ("127.0.0.1", "http://127.0.0.1/a")
    assert (value.mail, value.slug) == ("a@example.org", "a-b")
    assert value.every == "1 02:03:04.500000"


def test_dates_and_times_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert value.since == dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC)
    assert (value.day, value.at) == (dt.date(2024, 5, 6), dt.time(7, 8, 9))


def test_a_decimal_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert repr(value.text_price) == repr(Decimal(DIGITS))


def test_strict_validation_accepts_what_the_framework_sends(call: Calls) -> None:
    value = call(
        lambda client: client.value.retrieve(options={"response_validation": "strict"})
    )
    assert value.key == KEY


def test_values_of_a_request(call: Calls) -> None:
    assert write(call) == (
        f"key={KEY!r}, text_price=Decimal('9.9000000000'), number_price=Decimal('9.90'), "
        "ratio=0.5, active=True, maybe=None, since=2024-05-06T05:08:09+00:00, "
        "day=2024-05-06, at=07:08:09, every=datetime.timedelta(days=1, seconds=7384, "
        "microseconds=500000), genre='dark blue', level=10, several=['novel', "
        "'poetry'], address='127.0.0.1', link='http://127.0.0.1/a', "
        "mail='a@example.org', slug='a-b', numbers=[1, 2], counts=a=1, "
        "anything=a=[1, None]"
    )


def test_the_types_of_a_request(call: Calls) -> None:
    seen = call(
        lambda client: client.value.create(
            key=KEY,
            text_price="9.90",
            number_price=9,
            ratio=1,
            active=False,
            maybe=True,
            since=SINCE,
            day=dt.date(2024, 5, 6),
            at=dt.time(7, 8, 9),
            every="P1DT2H3M4.5S",
            genre="novel",
            level=1,
            several=[],
            address="::1",
            link="http://127.0.0.1/",
            mail="a@example.org",
            slug="a",
            numbers=[],
            counts={},
            anything=[1],
            note="",
        )
    )
    assert "number_price=Decimal('9.00'), ratio=1.0, active=False" in seen.values
    assert seen.values.endswith("anything=[1], note=''")


def test_a_decimal_of_a_request(call: Calls) -> None:
    assert f"text_price=Decimal('{DIGITS}')" in write(call, text_price=Decimal(DIGITS))


def test_a_decimal_as_a_number(call: Calls) -> None:
    received = write(call, number_price=Decimal("9.90"))
    assert "number_price=Decimal('9.90')" in received


def test_a_decimal_of_a_keyword(call: Calls) -> None:
    book = call(lambda client: client.books.create(title="A", price=Decimal("0.10")))
    assert str(book.price) == "0.10"


def test_null_in_a_body(call: Calls) -> None:
    assert write(call, note=None).endswith("note=None")


def test_a_duration_of_a_request(call: Calls) -> None:
    every = dt.timedelta(days=1, hours=2, minutes=3, seconds=4.5)
    assert f"every={every!r}" in write(call, every=every)


def test_a_naive_datetime_is_refused(call: Calls) -> None:
    with pytest.raises(ValueError, match=r"offset|time zone|timezone"):
        write(call, since=dt.datetime(2024, 5, 6))  # noqa: DTZ001


def test_a_set_of_a_request(call: Calls) -> None:
    received = write(call, several={"poetry"})
    assert "several=['poetry']" in received


def test_a_model_that_was_read_is_written(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    seen = call(lambda client: client.value.import_(body=[value]))
    assert (
        f"text_price=Decimal('{DIGITS}'), number_price=Decimal('9.90')" in seen.values
    )
    assert "since=2024-05-06T07:08:09+00:00, day=2024-05-06" in seen.values
    assert "genre='dark blue', level=10, several=['" in seen.values


def test_read_only_and_write_only_properties(call: Calls) -> None:
    book = call(
        lambda client: client.books.create(title="A", price="9.90", secret="hidden")
    )
    fields = call.fields(book)
    assert (fields["id"], fields["price"], fields["genre"]) == (2, "9.90", "novel")
    assert "secret" not in fields


def test_books_are_listed(call: Calls) -> None:
    (book,) = call(lambda client: client.books.list())
    assert (book.id, book.title, book.tags) == (1, "A", ["a"])


def test_properties_that_were_read_are_written(call: Calls) -> None:
    book = call(lambda client: client.books.retrieve(3))
    again = call(
        lambda client: client.books.update(
            book.id, title=book.title, price=book.price, tags=book.tags or []
        )
    )
    assert (again.id, str(again.price), again.tags) == (3, "9.90", ["a"])


def test_a_book_is_deleted(call: Calls) -> None:
    assert call(lambda client: client.books.delete(3)) is None


def test_a_change_of_some_properties(call: Calls) -> None:
    seen = call(lambda client: client.changes.partial_update(KEY, name=None))
    assert seen.values == f"key={KEY!r}, name=None"
    seen = call(lambda client: client.changes.partial_update(KEY, price="1.5"))
    assert seen.values == f"key={KEY!r}, price=Decimal('1.50')"


def test_a_variant(call: Calls) -> None:
    shape = call(
        lambda client: client.shapes.create(body={"kind": "circle", "radius": "1.50"})
    )
    assert type(shape).__name__ == "Circle"
    assert call.fields(shape) == {"kind": "circle", "radius": "1.50"}


def test_an_unknown_variant_is_preserved(call: Calls) -> None:
    shape = call(
        lambda client: client.shapes.create(body={"kind": "square", "side": 0})
    )
    assert type(shape).__name__ not in {"Circle", "Square"}
    assert call.fields(shape) == {"kind": "hexagon", "side": 3}


def test_a_map_at_the_root(call: Calls) -> None:
    scores = call(lambda client: client.scores.create(body={"a": 1, "b": None}))
    assert scores == {"a": 1, "b": None}


def test_a_list_at_the_root(call: Calls) -> None:
    count = call(
        lambda client: client.labels.create(body=[{"name": None, "price": "1.00"}])
    )
    assert count == 1


def test_decimals_in_a_list_at_the_root(call: Calls) -> None:
    count = call(
        lambda client: client.labels.create(
            body=[{"name": "a", "price": Decimal("1234567.10")}]
        )
    )
    assert count == 1
