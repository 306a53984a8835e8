"""Decoding of responses."""

from __future__ import annotations

import json
import warnings
from datetime import datetime
from typing import Any

import pytest
from runtime import (
    ANY,
    APIDecodeError,
    Base64Bytes,
    ListOf,
    MapOf,
    Nullable,
    Operation,
    ResponseValidationWarning,
)

from ..loopback_server import OK_BODY, Handler, call, serve
from ..mock_server import KINDS, Kind, MockServer, make_response
from ..sample_models import Cat, Dog, Everything, Label, Owner
from .decoding import SERVICE, decode


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_is_decoded_to_a_model(kind: Kind) -> None:
    owner = decode("Owner", make_response(value={"id": "1", "new": [1]}), kind=kind)
    assert owner == Owner.model_validate({"id": "1", "new": [1]})
    assert owner.new == [1]


@pytest.mark.parametrize("validation", ["lenient", "warn", "strict"])
@pytest.mark.parametrize(
    ("returns", "value", "expected"),
    [
        ("Label", {"text": "x"}, Label(text="x")),
        (ListOf("Label"), [{"text": "x"}], [Label(text="x")]),
        (MapOf(ListOf("Label")), {"a": [{"text": "x"}]}, {"a": [Label(text="x")]}),
        ("Pet", {"kind": "cat", "lives": 9}, Cat(kind="cat", lives=9)),
        ("Status", "active", "active"),
        (int, 5, 5),
        (str, "text", "text"),
        (bool, True, True),
        (datetime, "2024-01-02T03:04:05Z", datetime.fromisoformat("2024-01-02T03:04:05Z")),
        (ANY, {"a": [1, None]}, {"a": [1, None]}),
        (ListOf(ANY), [1, "a"], [1, "a"]),
        (Nullable("Label"), None, None),
        (Nullable(ListOf("Label")), [], []),
        (ListOf(Nullable("Label")), [None, {"text": "x"}], [None, Label(text="x")]),
        (None, {"ignored": 1}, None),
        ({"200": "Label", "default": ANY}, {"text": "x"}, Label(text="x")),
        ({"2XX": "Label"}, {"text": "x"}, Label(text="x")),
        ({"default": "Label", "201": int}, {"text": "x"}, Label(text="x")),
        ({"201": int}, {"text": "x"}, {"text": "x"}),
        ({"200": None}, {"text": "x"}, None),
    ],
)  # fmt: skip
def test_a_response_is_decoded_to_the_documented_type(
    returns: Any, value: object, expected: object, validation: str
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = decode(returns, make_response(value=value), validation=validation)
    assert result == expected
    assert type(result) is type(expected)


def test_the_type_depends_on_the_status() -> None:
    returns = {"200": "Label", "202": None, "2XX": int}
    assert decode(returns, make_response(200, {"text": "x"})) == Label(text="x")
    assert decode(returns, make_response(202, {"text": "x"})) is None
    assert decode(returns, make_response(299, 7)) == 7


def test_bytes_and_text_are_decoded() -> None:
    raw = make_response(
        content=b"\x00\xff", headers={"content-type": "application/pdf"}
    )
    assert decode(bytes, raw) == b"\x00\xff"
    assert decode(bytes, make_response(value={"a": 1})) == b'{"a": 1}'
    text = make_response(content=b"caf\xc3\xa9", headers={"content-type": "text/plain"})
    assert decode(str, text) == "café"
    declared = "text/plain; charset=ISO-8859-1"
    latin = make_response(content=b"caf\xe9", headers={"content-type": declared})
    assert decode(str, latin) == "café"
    undeclared = make_response(
        content=b"caf\xe9", headers={"content-type": "text/plain"}
    )
    assert decode(str, undeclared) == "café"
    marked = make_response(
        content=b"\xef\xbb\xbfa", headers={"content-type": "text/plain"}
    )
    assert decode(str, marked) == "a"


@pytest.mark.parametrize(
    ("content_type", "encoding"),
    [
        ("application/json", "utf-8"),
        ("application/json", "utf-8-sig"),
        ("application/json", "utf-16"),
        ("application/json", "utf-32-le"),
        ("application/json; charset=utf-8", "utf-8"),
        ("application/json; charset=latin-1", "latin-1"),
        ('application/json; charset="windows-1252"', "cp1252"),
        ("application/json;charset=utf-16", "utf-16"),
        ("application/json; charset=klingon", "utf-8"),
        ("application/json; charset=hex", "utf-8"),
        ("application/json; charset=idna", "utf-8"),
        ("application/problem+json", "utf-8"),
    ],
)
def test_json_is_decoded_with_its_charset(content_type: str, encoding: str) -> None:
    content = json.dumps({"text": "é"}, ensure_ascii=False).encode(encoding)
    response = make_response(content=content, headers={"content-type": content_type})
    assert decode("Label", response, validation="strict") == Label(text="é")


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain; charset=utf-8"]
)
def test_text_in_another_charset_than_declared_is_rejected_in_strict_mode(
    content_type: str,
) -> None:
    content = '{"text": "é"}'.encode("latin-1")
    response = make_response(content=content, headers={"content-type": content_type})
    ref: Any = "Label" if content_type == "application/json" else str
    text = Label(text="é") if ref == "Label" else '{"text": "é"}'
    assert decode(ref, response) == text
    with pytest.raises(APIDecodeError, match="not in the charset utf-8") as caught:
        decode(ref, response, validation="strict")
    assert caught.value.status_code == 200
    assert caught.value.headers["content-type"] == content_type
    assert caught.value.excerpt == '{"text": "\ufffd"}'


