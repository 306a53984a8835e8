"""Bodies of JSON."""

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
EVERY: Final = dt.timedelta(days=1, hours=2, minutes=3, seconds=4.5)
WIRE: Final = {
    "key": str(KEY),
    "price": "9.90",
    "ratio": 0.5,
    "active": True,
    "since": "2024-05-06T07:08:09+02:00",
    "day": "2024-05-06",
    "at": "07:08:09",
    "every": "P1DT2H3M4.5S",
    "color": "dark blue",
    "level": 10,
    "share": 0.5,
    "unique": [1],
    "pair": [1, "a"],
    "data": "//4=",
    "url_data": "__4=",
}


def test_scalars_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert value.key == KEY
    assert str(value.price) == "1234567890123456789012.1234567890"
    assert (value.ratio, value.active) == (10.0, True)
    assert (value.color, value.level, value.share) == ("dark blue", 10, 0.5)
    assert (list(value.unique), tuple(value.pair)) == ([1], (1, "a"))
    assert (value.kind, value.nothing) == ("values", None)


def test_dates_and_times_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert value.since == SINCE
    assert value.since.utcoffset() == dt.timedelta(hours=2)
    assert (value.day, value.at) == (dt.date(2024, 5, 6), dt.time(7, 8, 9))


def test_a_duration_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert value.every == EVERY


def test_base64_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert value.data == b"\xff\xfe"


def test_base64url_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert repr(value.url_data) == repr(b"\xff\xfe")


def test_maps_of_a_response(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    assert value.by_day == {"2024-05-06": 1}
    assert value.by_level == {"10": "high"}


def test_strict_validation_accepts_what_fastapi_sends(call: Calls) -> None:
    value = call(
        lambda client: client.value.retrieve(options={"response_validation": "strict"})
    )
    assert value.key == KEY


def write(call: Calls, **changes: Any) -> dict[str, Any]:
    """Send values of the types that responses have; return what FastAPI received."""
    values: dict[str, Any] = {
        "key": KEY,
        "price": "9.90",
        "ratio": 0.5,
        "active": True,
        "since": SINCE,
        "day": dt.date(2024, 5, 6),
        "at": dt.time(7, 8, 9),
        "every": EVERY,
        "color": "dark blue",
        "level": 10,
        "share": 0.5,
        "unique": [1],
        "pair": [1, "a"],
        "data": b"\xff\xfe",
        "url_data": "__4=",
    }
    values.update(changes)
    received: dict[str, Any] = call(lambda client: client.value.write(**values))
    return received


def test_scalars_of_a_request(call: Calls) -> None:
    received = write(call)
    assert received["json"] == WIRE
    assert "since=2024-05-06T07:08:09+02:00, day=2024-05-06" in received["values"]
    assert f"every={EVERY!r}, color=Color.DARK_BLUE" in received["values"]
    assert "data=b'\\xff\\xfe', url_data=b'\\xff\\xfe'" in received["values"]


def test_the_types_of_a_request(call: Calls) -> None:
    received = call(
        lambda client: client.value.write(
            key=KEY,
            price="9.90",
            ratio=0.5,
            active=True,
            since=SINCE,
            day=dt.date(2024, 5, 6),
            at=dt.time(7, 8, 9),
            every=EVERY,
            color="dark blue",
            level=10,
            share=0.5,
            unique=[1],
            pair=(1, "a"),
            data=b"\xff\xfe",
            url_data=b"\xff\xfe",
            kind="values",
            nothing=None,
        )
    )
    assert received["json"] == {**WIRE, "kind": "values", "nothing": None}


def test_a_decimal_of_a_request_keeps_its_digits(call: Calls) -> None:
    digits = "1234567890123456789012.1234567890"
    received = write(call, price=Decimal(digits))
    assert f"price=Decimal('{digits}')" in received["values"]


def test_bytes_for_base64url(call: Calls) -> None:
    received = write(call, url_data=b"\xff\xfe")
    assert received["json"]["url_data"] == "__4="
    assert "url_data=b'\\xff\\xfe'" in received["values"]


def test_a_set_of_a_request(call: Calls) -> None:
    assert "unique={1, 3}" in write(call, unique={3, 1})["values"]


def test_keys_of_any_scalar_type(call: Calls) -> None:
    received = write(call, by_day={dt.date(2024, 5, 6): 1}, by_level={10: "high"})
    assert received["json"]["by_day"] == {"2024-05-06": 1}
    assert received["json"]["by_level"] == {"10": "high"}


def test_a_naive_datetime_of_a_request_is_refused(call: Calls) -> None:
    with pytest.raises(ValueError, match=r"offset|time zone|timezone"):
        write(call, since=dt.datetime(2024, 5, 6))  # noqa: DTZ001


def test_a_datetime_for_a_date_of_a_request_is_refused(call: Calls) -> None:
    with pytest.raises((TypeError, ValueError)):
        write(call, day=SINCE)


def test_a_value_that_was_read_is_written(call: Calls) -> None:
    value = call(lambda client: client.value.retrieve())
    received = write(call, **{name: getattr(value, name) for name in WIRE})
    expected = {**WIRE, "price": "1234567890123456789012.1234567890", "ratio": 10}
    assert received["json"] == expected


def test_null_and_omitted_properties(call: Calls) -> None:
    seen = call(lambda client: client.changes.update(name=None))
    assert seen.values == "{'name': None}"
    seen = call(lambda client: client.changes.update(size=0))
    assert seen.values == "{'size': 0}"
    seen = call(lambda client: client.changes.update())
    assert seen.values == "{}"


def test_an_optional_body_is_omitted(call: Calls) -> None:
    seen = call(lambda client: client.jobs.create())
    assert seen.values == "b'', None"


def test_an_optional_body_is_null(call: Calls) -> None:
    seen = call(lambda client: client.jobs.create(body=None))
    assert seen.values == "b'null', None"


def test_an_optional_body_is_sent(call: Calls) -> None:
    seen = call(lambda client: client.jobs.create(body={"command": "run"}))
    assert seen.values == "b'{\"command\":\"run\"}', Job(command='run', retries=0)"


def test_an_optional_body_with_a_required_property_is_omitted(call: Calls) -> None:
    seen = call(lambda client: client.jobs.default.create())
    assert seen.values == "b'', Job(command='default', retries=0)"


def test_an_optional_body_with_a_required_property_is_sent(call: Calls) -> None:
    seen = call(lambda client: client.jobs.default.create(command="run"))
    assert seen.values.endswith("Job(command='run', retries=0)")


def test_an_integral_member_of_an_enumeration_of_numbers(call: Calls) -> None:
    assert "share=Ratio.WHOLE" in write(call, share=1.0)["values"]


def test_additional_properties(call: Calls) -> None:
    seen = call(lambda client: client.labels.create(name="a", extra_body={"b c": 1}))
    assert seen.values == "{'name': 'a', 'b c': 1}"


def test_several_bodies(call: Calls) -> None:
    seen = call(
        lambda client: client.several.create(
            change={"name": None}, job={"command": "run"}, importance=3
        )
    )
    expected = "Change(name=None, size=None), Job(command='run', retries=0), 3, None"
    assert seen.values == expected


def test_an_embedded_body(call: Calls) -> None:
    seen = call(lambda client: client.embedded.create(job={"command": "run"}))
    assert seen.values == "Job(command='run', retries=0)"


def test_constants_of_a_body_need_no_argument(call: Calls) -> None:
    seen = call(lambda client: client.orders.create(amount=1))
    assert seen.values == "Order(object='order', amount=1)"
