"""Parameters in the path."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from uuid import UUID

if TYPE_CHECKING:
    from tests.suites.calls import Calls

KEY: Final = UUID("12345678-1234-5678-1234-567812345678")
SINCE: Final = dt.datetime(
    2024, 5, 6, 7, 8, 9, tzinfo=dt.timezone(dt.timedelta(hours=2))
)


def test_constants_in_the_path_need_no_argument(call: Calls) -> None:
    seen = call(lambda client: client.paths.constant.status())
    assert seen.values == "'v1'"


def test_a_number_in_the_path(call: Calls) -> None:
    seen = call(lambda client: client.paths.numbers.retrieve(0.25))
    assert (seen.target, seen.values) == ("/paths/numbers/0.25", "0.25")


def test_an_identifier_that_is_a_number(call: Calls) -> None:
    seen = call(lambda client: client.paths.numbers.retrieve(10))
    assert seen.target == "/paths/numbers/10"


def test_an_integral_float_in_the_path(call: Calls) -> None:
    seen = call(lambda client: client.paths.numbers.retrieve(10.0))
    assert seen.target == "/paths/numbers/10"


def test_an_identifier_that_was_read_can_be_sent(call: Calls) -> None:
    cat = call(lambda client: client.cats.retrieve(10))
    assert repr((cat.id, cat.friends, cat.weight)) == "(10, [11, 12], 3.5)"
    seen = call(
        lambda client: client.cats.friends.retrieve(cat.id, friends=cat.friends)
    )
    assert seen.target == "/cats/10/friends?friends=11&friends=12"
    same = call(lambda client: client.cats.friends(cat.id, friends=cat.friends))
    assert same.target == seen.target


def test_numbers_that_were_read_are_written(call: Calls) -> None:
    cat = call(lambda client: client.cats.retrieve(10))
    seen = call(
        lambda client: client.cats.friends.write(
            cat.id, id=cat.id, friends=cat.friends, weight=cat.weight
        )
    )
    assert seen.values.startswith('b\'{"id":10,"friends":[11,12],"weight":3.5}\'')


def test_a_decimal_in_the_path(call: Calls) -> None:
    seen = call(lambda client: client.paths.prices.retrieve(Decimal("9.90")))
    assert seen.values == "Decimal('9.90')"


def test_a_date_and_a_time_in_the_path(call: Calls) -> None:
    seen = call(
        lambda client: client.paths.days.retrieve(dt.date(2024, 5, 6), dt.time(7, 8))
    )
    assert seen.values == "2024-05-06, 07:08:00"


def test_a_datetime_in_the_path(call: Calls) -> None:
    seen = call(lambda client: client.paths.moments.retrieve(SINCE))
    assert seen.values == "2024-05-06T07:08:09+02:00"


def test_a_duration_in_the_path(call: Calls) -> None:
    seen = call(lambda client: client.paths.delays.retrieve(dt.timedelta(minutes=90)))
    assert seen.values == "datetime.timedelta(seconds=5400)"


def test_other_scalars_in_the_path(call: Calls) -> None:
    seen = call(lambda client: client.paths.keys.retrieve(KEY, "dark blue", 10, True))
    assert seen.values == f"{KEY!r}, Color.DARK_BLUE, Level.HIGH, True"


def test_reserved_characters_in_the_path(call: Calls) -> None:
    seen = call(lambda client: client.paths.texts.retrieve("ä b?c#d;e,f%20"))
    assert seen.values == "'ä b?c#d;e,f%20'"


def test_slashes_in_a_path_parameter(call: Calls) -> None:
    seen = call(lambda client: client.files.retrieve("home/a b/notes.txt"))
    assert seen.values == "'home/a b/notes.txt'"