def test_an_event_stream_instead_of_json_is_an_error() -> None:
    headers = {"content-type": "text/event-stream; charset=utf-8"}
    response = make_response(content=b"data: {}\n\n", headers=headers)
    with pytest.raises(APIDecodeError, match="text/event-stream instead of JSON"):
        decode("Label", response)
    assert decode(str, response) == "data: {}\n\n"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", [200, 204])
def test_an_empty_body_is_none_except_in_strict_mode(kind: Kind, status: int) -> None:
    empty = make_response(status, content=b"")
    assert decode("Label", empty, kind=kind) is None
    assert decode(ANY, empty, kind=kind, validation="strict") is None
    assert decode(None, empty, kind=kind, validation="strict") is None
    assert decode(bytes, empty, kind=kind, validation="strict") == b""
    assert decode(str, empty, kind=kind, validation="strict") == ""
    with pytest.warns(ResponseValidationWarning, match="an empty body"):
        assert decode("Label", empty, kind=kind, validation="warn") is None
    with pytest.raises(APIDecodeError, match=r"with an empty body$"):
        decode("Label", empty, kind=kind, validation="strict")


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_to_head_is_none(kind: Kind) -> None:
    response = make_response(content=b"", headers={"content-type": "application/json"})
    assert (
        decode("Label", response, kind=kind, method="HEAD", validation="strict") is None
    )


@pytest.mark.parametrize("validation", ["lenient", "warn", "strict"])
@pytest.mark.parametrize(
    ("content", "content_type", "reason"),
    [
        (b'{"text": "x', "application/json", "invalid JSON"),
        (b"{'text': 1}", "application/json", "invalid JSON"),
        (b"<!DOCTYPE html><p>Sign in", "application/json", "HTML"),
        (b" <html>Sign in</html>", "", "HTML"),
        (b"[" * 5000, "application/json", "invalid JSON"),
    ],
)
def test_invalid_json_is_an_error(
    content: bytes, content_type: str, reason: str, validation: str
) -> None:
    response = make_response(content=content, headers={"content-type": content_type})
    with pytest.raises(APIDecodeError, match=f"returned 200 with {reason}") as caught:
        decode("Label", response, validation=validation)
    error = caught.value
    assert error.status_code == 200
    assert error.excerpt
    assert len(error.excerpt) <= 503
    assert len(str(error)) < 400


