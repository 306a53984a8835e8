"""Values at the root of a request and of a response."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

if TYPE_CHECKING:
    from tests.suites.calls import Calls

KEY: Final = UUID("12345678-1234-5678-1234-567812345678")


def test_a_string(call: Calls) -> None:
    assert call(lambda client: client.roots.text(body='12 "ä"')) == '12 "ä"'


def test_a_number(call: Calls) -> None:
    assert call(lambda client: client.roots.number(body=0.5)) == 0.5


def test_a_boolean(call: Calls) -> None:
    assert call(lambda client: client.roots.flag(body=False)) is False


def test_a_decimal(call: Calls) -> None:
    value = call(lambda client: client.roots.price(body=Decimal("9.90")))
    assert str(value) == "9.90"


def test_a_decimal_as_a_string(call: Calls) -> None:
    assert str(call(lambda client: client.roots.price(body="9.90"))) == "9.90"


def test_a_datetime(call: Calls) -> None:
    since = dt.datetime(2024, 5, 6, 7, tzinfo=dt.timezone(dt.timedelta(hours=-3)))
    value = call(lambda client: client.roots.moment(body=since))
    assert (value, value.utcoffset()) == (since, dt.timedelta(hours=-3))


def test_a_duration(call: Calls) -> None:
    every = dt.timedelta(minutes=90)
    assert call(lambda client: client.roots.delay(body=every)) == every


def test_a_uuid(call: Calls) -> None:
    assert call(lambda client: client.roots.key(body=KEY)) == KEY


def test_an_enumeration(call: Calls) -> None:
    assert call(lambda client: client.roots.color(body="red")) == "red"


def test_base64(call: Calls) -> None:
    assert call(lambda client: client.roots.blob(body=b"\xff\xfe")) == b"\xff\xfe"


def test_a_list_of_base64(call: Calls) -> None:
    value = call(lambda client: client.roots.blobs.create(body=[b"\xff\xfe", b""]))
    assert value == [b"\xff\xfe", b""]


def test_a_list(call: Calls) -> None:
    value = call(lambda client: client.roots.names.create(body=["a", "b"]))
    assert list(value) == ["a", "b"]


def test_a_list_of_dates(call: Calls) -> None:
    days = [dt.date(2024, 5, 6)]
    assert call(lambda client: client.roots.days.create(body=days)) == days


def test_a_set(call: Calls) -> None:
    assert sorted(call(lambda client: client.roots.unique(body={3, 1}))) == [1, 3]


def test_a_map_of_decimals(call: Calls) -> None:
    prices = {"a": Decimal("9.90")}
    value = call(lambda client: client.roots.prices.create(body=prices))
    assert {name: str(price) for name, price in value.items()} == {"a": "9.90"}


def test_a_map_with_dates_as_keys(call: Calls) -> None:
    by_day: Any = {dt.date(2024, 5, 6): 1}
    value = call(lambda client: client.roots.by_day(body=by_day))
    assert value == {"2024-05-06": 1}


def test_a_map_with_integers_as_keys(call: Calls) -> None:
    by_level: Any = {10: KEY}
    value = call(lambda client: client.roots.by_level(body=by_level))
    assert value == {"10": KEY}


def test_null(call: Calls) -> None:
    assert call(lambda client: client.roots.nullable(body=None)) is None
    assert call(lambda client: client.roots.nullable(body=0)) == 0


def test_anything(call: Calls) -> None:
    value = {"a": [1, 2.5, None, True, "x"]}
    assert call(lambda client: client.roots.anything(body=value)) == value


def test_an_integer_of_anything_stays_one(call: Calls) -> None:
    value = call(lambda client: client.roots.anything(body={"id": 10}))
    assert repr(value) == "{'id': 10}"


def test_an_integral_number_stays_an_integer(call: Calls) -> None:
    value = call(lambda client: client.roots.number(body=10))
    assert value == 10


def test_no_content(call: Calls) -> None:
    assert call(lambda client: client.roots.nothing.delete()) is None


def test_a_response_without_a_schema(call: Calls) -> None:
    assert call(lambda client: client.roots.undescribed()) == {"a": [1]}


def test_an_empty_response_without_a_schema(call: Calls) -> None:
    assert call(lambda client: client.roots.undescribed(empty=True)) is None
