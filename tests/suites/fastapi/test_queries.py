"""Parameters in the query string: what the application receives."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import pytest

from .routes.enums import Color, Level

if TYPE_CHECKING:
    from tests.suites.calls import Calls

KEY: Final = UUID("12345678-1234-5678-1234-567812345678")
SINCE: Final = dt.datetime(
    2024, 5, 6, 7, 8, 9, tzinfo=dt.timezone(dt.timedelta(hours=2))
)


def test_none_in_the_query_is_not_sent(call: Calls) -> None:
    seen = call(
        lambda client: client.query.scalars(
            text=None,
            number=None,
            ratio=None,
            price=None,
            active=None,
            since=None,
            day=None,
            at=None,
            every=None,
            key=None,
            color=None,
            level=None,
        )
    )
    assert (seen.target, seen.values) == ("/query/scalars", "")


def test_none_for_an_array_is_not_sent(call: Calls) -> None:
    seen = call(
        lambda client: client.query.arrays(texts=None, prices=None, unique=None)
    )
    assert (seen.target, seen.values) == ("/query/arrays", "")


def test_none_for_a_query_model_is_not_sent(call: Calls) -> None:
    seen = call(lambda client: client.query.model(minimum=None))
    assert (seen.target, seen.values) == ("/query/model", "'created', None, []")


def test_none_in_an_array_is_dropped(call: Calls) -> None:
    texts: Any = ["a", None, "b"]
    seen = call(lambda client: client.query.arrays(texts=texts))
    assert seen.values == "texts=['a', 'b']"


def test_none_for_a_required_parameter_is_a_type_error(call: Calls) -> None:
    with pytest.raises(TypeError):
        call(lambda client: client.query.required(number=1, since=SINCE, maybe=None))


def test_required_parameters(call: Calls) -> None:
    seen = call(lambda client: client.query.required(number=1, since=SINCE, maybe=2))
    assert seen.values == "1, 2024-05-06T07:08:09+02:00, 2"


def test_text(call: Calls) -> None:
    seen = call(lambda client: client.query.scalars(text="ä &=+/?#,"))
    assert seen.values == "text='ä &=+/?#,'"


def test_empty_text(call: Calls) -> None:
    seen = call(lambda client: client.query.scalars(text=""))
    assert (seen.target, seen.values) == ("/query/scalars?text=", "text=''")


def test_numbers(call: Calls) -> None:
    seen = call(lambda client: client.query.scalars(number=10, ratio=0.5))
    assert seen.target == "/query/scalars?number=10&ratio=0.5"
    assert seen.values == "number=10, ratio=0.5"


def test_integral_floats_are_written_as_integers(call: Calls) -> None:
    seen = call(lambda client: client.query.scalars(ratio=10.0))
    assert seen.target == "/query/scalars?ratio=10"


def test_decimals_keep_their_digits(call: Calls) -> None:
    seen = call(lambda client: client.query.scalars(price=Decimal("9.90")))
    assert seen.values == "price=Decimal('9.90')"


def test_decimals_as_strings(call: Calls) -> None:
    seen = call(lambda client: client.query.scalars(price="1E+3"))
    assert seen.values == "price=Decimal('1E+3')"


def test_booleans(call: Calls) -> None:
    seen = call(lambda client: client.query.scalars(active=False))
    assert (seen.target, seen.values) == ("/query/scalars?active=false", "active=False")


def test_dates_and_times(call: Calls) -> None:
    seen = call(
        lambda client: client.query.scalars(
            since=SINCE, day=dt.date(2024, 5, 6), at=dt.time(7, 8, 9)
        )
    )
    expected = "since=2024-05-06T07:08:09+02:00, day=2024-05-06, at=07:08:09"
    assert seen.values == expected


def test_a_naive_datetime_is_refused(call: Calls) -> None:
    with pytest.raises(ValueError, match=r"offset|time zone|timezone"):
        call(
            lambda client: client.query.scalars(
                since=dt.datetime(2024, 5, 6)  # noqa: DTZ001
            )
        )


def test_a_datetime_for_a_date_is_refused(call: Calls) -> None:
    with pytest.raises((TypeError, ValueError)):
        call(lambda client: client.query.scalars(day=SINCE))


def test_durations(call: Calls) -> None:
    every = dt.timedelta(days=1, hours=2, minutes=3, seconds=4.5)
    seen = call(lambda client: client.query.scalars(every=every))
    assert seen.target == "/query/scalars?every=P1DT2H3M4.5S"
    assert seen.values == f"every={every!r}"


def test_uuids(call: Calls) -> None:
    seen = call(lambda client: client.query.scalars(key=KEY))
    assert seen.values == f"key={KEY!r}"


def test_enumerations(call: Calls) -> None:
    seen = call(lambda client: client.query.scalars(color="dark blue", level=10))
    assert seen.values == "color=Color.DARK_BLUE, level=Level.HIGH"


def test_members_of_an_enum(call: Calls) -> None:
    color: Any = Color.DARK_BLUE
    level: Any = Level.HIGH
    seen = call(lambda client: client.query.scalars(color=color, level=level))
    assert seen.values == "color=Color.DARK_BLUE, level=Level.HIGH"


def test_arrays(call: Calls) -> None:
    seen = call(
        lambda client: client.query.arrays(
            texts=["a,b", "c"],
            colors=["red", "dark blue"],
            flags=[True, False],
            days=[dt.date(2024, 5, 6)],
        )
    )
    assert seen.values == (
        "texts=['a,b', 'c'], days=[2024-05-06], "
        "colors=[Color.RED, Color.DARK_BLUE], flags=[True, False]"
    )


def test_an_empty_array(call: Calls) -> None:
    seen = call(lambda client: client.query.arrays(texts=[]))
    assert (seen.target, seen.values) == ("/query/arrays", "")


def test_integral_floats_in_an_array(call: Calls) -> None:
    seen = call(lambda client: client.query.arrays(ratios=[10.0, 0.5]))
    assert seen.target == "/query/arrays?ratios=10&ratios=0.5"


def test_decimals_in_an_array(call: Calls) -> None:
    seen = call(lambda client: client.query.arrays(prices=[Decimal("9.90"), "1.0"]))
    assert seen.values == "prices=[Decimal('9.90'), Decimal('1.0')]"


def test_sets(call: Calls) -> None:
    seen = call(lambda client: client.query.arrays(unique={3, 1}))
    assert seen.values == "unique={1, 3}"


def test_defaults_of_the_application(call: Calls) -> None:
    seen = call(lambda client: client.query.preset())
    assert seen.values == "10, Color.RED, False, ['a', 'b']"


def test_values_instead_of_defaults(call: Calls) -> None:
    seen = call(
        lambda client: client.query.preset(
            number=0, color="dark blue", deep=True, texts=["c"]
        )
    )
    assert seen.values == "0, Color.DARK_BLUE, True, ['c']"


def test_constants_in_the_query_need_no_argument(call: Calls) -> None:
    seen = call(lambda client: client.query.constant())
    assert seen.values == "'v1', 'json'"


def test_a_query_model(call: Calls) -> None:
    seen = call(
        lambda client: client.query.model(
            order_by="updated", minimum="0.10", tags=["a", "b"]
        )
    )
    assert seen.values == "'updated', Decimal('0.10'), ['a', 'b']"


def test_aliases(call: Calls) -> None:
    seen = call(
        lambda client: client.query.aliases(class_="a", item_name="b", ids=[1, 2])
    )
    assert seen.values == "class='a', item.name='b', ids[]=[1, 2]"
