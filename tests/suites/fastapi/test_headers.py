"""Parameters in headers and cookies."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from uuid import UUID

import pytest

if TYPE_CHECKING:
    from tests.suites.calls import Calls

KEY: Final = UUID("12345678-1234-5678-1234-567812345678")
SINCE: Final = dt.datetime(
    2024, 5, 6, 7, 8, 9, tzinfo=dt.timezone(dt.timedelta(hours=2))
)


def test_none_in_a_header_is_not_sent(call: Calls) -> None:
    seen = call(
        lambda client: client.headers.retrieve(
            x_text=None,
            x_count=None,
            x_since=None,
            x_price=None,
            x_key=None,
            x_color=None,
            x_active=None,
            x_list=None,
        )
    )
    assert seen.values == ""


def test_none_in_a_cookie_is_not_sent(call: Calls) -> None:
    seen = call(
        lambda client: client.cookies.retrieve(
            session=None, visits=None, day=None, color=None
        )
    )
    assert seen.values == ""


def test_headers(call: Calls) -> None:
    seen = call(
        lambda client: client.headers.retrieve(
            x_text="a, b",
            x_count=3,
            x_since=SINCE,
            x_key=KEY,
            x_color="dark blue",
            x_active=True,
        )
    )
    assert seen.values == (
        "text='a, b', count=3, since=2024-05-06T07:08:09+02:00, "
        f"key={KEY!r}, color=Color.DARK_BLUE, active=True"
    )


def test_a_decimal_in_a_header(call: Calls) -> None:
    seen = call(lambda client: client.headers.retrieve(x_price=Decimal("9.90")))
    assert seen.values == "price=Decimal('9.90')"


def test_a_list_in_a_header(call: Calls) -> None:
    seen = call(lambda client: client.headers.retrieve(x_list=["a"]))
    assert seen.values == "list=['a']"


def test_a_header_that_would_end_its_line_is_refused(call: Calls) -> None:
    with pytest.raises(ValueError, match=r"(?i)header"):
        call(lambda client: client.headers.retrieve(x_text="a\r\nx-count: 1"))


def test_cookies(call: Calls) -> None:
    seen = call(
        lambda client: client.cookies.retrieve(
            session="abc", visits=3, day=dt.date(2024, 5, 6), color="red"
        )
    )
    assert seen.values == "session='abc', visits=3, day=2024-05-06, color=Color.RED"
