"""Forms, uploads and downloads."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import pytest

if TYPE_CHECKING:
    from tests.suites.calls import Calls

KEY: Final = UUID("12345678-1234-5678-1234-567812345678")
SINCE: Final = dt.datetime(
    2024, 5, 6, 7, 8, 9, tzinfo=dt.timezone(dt.timedelta(hours=2))
)
INIT: Final = Path(__file__).parent / "routes" / "__init__.py"


def test_a_form(call: Calls) -> None:
    seen = call(
        lambda client: client.forms.fields.send(
            name="ä &=+",
            price="9.90",
            active=True,
            since=SINCE,
            color="dark blue",
            tags=["a,b", "c"],
        )
    )
    assert seen.values == (
        "name='ä &=+', price=Decimal('9.90'), active=True, "
        "since=2024-05-06T07:08:09+02:00, color=Color.DARK_BLUE, tags=['a,b', 'c']"
    )


def test_none_in_a_form_is_not_sent(call: Calls) -> None:
    seen = call(
        lambda client: client.forms.fields.send(
            name="a",
            price=None,
            active=None,
            since=None,
            color=None,
            tags=None,
            unique=None,
        )
    )
    assert seen.values == "name='a'"


def test_none_in_an_array_of_a_form_is_dropped(call: Calls) -> None:
    tags: Any = ["a", None]
    seen = call(lambda client: client.forms.fields.send(name="a", tags=tags))
    assert seen.values == "name='a', tags=['a']"


def test_a_decimal_in_a_form(call: Calls) -> None:
    seen = call(
        lambda client: client.forms.fields.send(name="a", price=Decimal("9.90"))
    )
    assert seen.values == "name='a', price=Decimal('9.90')"


def test_a_set_in_a_form(call: Calls) -> None:
    seen = call(lambda client: client.forms.fields.send(name="a", unique={3, 1}))
    assert seen.values == "name='a', unique={1, 3}"


def test_a_naive_datetime_in_a_form_is_refused(call: Calls) -> None:
    with pytest.raises(ValueError, match=r"offset|time zone|timezone"):
        call(
            lambda client: client.forms.fields.send(
                name="a", since=dt.datetime(2024, 5, 6)  # noqa: DTZ001
            )
        )


def test_a_form_model(call: Calls) -> None:
    seen = call(lambda client: client.forms.model(name="a", key=KEY, level=2))
    assert seen.values == f"Contact(name='a', key={KEY!r}, level=2)"


def test_none_in_a_form_model_is_not_sent(call: Calls) -> None:
    seen = call(lambda client: client.forms.model(name="a", key=None))
    assert seen.values == "Contact(name='a', key=None, level=1)"


def test_bytes(call: Calls) -> None:
    seen = call(lambda client: client.uploads.bytes.create(file=b"\x00\xff"))
    assert seen.values == "b'\\x00\\xff'"


def test_one_file(call: Calls) -> None:
    seen = call(
        lambda client: client.uploads.one(file=("ä.txt", b"text", "text/plain"))
    )
    assert seen.values == "('ä.txt', 'text/plain', b'text')"


def test_a_path(call: Calls) -> None:
    seen = call(lambda client: client.uploads.one(file=INIT))
    assert seen.values.startswith("('__init__.py', ")
    assert seen.values.endswith(f", {INIT.read_bytes()!r})")


def test_several_files(call: Calls) -> None:
    seen = call(
        lambda client: client.uploads.several(
            files=[("a.bin", b"1"), ("b.bin", b"2", "image/png")]
        )
    )
    assert seen.values == (
        "('a.bin', 'application/octet-stream', b'1'), ('b.bin', 'image/png', b'2')"
    )


def test_parts_that_are_json_are_typed(call: Calls) -> None:
    seen = call(
        lambda client: client.uploads.json(
            file=("a.bin", b"1"),
            caption={"text": "ä", "taken": SINCE},
            other={"text": "b"},
        )
    )
    assert seen.values.startswith("('a.bin', 'application/octet-stream', b'1'), ")
    assert "caption=Caption(text='ä', taken=datetime.datetime(2024, 5, 6" in seen.values
    assert seen.values.endswith("other=Caption(text='b', taken=None)")


def test_a_field_that_is_json_is_typed(call: Calls) -> None:
    seen = call(lambda client: client.forms.json(name="a", caption={"text": "&="}))
    assert seen.values == "'a', Caption(text='&=', taken=None)"


def test_an_optional_file_is_omitted(call: Calls) -> None:
    seen = call(lambda client: client.uploads.optional())
    assert seen.values == "None"


def test_none_for_an_optional_file_is_not_sent(call: Calls) -> None:
    seen = call(lambda client: client.uploads.optional(file=None))
    assert seen.values == "None"


def test_an_optional_file(call: Calls) -> None:
    seen = call(lambda client: client.uploads.optional(file=("a.bin", b"1")))
    assert seen.values == "('a.bin', 'application/octet-stream', b'1')"


def test_a_file_with_fields(call: Calls) -> None:
    seen = call(
        lambda client: client.uploads.fields.upload(
            file=("a.bin", b"1"),
            token="t",
            price="9.90",
            since=SINCE,
            tags=["a,b", "c"],
            active=False,
        )
    )
    assert seen.values == (
        "('a.bin', 'application/octet-stream', b'1'), token='t', "
        "price=Decimal('9.90'), since=2024-05-06T07:08:09+02:00, "
        "tags=['a,b', 'c'], active=False"
    )


def test_none_in_fields_next_to_a_file_is_not_sent(call: Calls) -> None:
    seen = call(
        lambda client: client.uploads.fields.upload(
            file=("a.bin", b"1"),
            token="t",
            price=None,
            since=None,
            tags=None,
            active=None,
        )
    )
    expected = "('a.bin', 'application/octet-stream', b'1'), token='t'"
    assert seen.values == expected


def test_a_decimal_next_to_a_file(call: Calls) -> None:
    seen = call(
        lambda client: client.uploads.fields.upload(
            file=("a.bin", b"1"), token="t", price=Decimal("9.90")
        )
    )
    assert seen.values.endswith("token='t', price=Decimal('9.90')")


def test_a_body_of_bytes(call: Calls) -> None:
    seen = call(lambda client: client.uploads.raw(body=b"\x00\xff"))
    assert seen.values == "'application/octet-stream', b'\\x00\\xff'"


def test_a_download_of_a_file(call: Calls) -> None:
    """FastAPI documents a `FileResponse` by nothing, so that it is what it is."""
    content = call(lambda client: client.downloads.file())
    raw = content.encode() if isinstance(content, str) else content
    assert raw == INIT.read_bytes()


def test_a_download_of_bytes(call: Calls) -> None:
    assert call(lambda client: client.downloads.stream()) == b"\x00\xffend"


def test_a_download_of_text(call: Calls) -> None:
    assert call(lambda client: client.downloads.text()) == "12"


def test_a_download_of_html(call: Calls) -> None:
    assert call(lambda client: client.downloads.html()) == "<p>hello</p>"


def test_a_download_of_csv(call: Calls) -> None:
    assert call(lambda client: client.downloads.csv()) == "a,b\n1,2\n"