@pytest.mark.parametrize("validation", ["lenient", "strict"])
def test_html_instead_of_json_is_an_error_with_an_excerpt(validation: str) -> None:
    response = make_response(
        content=b"<html>\r\n<b>Sign in</b>\x00</html>",
        headers={"content-type": "text/html", "x-request-id": "r1"},
    )
    with pytest.raises(APIDecodeError) as caught:
        decode("Label", response, validation=validation)
    assert "Sign in" in str(caught.value)
    assert caught.value.excerpt == r"<html> <b>Sign in</b>\x00</html>"
    assert caught.value.request_id == "r1"
    assert caught.value.headers["content-type"] == "text/html"


def test_json_with_another_content_type_is_rejected_in_strict_mode() -> None:
    response = make_response(
        content=b'{"text":"x"}', headers={"content-type": "text/plain"}
    )
    assert decode("Label", response) == Label(text="x")
    with pytest.warns(ResponseValidationWarning, match="text/plain instead of JSON"):
        assert decode("Label", response, validation="warn") == Label(text="x")
    with pytest.raises(APIDecodeError, match="text/plain instead of JSON"):
        decode("Label", response, validation="strict")


def test_scalars_are_decoded_from_plain_text() -> None:
    def plain(content: bytes, content_type: str = "text/plain") -> Any:
        return make_response(content=content, headers={"content-type": content_type})

    assert decode(int, plain(b"5")) == 5
    moment = datetime.fromisoformat("2024-01-02T03:04:05Z")
    assert decode(datetime, plain(b"2024-01-02T03:04:05Z")) == moment
    assert decode(str, plain(b"OK", "application/json")) == "OK"
    with pytest.raises(APIDecodeError, match="invalid JSON"):
        decode(int, plain(b"five"))
    with pytest.raises(APIDecodeError, match="invalid JSON"):
        decode(str, plain(b"OK", "application/json"), validation="strict")
    with pytest.raises(APIDecodeError, match="HTML"):
        decode(str, plain(b"<p>", "application/json"))


@pytest.mark.parametrize(
    ("content", "content_type", "expected"),
    [
        (b'{"a":1}', "text/plain", {"a": 1}),
        (b" [1]", "application/octet-stream", [1]),
        (b"{broken", "text/plain", "{broken"),
        (b"12", "text/plain", "12"),
        (b"<p>", "text/html", "<p>"),
        (b"<a/>", "application/xml", "<a/>"),
        (b"a,b", "application/x-csv; charset=utf-8", "a,b"),
        (b"\x89PNG", "image/png", b"\x89PNG"),
        (b"12", "application/json", 12),
    ],
)
def test_undocumented_responses_are_decoded_by_content_type(
    content: bytes, content_type: str, expected: object
) -> None:
    response = make_response(content=content, headers={"content-type": content_type})
    assert decode(ANY, response, validation="strict") == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_that_does_not_match_its_schema_depends_on_the_mode(
    kind: Kind,
) -> None:
    value = {"kind": "dog", "born": "yesterday", "class": "x", "age": 3}
    response = make_response(value=value)
    dog = decode("Dog", response, kind=kind)
    assert isinstance(dog, Dog)
    assert dog.to_dict() == value
    assert vars(dog) == {
        "kind": "dog",
        "bark": None,
        "born": "yesterday",
        "class_": "x",
    }
    with pytest.warns(ResponseValidationWarning, match="bark: Field required; born"):
        assert decode("Dog", response, kind=kind, validation="warn") == dog
    with pytest.raises(APIDecodeError, match="values that do not match") as caught:
        decode("Dog", response, kind=kind, validation="strict")
    assert "bark: Field required" in str(caught.value)


def test_a_long_list_of_problems_is_shortened() -> None:
    with pytest.raises(APIDecodeError, match=r"0\.text: .*; and 7 more"):
        decode(
            ListOf("Label"), make_response(value=[{"a": 1}] * 10), validation="strict"
        )
    with pytest.raises(APIDecodeError, match="the whole value: "):
        decode(int, make_response(value={}), validation="strict")


