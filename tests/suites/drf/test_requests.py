"""Parameters, forms, uploads, credentials and errors."""

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


def test_scalars_in_the_query(call: Calls) -> None:
    seen = call(
        lambda client: client.query(
            text="ä &=+", number=10, ratio=0.5, key=KEY, active=True, genre="dark blue"
        )
    )
    assert seen.values == (
        f"text='ä &=+', number=10, key={KEY!r}, active=True, genre='dark blue', "
        "ratio=0.5"
    )


def test_dates_in_the_query(call: Calls) -> None:
    seen = call(lambda client: client.query(since=SINCE, day=dt.date(2024, 5, 6)))
    assert seen.values == "since=2024-05-06T05:08:09+00:00, day=2024-05-06"


def test_a_decimal_in_the_query(call: Calls) -> None:
    seen = call(lambda client: client.query(price=Decimal("9.90")))
    assert seen.target == "/query/?price=9.90"
    assert seen.values == "price=Decimal('9.90')"


def test_a_duration_in_the_query(call: Calls) -> None:
    every: Any = dt.timedelta(hours=-1)
    seen = call(lambda client: client.query(every=every))
    assert seen.values == f"every={every!r}"


def test_an_integral_float_in_the_query(call: Calls) -> None:
    seen = call(lambda client: client.query(ratio=10.0))
    assert (seen.target, seen.values) == ("/query/?ratio=10", "ratio=10.0")


def test_arrays_in_the_query(call: Calls) -> None:
    seen = call(
        lambda client: client.query(genres=["novel", "dark blue"], tags=["a,b"])
    )
    assert seen.values == "genres=['novel', 'dark blue'], tags=['a,b']"


def test_a_nullable_parameter_that_is_none_is_not_sent(call: Calls) -> None:
    seen = call(lambda client: client.query(active=None))
    assert (seen.target, seen.values) == ("/query/", "")


def test_none_in_the_query_is_not_sent(call: Calls) -> None:
    none: Any = None
    seen = call(
        lambda client: client.query(
            text=none,
            number=none,
            price=none,
            since=none,
            key=none,
            genre=none,
            tags=none,
            genres=none,
        )
    )
    assert (seen.target, seen.values) == ("/query/", "")


def test_none_in_an_array_is_dropped(call: Calls) -> None:
    tags: Any = ["a", None]
    seen = call(lambda client: client.query(tags=tags))
    assert seen.values == "tags=['a']"


def test_a_naive_datetime_in_the_query_is_refused(call: Calls) -> None:
    with pytest.raises(ValueError, match=r"offset|time zone|timezone"):
        call(lambda client: client.query(since=dt.datetime(2024, 5, 6)))  # noqa: DTZ001


def test_parameters_in_the_path(call: Calls) -> None:
    seen = call(lambda client: client.days.retrieve(10, dt.date(2024, 5, 6)))
    assert seen.target == "/days/10/2024-05-06/"
    assert seen.values == "number=10, day='2024-05-06'"


def test_slashes_in_a_path_parameter(call: Calls) -> None:
    seen = call(lambda client: client.tree.retrieve("home/a b/notes.txt"))
    assert seen.values == "place='home/a b/notes.txt'"


def test_headers_and_cookies(call: Calls) -> None:
    seen = call(
        lambda client: client.header.retrieve(x_count=3, x_since=SINCE, visits=2)
    )
    assert seen.values == (
        "HTTP_X_COUNT='3', HTTP_X_SINCE='2024-05-06T07:08:09+02:00', visits='2'"
    )


def test_none_in_headers_and_cookies_is_not_sent(call: Calls) -> None:
    none: Any = None
    seen = call(
        lambda client: client.header.retrieve(x_count=none, x_since=none, visits=none)
    )
    assert seen.values == ""


def test_a_file_with_fields(call: Calls) -> None:
    seen = call(
        lambda client: client.uploads.create(
            file=("a.txt", b"1", "text/plain"),
            title="ä",
            price="9.90",
            since=SINCE,
            tags=["a,b", "c"],
            active=True,
        )
    )
    assert seen.values == (
        "file=('a.txt', 'text/plain', b'1'), title='ä', price=Decimal('9.90'), "
        "since=2024-05-06T05:08:09+00:00, tags=['a,b', 'c'], active=True"
    )


def test_none_next_to_a_file_is_not_sent(call: Calls) -> None:
    none: Any = None
    seen = call(
        lambda client: client.uploads.create(
            file=("a.txt", b"1"), title="a", price=none, since=none, tags=none
        )
    )
    # The framework takes a missing boolean of a form for an unchecked box.
    assert seen.values == "file=('a.txt', 'text/plain', b'1'), title='a', active=False"


def test_a_decimal_next_to_a_file(call: Calls) -> None:
    seen = call(
        lambda client: client.uploads.create(
            file=("a.txt", b"1"), title="a", price=Decimal("9.90")
        )
    )
    assert "price=Decimal('9.90')" in seen.values


def test_several_files(call: Calls) -> None:
    seen = call(
        lambda client: client.uploads.several(
            files=[("a.bin", b"1", "image/png"), ("b.bin", b"2", "image/png")]
        )
    )
    expected = "files=[('a.bin', 'image/png', b'1'), ('b.bin', 'image/png', b'2')]"
    assert seen.values == expected


def test_a_form(call: Calls) -> None:
    seen = call(
        lambda client: client.forms.create(
            name="ä &=+",
            price="9.90",
            day=dt.date(2024, 5, 6),
            since=SINCE,
            tags=["a,b", "c"],
            active=True,
        )
    )
    assert seen.values == (
        "name='ä &=+', price=Decimal('9.90'), day=2024-05-06, "
        "since=2024-05-06T05:08:09+00:00, tags=['a,b', 'c'], active=True"
    )


def test_none_in_a_form_is_not_sent(call: Calls) -> None:
    none: Any = None
    seen = call(
        lambda client: client.forms.create(
            name="a", price=none, day=none, since=none, tags=none, active=None
        )
    )
    assert seen.values == "name='a', active=None"


def test_a_download(call: Calls) -> None:
    assert call(lambda client: client.download()) == b"\x00\xff"


def test_a_token(call: Calls) -> None:
    token = call(lambda client: client.token.create(username="ada", password="secret"))
    assert token.token == "ada-token"
    name = call(lambda client: client.basic.retrieve(), api_key=f"Token {token.token}")
    assert name == "ada-token"


def test_basic_authentication(call: Calls) -> None:
    name = call(lambda client: client.basic.retrieve(), username="ä", password="b:c")
    assert name == "ä:b:c"


def test_missing_credentials(call: Calls) -> None:
    with pytest.raises(call.package.SDKError):
        call(lambda client: client.basic.retrieve())


def test_a_request_that_the_framework_rejects(call: Calls) -> None:
    with pytest.raises(call.package.BadRequestError) as caught:
        call(lambda client: client.books.create(title="A", price="x"))
    assert caught.value.body == {"price": ["A valid number is required."]}


def test_something_that_does_not_exist(call: Calls) -> None:
    with pytest.raises(call.package.NotFoundError) as caught:
        call(lambda client: client.books.retrieve(404))
    assert caught.value.body == {"detail": "Not found."}