def test_fields_are_decoded_by_wire_name_only() -> None:
    # `class_` is the Python name of `class`, but an API can have a property `class_`.
    value = {"kind": "dog", "bark": "b", "class_": 1}
    for bark, validation in (("b", "strict"), (1, "lenient")):
        response = make_response(value={**value, "bark": bark})
        dog = decode("Dog", response, validation=validation)
        assert vars(dog)["class_"] is None
        assert dog.model_extra == {"class_": 1}


def test_null_instead_of_an_object_is_rejected_in_strict_mode() -> None:
    response = make_response(
        content=b"null", headers={"content-type": "application/json"}
    )
    assert decode("Label", response) is None
    with pytest.raises(APIDecodeError):
        decode("Label", response, validation="strict")


def test_the_warning_has_the_location_of_the_caller() -> None:
    with pytest.warns(ResponseValidationWarning) as caught:
        decode("Label", make_response(value={}), validation="warn")
    assert caught[0].filename.endswith("mock_server.py")


def test_the_error_contains_no_secrets() -> None:
    operation: Operation[Any] = Operation("GET", "/things", returns=int)
    with pytest.raises(APIDecodeError) as caught:
        MockServer(make_response(value="x")).call(
            "sync",
            operation,
            query={"api_key": "sk-secret", "page": 2},
            client={"response_validation": "strict"},
        )
    assert "api_key=REDACTED&page=2" in str(caught.value)


def test_base64_is_decoded_and_encoded() -> None:
    blob = b"\xfb\xff\xfe"
    for text in ("+//+", "-__-"):
        everything = decode(
            "Everything", make_response(value={"text": "", "blob": text})
        )
        assert everything.blob == blob
        assert everything.to_dict()["blob"] == "+//+"
    unpadded = decode("Everything", make_response(value={"text": "", "blob": "aG\n k"}))
    assert unpadded.blob == b"hi"
    invalid = decode("Everything", make_response(value={"text": "", "blob": "a*"}))
    assert invalid.blob == "a*"
    assert invalid.to_dict()["blob"] == "a*"
    assert Everything(text="", blob=b"raw").blob == b"raw"
    assert Base64Bytes is not None


def test_the_validation_mode_can_be_set_on_the_client() -> None:
    server = MockServer(make_response(value={}))
    client = server.client(SERVICE, response_validation="strict")
    operation: Operation[Label] = Operation("GET", "/", returns="Label")
    with pytest.raises(APIDecodeError):
        client.request(operation)
    kind = client.with_options(response_validation="lenient").request(operation)
    assert isinstance(kind, Label)


@pytest.mark.parametrize("kind", KINDS)
def test_truncated_json_is_an_error(kind: Kind) -> None:
    def respond(handler: Handler, number: int) -> None:
        handler.send(200, OK_BODY[:-2])

    with serve(respond) as server, pytest.raises(APIDecodeError, match="invalid JSON"):
        call(kind, server.origin)


@pytest.mark.parametrize("kind", KINDS)
def test_json_without_a_schema_may_be_plain_text(kind: Kind) -> None:
    """Servers send `OK` with the type JSON, or text without a type."""
    response = make_response(content=b"OK")
    assert decode(ANY, response, kind=kind) == "OK"
    with pytest.raises(APIDecodeError, match="invalid JSON"):
        decode(ANY, response, validation="strict")


def test_an_object_in_the_documented_media_type_is_not_reported() -> None:
    """Frameworks describe JSON as `text/plain`, and some send it so."""
    plain = {"content-type": "text/plain; charset=utf-8"}
    response = make_response(content=b'{"text": "x"}', headers=plain)
    documented = decode("Label", response, validation="strict", accept="text/plain")
    assert documented == Label(text="x")
    with pytest.raises(APIDecodeError, match="text/plain instead of JSON"):
        decode("Label", response, validation="strict")
